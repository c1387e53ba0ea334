--- join: the rows of another query beside, or as a condition on, those of this one.

local dialect = require "parley.query.sql.dialect"
local join_shape = require "parley.query.join_shape"

local function join_conditions(quote, alias, inner, keys)
  local conditions = {}
  for i, key in ipairs(keys) do
    conditions[i] = ("%s.%s = %s"):format(alias, quote(inner[key[2]]), key[1].sql)
  end
  return table.concat(conditions, " AND ")
end

--- The step, for parley.query.sql.compile.
local function join(level, step)
  level = level:wrap_if(level.limit or level.distinct or level.aggregated)
  local right = require("parley.query.sql.compile").level(level.c, step.query)
  local keys = join_shape.keys(level, right, step.keys)
  local alias = level.c:alias("joined")
  local names, inner = dialect.inner_names(level.c.dialect, right.columns), {}
  for i, column in ipairs(right.columns) do inner[column] = names[i] end
  local conditions = join_conditions(level.c.dialect.quote, alias, inner, keys)
  local rows = level.c:named(alias, right:render(nil, names))
  if step.kind == "semi" or step.kind == "anti" then
    local word = step.kind == "anti" and "NOT EXISTS" or "EXISTS"
    level.where[#level.where + 1] = ("%s (SELECT 1 FROM %s WHERE %s)"):format(word, rows, conditions)
    return level
  end
  local word = step.kind == "left" and "LEFT" or "INNER"
  level.joins[#level.joins + 1] = ("%s JOIN %s ON %s"):format(word, rows, conditions)
  level.reshaped = true
  for _, beside in ipairs(join_shape.beside(level, right, keys)) do
    level:add_column(level:outside(beside[1], alias, inner[beside[1]], beside[2]))
  end
  return level
end

return join
