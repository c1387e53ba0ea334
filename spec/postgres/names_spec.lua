-- Names with capitals, blanks, quotes and semicolons, of databases, schemas, tables and columns; schemas that are
-- somebody else's, or nobody's.

local parley = require "parley"
local scratch = require "spec.support.scratch"
local server = require "spec.support.server"

local ODD <const> = [[Anna's "Talks"; DROP TABLE t; -- Ü$1]]

local function encoded(name)
  return (name:gsub("[^%w_]", function(sign) return ("%%%02X"):format(sign:byte()) end))
end

local function quoted(name) return '"' .. name:gsub('"', '""') .. '"' end

server.needed(describe, it, pending)("odd names on a server", function()
  local store, schema

  before_each(function() store, schema = server.store() end)
  after_each(function() server.drop(store, schema) end)

  it("of a database and a schema: a day's work in it", function()
    local database = schema .. ODD
    store:exec("CREATE DATABASE " .. quoted(database))
    local address = server.address(encoded(database)) .. "?schema=" .. encoded(ODD)
    local path, remove = scratch.folder()
    local ds = assert(parley.create(address))
    ds:add("sources", { id = "s1", title = "Daily Beacon", published = "2025-06-02" })
    ds:add_column("talks", "hours", { type = "number" })
    assert(ds:import("talks", scratch.file(path "talks.csv", "id,place,hours\nr1,Lund,2\nr2,Oslo,3\n"), { source = "s1" }))
    assert.equal(1, ds.talks:search("oslo"):count())
    assert.equal(5, ds.talks:summarise("sum(hours) as h"):frame():all()[1].h)
    assert.equal("Lund", ds:as_of "2025-07-01".talks:get "r1".place)
    ds:close()
    local again = assert(parley.open(address))
    assert.equal(2, again.talks:count())
    again:close()
    remove()
    store:exec("DROP DATABASE " .. quoted(database))
  end)

  it("of tables and columns of others: asked, joined, grouped, sorted", function()
    store:exec(("CREATE TABLE %s (%s int PRIMARY KEY, %s text, \"Capital\" float8)"):format(quoted(ODD),
      quoted(ODD .. "id"), quoted(ODD)))
    store:exec(("INSERT INTO %s VALUES (1, 'a''b', 2.5), (2, 'c;d', 3.5), (3, 'c;d', 1)"):format(quoted(ODD)))
    local ds <close> = assert(parley.open(server.address() .. "?schema=" .. schema, { schema = false }))
    local q, id, name = ds[ODD], '"' .. (ODD .. "id"):gsub('"', '""') .. '"', '"' .. ODD:gsub('"', '""') .. '"'
    assert.equal(1, q:where{ [ODD] = "a'b" }:count())
    assert.same({ 2, 3 }, { q:where{ [ODD] = "c;d" }:sort(id):frame():all()[1][ODD .. "id"], q:count() })
    local groups = q:by(name):summarise("sum(Capital) as total"):sort("total"):frame():all()
    assert.same({ { [ODD] = "a'b", total = 2.5 }, { [ODD] = "c;d", total = 4.5 } }, groups)
    assert.equal(5, #q:join(ds[ODD], { on = { ODD } }):frame())
  end)

  it("of a schema that somebody else has, or nobody: nothing is made there", function()
    local function refused(options)
      local ds, message, code = parley.open(server.address() .. "?schema=" .. schema, options)
      assert.is_nil(ds)
      return message, code
    end
    local message, code = refused()
    assert.equal("empty", code)
    assert.matches("mode 'rwc'", message, 1, true)
    store:exec "CREATE TABLE t (id int)"
    for _, mode in ipairs { "ro", "rw", "rwc" } do
      message, code = refused { mode = mode }
      assert.equal("not_a_dataset", code)
      assert.matches("the schema holds tables that are not Parley's; open it with {schema = false}", message, 1, true)
    end
    assert.equal("exists", (select(3, parley.create(server.address() .. "?schema=" .. schema))))
    assert.equal(1, (store:values("SELECT count(*) FROM pg_class WHERE relkind = 'r' AND relnamespace = "
      .. "$1::regnamespace", { n = 1, schema })))
  end)
end)
