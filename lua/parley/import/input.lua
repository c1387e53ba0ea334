--- How a file is read: options stated by the user, made into what the reader in C takes.
-- Nothing is guessed: the format follows the name's ending, and everything else is stated or has one
-- plain default (UTF-8, comma, double quotes, a header). What the world refuses comes back as nil, message, code.

local core = require "parley.core"
local errors = require "parley.base.errors"
local options = require "parley.base.options"
local suggest = require "parley.base.suggest"

local input = {}

--- Options that say how a file is read.
input.OPTIONS = { "format", "delimiter", "quotes", "header", "columns", "encoding", "dates", "short_years", "missing",
  "types", "reader" }

local FORMATS = { "csv", "tsv", "json", "jsonl" }
local ENDINGS = { csv = "csv", tsv = "tsv", tab = "tsv", json = "json", jsonl = "jsonl", ndjson = "jsonl" }
local TYPES = { "integer", "number", "boolean", "date", "text" }
local ORDERS = { "iso", "dmy", "mdy" }

-- Files that hold tables and are no text, by ending.
local NO_TEXT = {}
for _, ending in ipairs { "xlsx", "xls", "xlsm", "ods", "numbers" } do NO_TEXT[ending] = "a spreadsheet" end
for _, ending in ipairs { "dta", "sav", "rds", "rdata", "parquet", "feather" } do NO_TEXT[ending] = "no text" end
for _, ending in ipairs { "zip", "bz2", "xz", "zst", "7z" } do NO_TEXT[ending] = "packed" end

--- ## Options

local function format_of(path, given)
  if given.format then return options.one_of(given.format, FORMATS, "format") end
  if given.reader then errors.raise "bad_argument.reader_format" end
  if path:find "^%a+://" then errors.raise("bad_argument.import_address", { path = path }) end
  local ending = path:lower():gsub("%.gz$", ""):match "%.(%w+)$"
  if ENDINGS[ending] then return ENDINGS[ending] end
  if NO_TEXT[ending] == "packed" then errors.raise("bad_argument.packed_file", { path = path }) end
  if NO_TEXT[ending] then
    errors.raise("bad_argument.unreadable_format", { path = path, kind = NO_TEXT[ending] })
  end
  errors.raise("bad_argument.unknown_format", { path = path })
end

local function check_text(given, name)
  local value = given[name]
  if value ~= nil and type(value) ~= "string" then
    errors.raise("bad_type.import_text_option", { name = name, got = type(value) })
  end
end

local function check_list(value, what)
  if type(value) ~= "table" then errors.raise("bad_type.text_list", { what = what, got = type(value) }) end
  for _, item in ipairs(value) do
    if type(item) ~= "string" then errors.raise("bad_argument.list_item", { what = what, item = item }) end
  end
end

-- Raises for an entry that names no column.
local function check_named(given, what)
  for name in pairs(given) do
    if type(name) ~= "string" then
      errors.raise("no_column.columns_option", { what = what, name = name })
    end
  end
end

local function check_words(given, list, what)
  if type(given) ~= "table" then
    options.one_of(given, list, what)
    return
  end
  check_named(given, "dates")
  for _, word in pairs(given) do options.one_of(word, list, what) end
end

local function check_missing(missing)
  if missing == nil then return end
  if type(missing) ~= "table" then
    errors.raise("bad_type.missing_codes", { got = type(missing) })
  end
  check_list(missing, "missing")
  for name, codes in pairs(missing) do
    if type(name) == "string" and type(codes) ~= "string" then check_list(codes, ("missing.%s"):format(name)) end
  end
end

-- Names that tell columns apart.
local function check_names(columns)
  check_list(columns, "columns")
  local seen = {}
  for i, name in ipairs(columns) do
    if name == "" then errors.raise("bad_argument.empty_column_name", { i = i }) end
    if seen[name] then errors.raise("twin_columns.named", { name = name, first = seen[name], second = i }) end
    seen[name] = i
  end
end

local function check_types(types)
  if types == nil then return end
  if type(types) ~= "table" then errors.raise("bad_type.types", { got = type(types) }) end
  check_named(types, "types")
  for name, kind in pairs(types) do options.one_of(kind, TYPES, ("type for column '%s':"):format(tostring(name))) end
end

local function check_truth(given, name)
  if given[name] ~= nil and type(given[name]) ~= "boolean" then
    errors.raise("bad_type.boolean_option", { name = name, got = type(given[name]) })
  end
end

--- Raises for options that cannot be meant.
---@param given table
function input.check(given)
  if given.columns ~= nil then check_names(given.columns) end
  for _, name in ipairs { "format", "delimiter", "encoding" } do check_text(given, name) end
  check_words(given.dates, ORDERS, "order of dates")
  check_missing(given.missing)
  check_types(given.types)
  check_truth(given, "quotes")
  check_truth(given, "header")
  local years = given.short_years
  if years ~= nil and (math.type(years) ~= "integer" or years < 1000 or years > 9900) then
    errors.raise("bad_argument.short_years", { years = years })
  end
  if given.reader ~= nil and type(given.reader) ~= "function" then
    errors.raise("bad_type.reader", { got = type(given.reader) })
  end
end

--- ## What is stated about columns

