--- Datasets on a server for specs of tables that are spread: events of all kinds, and the addresses of nodes.

local parley = require "parley"
local scratch = require "spec.support.scratch"
local server = require "spec.support.server"

local shards = {}

--- An empty dataset in a schema that nobody has, and the name of that.
---@return parley.Dataset ds, string schema
function shards.dataset()
  local schema = server.own_name "shards"
  return assert(parley.create(server.address() .. "?schema=" .. schema)), schema
end

--- Events with values of all kinds, missing ones among them; numbers that lose something when they are added.
---@param n integer
---@return parley.Frame
function shards.events(n)
  local rows = {}
  for i = 1, n do
    rows[i] = { id = ("e%05d"):format(i), date = i % 13 > 0 and ("2025-%02d-%02d"):format(i % 12 + 1, i % 28 + 1) or "2025-06",
      source_country = ({ "UKR", "RUS", "TUR" })[i % 3 + 1], quad = i % 11 > 0 and i % 4 + 1 or nil,
      goldstein = i % 7 > 0 and (i * 37 % 101) / 3 - 10 or nil, mentions = i * 31 % 9,
      latitude = (i * 7919 % 8999) / 100 / (i % 3 == 0 and 1e5 or 1), place = i % 5 > 0 and "p" .. i % 11 or nil }
  end
  return parley.frame(rows)
end

--- A dataset with these events.
function shards.filled(n)
  local ds, schema = shards.dataset()
  ds:add("sources", { id = "s1", published = "2025-06-02" })
  local report = assert(ds:import("events", shards.events(n), { source = "s1" }))
  assert(report.added == n)
  return ds, schema
end

--- Addresses of nodes of the server: "n1" to "n4".
function shards.nodes(...)
  local list = { ... }
  for i, name in ipairs(list) do list[i] = server.address(name) end
  return list
end

--- Has a database do something.
function shards.exec(database, text)
  local store = assert(require("parley.core").open_postgres(require "parley.postgres", server.address(database), {}))
  store:exec("SET client_min_messages = error; " .. text)
  store:close()
end

--- Drops a dataset, and what it has on nodes.
function shards.drop(ds, schema)
  if ds.store:is_open() then ds:close() end
  shards.exec(nil, ("DROP SCHEMA IF EXISTS %s CASCADE; DO $do$ DECLARE s record; BEGIN FOR s IN SELECT srvname FROM "
    .. "pg_foreign_server WHERE srvname LIKE '%%of %s' LOOP EXECUTE format('DROP SERVER %%I CASCADE', s.srvname); "
    .. "END LOOP; END $do$"):format(schema, schema))
  for _, name in ipairs { "n1", "n2", "n3", "n4" } do shards.exec(name, ("DROP SCHEMA IF EXISTS %s CASCADE"):format(schema)) end
end

--- What a node says to a statement of one value.
function shards.on(database, text)
  local store = assert(require("parley.core").open_postgres(require "parley.postgres", server.address(database), {}))
  local value = store:values(text)
  store:close()
  return value
end

--- A second server of one's own, as tools/postgres.sh starts one: its address, a function that stops it for good, one
--- that removes it, and one that has it crash and come back.
function shards.second_server()
  local folder, remove = scratch.folder()
  local place = folder "."
  assert(os.execute(("mkdir -p %s/tools && chmod 755 %s && cp tools/postgres.sh %s/tools/"):format(place, place, place)))
  local pipe <close> = assert(io.popen(("sh %s/tools/postgres.sh start"):format(place)))
  local address
  for line in pipe:lines() do address = line end
  local function stop() os.execute(("sh %s/tools/postgres.sh stop"):format(place)) end
  local function crash() os.execute(("sh %s/tools/postgres.sh restart immediate"):format(place)) end
  return assert(address), stop, function()
    stop()
    remove()
  end, crash
end

return shards
