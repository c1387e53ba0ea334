-- The store: one SQLite connection as a Lua value. What goes in comes out, whoever is stopped finds out why, and
-- nothing that happens in the middle of a query leaves a statement behind.

require "parley.base.errors"          -- makes the sentences
local core = require "parley.core"
local scratch = require "spec.support.scratch"
local stores = require "spec.support.stores"

local code_of, raised, count_to, collect, params = stores.code_of, stores.raised, stores.count_to, stores.collect, stores.params
local store, path_of, remove

before_each(function()
  store = assert(core.open(":memory:", { mode = "memory" }))
  path_of, remove = scratch.folder()
end)

after_each(function()
  store:close()
  remove()
end)

local ENDLESS = "WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM c) SELECT max(x) FROM c"

describe("values in and out", function()
  local function echo(value) return (store:values("SELECT ?", params(value))) end

  it("keeps 64-bit integers and their type", function()
    for _, n in ipairs { 0, -1, 9007199254740993, math.maxinteger, math.mininteger } do
      assert.equal(n, echo(n))
      assert.equal("integer", math.type(echo(n)))
    end
  end)

  it("keeps floats and their type", function()
    for _, x in ipairs { 0.5, -0.0, 1.0, 1e300, math.huge, -math.huge, 5e-324 } do
      assert.equal(x, echo(x))
      assert.equal("float", math.type(echo(x)))
    end
  end)

  it("keeps text with its length", function()
    for _, text in ipairs { "", "a\0b", "\0", "Türkiye · Київ", ("x"):rep(100000), "\xff\xfe" } do
      assert.equal(text, echo(text))
    end
  end)

  it("binds booleans as 0 and 1, nil and null as NULL", function()
    assert.same({ 1, 0 }, { store:values("SELECT ?, ?", params(true, false)) })
    assert.same({ "null", "null" }, { store:values("SELECT typeof(?), typeof(?)", params(nil, core.null)) })
    assert.equal(3, select("#", store:values("SELECT NULL, 1, NULL")))
  end)

  it("gives a blob as a string", function()
    assert.equal("\1\0\2", (store:values "SELECT x'010002'"))
    assert.equal("", (store:values "SELECT x''"))
    assert.equal("\0\0", (store:values "SELECT zeroblob(2)"))
  end)

  it("gives nothing where there is no row", function()
    assert.equal(0, select("#", store:values "SELECT 1 WHERE 0"))
  end)

  it("takes parameters from a list with holes", function()
    assert.same({ "null", 2, "null" }, { store:values("SELECT typeof(?), ?, typeof(?)", { n = 3, [2] = 2 }) })
    assert.same({ 1, 2 }, { store:values("SELECT ?, ?", { 1, 2 }) })
  end)

  it("refuses what SQL cannot hold", function()
    assert.equal("parley: parameter 2 is a table, which SQL cannot hold",
      raised(store.values, store, "SELECT ?, ?", params(1, {})))
    assert.equal("parley: parameter 1 is a function, which SQL cannot hold",
      raised(store.values, store, "SELECT ?", params(print)))
    assert.equal("parley: parameter 1 is not a number (nan), which SQL cannot hold",
      raised(store.values, store, "SELECT ?", params(0 / 0)))
  end)

  it("wants as many parameters as the statement has", function()
    assert.equal("parley: the SQL statement has 2 parameters, 1 values were given",
      raised(store.values, store, "SELECT ?, ?", params(1)))
    assert.equal("parley: the SQL statement has 0 parameters, 1 values were given",
      raised(store.rows, store, "SELECT 1", params(1)))
    assert.equal("parley: the SQL statement has 1 parameters, 0 values were given",
      raised(store.run, store, "SELECT ?"))
  end)
end)

