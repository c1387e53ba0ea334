--- pivot: the values of one expression become columns.
-- Which columns there are depends on the rows, so a statement of its own asks for them first.

local pivot_shape = require "parley.query.pivot_shape"
local Level = require "parley.query.sql.level"

local function pivot_values(level, step)
  local c = level.c
  local column = level:compute(step.columns)
  local saved = level.columns
  level.columns = { Level.same(column, { name = "value" }) }
  local text = ("SELECT DISTINCT value FROM (%s) ORDER BY value IS NULL, value LIMIT %d"):format(level:render(),
    pivot_shape.MAX_COLUMNS + 1)
  level.columns = saved
  local values = { n = 0 }
  text = c:with_text(text)
  for value in level.home.store:each(text, c:used_params(text), { column.type }) do
    values.n = values.n + 1
    values[values.n] = value
  end
  pivot_shape.check_count(step, values.n)
  return values
end

local function pivot_columns(level, names, step, values)
  local columns, pivoted, name_of = {}, level:compute(step.columns), pivot_shape.namer(step)
  for i = 1, values.n do
    local value = values[i]
    local missing = value == level.home.null
    local filter = level.c.dialect.same(pivoted.sql, missing and "NULL" or level.c:param(value))
    local column = level:compute(step.values, { aggregates = true, keys = names },
      { filter = filter, number = level.number })
    column.name, column.vocabulary = name_of(value), nil
    columns[i] = column
  end
  return columns
end

--- The step, for parley.query.sql.compile.
local function pivot(level, step)
  pivot_shape.check_values(step)
  level = level:wrap_if(level.limit or level.distinct or level.aggregated)
  local values = pivot_values(level, step)
  return require("parley.query.sql.compile").summarise(level, step.rows, { step.values }, function(inner, names)
    return pivot_columns(inner, names, step, values)
  end)
end

return pivot
