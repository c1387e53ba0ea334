--- Names of parties in pictures, which are read by people who do not know their ids.

local core = require "parley.core"
local item_lists = require "parley.base.item_lists"

local party_names = {}

--- A function that gives the name of a party, or of several, "colombia; farc"; the id where none is known.
---@param ds parley.Dataset
---@return fun(ids: string): string
function party_names.of(ds)
  local names = {}
  for id, name in ds:table("parties"):each("id", "name") do names[id] = name ~= core.null and name or nil end
  return function(ids)
    local list = {}
    for id in item_lists.each(ids, true) do list[#list + 1] = names[id] or id end
    return table.concat(list, ", ")
  end
end

return party_names
