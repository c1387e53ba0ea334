--- A canvas as text for a terminal: lines in dots of braille, bars in blocks, marks and texts as characters; on a
-- screen that knows no more than ASCII, in its characters.
-- A cell is eight pixels wide and sixteen high (parley.pictures.metrics.cells). What is put down later hides what was
-- there, but no line hides a text.

local core = require "parley.core"
local metrics = require "parley.pictures.metrics"
local palette = require "parley.pictures.palette"
local plain = require "parley.base.plain_text"
local public_call = require "parley.base.public_call"

local terminal = {}

local CELL, ROW = metrics.cells.cell, metrics.cells.row

-- Dots of a braille character by column and row, as bits over U+2800.
local DOTS = { { 0x01, 0x02, 0x04, 0x40 }, { 0x08, 0x10, 0x20, 0x80 } }
local DOT = CELL / 2

local EIGHTHS_UP = { "▁", "▂", "▃", "▄", "▅", "▆", "▇", "█" }
local EIGHTHS_RIGHT = { "▏", "▎", "▍", "▌", "▋", "▊", "▉", "█" }

---@class parley.Screen
---@field columns integer
---@field rows integer
---@field cells table<integer, string> by row * columns + column
---@field dots table<integer, integer> bits of braille
---@field ascii boolean
local Screen = {}
Screen.__index = Screen

function Screen:put(column, row, character)
  if column < 0 or column >= self.columns or row < 0 or row >= self.rows then return end
  self.cells[row * self.columns + column] = character
end

-- Lines ------------------------------------------------------------------------------------------------------

