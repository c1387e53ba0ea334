--- CSV as RFC 4180 has it, with LF. Nothing between two commas is a missing value, "" an empty text.
-- Options say otherwise for programs that want it so: another delimiter, CR LF, a mark at the beginning, formulas as
-- texts. What a cell looks like is decided in C alone (csrc/text/csv_writer.h).

local core = require "parley.core"
local errors = require "parley.base.errors"
local options = require "parley.base.options"
local plain = require "parley.base.plain_text"

local function format_with(mark, style)
  return {
    header = function(shape) return mark .. core.csv_line(shape.names, shape.n, style) end,
    row = function(values, shape) return core.csv_line(values, shape.n, style) end,
    footer = function() return "" end,
    write = function(rows, width, sink) return core.write_csv(rows, width, sink, style) end,
  }
end

local csv = format_with ""

-- One byte that is no part of a text, a number or a line's end.
local function delimiter_of(given)
  local delimiter = given.delimiter or ","
  if type(delimiter) == "string" and #delimiter == 1 and delimiter:find("^[^%w\r\n\"'.+%-\0\128-\255]$") then
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
  return format_with(bom and "\u{feff}" or "", { delimiter = delimiter, crlf = crlf,
    formulas_texts = formulas ~= nil })
end

return csv
