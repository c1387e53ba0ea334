--- Operators and conditions, bound: `left + right`, comparisons, and, or, not, in, between, like, is nil.
-- An entry for each kind of node takes a scope (parley.query.bind), the node, and `expression`, which binds any node.

local compared = require "parley.query.compared"
local operands = require "parley.query.operands"
local typed = require "parley.query.typed_nodes"

local operators = {}

-- Loaded with the first date that is compared.
local function date_operators() return require "parley.query.date_operators" end

local function amounts() return require "parley.query.amounts" end

local check_pair, fail, want = compared.check_pair, operands.fail, operands.want
local NUMERIC, TEXTUAL, TRUTH = operands.NUMERIC, operands.TEXTUAL, operands.TRUTH

local function adapt_date(scope, node, other_type)
  if other_type == "date" and node.kind == "literal" and node.type == "text" then compared.become_date(scope, node) end
end

local JOINED = { text = true, date = true, integer = true, any = true, null = true, name = "text" }

-- What a sentence calls the operands of an operator.
local function side_of(operator) return { key = "side_of", operator = operator } end

local function after(operator) return { key = "after_operator", operator = operator } end

-- The type of `left op right`, both bound.
local function arithmetic(scope, node, left, right)
  if node.op == ".." then
    want(scope, left, JOINED, side_of "..")
    want(scope, right, JOINED, side_of "..")
    return "text"
  end
  if node.op == "-" then
    adapt_date(scope, left, right.type)
    adapt_date(scope, right, left.type)
    if left.type == "date" and right.type == "date" then return "days" end
  end
  if left.type == "date" or right.type == "date" then
    fail(scope, node, "bad_type.date_arithmetic", { operator = node.op })
  end
  want(scope, left, NUMERIC, side_of(node.op))
  want(scope, right, NUMERIC, side_of(node.op))
  if node.op == "/" then return "number" end
  if left.type == "any" or right.type == "any" then return "any" end
  return left.type == "integer" and right.type == "integer" and "integer" or "number"
end

-- What two integers make; nil where it does not fit 64 bits, in which Lua's own operators go round.
local EXACT = {
  ["+"] = function(a, b)
    local sum = a + b
    if (a < 0) ~= (b < 0) or (sum < 0) == (a < 0) then return sum end
  end,
  ["-"] = function(a, b)
    local difference = a - b
    if (a < 0) == (b < 0) or (difference < 0) == (a < 0) then return difference end
  end,
  ["*"] = function(a, b)
    local product = a * b
    local whole = a == 0 or product // a == b and not (a == -1 and b == math.mininteger)
    if whole then return product end
  end,
}

-- The integer that a node is in all rows.
local function constant_of(node)
  if node.kind == "literal" and node.type == "integer" then return node.value end
  return node.constant
end

-- The constant that two constants make. One that overflows does so whether there are rows or none: a database works it
-- out before it looks, and columns would only with the first row.
local function constant(scope, node, left, right)
  local a, b, exact = constant_of(left), constant_of(right), EXACT[node.op]
  if not (a and b and exact) then return nil end
  return exact(a, b) or fail(scope, node, "overflow.integer_result")
end

function operators.binary(scope, node, expression)
  local left, right = expression(scope, node.left), expression(scope, node.right)
  local kind = arithmetic(scope, node, left, right)
  if kind == "days" then return date_operators().days_between(scope, left, right, node.pos) end
  return { kind = "binary", op = node.op, left = left, right = right, type = kind, pos = node.pos,
    constant = constant(scope, node, left, right) }
end

function operators.negate(scope, node, expression)
  operands.refuse_number(scope, node.operand)
  local operand = expression(scope, node.operand)
  if scope.sorts and operand.path and not NUMERIC[operand.type] and operand.type ~= "amount" then
    fail(scope, node, "bad_type.sort_minus", { shown = operands.text_described(scope, operand, "number"),
      name = table.concat(operand.path, ".") })
  end
  want(scope, operand, NUMERIC, after "-")
  local nothing = { kind = "literal", type = "integer", value = 0 }
  return { kind = "negate", operand = operand, type = operand.type, pos = node.pos,
    constant = constant(scope, { op = "-", pos = node.pos }, nothing, operand) }
end

-- Reads what stands inside a comparison, of which an outer surely() or possibly() says nothing. Gives its reading.
local function within(scope)
  local reading = scope.reading
  scope.reading = nil
  return reading
end

-- What two texts that are compared must not go by. Loaded with the first of them.
local function check_letters(scope, left, right, op)
  if left.type ~= "text" and right.type ~= "text" then return end
  local letters = require "parley.query.letters"
  local check = (op == "=" or op == "!=" or op == "in") and letters.refuse_period or letters.refuse_comparison
  check(scope, left, right, op)
  check(scope, right, left, op)
end

-- Whether a node is a column that takes several.
local function is_list(node) return node.kind == "column" and node.column.several == true end

-- A condition on a column that takes several: it equals a value whose items are all among its own, and another such
-- column where they share one.
local function has_items(op, left, right, pos)
  local list, other = left, right
  if not is_list(left) then list, other = right, left end
  local made = typed.at(pos, typed.call(is_list(other) and "shares" or "includes", "boolean", list, other))
  return op == "=" and made or typed.at(pos, typed.negation(made))
end

