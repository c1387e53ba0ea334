--- Types: what an expression means, checked before any engine sees it.
-- `check.expression` walks a syntax tree with a scope (the columns at hand) and gives every node a
-- `type`: integer, number, boolean, text, date, null, or any (columns of a foreign SQLite file and
-- results of functions defined in Lua). Text next to a date becomes a date; text next to a column
-- with a vocabulary must be a word of it. Complaints name the place, what is there and a way out.
--
-- A scope has: column(path) -> column or nil, known(path) -> names for suggestions; text (the
-- expression as written); functions (defined by the user); has_term(vocabulary, code), terms(vocabulary);
-- aggregates = true where count(), sum(x), … may stand; keys = the group's keys there.

local errors = require "parley.base.errors"
local expr = require "parley.query.expr"
local functions = require "parley.query.functions"
local suggest = require "parley.base.suggest"
local core = require "parley.core"

local check = {}
local expression          -- forward: checks any node and returns its type

local NUMERIC = { integer = true, number = true, any = true, null = true }
local TEXTUAL = { text = true, date = true, any = true, null = true }
local TRUTH = { boolean = true, any = true, null = true }
local DATED = { date = true, text = true, any = true, null = true }

local function fail(scope, node, ...) expr.fail(scope.text, node.pos, ...) end

local function shown(node)
  if node.kind == "literal" then
    return node.type == "text" and ("'%s'"):format(node.value) or tostring(node.value)
  elseif node.kind == "column" then
    return table.concat(node.path, ".")
  end
  return node.name and node.name .. "()" or "this expression"
end

local function described(node) return ("%s (%s)"):format(shown(node), node.type) end

-- Literals take the type of what they stand beside ----------------------------------------------------

local function become_date(scope, node)
  local _, stop_or_message = core.date(node.value)
  if type(stop_or_message) == "string" then fail(scope, node, "%s", stop_or_message) end
  node.type = "date"
end

local function check_term(scope, node, column)
  if scope.has_term(column.vocabulary, node.value) then return end
  fail(scope, node, "'%s' is no %s%s", node.value, (column.vocabulary:gsub("_", " ")),
    suggest.hint(node.value, scope.terms(column.vocabulary)))
end

-- A condition on something that is not there would quietly give no rows.
local function check_id(scope, node, column)
  local meant = scope.meant(column.references, node.value)
  if meant == nil then return end
  fail(scope, node, "nothing in %s has the id '%s'%s", column.references, node.value,
    meant and ("; did you mean '%s'?"):format(meant) or "")
end

-- `other` stands beside `node`; where they are `compared`, the literal must be a word or an id that there is.
local function adapt(scope, node, other, compared)
  if node.kind ~= "literal" or node.type ~= "text" then return end
  if other.type == "date" then become_date(scope, node) end
  local column = other.column
  if not (compared and column and scope.has_term) then return end
  if column.vocabulary then check_term(scope, node, column) end
  if column.references then check_id(scope, node, column) end
end

local function comparable(a, b)
  if a == b or a == "any" or b == "any" or a == "null" or b == "null" then return true end
  return NUMERIC[a] and NUMERIC[b]
end

local function check_pair(scope, node, left, right)
  local compared = node.kind ~= "coalesce"
  adapt(scope, left, right, compared)
  adapt(scope, right, left, compared)
  if not comparable(left.type, right.type) then
    fail(scope, node, "cannot compare %s with %s", described(left), described(right))
  end
  local missing = left.type == "null" and left or right.type == "null" and right
  if missing and missing.kind == "literal" and node.kind == "compare" then
    fail(scope, node, "a comparison with nil is never true; write 'is nil' or 'is not nil'")
  end
end

local function want(scope, node, allowed, what)
  if allowed[node.type] then return end
  fail(scope, node, "%s must be %s, but %s is not", what, allowed.name, described(node))
end
NUMERIC.name, TEXTUAL.name, TRUTH.name, DATED.name = "a number", "text", "a condition (true or false)", "a date"

-- Functions -------------------------------------------------------------------------------------------

local INTEGER = { integer = true, any = true, null = true, name = "an integer" }
local ANY = setmetatable({ name = "a value" }, { __index = function() return true end })

-- What a parameter of each type of the table takes.
local ALLOWED = { any = ANY, number = NUMERIC, integer = INTEGER, text = TEXTUAL, date = DATED, boolean = TRUTH,
  comparison = TRUTH, countable = NUMERIC, share = NUMERIC }

-- A number of any type stays what it is; what is known to be an integer or a number keeps its type.
local function same_number(kind) return (kind == "integer" or kind == "any") and kind or "number" end

