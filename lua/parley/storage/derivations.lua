--- Statements that bring what follows from claims in step with them: rows, words, days and origins of sources.
-- Who owns a dataset runs them as they are. Who may only add claims to one on a server holds no right on those rows:
-- the same statements, written down by the owner, are run for them by a function of the schema.

local dialect = require "parley.query.sql.dialect"

local derivations = {}

local function roles() return require "parley.query.sql.dialect.postgres_roles" end

local function nothing() end

--- Runs a statement; how many rows it has changed.
---@param store parley.Store
---@param name string  of the statement
---@param about string  the table that it is about
---@param sql string
---@param params table  texts
---@return integer
function derivations.run(store, name, about, sql, params)
  local d = dialect.of(store)
  if not d.derived_by_owner then return (store:run(sql, params)) end
  if store.written then
    store.written[name .. " " .. about] = sql .. " RETURNING id"
    return 0
  end
  return (store:values(roles().count_derived, { n = 2, name .. " " .. about, d.list(params) }))
end

--- Runs a statement that gives the ids of the rows it has changed.
---@param store parley.Store
---@param name string
---@param about string
---@param sql string
---@param params table?  texts
---@return function step, any state, any control, any closing
function derivations.each(store, name, about, sql, params)
  local d = dialect.of(store)
  if not d.derived_by_owner then return store:each(sql, params, { "text" }) end
  if store.written then
    store.written[name .. " " .. about] = sql
    return nothing
  end
  return store:each(roles().derive, { n = 2, name .. " " .. about, d.list(params or {}) }, { "text" })
end

--- Whether the rows that a statement is about are to be named by their ids, since nobody else runs one that looks into
--- tables of the connection's own.
---@param store parley.Store
---@return boolean
function derivations.need_ids(store) return dialect.of(store).derived_by_owner == true end

return derivations
