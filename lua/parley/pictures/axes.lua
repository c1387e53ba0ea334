--- Axes: labels where a scale has ticks, lines of a grid behind the data, and names of what is measured.

local metrics = require "parley.pictures.metrics"

local axes = {}

-- Room that a label of a bottom axis needs beside it.
local APART = 10
-- The widest that words at the left may be, as a share of the picture.
axes.WIDEST = 0.38
-- What labels leave free of the edge of the paper.
local EDGE = 4

local function label_width(m, ticks)
  local width = 0
  for _, tick in ipairs(ticks) do width = math.max(width, m.width(tick.label, m.small)) end
  return width
end

-- The room of a label and what is beside it, by what is measured and how text is.
local ACROSS = { letters = { time = 72, other = 64 }, cells = { time = 88, other = 56 } }

--- The room that the labels of a left axis take where they are numbers, about.
axes.NUMBER = { letters = 40, cells = 48 }

--- The room of a word below its stripe.
function axes.room_of_word(step) return math.max(step - APART / 2, 30) end

--- How many labels fit side by side.
---@param m table
---@param width number
---@param kind string  of the scale
---@return integer
function axes.most_across(m, width, kind)
  return math.max(2, math.floor(width / (ACROSS[m.name][kind] or ACROSS[m.name].other)))
end

--- How many fit above each other.
---@return integer
function axes.most_down(m, height) return math.max(2, math.floor(height / (m.name == "cells" and 48 or 40))) end

--- The room that the labels of a left axis take.
---@param c parley.Canvas
---@param ticks parley.Tick[]
---@return number
function axes.left_room(c, ticks)
  local m = c.metrics
  local room = math.min(label_width(m, ticks), c.width * axes.WIDEST)
  if m.name == "cells" then room = math.ceil(room / m.cell) * m.cell end
  return room + m.gap
end

--- The labels of a left axis, and its grid.
---@param c parley.Canvas
---@param scale parley.Scale  of what is upright
---@param box { left: number, right: number, top: number, bottom: number, room: number? }  `room`: for labels
---@param given { grid: boolean? }
function axes.left(c, scale, box, given)
  local m, band = c.metrics, scale.kind == "band"
  local room = box.room or box.left - m.gap - EDGE
  local ticks, labels = scale.ticks(axes.most_down(m, box.bottom - box.top)), {}
  for i, tick in ipairs(ticks) do labels[i] = tick.label end
  labels = metrics.fit_apart(m, labels, room, m.small)
  for i, tick in ipairs(ticks) do
    local y = scale.at(tick.value)
    if given.grid then c:path({ box.left, y, box.right, y }, { ink = "grid" }) end
    c:text(box.left - m.gap, y + m.line(m.small) * 0.28, labels[i],
      { ink = band and "text" or "muted", size = m.small, anchor = "end" })
  end
  c:path({ box.left, box.top, box.left, box.bottom }, { ink = "axis" })
end

-- A label in at most so many lines; what is too long for the last one is cut there.
local function lines_of(m, label, room, most)
  if most == 1 then return { metrics.fit(m, label, room, m.small) } end
  local lines = metrics.wrap(m, label, room, m.small, false, true)
  if #lines > most then
    lines[most] = metrics.fit(m, table.concat(lines, " ", most), room, m.small)
    for i = #lines, most + 1, -1 do lines[i] = nil end
  end
  return lines
end

-- A label stands where it does not touch the one before; of words too long for their stripes, as many as fit.
local function place(c, x, y, label, last, room, most)
  local m, half = c.metrics, 0
  local lines = lines_of(m, label, room, most)
  for _, text in ipairs(lines) do half = math.max(half, m.width(text, m.small) / 2) end
  local from = math.max(0, math.min(x - half, c.width - 2 * half))
  if from < last + APART * 0.6 then return last end
  for i, text in ipairs(lines) do
    local below = y + (i - 1) * m.line(m.small)
    -- in cells the beginning is what has a place of its own; half a cell has none
    if m.name == "cells" then
      c:text(math.floor(from / m.cell + 0.5) * m.cell, below, text, { ink = "muted", size = m.small })
    else
      c:text(from + half, below, text, { ink = "muted", size = m.small, anchor = "middle" })
    end
  end
  return from + 2 * half
end

--- How far below a bottom axis the baseline of a line of text lies; in a terminal the axis has a row of its own.
---@return number
function axes.below(m, line) return m.line(m.small) * (m.name == "cells" and line + 1 or line) end

--- The labels of a bottom axis, and its grid.
---@param c parley.Canvas
---@param scale parley.Scale  of what lies
---@param box { left: number, right: number, top: number, bottom: number }
---@param given { grid: boolean?, lines: integer? }  `lines`: of a label, at most
function axes.bottom(c, scale, box, given)
  local m, last = c.metrics, -math.huge
  c:path({ box.left, box.bottom, box.right, box.bottom }, { ink = "axis" })
  local room = scale.kind == "band" and axes.room_of_word(scale.step) or math.huge
  for _, tick in ipairs(scale.ticks(axes.most_across(m, box.right - box.left, scale.kind))) do
    local x = scale.at(tick.value)
    if given.grid then c:path({ x, box.top, x, box.bottom }, { ink = "grid" }) end
    last = place(c, x, box.bottom + axes.below(m, 1), tick.label, last, room, given.lines or 1)
  end
end

--- A bottom axis under what is drawn already, its grid behind it; a terminal has none.
---@param c parley.Canvas
---@param scale parley.Scale
---@param top number
---@param bottom number
function axes.behind(c, scale, top, bottom)
  local count = #c.items
  axes.bottom(c, scale, { left = scale.from, right = scale.to, top = top, bottom = bottom },
    { grid = c.metrics.name ~= "cells" })
  c:put_behind(count)
end

return axes