-- What other tools call them.
local ELSEWHERE = {
  avg = "the mean is mean(x)", average = "the mean is mean(x)", n = "count() counts rows", len = "use length(x)",
  ifnull = "use coalesce(x, y)", nvl = "use coalesce(x, y)", substring = "use substr(x, from, n)",
  strftime = "use year(d), month(d), day(d)", date = "a date is written as text: '2025-06-02'",
  today = "give the day as a parameter: \"due < ?\"", now = "give the day as a parameter: \"due < ?\"",
  concat = "text is joined with '..'", uniq = "use count_distinct(x)", n_distinct = "use count_distinct(x)",
}

local function known_functions(scope)
  local names = functions.names(functions.scalars)
  for name in pairs(scope.functions or {}) do names[#names + 1] = name end
  if scope.aggregates then for name in pairs(functions.aggregates) do names[#names + 1] = name end end
  table.sort(names)
  return names
end

local function check_count(scope, node, entry)
  local least, most, given = entry.least, entry.most, #node.args
  if given >= least and given <= most then return end
  local wanted = least == most and tostring(least) or most == math.huge and ("at least %d"):format(least)
    or ("%d to %d"):format(least, most)
  fail(scope, node, "%s() takes %s argument%s, not %d", node.name, wanted, wanted == "1" and "" or "s", given)
end

local function check_arguments(scope, node, entry)
  check_count(scope, node, entry)
  for i, arg in ipairs(node.args) do
    expression(scope, arg)
    local allowed = ALLOWED[functions.parameter(entry, i).type]
    want(scope, arg, allowed, ("argument %d of %s()"):format(i, node.name))
    if allowed == DATED and arg.kind == "literal" and arg.type == "text" then become_date(scope, arg) end
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
    check_pair(scope, { kind = "coalesce", pos = arg.pos }, first, arg)
    if result == "integer" and arg.type == "number" then result = "number" end
  end
  return result
end

local function date_comparison(scope, node)
  local arg = node.args[1]
  if arg.kind ~= "compare" then
    fail(scope, node, "%s() takes one comparison of two dates, as in %s(due < '2025-07')", node.name, node.name)
  end
  for _, side in ipairs { arg.left, arg.right } do
    if side.type == "text" and side.kind == "literal" then become_date(scope, side) end
    want(scope, side, DATED, ("each side of %s()"):format(node.name))
  end
end

local function user_function(scope, node, defined)
  if defined.args and defined.args >= 0 and #node.args ~= defined.args then
    fail(scope, node, "%s() was defined with %d argument%s, not %d", node.name, defined.args,
      defined.args == 1 and "" or "s", #node.args)
  end
  for _, arg in ipairs(node.args) do expression(scope, arg) end
  node.user_defined = true
  return "any"
end

local function check_share(scope, node, entry)
  local at = functions.place_of(entry, "share")
  local p = at and node.args[at]
  if p and (p.kind ~= "literal" or not math.type(p.value) or p.value < 0 or p.value > 1) then
    fail(scope, p, "the second argument of %s() is a number from 0 to 1, as in %s(best, 0.9)", node.name, node.name)
  end
end

-- The type that a call gives, by what the table says of it.
local function result_type(scope, node, entry)
  if entry.gives == "common" then return common_type(scope, node, entry) end
  if entry.gives == "same" then return node.args[1].type end
  if entry.gives ~= "same number" then return entry.gives end
  return node.args[1].counted and "integer" or same_number(node.args[1].type)
end

local function check_aggregated(scope, node, entry)
  local kind = entry.parameters[1] and entry.parameters[1].type
  local numeric = ALLOWED[kind] == NUMERIC
  if numeric then check_count(scope, node, entry) end
  for _, arg in ipairs(node.args) do
    expression(scope, arg)
    if arg.type == "boolean" and kind == "countable" then arg.counted = true end
  end
  check_count(scope, node, entry)
  if numeric and not node.args[1].counted then
    want(scope, node.args[1], NUMERIC, ("the argument of %s()"):format(node.name))
  end
end

local function aggregate(scope, node, entry)
  if not scope.aggregates then
    fail(scope, node, "%s() is an aggregate: it stands in summarise(), after by()", node.name)
  end
  if scope.inside then fail(scope, node, "%s() stands inside %s(): aggregates do not nest", node.name, scope.inside) end
  scope.inside = node.name
  check_aggregated(scope, node, entry)
  scope.inside = nil
  node.aggregate = true
  check_share(scope, node, entry)
  return result_type(scope, node, entry)
end

local function scalar(scope, node, entry)
  check_arguments(scope, node, entry)
  local kind = result_type(scope, node, entry)
  if functions.place_of(entry, "comparison") then date_comparison(scope, node) end
  return kind
end

local function call(scope, node)
  local defined = scope.functions and scope.functions[node.name]
  if defined then return user_function(scope, node, defined) end
  if functions.scalars[node.name] then return scalar(scope, node, functions.scalars[node.name]) end
  if functions.aggregates[node.name] then return aggregate(scope, node, functions.aggregates[node.name]) end
  local elsewhere = ELSEWHERE[node.name:lower()]
  fail(scope, node, "no function '%s'%s", node.name,
    elsewhere and "; " .. elsewhere or suggest.hint(node.name, known_functions(scope)))
end

-- Nodes -----------------------------------------------------------------------------------------------

local function column(scope, node)
  local found = scope.column(node.path)
  if not found then
    local known, where, part = scope.known(node.path)
    local near = suggest.nearest(part, known)
    local hint = near and ("; did you mean '%s'?"):format(near) or #known == 0 and ""
      or scope.aggregates and "; a result is named with 'as', as in \"count() as n\""
      or ("; text is written in 'single quotes'" .. (#known <= 12 and "; columns: " .. table.concat(known, ", ") or ""))
    fail(scope, node, "no column '%s'%s%s", table.concat(node.path, "."), where and " in " .. where or "", hint)
  end
  if scope.keys and not scope.inside and not scope.keys[found.name] then
    fail(scope, node, "column '%s' stands outside an aggregate; give it to by(), or use first(%s)", found.name,
      found.name)
  end
  node.column = found
  return found.type
end

local function adapt_date(scope, node, other_type)
  if other_type == "date" and node.kind == "literal" and node.type == "text" then become_date(scope, node) end
end

local function arithmetic(scope, node)
  expression(scope, node.left)
  expression(scope, node.right)
  local left, right = node.left.type, node.right.type
  if node.op == ".." then
    local allowed = { text = true, date = true, integer = true, any = true, null = true, name = "text" }
    want(scope, node.left, allowed, "each side of '..'")
    want(scope, node.right, allowed, "each side of '..'")
    return "text"
  end
  if node.op == "-" then
    adapt_date(scope, node.left, right)
    adapt_date(scope, node.right, left)
    left, right = node.left.type, node.right.type
    if left == "date" and right == "date" then return "integer" end
  end
  if left == "date" or right == "date" then
    fail(scope, node, "dates do not take '%s'; use start(d) - start(e) for days between, days(d) for a length", node.op)
  end
  want(scope, node.left, NUMERIC, ("each side of '%s'"):format(node.op))
  want(scope, node.right, NUMERIC, ("each side of '%s'"):format(node.op))
  if node.op == "/" then return "number" end
  if left == "any" or right == "any" then return "any" end
  return left == "integer" and right == "integer" and "integer" or "number"
end

-- A literal takes another type beside a date, each time anew: a query is checked again with each verb.
local function literal(_, node)
  node.own_type = node.own_type or node.type
  return node.own_type
end

local NODES = { literal = literal, column = column, call = call, binary = arithmetic }

function NODES.negate(scope, node)
  want(scope, expression(scope, node.operand), NUMERIC, "what follows '-'")
  return node.operand.type
end

function NODES.compare(scope, node)
  expression(scope, node.left)
  expression(scope, node.right)
  check_pair(scope, node, node.left, node.right)
  return "boolean"
end

function NODES.logic(scope, node)
  want(scope, expression(scope, node.left), TRUTH, ("each side of '%s'"):format(node.op))
  want(scope, expression(scope, node.right), TRUTH, ("each side of '%s'"):format(node.op))
  return "boolean"
end

NODES["not"] = function(scope, node)
  want(scope, expression(scope, node.operand), TRUTH, "what follows 'not'")
  return "boolean"
end

NODES["in"] = function(scope, node)
  expression(scope, node.operand)
  for _, item in ipairs(node.list) do
    expression(scope, item)
    check_pair(scope, { kind = "in", pos = item.pos }, node.operand, item)
  end
  return "boolean"
end

function NODES.between(scope, node)
  expression(scope, node.operand)
  for _, side in ipairs { node.low, node.high } do
    expression(scope, side)
    check_pair(scope, node, node.operand, side)
  end
  return "boolean"
end

function NODES.like(scope, node)
  want(scope, expression(scope, node.operand), TEXTUAL, "the left side of 'like'")
  want(scope, expression(scope, node.pattern), TEXTUAL, "the pattern of 'like'")
  return "boolean"
end

function NODES.is_nil(scope, node)
  expression(scope, node.operand)
  return "boolean"
end

function expression(scope, node)
  node.type = NODES[node.kind](scope, node)
  return node
end

--- Checks a tree in a scope and gives every node its type.
---@param scope table
---@param node table
---@return table node
function check.expression(scope, node) return expression(scope, node) end

--- Raises when a column's name is taken.
---@param columns table[]  those there are
---@param added table
function check.refuse_twin(columns, added)
  for _, other in ipairs(columns) do
    if other.name == added.name then
      errors.raise("two columns would be called '%s'; name one with 'as', as in \"%s as other\"", added.name,
        added.name)
    end
  end
end

--- The same for a condition: its type must be boolean.
function check.condition(scope, node)
  expression(scope, node)
  if not TRUTH[node.type] then
    fail(scope, node, "where() needs a condition, which is true or false, but %s is not", described(node))
  end
  return node
end

return check
