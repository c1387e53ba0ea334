--- Tables of names: copies of them, and their keys in an order that does not change from run to run.

local records = {}

--- A copy with some fields other; the values themselves are those of the first. Of a dataset too, whose pairs() goes
--- over its tables.
---@param record table
---@param changes table?
---@return table
function records.copy_of(record, changes)
  local copy = {}
  for k, v in next, record do copy[k] = v end
  if changes then
    for k, v in pairs(changes) do copy[k] = v end
  end
  return copy
end

--- The first key of a table, by its text, for which a test holds; nil: none. What a message names must not depend on
--- the order of a table.
---@param given table
---@param is_wrong fun(key: any): any
---@return any
function records.first_key(given, is_wrong)
  local first
  for key in pairs(given) do
    if is_wrong(key) and (first == nil or tostring(key) < tostring(first)) then first = key end
  end
  return first
end

--- Goes through a table in the order of its keys as texts, so that what is found first does not change from run to run.
---@param given table
---@return fun(): any, any
function records.by_key(given)
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
function records.is_no_text(key) return type(key) ~= "string" end

return records
