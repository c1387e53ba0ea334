-- What a strict dialect wants of queries: the same rows, in the same order, as SQLite gives of the same Frame.
-- Holds: query.sql.strict

local frame_copies = require "parley.query.sql.frame_copies"
local parley = require "parley"
local query_of = require "spec.support.frame_query"
local server = require "spec.support.server"

local needed = server.needed(describe, it, pending)

local store, schema, of_sqlite

local function setup_server()
  store, schema = server.store { dialect = require "parley.query.sql.dialect.postgres" }
  store:exec(store.dialect.beforehand(store.dialect.quote(schema)))
  store:exec(store.dialect.enter(schema))
  of_sqlite = frame_copies.store
end

-- Rows of the same query on both.
local function both(make)
  local function rows_of(f) return make(query_of(f, "sql")):frame():all() end
  local function frame()
    return parley.frame({ { n = 2, t = "b", d = "2025-06", k = true }, { n = 1, t = "a", d = "2025-05-31", k = false },
      { n = 2, t = "b", d = "2025-06", k = true }, { t = "", n = 1, d = "2025" }, { n = 3 } },
      { columns = { "n", "t", "d", "k" } })
  end
  local here = rows_of(frame())
  frame_copies.store = function() return store end
  local done, there = pcall(rows_of, frame())
  frame_copies.store = of_sqlite
  assert.is_true(done, tostring(there))
  assert.same(here, there)
  return there
end

needed("a strict dialect", function()
  setup(setup_server)
  teardown(function() server.drop(store, schema) end)

  it("keeps rows that an order leaves level where they stood", function()
    both(function(q) return q:sort("n"):by("k"):with("row_number() as place", "lead(n, 2) as m") end)
    assert.equal("b", both(function(q) return q:sort("k desc") end)[1].t)
  end)

  it("tells rows apart in an order that they do not show", function()
    assert.equal(4, #both(function(q) return q:sort("n desc", "t"):distinct() end))
    both(function(q) return q:sort("d"):distinct("n"):limit(2) end)
  end)

  it("fills places that only its texts have", function()
    local rows = both(function(q)
      return q:by("true"):with("hash(n, t) as h", "lag(n, 2) as before", "lead(n) as after")
        :select("h", "before", "after")
    end)
    assert.equal(2, rows[3].before)
    assert.equal(1, rows[1].after)
    assert.equal(rows[1].h, rows[3].h)
  end)

  it("gives what is missing in the margins of a pivot the type of its column", function()
    local rows = both(function(q)
      return q:pivot { rows = { "n", "d", "k", "t as t2" }, columns = "t", values = "count()", margins = true }
    end)
    assert.is_nil(rows[#rows].n)
    assert.equal(5, rows[#rows].total)
  end)

  it("groups by dates and by constants", function()
    both(function(q) return q:by("d"):summarise("count() as c", "max(t) as t") end)
    both(function(q) return q:by("nil as nothing", "t"):count() end)
  end)

  it("takes what is missing for a value of any type", function()
    both(function(q) return q:with("coalesce(nil, n) as m", "if(k, nil, t) as s"):sort("m", "s") end)
  end)

  it("orders texts byte by byte, whatever the database is ordered by", function()
    local f = parley.frame { { t = "b" }, { t = "B" }, { t = "_" }, { t = "a" }, { t = "é" } }
    frame_copies.store = function() return store end
    local texts = {}
    for row in query_of(f, "sql"):with("t .. '' as u"):sort("u"):rows() do texts[#texts + 1] = row.u end
    frame_copies.store = of_sqlite
    assert.same({ "B", "_", "a", "b", "é" }, texts)
  end)

  it("says which functions the database has not, before it runs", function()
    frame_copies.store = function() return store end
    local done, problem = pcall(function()
      return query_of(parley.frame { { t = "b" } }, "sql"):select("sortkey(t) as k"):sql()
    end)
    frame_copies.store = of_sqlite
    assert.is_false(done)
    assert.equal("unknown_function", problem.code)
    assert.is_truthy(tostring(problem):find("sortkey() cannot be asked of PostgreSQL", 1, true))
  end)
end)
