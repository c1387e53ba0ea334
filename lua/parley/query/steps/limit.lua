--- limit: at most so many rows, after leaving out the first ones; those level with the last too, if wanted.

local bound = require "parley.query.bound"
local errors = require "parley.base.errors"
local options = require "parley.base.options"
local ties = require "parley.query.ties"

local limit = {}

--- At most `n` rows, after leaving out the first `offset`; with `ties = true`, also those that stand level with the
-- last in the order of the sort() before it.
---@param n integer
---@param offset integer|{ ties: boolean? }|nil
---@param given { ties: boolean? }?
---@return table step
function limit.apply(_, n, offset, given)
  if type(offset) == "table" then
    options.none("limit(n, {ties = true}) takes no third argument", given)
    offset, given = nil, offset
  end
  given = options.check(given, "limit()", { "ties" })
  options.switch(given.ties, "ties")
  return { verb = "limit", n = options.whole_number(n, "limit(n)"), ties = given.ties or nil,
    offset = offset ~= nil and options.whole_number(offset, "the offset of limit()") or nil }
end

--- Rows that are cut though they stand level with the last are told (parley.query.notes).
function limit.bind(before, step)
  local sorted = before.step and before.step.verb == "sort"
  if step.ties and not sorted then errors.raise "bad_argument.ties_unsorted" end
  local cuts = not step.ties and ties.order(before) ~= nil
  return bound.after(before, step, { apart = true, doubtful = before.doubtful or cuts })
end

return limit
