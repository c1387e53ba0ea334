--- Columns that bound items add to those there are, or put in their place.

local added_columns = {}

-- The place each item takes: that of the column of its name, or one at the end.
local function places_of(columns, list)
  local places, at, count = {}, {}, #columns
  for i, column in ipairs(columns) do at[column.name] = i end
  for i, item in ipairs(list) do
    if not at[item.name] then
      count = count + 1
      at[item.name] = count
    end
    places[i] = at[item.name]
  end
  return places
end

--- The columns with those of bound items among them: one of the same name is replaced, others come at the end.
---@param columns table[]
---@param list table[]  bound
---@return table[] columns, integer[] places  the place of each item
function added_columns.among(columns, list)
  local all, places = table.move(columns, 1, #columns, 1, {}), places_of(columns, list)
  for i, item in ipairs(list) do all[places[i]] = item.column end
  return all, places
end

return added_columns
