--- What the options of a command are to the call that it makes.

local given = {}

--- The first of what an option was given.
---@param list string[]?
---@return string?
function given.first(list) return list and list[1] end

--- What an option was given, or nil: one that was not given is an empty list.
---@param list string[]?
---@return string[]?
function given.some(list) return list and list[1] and list or nil end

--- The number that a text is, or the text: the call tells what is none.
---@param text string?
---@return integer|string|nil
function given.number(text) return text and (math.tointeger(tonumber(text)) or text) or nil end

--- Names that one option gave, between commas or one by one; or nil.
---@param list string[]?
---@return string[]?
function given.names(list)
  if not given.some(list) then return nil end
  local found = {}
  for _, text in ipairs(list) do
    for name in text:gmatch "[^,]+" do found[#found + 1] = name:match "^%s*(.-)%s*$" end
  end
  return found
end

--- The dataset as whom --as names.
---@param call parley.Call
---@return parley.Dataset
function given.writer(call)
  local name = call.options.as
  return name and call.ds:as_coder(name, { others = true }) or call.ds
end

return given
