--- The claims about the things of a table, read in one statement and handed over thing by thing.
-- Every analysis that looks behind the tables reads claims here, so that all of them honour what the dataset shows:
-- claims that were reported after its day are left out, and the weights are those of its policy.

local policy = require "parley.claims.policy"
local statements = require "parley.storage.statements.readings"

local claim_rows = {}

local FIELDS = { "claim", "id", "source", "locator", "said_by", "certainty", "polarity", "rank", "stated_start",
  "stated_end", "reported_start", "reported_end", "voice", "coder", "place" }

--- The policy a dataset shows its tables under.
---@param ds parley.Dataset
---@return parley.Policy
function claim_rows.policy(ds) return ds:view().policy or policy.default end

--- The tables that rest on claims, and their names.
---@param ds parley.Dataset
---@return table[] infos, string[] names
function claim_rows.tables(ds)
  local infos, names = {}, {}
  for _, name in ipairs(ds:tables()) do
    local info = ds:table_info(name)
    if info.claims then infos[#infos + 1], names[#names + 1] = info, name end
  end
  return infos, names
end

--- A scope as statements take it: under the dataset's policy.
---@param ds parley.Dataset
---@param scope { day: integer?, ids: string[]?, retracted: boolean? }
---@return parley.ClaimScope
function claim_rows.scope(ds, scope)
  return { policy = ds:view().policy, day = scope.day, ids = scope.ids, retracted = scope.retracted }
end

-- Types of the columns: those that hold true and false have to be named.
local function types_of(info, names)
  local types = {}
  for i = 1, #FIELDS + 2 do types[i] = "any" end
  for _, name in ipairs(names) do
    local column = info.by_name[name]
    types[#types + 1] = column and column.type == "boolean" and "boolean" or "any"
  end
  return types
end

-- The claim that a statement gives, and what it is about. No more than sixteen names, as a table of Lua doubles beyond
-- them; what is known of few claims takes no room.
local function record(key, of, source, locator, said_by, certainty, polarity, rank, stated_start, stated_end,
  reported_start, reported_end, who, coder, place, weight, state_weight, ...)
  if key == nil then return nil end
  return { claim = key, source = source, locator = locator, said_by = said_by, certainty = certainty,
    denied = polarity == "denied", rank = rank, stated_start = stated_start, stated_end = stated_end,
    reported_start = reported_start, reported_end = reported_end, weight = weight, state_weight = state_weight,
    who = who, coder = coder, place = place, ... }, of
end

--- The days that a claim can be about: when it was stated, else reported.
---@param claim table
---@return integer from, integer to
function claim_rows.days(claim)
  local from, to = claim.stated_start, claim.stated_end
  if not (from or to) then from, to = claim.reported_start, claim.reported_end end
  return from or math.mininteger, to or math.maxinteger
end

--- Calls visit(id, claims) for each thing with its claims, in the order of their voices: the order in which they were
--- entered decides nothing. A claim has its provenance by name, `weight` and
--- `state_weight` (nil when the policy does not consider it), and the values of `names` as a list.
---@param ds parley.Dataset
---@param info table
---@param names string[]  columns of the claims
---@param scope { day: integer?, ids: string[]?, retracted: boolean? }
---@param visit fun(id: string, claims: table[])
function claim_rows.each_thing(ds, info, names, scope, visit)
  ds:ensure(info.name)
  local step, state, control, closing <close> = statements.each(ds.store, info, FIELDS, names,
    claim_rows.scope(ds, scope), types_of(info, names))
  local claim, of = record(step(state, control))
  while claim do
    local id, list = of, {}
    while of == id do
      list[#list + 1] = claim
      claim, of = record(step(state, control))
    end
    visit(id, list)
  end
  return closing and nil
end

return claim_rows
