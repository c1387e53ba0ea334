-- Random calls of the scalar functions that nothing beside makes: arguments as the table of functions says, and values
-- that matter for some.

local chance = require "spec.support.chance"
local functions = require "parley.query.functions"
local nodes = require "spec.support.random_expressions.nodes"
local numbers_and_texts = require "spec.support.random_expressions.numbers_and_texts"

local generate, node, literal, numeric = nodes.generate, nodes.node, nodes.literal, nodes.numeric
local argument, textual, dated, ANY = nodes.argument, nodes.textual, nodes.dated, nodes.ANY
local sample_text, text_literal, literal_word = nodes.sample_text, nodes.text_literal, nodes.literal_word
local length_of, small_integer, MAKERS = nodes.length_of, nodes.small_integer, nodes.MAKERS
local remainder = numbers_and_texts.remainder
local random, pick = math.random, chance.pick

local function piece_of(text)
  local from = random(0, math.min(#text, 8))
  return text:sub(from + 1, from + random(0, 3))
end

local LUA_PATTERNS = { "%d+", "^%a", "[aeiou]+$", "^(.-)%s", "%-(%d%d)", "(.)%1", "^$", ".", "%f[%w]%w+%f[%W]", "[^%w%s]",
  "a-b?c*", "%b()", "[%a_][%w_]*", "^%u%l*", "[\x80-\xff]+", "()x", "[]]", "%d%d%d%d%-" }
local MALFORMED = { "%", "(a", "[a" }

local WELL_FORMED = {}
for _, pattern in ipairs(LUA_PATTERNS) do WELL_FORMED[pattern] = true end

-- An escape that no text has, so that no pattern ends with it.
local ESCAPE = "\u{1d538}"

-- Languages whose order ICU knows, and one that is none.
local LANGUAGES = { "uk", "de", "", "xx" }
local KNOWN_LANGUAGES = { uk = true, de = true, [""] = true }

-- Literals that make a function do something.
local LITERALS = {
  pattern = function() return pick(chance.of(0.9) and LUA_PATTERNS or MALFORMED) end,
  separator = function() return pick { " ", "-", ";", "a", "", "/" } end,
  fill = function() return pick { "0", " ", "é", "ab", "" } end,
  old = function(sample) return piece_of(sample) end,
  new = function() return pick { "", "_", "новий", "ab" } end,
  part = function(sample) return piece_of(sample) end,
  shape = function(sample) return piece_of(sample) .. pick { "%", "_", ESCAPE .. "%", "" } end,
  escape = function() return ESCAPE end,
  language = function() return LANGUAGES[random(chance.of(0.9) and 3 or 4)] end,
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

-- Lengths of texts that are longer than any argument.
local KNOWN = {
  sortkey = function(args) return { length = 8 * length_of(args[1]) + 32 } end,
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
  if parameter.name == "escape" then return arg.value ~= ESCAPE end
  if parameter.name == "shape" then return false end
  if parameter.name == "language" then return not KNOWN_LANGUAGES[arg.value or LANGUAGES[4]] end
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
  if entry.gives == "integer" and functions.place_of(entry, "date") then known = { bound = 2.0 ^ 40, bits = 0 } end
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

for _, entry in ipairs(functions.all()) do
  for _, kind in ipairs(entry.kind == "scalar" and not MADE_ABOVE[entry.name] and kinds_of(entry) or {}) do
    table.insert(MAKERS[kind], { 1, function(c, depth) return called(c, depth, entry, kind) end })
  end
end
