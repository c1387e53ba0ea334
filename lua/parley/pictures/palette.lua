--- What tells series apart: a colour that people with any sight of colours can tell from the others, and never alone: a
-- shape, a way to dash lines, a pattern and a character of its own as well.
-- Colours: M. Okabe and K. Ito, "Color Universal Design", 2008. Texts are drawn in dark ink, so that a pale colour
-- never has to be read.

local palette = {}

--- The most series that are told apart; those after them share the last ink.
palette.MOST = 20

--- The ink of the series that share one.
palette.OTHER = 21

palette.ROLES = { text = "#1a1a1a", muted = "#565656", axis = "#767676", grid = "#e2e2e2", surface = "#ffffff" }

local COLOURS = { "#0072b2", "#d55e00", "#009e73", "#cc79a7", "#e69f00", "#56b4e9", "#000000", "#f0e442" }
local SHAPES = { "circle", "square", "triangle", "diamond", "cross", "plus", "down", "star" }
local DASHES = { false, "6 3", "2 3", "8 3 2 3" }

-- The characters of a terminal: for marks, for hollow ones, and for filled surfaces; then for screens that know no more
-- than ASCII. Crosses are lines, which cannot be hollow.
local MARKS = { circle = "●", square = "■", triangle = "▲", diamond = "◆", cross = "×", plus = "+", down = "▼",
  star = "★" }
local HOLLOW = { circle = "○", square = "□", triangle = "△", diamond = "◇", down = "▽", star = "☆" }
local PLAIN_MARKS = { circle = "@", square = "#", triangle = "A", diamond = "*", cross = "x", plus = "+", down = "V",
  star = "%" }
local PLAIN_HOLLOW = { circle = "o", square = "n", triangle = "^", diamond = "&", down = "v", star = "~" }
local FILLS = { "█", "▒", "░", "▓" }
local PLAIN_FILLS = { "#", "=", ":", "%" }

-- Colours that a white page swallows are drawn with a dark line around them.
local PALE = { ["#e69f00"] = true, ["#56b4e9"] = true, ["#f0e442"] = true }

--- How a series is drawn, by its number.
---@param series integer
---@return { colour: string, shape: string, dash: string|false, pattern: integer, pale: boolean }
function palette.of(series)
  if series >= palette.OTHER then
    return { colour = "#8c8c8c", shape = "circle", dash = false, pattern = 0, pale = false }
  end
  local at, turn = (series - 1) % #COLOURS, (series - 1) // #COLOURS
  return { colour = COLOURS[at + 1], shape = SHAPES[(at + 3 * turn) % #SHAPES + 1],
    dash = DASHES[(at + turn) % #DASHES + 1], pattern = (at + turn) % 4,
    pale = PALE[COLOURS[at + 1]] or false }
end

--- The colour of an ink: that of a role, or of a series.
---@param ink string|integer
---@return string
function palette.colour(ink) return palette.ROLES[ink] or palette.of(ink).colour end

--- The character of a mark.
---@param shape string
---@param ascii boolean?
---@param hollow boolean?
---@return string
function palette.mark(shape, ascii, hollow)
  local without = hollow and (ascii and PLAIN_HOLLOW or HOLLOW)[shape]
  return without or (ascii and PLAIN_MARKS or MARKS)[shape]
end

--- The character that fills a surface of an ink.
function palette.fill(ink, ascii)
  local fills = ascii and PLAIN_FILLS or FILLS
  return type(ink) == "string" and fills[1] or fills[palette.of(ink).pattern % #fills + 1]
end

return palette
