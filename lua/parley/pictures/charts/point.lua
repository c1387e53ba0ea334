--- Points: one mark a row. A date that is known to the month is a bar of its whole period, with ends that fade where
-- they are open; intervals are error bars. More points than can be told apart are counted in small squares instead.

local core = require "parley.core"
local bars = require "parley.pictures.charts.bars"
local density = require "parley.pictures.charts.density"

local point = { grid_across = true }

-- So many words lie at the left, where they can be read, if they are too long to stand side by side.
local MOST_WORDS, ROOM = 60, 90

function point.flips(data)
  if data.kind ~= "word" then return false end
  local seen, words, width, count = {}, 0, 0, 0
  for _, panel in ipairs(data.panels) do
    for _, one in ipairs(panel.series) do
      count = count + #one.points
      for _, p in ipairs(one.points) do
        if not seen[p.x] then seen[p.x], words, width = true, words + 1, width + core.width(p.x) + 2 end
      end
    end
  end
  return words <= MOST_WORDS and width > ROOM and count <= density.MOST
end

local function draw_one(c, plot, scales, p, one)
  local y = p.y or p.low or p.high
  local at = scales.y.at(y)
  local title = bars.words(plot, p, one)
  if p.last and p.last > p.first or p.known == nil and p.first then
    local from, to = scales.x.at(p.first), scales.x.at(p.last + 1)
    c:bar(from, math.max(to, from + 2), at - 2, 4, { ink = one.ink, title = title, fades_left = not p.known,
      fades_right = not p.known })
  end
  local x = scales.x.at(p.x)
  bars.interval(c, plot, x, scales.y, p)
  local style = { ink = one.ink, size = 4, title = title, hollow = not p.y }
  if plot.flipped then c:mark(at, x, style) else c:mark(x, at, style) end
end

function point.draw(c, panel, scales, plot, box)
  if plot.crowded then return density.draw(c, panel, scales, box) end
  for _, one in ipairs(panel.series) do
    for _, p in ipairs(one.points) do draw_one(c, plot, scales, p, one) end
  end
end

return point
