--- A canvas as SVG: the same bytes for the same canvas, every text a text, and nothing that a text says is markup.
-- Inks are attributes and classes (p-text, p-s1, …): a page may give them other colours.

local palette = require "parley.pictures.palette"
local plain = require "parley.base.plain_text"
local public_call = require "parley.base.public_call"
local xml = require "parley.base.xml"

local svg = {}

local concat, format = table.concat, string.format

-- Hundredths of a pixel: no eye sees more, and digits are most of a file.
local function number(value)
  local text = format("%.2f", value):gsub("0+$", ""):gsub("%.$", "")
  return text == "-0" and "0" or text
end

-- Whatever a reader of XML refuses, or a screen obeys, is spelled out.
local function safe(text) return xml.text(plain.visible(text)) end

local function class(ink) return type(ink) == "number" and "p-s" .. ink or "p-" .. ink end

local function titled(style, element)
  if not style.title then return element .. "/>" end
  return ("%s><title>%s</title></%s>"):format(element, safe(style.title), element:match "^<(%a+)")
end

local function points(list)
  local texts = {}
  for i = 1, #list, 2 do texts[#texts + 1] = number(list[i]) .. "," .. number(list[i + 1]) end
  return concat(texts, " ")
end

-- Patterns ------------------------------------------------------------------------------------------------

-- Lines over the colour of an ink, by the number of its pattern; 0 has none.
local LINES = { "M0 6L6 0", "M0 3H6", "M0 0L6 6M0 6L6 0" }

local function pattern_name(ink) return "p" .. ink end

local function pattern(ink)
  local way = palette.of(ink)
  return format('<pattern id="%s" width="6" height="6" patternUnits="userSpaceOnUse"><rect width="6" height="6" '
    .. 'class="%s" fill="%s"/><path d="%s" stroke="#ffffff" stroke-width="1.2" fill="none"/></pattern>',
    pattern_name(ink), class(ink), way.colour, LINES[way.pattern])
end

local function has_pattern(style)
  return style.pattern and type(style.ink) == "number" and palette.of(style.ink).pattern > 0
end

local function paint(style)
  if has_pattern(style) then return format('fill="url(#%s)"', pattern_name(style.ink)) end
  return format('class="%s" fill="%s"', class(style.ink), palette.colour(style.ink))
end

-- Ends that fade: one mask a side serves every bar, in the measure of the bar.
local FADES = { l = { "0", "0.3" }, r = { "1", "0.7" } }

local function mask(sides)
  local stops = (sides:find "l" and '<stop offset="0" stop-color="#000"/><stop offset="0.3" stop-color="#fff"/>' or "")
    .. (sides:find "r" and '<stop offset="0.7" stop-color="#fff"/><stop offset="1" stop-color="#000"/>' or "")
  return format('<linearGradient id="g%s">%s</linearGradient><mask id="f%s" maskContentUnits="objectBoundingBox">'
    .. '<rect width="1" height="1" fill="url(#g%s)"/></mask>', sides, stops, sides, sides)
end

local function sides_of(style)
  local sides = (style.fades_left and "l" or "") .. (style.fades_right and "r" or "")
  return FADES[sides:sub(1, 1)] and sides or nil
end

-- Elements ------------------------------------------------------------------------------------------------

local elements = {}

function elements.box(item)
  local style = item.style
  local opacity = style.opacity and format(' fill-opacity="%s"', number(style.opacity)) or ""
  return titled(style, format('<rect x="%s" y="%s" width="%s" height="%s" %s%s', number(item.x), number(item.y),
    number(item.width), number(item.height), paint(style), opacity))
end

function elements.bar(item)
  local style, sides = item.style, sides_of(item.style)
  return titled(style, format('<rect x="%s" y="%s" width="%s" height="%s" rx="1.5" %s%s', number(item.x),
    number(item.y), number(item.width), number(item.height), paint(style),
    sides and format(' mask="url(#f%s)"', sides) or ""))
end

function elements.path(item)
  local style = item.style
  local dash = style.dash and type(style.ink) == "number" and palette.of(style.ink).dash
  dash = style.dash == "dotted" and "2 3" or dash
  return titled(style, format('<polyline points="%s" fill="none" stroke="%s" stroke-width="%s"%s class="%s-line"',
    points(item.points), palette.colour(style.ink), number(style.thickness or 1),
    dash and format(' stroke-dasharray="%s"', dash) or "", class(style.ink)))
end

function elements.surface(item)
  local style = item.style
  return titled(style, format('<polygon points="%s" class="%s" fill="%s" fill-opacity="%s"', points(item.points),
    class(style.ink), palette.colour(style.ink), number(style.opacity or 1)))
end

