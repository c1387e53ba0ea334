-- Nodes of random expressions: literals, columns and whatever the ways to make a type give, with what is known of them.
-- The ways are kept in MAKERS, where the files beside put theirs.

local chance = require "spec.support.chance"

local random, pick = math.random, chance.pick

-- Ways to make a node of a type, each { weight, function(c, depth) }; `aggregate` makes one of a type in a summary.
local MAKERS = { integer = {}, number = {}, boolean = {}, text = {}, date = {} }

local FITS = 2.0 ^ 62           -- integers up to here are safe
local EXACT = 2.0 ^ 52          -- so are sums of numbers, counted in their last place
local LONGEST = 200000          -- bytes of a text

local generate                  -- forward: a node of a type

-- Nodes ---------------------------------------------------------------------------------------------------

-- What is settled by one of its conditions, so that an engine need not look at another.
local SETTLED = { ["and"] = true, ["or"] = true, between = true, ["not between"] = true }

-- Whether a node that may fail can stand: of two conditions, or of two parts that fail, engines may look at either first;
-- but all aggregates are worked out, wherever they stand.
local function may_fail(c, name, failing, fails)
  return c.fails and failing <= 1 and (fails == "aggregate" or not SETTLED[name])
end

-- A node of these parts, unless a part is missing or may not be part of anything.
local function node(c, kind, name, parts, known)
  local made, failing, fails = known or {}, 0, nil
  made.type, made.parts, made.name = kind, parts, name
  for _, part in ipairs(parts) do
    if part == false or type(part) == "table" and (part.soft or part.day_only) then return false end
    if type(part) == "table" and part.fails then failing, fails = failing + 1, part.fails end
  end
  if made.fails and fails then fails = true end
  made.fails = fails or made.fails
  if made.fails and not may_fail(c, name, failing, made.fails) then return false end
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
local function quote(name)
  if name:find("^[%a_][%w_]*$") and not KEYWORDS[name:lower()] then return name end
  return '"' .. name:gsub('"', '""') .. '"'
end

local function column_node(column)
  return { type = column.type, parts = { quote(column.name) }, column = column, bound = column.bound,
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

local function length_of(made) return made and made.length or 30 end

local function small_integer(c)
  if chance.of(0.85) then return literal(c, "integer", random(-6, 6), { bound = 6 }) end
  return generate(c, "integer", 0)
end

-- Generating ----------------------------------------------------------------------------------------------

-- The smallest node of a type: a column mostly, else a literal. Dates have no literal of their own.
local function leaf(c, kind)
  if c.aggregates then
    local made = chance.of(0.8) and MAKERS.aggregate(c, kind)
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

return { MAKERS = MAKERS, FITS = FITS, EXACT = EXACT, LONGEST = LONGEST, ANY = ANY,
  generate = generate, any = any, numeric = numeric, textual = textual, dated = dated, argument = argument,
  node = node, literal = literal, literal_like = literal_like, literal_word = literal_word, text_literal = text_literal,
  small_integer = small_integer, column_of = column_of, integers = integers, numbers = numbers, quote = quote,
  bound_of = bound_of, both_bits = both_bits, length_of = length_of, pattern_of = pattern_of, sample_text = sample_text }
