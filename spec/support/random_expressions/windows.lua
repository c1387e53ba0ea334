-- Random window functions: those of the table of functions, each by what it takes and gives.

local chance = require "spec.support.chance"
local functions = require "parley.query.functions"
local nodes = require "spec.support.random_expressions.nodes"
local aggregates = require "spec.support.random_expressions.aggregates"

local FITS, ANY, bound_of, generate, node = nodes.FITS, nodes.ANY, nodes.bound_of, nodes.generate, nodes.node
local inside = aggregates.inside
local random, pick = math.random, chance.pick

-- The types of which an argument may be, where the window gives `kind`.
local function types_of(entry, parameter, kind)
  if parameter.type == "any" then return entry.gives == "same" and { kind } or ANY end
  if parameter.type ~= "countable" then return { parameter.type } end
  if entry.gives ~= "same number" then return { "integer", "number", "boolean" } end
  return kind == "number" and { "number" } or { "integer", "boolean" }
end

-- An argument: a node, or the text of a setting.
local function argument(c, entry, at, kind)
  local parameter = functions.parameter(entry, at)
  if parameter.type == "whole" then return tostring(chance.of(0.1) and 50 or random(1, 4)) end
  return generate(inside(c), pick(types_of(entry, parameter, kind)), random(0, 1))
end

-- What is known of the result: a value of the argument, a sum of values, a place among the rows.
local function known_of(c, entry, kind, arg)
  if entry.gives == "same" then return { bound = arg.bound, bits = arg.bits, length = arg.length } end
  if entry.gives == "integer" then return { bound = c.rows + 1, bits = 0 } end
  if kind ~= "integer" then return {} end
  local bound = (arg.type == "boolean" and 1 or bound_of(arg)) * math.max(c.rows, 1)
  return { bound = bound, bits = 0, fails = bound >= FITS or nil }
end

-- The type that it gives, one of those it may.
local KINDS = { same = ANY, ["same number"] = { "integer", "number" } }

local function window(c, entry)
  local kind, parts, first = pick(KINDS[entry.gives] or { entry.gives }), { entry.name .. "(" }, nil
  for at = 1, random(entry.least, math.tointeger(entry.most)) do
    local arg = argument(c, entry, at, kind)
    if not arg then return false end
    first = first or arg
    parts[#parts + 1] = at > 1 and ", " or nil
    parts[#parts + 1] = arg
  end
  parts[#parts + 1] = ")"
  local made = node(c, kind, entry.name, parts, known_of(c, entry, kind, first))
  if made and entry.rounded then made.soft = { parts = { "count()" }, type = "number" } end
  return made
end

local WINDOWS = {}
for _, entry in ipairs(functions.all()) do
  if entry.kind == "window" then WINDOWS[#WINDOWS + 1] = entry end
end

-- One of them: of those that go by the order of the rows only where that is known.
local function any_window(c)
  local list = {}
  for _, entry in ipairs(WINDOWS) do
    if c.ordered or not entry.ordered then list[#list + 1] = entry end
  end
  return window(c, pick(list))
end

return any_window
