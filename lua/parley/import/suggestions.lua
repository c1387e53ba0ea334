--- What may help a row that was set aside: worked out from its value and the code of the fault, for the user to decide.
-- Nothing here changes a value. Where nothing sensible can be said, nothing is. What is given is a hint, as data.

local date_words = require "parley.base.date_words"
local core = require "parley.core"

local suggestions = {}

local MONTHS = date_words.MONTHS

local function is_date(text) return (core.value("date", text)) ~= nil end

local function iso(year, month, day) return ("%04d-%02d-%02d"):format(year, month, day) end

--- ## Dates

local function as_iso(year, month, day)
  return { key = "as_iso", text = day and iso(year, month, day) or ("%04d-%02d"):format(year, month) }
end

local function days_of(year, month)
  for days = 31, 28, -1 do
    if is_date(iso(year, month, days)) then return days end
  end
end

-- Why there is no such day, and what is known without it.
local function no_such_day(year, month, day)
  if month < 1 or month > 12 then return nil end
  local days = days_of(year, month)
  if not days or day <= days then return nil end
  return { key = "correct_day", month = MONTHS[month], year = year, days = days,
    text = ("%04d-%02d"):format(year, month) }
end

local function numbers(...)
  local list = { ... }
  for i, text in ipairs(list) do list[i] = math.tointeger(tonumber(text)) end
  return table.unpack(list)
end

-- 2024-13-01, 2024-6-1, 2024/06/01, 2024.06.01
local function year_first(text)
  local year, mark, month, day = text:match "^(%d%d%d%d)([-/.])(%d%d?)%2(%d%d?)$"
  year, month, day = numbers(year, month, day)
  if not year then return nil end
  if month > 12 and is_date(iso(year, day, month)) then
    return { key = "swap_month_and_day", text = iso(year, day, month) }
  end
  if is_date(iso(year, month, day)) and text ~= iso(year, month, day) then
    return { key = mark == "-" and "two_digits_each" or "as_iso", text = iso(year, month, day) }
  end
  return no_such_day(year, month, day)
end

-- 31/06/2024 and 6.31.2024: what each order makes of it.
local function year_last(text)
  local first, second, year = text:match "^(%d%d?)[-/.](%d%d?)[-/.](%d%d%d%d)$"
  first, second, year = numbers(first, second, year)
  if not first or year < 100 then return nil end
  local dmy, mdy = is_date(iso(year, second, first)), is_date(iso(year, first, second))
  if dmy and mdy then return { key = "state_order" } end
  if dmy then return { key = "order_makes", order = "dmy", text = iso(year, second, first) } end
  if mdy then return { key = "order_makes", order = "mdy", text = iso(year, first, second) } end
  return no_such_day(year, second, first) or no_such_day(year, first, second)
end

-- 05/2020, which can be read in one way only
local function month_and_year(text)
  local month, year = numbers(text:match "^(%d%d?)[-/.](%d%d%d%d)$")
  if month and month >= 1 and month <= 12 then return as_iso(year, month) end
end

local function short_year(text)
  return text:find "^%d%d?[-/.]%d%d?[-/.]%d%d$" and { key = "state_short_years" } or nil
end

-- 05/06/0020: as spreadsheets write a year of two digits, or a year of the first century
local function padded_year(text)
  local year = text:match "^%d%d?[-/.]%d%d?[-/.](00%d%d)$"
  return year and { key = "state_padded_years", year = year } or nil
end

