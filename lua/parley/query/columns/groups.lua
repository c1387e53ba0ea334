--- Groups on columns: a pass that groups rows, and a relation over its result that computes what was asked for.

local bound = require "parley.query.bound"
local functions = require "parley.query.functions"
local lists = require "parley.base.lists"
local expression = require "parley.query.columns.expression"
local source = require "parley.query.columns.source"
local Relation = require "parley.query.columns.relation"

local groups = {}

local function setting(node, type)
  local at = functions.place_of(functions.aggregates[node.name], type)
  return at and node.args[at].value
end

--- An aggregate as the engine takes it; `argument(node)` gives the place of a column it is taken of.
---@param relation table
---@param node table  bound
---@param argument fun(node: table): integer
---@return table measure
function groups.measure(relation, node, argument)
  local measure = { kind = node.name, type = bound.column_type(node),
    p = setting(node, "share") or setting(node, "whole"), separator = setting(node, "separator") }
  measure.counts = functions.aggregates[node.name].counts
  if #node.args == 0 then measure.kind = "count_rows" end
  for at in ipairs(node.args) do
    if not functions.is_setting(functions.aggregates[node.name], at) then
      measure[measure.column and "other" or "column"] = argument(relation:node(nil, node.args[at]))
    end
  end
  return measure
end

-- Collects the measures that the items need.
local function collector(relation, keys)
  local measures, arguments = {}, {}
  local function argument(node)
    arguments[#arguments + 1] = node
    return #keys + #arguments
  end
  local function add(node)
    local measure = groups.measure(relation, node, argument)
    measures[#measures + 1] = measure
    return expression.column(#keys + #measures, measure.type)
  end
  return measures, arguments, add
end

--- Rows ready to be grouped: those behind a limit, or in an order that matters, are worked out first.
---@param relation table
---@param ordered boolean
---@return table
function groups.ready(relation, ordered)
  return relation:worked_out_if(relation.limit or #relation.order > 0 and ordered)
end

--- Groups a relation. Gives the source of the groups, the keys' records, and the columns of the items over it.
---@param relation table
---@param key_items table[]  bound
---@param items table[]  bound
---@return table source, table[] keys, table[] columns
function groups.group(relation, key_items, items)
  local keys, columns = {}, {}
  for i, item in ipairs(key_items) do keys[i] = relation:compute(item) end
  local measures, arguments, add = collector(relation, keys)
  local function key(node) return expression.column(node.place, keys[node.place].type) end
  local given = { aggregate = add, key = key }
  for i, item in ipairs(items) do columns[i] = relation:compute(item, given) end
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
function groups.relation(from, keys, more)
  local columns, order = {}, {}
  for i, key in ipairs(keys) do
    columns[i] = { name = key.name, type = key.type, node = expression.column(i, key.type) }
    order[i] = { node = columns[i].node }
  end
  table.move(more, 1, #more, #columns + 1, columns)
  return Relation.new(from):changed({ order = order }):with_columns(columns)
end

return groups
