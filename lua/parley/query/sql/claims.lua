--- claims: the level of the claims behind the rows of another query.

local errors = require "parley.base.errors"
local Level = require "parley.query.sql.level"

-- The claims behind the rows of a query: its steps, then the ids they leave.
local function claims(c, query)
  local rows = require("parley.query.sql.compile").level(c, query.claims_of)
  if rows.aggregated or rows.summarised or not rows.info or not rows.info.claims then
    errors.raise("claims() needs the rows of a table that rests on claims; call it before summarise()")
  end
  local id_name, day_name = c.dialect.quote "id", c.dialect.quote "reported_end"
  local id = { name = "id", type = "text", sql = rows.alias and rows.alias .. "." .. id_name or nil }
  if not id.sql then
    id = rows.by_name.id or errors.raise("claims() needs the column id of the rows; keep it in select()")
  end
  rows:set_columns { Level.same(id, { name = "id" }) }
  local level = Level.of_table(c, query.home, query.info)
  local in_force, params = require("parley.storage.claim_ranking").in_force_sql(query.home:view().policy, level.alias)
  level.where = { ("%s.%s IN (\n%s\n)"):format(level.alias, id_name, Level.indent(rows:render())),
    c:number_params(in_force, params) }
  local day = query.claims_of.day
  if day then level.where[3] = ("%s.%s <= %s"):format(level.alias, day_name, c:param(day)) end
  level.order = { level.alias .. "." .. id_name, level.alias .. "." .. c.dialect.quote "claim" }
  return level
end

return claims
