--- Stretches of points that follow each other: a line ends where a month, a year or a number of a count is missing.

local gaps = {}

-- The longest step from one period to the next: a month has at most 31 days, a year 366.
local LONGEST = { { 27, 31 }, { 89, 92 }, { 364, 366 } }

-- The step of a list of points in order: that of their periods, when all are of one kind; nil where any distance may
-- be.
local function step_of(points, kind)
  if kind == "time" then
    for _, range in ipairs(LONGEST) do
      local all = true
      for _, point in ipairs(points) do
        local days = point.last - point.first
        all = all and days >= range[1] and days <= range[2]
      end
      if all then return range[2] end
    end
    return nil
  end
  for _, point in ipairs(points) do
    if math.type(point.x) ~= "integer" then return nil end
  end
  -- numbers that nearly all follow each other are a count, such as years
  local following = 0
  for i = 2, #points do following = following + (points[i].x - points[i - 1].x == 1 and 1 or 0) end
  return #points > 2 and following * 2 >= #points - 1 and 1 or nil
end

--- The points in order, cut where one is missing between two.
---@param points parley.Points[]
---@param kind string  of x
---@return parley.Points[][]
function gaps.stretches(points, kind)
  local sorted = {}
  for _, point in ipairs(points) do if point.y then sorted[#sorted + 1] = point end end
  table.sort(sorted, function(a, b) return a.x < b.x end)
  local step, list = step_of(sorted, kind), {}
  for i, point in ipairs(sorted) do
    local before = sorted[i - 1]
    local gap = not before or step and point.x - before.x > step + (kind == "time" and 1 or 0)
    if gap then list[#list + 1] = {} end
    list[#list][#list[#list] + 1] = point
  end
  return list
end

return gaps
