--- Areas: as lines, with the surface down to zero; where series lie over each other, each stays visible.

local gaps = require "parley.pictures.charts.gaps"
local line = require "parley.pictures.charts.line"

local area = { zero = true, one_a_place = true, joins = true, filled = true }

function area.draw(c, panel, scales, plot)
  local zero = scales.y.at(0)
  for _, one in ipairs(panel.series) do
    for _, stretch in ipairs(gaps.stretches(one.points, plot)) do
      local places = { scales.x.at(stretch[1].x), zero }
      for _, point in ipairs(stretch) do
        places[#places + 1], places[#places + 2] = scales.x.at(point.x), scales.y.at(point.y)
      end
      places[#places + 1], places[#places + 2] = scales.x.at(stretch[#stretch].x), zero
      if #stretch > 1 then c:surface(places, { ink = one.ink, opacity = 0.25 }) end
    end
  end
  line.draw(c, panel, scales, plot)
end

return area
