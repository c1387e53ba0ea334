--- The order of texts byte by byte, as both stores have it, whatever the locale is: Lua's own asks the locale.

local byte_order = {}

--- Whether one text comes before another.
---@param x string
---@param y string
---@return boolean
function byte_order.before(x, y)
  for i = 1, math.min(#x, #y) do
    local one, other = x:byte(i), y:byte(i)
    if one ~= other then return one < other end
  end
  return #x < #y
end

--- Sorts a list of texts.
---@generic T
---@param list T
---@return T
function byte_order.sort(list)
  table.sort(list, byte_order.before)
  return list
end

return byte_order
