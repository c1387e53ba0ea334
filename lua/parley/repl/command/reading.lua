--- How a file of rows is read: the options of the command line, as parley.read and imports take them.

local errors = require "parley.base.errors"
local plain = require "parley.base.plain_text"

local reading = {}

local INPUT = "standard input"

local function skipped(given)
  return given.skip and require("parley.base.options").whole_number(tonumber(given.skip) or given.skip, "--skip")
end

-- The rows of a sheet's header: "3", or "3-4".
local function header_of(given)
  if given.no_header then return false end
  if not given.header then return nil end
  local first, last = given.header:match "^(%d+)%-(%d+)$"
  if first then return { math.tointeger(tonumber(first)), math.tointeger(tonumber(last)) } end
  return require("parley.base.options").whole_number(tonumber(given.header) or given.header, "--header")
end

--- What a call that reads a file takes, from the options of the command line.
---@param given table
---@return table
function reading.options(given)
  local options = { format = given.format, delimiter = given.delimiter, encoding = given.encoding, dates = given.dates,
    decimal = given.decimal, thousands = given.thousands, skip = skipped(given), comment = given.comment,
    sheet = given.sheet, range = given.range, header = header_of(given),
    missing = given.missing and #given.missing > 0 and given.missing or nil }
  if given.no_hidden then options.hidden = false end
  for _, pair in ipairs(given.type or {}) do
    local column, kind = pair:match "^(.+)=(%a+)$"
    if not column then errors.raise("bad_argument.command_type", { text = plain.visible(pair) }) end
    options.types = options.types or {}
    options.types[column] = kind
  end
  if options.delimiter == "\\t" or options.delimiter == "tab" then options.delimiter = "\t" end
  return options
end

-- What rows on standard input are, by how they begin: a workbook, JSON, JSON Lines, fields between tabs, else CSV.
local function format_of(text)
  if text:find "^PK\3\4" then return "xlsx" end
  local first = text:gsub("^\u{feff}", ""):match "^%s*([^\r\n]*)"
  if first:find "^%[" then return "json" end
  if first:find "^{" then return first:find "}%s*$" and "jsonl" or "json" end
  return first:find "^[^,\"]*\t" and "tsv" or "csv"
end

-- A folder, or an input that is closed: what the system says of it ends the program.
local function unread(message, code)
  local files, failures = require "parley.base.files", require "parley.repl.command.failures"
  failures.checked(files.cannot("read", INPUT, message, code))
end

local PIECE = 65536

--- The name of a file to be read, and its options; standard input, "-", has a format by how it begins, unless one is
--- stated.
---@param path string
---@param given table
---@return string path, table options
function reading.source(path, given)
  local options = reading.options(given)
  if path ~= "-" or options.format then return path, options end
  local begin, message, code = io.stdin:read(PIECE)
  if code then return unread(message, code) end
  begin = begin or ""
  options.format = format_of(begin)
  function options.reader()
    local piece = begin or io.stdin:read(PIECE)
    begin = nil
    return piece
  end
  return INPUT, options
end

--- The rows of a file, or of standard input.
---@param parley table
---@param path string
---@param given table
---@return parley.Frame? frame, string? message, string? code
function reading.frame(parley, path, given) return parley.read(reading.source(path, given)) end

return reading
