--- claims in SQL: the claims about the things that the rows so far are about.

local Level = require "parley.query.sql.level"
local claim_weights = require "parley.storage.statements.claim_weights"
local subqueries = require "parley.query.sql.subqueries"

local claims = {}

-- The ids of the rows: those of the table, or those that select() has kept.
local function ids(rows, link)
  return rows.row_id or rows.columns[link.before.by_name.id.place].sql
end

function claims.emit(rows, link)
  local c = rows.c
  local id_name, day_name = c.dialect.quote "id", c.dialect.quote "reported_end"
  rows.columns = { { name = "id", type = "text", sql = ids(rows, link) } }
  local level = Level.of_table(c, rows.home, link.step.info)
  level.where = { ("%s.%s IN (\n%s\n)"):format(level.alias, id_name, subqueries.indent(rows:render())) }
  level.where[2] = claim_weights.in_force(c.dialect, rows.home:view().policy, function(value) return c:param(value) end,
    level.alias)
  if rows.as_of then level.where[3] = ("%s.%s <= %s"):format(level.alias, day_name, c:param(rows.as_of)) end
  level.order = { level.alias .. "." .. id_name, level.alias .. "." .. c.dialect.quote "claim" }
  return level
end

return claims
