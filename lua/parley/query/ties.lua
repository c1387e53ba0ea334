--- Ties: the rows that a limit cuts off though they stand level with the last one it keeps.

local bound = require "parley.query.bound"
local core = require "parley.core"

local ties = {}

-- Whether two rows have the same place: their keys are equal, and dates have the same days.
local function same(a, b, types)
  for i, kind in ipairs(types) do
    local equal = a[i] == b[i]
    if not equal and kind == "date" and type(a[i]) == "string" and type(b[i]) == "string" then
      local first, last = core.date(a[i])
      local other_first, other_last = core.date(b[i])
      equal = first == other_first and last == other_last
    end
    if not equal then return false end
  end
  return true
end

--- How many rows behind the last one kept have its keys.
---@param keys parley.Query|parley.Frame  nothing but the keys, in order
---@param step table  of limit
---@return integer
function ties.count(keys, step)
  local last, row, found, kept = nil, 0, 0, (step.offset or 0) + step.n
  if step.n == 0 then return 0 end
  local types = keys:types()
  local following, state, control, closing = keys:each()
  local _ <close> = closing
  while true do
    local values = table.pack(following(state, control))
    control = values[1]
    if control == nil then return found end
    row = row + 1
    if row == kept then
      last = values
    elseif row > kept then
      if not same(values, last, types) then return found end
      found = found + 1
    end
  end
end

--- The link that has nothing but the keys of the sort before a limit.
---@param link table  of the limit
---@return table
function ties.keys(link)
  local list, columns = {}, {}
  for i, item in ipairs(link.before.step.items) do
    local column = bound.copy_of(item.column, { name = "#" .. i })
    list[i], columns[i] = bound.copy_of(item, { name = column.name, column = column }), column
  end
  return bound.with_columns(link.before, { verb = "select", items = list }, columns, { lookups = link.before.lookups })
end

return ties
