--- q:vega{…}: the chart of q:plot{…} as a specification of Vega-Lite, with its data inside, for pages and notebooks
-- that draw such. What is drawn, counted, cut and refused is what plot{} does; the looks are the drawer's.

local core = require "parley.core"
local json = require "parley.base.json"
local palette = require "parley.pictures.palette"
local plot = require "parley.pictures.plot"
local public_call = require "parley.base.public_call"

local vega = {}

local SCHEMA = "https://vega.github.io/schema/vega-lite/v6.json"

local function object(...) return json.object(...) end

-- Data ------------------------------------------------------------------------------------------------------------

-- A day as text; what lies between two days belongs to the first.
local function day(x) return core.day_text(math.floor(x)) end

local function place_of(data, x) return data.kind == "time" and day(x) or x end

local function datum(made, panel, one, p)
  local data, is_histogram = made.data, made.given.kind == "histogram"
  return object("x", place_of(data, is_histogram and p.first or p.x),
    "to", is_histogram and place_of(data, p.last) or nil, "label", p.label, "row", p.row,
    "y", p.y, "low", p.low, "high", p.high, "value", p.value,
    "series", made.given.by and one.name or nil, "panel", made.given.facet and panel.name or nil)
end

local function values_of(made)
  local list = {}
  for _, panel in ipairs(made.data.panels) do
    for _, one in ipairs(panel.series) do
      for _, p in public_call.each(one.points) do list[#list + 1] = datum(made, panel, one, p) end
    end
  end
  return list
end

local function has(made, field)
  for _, panel in ipairs(made.data.panels) do
    for _, one in ipairs(panel.series) do
      for _, p in ipairs(one.points) do if p[field] ~= nil then return true end end
    end
  end
  return false
end

-- Encoding --------------------------------------------------------------------------------------------------------

local TYPES = { number = "quantitative", time = "temporal", word = "nominal" }

-- Words stand in the order in which they came.
local function words_of(made, field)
  local list, seen = {}, {}
  for _, panel in ipairs(made.data.panels) do
    for _, one in ipairs(panel.series) do
      for _, p in ipairs(one.points) do
        local word = p[field]
        if word and not seen[word] then seen[word], list[#list + 1] = true, word end
      end
    end
  end
  return list
end

local function channel(field, kind, title, more)
  more = more or {}
  return object("field", field, "type", TYPES[kind], "title", title, "sort", more.sort,
    "scale", more.log and object("type", "log") or more.scale)
end

-- Series keep the colours they have in plot{}.
local function colour(made)
  if not made.given.by then return nil end
  local names, colours = {}, {}
  for _, panel in ipairs(made.data.panels) do
    for _, one in ipairs(panel.series) do
      if not names[one.name] then
        names[one.name], names[#names + 1] = true, one.name
        colours[#colours + 1] = palette.colour(one.ink)
      end
    end
  end
  local domain = table.move(names, 1, #names, 1, {})
  return channel("series", "word", made.given.by, { scale = object("domain", domain, "range", colours) })
end

local function tooltip(made)
  local list = { object("field", "label", "type", "nominal", "title", made.given.x) }
  for _, field in ipairs { "y", "low", "high", "value" } do
    if has(made, field) then list[#list + 1] = object("field", field, "type", "quantitative") end
  end
  return list
end

local MARKS = { area = object("type", "area", "opacity", 0.5), bar = "bar", heat = "rect", histogram = "bar",
  line = object("type", "line", "point", true), point = object("type", "point", "filled", true), range = "point",
  step = object("type", "line", "interpolate", "step-after") }

local function x_of(made)
  local sort = made.data.kind == "word" and words_of(made, "x") or nil
  return channel("x", made.data.kind, made.given.x, { log = made.log_x, sort = sort })
end

local function y_of(made, field) return channel(field, "number", made.measured, { log = made.log_y }) end

local function main_layer(made)
  local given = made.given
  local kind = given.kind
  if kind == "heat" then
    return object("mark", MARKS.heat, "encoding", object("x", x_of(made),
      "y", channel("row", "word", given.y, { sort = words_of(made, "row") }),
      "color", channel("value", "number", made.measured), "tooltip", tooltip(made)))
  end
  local field = has(made, "y") and "y" or has(made, "low") and "low" or "high"
  return object("mark", MARKS[kind], "encoding", object("x", x_of(made),
    "x2", kind == "histogram" and object("field", "to") or nil, "y", y_of(made, field), "color", colour(made),
    "xOffset", given.by and kind == "bar" and object("field", "series") or nil,
    "shape", given.by and kind == "point" and object("field", "series", "type", "nominal") or nil,
    "tooltip", tooltip(made)))
end

-- From the low to the high of each value.
local function range_layer(made)
  if made.given.kind == "heat" or not (has(made, "low") and has(made, "high")) then return nil end
  return object("mark", "rule", "encoding", object("x", x_of(made), "y", y_of(made, "low"),
    "y2", object("field", "high"), "color", colour(made),
    "xOffset", made.given.by and made.given.kind == "bar" and object("field", "series") or nil))
end

--- The specification, as JSON.
---@param src parley.Query|parley.Frame
---@param given parley.PlotOptions
---@return string
function vega.of(src, given)
  local made = plot.made(src, given)
  local layers = { main_layer(made), range_layer(made) }
  local data = object("values", values_of(made))
  local head = { "$schema", SCHEMA, "title", made.title, "description", made.description, "data", data }
  local body = { "layer", layers, "width", made.width }
  if given.facet then
    body = { "facet", channel("panel", "word", given.facet), "columns", 2, "spec", object(table.unpack(body)) }
  end
  return json.write(object(table.unpack(table.move(body, 1, #body, #head + 1, head))), json.styles.line)
end

return vega
