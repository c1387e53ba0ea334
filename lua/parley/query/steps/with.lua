--- with: all columns, and computed ones; one of the same name is replaced.

local bound = require "parley.query.bound"
local expr = require "parley.query.expr"
local items = require "parley.query.items"
local windows = require "parley.query.steps.windows"

local with = { after_by = true }

--- All columns, and these computed ones; one of the same name is replaced. After by(), values over each row's group.
---@param q parley.Query
---@param ... any  expressions, each followed by the values of its `?`
---@return table step, table? changes
function with.apply(q, ...)
  local list = items.parse_some(expr.parse_item, "with", "with(\"high - low as spread\")", ...)
  if q.keys then return windows.step(q, list) end
  return { verb = "with", items = list }
end

function with.bind(before, step)
  local list, lookups = items.bind_all(before, step.items)
  local columns, places = items.put_among(before.columns, list)
  return bound.with_columns(before, { verb = "with", items = list, places = places }, columns, { lookups = lookups })
end

return with
