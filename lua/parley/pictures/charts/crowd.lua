--- Crowds: of more values than a chart has room for, those are drawn that make its outline. In each narrow column the
-- first, the least, the greatest and the last stand for the rest, so that no extreme is lost.

local crowd = {}

--- So many values are drawn one by one; above, a column of the paper shows four at most.
crowd.MOST = 5000

-- Columns over a panel, and how many values all series together may draw.
local COLUMNS, BUDGET = 300, 12000

local function each_series(data, fn)
  for _, panel in ipairs(data.panels) do
    for _, one in ipairs(panel.series) do fn(one) end
  end
end

--- How the values of a chart are thinned out: the width of a column in units of x, and how many values there are; nil
--- where each has room, or where x is a word.
---@param data table
---@return { width: number, count: integer }?
function crowd.of(data)
  local count, series, first, last = 0, 0, math.huge, -math.huge
  if data.words or data.kind == "word" then return nil end
  each_series(data, function(one)
    count, series = count + #one.points, series + 1
    for _, p in ipairs(one.points) do first, last = math.min(first, p.x), math.max(last, p.x) end
  end)
  if count <= crowd.MOST then return nil end
  local columns = math.max(20, math.min(COLUMNS, BUDGET // (4 * series)))
  return { width = math.max((last - first) / columns, 1e-9), count = count }
end

local function least_of(p) return p.low or p.y or p.high end
local function greatest_of(p) return p.high or p.y or p.low end

-- Adds the values of one column that stand for it, in their order.
local function add_column(kept, points, from, to)
  local least, greatest = from, from
  for i = from + 1, to do
    if least_of(points[i]) < least_of(points[least]) then least = i end
    if greatest_of(points[i]) > greatest_of(points[greatest]) then greatest = i end
  end
  local places, before = { from, least, greatest, to }, nil
  table.sort(places)
  for _, at in ipairs(places) do
    if at ~= before then kept[#kept + 1] = points[at] end
    before = at
  end
end

--- The points that are drawn.
---@param points parley.Point[]  in the order of x
---@param thin { width: number }?  given by `of`
---@return parley.Point[]
function crowd.kept(points, thin)
  if not thin then return points end
  local kept, from, column = {}, 1, nil
  for i, p in ipairs(points) do
    local at = p.x // thin.width
    if column and at ~= column then
      add_column(kept, points, from, i - 1)
      from = i
    end
    column = at
  end
  if #points > 0 then add_column(kept, points, from, #points) end
  return kept
end

--- The points of a series in the order of x, those that are drawn.
---@param points parley.Point[]
---@param thin { width: number }?
---@return parley.Point[]
function crowd.in_order(points, thin)
  if not thin then return points end
  local sorted = table.move(points, 1, #points, 1, {})
  local place = {}
  for i, p in ipairs(sorted) do place[p] = i end
  table.sort(sorted, function(a, b)
    if a.x ~= b.x then return a.x < b.x end
    return place[a] < place[b]
  end)
  return crowd.kept(sorted, thin)
end

return crowd