--- A comparison; of dates, also where they are texts, with `as_dates`.
function operators.compare(scope, node, expression, as_dates)
  local reading = within(scope)
  operands.refuse_number(scope, node.left)
  if node.left.kind == "literal" then operands.refuse_number(scope, node.right) end
  local left, right = expression(scope, node.left), expression(scope, node.right)
  scope.reading = reading
  if left.type == "amount" or right.type == "amount" then return amounts().compare(scope, node.op, left, right) end
  if as_dates then date_operators().read_sides(scope, left, right) else check_pair(scope, node, left, right) end
  if not as_dates then check_letters(scope, left, right, node.op) end
  local is_equality = node.op == "=" or node.op == "!="
  if is_equality and (is_list(left) or is_list(right)) then return has_items(node.op, left, right, node.pos) end
  local made = { kind = "compare", op = node.op, left = left, right = right, type = "boolean", pos = node.pos }
  if not (as_dates or left.type == "date" or right.type == "date") then return made end
  return date_operators().compare(scope, made)
end

function operators.logic(scope, node, expression)
  local left = expression(scope, node.left)
  want(scope, left, TRUTH, side_of(node.op))
  local right = expression(scope, node.right)
  want(scope, right, TRUTH, side_of(node.op))
  return { kind = "logic", op = node.op, left = left, right = right, type = "boolean", pos = node.pos }
end

operators["not"] = function(scope, node, expression)
  local reading = scope.reading
  scope.reading = typed.OTHER_READING[reading]
  local operand = expression(scope, node.operand)
  scope.reading = reading
  want(scope, operand, TRUTH, after "not")
  return { kind = "not", operand = operand, type = "boolean", pos = node.pos }
end

-- What is compared with nil is never true.
local function refuse_nil(scope, node, what)
  if node.kind == "literal" and node.type == "null" then fail(scope, node, "bad_expression.nil_in", { what = what }) end
end

-- One of some values among the items of a column that takes several.
local function among_items(operand, list, node)
  local all = {}
  for i, item in ipairs(list) do all[i] = has_items("=", operand, item, item.pos) end
  local any = typed.joined("or", all)
  return node.negated and typed.at(node.pos, typed.negation(any)) or any
end

operators["in"] = function(scope, node, expression)
  local reading, list = within(scope), {}
  operands.refuse_number(scope, node.operand)
  local operand = expression(scope, node.operand)
  for i, item in ipairs(node.list) do
    list[i] = expression(scope, item)
    if operand.type ~= "amount" then check_pair(scope, { kind = "in", pos = item.pos }, operand, list[i]) end
    refuse_nil(scope, list[i], "in (…)")
    check_letters(scope, operand, list[i], "in")
  end
  scope.reading = reading
  if operand.type == "amount" and list[1] then return amounts().among(scope, operand, list, node.negated) end
  if is_list(operand) and list[1] then return among_items(operand, list, node) end
  local made = { kind = "in", operand = operand, list = list, negated = node.negated, type = "boolean", pos = node.pos }
  return operand.type == "date" and #list > 0 and date_operators().among(scope, made) or made
end

-- Bounds that are written out and hold nothing are a slip.
local function check_bounds(scope, low, high)
  if not (low.kind == "literal" and high.kind == "literal" and NUMERIC[low.type] and NUMERIC[high.type]) then return end
  if low.value == nil or high.value == nil or low.value <= high.value then return end
  fail(scope, low, "bad_argument.reversed_bounds", { low = low.value, high = high.value })
end

function operators.between(scope, node, expression)
  local reading, sides = within(scope), {}
  operands.refuse_number(scope, node.operand)
  local operand = expression(scope, node.operand)
  for i, side in ipairs { node.low, node.high } do
    sides[i] = expression(scope, side)
    if operand.type ~= "amount" then check_pair(scope, node, operand, sides[i]) end
    refuse_nil(scope, sides[i], "between")
    check_letters(scope, operand, sides[i], "between")
  end
  scope.reading = reading
  if operand.type == "amount" then
    check_bounds(scope, sides[1], sides[2])
    return amounts().between(scope, operand, sides[1], sides[2], node.negated)
  end
  local made = { kind = "between", operand = operand, low = sides[1], high = sides[2], negated = node.negated,
    type = "boolean", pos = node.pos }
  if operand.type == "date" or sides[1].type == "date" then return date_operators().between(scope, made) end
  check_bounds(scope, sides[1], sides[2])
  return made
end

function operators.like(scope, node, expression)
  local operand = expression(scope, node.operand)
  want(scope, operand, TEXTUAL, { key = "left_of_like" })
  local pattern = expression(scope, node.pattern)
  want(scope, pattern, TEXTUAL, { key = "pattern_of_like" })
  refuse_nil(scope, pattern, "like")
  compared.look_up_pattern(scope, pattern, operand)
  return { kind = "like", operand = operand, pattern = pattern, negated = node.negated, type = "boolean",
    pos = node.pos }
end

function operators.is_nil(scope, node, expression)
  operands.refuse_number(scope, node.operand)
  local operand = expression(scope, node.operand)
  if operand.type == "amount" then return amounts().is_nil(operand, node.negated) end
  return { kind = "is_nil", operand = operand, negated = node.negated, type = "boolean",
    pos = node.pos }
end

return operators
