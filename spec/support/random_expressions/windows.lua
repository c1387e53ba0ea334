-- Random window functions: those of the table of functions, each by what it takes and gives.

local chance = require "spec.support.chance"
local functions = require "parley.query.functions"
local nodes = require "spec.support.random_expressions.nodes"
local aggregates = require "spec.support.random_expressions.aggregates"

local node, pick = nodes.node, chance.pick

-- What is known of the result: a value of the argument, a sum of values, a place among the rows.
local function known_of(c, entry, kind, arg)
  if entry.gives == "same" then return { bound = arg.bound, bits = arg.bits, length = arg.length } end
  if entry.gives == "integer" then return { bound = c.rows + 1, bits = 0 } end
  return kind == "integer" and aggregates.sum_known(c, kind, arg) or {}
end

local function window(c, entry)
  local kind = pick(aggregates.KINDS[entry.gives] or { entry.gives })
  local parts, args = aggregates.call(c, entry, kind)
  if not parts then return false end
  local made = node(c, kind, entry.name, parts, known_of(c, entry, kind, args[1]))
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
