--- Items: what a verb computes, written as text and bound to rows.
-- As written: node, text, name (or desc, in an order). Bound: the typed node, and `column`, the record of what it
-- gives: that of the column it is, or one of a name and a type.

local bind = require "parley.query.bind"
local bound = require "parley.query.bound"
local errors = require "parley.base.errors"
local operands = require "parley.query.operands"
local tree = require "parley.query.tree"
local functions = require "parley.query.functions"

local items = {}

--- The item, as parsed, that a column is.
---@param name string
---@param as string?  another name for it
---@return table
function items.of_column(name, as)
  return { node = { kind = "column", path = { name }, pos = 1 }, text = name, name = as or name }
end

-- The values that may belong to an expression: what comes behind it.
local function values_after(given, at)
  return table.move(given, at + 1, given.n, 1, { n = given.n - at, more = true })
end

--- Parses all arguments of a verb: expressions, each followed by as many values as it has `?`.
---@param parse fun(text: string, params: table?): table, integer
---@param what string  the verb, for messages
---@param ... any
---@return table[]
function items.parse_all(parse, what, ...)
  local given, list, at = table.pack(...), {}, 1
  while at <= given.n do
    local text = given[at]
    if type(text) ~= "string" then
      require("parley.query.unknown_verbs").no_text("bad_expression.argument", text, { i = at, what = what })
    end
    local item, used = parse(text, text:find("?", 1, true) and values_after(given, at) or nil)
    list[#list + 1], at = item, at + 1 + used
  end
  return list
end

--- The same, where there must be one at least.
---@param parse fun(text: string, params: table?): table, integer
---@param what string
---@param example string
---@param ... any
---@return table[]
function items.parse_some(parse, what, example, ...)
  local list = items.parse_all(parse, what, ...)
  if #list == 0 then errors.raise("bad_argument.no_expressions", { what = what, example = example }) end
  return list
end

local function scope_of(rows, text, lookups, extra)
  return bound.copy_of({ rows = rows, text = text, lookups = lookups }, extra)
end

-- An amount where a value is wanted.
local function in_words(scope, node)
  if scope.sorts then tree.fail(scope.text, node.pos, "bad_type.sort_amount", { name = node.shown }) end
  if node.sum then tree.fail(scope.text, node.pos, "bad_type.sum_amount", { name = node.shown }) end
  return require("parley.query.amounts").text(node)
end

-- A tree that is deeper than this cannot be worked out: the parser of SQLite takes a hundred symbols that wait for
-- their end, and a call holds up to five.
local MOST_DEEP <const> = 18

-- The size and depth of a node, and whether it is too deep with the columns it uses, so that these have to be worked
-- out first.
local function measured(text, node)
  local size, depth, own = tree.measure(node)
  if own > MOST_DEEP then tree.fail(text, node.pos, "too_large.nested") end
  return size, depth, depth > MOST_DEEP or nil
end

local function is_aggregate(node) return node.kind == "call" and node.aggregate end

local PARTS = { "left", "right", "operand" }

-- The column of amounts that a node is one of: not of what asks about them, as a condition and rank() do, or a ratio.
local function amount_in(node)
  if node.kind == "column" then return node.column.adds and node end
  local entry = functions.entry_of(node)
  if node.type ~= "integer" and node.type ~= "number" or entry and entry.gives == "integer" then return nil end
  local found
  for _, part in ipairs(PARTS) do
    local inner = node[part] and amount_in(node[part])
    if inner and found and node.op == "/" then return nil end
    found = found or inner
  end
  for _, part in ipairs(node.args or node.list or {}) do found = found or amount_in(part) end
  return found
end

-- The column that an item gives. One worked out from an amount still adds up as the amount does, which is `derived`.
local function column_of(item, node, kind, size, depth)
  if node.path then return bound.copy_of(node.column, { name = item.name }) end
  local column = { name = item.name, type = kind, size = size, depth = depth }
  local amount = (kind == "integer" or kind == "number") and not tree.find(node, is_aggregate)
    and amount_in(node)
  if amount and not amount.via then
    local of = amount.column.derived or amount.column
    column.adds, column.origin, column.derived = of.adds, of.origin, of
  end
  return column
end

--- Binds one item.
---@param rows table  a link
---@param item table  as parsed
---@param lookups table  collects what only the data can tell
---@param extra { aggregates: boolean?, keys: table[]?, amounts: boolean?, sorts: boolean? }?  amounts: they are taken
---@return table  node, text, name, desc, type, column
function items.bind(rows, item, lookups, extra)
  local scope = scope_of(rows, item.text, lookups, extra)
  scope.names_results = not scope.sorts
  operands.refuse_number(scope, item.node)
  if item.unnamed and item.node.kind ~= "column" then
    require("parley.query.constants").refuse_item(scope, item.node)
  end
  local node = bind.expression(scope, item.node)
  if node.type == "amount" and not scope.amounts then node = in_words(scope, node) end
  local kind = bound.column_type(node)
  local size, depth, deep = measured(item.text, node)
  return { node = node, text = item.text, name = item.name, desc = item.desc, type = kind,
    column = column_of(item, node, kind, size, depth), doubtful = scope.doubtful, deep = deep }
end

--- Binds a list of items.
---@return table[] bound, table[] lookups
function items.bind_all(rows, list, extra)
  local found, lookups = {}, {}
  for i, item in ipairs(list) do found[i] = items.bind(rows, item, lookups, extra) end
  return found, lookups
end

--- The last columns of a link, as bound items.
---@param rows table  a link
---@param count integer
---@return table[]
function items.last(rows, count)
  local list = {}
  for i = 1, count do list[i] = items.of_column(rows.columns[#rows.columns - count + i].name) end
  return (items.bind_all(rows, list))
end

--- Binds a condition: { node, text }.
---@return table condition
function items.condition(rows, condition, lookups)
  local scope = scope_of(rows, condition.text, lookups)
  local node = bind.condition(scope, condition.node)
  local _, _, deep = measured(condition.text, node)
  return { node = node, text = condition.text, doubtful = scope.doubtful, deep = deep }
end

--- Binds the keys of groups, whose names must differ.
---@return table[] keys, table[] lookups
function items.keys(rows, list)
  local keys, lookups = items.bind_all(rows, list)
  for i, key in ipairs(keys) do
    for at = 1, i - 1 do bound.refuse_twin({ keys[at].column }, key.column) end
  end
  return keys, lookups
end

--- Binds the keys and the items of a step on groups; `extra` as for one item, with `keys` where items may name them.
---@param rows table  a link
---@param step { keys: table, items: table[] }
---@param extra table
---@return table[] keys, table[] bound, table[] lookups
function items.grouped(rows, step, extra)
  local keys, first = step.keys.bound, step.keys.lookups
  if not keys then keys, first = items.keys(rows, step.keys) end
  if extra.keys then extra.keys = keys end
  local list, more = items.bind_all(rows, step.items, extra)
  return keys, list, table.move(more, 1, #more, #first + 1, table.move(first, 1, #first, 1, {}))
end

--- Whether there is an aggregate in a bound tree.
function items.has_aggregate(node) return tree.find(node, is_aggregate) ~= nil end

local function is_ordered(node) return is_aggregate(node) and functions.aggregates[node.name].ordered end

--- Whether some item has an aggregate whose result depends on the order of rows.
function items.need_order(list)
  for _, item in ipairs(list) do
    if tree.find(item.node, is_ordered) then return true end
  end
  return false
end

-- A column of texts in any words, by itself or counted in its different values.
local function told_apart(node)
  local counted = node.aggregate and functions.aggregates[node.name].together
  local column = counted and node.args[1] or node
  return column.kind == "column" and column.type == "text" and column.column.texts_of and column or nil
end

--- The columns of texts whose different values make groups, or are counted (parley.query.twins); nil without any.
---@param keys table[]  bound items
---@param list table[]?  bound items that may count
---@return table[]? nodes
function items.told_apart(keys, list)
  local found = {}
  for _, key in ipairs(keys) do found[#found + 1] = told_apart(key.node) end
  for _, item in ipairs(list or {}) do
    tree.find(item.node, function(node) found[#found + 1] = node.aggregate and told_apart(node) or nil end)
  end
  return found[1] and found or nil
end

local function is_adding(node) return functions.adds_up(node) and amount_in(node.args[1]) end

--- What some bound items would add up of a table that says how its amounts do (parley.query.adding): the column, and
--- the item's text.
---@param list table[]
---@return { column: table, text: string }?
function items.adding(list)
  for _, item in ipairs(list) do
    local found = tree.find(item.node, is_adding)
    local node = found and is_adding(found)
    if node and not node.via then
      local text = item.text:find("(", 1, true) and item.text or ("%s(%s)"):format(found.name, item.text)
      return { column = node.column.derived or node.column, text = text }
    end
  end
end

--- The columns of some bound items, whose names must differ; vocabularies are for values as they are stored.
---@param list table[]
---@param columns table[]?  those before them
---@return table[]
function items.columns(list, columns)
  columns = columns or {}
  for _, item in ipairs(list) do
    bound.refuse_twin(columns, item.column)
    columns[#columns + 1] = item.column
  end
  return columns
end

return items
