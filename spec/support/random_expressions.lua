--- Random expressions, made by type, with what is known of their values.
-- A node is { type, parts }: parts are texts and nodes, and a literal has `value` instead. Besides:
--   bound, bits   as in random_tables: how large numbers are, and whether their sums are exact
--   fails         an error is possible (integers that overflow, texts that are no dates)
--   soft          the result depends on the order of additions: `soft` is the expression of its scale
--   day_only      of equal first days, which date it is is open
-- What is soft or day_only stands alone: no condition, key or further computation is made of it.
--
-- The context: columns, rows (at most so many), params (whether `?` may stand), fails (whether an error may be
-- possible), aggregates (whether they may stand; then columns stand only inside them, or are `keys`), ordered
-- (whether the order of the rows is known), pristine (whether it is that of the Frame).

local chance = require "spec.support.chance"
local functions = require "parley.query.functions"
local core = require "parley.core"

local random_expressions = {}

local random, pick = math.random, chance.pick

local FITS = 2.0 ^ 62           -- integers up to here are safe
local EXACT = 2.0 ^ 52          -- so are sums of numbers, counted in their last place
local LONGEST = 200000          -- bytes of a text

local generate                  -- forward: a node of a type

-- Nodes ---------------------------------------------------------------------------------------------------

-- A node of these parts, unless a part is missing or may not be part of anything.
local function node(c, kind, name, parts, known)
  local made, failing = known or {}, 0
  made.type, made.parts, made.name = kind, parts, name
  for _, part in ipairs(parts) do
    if part == false or type(part) == "table" and (part.soft or part.day_only) then return false end
    if type(part) == "table" and part.fails then failing = failing + 1 end
  end
  made.fails = made.fails or failing > 0 or nil
  -- of two conditions, or of two parts that fail, engines may look at either first
  if made.fails and (not c.fails or failing > 1 or name == "and" or name == "or") then return false end
  if made.length and made.length > LONGEST then return false end
  if kind == "integer" and not made.bound then made.bound = 2.0 ^ 63 end
  return made
end

local function literal(c, kind, value, known)
  local made = known or {}
  made.type, made.value, made.literal = kind, value, true
  made.parameter = c.params and chance.of(0.4)
  return made
end

local function missing(c) return literal(c, "null", nil) end

-- Numbers that a literal cannot spell.
local function speakable(value)
  return value == value and not (math.type(value) == "integer" and value == math.mininteger)
end

local function number_known(value)
  local size, bits = math.abs(value + 0.0), nil
  for places = 3, 0, -1 do
    if size * 2 ^ places % 1 == 0 and size < 2.0 ^ 40 then bits = places end
  end
  return { bound = size, bits = bits }
end

local SAMPLES = {
  integer = { 0, 1, -1, 2, 3, 5, 10, 100, -7, 2025, 6, 9007199254740993, 9223372036854775807 },
  number = { 0.0, 0.5, -0.5, 1.0, 2.0, 2.5, 0.1, 1e3, 1e-3, 1e999, -0.0, 9007199254740992.0, 1e18 },
  boolean = { true, false },
  text = { "", "a", "ceasefire", "Київ", "x", " ", "2025-06", "\u{301}", "b", "\xff", "7" },
  date = { "2025", "2025-06", "2025-06-02", "2025-06-01/2025-06-30", "2024-02-29", "1969-12-31", "Y12025", "2025-24",
    "2025-06-02?", "201X", "2025-06-02/..", "-0044-03-15", "../2025-06-30", "2025-05~", "/2025-06-15", "2025-03/",
    "2025-06-20/2025-07-04", "2025-06-XX" },
}

