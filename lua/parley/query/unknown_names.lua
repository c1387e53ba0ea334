--- What is said of names that nothing has: columns, and functions.

local bound = require "parley.query.bound"
local functions = require "parley.query.functions"
local operands = require "parley.query.operands"

local unknown = {}

local fail = operands.fail

--- Raises about a path that leads nowhere.
function unknown.column(scope, node)
  local known, where, part = bound.known(scope.rows, node.path)
  local near = require("parley.base.suggest").nearest(part, known)
  local hint = near and ("; did you mean '%s'?"):format(near) or #known == 0 and ""
    or scope.aggregates and "; a result is named with 'as', as in \"count() as n\""
    or ("; text is written in 'single quotes'" .. (#known <= 12 and "; columns: " .. table.concat(known, ", ") or ""))
  fail(scope, node, "no_column.expression", { name = table.concat(node.path, "."), hint = hint,
    within = where and " in " .. where or "" })
end

-- What other tools have functions for, and Parley needs none.
local NO_FUNCTION = {
  concat = "text is joined with '..'", date = "a date is written as text: '2025-06-02'",
  now = "give the day as a parameter: \"due < ?\"", today = "give the day as a parameter: \"due < ?\"",
}

local function known_functions(scope)
  local names = functions.names(functions.scalars)
  for name in pairs(scope.rows.home.functions or {}) do names[#names + 1] = name end
  if scope.aggregates then for name in pairs(functions.aggregates) do names[#names + 1] = name end end
  if scope.windows then for name in pairs(functions.windows) do names[#names + 1] = name end end
  table.sort(names)
  return names
end

local ON_FRAMES = "those of ds:define() are for queries of that dataset, before they are a Frame"

--- Raises about a call of a function that there is not.
function unknown.called(scope, node)
  local name = node.name:lower()
  local ours, hint = functions.called_elsewhere(name), NO_FUNCTION[name]
  if ours then hint = "use " .. ours.call end
  local known = known_functions(scope)
  local on_frame = not (hint or scope.rows.home.functions)
  if on_frame and not require("parley.base.suggest").nearest(node.name, known) then hint = ON_FRAMES end
  fail(scope, node, "unknown_function", { name = node.name, known = known,
    hint = hint and "; " .. hint })
end

return unknown
