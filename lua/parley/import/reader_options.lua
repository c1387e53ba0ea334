--- How a file is read: options stated by the user, made into what the reader in C takes.
-- Nothing is guessed: the format follows the name's ending, and everything else is stated or has one
-- plain default (UTF-8, comma, double quotes, a header). What the world refuses comes back as nil, message, code.

local core = require "parley.core"
local errors = require "parley.base.errors"
local files = require "parley.base.files"
local records = require "parley.base.records"
local header = require "parley.import.header"
local lists = require "parley.base.lists"
local options = require "parley.base.options"
local suggest = require "parley.base.suggest"

local input = {}

--- Options that say how a file is read.
input.OPTIONS = { "format", "delimiter", "quotes", "header", "columns", "encoding", "dates", "short_years", "missing",
  "types", "reader", "skip", "comment", "names", "longest_record", "decimal", "thousands", "path", "sheet", "range",
  "hidden" }

local FORMATS = { "csv", "tsv", "json", "jsonl", "xlsx" }
local ENDINGS = { csv = "csv", tsv = "tsv", tab = "tsv", json = "json", jsonl = "jsonl", ndjson = "jsonl",
  xlsx = "xlsx", xlsm = "xlsx", xltx = "xlsx", xltm = "xlsx" }
local ORDERS = { "iso", "dmy", "mdy" }

-- Files that hold tables and are no text, by ending: phrases.
local NO_TEXT = {}
for _, ending in ipairs { "xls", "xlsb", "ods", "numbers" } do NO_TEXT[ending] = "spreadsheet" end
for _, ending in ipairs { "dta", "sav", "rds", "rdata", "parquet", "feather" } do NO_TEXT[ending] = "no_text" end
for _, ending in ipairs { "zip", "bz2", "xz", "zst", "7z" } do NO_TEXT[ending] = "packed" end

--- ## Options

-- The ending of a name, where it is that of a kind of file.
local function ending_of(path)
  local ending = path:lower():gsub("%.gz$", ""):match "%.(%w+)$"
  return (ENDINGS[ending] or NO_TEXT[ending]) and ending
end

local function format_of(path, given)
  if given.format then return options.one_of(given.format, FORMATS, "format") end
  if given.reader then errors.raise "bad_argument.reader_format" end
  if path:find "^%a+://" then errors.raise("bad_argument.import_address", { path = path }) end
  local ending = ending_of(path)
  if ENDINGS[ending] then return ENDINGS[ending] end
  if NO_TEXT[ending] == "packed" then errors.raise("bad_argument.packed_file", { path = path }) end
  if NO_TEXT[ending] then
    errors.raise(NO_TEXT[ending] == "spreadsheet" and "bad_argument.unreadable_sheet"
      or "bad_argument.unreadable_format", { path = path, kind = { key = NO_TEXT[ending] } })
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
  local name = records.first_key(given, records.is_no_text)
  if name ~= nil then errors.raise("no_column.columns_option", { what = what, name = name }) end
end

local function check_words(given, list, what)
  if type(given) ~= "table" then
    options.one_of(given, list, what)
    return
  end
  check_named(given, "dates")
  for _, word in records.by_key(given) do options.one_of(word, list, what) end
end

local function check_missing(missing)
  if missing == nil then return end
  if type(missing) ~= "table" then
    errors.raise("bad_type.missing_codes", { got = type(missing) })
  end
  check_list(missing, "missing")
  for name, codes in records.by_key(missing) do
    if type(name) == "string" and type(codes) ~= "string" then check_list(codes, ("missing.%s"):format(name)) end
  end
end

-- Names that tell columns apart.
local function check_names(columns)
  local _, key = lists.flaw(type(columns) == "table" and columns or {})
  if key ~= nil then errors.raise("bad_type.columns_list", { name = tostring(key) }) end
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
  local known = require("parley.base.types").names()
  for name, kind in records.by_key(types) do options.one_of(kind, known, { key = "type_for_column", column = name }) end
end

local function check_truth(given, name)
  if given[name] ~= nil and type(given[name]) ~= "boolean" then
    errors.raise("bad_type.boolean_option", { name = name, got = type(given[name]) })
  end
end

local function is_count(value, least, most)
  return value == nil or (math.type(value) == "integer" and value >= least and value <= most)
end

