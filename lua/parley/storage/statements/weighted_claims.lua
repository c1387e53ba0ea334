--- Claims as another policy than the default weighs them.

local claim_weights = require "parley.storage.statements.claim_weights"
local schema = require "parley.storage.schema"

local weighted_claims = {}

--- The claims that a policy considers, with its weights, as what stands after FROM.
---@param d parley.Dialect
---@param info table
---@param p parley.Policy
---@param bind fun(value: any): string
---@param conditions fun(first: string): string  adds what else is asked of them
---@param more string?  a column of the claims beside the values
---@return string
function weighted_claims.from(d, info, p, bind, conditions, more)
  local field, state = claim_weights.field(d, p, bind), claim_weights.state(d, p, bind)
  local where = conditions(claim_weights.considered(d, p, bind))
  local names = { "id", claim_weights.voice_under(d, p, bind) .. " AS voice", "reported_end" }
  names[#names + 1] = more
  for i = 2, #info.columns do names[#names + 1] = d.quote(info.columns[i].claim_name) end
  return ("(SELECT %s, %s AS claim_weight, %s AS state_weight FROM %s WHERE %s%s) AS weighted"):format(
    table.concat(names, ", "), field, state, schema.quoted_claims(d, info), where, d.materialized)
end

return weighted_claims
