--- GraphML, for machines: every value is exact, or the export fails.

local errors = require "parley.base.errors"
local graphs = require "parley.export.graphs"
local plain = require "parley.base.plain_text"
local types = require "parley.base.types"
local xml = require "parley.base.xml"

local find, gsub, format, concat = string.find, string.gsub, string.format, table.concat

local XML_NUMBERS = { inf = "INF", ["-inf"] = "-INF", nan = "NaN" }

-- Text as it is, unless XML cannot hold it.
local function cell(value)
  if type(value) == "number" then
    local text = plain.number(value)
    return XML_NUMBERS[text] or text
  elseif type(value) ~= "string" then
    return tostring(value)
  end
  if find(value, "[\0-\8\11\12\14-\31]") or find(value, "\239\191[\190\191]") or not utf8.len(value) then
    return nil
  end
  return xml.text(value)
end

local function refuse(_, place)
  errors.raise("bad_encoding.xml", { place = place })
end

-- Characters beyond ASCII that a name token of XML may have, by code point.
local NAME_CHARACTERS = { { 0xb7, 0xb7 }, { 0xc0, 0xd6 }, { 0xd8, 0xf6 }, { 0xf8, 0x37d }, { 0x37f, 0x1fff },
  { 0x200c, 0x200d }, { 0x203f, 0x2040 }, { 0x2070, 0x218f }, { 0x2c00, 0x2fef }, { 0x3001, 0xd7ff },
  { 0xf900, 0xfdcf }, { 0xfdf0, 0xfffd }, { 0x10000, 0xeffff } }

local function name_character(character)
  local code = utf8.codepoint(character)
  for _, range in ipairs(NAME_CHARACTERS) do
    if code >= range[1] and code <= range[2] then return character end
  end
  return format("_x%02X_", code)
end

-- An id must be a name token: characters that have no place in one stand by their number.
local function token_of(text)
  if text == "" then return "_" end
  text = gsub(xml.plain(text), "[^%w_.:\128-\255-]", name_character)
  return find(text, "[\194-\244]") and gsub(text, utf8.charpattern, function(character)
    return #character > 1 and name_character(character) or nil
  end) or text
end

local TYPES = { integer = "long", number = "double", boolean = "boolean" }

-- What networkx and igraph write over in a node or an edge, its own id, by the name that a column called so gets.
local OVERWRITTEN = { id = "row_id" }

local function free_name(taken, name)
  local free, n = name, 1
  while taken[free] do
    n = n + 1
    free = name .. "_" .. n
  end
  taken[free] = true
  return free
end

-- Names of attributes, no two alike: a column keeps its own where it can, before another is called so.
local function name_attributes(columns, taken)
  for _, column in ipairs(columns) do
    if not OVERWRITTEN[column.name] then column.attribute = free_name(taken, column.name) end
  end
  for _, column in ipairs(columns) do
    local other = OVERWRITTEN[column.name]
    if other then column.attribute = free_name(taken, other) end
  end
  return columns
end

-- A declared key; the columns learn how their values begin.
local function key(id, of, column)
  column.open = ('<data key="%s">'):format(id)
  return ('  <key id="%s" for="%s" attr.name="%s" attr.type="%s"/>\n'):format(id, of, xml.text(column.attribute),
    TYPES[types.kind(column.type)] or "string")
end

local function header(shape)
  local lines = { '<?xml version="1.0" encoding="UTF-8"?>\n<graphml xmlns="http://graphml.graphdrawing.org/xmlns">\n' }
  lines[2] = key("label", "node", { attribute = "label" })
  for i, column in ipairs(name_attributes(shape.about_nodes, { label = true })) do
    lines[#lines + 1] = key("n" .. i, "node", column)
  end
  for i, column in ipairs(name_attributes(shape.about_edges, {})) do
    lines[#lines + 1] = key("e" .. i, "edge", column)
  end
  lines[#lines + 1] = '  <graph edgedefault="directed">\n'
  return concat(lines)
end

-- The opening, what there is of the columns, and the end.
local function element(opening, columns, cells, at, ending)
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

local graphml = { token = token_of }

function graphml.node(token, cells, shape, side)
  local opening = '    <node id="' .. token .. '"><data key="label">' .. graphs.label(cells, shape, side) .. "</data>"
  return element(opening, shape.about_nodes, cells, side, "</node>\n")
end

function graphml.edge(from, to, cells, shape, number)
  local opening = '    <edge id="edge' .. number .. '" source="' .. from .. '" target="' .. to .. '">'
  return element(opening, shape.about_edges, cells, "at", "</edge>\n")
end

return {
  cell = cell,
  refuse = refuse,
  missing = false,
  prepare = function(shape)
    for i, name in ipairs(shape.names) do
      if not cell(name) then refuse(name, { key = "name_of_column", at = i }) end
    end
    graphs.prepare(shape)
  end,
  header = header,
  row = function(cells, shape, number) return graphs.row(cells, shape, number, graphml) end,
  footer = function() return "  </graph>\n</graphml>\n" end,
}
