-- join(): which missing keys meet, and other sides in another store.
-- Holds: query.steps.join, query.join_shape

local both = require "spec.support.both_engines"
local parley = require "parley"

describe("a join with missing = \"match\"", function()
  local left = parley.frame { { g = "a", k = 1, n = 1 }, { g = "a", n = 2 }, { k = 1, n = 3 }, { n = 4 } }
  local right = parley.frame { { g = "a", k = 1, m = 10 }, { m = 20 }, { g = "a", m = 30 } }

  it("has missing keys meet missing ones, in each kind", function()
    local function joined(kind, missing)
      return both.answers(function(a, b) return a:join(b, { on = { "g", "k" }, kind = kind, missing = missing })
        :sort("n"):select("n") end, left, right).rows
    end
    assert.same({ "1", "2", "4" }, joined("inner", "match"))
    assert.same({ "1" }, joined "inner")
    assert.same({ "1", "2", "4" }, joined("semi", "match"))
    assert.same({ "3" }, joined("anti", "match"))
    assert.same({ "2", "3", "4" }, joined "anti")
    assert.same({ "1", "2", "3", "4" }, joined("left", "match"))
  end)

  it("does so for every type, and takes a value for no missing one", function()
    for _, given in ipairs { { 0, 7 }, { 0.0, 7.5 }, { "", "x" }, { false, true }, { "2025", "2025-06-02" } } do
      local f = parley.frame { { k = given[1], n = 1 }, { k = given[2], n = 2 }, { n = 3 } }
      local found = both.answers(function(a, b) return a:join(b, { on = "k", missing = "match" }):sort("n")
        :select("n", "right_n") end, f, f)
      assert.same({ "1 1", "2 2", "3 3" }, found.rows)
    end
  end)

  it("counts missing keys where one partner is expected", function()
    local twice = parley.frame { { m = 1 }, { m = 2 }, { g = "a", m = 3 } }
    assert.equal(4, #both.answers(function(a, b) return a:join(b, { on = "g", kind = "left", expect = "one" }) end,
      left, twice).rows)
    assert.truthy(both.refusal(function(a, b)
      return a:join(b, { on = "g", kind = "left", expect = "one", missing = "match" }):frame()
    end, left, twice):find("g = nil stands on the right 2 times", 1, true))
  end)
end)

describe("a join with rows of another store", function()
  it("goes along with a later as_of(), as one in the same store does", function()
    local ds <close> = parley.open()
    local other <close> = parley.open()
    local function status(right)
      return ds.talks:where { id = "r2" }:select("id"):join(right.talks:select("id", "status"), { on = "id" })
        :as_of "2025-06-01":one().status
    end
    assert.equal("scheduled", status(ds))
    assert.equal("scheduled", status(other))
    assert.equal("held", ds.talks:where { id = "r2" }:select("id")
      :join(other.talks:select("id", "status"), { on = "id" }):one().status)
  end)
end)
