--- JSON text: strings, lists and objects, written one way for exports, packages, citations and lists of ids.
-- Objects keep the order of their keys. Text is taken to be UTF-8; who has other bytes mends or refuses them before.

local plain = require "parley.base.plain_text"
local public_call = require "parley.base.public_call"

local json = {}

local find, gsub, byte, concat = string.find, string.gsub, string.byte, table.concat
local is_harmless = plain.is_harmless

local ESCAPES = setmetatable({
  ['"'] = '\\"', ["\\"] = "\\\\", ["\n"] = "\\n", ["\r"] = "\\r", ["\t"] = "\\t", ["\b"] = "\\b", ["\f"] = "\\f",
  -- line ends to JavaScript, though not to JSON
  ["\u{2028}"] = "\\u2028", ["\u{2029}"] = "\\u2029",
}, { __index = function(_, character) return ("\\u%04x"):format(byte(character)) end })

--- A text as a JSON string.
---@param text string
---@return string
function json.text(text)
  if not is_harmless(text) then
    text = gsub(text, '[\0-\31"\\\127]', ESCAPES)
    if find(text, "\226\128", 1, true) then text = gsub(text, "\226\128[\168\169]", ESCAPES) end
  end
  return '"' .. text .. '"'
end

--- A list of texts and whole numbers, from one place to another.
---@param list (string|integer)[]
---@param from integer?  1 if absent
---@param to integer?  the last if absent
---@return string
function json.list(list, from, to)
  local parts = {}
  for i = from or 1, to or #list do
    local item = list[i]
    parts[#parts + 1] = math.type(item) == "integer" and ("%d"):format(item) or json.text(item)
  end
  return "[" .. concat(parts, ",") .. "]"
end

local Object = {}

--- An object from keys and values in turn; what is nil is left out.
---@param ... any
---@return table
function json.object(...)
  local self = setmetatable({}, Object)
  for i = 1, select("#", ...), 2 do
    local key, value = select(i, ...)
    if value ~= nil then self[#self + 1] = { key, value } end
  end
  return self
end

---@class parley.JsonStyle
---@field comma string  between members
---@field colon string  after a key
---@field indent string?  how far members are moved in, each on a line of its own; lists of plain values stay on one

--- Without a space, as stored; on one line, for people; and indented.
---@type table<string, parley.JsonStyle>
json.styles = {
  compact = { comma = ",", colon = ":" },
  line = { comma = ", ", colon = ": " },
  indented = { comma = ", ", colon = ": ", indent = "  " },
}

local write

local function members(value, style, inner)
  local parts, is_object = {}, getmetatable(value) == Object
  for i, member in public_call.each(value) do
    parts[i] = is_object and json.text(member[1]) .. style.colon .. write(member[2], style, inner)
      or write(member, style, inner)
  end
  return parts
end

function write(value, style, outer)
  if type(value) == "string" then return json.text(value) end
  if type(value) ~= "table" then return tostring(value) end
  local is_object = getmetatable(value) == Object
  local inner = outer .. (style.indent or "")
  local parts = members(value, style, inner)
  local open, close = is_object and "{" or "[", is_object and "}" or "]"
  if #parts == 0 or not style.indent or not is_object and type(value[1]) ~= "table" then
    return open .. concat(parts, style.comma) .. close
  end
  return ("%s\n%s%s\n%s%s"):format(open, inner, concat(parts, ",\n" .. inner), outer, close)
end

--- Text, numbers, truth values, lists, and objects made by `object`, as JSON.
---@param value any
---@param style parley.JsonStyle
---@return string
function json.write(value, style) return write(value, style, "") end

return json
