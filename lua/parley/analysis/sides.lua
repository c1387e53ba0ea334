--- Amounts in the terms of a promise: what each side gives, what both give together, what one side gives.
-- Method. A number is `per_side`, a `total`, or says nothing of it. What a side gives by itself (it has a giver, and is
-- no `per_side`) is that side's share of a promise `per_side` that binds both: the promise has come as far as the side
-- that has given least, at least, and as far as the one that has given most, at most; while only one side is told of,
-- the most stays open. Each side's number is doubled for a promise of a total. What counts otherwise is not compared.

local interval = require "parley.analysis.interval"

local sides = {}

-- Whether what came (or a part) is one side's share of a promise that binds each side.
local function is_share(promise, item)
  return promise.basis == "per_side" and not promise.giver and item.giver ~= nil and not item.giver:find(";", 1, true)
    and item.basis ~= "per_side"
end

local function is_doubled(promise, item) return promise.basis == "total" and item.basis == "per_side" end

--- Whether an amount can be told in the terms of a promise.
---@param promise { basis: string?, giver: string? }
---@param item { basis: string?, giver: string? }
---@return boolean
function sides.comparable(promise, item)
  return promise.basis == nil or item.basis == nil or promise.basis == item.basis or is_doubled(promise, item)
    or is_share(promise, item)
end

--- A sum in the terms of a promise, that nothing has been added to. What both sides give together is its own low, best
--- and high; `givers` and `shares` come with the first side that is told of.
function sides.sum(promise) return { promise = promise, low = 0, best = 0, high = 0 } end

-- The sum of what one side gives.
local function share_of(sum, giver)
  if not sum.givers then sum.givers, sum.shares = {}, {} end
  if not sum.shares[giver] then
    sum.shares[giver] = interval.zero()
    table.insert(sum.givers, giver)
  end
  return sum.shares[giver]
end

--- Adds an amount: of its own basis and giver, or of those of `item`.
---@param sum table
---@param item { basis: string?, giver: string? }
---@param low integer?
---@param best integer?
---@param high integer?
function sides.add(sum, item, low, best, high)
  local times = is_doubled(sum.promise, item) and 2 or 1
  local to = is_share(sum.promise, item) and share_of(sum, item.giver) or sum
  interval.add(to, low and low * times, best and best * times, high and high * times)
end

--- What it comes to: { low, best, high }, a missing bound open.
---@return { low: integer, best: integer?, high: integer? }
function sides.amount(sum)
  if not sum.givers then return sum end
  local total = interval.zero()
  interval.add(total, sum.low, sum.best, sum.high)
  local least, most = sum.shares[sum.givers[1]], sum.shares[sum.givers[1]]
  local low, high, best = least.low, most.high, least.best
  for i = 2, #sum.givers do
    local share = sum.shares[sum.givers[i]]
    low, high = math.min(low, share.low), high and share.high and math.max(high, share.high)
    if share.best ~= best then best = nil end
  end
  if #sum.givers == 1 then low, best, high = 0, nil, nil end
  interval.add(total, low, best, high)
  return { low = total.low, best = best and total.best, high = high and total.high }
end

--- The sums that each have to agree with the promise: that of each side, or the one of all.
---@return { low: integer, best: integer?, high: integer? }[]
function sides.each(sum)
  if not sum.givers then return { sum } end
  local list = {}
  for i, giver in ipairs(sum.givers) do
    list[i] = interval.zero()
    for _, amount in ipairs { sum, sum.shares[giver] } do
      interval.add(list[i], amount.low, amount.best, amount.high)
    end
  end
  return list
end

--- Whether both sides of a promise that binds each are told of, or nothing is told by side.
---@return boolean
function sides.complete(sum) return not sum.givers or #sum.givers ~= 1 end

return sides
