--- The stored rows of tables, brought in step with their claims: of some things, or of all of a table.

local dialect = require "parley.query.sql.dialect"
local origins = require "parley.storage.statements.origins"
local report_days = require "parley.storage.statements.report_days"
local resolution = require "parley.storage.statements.resolution"
local schema = require "parley.storage.schema"

local stored_rows = {}

-- "INSERT INTO t(…) <resolution>", keeping the rows of things already there.
local function store_sql(d, info, where, is_wanted)
  local names = resolution.names(d, info, is_wanted)
  for i, name in ipairs(names) do names[i] = d.quote(name) end
  return ("INSERT INTO %s(%s) %s%s"):format(d.quote(info.name), table.concat(names, ", "),
    resolution.select(d, info, where, is_wanted), d.or_update_changed("id", table.move(names, 2, #names, 1, {})))
end

local function remove_sql(d, info, where)
  return ("DELETE FROM %s WHERE %s AND NOT EXISTS (SELECT 1 FROM %s c WHERE c.id = %s.id AND claim_weight IS NOT NULL)")
    :format(d.quote(info.name), where, schema.quoted_claims(d, info), d.quote(info.name))
end

-- Whether a column of a row is one of some of the codebook, or a day of it.
local function one_of(d, columns)
  local wanted = {}
  for _, column in ipairs(columns) do
    for _, ending in ipairs { "", "_start", "_end" } do wanted[d.quote(column.name .. ending)] = true end
  end
  return function(quoted) return wanted[quoted] == true end
end

--- Brings the rows of things in step with their claims, where these were only added.
---@param store parley.Store
---@param info table
---@param selected string SQL that gives their ids
---@param filled table[]? the columns of which claims say something, where the things are new; all if absent
function stored_rows.resolve_selected(store, info, selected, filled)
  local d = dialect.of(store)
  store:run(store_sql(d, info, ("id IN (%s)"):format(selected), filled and one_of(d, filled)))
end

-- The statements for one thing and for a list of things.
local statements = dialect.once(function(d, info)
  local one, some = "id = " .. d.param(1), d.in_list("id", d.param(1))
  return {
    one = store_sql(d, info, one), remove_one = remove_sql(d, info, one),
    some = store_sql(d, info, some), remove_some = remove_sql(d, info, some),
  }
end)

local CHUNK = 2000

--- Brings the rows of some things in step with their claims; a thing without claims loses its row.
---@param store parley.Store
---@param info table
---@param ids string[]
function stored_rows.resolve_ids(store, info, ids)
  local d = dialect.of(store)
  local sql = statements(d, info)
  if #ids == 1 then
    local params = { n = 1, ids[1] }
    -- Nothing written: the row is as it was, or has no claims any more.
    if store:run(sql.one, params) == 0 then store:run(sql.remove_one, params) end
    return
  end
  for from = 1, #ids, CHUNK do
    local params = { n = 1, d.list(ids, from, math.min(from + CHUNK - 1, #ids)) }
    store:run(sql.some, params)
    store:run(sql.remove_some, params)
  end
end

--- Brings all rows of a table in step with their claims.
---@param store parley.Store
---@param info table
function stored_rows.resolve_all(store, info)
  local d = dialect.of(store)
  store:run(store_sql(d, info))
  store:run(remove_sql(d, info, "true"))
end

--- Brings the claims of tables in step with their sources, and the tables with their claims.
---@param store parley.Store
---@param list table[] tables of the codebook; those without claims are passed over
---@param resolve fun(store: parley.Store, info: table)
function stored_rows.derive(store, list, resolve)
  local sources
  for _, info in ipairs(list) do sources = info.name == "sources" and info or sources end
  if sources then
    report_days.follow_own(store)
    resolve(store, sources)
    stored_rows.resolve_ids(store, sources, report_days.follow(store, sources))
    stored_rows.resolve_ids(store, sources, origins.follow(store, sources))
  end
  for _, info in ipairs(list) do
    if info.claims and info ~= sources then
      report_days.follow(store, info)
      origins.follow(store, info)
      resolve(store, info)
    end
  end
end

return stored_rows