local function check_counts(given)
  if not is_count(given.skip, 0, math.maxinteger) then
    errors.raise("bad_argument.skip", { given = tostring(given.skip) })
  end
  if not is_count(given.longest_record, 1, 0x7fffffff) then
    errors.raise("bad_argument.longest_record", { given = tostring(given.longest_record) })
  end
end

local DECIMALS = { ["."] = true, [","] = true }
local THOUSANDS = { [","] = true, ["."] = true, ["'"] = true, ["’"] = true, [" "] = true, ["\u{a0}"] = true,
  ["\u{202f}"] = true, ["\u{2009}"] = true }

local function check_decimal(mark)
  if not DECIMALS[mark] then errors.raise("bad_argument.decimal", { given = tostring(mark) }) end
end

local function check_thousands(mark)
  if not THOUSANDS[mark] then errors.raise("bad_argument.thousands", { given = tostring(mark) }) end
end

-- A mark for all columns, or one for each that is named.
local function check_marks(marks, what, check)
  if type(marks) ~= "table" then return marks == nil or check(marks) end
  check_named(marks, what)
  for _, mark in records.by_key(marks) do check(mark) end
end

-- The mark of a column; without a name, that of all.
local function mark_of(marks, name)
  if type(marks) == "table" then return name and marks[name] end
  return marks
end

local function check_apart(given)
  local names = { "" }
  for _, marks in ipairs { given.decimal or "", given.thousands or "" } do
    for name in records.by_key(type(marks) == "table" and marks or {}) do names[#names + 1] = name end
  end
  for _, name in ipairs(names) do
    local decimal, thousands = mark_of(given.decimal, name) or ".", mark_of(given.thousands, name)
    if decimal == thousands then errors.raise("bad_argument.decimal_twice", { mark = decimal }) end
  end
end

local function check_comment(comment)
  if comment == nil or (type(comment) == "string" and comment:find "^[^%c%s]+$") then return end
  if type(comment) == "string" then comment = ("%q"):format(comment) end
  errors.raise("bad_argument.comment", { given = tostring(comment) })
end

-- Loaded with the first workbook, or option of one.
local function sheets() return require "parley.import.sheets" end

local function is_of_sheets(given, format)
  return format == "xlsx" or given.sheet ~= nil or given.range ~= nil or given.hidden ~= nil
    or (given.header ~= nil and type(given.header) ~= "boolean")
end

local OF_CSV = { "skip", "comment", "names" }
local JSON = { json = true, jsonl = true }

--- Raises for options that the format does not know.
---@param given table
---@param format string
function input.check_format(given, format)
  if is_of_sheets(given, format) then sheets().check(given, format) end
  if format == "xlsx" then return end
  if not JSON[format] then
    if given.path ~= nil then errors.raise("bad_argument.json_option", { format = format }) end
    return
  end
  for _, option in ipairs(OF_CSV) do
    if given[option] ~= nil then errors.raise("bad_argument.csv_option", { option = option, format = format }) end
  end
end

--- Raises for options that cannot be meant.
---@param given table
function input.check(given)
  if given.columns ~= nil then check_names(given.columns) end
  for _, name in ipairs { "format", "delimiter", "encoding", "path" } do check_text(given, name) end
  check_words(given.dates, ORDERS, { key = "date_order" })
  check_missing(given.missing)
  check_types(given.types)
  check_truth(given, "quotes")
  options.one_of(given.names, { "unique" }, { key = "naming" })
  check_comment(given.comment)
  check_marks(given.decimal, "decimal", check_decimal)
  check_marks(given.thousands, "thousands", check_thousands)
  check_apart(given)
  check_counts(given)
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
local BY_COLUMN = { "dates", "missing", "types", "decimal", "thousands" }

local function named_columns(given)
  local seen, names = {}, {}
  for _, option in ipairs(BY_COLUMN) do
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

--- How a column is written, as far as stated: the order of its dates, the marks of its numbers.
---@param given table
---@param name string?
---@return { dates: string?, short_years: integer?, decimal: string?, thousands: string? }
function input.reading(given, name)
  local dates = given.dates
  if type(dates) == "table" then dates = name and dates[name] end
  return { dates = dates, short_years = given.short_years, decimal = mark_of(given.decimal, name),
    thousands = mark_of(given.thousands, name) }
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
    encoding = given.encoding, clean = given.clean, stated = stated(given, typed), skip = given.skip,
    comment = given.comment, longest_record = given.longest_record, list = given.path, lines = format == "jsonl",
    workbook = format == "xlsx" or nil,
  }
