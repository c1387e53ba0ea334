--- Statements about what was done: claims made and taken back, imports as one.

local claim_weights = require "parley.storage.statements.claim_weights"
local dialect = require "parley.query.sql.dialect"
local schema = require "parley.storage.schema"

local done = {}

-- Claims made one by one; what each restates, and whether it was the first about its thing.
local MADE = "SELECT 'made', c.claim, c.id, c.coder, c.entered_by, c.recorded_at, c.restates, c.decides, c.rank, "
  .. "CASE WHEN c.decides IS NULL THEN coalesce(o.retraction, c.note) ELSE c.note END, c.source, "
  .. "o.id, o.rank, CAST(NULL AS integer), (SELECT min(f.claim) FROM @CLAIMS f WHERE f.id = c.id) FROM @CLAIMS c "
  .. "LEFT JOIN @CLAIMS o ON o.claim = c.restates WHERE (c.import IS NULL OR c.restates IS NOT NULL)@SEEN"

-- Claims taken back for good: those whose place another one took at that time are told with that.
local TAKEN = "SELECT 'taken', c.claim, c.id, c.coder, c.retracted_by, c.retracted_at, CAST(NULL AS integer), "
  .. "c.decides, c.rank, c.retraction, c.source, NULL, NULL, CAST(NULL AS integer), CAST(NULL AS integer) "
  .. "FROM @CLAIMS c LEFT JOIN @CLAIMS n ON n.restates = c.claim AND n.recorded_at = c.retracted_at "
  .. "WHERE c.retracted_at IS NOT NULL AND n.claim IS NULL@SEEN"

local IMPORTED = "SELECT 'imported', max(c.claim), NULL, c.coder, c.entered_by, max(c.recorded_at), "
  .. "CAST(NULL AS integer), CAST(NULL AS integer), NULL, NULL, min(c.source), NULL, NULL, count(*), "
  .. "CAST(NULL AS integer) FROM @CLAIMS c "
  .. "WHERE c.import IS NOT NULL AND c.restates IS NULL@SEEN "
  .. "GROUP BY c.import, c.coder, c.entered_by"

local TYPES = { "text", "integer", "text", "text", "text", "text", "integer", "integer", "text", "text", "text", "text",
  "text", "integer", "integer" }

--- What was done to the claims of a table: kind, claim, id, coder, by, at, restates, decides, rank, note, source, the
--- id and rank of what it restates, how many claims, and the first claim about the thing.
---@param store parley.Store
---@param info table
---@param p parley.Policy?
function done.each(store, info, p)
  local d = dialect.of(store)
  local params, bind = dialect.params(d)
  local parts = {}
  for i, text in ipairs { MADE, TAKEN, IMPORTED } do
    local seen = p and p.blind and " AND " .. claim_weights.seen(p, bind, "c") or ""
    parts[i] = text:gsub("@(%u+)", { CLAIMS = schema.quoted_claims(d, info), SEEN = seen })
  end
  return store:each(table.concat(parts, " UNION ALL "), params, TYPES)
end

return done
