-- union() and unpivot{}: rows below each other, on both engines; random queries over them are engines_spec's business.
-- Holds: query.steps.union, query.steps.unpivot, query.other_side, query.common_columns, query.columns.alike,
-- query.columns.other_side, query.sql.other_side, query.sql.steps.union, query.columns.steps.union,
-- query.sql.steps.unpivot, query.columns.steps.unpivot

local both_engines = require "spec.support.both_engines"
local over = require "spec.support.frame_query"
local parley = require "parley"

local ENGINES = { "columns", "sql" }
local both, rows_of = both_engines.answers, both_engines.rows

describe("union", function()
  local upper = parley.frame { { id = 1, n = 1, t = "x", yes = true }, { id = 2, n = 2, t = "y" }, { id = 3 } }
  local lower = parley.frame { { id = 9, n = 1.5, u = "k" }, { id = 8, t = "x" } }

  it("puts rows below each other, columns by name, and says what is missing where", function()
    local found = both(function(a, b) return a:union(b) end, upper, lower)
    assert.same({ "id", "n", "t", "yes", "u" }, found.columns)
    assert.same({ "integer", "number", "text", "boolean", "text" }, found.types)
    assert.same({ "1 1.0 x true -", "2 2.0 y - -", "3 - - - -", "9 1.5 - - k", "8 - x - -" }, found.rows)
    assert.same({ "the column 'u' is not in the rows above, and missing there",
      "the column 'yes' is not in the rows below, and missing there" }, found.notes)
  end)

  it("keeps the order of each side, and what each side left out", function()
    local found = both(function(a, b) return a:sort("id desc"):limit(2):union(b:sort("id")) end, upper, lower)
    assert.same({ "3 - - - -", "2 2.0 y - -", "8 - x - -", "9 1.5 - - k" }, found.rows)
    found = both(function(a, b) return a:by("t"):count():union(b:by("t"):count()) end, upper, lower)
    assert.same({ "x 1", "y 1", "- 1", "x 1", "- 1" }, found.rows)
  end)

  it("is read further like any rows", function()
    local found = both(function(a, b)
      return a:union(b):where("n > 1"):by("t"):summarise("sum(n) as n", "list(id) as ids")
    end, upper, lower)
    assert.same({ "y 2.0 2", "- 1.5 9" }, found.rows)
    found = both(function(a) return a:union(a):union(a):summarise("count() as rows", "count(t) as there") end, upper)
    assert.same({ "9 6" }, found.rows)
  end)

  it("waits for a side whose columns are values", function()
    local long = parley.frame { { g = "a", k = "x" }, { g = "b", k = "y" }, { g = "b", k = "y" } }
    local found = both(function(a) return a:pivot { rows = "g", columns = "k" }:union(a:pivot { rows = "g",
      columns = "k" }:where("g = 'b'")) end, long)
    assert.same({ "a 1 0", "b 0 2", "b 0 2" }, found.rows)
  end)

  it("keeps dates with their days, and joins dictionaries", function()
    local days = parley.frame { { day = "2025-06" }, { day = "2025-06-02" } }
    local found = both(function(a) return a:union(a):where("possibly(day = '2025-06-02')"):by("day"):count() end, days)
    assert.same({ "2025-06 2", "2025-06-02 2" }, found.rows)
    local long = parley.frame { { t = ("é"):rep(500) }, { t = "" } }
    assert.equal(2, both(function(a) return a:union(a):distinct() end, long).rows[2] and
      #both(function(a) return a:union(a):distinct() end, long).rows)
  end)

  it("refuses what cannot meet, with the names", function()
    for _, engine in ipairs(ENGINES) do
      local q = over(upper, engine)
      for _, case in ipairs {
        { parley.frame { { n = "one" } }, "the columns 'n' (integer) and 'n' (text) cannot come into one; make them alike "
          .. "with with(), or leave one out with select()" },
        { {}, "union() takes a query or a Frame, not a table" },
        { q:by("t"), "union() after by(): say first what to make of the groups" },
      } do
        local ok, err = pcall(q.union, q, case[1])
        assert.is_false(ok)
        assert.truthy(tostring(err):find(case[2], 1, true), tostring(err))
      end
    end
  end)

  it("keeps what was known of each side, and goes along with a later as_of()", function()
    local ds <close> = parley.open()
    local status = ds.talks:select("id", "status"):where { id = "r2" }
    assert.same({ "r2 scheduled", "r2 held" }, rows_of(status:as_of("2025-06-01"):union(status)))
    assert.same({ "r2 scheduled", "r2 scheduled" }, rows_of(status:union(status):as_of "2025-06-01"))
    local frame = status:frame()
    assert.same({ "r2 held", "r2 held" }, rows_of(status:union(frame)))
    assert.same({ "r2 held", "r2 held" }, rows_of(frame:union(status)))
    assert.same({ "Ukraine", "Ukraine" }, rows_of(ds.documents:where { id = "ua-memorandum" }:union(
      ds.documents:where { id = "ua-memorandum" }):select("author.name")))
    assert.is_false((pcall(function() return status:union(status):claims() end)))
    assert.is_false((pcall(function() return status:union(status):search "istanbul" end)))
  end)

  it("is the same over many rows, whichever the number of threads", function()
    local rows, threads = {}, parley.threads()
    finally(function() parley.threads(threads) end)
    for i = 1, 30001 do rows[i] = { n = i, even = i % 2 == 0, t = "t" .. i % 7 } end
    rows[5].even = nil
    local f = parley.frame(rows)
    for _, count in ipairs { 1, 4 } do
      parley.threads(count)
      local found = f:union(f):union(f):summarise("count()", "sum(n) as n", "count(even) as there", "sum(even) as even",
        "count_distinct(t) as t"):first()
      assert.same({ count = 90003, n = 3 * 30001 * 30002 // 2, there = 90000, even = 45000, t = 7 },
        { count = found.count, n = found.n, there = found.there, even = found.even, t = found.t })
    end
  end)
end)

describe("unpivot", function()
  local wide = parley.frame { { land = "a", ["2019"] = 3, ["2020"] = 4.5 }, { land = "b", ["2020"] = 1.5 } }

  it("makes rows of columns, in the order in which they are named", function()
    local found = both(function(q) return q:unpivot { columns = { "2020", "2019" }, names = "year", values = "n" } end, wide)
    assert.same({ "land", "year", "n" }, found.columns)
    assert.same({ "text", "text", "number" }, found.types)
    assert.same({ "a 2020 4.5", "b 2020 1.5", "a 2019 3.0", "b 2019 -" }, found.rows)
    found = both(function(q) return q:sort("land desc"):unpivot { columns = "2019" } end, wide)
    assert.same({ "2020", "land", "name", "value" }, found.columns)
    assert.same({ "1.5 b 2019 -", "4.5 a 2019 3" }, found.rows)
  end)

  it("is the way back from a pivot", function()
    local found = both(function(q)
      return q:unpivot { columns = { "2019", "2020" }, names = "year", values = "n" }
        :pivot { rows = "land", columns = "year", values = "sum(n)" }
    end, wide)
    assert.same({ "land", "2019", "2020" }, found.columns)
    assert.same({ "a 3.0 4.5", "b - 1.5" }, found.rows)
  end)

  it("takes many columns", function()
    local row, names = { id = 1 }, {}
    for i = 1, 700 do
      names[i] = ("c%03d"):format(i)
      row[names[i]] = i
    end
    local found = both(function(q) return q:unpivot { columns = names }:summarise("count()", "sum(value) as sum",
      "max(name) as last") end, parley.frame { row })
    assert.same({ "700 245350 c700" }, found.rows)
  end)

  it("refuses what it cannot do", function()
    for _, engine in ipairs(ENGINES) do
      local q = over(wide, engine)
      for _, case in ipairs {
        { { columns = { "2019", "201" } }, "no column '201' in the Frame; did you mean '2019'?" },
        { { columns = { "2019", "land" } }, "the columns '2019' (integer) and 'land' (text) cannot come into one" },
        { { columns = { "2019", "2019" } }, "unpivot{} names the column '2019' twice" },
        { { columns = { "2019" }, names = "land" }, "two columns would be called 'land'" },
        { {}, "unpivot{} needs columns = a list of names" },
        { { columns = { "2019" }, values = "" }, "values of unpivot{} is the name of a column, not empty text" },
      } do
        local ok, err = pcall(q.unpivot, q, case[1])
        assert.is_false(ok)
        assert.truthy(tostring(err):find(case[2], 1, true), tostring(err))
      end
    end
  end)

  it("keeps the order of its rows under unpivot, column by column", function()
    local upper = parley.frame { { k = 1, a = "a1", b = "b1" } }
    local lower = parley.frame { { k = 2, a = "a2", b = "b2" }, { k = 3, a = "a3", b = "b3" } }
    local found = both_engines.answers(function(one, other)
      return one:union(other):unpivot { columns = { "b", "a" }, names = "name", values = "value" }
    end, upper, lower)
    assert.same({ "1 b b1", "2 b b2", "3 b b3", "1 a a1", "2 a a2", "3 a a3" }, found.rows)
    found = both_engines.answers(function(one, other)
      return one:union(other):where("k > 0"):with("k + 1 as n"):unpivot { columns = { "b", "a" } }:select("k", "value")
    end, upper, lower)
    assert.same({ "1 b1", "2 b2", "3 b3", "1 a1", "2 a2", "3 a3" }, found.rows)
  end)
end)
