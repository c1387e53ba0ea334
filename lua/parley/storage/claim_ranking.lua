--- Claim ranking: which claim wins, as SQL over one row of claims.
-- The claims a policy considers get one integer whose bits, from the top, say: preferred source, preferred rank,
-- certainty, report day, key of the claim. `best(value, weight)` then picks. For a state (a column that
-- changes over time) the day stands before the certainty, since later news supersedes firmer news.
--
-- The weights of the default policy are stored with the claims as generated columns, so that resolving
-- a whole table computes each of them once. Policies themselves are made in parley.claims.policy.

local claim_ranking = {}

-- Firmest first; a spec holds this beside the vocabulary.
claim_ranking.CERTAINTIES = { "on_record_quote", "on_record_paraphrase", "document_seen", "document_described",
  "named_medium", "narration", "anonymous", "inferred" }

-- Bits of a weight. 22 bits of days reach from the year -3772 to 7711; days beyond count as the ends.
local KEY_BITS, DAY_BITS, CERTAINTY_BITS = 30, 22, 4
local MIDDLE_DAY, LAST_DAY = 1 << (DAY_BITS - 1), (1 << DAY_BITS) - 1
local RANK_SHIFT = KEY_BITS + DAY_BITS + CERTAINTY_BITS
-- How many preferred sources can be put in order.
claim_ranking.MOST_PREFERRED = (1 << (62 - RANK_SHIFT)) - 1

--- ## SQL
-- In the pieces below "@" stands before each column; it becomes the alias of the claims table, or nothing.

local function certainty_sql()
  local cases = {}
  for i, code in ipairs(claim_ranking.CERTAINTIES) do
    cases[i] = ("WHEN '%s' THEN %d"):format(code, #claim_ranking.CERTAINTIES + 1 - i)
  end
  return "CASE @certainty " .. table.concat(cases, " ") .. " ELSE 0 END"
end

-- A day as an unsigned number of DAY_BITS bits; an unknown day is the weakest.
local function day_sql(day, earliest)
  local bits = ("max(0, min(%d, %s + %d))"):format(LAST_DAY, day, MIDDLE_DAY)
  if earliest then bits = ("%d - %s"):format(LAST_DAY, bits) end
  return ("coalesce(%s, 0)"):format(bits)
end

local function add_params(params, list)
  for _, value in ipairs(list) do
    params.n = params.n + 1
    params[params.n] = value
  end
end

-- Position of the claim's source in the preferred list, the first one highest.
local function prefer_sql(prefer, params)
  if #prefer == 0 then return "" end
  local cases = {}
  for i = 1, #prefer do cases[i] = ("WHEN ? THEN %d"):format(#prefer + 1 - i) end
  add_params(params, prefer)
  return ("((CASE @source %s ELSE 0 END) << %d) + "):format(table.concat(cases, " "), RANK_SHIFT + 1)
end

local function order_sql(p, params, upper, upper_shift, lower)
  return ("%s((@rank IS 'preferred') << %d) + ((%s) << %d) + ((%s) << %d) + (@claim & %d)"):format(
    prefer_sql(p.prefer, params), RANK_SHIFT, upper, upper_shift, lower, KEY_BITS, (1 << KEY_BITS) - 1)
end

local function field_order(p, params)
  return order_sql(p, params, certainty_sql(), KEY_BITS + DAY_BITS, day_sql("@reported_end", p.report == "earliest"))
end

local function state_order(p, params)
  local day = day_sql("coalesce(@stated_end, @reported_end)")
  return order_sql(p, params, day, KEY_BITS + CERTAINTY_BITS, certainty_sql())
end

-- Claims that are in force: not retracted, or not yet at the time a policy is set back to.
local function in_force(p, params)
  if not p.recorded then return "@retracted_at IS NULL" end
  add_params(params, { p.recorded, p.recorded })
  return "(rtrim(@recorded_at, 'Z') <= ? AND (@retracted_at IS NULL OR rtrim(@retracted_at, 'Z') > ?))"
end

local function considered(p, params)
  local parts = { in_force(p, params), "@rank IS NOT 'deprecated'", "@polarity IS NOT 'denied'" }
  if p.certainty then
    parts[#parts + 1] = ("@certainty IN ('%s')"):format(table.concat(claim_ranking.considered(p), "', '"))
  end
  if #p.deny > 0 then
    parts[#parts + 1] = ("@source NOT IN (%s)"):format(("?, "):rep(#p.deny - 1) .. "?")
    add_params(params, p.deny)
  end
  return table.concat(parts, " AND ")
end

-- SQL for an alias, and its parameters in the order of the text.
local function finished(alias, build)
  local params = { n = 0 }
  local text = build(params)
  return (text:gsub("@", alias and alias .. "." or "")), params
end

local function weight_of(order)
  return function(p, alias)
    return finished(alias, function(params)
      return ("CASE WHEN %s THEN %s END"):format(considered(p, params), order(p, params))
    end)
  end
end

--- The condition under which a claim is in force, whether it is considered or not.
---@type fun(p: parley.Policy?, alias?: string): string, table
function claim_ranking.in_force_sql(p, alias)
  return finished(alias, function(params) return in_force(p or claim_ranking.default, params) end)
end

--- The condition under which a claim counts at all.
---@type fun(p: parley.Policy, alias?: string): string, table
function claim_ranking.where_sql(p, alias)
  return finished(alias, function(params) return considered(p, params) end)
end

--- The weight of a claim for a field: an integer, or NULL for a claim that is not considered. Under the
--- default policy the column claim_weight holds it already.
---@type fun(p: parley.Policy, alias?: string): string, table
claim_ranking.weight_sql = weight_of(field_order)

--- The weight of a claim for a state, where the later day comes before certainty. Under the default
--- policy the column state_weight holds it already.
---@type fun(p: parley.Policy, alias?: string): string, table
claim_ranking.state_weight_sql = weight_of(state_order)

--- Certainties a policy considers, firmest first.
---@param p parley.Policy
---@return string[]
function claim_ranking.considered(p)
  local codes = {}
  for i, code in ipairs(claim_ranking.CERTAINTIES) do
    codes[i] = code
    if code == p.certainty then break end
  end
  return codes
end

--- Whether a policy shows what the stored tables show.
---@param p parley.Policy
---@return boolean
function claim_ranking.is_default(p)
  return #p.prefer == 0 and #p.deny == 0 and p.report == "latest" and not p.recorded
    and (p.certainty == nil or p.certainty == claim_ranking.CERTAINTIES[#claim_ranking.CERTAINTIES])
end

--- What the stored tables are resolved under, and what is shown unless something else is asked for.
claim_ranking.default = { name = "default", prefer = {}, deny = {}, report = "latest" }

return claim_ranking
