--- Names beside the nodes of a graph.

local heading = require "parley.pictures.heading"
local metrics = require "parley.pictures.metrics"

local node_names = {}

local function overlap(a, b) return a[1] < b[3] and b[1] < a[3] and a[2] < b[4] and b[2] < a[4] end

-- Where a name can stand beside its mark: right, left, below and above of it, or between these.
local function boxes_around(c, x, y, width, height)
  local gap = c.metrics.name == "cells" and c.metrics.cell or 8
  local boxes = { { x + gap, y - height / 2 }, { x - gap - width, y - height / 2 },
    { x - width / 2, y + height / 2 }, { x - width / 2, y - height * 1.5 },
    { x + gap / 2, y + height / 2 }, { x + gap / 2, y - height * 1.5 },
    { x - gap / 2 - width, y + height / 2 }, { x - gap / 2 - width, y - height * 1.5 } }
  for _, box in ipairs(boxes) do box[3], box[4] = box[1] + width, box[2] + height end
  return boxes
end

local function is_free(c, box, taken, own, top)
  local margin = heading.margin(c.metrics)
  if box[1] < margin or box[3] > c.width - margin or box[2] < top then return false end
  for _, other in ipairs(taken) do
    if other ~= own and overlap(box, other) then return false end
  end
  return true
end

--- Writes each name where it covers no mark and no other name, those of the first nodes first.
---@param c parley.Canvas
---@param nodes { name: string }[]
---@param at fun(i: integer): number, number  where a node stands
---@param top number  what none stands above
---@return integer left  how many found no place
function node_names.draw(c, nodes, at, top)
  local m, taken, left, marks = c.metrics, {}, 0, {}
  for i = 1, #nodes do
    local x, y = at(i)
    marks[i] = { x - 5, y - 5, x + 5, y + 5 }
    taken[i] = marks[i]
  end
  for i, node in ipairs(nodes) do
    local x, y = at(i)
    local text, height, written = metrics.fit(m, node.name, 150, m.small), m.line(m.small), false
    for _, box in ipairs(boxes_around(c, x, y, m.width(text, m.small), height)) do
      if is_free(c, box, taken, marks[i], top) then
        taken[#taken + 1], written = box, true
        c:text(box[1], box[2] + height * 0.78, text, { ink = "text", size = m.small, halo = true })
        break
      end
    end
    left = left + (written and 0 or 1)
  end
  return left
end

return node_names
