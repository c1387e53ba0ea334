--- The legend: what each series is called, beside its mark, in as many lines as it needs.

local metrics = require "parley.pictures.metrics"

local legend = {}

local BETWEEN, SWATCH = 16, 16

-- Where each name stands: { x, line } beside the ink, and how many lines there are.
local function placed(m, width, series)
  local places, x, line = {}, 0, 1
  for i, one in ipairs(series) do
    local text = metrics.fit(m, one.name, width - SWATCH, m.small)
    local needs = SWATCH + m.width(text, m.small)
    if x > 0 and x + needs > width then x, line = 0, line + 1 end
    places[i], x = { x = x, line = line, text = text, ink = one.ink }, x + needs + BETWEEN
  end
  return places, line
end

--- The height a legend takes; none for a single series.
---@param m table
---@param width number
---@param series { name: string, ink: integer }[]
---@return number
function legend.height(m, width, series)
  if #series < 2 then return 0 end
  return select(2, placed(m, width, series)) * m.line(m.small)
end

--- A piece of the surface of an ink; in a terminal, a cell of it.
function legend.swatch(c, x, base, height, ink)
  local m = c.metrics
  if m.name == "cells" then
    c:box(x, (base - 4) // m.row * m.row, m.cell, m.row, { ink = ink, pattern = true })
  else
    c:box(x, base - height * 0.55, 10, height * 0.6, { ink = ink, pattern = true })
  end
end

--- Draws it.
---@param c parley.Canvas
---@param x number
---@param y number
---@param width number
---@param series { name: string, ink: integer }[]
---@param filled boolean?  surfaces, not marks
function legend.draw(c, x, y, width, series, filled)
  if #series < 2 then return end
  local m = c.metrics
  local height = m.line(m.small)
  for _, at in ipairs((placed(m, width, series))) do
    local base = y + at.line * height - height * 0.3
    if filled then
      legend.swatch(c, x + at.x, base, height, at.ink)
    else
      c:mark(x + at.x + 4, base - height * 0.25, { ink = at.ink, size = 4 })
    end
    c:text(x + at.x + SWATCH, base, at.text, { ink = "text", size = m.small })
  end
end

return legend
