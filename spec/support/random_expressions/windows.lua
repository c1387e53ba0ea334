-- Random window functions.

local chance = require "spec.support.chance"
local nodes = require "spec.support.random_expressions.nodes"
local aggregates = require "spec.support.random_expressions.aggregates"

local FITS, generate, node, ANY, any = nodes.FITS, nodes.generate, nodes.node, nodes.ANY, nodes.any
local bound_of = nodes.bound_of
local inside = aggregates.inside
local random, pick = math.random, chance.pick

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

return any_window
