--- Groups on columns: a pass that groups rows, and a relation over its result that computes what was asked for.

local functions = require "parley.query.functions"
local lists = require "parley.base.lists"
local lower = require "parley.query.columns.expression"
local source = require "parley.query.columns.source"
local Relation = require "parley.query.columns.relation"

local groups = {}

-- Collects the measures that the items need, each once.
local function collector(relation, keys)
  local measures, arguments = {}, {}
  local function argument(node)
    local arg = node.args[1]
    local lowered = relation:node(nil, arg)
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
  local given = { aggregate = add, key = function(node) return lower.column(node.place, keys[node.place].type) end }
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
    columns[i] = { name = key.name, type = key.type, node = lower.column(i, key.type) }
    order[i] = { node = columns[i].node }
  end
  table.move(more, 1, #more, #columns + 1, columns)
  return Relation.new(from):changed({ order = order }):with_columns(columns)
end

return groups
