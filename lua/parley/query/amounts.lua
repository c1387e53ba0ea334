--- Amounts in expressions: the columns low, best and high of a quantity as one interval, bound as trees over them.
-- `amount > 1000` holds where all that the amount can be is above 1000, fails where nothing of it is, and is missing
-- where both can be; surely() and possibly() decide that. `amount.low`, `amount.best`, `amount.high` are numbers, and
-- so are their sums: a side that is open in one of the rows is open in the sum. Whatever engine runs it sees but
-- conditions and numbers, so that all give the same.
-- A node of an amount has the type "amount", which no engine knows: `low`, `high` and, where there is one, `best`.

local bound = require "parley.query.bound"
local operands = require "parley.query.operands"
local typed = require "parley.query.typed_nodes"

local amounts = {}

local fail = operands.fail

local literal, call, choose, compare, aggregate = typed.value, typed.call, typed.choose, typed.compare, typed.aggregate
local is_nil, negation, both, either, joined = typed.is_nil, typed.negation, typed.both, typed.either, typed.text_of

-- Sides -----------------------------------------------------------------------------------------------------------

-- That no side of it is there.
local function without_number(amount)
  local none = both(is_nil(amount.low), is_nil(amount.high))
  return amount.best and both(none, is_nil(amount.best)) or none
end

-- That its best is all there is, "about 250": it counts as it stands, and the notes tell so.
local function only_about(amount)
  if not amount.best or amount.sum then return nil end
  return both(both(is_nil(amount.low), is_nil(amount.high)), is_nil(amount.best, true))
end

-- The type of its sides: counts are integers, measures numbers.
local function number_type(amount) return (amount.low or amount.high).type end

-- A side as it counts: `best` alone is both sides; sides that are one are the best.
local SIDES = {
  low = function(amount)
    if not amount.best or amount.sum then return amount.low end
    local type = number_type(amount)
    return call("coalesce", type, amount.low,
      choose(type, is_nil(amount.high), amount.best, literal(nil, type)))
  end,
  high = function(amount)
    if not amount.best or amount.sum then return amount.high end
    local type = number_type(amount)
    return call("coalesce", type, amount.high,
      choose(type, is_nil(amount.low), amount.best, literal(nil, type)))
  end,
  best = function(amount)
    local type = number_type(amount)
    local exact = choose(type, compare("=", amount.low, amount.high), amount.low, literal(nil, type))
    return amount.best and call("coalesce", type, amount.best, exact) or exact
  end,
}

-- Columns ---------------------------------------------------------------------------------------------------------

-- The columns there are at the end of a path of references; those of the rows for an empty one.
local function columns_at(rows, path)
  if #path == 0 then return rows.columns end
  local reference = bound.column(rows, path)
  return reference and reference.references and rows.home:table_info(reference.references).columns or {}
end

-- The names of the columns that are bounds of a quantity, and two that are the same one: as a join leaves them.
local function names_of(columns, quantity, origin, own)
  local names, twins = {}, nil
  if own then names[own.bound] = own.name end
  for _, column in ipairs(columns) do
    local which = column.quantity == quantity and (origin or column.origin) == column.origin and column.bound
    if which and not names[which] then
      origin, names[which] = column.origin, column.name
    elseif which and names[which] ~= column.name and not (own and own.bound == which) then
      twins = twins or { part = which, name = quantity, first = names[which], second = column.name }
    end
  end
  return names, twins
end

