-- What SQLite lets pass in a statement, and a stricter database, such as PostgreSQL, refuses. Statements are read as
-- the test dialect makes them (spec.support.other_dialect): names in `backticks`, what the dialect made in {braces}.

local strict = {}

-- What may come behind a condition that is over.
local ENDS = { [""] = true, AND = true, OR = true, ORDER = true, GROUP = true, LIMIT = true, UNION = true, HAVING = true }

local TRUTH_COLUMNS = { "source_day", "extendable", "all_for_all", "over_time" }

-- A number alone is no condition.
local function number_as_condition(plain)
  local text = plain:gsub("BETWEEN%s+%S+%s+AND", "BETWEEN")
  for _, word in ipairs { "WHERE", "AND", "OR", "NOT", "HAVING", "ON" } do
    for after in text:gmatch("%f[%a]" .. word .. "%s+%(*%d+%)*%s*([^%d].?%u*)") do
      if ENDS[after:match "^%u*"] and not after:find "^[<>=!+*/%%-]" then return "a number as a condition after " .. word end
    end
    if text:find("%f[%a]" .. word .. "%s+%(*%d+%)*%s*$") then return "a number as a condition after " .. word end
  end
  -- a CASE of numbers is a number
  if text:find "%f[%a]WHERE%s+%(*CASE%s+WHEN[^;]-THEN%s+%d+%f[^%w]" then return "a CASE of numbers as a condition" end
end

local function truth_as_number(plain)
  for _, name in ipairs(TRUTH_COLUMNS) do
    if plain:find("%f[%w_]" .. name .. "%s*=%s*%d") then return name .. " = a number" end
  end
end

local function subquery_without_name(plain)
  for word, body, after in plain:gmatch "%f[%a](%u+)%s+(%b())%s*(%w*)" do
    if (word == "FROM" or word == "JOIN") and after ~= "AS" then return "a subquery without a name" end
    local inner = subquery_without_name(body:sub(2, -2))
    if inner then return inner end
  end
  for body in plain:gmatch "%b()" do
    local inner = subquery_without_name(body:sub(2, -2))
    if inner then return inner end
  end
end

-- A named subquery that reads itself needs the word.
local function recursion_without_word(text)
  if text:find "WITH RECURSIVE" then return end
  for name, body in text:gmatch "(`[^`]*`)[^`]-%f[%a]AS%s+[{} %u]*(%b())" do
    for _, word in ipairs { "FROM", "JOIN" } do
      if body:find(word .. " " .. name, 1, true) then return name .. " reads itself without RECURSIVE" end
    end
  end
end

--- What a stricter database would refuse in a statement, or nil.
---@param text string  as the dialect made it
---@param plain string  the same with names, literals and what the dialect made taken out
---@return string?
function strict.refused(text, plain)
  if plain:find "%f[%w_]column%d" then return "the name that SQLite gives to a column of VALUES" end
  return number_as_condition(plain) or truth_as_number(plain) or subquery_without_name(plain) or recursion_without_word(text)
end

return strict
