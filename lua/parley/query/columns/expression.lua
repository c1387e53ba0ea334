--- Expressions for the column engine: a bound tree to nodes that the C code runs.
-- A node is { operation, type, operands… } as csrc/engine/expr/expression.h has them, with column, value or op where
-- the operation needs it. Nodes are shared, never changed; `flatten` writes those of one expression in a list, operands
-- first.

local functions = require "parley.query.functions"

local expression = {}

-- Numbers of the operations: of operators by their signs or names, of functions by their names.
local DO = setmetatable({}, { __index = function(numbers, name)
  local entry = functions.operators[name] or functions.scalars[name]
  numbers[name] = entry.operation
  return entry.operation
end })
local node_of            -- forward: any node of a syntax tree

local function make(operation, type, ...) return { DO[operation], type, ... } end

--- The node of a column of the source, counted from 1.
function expression.column(place, type)
  return { DO.column, type, column = place }
end

local function constant(type, value) return { DO.constant, type, value = value } end

--- The node of a value.
expression.constant = constant

--- A missing value of a type.
function expression.missing(type) return constant(type, nil) end

--- Whether a value is missing.
function expression.is_missing(node) return make("is_nil", "boolean", node) end

--- A value, or another where it is missing.
function expression.or_else(node, value) return make("coalesce", node[2], node, constant(node[2], value)) end

--- The first of two values that is not missing.
function expression.first_of(node, other) return make("coalesce", node[2], node, other) end

--- An integer as a number.
function expression.as_number(node) return make("multiply", "number", node, constant("number", 1.0)) end

--- A date as its text, for where dates are told apart rather than compared.
function expression.as_text(node) return make("join", "text", node, constant("text", "")) end

-- Nodes -----------------------------------------------------------------------------------------------

local function known(type) return type == "null" and "any" or type end

local function all(c, nodes)
  local list = {}
  for i, node in ipairs(nodes) do list[i] = node_of(c, node) end
  return list
end

local NODES = {}

function NODES.literal(_, node) return constant(known(node.type), node.value) end

function NODES.column(c, node) return c.column(node) end

function NODES.key(c, node) return c.key(node) end

-- Kernels take integers where they work in numbers.
function NODES.convert(c, node)
  local operand = node_of(c, node.operand)
  return node.operand.type == "date" and make("first_day", "integer", operand) or operand
end

function NODES.binary(c, node)
  return make(node.op, known(node.type), node_of(c, node.left), node_of(c, node.right))
end

function NODES.negate(c, node) return make("negate", known(node.type), node_of(c, node.operand)) end

-- A comparison of a date with periods.
local function date_comparison(c, node, op, date, periods)
  local made = make(node.reading or "compare_dates", "boolean", node_of(c, date), table.unpack(all(c, periods)))
  made.op = op
  return made
end

function NODES.compare(c, node)
  if node.dated then return date_comparison(c, node, node.op, node.left, { node.right }) end
  return make(node.op, "boolean", node_of(c, node.left), node_of(c, node.right))
end

function NODES.logic(c, node)
  return make(node.op, "boolean", node_of(c, node.left), node_of(c, node.right))
end

local function negated(node, made) return node.negated and make("not", "boolean", made) or made end

NODES["not"] = function(c, node) return make("not", "boolean", node_of(c, node.operand)) end

NODES["in"] = function(c, node)
  if node.dated then return date_comparison(c, node, "in", node.operand, node.list) end
  return negated(node, make("in", "boolean", node_of(c, node.operand), table.unpack(all(c, node.list))))
end

function NODES.between(c, node)
  if node.dated then return date_comparison(c, node, "between", node.operand, { node.low, node.high }) end
  local operand = node_of(c, node.operand)
  return negated(node, make("and", "boolean", make("greater_equal", "boolean", operand, node_of(c, node.low)),
    make("less_equal", "boolean", operand, node_of(c, node.high))))
end

function NODES.like(c, node)
  return negated(node, make("like", "boolean", node_of(c, node.operand), node_of(c, node.pattern)))
end

function NODES.is_nil(c, node) return negated(node, make("is_nil", "boolean", node_of(c, node.operand))) end

function NODES.call(c, node)
  if node.aggregate or node.window then return c.aggregate(node) end
  return make(node.name, known(node.type), table.unpack(all(c, node.args)))
end

function node_of(c, node) return NODES[node.kind](c, node) end

--- The nodes of a bound tree. The context has column(node), key(node) and aggregate(node), which give the nodes of
-- those.
---@param c table
---@param node table
---@return table
function expression.node(c, node) return node_of(c, node) end

-- Lists -----------------------------------------------------------------------------------------------

--- The list that C takes. `place(column)` gives the place of a column of the source in the Frame that will be there.
---@param node table
---@param place fun(column: integer): integer
---@return table
function expression.flatten(node, place)
  local list, places = {}, {}
  local function add(one)
    if places[one] then return places[one] end
    local flat = { one[1], one[2], value = one.value, op = one.op, column = one.column and place(one.column) }
    for i = 3, #one do flat[i] = add(one[i]) end
    list[#list + 1] = flat
    places[one] = #list
    return #list
  end
  add(node)
  return list
end

--- Calls visit(column) for each column of the source that a node needs.
function expression.each_column(node, visit, seen)
  seen = seen or {}
  if seen[node] then return end
  seen[node] = true
  if node.column then visit(node.column) end
  for i = 3, #node do expression.each_column(node[i], visit, seen) end
end

return expression
