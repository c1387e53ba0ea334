--- Lanes: things in time, one lane above the other. A day is a mark; a period a bar, whose ends fade where they are
-- open; things that would cover each other are stacked, and a lane with more than can be stacked shows how many
-- there are.

local axes = require "parley.pictures.axes"
local canvas = require "parley.pictures.canvas"
local heading = require "parley.pictures.heading"
local metrics = require "parley.pictures.metrics"
local notes = require "parley.base.notes"
local public_call = require "parley.base.public_call"
local scale = require "parley.pictures.scale"

local lanes = {}

---@class parley.LaneItem
---@field first number first day
---@field last number last day
---@field opens boolean? nobody says when it began
---@field ends boolean? nobody says when it ended
---@field ink integer
---@field shape string?
---@field hollow boolean? it is only ahead, or did not come
---@field title string what it is, for whoever points at it
---@field label string? what is written beside it
---@field marks { day: number, shape: string, hollow: boolean?, title: string }[]? several marks, instead of one

---@class parley.Lane
---@field name string
---@field items parley.LaneItem[]
---@field heading boolean? a line of its own above, in bold, without items

-- Sizes by how text is measured: the height of a level, the size of marks, the most levels, the widest label.
local SIZES = { letters = { level = 13, mark = 4.5, most = 12, label = 150, lane = 8 },
  cells = { level = 16, mark = 4, most = 6, label = 160, lane = 0 } }

local WIDEST_NAMES = 0.34

-- Stacks -------------------------------------------------------------------------------------------------------------

-- Where an item begins and ends on the paper, with its label, which stands before it where there is no room behind.
-- Bare, it has none but its number.
local function reach(c, item, x, bare)
  local m, size = c.metrics, SIZES[c.metrics.name]
  local from, to = x.at(item.first), x.at(item.last + 1)
  if item.last == item.first then from, to = (from + to) / 2, (from + to) / 2 end
  local left, right = from - size.mark, to + size.mark
  item.text, item.before = nil, nil
  if item.label and (item.count or not bare) then
    item.text = metrics.fit(m, item.label, size.label, m.small)
    local room = 3 + m.width(item.text, m.small)
    item.before = right + room > c.width - 2
    if item.before then left = left - room else right = right + room end
  end
  return from, to, left, right
end

-- A label that was cut gets what room there is up to its neighbour in the same level, or to the edge.
local function widen(c, item, from, to)
  local m, size = c.metrics, SIZES[c.metrics.name]
  local room = (item.before and item.from - from or to - item.to) - size.mark - 5
  if item.text and room > size.label then item.text = metrics.fit(m, item.label, room, m.small) end
end

