--- Arguments of calls that are being bound: how many there are, what may stand where, what a call gives.

local functions = require "parley.query.functions"
local operands = require "parley.query.operands"
local tree = require "parley.query.tree"

local calls = {}

local NUMERIC = operands.NUMERIC
local INTEGER = { integer = true, any = true, null = true, name = "an_integer" }
local SCALE = { integer = true, number = true, date = true, any = true, null = true, name = "number_or_date" }
local ANY = setmetatable({ name = "a_value" }, { __index = function() return true end })

--- What a parameter of each type of the table of functions takes.
calls.ALLOWED = { any = ANY, number = NUMERIC, integer = INTEGER, text = operands.TEXTUAL, date = operands.DATED,
  boolean = operands.TRUTH, countable = NUMERIC, scale = SCALE, choice = operands.TEXTUAL }

local ORDINALS = { "first", "second", "third", "fourth" }

--- The place of an argument, as a phrase.
---@param at integer  1 to 4
---@return table
function calls.place(at) return { key = ORDINALS[at] } end

--- Raises when there are too few arguments, or too many.
function calls.check_count(scope, node, entry)
  local least, most, given = entry.least, entry.most, #node.args
  if given >= least and given <= most then return end
  local wanted = least == most and least or most == math.huge and { key = "at_least", least = least }
    or { key = "from_to", least = least, most = most }
  operands.fail(scope, node, "bad_argument.count", { name = node.name, wanted = wanted, given = given })
end

--- The node of a call whose arguments are still to be bound.
function calls.begin(node) return { kind = "call", name = node.name, pos = node.pos, args = {} } end

--- Binds the arguments of `node`, as parsed, by `expression(scope, node)`, and gives them to a call.
function calls.bind(scope, node, call, expression)
  if node.args[1] then operands.refuse_number(scope, node.args[1]) end
  for i, arg in ipairs(node.args) do call.args[i] = expression(scope, arg) end
end

-- A number of any type stays what it is; what is known to be an integer or a number keeps its type.
local function same_number(kind) return (kind == "integer" or kind == "any") and kind or "number" end

--- The type that a call gives, by what the table says of it; of arguments that share one, see scalar_calls.
function calls.result_type(node, entry)
  if entry.gives == "same" then return node.args[1].type end
  if entry.gives ~= "same number" then return entry.gives end
  return node.args[1].counted and "integer" or same_number(node.args[1].type)
end

-- The types of missing values that say none themselves, by what is taken there.
local MISSING_AS = { [NUMERIC] = "number", [SCALE] = "number", [INTEGER] = "integer", [operands.TRUTH] = "boolean",
  [operands.TEXTUAL] = "text" }

local function is_over_rows(node) return node.aggregate or node.window end

-- `nil`, and what comes of nothing else: a missing value of the type that is taken.
local function missing_as(arg, kind)
  local type = arg.type == "null" and not tree.find(arg, is_over_rows) and MISSING_AS[calls.ALLOWED[kind]]
  if not type then return nil end
  local typed = require "parley.query.typed_nodes"
  return typed.at(arg.pos, typed.value(nil, type))
end

-- The type in which a call is worked out takes an argument; nil where that is its own. What is ordered by a date is
-- ordered by its first day; among values of which one is given out, integers beside numbers are numbers.
local function taken_as(call, entry, at)
  local given, kind = call.args[at].type, functions.parameter(entry, at).type
  if kind == "scale" then return given == "date" and "integer" or nil end
  local among_numbers = kind == "any" and entry.gives == "common" and call.type == "number"
  return among_numbers and given == "integer" and "number" or nil
end

--- Converts the arguments of a call whose type is known. No engine decides this: each writes what stands in the tree.
function calls.convert(call, entry)
  for at, arg in ipairs(call.args) do
    local missing, type = missing_as(arg, functions.parameter(entry, at).type), taken_as(call, entry, at)
    if missing then call.args[at] = missing
    elseif type then call.args[at] = require("parley.query.typed_nodes").converted(arg, type) end
  end
end

return calls
