--- A statement about how far coding has come: claims by source and coder.

local claim_weights = require "parley.storage.statements.claim_weights"
local dialect = require "parley.query.sql.dialect"
local schema = require "parley.storage.schema"

local coding_progress = {}

-- Claims in force of a table, by source and coder. What was decided is no coding.
local function of_table(d, info, p, bind)
  return ("SELECT source, coder, count(*) AS n, min(recorded_at) AS first, max(recorded_at) AS last FROM %s "
    .. "WHERE coder IS NOT NULL AND decides IS NULL AND %s GROUP BY source, coder"):format(
    schema.quoted_claims(d, info), claim_weights.in_force(d, p, bind))
end

--- How many claims in force each coder has made from each source, and when the first and the last of them were
--- recorded: source, coder, count, first, last.
---@param store parley.Store
---@param infos table[]
---@param p parley.Policy?
function coding_progress.each(store, infos, p)
  local d, parts = dialect.of(store), {}
  local params, bind = dialect.params(d)
  for i, info in ipairs(infos) do parts[i] = of_table(d, info, p, bind) end
  return store:each(("SELECT source, coder, sum(n), min(first), max(last) FROM (%s) AS coded "
    .. "GROUP BY source, coder ORDER BY source, coder"):format(table.concat(parts, " UNION ALL ")), params,
    { "text", "text", "integer", "text", "text" })
end

return coding_progress
