--- Tables of edges written as graphs: GraphML and DOT, formats for parley.export.
-- A row is an edge from its `source` to its `target`; a row without one of them gives a node alone. Columns in pairs,
-- `source_x` and `target_x`, tell about the nodes: `x` is theirs, as the row says that first names them, and `name` is
-- what they are labelled with. A node is a value and, where there is such a pair, its `kind`: a party and a person of
-- one id are two. All other columns are the edge's, in their types. Several edges between two nodes stay several. A
-- node is written before its first edge, so that nothing is held but the nodes.
-- GraphML is for machines: every value is exact, or the export fails. DOT is for drawing: what cannot be seen is
-- spelt out.

local errors = require "parley.errors"
local plain = require "parley.plain"

local graphs = {}

local find, gsub, format, concat = string.find, string.gsub, string.format, table.concat

-- What the columns are ------------------------------------------------------------------------------------

local function need(shape, places)
  for _, name in ipairs { "source", "target" } do
    if not places[name] then
      errors.raise("a graph needs the columns 'source' and 'target', and there is no '%s'; name one so, as in "
        .. 'select("party as source", "addressee as target")', name)
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

-- Sorts the columns into what tells about nodes and what tells about edges, { name, type, at } each.
local function prepare(shape)
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

-- Both ends of a row, written where they are new, then the edge.
local function write_row(cells, shape, number, graph)
  local parts, tokens = {}, {}
  for i, side in ipairs { "source", "target" } do
    local token, new = node_at(shape, cells, side, graph.token)
    if new then parts[#parts + 1] = graph.node(token, cells, shape, side) end
    tokens[i] = token or false
  end
  if tokens[1] and tokens[2] then parts[#parts + 1] = graph.edge(tokens[1], tokens[2], cells, shape, number) end
  return concat(parts)
end

-- What a node is called where people read it.
local function label_of(cells, shape, side)
  return shape.called and cells[shape.called[side]] or cells[shape[side]]
end

-- GraphML -----------------------------------------------------------------------------------------------------

local XML = { ["&"] = "&amp;", ["<"] = "&lt;", [">"] = "&gt;", ['"'] = "&quot;", ["\r"] = "&#13;" }

local function xml(text)
  if find(text, '[&<>"\r]') then text = gsub(text, '[&<>"\r]', XML) end
  return text
end

local XML_NUMBERS = { inf = "INF", ["-inf"] = "-INF", nan = "NaN" }

-- Text as it is, unless XML cannot hold it.
local function graphml_cell(value)
  if type(value) == "number" then
    local text = plain.number(value)
    return XML_NUMBERS[text] or text
  elseif type(value) ~= "string" then
    return tostring(value)
  end
  if find(value, "[\0-\8\11\12\14-\31]") or not utf8.len(value) or find(value, "\239\191[\190\191]") then return nil end
  return value
end

local function graphml_refuse(_, place)
  errors.raise("%s: XML cannot hold control characters or bytes that are not UTF-8; mend the text, leave the column "
    .. "out with select, or export DOT, which spells them out", place)
end

-- An id must be a name token: other characters stand by their number.
local function graphml_token(text)
  if text == "" then return "_" end
  return (gsub(text, "[^%w.:-]", function(byte)
    return byte == "_" and "_" or format("_x%02X_", byte:byte())
  end))
end

local TYPES = { integer = "long", number = "double", boolean = "boolean" }

local function graphml_key(id, of, column)
  return ('  <key id="%s" for="%s" attr.name="%s" attr.type="%s"/>\n'):format(id, of, xml(column.name),
    TYPES[column.type] or "string")
end

local function graphml_header(shape)
  local lines = { '<?xml version="1.0" encoding="UTF-8"?>\n<graphml xmlns="http://graphml.graphdrawing.org/xmlns">\n' }
  lines[2] = graphml_key("label", "node", { name = "label" })
  for i, column in ipairs(shape.about_nodes) do lines[#lines + 1] = graphml_key("n" .. i, "node", column) end
  for i, column in ipairs(shape.about_edges) do lines[#lines + 1] = graphml_key("e" .. i, "edge", column) end
  lines[#lines + 1] = '  <graph edgedefault="directed">\n'
  return concat(lines)
end

local function data(key, value)
  return value and ('<data key="%s">%s</data>'):format(key, type(value) == "string" and xml(value) or value) or ""
end

local graphml = { token = graphml_token }

function graphml.node(token, cells, shape, side)
  local parts = { ('    <node id="%s">'):format(token), data("label", label_of(cells, shape, side)) }
  for i, column in ipairs(shape.about_nodes) do parts[#parts + 1] = data("n" .. i, cells[column[side]]) end
  return concat(parts) .. "</node>\n"
end

function graphml.edge(from, to, cells, shape, number)
  local parts = { ('    <edge id="edge%d" source="%s" target="%s">'):format(number, from, to) }
  for i, column in ipairs(shape.about_edges) do parts[#parts + 1] = data("e" .. i, cells[column.at]) end
  return concat(parts) .. "</edge>\n"
end

graphs.graphml = {
  extension = ".graphml",
  cell = graphml_cell,
  refuse = graphml_refuse,
  missing = false,
  prepare = function(shape)
    for i, name in ipairs(shape.names) do
      if not graphml_cell(name) then graphml_refuse(name, ("the name of column %d"):format(i)) end
    end
    prepare(shape)
  end,
  header = graphml_header,
  row = function(cells, shape, number) return write_row(cells, shape, number, graphml) end,
  footer = function() return "  </graph>\n</graphml>\n" end,
}

-- DOT -----------------------------------------------------------------------------------------------------------

-- Shapes for the kinds of nodes, in the order in which the kinds come.
local SHAPES = { "box", "ellipse", "hexagon", "diamond", "octagon", "parallelogram" }

local function quoted(text)
  if type(text) == "string" and find(text, '["\\]') then text = gsub(text, '["\\]', "\\%0") end
  return '"' .. text .. '"'
end

local function dot_cell(value)
  if type(value) == "number" then return plain.number(value) end
  return type(value) == "string" and plain.visible(value) or tostring(value)
end

local KEYWORDS = { node = true, edge = true, graph = true, digraph = true, subgraph = true, strict = true }

local function attribute(name, value)
  if not value then return nil end
  if not find(name, "^[%a_][%w_]*$") or KEYWORDS[name:lower()] then name = quoted(plain.visible(name)) end
  return name .. "=" .. quoted(value)
end

local function shape_of_kind(shape, kind)
  local seen = shape.kinds or { n = 0 }
  shape.kinds = seen
  if not seen[kind] then
    seen.n = seen.n + 1
    seen[kind] = SHAPES[(seen.n - 1) % #SHAPES + 1]
  end
  return seen[kind]
end

local dot = { token = function(text) return tostring(text) end }

function dot.node(token, cells, shape, side)
  local kind = shape.kind and cells[shape.kind[side]]
  -- of an attribute that comes twice Graphviz takes the last
  local list = { attribute("label", label_of(cells, shape, side)) }
  if kind then list[2] = attribute("shape", shape_of_kind(shape, kind)) end
  for _, column in ipairs(shape.about_nodes) do list[#list + 1] = attribute(column.name, cells[column[side]]) end
  return ("  %s [%s];\n"):format(quoted(token), concat(list, ", "))
end

function dot.edge(from, to, cells, shape)
  local list = {}
  for _, column in ipairs(shape.about_edges) do
    -- what is drawn beside the arrow
    if column.name == "role" then list[#list + 1] = attribute("label", cells[column.at]) end
    list[#list + 1] = attribute(column.name, cells[column.at])
  end
  return ("  %s -> %s%s;\n"):format(quoted(from), quoted(to), #list > 0 and " [" .. concat(list, ", ") .. "]" or "")
end

graphs.dot = {
  extension = ".dot",
  cell = dot_cell,
  missing = false,
  prepare = prepare,
  header = function() return "digraph {\n" end,
  row = function(cells, shape, number) return write_row(cells, shape, number, dot) end,
  footer = function() return "}\n" end,
}

return graphs
