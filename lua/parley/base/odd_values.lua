--- Columns of texts that most values take for numbers or dates: what stands in the way, for notes and refusals.
-- One "about 30" among numbers makes a column of texts, whose order is that of letters: "9" comes after "200".

local core = require "parley.core"
local errors = require "parley.base.errors"

local odd_values = {}

local LOOKED_AT = 200          -- so many first values say what a column is meant to hold

local function is_number(text) return text:find "^%s*[-+]?%.?%d" and not text:find "[xX]" and tonumber(text) ~= nil end

local function is_date(text)
  return text:find "^%d%d%d%d%-%d%d" and not errors.is((select(2, core.date(text))))
end

local TESTS = { number = is_number, date = is_date }

-- Goes on where the first values were all alike.
local function first_other(each, row, test)
  for value in each do
    row = row + 1
    if value ~= core.null and not test(value) then return row, value end
  end
end

--- What keeps a column of texts from being one of numbers or dates.
---@param f parley.Frame
---@param name string  a column of texts
---@return { kind: "number"|"date", row: integer, value: string }?  the first value that is not of the kind of most
function odd_values.of(f, name)
  local each, seen, alike, other, row = f:each(name), 0, { number = 0, date = 0 }, {}, 0
  for value in each do
    row = row + 1
    if value ~= core.null then
      seen = seen + (value:find "%S" and 1 or 0)
      for kind, test in pairs(TESTS) do
        if test(value) then alike[kind] = alike[kind] + 1
        else other[kind] = other[kind] or { kind = kind, row = row, value = value } end
      end
    end
    if row == LOOKED_AT then break end
  end
  local kind = alike.number > seen / 2 and "number" or alike.date > seen / 2 and "date"
  if not kind or other[kind] then return other[kind] end
  local at, value = first_other(each, row, TESTS[kind])
  return at and { kind = kind, row = at, value = value } or nil
end

return odd_values
