--- Rows that are no file: a Frame, a query, or a function that gives a row at a time, read as JSON Lines.
-- So they are mapped, set aside and tried again as the rows of a file are.

local core = require "parley.core"
local errors = require "parley.base.errors"
local records = require "parley.base.records"
local json = require "parley.base.json"
local plain = require "parley.base.plain_text"

local row_text = {}

local function kind_of(value)
  local metatable = getmetatable(value)
  local name = type(metatable) == "table" and rawget(metatable, "__name")
  if type(value) == "userdata" and name == "parley.Frame" then return "Frame" end
  if type(value) == "table" and name == "parley.Query" then return "query" end
  return type(value) == "function" and "rows" or nil
end

-- A value as JSON; a number that is none is missing.
local function value_text(value, name)
  if value == nil or value == core.null or value ~= value then return "null" end
  if type(value) == "string" then return json.text(value) end
  if type(value) == "number" then return plain.number(value) end
  if type(value) == "boolean" then return tostring(value) end
  errors.raise("bad_type.row_value", { name = name, got = type(value) })
end

local function line_of(row, names)
  local parts = {}
  for i, name in ipairs(names) do parts[i] = json.text(name) .. ":" .. value_text(row[name], name) end
  return "{" .. table.concat(parts, ",") .. "}\n"
end

-- The names of a row's columns, sorted.
local function names_of(row)
  if type(row) ~= "table" then errors.raise("bad_type.given_row", { got = type(row) }) end
  local names = {}
  for name in pairs(row) do
    if type(name) ~= "string" then
      errors.raise("bad_type.row_column", { got = type(records.first_key(row, records.is_no_text)) })
    end
    names[#names + 1] = name
  end
  table.sort(names)
  return names
end

local ROWS_PER_PIECE = 200

-- Pieces of text, each of some rows.
local function pieces(next_row, columns)
  return function()
    local lines = {}
    while #lines < ROWS_PER_PIECE do
      local row = next_row()
      if row == nil then break end
      lines[#lines + 1] = line_of(row, columns or names_of(row))
    end
    return lines[1] and table.concat(lines) or nil
  end
end

--- The text of rows that are no file: what it is called, and a function that gives its pieces; nil for anything else.
---@param value any
---@return string? name, (fun(): string?)? reader
function row_text.of(value)
  local kind = kind_of(value)
  if not kind then return nil end
  if kind == "rows" then return kind, pieces(value) end
  return kind, pieces((value:rows()), value:columns())
end

--- What a mapping states about a file is not stated about rows that are none.
row_text.OF_FILES = { "columns", "header", "quotes", "delimiter", "encoding" }

return row_text
