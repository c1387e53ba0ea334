--- Amounts as intervals: low, best, high, each of which may be missing.
-- A missing bound is open: nothing is known on that side. `best` alone is a number that nobody bounds ("about 30")
-- and counts as itself. Amounts are counts and measures, so that nothing is ever below 0.

local errors = require "parley.base.errors"

local interval = {}

--- Whether there is any number in it.
function interval.known(low, best, high) return (low or best or high) ~= nil end

--- The lowest and the highest number it can be; nil on an open side.
---@return integer? first, integer? last
function interval.bounds(low, best, high)
  return low or (not high and best) or nil, high or (not low and best) or nil
end

-- Whole numbers without a point; others to twelve digits, behind which sums have but rounding.
local function shown(n)
  local whole = math.tointeger(n)
  return whole and ("%d"):format(whole) or ("%.12g"):format(n)
end

--- In words: "30", "at least 30", "at most 30", "100–999", "300 (100–999)", "40 (at least 30)", "about 30"; nil without
--- a number. A best that is the only bound there is goes without saying.
---@return string?
function interval.text(low, best, high)
  if low and low == high then return shown(low) end
  if not low and not high then return best and "about " .. shown(best) or nil end
  local bounds = not high and "at least " .. shown(low) or not low and "at most " .. shown(high)
    or shown(low) .. "–" .. shown(high)
  if not best or best == (low or high) and not (low and high) then return bounds end
  return ("%s (%s)"):format(shown(best), bounds)
end

--- The key by which two amounts are the same.
function interval.key(low, best, high) return ("%s|%s|%s"):format(low, best, high) end

local function check_fits(total, a, b)
  local fits = math.type(total) == "integer" and (b >= 0) == (total >= a) or math.type(total) == "float"
    and math.abs(total) < math.huge
  if not fits then errors.raise("overflow.sum", { a = a, b = b }) end
end

-- Adds to one side of a sum. Of numbers that are not whole it keeps what rounding takes, in `rest`: they come to the
-- same in any order, and to what sum() gives.
local function add_to(sum, side, x)
  local was = sum[side]
  local total = was + x
  check_fits(total, was, x)
  sum[side] = total
  if math.type(total) == "integer" then return end
  sum.rest = sum.rest or {}
  local added = total - was
  local rest = (sum.rest[side] or 0.0) + ((was - (total - added)) + (x - added))
  sum[side] = total + rest
  sum.rest[side] = rest - (sum[side] - total)
end

-- What rounding may have put into numbers that are not whole, of the larger one.
local ROUNDING <const> = 1e-12

--- Whether a number lies below another one: by more than rounding, where they are not whole.
function interval.below(a, b)
  if math.type(a) == "integer" and math.type(b) == "integer" then return a < b end
  return b - a > ROUNDING * math.max(math.abs(a), math.abs(b))
end

--- Whether two bounds are one, either of which may be missing.
function interval.same(a, b)
  if not (a and b) then return a == b end
  return not (interval.below(a, b) or interval.below(b, a))
end

--- A sum that nothing has been added to.
function interval.zero() return { low = 0, best = 0, high = 0 } end

--- Adds an amount to a sum: without a lower bound it adds at least 0, and one missing bound leaves the sum's open.
---@param sum { low: integer, best: integer?, high: integer? }
function interval.add(sum, low, best, high)
  local first, last = interval.bounds(low, best, high)
  local middle = best or (first == last and first) or nil
  add_to(sum, "low", first or 0)
  if middle and sum.best then add_to(sum, "best", middle) else sum.best = nil end
  if last and sum.high then add_to(sum, "high", last) else sum.high = nil end
end

local function less(a, b) return a and b and (interval.below(b, a) and a - b or 0) or nil end

--- What is left of one amount when another one is taken away: at least its low less the other's high, at most its
--- high less the other's low. A bound that is open in the first stays open.
---@param whole { low: integer?, best: integer?, high: integer? }
---@param taken { low: integer?, best: integer?, high: integer? }
---@return integer? low, integer? best, integer? high
function interval.subtract(whole, taken)
  local first, last = interval.bounds(whole.low, whole.best, whole.high)
  local low = first and (taken.high and less(first, taken.high) or 0)
  return low, less(whole.best, taken.best), less(last, taken.low or 0)
end

return interval
