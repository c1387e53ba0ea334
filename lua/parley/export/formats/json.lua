--- JSON as RFC 8259 has it: a list of objects, one per row, their keys in the order of the columns.
-- What JSON lacks (inf, nan) is null. Several in a column that takes several are a list. The objects are shared with
-- JSON Lines.

local errors = require "parley.base.errors"
local json = require "parley.base.json"
local plain = require "parley.base.plain_text"

local concat, find, gsub = table.concat, string.find, string.gsub

local function cell(value)
  if type(value) == "string" then return (plain.is_harmless(value) or utf8.len(value)) and json.text(value) or nil end
  if type(value) == "number" and value - value ~= 0 then return "null" end
  return plain.bare(value)
end

local function refuse(text, place)
  local _, bad = utf8.len(text)
  errors.raise("bad_encoding.json", { place = place, bad = bad,
    byte = ("%02x"):format(text:byte(bad)) })
end

-- Makes the text before each value, '{"first":' and ',"second":', once for all rows.
local function prepare(shape)
  local keys, seen = {}, {}
  for i, name in ipairs(shape.names) do
    local shown = plain.visible(name)
    if seen[name] then
      errors.raise("twin_columns.json", { shown = shown })
    end
    local key = cell(name) or refuse(name, { key = "name_of_column", at = i })
    seen[name], keys[i] = true, (i == 1 and "{" or ",") .. key .. ":"
  end
  shape.keys, shape.pieces = keys, {}
end

-- Several in one text, as a list.
local function listed(cell_text)
  if not find(cell_text, "; ", 1, true) then return cell_text end
  return "[" .. gsub(cell_text, "; ", '","') .. "]"
end

-- Key, value, key, value … in a list that lives as long as the export.
local function object(cells, shape)
  local pieces, keys = shape.pieces, shape.keys
  for i in pairs(shape.several or {}) do cells[i] = listed(cells[i]) end
  for i = 1, shape.n do pieces[2 * i - 1], pieces[2 * i] = keys[i], cells[i] end
  return concat(pieces, "", 1, 2 * shape.n) .. "}"
end

return {
  cell = cell,
  missing = "null",
  prepare = prepare,
  refuse = refuse,
  object = object,
  header = function() return "[" end,
  row = function(cells, shape, number) return (number == 1 and "\n" or ",\n") .. object(cells, shape) end,
  footer = function(rows) return rows == 0 and "]\n" or "\n]\n" end,
}
