--- What stands above and below every drawing: its title, its legend, and notes of what is not in it.

local metrics = require "parley.pictures.metrics"

local heading = {}

--- The room left and right of a drawing.
---@return number
function heading.margin(m) return m.name == "cells" and m.cell or 12 end

-- Lines of text below each other; gives where they end.
local function draw_lines(c, texts, y, style)
  local m, margin = c.metrics, heading.margin(c.metrics)
  local height = m.line(style.size)
  for _, text in ipairs(texts) do
    for _, line in ipairs(metrics.wrap(m, text, c.width - 2 * margin, style.size)) do
      y = y + height
      c:text(margin, y - height * 0.25, line, style)
    end
  end
  return y
end

-- What stands beside a name: a mark, a hatched surface, or a line from one end to the other.
local function draw_sample(c, entry, x, y)
  if entry.span then
    c:bar(x, x + 10, y - 2, 4, { ink = entry.ink })
  elseif entry.hatched then
    c:box(x, y - 4, 9, 8, { ink = entry.ink, pattern = true })
  else
    c:mark(x + 4, y, { ink = entry.ink, shape = entry.shape, hollow = entry.hollow, size = 4 })
  end
end

-- Entries with an ink, a shape and a name each; gives where they end.
local function draw_legend(c, entries, y)
  local m, margin, at, line = c.metrics, heading.margin(c.metrics), 0, 1
  local height, width = m.line(m.small), c.width - 2 * heading.margin(c.metrics)
  for _, entry in ipairs(entries) do
    local needs = 16 + m.width(entry.name, m.small)
    if at > 0 and at + needs > width then at, line = 0, line + 1 end
    local base = y + line * height - height * 0.3
    draw_sample(c, entry, margin + at, base - height * 0.25)
    c:text(margin + at + 16, base, entry.name, { ink = "text", size = m.small })
    at = at + needs + 16
  end
  return #entries > 0 and y + line * height or y
end

--- Draws title and legend; gives where the drawing begins.
---@param c parley.Canvas
---@param made { title: string, legend: table[] }
---@return number y
function heading.above(c, made)
  local m = c.metrics
  local y = draw_lines(c, { made.title }, m.name == "cells" and 0 or 8, { ink = "text", size = m.large, bold = true })
  return draw_legend(c, made.legend, y) + (m.name == "cells" and 0 or 10)
end

--- Draws the notes; gives the height of the whole.
---@param c parley.Canvas
---@param said parley.Note[]
---@param y number
---@return number height
function heading.below(c, said, y)
  local m, lines = c.metrics, {}
  if m.name ~= "cells" then y = y + 10 end
  for i, note in ipairs(said) do lines[i] = "note: " .. note.note end
  return draw_lines(c, lines, y, { ink = "muted", size = m.small }) + (m.name == "cells" and 0 or 8)
end

return heading
