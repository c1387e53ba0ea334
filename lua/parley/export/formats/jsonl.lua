--- JSON Lines: one object per row and line.

local json = require "parley.export.formats.json"

return {
  cell = json.cell,
  missing = json.missing,
  prepare = json.prepare,
  refuse = json.refuse,
  header = function() return "" end,
  row = function(cells, shape) return json.object(cells, shape) .. "\n" end,
  footer = function() return "" end,
}
