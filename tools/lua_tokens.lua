-- Lua's source as tokens: names and keywords, numbers, strings, marks.

local lua_tokens = {}

local PATTERNS = { { "^%-%-%[(=*)%[", "long" }, { "^%-%-[^\n]*" }, { "^%[(=*)%[", "long" }, { "^[%a_][%w_]*", "name" },
  { "^0[xX][%x.]+", "number" },
  { "^%d[%w.]*", "number" }, { "^%.%.%.?", "mark" }, { "^[=~<>]=", "mark" }, { "^//", "mark" }, { "^::", "mark" },
  { "^[%p]", "mark" } }

-- A string goes to the next mark of its kind that no backslash takes.
local function end_of_string(text, at)
  local quote = text:sub(at, at)
  repeat
    at = at + (text:sub(at, at) == "\\" and 2 or 1)
  until text:sub(at, at) == quote or at > #text
  return at
end

local function next_token(text, at)
  if text:find("^[\"']", at) then return end_of_string(text, at), "string" end
  for _, pattern in ipairs(PATTERNS) do
    local _, last, level = text:find(pattern[1], at)
    if last and pattern[2] == "long" then
      local comment = text:sub(at, at + 1) == "--"
      return select(2, text:find("]" .. level .. "]", last, true)), not comment and "string" or nil
    elseif last then
      return last, pattern[2]
    end
  end
end

--- The tokens of a chunk, without comments: each its text, kind and line.
---@param text string
---@return table[]
function lua_tokens.of(text)
  local list, at, line = {}, 1, 1
  text = text:gsub("^#[^\n]*", "")
  while true do
    local blank = text:match("^%s*", at)
    line, at = line + select(2, blank:gsub("\n", "")), at + #blank
    if at > #text then break end
    local last, kind = next_token(text, at)
    local word = text:sub(at, last)
    if kind then list[#list + 1] = { word, kind = kind, line = line } end
    line, at = line + select(2, word:gsub("\n", "")), last + 1
  end
  return list
end

return lua_tokens
