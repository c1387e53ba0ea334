--- as: events seen as talks, demands, responses or outcomes, by their acts and the cross-walk.

local errors = require "parley.base.errors"
local event_views = require "parley.query.event_views"
local Level = require "parley.query.sql.level"

-- The event's own columns as this level has them; a select() before may have dropped some.
local function need(level, name)
  local column = level.by_name[name]
  if not column or column.table ~= "events" then
    errors.raise("as() needs the column %s of the events; call it before select() and summarise()", name)
  end
  return column
end

-- The record of one column of a view.
local function record(level, shape)
  if shape.from then return Level.same(need(level, shape.from), { name = shape.name }) end
  local act, sql = need(level, "act").sql, nil
  if shape.vocabulary then
    sql = event_views.word_sql(shape.vocabulary, need(level, "scheme").sql, need(level, "code").sql)
  end
  local by_act = shape.by_act or shape.other
  if by_act then
    local other = event_views.by_act_sql(by_act, act)
    sql = sql and ("coalesce(%s, %s)"):format(sql, other) or other
  end
  return { name = shape.name, type = "text", sql = sql, vocabulary = shape.vocabulary or shape.vocabulary_of }
end

local function as(level, step)
  level = level:wrap_if(level.limit or level.distinct or level.aggregated)
  local view, columns, acts = event_views.shapes[step.table], {}, {}
  for i, act in ipairs(view.acts) do acts[i] = level.c:param(act) end
  level.where[#level.where + 1] = ("%s IN (%s)"):format(need(level, "act").sql, table.concat(acts, ", "))
  for i, shape in ipairs(view.columns) do columns[i] = record(level, shape) end
  level:set_columns(columns)
  return level:wrap_if(Level.unwieldy(columns))
end

return as
