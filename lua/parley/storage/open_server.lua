--- Opening a dataset on a PostgreSQL server, by its address: a schema of a database is what a file is elsewhere.
-- The address is libpq's, with one word of ours more: postgresql://anna@db.example/talks?schema=ukraine. What it leaves
-- out comes from libpq's variables (PGHOST, PGUSER, …) and files (~/.pgpass), certificates too. A password in it goes
-- to libpq and nowhere else: whatever is shown, the address without it is.

local core = require "parley.core"
local errors = require "parley.base.errors"
local open_dataset = require "parley.storage.open_dataset"

local server = {}

local function decoded(text)
  return (text:gsub("%%(%x%x)", function(digits) return string.char(tonumber(digits, 16)) end))
end

-- The address without its part `schema=NAME`, and NAME.
local function taken_apart(address)
  local base, query = address:match "^([^?]*)%??(.*)$"
  local rest, name = {}, nil
  for part in query:gmatch "[^&]+" do
    local found = part:match "^schema=(.*)$"
    if found and name then errors.raise "bad_argument.server_schema" end
    if found then name = decoded(found) else rest[#rest + 1] = part end
  end
  if name == "" then name = nil end
  return #rest > 0 and base .. "?" .. table.concat(rest, "&") or base, name
end

--- The address as it may be shown: without a password.
---@param address string
---@return string
function server.shown(address)
  return (address:gsub("^(%w+://[^/?]*)@", function(user)
    return user:gsub("^(%w+://[^:]*):.*$", "%1") .. "@"
  end):gsub("([?&])(%w*password)=[^&]*", "%1%2=..."))
end

-- libpq would take the first @ for the end of the password, and name the rest of it as a host.
local function check_password(address)
  local user = address:match "^%w+://([^/?]*)@" or ""
  if user:find("@", 1, true) then errors.raise "bad_argument.server_password" end
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

-- From now on names without a schema are of this one. Tables of others are found by nobody, but in a schema that is
-- opened as it is, whose types may live elsewhere.
local function enter(store, name, mode, as_it_is)
  local d = store.dialect
  if name == nil then return end
  if store:values("SELECT 1 FROM pg_catalog.pg_namespace WHERE nspname = $1", { n = 1, name }) == nil then
    if mode ~= "rwc" then error(errors.new("no_name.server_schema", { name = name, known = schemas(store) }), 0) end
    store:exec("CREATE SCHEMA IF NOT EXISTS " .. d.quote(name))
  end
  store:exec(("SET search_path TO %s%s"):format(d.quote(name), as_it_is and ", public" or ""))
end

-- Calls fn(store, ...); if it fails, the connection is closed.
local function attempt(store, shown, fn, ...)
  local done, ds = pcall(fn, store, ...)
  if done then return ds end
  store:close()
  return errors.results(errors.caught(ds), { key = "cannot", what = "open", path = shown })
end

--- Opens the dataset in a schema; with `schema = false` whatever is in it, as queries.
---@param address string
---@param options { mode: string?, schema: boolean?, timeout: integer?, policy: parley.Policy? }
---@param above parley.Above  what opening needs of the rooms above
---@return parley.Dataset? ds, string? message, string? code
function server.open(address, options, above)
  check_password(address)
  local bare, name = taken_apart(address)
  local shown = server.shown(address)
  local about = { key = "cannot", what = "open", path = shown }
  local found, missing = driver()
  if not found then return errors.results(missing, about) end
  local as_it_is = options.schema == false
  local mode = core.limits().read_only and "ro" or options.mode or (as_it_is and "ro" or "rw")
  local store, err = core.open_postgres(found, bare, { mode = mode, timeout_ms = options.timeout,
    dialect = require "parley.query.sql.dialect.postgres" })
  if not store then return errors.results(err, about) end
  local fields = { mode = mode, path = shown, policy = options.policy }
  return attempt(store, shown, function()
    enter(store, name, mode, as_it_is)
    return open_dataset.on_store(store, as_it_is, fields, above)
  end)
end

return server
