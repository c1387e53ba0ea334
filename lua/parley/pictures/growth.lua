--- Amounts that grow with time: steps from day to day, with a band from the least to the most that it can have been by
-- each day, on scales of its own.

local axes = require "parley.pictures.axes"
local scale = require "parley.pictures.scale"

local growth = {}

---@class parley.GrowthPoint
---@field day number
---@field low number
---@field best number?
---@field high number? nil: nobody says how much
---@field title string

---@class parley.Growth
---@field name string what grows, by day
---@field lines { ink: integer, points: parley.GrowthPoint[] }[]

local HEIGHT = { letters = 96, cells = 6 * 16 }

local function extents(lines)
  local first, last, most = math.huge, -math.huge, 0
  for _, line in ipairs(lines) do
    for _, p in ipairs(line.points) do
      first, last = math.min(first, p.day), math.max(last, p.day)
      most = math.max(most, p.low, p.best or 0, p.high or 0)
    end
  end
  return first, last, most
end

-- The corners of steps through a bound of the points: a number holds until the next one.
local function steps(points, x, y, value_of)
  local places = {}
  for i, p in ipairs(points) do
    local across, up = x.at(p.day), y.at(value_of(p))
    if i > 1 then places[#places + 1], places[#places + 2] = across, places[#places] end
    places[#places + 1], places[#places + 2] = across, up
  end
  places[#places + 1], places[#places + 2] = x.to, places[#places]
  return places
end

-- The surface between the least and the most; where nobody says how much, up to the top.
local function draw_band(c, line, x, y, top)
  local around = steps(line.points, x, y, function(p) return p.low end)
  local above = steps(line.points, x, y, function(p) return p.high or top end)
  for i = #above - 1, 1, -2 do around[#around + 1], around[#around + 2] = above[i], above[i + 1] end
  c:surface(around, { ink = line.ink, opacity = 0.25 })
end

local function is_wide(line)
  for _, p in ipairs(line.points) do
    if p.low ~= p.high then return true end
  end
  return false
end

local function draw_line(c, line, x, y, top)
  if is_wide(line) then draw_band(c, line, x, y, top) end
  c:path(steps(line.points, x, y, function(p) return p.best or p.low end), { ink = line.ink, thickness = 1.8,
    dash = true })
  for _, p in ipairs(line.points) do
    c:mark(x.at(p.day), y.at(p.best or p.low), { ink = line.ink, size = 3, title = p.title })
  end
end

--- Draws it from a place downwards; gives where it ends.
---@param c parley.Canvas
---@param made parley.Growth
---@param left number
---@param right number
---@param top number
---@return number y
function growth.draw(c, made, left, right, top)
  local m = c.metrics
  local box = { left = left, right = right, top = top, bottom = top + HEIGHT[m.name] }
  local first, last, most = extents(made.lines)
  local x = scale.time(first, last + 1, left, right)
  local y = scale.linear(0, most, box.bottom, top, { whole = true, zero = true })
  axes.left(c, y, box, { grid = true })
  axes.bottom(c, x, box, { grid = m.name ~= "cells" })
  for _, line in ipairs(made.lines) do draw_line(c, line, x, y, most) end
  return box.bottom + axes.below(m, 1)
end

return growth
