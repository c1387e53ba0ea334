--- Texts broken at their blanks into lines that a page or a terminal holds. A word stays whole however wide it is: an
-- address or a path is to be copied.

local core = require "parley.core"

local wrapping = {}

---@class parley.Wrapping
---@field first string?  what the first line begins with
---@field rest string?  and the others
---@field begun (fun(word: string): string)?  what becomes of a word that begins a line

--- A text in lines of at most `width` columns.
---@param text string
---@param width integer
---@param how parley.Wrapping?
---@return string
function wrapping.lines(text, width, how)
  local first, rest, begun = how and how.first or "", how and how.rest or "", how and how.begun
  local lines, line, used = {}, { first }, nil
  for word in text:gmatch "%S+" do
    local wide = core.width(word)
    if used and used + 1 + wide > width then
      lines[#lines + 1] = table.concat(line)
      line, used = { rest }, nil
    end
    if used then
      line[#line + 1], line[#line + 2] = " ", word
      used = used + 1 + wide
    else
      line[2] = begun and begun(word) or word
      used = core.width(line[1]) + core.width(line[2])
    end
  end
  lines[#lines + 1] = table.concat(line)
  return table.concat(lines, "\n")
end

return wrapping
