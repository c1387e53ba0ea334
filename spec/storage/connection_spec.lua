local connection = require "parley.storage.connection"
local core = require "parley.core"

describe("a connection", function()
  local store

  before_each(function() store = assert(core.open(":memory:", { mode = "memory" })) end)
  after_each(function() store:close() end)

  it("tells the time in UTC, to the second or the millisecond", function()
    assert.matches("^%d%d%d%d%-%d%d%-%d%dT%d%d:%d%d:%d%dZ$", connection.now(store))
    assert.matches("^%d%d%d%d%-%d%d%-%d%dT%d%d:%d%d:%d%d%.%d%d%dZ$", connection.now(store, true))
    local before, date = os.time(), connection.now(store):sub(1, 10)
    assert.is_true(date == os.date("!%Y-%m-%d", before) or date == os.date("!%Y-%m-%d"))
  end)

  it("measures seconds", function()
    assert.equal("float", math.type(connection.clock(store)))
    assert.is_true(math.abs(connection.clock(store) - connection.clock(store)) < 60)
  end)

  it("has another state after a change, but for those that do not count", function()
    store:exec "CREATE TABLE t (x)"
    local before = connection.state(store)
    assert.equal(before, connection.state(store))
    store:run "INSERT INTO t VALUES (1)"
    assert.not_equal(before, connection.state(store))
    assert.equal(before, connection.state(store, 1))
  end)

  it("knows its tables and functions", function()
    store:exec "CREATE TABLE t (x)"
    assert.same({ true, false }, { connection.has_table(store, "t"), connection.has_table(store, "u") })
    assert.same({ true, false }, { connection.has_function(store, "upper"), connection.has_function(store, "nosuch") })
  end)

  it("keeps as much in memory as it is told", function()
    connection.set_cache(store, -4000)
    assert.equal(-4000, connection.cache(store))
  end)
end)
