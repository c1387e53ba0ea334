--- Who is tied to whom: parties and people as nodes, the ties of ds:network{} as lines, thicker where there are more.
-- The same data always have the same picture.

local canvas = require "parley.pictures.canvas"
local force = require "parley.pictures.force"
local heading = require "parley.pictures.heading"
local node_names = require "parley.pictures.node_names"
local notes = require "parley.base.notes"

local network = { options = { "from", "to", "party", "talk", "role", "tables" } }

-- So many nodes can be told apart; those with the most ties are drawn.
local MOST = 60
local KINDS = { party = { ink = 1, shape = "circle" }, person = { ink = 2, shape = "square" },
  talk = { ink = 3, shape = "diamond" } }
local OTHER = { ink = 4, shape = "triangle" }

-- Nodes in the order of their ties, then of their names; lines between two of them counted.
local function graph_of(f)
  local nodes, by_id, lines = {}, {}, {}
  local function node_of(id, kind, name)
    local node = by_id[id]
    if not node then
      node = { id = id, kind = kind, name = name or id, ties = 0 }
      by_id[id], nodes[#nodes + 1] = node, node
    end
    node.ties = node.ties + 1
    return node
  end
  for i = 1, #f do
    local e = f[i]
    if e.source and e.target then
      lines[#lines + 1] = { node_of(e.source, e.source_kind, e.source_name),
        node_of(e.target, e.target_kind, e.target_name) }
    end
  end
  table.sort(nodes, function(a, b)
    if a.ties ~= b.ties then return a.ties > b.ties end
    return a.id < b.id
  end)
  return nodes, lines
end

-- The lines between nodes that are drawn, each once, with how often it is there.
local function edges_of(nodes, lines)
  local at, edges = {}, {}
  for i = 1, math.min(#nodes, MOST) do at[nodes[i]] = i end
  for _, line in ipairs(lines) do
    local a, b = at[line[1]], at[line[2]]
    if a and b and a ~= b then
      if a > b then a, b = b, a end
      local key = a * 1000 + b
      if not edges[key] then
        edges[key] = { a, b, count = 0 }
        edges[#edges + 1] = edges[key]
      end
      edges[key].count = edges[key].count + 1
    end
  end
  return edges
end

local function draw(made, m, width)
  local c = canvas.new(width, 0, m)
  local margin, top = heading.margin(m), heading.above(c, made)
  local height = m.name == "cells" and 30 * m.row or width * 0.62
  local places = made.places
  local function at(i)
    return margin + 10 + places[i].x * (width - 2 * margin - 20), top + 8 + places[i].y * (height - 16)
  end
  for _, edge in ipairs(made.edges) do
    local x1, y1 = at(edge[1])
    local x2, y2 = at(edge[2])
    c:path({ x1, y1, x2, y2 }, { ink = "axis", thickness = math.min(0.6 + math.log(edge.count), 5),
      title = ("%s, %s: %d"):format(made.nodes[edge[1]].name, made.nodes[edge[2]].name, edge.count) })
  end
  for i, node in ipairs(made.nodes) do
    local x, y = at(i)
    local look = KINDS[node.kind] or OTHER
    c:mark(x, y, { ink = look.ink, shape = look.shape, size = 5, title = ("%s: %d ties"):format(node.name, node.ties) })
  end
  local unnamed = node_names.draw(c, made.nodes, at, top)
  local said = table.move(made.notes, 1, #made.notes, 1, {})
  if unnamed > 0 then said[#said + 1] = notes.new("cut.plot_names", unnamed) end
  c.height = heading.below(c, said, top + height)
  return c
end

local function legend_of(nodes)
  local legend, seen = {}, {}
  for _, node in ipairs(nodes) do
    local look = KINDS[node.kind] or OTHER
    if not seen[look.ink] then
      seen[look.ink] = true
      legend[#legend + 1] = { ink = look.ink, shape = look.shape, name = KINDS[node.kind] and node.kind or "other" }
    end
  end
  table.sort(legend, function(a, b) return a.ink < b.ink end)
  return legend
end

--- What is to be drawn.
function network.of(ds, given)
  local f = ds:network(given)
  local nodes, lines = graph_of(f)
  local edges, said = edges_of(nodes, lines), notes.of(f)
  if #nodes > MOST then
    said[#said + 1] = notes.new("cut.plot_nodes", #nodes - MOST, { most = MOST })
    for i = #nodes, MOST + 1, -1 do nodes[i] = nil end
  end
  return { nodes = nodes, edges = edges, places = force.places(#nodes, edges), notes = said, frame = f, width = 960,
    title = "who is tied to whom", empty = #nodes == 0, draw = draw, legend = legend_of(nodes),
    description = ("%d parties and people with %d ties between them."):format(#nodes, #edges) }
end

return network
