-- Random numbers, texts and dates: the operators and the functions whose results have bounds of their own.

local chance = require "spec.support.chance"
local nodes = require "spec.support.random_expressions.nodes"

local FITS, LONGEST, generate, node, literal = nodes.FITS, nodes.LONGEST, nodes.generate, nodes.node, nodes.literal
local literal_like, numeric, argument, textual = nodes.literal_like, nodes.numeric, nodes.argument, nodes.textual
local dated, bound_of, integers, numbers = nodes.dated, nodes.bound_of, nodes.integers, nodes.numbers
local both_bits, length_of, small_integer, MAKERS = nodes.both_bits, nodes.length_of, nodes.small_integer, nodes.MAKERS
local random, pick = math.random, chance.pick

-- Arithmetic ----------------------------------------------------------------------------------------------

local function sum_or_product(c, left, right, op)
  if not left or not right then return false end
  local a, b = bound_of(left), bound_of(right)
  local bound = op == "*" and a * b or a + b
  local parts = { "(", left, " " .. op .. " ", right, ")" }
  if left.type == "integer" and right.type == "integer" then return integers(c, op, parts, bound) end
  if left.type == "null" or right.type == "null" then return false end
  local bits = both_bits(left, right)
  return numbers(c, op, parts, bound, bits and op == "*" and left.bits + right.bits or bits)
end

local function remainder(c, left, right)
  if not left or not right then return false end
  local parts, bound = { "(", left, " % ", right, ")" }, bound_of(right)
  if left.type == "integer" and right.type == "integer" then return integers(c, "%", parts, math.min(bound, FITS - 1)) end
  return numbers(c, "%", parts, bound, both_bits(left, right))
end

local OPS = { "+", "-", "*" }

MAKERS.integer = {
  { 6, function(c, depth)
    local op = pick(OPS)
    return sum_or_product(c, generate(c, "integer", depth), generate(c, "integer", depth), op)
  end },
  { 2, function(c, depth) return remainder(c, generate(c, "integer", depth), generate(c, "integer", depth)) end },
  { 1, function(c, depth)
    local inner = generate(c, "integer", depth)
    return integers(c, "negate", { "-(", inner, ")" }, bound_of(inner))
  end },
  { 2, function(c, depth)
    local inner = generate(c, "integer", depth)
    return integers(c, "abs", { "abs(", inner, ")" }, bound_of(inner))
  end },
  { 1, function(c, depth)
    local inner = generate(c, "integer", depth)
    return integers(c, "round", { "round(", inner, chance.of(0.5) and ", 2)" or ")" }, bound_of(inner))
  end },
  { 3, function(c, depth)
    return node(c, "integer", "length", { "length(", textual(c, depth), ")" }, { bound = LONGEST, bits = 0 })
  end },
  { 6, function(c, depth)
    local name = pick { "year", "quarter", "month", "week", "day", "days" }
    return node(c, "integer", name, { name .. "(", dated(c, depth), ")" }, { bound = 2.0 ^ 40, bits = 0 })
  end },
  { 3, function(c, depth)
    local left, right = generate(c, "date", depth), generate(c, "date", depth)
    if chance.of(0.2) then left = literal_like(c, "date") elseif chance.of(0.2) then right = literal_like(c, "date") end
    return node(c, "integer", "date - date", { "(", left, " - ", right, ")" }, { bound = 2.0 ^ 40, bits = 0 })
  end },
  { 2, function(c, depth)
    local left, right = argument(c, "integer", depth), generate(c, "integer", depth)
    return integers(c, "coalesce", { "coalesce(", left, ", ", right, ")" },
      math.min(FITS - 1, math.max(bound_of(left), bound_of(right))))
  end },
}

MAKERS.number = {
  { 6, function(c, depth)
    local op = pick(OPS)
    return sum_or_product(c, generate(c, "number", depth), numeric(c, depth), op)
  end },
  { 2, function(c, depth) return sum_or_product(c, numeric(c, depth), generate(c, "number", depth), pick(OPS)) end },
  { 4, function(c, depth) return numbers(c, "/", { "(", numeric(c, depth), " / ", numeric(c, depth), ")" }, 1 / 0) end },
  { 2, function(c, depth) return remainder(c, generate(c, "number", depth), numeric(c, depth)) end },
  { 1, function(c, depth)
    local inner = generate(c, "number", depth)
    return numbers(c, "negate", { "-(", inner, ")" }, bound_of(inner), inner and inner.bits)
  end },
  { 2, function(c, depth)
    local inner = generate(c, "number", depth)
    return numbers(c, "abs", { "abs(", inner, ")" }, bound_of(inner), inner and inner.bits)
  end },
  { 3, function(c, depth)
    local inner = generate(c, "number", depth)
    return numbers(c, "round", { "round(", inner, ")" }, bound_of(inner) + 1, inner and inner.bits and 0)
  end },
  { 2, function(c, depth)
    local places = chance.of(0.8) and literal(c, "integer", random(0, 4)) or generate(c, "integer", 0)
    return numbers(c, "round", { "round(", generate(c, "number", depth), ", ", places, ")" }, 1 / 0)
  end },
  { 2, function(c, depth)
    local left, right = generate(c, "number", depth), numeric(c, depth)
    if chance.of(0.3) then left, right = right, left end
    if not left or not right or left.type == right.type and left.type ~= "number" then return false end
    return numbers(c, "coalesce", { "coalesce(", left, ", ", right, ")" }, math.max(bound_of(left), bound_of(right)),
      both_bits(left, right))
  end },
}

-- Texts and dates -----------------------------------------------------------------------------------------

MAKERS.text = {
  { 5, function(c, depth)
    local name = pick { "lower", "upper", "trim" }
    local inner = textual(c, depth)
    return node(c, "text", name, { name .. "(", inner, ")" }, { length = length_of(inner) * 3 })
  end },
  { 3, function(c, depth)
    local inner = textual(c, depth)
    local parts = { "substr(", inner, ", ", small_integer(c), ")" }
    if chance.of(0.6) then table.move({ ", ", small_integer(c), ")" }, 1, 3, 5, parts) end
    return node(c, "text", "substr", parts, { length = length_of(inner) })
  end },
  { 4, function(c, depth)
    local left, right = textual(c, depth), generate(c, pick { "text", "integer", "date" }, depth)
    if chance.of(0.3) then left, right = right, left end
    return node(c, "text", "..", { "(", left, " .. ", right, ")" }, { length = length_of(left) + length_of(right) })
  end },
  { 2, function(c, depth)
    local left, right = argument(c, "text", depth), generate(c, "text", depth)
    return node(c, "text", "coalesce", { "coalesce(", left, ", ", right, ")" },
      { length = math.max(length_of(left), length_of(right)) })
  end },
}

MAKERS.date = {
  { 3, function(c, depth)
    local name = pick { "start", "stop" }
    return node(c, "date", name, { name .. "(", dated(c, depth), ")" }, { length = 13 })
  end },
  { 1, function(c, depth)
    local left = generate(c, "date", depth)
    local right = chance.of(0.5) and literal_like(c, "date") or generate(c, "date", depth)
    if left and left.literal then return false end
    return node(c, "date", "coalesce", { "coalesce(", left, ", ", right, ")" }, { length = 21 })
  end },
}

return { remainder = remainder }
