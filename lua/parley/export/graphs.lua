--- Tables of edges as graphs: what the formats GraphML and DOT share.
-- A row is an edge from its `source` to its `target`; a row without one of them gives a node alone. Columns in pairs,
-- `source_x` and `target_x`, tell about the nodes: `x` is theirs, as the row says that first names them, and `name` is
-- what they are labelled with. A node is a value and, where there is such a pair, its `kind`: a party and a person of
-- one id are two. All other columns are the edge's, in their types. Several edges between two nodes stay several. A
-- node is written before its first edge, so that nothing is held but the nodes.

local errors = require "parley.base.errors"

local graphs = {}

-- What the columns are ------------------------------------------------------------------------------------

local function need(shape, places)
  for _, name in ipairs { "source", "target" } do
    if not places[name] then
      errors.raise("no_column.graph", { name = name })
    end
  end
  shape.source, shape.target = places.source, places.target
end

-- The pair of columns `source_x` and `target_x` that a name belongs to: { name, type, source, target }.
local function pair_of(name, shape, places)
  local side, rest = name:match "^(%a+)_(.+)$"
  local i, j = places["source_" .. (rest or "")], places["target_" .. (rest or "")]
  if not (i and j and (side == "source" or side == "target")) then return nil end
  return { name = rest, type = shape.types[i] == shape.types[j] and shape.types[i] or "text", source = i, target = j }
end

--- Sorts the columns into what tells about nodes and what tells about edges, { name, type, at } each.
function graphs.prepare(shape)
  local places = {}
  for i, name in ipairs(shape.names) do places[name] = places[name] or i end
  need(shape, places)
  shape.about_nodes, shape.about_edges, shape.nodes, shape.taken = {}, {}, {}, {}
  for i, name in ipairs(shape.names) do
    local pair = pair_of(name, shape, places)
    if not pair and i ~= shape.source and i ~= shape.target then
      table.insert(shape.about_edges, { name = name, type = shape.types[i], at = i })
    elseif pair and pair.source == i and pair.name == "name" then
      shape.called = pair
    elseif pair and pair.source == i then
      table.insert(shape.about_nodes, pair)
      if pair.name == "kind" then shape.kind = pair end
    end
  end
end

-- Nodes -----------------------------------------------------------------------------------------------------

-- A name for a node that no other node has: the value's own token; of a second kind, with the kind in front.
local function free_token(shape, token, kind)
  if shape.taken[token] and kind then token = kind .. ":" .. token end
  local name, n = token, 1
  while shape.taken[name] do
    n = n + 1
    name = token .. "_" .. n
  end
  shape.taken[name] = true
  return name
end

-- The token of the node at one side of a row, and whether it is new; nil where there is none.
local function node_at(shape, cells, side, token_of)
  local value = cells[shape[side]]
  if not value then return nil end
  local kind = shape.kind and cells[shape.kind[side]] or nil
  local key = value .. "\0" .. (kind or "")
  local token = shape.nodes[key]
  if token then return token, false end
  token = free_token(shape, token_of(value), kind and token_of(kind))
  shape.nodes[key] = token
  return token, true
end

--- Both ends of a row, written where they are new, then the edge.
function graphs.row(cells, shape, number, graph)
  local from, new_from = node_at(shape, cells, "source", graph.token)
  local node_from = new_from and graph.node(from, cells, shape, "source") or ""
  local to, new_to = node_at(shape, cells, "target", graph.token)
  local node_to = new_to and graph.node(to, cells, shape, "target") or ""
  return node_from .. node_to .. (from and to and graph.edge(from, to, cells, shape, number) or "")
end

--- What a node is called where people read it.
function graphs.label(cells, shape, side)
  return shape.called and cells[shape.called[side]] or cells[shape[side]]
end

return graphs
