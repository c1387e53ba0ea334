--- windows on columns: a pass that groups the rows, puts them in order, and gives every row a value of its group.

local bound = require "parley.query.bound"
local functions = require "parley.query.functions"
local groups = require "parley.query.columns.groups"
local lists = require "parley.base.lists"
local expression = require "parley.query.columns.expression"
local source = require "parley.query.columns.source"
local Relation = require "parley.query.columns.relation"

local windows = {}

-- A window function as the engine takes it; `argument` gives the place of what it is taken of.
local function window_of(relation, node, argument)
  local whole = functions.place_of(functions.windows[node.name], "whole")
  return { kind = node.name, n = whole and node.args[whole] and node.args[whole].value or nil,
    column = node.args[1] and argument(relation:node(nil, node.args[1])) or nil }
end

-- Collects what the items need: measures and windows, whose columns are placed once all are known.
local function collector(relation, pass)
  local nodes = { measures = {}, windows = {} }
  local function argument(node)
    pass.columns[#pass.columns + 1] = node
    return #pass.columns
  end
  local function add(node)
    local list, make = node.window and "windows" or "measures", node.window and window_of or groups.measure
    local place_holder = expression.column(0, bound.column_type(node))
    table.insert(pass[list], make(relation, node, argument))
    table.insert(nodes[list], place_holder)
    return place_holder
  end
  local function place(carried)
    for i, node in ipairs(nodes.measures) do node.column = carried + i end
    for i, node in ipairs(nodes.windows) do node.column = carried + #nodes.measures + i end
    return table.move(nodes.windows, 1, #nodes.windows, #nodes.measures + 1, nodes.measures)
  end
  return add, place
end

function windows.emit(relation, link)
  local step, pass = link.step, { kind = "windows", keys = #link.step.keys, columns = {}, measures = {}, windows = {},
    names = {}, types = lists.field(relation.columns, "type") }
  for i, key in ipairs(step.keys) do pass.columns[i] = relation:compute(key).node end
  local add, place = collector(relation, pass)
  local shape = Relation.new { names = lists.field(relation.columns, "name"), types = pass.types }
  local columns = table.move(shape.columns, 1, #shape.columns, 1, {})
  for i, item in ipairs(step.items) do columns[step.places[i]] = shape:compute(item, { aggregate = add }) end
  pass.carried = #pass.columns + 1
  for _, column in ipairs(relation.columns) do pass.columns[#pass.columns + 1] = column.node end
  pass.types = table.move(pass.types, 1, #pass.types, 1, {})
  for i, node in ipairs(place(#relation.columns)) do pass.types[#relation.columns + i] = node[2] end
  for i in ipairs(pass.types) do pass.names[i] = ("#%d"):format(i) end          -- names may be those of measures
  return Relation.new(source.of_pass(relation:pass(pass))):with_columns(columns)
end

return windows
