--- A piece of Lua as tokens, as far as completion needs: names, strings, numbers, signs; a string that is not closed,
-- or a comment, is the last one. Nothing here fails: what is no Lua is a sign.

local tokens = {}

local function string_end(text, at)
  local quote = text:sub(at, at)
  local i = at + 1
  while i <= #text do
    local c = text:sub(i, i)
    if c == "\\" then
      i = i + 1
    elseif c == quote then
      return i
    end
    i = i + 1
  end
  return nil
end

local function long_end(text, at)
  local level = text:match("^%[(=*)%[", at)
  if not level then return nil, false end
  local _, to = text:find("]" .. level .. "]", at + #level + 2, true)
  return to, true
end

-- The token that begins at a byte: its type and its last byte, nil where it is not closed.
local function token(text, at)
  if text:find("^[\"']", at) then return "string", string_end(text, at) end
  if text:find("^%-%-", at) then
    local to, is_long = long_end(text, at + 2)
    if not is_long then to = text:find("\n", at, true) end
    return "comment", to
  end
  local to, is_long = long_end(text, at)
  if is_long then return "string", to end
  to = select(2, text:find("^[%a_][%w_]*", at))
  if to then return "name", to end
  to = select(2, text:find("^%.?%d[%w%.]*", at))
  if to then return "number", to end
  to = select(2, text:find("^%.%.%.?", at)) or select(2, text:find("^[=~<>]=", at)) or select(2, text:find("^::", at))
  return "sign", to or at
end

--- The tokens of a text, in order: { type, text, from, to }. The last has `open = true` where it is a string or a
--- comment that is not closed; comments that are closed are left out.
---@param text string
---@return table[]
function tokens.of(text)
  local list, at = {}, 1
  while true do
    at = text:find("%S", at)
    if not at then return list end
    local what, to = token(text, at)
    if to == nil or what ~= "comment" then
      list[#list + 1] = { type = what, text = text:sub(at, to or #text), from = at, to = to or #text, open = not to }
    end
    at = (to or #text) + 1
  end
end

local CLOSES = { [")"] = "(", ["}"] = "{", ["]"] = "[" }
local OPENS = { ["("] = true, ["{"] = true, ["["] = true }

--- The token that a closing bracket belongs to, as an index; nil when there is none.
---@param list table[]
---@param at integer
---@return integer?
function tokens.opening(list, at)
  local depth = 0
  for i = at, 1, -1 do
    local sign = list[i].type == "sign" and list[i].text
    if CLOSES[sign] then depth = depth + 1 end
    if OPENS[sign] then depth = depth - 1 end
    if depth == 0 then return i end
  end
  return nil
end

--- The brackets that are open at the end of a list of tokens, as indices, the innermost first.
---@param list table[]
---@return integer[]
function tokens.open_brackets(list)
  local open, depth = {}, 0
  for i = #list, 1, -1 do
    local sign = list[i].type == "sign" and list[i].text
    if CLOSES[sign] then
      depth = depth + 1
    elseif OPENS[sign] then
      if depth == 0 then open[#open + 1] = i else depth = depth - 1 end
    end
  end
  return open
end

return tokens