describe("rows", function()
  before_each(function()
    store:exec "CREATE TABLE t(a INTEGER PRIMARY KEY, b, c)"
    store:exec "INSERT INTO t VALUES (1, 'x', 1), (2, NULL, 0), (3, 'z', 7)"
  end)

  it("come as tables, NULL as an absent field", function()
    assert.same({ { a = 1, b = "x", c = 1 }, { a = 2, c = 0 }, { a = 3, b = "z", c = 7 } },
      collect(store:rows "SELECT * FROM t ORDER BY a"))
  end)

  it("are fresh tables each", function()
    local rows = collect(store:rows "SELECT a FROM t")
    rows[1].a = 99
    assert.same({ { a = 99 }, { a = 2 }, { a = 3 } }, rows)
  end)

  it("take other names, and booleans by their declared type", function()
    assert.same({ { k = 1, flag = true }, { k = 2, flag = false }, { k = 3, flag = 7 } },
      collect(store:rows("SELECT a, c FROM t", nil, { "k", "flag" }, { "integer", "boolean" })))
  end)

  it("want a name for each column, and types that exist", function()
    assert.equal("parley: the query has 2 columns, 1 names were given",
      raised(store.rows, store, "SELECT a, b FROM t", nil, { "a" }))
    assert.equal("parley: unknown column type 'integr'; one of integer, number, boolean, date, text, any",
      raised(store.rows, store, "SELECT a FROM t", nil, { "a" }, { "integr" }))
  end)

  it("may be wider than a closure's upvalues", function()
    local list, row = {}, {}
    for i = 1, 700 do list[i], row["c" .. i] = i .. " AS c" .. i, i end
    assert.same({ row }, collect(store:rows("SELECT " .. table.concat(list, ", "))))
    assert.equal(700, select("#", store:values("SELECT " .. table.concat(list, ", "))))
  end)

  it("end, and stay at the end", function()
    local step = store:rows "SELECT a FROM t WHERE a > 2"
    assert.same({ a = 3 }, step())
    assert.is_nil(step())
    assert.is_nil(step())
  end)

  it("release their statement when the loop is left", function()
    for row in store:rows "SELECT a FROM t" do
      if row.a == 2 then break end
    end
    pcall(function()
      for _ in store:each "SELECT b FROM t" do error "out" end
    end)
    store:exec "DROP TABLE t" -- refused while a statement reads the table
    assert.equal(0, (store:values "SELECT count(*) FROM sqlite_master"))
  end)

  it("of the same SQL can be read one inside the other", function()
    local pairs_of = {}
    for outer in store:rows("SELECT a FROM t WHERE a < ?", params(3)) do
      for inner in store:rows("SELECT a FROM t WHERE a < ?", params(3)) do
        pairs_of[#pairs_of + 1] = outer.a * 10 + inner.a
      end
    end
    assert.same({ 11, 12, 21, 22 }, pairs_of)
  end)

  it("can be read in more queries at a time than the cache keeps", function()
    local steps = {}
    for i = 1, 80 do steps[i] = store:rows("SELECT ? AS n", params(i)) end
    local sum = 0
    for i = 1, 80 do sum = sum + steps[i]().n end
    assert.equal(3240, sum)
  end)

  it("can be read on in another coroutine", function()
    local step = store:rows "SELECT a FROM t"
    assert.same({ a = 1 }, step())
    assert.same({ a = 2 }, coroutine.wrap(step)())
    assert.same({ a = 3 }, step())
  end)

  it("can be read by a coroutine that is then dropped", function()
    do
      local reader = coroutine.wrap(function()
        for row in store:rows "SELECT a FROM t" do coroutine.yield(row.a) end
      end)
      assert.equal(1, reader())
      assert.equal(2, reader())
    end
    collectgarbage()
    collectgarbage()
    store:exec "DROP TABLE t"
  end)

  it("see a table that has changed since the statement was first used", function()
    assert.same({ { a = 1, b = "x", c = 1 } }, collect(store:rows "SELECT * FROM t WHERE a = 1"))
    store:exec "ALTER TABLE t ADD COLUMN d DEFAULT 5"
    assert.same({ { a = 1, b = "x", c = 1, d = 5 } }, collect(store:rows "SELECT * FROM t WHERE a = 1"))
    assert.same({ "a", "b", "c", "d" }, store:frame("SELECT * FROM t"):columns())
    assert.same({ 1, "x", 1, 5 }, { store:values "SELECT * FROM t WHERE a = 1" })
  end)

  it("tell when the table changes under a query that was made before", function()
    local file = path_of "t.db"
    local one <close> = assert(core.open(file))
    local two <close> = assert(core.open(file))
    one:exec "CREATE TABLE t(a); INSERT INTO t VALUES (1)"
    assert.equal(1, (two:values "SELECT count(*) FROM t"))
    local step = two:rows("SELECT * FROM t", nil, { "a" })
    one:exec "ALTER TABLE t ADD COLUMN b"
    assert.equal("parley: the table changed under the query: it has 2 columns now, not 1", raised(step))
  end)
end)

describe("each", function()
  it("gives plain values", function()
    local seen = {}
    for a, b, c in store:each("SELECT 1, 'x', 0 UNION ALL SELECT 2, NULL, 1", nil, { "any", "any", "boolean" }) do
      seen[#seen + 1] = { a, tostring(b), c }
    end
    assert.same({ { 1, "x", false }, { 2, "nil", true } }, seen)
  end)

  it("does not end at a NULL in front", function()
    local seen = {}
    for a, b in store:each "SELECT NULL, NULL UNION ALL SELECT 1, 2" do seen[#seen + 1] = { a, b } end
    assert.equal(2, #seen)
    assert.equal(core.null, seen[1][1])
    assert.is_nil(seen[1][2])
    assert.same({ 1, 2 }, seen[2])
    assert.equal("null", tostring(core.null))
  end)
end)

describe("run", function()
  before_each(function() store:exec "CREATE TABLE t(a INTEGER PRIMARY KEY, b)" end)

  it("gives the changes and the last row's id", function()
    assert.same({ 1, 41 }, { store:run("INSERT INTO t VALUES (?, ?)", params(41, "x")) })
    assert.same({ 2, 43 }, { store:run "INSERT INTO t(b) VALUES ('y'), ('z')" })
    assert.equal(3, (store:run "UPDATE t SET b = 'w'"))
    assert.equal(0, (store:run "DELETE FROM t WHERE a = 1"))
    assert.equal(0, (store:run "CREATE TABLE u(x)")) -- not the changes of the statement before
    assert.equal(6, store:total_changes())
  end)

  it("can be used again after it failed", function()
    local insert = "INSERT INTO t VALUES (?, 'x')"
    store:run(insert, params(1))
    assert.equal("parley: UNIQUE constraint failed: t.a", raised(store.run, store, insert, params(1)))
    assert.equal("duplicate", code_of(store.run, store, insert, params(1)))
    assert.equal(1, (store:run(insert, params(2))))
  end)

  it("does not keep bound values", function()
    local weak = setmetatable({ ("x"):rep(50) .. os.time() }, { __mode = "v" })
    store:run("INSERT INTO t(b) VALUES (?)", params(weak[1]))
    assert.equal("null", (store:values("SELECT typeof(?)", params(nil))))
    assert.equal(51, #(store:values("SELECT substr(b, 1, 51) FROM t")))
  end)
end)

describe("statements", function()
  it("run one by one, in exec any number", function()
    assert.equal("parley: more than one SQL statement; give one at a time",
      raised(store.run, store, "SELECT 1; SELECT 2"))
    assert.equal("parley: more than one SQL statement; give one at a time",
      raised(store.run, store, "SELECT 1; gibberish"))
    assert.equal(1, (store:values "SELECT 1; -- and a comment\n ; /* another */ "))
    store:exec "CREATE TABLE a(x); CREATE TABLE b(y);"
    assert.equal(2, (store:values "SELECT count(*) FROM sqlite_master"))
  end)

  it("must say something", function()
    for _, sql in ipairs { "", "  ", "-- nothing" } do
      assert.equal("parley: the SQL statement is empty", raised(store.run, store, sql))
    end
    assert.equal("parley: the SQL statement holds a NUL byte", raised(store.values, store, "SELECT 1\0; SELECT 2"))
    assert.truthy(raised(store.exec, store, "SELECT 1\0"):find("the SQL statement holds a NUL byte", 1, true))
  end)

  it("raise with SQLite's message and code", function()
    assert.equal("parley: no such table: nowhere", raised(store.rows, store, "SELECT * FROM nowhere"))
    assert.equal("sql", code_of(store.rows, store, "SELECT * FROM nowhere"))
    assert.equal('parley: near "SELEC": syntax error', raised(store.exec, store, "SELEC 1"))
    assert.equal("parley: malformed JSON", raised(store.values, store, "SELECT json('{')"))
  end)

  it("raise in the middle of the rows", function()
    local step = store:rows "SELECT abs(x) AS n FROM (SELECT 5 AS x UNION ALL SELECT -9223372036854775808)"
    assert.same({ n = 5 }, step())
    assert.equal("parley: integer overflow", raised(step))
    assert.is_nil(step())
  end)

  it("take text in double quotes for a name", function()
    assert.equal("parley: no such column: nothing", raised(store.values, store, 'SELECT "nothing"'))
  end)

  it("show their columns without running", function()
    store:exec "CREATE TABLE t(a INTEGER, b TEXT)"
    local columns = store:columns "SELECT a, b AS c, a + ? AS n FROM t"
    local from = columns[1].table and { "t", "a", "t", "b" } or {}          -- where the library keeps origins
    assert.same({ { name = "a", decltype = "INTEGER", table = from[1], column = from[2] },
      { name = "c", decltype = "TEXT", table = from[3], column = from[4] }, { name = "n" } }, columns)
    assert.same({}, store:columns "DELETE FROM t")
  end)

  it("that only select are told from the others", function()
    store:exec "CREATE TABLE t(a)"
    for sql, only in pairs {
      ["SELECT a FROM t"] = true, ["SELECT 1 + 1"] = true, [count_to(3) .. "SELECT x FROM c"] = true,
      ["SELECT name FROM pragma_table_info('t')"] = true, ["SELECT value FROM json_each('[1]')"] = true,
      ["DELETE FROM t"] = false, ["INSERT INTO t VALUES (1) RETURNING a"] = false, ["BEGIN"] = false,
      ["PRAGMA user_version = 3"] = false, ["PRAGMA query_only = OFF"] = false, ["ATTACH ':memory:' AS x"] = false,
      ["VACUUM"] = false, ["CREATE TEMP TABLE u(x)"] = false, ["SAVEPOINT x"] = false, ["ANALYZE"] = false,
    } do
      assert.equal(only, store:selects_only(sql), sql)
    end
    assert.equal("parley: more than one SQL statement; give one at a time",
      raised(store.selects_only, store, "SELECT 1; DELETE FROM t"))
  end)

  it("hold foreign keys", function()
    store:exec "CREATE TABLE a(id TEXT PRIMARY KEY); CREATE TABLE b(a TEXT REFERENCES a(id))"
    assert.equal("parley: FOREIGN KEY constraint failed", raised(store.run, store, "INSERT INTO b VALUES ('x')"))
  end)
end)

describe("limits", function()
  it("stop a statement in time", function()
    store:limit { time_ms = 60 }
    local message = "parley: stopped after 60 ms, the limit set by the host"
    assert.equal(message, raised(store.values, store, ENDLESS))
    assert.equal("limit", code_of(store.values, store, ENDLESS))
    assert.equal(message, raised(store.exec, store, ENDLESS))
    assert.equal(message, raised(store.frame, store, ENDLESS))
    assert.equal(message, raised(store:rows(ENDLESS)))
    store:define("nested", 0, function() return (store:values(ENDLESS)) end)
    local started = os.clock()
    assert.equal(message, raised(store.values, store, "SELECT nested()"))
    assert.is_true(os.clock() - started < 5)
    assert.equal(1, (store:values "SELECT 1"))
  end)

  it("count the time of one statement, not of the loop around it", function()
    store:limit { time_ms = 60 }
    local n = 0
    for _ in store:each(count_to(4) .. "SELECT x FROM c") do
      local until_then = os.clock() + 0.03
      while os.clock() < until_then do n = n + 0 end
      n = n + 1
    end
    assert.equal(4, n)
  end)

  it("bound the memory of a Frame", function()
    store:limit { memory = 100000 }
    assert.equal("parley: the result takes more than 100000 bytes, the limit set by the host",
      raised(store.frame, store, count_to(100000) .. "SELECT x, 'text ' || x FROM c"))
    assert.equal(100, #store:frame(count_to(100) .. "SELECT x, 'text ' || x FROM c"))
  end)

  it("can be lifted", function()
    store:limit { time_ms = 1, memory = 1000 }
    store:limit {}
    assert.equal(300000, #store:frame(count_to(300000) .. "SELECT x FROM c"))
    assert.truthy(raised(store.limit, store, { time_ms = -1 }):find("the limit time_ms is a positive number", 1, true))
  end)

  it("leave other statements be when one is interrupted", function()
    store:define("stop", 1, function(x)
      store:interrupt()
      return x
    end)
    assert.equal("parley: interrupted", raised(store.values, store, count_to(100000) .. "SELECT max(stop(x)) FROM c"))
    assert.equal(1, (store:values "SELECT 1"))
  end)
end)
