--- Statements about what claims say: thing by thing, and finding the things whose claims differ or are weak.
-- All of them read the claims in a scope: { policy, day, ids, retracted }. Claims that were reported after its day are
-- left out; so are those that are not in force, unless it says so; weights are those of its policy.

local best_reading = require "parley.storage.statements.best_reading"
local dialect = require "parley.query.sql.dialect"
local ranking = require "parley.storage.claim_ranking"
local schema = require "parley.storage.schema"
local claim_weights = require "parley.storage.statements.claim_weights"

local readings = {}

local quoted_claims = schema.quoted_claims

---@class parley.ClaimScope
---@field policy parley.Policy? the default one if absent
---@field day integer?
---@field ids string[]?
---@field retracted boolean? retracted claims too

local function condition(d, scope, bind)
  local parts, p = {}, scope.policy
  if scope.retracted and p and p.blind then parts[1] = claim_weights.seen(p, bind) end
  if not scope.retracted then
    parts[1] = claim_weights.in_force(d, p, bind)
  elseif p and p.recorded then
    parts[#parts + 1] = ("%s <= %s"):format(d.without_zone "recorded_at", bind(p.recorded))
  end
  if scope.day then parts[#parts + 1] = "reported_end <= " .. bind(scope.day) end
  if scope.ids then parts[#parts + 1] = d.in_list("id", bind(d.list(scope.ids))) end
  return #parts > 0 and table.concat(parts, " AND ") or "true"
end

-- The two weights of a claim.
local function weight_columns(d, p, bind)
  if not p or ranking.weighs_as_default(p) then return "claim_weight", "state_weight" end
  return claim_weights.field(d, p, bind), claim_weights.state(d, p, bind)
end

-- The condition that some of the columns have a value.
local function says_something(d, names)
  local parts = {}
  for i, name in ipairs(names) do parts[i] = d.quote(name) .. " IS NOT NULL" end
  return table.concat(parts, " OR ")
end

--- The claims by thing, in the order in which they were entered: the `fields`, the two weights, then `names`. Among the
--- fields `voice` is that under the policy, and `place` the place among the claims.
---@param store parley.Store
---@param info table
---@param fields string[]
---@param names string[]
---@param scope parley.ClaimScope
---@param types string[]
function readings.each(store, info, fields, names, scope, types)
  local d = dialect.of(store)
  local params, bind = dialect.params(d)
  local field, state = weight_columns(d, scope.policy, bind)
  local list = {}
  local made = { voice = claim_weights.voice_under(d, scope.policy, bind),
    place = d.call("coalesce", "entry", "claim") }
  local at = {}
  for i, name in ipairs(fields) do list[i], at[name] = made[name] or name, i end
  list[#list + 1], list[#list + 2] = field, state
  for _, name in ipairs(names) do list[#list + 1] = d.quote(name) end
  return store:each(("SELECT %s FROM %s WHERE %s ORDER BY id, %d, %d, claim"):format(table.concat(list, ", "),
    quoted_claims(d, info), condition(d, scope, bind), at.voice, at.place), params, types)
end

--- Source and place of the claims that say something, in the order in which they were entered.
---@param store parley.Store
---@param info table
---@param scope parley.ClaimScope
---@param considered parley.Policy? only what this policy considers
---@param names string[]? only what says something about these columns
function readings.places(store, info, scope, considered, names)
  local d = dialect.of(store)
  local params, bind = dialect.params(d)
  local where = condition(d, scope, bind)
  if considered then where = where .. " AND " .. claim_weights.considered(d, considered, bind) end
  if names then where = ("%s AND (%s)"):format(where, says_something(d, names)) end
  return store:each(("SELECT source, locator FROM %s WHERE %s ORDER BY claim"):format(quoted_claims(d, info), where),
    params)
end

--- The days from which on each thing was surely reported: its id and a day for each claim that has one. Grouped by the
--- statement they would be sought thing by thing, which costs three times as much as going through the claims once.
---@param store parley.Store
---@param info table
---@param scope parley.ClaimScope
function readings.reports(store, info, scope)
  local d = dialect.of(store)
  local params, bind = dialect.params(d)
  return store:each(("SELECT id, reported_start FROM %s WHERE reported_start IS NOT NULL AND %s"):format(
    quoted_claims(d, info), condition(d, scope, bind)), params)
end

-- What a claim says of a unit as one value: that of its column, or all of its columns as a text.
local function said_of(d, names)
  local columns, texts = {}, {}
  for i, name in ipairs(names) do
    columns[i] = d.quote(name)
    texts[i] = d.call("coalesce", d.shown(columns[i]), d.text "")
  end
  if #names == 1 then return columns[1] end
  local text = table.concat(texts, (" || %s || "):format(d.text "|"))
  return ("CASE WHEN %s THEN %s END"):format(says_something(d, names), text)
end

-- A bit for each unit about which the claims of a group are not all alike. Where one of them denies something, they
-- may be alike in their values and clash all the same, so that every unit is in question.
local function differing_mask(d, units)
  local said = {}
  for i, unit in ipairs(units) do said[i] = said_of(d, unit.names) end
  local denies = d.call("max", d.as_number(d.same("polarity", d.text "denied")))
  return ("%s | (%s * %d)"):format(d.call("differing", said[1] or "NULL", table.unpack(said, 2)), denies,
    (1 << #units) - 1)
end

--- Things whose claims are not all alike: their ids, and a bit for each unit in question, 1 for the first.
---@param store parley.Store
---@param info table
---@param units { names: string[] }[]
---@param scope parley.ClaimScope
function readings.differing(store, info, units, scope)
  local d = dialect.of(store)
  local params, bind = dialect.params(d)
  local sql = ("SELECT id, mask FROM (SELECT id, %s AS mask FROM %s WHERE %s GROUP BY id HAVING count(*) > 1) AS m "
    .. "WHERE mask <> 0"):format(differing_mask(d, units), quoted_claims(d, info), condition(d, scope, bind))
  return store:each(sql, params)
end

local WORDS = { words = true, wording = true }

-- What tells whether the claim from which a unit's value is taken is not firm: the unit as an argument of weak_words,
-- which judges all words at once, or else a bit of its own.
local function weak_sql(d, info, unit, firm, bit)
  local column = info.by_name[unit.columns[1]]
  if WORDS[best_reading.kind(column)] then return d.quote(unit.names[1]), nil end
  local value = best_reading.sql(d, info, column, firm, unit.over_time and "s" or "w",
    says_something(d, unit.names), "integer")
  return "NULL", d.shifted(d.as_number(d.same(value, "0")), bit)
end

-- A bit for each unit, over the claims of a group.
local function weak_mask(d, info, units, firm)
  local bits, words = {}, {}
  for i, unit in ipairs(units) do words[i], bits[#bits + 1] = weak_sql(d, info, unit, firm, i - 1) end
  while words[1] and words[#words] == "NULL" do words[#words] = nil end
  if words[1] then bits[#bits + 1] = d.call("weak_words", firm, "w", "voice", table.unpack(words)) end
  return table.concat(bits, " | ")
end

--- Things with a value that is taken from a claim whose certainty is not among `firm`: their ids, and a bit for each
--- such unit.
---@param store parley.Store
---@param info table
---@param units { names: string[], columns: string[], over_time: boolean? }[]
---@param firm string[]
---@param scope parley.ClaimScope
function readings.weak(store, info, units, firm, scope)
  local d = dialect.of(store)
  local params, bind = dialect.params(d)
  local mask = weak_mask(d, info, units, claim_weights.has_certainty(d, "w", firm))
  local field, state = weight_columns(d, scope.policy, bind)
  local columns = { field .. " AS w", state .. " AS s", claim_weights.voice_under(d, scope.policy, bind)
    .. " AS voice" }
  for _, column in ipairs(info.columns) do columns[#columns + 1] = d.quote(column.claim_name) end
  return store:each(("SELECT id, mask FROM (SELECT id, %s AS mask FROM (SELECT %s FROM %s WHERE %s%s) "
    .. "AS c GROUP BY id) AS m WHERE mask <> 0"):format(mask, table.concat(columns, ", "), quoted_claims(d, info),
    condition(d, scope, bind), scope.policy and d.materialized or ""), params)
end

return readings
