--- The shape of a join: which columns meet, and what the columns beside each other are called; for every engine.
-- A side is a record with columns, by_name and info (the table it comes from), as a level of SQL has them.

local bound = require "parley.query.bound"
local errors = require "parley.base.errors"
local lists = require "parley.base.lists"
local operands = require "parley.query.operands"
local suggest = require "parley.base.suggest"
local types = require "parley.base.types"

local join_shape = {}

local function key_column(side, name, which, hint)
  local column = side.by_name[name]
  if column then return column end
  local known = lists.field(side.columns, "name")
  errors.raise("no_column.join_side", { name = name, which = which, known = known,
    hint = not suggest.nearest(name, known) and hint or nil })
end

-- A pair of columns that is written as a condition, or by one name where the names differ.
local function keys_hint(left, right, name)
  local a, b = name:match "^%s*([%w_]+)%s*==?%s*([%w_]+)%s*$"
  local column = left.by_name[name]
  if column and right.info and column.references == right.info.name then a, b = name, "id" end
  return a and { key = "join_keys", left = a, right = b }
end

-- Where `on` is not given: the one column of the left that refers to the right's table.
local function natural_keys(left, right)
  local target, found = right.info and right.info.name, {}
  for _, column in ipairs(left.columns) do
    if target and column.references == target then found[#found + 1] = column.name end
  end
  if #found == 1 and right.by_name.id then return { { found[1], "id" } } end
  errors.raise("bad_argument.join_on", {
    hint = #found > 1 and { key = "several_refer", table = target, columns = table.concat(found, ", ") } or nil })
end

-- A key whose type is not that of the other, as a phrase, with the way out where it is text.
local function key_described(side, column, other_type)
  local type, held = bound.type_of(column)
  local node = { kind = "column", type = type, path = { column.name }, column = column,
    why = held and held.why or column.why }
  local kind = types.is_numeric(other_type) and "number" or other_type == "date" and "date"
  if not kind then return operands.described(node) end
  return operands.text_described({ rows = side }, node, kind)
end

local function refuse_types(left, right, a, b)
  local shown, way_out = key_described(left, a, (bound.type_of(b)))
  local other, other_way_out = key_described(right, b, (bound.type_of(a)))
  errors.raise("bad_type.join", { left = shown, right = other, hint = way_out or other_way_out })
end

--- The pairs of columns that must be equal.
---@param left table
---@param right table
---@param keys string[][]?  pairs of names; without, along the one reference
---@return table[]  { left column, right column } each
function join_shape.keys(left, right, keys)
  local pairs_of = {}
  for i, key in ipairs(keys or natural_keys(left, right)) do
    local hint = key[1] == key[2] and keys_hint(left, right, key[1]) or nil
    local a, b = key_column(left, key[1], "left", hint), key_column(right, key[2], "right", hint)
    local of_a, of_b = bound.type_of(a), bound.type_of(b)
    if of_a ~= of_b and of_a ~= "any" and of_b ~= "any" and not (types.is_numeric(of_a)
      and types.is_numeric(of_b)) then
      refuse_types(left, right, a, b)
    end
    pairs_of[i] = { a, b }
  end
  return pairs_of
end

-- What a right column is called whose name is taken. That of a key, which says whether there was a partner, gets a
-- number where even that is taken, so that a table can be joined several times.
local function other_name(right, column, taken, given)
  local info = right.info
  local name = given.suffix and column.name .. given.suffix
    or (info and (info.joined_as or not info.raw and info.name) or "right") .. "_" .. column.name
  local free, at = name, 2
  while given.is_key and taken[free] do free, at = name .. "_" .. at, at + 1 end
  if taken[free] then errors.raise("twin_columns.join", { name = name }) end
  return free
end

--- The right side's columns beside the left's, a taken name prefixed with its table's. Keys stay, since they say which
-- rows found a partner; but an inner join needs no two columns of one name and the same values.
---@param left table
---@param right table
---@param keys table[]  as join_shape.keys gives them
---@param step table  kind; suffix, in place of the prefix; keyless, where no key is wanted
---@return table[]  { column, name } each
function join_shape.beside(left, right, keys, step)
  local is_key, dropped, taken, found = {}, {}, {}, {}
  for _, key in ipairs(keys) do
    is_key[key[2].name] = true
    dropped[key[2].name] = step.keyless or step.kind == "inner" and key[1].name == key[2].name
  end
  for _, column in ipairs(left.columns) do taken[column.name] = true end
  for _, column in ipairs(right.columns) do
    if not dropped[column.name] then
      local name = column.name
      if taken[name] then
        name = other_name(right, column, taken, { suffix = step.suffix, is_key = is_key[name] })
      end
      taken[name] = true
      found[#found + 1] = { column, name }
    end
  end
  return found
end

return join_shape
