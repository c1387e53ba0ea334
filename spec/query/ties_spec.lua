-- Rows level with the last that a limit keeps, counted over nothing but the keys.

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
  end)
end)
