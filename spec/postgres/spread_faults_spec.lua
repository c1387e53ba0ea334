-- What goes wrong in an import into a spread table: connections to the dataset's server and to nodes that are cut before
-- and after what is sent, a node's time limit, names that need quotes, a password that is not right any more. All of the
-- rows are there afterwards, or none, and it is told.
-- Holds: storage.node_writes, storage.unfinished_writes

local core = require "parley.core"
local fault_door = require "spec.support.fault_door"
local parley = require "parley"
local scratch = require "spec.support.scratch"
local server = require "spec.support.server"
local shards = require "spec.support.shards"

local needed = server.needed(describe, it, pending)

needed("a spread import that goes wrong #server", function()
  local ds, schema, folder, remove, path, door

  before_each(function()
    ds, schema = shards.dataset()
    ds:add("sources", { id = "s1", published = "2025-06-02" })
    folder, remove = scratch.folder()
    local lines = { "id,quad" }
    for i = 1, 40 do lines[i + 1] = ("e%d,%d"):format(i, i % 4 + 1) end
    path = scratch.file(folder "e.csv", table.concat(lines, "\n") .. "\n")
    door = door or fault_door.open()
  end)
  after_each(function()
    if door then door:close() end
    door = nil
    shards.drop(ds, schema)
    remove()
  end)

  local function import(into) return into:import("events", path, { source = "s1" }) end

  -- The rows that whoever opens it next finds; what was prepared is settled by then, as soon as the lost are gone.
  local function rows_of_next(expected)
    local rows
    for _ = 1, 40 do
      local next_one <close> = assert(parley.open(server.address() .. "?schema=" .. schema))
      rows = next_one.events:count()
      local left = ds.store:values(("SELECT count(*) FROM %s.parley_node_writes"):format(schema))
      if rows == expected and left == 0 then break end
      core.pause(50)
    end
    local mark = ds.store:values(ds.store.dialect.nodes.mark)
    assert.equal(0, shards.on("n1", ("SELECT count(*) FROM pg_prepared_xacts WHERE gid LIKE '%s %%'"):format(mark)))
    return rows
  end

  it("in the commit of the dataset's server: it is known which it was", function()
    if not door then return pending "no Python for the proxy" end
    assert(ds:distribute("events", { nodes = shards.nodes("n1", "n2"), parts = 3 }))
    local before = assert(parley.open((door:address("before", "client", "pg_notify", schema))))
    local nothing, message, code = import(before)
    assert.same({ nil, "no_server" }, { nothing, code })
    assert.is_truthy(message:find("nothing of it was kept", 1, true), message)
    assert.equal(0, rows_of_next(0))
    local after = assert(parley.open((door:address("after", "client", "pg_notify", schema))))
    pcall(import, after)
    assert.equal(40, rows_of_next(40))
  end)

  it("on the way to a node: it is named, and all rows are there or none", function()
    if not door then return pending "no Python for the proxy" end
    local address = door:address("before", "client", "nothing"):gsub("%?.*", ""):gsub("/talks", "/n2")
    assert(ds:distribute("events", { nodes = { server.address "n1", address } }))
    local name = ds.store:values(([[SELECT CAST(s.srvname AS text) FROM pg_foreign_table t JOIN pg_class c ON c.oid = t.ftrelid
      JOIN pg_foreign_server s ON s.oid = t.ftserver
      WHERE c.relnamespace = '%s'::regnamespace AND s.srvname LIKE '%%:%s/n2%%' LIMIT 1]]):format(schema, door.port))
    local is_first = true
    for _, cut in ipairs { { "before", "COPY", 0 }, { "after", "COPY", 0 }, { "before", "PREPARE TRANSACTION", 0 },
      { "after", "PREPARE TRANSACTION", 0 }, { "before", "COMMIT PREPARED", 40 }, { "after", "COMMIT PREPARED", 40 } } do
      local where = cut[1] .. " " .. cut[2]
      local _, plan = door:address(cut[1], "client", cut[2])
      ds.store:exec(("ALTER SERVER %s OPTIONS (%s application_name '%s')"):format(ds.store.dialect.quote(name),
        is_first and "ADD" or "SET", plan))
      is_first = false
      local report, message, code = import(ds)
      local port = ":" .. door.port .. "/n2"
      if cut[3] == 0 then
        assert.same({ nil, "no_server" }, { report, code }, where)
        assert.is_truthy(message:find(port, 1, true) and message:find("nothing", 1, true), where .. ": " .. message)
      else
        assert.is_truthy(tostring(report):find(port, 1, true), where .. ": " .. tostring(report))
      end
      assert.equal(cut[3], rows_of_next(cut[3]), where)
      ds.store:exec(("DELETE FROM %s.events"):format(schema))
    end
  end)

  it("by a node's time limit: it is named, and nothing is kept", function()
    local limited = server.address "n2" .. "?options=-c%20statement_timeout%3D300"
    assert(ds:distribute("events", { nodes = { server.address "n1", limited }, parts = 2 }))
    local other = assert(core.open_postgres(require "parley.postgres", server.address "n2", {}))
    other:exec(("BEGIN; LOCK TABLE %s.events_part1_1 IN SHARE ROW EXCLUSIVE MODE"):format(schema))
    local nothing, message, code = import(ds)
    other:exec "ROLLBACK"
    other:close()
    assert.same({ nil, "limit" }, { nothing, code }, message)
    assert.is_truthy(message:find("/n2", 1, true), message)
    assert.equal(0, rows_of_next(0))
    assert.equal(40, assert(import(ds)).added)
  end)

  it("by a password that is not right any more: it is in nothing that is told", function()
    ds.store:exec(("CREATE ROLE %s LOGIN PASSWORD 'hid7x7'"):format(schema))
    shards.exec("n1", ("CREATE SCHEMA %s; ALTER SCHEMA %s OWNER TO %s"):format(schema, schema, schema))
    assert(ds:distribute("events", { nodes = { (server.address("n1"):gsub("//[^@]*@", "//" .. schema .. ":hid7x7@")) } }))
    assert.equal(40, assert(import(ds)).added)
    ds.store:exec(("ALTER ROLE %s PASSWORD 'another'"):format(schema))
    local again = assert(parley.open(server.address() .. "?schema=" .. schema))
    local report, message = import(again)
    assert.is_nil(report)
    assert.is_nil(message:find("7x7", 1, true), message)
    again:close()
    shards.exec("n1", ("DROP SCHEMA %s CASCADE"):format(schema))
    ds.store:exec(("DROP OWNED BY %s; DROP ROLE %s"):format(schema, schema))
  end)

  it("by nothing, where the name of the schema has quotes and capitals in it", function()
    local odd = schema .. " O\"dd; it's"
    local address = server.address() .. "?schema=" .. odd:gsub("[^%w_]", function(c) return ("%%%02X"):format(c:byte()) end)
    local one = assert(parley.create(address, { roles = false }))
    one:add("sources", { id = "s1", published = "2025-06-02" })
    assert(one:distribute("events", { nodes = shards.nodes("n1", "n2") }))
    local report = assert(import(one))
    assert.equal("", table.concat(require("parley.base.lists").field(report.notes, "note"), "\n"))
    assert.equal(40, report.added)
    assert.equal(40, assert(import(one)).unchanged)
    assert.equal(4, one.events:by("quad"):count():count())
    local quoted = one.store.dialect.quote(odd)
    one:close()
    for _, name in ipairs { "n1", "n2" } do shards.exec(name, ("DROP SCHEMA %s CASCADE"):format(quoted)) end
    shards.exec(nil, ("DROP SCHEMA %s CASCADE; DO $do$ DECLARE s record; BEGIN FOR s IN SELECT srvname FROM "
      .. "pg_foreign_server WHERE srvname LIKE '%%of %s%%' LOOP EXECUTE format('DROP SERVER %%I CASCADE', s.srvname); "
      .. "END LOOP; END $do$"):format(quoted, schema))
  end)
end)
