-- Random conditions: comparisons, of dates too, lists, likeness, and what joins them.

local chance = require "spec.support.chance"
local core = require "parley.core"
local nodes = require "spec.support.random_expressions.nodes"

local generate, node, literal_like, numeric = nodes.generate, nodes.node, nodes.literal_like, nodes.numeric
local textual, dated, any = nodes.textual, nodes.dated, nodes.any
local pattern_of, sample_text, text_literal = nodes.pattern_of, nodes.sample_text, nodes.text_literal
local MAKERS = nodes.MAKERS
local random, pick = math.random, chance.pick

local COMPARISONS = { "=", "!=", "<", "<=", ">", ">=" }

-- What may stand beside a node in a comparison: often a literal like its values.
local function beside(c, depth, made)
  local kind = made.type
  if kind == "integer" or kind == "number" then
    if chance.of(0.6) then return literal_like(c, kind, made.column) end
    return numeric(c, depth)
  end
  if chance.of(0.6) then return literal_like(c, kind, made.column) end
  return generate(c, kind, depth)
end

-- Nothing is before a period without a first day, or after one without a last; that is an error.
local function has_end(op, made)
  if not (made and made.literal and made.type == "date") then return true end
  local first, last = core.date(made.value)
  return not (op == "<" and not first or op == ">" and not last)
end

local function comparison_of(c, depth, left)
  local right, op = left and beside(c, depth, left), pick(COMPARISONS)
  if not right or not has_end(op, right) then return false end
  return node(c, "boolean", op, { "(", left, " " .. op .. " ", right, ")" })
end

local function comparison(c, depth) return comparison_of(c, depth, any(c, depth)) end

local function membership_of(c, operand)
  if not operand then return false end
  local parts, negated = { "(", operand, "" }, chance.of(0.3)
  parts[3] = negated and " not in (" or " in ("
  for i = 1, random(0, 5) do
    local item = beside(c, 0, operand)
    if not item then return false end
    if i > 1 then parts[#parts + 1] = ", " end
    parts[#parts + 1] = item
  end
  parts[#parts + 1] = "))"
  return node(c, "boolean", negated and "not in" or "in", parts)
end

local function membership(c, depth) return membership_of(c, any(c, depth)) end

-- Whether bounds that are both written out hold nothing, which is an error.
local function reversed(low, high)
  if not (low and high and low.literal and high.literal and low.value ~= nil and high.value ~= nil) then return false end
  if low.type == "date" then
    local first, _, last = core.date(low.value), core.date(high.value)
    return (first and last and first > last) and true
  end
  return type(low.value) == "number" and type(high.value) == "number" and low.value > high.value
end

local function between_of(c, depth, operand)
  if not operand then return false end
  local low, high = beside(c, depth, operand), beside(c, depth, operand)
  if reversed(low, high) then low, high = high, low end
  local word = chance.of(0.3) and "not between" or "between"
  return node(c, "boolean", word, { "(", operand, " " .. word .. " ", low, " and ", high, ")" })
end

local function between(c, depth) return between_of(c, depth, any(c, depth)) end

local function likeness(c, depth)
  local operand = textual(c, depth)
  local pattern = chance.of(0.9) and text_literal(c, pattern_of(sample_text(operand))) or generate(c, "text", 0)
  local word = chance.of(0.3) and "not like" or "like"
  -- An escape that no text has, since one at the end of a pattern is an error.
  local behind = chance.of(0.2) and " escape '\u{1d538}')" or ")"
  return node(c, "boolean", word, { "(", operand, " " .. word .. " ", pattern, behind })
end

-- A condition with a comparison of dates in it, which surely() or possibly() reads.
local function date_condition(c, depth)
  local date, way = generate(c, "date", depth), random(4)
  if not date or date.literal then return false end
  if way == 1 then return membership_of(c, date) end
  if way == 2 then return between_of(c, depth, date) end
  local one = comparison_of(c, depth, date)
  if way == 3 or not one then return one end
  local word, other = chance.of(0.5) and "and" or "or", generate(c, "boolean", depth)
  if chance.of(0.5) then one = node(c, "boolean", "not", { "(not ", one, ")" }) end
  return node(c, "boolean", word, { "(", one, " " .. word .. " ", other, ")" })
end

-- A comparison of dates, one of which may be a text, or a condition with some in it.
local function read_comparison(c, depth)
  if chance.of(0.4) then return date_condition(c, depth) end
  local op = pick(COMPARISONS)
  local left, right = dated(c, depth), dated(c, depth)
  if left and right and left.literal and right.literal then left = generate(c, "date", depth) end
  if not left or not right or left.type == "null" or right.type == "null" then return false end
  if not has_end(op, right) then return false end
  -- text is compared with text, and a date with a date; a literal is what stands beside it
  if left.type ~= right.type and not (left.literal or right.literal) then return false end
  return node(c, "boolean", op, { left, " " .. op .. " ", right })
end

MAKERS.boolean = {
  { 14, comparison },
  { 3, membership },
  { 3, between },
  { 3, likeness },
  { 3, function(c, depth)
    local word = chance.of(0.5) and "is nil" or "is not nil"
    return node(c, "boolean", word, { "(", any(c, depth), " " .. word .. ")" })
  end },
  { 7, function(c, depth)
    local word = chance.of(0.5) and "and" or "or"
    return node(c, "boolean", word,
      { "(", generate(c, "boolean", depth), " " .. word .. " ", generate(c, "boolean", depth), ")" })
  end },
  { 3, function(c, depth) return node(c, "boolean", "not", { "(not ", generate(c, "boolean", depth), ")" }) end },
}

return { read_comparison = read_comparison }
