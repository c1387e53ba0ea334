--- The key of a row as one text, for rows that meet in Lua: equal where each of its values is. A whole number is one
-- value, whether its column holds integers or numbers.

local plain = require "parley.base.plain_text"

local row_key = {}

--- A value of a key, as it is written.
---@param value any
---@return string
function row_key.shown(value)
  if value == nil then return "nil" end
  return type(value) == "string" and value or plain.bare(math.type(value) == "float" and math.tointeger(value) or value)
end

--- The text of a key. Values stand in it with their lengths, so that none can be taken for the end of another.
---@param count integer   of its values
---@param value_of fun(at: integer): any
---@return string
function row_key.of(count, value_of)
  local parts = {}
  for at = 1, count do
    local value = value_of(at)
    local text = row_key.shown(value)
    parts[at] = ("%s%d:%s"):format(value == nil and "-" or "+", #text, text)
  end
  return table.concat(parts)
end

return row_key
