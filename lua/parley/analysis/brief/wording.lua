--- English for accounts: numbers, amounts, dates, lists, as a reader would say them.
-- Nothing is made more precise than it is written: a range stays a range, a doubtful date says so, and a date that has
-- no plain wording is left as it stands.

local wording = {}

-- Numbers ---------------------------------------------------------------------------------------------------

--- A whole number with commas: 12,000.
---@param n integer
---@return string
function wording.number(n)
  local text = ("%d"):format(math.abs(n)):reverse():gsub("(%d%d%d)", "%1,"):gsub(",$", ""):reverse()
  return n < 0 and "-" .. text or text
end

local SMALL = { "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve" }

--- "one source", "two sources", …; numbers up to twelve in words.
---@param n integer
---@param word string  in the singular
---@return string
function wording.count(n, word)
  return ("%s %s%s"):format(SMALL[n] or wording.number(n), word, n == 1 and "" or "s")
end

--- An amount: "6,000", "at least 30 days", "1,000 to 1,200 people", "30 to 80 carts, most likely 50"; nil without a
--- number.
---@param low integer?
---@param best integer?
---@param high integer?
---@param unit string?
---@return string?
function wording.amount(low, best, high, unit)
  local number, of = wording.number, unit and " " .. unit or ""
  if low and low == high then return number(low) .. of end
  if not low and not high then return best and "about " .. number(best) .. of or nil end
  local likely = best and best ~= low and best ~= high and ", most likely " .. number(best) or ""
  if not high then return "at least " .. number(low) .. of .. likely end
  if not low then return "at most " .. number(high) .. of .. likely end
  return number(low) .. " to " .. number(high) .. of .. likely
end

-- Dates -----------------------------------------------------------------------------------------------------

local MONTHS = { "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
  "November", "December", [21] = "spring", [22] = "summer", [23] = "autumn", [24] = "winter" }

-- A year, month, season or day of four-digit years as { day, month, year, mark, shape }; nil for other spellings.
local function moment(text)
  local body, mark = text:match "^([%dX-]+)([?~%%]?)$"
  local year, rest = (body or ""):match "^(%d%d%d%d)(.*)$"
  if not year then return nil end
  if rest == "" then return { year = year, mark = mark, shape = "year" } end
  if rest == "-XX" or rest == "-XX-XX" then return { year = year, mark = mark, shape = "some month" } end
  local month, day = rest:match "^%-(%d%d)$", nil
  if not month then month, day = rest:match "^%-(%d%d)%-([%dX][%dX])$" end
  local name = MONTHS[tonumber(month)]
  if not name then return nil end
  if day == "XX" then return { year = year, month = name, mark = mark, shape = "some day" } end
  return { year = year, month = name, day = tonumber(day), mark = mark, shape = day and "day" or "month" }
end

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

-- The two sides of an interval; nil for a single date.
local function sides(text) return text:match "^([^/]*)/([^/]*)$" end

-- Words for an interval of which one end is open ("..") or unknown (nothing).
local function half_open(before, after)
  local m = moment(before) or moment(after)
  if not m then return nil end
  if after == ".." then return "since " .. noun(m) end
  if before == ".." then return "by " .. noun(m) end
  return after == "" and "from " .. noun(m) .. " to an unknown day" or "from an unknown day to " .. noun(m)
end

--- A date as a noun: "2 June 2025", "26 to 31 May 2025", "about May 2024", "by 1 June 2025".
---@param text string  EDTF
---@return string
function wording.date(text)
  local before, after = sides(text)
  if before then
    local a, b = moment(before), moment(after)
    if a and b then return ("%s to %s"):format(ends(a, b)) end
    return half_open(before, after) or text
  end
  local m = moment(text)
  return m and noun(m) or text
end

--- A date as when something was: "on 2 June 2025", "in June 2025", "between 26 and 31 May 2025", "by 1 June 2025"; what
--- lasts is "from 12 to 13 April 2024".
---@param text string  EDTF
---@param lasts boolean?
---@return string
function wording.when(text, lasts)
  local before, after = sides(text)
  if before then
    local a, b = moment(before), moment(after)
    if a and b then return (lasts and "from %s to %s" or "between %s and %s"):format(ends(a, b)) end
    return half_open(before, after) or "in " .. text
  end
  local m = moment(text)
  if not m then return "in " .. text end
  local preposition = rough(m) and "around " or (m.shape == "day" or m.shape == "some day") and "on " or "in "
  return preposition .. bare(m) .. doubt(m)
end

-- Words -----------------------------------------------------------------------------------------------------

--- With a capital, where it begins with a plain letter.
---@param text string
---@return string
function wording.capital(text) return (text:gsub("^%l", string.upper)) end

--- "an exchange", "a pledge".
---@param text string
---@return string
function wording.article(text) return (text:find "^[aeiouAEIOU]" and "an " or "a ") .. text end

--- "Russia's", "Ukraine's Western allies'".
---@param name string
---@return string
function wording.possessive(name) return name .. (name:find "s$" and "'" or "'s") end

-- Kinds of parties whose names are proper nouns without an article; others have one when they are several words.
local BARE_KINDS = { outlet = true, group = true }
local STATES_WITH_ARTICLE = { "^United ", "Republic", "Kingdom", "Federation", "Emirates", "States", "Union", "Islands",
  "^Netherlands$", "^Philippines$" }

local function state_has_article(name)
  for _, pattern in ipairs(STATES_WITH_ARTICLE) do
    if name:find(pattern) then return true end
  end
  return false
end

--- The name of a party as it stands in a sentence: "the League of Nine Ports", "the United States", "Russia".
---@param name string
---@param kind string?  what sort of party
---@return string
function wording.the(name, kind)
  local first, rest = name:match "^(%S+)%s+(.+)$"
  if not kind or BARE_KINDS[kind] or name:find "^[Tt]he " or (first and first:find "'s?$") then return name end
  if kind == "state" then return (state_has_article(name) and "the " or "") .. name end
  return (rest and "the " or "") .. name
end

--- "a, b and c"; items with commas of their own are set apart by semicolons. Works on any values that `concat` joins.
---@param n integer  how many items
---@param put fun(i: integer)  says item i
---@param say fun(text: string)  says what stands between
---@param between string?  "," or ";"
function wording.series(n, put, say, between)
  for i = 1, n do
    if i > 1 then say(i == n and (between == ";" and "; and " or " and ") or (between or ",") .. " ") end
    put(i)
  end
end

return wording
