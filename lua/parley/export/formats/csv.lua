--- CSV as RFC 4180 has it, with LF. Nothing between two commas is a missing value, "" an empty text.

local core = require "parley.core"
local plain = require "parley.base.plain_text"

local find, gsub, byte, concat = string.find, string.gsub, string.byte, table.concat

local function cell(value)
  if type(value) ~= "string" then return plain.bare(value) end
  -- four plain searches are quicker than one for a set of characters
  if value == "" or find(value, ",", 1, true) or find(value, '"', 1, true) or find(value, "\n", 1, true)
    or find(value, "\r", 1, true) or byte(value) == 32 or byte(value, -1) == 32 then
    return '"' .. gsub(value, '"', '""') .. '"'
  end
  return value
end

return {
  cell = cell,
  missing = "",
  header = function(shape) return concat(shape:cells_of_names(cell), ",") .. "\n" end,
  row = function(cells, shape) return concat(cells, ",", 1, shape.n) .. "\n" end,
  footer = function() return "" end,
  write = core.write_csv,
}
