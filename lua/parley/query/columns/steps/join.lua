--- join on columns: a hash join of two sources.

local bound = require "parley.query.bound"
local columns = require "parley.query.columns.compile"
local join_shape = require "parley.query.join_shape"
local source = require "parley.query.columns.source"
local Relation = require "parley.query.columns.relation"

local join = {}

-- The relation of the other side, and its last link. A query of a dataset is asked for its rows when this one runs.
local function right_of(step)
  if step.right.source.frame and not step.right.source.home.store then return columns.relation(step.right) end
  if not step.right.open then return Relation.new(source.of_query(step.query)), step.right end
  local f = step.query:frame()
  return Relation.new(source.of_frame(f)), bound.of_frame(f, step.right.info)
end

--- The other side, where its columns have to be found first.
function join.look(relation, link)
  local made, rows = right_of(link.step)
  return relation, { made = made, rows = rows }
end

function join.emit(left, link)
  local step = link.step
  join_shape.check_expected(step)
  local right = step.made or right_of(step)
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
