-- Many rows into a table of a server: from an iterator or a Frame, all of them or none.

require "parley.base.errors"
local core = require "parley.core"
local server = require "spec.support.server"
local stores = require "spec.support.stores"

local code_of, raised, params = stores.code_of, stores.raised, stores.params

server.needed(describe, it, pending)("rows that are copied in", function()
  local store, schema

  before_each(function()
    store, schema = server.store()
    store:exec "CREATE TABLE t(a bigint PRIMARY KEY, x double precision, ok boolean, b text)"
  end)
  after_each(function() server.drop(store, schema) end)

  local TYPES, INTO = { "integer", "number", "boolean", "text" }, "t(a, x, ok, b)"

  -- An iterator over a list of rows, { n = 4, … } each.
  local function each(rows)
    local at = 0
    return function()
      at = at + 1
      if rows[at] then return table.unpack(rows[at], 1, 4) end
    end
  end

  local function all() return store:frame("SELECT a, x, ok, b FROM t ORDER BY a", nil, nil, TYPES):all() end
  local function count() return (store:values "SELECT count(*) FROM t") end

  it("are those of an iterator, whatever is missing", function()
    local rows = { { 1, 0.5, true, "Київ" }, { 2, 3, false, "" }, { 3, core.null, 1, core.null }, { 4 },
      { math.mininteger, -1e300, 0, ("x"):rep(200000) } }
    assert.equal(5, store:copy_in(INTO, TYPES, each(rows)))
    assert.same({ { a = math.mininteger, x = -1e300, ok = false, b = ("x"):rep(200000) },
      { a = 1, x = 0.5, ok = true, b = "Київ" }, { a = 2, x = 3.0, ok = false, b = "" }, { a = 3, ok = true },
      { a = 4 } }, all())
    assert.equal(5, store:total_changes())
    assert.equal(0, store:copy_in(INTO, TYPES, each {}))
  end)

  it("are those of a loop over another store, whose end it closes", function()
    local sqlite <close> = assert(core.open(":memory:", { mode = "memory" }))
    local sql = stores.count_to(30000) .. "SELECT x, x / 2.0, x % 2, 'row ' || x FROM c"
    local step, state, control, closing <close> = sqlite:each(sql)
    assert.equal(30000, store:copy_in(INTO, TYPES, step, state, control))
    assert.same({ 30000, 30000 * 30001 // 2, 15000 }, { store:values [[SELECT count(*), sum(a)::bigint,
      count(*) FILTER (WHERE ok) FROM t]] })
    assert.is_truthy(closing)
  end)

  it("are those of a Frame", function()
    local frame = store:frame [[SELECT g, g / 4.0::float8, g % 3 = 0, CASE WHEN g % 5 > 0 THEN 'text ' || g % 100 END
      FROM generate_series(1, 20000) g]]
    assert.equal(20000, store:copy_in(INTO, TYPES, frame))
    assert.same(frame:all(), store:frame([[SELECT a AS g, x AS "?column?", ok AS "?column?_2", b FROM t ORDER BY a]], nil,
      frame:columns()):all())
  end)

  it("are all refused with one that does not fit, and the store goes on", function()
    assert.equal("parley: row 2: column 1 takes integer, not string",
      raised(store.copy_in, store, INTO, TYPES, each { { 1 }, { "two" } }))
    assert.equal("bad_type", code_of(store.copy_in, store, INTO, TYPES, each { { 1, 1, 7 } }))
    assert.equal("bad_type", code_of(store.copy_in, store, INTO, TYPES, each { { 1, 1, true, {} } }))
    assert.equal("duplicate", code_of(store.copy_in, store, INTO, TYPES, each { { 1 }, { 2 }, { 1 } }))
    assert.equal("sql", code_of(store.copy_in, store, "nowhere(a)", { "integer" }, each { { 1 } }))
    assert.equal("bad_encoding", code_of(store.copy_in, store, INTO, TYPES, each { { 1, 1, true, "a\0b" } }))
    assert.matches("out of the iterator", raised(store.copy_in, store, INTO, TYPES, function() error "out of the iterator" end),
      1, true)
    assert.equal(0, count())
    assert.is_false(store:in_transaction())
  end)

  it("undo themselves alone in a transaction", function()
    store:exec "BEGIN"
    store:run("INSERT INTO t(a) VALUES ($1)", params(1))
    assert.equal("duplicate", code_of(store.copy_in, store, INTO, TYPES, each { { 2 }, { 1 } }))
    assert.equal("bad_type", code_of(store.copy_in, store, INTO, TYPES, each { { 3 }, { false } }))
    assert.equal(2, store:copy_in(INTO, TYPES, each { { 4 }, { 5 } }))
    assert.equal("duplicate", code_of(store.run, store, "INSERT INTO t(a) VALUES ($1)", params(5)))
    store:exec "COMMIT"
    assert.equal("1 4 5", (store:values "SELECT string_agg(a::text, ' ' ORDER BY a) FROM t"))
  end)

  it("come while nothing else is asked of the connection", function()
    local function asking()
      store:values "SELECT 1"
    end
    assert.equal("locked", code_of(store.copy_in, store, INTO, TYPES, asking))
    for a in store:each "SELECT generate_series(1, 3)" do
      assert.equal(1, store:copy_in(INTO, TYPES, each { { a } }))
    end
    assert.equal(3, count())
  end)

  it("are no text that a store runs", function()
    store:exec "INSERT INTO t(a) SELECT generate_series(1, 50000)"
    for _, method in ipairs { "exec", "run", "values", "each" } do
      for _, sql in ipairs { "COPY t FROM STDIN", "COPY t TO STDOUT" } do
        assert.equal("sql", code_of(store[method], store, sql))
        assert.equal(50000, count())
      end
    end
  end)

  it("stop at the time limit, with nothing kept", function()
    store:limit { time_ms = 300 }
    local call = core.begin_call "copy"
    local n = 0
    local code = code_of(store.copy_in, store, INTO, TYPES, function()
      n = n + 1
      return n
    end)
    getmetatable(call).__close(call)
    assert.equal("limit", code)
    assert.equal(0, count())
  end)
end)
