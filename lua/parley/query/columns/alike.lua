--- Nodes of one type for columns that come into one. Those of any type are known by now, as their values are.

local common_columns = require "parley.query.common_columns"
local expression = require "parley.query.columns.expression"

--- The nodes in a type they share; integers beside numbers become numbers.
---@param name string  of the column they come into
---@param nodes table[]
---@return table[] nodes, string type
local function alike(name, nodes)
  local type, made = nil, {}
  for _, node in ipairs(nodes) do type = type and common_columns.type(name, type, name, node[2]) or node[2] end
  for i, node in ipairs(nodes) do
    made[i] = type == "number" and node[2] ~= type and expression.as_number(node) or node
  end
  return made, type
end

return alike
