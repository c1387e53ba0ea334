-- ds:distribute: a table spread over nodes answers as it did; rows move all or not at all; a dead node is named.
-- Holds: storage.distributing, storage.spread_store, storage.nodes, query.sql.dialect.postgres_nodes, query.sql.dialect.postgres_spread,
-- store_methods, writable

local nodes = require "parley.storage.nodes"
local parley = require "parley"
local server = require "spec.support.server"
local shards = require "spec.support.shards"

local needed = server.needed(describe, it, pending)

local function error_of(...)
  local done, err = pcall(...)
  assert.is_false(done)
  return err
end

needed("distribute #server", function()
  local ds, schema

  before_each(function() ds, schema = shards.filled(300) end)
  after_each(function() shards.drop(ds, schema) end)

  local function rows() return ds.events:sort("id"):to_csv() end

  it("moves the rows that are there, and answers as before", function()
    local before, one = rows(), ds.events:get("e00077").place
    local parts = assert(ds:distribute("events", { nodes = shards.nodes("n1", "n2") }))
    assert.equal(8, parts:count())
    assert.equal(2, parts:by("node"):count():count())
    assert.equal(before, rows())
    assert.equal(one, ds.events:get("e00077").place)
    assert.equal(300, ds.events:count())
    for _, name in ipairs { "n1", "n2" } do
      local on_node = shards.on(name, ("SELECT sum(n)::bigint FROM (SELECT (xpath('/row/c/text()', query_to_xml(format("
        .. "'SELECT count(*) AS c FROM %%I.%%I', schemaname, tablename), false, true, '')))[1]::text::bigint AS n FROM "
        .. "pg_tables WHERE schemaname = '%s') AS t"):format(schema))
      assert.is_true(on_node > 100 and on_node < 200, name .. " has " .. on_node)
    end
    local again = assert(parley.open(server.address() .. "?schema=" .. schema))
    assert.equal(before, again.events:sort("id"):to_csv())
    again:close()
  end)

  it("moves as few parts as it can when a node is added, and back when it is left out", function()
    local before = rows()
    assert(ds:distribute("events", { nodes = shards.nodes("n1", "n2") }))
    local told = assert(ds:distribute("events", { nodes = shards.nodes("n1", "n2", "n3"), plan = true }))
    assert.equal(2, told:where("moved_from is not nil"):count())
    assert.equal(2, assert(ds:distribute("events", { nodes = shards.nodes("n1", "n2"), plan = true })):by("node")
      :count():count())
    local parts = assert(ds:distribute("events", { nodes = shards.nodes("n1", "n2", "n3") }))
    assert.equal(2, parts:where("moved_from is not nil"):count())
    assert.equal(3, parts:by("node"):count():count())
    assert.equal(before, rows())
    assert.equal(0, assert(ds:distribute("events", { nodes = shards.nodes("n1", "n2", "n3") }))
      :where("moved_from is not nil"):count())
    assert(ds:distribute("events", { nodes = shards.nodes("n3") }))
    assert.equal(before, rows())
    assert(ds:distribute("events", { nodes = shards.nodes("n3", "n1") }))          -- which drops what was left on n1
    assert.equal(before, rows())
    assert.equal(4, shards.on("n1", ("SELECT count(*) FROM pg_tables WHERE schemaname = '%s'"):format(schema)))
  end)

  it("spreads by another column, and keeps who may read it", function()
    assert.equal("bad_value", (select(3, ds:distribute("events", { nodes = shards.nodes "n1", by = "place" }))))
    ds.store:exec(("GRANT SELECT ON %s.events TO PUBLIC"):format(schema))
    local before = rows()
    assert(ds:distribute("events", { nodes = shards.nodes("n1", "n2"), by = "source_country", parts = 4 }))
    assert.equal(before, rows())
    assert.is_true((ds.store:values(("SELECT has_table_privilege('public', '%s.events', 'SELECT')"):format(schema))))
    assert.equal("bad_argument", (select(3, ds:distribute("events", { nodes = shards.nodes "n1", by = "id" }))))
    assert.equal("bad_argument", (select(3, ds:distribute("events", { nodes = shards.nodes "n1", parts = 3 }))))
  end)

  it("makes the functions that a dataset of an earlier Parley lacks", function()
    local mean = ds.events:mean "goldstein"
    ds.store:exec "DROP FUNCTION parley_left(float8)"
    assert(ds:distribute("events", { nodes = shards.nodes("n1", "n2") }))
    assert.equal(mean, ds.events:mean "goldstein")
  end)

  it("takes rows of files, and no columns", function()
    assert(ds:distribute("events", { nodes = shards.nodes("n1", "n2") }))
    local again = assert(parley.open(server.address() .. "?schema=" .. schema))
    for i, one in ipairs { ds, again } do
      local report = assert(one:import("events", parley.frame { { id = "x" .. i, date = "2025-06-02", quad = 2 },
        { id = "e00001", quad = i }, { id = "e00002" } }, { source = "s1" }))
      assert.same({ 1, 1, 1 }, { report.added, report.updated, report.unchanged })
    end
    assert.equal(302, again.events:count())
    assert.equal(2, ds.events:get("e00001").quad)
    ds:add("events", { id = "y1", quad = 4 })
    assert.equal(303, again.events:count())
    assert.equal("read_only", error_of(ds.add_column, ds, "events", "mine", { type = "integer" }).code)
    assert.equal(303, ds.events:count())
    again:close()
  end)

  it("refuses what cannot be, and changes nothing", function()
    local before = rows()
    local function refused(code, options)
      local nothing, message, got = ds:distribute("events", options)
      assert.same({ nil, code }, { nothing, got }, message)
      assert.equal(before, rows())
      return message
    end
    local twice = refused("duplicate", { nodes = shards.nodes("n1", "n1") })
    assert.is_truthy(twice:find("same database", 1, true))
    local dead = refused("no_server", { nodes = { server.address "n1", "postgresql://parley:se%20cret@127.0.0.1:9/n2" } })
    assert.is_truthy(dead:find("postgresql://parley@127.0.0.1:9/n2", 1, true), dead)
    assert.is_nil(dead:find("cret", 1, true))
    refused("no_name", { nodes = { (server.address "n1") .. "x" } })
    shards.exec("n1", ("CREATE SCHEMA IF NOT EXISTS %s; CREATE TABLE %s.events_part0_1 (a integer)"):format(schema, schema))
    local there = refused("exists", { nodes = shards.nodes "n1" })
    assert.is_truthy(there:find("events_part0_1", 1, true) and there:find("/n1", 1, true), there)
  end)

  it("says which node does not let it in, or do anything", function()
    ds.store:exec(("CREATE ROLE %s LOGIN PASSWORD 'hid''7x7'"):format(schema))
    local address = server.address("n1"):gsub("//[^@]*@", "//" .. schema .. ":hid'7x7@")
    local nothing, message, code = ds:distribute("events", { nodes = { address } })
    assert.same({ nil, "permission" }, { nothing, code })
    assert.is_truthy(message:find("node postgresql://" .. schema .. "@", 1, true), message)
    assert.is_nil(message:find("7x7", 1, true), message)
    shards.exec("n1", ("CREATE SCHEMA %s; ALTER SCHEMA %s OWNER TO %s"):format(schema, schema, schema))
    local parts = assert(ds:distribute("events", { nodes = { address } }))
    assert.equal(300, ds.events:count())
    for _, text in ipairs { tostring(parts), ds.events:by("quad"):count():explain(), tostring(ds), tostring(ds.store) } do
      assert.is_nil(text:find("7x7", 1, true), text)
    end
    shards.exec("n1", ("DROP SCHEMA %s CASCADE"):format(schema))
    ds.store:exec(("DROP OWNED BY %s; DROP ROLE %s"):format(schema, schema))
  end)

  it("leaves nothing behind that is in the way of a second try", function()
    local before = rows()
    ds.store:exec(("CREATE VIEW %s.looks AS SELECT count(*) FROM %s.events"):format(schema, schema))
    local nothing = ds:distribute("events", { nodes = shards.nodes("n1", "n2") })
    assert.is_nil(nothing)          -- the table is held by the view
    assert.equal(before, rows())
    ds.store:exec(("DROP VIEW %s.looks"):format(schema))
    assert(ds:distribute("events", { nodes = shards.nodes("n1", "n2") }))
    assert.equal(before, rows())
  end)

  it("names a node that is dead, and gives no smaller answer", function()
    local address, stop, remove = shards.second_server()
    assert(ds:distribute("events", { nodes = { server.address "n1", address } }))
    assert.equal(300, ds.events:count())
    stop()
    local port = address:match ":(%d+)/"
    for _, ask in ipairs { function() return ds.events:count() end, function() return ds.events:by("quad"):count():all() end,
      function() return ds.events:frame() end } do
      local err = error_of(ask)
      assert.equal("no_server", err.code)
      assert.is_truthy(tostring(err):find(port, 1, true), tostring(err))
    end
    remove()
  end)

  it("names a node that dies in the middle", function()
    local address, stop, remove = shards.second_server()
    assert(ds:distribute("events", { nodes = { server.address "n1", address } }))
    local name = address:match "@(.*)$"
    local err = error_of(ds.atomic, ds, function()
      assert(ds.events:by("quad"):count():count() > 1)          -- from now on there is a connection to it
      stop()
      for _, ask in ipairs { function() return ds.events:by("quad"):count():count() end,
        function() return ds.events:frame() end, function() for _ in ds.events:rows() do end end } do
        local got = error_of(ask)
        assert.equal("no_server", got.code)
        assert.is_truthy(tostring(got):find(name, 1, true), tostring(got))
      end
      return ds.events:count()
    end)
    assert.equal("no_server", err.code)
    assert.equal(0, ds.talks:count())
    remove()
  end)

  it("is for tables in bulk, on a server, out of a transaction", function()
    local options = { nodes = shards.nodes "n1" }
    assert.equal("bad_argument", error_of(ds.distribute, ds, "talks", options).code)
    assert.equal("no_table", error_of(ds.distribute, ds, "event", options).code)
    assert.equal("no_column", error_of(ds.distribute, ds, "events", { nodes = options.nodes, by = "ids" }).code)
    assert.equal("bad_argument", error_of(ds.distribute, ds, "events", {}).code)
    assert.equal("bad_argument", error_of(ds.distribute, ds, "events", { nodes = { "n1" } }).code)
    assert.equal("bad_argument", error_of(ds.distribute, ds, "events", { nodes = { "postgresql:///n1" } }).code)
    assert.equal("bad_argument", error_of(ds.distribute, ds, "events", { nodes = options.nodes, parts = 0 }).code)
    assert.equal("no_option", error_of(ds.distribute, ds, "events", { nodes = options.nodes, on = 1 }).code)
    assert.equal("in_transaction", error_of(ds.atomic, ds, ds.distribute, ds, "events", options).code)
  end)
end)

describe("distribute without a server", function()
  it("says to move first", function()
    local mine = parley.open ":memory:"
    local err = error_of(mine.distribute, mine, "events", { nodes = { "postgresql://n1/shards" } })
    assert.equal("misuse", err.code)
    assert.is_truthy(tostring(err):find("parley.create(", 1, true))
    assert.equal("read_only", error_of(parley.open().distribute, parley.open(), "events", {}).code)
  end)

  it("takes addresses apart", function()
    local node = nodes.of("postgresql://an%20na:se%2Fcret@n1.example:6000,[::1]/ta%6Cks?sslmode=require&schema=other", "mine")
    assert.same({ user = "an na", password = "se/cret", host = "n1.example,::1", port = "6000,5432", dbname = "talks",
      sslmode = "require", schema = "other" }, node.parts)
    assert.equal("other", node.schema)
    assert.is_nil(node.shown:find("cret", 1, true))
    assert.equal("mine", nodes.of("postgres://n1/x", "mine").schema)
  end)
end)
