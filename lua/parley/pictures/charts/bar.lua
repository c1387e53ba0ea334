--- Bars: a number for each word, month or number, from zero. Words lie at the left with their bars beside them; time
-- and numbers stand below. Intervals are lines at the ends of the bars.

local bars = require "parley.pictures.charts.bars"
local crowd = require "parley.pictures.charts.crowd"

local bar = { zero = true, filled = true, one_a_place = true, most_words = 40 }

function bar.flips(data) return data.kind == "word" end

-- Up to so many numbers that follow each other have a stripe each, those without a bar too.
local MOST_NUMBERS = 60

local function extent(data)
  local low, high
  for _, panel in ipairs(data.panels) do
    for _, one in ipairs(panel.series) do
      for _, point in ipairs(one.points) do
        if math.type(point.x) ~= "integer" then return nil end
        low, high = math.min(low or point.x, point.x), math.max(high or point.x, point.x)
      end
    end
  end
  return low, high
end

--- Years and other small whole numbers stand in stripes, with gaps where one is missing.
function bar.prepare(data)
  local low, high = extent(data)
  if data.kind ~= "number" or not low or high - low >= MOST_NUMBERS then return end
  data.words = {}
  for value = low, high do data.words[#data.words + 1] = value end
end

-- The place of the bars of a value: most of its stripe; of a date, its whole period.
local function stripe(scales, plot, point)
  if point.first then
    local from, to = scales.x.at(point.first), scales.x.at(point.last + 1)
    return from, math.max(to - from, 1)
  end
  local step = scales.x.step or bars.step(plot, scales)
  local room = step * (step > 12 and 0.76 or 0.9)
  return scales.x.at(point.x) - room / 2, room
end

function bar.draw(c, panel, scales, plot)
  local count = plot.data.count
  local zero = scales.y.at(0)
  for _, one in ipairs(panel.series) do
    for _, point in ipairs(crowd.in_order(one.points, plot.thin)) do
      local from, room = stripe(scales, plot, point)
      local thick = room / count
      local place = { from = from + (one.place - 1) * thick, thick = thick, zero = zero }
      bars.draw(c, plot, place, scales.y, point, one)
    end
  end
end

return bar
