--- Calls of functions over spans, bound: the length of a span is that from its one side to the other, missing where
-- these leave several; the year, month or week of a span is that of the day on which it begins.

local typed = require "parley.query.typed_nodes"

local span_calls = {}

-- Whether a function is of the one day on which a span begins: what the days of a date have to share.
local function is_of_start(entry) return entry.shared_days and #entry.parameters == 1 end

-- The length of a span: the one that is possible.
local function exact_length(made, entry)
  local arg = made.args[1]
  local low, high = typed.call(entry.span_low, "integer", arg), typed.call(entry.span_high, "integer", arg)
  local node = typed.choose("integer", typed.compare("=", low, high), low, typed.value(nil, "integer"))
  node.length = { of = arg, name = made.name, low = entry.span_low, high = entry.span_high }
  return typed.at(made.pos, node)
end

--- The bound node of a call whose only argument is a span; nil where spans are as other dates.
---@param made table  bound call
---@param entry parley.Function
---@return table?
function span_calls.bound(made, entry)
  local arg = made.args[1]
  if entry.span_low then return exact_length(made, entry) end
  if not is_of_start(entry) then return nil end
  local node = typed.call(made.name, made.type, typed.call("from", "date", arg))
  node.start_of = arg
  return typed.at(made.pos, node)
end

return span_calls