function Screen:dot(x, y)
  local column, row = x // CELL, y // ROW
  if column < 0 or column >= self.columns or row < 0 or row >= self.rows then return end
  local at = math.tointeger(row * self.columns + column)
  local bit = DOTS[math.tointeger((x % CELL) // DOT) + 1][math.tointeger((y % ROW) // DOT) + 1]
  self.dots[at] = (self.dots[at] or 0) | bit
end

function Screen:line(x1, y1, x2, y2, every)
  local steps = math.max(1, math.ceil(math.max(math.abs(x2 - x1), math.abs(y2 - y1)) / DOT))
  for i = 0, steps, every do
    self:dot(math.floor(x1 + (x2 - x1) * i / steps), math.floor(y1 + (y2 - y1) * i / steps))
  end
end

-- Grids would be noise in dots; an axis is drawn in the characters made for it.
local function straight(screen, points)
  local x1, y1, x2, y2 = points[1], points[2], points[3], points[4]
  if y1 == y2 then
    for column = math.floor(x1 / CELL), math.ceil(x2 / CELL) - 1 do
      screen:put(column, math.floor(y1 / ROW), screen.ascii and "-" or "─")
    end
  else
    for row = math.floor(math.min(y1, y2) / ROW), math.ceil(math.max(y1, y2) / ROW) - 1 do
      screen:put(math.floor(x1 / CELL), row, screen.ascii and "|" or "│")
    end
  end
end

-- Surfaces ----------------------------------------------------------------------------------------------------

local SHADES = { "░", "▒", "▓", "█" }
local PLAIN_SHADES = { ".", ":", "=", "#" }

-- The character of a surface: a shade where it has an opacity, else the pattern of its ink.
local function whole(screen, style)
  if not style.opacity then return palette.fill(style.ink, screen.ascii) end
  local shades = screen.ascii and PLAIN_SHADES or SHADES
  return shades[math.max(1, math.min(4, math.ceil(style.opacity * 4)))]
end

-- The character of a cell of which eighths are covered.
local function covered(screen, style, eighths, parts)
  if eighths >= 8 or style.opacity and eighths >= 4 then return whole(screen, style) end
  if style.opacity then return nil end
  if screen.ascii then return eighths >= 4 and whole(screen, style) or eighths > 0 and "." or nil end
  return parts[eighths]
end

-- The cells from one place to another: at least one, so that nothing thin is lost.
local function cells_between(from, to)
  if to - from < 1 then
    local middle = math.floor((from + to) / 2)
    return middle, middle, true
  end
  return math.floor(from), math.ceil(to) - 1, false
end

-- How much of a cell lies between two places; all of it where something thin has it.
local function share_of(cell, from, to, thin) return thin and 1 or math.min(to, cell + 1) - math.max(from, cell) end

-- A box fills cells from the left, or from the bottom where it stands upright: the last one as far as it reaches, and
-- at least by an eighth.
local function fill(screen, item)
  local left, right = item.x / CELL, (item.x + item.width) / CELL
  local top, bottom = item.y / ROW, (item.y + item.height) / ROW
  local upright = item.style.upright
  if upright == nil then upright = item.height > item.width end
  local first_column, last_column, thin_column = cells_between(left, right)
  local first_row, last_row, thin_row = cells_between(top, bottom)
  local short = upright and thin_row or not upright and thin_column
  for row = first_row, last_row do
    local across = share_of(row, top, bottom, thin_row and not upright)
    for column = first_column, last_column do
      local along = share_of(column, left, right, thin_column and upright)
      local share, other, parts = along, across, EIGHTHS_RIGHT
      if upright then share, other, parts = across, along, EIGHTHS_UP end
      local eighths = math.floor(share * 8 + 0.5)
      if short and (upright and item.height or item.width) > 0 then eighths = math.max(1, eighths) end
      local character = other >= 0.4 and covered(screen, item.style, eighths, parts)
      if character then screen:put(column, row, character) end
    end
  end
end

-- Kinds ---------------------------------------------------------------------------------------------------------

local kinds = {}

function kinds.box(screen, item) if item.style.ink ~= "surface" then fill(screen, item) end end

function kinds.bar(screen, item)
  local row = math.floor((item.y + item.height / 2) / ROW)
  local from = math.floor(item.x / CELL)
  local to = math.max(from, math.ceil((item.x + item.width) / CELL) - 1)
  for column = from, to do screen:put(column, row, screen.ascii and "=" or "━") end
  if item.style.fades_left then screen:put(from, row, screen.ascii and "<" or "┄") end
  if item.style.fades_right then screen:put(to, row, screen.ascii and ">" or "┄") end
end

function kinds.path(screen, item)
  local points, ink = item.points, item.style.ink
  if ink == "grid" then return end
  if ink == "axis" and #points == 4 and (points[1] == points[3] or points[2] == points[4]) then
    return straight(screen, points)
  end
  local every = item.style.dash and type(ink) == "number" and palette.of(ink).dash and 2 or 1
  for i = 1, #points - 3, 2 do screen:line(points[i], points[i + 1], points[i + 2], points[i + 3], every) end
end

-- The dots inside, row of dots by row of dots: where an odd number of edges lies to the left.
function kinds.surface(screen, item)
  local points, low, high = item.points, math.huge, -math.huge
  for i = 2, #points, 2 do low, high = math.min(low, points[i]), math.max(high, points[i]) end
  for y = math.floor(low / DOT) * DOT + DOT / 2, high, DOT do
    local crossings = {}
    for i = 1, #points, 2 do
      local x1, y1 = points[i], points[i + 1]
      local x2, y2 = points[i + 2] or points[1], points[i + 3] or points[2]
      if (y1 <= y) ~= (y2 <= y) then crossings[#crossings + 1] = x1 + (y - y1) / (y2 - y1) * (x2 - x1) end
    end
    table.sort(crossings)
    for i = 1, #crossings - 1, 2 do
      for x = crossings[i], crossings[i + 1], DOT do screen:dot(math.floor(x), math.floor(y)) end
    end
  end
end

function kinds.mark(screen, item)
  local style = item.style
  local shape = style.shape or palette.of(style.ink).shape
  screen:put(math.floor(item.x / CELL), math.floor(item.y / ROW), palette.mark(shape, screen.ascii, style.hollow))
end

-- What of our own words is not ASCII. A text of the data keeps its letters.
local PLAIN = { ["…"] = ".", ["–"] = "-", ["·"] = "." }

-- The characters of a text one after another, with the cells each takes.
function kinds.text(screen, item)
  local text = plain.visible(item.text)
  if screen.ascii then text = text:gsub("[\xc2-\xf4][\x80-\xbf]*", PLAIN) end
  local width = core.width(text)
  local anchor = item.style.anchor
  local column = math.floor(item.x / CELL + 0.5) - (anchor == "end" and width or anchor == "middle" and width // 2 or 0)
  local row = math.floor((item.y - ROW / 4) / ROW)
  while text ~= "" do
    local first = core.truncate(text, 1)
    if first == "" then first = core.truncate(text, 2) end
    if first == "" then return end
    local wide = core.width(first)
    screen:put(column, row, first)
    if wide == 2 then screen:put(column + 1, row, "") end
    column, text = column + wide, text:sub(#first + 1)
  end
end

-- The whole ---------------------------------------------------------------------------------------------------------

local function character_at(screen, at)
  if screen.cells[at] then return screen.cells[at] end
  local dots = screen.dots[at]
  if not dots then return " " end
  return screen.ascii and "." or utf8.char(0x2800 + dots)
end

--- The canvas as lines of text, without blanks at their ends.
---@param drawn parley.Canvas  drawn with the metrics of cells
---@param ascii boolean?
---@return string
function terminal.write(drawn, ascii)
  local columns, rows = math.ceil(drawn.width / CELL), math.ceil(drawn.height / ROW)
  local screen = setmetatable({ columns = columns, rows = rows, cells = {}, dots = {}, ascii = ascii or false }, Screen)
  for _, item in public_call.each(drawn.items) do kinds[item.kind](screen, item) end
  local lines = {}
  for row = 0, rows - 1 do
    local characters = {}
    for column = 0, columns - 1 do characters[#characters + 1] = character_at(screen, row * columns + column) end
    lines[#lines + 1] = (table.concat(characters):gsub("%s+$", ""))
  end
  while lines[#lines] == "" do lines[#lines] = nil end
  return table.concat(lines, "\n")
end

return terminal
