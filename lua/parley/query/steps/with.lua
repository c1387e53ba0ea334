--- with: all columns, and computed ones; one of the same name is replaced.

local bound = require "parley.query.bound"
local expr = require "parley.query.expr"
local items = require "parley.query.items"

local with = {}

--- All columns, and these computed ones; one of the same name is replaced.
---@param ... string  expressions
---@return table step
function with.apply(_, ...)
  return { verb = "with", items = items.parse_some(expr.parse_item, "with", "with(\"high - low as spread\")", ...) }
end

-- The place each item takes: that of the column of its name, or one at the end.
local function places_of(columns, list)
  local places, at, count = {}, {}, #columns
  for i, column in ipairs(columns) do at[column.name] = i end
  for i, item in ipairs(list) do
    if not at[item.name] then
      count = count + 1
      at[item.name] = count
    end
    places[i] = at[item.name]
  end
  return places
end

function with.bind(before, step)
  local list, lookups = items.bind_all(before, step.items)
  local columns, places = table.move(before.columns, 1, #before.columns, 1, {}), places_of(before.columns, list)
  for i, item in ipairs(list) do columns[places[i]] = item.column end
  return bound.with_columns(before, { verb = "with", items = list, places = places }, columns, { lookups = lookups })
end

return with
