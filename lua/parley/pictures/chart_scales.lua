--- The scales of a chart: what lies and what is upright, over all panels together, so that these can be compared; where
-- they count different things, `apart`, what is upright has a scale in each.

local axes = require "parley.pictures.axes"
local public_call = require "parley.base.public_call"
local scale = require "parley.pictures.scale"

local chart_scales = {}

local function each_point(panels, fn)
  for _, panel in ipairs(panels) do
    for _, one in ipairs(panel.series) do
      for _, point in public_call.each(one.points) do fn(point, one) end
    end
  end
end

-- The least and the greatest of some fields of all points.
local function extent(panels, ...)
  local low, high
  local fields = { ... }
  each_point(panels, function(point)
    for _, field in ipairs(fields) do
      local value = point[field]
      if value then low, high = math.min(low or value, value), math.max(high or value, value) end
    end
  end)
  return low, high
end

-- The length of the shortest period: an axis of months has no label of a day.
local function shortest(panels)
  local least
  each_point(panels, function(point)
    local days = point.known and point.last - point.first + 1
    if days then least = math.min(least or days, days) end
  end)
  return least
end

local function of_x(plot, from, to)
  local data, kind = plot.data, plot.kind
  if data.words then return scale.band(data.words, from, to) end
  if data.kind == "time" then
    local first, last = extent(data.panels, "first", "last", "x")
    return scale.time(first, last + 1, from, to, shortest(data.panels))
  end
  local first, last = extent(data.panels, "x", "first", "last")
  if plot.log_x then return scale.log(first, last, from, to) end
  return scale.linear(first, last, from, to, { whole = data.whole, most = 8, zero = kind.zero_x })
end

local function of_y(plot, panel, from, to)
  local data = plot.data
  if plot.kind.words_of_y then return scale.band(data.words_of_y, from, to) end
  local low, high = extent(plot.apart and { panel } or data.panels, "y", "low", "high")
  if plot.log_y then return scale.log(low, high, from, to) end
  return scale.linear(low, high, from, to, { zero = plot.kind.zero, whole = data.whole_y })
end

--- The scales of a panel, and the room that the labels at its left take.
---@param c parley.Canvas
---@param plot table  made by parley.pictures.plot
---@param panel table
---@param box { left: number, right: number, top: number, bottom: number }
---@return { x: parley.Scale, y: parley.Scale } scales, number room
function chart_scales.of(c, plot, panel, box)
  local left, right, top, bottom = box.left, box.right, box.top, box.bottom
  if plot.flipped then
    local x = of_x(plot, top, bottom)
    local room = axes.left_room(c, x.ticks(#plot.data.words))
    return { x = x, y = of_y(plot, panel, left + room, right) }, room
  end
  local is_words = plot.kind.words_of_y
  local y = of_y(plot, panel, is_words and top or bottom, is_words and bottom or top)
  local room = axes.left_room(c, y.ticks(axes.most_down(c.metrics, bottom - top)))
  return { x = of_x(plot, left + room, right), y = y }, room
end

return chart_scales
