--- The other side of a join or a union in SQL: a level of its rows.

local frame_rows = require "parley.query.frame_rows"
local core = require "parley.core"
local walk = require "parley.query.walk"

local other_side = {}

-- Whether the statement can reach the rows of the other side itself; else they are asked for, and copied. Where no
-- query was given, a verb made the other side for its own rows.
local function is_at_hand(c, step)
  local rows, source = step.right, step.right.source
  if source.frame then return rows == source or c.over_frames or not step.query end
  return rawequal(source.home.store, c.store)
end

--- The level of the other side, and its last link.
---@param level table
---@param step table  right, query
---@param day integer?  a day whose knowledge is not to be passed
---@param engine table  what goes through this side
---@return table level, table rows
function other_side.level(level, step, day, engine)
  local rows = step.right
  if step.rows_of then return engine.begin(frame_rows.link(step.rows_of(day))), rows end
  if is_at_hand(level.c, step) then return walk(rows, engine, day) end
  local q, schema = step.query, step.query.home.schema
  if day and schema and schema.parley then q = q:as_of(core.day_text(day)) end
  local f = q:frame()
  rows = frame_rows.link(f)
  return engine.begin(rows), rows
end

--- What finish() of the verb takes, where the columns of the other side have to be found first.
---@return table level, table found
function other_side.look(level, link, day, engine)
  local made, rows = other_side.level(level, link.step, day, engine)
  return level, { made = made, rows = rows }
end

return other_side
