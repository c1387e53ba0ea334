--- join on columns: a hash join of two sources.

local column_types = require "parley.base.types"
local expression = require "parley.query.columns.expression"
local join_partners = require "parley.query.join_partners"
local lists = require "parley.base.lists"
local other_side = require "parley.query.columns.other_side"
local source = require "parley.query.columns.source"
local Relation = require "parley.query.columns.relation"

local join = { look = other_side.look }

-- What stands in the place of a missing key beside the column that says that it is missing, by how values lie.
local STAND_IN = { integer = 0, number = 0.0, text = "", truth = false }

-- The relation with each key of a side as two columns that are never missing, and their places.
local function never_missing(relation, keys, side)
  local columns, places = table.move(relation.columns, 1, #relation.columns, 1, {}), {}
  for _, key in ipairs(keys) do
    local node = relation.columns[key[side]].node
    if key.by_text then node = expression.as_text(node) end
    local stand_in = STAND_IN[column_types.of(node[2]).layout]
    for _, part in ipairs { expression.is_missing(node), expression.or_else(node, stand_in) } do
      columns[#columns + 1] = { name = "#" .. #columns, type = part[2], node = part }
      places[#places + 1] = #columns
    end
  end
  return relation:with_columns(columns), places
end

function join.emit(left, link, _, engine)
  local step = link.step
  join_partners.check_expected(step)
  local right, width = step.made or other_side.relation(step, engine), #left.columns
  local left_keys, right_keys = lists.field(step.keys, 1), lists.field(step.keys, 2)
  if step.missing == "match" then
    left, left_keys = never_missing(left, step.keys, 1)
    right, right_keys = never_missing(right, step.keys, 2)
  end
  local made = { kind = step.kind, left = left:source(), right = right:source(), left_keys = left_keys,
    right_keys = right_keys, names = {}, types = {}, columns = {} }
  for i, column in ipairs(link.columns) do
    local from_right = i > width
    made.names[i], made.types[i] = column.name, column.type
    made.columns[i] = { right = from_right, place = from_right and step.from[i - width] or i }
  end
  return Relation.new(source.of_join(made))
end

return join
