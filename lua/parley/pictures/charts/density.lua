--- Many points as counts: small squares, the darker the more points lie in them.

local public_call = require "parley.base.public_call"

local density = {}

--- So many points are drawn one by one; above, they are counted.
density.MOST = 3000

local SIDE = 8

-- How many points lie in each square of the panel, over all series.
local function tally(panel, scales, box)
  local counts, most, columns = {}, 0, math.ceil((box.right - box.left) / SIDE) + 1
  for _, one in ipairs(panel.series) do
    for _, p in public_call.each(one.points) do
      local y = p.y or p.low or p.high
      local column, row = (scales.x.at(p.x) - box.left) // SIDE, (scales.y.at(y) - box.top) // SIDE
      local at = row * columns + column
      counts[at] = (counts[at] or 0) + 1
      most = math.max(most, counts[at])
    end
  end
  return counts, most, columns
end

--- Draws the squares of a panel. Steps of darkness are even in the logarithm of the counts: one far point stays
-- visible.
function density.draw(c, panel, scales, box)
  local counts, most, columns = tally(panel, scales, box)
  local places = {}
  for at in pairs(counts) do places[#places + 1] = at end
  table.sort(places)
  for _, at in ipairs(places) do
    local share = math.log(counts[at] + 1) / math.log(most + 1)
    c:box(box.left + at % columns * SIDE, box.top + at // columns * SIDE, SIDE, SIDE,
      { ink = 1, opacity = 0.15 + 0.85 * share, title = counts[at] .. " rows here" })
  end
end

return density
