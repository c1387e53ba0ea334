--- Scales: where a value of the data stands on the paper. A scale has `at(value)`, a place in pixels, `ticks(most)`,
-- and `kind`: "linear", "log", "time" (days) or "band" (one stripe a word).

local ticks = require "parley.pictures.ticks"

local scale = {}

---@class parley.Scale
---@field kind "linear"|"log"|"time"|"band"
---@field from number the place of its beginning
---@field to number the place of its end
---@field at fun(value: any): number
---@field ticks fun(most: integer): parley.Tick[]
---@field step number? the width of a stripe

-- The way from a value to a place, between two values and two places.
local function between(first, last, from, to)
  local length = last - first
  if length == 0 then return function() return (from + to) / 2 end end
  return function(value) return from + (value - first) / length * (to - from) end
end

--- Numbers, the ends moved out to round ones. Options: zero (it begins at zero), whole (no step below one).
---@param first number
---@param last number
---@param from number
---@param to number
---@param options { zero: boolean?, whole: boolean?, most: integer? }?
---@return parley.Scale
function scale.linear(first, last, from, to, options)
  options = options or {}
  if options.zero then first, last = math.min(first, 0), math.max(last, 0) end
  if first == last then first, last = first - (options.zero and 0 or 1), last + 1 end
  local step = ticks.step(last - first, options.most or 6, options.whole and 1 or nil)
  first, last = math.floor(first / step + 1e-9) * step, math.ceil(last / step - 1e-9) * step
  return { kind = "linear", from = from, to = to, first = first, last = last, at = between(first, last, from, to),
    ticks = function(most) return ticks.linear(first, last, most, options.whole) end }
end

--- Numbers above zero, each power of ten as far from the next.
---@return parley.Scale
function scale.log(first, last, from, to)
  local low = 10.0 ^ math.floor(math.log(first, 10) + 1e-9)
  local high = 10.0 ^ math.ceil(math.log(last, 10) - 1e-9)
  if low == high then high = low * 10 end
  local at = between(math.log(low, 10), math.log(high, 10), from, to)
  return { kind = "log", from = from, to = to, first = low, last = high,
    at = function(value) return at(math.log(value, 10)) end,
    ticks = function(most) return ticks.log(low, high, most) end }
end

--- Days, with a little room at both ends. Periods of `least` days are what is known: nothing shorter is labelled.
---@return parley.Scale
function scale.time(first, last, from, to, least)
  local room = math.max(1, (last - first) * 0.02)
  first, last = first - room, last + room
  return { kind = "time", from = from, to = to, first = first, last = last, at = between(first, last, from, to),
    ticks = function(most) return ticks.time(first, last, most, least) end }
end

--- A stripe a word, in their order; `at` gives its middle, nil for a word that has none.
---@param words string[]
---@return parley.Scale
function scale.band(words, from, to)
  local step, places, list = (to - from) / math.max(#words, 1), {}, {}
  for i, word in ipairs(words) do
    places[word] = from + (i - 0.5) * step
    list[i] = { value = word, label = tostring(word) }
  end
  return { kind = "band", from = from, to = to, step = math.abs(step), words = words,
    at = function(word) return places[word] end, ticks = function() return list end }
end

return scale
