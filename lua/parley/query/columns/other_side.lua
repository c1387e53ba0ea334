--- The other side of a join or a union on columns: a relation of its rows.

local frame_rows = require "parley.query.frame_rows"
local source = require "parley.query.columns.source"
local Relation = require "parley.query.columns.relation"
local walk = require "parley.query.walk"

local other_side = {}

--- The relation of the other side, and its last link. A query of a dataset is asked for its rows when this one runs.
---@param step table  right, query
---@param engine table  what goes through this side
---@return table relation, table rows
function other_side.relation(step, engine)
  if step.rows_of then return Relation.new(source.of_frame(step.rows_of())), step.right end
  if step.right.source.frame and not step.right.source.home.store then return walk(step.right, engine) end
  if not step.right.open then return Relation.new(source.of_query(step.query)), step.right end
  local f = step.query:frame()
  return Relation.new(source.of_frame(f)), frame_rows.link(f, step.right.info)
end

--- What finish() of the verb takes, where the columns of the other side have to be found first.
---@return table relation, table found
function other_side.look(relation, link, _, engine)
  local made, rows = other_side.relation(link.step, engine)
  return relation, { made = made, rows = rows }
end

return other_side
