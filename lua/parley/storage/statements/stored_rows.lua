--- The stored rows of tables, brought in step with their claims: of some things, or of all of a table.

local connection = require "parley.storage.connection"
local derivations = require "parley.storage.derivations"
local dialect = require "parley.query.sql.dialect"
local origins = require "parley.storage.statements.origins"
local report_days = require "parley.storage.statements.report_days"
local resolution = require "parley.storage.statements.resolution"
local schema = require "parley.storage.schema"

local stored_rows = {}

-- "INSERT INTO t(…) <resolution>", keeping the rows of things already there.
local function store_sql(d, info, where)
  local names = resolution.names(d, info)
  for i, name in ipairs(names) do names[i] = d.quote(name) end
  local own = d.quote(info.name)
  return ("INSERT INTO %s(%s) %s%s"):format(own, table.concat(names, ", "), resolution.select(d, info, where),
    d.or_update_changed("id", table.move(names, 2, #names, 1, {}), own))
end

local function remove_sql(d, info, where)
  return ("DELETE FROM %s WHERE %s AND NOT EXISTS (SELECT 1 FROM %s c WHERE c.id = %s.id AND claim_weight IS NOT NULL)")
    :format(d.quote(info.name), where, schema.quoted_claims(d, info), d.quote(info.name))
end

-- What a thing's only claim says is what is shown of it, whatever readings are chosen by. In the order of their ids, as
-- resolving stores them.
local function add_sql(d, info, columns)
  local names, list = {}, {}
  for _, column in ipairs(columns) do
    for _, ending in ipairs(column.type == "date" and { "", "_start", "_end" } or { "" }) do
      names[#names + 1] = d.quote(column.name .. ending)
      list[#list + 1] = d.quote(column.claim_name .. ending)
    end
  end
  local names_sql, more = table.concat(names, ", "), #names > 0 and ", " or ""
  return ("INSERT INTO %s(id%s%s) SELECT id%s%s FROM %s WHERE claim > %s AND claim_weight IS NOT NULL ORDER BY id%s")
    :format(d.quote(info.name), more, names_sql, more, table.concat(list, ", "), schema.quoted_claims(d, info),
      d.param(1), #names > 0 and d.or_update_changed("id", names, d.quote(info.name)) or d.or_keep "id")
end

--- Stores the rows of new things, about each of which there is one claim.
---@param store parley.Store
---@param info table
---@param columns table[] those of which claims say something
---@param after integer the last key before those of the claims
---@return integer? before number of the last row before them; nil where some had a row, or rows have no numbers
function stored_rows.add(store, info, columns, after)
  local d = dialect.of(store)
  if not d.row_id then
    store:run(add_sql(d, info, columns), { n = 1, after })
    return nil
  end
  local last_row = ("SELECT coalesce(max(%s), 0) FROM %s"):format(d.row_id, d.quote(info.name))
  local before = store:values(last_row)
  local changed = store:run(add_sql(d, info, columns), { n = 1, after })
  return store:values(last_row) - before == changed and before or nil
end

--- Brings the rows of things in step with their claims, where these were only added.
---@param store parley.Store
---@param info table
---@param selected string SQL that gives their ids
function stored_rows.resolve_selected(store, info, selected)
  store:run(store_sql(dialect.of(store), info, ("id IN (%s)"):format(selected)))
end

-- The statements for one thing and for a list of things.
local statements = dialect.once(function(d, info)
  local one, some = "id = " .. d.param(1), d.in_list("id", d.param(1))
  return {
    one = store_sql(d, info, one), remove_one = remove_sql(d, info, one),
    some = store_sql(d, info, some), remove_some = remove_sql(d, info, some),
  }
end)

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
    if derivations.run(store, "resolve_one", info.name, sql.one, params) > 0 then return end
    derivations.run(store, "remove_one", info.name, sql.remove_one, params)
    return
  end
  connection.some_at_a_time(store, ids, function(params)
    derivations.run(store, "resolve_some", info.name, sql.some, params)
    derivations.run(store, "remove_some", info.name, sql.remove_some, params)
  end)
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
