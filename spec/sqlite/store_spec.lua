-- The store: one SQLite connection as a Lua value. What goes in comes out, whoever is stopped finds out why, and
-- nothing that happens in the middle of a query leaves a statement behind.

local core = require "parley.core"
local errors = require "parley.base.errors"
local lfs = require "lfs"
local scratch = require "spec.support.scratch"

local host = (os.getenv "PARLEY_BUILD" or "build") .. "/host/wrapped_host"

local store, path_of, remove

before_each(function()
  store = assert(core.open(":memory:", { mode = "memory" }))
  path_of, remove = scratch.folder()
end)

after_each(function()
  store:close()
  remove()
end)

local function params(...) return table.pack(...) end

-- What fn(...) raises, word for word.
-- The code word of what it raises.
local function code_of(fn, ...) return select(2, pcall(fn, ...)).code end

local function raised(fn, ...)
  local done, err = pcall(fn, ...)
  assert.is_false(done)
  return errors.is(err) and tostring(err) or err
end

local function count_to(n)
  return ("WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM c LIMIT %d) "):format(n)
end

local ENDLESS = "WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM c) SELECT max(x) FROM c"

local function collect(iterator, ...)
  local list = {}
  for value in iterator, ... do list[#list + 1] = value end
  return list
end

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
    assert.equal("parley: unknown column type 'integr'; one of integer, number, boolean, text, date, any",
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
    assert.truthy(raised(store.exec, store, "SELECT 1\0"):find("the SQL holds a NUL byte", 1, true))
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
    assert.truthy(raised(store.define, store, "", 0, f):find("a name has 1 to 255 bytes", 1, true))
    assert.truthy(raised(store.define, store, ("n"):rep(256), 0, f):find("a name has 1 to 255 bytes", 1, true))
    assert.truthy(raised(store.define, store, "a\0b", 0, f):find("a name has 1 to 255 bytes", 1, true))
    assert.truthy(raised(store.define, store, "f", 101, f):find("a function takes 0 to 100 arguments", 1, true))
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

describe("closing", function()
  it("can be done again, and says so", function()
    assert.equal("parley.Store (in memory)", tostring(store))
    store:close()
    store:close()
    assert.equal("parley.Store (closed)", tostring(store))
    assert.is_false(store:is_open())
  end)

  it("refuses every use afterwards", function()
    store:close()
    for _, use in ipairs {
      { "exec", "SELECT 1" }, { "run", "SELECT 1" }, { "values", "SELECT 1" }, { "rows", "SELECT 1" },
      { "each", "SELECT 1" }, { "frame", "SELECT 1" }, { "columns", "SELECT 1" }, { "selects_only", "SELECT 1" },
      { "define", "f", 0, print }, { "total_changes" }, { "in_transaction" }, { "readonly" }, { "filename" },
      { "interrupt" }, { "limit", {} }, { "backup", path_of "b.db" },
    } do
      assert.equal("parley: the dataset is closed", raised(store[use[1]], store, table.unpack(use, 2)), use[1])
    end
  end)

  it("ends the queries that are being read", function()
    local step, rows = store:each "SELECT 1", store:rows "SELECT 2"
    step()
    store:close()
    assert.equal("parley: the dataset of this query is closed", raised(step))
    assert.equal("parley: the dataset of this query is closed", raised(rows))
  end)

  it("happens at the end of the block", function()
    local kept
    do
      local other <close> = assert(core.open(":memory:", { mode = "memory" }))
      kept = other
    end
    assert.is_false(kept:is_open())
  end)

  it("waits for a query that still needs the store", function()
    local step
    do
      local other = assert(core.open(":memory:", { mode = "memory" }))
      step = other:each(count_to(3) .. "SELECT x FROM c")
    end
    collectgarbage()
    collectgarbage()
    assert.same({ 1, 2, 3 }, { step(), (step()), (step()) })
  end)

  it("rolls back an open transaction", function()
    local file = path_of "t.db"
    do
      local other <close> = assert(core.open(file))
      other:exec "CREATE TABLE t(a); BEGIN; INSERT INTO t VALUES (1)"
      assert.is_true(other:in_transaction())
    end
    local other <close> = assert(core.open(file))
    assert.is_false(other:in_transaction())
    assert.equal(0, (other:values "SELECT count(*) FROM t"))
  end)
end)

describe("opening", function()
  local function refused(path, options)
    local opened, message, code = core.open(path, options)
    assert.is_nil(opened)
    return message, code
  end

  it("tells a missing file from a missing directory", function()
    local file = path_of "none.db"
    local message, code = refused(file, { mode = "ro" })
    assert.equal("parley: cannot open '" .. file
      .. "': no such file (modes 'ro' and 'rw' need an existing file; 'rwc' creates one)", message)
    assert.equal("missing_file", code)
    assert.equal(message, (refused(file, { mode = "rw" })))
    assert.is_nil(lfs.attributes(file))
    file = path_of "no/where.db"
    assert.equal(("parley: cannot open '%s': no directory '%s'; create it first"):format(file, path_of "no"),
      (refused(file)))
    scratch.write(path_of "plain", "text")
    file = path_of "plain/x.db"
    assert.equal(("parley: cannot open '%s': no directory '%s'; create it first"):format(file, path_of "plain"),
      (refused(file)))
  end)

  it("knows what is no database", function()
    scratch.write(path_of "letter.db", ("Dear colleague,\n"):rep(100))
    for _, mode in ipairs { "ro", "rw", "rwc" } do
      local message, code = refused(path_of "letter.db", { mode = mode })
      assert.equal(("parley: cannot open '%s': the file is not a SQLite database"):format(path_of "letter.db"), message)
      assert.equal("not_a_database", code)
    end
    lfs.mkdir(path_of "folder")
    assert.equal(("parley: cannot open '%s': it is a directory; name a file in it"):format(path_of "folder"),
      (refused(path_of "folder")))
    assert.equal("parley: cannot open '': the path is empty; name a file", (refused ""))
  end)

  it("says who has locked the file", function()
    local file = path_of "t.db"
    local one <close> = assert(core.open(file))
    one:exec "CREATE TABLE t(a); BEGIN EXCLUSIVE"
    local message, code = refused(file, { timeout_ms = 10 })
    assert.equal(("parley: cannot open '%s': another program has locked it; try again when it is done"):format(file),
      message)
    assert.equal("busy", code)
    one:exec "COMMIT"
    local two <close> = assert(core.open(file, { timeout_ms = 10 }))
    one:exec "BEGIN IMMEDIATE"
    assert.equal("parley: database is locked", raised(two.exec, two, "INSERT INTO t VALUES (1)"))
    assert.equal("busy", code_of(two.exec, two, "INSERT INTO t VALUES (1)"))
  end)

  it("for reading only, reads only", function()
    local file = path_of "t.db"
    do
      local one <close> = assert(core.open(file))
      one:exec "CREATE TABLE t(a); INSERT INTO t VALUES (5)"
      assert.is_false(one:readonly())
    end
    local one <close> = assert(core.open(file, { mode = "ro" }))
    assert.is_true(one:readonly())
    assert.equal(5, (one:values "SELECT a FROM t"))
    assert.equal("parley: attempt to write a readonly database", raised(one.run, one, "DELETE FROM t"))
    assert.equal("permission", code_of(one.run, one, "DELETE FROM t"))
  end)

  it("takes a path for the name of a file, whatever it looks like", function()
    local here = lfs.currentdir()
    lfs.chdir(path_of "")
    finally(function() lfs.chdir(here) end)
    for _, name in ipairs { "file:x.db?mode=memory", ":odd:" } do
      local one <close> = assert(core.open(name))
      one:exec "CREATE TABLE t(a)"
      assert.truthy(one:filename():find(name, 1, true))
      assert.equal("file", lfs.attributes(name, "mode"))
    end
    local one <close> = assert(core.open ":memory:")
    assert.is_nil(one:filename())
    assert.is_nil(lfs.attributes ":memory:")
    assert.truthy(raised(core.open, "a\0b"):find("the path holds a NUL byte", 1, true))
  end)

  it("refuses to write where there is no permission", function()
    local file = path_of "t.db"
    assert(core.open(file)):exec "CREATE TABLE t(a)"
    os.execute(("chmod 400 '%s'"):format(file))
    local other = io.open(file, "r+b")
    if other then -- the superuser may write anyway
      other:close()
      return
    end
    for _, mode in ipairs { "rw", "rwc" } do
      local message, code = refused(file, { mode = mode })
      assert.equal(("parley: cannot open '%s': no permission to write; mode 'ro' opens it for reading"):format(file),
        message)
      assert.equal(8, code)
    end
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
    assert.truthy(raised(store.limit, store, { time_ms = -1 }):find("a limit is a positive number", 1, true))
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

describe("backup", function()
  it("copies everything into a new file", function()
    store:exec "CREATE TABLE t(a, b); CREATE INDEX i ON t(a); PRAGMA user_version = 7"
    store:exec("INSERT INTO t " .. count_to(5000) .. "SELECT x, 'value ' || x FROM c")
    assert.is_true(store:backup(path_of "copy.db"))
    local copy <close> = assert(core.open(path_of "copy.db", { mode = "ro" }))
    assert.same({ 5000, 12502500, "value 77" },
      { copy:values "SELECT count(*), sum(a), (SELECT b FROM t WHERE a = 77) FROM t" })
    assert.equal(7, (copy:values "PRAGMA user_version"))
    assert.equal("ok", (copy:values "PRAGMA integrity_check"))
  end)

  it("makes one complete file of a database in WAL mode", function()
    local one <close> = assert(core.open(path_of "wal.db"))
    one:exec "PRAGMA journal_mode = WAL; CREATE TABLE t(a); INSERT INTO t VALUES (9)"
    assert.is_true(one:backup(path_of "copy.db"))
    local names = {}
    for name in lfs.dir(path_of "") do
      if name:find "^copy" then names[#names + 1] = name end
    end
    assert.same({ "copy.db" }, names)
    local copy <close> = assert(core.open(path_of "copy.db", { mode = "ro" }))
    assert.same({ "delete", 9 }, { (copy:values "PRAGMA journal_mode"), (copy:values "SELECT a FROM t") })
  end)

  it("leaves an existing file alone", function()
    scratch.write(path_of "mine.txt", "precious")
    local done, message, code = store:backup(path_of "mine.txt")
    assert.is_nil(done)
    assert.equal(("parley: cannot write '%s': the file exists; name a new one or remove it"):format(path_of "mine.txt"),
      message)
    assert.equal("exists", code)
    assert.equal("precious", io.open(path_of "mine.txt"):read "a")
  end)

  it("says what is in the way, and leaves nothing behind", function()
    local function refused(path)
      local done, message = store:backup(path)
      assert.is_nil(done)
      return message
    end
    store:exec "CREATE TABLE t(a)"
    local file = path_of "no/copy.db"
    assert.equal(("parley: cannot write '%s': no directory '%s'; create it first"):format(file, path_of "no"),
      refused(file))
    lfs.mkdir(path_of "folder")
    assert.equal(("parley: cannot write '%s': it is a directory; name a file in it"):format(path_of "folder"),
      refused(path_of "folder"))
    assert.equal("parley: cannot write '': the path is empty; name a file", refused "")
    store:exec "BEGIN; INSERT INTO t VALUES (1)"
    assert.equal(("parley: cannot write '%s': a transaction is open; end it first"):format(path_of "copy.db"),
      refused(path_of "copy.db"))
    local names = {}
    for name in lfs.dir(path_of "") do names[#names + 1] = name end
    table.sort(names)
    assert.same({ ".", "..", "folder" }, names)
  end)

  it("gives up whole when the disk takes no more", function()
    -- a limit on the size of files stands in for a full disk
    local command = scratch.script(path_of "full.lua", ([[
      local store = require "parley.core".open(":memory:", { mode = "memory" })
      store:exec "CREATE TABLE t(a); INSERT INTO t VALUES (zeroblob(3000000))"
      print(store:backup %q)
    ]]):format(path_of "copy.db"))
    local pipe = io.popen(("trap '' XFSZ; ulimit -f 1000; %s 2>&1"):format(command))
    local output = pipe:read "a"
    pipe:close()
    assert.truthy(output:find(("nil\tparley: cannot write '%s': disk I/O error"):format(path_of "copy.db"), 1, true)
      or output:find(("nil\tparley: cannot write '%s': database or disk is full"):format(path_of "copy.db"), 1, true),
      output)
    local names = {}
    for name in lfs.dir(path_of "") do names[#names + 1] = name end
    table.sort(names)
    assert.same({ ".", "..", "full.lua" }, names)
  end)
end)

describe("the module", function()
  it("can be loaded twice without losing what the first loading made", function()
    store:define("f", 0, function() return "still here" end)
    local frame = store:frame "SELECT 1 AS a"
    local methods = core.frame_methods
    local loaded = package.loaded["parley.core"]
    package.loaded["parley.core"] = nil
    local again = require "parley.core"
    package.loaded["parley.core"] = loaded
    assert.equal(methods, again.frame_methods)
    assert.equal(core.null, again.null)
    assert.equal("still here", (store:values "SELECT f()"))
    assert.same({ a = 1 }, frame[1])
  end)
end)

describe("a connection that a host keeps", function()
  it("is given back as it was, whatever is still running on it #host", function()
    local pipe = io.popen(host .. " 2>&1; echo status $?")
    local output = pipe:read "a"
    pipe:close()
    assert.equal("status 0\n", output)
  end)
end)
