--- "did you mean": the nearest of some known names, by edit distance, and the hint of it, as data.
-- Case is ignored; a swap of neighbours counts as one edit; a name further away than a third of its
-- length (at least one edit) is no suggestion. Ties go to the name that comes first in the list.

local plain = require "parley.base.plain_text"

local suggest = {}

-- A name as it can be told from another that looks like it: what nobody sees is spelled out, and so are Greek and
-- Cyrillic letters among Latin ones.
local function shown(name)
  local text = plain.visible(name)
  if not (text:find "%a" and text:find "[\xCD-\xD4]") then return text end
  return (text:gsub("[\xCD-\xD4][\x80-\xBF]", function(letter) return ("\\u{%x}"):format(utf8.codepoint(letter)) end))
end

--- Some names as a hint lists them.
---@param names string[]
---@return string
function suggest.listed(names)
  local list = {}
  for i, name in ipairs(names) do list[i] = shown(name) end
  return table.concat(list, ", ")
end

--- A name without what nobody sees in it.
---@param name string
---@return string
function suggest.seen(name)
  local text = plain.visible(name)
  return text == name and name or (text:gsub("\\u{%x+}", ""):gsub("\\x%x%x", ""):gsub("\\[rt]", ""))
end

-- Optimal string alignment distance (Damerau-Levenshtein with adjacent swaps), in bytes.
local function distance(a, b)
  local before, previous = nil, {}
  for j = 0, #b do previous[j] = j end
  for i = 1, #a do
    local row = { [0] = i }
    for j = 1, #b do
      local cost = a:byte(i) == b:byte(j) and 0 or 1
      local least = math.min(previous[j] + 1, row[j - 1] + 1, previous[j - 1] + cost)
      if i > 1 and j > 1 and a:byte(i) == b:byte(j - 1) and a:byte(i - 1) == b:byte(j) then
        least = math.min(least, before[j - 2] + 1)
      end
      row[j] = least
    end
    before, previous = previous, row
  end
  return previous[#b]
end

--- Whether a list holds a value.
function suggest.contains(list, value)
  for _, item in ipairs(list) do
    if item == value then return true end
  end
  return false
end

local LEAST_BEGINNING = 4          -- letters

-- The one name that begins with what is wanted: "istanbul" for "istanbul-2025".
local function beginning_with(wanted, known)
  local found
  for _, candidate in ipairs(#wanted >= LEAST_BEGINNING and known or {}) do
    if candidate:sub(1, #wanted):lower() == wanted then
      if found then return nil end
      found = candidate
    end
  end
  return found
end

--- The known name nearest to `name`, else the one that begins with it, or nil when none is near.
---@param name string
---@param known string[]
---@return string?
function suggest.nearest(name, known)
  local wanted = tostring(name):lower()
  if #wanted > 60 then return nil end
  local best, best_distance
  for _, candidate in ipairs(known) do
    local lower = suggest.seen(candidate):lower()
    local longer = math.max(#wanted, #lower)
    local limit = math.min(math.max(1, longer // 3), longer - 1)
    if math.abs(#lower - #wanted) <= limit then
      local d = distance(wanted, lower)
      if d <= limit and (not best_distance or d < best_distance) then best, best_distance = candidate, d end
    end
  end
  return best or beginning_with(wanted, known)
end

--- The hint that a name was meant, or nil without one.
---@param name string|false|nil
---@return parley.Hint?
function suggest.meant(name) return name and { key = "did_you_mean", meant = shown(name) } or nil end

--- The hint that a known name near to `name` was meant; where none is near and they are few, which there are; or nil.
---@param name string
---@param known string[]
---@return parley.Hint?
function suggest.hint(name, known)
  local near = suggest.nearest(name, known)
  if near then return suggest.meant(near) end
  return #known > 0 and #known <= 40 and { key = "known", names = suggest.listed(known) } or nil
end

return suggest
