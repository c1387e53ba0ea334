--- Quantities: the columns that hold the bounds of one number.

local quantities = {}

local found = setmetatable({}, { __mode = "k" })      -- table -> its quantities

--- The quantities of a table, in its order: { low =, best =, high = } each, as far as there are such columns.
---@param info table
---@return table<string, string>[]
function quantities.of(info)
  if found[info] then return found[info] end
  local list, by_name = {}, {}
  for _, column in ipairs(info.columns) do
    local name = column.quantity
    if name and not by_name[name] then
      by_name[name] = {}
      list[#list + 1] = by_name[name]
    end
    if name then by_name[name][column.bound] = column.name end
  end
  found[info] = list
  return list
end

--- An exact number, given as `best` alone, sets all three bounds.
---@param info table
---@param values table column = value
function quantities.complete(info, values)
  for _, bounds in ipairs(quantities.of(info)) do
    local best = bounds.best and values[bounds.best]
    if best and values[bounds.low] == nil and values[bounds.high] == nil then
      values[bounds.low], values[bounds.high] = best, best
    end
  end
end

return quantities
