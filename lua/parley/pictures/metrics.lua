--- How much room text takes: in a picture's letters, whose widths are estimated since no fonts are read, and in the
-- cells of a terminal, which are exact.

local core = require "parley.core"

local metrics = {}

-- A cell of a terminal in pixels, so that one drawing serves both; half as wide as high, as cells are.
local CELL, ROW = 8, 16

-- Widths in ems of what is much narrower or wider than other letters of a sans-serif face. Rather too wide than too
-- narrow: a label that is thought wide is cut early, one that is thought narrow runs into its neighbour.
local NARROW, WIDE = "[ijlftrI%.,:;'|!%(%)%[%] ]", "[mwMW%%@—…]"

local function em(character)
  if #character == 1 then
    if character:find(NARROW) then return 0.34 end
    if character:find(WIDE) then return 0.95 end
    return character:find "%u" and 0.7 or 0.58
  end
  return core.width(character) * (core.width(character) > 1 and 0.5 or 0.62)
end

--- In the letters of a picture.
metrics.letters = { name = "letters", small = 11, normal = 12, large = 15, gap = 6 }

--- The width of a text.
---@param text string
---@param size number
---@return number
function metrics.letters.width(text, size)
  local width = 0
  for character in text:gmatch "[\0-\x7f\xc2-\xfd][\x80-\xbf]*" do width = width + em(character) end
  return width * size
end

--- The height of a line.
function metrics.letters.line(size) return size * 1.4 end

--- In the cells of a terminal, which know no sizes.
metrics.cells = { name = "cells", small = 1, normal = 1, large = 1, gap = CELL, cell = CELL, row = ROW }

function metrics.cells.width(text) return core.width(text) * CELL end

function metrics.cells.line() return ROW end

--- A text cut to a width, with "…" where something was cut.
---@param m table  the metrics
---@param text string
---@param room number
---@param size number
---@return string
function metrics.fit(m, text, room, size)
  if m.width(text, size) <= room then return text end
  local kept
  local low, high = 0, core.width(text)
  while low < high do
    local middle = (low + high + 1) // 2
    if m.width(core.truncate(text, middle) .. "…", size) <= room then low = middle else high = middle - 1 end
  end
  kept = core.truncate(text, low)
  return kept == "" and "" or kept:gsub("%s+$", "") .. "…"
end

--- A text broken into lines of at most this width, between words.
---@return string[]
function metrics.wrap(m, text, room, size)
  local lines, line = {}, nil
  for word in text:gmatch "%S+" do
    local longer = line and line .. " " .. word or word
    if line and m.width(longer, size) > room then
      lines[#lines + 1], line = line, word
    else
      line = longer
    end
  end
  lines[#lines + 1] = line
  for i, text_of_line in ipairs(lines) do lines[i] = metrics.fit(m, text_of_line, room, size) end
  return lines
end

return metrics
