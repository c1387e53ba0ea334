--- A chart on paper: title and legend above, panels with their axes, notes below. What stands inside a panel is drawn
-- by the kind of the chart (parley.pictures.charts).
-- Panels share their scales, so that they can be compared. A chart whose bars lie has its words at the left, where they
-- can be read whatever their length.

local axes = require "parley.pictures.axes"
local canvas = require "parley.pictures.canvas"
local chart_scales = require "parley.pictures.chart_scales"
local heading = require "parley.pictures.heading"
local metrics = require "parley.pictures.metrics"
local places = require "parley.pictures.places"

local chart = {}

-- The least width of one of several panels, and the height of a panel, by how text is measured.
local PANEL = { letters = { least = 220, height = 300, small = 170 },
  cells = { least = 30 * 8, height = 16 * 16, small = 8 * 16 } }
-- What is left free at the right of a panel, and between panels: the last label of an axis stands out half.
local RIGHT, BETWEEN = { letters = 12, cells = 0 }, { letters = 30, cells = 24 }

-- Sizes --------------------------------------------------------------------------------------------------------------

-- Bars of more series than these get thinner instead of making the chart higher.
local MOST_BARS = 40
-- The most lines of a word below an axis.
local MOST_LINES = 4

-- The height of a stripe of a lying chart: room for a bar of each series.
local function stripe(m, plot)
  local bars = plot.kind.stacked and 1 or math.min(plot.data.count, MOST_BARS)
  if m.name == "cells" then return m.row * (bars > 1 and bars + 1 or 1) end
  return bars > 1 and bars * 10 + 10 or 22
end

-- Panels are named where they were asked for, also where there is one.
local function is_named(plot) return plot.given.facet ~= nil end

local function panel_height(m, plot)
  local count = plot.flipped and #plot.data.words or plot.kind.words_of_y and #plot.data.words_of_y
  if count then return math.max(count, 1) * stripe(m, plot) end
  local sizes = PANEL[m.name]
  return #plot.data.panels > 1 and sizes.small or sizes.height
end

-- How many lines the words below an axis take, when the labels at its left take the room of a number.
local function lines_below(m, plot, width)
  local lines = 1
  if plot.flipped or not plot.data.words then return lines end
  local room = axes.room_of_word((width - axes.NUMBER[m.name]) / #plot.data.words)
  for _, word in ipairs(plot.data.words) do
    lines = math.max(lines, math.min(MOST_LINES, #metrics.wrap(m, tostring(word), room, m.small, false, true)))
  end
  return lines
end

-- The least width of a panel: beside words at its left, its bars still have room.
local function least_width(m, plot, width)
  local sizes = PANEL[m.name]
  local words = plot.flipped and plot.data.words or plot.kind.words_of_y and plot.data.words_of_y or {}
  local room = 0
  for _, word in ipairs(words) do room = math.max(room, m.width(tostring(word), m.small)) end
  return math.max(sizes.least, math.min(room, width * axes.WIDEST) + m.gap + BETWEEN[m.name] + sizes.least / 2)
end

-- How a picture is divided: panels across, and the heights of one of them.
local function layout(m, plot, width)
  local panels = #plot.data.panels
  local l = { margin = heading.margin(m) }
  local inner = width - 2 * l.margin
  l.across = panels == 1 and 1 or math.max(1, math.min(3, panels, inner // least_width(m, plot, width)))
  l.down = math.ceil(panels / l.across)
  l.panel_width = inner / l.across
  l.above = m.line(m.small) * (is_named(plot) and 2.7 or 1.8)
  l.below = m.line(m.small) * 2.4
  if m.name == "cells" then
    l.panel_width = l.panel_width // m.cell * m.cell
    l.above, l.below = m.row * (is_named(plot) and 2 or 1), m.row * 3
  end
  l.panel, l.right = panel_height(m, plot), (l.across > 1 and BETWEEN or RIGHT)[m.name]
  l.lines = lines_below(m, plot, l.panel_width - l.right)
  l.below = l.below + (l.lines - 1) * m.line(m.small)
  return l
end

-- Panels -------------------------------------------------------------------------------------------------

local function names_of_axes(plot)
  local x, y = plot.given.x, plot.kind.words_of_y and plot.given.y or plot.measured
  if plot.flipped then return y, x end
  return x, y
end

-- Panel -> its name, as far as there is room.
local function names_of_panels(m, plot, l)
  local names, by_panel = {}, {}
  for i, panel in ipairs(plot.data.panels) do names[i] = panel.name end
  names = metrics.fit_apart(m, names, l.panel_width - l.right, m.small, true)
  for i, panel in ipairs(plot.data.panels) do by_panel[panel] = names[i] end
  return by_panel
end

-- Where numbers lie at both sides of zero, it has a line of its own.
local function draw_zero(c, plot, scales, box)
  local y = scales.y
  if not plot.kind.zero or y.kind ~= "linear" or y.first >= 0 or y.last <= 0 then return end
  local at = y.at(0)
  c:path(plot.flipped and { at, box.top, at, box.bottom } or { box.left, at, box.right, at }, { ink = "axis" })
end

local function draw_panel(c, plot, panel, left, top, l)
  local m = c.metrics
  local box = { left = left, right = left + l.panel_width - l.right, top = top + l.above,
    bottom = top + l.above + l.panel }
  local scales, room = chart_scales.of(c, plot, panel, box)
  box.left, box.room = left + room, room - m.gap
  local across, upright = names_of_axes(plot)
  if is_named(plot) then
    c:text(left, top + m.line(m.small), l.names[panel],
      { ink = "text", size = m.small, bold = true })
  end
  local above = box.top - m.line(m.small) * (m.name == "cells" and 0.4 or 0.8)
  c:text(left, above, metrics.fit(m, upright, l.panel_width, m.small), { ink = "muted", size = m.small })
  c:text(box.right, box.bottom + axes.below(m, l.lines + 1), metrics.fit(m, across, box.right - left, m.small),
    { ink = "muted", size = m.small, anchor = "end" })
  axes.left(c, plot.flipped and scales.x or scales.y, box, { grid = not plot.flipped and not plot.kind.words_of_y })
  axes.bottom(c, plot.flipped and scales.y or scales.x, box, { grid = plot.flipped or plot.kind.grid_across,
    lines = l.lines })
  plot.kind.draw(c, panel, scales, plot, box)
  draw_zero(c, plot, scales, box)
end

-- Entries of the legend: none where nobody asked for series.
local function legend_of(plot)
  local entries = {}
  for i, one in ipairs(plot.given.by and plot.data.legend or {}) do
    entries[i] = { name = one.name, ink = one.ink, surface = plot.kind.filled, pattern = true, line = plot.kind.joins }
  end
  return entries
end

--- Draws a chart.
---@param plot table  made by parley.pictures.plot
---@param m table  metrics
---@param width number
---@return parley.Canvas
function chart.draw(plot, m, width)
  plot.data.words = plot.data.words or plot.data.kind == "word" and places.words(plot.data, "x") or nil
  local l, c = layout(m, plot, width), canvas.new(width, 0, m)
  local top, height = heading.above(c, { title = plot.title, legend = legend_of(plot) }), l.above + l.panel + l.below
  l.names = names_of_panels(m, plot, l)
  for i, panel in ipairs(plot.data.panels) do
    local row, column = (i - 1) // l.across, (i - 1) % l.across
    draw_panel(c, plot, panel, l.margin + column * l.panel_width, top + row * height, l)
  end
  c.height = heading.below(c, plot.notes, top + l.down * height)
  return c
end

return chart