-- Names that any option singles out, in order.
local function named_columns(given)
  local seen, names = {}, {}
  for _, option in ipairs { "dates", "missing", "types" } do
    for name in pairs(type(given[option]) == "table" and given[option] or {}) do
      if type(name) == "string" and not seen[name] then seen[name], names[#names + 1] = true, name end
    end
  end
  table.sort(names)
  return names
end

local function codes_of(missing, name)
  local codes = {}
  for _, code in ipairs(missing or {}) do codes[#codes + 1] = code end
  local own = name and missing and missing[name]
  if type(own) == "string" then own = { own } end
  for _, code in ipairs(own or {}) do codes[#codes + 1] = code end
  return #codes > 0 and codes or nil
end

--- Which order the dates of a column are in, as far as stated.
---@param given table
---@param name string?
---@return { dates: string?, short_years: integer? }
function input.reading(given, name)
  local dates = given.dates
  if type(dates) == "table" then dates = name and dates[name] end
  return { dates = dates, short_years = given.short_years }
end

-- The list the reader wants: one entry for all columns, one for each that is singled out.
local function stated(given, typed)
  local list = {}
  local function add(name)
    local entry = input.reading(given, name)
    entry.name, entry.missing = name, codes_of(given.missing, name)
    entry.type = typed and name and given.types and given.types[name] or nil
    list[#list + 1] = entry
  end
  add(nil)
  for _, name in ipairs(named_columns(given)) do add(name) end
  return list
end

--- ## Names of columns

local function given_names(path, given, width)
  local names = given.columns
  if #names == width then return names end
  return errors.fail("bad_header.width", { has = width, named = #names }, path)
end

-- Names from the header; a column without one is called by its place.
local function header_names(path, names)
  local seen, filled = {}, {}
  for i, name in ipairs(names) do
    if name == "" then name = ("column_%d"):format(i) end
    if seen[name] then
      return errors.fail("bad_header.twins", { first = seen[name], second = i, name = name }, path)
    end
    seen[name], filled[i] = i, name
  end
  return filled
end

local function placed_names(width)
  local names = {}
  for i = 1, width do names[i] = ("column_%d"):format(i) end
  return names
end

local function settle_names(reader, path, given, json)
  local names, message, code
  local found = reader:names()
  if json then return found end
  if given.columns then
    names, message, code = given_names(path, given, #found)
  elseif given.header == false then
    names = placed_names(#found)
  else
    names, message, code = header_names(path, found)
  end
  if not names then return nil, message, code end
  reader:rename(names)
  return names
end

--- ## Opening

local function name_of(path, given)
  if given.name then return given.name end
  if given.reader then return type(path) == "string" and path or "the function's text" end
  return path == "-" and "standard input" or path
end

local function reader_options(path, given, typed)
  local format = format_of(path, given)
  local tabs, quotes = format == "tsv", given.quotes
  if quotes == nil then quotes = not tabs end
  return {
    path = given.spool or not (given.reader or given.text) and path or nil, read = given.reader, text = given.text,
    name = name_of(path, given), json = format == "json" or format == "jsonl", header = given.header,
    delimiter = given.delimiter or (tabs and "\t" or nil), quotes = quotes,
    encoding = given.encoding, clean = given.clean, stated = stated(given, typed),
  }
end

--- Whether the path is not a folder: true; nil, message and code for one, whatever its name ends in.
---@param path string
---@param given table
---@return boolean? good, string? message, string? code
function input.check_folder(path, given)
  if given.reader or given.text or given.spool or path == "-" or not core.is_folder(path) then return true end
  return nil, ("parley: cannot read %s: it is a folder"):format(path), "is_folder"
end

--- Opens a text for reading: its reader and the names of its columns.
---@param path string
---@param given table checked options
---@param typed boolean? whether values come as the types that are stated
---@return userdata? reader, string[]|string names, string? code
function input.open(path, given, typed)
  local o = reader_options(path, given, typed)
  local reader, message, code = core.reader(o)
  if not reader then return nil, message, code end
  local names
  names, message, code = settle_names(reader, o.name, given, o.json)
  if not names then return nil, message, code end
  for _, option in ipairs { "dates", "missing", "types" } do
    local table_given = type(given[option]) == "table" and given[option] or {}
    for name in pairs(table_given) do
      if type(name) == "string" and not o.json and not suggest.contains(names, name) and not given.lenient then
        return errors.fail("no_column.stated_option", { name = name, option = option, known = names }, o.name)
      end
    end
  end
  return reader, names
end

--- ## Another delimiter

local DELIMITERS = { { ";", "';'" }, { "\t", "'\\t'" }, { "|", "'|'" }, { ",", "','" } }

--- The delimiter that a header of one column was probably meant to be cut at, and into how many columns.
---@param names string[]
---@return string? delimiter as it is written in Lua, integer? columns
function input.other_delimiter(names)
  if #names ~= 1 then return nil end
  for _, delimiter in ipairs(DELIMITERS) do
    local _, count = names[1]:gsub("%" .. delimiter[1], "")
    if count > 0 then return delimiter[2], count + 1 end
  end
end

local function beginning(text)
  local stop = utf8.len(text) and utf8.offset(text, 41)
  return stop and stop <= #text and text:sub(1, stop - 1) .. "…" or text
end

--- Refuses a header that was probably cut at the wrong delimiter, unless the delimiter is stated.
---@param path string
---@param names string[]
---@param given table
---@return boolean? good, string? message, string? code
function input.check_delimiter(path, names, given)
  local format = format_of(path, given)
  local settled = given.delimiter or given.columns or given.header == false or format == "json" or format == "jsonl"
  local other = not settled and input.other_delimiter(names)
  if not other then return true end
  local own = format == "tsv" and "'\\t'" or "','"
  local excel = names[1]:match "^sep=(.)$"
  if excel then
    return errors.fail("bad_header.note", { line = names[1], delimiter = excel }, name_of(path, given))
  end
  return errors.fail("bad_header.delimiter", { header = beginning(names[1]), other = other, own = own },
    name_of(path, given))
end

--- The format an input is read as, and what messages call it.
input.format_of, input.name_of = format_of, name_of

return input
