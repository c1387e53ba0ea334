--- Statements that store the claims of a table, and take them back.

local codebook = require "parley.codebook.tables"
local days = require "parley.storage.statements.days"
local dialect = require "parley.query.sql.dialect"
local schema = require "parley.storage.schema"

local claims = {}

-- The columns after the first `skip` whose names are used, or all.
local function chosen(columns, skip, used)
  local list = {}
  for i = skip + 1, #columns do
    if not used or used[columns[i].name] then list[#list + 1] = columns[i] end
  end
  return list
end

-- What a bundled dataset stores with its claims, and a file brings in step with them.
local SOURCE_ORIGIN = { name = "source_origin", type = "text" }
local SOURCE_DAY = { name = "source_day", type = "boolean" }

-- Columns of an insert after the key and the id, and its SQL; a date is bound once and gives its days.
local function new_plan(d, info, used_values, used_provenance)
  local values, provenance = chosen(info.columns, 1, used_values), chosen(codebook.provenance, 0, used_provenance)
  if used_provenance and used_provenance.source_origin then provenance[#provenance + 1] = SOURCE_ORIGIN end
  local plan = { values = {}, provenance = {} }
  local names, marks, n = { "claim", "id" }, { d.param(1), d.param(2) }, 2
  local function add(name, column)
    n = n + 1
    local mark = d.param(n)
    names[#names + 1], marks[#marks + 1] = d.quote(name), mark
    if column.type == "date" then days.add(d, name, mark, names, marks) end
  end
  for i, column in ipairs(values) do
    plan.values[i] = column.name
    add(column.claim_name, column)
  end
  for i, column in ipairs(provenance) do
    plan.provenance[i] = column.name
    add(column.name, column)
  end
  add("source_day", SOURCE_DAY)
  plan.params = { n = n }
  plan.sql = ("INSERT INTO %s(%s) VALUES (%s)"):format(schema.quoted_claims(d, info), table.concat(names, ", "),
    table.concat(marks, ", "))
  return plan
end

-- The insert of all columns.
local insert_plan = dialect.once(function(d, info) return new_plan(d, info) end)

-- Puts the values of some names behind the first `n` parameters.
local function put(params, n, names, given)
  for i = 1, #names do params[n + i] = given[names[i]] end
  return n + #names
end

local function insert(store, plan, key, id, values, provenance)
  local params = plan.params
  params[1], params[2] = key, id
  local n = put(params, put(params, 2, plan.values, values), plan.provenance, provenance)
  params[n + 1] = provenance.source_day or provenance.reported == nil
  return store:run(plan.sql, params)
end

--- Stores one claim, whose values have been checked, under a key of the caller's. Its `reported` is its own, unless
-- `source_day` says that it is its source's (parley.storage.statements.report_days); without one it has its source's.
---@param store parley.Store
---@param info table
---@param key integer
---@param id string
---@param values table column = value
---@param provenance table column = value
function claims.insert(store, info, key, id, values, provenance)
  return insert(store, insert_plan(dialect.of(store), info), key, id, values, provenance)
end

--- Stores a list of claims { key, id, values, provenance } of one table; only columns that some claim uses are bound.
function claims.insert_all(store, info, list)
  local values, provenance = {}, {}
  for _, claim in ipairs(list) do
    for name in pairs(claim.values) do values[name] = true end
    for name in pairs(claim.provenance) do provenance[name] = true end
  end
  local plan = new_plan(dialect.of(store), info, values, provenance)
  for _, claim in ipairs(list) do insert(store, plan, claim.key, claim.id, claim.values, claim.provenance) end
end

--- Takes a claim back; its row stays. How many were: a server passes over those of others.
---@param by string? who takes it back, where that was said
---@return integer
function claims.retract(store, info, key, at, reason, by)
  local d = dialect.of(store)
  return (store:run(("UPDATE %s SET retracted_at = %s, retraction = %s, retracted_by = %s WHERE claim = %s"):format(
    schema.quoted_claims(d, info), d.param(2), d.param(3), d.param(4), d.param(1)), { n = 4, key, at, reason, by }))
end

return claims
