--- Calls of scalar functions, and of functions defined in Lua, bound to their arguments.
-- `expression(scope, node)` binds any node and is given by parley.query.bind, which says what a scope is.

local calls = require "parley.query.call_arguments"
local compared = require "parley.query.compared"
local functions = require "parley.query.functions"
local operands = require "parley.query.operands"
local suggest = require "parley.base.suggest"
local tree = require "parley.query.tree"

local scalar_calls = {}

local fail = operands.fail

-- One of a few words, written out.
local function check_choice(scope, node, at, parameter)
  local arg = node.args[at]
  for _, word in ipairs(parameter.words) do
    if arg.kind == "literal" and arg.value == word then return end
  end
  local words = "'" .. table.concat(parameter.words, "', '", 1, #parameter.words - 1) .. "' or '"
    .. parameter.words[#parameter.words] .. "'"
  fail(scope, arg, "bad_argument.choice", { at = calls.place(at), call = node.name, words = words, name = arg.value,
    known = arg.kind == "literal" and parameter.words or nil })
end

-- A word of another parameter: the arguments stand in another order, as in other tools.
local function check_order(scope, node, entry, at)
  local arg = node.args[at]
  for i = 1, arg.kind == "literal" and arg.type == "text" and #node.args or 0 do
    local words = functions.parameter(entry, i).words
    if words and i ~= at and suggest.contains(words, arg.value) and not functions.parameter(entry, at).words then
      fail(scope, arg, "bad_argument.order", { name = arg.value, at = calls.place(i), call = entry.call })
    end
  end
end

local function check_arguments(scope, node, entry)
  for i in ipairs(node.args) do check_order(scope, node, entry, i) end
  for i, arg in ipairs(node.args) do
    local parameter = functions.parameter(entry, i)
    if arg.type == "null" and arg.kind == "literal" and entry.gives == "boolean" and entry.missing == "spreads" then
      fail(scope, arg, "bad_expression.nil_in", { what = node.name .. "()" })
    end
    local allowed = calls.ALLOWED[parameter.type]
    if parameter.words then check_choice(scope, node, i, parameter) end
    operands.want(scope, arg, allowed, { key = "argument_of", at = i, call = node.name })
    if allowed == operands.DATED and arg.kind == "literal" and arg.type == "text" then
      compared.become_date(scope, arg)
    end
  end
end

-- The arguments of any type have to share one: that of the first of a known type.
local function common_type(scope, node, entry)
  local first, sharing = nil, {}
  for i, arg in ipairs(node.args) do
    if functions.parameter(entry, i).type == "any" then sharing[#sharing + 1] = arg end
  end
  for _, arg in ipairs(sharing) do
    if arg.type ~= "null" then first = first or arg end
  end
  if not first then return "null" end
  local result = first.type
  for _, arg in ipairs(sharing) do
    compared.check_pair(scope, { kind = "coalesce", pos = arg.pos }, first, arg)
    if result == "integer" and arg.type == "number" then result = "number" end
  end
  return result
end

-- surely(c), possibly(c): the condition c, whose comparisons with dates are read in that way. A comparison that stands
-- alone is one of dates, also where its sides are texts.
local function condition_read(scope, node, expression)
  local arg, outer = node.args[1], scope.reading
  scope.reading = node.name
  local made = arg.kind == "compare" and require("parley.query.operators").compare(scope, arg, expression, true)
    or expression(scope, arg)
  scope.reading = outer
  local function has_two_readings(inner) return inner.dated or inner.interval end
  if made.type == "boolean" and tree.find(made, has_two_readings) then return made end
  fail(scope, node, "bad_argument.comparison", { name = node.name })
end

--- Binds the call of a function defined in Lua.
function scalar_calls.defined(scope, node, defined, expression)
  if defined.args and defined.args >= 0 and #node.args ~= defined.args then
    fail(scope, node, "bad_argument.defined", { name = node.name, wanted = defined.args, given = #node.args })
  end
  local call = calls.begin(node)
  calls.bind(scope, node, call, expression)
  call.type, call.user_defined = "any", true
  return call
end

-- A whole number that stays what it is, as one that is rounded; as a number it would lose digits beyond 2^53.
local function kept_whole(call, entry)
  local x, places = call.args[1], call.args[2]
  if not entry.keeps_whole or x.type ~= "integer" then return nil end
  if places and not (places.kind == "literal" and places.type == "integer" and places.value >= 0) then return nil end
  local nothing = { kind = "literal", type = "integer", value = 0, pos = call.pos }
  return { kind = "binary", op = "+", left = x, right = nothing, type = "integer", pos = call.pos }
end

-- The least or the greatest of texts that are dates or numbers.
local function refuse_letters(scope, call)
  for _, arg in ipairs(call.args) do
    if arg.type == "text" and arg.path then
      require("parley.query.letters").refuse_order(scope, arg, call.name .. "()")
    end
  end
end

--- Binds the call of a function of the table.
function scalar_calls.bind(scope, node, entry, expression)
  calls.check_count(scope, node, entry)
  if functions.place_of(entry, "comparison") then return condition_read(scope, node, expression) end
  local call = calls.begin(node)
  calls.bind(scope, node, call, expression)
  check_arguments(scope, call, entry)
  call.type = entry.gives == "common" and common_type(scope, call, entry) or calls.result_type(call, entry)
  if entry.extreme then refuse_letters(scope, call) end
  calls.convert(call, entry)
  scope.doubtful = scope.doubtful or entry.shared_days
  if entry.can_fail then require("parley.query.constants").check_call(scope, call, entry) end
  if entry.finds_part then compared.look_up_part(scope, call, entry.any_case) end
  local first = call.args[1]
  local span = first and first.column and first.column.span and require("parley.query.span_calls").bound(call, entry)
  return span or kept_whole(call, entry) or call
end

return scalar_calls
