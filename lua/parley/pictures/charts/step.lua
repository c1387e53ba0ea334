--- Steps: a number that holds until the next one, such as a count that grows.

local bars = require "parley.pictures.charts.bars"

local step = { zero = true, one_a_place = true, joins = true }

function step.draw(c, panel, scales, plot)
  for _, one in ipairs(panel.series) do
    local points = table.move(one.points, 1, #one.points, 1, {})
    table.sort(points, function(a, b) return a.x < b.x end)
    local places = {}
    for i, p in ipairs(points) do
      local x, y = scales.x.at(p.first or p.x), scales.y.at(p.y)
      if i > 1 then places[#places + 1], places[#places + 2] = x, places[#places] end
      places[#places + 1], places[#places + 2] = x, y
      if #points <= 40 then c:mark(x, y, { ink = one.ink, size = 3, title = bars.words(plot, p, one) }) end
    end
    places[#places + 1], places[#places + 2] = scales.x.to, places[#places]
    c:path(places, { ink = one.ink, thickness = 1.8, dash = true })
  end
end

return step
