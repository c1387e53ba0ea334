--- Lists: one field of their records, and what keeps a table from being one.

local lists = {}

--- One field of each record of a list.
---@param list table[]
---@param name string
---@return any[]
function lists.field(list, name)
  local values = {}
  for i, record in ipairs(list) do values[i] = record[name] end
  return values
end

--- What keeps a table from being a list: the place of its first hole, or a key that is no place.
---@param t table
---@return integer? hole, any key
function lists.flaw(t)
  local length, count, stray = 0, 0, nil
  for key in pairs(t) do
    if math.type(key) == "integer" and key >= 1 then
      length, count = math.max(length, key), count + 1
    elseif stray == nil or tostring(key) < tostring(stray) then
      stray = key
    end
  end
  if length == count then return nil, stray end
  for at = 1, length do
    if t[at] == nil then return at, stray end
  end
end

return lists
