--- Ranges: from low to high for each word or day, with a mark at the best value. An end that nobody states is open: the
-- bar fades there.

local bars = require "parley.pictures.charts.bars"
local crowd = require "parley.pictures.charts.crowd"

local range = { most_words = 60, one_a_place = true }

function range.flips(data) return data.kind == "word" end

-- How far an open end reaches on the paper.
local OPEN = 24

local function ends(scale, p)
  local low, high = p.low or p.y, p.high or p.y
  if not low then return scale.at(high) - OPEN, scale.at(high) end
  if not high then return scale.at(low), scale.at(low) + OPEN end
  return scale.at(low), scale.at(high)
end

-- Where a mark stands: at the best value, and where both ends are one, which would be no line.
local function best_of(p) return p.y or p.low == p.high and p.low or nil end

local function draw_lying(c, plot, scales, p, one, y)
  local from, to = ends(scales.y, p)
  local title, best = bars.words(plot, p, one), best_of(p)
  if from ~= to then
    c:bar(from, math.max(to, from + 2), y - 3, 6, { ink = one.ink, title = title, fades_left = not p.low and not p.y,
      fades_right = not p.high and not p.y })
  end
  if best then c:mark(scales.y.at(best), y, { ink = one.ink, size = 4, title = title }) end
end

local function draw_standing(c, plot, scales, p, one, x)
  local low, high = p.low or p.y or p.high, p.high or p.y or p.low
  local title, best = bars.words(plot, p, one), best_of(p)
  local top, height = scales.y.at(high), scales.y.at(low) - scales.y.at(high)
  if height > 0 then c:box(x - 3, top, 6, math.max(height, 1), { ink = one.ink, opacity = 0.6, title = title }) end
  if best then c:mark(x, scales.y.at(best), { ink = one.ink, size = 4, title = title }) end
end

function range.draw(c, panel, scales, plot)
  local count = plot.data.count
  local step = (scales.x.step or bars.step(plot, scales)) * 0.8
  for _, one in ipairs(panel.series) do
    for _, p in ipairs(crowd.in_order(one.points, plot.thin)) do
      local at = scales.x.at(p.x) + (one.place - (count + 1) / 2) * step / count
      if plot.flipped then draw_lying(c, plot, scales, p, one, at) else draw_standing(c, plot, scales, p, one, at) end
    end
  end
end

return range
