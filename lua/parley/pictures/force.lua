--- Places for the nodes of a graph: neighbours near each other, nodes apart from each other. T. Fruchterman and E.
-- Reingold, "Graph Drawing by Force-Directed Placement" (1991), begun on a spiral in the order of the nodes, so that
-- the same graph always has the same picture.

local public_call = require "parley.base.public_call"

local force = {}

local ROUNDS = 150

local function begin(count)
  local places = {}
  for i = 1, count do
    local angle, radius = i * 2.399963, math.sqrt(i / count) * 0.5
    places[i] = { x = 0.5 + radius * math.cos(angle), y = 0.5 + radius * math.sin(angle), dx = 0, dy = 0 }
  end
  return places
end

local function push(places, ideal)
  for i = 1, #places do
    local a = places[i]
    for j = i + 1, #places do
      local b = places[j]
      local x, y = a.x - b.x, a.y - b.y
      local share = ideal * ideal / math.max(x * x + y * y, 1e-6)
      a.dx, a.dy = a.dx + x * share, a.dy + y * share
      b.dx, b.dy = b.dx - x * share, b.dy - y * share
    end
  end
end

local function pull(places, edges, ideal)
  for _, edge in ipairs(edges) do
    local a, b = places[edge[1]], places[edge[2]]
    local x, y = a.x - b.x, a.y - b.y
    local share = math.sqrt(x * x + y * y) / ideal
    a.dx, a.dy = a.dx - x * share, a.dy - y * share
    b.dx, b.dy = b.dx + x * share, b.dy + y * share
  end
end

-- A step no longer than `most`; nodes that nothing holds stay near the middle.
local function move(places, most)
  for _, p in ipairs(places) do
    p.dx, p.dy = p.dx + (0.5 - p.x) * 0.3, p.dy + (0.5 - p.y) * 0.3
    local length = math.max(math.sqrt(p.dx * p.dx + p.dy * p.dy), 1e-9)
    local share = math.min(length, most) / length
    p.x, p.y, p.dx, p.dy = p.x + p.dx * share, p.y + p.dy * share, 0, 0
  end
end

-- Half of each distance is that of the places in a row: those in the crowd move apart, those far out come near.
local function spread(places, axis)
  local order = table.move(places, 1, #places, 1, {})
  local at = {}
  for i, p in ipairs(places) do at[p] = i end
  table.sort(order, function(a, b)
    if a[axis] ~= b[axis] then return a[axis] < b[axis] end
    return at[a] < at[b]
  end)
  for i, p in ipairs(order) do p[axis] = p[axis] / 2 + (i - 1) / math.max(#order - 1, 1) / 2 end
end

-- Stretched to fill a square of one.
local function stretched(places)
  local left, right, top, bottom = math.huge, -math.huge, math.huge, -math.huge
  for _, p in ipairs(places) do
    left, right, top, bottom = math.min(left, p.x), math.max(right, p.x), math.min(top, p.y), math.max(bottom, p.y)
  end
  for _, p in ipairs(places) do
    p.x = right > left and (p.x - left) / (right - left) or 0.5
    p.y = bottom > top and (p.y - top) / (bottom - top) or 0.5
  end
  return places
end

--- Places between 0 and 1 for so many nodes.
---@param count integer
---@param edges { [1]: integer, [2]: integer }[]
---@return { x: number, y: number }[]
function force.places(count, edges)
  local places, ideal = begin(count), 1 / math.sqrt(math.max(count, 1))
  for round = 1, ROUNDS do
    public_call.check()
    push(places, ideal)
    pull(places, edges, ideal)
    move(places, 0.1 * (1 - (round - 1) / ROUNDS))
  end
  stretched(places)
  spread(places, "x")
  spread(places, "y")
  return places
end

return force
