--- Columns that come into one: its record, and the items that make the values of each alike.
-- Integers beside numbers become numbers. What is known of a column (its vocabulary, the table it points at, its
-- traits) stays where all of them say the same.

local bound = require "parley.query.bound"
local errors = require "parley.base.errors"
local traits = require "parley.base.traits"
local types = require "parley.base.types"

local common_columns = {}

local KNOWN = { "references", "key", "vocabulary", "words", "clock", "table" }

--- The type that the values of two columns come into; types that cannot are refused. Asked when a query is bound, and
--- by the column engine where a type is known only when it runs.
---@param name string
---@param type string
---@param other_name string
---@param other string
---@return string
function common_columns.type(name, type, other_name, other)
  if type == other then return type end
  if types.is_numeric(type) and types.is_numeric(other) then return "number" end
  if type == "any" or other == "any" then return "any" end
  errors.raise("bad_type.union", { name = name, type = type, other = other_name, other_type = other })
end

--- The record of what two columns come into; columns that cannot are refused.
---@param a table
---@param b table
---@return table
function common_columns.record(a, b)
  local type = common_columns.type(a.name, bound.type_of(a), b.name, bound.type_of(b))
  local made = bound.copy_of(a, { type = type })
  made.size, made.depth = nil, nil
  for _, field in ipairs(KNOWN) do
    if a[field] ~= b[field] then made[field] = nil end
  end
  return traits.same(a, b) and made or traits.copy(made, nil)
end

--- The item, as parsed, that gives the values of a column in a type that is common to several.
---@param column table
---@param name string
---@param type string
---@return table
function common_columns.item(column, name, type)
  local node = { kind = "column", path = { column.name }, pos = 1 }
  if type == "number" and bound.type_of(column) == "integer" then
    node = { kind = "binary", op = "*", pos = 1, left = node, right = { kind = "literal", type = "number", value = 1.0,
      pos = 1 } }
  end
  return { node = node, text = column.name, name = name }
end

--- The item of a column that is not there: missing values of a type.
---@param name string
---@param type string
---@return table
function common_columns.missing(name, type)
  return { node = { kind = "literal", type = type, pos = 1 }, text = "nil", name = name }
end

return common_columns
