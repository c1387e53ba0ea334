-- Random aggregates, and how exact their results are.

local chance = require "spec.support.chance"
local functions = require "parley.query.functions"
local nodes = require "spec.support.random_expressions.nodes"

local FITS, EXACT, generate, node, any = nodes.FITS, nodes.EXACT, nodes.generate, nodes.node, nodes.any
local bound_of, length_of, MAKERS = nodes.bound_of, nodes.length_of, nodes.MAKERS
local random, pick = math.random, chance.pick

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

function MAKERS.aggregate(c, kind) return chance.weighted(AGGREGATES[kind])(c, kind) end

return { inside = inside, aggregate = aggregate, soft = soft, sums_exactly = sums_exactly, AGGREGATES = AGGREGATES }
