--- join on columns: a hash join of two sources.

local join_shape = require "parley.query.join_shape"
local other_side = require "parley.query.columns.other_side"
local source = require "parley.query.columns.source"
local Relation = require "parley.query.columns.relation"

local join = { look = other_side.look }

function join.emit(left, link)
  local step = link.step
  join_shape.check_expected(step)
  local right = step.made or other_side.relation(step)
  local made = { kind = step.kind, left = left:source(), right = right:source(), left_keys = {}, right_keys = {},
    names = {}, types = {}, columns = {} }
  for i, key in ipairs(step.keys) do made.left_keys[i], made.right_keys[i] = key[1], key[2] end
  for i, column in ipairs(link.columns) do
    local from_right = i > #left.columns
    made.names[i], made.types[i] = column.name, column.type
    made.columns[i] = { right = from_right, place = from_right and step.from[i - #left.columns] or i }
  end
  return Relation.new(source.of_join(made))
end

return join
