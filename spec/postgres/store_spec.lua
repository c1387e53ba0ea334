-- A store on PostgreSQL: the methods of a store on SQLite, the same values in and out, and a statement that fails undoes
-- itself alone.

require "parley.base.errors"          -- makes the sentences
local core = require "parley.core"
local server = require "spec.support.server"
local stores = require "spec.support.stores"

local code_of, raised, collect, params = stores.code_of, stores.raised, stores.collect, stores.params

server.needed(describe, it, pending)("a store on PostgreSQL", function()
  local store, schema

  before_each(function() store, schema = server.store() end)
  after_each(function() server.drop(store, schema) end)

  -- What the rooms above ask of it alone where connection.keeps_pages(), or a dialect without type_of, says so.
  local OF_FILES = { pages_read = true, kinds = true }

  it("has the methods of a store on SQLite", function()
    local other <close> = assert(core.open(":memory:", { mode = "memory" }))
    local missing, count = {}, 0
    for method in pairs(getmetatable(other).__index) do
      count = count + 1
      if store[method] == nil and not OF_FILES[method] then missing[#missing + 1] = method end
    end
    assert.same({}, missing)
    assert.is_true(count > 15)
  end)

  local function echo(value) return (store:values("SELECT $1", params(value))) end

  describe("values in and out", function()
    it("keeps 64-bit integers, numbers, booleans and texts", function()
      for _, n in ipairs { 0, -1, 9007199254740993, math.maxinteger, math.mininteger } do
        assert.equal(n, echo(n))
        assert.equal("integer", math.type(echo(n)))
      end
      for _, x in ipairs { 0.0, 0.1, -1e300, 5e-324, math.huge } do
        assert.equal(x, echo(x))
        assert.equal("float", math.type(echo(x)))
      end
      for _, text in ipairs { "", "Türkiye · Київ", ("x"):rep(100000), "'; DROP TABLE t; --", '"$1"' } do
        assert.equal(text, echo(text))
      end
      assert.is_true(echo(true))
      assert.is_false(echo(false))
      assert.is_nil(echo(nil))
      assert.is_nil(echo(core.null))
    end)

    it("reads every type that has a format of its own", function()
      local given = { store:values [[SELECT 2::int2, -3::int4, 4::int8, 5::oid, 0.5::float4, 0.25::float8, true, 'a'::text,
        'b'::varchar(3), 'c'::name, '[1]'::json, '{"a": 1}'::jsonb, 'd'::char(2),
        '0a000000-0000-0000-0000-00000000000b'::uuid]] }
      assert.same({ 2, -3, 4, 5, 0.5, 0.25, true, "a", "b", "c", "[1]", '{"a": 1}', "d ",
        "0a000000-0000-0000-0000-00000000000b" }, given)
      assert.equal(1, select("#", store:values "SELECT pg_sleep(0)"))
      assert.is_nil((store:values "SELECT pg_sleep(0)"))
    end)

    it("rounds decimal numbers to the nearest", function()
      for _, text in ipairs { "0", "1", "-1", "0.1", "123456.789", "-0.00012", "1e20", "12345678901234567890.123",
        "99999999", "0.0000000000000000000000000001", "1e-300", "179769313486231570000", "10000", "100020003" } do
        local value = store:values("SELECT " .. text .. "::numeric")
        assert.equal(tonumber(text) + 0.0, value, text)
        assert.equal("float", math.type(value))
      end
      assert.same({ math.huge, -math.huge }, { store:values "SELECT 'Infinity'::numeric, '-Infinity'::numeric" })
      assert.is_nil((store:values "SELECT 'NaN'::numeric"))
      assert.is_nil((store:values "SELECT 'NaN'::float8"))
    end)

    it("writes dates and moments as the server does, in UTC", function()
      for _, value in ipairs { "date '2025-06-02'", "date '1999-12-31'", "date '0044-03-15 BC'", "date '0001-01-01'",
        "date '10000-02-29'", "date 'infinity'", "date '-infinity'", "timestamp '2025-06-02 10:00:00'",
        "timestamp '2025-06-02 10:00:00.50'", "timestamp '0044-03-15 01:00 BC'", "timestamptz '1969-12-31 23:59:59.000001+00'",
        "timestamptz '2025-06-02 10:00:00+02'", "timestamptz '0044-03-15 01:00 BC'", "timestamp '-infinity'",
        "timestamptz 'infinity'", "'0A000000-0000-0000-0000-00000000000b'::uuid" } do
        local ours, its = store:values(("SELECT %s, CAST(%s AS text)"):format(value, value))
        assert.equal(its, ours)
      end
      assert.equal("2025-06-02 08:00:00+00", (store:values "SELECT timestamptz '2025-06-02 10:00:00+02'"))
    end)

    it("gives the same values where a column of another type makes all of them texts", function()
      local list = [[2::int2, -3::int4, 4::int8, 0.5::float4, 0.1::float8, 12.5::numeric, true, false, 'a'::text,
        '{"a": 1}'::jsonb, date '2025-06-02', timestamp '2025-06-02 10:00:00.5', timestamptz '2025-06-02 10:00:00+02',
        '0a000000-0000-0000-0000-00000000000b'::uuid, timestamptz 'infinity']]
      local binary = table.pack(store:values("SELECT " .. list))
      local text = table.pack(store:values("SELECT " .. list .. ", ARRAY[1, 2]"))
      assert.equal("{1,2}", text[text.n])
      for i = 1, binary.n do
        assert.equal(binary[i], text[i])
        assert.equal(math.type(binary[i]), math.type(text[i]))
      end
    end)

    it("refuses what SQL cannot hold, and a wrong number of parameters", function()
      assert.equal("parley: parameter 2 is a table, which SQL cannot hold",
        raised(store.values, store, "SELECT $1, $2", params(1, {})))
      assert.equal("parley: parameter 1 is not a number (nan), which SQL cannot hold",
        raised(store.values, store, "SELECT $1", params(0 / 0)))
      assert.equal("parley: the SQL statement has 2 parameters, 1 values were given",
        raised(store.values, store, "SELECT $1, $2::text", params(1)))
      assert.equal("bad_encoding", code_of(store.values, store, "SELECT $1", params "a\0b"))
      assert.equal(7, echo(7))
    end)

    it("takes more parameters than fit beside the call", function()
      local list, marks = { n = 400 }, {}
      for i = 1, 400 do list[i], marks[i] = i, "$" .. i end
      local sum = store:values("SELECT " .. table.concat(marks, " + "), list)
      assert.equal(400 * 401 // 2, sum)
    end)
  end)

  describe("rows", function()
    before_each(function()
      store:exec "CREATE TABLE t(a bigint PRIMARY KEY, b text, c bigint)"
      store:exec "INSERT INTO t VALUES (1, 'x', 1), (2, NULL, 0), (3, 'z', 7)"
    end)

    it("come as tables, with other names and types where these are given", function()
      assert.same({ { a = 1, b = "x", c = 1 }, { a = 2, c = 0 }, { a = 3, b = "z", c = 7 } },
        collect(store:rows "SELECT * FROM t ORDER BY a"))
      assert.same({ { k = 1, flag = true }, { k = 2, flag = false }, { k = 3, flag = 7 } },
        collect(store:rows("SELECT a, c FROM t ORDER BY a", nil, { "k", "flag" }, { "integer", "boolean" })))
      assert.equal("parley: the query has 2 columns, 1 names were given",
        raised(store.rows, store, "SELECT a, b FROM t", nil, { "a" }))
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

    it("of the same SQL can be read one inside the other", function()
      local pairs_of = {}
      for outer in store:rows("SELECT a FROM t WHERE a < $1 ORDER BY a", params(3)) do
        for inner in store:rows("SELECT a FROM t WHERE a < $1 ORDER BY a", params(3)) do
          pairs_of[#pairs_of + 1] = outer.a * 10 + inner.a
        end
      end
      assert.same({ 11, 12, 21, 22 }, pairs_of)
    end)

    it("stay what they were while the loop writes", function()
      local seen = {}
      for a, b in store:each "SELECT a, b FROM t ORDER BY a" do
        seen[#seen + 1] = a .. (b or "-")
        store:run("INSERT INTO t VALUES ($1, 'new', 0)", params(a + 100))
        store:run("DELETE FROM t WHERE a = 3")
      end
      assert.same({ "1x", "2-", "3z" }, seen)
      assert.equal(5, (store:values "SELECT count(*) FROM t"))
    end)

    it("can be read in more queries at a time than the cache keeps", function()
      local steps = {}
      for i = 1, 150 do steps[i] = store:rows("SELECT $1 AS n, generate_series(1, 3), " .. i, params(i)) end
      local sum = 0
      for round = 1, 3 do
        for i = 1, 150 do sum = sum + steps[i]().n * round end
      end
      assert.equal(150 * 151 // 2 * 6, sum)
    end)

    it("can be left, and their connection used at once", function()
      local function leave()
        for n in store:each "SELECT generate_series(1, 20000000)" do
          if n == 2 then break end
        end
      end
      leave()
      pcall(function()
        for n in store:each "SELECT generate_series(1, 20000000)" do assert(n < 2, "out") end
      end)
      assert.equal(1, (store:values "SELECT 1"))
      store:exec "BEGIN; INSERT INTO t VALUES (9, 'nine', 9)"
      leave()
      store:run "INSERT INTO t VALUES (10, 'ten', 10)"
      store:exec "COMMIT"
      assert.equal(5, (store:values "SELECT count(*) FROM t"))
    end)

    it("are collected with a coroutine that is dropped", function()
      do
        local reader = coroutine.wrap(function()
          for row in store:rows "SELECT a FROM t ORDER BY a" do coroutine.yield(row.a) end
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
      local other <close> = server.another(schema)
      other:exec "ALTER TABLE t ADD COLUMN d bigint DEFAULT 5"
      assert.same({ { a = 1, b = "x", c = 1, d = 5 } }, collect(store:rows "SELECT * FROM t WHERE a = 1"))
      store:exec "BEGIN; INSERT INTO t(a) VALUES (7)"
      other:exec "SELECT 1"
      store:exec "ALTER TABLE t DROP COLUMN d"
      assert.same({ 1, "x", 1 }, { store:values "SELECT * FROM t WHERE a = 1" })
      store:exec "COMMIT"
      assert.equal(4, (store:values "SELECT count(*) FROM t"))
    end)

    it("take little memory, however many they are", function()
      local function kilobytes()
        for line in io.lines "/proc/self/status" do
          local n = line:match "^VmRSS:%s*(%d+)"
          if n then return tonumber(n) end
        end
      end
      if (os.getenv "PARLEY_BUILD" or ""):find "asan" then return pending "sanitizers take memory of their own" end
      if not io.open "/proc/self/status" then return pending "the system does not tell" end
      local first, last
      for n in store:each "SELECT g, repeat('x', 500) FROM generate_series(1, 200000) g" do
        if n == 20000 then first = kilobytes() end
        last = n == 200000 and kilobytes() or last
      end
      assert.is_true(last - first < 8000, ("%d kB more"):format(last - first))
    end)

    it("are refused with more values than a statement can take", function()
      local done, err = pcall(store.values, store, "SELECT 1", { n = 70000 })
      assert.is_false(done)
      assert.equal("too_large", err.code)
      assert.matches("at most 65535 values", tostring(err), 1, true)
    end)

    it("raise in the middle", function()
      local step = store:rows "SELECT 1 / (2 - x) AS n FROM generate_series(1, 3) AS x"
      assert.same({ n = 1 }, step())
      assert.equal("parley: division by zero", raised(step))
      assert.is_nil(step())
      local other = store:rows "SELECT 1 / (2 - x) AS n FROM generate_series(1, 3) AS x"
      assert.equal(1, (store:values "SELECT 1")) -- the rest is read into memory, its failure too
      assert.same({ n = 1 }, other())
      assert.equal("parley: division by zero", raised(other))
    end)

    it("do not end at a missing value in front", function()
      local seen = {}
      for a, b in store:each "SELECT NULL::int, NULL::int UNION ALL SELECT 1, 2" do seen[#seen + 1] = { a, b } end
      assert.equal(2, #seen)
      assert.equal(core.null, seen[1][1])
    end)

    it("fill a Frame", function()
      local frame = store:frame("SELECT a, b, c = 1 AS one, a / 2.0::float8 AS half, c FROM t ORDER BY a", nil,
        { "a", "b", "one", "half", "flag" }, { "integer", "text", "boolean", "number", "any" })
      assert.same({ "a", "b", "one", "half", "flag" }, frame:columns())
      assert.same({ "integer", "text", "boolean", "number", "integer" }, frame:types())
      assert.equal(3, #frame)
      assert.same({ "integer", "text" }, store:frame("SELECT a, b FROM t WHERE a = 2", nil, nil, { "integer" }):types())
    end)
  end)

  describe("statements", function()
    before_each(function() store:exec "CREATE TABLE t(a bigint PRIMARY KEY, b text)" end)

    it("tell what they have changed, and what they return first", function()
      assert.same({ 1, 41 }, { store:run("INSERT INTO t VALUES ($1, $2) RETURNING a", params(41, "x")) })
      assert.same({ 2, 42 }, { store:run "INSERT INTO t VALUES (42, 'y'), (43, 'z') RETURNING a" })
      assert.equal(3, (store:run "UPDATE t SET b = 'w'"))
      assert.equal(0, (store:run "DELETE FROM t WHERE a = 1"))
      assert.equal(0, (store:run "CREATE TABLE u(x int)"))
      assert.equal(0, (store:run "SELECT a FROM t"))
      assert.equal(6, store:total_changes())
    end)

    it("do all of their work, also where only their first row is read", function()
      assert.equal(1, (store:values "INSERT INTO t SELECT g, 'x' FROM generate_series(1, 50000) g RETURNING a"))
      assert.equal(50000, (store:values "SELECT count(*) FROM t"))
      assert.equal(50000, store:total_changes())
    end)

    it("run one by one, in exec any number", function()
      assert.equal("parley: more than one SQL statement; give one at a time",
        raised(store.run, store, "SELECT 1; SELECT 2"))
      assert.equal(1, (store:values "SELECT 1; -- and a comment\n ; /* another; */ "))
      assert.equal(";", (store:values "SELECT ';' /* ; */"))
      assert.equal("a';$x$", (store:values "SELECT $tag$a';$x$$tag$"))
      for _, sql in ipairs { "", "  ", "-- nothing" } do
        assert.equal("parley: the SQL statement is empty", raised(store.run, store, sql))
      end
      assert.equal("parley: the SQL statement holds a NUL byte", raised(store.values, store, "SELECT 1\0; SELECT 2"))
      assert.equal("parley: the SQL statement holds a NUL byte", raised(store.exec, store, "SELECT 1\0"))
    end)

    it("show their columns without running", function()
      assert.same({ { name = "a", decltype = "bigint", table = "t", column = "a" },
        { name = "c", decltype = "text", table = "t", column = "b" }, { name = "n", decltype = "bigint" },
        { name = "list", decltype = "integer[]" } },
        store:columns "SELECT a, b AS c, a + 1 AS n, ARRAY[1] AS list FROM t WHERE a > $1")
      assert.same({}, store:columns "DELETE FROM t")
    end)

    it("that only select are told from the others", function()
      for sql, only in pairs {
        ["SELECT a FROM t"] = true, ["VALUES (1)"] = true, ["WITH c AS (SELECT 1) SELECT * FROM c"] = true,
        ["SELECT 'DELETE' AS \"update\""] = true, ["-- DELETE\nSELECT 1"] = true, ["DELETE FROM t"] = false,
        ["WITH gone AS (DELETE FROM t RETURNING a) SELECT * FROM gone"] = false, ["SELECT a INTO u FROM t"] = false,
        ["CREATE TABLE v(x int)"] = false, ["SET search_path TO x"] = false,
      } do
        assert.equal(only, store:selects_only(sql), sql)
      end
    end)
  end)

  describe("in a transaction", function()
    local function numbers()
      return (store:values "SELECT coalesce(string_agg(a::text, ' ' ORDER BY a), '') FROM t")
    end

    before_each(function() store:exec "CREATE TABLE t(a bigint PRIMARY KEY)" end)

    local function add(n) store:run("INSERT INTO t VALUES ($1)", params(n)) end

    it("a statement that fails undoes itself alone", function()
      store:exec "BEGIN"
      assert.is_true(store:in_transaction())
      assert.equal("sql", code_of(store.values, store, "SELECT 1 / 0"))
      add(1)
      assert.equal("duplicate", code_of(add, 1))
      add(2)
      assert.equal("sql", code_of(store.values, store, "SELECT gibberish"))
      assert.equal("duplicate", code_of(store.exec, store, "INSERT INTO t VALUES (3); INSERT INTO t VALUES (2)"))
      add(4)
      assert.equal("sql", code_of(store.columns, store, "SELECT gibberish"))
      assert.equal("duplicate", code_of(store.run, store, "INSERT INTO t SELECT 5 - x FROM generate_series(0, 1) x"))
      for a in store:each "SELECT a FROM t" do
        assert.equal("duplicate", code_of(add, a))
      end
      store:exec "COMMIT"
      assert.is_false(store:in_transaction())
      assert.equal("1 2 4", numbers())
    end)

    it("savepoints keep and undo as on SQLite", function()
      store:exec "BEGIN"
      add(1)
      store:exec "SAVEPOINT outside"
      add(2)
      store:exec "SAVEPOINT inside"
      add(3)
      assert.equal("duplicate", code_of(add, 3))
      add(4)
      store:exec "ROLLBACK TO inside; RELEASE inside"
      assert.equal("1 2", numbers())
      assert.equal("duplicate", code_of(add, 2))
      add(5)
      store:exec "SAVEPOINT inside"
      assert.equal("duplicate", code_of(add, 5))
      add(6)
      assert.equal("duplicate", code_of(add, 5))
      store:exec "RELEASE inside"
      assert.equal("duplicate", code_of(add, 6))
      add(7)
      store:exec "RELEASE outside"
      assert.equal("duplicate", code_of(add, 7))
      assert.equal("1 2 5 6 7", numbers())
      store:exec "ROLLBACK"
      assert.equal("", numbers())
    end)

    it("names of savepoints may be nested deeply, and used twice", function()
      store:exec "BEGIN"
      for i = 1, 60 do
        store:exec "SAVEPOINT again"
        add(i)
      end
      for _ = 1, 30 do store:exec "ROLLBACK TO again; RELEASE again" end
      for _ = 1, 30 do store:exec "RELEASE again" end
      store:exec "COMMIT"
      assert.equal(30, (store:values "SELECT count(*) FROM t"))
    end)

    it("a commit that cannot be is told, and nothing is kept", function()
      store:exec "CREATE TABLE u(a bigint REFERENCES t(a) DEFERRABLE INITIALLY DEFERRED)"
      store:exec "BEGIN"
      add(1)
      store:run "INSERT INTO u VALUES (2)"
      assert.equal("constraint", code_of(store.exec, store, "COMMIT"))
      assert.is_false(store:in_transaction())
      assert.equal("", numbers())
    end)
  end)

  it("is a value that says what it is, without a password", function()
    local address = server.address():gsub("parley@", "parley:secret-word@")
    local other <close> = assert(core.open_postgres(require "parley.postgres", address, {}))
    assert.matches("^parley%.Store %(postgresql://parley@127%.0%.0%.1:%d+/talks%)$", tostring(other))
    other:close()
    other:close()
    assert.equal("parley.Store (closed)", tostring(other))
    assert.is_false(other:is_open())
    assert.equal("parley: the dataset is closed; open it again", raised(other.values, other, "SELECT 1"))
  end)

  it("tells loops that it is closed", function()
    local other = server.another(schema)
    local step = other:rows "SELECT generate_series(1, 100000)"
    step()
    other:close()
    assert.equal("parley: the dataset of this query is closed; open it again and ask anew", raised(step))
  end)

  it("opened for reading refuses to write", function()
    local other <close> = server.another(schema, { mode = "ro" })
    assert.is_true(other:readonly())
    assert.equal("permission", code_of(other.exec, other, "CREATE TABLE t(a int)"))
    assert.equal(1, (other:values "SELECT 1"))
  end)

  it("stops what takes too long, and can be used again", function()
    store:limit { time_ms = 60 }
    local started = os.time()
    for _, method in ipairs { "values", "exec", "frame", "rows" } do
      assert.equal("parley: stopped after 60 ms, the limit set by the host",
        raised(store[method], store, "SELECT pg_sleep(30)"))
    end
    assert.equal("limit", code_of(function()
      for _ in store:each "SELECT generate_series(1, 100000000)" do end
    end))
    assert.is_true(os.time() - started < 10)
    assert.equal(1, (store:values "SELECT 1"))
    store:exec "BEGIN; CREATE TABLE t(a int); INSERT INTO t VALUES (1)"
    assert.equal("limit", code_of(store.values, store, "SELECT pg_sleep(30)"))
    store:exec "COMMIT"
    assert.equal(1, (store:values "SELECT count(*) FROM t"))
  end)

  it("bounds the memory of a Frame, and of rows that are read aside", function()
    store:limit { memory = 100000 }
    local many = "SELECT x, 'text ' || x FROM generate_series(1, 100000) x"
    assert.equal("limit", code_of(store.frame, store, many))
    local step = store:rows(many)
    assert.equal(1, (store:values "SELECT 1"))
    assert.equal("limit", code_of(step))
    assert.equal(100, #store:frame "SELECT x, 'text ' || x FROM generate_series(1, 100) x")
  end)
end)
