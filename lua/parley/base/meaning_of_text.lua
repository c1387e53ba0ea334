--- What a text is meant for: a number, a day or a time of day, as data are or as people write them.
-- "5%", "$1,200", "(5)", "5 June 2025" and "3:00 PM" go by their letters in an order that nobody means.

local core = require "parley.core"
local errors = require "parley.base.errors"

local meaning = {}

--- So many first values say what a column is meant to hold, wherever that is asked.
meaning.LOOKED_AT = 200

--- Whether a text is a number as data are.
---@param text string
---@return boolean
function meaning.is_number(text)
  return text:find "^%s*[-+]?%.?%d" ~= nil and not text:find "[xX]" and tonumber(text) ~= nil
end
local is_number = meaning.is_number

-- The minus sign of typesetters, percent, and the blanks that stand between thousands.
local SIGNS = { { "^%s*\u{2212}", "-" }, { "%s*%%%s*$", "" }, { "\u{a0}", " " }, { "\u{202f}", " " },
  { "\u{2009}", " " }, { "^%s*%((.*)%)%s*$", "-%1" } }

local CURRENCIES = {}
for word in ("$ US$ € £ ¥ ₴ ₽ ₪ ₹ ₺ USD EUR GBP CHF JPY CNY UAH RUB ILS TRY INR SDG SYP IQD AFN COP ETB NGN")
  :gmatch "%S+" do
  CURRENCIES[word] = true
end

local SCALES = { thousand = true, million = true, billion = true, bn = true, mn = true }
local ORDINALS = { st = true, nd = true, rd = true, th = true }

-- A text without the currency before or after its number, and without the word "million".
local function without_words(text)
  local sign, before, rest = text:match "^%s*([-+]?)([^%d%s%-+.,(]+)%s*([-+]?%.?%d.*)$"
  if before and CURRENCIES[before] then text = sign .. rest end
  for _ = 1, 2 do
    local number, after = text:match "^(.*%d)%s*([^%d%s.,)]+)%s*$"
    if number and (CURRENCIES[after] or SCALES[after:lower()] or ORDINALS[after]) then text = number end
  end
  return text
end

-- Whether a text is a number as people write one, though not as data are: "5%", "1 000", "−5", "2,5", "€ 5 million".
local function is_written_number(text)
  for _, sign in ipairs(SIGNS) do text = text:gsub(sign[1], sign[2]) end
  text = without_words(text)
  if is_number(text) then return true end
  if not text:find "^%s*[-+]?%d" then return false end
  local plain = text:gsub("%f[ ',.][ ',.](%d%d%d)%f[%D]", "%1"):gsub(",", ".", 1)
  return is_number(plain)
end

--- Whether a text is a date as data are, of a month or a day at least.
---@param text string
---@return boolean
function meaning.is_date(text)
  return text:find "^%d%d%d%d%-%d%d" ~= nil and not errors.is((select(2, core.date(text))))
end
local is_date = meaning.is_date

-- Days and months as people write them; their order by letters is none of days. A word in them is the name of a month.
local DAYS = { "^%d%d?/%d%d?/%d%d%d?%d?$", "^%d%d?%.%s?%d%d?%.%s?%d%d%d%d$", "^%d%d?%-%d%d?%-%d%d%d%d$",
  "^%d%d?%l?%l?%.? ?(%a%a%a)%a*%.?,? %d%d%d%d$", "^%d%d?%-(%a%a%a)%-%d%d%d?%d?$",
  "^(%a%a%a)%a*%.? %d%d?%l?%l?,? %d%d%d%d$", "^(%a%a%a)%a*,? %d%d%d%d$", "^Q[1-4] %d%d%d%d$",
  "^%d%d%d%d[-/.]%d[-/.]%d%d?$", "^%d%d%d%d[-/.]%d%d[-/.]%d$" }

-- The day of the week may stand before.
local WEEKDAY = "^(%a%a%a?)%a*%.?,? "

local MONTHS, WEEKDAYS = {}, {}
for _, name in ipairs(core.months) do MONTHS[name:sub(1, 3):lower()] = true end
for name in ("mon tue wed thu fri sat sun"):gmatch "%a+" do WEEKDAYS[name] = true end

local function is_written_date(text)
  local weekday = text:match(WEEKDAY)
  if weekday and WEEKDAYS[weekday:lower()] then text = text:gsub(WEEKDAY, "", 1) end
  for _, shape in ipairs(DAYS) do
    local first, _, month = text:find(shape)
    if first and (not month or MONTHS[month:lower()]) then return true end
  end
  return false
end

-- Whether a text is a time of day, and whether its order by letters is not that of times: "3:00 PM", or "9:30" before
-- "10:00".
local function clock_of(text)
  local hours, rest = text:match "^(%d%d?)(.*)$"
  if not hours or tonumber(hours) > 24 then return false end
  local minutes, after = rest:match "^[:.](%d%d)(.*)$"
  if minutes and tonumber(minutes) > 59 then return false end
  local half = (after or rest):gsub("^:%d%d", ""):lower()
  if half:find "^%s*[ap]%.?m%.?$" then return true, true end
  return half == "" and minutes ~= nil and rest:find "^:" ~= nil, #hours == 1
end

--- What a text is meant for, and whether it is written as people do.
---@param text string
---@return "number"|"date"|"time"|nil kind, boolean written
function meaning.of(text)
  if is_number(text) then return "number", false end
  if not text:find "%d" then return nil, false end
  if is_date(text) then return "date", false end
  if is_written_date(text) then return "date", true end
  local is_time, written = clock_of(text)
  if is_time then return "time", written end
  if is_written_number(text) then return "number", true end
  return nil, false
end

return meaning
