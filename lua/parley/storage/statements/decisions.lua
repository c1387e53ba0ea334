--- Statements about decisions: claims that name the claim that they decide for.

local claim_weights = require "parley.storage.statements.claim_weights"
local dialect = require "parley.query.sql.dialect"
local schema = require "parley.storage.schema"

local decisions = {}

local NAMES = { "claim", "id", "decides", "by", "at", "reason", "retracted_at", "retraction", "stale" }
local TYPES = { "integer", "text", "integer", "text", "text", "text", "text", "text", "boolean" }

--- The decisions about the things of a table: each with its key, id, decides, by, at, reason, retracted_at, retraction,
--- and whether the claim that it is for was taken back since (stale).
---@param store parley.Store
---@param info table
---@param p parley.Policy?
---@param retracted boolean?  those that were taken back as well
---@return table[]
function decisions.of(store, info, p, retracted)
  local d, list = dialect.of(store), {}
  local params, bind = dialect.params(d)
  local where = retracted and (p and p.blind and claim_weights.seen(p, bind, "c") or "true")
    or claim_weights.in_force(d, p, bind, "c")
  local claims = schema.quoted_claims(d, info)
  local sql = ("SELECT c.claim, c.id, c.decides, c.entered_by, c.recorded_at, c.note, c.retracted_at, c.retraction, "
    .. "coalesce((SELECT o.retracted_at IS NOT NULL FROM %s o WHERE o.claim = c.decides), %s) FROM %s c "
    .. "WHERE c.decides IS NOT NULL AND %s ORDER BY c.claim"):format(claims, d.truth(true), claims, where)
  for row in store:rows(sql, params, NAMES, TYPES) do list[#list + 1] = row end
  return list
end

return decisions
