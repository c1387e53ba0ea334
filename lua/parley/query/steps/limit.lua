--- limit: at most so many rows, after leaving out the first ones.

local bound = require "parley.query.bound"
local options = require "parley.base.options"

local limit = {}

--- At most `n` rows, after leaving out the first `offset`.
---@param n integer
---@param offset integer?
---@return table step
function limit.apply(_, n, offset)
  return { verb = "limit", n = options.whole_number(n, "limit(n)"),
    offset = offset ~= nil and options.whole_number(offset, "the offset of limit()") or nil }
end

function limit.bind(before, step) return bound.after(before, step, { apart = true }) end

return limit
