--- DOT, for drawing with Graphviz: what cannot be seen is spelt out.
-- Everything stands in quotes, in which only quotes and backslashes mean something.

local graphs = require "parley.export.graphs"
local plain = require "parley.base.plain_text"

local find, gsub, concat = string.find, string.gsub, table.concat

-- Shapes for the kinds of nodes, in the order in which the kinds come.
local SHAPES = { "box", "ellipse", "hexagon", "diamond", "octagon", "parallelogram" }

local function quoted(text)
  if find(text, '["\\]') then text = gsub(text, '["\\]', "\\%0") end
  return '"' .. text .. '"'
end

local function cell(value)
  if type(value) == "string" then return quoted(plain.visible(value)) end
  return type(value) == "number" and '"' .. plain.number(value) .. '"' or tostring(value)
end

-- A node's name within its quotes.
local function token_of(text) return (gsub(text, '^"(.*)"$', "%1")) end

local KEYWORDS = { node = true, edge = true, graph = true, digraph = true, subgraph = true, strict = true }

local function attribute_name(name)
  if find(name, "^[%a_][%w_]*$") and not KEYWORDS[name:lower()] then return name end
  return quoted(plain.visible(name))
end

-- The columns learn how their values begin.
local function prepare(shape)
  graphs.prepare(shape)
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

local dot = { token = token_of }

function dot.node(token, cells, shape, side)
  local kind = shape.kind and cells[shape.kind[side]]
  -- of an attribute that comes twice Graphviz takes the last
  local parts = { '  "', token, '" [label=', graphs.label(cells, shape, side) }
  if kind then parts[5] = ", shape=" .. shape_of_kind(shape.kinds, kind) end
  return concat(add_attributes(parts, shape.about_nodes, cells, side)) .. "];\n"
end

function dot.edge(from, to, cells, shape)
  local attributes = concat(add_attributes({}, shape.about_edges, cells, "at"))
  if attributes ~= "" then attributes = " [" .. attributes:sub(3) .. "]" end
  return '  "' .. from .. '" -> "' .. to .. '"' .. attributes .. ";\n"
end

return {
  cell = cell,
  missing = false,
  prepare = prepare,
  header = function() return "digraph {\n" end,
  row = function(cells, shape, number) return graphs.row(cells, shape, number, dot) end,
  footer = function() return "}\n" end,
}
