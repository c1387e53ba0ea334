--- windows: with() after by(): all rows, and beside them values over each row's group, in the order of the rows.

local computed_columns = require "parley.query.computed_columns"
local items = require "parley.query.items"

local windows = {}

--- The step of a query with keys.
---@param q parley.Query
---@param list table[]  parsed items
---@return table step, table changes
function windows.step(q, list) return { verb = "windows", keys = q.keys, items = list }, { keys = false } end

function windows.bind(before, step)
  local keys, lookups = step.keys.bound, step.keys.lookups
  if not keys then keys, lookups = items.keys(before, step.keys) end
  local list, more = items.bind_all(before, step.items, { aggregates = true, windows = true })
  return computed_columns.beside(before,
    { verb = "windows", shown = "with() after by()", keys = keys, adding = items.adding(list) }, list,
    { lookups = table.move(more, 1, #more, #lookups + 1, table.move(lookups, 1, #lookups, 1, {})) })
end

return windows
