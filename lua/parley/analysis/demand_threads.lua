--- Demand threads: demands that take each other up, followed through `revises`.
-- Each demand has at most one that it revises, so the threads are trees; several demands may take up the same one. A
-- circle, which only a slip can make, is cut at its earliest member, so that every thread has a beginning.

local core = require "parley.core"
local public_call = require "parley.base.public_call"

local demand_threads = {}

---@class parley.Node a demand in its thread
---@field row table        the demand
---@field parent parley.Node?
---@field root parley.Node the first of its thread
---@field taken_up boolean whether a later demand revises it
---@field size integer     demands in the thread, at the root
---@field times integer    how often it was made so far: its place in the line from the root
---@field first_node parley.Node the one made earliest, along that line

-- Sorts demands by when they were made: day, last day, then id; undated ones last.
local function made_key(row)
  if not row.made then return math.maxinteger, math.maxinteger end
  local first, last = core.date(row.made)
  return first or last or math.maxinteger, last or math.maxinteger
end

--- Whether a demand was made before another one (of two made together, the one whose id comes first).
---@param a parley.Node
---@param b parley.Node
---@return boolean
function demand_threads.earlier(a, b)
  if a.first ~= b.first then return a.first < b.first end
  if a.last ~= b.last then return a.last < b.last end
  return a.row.id < b.row.id
end

-- Cuts the circle that `node` is part of.
local function cut(node)
  local earliest, at = node, node.parent
  while at ~= node do
    if demand_threads.earlier(at, earliest) then earliest = at end
    at = at.parent
  end
  earliest.parent = nil
end

local function cut_circles(nodes)
  for i, node in ipairs(nodes) do
    local at = node
    while at and not at.walk do
      at.walk = i
      at = at.parent
    end
    if at and at.walk == i then cut(at) end
  end
end

-- Fills in what follows from the parent's fields.
local function settle(node)
  local parent = node.parent
  node.root, node.first_node = parent and parent.root or node, node
  if parent then
    parent.taken_up = true
    node.times = parent.times + 1
    if not demand_threads.earlier(node, parent.first_node) then node.first_node = parent.first_node end
  end
  node.root.size = (node.root.size or 0) + 1
end

-- Settles the nodes above `node` that are not yet, the uppermost first, and lists them in that order. Mostly the node
-- is the only one, and needs no list.
local function settle_line(node, order)
  local line, parent = nil, node.parent
  while parent and not parent.root do
    line = line or { node }
    line[#line + 1] = parent
    parent = parent.parent
  end
  for i = line and #line or 1, 1, -1 do
    local next_one = line and line[i] or node
    settle(next_one)
    order[#order + 1] = next_one
  end
end

--- The demands as nodes of threads, each after the one it takes up.
---@param rows table[]  demands with id, revises and made
---@return parley.Node[]
function demand_threads.of(rows)
  local nodes, by_id, order = {}, {}, {}
  for i, row in public_call.each(rows) do
    local first, last = made_key(row)
    -- all fields are named, so that the table is made in its final size
    nodes[i] = { row = row, first = first, last = last, taken_up = false, parent = nil, root = nil, times = 1,
      first_node = nil, walk = nil }
    by_id[row.id] = nodes[i]
  end
  for _, node in ipairs(nodes) do node.parent = by_id[node.row.revises] end
  cut_circles(nodes)
  for _, node in public_call.each(nodes) do
    if not node.root then settle_line(node, order) end
  end
  return order
end

return demand_threads