-- Shapes around 0, 0 with a radius of 1, as paths.
local SHAPES = {
  circle = "M-1 0A1 1 0 1 0 1 0A1 1 0 1 0 -1 0Z", square = "M-.9 -.9H.9V.9H-.9Z", triangle = "M0 -1.1L1.1 .9H-1.1Z",
  down = "M0 1.1L1.1 -.9H-1.1Z", diamond = "M0 -1.2L1.2 0L0 1.2L-1.2 0Z",
  cross = "M-1 -.6L-.6 -1L0 -.4L.6 -1L1 -.6L.4 0L1 .6L.6 1L0 .4L-.6 1L-1 .6L-.4 0Z",
  plus = "M-.35 -1.1H.35V-.35H1.1V.35H.35V1.1H-.35V.35H-1.1V-.35H-.35Z",
  star = "M0 -1.2L.33 -.38L1.2 -.38L.5 .16L.75 1.05L0 .5L-.75 1.05L-.5 .16L-1.2 -.38L-.33 -.38Z",
}

local function is_pale(ink) return type(ink) == "number" and palette.of(ink).pale end

-- The line around a mark keeps marks that touch apart; that of a hollow one is the mark.
function elements.mark(item)
  local style = item.style
  local colour = palette.colour(style.ink)
  local shape = style.shape or palette.of(style.ink).shape
  local look = style.hollow
    and format('fill="%s" stroke="%s" stroke-width="0.4"', palette.ROLES.surface, colour)
    or format('fill="%s" stroke="%s" stroke-width="0.2"', colour,
      palette.ROLES[is_pale(style.ink) and "text" or "surface"])
  return titled(style, format('<path d="%s" transform="translate(%s %s) scale(%s)" %s class="%s%s"', SHAPES[shape],
    number(item.x), number(item.y), number(style.size or 4), look, class(style.ink), style.hollow and "-line" or ""))
end

-- Keeps letters legible over lines.
local HALO <const> = format(' stroke="%s" stroke-width="3" stroke-linejoin="round" paint-order="stroke"',
  palette.ROLES.surface)

-- Whose direction is its own; a text of one script needs none.
local ISOLATE <const> = '<tspan unicode-bidi="isolate">'

local OTHER_END <const> = { start = "end", ["end"] = "start" }

-- What a text says of where it begins. One that runs from right to left begins at its right end: so the signs at its
-- end, "…" as well, stand at the left.
local function beginning(style, runs_left)
  local anchor = style.anchor or "start"
  if runs_left then anchor = OTHER_END[anchor] or anchor end
  return (anchor ~= "start" and format(' text-anchor="%s"', anchor) or "") .. (runs_left and ' direction="rtl"' or "")
end

function elements.text(item)
  local style = item.style
  local text = safe(item.text)
  local runs_left = xml.runs_left(text)
  return format('<text x="%s" y="%s" class="%s%s" fill="%s" font-size="%s"%s%s%s>%s</text>', number(item.x),
    number(item.y), class(style.ink or "text"), style.halo and " p-halo" or "", palette.colour(style.ink or "text"),
    number(style.size or 12), style.bold and ' font-weight="bold"' or "", beginning(style, runs_left),
    style.halo and HALO or "", runs_left and text or xml.isolated(text, ISOLATE, "</tspan>"))
end

-- The whole --------------------------------------------------------------------------------------------------

-- Patterns and masks that are used, in the order of their names.
local function definitions(items)
  local inks, sides, parts = {}, {}, {}
  for _, item in ipairs(items) do
    if has_pattern(item.style) then inks[item.style.ink] = true end
    if item.kind == "bar" and sides_of(item.style) then sides[sides_of(item.style)] = true end
  end
  for ink = 1, palette.OTHER do if inks[ink] then parts[#parts + 1] = pattern(ink) end end
  for _, side in ipairs { "l", "lr", "r" } do if sides[side] then parts[#parts + 1] = mask(side) end end
  return #parts > 0 and "<defs>" .. concat(parts) .. "</defs>\n" or ""
end

--- The canvas as an SVG element, without an XML declaration.
---@param drawn parley.Canvas
---@param title string
---@param description string  in words, what the picture shows
---@return string
function svg.write(drawn, title, description)
  local lines = { format('<svg xmlns="http://www.w3.org/2000/svg" width="%s" height="%s" viewBox="0 0 %s %s" '
    .. 'role="img" font-family="Helvetica, Arial, \'DejaVu Sans\', sans-serif">',
    number(drawn.width), number(drawn.height), number(drawn.width), number(drawn.height)),
    "<title>" .. safe(title) .. "</title>", "<desc>" .. safe(description) .. "</desc>",
    definitions(drawn.items) .. format('<rect width="100%%" height="100%%" class="p-surface" fill="%s"/>',
      palette.ROLES.surface) }
  for _, item in public_call.each(drawn.items) do lines[#lines + 1] = elements[item.kind](item) end
  lines[#lines + 1] = "</svg>\n"
  return concat(lines, "\n")
end

return svg
