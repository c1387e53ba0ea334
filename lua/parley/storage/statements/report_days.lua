--- The day a claim counts as reported: its own, or that of its source, which it follows.
-- A claim that states no day is marked by `source_day`; its `reported` and the two days of that are those on which its
-- source was published. They stand with the claim so that weights and as-of views need no look-up, and are brought in
-- step in the transaction that changes the source. What a source says about itself follows the day that it gives itself
-- last: the row of `sources` is chosen among such claims, so that their order cannot rest on that row.

local codebook = require "parley.codebook.tables"
local derivations = require "parley.storage.derivations"
local dialect = require "parley.query.sql.dialect"
local schema = require "parley.storage.schema"
local claim_weights = require "parley.storage.statements.claim_weights"

local report_days = {}

local PUBLISHED = "SELECT published, published_start, published_end FROM "

-- "UPDATE t_claims SET (the three) = (source) WHERE … AND they differ": claims that follow `source`, a FROM with its
-- condition in which the claims go by their table's name.
local function update_sql(d, info, source, where)
  return ("UPDATE %s SET (reported, reported_start, reported_end) = (%s%s) WHERE source_day AND %s AND %s"):format(
    schema.quoted_claims(d, info), PUBLISHED, source, where,
    d.differs("reported", ("(SELECT published FROM %s)"):format(source)))
end

local function ids_of(store, name, about, sql, params)
  local ids, seen = {}, {}
  for id in derivations.each(store, name, about, sql, params) do
    if not seen[id] then ids[#ids + 1], seen[id] = id, true end
  end
  return ids
end

local function follow_sql(d, info, where)
  local claims = schema.quoted_claims(d, info)
  if info.name == "sources" then where = "id <> source AND " .. where end
  return update_sql(d, info, ("sources WHERE sources.id = %s.source"):format(claims), where) .. " RETURNING id"
end

--- Brings the claims of some sources in step with the days on which these were published.
---@param store parley.Store
---@param info table whose claims
---@param sources string[]? all if absent
---@return string[] ids of the things whose claims have changed
function report_days.follow(store, info, sources)
  local d = dialect.of(store)
  if not sources then return ids_of(store, "follow_all", info.name, follow_sql(d, info, "true")) end
  return ids_of(store, "follow", info.name, follow_sql(d, info, d.in_list("source", d.param(1))),
    { n = 1, d.list(sources) })
end

-- The standing claim of a source about itself that says last, or most firmly, when it was published.
local function own_day(d)
  local firmness, place = claim_weights.firmness "own.claim_weight", d.call("coalesce", "own.entry", "own.claim")
  return ("sources_claims AS own WHERE own.id = sources_claims.id AND own.source = own.id AND own.published IS NOT "
    .. "NULL AND own.claim_weight IS NOT NULL ORDER BY %s DESC, %s DESC LIMIT 1"):format(firmness, place)
end

--- Brings what sources say about themselves in step with the day that each gives itself.
---@param store parley.Store
---@param ids string[]? all if absent
function report_days.follow_own(store, ids)
  local d = dialect.of(store)
  local own = ids and d.in_list("id", d.param(1)) or "true"
  derivations.run(store, ids and "follow_own" or "follow_own_all", "sources",
    update_sql(d, codebook.by_name.sources, own_day(d), "id = source AND " .. own), ids and { n = 1, d.list(ids) })
end

--- Marks the claims of an older file, or dump, that follow their source: those without a day, and those whose day is
-- one that was ever given for the source's publication.
---@param store parley.Store
---@param info table
function report_days.mark(store, info)
  local d = dialect.of(store)
  local claims = d.quote(schema.claims_name(info.name))
  store:run(("UPDATE %s SET source_day = %s WHERE reported IS NULL OR EXISTS (SELECT 1 FROM sources_claims AS s "
    .. "WHERE s.id = %s.source AND s.published = %s.reported)"):format(claims, d.truth(true), claims, claims))
end

--- How many sources have no day of publication.
---@param store parley.Store
---@return integer
function report_days.undated_sources(store)
  return (store:values "SELECT count(*) FROM sources WHERE published_end IS NULL")
end

--- How many claims in force about a table's things are in no view as of a day, since their source has none, and how
--- many sources that are.
---@param store parley.Store
---@param info table
---@return integer claims, integer sources
function report_days.undated(store, info)
  if not store:values "SELECT 1 FROM sources WHERE published_end IS NULL LIMIT 1" then return 0, 0 end
  return store:values(("SELECT count(*), count(DISTINCT source) FROM %s WHERE source_day AND reported_end IS NULL AND "
    .. "claim_weight IS NOT NULL"):format(dialect.of(store).quote(schema.claims_name(info.name))))
end

--- The day by which the first claim in force about a table's things was reported; nil where none was.
---@param store parley.Store
---@param info table
---@return integer? day
function report_days.first(store, info)
  return (store:values(("SELECT min(reported_end) FROM %s WHERE claim_weight IS NOT NULL"):format(
    dialect.of(store).quote(schema.claims_name(info.name)))))
end

--- When a source was published.
---@param store parley.Store
---@param id string
---@return string? published
function report_days.published(store, id)
  return (store:values(("SELECT published FROM sources WHERE id = %s"):format(dialect.of(store).param(1)),
    { n = 1, id }))
end

return report_days
