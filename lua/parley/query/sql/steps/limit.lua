--- limit in SQL.

local order_terms = require "parley.query.sql.order"

local limit = {}

-- The rows whose rank is low enough, after those that are left out.
local function with_ties(level, link)
  local terms, step = {}, link.step
  for _, item in ipairs(step.order) do
    table.move(order_terms(level, item, level:compute(item)), 1, 2, #terms + 1, terms)
  end
  local offset, columns = step.offset or 0, level.columns
  level.columns = table.move(columns, 1, #columns, 1, {})
  level.columns[#columns + 1] = { name = "#rank", type = "integer",
    sql = ("rank() OVER (ORDER BY %s)"):format(table.concat(terms, ", ")) }
  level = level:wrap(true)
  local rank = table.remove(level.columns)
  level.where = { ("%s <= %s"):format(rank.sql, level.c:param(offset + step.n)) }
  if step.n == 0 then level.where[1] = "0 = 1" end
  if offset > 0 then level.where[2] = ("%s > %s"):format(level.number, level.c:param(offset)) end
  return level
end

function limit.emit(level, link)
  if link.step.ties then return with_ties(level, link) end
  level = level:wrap_if(level.limit)
  level.limit, level.offset = link.step.n, link.step.offset
  return level
end

return limit
