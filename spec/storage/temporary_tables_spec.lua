-- Tables of a connection's own: names the database cannot tell apart, and that they go when nothing holds them.

local core = require "parley.core"
local temporary_tables = require "parley.storage.temporary_tables"

local store
before_each(function() store = assert(core.open(":memory:", { mode = "memory" })) end)
after_each(function() store:close() end)

local function count()
  return (store:values "SELECT count(*) FROM temp.sqlite_master WHERE type = 'table'")
end

local COLUMNS = { { name = "v", type = "integer" }, { name = "V", type = "text" }, { name = 'a"b', type = "date" },
  { name = "true", type = "boolean" } }

describe("a temporary table", function()
  it("takes columns whose names the database finds equal or odd", function()
    local made = temporary_tables.create(store, "row", COLUMNS)
    assert.same({ "v", "column 2", "column 3", "column 4" }, made.names)
    store:run(made.insert, { n = 4, 1, "x", "2025", true })
    assert.same({ 1, "x", "2025", 1 }, { store:values "SELECT * FROM temp.row" })
    store:run(made.clear)
    assert.is_nil(store:values "SELECT * FROM temp.row")
  end)

  it("goes with the next one when nothing holds it any more, or at once", function()
    temporary_tables.create(store, "first", COLUMNS)
    collectgarbage()
    collectgarbage()
    local second = temporary_tables.create(store, "second", COLUMNS)
    assert.equal(1, count())
    second:drop()
    assert.equal(0, count())
  end)
end)
