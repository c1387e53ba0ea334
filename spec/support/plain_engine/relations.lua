-- Relations of the naive engine, { columns = { { name, type, at } }, rows = lists }: expressions over one, and its
-- order.

local amounts = require "parley.query.amounts"
local bind = require "parley.query.bind"
local expr = require "parley.query.expr"
local traits = require "parley.base.traits"
local tree = require "parley.query.tree"
local AGGREGATES = require "spec.support.plain_engine.aggregates"
local WINDOWS = require "spec.support.plain_engine.windows"
local semantics = require "spec.support.plain_engine.semantics"
local evaluate = require "spec.support.plain_engine.expressions"

local clean, first_day, last_day = semantics.clean, semantics.first_day, semantics.last_day
local comparable = semantics.comparable

-- Aggregates and windows over rows -------------------------------------------------------------------------------

local function aggregates_of(node, found)
  if node.aggregate or node.window then
    found[#found + 1] = node
    return found
  end
  tree.find(node, function(inner)
    if inner.aggregate or inner.window then found[#found + 1] = inner end
    return false
  end)
  return found
end

-- The values of the aggregates of a node over the rows of a group, and of windows in its at-th row.
local function aggregated(node, rows, at)
  local values_of = {}
  for _, call in ipairs(aggregates_of(node, {})) do
    local values = {}
    if call.window then values_of[call] = WINDOWS[call.name](call, rows, at) end
    for _, row in ipairs(rows) do
      local value = call.args[1] and evaluate(call.args[1], row)
      if value ~= nil then values[#values + 1] = value end
    end
    if call.aggregate then values_of[call] = AGGREGATES[call.name](call, values, rows) end
  end
  return values_of
end

local function kind_of(node) return node.type == "null" and "text" or node.type end

-- Expressions over a relation ------------------------------------------------------------------------------------

local function scope_of(relation, text, more)
  local by_name = {}
  for i = #relation.columns, 1, -1 do by_name[relation.columns[i].name] = relation.columns[i] end
  local rows = { columns = relation.columns, by_name = by_name, home = {}, info = { name = "plain" } }
  local scope = { text = text, rows = rows, lookups = {} }
  for key, value in pairs(more or {}) do scope[key] = value end
  return scope
end

-- A column, with the traits of the one it is made of; parley.base.traits says what these are.
local function column_like(name, type, from) return traits.copy({ name = name, type = type }, from) end

-- What an item gives: a column that is passed on keeps its traits.
local function column_of(item)
  return column_like(item.name, kind_of(item.node), item.node.kind == "column" and item.node.column or nil)
end

local function checked(relation, text, node, more) return bind.expression(scope_of(relation, text, more), node) end

local function item_of(relation, text, more)
  local item = type(text) == "table" and text or expr.parse_item(text)
  text = item.text
  item.node = checked(relation, text, item.node, more)
  if item.node.type == "amount" and not (more and more.aggregates) then item.node = amounts.text(item.node) end
  item.type, item.column = item.node.type, item.node.column or { name = item.name }
  return item
end

-- The relation of these columns, whose rows are given by a function of the old ones.
local function made(columns, rows)
  for at, column in ipairs(columns) do column.at = at end
  return { columns = columns, rows = rows }
end

local function computed(relation, items, value_of)
  local columns, rows = {}, {}
  value_of = value_of or evaluate
  for i, item in ipairs(items) do columns[i] = column_of(item) end
  for r, row in ipairs(relation.rows) do
    rows[r] = {}
    for i, item in ipairs(items) do rows[r][i] = clean(value_of(item.node, row, r)) end
  end
  return made(columns, rows)
end

-- Order ----------------------------------------------------------------------------------------------------------

-- Negative, 0 or positive; missing values last either way.
local function order_of(a, b, desc)
  if a == nil or b == nil then return (a == nil and 1 or 0) - (b == nil and 1 or 0) end
  if a == b then return 0 end
  return (a < b) == not desc and -1 or 1
end

local function sort_values(value, kind)
  if kind == "date" then return first_day(value), last_day(value) end
  return comparable(value, kind), nil
end

-- Rows in the order of keys { value = function of a row, type, desc }; stable.
local function sorted(rows, keys)
  local entries = {}
  for at, row in ipairs(rows) do
    local entry = { at = at, row = row }
    for k, key in ipairs(keys) do entry[2 * k - 1], entry[2 * k] = sort_values(key.value(row), key.type) end
    entries[at] = entry
  end
  table.sort(entries, function(a, b)
    for k = 1, 2 * #keys do
      local order = order_of(a[k], b[k], keys[(k + 1) // 2].desc)
      if order ~= 0 then return order < 0 end
    end
    return a.at < b.at
  end)
  for at, entry in ipairs(entries) do entries[at] = entry.row end
  return entries
end

-- Whether two rows are equal by keys.
local function level(a, b, keys)
  for _, key in ipairs(keys) do
    local first, last = sort_values(key.value(a), key.type)
    local other_first, other_last = sort_values(key.value(b), key.type)
    if first ~= other_first or last ~= other_last then return false end
  end
  return true
end

local function by_columns(columns, count)
  local keys = {}
  for i = 1, count do keys[i] = { type = columns[i].type, value = function(row) return row[i] end } end
  return keys
end

local function kept(relation, holds)
  local rows = {}
  for _, row in ipairs(relation.rows) do
    if holds(row) then rows[#rows + 1] = row end
  end
  return { columns = relation.columns, rows = rows }
end

return { column_like = column_like, level = level, aggregated = aggregated, checked = checked, item_of = item_of,
  kind_of = kind_of, made = made, computed = computed, sorted = sorted, by_columns = by_columns, kept = kept }
