--- Columns of texts whose order is meant to be that of numbers, days or times: of "5%", "05/06/2025", or "5" as text.
-- What would order such a column asks here; reading a file asks parley.base.odd_values, which knows no written ones.

local core = require "parley.core"
local meaning = require "parley.base.meaning_of_text"

local written_values = {}

local null = core.null

--- So many rows of a column are gone through for its first values.
written_values.MOST_ROWS = 10 * meaning.LOOKED_AT

-- Whether a value is in the way of the order that a kind has: times of day as data are go by their letters among words.
local function is_other(each, kind, written)
  if each == "time" then return kind == "time" and written end
  return kind ~= each or written
end

local function count(seen, row, text)
  if not text:find "%S" then
    seen.blank = seen.blank or { row = row, value = text }
    return
  end
  local kind, written = meaning.of(text)
  seen.all = seen.all + 1
  for each in pairs(seen.of) do
    if kind == each then seen.of[each] = seen.of[each] + 1 end
    if is_other(each, kind, written) then
      seen.other[each] = seen.other[each] or { kind = each, row = row, value = text,
        written = kind == each and written }
    end
  end
  if kind and not written then seen.plain[#seen.plain + 1] = text end
end

-- Goes on where the first values were all alike.
local function first_other(each, row, kind)
  for text in each do
    row = row + 1
    if text ~= null and text:find "%S" then
      local found, written = meaning.of(text)
      if is_other(kind, found, written) then
        return { kind = kind, row = row, value = text, written = found == kind }
      end
    end
  end
end

-- Whether letters order numbers as size does, or may: "040" is a code.
local function are_in_order(numbers)
  local sorted = table.move(numbers, 1, #numbers, 1, {})
  table.sort(sorted)
  for i, text in ipairs(sorted) do
    if text:find "^0%d" or i > 1 and tonumber(sorted[i - 1]) > tonumber(text) then return text:find "^0%d" or false end
  end
  return true
end

-- Whether all are one day each, which equals nothing but itself.
local function are_days(dates)
  for _, text in ipairs(dates) do
    local first, last = core.date(text)
    if first ~= last then return false end
  end
  return true
end

-- Texts that are all numbers, or all dates, as data are.
local function all_plain(kind, plain)
  local is_odd = kind == "number" and not are_in_order(plain) or kind == "date" and are_days(plain)
  return is_odd and { kind = kind, value = plain[1], plain = true } or nil
end

-- The first values, and the row of the last one that was looked at.
local function first_values(each)
  local row, seen = 0, { all = 0, of = { number = 0, date = 0, time = 0 }, other = {}, plain = {} }
  for text in each do
    row = row + 1
    if text ~= null then count(seen, row, text) end
    if seen.all == meaning.LOOKED_AT or row == written_values.MOST_ROWS then break end
  end
  return seen, row
end

--- What a column of texts is meant to hold, where that is numbers, dates or times of day.
---@param each fun(): string|userdata|nil  the values in their order
---@return { kind: "number"|"date"|"time", row: integer?, value: string, written: boolean?, plain: boolean? }?
---  the first value that is no such thing, or is `written` as people write it; `plain`: all are as data are, but texts
function written_values.of(each)
  local seen, row = first_values(each)
  for kind, found in pairs(seen.of) do
    if found > seen.all / 2 then
      return seen.other[kind] or first_other(each, row, kind) or all_plain(kind, seen.plain)
    end
  end
end

--- What keeps a column of texts from being one of numbers, or of dates, some of which it has.
---@param each fun(): string|userdata|nil  the values in their order
---@param kind "number"|"date"
---@return { row: integer?, value: string, written: boolean?, plain: boolean?, most: boolean }?  the first value that is
---  none; `most` are some; `plain`: all are, and `value` is the first
function written_values.in_the_way(each, kind)
  local seen, row = first_values(each)
  if seen.of[kind] == 0 then return nil end
  local found = seen.other[kind] or first_other(each, row, kind) or seen.blank
    or { value = seen.plain[1], plain = true }
  found.most = seen.of[kind] > seen.all / 2
  return found
end

return written_values
