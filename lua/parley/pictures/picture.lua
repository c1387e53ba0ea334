--- A picture: drawn when it is asked for, in letters for files and in cells for a terminal, from data that were read
-- once.

local files = require "parley.pictures.files"
local printed_lists = require "parley.base.printed_lists"
local metrics = require "parley.pictures.metrics"
local options = require "parley.base.options"
local public_call = require "parley.base.public_call"
local svg = require "parley.pictures.svg"
local terminal = require "parley.pictures.terminal"

---@class parley.Picture
---@field title string
---@field description string what it shows, in words
local Picture = {}
Picture.__index = Picture
Picture.__name = "parley.Picture"

local picture = {}

local WIDTH, COLUMNS = 720, 80

-- Picture -> { draw, frame, notes, width }.
local insides = setmetatable({}, { __mode = "k" })

--- A picture.
---@param made table title, description, draw (takes metrics and a width, gives a canvas), frame, notes, width
---@return parley.Picture
function picture.new(made)
  local new = setmetatable({ title = made.title, description = made.description }, Picture)
  insides[new] = made
  return new
end

local function drawn_svg(self, words)
  local made = insides[self]
  local m = words and metrics.with_words(metrics.letters, words) or metrics.letters
  local c = made.draw(made, m, made.width or WIDTH)
  words = words or function(text) return text end
  return svg.write(c, words(self.title), words(self.description)), c.width, c.height
end

--- The picture as SVG, each of its texts as `words` has it, before any is cut: what a report withholds is not in it.
---@param drawn parley.Picture
---@param words fun(text: string): string
---@return string
function picture.svg_in(drawn, words) return (drawn_svg(drawn, words)) end

--- The picture as SVG.
--- See also: save.
--- Example: ds:plot("timeline"):to_svg():sub(1, 4)
---@return string
function Picture:to_svg() return (drawn_svg(self)) end

--- The picture on a page of its own, with the same values as a table.
--- See also: save.
--- Example: ds:plot("timeline"):to_html():sub(1, 15)
---@return string
function Picture:to_html()
  local made = insides[self]
  return require("parley.pictures.page").write { title = self.title, description = self.description,
    svg = self:to_svg(), frame = made.frame, notes = made.notes }
end

-- A locale that says otherwise is believed; where none is stated, screens know UTF-8.
local function knows_utf8()
  local locale = os and (os.getenv "LC_ALL" or os.getenv "LC_CTYPE" or os.getenv "LANG") or ""
  return locale == "" or locale:lower():find "utf%-?8" ~= nil
end

--- The picture in characters. Options: width in columns (COLUMNS, or 80), ascii (no other characters; also where the
-- locale knows no UTF-8).
--- Errors: no_option, bad_argument.
--- See also: plot.
--- Example: ds.demands:plot{kind = "bar", x = "party"}:text{width = 60, ascii = true}
---@param given parley.TextOptions?
---@return string
function Picture:text(given)
  given = options.check(given, "text{}", { "width", "ascii" })
  local columns = given.width and options.whole_number(given.width, "text{width = ...}")
    or require("parley.base.terminal").columns(COLUMNS)
  columns = math.max(40, math.min(columns, 400))
  local ascii = given.ascii
  if ascii == nil then ascii = not knows_utf8() end
  return terminal.write(insides[self].draw(insides[self], metrics.cells, columns * metrics.cells.cell), ascii)
end

--- The values that are drawn.
--- Example: ds:plot("timeline"):frame():count()
---@return parley.Frame
function Picture:frame() return insides[self].frame end

--- What is not drawn, and why.
--- Example: #ds:plot("timeline"):notes()
---@return parley.Note[]
function Picture:notes() return printed_lists.rows(insides[self].notes, { "kind", "count", "note" }) end

--- Writes it to a file: .svg, .html (with the values as a table), or .png where a program that makes one is found.
--- Errors: bad_argument, missing_folder, missing_program, permission, full.
--- See also: plot.
--- Example: ds:plot("timeline"):save("timeline.svg")
---@param path string
---@param ... nil  nothing more
---@return true? ok, string? message, string? code
function Picture:save(path, ...)
  options.none({ key = "takes_path" }, ...)
  return files.save(path, { svg = function() return drawn_svg(self) end, html = function() return self:to_html() end })
end

public_call.all(Picture)
Picture.__tostring = Picture.text

return picture
