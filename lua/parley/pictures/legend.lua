--- The legend: what each ink or mark is called, beside a sample of it, in as many lines as it needs.

local metrics = require "parley.pictures.metrics"

local legend = {}

---@class parley.LegendEntry
---@field name string
---@field ink string|integer
---@field shape string? of a mark; that of its ink if absent
---@field hollow boolean?
---@field surface boolean? a piece of a surface, instead of a mark
---@field pattern boolean? with the pattern of its ink
---@field line boolean? a line as its ink dashes it, below the mark
---@field span boolean? a line from one end to the other, instead of a mark

local BETWEEN, SAMPLE, LINE = 16, 16, 36

-- In a terminal lines are not dashed.
local function sample_width(m, entry)
  return entry.line and not entry.surface and m.name ~= "cells" and LINE or SAMPLE
end

-- Where each name stands: { x, line, text, entry }, and how many lines there are.
local function placed(m, width, entries)
  local places, x, line = {}, 0, 1
  for i, entry in ipairs(entries) do
    local sample = sample_width(m, entry)
    local text = metrics.fit(m, entry.name, width - sample, m.small)
    local needs = sample + m.width(text, m.small)
    if x > 0 and x + needs > width then x, line = 0, line + 1 end
    places[i], x = { x = x, line = line, text = text, entry = entry }, x + needs + BETWEEN
  end
  return places, #entries > 0 and line or 0
end

--- The height a legend takes.
---@param m table
---@param width number
---@param entries parley.LegendEntry[]
---@return number
function legend.height(m, width, entries)
  return select(2, placed(m, width, entries)) * m.line(m.small)
end

-- In a terminal a sample is one cell of what it is a sample of.
local function draw_sample(c, entry, x, base)
  local m = c.metrics
  local height, is_cells = m.line(m.small), m.name == "cells"
  if entry.surface then
    local style = { ink = entry.ink, pattern = entry.pattern }
    if is_cells then c:box(x, (base - 4) // m.row * m.row, m.cell, m.row, style)
    else c:box(x, base - height * 0.55, 10, height * 0.6, style) end
  elseif entry.span then
    c:bar(x, x + (is_cells and m.cell or 10), base - height * 0.25 - 2, 4, { ink = entry.ink })
  else
    local middle = x + 4
    if sample_width(m, entry) == LINE then
      c:path({ x, base - height * 0.25, x + LINE - 6, base - height * 0.25 },
        { ink = entry.ink, thickness = 1.8, dash = true })
      middle = x + (LINE - 6) / 2
    end
    c:mark(middle, base - height * 0.25, { ink = entry.ink, shape = entry.shape, hollow = entry.hollow, size = 4 })
  end
end

--- Draws it below a place; gives where it ends.
---@param c parley.Canvas
---@param x number
---@param y number
---@param width number
---@param entries parley.LegendEntry[]
---@return number y
function legend.draw(c, x, y, width, entries)
  local m = c.metrics
  local height = m.line(m.small)
  local places, lines = placed(m, width, entries)
  for _, at in ipairs(places) do
    local base = y + at.line * height - height * 0.3
    draw_sample(c, at.entry, x + at.x, base)
    c:text(x + at.x + sample_width(m, at.entry), base, at.text, { ink = "text", size = m.small })
  end
  return y + lines * height
end

return legend
