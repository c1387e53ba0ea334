--- Sheets of workbooks: which one is read, which part of it, and where its header stands.
-- The C below makes a sheet into the text that the reader of CSV reads (csrc/text/xlsx_csv.h): what is stated of a
-- workbook is made into what that takes.

local core = require "parley.core"
local errors = require "parley.base.errors"
local notes = require "parley.base.notes"
local suggest = require "parley.base.suggest"

local sheets = {}

--- Options of workbooks alone.
sheets.OPTIONS = { "sheet", "range", "hidden" }

-- Options of texts, which a sheet has no use for.
local OF_TEXT = { "delimiter", "quotes", "encoding", "comment", "path" }

--- ## Options

local function is_row(value) return math.type(value) == "integer" and value >= 1 end

local function check_header(header)
  if header == nil or type(header) == "boolean" or is_row(header) then return end
  local is_span = type(header) == "table" and #header == 2 and is_row(header[1]) and is_row(header[2])
  if is_span and header[1] <= header[2] then return end
  local given = type(header) == "table" and { key = "of_type", type = "table" } or tostring(header)
  errors.raise("bad_argument.header_rows", { given = given })
end

--- Raises for options of workbooks that cannot be meant, and for those of another format.
---@param given table
---@param format string
function sheets.check(given, format)
  if format ~= "xlsx" then
    for _, name in ipairs(sheets.OPTIONS) do
      if given[name] ~= nil then errors.raise("bad_argument.sheet_option", { option = name, format = format }) end
    end
    if given.header ~= nil and type(given.header) ~= "boolean" then
      errors.raise("bad_argument.header_of_text", { format = format })
    end
    return
  end
  for _, name in ipairs(OF_TEXT) do
    if given[name] ~= nil then errors.raise("bad_argument.text_option", { option = name }) end
  end
  local sheet = given.sheet
  if sheet ~= nil and type(sheet) ~= "string" and not is_row(sheet) then
    errors.raise("bad_argument.sheet", { given = tostring(sheet) })
  end
  if given.range ~= nil and type(given.range) ~= "string" then
    errors.raise("bad_argument.range", { range = tostring(given.range) })
  end
  if given.hidden ~= nil and type(given.hidden) ~= "boolean" then
    errors.raise("bad_type.boolean_option", { name = "hidden", got = type(given.hidden) })
  end
  check_header(given.header)
end

--- ## Which sheet

local function names_of(book)
  local names = {}
  for i, sheet in ipairs(book) do names[i] = sheet.name end
  return names
end

-- The number of a name, which Excel compares without regard to case.
local function numbered(book, name)
  local alike
  for i, sheet in ipairs(book) do
    if sheet.name == name then return i end
    if sheet.name:lower() == name:lower() then alike = alike or i end
  end
  return alike
end

-- The first sheet that is seen and holds a table.
local function first_of(book)
  local any
  for i, sheet in ipairs(book) do
    if sheet.table and sheet.state == "visible" then return i end
    any = any or (sheet.table and i)
  end
  return any
end

--- The number of the sheet that is asked for; the first that is seen and holds a table where none is.
---@param book table
---@param wanted string|integer|nil
---@param path string
---@return integer? number, string? message, string? code
function sheets.number_of(book, wanted, path)
  local known = names_of(book)
  if wanted == nil then
    local first = first_of(book)
    if first then return first end
    return errors.fail("empty.no_tables", nil, path)
  end
  local number = type(wanted) == "string" and (numbered(book, wanted) or math.tointeger(tonumber(wanted))) or wanted
  if not book[number] then
    local listed, by_name = suggest.listed(known), type(wanted) == "string"
    local hint = by_name and suggest.nearest(wanted, known) and suggest.hint(wanted, known) or nil
    return errors.fail(by_name and "no_name.sheet" or "no_name.sheet_number",
      { name = wanted, number = wanted, count = #book, names = listed, hint = hint }, path)
  end
  if book[number].table then return number end
  return errors.fail("no_name.chart_sheet", { name = book[number].name }, path)
end

--- Adds to the options of a reader in C which sheet is read, and how.
---@param o table
---@param given table checked options
---@return table? o, string? message, string? code
function sheets.place(o, given)
  local book, message, code = core.workbook(o)
  if not book then return nil, message, code end
  local number
  number, message, code = sheets.number_of(book, given.sheet, o.name)
  if not number then return nil, message, code end
  local header = given.header
  o.sheet, o.range, o.hidden = number, given.range, given.hidden
  o.rows = is_row(header) and { header, header } or type(header) == "table" and header or nil
  o.header = header ~= false
  o.file, o.name = o.name, ("%s, sheet '%s'"):format(o.name, book[number].name)
  return o
end

--- What is stated of the text that a sheet is made into: its delimiter is nobody's choice, and where the header is
--- stated no other line is doubted to be it.
---@param given table checked options
---@return table given
function sheets.of_text(given)
  local copy = {}
  for key, value in pairs(given) do copy[key] = value end
  copy.delimiter = ","
  if type(given.header) ~= "boolean" and given.header ~= nil then copy.header, copy.skip = true, given.skip or 0 end
  return copy
end

--- Whether the header stands where it is stated.
---@param reader userdata
---@param o table options of the reader
---@return boolean? good, string? message, string? code
function sheets.check_header(reader, o)
  local last = o.rows and o.rows[2]
  if not last then return true end
  local _, _, line = reader:ahead(0)
  if line == last then return true end
  return errors.fail("empty.header_row", { row = last }, o.name)
end

--- ## What is told

--- Notes of what a sheet held that is no value: errors, formulas that were never computed, rows that are hidden.
---@param reader userdata whose records have been read
---@param given table checked options
---@return parley.Note[]
function sheets.notes(reader, given)
  local facts, list = reader:sheet(), {}
  if not facts then return list end
  for _, found in ipairs(facts.errors) do
    list[#list + 1] = notes.new("left_out.sheet_errors", found.count, { word = found.word, cell = found.cell })
  end
  if facts.formulas then
    list[#list + 1] = notes.new("left_out.sheet_formulas", facts.formulas.count, { cell = facts.formulas.cell })
  end
  if facts.hidden > 0 then
    local key = given.hidden == false and "left_out.hidden_rows" or "guessed.hidden_rows"
    list[#list + 1] = notes.new(key, facts.hidden, { row = facts.first_hidden })
  end
  return list
end

return sheets
