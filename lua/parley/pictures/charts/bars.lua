--- What charts of bars share: a bar with its interval, lying or standing, and how wide bars of time and numbers are.

local plain = require "parley.base.plain_text"
local points = require "parley.pictures.points"

local bars = {}

--- The ends of an interval in words; nil where they are one.
---@return string?
function bars.ends(low, high)
  if not high then return "at least " .. plain.bare(low) end
  if not low then return "at most " .. plain.bare(high) end
  return low ~= high and ("%s–%s"):format(plain.bare(low), plain.bare(high)) or nil
end

--- The words for whoever points at a value.
---@return string
function bars.words(plot, point, one)
  local parts = { point.label }
  if plot.given.by then parts[1] = one.name .. ", " .. point.label end
  parts[#parts + 1] = point.y and plain.bare(point.y) or nil
  local low, high = point.low, point.high
  if low or high then
    parts[#parts + 1] = bars.ends(low, high)
  end
  return table.concat(parts, ": ", 1, math.min(2, #parts)) .. (parts[3] and " (" .. parts[3] .. ")" or "")
end

--- The distance of neighbours on an axis of time or numbers, in pixels.
---@return number
function bars.step(plot, scales)
  if not plot.step then
    local least, all = math.huge, points.at_different_places(plot.data.panels)
    for i = 2, #all do least = math.min(least, all[i].x - all[i - 1].x) end
    plot.step = least == math.huge and 0 or least
  end
  local width = math.abs(scales.x.to - scales.x.from)
  if plot.step == 0 then return math.min(width, 60) end
  return math.max(1, math.abs(scales.x.at(plot.step + scales.x.first) - scales.x.at(scales.x.first)))
end

-- A line from the low end to the high one, with ends; an end that nobody states stays open.
local function interval(c, plot, at, scale, point)
  local low, high = point.low, point.high
  if not (low or high) or low == high then return end
  local from, to = scale.at(low or point.y or high), scale.at(high or point.y or low)
  local function line(a1, b1, a2, b2)
    c:path(plot.flipped and { a1, b1, a2, b2 } or { b1, a1, b2, a2 }, { ink = "text", thickness = 1.2 })
  end
  line(from, at, to, at)
  if low then line(from, at - 3, from, at + 3) end
  if high then line(to, at - 3, to, at + 3) end
end

--- A bar. `place`: where it begins across (from, thick) and along (zero).
function bars.draw(c, plot, place, scale, point, one)
  local value = point.y or point.low or point.high
  local to = scale.at(value)
  local low, high = math.min(place.zero, to), math.max(place.zero, to)
  local thick = math.max(place.thick - (place.thick > 6 and 1 or 0), 0.5)
  local style = { ink = one.ink, pattern = true, title = bars.words(plot, point, one),
    opacity = not point.y and 0.5 or nil, upright = not plot.flipped }
  if plot.flipped then c:box(low, place.from, high - low, thick, style)
  else c:box(place.from, low, thick, high - low, style) end
  interval(c, plot, place.from + thick / 2, scale, point)
end

bars.interval = interval

return bars
