--- Operators and conditions, bound: `left + right`, comparisons, and, or, not, in, between, like, is nil.
-- An entry for each kind of node takes a scope (parley.query.bind), the node, and `expression`, which binds any node.

local core = require "parley.core"
local operands = require "parley.query.operands"

local operators = {}

local check_pair, fail, want = operands.check_pair, operands.fail, operands.want
local NUMERIC, TEXTUAL, TRUTH = operands.NUMERIC, operands.TEXTUAL, operands.TRUTH

local function adapt_date(scope, node, other_type)
  if other_type == "date" and node.kind == "literal" and node.type == "text" then operands.become_date(scope, node) end
end

-- A date that is compared by its first day: one without it never would be true.
local function check_first_day(scope, node)
  if node.type ~= "date" or node.kind ~= "literal" or node.value == nil or core.date(node.value) then return end
  fail(scope, node, "bad_date.no_first_day", { text = node.value })
end

local JOINED = { text = true, date = true, integer = true, any = true, null = true, name = "text" }

-- The type of `left op right`, both bound.
local function arithmetic(scope, node, left, right)
  if node.op == ".." then
    want(scope, left, JOINED, "each side of '..'")
    want(scope, right, JOINED, "each side of '..'")
    return "text"
  end
  if node.op == "-" then
    adapt_date(scope, left, right.type)
    adapt_date(scope, right, left.type)
    if left.type == "date" and right.type == "date" then return "integer" end
  end
  if left.type == "date" or right.type == "date" then
    fail(scope, node, "bad_type.date_arithmetic", { operator = node.op })
  end
  want(scope, left, NUMERIC, ("each side of '%s'"):format(node.op))
  want(scope, right, NUMERIC, ("each side of '%s'"):format(node.op))
  if node.op == "/" then return "number" end
  if left.type == "any" or right.type == "any" then return "any" end
  return left.type == "integer" and right.type == "integer" and "integer" or "number"
end

function operators.binary(scope, node, expression)
  local left, right = expression(scope, node.left), expression(scope, node.right)
  local kind = arithmetic(scope, node, left, right)
  check_first_day(scope, left)
  check_first_day(scope, right)
  return { kind = "binary", op = node.op, left = left, right = right, type = kind, pos = node.pos }
end

function operators.negate(scope, node, expression)
  local operand = expression(scope, node.operand)
  want(scope, operand, NUMERIC, "what follows '-'")
  return { kind = "negate", operand = operand, type = operand.type, pos = node.pos }
end

--- A comparison; of dates with all their days where `any_day`.
function operators.compare(scope, node, expression, any_day)
  local left, right = expression(scope, node.left), expression(scope, node.right)
  check_pair(scope, node, left, right)
  if not any_day then
    check_first_day(scope, left)
    check_first_day(scope, right)
  end
  return { kind = "compare", op = node.op, left = left, right = right, type = "boolean", pos = node.pos }
end

function operators.logic(scope, node, expression)
  local left = expression(scope, node.left)
  want(scope, left, TRUTH, ("each side of '%s'"):format(node.op))
  local right = expression(scope, node.right)
  want(scope, right, TRUTH, ("each side of '%s'"):format(node.op))
  return { kind = "logic", op = node.op, left = left, right = right, type = "boolean", pos = node.pos }
end

operators["not"] = function(scope, node, expression)
  local operand = expression(scope, node.operand)
  want(scope, operand, TRUTH, "what follows 'not'")
  return { kind = "not", operand = operand, type = "boolean", pos = node.pos }
end

operators["in"] = function(scope, node, expression)
  local operand, list = expression(scope, node.operand), {}
  for i, item in ipairs(node.list) do
    list[i] = expression(scope, item)
    check_pair(scope, { kind = "in", pos = item.pos }, operand, list[i])
  end
  check_first_day(scope, operand)
  for _, item in ipairs(list) do check_first_day(scope, item) end
  return { kind = "in", operand = operand, list = list, negated = node.negated, type = "boolean", pos = node.pos }
end

function operators.between(scope, node, expression)
  local operand, sides = expression(scope, node.operand), {}
  for i, side in ipairs { node.low, node.high } do
    sides[i] = expression(scope, side)
    check_pair(scope, node, operand, sides[i])
  end
  check_first_day(scope, operand)
  for _, side in ipairs(sides) do check_first_day(scope, side) end
  return { kind = "between", operand = operand, low = sides[1], high = sides[2], negated = node.negated,
    type = "boolean", pos = node.pos }
end

function operators.like(scope, node, expression)
  local operand = expression(scope, node.operand)
  want(scope, operand, TEXTUAL, "the left side of 'like'")
  local pattern = expression(scope, node.pattern)
  want(scope, pattern, TEXTUAL, "the pattern of 'like'")
  return { kind = "like", operand = operand, pattern = pattern, negated = node.negated, type = "boolean",
    pos = node.pos }
end

function operators.is_nil(scope, node, expression)
  return { kind = "is_nil", operand = expression(scope, node.operand), negated = node.negated, type = "boolean",
    pos = node.pos }
end

return operators
