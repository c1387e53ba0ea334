-- Random aggregates: those of the table of functions, each by what it takes and gives, and how exact their results are.

local chance = require "spec.support.chance"
local functions = require "parley.query.functions"
local nodes = require "spec.support.random_expressions.nodes"

local FITS, EXACT, ANY, generate, node = nodes.FITS, nodes.EXACT, nodes.ANY, nodes.generate, nodes.node
local bound_of, length_of, MAKERS = nodes.bound_of, nodes.length_of, nodes.MAKERS
local random, pick = math.random, chance.pick

-- The context inside an aggregate: rows again.
local function inside(c)
  local inner = {}
  for key, value in pairs(c) do inner[key] = value end
  inner.aggregates, inner.keys = nil, nil
  return inner
end

-- What an entry may give, where that is not one type.
local KINDS = { same = ANY, ["same number"] = { "integer", "number" } }

-- The types of which an argument may be, where the aggregate or window gives `kind`.
local function types_of(entry, parameter, kind)
  if parameter.type == "any" then return entry.gives == "same" and { kind } or ANY end
  if parameter.type == "number" then return { "integer", "number" } end
  if parameter.type == "scale" then return { "integer", "number", "date" } end
  if parameter.type ~= "countable" then return { parameter.type } end
  if entry.gives ~= "same number" then return { "integer", "number", "boolean" } end
  return kind == "number" and { "number" } or { "integer", "boolean" }
end

-- Settings, as they are written.
local SETTINGS = {
  share = function() return pick { "0", "0.1", "0.25", "0.5", "0.9", "1" } end,
  whole = function() return tostring(chance.of(0.1) and 50 or random(1, 4)) end,
  separator = function() return "'" .. pick { "", ", ", "; ", "''", "·" } .. "'" end,
}

--- The parts of a call of an aggregate or a window, and the nodes among them; nil where one cannot be had.
local function call(c, entry, kind)
  local parts, args = { entry.name .. "(" }, {}
  for at = 1, random(entry.least, math.tointeger(entry.most)) do
    local parameter, comma = functions.parameter(entry, at), at > 1 and ", " or ""
    if SETTINGS[parameter.type] then
      parts[#parts + 1] = comma .. SETTINGS[parameter.type]()
    else
      local arg = generate(inside(c), pick(types_of(entry, parameter, kind)), random(0, 1))
      if not arg then return nil end
      parts[#parts + 1] = at > 1 and comma or nil
      parts[#parts + 1], args[#args + 1] = arg, arg
    end
  end
  parts[#parts + 1] = ")"
  return parts, args
end

-- Sums -----------------------------------------------------------------------------------------------------

-- Whether sums of so many values do not depend on their order.
local function sums_exactly(c, arg)
  return arg.type == "boolean" or (arg.bits and arg.bound * 2.0 ^ arg.bits * math.max(c.rows, 1) < EXACT)
end

-- What is known of a sum of values.
local function sum_known(c, kind, arg)
  local bound = (arg.type == "boolean" and 1 or bound_of(arg)) * math.max(c.rows, 1)
  if kind == "integer" then return { bound = bound, bits = 0, fails = bound >= FITS or nil } end
  return { bound = bound, bits = sums_exactly(c, arg) and arg.bits or nil }
end

-- The aggregate of absolute values that says how far one of numbers may be off: itself, where it adds up anything that
-- counts; else their greatest, or their number where the result has no unit.
local function scale_of(entry)
  if functions.place_of(entry, "countable") then return entry.name end
  return entry.adds and "max" or "count"
end

-- A result that is not exact, as it depends on the order of additions.
local function soft(made, arg, scale)
  if made then made.soft = { parts = { scale .. "(abs(0.0 + (", arg, ")))" }, type = made.type } end
  return made
end

-- An aggregate of these parts.
local function aggregate(c, kind, name, parts, known)
  local made = node(c, kind, name, parts, known)
  if made then made.aggregate, made.fails = true, made.fails and "aggregate" end
  return made
end

-- Aggregates -----------------------------------------------------------------------------------------------

local function known_of(c, entry, kind, arg)
  if entry.gives == "same" then return { bound = arg.bound, bits = arg.bits, length = arg.length } end
  if entry.gives == "same number" then return sum_known(c, kind, arg) end
  if kind == "integer" then return { bound = c.rows, bits = 0 } end
  if kind == "text" then return { length = (length_of(arg) + 2) * c.rows } end
  return entry.averages and { bound = bound_of(arg) } or {}
end

local function is_exact(c, entry, arg)
  return (entry.averages or entry.gives == "same number") and sums_exactly(c, arg)
end

local function of_entry(c, entry, kind)
  if entry.ordered and not c.ordered then return false end
  local parts, args = call(c, entry, kind)
  local made = parts and aggregate(c, kind, entry.name, parts, known_of(c, entry, kind, args[1]))
  if not made then return false end
  if entry.extreme and kind == "date" and not c.pristine then made.day_only = true end
  if kind ~= "number" or entry.gives == "same" or is_exact(c, entry, args[1]) then return made end
  return soft(made, args[1], scale_of(entry))
end

-- Ways to make one of a type, with weights: those that give no other twice, as more of them have no value.
local AGGREGATES = {}
for _, kind in ipairs(ANY) do AGGREGATES[kind] = {} end
for _, entry in ipairs(functions.all()) do
  for _, kind in ipairs(entry.kind == "aggregate" and (KINDS[entry.gives] or { entry.gives }) or {}) do
    table.insert(AGGREGATES[kind], { entry.gives == kind and 2 or 1, function(c) return of_entry(c, entry, kind) end })
  end
end

function MAKERS.aggregate(c, kind) return chance.weighted(AGGREGATES[kind])(c, kind) end

return { inside = inside, call = call, KINDS = KINDS, sum_known = sum_known, aggregate = aggregate, soft = soft,
  sums_exactly = sums_exactly, AGGREGATES = AGGREGATES }
