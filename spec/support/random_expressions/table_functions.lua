-- Random calls of the scalar functions of the table: arguments as it says, and values that matter for some.

local chance = require "spec.support.chance"
local functions = require "parley.query.functions"
local nodes = require "spec.support.random_expressions.nodes"
local conditions = require "spec.support.random_expressions.conditions"
local numbers_and_texts = require "spec.support.random_expressions.numbers_and_texts"

local generate, node, literal, numeric = nodes.generate, nodes.node, nodes.literal, nodes.numeric
local argument, textual, dated, ANY = nodes.argument, nodes.textual, nodes.dated, nodes.ANY
local literal_like, bound_of, FITS = nodes.literal_like, nodes.bound_of, nodes.FITS
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

-- Whether a call is one of a whole number, which stays whole.
local function is_whole(entry, kind) return kind == "integer" and (entry.keeps_whole or entry.gives == "same number") end

-- A number for a function that gives `kind`; small where great ones are refused.
local function number_for(c, depth, entry, kind)
  if is_whole(entry, kind) then return generate(c, "integer", depth) end
  if entry.keeps_whole or entry.gives == "same number" then return generate(c, "number", depth) end
  if not entry.can_fail or chance.of(0.2) then return numeric(c, depth) end
  return remainder(c, numeric(c, depth), literal(c, "integer", random(1, 9), { bound = 9, bits = 0 }))
end

-- One of several values that share a type; behind the first also a literal of dates, an integer beside numbers, nothing.
local function shared(c, depth, kind, is_first)
  if is_first then return generate(c, kind, depth) end
  if kind == "date" and chance.of(0.3) then return literal_like(c, "date") end
  if kind == "number" and chance.of(0.3) then return generate(c, "integer", depth) end
  return argument(c, kind, depth)
end

-- What a parameter of each type of the table takes.
local OF_TYPE = {
  text = function(c, depth) return textual(c, depth) end,
  date = function(c, depth) return dated(c, depth) end,
  boolean = function(c, depth) return argument(c, "boolean", depth) end,
  comparison = function(c, depth) return conditions.read_comparison(c, depth) end,
  number = number_for,
  integer = function(c, _, entry, kind)
    return is_whole(entry, kind) and literal(c, "integer", random(0, 6), { bound = 6 }) or small_integer(c)
  end,
}

-- An argument for a parameter of the table; `sample` is a text like that of the first argument.
local function argument_for(c, depth, entry, parameter, kind, sample)
  if parameter.words then return literal_word(c, pick(parameter.words)) end
  if LITERALS[parameter.name] and chance.of(0.85) then return text_literal(c, LITERALS[parameter.name](sample)) end
  if PLACES[parameter.name] and chance.of(0.7) then
    return literal(c, "number", random(-PLACES[parameter.name] * 10, PLACES[parameter.name] * 10) / 10, {})
  end
  return OF_TYPE[parameter.type](c, depth, entry, kind)
end

-- How many arguments: as few as may be, or some more.
local function argument_count(entry)
  local most = math.min(entry.most, entry.least + 2)
  return random(entry.least, math.tointeger(most) or entry.least)
end

-- Lengths of texts that are longer than any argument.
local LENGTHS = {
  sortkey = function(args) return 8 * length_of(args[1]) + 32 end,
  replace = function(args) return (length_of(args[1]) + 1) * (length_of(args[3]) + 1) end,
  lpad = function(args) return length_of(args[1]) + 64 * (args[3] and length_of(args[3]) or 1) end,
}

-- One of its arguments, or a whole number near it.
local function known_of_arguments(args)
  local known = { bound = 0, bits = 0, length = 0 }
  for _, arg in ipairs(args) do
    known.bound = math.max(known.bound, (arg.bound or 2.0 ^ 63) + 1)
    known.bits = known.bits and arg.bits and math.max(known.bits, arg.bits)
    known.length = math.max(known.length, length_of(arg))
  end
  return known
end

-- What is known of what an entry gives.
local function known_of(entry, args)
  if entry.gives == "number" then return { bound = 1 / 0 } end
  if entry.high then return { bound = entry.high + 0.0, bits = 0 } end
  if entry.gives == "integer" and functions.place_of(entry, "date") then return { bound = 2.0 ^ 40, bits = 0 } end
  if entry.gives == "integer" and functions.place_of(entry, "any") then return {} end
  local known = known_of_arguments(args)
  if LENGTHS[entry.name] then known.length = LENGTHS[entry.name](args) end
  if entry.letters then known.length = 3 * known.length end          -- of other letters, or of two for one
  return known
end

-- Whether an argument may be one that a function refuses: a pattern that is none, a number that is too large.
local function may_be_refused(entry, parameter, arg)
  if parameter.name == "pattern" then return not WELL_FORMED[arg.value] end
  if parameter.name == "escape" then return arg.value ~= ESCAPE end
  if parameter.name == "shape" then return false end
  if parameter.name == "language" then return not KNOWN_LANGUAGES[arg.value or LANGUAGES[4]] end
  if entry.gives == "same number" then return arg.type == "integer" and bound_of(arg) >= FITS end
  if parameter.name ~= "n" and entry.gives ~= "number" then return false end
  return not (arg.bound and arg.bound < 100)
end

local function may_fail(entry, args)
  for at, arg in ipairs(args) do
    if entry.can_fail and may_be_refused(entry, functions.parameter(entry, at), arg) then return true end
  end
end

-- Nothing that is written out is no argument of a condition, unless it says what comes of it.
local function refuses_nothing(entry) return entry.gives == "boolean" and entry.missing == "spreads" end

-- Arguments for an entry that gives `kind`; nil where one cannot be had.
local function arguments_of(c, depth, entry, kind)
  local args, sample, sharing = {}, nil, false
  for at = 1, argument_count(entry) do
    local parameter = functions.parameter(entry, at)
    local arg
    if parameter.type == "any" then
      arg, sharing = shared(c, depth, entry.gives == "common" and kind or pick(ANY), not sharing), true
    else
      arg = argument_for(c, depth, entry, parameter, kind, sample or "")
    end
    if not arg or arg.type == "null" and refuses_nothing(entry) then return nil end
    sample = sample or sample_text(arg)
    args[at] = arg
  end
  return args
end

local function called(c, depth, entry, kind)
  local args, parts = arguments_of(c, depth, entry, kind), { entry.name .. "(" }
  for at, arg in ipairs(args or {}) do
    parts[#parts + 1] = at > 1 and ", " or nil
    parts[#parts + 1] = arg
  end
  if not args then return false end
  parts[#parts + 1] = ")"
  local known = is_whole(entry, kind) and known_of_arguments(args) or known_of(entry, args)
  known.fails = may_fail(entry, args)
  local made = node(c, kind, entry.name, parts, known)
  if made and kind == "date" then made.length = 21 end
  return made
end

-- The types that an entry can give.
local function kinds_of(entry)
  if entry.gives == "common" then return ANY end
  if entry.gives == "same number" or entry.keeps_whole then return { "integer", "number" } end
  return { entry.gives }
end

for _, entry in ipairs(functions.all()) do
  for _, kind in ipairs(entry.kind == "scalar" and kinds_of(entry) or {}) do
    table.insert(MAKERS[kind], { 1, function(c, depth) return called(c, depth, entry, kind) end })
  end
end
