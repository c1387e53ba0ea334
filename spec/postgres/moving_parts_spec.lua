-- Parts that move while a process is killed, or a node's server stops: no row is lost or there twice, and the same call
-- goes on where it was ended.
-- Holds: storage.distributing

local parley = require "parley"
local server = require "spec.support.server"
local shards = require "spec.support.shards"

local needed = server.needed(describe, it, pending)

-- Statements before which a process dies, and the how manieth.
local DEATHS = { { "create_table", 2 }, { "copy", 1 }, { "swap", 1 }, { "swap", 2 }, { "drop_table", 1 }, { "analyze", 1 } }

needed("parts that move #server", function()
  local ds, schema, before

  before_each(function()
    ds, schema = shards.filled(120)
    before = ds.events:sort("id"):to_csv()
  end)
  after_each(function() shards.drop(ds, schema) end)

  local function killed(word, times, ...)
    local quoted = {}
    for i, text in ipairs { server.address() .. "?schema=" .. schema, word, tostring(times), ... } do
      quoted[i] = ("'%s'"):format(text)
    end
    local done, _, code = os.execute(("%s spec/support/killed_distribute.lua %s 2>/dev/null"):format(arg and arg[-1]
      or "lua5.4", table.concat(quoted, " ")))
    assert.is_nil(done, word)
    assert.equal(137, code, word)
  end

  local function assert_whole(where)
    local other = assert(parley.open(server.address() .. "?schema=" .. schema))
    assert.equal(before, other.events:sort("id"):to_csv(), where)
    assert.equal(120, other.events:by("quad"):count():sum "count", where)
    other:close()
  end

  local function tables_on_nodes(...)
    local count = 0
    for _, name in ipairs { ... } do
      count = count + shards.on(name, ("SELECT count(*) FROM pg_tables WHERE schemaname = '%s'"):format(schema))
    end
    return count
  end

  it("lose no row when the process is killed the first time", function()
    for _, death in ipairs { { "create_table", 3 }, { "copy", 1 }, { "drop", 1 } } do
      killed(death[1], death[2], table.unpack(shards.nodes("n1", "n2")))
      assert_whole(death[1])
    end
    assert(ds:distribute("events", { nodes = shards.nodes("n1", "n2") }))
    assert_whole "again"
    assert.equal(8, tables_on_nodes("n1", "n2"))
  end)

  it("lose no row when the process is killed while a node is added", function()
    assert(ds:distribute("events", { nodes = shards.nodes("n1", "n2") }))
    for _, death in ipairs(DEATHS) do
      killed(death[1], death[2], table.unpack(shards.nodes("n1", "n2", "n3")))
      assert_whole(death[1])
      assert(ds:distribute("events", { nodes = shards.nodes("n1", "n2", "n3") }))
      assert_whole(death[1] .. " again")
      assert.equal(8, tables_on_nodes("n1", "n2", "n3"), death[1])
      assert(ds:distribute("events", { nodes = shards.nodes("n1", "n2") }))
    end
  end)

  it("lose no row when the server of the new node stops", function()
    assert(ds:distribute("events", { nodes = shards.nodes("n1", "n2") }))
    local address, stop, remove = shards.second_server()
    local all = shards.nodes("n1", "n2")
    all[3] = address
    local nodes = ds.store.dialect.nodes
    local swap, moved = nodes.swap, 0
    nodes.swap = function(...)
      moved = moved + 1
      if moved == 2 then stop() end
      return swap(...)
    end
    local nothing, message, code = ds:distribute("events", { nodes = all })
    nodes.swap = swap
    assert.is_nil(nothing)
    assert.equal("no_server", code, message)
    local err = select(2, pcall(function() return ds.events:count() end))          -- one part is on it
    assert.equal("no_server", err.code)
    assert.is_truthy(tostring(err):find(address:match ":(%d+)/", 1, true), tostring(err))
    remove()
  end)
end)
