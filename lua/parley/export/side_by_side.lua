--- Rows of two tables met in the order of a key.

local byte_order = require "parley.base.byte_order"
local public_call = require "parley.base.public_call"

local side_by_side = {}

local function is_before(x, y)
  if math.type(x) then return x < y end
  return byte_order.before(x, y)
end

--- Goes through the rows of both sides in the order of a key: fn(row of a or nil, row of b or nil).
---@param key string  the column that both are ordered by
---@param each_a fun(): function, any, any, any
---@param each_b fun(): function, any, any, any
---@param fn fun(a: table?, b: table?)
function side_by_side.meet(key, each_a, each_b, fn)
  local next_a, state_a, control_a, closing_a <close> = each_a()
  local next_b, state_b, control_b, closing_b <close> = each_b()
  local a, b = next_a(state_a, control_a), next_b(state_b, control_b)
  local count = public_call.counter()
  while a or b do
    count()
    local first = not b or a and not is_before(b[key], a[key])
    local second = not a or b and not is_before(a[key], b[key])
    fn(first and a or nil, second and b or nil)
    if first then a = next_a(state_a, a) end
    if second then b = next_b(state_b, b) end
  end
  return closing_a, closing_b
end

return side_by_side
