--- Claims in, tables out: how claims are stored, and how a table is resolved from them.
-- Resolution is one statement, whatever it is for: the stored row of a thing, a whole table, a view as
-- of a day, or another policy. Each field is `best(value, weight)` over the claims about one thing; the
-- bounds of a quantity are taken together, from the one claim that is best about it.

local codebook = require "parley.codebook.tables"
local json = require "parley.base.json"
local claim_ranking = require "parley.storage.claim_ranking"
local schema = require "parley.storage.schema"

local quote, claims_name = schema.quote, schema.claims_name

local claims = {}

--- ## Storing

local insert_cache = {}

-- Quantities with all three bounds, as { best, low, high }.
local function exact_quantities(info)
  local found, by_name = {}, {}
  for _, column in ipairs(info.columns) do
    local name = column.quantity
    if name and not by_name[name] then
      by_name[name] = {}
      found[#found + 1] = by_name[name]
    end
    if name then by_name[name][column.bound] = column.name end
  end
  for i = #found, 1, -1 do
    if not found[i].best then table.remove(found, i) end
  end
  return found
end

-- The columns after the first `skip` whose names are used, or all.
local function chosen(columns, skip, used)
  local list = {}
  for i = skip + 1, #columns do
    if not used or used[columns[i].name] then list[#list + 1] = columns[i] end
  end
  return list
end

-- Columns of an insert after the key and the id, and its SQL; a date is bound once and gives its days.
local function new_plan(info, used_values, used_provenance)
  local plan = { values = chosen(info.columns, 1, used_values),
    provenance = chosen(codebook.provenance, 0, used_provenance) }
  local names, marks, n = { "claim", "id" }, { "?1", "?2" }, 2
  local function add(name, column)
    n = n + 1
    names[#names + 1], marks[#marks + 1] = quote(name), "?" .. n
    if column.type == "date" then
      names[#names + 1], marks[#marks + 1] = quote(name .. "_start"), ("edtf_start(?%d)"):format(n)
      names[#names + 1], marks[#marks + 1] = quote(name .. "_end"), ("edtf_stop(?%d)"):format(n)
    end
  end
  for _, column in ipairs(plan.values) do add(column.claim_name, column) end
  for _, column in ipairs(plan.provenance) do add(column.name, column) end
  plan.params = { n = n }
  plan.sql = ("INSERT INTO %s(%s) VALUES (%s)"):format(quote(claims_name(info.name)), table.concat(names, ", "),
    table.concat(marks, ", "))
  return plan
end

local function insert_plan(info)
  insert_cache[info] = insert_cache[info] or new_plan(info)
  return insert_cache[info]
end

local quantities_of = {}

--- An exact number, given as `best` alone, sets all three bounds.
function claims.complete_quantities(info, values)
  quantities_of[info] = quantities_of[info] or exact_quantities(info)
  for _, bounds in ipairs(quantities_of[info]) do
    local best = values[bounds.best]
    if best and values[bounds.low] == nil and values[bounds.high] == nil then
      values[bounds.low], values[bounds.high] = best, best
    end
  end
end

--- Stores one claim, whose values have been checked, under a key of the caller's.
function claims.insert(store, info, key, id, values, provenance, plan)
  plan = plan or insert_plan(info)
  local params, n = plan.params, 2
  params[1], params[2] = key, id
  for _, column in ipairs(plan.values) do
    n = n + 1
    params[n] = values[column.name]
  end
  for _, column in ipairs(plan.provenance) do
    n = n + 1
    params[n] = provenance[column.name]
  end
  return store:run(plan.sql, params)
end

--- Stores a list of claims { key, id, values, provenance } of one table; only columns that some claim uses are bound.
function claims.insert_all(store, info, list)
  local values, provenance = {}, {}
  for _, claim in ipairs(list) do
    for name in pairs(claim.values) do values[name] = true end
    for name in pairs(claim.provenance) do provenance[name] = true end
  end
  local plan = new_plan(info, values, provenance)
  for _, claim in ipairs(list) do
    claims.insert(store, info, claim.key, claim.id, claim.values, claim.provenance, plan)
  end
end

--- A key for a new claim in table `name`.
function claims.new_key(store, name)
  local _, key = store:run('INSERT INTO claim_keys("table") VALUES (?)', { n = 1, name })
  return key
end

--- ## Resolving

-- All bounds of each quantity, for best() with the presence of any of them.
local function quantities(info)
  local found = {}
  for _, column in ipairs(info.columns) do
    local name = column.quantity
    if name then found[name] = (found[name] and found[name] .. ", " or "") .. quote(column.claim_name) end
  end
  return found
end

local function best_sql(column, bounds)
  local weight = column.over_time and "state_weight" or "claim_weight"
  local present = column.quantity and bounds[column.quantity]
  if present and present:find(",", 1, true) then
    return ("best(%s, %s, coalesce(%s))"):format(quote(column.claim_name), weight, present)
  end
  return ("best(%s, %s)"):format(quote(column.claim_name), weight)
end

-- Columns of a resolved row: { name, sql }, in the order of the stored table.
local function resolved_columns(info)
  local columns, bounds = { { "id", "id" } }, quantities(info)
  for i = 2, #info.columns do
    local column = info.columns[i]
    local best = best_sql(column, bounds)
    columns[#columns + 1] = { column.name, best }
    if column.type == "date" then
      columns[#columns + 1] = { column.name .. "_start", ("edtf_start(%s)"):format(best) }
      columns[#columns + 1] = { column.name .. "_end", ("edtf_stop(%s)"):format(best) }
    end
  end
  return columns
end

-- The claims another policy considers, with its weights, and its parameters. LIMIT -1 keeps SQLite from
-- merging the subquery into the query around it, which would compute the weights anew for every column.
local function weighted_claims(info, p, conditions)
  local weight, weight_params = claim_ranking.weight_sql(p)
  local state, state_params = claim_ranking.state_weight_sql(p)
  local where, where_params = claim_ranking.where_sql(p)
  local names = { "id" }
  for i = 2, #info.columns do names[i] = quote(info.columns[i].claim_name) end
  local params = { n = 0 }
  for _, list in ipairs { weight_params, state_params, where_params } do
    table.move(list, 1, list.n, params.n + 1, params)
    params.n = params.n + list.n
  end
  table.insert(conditions, 1, where)
  return ("(SELECT %s, %s AS claim_weight, %s AS state_weight FROM %s WHERE %s LIMIT -1)"):format(
    table.concat(names, ", "), weight, state, quote(claims_name(info.name)), table.concat(conditions, " AND ")), params
end

--- The statement that resolves a table from its claims, and the parameters of the policy. Parameters of
--- `as_of` and `where`, in this order, come after them.
---@param info table a table of the codebook that rests on claims
---@param p? parley.Policy the default policy if absent
---@param as_of? string|integer only what was reported by this day: a day number, or a placeholder
---@param where? string a condition on the claims, such as "id = ?"
---@return string sql, table params
function claims.resolve_sql(info, p, as_of, where)
  local conditions = {}
  if as_of then conditions[1] = "reported_end <= " .. as_of end
  if where then conditions[#conditions + 1] = where end
  local list = {}
  for i, column in ipairs(resolved_columns(info)) do list[i] = ("%s AS %s"):format(column[2], quote(column[1])) end
  local select = "SELECT " .. table.concat(list, ", ")
  if p == nil or claim_ranking.is_default(p) then
    table.insert(conditions, 1, "claim_weight IS NOT NULL")
    return ("%s FROM %s WHERE %s GROUP BY id"):format(select, quote(claims_name(info.name)),
      table.concat(conditions, " AND ")), { n = 0 }
  end
  local from, params = weighted_claims(info, p, conditions)
  return ("%s FROM %s GROUP BY id"):format(select, from), params
end

-- "INSERT INTO t(…) <resolution> ON CONFLICT …": keeps the rows of things already there.
local function store_sql(info, where)
  local names, set = {}, {}
  for i, column in ipairs(resolved_columns(info)) do
    names[i] = quote(column[1])
    if i > 1 then set[#set + 1] = ("%s = excluded.%s"):format(names[i], names[i]) end
  end
  local resolve = claims.resolve_sql(info, nil, nil, where)
  return ("INSERT INTO %s(%s) %s ON CONFLICT(id) DO UPDATE SET %s"):format(quote(info.name), table.concat(names, ", "),
    resolve, table.concat(set, ", "))
end

local function remove_sql(info, where)
  return ("DELETE FROM %s WHERE %s AND NOT EXISTS (SELECT 1 FROM %s c WHERE c.id = %s.id AND claim_weight IS NOT NULL)")
    :format(quote(info.name), where, quote(claims_name(info.name)), quote(info.name))
end

local cached = setmetatable({}, { __mode = "k" })

-- The statements for one thing, for a list of things (JSON) and for all.
local function statements(info)
  local found = cached[info]
  if not found then
    local some = "id IN (SELECT value FROM json_each(?1))"
    found = {
      one = store_sql(info, "id = ?1"), remove_one = remove_sql(info, "id = ?1"),
      some = store_sql(info, some), remove_some = remove_sql(info, some),
    }
    cached[info] = found
  end
  return found
end

local CHUNK = 2000

--- Brings the rows of some things in step with their claims; a thing without claims loses its row.
---@param ids string[]
function claims.resolve_ids(store, info, ids)
  local sql = statements(info)
  if #ids == 1 then
    local params = { n = 1, ids[1] }
    if store:run(sql.one, params) == 0 then store:run(sql.remove_one, params) end
    return
  end
  for from = 1, #ids, CHUNK do
    local params = { n = 1, json.list(ids, from, math.min(from + CHUNK - 1, #ids)) }
    store:run(sql.some, params)
    store:run(sql.remove_some, params)
  end
end

--- Brings all rows of a table in step with their claims.
function claims.resolve_all(store, info)
  store:run(store_sql(info))
  store:run(remove_sql(info, "true"))
end

--- Fills an empty table from its claims; cheaper than resolve_all.
function claims.fill(store, info)
  store:run(("INSERT INTO %s %s"):format(quote(info.name), (claims.resolve_sql(info))))
end

--- ## Views

-- Rows count from the publication of their source. Where nothing tells when that was, nobody can have known of them
-- before they happened: then their own last day counts.
local function known_by(info)
  local dated = "source IN (SELECT id FROM sources WHERE published_end <= ?)"
  if not info.by_name.date then return dated, 1 end
  return ("(%s OR date_end <= ? AND (source IS NULL OR source IN (SELECT id FROM sources WHERE published IS NULL)))")
    :format(dated), 2
end

-- The rows of a table that has no claims as they were known on a day and under a policy: those that count by then and
-- whose source is not left out. Nil when nothing dates them, or nothing is to be left out.
local function plain_view(ds, info, day, denied)
  local source = info.by_name.source
  if ds.schema.by_name[info.name] ~= info or not (source and source.references == "sources") then return nil end
  local conditions, params = {}, { n = 0, table.unpack(denied) }
  params.n = #denied
  if #denied > 0 then
    conditions[1] = ("(source IS NULL OR source NOT IN (%s))"):format(("?, "):rep(#denied - 1) .. "?")
  end
  if day then
    ds:ensure "sources"
    local condition, days = known_by(info)
    conditions[#conditions + 1] = condition
    for _ = 1, days do params.n, params[params.n + 1] = params.n + 1, day end
  end
  if #conditions == 0 then return nil end
  return ("SELECT * FROM %s WHERE %s"):format(quote(info.name), table.concat(conditions, " AND ")), params
end

--- The statement that gives a table's rows as of a day and under a dataset's policy, with its parameters;
--- nil when the stored rows are those.
---@param ds parley.Dataset
---@param info table
---@param day integer?
---@return string? sql, table? params
function claims.view_sql(ds, info, day)
  if info.claims then
    local sql, params = claims.resolve_sql(info, ds:view().policy, day and "?")
    if day then params.n, params[params.n + 1] = params.n + 1, day end
    return sql, params
  end
  local p = ds:view().policy
  return plain_view(ds, info, day, p and p.deny or {})
end

return claims
