--- The order of things of which some have to stand behind others: as they are given, but each behind what it needs.
-- Where things need each other in a circle, the one that is met first stands last. However long a chain is, nothing is
-- called within itself.

--- Puts items behind those that they need.
---@generic T
---@param list T[]
---@param needed fun(item: T, i: integer): T|false|nil  the i-th that it needs; false: none in that place; nil: no more
---@return T[]
return function(list, needed)
  local ordered, met = {}, {}
  for _, first in ipairs(list) do
    local path, at = { first }, { 0 }
    local depth = met[first] and 0 or 1
    met[first] = true
    while depth > 0 do
      at[depth] = at[depth] + 1
      local before = needed(path[depth], at[depth])
      if before == nil then
        ordered[#ordered + 1] = path[depth]
        depth = depth - 1
      elseif before and not met[before] then
        met[before], depth = true, depth + 1
        path[depth], at[depth] = before, 0
      end
    end
  end
  return ordered
end
