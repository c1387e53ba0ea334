-- Random amounts in expressions: comparisons of all that an amount may be, its sides, its sums and its words. There are some
-- where both ends of one are among the columns.

local chance = require "spec.support.chance"
local nodes = require "spec.support.random_expressions.nodes"
local aggregates = require "spec.support.random_expressions.aggregates"

local node, numeric, bound_of, MAKERS = nodes.node, nodes.numeric, nodes.bound_of, nodes.MAKERS
local aggregate, inside, soft, sums_exactly = aggregates.aggregate, aggregates.inside, aggregates.soft, aggregates.sums_exactly
local pick = chance.pick

local COMPARISONS = { "=", "!=", "<", "<=", ">", ">=" }

-- What is known of the sides of the amount; nil where there is none, or where two columns are the same side.
local function known_of(c)
  local sides, known = {}, { bound = 0, bits = 0 }
  for _, column in ipairs(c.columns) do
    local side = column.traits and column.traits.bound
    if side and (column.soft or column.day_only or sides[side]) then return nil end
    if side then
      sides[side], known.type = column, column.type
      known.bound, known.samples = math.max(known.bound, bound_of(column)), known.samples or column.samples
      known.bits = known.bits and column.bits and math.max(known.bits, column.bits)
    end
  end
  if known.type == "integer" then known.bits = 0 end
  return sides.low and sides.high and not c.keys and known or nil
end

-- A number of a side, and how a short form calls it.
local function side(c, kind)
  local known = known_of(c)
  if not known or known.type ~= kind then return false end
  local which = pick { "low", "best", "high" }
  return node(c, kind, "amount." .. which, { "amount." .. which },
    { bound = known.bound, bits = known.bits, called = "amount_" .. which })
end

local function whole(c) return known_of(c) and { type = "amount", parts = { "amount" }, called = "amount" } end

-- The amount of a row, or in a summary the sum of those of its group.
local function amount(c)
  if not c.aggregates then return whole(c), "amount" end
  local arg = whole(inside(c))
  return arg and node(c, "amount", "sum(amount)", { "sum(", arg, ")" }), "sum(amount)"
end

-- What stands beside an amount in a comparison.
local function beside(c, depth)
  local known = known_of(inside(c))
  if chance.of(0.6) then return nodes.literal_like(c, known.type, known) end
  return chance.of(0.2) and (amount(c)) or numeric(c, depth)
end

local function bounds(c, depth)
  local low, high = beside(c, depth), beside(c, depth)
  if low and high and low.literal and high.literal and low.value > high.value then return high, low end
  return low, high
end

local function list_of(c, depth, operand, word)
  local parts = { "(", operand, (" %s ("):format(word), beside(c, depth) }
  if chance.of(0.6) then table.move({ ", ", beside(c, depth) }, 1, 2, 5, parts) end
  parts[#parts + 1] = "))"
  return parts
end

local function condition(c, depth)
  local operand, name = amount(c)
  if not operand then return false end
  local way, negated = chance.weighted { { 7, "compare" }, { 2, "in" }, { 2, "between" }, { 2, "is nil" } },
    chance.of(0.3)
  local parts
  if way == "in" then
    parts = list_of(c, depth, operand, negated and "not in" or "in")
  elseif way == "between" then
    local low, high = bounds(c, depth)
    parts = { "(", operand, negated and " not between " or " between ", low, " and ", high, ")" }
  elseif way == "is nil" then
    return node(c, "boolean", name, { "(", operand, negated and " is not nil)" or " is nil)" })
  else
    parts = { "(", operand, (" %s "):format(pick(COMPARISONS)), beside(c, depth), ")" }
    if chance.of(0.2) then parts[2], parts[4] = parts[4], parts[2] end
  end
  local made = node(c, "boolean", name, parts)
  local reading = chance.of(0.4) and pick { "surely", "possibly" }
  return made and reading and node(c, "boolean", reading, { reading .. "(", made, ")" }) or made
end

local function sum_of_side(c, kind)
  local arg = side(inside(c), kind)
  if not arg then return false end
  local exact = sums_exactly(c, arg)
  local made = aggregate(c, kind, "sum", { "sum(", arg, ")" },
    { bound = arg.bound * math.max(c.rows, 1), bits = exact and arg.bits or nil })
  return exact and made or soft(made, arg, "sum")
end

local function count(c)
  local arg = whole(inside(c))
  return arg and aggregate(c, "integer", "count", { "count(", arg, ")" }, { bound = c.rows, bits = 0 })
end

-- Sums to the last bit alone, as they are written out.
local function sum(c)
  local known = known_of(inside(c))
  if not known or not sums_exactly(c, known) then return false end
  local made = amount(c)
  if made then made.bound, made.side_type = known.bound * math.max(c.rows, 1), known.type end
  return made
end

for _, kind in ipairs { "integer", "number" } do
  table.insert(MAKERS[kind], { 8, function(c) return not c.aggregates and side(c, kind) end })
  table.insert(aggregates.AGGREGATES[kind], { 2, sum_of_side })
end
table.insert(MAKERS.boolean, { 8, condition })
table.insert(aggregates.AGGREGATES.boolean, { 4, function(c) return condition(c, 0) end })
table.insert(aggregates.AGGREGATES.integer, { 1, count })

-- The amount of a row in words, where it stands alone.
local function words(c)
  local made = not c.aggregates and whole(c)
  if made then made.type, made.name, made.length = "text", "amount in words", 80 end
  return made
end

return { sum = sum, words = words }
