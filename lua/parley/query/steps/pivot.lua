--- pivot: a cross table, whose columns are the values there are when the query runs.

local bound = require "parley.query.bound"
local errors = require "parley.base.errors"
local expr = require "parley.query.expr"
local tree = require "parley.query.tree"
local functions = require "parley.query.functions"
local items = require "parley.query.items"
local options = require "parley.base.options"
local pivot_shape = require "parley.query.pivot_shape"
local each_item = require "parley.query.each_item"
local join = require "parley.query.steps.join"
local summarise = require "parley.query.steps.summarise"
local union = require "parley.query.steps.union"

local pivot = {}

local function one_or_more(value, what)
  if type(value) == "table" then return value end
  if type(value) == "string" then return { value } end
  errors.raise("bad_expression.list", { what = what, got = type(value) })
end

--- A cross table: a row per value of `rows`, a column per value of `columns`, `values` in the cells. With `margins`, a
--- column and a row `total` are worked out from the rows themselves, not from the cells.
--- Errors: no_option, bad_expression, no_column, bad_argument, too_large.
--- See also: unpivot, by.
--- Example: ds.talks:pivot{rows = "place", columns = "status"}
---@param given parley.PivotOptions
---@return table step
function pivot.apply(_, given)
  given = options.check(given, "pivot{}", { "rows", "columns", "values", "margins" })
  if type(given.columns) ~= "string" then errors.raise "bad_expression.pivot_columns" end
  options.switch(given.margins, "margins")
  local rows = one_or_more(given.rows, options.of("pivot{}", "rows"))
  return { verb = "pivot", rows = items.parse_all(expr.parse_item, "pivot", table.unpack(rows)),
    columns = expr.parse_item(given.columns), values = expr.parse_item(given.values or "count()"),
    margins = given.margins or nil }
end

local function is_aggregate(node) return node.kind == "call" and functions.aggregates[node.name] ~= nil end

local TOTAL = "total"

-- The keys of the row of totals: the word in the place of the first one, where that is a text, else missing.
local function total_keys(keys)
  local list = {}
  for i, key in ipairs(keys) do
    local word = i == 1 and key.type == "text"
    list[i] = { name = key.name, text = TOTAL, node = { kind = "literal", type = key.type, pos = 1,
      value = word and TOTAL or nil } }
  end
  return list
end

-- A pivot by some keys, and beside it the value over all columns: a row with several in a key stands there once for
-- each, and once where it has several columns. Its columns are values, so the join waits.
local function with_total(before, step, keys)
  local crossed = pivot.bind(before, { verb = "pivot", rows = keys, columns = step.columns, values = step.values })
  if bound.is_doubtful(crossed.step) then crossed.doubts, crossed.doubtful = true, true end
  local values = bound.copy_of(step.values, { name = TOTAL })
  local apart, each = each_item.link(before, keys)
  local totals = summarise.bind(apart, { keys = each, items = { values } })
  local on = {}
  for i, key in ipairs(keys) do on[i] = { key.name, key.name } end
  return join.waiting(crossed, { kind = "left", keys = on, right = totals, missing = "match",
    keyless = true })
end

-- The cross table, and below it the row of totals.
local function with_margins(before, step)
  local upper = with_total(before, step, step.rows)
  local lower = with_total(before, step, total_keys(items.keys(before, step.rows)))
  return union.waiting(upper, { right = lower })
end

function pivot.bind(before, step)
  if step.margins then return with_margins(before, step) end
  if not tree.find(step.values.node, is_aggregate) then
    errors.raise("bad_expression.pivot_values", { text = step.values.text })
  end
  local written = table.move(step.rows, 1, #step.rows, 1, {})
  written[#written + 1] = step.columns
  before, written = each_item.link(before, written)
  local across = table.remove(written)
  local keys, lookups = items.keys(before, written)
  local columns = items.bind(before, across, lookups)
  local values = items.bind(before, step.values, lookups, { aggregates = true, keys = keys })
  local groups = table.move(keys, 1, #keys, 1, {})
  groups[#groups + 1] = columns
  return bound.after(before, { verb = "pivot", rows = keys, columns = columns, values = values, keys = groups,
    adding = items.adding { values }, ordered = items.need_order { values },
    told_apart = items.told_apart(groups, { values }) }, { lookups = lookups, open = true })
end

--- The link of a pivot whose values are known by now, in their order.
---@param link table
---@param values any[]
---@return table
function pivot.finish(link, values)
  local step, columns = link.step, {}
  for i, key in ipairs(step.rows) do columns[i] = key.column end
  local name_of = pivot_shape.namer(step)
  for _, value in ipairs(values) do
    local column = { name = name_of(value), type = step.values.type }
    bound.refuse_twin(columns, column)
    columns[#columns + 1] = column
  end
  return bound.with_columns(link.before, bound.copy_of(step, { found = values }), columns,
    { apart = true, grouped = true })
end

return pivot
