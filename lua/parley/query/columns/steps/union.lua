--- union on columns: the columns of both sides, one below the other.

local alike = require "parley.query.columns.alike"
local expression = require "parley.query.columns.expression"
local lists = require "parley.base.lists"
local other_side = require "parley.query.columns.other_side"
local select_ = require "parley.query.columns.steps.select"
local source = require "parley.query.columns.source"
local Relation = require "parley.query.columns.relation"

local union = { look = other_side.look }

local function is_missing(item) return item.node.kind == "literal" and item.node.value == nil end

-- Missing values are of the type that the other side turned out to have.
local function settle(left, right, step)
  for i, column in ipairs(left) do
    local other = right[i]
    if is_missing(step.items[i]) then column.node = expression.missing(other.node[2]) end
    if is_missing(step.right_items[i]) then other.node = expression.missing(column.node[2]) end
    local nodes, type = alike(column.name, { column.node, other.node })
    column.node, other.node, column.type, other.type = nodes[1], nodes[2], type, type
  end
end

function union.emit(relation, link, _, engine)
  local step = link.step
  local left = select_.items(relation, step.items)
  local right = select_.items(step.made or other_side.relation(step, engine), step.right_items)
  settle(left.columns, right.columns, step)
  local places = {}
  for i in ipairs(left.columns) do places[i] = i end
  return Relation.new(source.of_stack { names = lists.field(left.columns, "name"),
    types = lists.field(left.columns, "type"),
    parts = { { from = left:source(), columns = places }, { from = right:source(), columns = places } } })
end

return union
