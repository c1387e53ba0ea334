--- Points: one mark a row. A date that is known to the month is a bar of its whole period, with ends that fade where
-- they are open; intervals are error bars. More points than can be told apart are counted in small squares instead.

local bars = require "parley.pictures.charts.bars"
local density = require "parley.pictures.charts.density"

local point = { grid_across = true }

local function draw_one(c, plot, scales, p, one)
  local y = p.y or p.low or p.high
  local at = scales.y.at(y)
  local title = bars.words(plot, p, one)
  if p.last and p.last > p.first or p.known == nil and p.first then
    local from, to = scales.x.at(p.first), scales.x.at(p.last + 1)
    c:bar(from, math.max(to, from + 2), at - 2, 4, { ink = one.ink, title = title, fades_left = not p.known,
      fades_right = not p.known })
  end
  bars.interval(c, plot, scales.x.at(p.x), scales.y, p)
  c:mark(scales.x.at(p.x), at, { ink = one.ink, size = 4, title = title, hollow = not p.y })
end

function point.draw(c, panel, scales, plot, box)
  if plot.crowded then return density.draw(c, panel, scales, box) end
  for _, one in ipairs(panel.series) do
    for _, p in ipairs(one.points) do draw_one(c, plot, scales, p, one) end
  end
end

return point
