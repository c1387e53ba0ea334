--- Nodes of one type for columns that come into one. Those of any type are known by now, as their values are.

local errors = require "parley.base.errors"
local expression = require "parley.query.columns.expression"

local NUMERIC = { integer = true, number = true }

local function common_type(name, nodes)
  local found
  for _, node in ipairs(nodes) do
    local type = node[2]
    if found and type ~= found and not (NUMERIC[type] and NUMERIC[found]) then
      errors.raise("bad_type.union", { name = name, type = found, other = name, other_type = type })
    end
    found = found and found ~= type and "number" or type
  end
  return found
end

--- The nodes in a type they share; integers beside numbers become numbers.
---@param name string  of the column they come into
---@param nodes table[]
---@return table[] nodes, string type
local function alike(name, nodes)
  local type, made = common_type(name, nodes), {}
  for i, node in ipairs(nodes) do made[i] = node[2] == type and node or expression.as_number(node) end
  return made, type
end

return alike
