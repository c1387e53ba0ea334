--- Data as Lua source: values written as literals, and source that can only be data read back.
-- Written text is one line, whatever its bytes. Source is read without trust: before it is compiled, all that stands
-- outside strings and comments is checked to be names of fields, literals and calls of the few functions given. What
-- is left could neither loop, jump, reach a library nor grow, so it runs in time and memory of its own length.

local errors = require "parley.base.errors"
local plain = require "parley.base.plain_text"

local luadata = {}

local find, gsub, format, byte, match = string.find, string.gsub, string.format, string.byte, string.match

-- ## Writing

local NAMED = { ['"'] = '\\"', ["\\"] = "\\\\", ["\n"] = "\\n", ["\r"] = "\\r", ["\t"] = "\\t" }

local ESCAPES = setmetatable({}, { __index = function(escapes, character)
  escapes[character] = NAMED[character] or format("\\x%02x", byte(character))
  return escapes[character]
end })

-- Characters that nobody can see, or that turn the writing direction: a reviewer of a difference has to see them.
local function spell_hidden(character)
  local shown = plain.visible(character)
  return shown ~= character and shown or nil
end

--- A text as a string literal on one line.
---@param text string
---@return string
function luadata.text(text)
  if find(text, '[%c"\\\127-\255]') then
    text = gsub(text, '[%c"\\\127]', ESCAPES)
    if find(text, "[\194-\255]") or find(text, "[\128-\193]") then
      if not utf8.len(text) then text = plain.spell_stray_bytes(text) end
      if find(text, "[\194\216\226\239\243]") then text = gsub(text, "[\194-\244][\128-\191]+", spell_hidden) end
    end
  end
  return '"' .. text .. '"'
end

--- A value as a literal: text, a number with its type, or a truth value.
---@param value string|number|boolean
---@return string
function luadata.literal(value)
  if type(value) == "string" then return luadata.text(value) end
  if type(value) == "boolean" then return tostring(value) end
  if value == math.mininteger and math.type(value) == "integer" then return "0x8000000000000000" end
  if value == math.huge then return "1e999" end
  if value == -math.huge then return "-1e999" end
  return plain.number(value)
end

-- ## Reading

local WORDS = { ["true"] = true, ["false"] = true, ["nil"] = true }

-- The text with its strings and comments emptied, when there are comments or quotes other than double ones.
local function blank_slowly(text)
  local parts, at = {}, 1
  while true do
    local start, _, mark = find(text, "([\"'%-%[])", at)
    if not start then break end
    parts[#parts + 1] = text:sub(at, start - 1)
    local _, last
    if mark == "-" and text:sub(start + 1, start + 1) == "-" then
      if find(text, "^%[=*%[", start + 2) then return nil, errors.new "malformed.long_comment" end
      _, last = find(text, "^[^\r\n]*", start)
    elseif mark == "-" then
      parts[#parts + 1], last = "-", start
    elseif mark == "[" then
      return nil, errors.new("malformed.no_data", { found = "[" })
    else
      _, last = find(text, mark == '"' and '^[^"\r\n]*"' or "^[^'\r\n]*'", start + 1)
      if not last then return nil, errors.new "malformed.open_string" end
      parts[#parts + 1] = ","
    end
    at = last + 1
  end
  parts[#parts + 1] = text:sub(at)
  return table.concat(parts)
end

-- What a backslash escapes goes first, so that a quote always ends a string. Where the real text has a backslash
-- outside strings, it does not compile. Comments are left alone by it, since a comment cannot be told yet: a line end
-- stays, so that none can swallow its next line.
local function blank(text)
  local short = find(text, "\\", 1, true) and gsub(text, "\\[^\r\n]", "") or text
  local quick = gsub(short, '"[^"\r\n]*"', ",")
  if find(quick, "--", 1, true) or find(quick, "[\"'%[]") then return blank_slowly(short) end
  return quick
end

-- What the text has outside strings that is no data, or nil. Names of fields go first: most of the rest is they.
local function fault_of(text, calls)
  local rest, why = blank(text)
  if not rest then return why end
  rest = gsub(rest, "%f[%w_][%a_][%w_]*%s*=", "=")
  local strange = match(rest, "[^%w_%s{}(),=;.+-]")
  if strange then return errors.new("malformed.no_data", { found = plain.visible(strange) }) end
  if find(rest, "%.%s*[%a_]") then return errors.new "malformed.no_field" end
  for word in rest:gmatch "%f[%w_]([%a_][%w_]*)" do
    if not WORDS[word] and not calls[word] then return errors.new("malformed.no_data", { found = word }) end
  end
end

--- Runs a text of data, whose statements can call the functions `calls` only.
---@param text string
---@param calls table<string, fun(...: any)>
---@return true? done, parley.Error? err, integer? line of the text, where it is known
function luadata.run(text, calls)
  local fault = fault_of(text, calls)
  if fault then return nil, fault end
  local environment = setmetatable({}, { __index = calls, __newindex = function()
    fault = errors.new "malformed.dump_assignment"
    error("", 2)                                              -- Lua says on which line
  end })
  local chunk, message = load(text, "=data", "t", environment)
  local done = chunk ~= nil
  if done then done, message = pcall(chunk) end
  if done then return true end
  if errors.ends_call(message) then return nil, message end
  local words, line = errors.in_chunk(message, "data")
  return nil, fault or errors.new("malformed.lua", { message = words }), line
end

-- ## Statements of a file, some at a time

local BATCH = 1 << 18
local LONGEST = 1 << 28

-- Where the last statement of the text begins, on a line of its own, unless it is the first one. It is looked for near
-- the end first.
local function last_start(text, starts)
  local length, found = 4096, nil
  repeat
    local before = math.max(#text - length, 0)
    local tail = text:sub(before + 1)
    for _, start in ipairs(starts) do
      local at = match(tail, "^.*()\n" .. start)
      if at and (not found or before + at > found) then found = before + at end
    end
    length = 8 * length
  until found or before == 0
  return found
end

--- How many lines end in a text.
---@param text string
---@return integer
function luadata.count_lines(text) return select(2, gsub(text, "\n", "")) end

--- The texts of a file with whole statements in each, and the lines before them. A statement that is too long ends it
--- with false and an error object; a failure to read with false, message and code.
---@param file file*
---@param starts string[] patterns of what statements begin with
---@return fun(): string|nil|false, integer|string|nil, integer?
function luadata.pieces(file, starts)
  local carry, line, ended = "", 0, false
  local function give(text)
    local before = line
    line = line + luadata.count_lines(text)
    return text, before
  end
  return function()
    while not ended do
      local more, message, code = file:read(math.max(BATCH, #carry))
      if message then return false, message, code end
      ended = more == nil
      local text = carry .. (more or "")
      if ended then return give(text) end
      local at = last_start(text, starts)
      carry = at and text:sub(at + 1) or text
      if at then return give(text:sub(1, at)) end
      if #carry > LONGEST then return false, errors.new("malformed.long_statement", { most = LONGEST }) end
    end
  end
end

--- The line, within a text, at which its n-th statement begins.
---@param text string
---@param starts string[]
---@param n integer
---@return integer
function luadata.line_of(text, starts, n)
  local line, count = 0, 0
  for here in (text .. "\n"):gmatch "(.-)\n" do
    line = line + 1
    for _, start in ipairs(starts) do
      if find(here, "^" .. start) then count = count + 1 end
    end
    if count >= n then return line end
  end
  return 1
end

return luadata
