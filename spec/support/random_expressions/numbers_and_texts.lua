-- Random numbers and texts: the operators, which are no functions.

local chance = require "spec.support.chance"
local nodes = require "spec.support.random_expressions.nodes"

local FITS, generate, node, literal_like = nodes.FITS, nodes.generate, nodes.node, nodes.literal_like
local numeric, textual, bound_of, integers = nodes.numeric, nodes.textual, nodes.bound_of, nodes.integers
local numbers, both_bits, length_of, MAKERS = nodes.numbers, nodes.both_bits, nodes.length_of, nodes.MAKERS
local pick = chance.pick

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
  { 3, function(c, depth)
    local left, right = generate(c, "date", depth), generate(c, "date", depth)
    if chance.of(0.2) then left = literal_like(c, "date") elseif chance.of(0.2) then right = literal_like(c, "date") end
    return node(c, "integer", "date - date", { "(", left, " - ", right, ")" }, { bound = 2.0 ^ 40, bits = 0 })
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
}

-- Texts ---------------------------------------------------------------------------------------------------

MAKERS.text = {
  { 5, function(c, depth)
    local left, right = textual(c, depth), generate(c, pick { "text", "integer", "date" }, depth)
    if chance.of(0.3) then left, right = right, left end
    return node(c, "text", "..", { "(", left, " .. ", right, ")" }, { length = length_of(left) + length_of(right) })
  end },
}

return { remainder = remainder }
