--- claims: the claims behind the rows, with their provenance; retracted claims are left out.

local bound = require "parley.query.bound"
local errors = require "parley.base.errors"

local claims = {}

--- The claims behind the rows, with their provenance; retracted claims are left out.
--- Errors: no_claims, bad_argument.
--- See also: evidence, get.
--- Example: ds.talks:where{id = "r2"}:claims():select("claim", "source", "certainty"):limit(2)
---@param q parley.Query
---@return table step, table changes
function claims.apply(q)
  local info = q.home:claims_info(q.info)
  if not info then errors.raise("no_claims.query", { name = q.info.name }) end
  return { verb = "claims", info = info }, { claims_of = q, info = info }
end

function claims.bind(before, step)
  if before.grouped or not before.info.claims then
    errors.raise "too_late.claims"
  end
  if before.apart and not before.by_name.id then errors.raise "too_late.claims_id" end
  local table_of = bound.of_table(before.home, step.info)
  return bound.after(before, { verb = "claims", info = step.info, of = before.info }, { info = step.info,
    columns = table_of.columns, by_name = table_of.by_name, reshaped = false, apart = false, limited = false })
end

return claims
