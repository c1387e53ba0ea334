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

--- The number of a best estimate that is only about right, written "~250"; nil where a value is nothing of the kind.
---@param column table
---@param value any
---@return number?
function quantities.approximate(column, value)
  if column.bound ~= "best" or type(value) ~= "string" then return nil end
  local digits = value:match "^~%s*(%d[%d.]*)$"
  return digits and tonumber(digits)
end

--- Makes numbers of the best estimates of a row that are only about right, and says which columns those are.
---@param info table
---@param values table column = value
---@return table<string, boolean> about
function quantities.take_approximate(info, values)
  local about = {}
  for _, bounds in ipairs(quantities.of(info)) do
    local number = bounds.best and quantities.approximate(info.by_name[bounds.best], values[bounds.best])
    if number then values[bounds.best], about[bounds.best] = number, true end
  end
  return about
end

--- An exact number, given as `best` alone, sets all three bounds; one that is about right sets no other.
---@param info table
---@param values table column = value
---@param about table<string, boolean>?  the columns whose number is only about right
function quantities.complete(info, values, about)
  for _, bounds in ipairs(quantities.of(info)) do
    local best = bounds.best and not (about and about[bounds.best]) and values[bounds.best]
    if best and values[bounds.low] == nil and values[bounds.high] == nil then
      values[bounds.low], values[bounds.high] = best, best
    end
  end
end

return quantities
