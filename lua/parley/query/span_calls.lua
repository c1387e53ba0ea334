--- Calls of functions over spans, bound: the length of a span is that from its one side to the other, missing where
-- these leave several; the year, month or week of a span is that of the day on which it begins.

local functions = require "parley.query.functions"

local span_calls = {}

-- Whether a function is of the one day on which a span begins: what the days of a date have to share.
local function is_of_start(name)
  return functions.is_of_shared_days(name) and #functions.scalars[name].parameters == 1
end

local function call(name, type, arg, pos)
  return { kind = "call", name = name, type = type, args = { arg }, pos = pos }
end

-- days(d): the one length that is possible.
local function exact_length(arg, pos)
  local low, high = call("days_low", "integer", arg, pos), call("days_high", "integer", arg, pos)
  local same = { kind = "compare", op = "=", left = low, right = high, type = "boolean", pos = pos }
  local none = { kind = "literal", type = "integer", pos = pos }
  return { kind = "call", name = "if", type = "integer", args = { same, low, none }, pos = pos, length_of = arg }
end

--- The bound node of a call whose only argument is a span; nil where spans are as other dates.
---@param made table  bound call
---@return table?
function span_calls.bound(made)
  local arg = made.args[1]
  if made.name == "days" then return exact_length(arg, made.pos) end
  if not is_of_start(made.name) then return nil end
  local node = call(made.name, made.type, call("from", "date", arg, made.pos), made.pos)
  node.start_of = arg
  return node
end

return span_calls
