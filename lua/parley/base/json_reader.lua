--- JSON text as tables of Lua: what parley.base.json has written, read again; null is nil, and an empty object a table.
-- Files of users are read in C, record by record; this is for texts of our own, each short and whole.

local json_reader = {}

local find, match, sub = string.find, string.match, string.sub

local LETTERS = { b = "\b", f = "\f", n = "\n", r = "\r", t = "\t", ['"'] = '"', ["\\"] = "\\", ["/"] = "/" }

-- Raised, and caught below: the text is no JSON.
local NO_JSON <const> = {}

local function fail() error(NO_JSON, 0) end

-- A character by its number in UTF-16, a pair of which may stand for one.
local function unescaped(high, low)
  local first, second = tonumber(high, 16), low and tonumber(low, 16)
  if not second then return utf8.char(first) end
  return utf8.char(0x10000 + ((first - 0xD800) << 10) + (second - 0xDC00))
end

-- The text whose quotes begin at a place, and the place behind it.
local function text_at(text, at)
  local from, parts = at + 1, nil
  while true do
    local stop = find(text, '["\\]', from) or fail()
    local plain = sub(text, from, stop - 1)
    if sub(text, stop, stop) == '"' then return parts and table.concat(parts) .. plain or plain, stop + 1 end
    parts = parts or {}
    local letter, high = sub(text, stop + 1, stop + 1), match(text, "^u(%x%x%x%x)", stop + 1)
    local low = high and match(high, "^[dD][89abAB]") and match(text, "^\\u([dD][c-fC-F]%x%x)", stop + 6)
    parts[#parts + 1] = plain .. (high and unescaped(high, low) or LETTERS[letter] or fail())
    from = stop + (low and 12 or high and 6 or 2)
  end
end

local value_at

-- Behind an item: the place of the next one, or nil and the place behind the bracket.
local function after_item(text, at, bracket)
  local sign, next_at = match(text, "^%s*(.)%s*()", at)
  if sign == "," then return next_at end
  if sign == bracket then return nil, at + #match(text, "^%s*.", at) end
  fail()
end

local function list_at(text, at)
  local list, count, behind = {}, 0, match(text, "^%[%s*%]()", at)
  at = not behind and match(text, "^%[%s*()", at)
  while at do
    count = count + 1
    list[count], at = value_at(text, at)
    at, behind = after_item(text, at, "]")
  end
  return list, behind
end

local function object_at(text, at)
  local object, behind = {}, match(text, "^{%s*}()", at)
  at = not behind and match(text, "^{%s*()", at)
  while at do
    if sub(text, at, at) ~= '"' then fail() end
    local name, after = text_at(text, at)
    object[name], at = value_at(text, match(text, "^%s*:%s*()", after) or fail())
    at, behind = after_item(text, at, "}")
  end
  return object, behind
end

local WORDS = { ["true"] = true, ["false"] = false }

function value_at(text, at)
  local sign = sub(text, at, at)
  if sign == '"' then return text_at(text, at) end
  if sign == "[" then return list_at(text, at) end
  if sign == "{" then return object_at(text, at) end
  local word, behind = match(text, "^([%w.+-]+)()", at)
  if WORDS[word] ~= nil then return WORDS[word], behind end
  if word == "null" then return nil, behind end
  local number = word and match(word, "^-?%d") and not find(word, "[xX]") and tonumber(word) or fail()
  return number, behind
end

--- The value of a JSON text; nil and false where it is none.
---@param text string
---@return any value, boolean? is_json
function json_reader.read(text)
  local done, value, behind = pcall(value_at, text, match(text, "^%s*()"))
  if done and find(text, "^%s*$", behind) then return value end
  if not done and value ~= NO_JSON then error(value, 0) end
  return nil, false
end

return json_reader
