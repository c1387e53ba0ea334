--- English for accounts: numbers, amounts, dates, lists, as a reader would say them.
-- Nothing is made more precise than it is written: a range stays a range, a doubtful date says so, and a date that has
-- no plain wording is left as it stands.

local wording = {}

-- Numbers ---------------------------------------------------------------------------------------------------

--- A whole number with commas: 12,000.
---@param n integer
---@return string
function wording.number(n)
  local text = math.tointeger(n) and ("%d"):format(math.abs(n)) or ("%.12g"):format(math.abs(n))
  local whole, rest = text:match "^(%d+)(.*)$"
  text = whole:reverse():gsub("(%d%d%d)", "%1,"):gsub(",$", ""):reverse() .. rest
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

--- "a, b and c" of texts.
---@param list string[]
---@return string
function wording.listed(list)
  local parts = {}
  local function put(text) parts[#parts + 1] = text end
  wording.series(#list, function(i) put(list[i]) end, put)
  return table.concat(parts)
end

return wording
