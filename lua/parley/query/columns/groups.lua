--- Groups on columns: a pass that groups rows, and a relation over its result that computes what was asked for.

local check = require "parley.query.bind"
local functions = require "parley.query.functions"
local lists = require "parley.base.lists"
local lower = require "parley.query.columns.expression"
local source = require "parley.query.columns.source"
local sqlexpr = require "parley.query.sql.expression"
local Relation = require "parley.query.columns.relation"

local groups = {}

-- Collects the measures that the items need, each once.
local function collector(keys)
  local measures, arguments = {}, {}
  local function argument(node)
    local arg = node.args[1]
    local lowered = lower.node({ column = function(column) return column.column.node end }, arg)
    local any = functions.aggregates[node.name].parameters[1].type == "any"
    if lowered[2] == "any" and not any then lowered = lower.missing "number" end
    arguments[#arguments + 1] = lowered
    return #keys + #arguments
  end
  local function add(node)
    local name = node.name
    local share = functions.place_of(functions.aggregates[name], "share")
    local measure = { kind = name, type = node.type == "null" and "text" or node.type,
      p = share and node.args[share].value or nil }
    if name == "count" and #node.args == 0 then measure.kind = "count_rows" else measure.column = argument(node) end
    measures[#measures + 1] = measure
    return lower.column(#keys + #measures, measure.type)
  end
  return measures, arguments, add
end

local function needs_order(items)
  for _, item in ipairs(items) do
    if sqlexpr.needs_order(item.node) then return true end
  end
  return false
end

-- The group's keys: their records, and the names under which an item may use them.
local function keys_of(relation, items)
  local keys, names = {}, {}
  for _, item in ipairs(items) do
    local column = relation:compute(item)
    check.refuse_twin(keys, column)
    keys[#keys + 1] = column
    names[item.name] = true
    if item.node.kind == "column" then names[item.node.column.name] = true end
  end
  return keys, names
end

-- Where a column outside of an aggregate stands in the grouped rows: the key that is this column.
local function place_of_key(keys, items, record)
  local by_name
  for i, item in ipairs(items) do
    if item.node.kind == "column" and item.node.column == record then return i end
    if keys[i].name == record.name then by_name = i end
  end
  return by_name
end

--- Rows ready to be grouped: those behind a limit, or in an order that matters, are worked out first.
function groups.ready(relation, items)
  return relation:worked_out_if(relation.limit or #relation.order > 0 and needs_order(items))
end

--- Groups a relation. Gives the source of the groups, the keys' records, and the columns of the items over it.
---@param relation table
---@param key_items table[]
---@param items table[]
---@return table source, table[] keys, table[] columns
function groups.group(relation, key_items, items)
  local keys, names = keys_of(relation, key_items)
  local measures, arguments, add = collector(keys)
  local function key_column(node)
    local place = place_of_key(keys, key_items, node.column)
    return lower.column(place, keys[place].type)
  end
  local columns = {}
  for i, item in ipairs(items) do
    columns[i] = relation:compute(item, { aggregates = true, keys = names }, { column = key_column, aggregate = add })
  end
  -- one row in all, to be counted
  if #keys + #measures == 0 then measures[1] = { kind = "count_rows", type = "integer" } end
  local nodes = table.move(arguments, 1, #arguments, #keys + 1, lists.field(keys, "node"))
  local result_names, types = lists.field(keys, "name"), lists.field(keys, "type")
  for i, measure in ipairs(measures) do
    result_names[#keys + i], types[#keys + i] = ("#%d"):format(i), measure.type
  end
  return source.of_pass { input = relation.from, filters = relation.filters, kind = "groups", keys = #keys,
    columns = nodes, measures = measures, names = result_names, types = types }, keys, columns
end

--- The relation of the groups, sorted by their keys; `more` are columns over the source beside the keys.
function groups.relation(from, keys, more, info)
  local columns, order = {}, {}
  for i, key in ipairs(keys) do
    columns[i] = { name = key.name, type = key.type, node = lower.column(i, key.type) }
    order[i] = { node = columns[i].node }
  end
  for _, column in ipairs(more) do
    check.refuse_twin(columns, column)
    columns[#columns + 1] = column
  end
  return Relation.new(from, info):changed({ order = order }):with_columns(columns)
end

return groups
