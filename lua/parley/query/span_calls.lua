--- Calls of functions over spans, bound: the length of a span is that from its one side to the other, missing where
-- these leave several; the year, month or week of a span is that of the day on which it begins.

local functions = require "parley.query.functions"
local typed = require "parley.query.typed_nodes"

local span_calls = {}

-- Whether a function is of the one day on which a span begins: what the days of a date have to share.
local function is_of_start(name)
  return functions.is_of_shared_days(name) and #functions.scalars[name].parameters == 1
end

-- days(d): the one length that is possible.
local function exact_length(arg, pos)
  local low, high = typed.call("days_low", "integer", arg), typed.call("days_high", "integer", arg)
  local node = typed.choose("integer", typed.compare("=", low, high), low, typed.value(nil, "integer"))
  node.length_of = arg
  return typed.at(pos, node)
end

--- The bound node of a call whose only argument is a span; nil where spans are as other dates.
---@param made table  bound call
---@return table?
function span_calls.bound(made)
  local arg = made.args[1]
  if made.name == "days" then return exact_length(arg, made.pos) end
  if not is_of_start(made.name) then return nil end
  local node = typed.call(made.name, made.type, typed.call("from", "date", arg))
  node.start_of = arg
  return typed.at(made.pos, node)
end

return span_calls
