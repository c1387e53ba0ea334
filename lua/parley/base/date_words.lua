--- Dates with precision in words: short for tables ("20–30 Jun 2025"), long for sentences ("20 to 30 June 2025").
-- A year, month, season or day of four-digit years is worded; other spellings (201X, Y17000, -0044) have no better
-- wording than their own.

local core = require "parley.core"

local date_words = {}

local match = string.match

--- The months, and the seasons by their numbers in EDTF.
---@type table<integer, string>
date_words.MONTHS = table.move(core.months, 1, 12, 1, { [21] = "spring", [22] = "summer", [23] = "autumn",
  [24] = "winter" })

local MONTHS = date_words.MONTHS
local SHORT = {}
for i, name in pairs(MONTHS) do SHORT[i] = i <= 12 and name:sub(1, 3) or name end

-- A date as { text, year, month, day, mark, shape }, its month in these words; nil for other spellings.
local function moment(text, months)
  local body, mark = match(text, "^([%dX-]+)([?~%%]?)$")
  local year, rest = match(body or "", "^(%d%d%d%d)(.*)$")
  if not year then return nil end
  local m = { text = body, year = year, mark = mark }
  if rest == "" then
    m.shape = "year"
  elseif rest == "-XX" or rest == "-XX-XX" then
    m.shape = "some month"
  else
    local month, day = match(rest, "^%-(%d%d)$"), nil
    if not month then month, day = match(rest, "^%-(%d%d)%-([%dX][%dX])$") end
    m.month = months[tonumber(month)]
    if not m.month or day and tonumber(month) > 12 then return nil end
    m.day, m.shape = tonumber(day), day == "XX" and "some day" or day and "day" or "month"
  end
  return m
end

-- The two sides of an interval; nil for a single date.
local function sides(text) return match(text, "^([^/]*)/([^/]*)$") end

-- Words for an interval of which one end is open ("..") or unknown (nothing).
local function half_open(before, after, months, words, unknown)
  local m = moment(before, months) or moment(after, months)
  if not m then return nil end
  local text = words(m)
  if after == ".." then return text and "since " .. text end
  if before == ".." then return text and "by " .. text end
  local open = after == "" and unknown.after or before == "" and unknown.before
  return text and open and open:format(text)
end

-- Short ------------------------------------------------------------------------------------------------

-- Parts that are not known have no short words.
local function short(m)
  if m.shape == "day" then return ("%d %s %s"):format(m.day, m.month, m.year) end
  if m.shape == "month" then return m.month .. " " .. m.year end
  return m.shape == "year" and m.year or nil
end

-- Approximate dates read "about …"; uncertain ones keep their question mark, set apart.
local function qualified(text, mark)
  if text and (mark == "~" or mark == "%") then text = "about " .. text end
  if text and (mark == "?" or mark == "%") then text = text .. " ?" end
  return text
end

-- What both ends share is said once: 20–30 Jun 2025, 28 May – 2 Jun 2025, Mar–May 2025.
local function short_span(a, b)
  local same_year, same_month = a.year == b.year, a.month == b.month
  if same_year and same_month and a.day and b.day then return ("%d–%s"):format(a.day, short(b)) end
  if not (a.month or b.month) then return a.year .. "–" .. b.year end
  if same_year and a.month and b.month and not (a.day or b.day) then return a.month .. "–" .. short(b) end
  if same_year and a.day and b.day then return ("%d %s – %s"):format(a.day, a.month, short(b)) end
  return short(a) .. " – " .. short(b)
end

local UNKNOWN_SHORT = { after = "%s – unknown", before = "unknown – %s" }

local function short_interval(before, after)
  local a, b = moment(before, SHORT), moment(after, SHORT)
  if not (a and b) then
    return half_open(before, after, SHORT, function(m) return qualified(short(m), m.mark) end, UNKNOWN_SHORT)
  end
  -- with a doubtful end it would not be plain which end the doubt is about
  if a.mark ~= "" or b.mark ~= "" or before == after or not (short(a) and short(b)) then return nil end
  return short_span(a, b)
end

--- A date in few words: `2025-06` is "Jun 2025", `2025-06-20/2025-06-30` is "20–30 Jun 2025", `2025-03/..` is
--- "since Mar 2025". A single day stays as stored, and so does whatever has no clear wording.
---@param text string EDTF
---@return string
function date_words.short(text)
  local before, after = sides(text)
  if before then return short_interval(before, after) or text end
  local m = moment(text, SHORT)
  if not m then return text end
  return qualified(m.day and m.text or short(m), m.mark) or text
end

-- Long -------------------------------------------------------------------------------------------------

local SHAPES = {
  year = function(m) return m.year end,
  ["some month"] = function(m) return "a month of " .. m.year end,
  month = function(m) return m.month .. " " .. m.year end,
  ["some day"] = function(m) return "a day in " .. m.month .. " " .. m.year end,
  day = function(m) return ("%d %s %s"):format(m.day, m.month, m.year) end,
}

local function bare(m) return SHAPES[m.shape](m) end
local function doubt(m) return (m.mark == "?" or m.mark == "%") and " (uncertain)" or "" end
local function rough(m) return m.mark == "~" or m.mark == "%" end
local function noun(m) return (rough(m) and "about " or "") .. bare(m) .. doubt(m) end

-- Both ends of a span, what they share said once: "26" and "31 May 2025".
local function ends(a, b)
  local first = noun(a)
  if a.mark ~= "" or a.year ~= b.year or a.shape ~= b.shape then return first, noun(b) end
  if a.shape == "day" then
    first = a.month == b.month and ("%d"):format(a.day) or ("%d %s"):format(a.day, a.month)
  elseif a.shape == "month" then
    first = a.month
  end
  return first, noun(b)
end

local UNKNOWN_LONG = { after = "from %s to an unknown day", before = "from an unknown day to %s" }

-- An interval, its two ends put into `words`; nil where it has none.
local function long_interval(before, after, words)
  local a, b = moment(before, MONTHS), moment(after, MONTHS)
  if a and b then return words:format(ends(a, b)) end
  return half_open(before, after, MONTHS, noun, UNKNOWN_LONG)
end

--- A date as a noun: "2 June 2025", "26 to 31 May 2025", "about May 2024", "by 1 June 2025".
---@param text string  EDTF
---@return string
function date_words.noun(text)
  local before, after = sides(text)
  if before then return long_interval(before, after, "%s to %s") or text end
  local m = moment(text, MONTHS)
  return m and noun(m) or text
end

--- A date as when something was: "on 2 June 2025", "in June 2025", "between 26 and 31 May 2025", "by 1 June 2025"; what
--- lasts is "from 12 to 13 April 2024".
---@param text string  EDTF
---@param lasts boolean?
---@return string
function date_words.when(text, lasts)
  local before, after = sides(text)
  if before then
    return long_interval(before, after, lasts and "from %s to %s" or "between %s and %s") or "in " .. text
  end
  local m = moment(text, MONTHS)
  if not m then return "in " .. text end
  local preposition = rough(m) and "around " or (m.shape == "day" or m.shape == "some day") and "on " or "in "
  return preposition .. bare(m) .. doubt(m)
end

return date_words
