--- Strips: sections one above the other, each with rows on a scale of its own: numbers from low to high, days, or
-- words in a list. The drawings of the ledger and of disagreements share it.

local axes = require "parley.pictures.axes"
local canvas = require "parley.pictures.canvas"
local growth = require "parley.pictures.growth"
local heading = require "parley.pictures.heading"
local metrics = require "parley.pictures.metrics"
local scale = require "parley.pictures.scale"

local strips = {}

---@class parley.StripRow
---@field name string at the left
---@field low number?
---@field best number?
---@field high number?
---@field open_low boolean? nobody states how little
---@field open_high boolean? nobody states how much
---@field ink string|integer
---@field shape string?
---@field hollow boolean?
---@field bar boolean? a bar from zero to the best value, instead of a mark
---@field hatched boolean?
---@field text string? words behind the mark
---@field title string

---@class parley.Strip
---@field heading string
---@field kind "number"|"time"|"words"
---@field rows parley.StripRow[]
---@field growth parley.Growth? how it came, below the rows

local WIDEST_NAMES = 0.34
local OPEN = 26
-- The room of a mark, which stands free of the names.
local MARK = { letters = 8, cells = 8 }

local function row_height(m) return m.name == "cells" and m.row or 18 end

local function extent(strip)
  local low, high
  for _, row in ipairs(strip.rows) do
    for _, value in pairs { row.low, row.best, row.high } do
      low, high = math.min(low or value, value), math.max(high or value, value)
    end
    if row.bar then low = math.min(low or 0, 0) end
  end
  return low, high
end

-- Words behind the marks need room at the right.
local function text_room(m, strip, width)
  local room = 0
  for _, row in ipairs(strip.rows) do
    if row.text then room = math.max(room, m.width(row.text, m.small) + (row.open_high and OPEN or 0)) end
  end
  return math.min(room + 12, width * 0.45)
end

local function scale_of(m, strip, left, right)
  local low, high = extent(strip)
  if strip.kind == "words" or not low then return nil end
  if not strip.rows[1].bar then left = left + MARK[m.name] end
  right = right - text_room(m, strip, right - left)
  if strip.kind == "time" then return scale.time(low, high + 1, left, right) end
  return scale.linear(low, high, left, right, { whole = true, most = 5 })
end

-- Rows ----------------------------------------------------------------------------------------------------------------

local function ends_of(row, x)
  local low, high = row.low or row.best or row.high, row.high or row.best or row.low
  local from, to = x.at(low), x.at(high)
  if row.open_low then from = math.max(from - OPEN, x.from) end
  if row.open_high then to = to + OPEN end
  return from, to
end

local function draw_scaled(c, row, x, y)
  local from, to = ends_of(row, x)
  if row.bar then
    local zero, height = x.at(0), c.metrics.name == "cells" and c.metrics.row or 11
    local top = c.metrics.name == "cells" and y // c.metrics.row * c.metrics.row or y - height / 2
    local best = x.at(row.best or row.low or row.high)
    c:box(zero, top, best - zero, height, { ink = row.ink, pattern = row.hatched, title = row.title,
      opacity = not row.best and 0.4 or nil })
  end
  if to > from then
    c:bar(from, to, y - 2, 4, { ink = row.bar and "text" or row.ink, fades_left = row.open_low,
      fades_right = row.open_high, title = row.title })
  end
  local best = row.best or not (row.low or row.high) and nil
  if best and not row.bar then
    c:mark(x.at(best), y, { ink = row.ink, shape = row.shape, hollow = row.hollow, size = 4.5, title = row.title })
  end
  return to
end

local function draw_row(c, row, x, left, right, y)
  local m = c.metrics
  local base = y + m.line(m.small) * 0.28
  local at
  if x and (row.low or row.best or row.high) then
    at = draw_scaled(c, row, x, y) + 10
  else
    c:mark(left + 5, y, { ink = row.ink, shape = row.shape, hollow = row.hollow, size = 4.5, title = row.title })
    at = left + 16
  end
  if row.text then
    c:text(at, base, metrics.fit(m, row.text, right - at, m.small), { ink = "text", size = m.small })
  end
end

-- Sections -----------------------------------------------------------------------------------------------

local function draw_growth(c, strip, left, name_end, right, y)
  local m = c.metrics
  y = y + m.line(m.small) * (m.name == "cells" and 1 or 1.6)
  c:text(left, y - m.line(m.small) * 0.25, metrics.fit(m, strip.growth.name, right - left, m.small),
    { ink = "muted", size = m.small })
  return growth.draw(c, strip.growth, name_end, right, y + (m.name == "cells" and 0 or 6))
end

local function draw_section(c, strip, left, name_end, right, y)
  local m, height = c.metrics, row_height(c.metrics)
  y = y + m.line(m.small) * (m.name == "cells" and 1 or 1.5)
  c:text(left, y - m.line(m.small) * 0.25, metrics.fit(m, strip.heading, right - left, m.small, true),
    { ink = "text", size = m.small, bold = true })
  local x = scale_of(m, strip, name_end, right)
  local top = y
  for _, row in ipairs(strip.rows) do
    draw_row(c, row, x, name_end, right, y + height / 2)
    c:text(name_end - m.gap, y + height / 2 + m.line(m.small) * 0.28,
      metrics.fit(m, row.name, name_end - left - m.gap, m.small), { ink = "text", size = m.small, anchor = "end" })
    y = y + height
  end
  if x then
    axes.behind(c, x, top, y)
    y = y + axes.below(m, 1)
  end
  if strip.growth then y = draw_growth(c, strip, left, name_end, x and x.to or right, y) end
  return y + (m.name == "cells" and 0 or 4)
end

local function name_room(m, made, width)
  local room = 0
  for _, strip in ipairs(made.strips) do
    for _, row in ipairs(strip.rows) do room = math.max(room, m.width(row.name, m.small)) end
  end
  return math.min(room, width * WIDEST_NAMES) + m.gap
end

--- Draws strips under a title and a legend.
---@param made { title: string, strips: parley.Strip[], legend: table[], notes: parley.Note[] }
---@param m table  metrics
---@param width number
---@return parley.Canvas
function strips.draw(made, m, width)
  local c = canvas.new(width, 0, m)
  local margin = heading.margin(m)
  local y = heading.above(c, made)
  local name_end = margin + name_room(m, made, width - 2 * margin)
  for _, strip in ipairs(made.strips) do y = draw_section(c, strip, margin, name_end, width - margin, y) end
  c.height = heading.below(c, made.notes, y)
  return c
end

return strips
