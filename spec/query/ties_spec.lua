-- Rows level with the last that a limit keeps, counted over nothing but the keys.
-- Holds: query.ties, query.carried

local both = require "spec.support.both_engines"
local parley = require "parley"
local ties = require "parley.query.ties"

describe("ties", function()
  local keys = parley.frame { { n = 3, k = "a" }, { n = 2, k = "b" }, { n = 2, k = "b" }, { n = 2 }, { n = 2 }, {}, {} }

  it("are the rows behind the last one with its keys, missing ones too", function()
    for n, wanted in pairs { [0] = 0, [1] = 0, [2] = 1, [3] = 0, [4] = 1, [5] = 0, [6] = 1, [7] = 0, [9] = 0 } do
      assert.equal(wanted, ties.count(keys, { n = n }))
    end
    assert.equal(1, ties.count(keys, { n = 1, offset = 1 }))
  end)

  it("of dates have the same days, however they are written", function()
    local ds <close> = parley.open ":memory:"
    ds:add("sources", { id = "s" })
    for i, day in ipairs { "2025-05", "2025-06", "2025-06-01/2025-06-30", "2025-06?", "2025-07" } do
      ds:add("talks", { id = "t" .. i, date = day }, { source = "s" })
    end
    local days = ds.talks:sort("date"):select "date"
    assert.equal(2, ties.count(days, { n = 2 }))
    assert.equal(4, ds.talks:sort("date"):limit(2, { ties = true }):count())
    assert.equal(4, ds.talks:frame():sort("date"):limit(2, { ties = true }):count())
    assert.equal(2, ds.talks:sort("date"):limit(2):notes()[1].count)
  end)

  it("are told where select, with and conditions stand between the sort and the limit", function()
    local rows = parley.frame { { a = 1, b = "x" }, { a = 2, b = "y" }, { a = 2, b = "z" }, { a = 3, b = "w" } }
    local function said(make)
      local found = both.answers(make, rows).notes
      return found[1] and found[1]:match "^%d+ rows?" or "none"
    end
    assert.equal("1 row", said(function(q) return q:sort("a"):select("b"):limit(2) end))
    assert.equal("1 row", said(function(q) return q:sort("a"):with("a * 2 as c"):select("c"):limit(2):select("c") end))
    assert.equal("1 row", said(function(q) return q:sort("a desc"):where("b != 'x'"):select("b"):limit(2) end))
    assert.equal("none", said(function(q) return q:sort("a"):where("b != 'z'"):select("b"):limit(2) end))
    assert.equal("none", said(function(q) return q:sort("a"):select("b"):limit(3) end))
    assert.equal("none", said(function(q) return q:sort("a", "b"):select("a"):limit(2) end))
    assert.equal("none", said(function(q) return q:select("b"):limit(2) end))
    assert.equal("1 row", said(function(q) return q:sort("a"):select("b"):where("b != 'x'"):limit(1) end))
    assert.equal("1 row", said(function(q)
      return q:sort("a desc"):with("a + 1 as a"):where("b != 'x'"):select("b as a"):where("a != 'w'"):limit(1)
    end))
  end)

  local more = parley.frame { { a = 1, b = "x" }, { a = 2, b = "y" }, { a = 2, b = "z" }, { a = 3, b = "w" },
    { b = "v" }, { b = "u" } }

  it("are taken in by the sort that stands before, whatever select, with and conditions make of its rows", function()
    local function taken(make) return table.concat(both.answers(make, more).rows, ";") end
    local with_ties = { ties = true }
    assert.equal("x;y;z", taken(function(q) return q:sort("a"):select("b"):limit(2, with_ties) end))
    assert.equal("w;y;z", taken(function(q) return q:sort("a desc"):select("b"):limit(2, with_ties) end))
    assert.equal("y;z", taken(function(q) return q:sort("a"):select("b"):where("b != 'x'"):limit(1, with_ties) end))
    assert.equal("2 y;2 z", taken(function(q) return q:sort("a"):where("a > 1"):limit(1, with_ties) end))
    -- a column of the key's name that is none of its values
    assert.equal("3 1 w;3 1 y;3 1 z", taken(function(q)
      return q:sort("a desc"):with("1 as b", "b as c", "3 as a"):limit(2, with_ties)
    end))
    -- a key that no column has, among several; an offset; the same limit behind it once more
    assert.equal("5 y;5 z", taken(function(q)
      return q:sort("a is nil", "a * 0 + 1", "fold(b) = 'x' desc", "a"):with("a + 3 as a"):limit(1, 1, with_ties)
    end))
    assert.equal("y", taken(function(q) return q:sort("a"):select("b"):limit(2, with_ties):sort("b"):limit(1, 1) end))
    assert.equal("u", taken(function(q)
      return q:sort("a"):select("b"):limit(5, with_ties):sort("b"):select("b"):limit(1, with_ties)
    end))
  end)

  it("are refused with what stands between the sort and the limit", function()
    local function refusal(make) return both.refusal(make, more) end
    assert.equal("limit(n, {ties = true}) needs a sort() before it, whose order says what stands level",
      refusal(function(q) return q:select("a"):limit(1, { ties = true }) end))
    assert.equal("limit(n, {ties = true}) does not see the order of sort() behind distinct(); put it before distinct(), "
      .. "or sort() again", refusal(function(q) return q:sort("a"):distinct("b"):select("b"):limit(1, { ties = true }) end))
    assert.matches("behind with() after by();", refusal(function(q)
      return q:sort("a"):by("b"):with("cumsum(a) as s"):limit(1, { ties = true })
    end), 1, true)
    -- its columns are values, and the limit is bound while it runs
    assert.matches("behind select();", refusal(function(q)
      return q:pivot({ rows = "a", columns = "b" }):sort("a"):select("a"):limit(1, { ties = true }):all()
    end), 1, true)
    assert.same({ "1" }, both.answers(function(q)
      return q:where("b = 'x'"):pivot({ rows = "a", columns = "b" }):sort("a"):where("a > 0"):limit(1, { ties = true })
        :select("a")
    end, more).rows)
  end)
end)
