--- What a file seems to hold, and why: a report to read before reading or importing the file.
-- It decides nothing. Types are those parley.read would give; suggestions are for the user to state.

local errors = require "parley.base.errors"
local input = require "parley.import.reader_options"
local plain = require "parley.base.plain_text"
local pipes = require "parley.import.pipes"
local read = require "parley.import.read"

local sniff = {}

--- What a file seems to hold; it prints as a report.
---@class parley.Sniff
---@field path string
---@field format string
---@field rows integer rows looked at
---@field all boolean whether those are all rows
---@field columns table[] name, type, reason, suggestion, missing, examples
---@field notes string[] what else is worth knowing
local Report = { __name = "parley.Sniff" }
Report.__index = Report

--- ## Suggestions

local function suspicion(name, column)
  local parts = {}
  for _, suspect in ipairs(column.suspects) do
    parts[#parts + 1] = ("'%s' stands there %d×"):format(suspect.code, suspect.count)
  end
  if #parts == 0 then return nil end
  return ("%s: if it means missing, state missing = {[%q] = {%q}}"):format(table.concat(parts, ", "), name,
    column.suspects[1].code)
end

local function suggestions_of(name, column)
  local list = {}
  if column.suggestion ~= "" then list[1] = column.suggestion end
  list[#list + 1] = suspicion(name, column)
  return table.concat(list, "; ")
end

-- What the names and the records show.
local function notes_of(profile)
  local notes = {}
  local doubt = profile.notes.doubt
  if doubt then notes[1] = (errors.words(doubt[1], doubt[2])) end
  for _, note in ipairs(profile.notes) do notes[#notes + 1] = note.note end
  notes[#notes + 1] = profile.problem and profile.problem.message
  return notes
end

--- ## The report

local function column_report(name, column, given)
  local stated = given.types and given.types[name]
  return {
    name = name, type = stated or (column.type == "any" and "text" or column.type),
    reason = stated and ("%s: stated"):format(stated) or column.reason, suggestion = suggestions_of(name, column),
    missing = column.missing, values = column.values, examples = column.examples,
  }
end

local function described_format(given, format, separator)
  if format == "json" or format == "jsonl" or format == "xlsx" then return format end
  local delimiter = separator or given.delimiter or (format == "tsv" and "\t" or ",")
  local quotes = given.quotes
  if quotes == nil then quotes = format ~= "tsv" end
  return ("%s, delimiter '%s', quotes %s, %s"):format(format, plain.visible(delimiter),
    quotes and "\"" or "are data", given.header == false and "no header" or "header")
end

local MOST = 100000

--- Looks at a file.
---@param path string
---@param given table?
---@return parley.Sniff? report, string? message, string? code
function sniff.report(path, given)
  path, given = read.checked(path, given, "parley.sniff", { "rows" })
  local most = given.rows or MOST
  if math.type(most) ~= "integer" or most < 0 then
    errors.raise("bad_argument.sample_rows", { rows = given.rows })
  end
  local is_file, message, why = input.check_file(path, given)
  if not is_file then return nil, message, why end
  local format = input.format_of(path, given)
  if format == "xlsx" then given, message, why = pipes.repeatable(path, given) end
  if not given then return nil, message, why end
  local profile, names, code = read.profile(path, given, most, true)
  if not profile then return nil, names, code end
  format = described_format(given, format, profile.separator)
  local report = { path = path, format = format, rows = profile.rows,
    all = profile.ended, encoding = profile.encoding or given.encoding or "utf-8", columns = {},
    notes = notes_of(profile) }
  for i, column in ipairs(profile.columns) do report.columns[i] = column_report(names[i], column, given) end
  return setmetatable(report, Report)
end

-- How long a name is as it is printed, also one in another encoding.
local function length(name) return utf8.len(plain.visible(name)) or #name end

local function add_column(lines, column, width)
  local examples = {}
  for i, example in ipairs(column.examples) do examples[i] = plain.visible(example) end
  lines[#lines + 1] = ("  %s%s  %s"):format(plain.visible(column.name), (" "):rep(width - length(column.name)),
    plain.visible(column.reason))
  local indent = (" "):rep(width + 4)
  if column.missing > 0 then lines[#lines + 1] = ("%s%d missing"):format(indent, column.missing) end
  if #examples > 0 then lines[#lines + 1] = indent .. "e.g. " .. table.concat(examples, " | ") end
  if column.suggestion ~= "" then lines[#lines + 1] = indent .. "→ " .. plain.visible(column.suggestion) end
end

--- The report as lines of text.
function Report:__tostring()
  local lines = { ("%s: %s, %s; %s%d rows × %d columns"):format(self.path, self.format, self.encoding,
    self.all and "" or "the first ", self.rows, #self.columns) }
  local width = 4
  for _, column in ipairs(self.columns) do width = math.max(width, math.min(24, length(column.name))) end
  for _, column in ipairs(self.columns) do add_column(lines, column, math.max(width, length(column.name))) end
  for _, note in ipairs(self.notes) do lines[#lines + 1] = "note: " .. plain.visible(note) end
  return table.concat(lines, "\n")
end

return sniff