-- Gives each item the lowest level where it touches nothing; gives how many levels there are.
local function stack(c, lane, x, bare)
  local ends, most, last = {}, SIZES[c.metrics.name].most, {}
  for _, item in ipairs(lane.items) do
    local left, right
    item.from, item.to, left, right = reach(c, item, x, bare)
    local level = 1
    while ends[level] and ends[level] > left do level = level + 1 end
    if level > most then return nil end
    local before = last[level]
    if before and not before.before then widen(c, before, x.from, left) end
    if item.before then widen(c, item, ends[level] or x.from, x.to) end
    item.level, ends[level], last[level] = level, right, item
  end
  for _, item in ipairs(last) do
    if not item.before then widen(c, item, x.from, c.width - 2) end
  end
  return math.max(1, #ends)
end

-- How many items lie in each stripe of the paper, as the heights of columns.
local function draw_counts(c, lane, x, top, height)
  local side, counts, most = 8, {}, 0
  for _, item in ipairs(lane.items) do
    local at = (x.at((item.first + item.last + 1) / 2) - x.from) // side
    counts[at] = (counts[at] or 0) + 1
    most = math.max(most, counts[at])
  end
  for at = 0, (x.to - x.from) // side do
    local count = counts[at]
    if count then
      c:box(x.from + at * side, top + height * (1 - count / most), side - 1, height * count / most,
        { ink = "muted", title = ("%s: %d here"):format(lane.name, count) })
    end
  end
end

-- Items ---------------------------------------------------------------------------------------------------------------

local function draw_item(c, item, bottom, x)
  local m, size = c.metrics, SIZES[c.metrics.name]
  local y = bottom - (item.level - 0.5) * size.level
  if item.to > item.from or item.opens or item.ends then
    c:bar(item.from, math.max(item.to, item.from + 3), y - 2, 4, { ink = item.ink, title = item.title,
      fades_left = item.opens, fades_right = item.ends })
  end
  for _, mark in ipairs(item.marks or { item }) do
    c:mark(mark.day and x.at(mark.day) or (item.from + item.to) / 2, y, { ink = item.ink, shape = mark.shape,
      size = size.mark, hollow = mark.hollow, title = mark.title })
  end
  if item.text then
    c:text(item.before and item.from - size.mark - 3 or item.to + size.mark + 3, y + m.line(m.small) * 0.28, item.text,
      { ink = "text", size = m.small, anchor = item.before and "end" or nil })
  end
end

-- The whole ---------------------------------------------------------------------------------------------------------

local function extent(list)
  local first, last
  for _, lane in public_call.each(list) do
    for _, item in public_call.each(lane.items) do
      first, last = math.min(first or item.first, item.first), math.max(last or item.last, item.last)
    end
  end
  return first, last
end

local function name_room(m, list, width)
  local room = 0
  for _, lane in public_call.each(list) do
    if not lane.heading then room = math.max(room, m.width(lane.name, m.small)) end
  end
  return math.min(room, width * WIDEST_NAMES) + m.gap
end

-- The lanes from above to below; gives where the last one ends, and how many could only be counted.
local function draw_lanes(c, list, x, top, left, right)
  local m, size = c.metrics, SIZES[c.metrics.name]
  local y, counted, names = top, 0, {}
  for i, lane in ipairs(list) do names[i] = lane.heading and "" or lane.name end
  names = metrics.fit_apart(m, names, x.from - left - m.gap, m.small)
  for i, lane in public_call.each(list) do
    if lane.heading then
      y = y + m.line(m.small) * (m.name == "cells" and 1 or 1.3)
      c:text(left, y - m.line(m.small) * 0.25, metrics.fit(m, lane.name, right - left, m.small, true),
        { ink = "text", size = m.small, bold = true })
    else
      local levels = stack(c, lane, x) or stack(c, lane, x, true)
      local height = (levels or 4) * size.level
      if levels then
        for _, item in public_call.each(lane.items) do draw_item(c, item, y + height, x) end
      else
        draw_counts(c, lane, x, y, height)
        counted = counted + 1
      end
      c:text(x.from - m.gap, y + height - size.level / 2 + m.line(m.small) * 0.28,
        names[i], { ink = "text", size = m.small, anchor = "end" })
      y = y + height + size.lane
      c:path({ x.from, y - size.lane / 2, right, y - size.lane / 2 }, { ink = "grid" })
    end
  end
  return y, counted
end

--- Draws lanes under a title and a legend, over an axis of time.
---@param made { title: string, lanes: parley.Lane[], legend: table[], notes: parley.Note[] }
---@param m table  metrics
---@param width number
---@return parley.Canvas
function lanes.draw(made, m, width)
  local c, margin = canvas.new(width, 0, m), heading.margin(m)
  local top = heading.above(c, made)
  local first, last = extent(made.lanes)
  local x = scale.time(first, last + 1, margin + name_room(m, made.lanes, width - 2 * margin), width - margin)
  local y, counted = draw_lanes(c, made.lanes, x, top, margin, x.to)
  axes.behind(c, x, top, y)
  local said = table.move(made.notes, 1, #made.notes, 1, {})
  if counted > 0 then said[#said + 1] = notes.new("cut.plot_lanes", counted) end
  c.height = heading.below(c, said, y + axes.below(m, 1))
  return c
end

return lanes
