--- Expressions bound to the rows they are asked of: names resolved, types known, once and for every engine.
-- `bind.expression` takes a syntax tree, which it leaves as it is, and makes a new one of it, in which every node has a
-- `type`: integer, number, boolean, text, date, null, or any (columns of a foreign SQLite file and results of functions
-- defined in Lua). A column's node has its place among the columns at hand, and `via`, the references its dotted path
-- follows; a call says what it calls. Text next to a date becomes a date, and what is worked out in another type than
-- its own has a node of its own for that (`convert`). Complaints name the place, what is there and a way out.
--
-- A scope has: rows (parley.query.bound: the columns at hand, and the home that knows tables and functions); text (the
-- expression as written); lookups, a list to which words and ids are added that only the data can tell;
-- aggregates = true where count(), sum(x), … may stand, windows = true where lag(x), … may, too; keys = those of a
-- group where only they stand outside of aggregates, bound; reading, of dates (parley.query.date_operators). It becomes
-- `doubtful` where rows may be undecided, or a value of dates that are too wide.

local core = require "parley.core"
local bound = require "parley.query.bound"
local calls = require "parley.query.call_arguments"
local functions = require "parley.query.functions"
local operands = require "parley.query.operands"

local bind = {}
local expression          -- forward: binds any node

local fail, want = operands.fail, operands.want
local NUMERIC, TRUTH = operands.NUMERIC, operands.TRUTH

-- Loaded with the first expression that is more than columns and calls.
local function operators() return require "parley.query.operators" end

-- Loaded with the first call of a scalar function.
local function scalars() return require "parley.query.scalar_calls" end

-- Loaded with the first name that nothing has.
local function unknown() return require "parley.query.unknown_names" end

-- Loaded with the first least or greatest of texts.
local function letters() return require "parley.query.letters" end

-- Loaded with the first path that leads to no column, and the first aggregate of a bound.
local function amounts() return require "parley.query.amounts" end

-- Functions -------------------------------------------------------------------------------------------

local function check_setting(scope, node, at, setting)
  local arg = node.args[at]
  if arg.kind == "literal" and setting.takes(arg.value) then return end
  fail(scope, arg, setting.key, { at = calls.place(at), name = node.name })
end

-- The arguments of an aggregate, bound: conditions may be counted where numbers are.
local function aggregated(scope, node, entry)
  local first, call = entry.parameters[1], calls.begin(node)
  if first and calls.ALLOWED[first.type] == NUMERIC then calls.check_count(scope, node, entry) end
  calls.bind(scope, node, call, expression)
  calls.check_count(scope, node, entry)
  local several = functions.column_count(entry) > 1
  for i, arg in ipairs(call.args) do
    local kind = functions.parameter(entry, i).type
    if functions.settings[kind] then
      check_setting(scope, call, i, functions.settings[kind])
    elseif arg.type == "boolean" and kind == "countable" then
      arg.counted = true
    elseif arg.kind == "literal" and arg.type == "text" then
      require("parley.query.constants").refuse_text(scope, arg, node.name)
    elseif arg.type ~= "amount" then
      want(scope, arg, calls.ALLOWED[kind], { key = several and "argument_of" or "only_argument_of", at = i,
        call = node.name })
    end
  end
  return call
end

-- An aggregate, or a window function, whose arguments are the same.
local function aggregate(scope, node, entry)
  local window = entry.kind == "window"
  if window and not scope.windows then
    fail(scope, node, "bad_expression.window", { name = node.name, call = entry.call })
  elseif not scope.aggregates then
    fail(scope, node, "bad_expression.aggregate", { name = node.name })
  end
  if scope.inside then
    fail(scope, node, "bad_expression.nested_aggregate", { name = node.name, outer = scope.inside })
  end
  scope.inside = node.name
  local call = aggregated(scope, node, entry)
  call.aggregate, call.window = not window or nil, window or nil
  local first = call.args[1]
  if entry.extreme and first.type == "text" then letters().refuse_order(scope, first, node.name .. "()") end
  local of_amount = first and (first.type == "amount" or first.side or first.column and first.column.quantity)
  local special = of_amount and amounts().aggregate(scope, call, entry, expression)
  scope.inside = nil
  if special then return special end
  call.type = calls.result_type(call, entry)
  calls.convert(call, entry)
  scope.doubtful = scope.doubtful or functions.counted_together(call) ~= nil
  return call
