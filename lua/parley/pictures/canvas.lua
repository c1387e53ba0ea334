--- A canvas: what a drawing puts down (boxes, paths, marks, texts), in order, with nothing said of how it is written.
-- Lengths are in pixels from the upper left corner. An ink is a role ("text", "muted", "axis", "grid", "surface"), or
-- the number of a series, whose colour, shape and pattern stand in parley.pictures.palette. parley.pictures.svg and
-- parley.pictures.terminal write the same canvas.

local public_call = require "parley.base.public_call"

---@class parley.Canvas
---@field width number
---@field height number
---@field metrics table how wide texts are where it is going to be shown
---@field items table[] what was put down, in order
local Canvas = {}
Canvas.__index = Canvas

local canvas = {}

-- So many things are drawn between two looks at whether to stop.
local LOOK = 64

--- An empty canvas.
---@param width number
---@param height number
---@param metrics table  of parley.pictures.metrics
---@return parley.Canvas
function canvas.new(width, height, metrics)
  return setmetatable({ width = width, height = height, metrics = metrics, items = {} }, Canvas)
end

function Canvas:add(kind, item)
  item.kind = kind
  local words, style = self.metrics.words, item.style
  if words then
    item.text = item.text and words(item.text)
    style.title = style.title and words(style.title)
  end
  local count = #self.items + 1
  self.items[count] = item
  if count % LOOK == 0 then public_call.check() end
end

--- A box. Style: ink, pattern (true: that of the ink), opacity, title (words for whoever points at it).
function Canvas:box(x, y, width, height, style)
  self:add("box", { x = x, y = y, width = width, height = height, style = style })
end

--- A line through points x1, y1, x2, y2, …. Style: ink, thickness, dash (true: that of the ink), title.
function Canvas:path(points, style) self:add("path", { points = points, style = style }) end

--- The surface inside points x1, y1, x2, y2, …. Style: ink, opacity, title.
function Canvas:surface(points, style) self:add("surface", { points = points, style = style }) end

--- A mark in the shape of its ink, or of style.shape. Style: ink, size, hollow, title.
function Canvas:mark(x, y, style) self:add("mark", { x = x, y = y, style = style }) end

--- A bar of time from one place to another, whose ends fade where nobody knows where it ends. Style: ink, pattern,
-- fades_left, fades_right, title.
function Canvas:bar(from, to, y, height, style)
  self:add("bar", { x = from, y = y, width = to - from, height = height, style = style })
end

--- A text on a baseline. Style: ink, size, bold, anchor ("start", "middle", "end"), halo (it stands over lines).
function Canvas:text(x, y, text, style) self:add("text", { x = x, y = y, text = text, style = style }) end

--- Puts what was put down since then behind everything else: axes whose length is known last.
---@param count integer  how many items there were
function Canvas:put_behind(count)
  local later = table.move(self.items, count + 1, #self.items, 1, {})
  table.move(self.items, 1, count, #later + 1, later)
  self.items = later
end

return canvas
