-- Savepoints: what is kept, what is undone, and that the first error survives.

local core = require "parley.core"
local savepoints = require "parley.storage.savepoints"

local store
before_each(function()
  store = assert(core.open(":memory:", { mode = "memory" }))
  store:exec "CREATE TABLE t (x)"
end)
after_each(function() store:close() end)

local function rows() return (store:values "SELECT count(*) FROM t") end
local function add() store:run "INSERT INTO t VALUES (1)" end

describe("savepoints", function()
  it("keep what their function did and pass on what it gives, gaps too", function()
    local results = table.pack(savepoints.run(store, "a", function(x) add(); return x, nil, 3 end, 7))
    assert.same({ n = 3, 7, nil, 3 }, results)
    assert.equal(1, rows())
    assert.is_false(store:in_transaction())
  end)

  it("undo what their function did when it fails, with the error as it was, and nothing around them", function()
    local reason = { "why" }
    savepoints.run(store, "outer", function()
      add()
      local done, err = pcall(savepoints.run, store, "inner", function() add(); error(reason) end)
      assert.is_false(done)
      assert.equal(reason, err)
      assert.equal(1, rows())
    end)
    assert.equal(1, rows())
  end)

  it("for writing are a transaction of their own, or a savepoint in the one a host has begun", function()
    local point = savepoints.begin_writing(store, "w")
    add()
    point:undo()
    assert.is_false(store:in_transaction())
    store:exec "BEGIN"
    point = savepoints.begin_writing(store, "w")
    add()
    point:undo()
    assert.is_true(store:in_transaction())
    store:exec "COMMIT"
    assert.equal(0, rows())
  end)

  it("say nothing when they are undone on a store that is closed", function()
    local point = savepoints.begin(store, "w")
    store:close()
    point:undo()
  end)

  it("for reading leave no transaction behind, also after an error", function()
    assert.is_false((pcall(savepoints.reading, store, function()
      assert.is_true(store:in_transaction())
      error "no"
    end)))
    assert.is_false(store:in_transaction())
  end)
end)
