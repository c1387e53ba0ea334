-- What a dataset on a server shows to who may only read: searches and views, which make tables of the connection's own.

local parley = require "parley"
local server = require "spec.support.server"

local needed = server.needed(describe, it, pending)

needed("a dataset on a server that is read only", function()
  local address, name, ds

  setup(function()
    name = ("spec_reading_%d"):format(os.time())
    address = server.address() .. "?schema=" .. name
    local made = assert(parley.create(address))
    made:add("sources", { id = "s1", title = "Daily Beacon", published = "2025-06-02" })
    made:add("sources", { id = "s2", title = "Radio Sund", published = "2025-06-05" })
    made:add("talks", { id = "r1", date = "2025-06-02", place = "Harbour" }, { source = "s1" })
    made:claim("talks", "r1", { place = "Old Palace" }, { source = "s2", certainty = "on_record_quote" })
    made:close()
    ds = assert(parley.open(address, { mode = "ro" }))
  end)

  teardown(function()
    ds:close()
    local store = assert(parley.open(address)).store
    store:exec(("SET client_min_messages = error; DROP SCHEMA %s CASCADE"):format(name))
    store:close()
  end)

  it("is searched, as it is and as of a day", function()
    assert.equal(1, ds.talks:search("palace"):count())
    assert.equal(0, ds.talks:search("harbour"):count())
    assert.equal(1, ds:as_of("2025-06-03").talks:search("harb*"):count())
    assert.equal("talks", ds:as_of("2025-06-03"):search("harbour"):all()[1].table)
  end)

  it("meets a Frame", function()
    local f = parley.frame { { id = "r1", note = "x" }, { id = "r9", note = "y" } }
    assert.same({ { id = "r1", place = "Old Palace", note = "x" } },
      ds.talks:select("id", "place"):join(f, { on = "id" }):all())
  end)

  it("refuses to be written to, by verbs and in SQL", function()
    assert.equal("read_only", select(2, pcall(ds.add, ds, "sources", { id = "s3" })).code)
    assert.is_false((pcall(ds.store.run, ds.store, "DELETE FROM talks")))
    assert.equal(1, ds.talks:count())
  end)
end)
