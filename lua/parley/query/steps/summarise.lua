--- summarise: one row per group, sorted by the group's keys; one row in all without keys.

local bound = require "parley.query.bound"
local expr = require "parley.query.expr"
local items = require "parley.query.items"

local summarise = { after_by = true }

--- The step of a query, whose keys may be those of by().
---@param q parley.Query
---@param list table[]  parsed items
---@return table step, table changes
function summarise.step(q, list)
  return { verb = "summarise", keys = q.keys or {}, items = list }, { keys = false }
end

--- One row per group, sorted by the group's keys (one row in all without `by`).
---@param q parley.Query
---@param ... string  aggregates, such as "sum(best) as total"
---@return table step, table changes
function summarise.apply(q, ...)
  return summarise.step(q, items.parse_some(expr.parse_item, "summarise",
    "summarise(\"count()\", \"sum(best) as total\")", ...))
end

function summarise.bind(before, step)
  local keys, lookups = step.keys.bound, step.keys.lookups
  if not keys then keys, lookups = items.keys(before, step.keys) end
  local list, more = items.bind_all(before, step.items, { aggregates = true, keys = keys })
  for _, item in ipairs(list) do item.column.vocabulary = nil end
  local columns = items.columns(list, items.columns(keys))
  return bound.with_columns(before, { verb = "summarise", keys = keys, items = list, ordered = items.need_order(list) },
    columns, { lookups = table.move(more, 1, #more, #lookups + 1, table.move(lookups, 1, #lookups, 1, {})),
      apart = true, grouped = true })
end

return summarise
