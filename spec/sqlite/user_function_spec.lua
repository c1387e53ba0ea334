-- Lua functions in SQL: what they take, give and raise, and what they may not do to the query that calls them.

require "parley.base.errors"          -- makes the sentences
local core = require "parley.core"
local stores = require "spec.support.stores"

local raised, count_to, collect, params = stores.raised, stores.count_to, stores.collect, stores.params
local store

before_each(function() store = assert(core.open(":memory:", { mode = "memory" })) end)
after_each(function() store:close() end)

describe("Lua functions", function()
  it("take and give every kind of value", function()
    local got
    store:define("echo", -1, function(...) got = table.pack(...) return (...) end)
    assert.equal(7, (store:values "SELECT echo(7, 1.5, 'a', NULL, x'00')"))
    assert.same({ n = 5, 7, 1.5, "a", nil, "\0" }, got)
    assert.equal("integer", math.type(got[1]))
    for _, value in ipairs { 1.0, "a\0b", math.mininteger, "" } do
      assert.equal(value, (store:values("SELECT echo(?)", params(value))))
    end
    assert.equal("null", (store:values "SELECT typeof(echo())"))
    store:define("yes", 0, function() return true end)
    store:define("gone", 0, function() return core.null end)
    assert.same({ 1, "null" }, { store:values "SELECT yes(), typeof(gone())" })
  end)

  it("raise their own error, unchanged", function()
    store:define("boom", 1, function(x) error("boom at " .. x, 0) end)
    assert.equal("boom at 3", raised(store.values, store, "SELECT boom(3)"))
    assert.equal("boom at 4", raised(store.exec, store, "SELECT boom(4)"))
    assert.equal("boom at 5", raised(store.frame, store, "SELECT boom(5)"))
    local long = ("long "):rep(300)
    assert.equal("boom at " .. long, raised(store.values, store, "SELECT boom(?)", params(long)))
    assert.equal(1, (store:values "SELECT 1"))
  end)

  it("raise error values that are no text", function()
    local value = { code = 42 }
    store:define("boom", 0, function() error(value) end)
    assert.equal(value, raised(store.values, store, "SELECT boom()"))
    -- and such an error does not come back later
    assert.equal("parley: no such table: nowhere", raised(store.values, store, "SELECT * FROM nowhere"))
    assert.equal("parley: integer overflow", raised(store.values, store, "SELECT abs(-9223372036854775808)"))
  end)

  it("must give a value", function()
    store:define("tabular", 0, function() return {} end)
    assert.equal("parley: function 'tabular' gave a table; a value is a text, number, boolean or nil",
      raised(store.values, store, "SELECT tabular()"))
  end)

  it("can be defined anew, and by number of arguments", function()
    store:define("f", 1, function() return "one" end)
    store:define("f", 2, function() return "two" end)
    assert.same({ "one", "two" }, { store:values "SELECT f(0), f(0, 0)" })
    store:define("F", 1, function() return "new" end)
    assert.same({ "new", "two" }, { store:values "SELECT f(0), f(0, 0)" })
    assert.equal("parley: wrong number of arguments to function f()",
      raised(store.values, store, "SELECT f()"))
  end)

  it("are let go when replaced", function()
    local weak = setmetatable({}, { __mode = "v" })
    do
      local big = { "upvalue" }
      weak[1] = big
      store:define("f", 0, function() return big[1] end)
    end
    assert.equal("upvalue", (store:values "SELECT f()"))
    store:define("f", 0, function() return "other" end)
    collectgarbage()
    assert.is_nil(weak[1])
    assert.equal("other", (store:values "SELECT f()"))
  end)

  it("do not keep a store alive that only they know", function()
    local weak = setmetatable({}, { __mode = "k" })
    do
      local other = assert(core.open(":memory:", { mode = "memory" }))
      other:define("f", 0, function() return tostring(other) end)
      weak[other] = true
    end
    collectgarbage()
    collectgarbage()
    assert.is_nil(next(weak))
  end)

  it("may query the same store", function()
    store:exec "CREATE TABLE t(a); INSERT INTO t VALUES (1), (2), (3)"
    store:define("below", 1, function(x) return (store:values("SELECT count(*) FROM t WHERE a < ?", params(x))) end)
    assert.same({ { a = 1, n = 0 }, { a = 2, n = 1 }, { a = 3, n = 2 } },
      collect(store:rows "SELECT a, below(a) AS n FROM t"))
    store:define("depth", 1, function(n)
      return n == 0 and 0 or 1 + store:values("SELECT depth(?)", params(n - 1))
    end)
    assert.equal(20, (store:values "SELECT depth(20)"))
  end)

  it("that never end their recursion fail cleanly", function()
    store:define("deeper", 0, function() return (store:values "SELECT deeper()") end)
    assert.truthy(tostring(raised(store.values, store, "SELECT deeper()")):find("stack overflow", 1, true))
    assert.equal(1, (store:values "SELECT 1"))
  end)

  it("may catch the error of a query inside", function()
    store:define("safe", 0, function()
      local done, message = pcall(store.values, store, "SELECT * FROM nowhere")
      return tostring(done) .. ": " .. message
    end)
    assert.equal("false: parley: no such table: nowhere", (store:values "SELECT safe()"))
  end)

  it("run in the coroutine that steps", function()
    local seen = {}
    store:define("running", 1, function(x)
      seen[#seen + 1] = coroutine.running()
      return x
    end)
    local step = store:rows "SELECT running(1) AS n UNION ALL SELECT running(2)"
    step()
    coroutine.wrap(step)()
    assert.equal((coroutine.running()), seen[1])
    assert.equal("thread", type(seen[2]))
    assert.not_equal(seen[1], seen[2])
    seen[2] = nil
    collectgarbage() -- takes the coroutine
    assert.equal(3, (store:values "SELECT running(3)"))
    assert.equal((coroutine.running()), seen[2])
  end)

  it("may resume coroutines that query, and not yield themselves", function()
    store:define("elsewhere", 0, function()
      return coroutine.wrap(function() return (store:values "SELECT 'there'") end)()
    end)
    assert.equal("there", (store:values "SELECT elsewhere()"))
    store:define("waits", 0, function() coroutine.yield() end)
    local reader = coroutine.create(function() return store:values "SELECT waits()" end)
    local done, message = coroutine.resume(reader)
    assert.is_false(done)
    assert.truthy(message:find("attempt to yield across a C-call boundary", 1, true))
    assert.equal("dead", coroutine.status(reader))
  end)

  it("cannot close the store under the query that calls them", function()
    store:define("closes", 0, function() store:close() end)
    assert.equal("parley: cannot close a dataset inside a function that its query calls",
      raised(store.values, store, "SELECT closes()"))
    assert.is_true(store:is_open())
    store:close()
    assert.is_false(store:is_open())
  end)

  it("cannot step the query that calls them; to close it ends it", function()
    local step
    store:define("again", 0, function() return step() end)
    step = store:rows "SELECT again()"
    assert.equal("parley: this query is being read already, by a function in it", raised(step))

    local cursor, _
    store:define("enough", 1, function(x)
      if x == 2 then getmetatable(cursor).__close(cursor) end
      return x
    end)
    step, _, _, cursor = store:rows(count_to(5) .. "SELECT enough(x) AS n FROM c")
    assert.same({ n = 1 }, step())
    assert.is_nil(step())
    assert.is_nil(step())
  end)

  it("have a name, a number of arguments and a body", function()
    local f = function() end
    assert.truthy(raised(store.define, store, "", 0, f):find("the name of a function has 1 to 255 bytes", 1, true))
    assert.truthy(raised(store.define, store, ("n"):rep(256), 0, f):find("the name of a function has 1 to 255 bytes", 1, true))
    assert.truthy(raised(store.define, store, "a\0b", 0, f):find("the name of a function has 1 to 255 bytes", 1, true))
    assert.truthy(raised(store.define, store, "f", 101, f):find("a function takes 0 to 100 arguments, not 101", 1, true))
    assert.truthy(raised(store.define, store, "f", 1, "f"):find("function expected, got string", 1, true))
  end)

  it("cannot be replaced while a query uses them", function()
    store:define("f", 0, function() return 1 end)
    local step, _, _, cursor = store:rows "SELECT f() AS n UNION ALL SELECT f() AS n"
    assert.same({ n = 1 }, step())
    assert.truthy(raised(store.define, store, "f", 0, print):find("cannot define function 'f': unable to", 1, true))
    assert.same({ n = 1 }, step())
    getmetatable(cursor).__close(cursor)
    store:define("f", 0, function() return 2 end)
    assert.equal(2, (store:values "SELECT f()"))
  end)

  it("cannot hide in the views of a file", function()
    store:define("f", 0, function() return 1 end)
    store:exec "CREATE VIEW v AS SELECT f() AS n"
    assert.equal("parley: unsafe use of f()", raised(store.values, store, "SELECT n FROM v"))
  end)
end)
