--- Files as Frames: the whole text is looked at once to settle the types of its columns, then read.
-- A column has a type only when all its values have it; what the user states goes before. Nothing is
-- swallowed: a record that cannot be read, or a value that is not of its stated type, ends the reading with
-- its place.

local column_types = require "parley.base.types"
local core = require "parley.core"
local decimal_points = require "parley.import.decimal_points"
local errors = require "parley.base.errors"
local header = require "parley.import.header"
local input = require "parley.import.reader_options"
local notes = require "parley.base.notes"
local spellings = require "parley.base.spellings"
local options = require "parley.base.options"
local pipes = require "parley.import.pipes"

local read = {}

local JSON = { json = true, jsonl = true }

--- Checks what parley.read and parley.sniff are given.
---@param path string
---@param given table?
---@param what string
---@param more string[] options besides those of every input
---@return string path, table given
function read.checked(path, given, what, more)
  if type(path) ~= "string" or path == "" then
    if not (path == nil and type(given) == "table" and given.reader) then
      errors.raise("bad_type.file_name", { what = what,
        got = path == "" and { key = "empty_one" } or { key = "of_type", type = type(path) } })
    end
    path = "the function's text"
  end
  local known = table.move(input.OPTIONS, 1, #input.OPTIONS, #more + 1, table.move(more, 1, #more, 1, {}))
  given = options.check(given, what, known)
  input.check(given)
  if input.check_file(path, given) then input.check_format(given, input.format_of(path, given)) end
  return path, given
end

-- What a profile says about bytes and records that cannot be read.
local function problem_of(reader, profile)
  local message, code = reader:faults()
  if message then return errors.of(message, code) end
  if profile.unsound == 0 then return nil end
  local hint = profile.rows > 0 and { key = "records_aside" } or nil
  local key = profile.unsound == 1 and "malformed.one_record" or "malformed.records"
  return errors.new(key, { message = profile.fault.message, cause = profile.fault, more = profile.unsound - 1,
    hint = hint })
end

local function add_sheet_notes(list, reader, given)
  for _, note in ipairs(require("parley.import.sheets").notes(reader, given)) do list[#list + 1] = note end
end

--- One pass over a text: what each column holds.
---@param path string
---@param given table
---@param most integer rows to look at, 0 for all
---@param look boolean? whether a first line that is probably no header may pass
---@return table? profile, string[]|string names, string? code
function read.profile(path, given, most, look)
  local reader, names, found = (look and input.look or input.open)(path, given)
  if not reader then return nil, names, found end
  local profile, message, failed = reader:profile(most)
  if not profile then return nil, message, failed end
  profile.problem = problem_of(reader, profile)
  profile.notes, profile.separator, profile.encoding = found, reader:source()
  if input.format_of(path, given) == "xlsx" then add_sheet_notes(found, reader, given) end
  if #names < #profile.columns then names = reader:names() end
  if JSON[input.format_of(path, given)] then profile.notes = header.json_notes(names) end
  reader:close()
  return profile, names
end

--- ## What was stated and does not fit

local function refuse_dates(path, name, column, order)
  local reason = column.type == "text" and column.why or column.reason
  local helps = column.suggestion ~= "" and not column.without_order
  local hint = helps and { key = "of_column", words = column.suggestion } or nil
  return errors.fail("bad_date.order", { order = order, column = name, reason = reason, hint = hint }, path)
end

-- The order of day and month that is stated must not come to nothing unsaid: it has to fit the columns it is stated
-- for by name, those whose values all look like days, and one of those where some do.
local function check_dates(path, profile, names, given)
  local named = type(given.dates) == "table" and given.dates or {}
  local nearest, fits
  for i, column in ipairs(profile.columns) do
    local order, name = input.reading(given, names[i]).dates, names[i]
    local is_date = column.type == "date" or column.type == "any"
    if order and not (given.types and given.types[name]) then
      if not is_date and (named[name] or column.days == "all") then return refuse_dates(path, name, column, order) end
      if column.days == "some" then nearest = nearest or { path, name, column, order } end
      fits = fits or column.type == "date"
    end
  end
  if nearest and not fits then return refuse_dates(table.unpack(nearest)) end
  return true
end

--- ## Memory

-- Bytes of a value, by how it lies in memory; texts themselves come on top.
local FIXED = { integer = 8, number = 8, dated = 12, text = 4, none = 4, truth = 0.125 }

local function too_large(path, rows, bytes, most)
  return errors.fail("limit.rows", { rows = rows, needed = ("%.1f"):format(bytes / 1e9),
    most = ("%.1f"):format(most / 1e9), hint = { key = "any_size" } }, path)
end

-- Refuses what would not fit into memory before it is read; 0 where nobody knows how much there is.
local function check_size(path, profile, types, most)
  local bytes = 0
  for i in ipairs(profile.columns) do bytes = bytes + FIXED[column_types.of(types[i]).layout] * profile.rows end
  if most == 0 or bytes < most then return true end
  return too_large(path, profile.rows, bytes, most)
end

local function types_of(profile, names, given)
  local types = {}
  for i, column in ipairs(profile.columns) do
    types[i] = given.types and given.types[names[i]] or column.type
    if types[i] == "any" then types[i] = "text" end
  end
  return types
end

local function memory_limit(given)
  if given.memory then return given.memory end
  local host = core.limits().memory or 0
  return host > 0 and host or core.memory() or 0
end

local function check_memory(given)
  local memory = given.memory
  if memory ~= nil and (math.type(memory) ~= "integer" or memory < 1) then
    errors.raise("bad_argument.memory", { memory = memory })
  end
end

-- A quarter of the machine's memory may go into a stream that has to be kept for a second look.
local function stream_limit(given)
  local limit = memory_limit(given)
  local stated = given.memory or (core.limits().memory or 0) > 0
  return stated and limit or limit // 4
end

-- Tells of columns that one odd value made text. Their types were not stated.
local function add_odd_values(list, frame, stated)
  local types = frame:types()
  for i, name in ipairs(frame:columns()) do
    local odd = types[i] == "text" and not stated[name] and require("parley.base.odd_values").of(frame, name)
    if odd then
      odd.name = name
      list[#list + 1] = notes.new(odd.value == name and "guessed.header_again" or "guessed.text", nil, odd)
    end
  end
end

-- Has a Frame keep what is to be told of how it was read. Its values are looked at when somebody asks: a file of 300
-- columns takes as long to be looked at as to be read.
local function told(frame, list, given)
  for _, note in ipairs(list) do notes.add(frame, note) end
  local stated, decimals = {}, decimal_points.of(list.first or {}, frame:columns(), given, frame:types())
  for name in pairs(given.types or {}) do stated[name] = true end
  return notes.add(frame, function()
    local found = decimal_points.found(frame, decimals)
    add_odd_values(found, frame, stated)
    local uncomposed = spellings.found(frame)
    return table.move(uncomposed, 1, #uncomposed, #found + 1, found)
  end)
end

local function fill(path, given, names, types, most)
  local reader <close>, message, code = input.open(path, given)
  if not reader then return nil, message, code end
  local places = {}
  for i in ipairs(names) do places[i] = i end
  require "parley.frame.frame"          -- gives Frames their verbs
  return reader:frame(names, types, places, most)
end

-- What the first look shows to be wrong: the records, the order of dates.
local function check_profile(path, profile, names, given)
  if profile.problem then return errors.results(profile.problem) end
  return check_dates(path, profile, names, given)
end

--- ## Two ways

--- Reads a plain file straight into columns, many records at a time; false where something is wrong with it, or it
--- is of another kind, so that only reading it record by record will do.
---@param path string
---@param given table checked options
---@param how table? threads, chunk
---@return parley.Frame|false|nil frame, string? message, string? code
function read.by_column(path, given, how)
  if given.comment or input.format_of(path, given) == "xlsx" then return false end
  local reader <close>, names, found = input.open(path, given)
  if not reader then return nil, names, found end
  local types, most = {}, memory_limit(given)
  for i, name in ipairs(names) do types[i] = given.types and given.types[name] or "any" end
  require "parley.frame.frame"          -- gives Frames their verbs
  how = { days = given.dates ~= nil, threads = how and how.threads, chunk = how and how.chunk }
  local frame, kinds, bytes = reader:columns(names, types, most, how)
  if frame == "large" then return too_large(path, kinds, bytes, most) end
  if not frame then return frame, kinds, bytes end
  if given.dates and not check_dates(path, { columns = kinds }, names, given) then return false end
  if #frame:columns() == 0 then return false end          -- records without fields are counted below
  return told(frame, found, given)
end

--- Reads anything that can be read twice: once for its types, and once for its values.
---@param path string
---@param given table checked options
---@return parley.Frame? frame, string? message, string? code
function read.by_record(path, given)
  local profile, names, code = read.profile(path, given, 0)
  if not profile then return nil, names, code end
  local fits, message
  fits, message, code = check_profile(path, profile, names, given)
  if not fits then return nil, message, code end
  local types, most = types_of(profile, names, given), memory_limit(given)
  fits, message, code = check_size(path, profile, types, most)
  if not fits then return nil, message, code end
  for i = #names, #profile.columns + 1, -1 do types[i] = given.types and given.types[names[i]] or "text" end
  local frame
  frame, message, code = fill(path, given, names, types, most)
  if not frame then return nil, message, code end
  if #profile.columns == 0 and profile.rows > 0 then
    notes.add(frame, notes.new("left_out.without_fields", profile.rows))
  end
  return told(frame, profile.notes, given)
end

--- Reads a file into a Frame.
---@param path string
---@param given table?
---@return parley.Frame? frame, string? message, string? code
function read.frame(path, given)
  local message, code, frame
  path, given = read.checked(path, given, "parley.read", { "memory" })
  check_memory(given)
  local is_file
  is_file, message, code = input.check_file(path, given)
  if not is_file then return nil, message, code end
  given, message, code = pipes.repeatable(path, given, stream_limit(given))
  if not given then return nil, message, code end
  frame, message, code = read.by_column(path, given)
  if frame == nil then return nil, message, code end
  if frame then return frame end
  return read.by_record(path, given)
end

return read
