--- Lines: a number over time or over another number, a mark at each value. A line is not drawn across what is
-- missing: a month or year without a row is a gap. Intervals are error bars.

local bars = require "parley.pictures.charts.bars"
local gaps = require "parley.pictures.charts.gaps"

local line = { one_a_place = true, joins = true }

-- Marks that would touch are left away; ends of stretches keep theirs, as a stretch of one value is no line.
local function draw_marks(c, plot, scales, one, stretch)
  local width = math.abs(scales.x.to - scales.x.from)
  local crowded = #one.points > width / 10
  for i, point in ipairs(stretch) do
    if not crowded or #stretch == 1 or i == 1 or i == #stretch then
      c:mark(scales.x.at(point.x), scales.y.at(point.y), { ink = one.ink, size = crowded and 2 or 3.5,
        title = bars.words(plot, point, one) })
    end
    bars.interval(c, plot, scales.x.at(point.x), scales.y, point)
  end
end

function line.draw(c, panel, scales, plot)
  for _, one in ipairs(panel.series) do
    for _, stretch in ipairs(gaps.stretches(one.points, plot)) do
      local places = {}
      for _, point in ipairs(stretch) do
        places[#places + 1], places[#places + 2] = scales.x.at(point.x), scales.y.at(point.y)
      end
      if #stretch > 1 then c:path(places, { ink = one.ink, thickness = 1.8, dash = true }) end
      draw_marks(c, plot, scales, one, stretch)
    end
  end
end

return line
