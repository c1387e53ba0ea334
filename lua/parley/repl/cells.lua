--- What a value looks like in a cell, and lines made of cells.
-- Numbers are never cut, for a cut number is another number. A missing value is `·`, an empty text `''`; text that
-- could be mistaken for either, or whose edges are blank, stands in quotes.

local core = require "parley.core"
local date_words = require "parley.base.date_words"
local plain = require "parley.base.plain_text"

local cells = {}

local null = core.null
local MISSING, MORE = "·", "…"

cells.MISSING, cells.MORE, cells.GAP = MISSING, MORE, "  "

-- Values -----------------------------------------------------------------------------------------------

-- Would the bare text read as a mark of ours, or hide blanks at its edges?
local function needs_quotes(text)
  return text == "" or text == MISSING or text:find("^ ") or text:find(" $") or text:find("^'.*'$")
end

-- A megabyte of text need not be measured to show forty columns of it: `room` bytes are enough, and the
-- cut falls between characters.
local function shorten(text, room)
  local last = room
  while last > 1 and (text:byte(last + 1) or 0) & 0xc0 == 0x80 do last = last - 1 end
  return text:sub(1, last)
end

local function text_cell(text, room)
  if needs_quotes(text) then text = "'" .. text .. "'" end
  if room and #text > room then return plain.visible(shorten(text, room)) .. MORE end
  return plain.visible(text)
end

-- A number as somebody may have written it down keeps all its digits. One that needs more than fifteen was computed,
-- and six of them are enough to look at, with two after the point; exports and values keep them all.
local function number_cell(value)
  if math.type(value) == "integer" or tonumber(("%.15g"):format(value)) == value or value ~= value then
    return plain.number(value)
  end
  local size = math.abs(value)
  if size >= 1e15 or size < 1e-4 then return ("%.6g"):format(value) end
  local digits = math.max(6, #("%d"):format(size // 1) + 2)
  return (("%%.%dg"):format(digits):format(value))
end

--- One value as it is shown, whole unless there is `room` for so many bytes.
---@param value any
---@param column_type? string the column's type; a "date" is worded
---@param room? integer
---@return string
function cells.of(value, column_type, room)
  local kind = type(value)
  if value == nil or value == null then return MISSING end
  if kind == "number" then return number_cell(value) end
  if kind ~= "string" then return tostring(value) end
  if column_type == "date" then value = date_words.short(value) end
  return text_cell(value, room)
end

-- Lines ------------------------------------------------------------------------------------------------

--- A text of which no more is shown than fits.
---@param text string
---@param width integer
---@return string
function cells.cut(text, width)
  if core.width(text) <= width then return text end
  return (core.truncate(text, width - 1)) .. MORE
end

--- A cell filled up with blanks, cut where it is too long.
---@param text string
---@param width integer
---@param right? boolean  at the right end
---@return string
function cells.pad(text, width, right)
  text = cells.cut(text, width)
  local blanks = (" "):rep(width - core.width(text))
  return right and blanks .. text or text .. blanks
end

--- A line of padded cells; blanks at its end are nobody's.
---@param list string[]
---@return string
function cells.join(list) return (table.concat(list, cells.GAP):gsub(" +$", "")) end

--- The columns that the widest of some texts takes.
---@param list string[]
---@return integer
function cells.widest(list)
  local width = 0
  for _, text in ipairs(list) do width = math.max(width, core.width(text)) end
  return width
end

-- Wrapping ---------------------------------------------------------------------------------------------

-- Cuts a word that is longer than a line; gives the lines it fills and what is left.
local function break_word(word, room, lines)
  while core.width(word) > room do
    local head = core.truncate(word, room)
    -- a single cluster wider than the line cannot be cut
    if head == "" then break end
    lines[#lines + 1] = head
    word = word:sub(#head + 1)
  end
  return word
end

local function wrap_line(text, room, lines)
  local line = ""
  for blanks, word in text:gmatch("( *)([^ ]+)") do
    local longer = line .. blanks .. word
    if line ~= "" and core.width(longer) > room then
      lines[#lines + 1] = line
      longer = word
    end
    line = break_word(longer, room, lines)
  end
  lines[#lines + 1] = line
end

--- Lines of at most `room` columns, broken at blanks and after every line break of the text itself.
---@param text string  as a cell shows it
---@param room integer
---@return string[]
function cells.wrap(text, room)
  local lines = {}
  text = text:gsub("⏎", "⏎\n")
  for part in text:gmatch("[^\n]+") do wrap_line(part, room, lines) end
  return lines
end

return cells
