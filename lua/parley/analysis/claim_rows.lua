--- The claims about the things of a table, read in one statement and handed over thing by thing.
-- Every analysis that looks behind the tables reads claims here, so that all of them honour what the dataset shows:
-- claims that were reported after its day are left out, and the weights are those of its policy.

local json = require "parley.base.json"
local policy = require "parley.claims.policy"
local schema = require "parley.storage.schema"

local quote = schema.quote

local claim_rows = {}

local FIELDS = { "claim", "id", "source", "locator", "said_by", "certainty", "polarity", "rank", "stated_start",
  "stated_end", "reported_start", "reported_end" }

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

--- SQL expressions for the two weights of a claim, and their parameters.
---@param ds parley.Dataset
---@return string weight, string state_weight, any[] params
function claim_rows.weights(ds)
  local p = ds:view().policy
  if not p then return "claim_weight", "state_weight", {} end
  local weight, params = policy.weight_sql(p)
  local state, more = policy.state_weight_sql(p)
  table.move(more, 1, more.n, params.n + 1, params)
  return weight, state, params
end

--- The condition on the claims in a scope: known by its day, about its ids, and in force, unless it says so.
-- Parameters are added to `params`.
---@param ds parley.Dataset
---@param scope { day: integer?, ids: string[]?, retracted: boolean? }
---@param params any[]
---@return string
function claim_rows.condition(ds, scope, params)
  local parts, p = {}, ds:view().policy
  if not scope.retracted then
    local in_force, more = policy.in_force_sql(p)
    table.move(more, 1, more.n, #params + 1, params)
    parts[1] = in_force
  elseif p and p.recorded then
    params[#params + 1] = p.recorded
    parts[1] = "rtrim(recorded_at, 'Z') <= ?"
  end
  if scope.day then
    params[#params + 1] = scope.day
    parts[#parts + 1] = "reported_end <= ?"
  end
  if scope.ids then
    params[#params + 1] = json.list(scope.ids)
    parts[#parts + 1] = "id IN (SELECT value FROM json_each(?))"
  end
  return #parts > 0 and table.concat(parts, " AND ") or "true"
end

-- SELECT of the fields, the weights and the values, by thing and in the order in which the claims were entered.
local function select_sql(ds, info, names, scope)
  local weight, state, params = claim_rows.weights(ds)
  local list = { table.concat(FIELDS, ", "), weight, state }
  for _, name in ipairs(names) do list[#list + 1] = quote(name) end
  local where = claim_rows.condition(ds, scope, params)
  params.n = #params
  return ("SELECT %s FROM %s WHERE %s ORDER BY id, claim"):format(table.concat(list, ", "),
    quote(schema.claims_name(info.name)), where), params
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

local function record(key, _, source, locator, said_by, certainty, polarity, rank, stated_start, stated_end,
  reported_start, reported_end, weight, state_weight, ...)
  local from, to = reported_start, reported_end
  if stated_start or stated_end then from, to = stated_start, stated_end end
  return { claim = key, source = source, locator = locator, said_by = said_by, certainty = certainty,
    denied = polarity == "denied", rank = rank, stated_end = stated_end, reported_end = reported_end,
    from = from or math.mininteger, to = to or math.maxinteger, weight = weight, state_weight = state_weight,
    voice = false, ... }
end

--- Calls visit(id, claims) for each thing with its claims. A claim has its provenance by name, `weight` and
--- `state_weight` (nil when the policy does not consider it), the days it can be about (`from`, `to`: when it was
--- stated, else reported), and the values of `names` as a list.
---@param ds parley.Dataset
---@param info table
---@param names string[]  columns of the claims
---@param scope { day: integer?, ids: string[]?, retracted: boolean? }
---@param visit fun(id: string, claims: table[])
function claim_rows.each_thing(ds, info, names, scope, visit)
  ds:ensure(info.name)
  local sql, params = select_sql(ds, info, names, scope)
  local id, list
  local function take(...)
    local _, of = ...
    if of ~= id then
      if id then visit(id, list) end
      id, list = of, {}
    end
    list[#list + 1] = record(...)
  end
  local step, state, control, closing <close> = ds.store:each(sql, params, types_of(info, names))
  local function advance(...)
    if (...) == nil then return false end
    take(...)
    return true
  end
  while advance(step(state, control)) do end
  if id then visit(id, list) end
  return closing and nil
end

return claim_rows
