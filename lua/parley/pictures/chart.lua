--- A chart on paper: title and legend above, panels with their axes, notes below. What stands inside a panel is drawn
-- by the kind of the chart (parley.pictures.charts).
-- Panels share their scales, so that they can be compared. A chart whose bars lie has its words at the left, where they
-- can be read whatever their length.

local axes = require "parley.pictures.axes"
local canvas = require "parley.pictures.canvas"
local legend = require "parley.pictures.legend"
local metrics = require "parley.pictures.metrics"
local scale = require "parley.pictures.scale"

local chart = {}

-- The least width of one of several panels, and the height of a panel, by how text is measured.
local PANEL = { letters = { least = 220, height = 300, small = 170 },
  cells = { least = 30 * 8, height = 16 * 16, small = 8 * 16 } }
local RIGHT = { letters = 12, cells = 0 }

-- Extents ------------------------------------------------------------------------------------------------------------

local function each_point(panels, fn)
  for _, panel in ipairs(panels) do
    for _, one in ipairs(panel.series) do
      for _, point in ipairs(one.points) do fn(point, one) end
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

local function words_of(panels)
  local words, seen = {}, {}
  each_point(panels, function(point)
    if not seen[point.x] then seen[point.x], words[#words + 1] = true, point.x end
  end)
  return words
end

-- Scales -------------------------------------------------------------------------------------------------------------

local function scale_of_x(plot, from, to)
  local data, kind = plot.data, plot.kind
  if data.words then return scale.band(data.words, from, to) end
  if data.kind == "time" then
    local first, last = extent(data.panels, "first", "last", "x")
    return scale.time(first, last + 1, from, to)
  end
  local first, last = extent(data.panels, "x", "first", "last")
  if plot.log_x then return scale.log(first, last, from, to) end
  return scale.linear(first, last, from, to, { whole = data.whole, most = 8, zero = kind.zero_x })
end

local function scale_of_y(plot, from, to)
  local data = plot.data
  if plot.kind.words_of_y then return scale.band(data.words_of_y, from, to) end
  local low, high = extent(data.panels, "y", "low", "high")
  if plot.log_y then return scale.log(low, high, from, to) end
  return scale.linear(low, high, from, to, { zero = plot.kind.zero, whole = data.whole_y })
end

-- Sizes --------------------------------------------------------------------------------------------------------------

-- The height of a stripe of a lying chart: room for a bar of each series.
local function stripe(m, plot)
  local bars = plot.kind.stacked and 1 or math.max(1, #plot.data.legend)
  if m.name == "cells" then return m.row * (bars > 1 and bars + 1 or 1) end
  return bars > 1 and bars * 10 + 10 or 22
end

local function panel_height(m, plot)
  local count = plot.flipped and #plot.data.words or plot.kind.words_of_y and #plot.data.words_of_y
  if count then return math.max(count, 1) * stripe(m, plot) end
  local sizes = PANEL[m.name]
  return #plot.data.panels > 1 and sizes.small or sizes.height
end

local function lines_of(m, texts, width, size)
  local lines = {}
  for _, text in ipairs(texts) do
    for _, line in ipairs(metrics.wrap(m, text, width, size)) do lines[#lines + 1] = line end
  end
  return lines
end

-- How a picture is divided: heights from above to below, panels across.
local function layout(m, plot, width)
  local l = { width = width, margin = m.name == "cells" and m.cell or 12 }
  l.inner = width - 2 * l.margin
  l.title = lines_of(m, { plot.title }, l.inner, m.large)
  l.legend = legend.height(m, l.inner, plot.data.legend)
  l.head = (m.name == "cells" and 0 or 8) + #l.title * m.line(m.large) + l.legend
  local panels = #plot.data.panels
  l.across = panels == 1 and 1 or math.max(1, math.min(3, panels, l.inner // PANEL[m.name].least))
  l.down = math.ceil(panels / l.across)
  l.panel_width = l.inner / l.across
  l.above = m.line(m.small) * (panels > 1 and 2.7 or 1.8)
  l.below = m.line(m.small) * 2.4
  if m.name == "cells" then l.above, l.below = m.row * (panels > 1 and 2 or 1), m.row * 3 end
  l.panel = panel_height(m, plot)
  local said = {}
  for _, note in ipairs(plot.notes) do said[#said + 1] = "note: " .. note.note end
  l.notes = lines_of(m, said, l.inner, m.small)
  l.tail = #l.notes * m.line(m.small) + (m.name == "cells" and 0 or 8)
  l.height = l.head + l.down * (l.above + l.panel + l.below) + l.tail
  return l
end

-- Panels -------------------------------------------------------------------------------------------------

local function names_of_axes(plot)
  local x, y = plot.given.x, plot.kind.words_of_y and plot.given.y or plot.measured
  if plot.flipped then return y, x end
  return x, y
end

local function scales_of(c, plot, box, left, right, top)
  local x = plot.flipped and scale_of_x(plot, top, box.bottom) or nil
  if plot.flipped then
    local room = axes.left_room(c, x.ticks(#plot.data.words))
    return { x = x, y = scale_of_y(plot, left + room, right) }, room
  end
  local y = scale_of_y(plot, plot.kind.words_of_y and top or box.bottom, plot.kind.words_of_y and box.bottom or top)
  local room = axes.left_room(c, y.ticks(axes.most_down(c.metrics, box.bottom - top)))
  return { x = scale_of_x(plot, left + room, right), y = y }, room
end

local function draw_panel(c, plot, panel, left, top, l)
  local m = c.metrics
  local box = { top = top + l.above, bottom = top + l.above + l.panel, right = left + l.panel_width - RIGHT[m.name] }
  local scales, room = scales_of(c, plot, box, left, box.right, box.top)
  box.left = left + room
  local across, upright = names_of_axes(plot)
  if #plot.data.panels > 1 then
    c:text(box.left, top + m.line(m.small), metrics.fit(m, panel.name, box.right - box.left, m.small),
      { ink = "text", size = m.small, bold = true })
  end
  local above = box.top - m.line(m.small) * (m.name == "cells" and 0.4 or 0.8)
  c:text(left, above, metrics.fit(m, upright, l.panel_width, m.small), { ink = "muted", size = m.small })
  c:text(box.right, box.bottom + axes.below(m, 2), metrics.fit(m, across, box.right - left, m.small),
    { ink = "muted", size = m.small, anchor = "end" })
  axes.left(c, plot.flipped and scales.x or scales.y, box, { grid = not plot.flipped and not plot.kind.words_of_y })
  axes.bottom(c, plot.flipped and scales.y or scales.x, box, { grid = plot.flipped or plot.kind.grid_across })
  plot.kind.draw(c, panel, scales, plot, box)
end

--- Draws a chart.
---@param plot table  made by parley.pictures.plot
---@param m table  metrics
---@param width number
---@return parley.Canvas
function chart.draw(plot, m, width)
  plot.data.words = plot.data.words or plot.data.kind == "word" and words_of(plot.data.panels) or nil
  local l = layout(m, plot, width)
  local c = canvas.new(width, l.height, m)
  local y = m.name == "cells" and 0 or 8
  for _, line in ipairs(l.title) do
    y = y + m.line(m.large)
    c:text(l.margin, y - m.line(m.large) * 0.25, line, { ink = "text", size = m.large, bold = true })
  end
  legend.draw(c, l.margin, y, l.inner, plot.data.legend, plot.kind.filled)
  for i, panel in ipairs(plot.data.panels) do
    local row, column = (i - 1) // l.across, (i - 1) % l.across
    draw_panel(c, plot, panel, l.margin + column * l.panel_width, l.head + row * (l.above + l.panel + l.below), l)
  end
  y = l.head + l.down * (l.above + l.panel + l.below)
  for _, line in ipairs(l.notes) do
    y = y + m.line(m.small)
    c:text(l.margin, y - m.line(m.small) * 0.25, line, { ink = "muted", size = m.small })
  end
  return c
end

return chart