-- A literal of a type, often a value that the column beside it has.
local function literal_like(c, kind, column)
  local samples = column and column.samples
  local value = samples and #samples > 0 and chance.of(0.7) and pick(samples) or nil
  if value == nil then value = pick(SAMPLES[kind]) end
  if type(value) ~= "number" then return literal(c, kind, value, { length = type(value) == "string" and #value or nil }) end
  if not speakable(value) then value = 1 end
  local known = number_known(value)
  return literal(c, math.type(value) == "integer" and "integer" or "number", value, known)
end

local KEYWORDS = {}
for word in ("and or not in between is nil null like true false as asc desc"):gmatch("%a+") do KEYWORDS[word] = true end

--- A column's name as it stands in an expression.
function random_expressions.quote(name)
  if name:find("^[%a_][%w_]*$") and not KEYWORDS[name:lower()] then return name end
  return '"' .. name:gsub('"', '""') .. '"'
end

local function column_node(column)
  return { type = column.type, parts = { random_expressions.quote(column.name) }, column = column, bound = column.bound,
    bits = column.type == "integer" and 0 or column.bits, length = column.length, datelike = column.datelike,
    name = "column:" .. column.type }
end

local function usable(c, column, accepts)
  return not (column.soft or column.day_only) and accepts(column) and (not c.keys or c.keys[column.name])
end

-- A column that will do, or false.
local function column(c, accepts)
  local found = {}
  for _, candidate in ipairs(c.columns) do
    if usable(c, candidate, accepts) then found[#found + 1] = candidate end
  end
  return #found > 0 and column_node(pick(found))
end

local function column_of(c, kind) return column(c, function(candidate) return candidate.type == kind end) end

local function numeric(c, depth) return generate(c, chance.of(0.5) and "integer" or "number", depth) end

-- An argument, now and then missing altogether.
local function argument(c, kind, depth)
  if chance.of(0.02) then return missing(c) end
  return generate(c, kind, depth)
end

local function textual(c, depth) return argument(c, chance.of(0.85) and "text" or "date", depth) end

-- A date, text that is one, or a literal.
local function dated(c, depth)
  local way = random(10)
  if way <= 2 then return literal_like(c, "date") end
  if way <= 5 and not c.keys then
    local found = column(c, function(candidate) return candidate.datelike end)
    if found then return found end
  end
  if way == 6 and c.fails and not c.keys then
    local text = column_of(c, "text")
    if text then return { type = "text", parts = { text }, fails = true, name = "text as date" } end
  end
  return argument(c, "date", depth)
end

local ANY = { "integer", "number", "boolean", "date", "text" }

local function any(c, depth) return generate(c, pick(ANY), depth) end

-- Bounds --------------------------------------------------------------------------------------------------

local function bound_of(made) return made and made.bound or 2.0 ^ 63 end

-- A node of integers that may overflow.
local function integers(c, name, parts, bound)
  return node(c, "integer", name, parts, { bound = bound, bits = 0, fails = bound >= FITS or nil })
end

local function numbers(c, name, parts, bound, bits)
  if bits and (bits > 20 or bound * 2.0 ^ bits >= EXACT) then bits = nil end
  return node(c, "number", name, parts, { bound = bound, bits = bits })
end

local function both_bits(a, b) return a.bits and b.bits and math.max(a.bits, b.bits) end

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

local INTEGER = {
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

local NUMBER = {
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
    local inner = numeric(c, depth)
    return numbers(c, "round", { "round(", inner, ")" }, bound_of(inner) + 1, inner and inner.bits and 0)
  end },
  { 2, function(c, depth)
    local places = chance.of(0.8) and literal(c, "integer", random(0, 4)) or generate(c, "integer", 0)
    return numbers(c, "round", { "round(", numeric(c, depth), ", ", places, ")" }, 1 / 0)
  end },
  { 2, function(c, depth)
    local left, right = generate(c, "number", depth), numeric(c, depth)
    if chance.of(0.3) then left, right = right, left end
    if not left or not right or left.type == right.type and left.type ~= "number" then return false end
    return numbers(c, "coalesce", { "coalesce(", left, ", ", right, ")" }, math.max(bound_of(left), bound_of(right)),
      both_bits(left, right))
  end },
}

-- Conditions ----------------------------------------------------------------------------------------------

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

-- A pattern that some text is like, more or less.
local function pattern_of(text)
  local from = random(0, math.min(#text, 6))
  local piece = text:sub(from + 1, from + random(0, 5))
  return pick { "%" .. piece .. "%", piece .. "%", "%" .. piece, (piece:gsub("[%z\1-\127]", "_", 1)) .. "%", text, "%", "_%" }
end

local function sample_text(made)
  local samples = made and made.column and made.column.samples or {}
  return #samples > 0 and chance.of(0.8) and tostring(pick(samples)) or pick(SAMPLES.text)
end

local function text_literal(c, text) return literal(c, "text", text, { length = #text }) end

-- A literal that has to be written out.
local function literal_word(c, word)
  local made = literal(c, "text", word, { length = #word })
  made.parameter = false
  return made
end

local function likeness(c, depth)
  local operand = textual(c, depth)
  local pattern = chance.of(0.9) and text_literal(c, pattern_of(sample_text(operand))) or generate(c, "text", 0)
  local word = chance.of(0.3) and "not like" or "like"
  return node(c, "boolean", word, { "(", operand, " " .. word .. " ", pattern, ")" })
end

local function containment(c, depth)
  local operand = textual(c, depth)
  local text = sample_text(operand)
  local from = random(0, math.min(#text, 6))
  local needle = chance.of(0.85) and text_literal(c, core.fold(text:sub(from + 1, from + random(0, 6))))
    or generate(c, "text", 0)
  return node(c, "boolean", "contains", { "contains(", operand, ", ", needle, ")" })
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

local function date_relation(c, depth)
  local name = pick { "overlaps", "during", "surely", "possibly" }
  local reads = name == "surely" or name == "possibly"
  if reads and chance.of(0.4) then return node(c, "boolean", name, { name .. "(", date_condition(c, depth), ")" }) end
  local op = pick(COMPARISONS)
  local left, right = dated(c, depth), dated(c, depth)
  if left and right and left.literal and right.literal then left = generate(c, "date", depth) end
  if not left or not right or left.type == "null" or right.type == "null" then return false end
  if reads and not has_end(op, right) then return false end
  -- text is compared with text, and a date with a date; a literal is what stands beside it
  if reads and left.type ~= right.type and not (left.literal or right.literal) then return false end
  return node(c, "boolean", name, { name .. "(", left, reads and " " .. op .. " " or ", ", right, ")" })
end

local BOOLEAN = {
  { 14, comparison },
  { 3, membership },
  { 3, between },
  { 3, likeness },
  { 3, containment },
  { 5, date_relation },
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
  { 1, function(c, depth)
    return node(c, "boolean", "coalesce",
      { "coalesce(", argument(c, "boolean", depth), ", ", generate(c, "boolean", depth), ")" })
  end },
}

-- Texts and dates -----------------------------------------------------------------------------------------

local function length_of(made) return made and made.length or 30 end

local function small_integer(c)
  if chance.of(0.85) then return literal(c, "integer", random(-6, 6), { bound = 6 }) end
  return generate(c, "integer", 0)
end

local TEXT = {
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

local DATE = {
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

-- Functions of the table that nothing above makes: arguments as the table says, values that matter for some -------

local function piece_of(text)
  local from = random(0, math.min(#text, 8))
  return text:sub(from + 1, from + random(0, 3))
end

local LUA_PATTERNS = { "%d+", "^%a", "[aeiou]+$", "^(.-)%s", "%-(%d%d)", "(.)%1", "^$", ".", "%f[%w]%w+%f[%W]", "[^%w%s]",
  "a-b?c*", "%b()", "[%a_][%w_]*", "^%u%l*", "[\x80-\xff]+", "()x", "[]]", "%d%d%d%d%-" }
local MALFORMED = { "%", "(a", "[a" }

local WELL_FORMED = {}
for _, pattern in ipairs(LUA_PATTERNS) do WELL_FORMED[pattern] = true end

-- Literals that make a function do something.
local LITERALS = {
  pattern = function() return pick(chance.of(0.9) and LUA_PATTERNS or MALFORMED) end,
  separator = function() return pick { " ", "-", ";", "a", "", "/" } end,
  fill = function() return pick { "0", " ", "é", "ab", "" } end,
  old = function(sample) return piece_of(sample) end,
  new = function() return pick { "", "_", "новий", "ab" } end,
  part = function(sample) return piece_of(sample) end,
}

local PLACES = { lat1 = 90, lon1 = 180, lat2 = 90, lon2 = 180 }

-- An argument for a parameter of the table; `sample` is a text like that of the first argument.
local function argument_for(c, depth, entry, parameter, kind, sample)
  if parameter.words then return literal_word(c, pick(parameter.words)) end
  if LITERALS[parameter.name] and chance.of(0.85) then return text_literal(c, LITERALS[parameter.name](sample)) end
  if PLACES[parameter.name] and chance.of(0.7) then
    return literal(c, "number", random(-PLACES[parameter.name] * 10, PLACES[parameter.name] * 10) / 10, {})
  end
  if parameter.type == "integer" then return small_integer(c) end
  if parameter.type == "number" and entry.can_fail and chance.of(0.8) then
    return remainder(c, numeric(c, depth), literal(c, "integer", random(1, 9), { bound = 9, bits = 0 }))
  end
  if parameter.type == "number" then return numeric(c, depth) end
  if parameter.type == "text" then return textual(c, depth) end
  if parameter.type == "date" then return dated(c, depth) end
  if parameter.type == "boolean" then return argument(c, "boolean", depth) end
  return generate(c, kind, depth)
end

-- How many arguments: as few as may be, or some more.
local function argument_count(entry)
  local most = math.min(entry.most, entry.least + 2)
  return random(entry.least, math.tointeger(most) or entry.least)
end

local function wide_integer() return { bound = 2.0 ^ 40, bits = 0 } end

-- What is known of a result: bounds of integers, lengths of texts.
local KNOWN = {
  sign = function() return { bound = 1, bits = 0 } end,
  date_diff = wide_integer, date_diff_low = wide_integer, date_diff_high = wide_integer, days_low = wide_integer,
  days_high = wide_integer, week_year = wide_integer,
  replace = function(args) return { length = (length_of(args[1]) + 1) * (length_of(args[3]) + 1) } end,
  lpad = function(args) return { length = length_of(args[1]) + 64 * (args[3] and length_of(args[3]) or 1) } end,
}

-- One of its arguments, or a whole number near it.
local function known_of_arguments(args)
  local known = { bound = 0, length = 0 }
  for _, arg in ipairs(args) do
    known.bound = math.max(known.bound, (arg.bound or 2.0 ^ 63) + 1)
    known.length = math.max(known.length, length_of(arg))
  end
  return known
end

-- Whether an argument may be one that a function refuses: a pattern that is none, a number that is too large.
local function may_be_refused(entry, parameter, arg)
  if parameter.name == "pattern" then return not WELL_FORMED[arg.value] end
  if parameter.name ~= "n" and entry.gives ~= "number" then return false end
  return not (arg.bound and arg.bound < 100)
end

local function may_fail(entry, args)
  for at, arg in ipairs(args) do
    if entry.can_fail and may_be_refused(entry, functions.parameter(entry, at), arg) then return true end
  end
end

local function called(c, depth, entry, kind)
  local parts, args, sample = { entry.name .. "(" }, {}, nil
  for at = 1, argument_count(entry) do
    local arg = argument_for(c, depth, entry, functions.parameter(entry, at), kind, sample or "")
    if not arg then return false end
    sample = sample or sample_text(arg)
    args[at] = arg
    if at > 1 then parts[#parts + 1] = ", " end
    parts[#parts + 1] = arg
  end
  parts[#parts + 1] = ")"
  local known = KNOWN[entry.name] and KNOWN[entry.name](args) or known_of_arguments(args)
  if entry.gives == "number" then known = { bound = 1 / 0 } end
  known.fails = may_fail(entry, args)
  local made = node(c, kind, entry.name, parts, known)
  if made and kind == "date" then made.length = 21 end
  return made
end

-- The types that an entry can give.
local function kinds_of(entry)
  if entry.gives == "common" then return ANY end
  if entry.gives == "same number" then return { "integer", "number" } end
  return { entry.gives }
end

local MADE_ABOVE = { coalesce = true, round = true, abs = true, lower = true, upper = true, trim = true, length = true,
  substr = true, contains = true, year = true, quarter = true, month = true, week = true, day = true, days = true,
  start = true, stop = true, overlaps = true, during = true, surely = true, possibly = true }

local MAKERS = { integer = INTEGER, number = NUMBER, boolean = BOOLEAN, text = TEXT, date = DATE }

for _, entry in ipairs(functions.all()) do
  for _, kind in ipairs(entry.kind == "scalar" and not MADE_ABOVE[entry.name] and kinds_of(entry) or {}) do
    table.insert(MAKERS[kind], { 1, function(c, depth) return called(c, depth, entry, kind) end })
  end
end

-- Aggregates ----------------------------------------------------------------------------------------------

-- The names of those in the table of functions that take and give this, and go by the order of the rows or not; what
-- has bounds or a precision of its own is left out and made by itself.
local function aggregates_of(takes, gives, ordered, ...)
  local names, own = {}, table.pack(...)
  for _, entry in ipairs(functions.all()) do
    local fits = entry.kind == "aggregate" and entry.takes:find("^" .. takes .. "$") and entry.gives == gives
      and entry.ordered == ordered
    for _, name in ipairs(own) do fits = fits and entry.name ~= name end
    if fits then names[#names + 1] = entry.name end
  end
  return names
end

local EXTREMES = { "min", "max" }
local ENDS = aggregates_of("x any", "same", true)
local BAGS = aggregates_of("x any", "same", false, "min", "max")
local TRUTHS = aggregates_of("x boolean", "boolean", false)
local COUNTS = aggregates_of("x any%??", "integer", false)
local LISTS = aggregates_of("x any", "text", true)
local JOINS = aggregates_of("x any, %a+ separator", "text", true)
local TOPS = aggregates_of("x any, %a+ whole, %a+ scale", "text", true)
local STATISTICS = aggregates_of("x number", "number", false, "median")
local PAIRS = aggregates_of("%a+ number, %a+ number", "number", false)

-- The context inside an aggregate: rows again.
local function inside(c)
  local inner = {}
  for key, value in pairs(c) do inner[key] = value end
  inner.aggregates, inner.keys = nil, nil
  return inner
end

local function sums_exactly(c, made)
  return made.bits and made.bound * 2.0 ^ made.bits * math.max(c.rows, 1) < EXACT
end

local function aggregate(c, kind, name, arg, known, more)
  local made = node(c, kind, name, arg and { name .. "(", arg, more or "", ")" } or { name .. "()" }, known)
  if made then made.aggregate = true end
  return made
end

-- A result that is not exact: `scale`, an aggregate of the argument's absolute values, says how far it may be off.
local function soft(made, arg, scale)
  if made then made.soft = { parts = { scale .. "(abs(0.0 + (", arg, ")))" }, type = made.type } end
  return made
end

local function sum(c, kind)
  local arg = generate(inside(c), kind == "number" and kind or pick { "integer", "boolean" }, random(0, 1))
  if not arg then return false end
  if arg.type == "boolean" then return aggregate(c, "integer", "sum", arg, { bound = c.rows, bits = 0 }) end
  local bound = bound_of(arg) * math.max(c.rows, 1)
  if arg.type == "integer" then
    return aggregate(c, "integer", "sum", arg, { bound = bound, bits = 0, fails = bound >= FITS or nil })
  end
  local exact = sums_exactly(c, arg)
  local made = aggregate(c, "number", "sum", arg, { bound = bound, bits = exact and arg.bits or nil })
  return exact and made or soft(made, arg, "sum")
end

local function mean(c)
  local arg = generate(inside(c), pick { "integer", "number", "boolean" }, random(0, 1))
  if not arg then return false end
  local made = aggregate(c, "number", "mean", arg, { bound = bound_of(arg) })
  if arg.type == "boolean" or sums_exactly(c, arg) then return made end
  return soft(made, arg, "mean")
end

local function quantile(c)
  local arg = generate(inside(c), pick { "integer", "number" }, random(0, 1))
  if not arg then return false end
  if chance.of(0.5) then
    local made = aggregate(c, "number", "median", arg, { bound = bound_of(arg) })
    return sums_exactly(c, arg) and made or soft(made, arg, "max")
  end
  return soft(aggregate(c, "number", "quantile", arg, nil, ", " .. pick { "0", "0.1", "0.25", "0.5", "0.9", "1" }), arg, "max")
end

local function extreme(c, kind)
  local name, arg = pick(EXTREMES), generate(inside(c), kind, random(0, 1))
  if not arg then return false end
  local made = aggregate(c, kind, name, arg, { bound = arg.bound, bits = arg.bits, length = arg.length })
  if made and kind == "date" and not c.pristine then made.day_only = true end
  return made
end

local function end_of(c, kind)
  if not c.ordered then return false end
  local arg = generate(inside(c), kind, random(0, 1))
  if not arg then return false end
  return aggregate(c, kind, pick(ENDS), arg, { bound = arg.bound, bits = arg.bits, length = arg.length })
end

local function listing(c)
  if not c.ordered then return false end
  local arg = any(inside(c), random(0, 1))
  return arg and aggregate(c, "text", pick(LISTS), arg, { length = (length_of(arg) + 2) * c.rows })
end

-- One of the values, of a bag of rows always the same: the most frequent one.
local function one_of_bag(c, kind)
  local arg = generate(inside(c), kind, random(0, 1))
  if not arg then return false end
  return aggregate(c, kind, pick(BAGS), arg, { bound = arg.bound, bits = arg.bits, length = arg.length })
end

local function truth(c)
  local arg = generate(inside(c), "boolean", random(0, 2))
  return arg and aggregate(c, "boolean", pick(TRUTHS), arg)
end

local function number(c) return generate(inside(c), pick { "integer", "number" }, random(0, 1)) end

local function statistic(c)
  local arg = number(c)
  return arg and soft(aggregate(c, "number", pick(STATISTICS), arg), arg, "max")
end

-- An aggregate of two columns; what stands between and behind them is text.
local function of_two(c, kind, name, x, middle, y, known)
  local made = x and y and node(c, kind, name, { name .. "(", x, middle, y, ")" }, known)
  if made then made.aggregate = true end
  return made
end

local function of_pairs(c)
  local name, x, y = pick(PAIRS), number(c), number(c)
  return soft(of_two(c, "number", name, x, ", ", y), x, name == "corr" and "count" or "max")
end

local function joined(c)
  if not c.ordered then return false end
  local arg, separator = any(inside(c), random(0, 1)), pick { "", ", ", "; ", "''", "·" }
  return arg and aggregate(c, "text", pick(JOINS), arg, { length = (length_of(arg) + 2) * c.rows },
    ", '" .. separator .. "'")
end

local function top(c)
  if not c.ordered then return false end
  local x, by = any(inside(c), random(0, 1)), generate(inside(c), pick { "integer", "number", "date" }, random(0, 1))
  return x and of_two(c, "text", pick(TOPS), x, (", %d, "):format(random(1, 4)), by,
    { length = (length_of(x) + 2) * c.rows })
end

local function counting(c)
  if chance.of(0.3) then return aggregate(c, "integer", "count", nil, { bound = c.rows, bits = 0 }) end
  local arg = any(inside(c), random(0, 1))
  return arg and aggregate(c, "integer", pick(COUNTS), arg, { bound = c.rows, bits = 0 })
end

local AGGREGATES = {
  integer = { { 4, counting }, { 3, sum } },
  number = { { 3, sum }, { 3, mean }, { 4, quantile }, { 4, statistic }, { 4, of_pairs } },
  text = { { 3, listing }, { 2, joined }, { 3, top } },
  boolean = { { 4, truth } }, date = {},
}
for _, list in pairs(AGGREGATES) do
  list[#list + 1] = { 3, extreme }
  list[#list + 1] = { 2, end_of }
  list[#list + 1] = { 2, one_of_bag }
end

-- Windows --------------------------------------------------------------------------------------------------

-- A window function of an argument; what stands behind that is text.
local function window(c, kind, name, arg, more, known)
  return arg and node(c, kind, name, { name .. "(", arg, more, ")" }, known)
end

local function neighbour(c)
  local kind = pick(ANY)
  local arg = generate(inside(c), kind, random(0, 1))
  local made = window(c, kind, pick { "lag", "lead" }, arg, pick { "", "", ", 1", ", 2", ", 50" }, arg and
    { bound = arg.bound, bits = arg.bits, length = arg.length })
  return made
end

local function running_sum(c)
  local arg = generate(inside(c), pick { "integer", "boolean", "number" }, random(0, 1))
  if not arg then return false end
  if arg.type == "number" then return window(c, "number", "cumsum", arg, "") end
  local bound = (arg.type == "boolean" and 1 or bound_of(arg)) * math.max(c.rows, 1)
  return window(c, "integer", "cumsum", arg, "", { bound = bound, bits = 0, fails = bound >= FITS or nil })
end

local function countable(c) return generate(inside(c), pick { "integer", "number", "boolean" }, random(0, 1)) end

local function rank(c)
  return window(c, "integer", "rank", any(inside(c), random(0, 1)), "", { bound = c.rows + 1, bits = 0 })
end

local function share(c)
  local made = window(c, "number", "share", countable(c), "")
  return made and { type = made.type, parts = made.parts, name = made.name, fails = made.fails,
    soft = { parts = { "count()" }, type = "number" } }
end

local WINDOWS = { { 3, neighbour, true }, { 3, running_sum, true }, { 3, rank, false }, { 2, share, false },
  { 2, function(c) return window(c, "number", "rolling_mean", countable(c), (", %d"):format(random(1, 4))) end, true },
  { 1, function(c) return node(c, "integer", "row_number", { "row_number()" }, { bound = c.rows + 1, bits = 0 }) end,
    true } }

-- One of them: of those that go by the order of the rows only where that is known.
local function any_window(c)
  local list = {}
  for _, choice in ipairs(WINDOWS) do
    if c.ordered or not choice[3] then list[#list + 1] = choice end
  end
  return chance.weighted(list)(c)
end

local function any_aggregate(c, kind) return chance.weighted(AGGREGATES[kind])(c, kind) end

-- Generating ----------------------------------------------------------------------------------------------

-- The smallest node of a type: a column mostly, else a literal. Dates have no literal of their own.
local function leaf(c, kind)
  if c.aggregates then
    local made = chance.of(0.8) and any_aggregate(c, kind)
    if made and not made.soft and not made.day_only then return made end
  end
  local found = chance.of(0.85) and column_of(c, kind)
  if found then return found end
  if kind == "date" then
    local start = column(c, function(candidate) return candidate.datelike end) or literal_like(c, "date")
    return node(c, "date", "start", { "start(", start, ")" }, { length = 13 })
  end
  return literal_like(c, kind)
end

function generate(c, kind, depth)
  for _ = 1, depth > 0 and 4 or 0 do
    if chance.of(0.1) then break end
    local made = chance.weighted(MAKERS[kind])(c, depth - 1)
    if made then return made end
  end
  return leaf(c, kind)
end

--- A random expression of a type, or false when none came out.
---@param c table
---@param kind string
---@param depth integer
function random_expressions.of(c, kind, depth) return generate(c, kind, depth) end

--- An aggregate that stands alone, or an expression over aggregates.
function random_expressions.summary(c)
  local kind = pick(ANY)
  if chance.of(0.7) then return any_aggregate(c, kind) end
  return generate(c, kind, 2)
end

--- A window function, an aggregate over a row's group, or one of them beside a column.
function random_expressions.window(c)
  local over_group = chance.of(0.3)
  local made
  if over_group then
    local with_aggregates = {}
    for key, value in pairs(c) do with_aggregates[key] = value end
    with_aggregates.aggregates = true
    made = any_aggregate(with_aggregates, pick(ANY))
  else
    made = any_window(c)
  end
  if not made or made.soft or made.fails or made.day_only or chance.of(0.7) then return made end
  local own = column_of(c, made.type)
  return own and node(c, made.type, "coalesce", { "coalesce(", made, ", ", own, ")" },
    { bound = made.bound and math.max(made.bound, bound_of(own)), length = (made.length or 0) + length_of(own) })
end

--- An aggregate that stands alone.
function random_expressions.aggregate(c) return any_aggregate(c, pick(ANY)) end

-- Writing -------------------------------------------------------------------------------------------------

local function literal_text(made)
  local value = made.value
  if value == nil then return "nil" end
  if type(value) == "string" then return "'" .. value:gsub("'", "''") .. "'" end
  if math.type(value) ~= "float" then return tostring(value) end
  if value == 1 / 0 then return "1e999" elseif value == -1 / 0 then return "-1e999" end
  local text = ("%.17g"):format(value)
  return text:find("[.e]") and text or text .. ".0"
end

local function write(made, params, parts)
  if made.literal and made.parameter and params then
    params.n = params.n + 1
    params[params.n] = made.value == nil and core.null or made.value
    parts[#parts + 1] = "?"
  elseif made.literal then
    parts[#parts + 1] = literal_text(made)
  else
    for _, part in ipairs(made.parts) do
      if type(part) == "string" then parts[#parts + 1] = part else write(part, params, parts) end
    end
  end
end

--- The text of a node; values of its `?` are added to `params`.
---@param made table
---@param params { n: integer }?
---@return string
function random_expressions.text(made, params)
  local parts = {}
  write(made, params, parts)
  return table.concat(parts)
end

--- Names of all that a node is made of: operators, functions, aggregates.
---@param names table<string, boolean>
function random_expressions.names(made, names)
  if made.name then names[made.name] = true end
  if made.literal then names[made.parameter and "?" or "literal:" .. made.type] = true end
  for _, part in ipairs(made.parts or {}) do
    if type(part) == "table" then random_expressions.names(part, names) end
  end
  return names
end

return random_expressions
