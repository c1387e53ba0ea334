--- unpivot in SQL: the rows beside the numbers of the columns, each of which picks its value.

local Level = require "parley.query.sql.level"
local subqueries = require "parley.query.sql.subqueries"

local unpivot = {}

-- The numbers of the columns, with their names. What columns of VALUES are called differs from database to database.
local function numbers(c, names)
  local rows = {}
  for i, name in ipairs(names) do rows[i] = ("(%d, %s)"):format(i, c:param(name)) end
  return subqueries.named(c, c:alias "heads", "VALUES " .. table.concat(rows, ", "), { columns = { "n", "head" } })
end

local function picked(n, columns)
  local branches = {}
  for i, column in ipairs(columns) do branches[i] = ("WHEN %d THEN %s"):format(i, column.sql) end
  return ("CASE %s %s END"):format(n, table.concat(branches, " "))
end

function unpivot.emit(level, link)
  local step, columns, values, width = link.step, {}, {}, #link.columns
  level = level:wrap_if(level.limit or level.distinct or level.aggregated or level.order or #level.joins > 0)
  -- else SQLite takes the join into each side of a union, and one side comes after all columns of the other
  if level.c.stacked and not level.order then level = level:wrap(false, true) end
  local quote = level.c.dialect.quote
  for i, place in ipairs(step.kept) do columns[i] = Level.same(level.columns[place]) end
  for i, item in ipairs(step.values) do values[i] = level:compute(item) end
  local heads = numbers(level.c, step.names)
  local n = heads .. "." .. quote "n"
  local head, value = link.columns[width - 1], link.columns[width]
  columns[width - 1] = { name = head.name, type = "text", sql = heads .. "." .. quote "head" }
  columns[width] = { name = value.name, type = value.type, sql = picked(n, values) }
  level.from = ("%s CROSS JOIN %s"):format(heads, level.from)
  if level.order then level.order, level.number = { n, table.unpack(level.order) }, nil end
  level.number = nil
  return level:with_columns(columns, step)
end

return unpivot
