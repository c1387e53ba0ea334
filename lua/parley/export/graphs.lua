--- Tables of edges written as graphs: GraphML and DOT, formats for parley.export.
-- A row is an edge from its `source` to its `target`; a row without one of them gives a node alone. Columns in pairs,
-- `source_x` and `target_x`, tell about the nodes: `x` is theirs, as the row says that first names them, and `name` is
-- what they are labelled with. A node is a value and, where there is such a pair, its `kind`: a party and a person of
-- one id are two. All other columns are the edge's, in their types. Several edges between two nodes stay several. A
-- node is written before its first edge, so that nothing is held but the nodes.
-- GraphML is for machines: every value is exact, or the export fails. DOT is for drawing: what cannot be seen is
-- spelt out.

local errors = require "parley.base.errors"
local plain = require "parley.base.plain_text"

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
  local from, new_from = node_at(shape, cells, "source", graph.token)
  local node_from = new_from and graph.node(from, cells, shape, "source") or ""
  local to, new_to = node_at(shape, cells, "target", graph.token)
  local node_to = new_to and graph.node(to, cells, shape, "target") or ""
  return node_from .. node_to .. (from and to and graph.edge(from, to, cells, shape, number) or "")
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
  if find(value, "[\0-\8\11\12\14-\31]") or find(value, "\239\191[\190\191]") or not utf8.len(value) then
    return nil
  end
  return xml(value)
end

local function graphml_refuse(_, place)
  errors.raise("%s: XML cannot hold control characters or bytes that are not UTF-8; mend the text, leave the column "
    .. "out with select, or export DOT, which spells them out", place)
end

local UNESCAPED = {}
for character, text in pairs(XML) do UNESCAPED[text] = character end

-- An id must be a name token: other characters stand by the numbers of their bytes.
local function graphml_token(text)
  if text == "" then return "_" end
  text = gsub(text, "&[#%w]+;", UNESCAPED)
  return (gsub(text, "[^%w_.:-]", function(byte) return format("_x%02X_", byte:byte()) end))
end

local TYPES = { integer = "long", number = "double", boolean = "boolean" }

-- A declared key; the columns learn how their values begin.
local function graphml_key(id, of, column)
  column.open = ('<data key="%s">'):format(id)
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

-- The opening, what there is of the columns, and the end.
local function graphml_element(opening, columns, cells, at, ending)
  local parts, n = { opening }, 1
  for _, column in ipairs(columns) do
    local value = cells[column[at]]
    if value then
      parts[n + 1], parts[n + 2], parts[n + 3] = column.open, value, "</data>"
      n = n + 3
    end
  end
  parts[n + 1] = ending
  return concat(parts)
end

local graphml = { token = graphml_token }

function graphml.node(token, cells, shape, side)
  local opening = '    <node id="' .. token .. '"><data key="label">' .. label_of(cells, shape, side) .. "</data>"
  return graphml_element(opening, shape.about_nodes, cells, side, "</node>\n")
end

function graphml.edge(from, to, cells, shape, number)
  local opening = '    <edge id="edge' .. number .. '" source="' .. from .. '" target="' .. to .. '">'
  return graphml_element(opening, shape.about_edges, cells, "at", "</edge>\n")
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
-- Everything stands in quotes, in which only quotes and backslashes mean something.

-- Shapes for the kinds of nodes, in the order in which the kinds come.
local SHAPES = { "box", "ellipse", "hexagon", "diamond", "octagon", "parallelogram" }

local function quoted(text)
  if find(text, '["\\]') then text = gsub(text, '["\\]', "\\%0") end
  return '"' .. text .. '"'
end

local function dot_cell(value)
  if type(value) == "string" then return quoted(plain.visible(value)) end
  return type(value) == "number" and '"' .. plain.number(value) .. '"' or tostring(value)
end

-- A node's name within its quotes.
local function dot_token(text) return (gsub(text, '^"(.*)"$', "%1")) end

local KEYWORDS = { node = true, edge = true, graph = true, digraph = true, subgraph = true, strict = true }

local function attribute_name(name)
  if find(name, "^[%a_][%w_]*$") and not KEYWORDS[name:lower()] then return name end
  return quoted(plain.visible(name))
end

-- The columns learn how their values begin.
local function dot_prepare(shape)
  prepare(shape)
  shape.kinds = { n = 0 }
  for _, column in ipairs(shape.about_nodes) do column.open = ", " .. attribute_name(column.name) .. "=" end
  for _, column in ipairs(shape.about_edges) do column.open = ", " .. attribute_name(column.name) .. "=" end
end

local function shape_of_kind(kinds, kind)
  if not kinds[kind] then
    kinds.n = kinds.n + 1
    kinds[kind] = SHAPES[(kinds.n - 1) % #SHAPES + 1]
  end
  return kinds[kind]
end

-- Adds ", name=value" for what there is of the columns; those named `role` are what is drawn beside an arrow.
local function add_attributes(parts, columns, cells, at)
  local n = #parts
  for _, column in ipairs(columns) do
    local value = cells[column[at]]
    if value then
      if column.name == "role" then
        parts[n + 1], parts[n + 2] = ", label=", value
        n = n + 2
      end
      parts[n + 1], parts[n + 2] = column.open, value
      n = n + 2
    end
  end
  return parts
end

local dot = { token = dot_token }

function dot.node(token, cells, shape, side)
  local kind = shape.kind and cells[shape.kind[side]]
  -- of an attribute that comes twice Graphviz takes the last
  local parts = { '  "', token, '" [label=', label_of(cells, shape, side) }
  if kind then parts[5] = ", shape=" .. shape_of_kind(shape.kinds, kind) end
  return concat(add_attributes(parts, shape.about_nodes, cells, side)) .. "];\n"
end

function dot.edge(from, to, cells, shape)
  local attributes = concat(add_attributes({}, shape.about_edges, cells, "at"))
  if attributes ~= "" then attributes = " [" .. attributes:sub(3) .. "]" end
  return '  "' .. from .. '" -> "' .. to .. '"' .. attributes .. ";\n"
end

graphs.dot = {
  extension = ".dot",
  cell = dot_cell,
  missing = false,
  prepare = dot_prepare,
  header = function() return "digraph {\n" end,
  row = function(cells, shape, number) return write_row(cells, shape, number, dot) end,
  footer = function() return "}\n" end,
}

return graphs
