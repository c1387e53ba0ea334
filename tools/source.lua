--- Source text taken apart: what of each line is code, what is comment, and which strings begin or go on in it.
-- tools/layers.lua and tools/measure.lua read C and Lua with it, so that neither a comment nor a string fools them.

local source = {}

local PLAIN = {
  lua = { line = "%-%-", quotes = "[\"']" },
  c = { line = "//", block = "/%*", quotes = "[\"']" },
}

-- How a long bracket of Lua at a place ends: "]==]", and where its text begins.
local function long_bracket(text, at)
  local level = text:match("^%[(=*)%[", at)
  if level then return "]" .. level .. "]", at + #level + 2 end
end

-- The place after a quoted string that begins at `at`.
local function after_quotes(text, at)
  local quote, i = text:sub(at, at), at + 1
  while i <= #text do
    local c = text:sub(i, i)
    if c == "\\" then
      i = i + 1
    elseif c == quote or c == "\n" then
      return i + 1
    end
    i = i + 1
  end
  return i
end

-- What begins at a place: "comment" or "string", where it ends (exclusive), and where the text of a string stands.
local function piece_at(text, at, language)
  local rules = PLAIN[language]
  if language == "lua" and text:find("^%-%-%[=*%[", at) then
    local ending, from = long_bracket(text, at + 2)
    local _, stop = text:find(ending, from, true)
    return "comment", (stop or #text) + 1
  elseif text:find("^" .. rules.line, at) then
    return "comment", text:find("\n", at, true) or #text + 1
  elseif rules.block and text:find("^" .. rules.block, at) then
    local _, stop = text:find("*/", at + 2, true)
    return "comment", (stop or #text) + 1
  elseif text:find("^" .. rules.quotes, at) then
    local stop = after_quotes(text, at)
    return "string", stop, at + 1, stop - 2
  elseif language == "lua" and long_bracket(text, at) then
    local ending, from = long_bracket(text, at)
    local start, stop = text:find(ending, from, true)
    return "string", (stop or #text) + 1, from, (start or #text + 1) - 1
  end
end

local function new_line(number)
  return { number = number, code = "", bare = "", comment = false, remark = "", strings = {} }
end

-- Adds a piece of text to the lines it stands on.
local function add(lines, text, kind)
  local first = true
  for part in (text .. "\n"):gmatch "(.-)\n" do
    if not first then lines[#lines + 1] = new_line(#lines + 1) end
    local line = lines[#lines]
    if kind == "comment" then
      line.comment = line.comment or part:find "%S" ~= nil
      line.remark = line.remark .. part
    else
      line.code = line.code .. part
      if kind == "code" then line.bare = line.bare .. part end
    end
    first = false
  end
end

-- Notes a string with each line that a part of it stands on.
local function note_string(lines, from_line, text)
  local number = from_line
  for part in (text .. "\n"):gmatch "(.-)\n" do
    if lines[number] then table.insert(lines[number].strings, part) end
    number = number + 1
  end
end

---@class parley.SourceLine
---@field number integer
---@field code string     without comments
---@field bare string     without comments and strings
---@field comment boolean whether a comment stands on it
---@field remark string   the text of its comments
---@field strings string[] the texts of its strings; of one over several lines, the part on this one

--- The lines of a text.
---@param text string
---@param language "c"|"lua"
---@return parley.SourceLine[]
function source.lines(text, language)
  local lines, at, from = { new_line(1) }, 1, 1
  if language == "lua" then text = text:gsub("^#[^\n]*", "") end
  local starts = language == "lua" and "[-\"'%[]" or "[/\"']"
  while true do
    local i = text:find(starts, at)
    if not i then break end
    local kind, stop, inner, last = piece_at(text, i, language)
    if kind then
      add(lines, text:sub(from, i - 1), "code")
      local line = #lines
      add(lines, text:sub(i, stop - 1), kind)
      if kind == "string" then
        note_string(lines, line, text:sub(inner, last))
        lines[#lines].bare = lines[#lines].bare .. '""'
      end
      from = stop
    end
    at = stop or i + 1
  end
  add(lines, text:sub(from), "code")
  if lines[#lines].code == "" and not lines[#lines].comment then lines[#lines] = nil end
  return lines
end

--- The lines of a file, read by its extension.
---@param path string
---@return parley.SourceLine[]
function source.file(path)
  local file = assert(io.open(path, "rb"))
  local text = file:read "a"
  file:close()
  return source.lines(text, path:find "%.lua$" and "lua" or "c")
end

--- The files below a folder with one of these extensions, in order, without those that match a pattern of `skip`.
---@param folder string
---@param extensions string[]
---@param skip string[]?
---@return string[] paths  below the folder
function source.files(folder, extensions, skip)
  local paths = {}
  local pipe <close> = assert(io.popen("cd '" .. folder:gsub("'", "'\\''") .. "' && find . -type f"))
  for line in pipe:lines() do
    local path = line:gsub("^%./", "")
    local wanted = false
    for _, extension in ipairs(extensions) do wanted = wanted or path:sub(-#extension - 1) == "." .. extension end
    for _, pattern in ipairs(skip or {}) do wanted = wanted and not path:find(pattern) end
    if wanted then paths[#paths + 1] = path end
  end
  table.sort(paths)
  return paths
end

return source
