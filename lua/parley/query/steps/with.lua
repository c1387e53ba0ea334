--- with: all columns, and computed ones; one of the same name is replaced.

local computed_columns = require "parley.query.computed_columns"
local expr = require "parley.query.expr"
local items = require "parley.query.items"
local select_ = require "parley.query.steps.select"
local windows = require "parley.query.steps.windows"

local with = { after_by = true }

--- All columns, and these computed ones; one of the same name is replaced. After by(), values over each row's group.
--- Errors: no_column, bad_expression, unknown_function, bad_type, twin_columns.
--- See also: select, by.
--- Example: ds.talks:with("upper(place) as town"):select("id", "town"):limit(2)
---@param q parley.Query
---@param ... any  expressions, each followed by the values of its `?`
---@return table step, table? changes
function with.apply(q, ...)
  local list = items.parse_some(expr.parse_item, "with", "with(\"high - low as spread\")", ...)
  if q.keys then return windows.step(q, list) end
  return { verb = "with", items = list }
end

-- The same step on rows that have further columns at their end, where these stay: a select of all there are.
local function carry(before, link, count)
  local list = {}
  for place = 1, #link.before.columns do list[place] = items.of_column(link.before.columns[place].name) end
  list = items.bind_all(before, list)
  for i, item in ipairs(link.step.items) do list[link.step.places[i]] = item end
  return select_.link(before, table.move(items.last(before, count), 1, count, #list + 1, list), link.lookups)
end

function with.bind(before, step)
  local list, lookups = items.bind_all(before, step.items)
  return computed_columns.beside(before, { verb = "with", keeps_rows = true, carry = carry }, list,
    { lookups = lookups })
end

return with
