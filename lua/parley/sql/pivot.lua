--- pivot: the values of one expression become columns.
-- Which columns there are depends on the rows, so a statement of its own asks for them first.

local errors = require "parley.errors"
local check = require "parley.check"
local expr = require "parley.expr"
local Level = require "parley.sql.level"

local MAX_COLUMNS = 500

local function pivot_values(level, item)
  local c = level.c
  local column = level:compute(item)
  local saved = level.columns
  level.columns = { Level.same(column, { name = "value" }) }
  local text = ("SELECT DISTINCT value FROM (%s) ORDER BY value IS NULL, value LIMIT %d"):format(level:render(),
    MAX_COLUMNS + 1)
  level.columns = saved
  local values = { n = 0 }
  text = c:with_text(text)
  for value in level.home.store:each(text, c.used_params(text, c.params), { column.type }) do
    values.n = values.n + 1
    values[values.n] = value
  end
  if values.n > MAX_COLUMNS then
    errors.raise("pivot over '%s' would make more than %d columns; group or filter it first", item.text,
      MAX_COLUMNS)
  end
  return column, values
end

local function pivot_columns(level, names, step, values)
  local columns, pivoted, taken = {}, level:compute(step.columns), {}
  for _, key in ipairs(step.rows) do taken[key.name] = true end
  for i = 1, values.n do
    local value = values[i]
    local missing = value == level.home.null
    local filter = ("%s IS %s"):format(pivoted.sql, missing and "NULL" or level.c:param(value))
    local column = level:compute(step.values, { aggregates = true, keys = names },
      { filter = filter, number = level.number })
    column.name, column.vocabulary = missing and "missing" or tostring(value), nil
    if taken[column.name] then
      column.name = ("%s = %s"):format(step.columns.name, missing and "missing" or tostring(value))
    end
    taken[column.name] = true
    columns[i] = column
  end
  return columns
end

local function is_aggregate(node) return node.kind == "call" and check.AGGREGATES[node.name] ~= nil end

--- The step, for parley.sql.
local function pivot(level, step)
  if not expr.find(step.values.node, is_aggregate) then
    errors.raise("values of pivot must be an aggregate such as count() or sum(best), not '%s'", step.values.text)
  end
  level = level:wrap_if(level.limit or level.distinct or level.aggregated)
  local _, values = pivot_values(level, step.columns)
  return require("parley.sql").summarise(level, step.rows, { step.values }, function(inner, names)
    return pivot_columns(inner, names, step, values)
  end)
end

return pivot
