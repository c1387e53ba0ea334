--- Views: what the same dataset shows as of a day, as recorded by a time, or under another policy.
-- Each call gives what a view shows; the dataset makes the view of it, which shares the connection, so that what is
-- written shows in it at once. It differs in the day whose knowledge it shows (`as_of`), in the time the file is set
-- back to (`as_recorded`), or in the policy. Every query, search and analysis that starts from it follows.

local codebook = require "parley.codebook.tables"
local dates = require "parley.base.dates"
local errors = require "parley.base.errors"
local policy = require "parley.claims.policy"
local suggest = require "parley.base.suggest"

local views = {}

local function need_claims(ds, call)
  if ds.schema.parley then return end
  errors.raise("no_claims.file", { call = call })
end

local function check_coders(ds, chosen)
  local coders = chosen.coders
  if #coders == 0 then return end
  ds:ensure_all()
  local known = require("parley.storage.statements.claim_lookup").coders(ds.store, codebook.tables,
    chosen.blind)
  for _, coder in ipairs(coders) do
    if not suggest.contains(known, coder) then errors.raise("no_name.coder", { name = coder, known = known }) end
  end
end

--- Raises unless the sources and coders that a policy names are there.
---@param ds parley.Dataset
---@param chosen parley.Policy?
function views.check_names(ds, chosen)
  if not chosen or not ds.schema.parley then return end
  local references = require "parley.claims.references"
  for _, option in ipairs { "prefer", "deny" } do
    for _, source in ipairs(chosen[option]) do
      ds:ensure "sources"
      if not references.exists(ds, "sources", source) then
        errors.raise("no_row.reference", { where = "policy." .. option, singular = "source", value = source,
          hint = references.hint(ds, "sources", source) or { key = "ids_of_table", table = "sources" } })
      end
    end
  end
  check_coders(ds, chosen)
end

--- The dataset as it follows from what had been reported by the end of a day. Of two days, the earlier counts.
---@param ds parley.Dataset
---@param date string EDTF; its last day counts
---@return { as_of: integer?, policy: parley.Policy? }
function views.as_of(ds, date)
  need_claims(ds, "as_of()")
  local day, shown = dates.last_day(date, "as_of()"), ds:view()
  return { as_of = math.min(day, shown.as_of or day), policy = shown.policy }
end

local TIMES = { "^%d%d%d%d%-%d%d%-%d%d$", "^%d%d%d%d%-%d%d%-%d%dT%d%d:%d%d$",
  "^%d%d%d%d%-%d%d%-%d%dT%d%d:%d%d:%d%d$", "^%d%d%d%d%-%d%d%-%d%dT%d%d:%d%d:%d%d%.%d+$" }
local REST = { "T23:59:59.999", ":59.999", ".999", "" }

-- A time as the file writes it, at the end of what is given: a day at its last moment.
local function full_time(time)
  local plain = type(time) == "string" and time:gsub("Z$", "") or ""
  for i, pattern in ipairs(TIMES) do
    if plain:find(pattern) then
      dates.days(plain:sub(1, 10), "as_recorded()")
      return plain .. REST[i]
    end
  end
  errors.raise("bad_argument.as_recorded_time", { time = time })
end

--- The dataset as this file had it at a time: without claims recorded later, with those retracted later. Rows
-- of tables without claims are shown as they are, since nothing records when they came.
---@param ds parley.Dataset
---@param time string UTC
---@return { as_of: integer?, policy: parley.Policy? }
function views.as_recorded(ds, time)
  need_claims(ds, "as_recorded()")
  local shown = ds:view()
  return { as_of = shown.as_of, policy = policy.as_recorded(shown.policy, full_time(time)) }
end

--- The dataset under another policy.
---@param ds parley.Dataset
---@param given table see doc/claims.md
---@return { as_of: integer?, policy: parley.Policy? }
function views.with_policy(ds, given)
  need_claims(ds, "with_policy()")
  local shown = ds:view()
  local chosen = policy.within(policy.new(given), shown.policy)
  views.check_names(ds, chosen)
  return { as_of = shown.as_of, policy = not policy.is_default(chosen) and chosen or nil }
end

return views
