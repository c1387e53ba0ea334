--- The shape of a join: which columns meet, and what the columns beside each other are called; for every engine.
-- A side is a record with columns, by_name and info (the table it comes from), as a level of SQL has them.

local errors = require "parley.base.errors"
local lists = require "parley.base.lists"

local join_shape = {}

local NUMERIC = { integer = true, number = true }

local function key_column(side, name, which)
  local column = side.by_name[name]
  if column then return column end
  local known = lists.field(side.columns, "name")
  errors.raise("no_column.join_side", { name = name, which = which, known = known })
end

-- Where `on` is not given: the one column of the left that refers to the right's table.
local function natural_keys(left, right)
  local target, found = right.info and right.info.name, {}
  for _, column in ipairs(left.columns) do
    if target and column.references == target then found[#found + 1] = column.name end
  end
  if #found == 1 and right.by_name.id then return { { found[1], "id" } } end
  errors.raise("bad_argument.join_on", {
    hint = #found > 1 and "; several columns refer to " .. target .. ": " .. table.concat(found, ", ") or "" })
end

--- The pairs of columns that must be equal.
---@param left table
---@param right table
---@param keys string[][]?  pairs of names; without, along the one reference
---@return table[]  { left column, right column } each
function join_shape.keys(left, right, keys)
  local pairs_of = {}
  for i, key in ipairs(keys or natural_keys(left, right)) do
    local a, b = key_column(left, key[1], "left"), key_column(right, key[2], "right")
    if a.type ~= b.type and a.type ~= "any" and b.type ~= "any" and not (NUMERIC[a.type] and NUMERIC[b.type]) then
      errors.raise("bad_type.join", { name = a.name, type = a.type, other = b.name, other_type = b.type })
    end
    pairs_of[i] = { a, b }
  end
  return pairs_of
end

--- The right side's columns beside the left's: keys dropped, a taken name prefixed with its table's.
---@param left table
---@param right table
---@param keys table[]  as join_shape.keys gives them
---@return table[]  { column, name } each
function join_shape.beside(left, right, keys)
  local dropped, taken, found = {}, {}, {}
  for _, key in ipairs(keys) do dropped[key[2].name] = true end
  for _, column in ipairs(left.columns) do taken[column.name] = true end
  for _, column in ipairs(right.columns) do
    if not dropped[column.name] then
      local name, info = column.name, right.info
      if taken[name] then name = (info and (info.joined_as or not info.raw and info.name) or "right") .. "_" .. name end
      if taken[name] then
        errors.raise("twin_columns.join", { name = name })
      end
      taken[name] = true
      found[#found + 1] = { column, name }
    end
  end
  return found
end

return join_shape