end

-- Results of a reader that is not there: of a file that is not either, what may have been meant.
local function unopened(path, message, code)
  local hint = code == "missing_file" and path and files.hint_of_missing(path)
  if not hint then return nil, message, code end
  return errors.fail("missing_file.near", { hint = hint }, errors.as_phrase("cannot_open", { path = path }))
end

--- Whether the path may be a file: true; nil, message and code for a folder, whatever its name ends in, and for what is
--- not there where its name does not tell what it would hold.
---@param path string
---@param given table
---@return boolean? good, string? message, string? code
function input.check_file(path, given)
  if given.reader or given.text or given.spool or path == "-" then return true end
  if core.is_folder(path) then return errors.fail("is_folder.read", { path = path }) end
  if given.format or ending_of(path) or path:find "^%a+://" then return true end
  local reader <close>, message, code = core.reader { path = path, name = path, stated = {}, json = true, lines = true }
  if reader or code ~= "missing_file" then return true end
  return unopened(path, message, code)
end

local function settle_names(reader, o, given)
  if o.json then return reader:names(), {} end
  if o.sheet then
    local good, message, code = sheets().check_header(reader, o)
    if not good then return nil, message, code end
    return header.settle(reader, o.name, sheets().of_text(given), ",")
  end
  return header.settle(reader, o.name, given, reader:source() or o.delimiter or ",")
end

local function check_stated(names, o, given)
  if o.json or given.lenient then return true end
  for _, option in ipairs(BY_COLUMN) do
    local table_given = type(given[option]) == "table" and given[option] or {}
    local name = records.first_key(table_given, function(key)
      return type(key) == "string" and not suggest.contains(names, key)
    end)
    if name then
      return errors.fail("no_column.stated_option", { name = name, option = option, known = names }, o.name)
    end
  end
  return true
end

-- A field that stands in quotes as a whole, those inside doubled.
local function in_quotes(field)
  local inner = #field > 1 and field:match '^"(.*)"$'
  return inner and not inner:gsub('""', ""):find('"', 1, true)
end

-- Quotes are data between tabs unless something else is stated; most programs that write them there mean quotes.
local function tell_quotes(notes, names, o, given)
  if o.json or o.quotes or given.quotes ~= nil then return end
  for _, record in ipairs(table.move(notes.first or {}, 1, #(notes.first or {}), 2, { names })) do
    for i = 1, #names do
      if record[i] and in_quotes(record[i]) then
        notes[#notes + 1] = require("parley.base.notes").new("guessed.quotes", nil, { value = record[i] })
        return
      end
    end
  end
end

local function open_reader(o, given)
  if not o.workbook then return core.reader(o) end
  local placed, message, code = sheets().place(o, given)
  if not placed then return nil, message, code end
  return core.reader(o)
end

--- Opens a text to look at it: its reader, the names of its columns, and what is to be told of them; `doubt` is
--- among that when its first line is probably no header.
---@param path string
---@param given table checked options
---@param typed boolean? whether values come as the types that are stated
---@return userdata? reader, string[]|string names, table|string notes
function input.look(path, given, typed)
  local o = reader_options(path, given, typed)
  local reader, message, code = open_reader(o, given)
  if not reader then return unopened(o.path, message, code) end
  local names, notes, good
  names, notes, code = settle_names(reader, o, given)
  if not names then return nil, notes, code end
  if notes.doubt then return reader, names, notes end
  good, message, code = check_stated(names, o, given)
  if not good then return nil, message, code end
  tell_quotes(notes, names, o, given)
  return reader, names, notes
end

--- Opens a text for reading: a text whose first line is probably no header is refused.
---@param path string
---@param given table checked options
---@param typed boolean?
---@return userdata? reader, string[]|string names, table|string notes
function input.open(path, given, typed)
  local reader, names, notes = input.look(path, given, typed)
  if not reader or not notes.doubt then return reader, names, notes end
  reader:close()
  return errors.fail(notes.doubt[1], notes.doubt[2], name_of(path, given))
end

--- The format an input is read as, and what messages call it.
input.format_of, input.name_of = format_of, name_of

return input
