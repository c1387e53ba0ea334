--- What stands above and below every drawing: its title, its legend, and notes of what is not in it.

local legend = require "parley.pictures.legend"
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
    for _, line in ipairs(metrics.wrap(m, text, c.width - 2 * margin, style.size, style.bold)) do
      y = y + height
      c:text(margin, y - height * 0.25, line, style)
    end
  end
  return y
end

--- Draws title and legend; gives where the drawing begins.
---@param c parley.Canvas
---@param made { title: string, legend: table[] }
---@return number y
function heading.above(c, made)
  local m = c.metrics
  local y = draw_lines(c, { made.title }, m.name == "cells" and 0 or 8, { ink = "text", size = m.large, bold = true })
  local margin = heading.margin(m)
  return legend.draw(c, margin, y, c.width - 2 * margin, made.legend) + (m.name == "cells" and 0 or 10)
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
