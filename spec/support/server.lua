--- A PostgreSQL server for specs: the one that PARLEY_SERVER names, else the checkout's own, which is started when the
-- first spec asks (tools/postgres.sh; tools/specs.sh stops it again). Without one, specs say "skipped: no server", and
-- where PARLEY_NEEDS_SERVER is set, they fail.

local core = require "parley.core"

local server = {}

local address, why

local function find()
  if address or why then return address end
  if not pcall(require, "parley.postgres") then
    why = "no module parley.postgres"
    return nil
  end
  address = os.getenv "PARLEY_SERVER"
  if address then return address end
  local pipe <close> = assert(io.popen "sh tools/postgres.sh start 2>&1")
  local last
  for line in pipe:lines() do last = line end
  if last and last:find "^postgresql://" then address = last else why = last or "tools/postgres.sh says nothing" end
  return address
end

local mark, marks

--- A name that nothing on the server has, not of this process nor of another half of the specs beside it.
---@param of string  what it is of
---@return string
function server.own_name(of)
  if not mark then
    local file = os.tmpname()
    os.remove(file)
    mark, marks = ("%d_%s"):format(os.time(), file:match "%w+$":lower()), 0
  end
  marks = marks + 1
  return ("spec_%s_%s_%d"):format(of, mark, marks)
end

--- The address of a database of the server.
---@param database string?  talks
---@return string
function server.address(database)
  local found = assert(find(), why)
  return database and (found:gsub("/[^/]*$", function() return "/" .. database end)) or found
end

--- `describe` of a spec, if there is a server; else one that says that it skips what it describes, or fails.
---@param describe function
---@param it function
---@param pending function
---@return function
function server.needed(describe, it, pending)
  if find() then return describe end
  return function(name)
    if os.getenv "PARLEY_NEEDS_SERVER" then
      it(name .. ": needs a server", function() error(why) end)
    else
      pending(name .. ": skipped: no server (" .. why .. ")")
    end
  end
end

--- A store on a database, with a schema of its own that is dropped with server.drop.
---@param options table?  of core.open_postgres
---@param database string?
---@return userdata store, string schema
function server.store(options, database)
  local store = assert(core.open_postgres(require "parley.postgres", server.address(database), options or {}))
  local schema = ("spec_%d_%d"):format(store:values "SELECT pg_backend_pid()", math.random(1 << 30))
  store:exec(("CREATE SCHEMA %s; SET search_path TO %s"):format(schema, schema))
  return store, schema
end

--- Another connection, in the same schema.
function server.another(schema, options, database)
  local store = assert(core.open_postgres(require "parley.postgres", server.address(database), options or {}))
  store:exec("SET search_path TO " .. schema)
  return store
end

--- Drops a schema of server.store, and closes the store.
function server.drop(store, schema)
  if store:is_open() then
    if store:in_transaction() then store:exec "ROLLBACK" end
    store:exec(("SET client_min_messages = error; DROP SCHEMA IF EXISTS %s CASCADE"):format(schema))
  end
  store:close()
end

return server