local function month_number(word)
  if #word < 3 then return nil end
  for i, name in ipairs(MONTHS) do
    if name:lower():sub(1, #word) == word:lower() then return i end
  end
end

-- 2 June 2024, June 2, 2024, 2-Jun-2024, June 2024
local function in_words(text)
  local day, word, year = text:match "^(%d%d?)%a*[%s%-.]+(%a+)[%s%-.,]+(%d%d%d%d)$"
  if not day then
    word, day, year = text:match "^(%a+)%.?%s+(%d%d?)%a*,?%s+(%d%d%d%d)$"
  end
  if not day then
    word, year = text:match "^(%a+)[%s%-.,]+(%d%d%d%d)$"
  end
  local month = word and month_number(word)
  if not month then return nil end
  year, day = numbers(year, day or "0")
  if day == 0 then return as_iso(year, month) end
  if is_date(iso(year, month, day)) then return as_iso(year, month, day) end
  return no_such_day(year, month, day)
end

local function compact(text)
  local year, month, day = numbers(text:match "^(%d%d%d%d)(%d%d)(%d%d)$")
  if year and is_date(iso(year, month, day)) then return as_iso(year, month, day) end
end

local function with_time(text)
  local day = text:match "^(%d%d%d%d%-%d%d%-%d%d)[T ]%d%d:?%d%d"
  if day and is_date(day) then return { key = "without_time", text = day } end
end

-- Spreadsheets count days from the end of 1899.
local SPREADSHEET, FIRST, LAST = 25569, 15000, 60000

local function day_number(text)
  local days = math.tointeger(tonumber(text:match "^%d%d%d%d%d$"))
  if not days or days < FIRST or days > LAST then return nil end
  return { key = "spreadsheet_day", text = core.day_text(days - SPREADSHEET) }
end

-- 2024-13; from 21 on there are codes of seasons.
local function no_such_month(text)
  local year, month = text:match "^(%d%d%d%d)%-(%d%d)$"
  local number = tonumber(month)
  if not year or is_date(text) or number > 20 and number < 42 then return nil end
  return { key = "correct_month", month = month, text = year }
end

local DATES = { year_first, no_such_month, year_last, month_and_year, short_year, padded_year,
  in_words, compact, with_time, day_number }

local function single_date(text)
  for _, read in ipairs(DATES) do
    local found = read(text)
    if found then return found end
  end
end

-- An end of an interval that is no date, with the whole interval as it may have been meant.
local function of_end(wrong, before, after)
  local found = not is_date(wrong) and single_date(wrong)
  if found and found.text then found.text = before .. found.text .. after end
  return found or nil
end

-- An interval is as good as its ends.
local function date(text)
  local from, to = text:match "^([^/]+)/([^/]+)$"
  if not from or month_and_year(text) then return single_date(text) end
  local swapped = to .. "/" .. from
  if is_date(from) and is_date(to) and is_date(swapped) then return { key = "swap_ends", text = swapped } end
  return of_end(from, "", "/" .. to) or of_end(to, from .. "/", "")
end

--- ## Numbers

local function reads(kind, text) return (core.value(kind, text)) ~= nil end

-- 1,234 and 1.234,5 and 12 345: as a number, when the marks are separators of thousands.
local function thousands(text, kind)
  local plain = text:gsub("\u{A0}", " "):gsub("\u{202F}", " "):gsub("\u{2019}", "'")
  local sign, whole, rest = plain:match "^([-+]?)(%d%d?%d?[,.' ]%d%d%d[%d,.' ]*)(.*)$"
  if not whole or rest ~= "" then return nil end
  local mark = whole:match "%d+([,.' ])"
  local groups, fraction = whole, ""
  local decimal = whole:find(mark == "," and "%.%d+$" or ",%d+$")
  if decimal then groups, fraction = whole:sub(1, decimal - 1), "." .. whole:sub(decimal + 1) end
  local escaped = "%" .. mark
  if not (groups .. mark):gsub("^%d%d?%d?" .. escaped, ""):find("^[%d" .. escaped .. "]*$") then return nil end
  for group in groups:gmatch(escaped .. "([^" .. escaped .. "]*)") do
    if #group ~= 3 then return nil end
  end
  local number = sign .. groups:gsub(escaped, "") .. fraction
  if not reads(kind, number) then return nil end
  return { key = "without_thousands", text = number }
end

local function decimal_comma(text, kind)
  local whole, fraction = text:match "^([-+]?%d+),(%d+)$"
  if not whole or not reads(kind, whole .. "." .. fraction) then return nil end
  return { key = "decimal_comma", text = whole .. "." .. fraction }
end

local function minus_sign(text, kind)
  local number = text:gsub("^\u{2212}", "-"):gsub("^\u{2013}", "-")
  if number ~= text and reads(kind, number) then return { key = "minus_sign", text = number } end
end

-- ~50, 50+, 12 km, 30%: a number and something else.
local function number_within(text, kind)
  local number
  for found in text:gmatch "%-?%d[%d.,]*" do
    if number then return nil end
    number = found
  end
  if not number or number == text or not reads(kind, number) then return nil end
  return { key = "number_within", text = number }
end

local function range(text)
  local low, high = text:match "^(%d+)%s*%-%s*(%d+)$"
  if not low then low, high = text:match "^(%d+)%s*\u{2013}%s*(%d+)$" end
  if not low then return nil end
  return { key = "range", low = low, high = high }
end

local NUMBERS = { thousands, decimal_comma, minus_sign, range, number_within }

local function number(text, kind)
  if text:sub(1, 1) == "#" then return nil end
  for _, read in ipairs(NUMBERS) do
    local found = read(text, kind)
    if found then return found end
  end
end

--- ## All of them

local function missing_code(value)
  if value:find "^#[%u%d/]+[!?]?$" then
    return { key = "spreadsheet_error", given = ("%q"):format(value) }
  end
  if value:find "^%-?9+$" or value:find "^%-[18]+$" or value:upper() == "NA" or value:find "^N/?A$" then
    return { key = "means_missing", text = value, given = ("%q"):format(value) }
  end
end

local BOUNDS = { low = true, best = true, high = true }

-- Counts are whole.
local function fraction_of_count(value, column)
  if not (BOUNDS[column] and reads("number", value)) then return nil end
  return { key = "measure" }
end

-- Coordinates outside the globe are often in each other's column.
local function coordinate(value, column)
  local degrees = tonumber(value)
  if column == "latitude" and degrees and math.abs(degrees) <= 180 then
    return { key = "swapped_coordinates" }
  end
end

-- By code word: what may help a value of a column.
local BY_CODE = {
  bad_date = date,
  bad_integer = function(value, column) return number(value, "integer") or fraction_of_count(value, column) end,
  bad_number = function(value) return number(value, "number") end,
  bad_boolean = function() return { key = "boolean_words" } end,
  no_id = function(_, column)
    return column == "id" and { key = "make_key" } or nil
  end,
  exists = function() return { key = "ids_of_source", example = "wire-{id}" } end,
  duplicate = function(_, column)
    return column and { key = "more_key" } or nil
  end,
  out_of_range = coordinate,
}

-- The same for a whole record, of another width than the header.
local OF_RECORDS = {
  too_many_fields = { key = "quote_delimiter" },
  too_few_fields = { key = "quote_line_break" },
}

--- What may help; nil where nothing can be said.
---@param wrong parley.Fault
---@return parley.Hint?
function suggestions.of(wrong)
  if wrong.hint or wrong.suggestion then return wrong.hint or wrong.suggestion end
  local value = wrong.value ~= nil and tostring(wrong.value) or ""
  local help = BY_CODE[wrong.code]
  return help and help(value:match "^%s*(.-)%s*$", wrong.column) or missing_code(value) or OF_RECORDS[wrong.code]
end

return suggestions
