--- Opening a dataset on a PostgreSQL server, by its address: a schema of a database is what a file is elsewhere.
-- The address is libpq's (parley.base.server_address), as postgresql://anna@db.example/talks?schema=ukraine. What it
-- leaves out comes from libpq's variables (PGHOST, PGUSER, …) and files (~/.pgpass), certificates too. A password in it
-- goes to libpq and nowhere else: whatever is shown, the address without it is.

local core = require "parley.core"
local errors = require "parley.base.errors"
local open_dataset = require "parley.storage.open_dataset"

local server = {}

-- Its parts. Of a password that libpq would cut in two, it would name the second half as a host.
local function taken_apart(address)
  local parts = require("parley.base.server_address").parsed(address)
  if parts.ambiguous then errors.raise "bad_argument.server_password" end
  if parts.broken then errors.raise "bad_argument.server_address" end
  if #parts.names > 1 then errors.raise "bad_argument.server_schema" end
  return parts.bare, parts.names[1] ~= "" and parts.names[1] or nil, parts.shown
end

local function driver()
  local done, found = pcall(require, "parley.postgres")
  if done then return found end
  local cause = tostring(found):match "^[^\n]*"
  return nil, errors.new("missing_program.postgres", { cause = cause })
end

-- The schemas of the database that somebody made.
local function schemas(store)
  local known = {}
  for name in store:each [[SELECT nspname::text FROM pg_catalog.pg_namespace
    WHERE nspname !~ '^pg_' AND nspname <> 'information_schema' ORDER BY 1]] do known[#known + 1] = name end
  return known
end

---@class parley.ServerLink  an open connection, and what it is for
---@field store parley.Store
---@field name string?  of the schema
---@field about parley.Phrase  what cannot be done, where something fails
---@field fields table  of the dataset

--- From now on names without a schema are of the one that was asked for. Tables of others are found by nobody, but in a
--- schema that is opened as it is, whose types may live elsewhere.
---@param link parley.ServerLink
---@param makes_it boolean  where it is not there
---@param as_it_is boolean?
function server.enter(link, makes_it, as_it_is)
  local store, name, d = link.store, link.name, link.store.dialect
  if name == nil then name = store:values "SELECT CAST(current_schema() AS text)" end
  local is_there = "SELECT 1 FROM pg_catalog.pg_namespace WHERE nspname = $1"
  if name == nil or store:values(is_there, { n = 1, name }) == nil then
    if not (makes_it and name) then
      error(errors.new("no_name.server_schema", { name = name or "public", known = schemas(store) }), 0)
    end
    store:exec("CREATE SCHEMA IF NOT EXISTS " .. d.quote(name))
  end
  if not as_it_is then require("parley.storage.server_rights").check_entry(store, name) end
  store:exec(d.enter(name, as_it_is))
end

--- Calls fn(link, ...); if it fails, the connection is closed.
---@param link parley.ServerLink
---@param fn function
---@param ... any
---@return parley.Dataset? ds, string? message, string? code
function server.attempt(link, fn, ...)
  local done, ds = pcall(fn, link, ...)
  if done then return ds end
  link.store:close()
  return errors.results(errors.caught(ds), link.about)
end

--- Connects to the server that an address names.
---@param address string
---@param options { timeout: integer?, policy: parley.Policy? }
---@param mode "ro"|"rw"|"rwc"
---@param what string  what cannot be done if it fails: "open", "create"
---@return parley.ServerLink? link, string? message, string? code
function server.connect(address, options, mode, what)
  local bare, name, shown = taken_apart(address)
  local about = { key = "cannot", what = what, path = shown }
  local found, missing = driver()
  if not found then return errors.results(missing, about) end
  local store, err = core.open_postgres(found, bare, { mode = mode, timeout_ms = options.timeout,
    dialect = require "parley.query.sql.dialect.postgres" })
  if not store then return errors.results(err, about) end
  return { store = store, name = name, about = about, fields = { mode = mode, path = shown, policy = options.policy } }
end

--- Opens the dataset in a schema; with `schema = false` whatever is in it, as queries.
---@param address string
---@param options { mode: string?, schema: boolean?, timeout: integer?, policy: parley.Policy? }
---@param above parley.Above  what opening needs of the rooms above
---@return parley.Dataset? ds, string? message, string? code
function server.open(address, options, above)
  local as_it_is = options.schema == false
  local mode = core.limits().read_only and "ro" or options.mode or (as_it_is and "ro" or "rw")
  local link, message, code = server.connect(address, options, mode, "open")
  if not link then return nil, message, code end
  return server.attempt(link, function()
    server.enter(link, mode == "rwc", as_it_is)
    if as_it_is then link.store:speak(require "parley.query.sql.dialect.postgres_guest"(link.store))
    else require("parley.storage.server_rights").enter(link.store) end
    local ds = open_dataset.on_store(link.store, as_it_is, link.fields, above)
    if not as_it_is then require "parley.storage.spread_store"(ds) end
    return ds
  end)
end

return server