end

local function call(scope, node)
  local defined = (scope.rows.home.functions or {})[node.name]
  if defined then return scalars().defined(scope, node, defined, expression) end
  if functions.scalars[node.name] then return scalars().bind(scope, node, functions.scalars[node.name], expression) end
  local over_rows = functions.aggregates[node.name] or functions.windows[node.name]
  if over_rows then return aggregate(scope, node, over_rows) end
  return unknown().called(scope, node)
end

-- Nodes -----------------------------------------------------------------------------------------------

-- The key of a group that a column is: the same column, or one of its name.
local function key_of(scope, node)
  local path, by_name = table.concat(node.path, "."), nil
  for i, key in ipairs(scope.keys) do
    if key.node.kind == "column" and table.concat(key.node.path, ".") == path then return i, key end
    if key.name == node.column.name then by_name = i end
  end
  return by_name, scope.keys[by_name]
end

local function column(scope, node)
  local found, via, place = bound.column(scope.rows, node.path)
  if not found then return amounts().column(scope, node, expression) or unknown().column(scope, node) end
  local type, held = bound.type_of(found)
  local made = { kind = "column", path = node.path, pos = node.pos, column = found, via = via, place = place,
    type = type, reads_as = held and held.reads_as, why = held and held.why or found.why }
  if not scope.keys or scope.inside then return made end
  local at, key = key_of(scope, made)
  if not at then
    fail(scope, node, "bad_expression.outside_aggregate", { name = found.name })
  end
  return { kind = "key", path = node.path, pos = node.pos, column = key.column, place = at, type = key.type,
    why = made.why }
end

local NODES = { column = column, call = call }

-- Texts of our own tables are kept composed, so a constant that meets them is. Those of a Frame may be.
local function meets_composed_texts(scope)
  local source = scope.rows.source
  if not (source and source.info) then return false end
  if source.frame then return require("parley.base.spellings").are_composed(source.frame) end
  return not source.info.raw
end

-- Nearly all constants are ASCII, and ask nothing of the rows.
local function as_texts_are(scope, value)
  local composed = core.composed(value)
  return composed ~= value and meets_composed_texts(scope) and composed or value
end

function NODES.literal(scope, node)
  local value = node.value
  if value and node.type == "text" then value = as_texts_are(scope, value) end
  return { kind = "literal", value = value, type = node.type, pos = node.pos }
end

-- What surely() and possibly() say goes through these; others see to their own operands, or to none.
local READ = { compare = true, logic = true, ["not"] = true, ["in"] = true, between = true }

-- Whether a node as parsed says what something is not (parley.query.negations).
local function denies(node) return node.kind == "not" or node.op == "!=" or node.negated and node.kind ~= "is_nil" end

function expression(scope, node)
  local kind, reading = node.kind, scope.reading
  if not READ[kind] then scope.reading = nil end
  local made = (NODES[kind] or operators()[kind])(scope, node, expression)
  scope.reading = reading
  if denies(node) then made.denies, scope.doubtful = true, true end
  return made
end

--- Binds a tree in a scope.
---@param scope table
---@param node table  a syntax tree, which stays as it is
---@return table node  a typed tree of its own
function bind.expression(scope, node) return expression(scope, node) end

--- The same for a condition: its type must be boolean.
---@param scope table
---@param node table
---@return table node
function bind.condition(scope, node)
  local made = expression(scope, node)
  if not TRUTH[made.type] then
    fail(scope, made, "bad_type.condition", { shown = operands.described(made) })
  end
  return made
end

return bind
