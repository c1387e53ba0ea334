--- Columns of texts that most values take for numbers or dates: what stands in the way, for notes and refusals.
-- One "about 30" among numbers makes a column of texts, whose order is that of letters: "9" comes after "200".

local core = require "parley.core"
local meaning = require "parley.base.meaning_of_text"

local odd_values = {}

local LOOKED_AT = meaning.LOOKED_AT
local HALF = LOOKED_AT // 2
local LAST_DIGIT = ("9"):byte()

local byte, null = string.byte, core.null

local TESTS = { number = meaning.is_number, date = meaning.is_date }

-- Goes on where the first values were all alike.
local function first_other(each, row, test)
  for value in each do
    row = row + 1
    if value ~= null and not test(value) then return row, value end
  end
end

-- Counts one of the first values.
local function count(seen, row, value)
  if value:find "%S" then seen.all = seen.all + 1 end
  for kind, test in pairs(TESTS) do
    if test(value) then seen[kind] = seen[kind] + 1
    else seen.other[kind] = seen.other[kind] or { kind = kind, row = row, value = value } end
  end
end

-- Whether so many values that are still to be looked at can make most of them numbers or dates.
local function is_open(seen, left) return seen.all - 2 * math.max(seen.number, seen.date) < left end

-- What the first values are. Files may have hundreds of columns of nothing but words: after the first one, what begins
-- as no number, day or blank does is only counted, and half of the values tell that most of them are words.
local function first_values(each)
  local row, other = 0, {}
  local seen = { all = 0, number = 0, date = 0, other = other }
  for value in each do
    row = row + 1
    if value ~= null then
      local first = byte(value) or 0
      if first > LAST_DIGIT and other.number and other.date then seen.all = seen.all + 1
      else count(seen, row, value) end
    end
    if row == LOOKED_AT or row == HALF and not is_open(seen, LOOKED_AT - row) then break end
  end
  return seen, row
end

--- What keeps a column of texts from being one of numbers or dates.
---@param f parley.Frame
---@param name string  a column of texts
---@return { kind: "number"|"date", row: integer, value: string }?  the first value that is not of the kind of most
function odd_values.of(f, name)
  local each = f:each(name)
  local seen, row = first_values(each)
  local kind = seen.number > seen.all / 2 and "number" or seen.date > seen.all / 2 and "date"
  if not kind or seen.other[kind] then return seen.other[kind] end
  local at, value = first_other(each, row, TESTS[kind])
  return at and { kind = kind, row = at, value = value } or nil
end

return odd_values
