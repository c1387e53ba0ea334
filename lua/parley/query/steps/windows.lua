--- windows: with() after by(): all rows, and beside them values over each row's group, in the order of the rows.

local bound = require "parley.query.bound"
local computed_columns = require "parley.query.computed_columns"
local items = require "parley.query.items"
local select_ = require "parley.query.steps.select"

local windows = {}

--- The step of a query with keys.
---@param q parley.Query
---@param list table[]  parsed items
---@return table step, table changes
function windows.step(q, list) return { verb = "windows", keys = q.keys, items = list }, { keys = false } end

-- Columns of the rows of a link, by the names of some others.
local function named(rows, columns, from)
  local list = {}
  for i = from, #columns do list[#list + 1] = items.of_column(columns[i].name) end
  return (items.bind_all(rows, list))
end

-- The same step on rows that have further columns at their end: it puts its own behind them, and a select before.
local function carry_along(before, link, count)
  local rows = computed_columns.beside(before, bound.copy_of(link.step), link.step.items, { lookups = link.lookups })
  local list, more = named(rows, link.columns, 1), named(rows, before.columns, #before.columns - count + 1)
  return select_.link(rows, table.move(more, 1, count, #list + 1, list))
end

function windows.bind(before, step)
  local keys, list, lookups = items.grouped(before, step, { aggregates = true, windows = true })
  return computed_columns.beside(before,
    { verb = "windows", shown = "with() after by()", keys = keys, adding = items.adding(list), keeps_rows = true,
      carry_along = carry_along, told_apart = items.told_apart(keys, list) }, list,
    { lookups = lookups })
end

return windows
