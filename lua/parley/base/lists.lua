--- Lists and tables of names: their fields, their keys in an order that does not change, and what is wrong with them.

local lists = {}

--- The first key of a table, by its text, for which a test holds; nil: none. What a message names must not depend on
--- the order of a table.
---@param given table
---@param is_wrong fun(key: any): any
---@return any
function lists.first_key(given, is_wrong)
  local first
  for key in pairs(given) do
    if is_wrong(key) and (first == nil or tostring(key) < tostring(first)) then first = key end
  end
  return first
end

--- Goes through a table in the order of its keys as texts, so that what is found first does not change from run to run.
---@param given table
---@return fun(): any, any
function lists.by_key(given)
  local keys, at = {}, 0
  for key in pairs(given) do keys[#keys + 1] = key end
  table.sort(keys, function(a, b) return tostring(a) < tostring(b) end)
  return function()
    at = at + 1
    return keys[at], given[keys[at]]
  end
end

--- Whether a value is something other than text: of keys that should be names.
---@param key any
---@return boolean
function lists.is_no_text(key) return type(key) ~= "string" end

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
