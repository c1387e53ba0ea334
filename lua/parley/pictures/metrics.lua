--- How much room text takes: in a picture's letters, whose widths are estimated since no fonts are read, and in the
-- cells of a terminal, which are exact.

local core = require "parley.core"
local plain = require "parley.base.plain_text"

local metrics = {}

-- A cell of a terminal in pixels, so that one drawing serves both; half as wide as high, as cells are.
local CELL, ROW = 8, 16

-- Widths in ems of the wider of two faces, Helvetica and DejaVu Sans, which one of stands on most machines. Rather too
-- wide than too narrow: a label that is thought wide is cut early, one that is thought narrow runs into its neighbour.
local WIDTHS = {
  { "[ijl|'!]", 0.32 }, { "[ftrI%.,:; %(%)%[%]/\\-]", 0.42 }, { "[mMW%%@]", 1 }, { "[wGOQCDHNRUw&]", 0.82 },
  { "%u", 0.73 }, { "[_\"*]", 0.5 },
}
local BOLD = 1.12

local ems = {}
for byte = 0, 127 do
  local character = string.char(byte)
  ems[character] = 0.64
  for _, entry in ipairs(WIDTHS) do
    if character:find(entry[1]) then
      ems[character] = entry[2]
      break
    end
  end
end

local function em(character)
  if ems[character] then return ems[character] end
  if character == "…" or character == "—" then return 1 end
  return core.width(character) * (core.width(character) > 1 and 0.5 or 0.66)
end

--- In the letters of a picture.
metrics.letters = { name = "letters", small = 11, normal = 12, large = 15, gap = 6 }

--- The width of a text, as it is written: what a screen would obey is spelt out.
---@param text string
---@param size number
---@param bold boolean?
---@return number
function metrics.letters.width(text, size, bold)
  local width = 0
  for character in plain.visible(text):gmatch "[\0-\x7f\xc2-\xfd][\x80-\xbf]*" do width = width + em(character) end
  return width * size * (bold and BOLD or 1)
end

--- The height of a line.
function metrics.letters.line(size) return size * 1.4 end

--- In the cells of a terminal, which know no sizes.
metrics.cells = { name = "cells", small = 1, normal = 1, large = 1, gap = CELL, cell = CELL, row = ROW }

function metrics.cells.width(text) return core.width(plain.visible(text)) * CELL end

function metrics.cells.line() return ROW end

--- The same, in which each text is first told as `words` has it.
---@param m table
---@param words fun(text: string): string
---@return table
function metrics.with_words(m, words) return setmetatable({ words = words }, { __index = m }) end

local function told(m, text) return plain.visible(m.words and m.words(text) or text) end

--- A text cut to a width, with "…" where something was cut.
---@param m table  the metrics
---@param text string
---@param room number
---@param size number
---@param bold boolean?
---@return string
function metrics.fit(m, text, room, size, bold)
  text = told(m, text)
  if m.width(text, size, bold) <= room + 1e-6 then return text end
  local low, high = 0, core.width(text)
  while low < high do
    local middle = (low + high + 1) // 2
    if m.width(core.truncate(text, middle) .. "…", size, bold) <= room then low = middle else high = middle - 1 end
  end
  local kept = core.truncate(text, low)
  return kept == "" and "" or kept:gsub("%s+$", "") .. "…"
end

-- In less room than this, two ends of a text tell less than its beginning.
local ENDS <const> = ("n"):rep(16)

-- A text cut in its middle, so that its end is there as well.
local function fit_ends(m, text, room, size, bold)
  text = told(m, text)
  local characters = {}
  for character in text:gmatch "[\0-\x7f\xc2-\xfd][\x80-\xbf]*" do characters[#characters + 1] = character end
  local count = #characters
  for kept = count - 1, 2, -1 do
    local first = (kept + 1) // 2
    local cut = table.concat(characters, "", 1, first):gsub("%s+$", "") .. "…"
      .. table.concat(characters, "", count - (kept - first) + 1):gsub("^%s+", "")
    if m.width(cut, size, bold) <= room then return cut end
  end
  return metrics.fit(m, text, room, size, bold)
end

--- Texts below one another, each cut to a width: those that would be cut to the same words keep their ends instead.
---@param m table  the metrics
---@param texts string[]
---@param room number
---@param size number
---@param bold boolean?
---@return string[]
function metrics.fit_apart(m, texts, room, size, bold)
  local cut, first, alike = {}, {}, {}
  for i, text in ipairs(texts) do
    cut[i] = metrics.fit(m, text, room, size, bold)
    if first[cut[i]] and first[cut[i]] ~= text then alike[cut[i]] = true end
    first[cut[i]] = first[cut[i]] or text
  end
  if room < m.width(ENDS, size, bold) then return cut end
  for i, text in ipairs(texts) do
    if alike[cut[i]] then cut[i] = fit_ends(m, text, room, size, bold) end
  end
  return cut
end

-- A word in pieces that fit, each but the last with a hyphen.
local function pieces(m, word, room, size)
  if m.width(word, size) <= room then return word end
  local list, piece = {}, ""
  for character in word:gmatch "[\0-\x7f\xc2-\xfd][\x80-\xbf]*" do
    if piece ~= "" and m.width(piece .. character .. "-", size) > room then
      list[#list + 1], piece = piece .. "-", ""
    end
    piece = piece .. character
  end
  list[#list + 1] = piece
  return table.concat(list, " ")
end

--- A text broken into lines of at most this width, between words; or within those that are wider, if asked for.
---@param m table  the metrics
---@param text string
---@param room number
---@param size number
---@param bold boolean?
---@param within boolean?
---@return string[]
function metrics.wrap(m, text, room, size, bold, within)
  local lines, line = {}, nil
  text = told(m, text)
  if within then text = text:gsub("%S+", function(word) return pieces(m, word, room, size) end) end
  for word in text:gmatch "%S+" do
    local longer = line and line .. " " .. word or word
    if line and m.width(longer, size, bold) > room then
      lines[#lines + 1], line = line, word
    else
      line = longer
    end
  end
  lines[#lines + 1] = line
  for i, text_of_line in ipairs(lines) do lines[i] = metrics.fit(m, text_of_line, room, size, bold) end
  return lines
end

return metrics
