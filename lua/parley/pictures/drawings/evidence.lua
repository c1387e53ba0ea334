--- One value as a tree: what is said of it, the claims that say so, and through whom each was told, down to the
-- origin. Claims that end at one origin meet there: they are one witness, however many pages repeat it.

local canvas = require "parley.pictures.canvas"
local errors = require "parley.base.errors"
local evidence_tree = require "parley.pictures.evidence_tree"
local heading = require "parley.pictures.heading"
local metrics = require "parley.pictures.metrics"
local notes = require "parley.base.notes"

local evidence = { options = { "table", "id", "field" } }

-- How wide each column is: as its texts need, and where that is too much, none more than an even share of what the
-- others leave.
local function widths_of(m, columns, width, beside)
  local widths, order, left = {}, {}, width
  for i, column in ipairs(columns) do
    local most = 0
    for _, node in ipairs(column) do most = math.max(most, m.width(node.text, m.small, node.shown)) end
    widths[i], order[i] = most + beside, i
  end
  table.sort(order, function(a, b)
    if widths[a] ~= widths[b] then return widths[a] < widths[b] end
    return a < b
  end)
  for rank, i in ipairs(order) do
    widths[i] = math.min(widths[i], left / (#order - rank + 1))
    left = left - widths[i]
  end
  return widths
end

-- Sizes by how text is measured: the height of a row, what stands before a text, and between it and the next column.
local SIZES = { letters = { row = 24, mark = 15, between = 26 }, cells = { row = 16, mark = 16, between = 24 } }

local function draw_node(c, node, x, y, room)
  local m = c.metrics
  c:mark(x + 5, y, { ink = node.shown and 1 or "muted", shape = node.origin and "square" or "circle",
    hollow = not node.shown, size = 4, title = node.text })
  c:text(x + SIZES[m.name].mark, y + m.line(m.small) * 0.28, metrics.fit(m, node.text, room, m.small, node.shown),
    { ink = "text", size = m.small, bold = node.shown })
end

-- The way from a node to the next: under the text of the one, then up or down to the other.
local function draw_link(c, x1, y1, turn, x2, y2)
  c:path({ turn, y1, x2 - 1, y2 }, { ink = "axis" })
  if c.metrics.name ~= "cells" then c:path({ x1 + 5, y1 + 8, turn, y1 + 8, turn, y1 }, { ink = "grid" }) end
end

local function draw(made, m, width)
  local c, size = canvas.new(width, 0, m), SIZES[m.name]
  local margin, top = heading.margin(m), heading.above(c, made)
  local widths = widths_of(m, made.columns, width - 2 * margin, size.mark + size.between)
  local lefts, most = { margin }, 0
  for i, column in ipairs(made.columns) do
    lefts[i + 1], most = lefts[i] + widths[i], math.max(most, evidence_tree.place(column))
    if m.name == "cells" then lefts[i + 1] = lefts[i + 1] // m.cell * m.cell end
  end
  local function at(node) return lefts[node.column], top + (node.row - 0.5) * size.row end
  for _, path in ipairs(made.paths) do
    for i = 1, #path - 1 do
      local x1, y1 = at(path[i])
      local x2, y2 = at(path[i + 1])
      draw_link(c, x1, y1, x2 - size.between + 8, x2, y2)
    end
  end
  for _, column in ipairs(made.columns) do
    for _, node in ipairs(column) do
      local x, y = at(node)
      draw_node(c, node, x, y, lefts[node.column + 1] - x - size.mark - (node.origin and 0 or size.between))
    end
  end
  c.height = heading.below(c, made.notes, top + most * size.row)
  return c
end

--- What is to be drawn.
function evidence.of(ds, given)
  if not (given.table and given.id) then errors.raise "bad_argument.plot_evidence" end
  local paths, f, gone = evidence_tree.paths(ds, given)
  local columns, width = evidence_tree.columns(paths)
  local origins = columns[width] and #columns[width] or 0
  local said = gone > 0 and { notes.new("left_out.plot_retracted", gone) } or {}
  return { paths = paths, columns = columns, notes = said, frame = f, width = 960,
    draw = draw,
    empty = #paths == 0,
    title = ("what %s %s%s rests on"):format(given.table, given.id, given.field and ", " .. given.field or ""),
    legend = { { ink = 1, shape = "circle", name = "shown" },
      { ink = "muted", shape = "circle", hollow = true, name = "another claim" },
      { ink = "muted", shape = "square", hollow = true, name = "where it comes from" } },
    description = ("%d claims about %s %s, which come from %d origins."):format(#paths, given.table, given.id,
      origins) }
end

return evidence
