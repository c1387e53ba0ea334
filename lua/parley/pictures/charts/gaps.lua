--- Stretches of points that follow each other: a line ends where a month, a year or a number of a count is missing.

local crowd = require "parley.pictures.charts.crowd"
local points = require "parley.pictures.points"

local gaps = {}

-- The longest step from one period to the next: a month has at most 31 days, a year 366.
local LONGEST = { { 27, 31 }, { 89, 92 }, { 364, 366 } }

-- The step of a list of points in order: that of their periods, when all are of one kind; nil where any distance may
-- be.
local function step_of(list, kind)
  if kind == "time" then
    for _, range in ipairs(LONGEST) do
      local all = true
      for _, point in ipairs(list) do
        local days = point.last - point.first
        all = all and days >= range[1] and days <= range[2]
      end
      if all then return range[2] end
    end
    return nil
  end
  for _, point in ipairs(list) do
    if math.type(point.x) ~= "integer" then return nil end
  end
  -- numbers that nearly all follow each other are a count, such as years
  local following = 0
  for i = 2, #list do following = following + (list[i].x - list[i - 1].x == 1 and 1 or 0) end
  return #list > 2 and following * 2 >= #list - 1 and 1 or nil
end

-- The step of all series together: what is missing in one of them another may have.
local function step_of_all(plot)
  if plot.steps == nil then
    plot.steps = step_of(points.at_different_places(plot.data.panels), plot.data.kind) or false
  end
  return plot.steps
end

--- The points in order, cut where one is missing between two.
---@param given parley.Point[]
---@param plot table
---@return parley.Point[][]
function gaps.stretches(given, plot)
  local kind = plot.data.kind
  local sorted = {}
  for _, point in ipairs(given) do if point.y then sorted[#sorted + 1] = point end end
  if kind ~= "word" then table.sort(sorted, function(a, b) return a.x < b.x end) end
  local step, list = kind ~= "word" and step_of_all(plot), {}
  local seen = plot.thin and plot.thin.width or 0     -- what is narrower is no gap that could be seen
  for i, point in ipairs(sorted) do
    local before = sorted[i - 1]
    local gap = not before or step and point.x - before.x > math.max(step + (kind == "time" and 1 or 0), seen)
    if gap then list[#list + 1] = {} end
    list[#list][#list[#list] + 1] = point
  end
  for i, stretch in ipairs(list) do list[i] = crowd.kept(stretch, plot.thin) end
  return list
end

return gaps
