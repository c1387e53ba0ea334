--- CSV as RFC 4180 has it, with LF. Nothing between two commas is a missing value, "" an empty text.
-- Options say otherwise for programs that want it so: another delimiter, CR LF, a mark at the beginning, formulas as
-- texts. Rows as they are without options, mark or not, are written in C.

local core = require "parley.core"
local errors = require "parley.base.errors"
local options = require "parley.base.options"
local plain = require "parley.base.plain_text"

local find, gsub, byte, concat = string.find, string.gsub, string.byte, table.concat

-- Texts in quotes where they have to be.
local function cell_with(delimiter)
  return function(value)
    if type(value) ~= "string" then return plain.bare(value) end
    -- four plain searches are quicker than one for a set of characters
    if value == "" or find(value, delimiter, 1, true) or find(value, '"', 1, true) or find(value, "\n", 1, true)
      or find(value, "\r", 1, true) or byte(value) == 32 or byte(value, -1) == 32 then
      return '"' .. gsub(value, '"', '""') .. '"'
    end
    return value
  end
end

-- A text that a spreadsheet would run begins with what it takes for "this is text".
local function as_text(value)
  if type(value) == "string" and find(value, "^[%s\0]*[=+%-@\t\r]") then return "'" .. value end
  return value
end

local function format_with(delimiter, line_end, mark, cell)
  local own = { cell = cell, missing = "", footer = function() return "" end }
  function own.header(shape) return mark .. concat(shape:cells_of_names(cell), delimiter) .. line_end end
  function own.row(cells, shape) return concat(cells, delimiter, 1, shape.n) .. line_end end
  return own
end

local csv = format_with(",", "\n", "", cell_with ",")
csv.write = core.write_csv

-- One byte that is no part of a text, a number or a line's end.
local function delimiter_of(given)
  local delimiter = given.delimiter or ","
  if type(delimiter) == "string" and #delimiter == 1 and find(delimiter, "^[^%w\r\n\"'.+%-\0\128-\255]$") then
    return delimiter
  end
  errors.raise("bad_argument.csv_delimiter", { shown = plain.visible(tostring(delimiter)) })
end

local function flag(given, name)
  local value = given[name]
  if value == nil or type(value) == "boolean" then return value end
  errors.raise("bad_argument.csv_flag", { name = name, shown = plain.visible(tostring(value)) })
end

--- The format with options: `bom` and `crlf` (true or false), `delimiter` (a character), `formulas` ("text").
---@param given table?
---@param what string  the call, for messages
---@return parley.Format
function csv.with(given, what)
  given = options.check(given, what, { "bom", "crlf", "delimiter", "formulas" })
  local delimiter, crlf, bom = delimiter_of(given), flag(given, "crlf"), flag(given, "bom")
  local formulas = options.one_of(given.formulas, { "text" }, { key = "formulas_kind" })
  local cell = cell_with(delimiter)
  local format = format_with(delimiter, crlf and "\r\n" or "\n", bom and "\u{feff}" or "",
    formulas and function(value) return cell(as_text(value)) end or cell)
  if delimiter == "," and not crlf and not formulas then format.write = csv.write end
  return format
end

return csv