-- The bounds of a quantity as nodes, bound; nil unless both its low and its high are there. `own` is the column that is
-- meant among those of its bound.
local function of_quantity(scope, path, quantity, expression, own)
  local names, twins = names_of(columns_at(scope.rows, path), quantity, own and own.origin, own)
  if not (names.low and names.high) then return nil end
  if twins then fail(scope, { pos = 1 }, "bad_expression.twin_bounds", twins) end
  local found = { kind = "amount", type = "amount", pos = 1 }
  for which, name in pairs(names) do
    local full = table.move(path, 1, #path, 1, {})
    full[#full + 1] = name
    found[which] = expression(scope, { kind = "column", path = full, pos = 1 })
  end
  return found
end

--- The node of a path that leads to an amount or to a side of one; nil where it does not.
---@param scope table
---@param node table  a column, as parsed
---@param expression function
---@return table?
function amounts.column(scope, node, expression)
  local path = table.move(node.path, 1, #node.path, 1, {})
  local last = table.remove(path)
  local amount = of_quantity(scope, path, last, expression)
  if amount then
    amount.shown, amount.pos = table.concat(node.path, "."), node.pos
    return amount
  end
  local quantity = SIDES[last] and table.remove(path)
  amount = quantity and of_quantity(scope, path, quantity, expression)
  if not amount then return nil end
  local side = SIDES[last](amount)
  side.side = { amount = amount, which = last, name = table.concat(node.path, ".") }
  return side
end

-- Comparisons -----------------------------------------------------------------------------------------------------

local function sides_of(scope, node)
  if node.type == "amount" then return SIDES.low(node), SIDES.high(node), negation(without_number(node)) end
  operands.want(scope, node, operands.NUMERIC, { key = "beside_amount" })
  if node.kind == "literal" and node.type == "null" then fail(scope, node, "bad_expression.compare_nil") end
  return node, node, is_nil(node, true)
end

-- When a comparison holds for all that its sides can be, and when for nothing of it; by the low and the high of each.
local HOLDS = {
  ["<"] = function(_, high, low, _) return compare("<", high, low) end,
  ["<="] = function(_, high, low, _) return compare("<=", high, low) end,
  [">"] = function(low, _, _, high) return compare(">", low, high) end,
  [">="] = function(low, _, _, high) return compare(">=", low, high) end,
  ["="] = function(low, high, other_low, other_high)
    return both(compare("=", low, other_high), compare("=", high, other_low))
  end,
}
local OPPOSITE = { ["<"] = ">=", ["<="] = ">", [">"] = "<=", [">="] = "<" }

local function fails(op, low, high, other_low, other_high)
  if op ~= "=" then return HOLDS[OPPOSITE[op]](low, high, other_low, other_high) end
  return either(compare("<", high, other_low), compare(">", low, other_high))
end

-- The tree of a comparison as it is read.
local function read(interval, reading)
  local yes, no = literal(true, "boolean"), literal(false, "boolean")
  local node
  if reading == "possibly" then
    node = choose("boolean", interval.fails, no, yes)
  else
    local rest = reading and no or choose("boolean", interval.fails, no, literal(nil, "boolean"))
    node = choose("boolean", interval.holds, yes, rest)
  end
  node = choose("boolean", interval.known, node, literal(nil, "boolean"))
  node.interval, node.reading = interval, reading
  return node
end

--- A comparison of amounts, read in another way: as inside surely() or possibly().
---@param node table
---@param reading "surely"|"possibly"
---@return table
function amounts.read(node, reading) return node.reading and node or read(node.interval, reading) end

-- What the notes tell of an operand that is an amount: its name, and where it is only about right; none for others.
local function about_of(node)
  local where = node.type == "amount" and only_about(node)
  return where and { where = where, name = node.shown } or nil
end

--- A comparison of which a side is an amount; both are bound.
---@return table node
function amounts.compare(scope, op, left, right)
  if op == "!=" then
    local outer = scope.reading
    scope.reading = typed.OTHER_READING[outer]
    local made = negation(amounts.compare(scope, "=", left, right))
    scope.reading = outer
    return made
  end
  local low, high, known = sides_of(scope, left)
  local other_low, other_high, other_known = sides_of(scope, right)
  if not scope.reading then scope.doubtful = true end
  local made = read({ known = both(known, other_known), holds = HOLDS[op](low, high, other_low, other_high),
    fails = fails(op, low, high, other_low, other_high) }, scope.reading)
  made.about = { about_of(left), about_of(right) }
  return made
end

-- `not in` and `not between`, which surely() and possibly() read the other way round.
local function without_negation(scope, negated, make)
  local outer = scope.reading
  if negated then scope.reading = typed.OTHER_READING[outer] end
  local made = make()
  scope.reading = outer
  return negated and negation(made) or made
end

--- `amount in (…)`.
function amounts.among(scope, operand, list, negated)
  return without_negation(scope, negated, function()
    local any
    for _, item in ipairs(list) do any = either(any, amounts.compare(scope, "=", operand, item)) end
    return any
  end)
end

--- `amount between low and high`.
function amounts.between(scope, operand, low, high, negated)
  return without_negation(scope, negated, function()
    return both(amounts.compare(scope, ">=", operand, low), amounts.compare(scope, "<=", operand, high))
  end)
end

--- `amount is nil`: no side of it is there.
function amounts.is_nil(amount, negated)
  return negated and negation(without_number(amount)) or without_number(amount)
end

-- Aggregates ------------------------------------------------------------------------------------------------------

-- The sum of a side. A missing low adds nothing, since amounts are counts; another side that is missing in a row that
-- has a number is missing in the sum.
local function sum_of(amount, which, name)
  local side, known, type = SIDES[which](amount), negation(without_number(amount)), number_type(amount)
  if which == "low" then
    local zero = call("coalesce", type, side, literal(type == "integer" and 0 or 0.0, type))
    return aggregate("sum", choose(type, known, zero, literal(nil, type)), type)
  end
  local open = both(known, is_nil(side))
  local count = aggregate("count", choose("integer", open, literal(1, "integer"), literal(nil, "integer")))
  local sum = choose(type, compare("=", count, literal(0, "integer")), aggregate("sum", side, type),
    literal(nil, type))
  sum.open = { where = open, name = name }          -- for the notes
  return sum
end

-- The amount and the side that the argument of an aggregate is; a bare column is one, too.
local function side_of(scope, arg, expression)
  if arg.side then return arg.side.amount, arg.side.which, arg.side.name end
  local column = arg.kind == "column" and arg.column
  if not (column and column.quantity and column.bound) then return nil end
  local amount = of_quantity(scope, table.move(arg.path, 1, #arg.path - 1, 1, {}), column.quantity, expression,
    not arg.via and column or nil)
  return amount, column.bound, table.concat(arg.path, ".")
end

--- What an aggregate over an amount, or over a side of one, becomes; nil where it is as any other.
---@param scope table
---@param made table  the call, its arguments bound
---@param entry parley.Function  that it calls
---@param expression function
---@return table?
function amounts.aggregate(scope, made, entry, expression)
  local arg = made.args[1]
  if arg.type == "amount" then
    if entry.presence then
      local one = choose("integer", without_number(arg), literal(nil, "integer"), literal(1, "integer"))
      return aggregate(made.name, one)
    elseif not entry.by_sides then
      fail(scope, arg, "bad_type.amount", { name = arg.shown, call = made.name })
    end
    local sum = { kind = "amount", type = "amount", sum = true, pos = made.pos,
      shown = ("%s(%s)"):format(made.name, arg.shown) }
    for which in pairs(SIDES) do sum[which] = sum_of(arg, which, ("%s.%s"):format(arg.shown, which)) end
    sum.best.open = nil          -- where the sides differ, that is to be expected
    sum.low.about = { about_of(arg) }
    return sum
  end
  if not entry.by_sides then return nil end
  local amount, which, name = side_of(scope, arg, expression)
  return amount and sum_of(amount, which, name)
end

-- Texts -----------------------------------------------------------------------------------------------------------

--- An amount in words, as total() has them: "30", "at least 30", "300 (100–999)".
---@param amount table
---@return table node  of a text
function amounts.text(amount)
  local low, best, high = amount.low, amount.best, amount.high
  local function digits(side) return side and side.type ~= "integer" and call("text", "text", side) or side end
  local function text(value) return literal(value, "text") end
  -- A best that is the only bound there is goes without saying.
  local function with_best(bounds, only)
    if not best then return bounds end
    local apart = only and both(is_nil(best, true), compare("!=", best, only)) or is_nil(best, true)
    return choose("text", apart, joined(digits(best), text " (", bounds, text ")"), bounds)
  end
  local open = choose("text", is_nil(high), with_best(joined(text "at least ", digits(low)), low),
    choose("text", is_nil(low), with_best(joined(text "at most ", digits(high)), high),
      with_best(joined(digits(low), text "–", digits(high)))))
  local about = best and joined(text "about ", digits(best)) or literal(nil, "text")
  return choose("text", compare("=", low, high), joined(digits(low), text ""),
    choose("text", both(is_nil(low), is_nil(high)), about, open))
end

return amounts
