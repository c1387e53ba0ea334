-- sample(): rows drawn by their values and a seed.
-- Holds: query.steps.sample

local both = require "spec.support.both_engines"
local parley = require "parley"

local function numbers(n, from)
  local rows = {}
  for i = 1, n do rows[i] = { id = from and from - i or i } end
  return parley.frame(rows)
end

describe("sample", function()
  local f = parley.frame { { g = "a", k = "x", n = 1 }, { g = "a", k = "y", n = 2 }, { g = "b", k = "x", n = 5 },
    { k = "y", n = 4 }, { g = "b", k = "x", n = 9 } }

  it("draws the same rows on both engines, a smaller one the beginning of a larger", function()
    local function drawn(n, seed) return both.answers(function(q) return q:sample(n, seed) end, f).rows end
    assert.same({ "a y 2", "b x 9", "a x 1" }, drawn(3, 1))
    assert.same({ "a y 2", "b x 9" }, drawn(2, 1))
    assert.same({}, drawn(0, 1))
    assert.equal(5, #drawn(50, 1))
    assert.not_same(drawn(5, 1), drawn(5, 2))
  end)

  it("does not depend on the order of the rows, nor on threads", function()
    local threads = parley.threads()
    finally(function() parley.threads(threads) end)
    local up, down = numbers(20000), numbers(20000, 20001)
    local found = both.answers(function(q) return q:sample(5, 7) end, up).rows
    parley.threads(4)
    assert.same(found, both.answers(function(q) return q:sort("id"):sample(5, 7) end, down).rows)
  end)

  it("draws evenly: each half of the rows has its half of the sample, within chance", function()
    local low = numbers(20000):sample(2000, 11):where("id <= 10000"):count()
    assert.is_true(low > 900 and low < 1100, low)          -- 1000, with a deviation of 21
  end)

  it("takes each of rows that are alike, and a whole table of a dataset", function()
    local same = parley.frame { { n = 1 }, { n = 1 }, { n = 1 } }
    assert.same({ "1", "1" }, both.answers(function(q) return q:sample(2, 1) end, same).rows)
    local ds <close> = parley.open()
    local some = ds.demands:sample(4, 3)
    assert.same(some:frame():values "id", (ds.demands:sort("topic"):sample(4, 3):frame():values "id"))
    assert.same({ table.unpack(ds.demands:columns()) }, { table.unpack(some:columns()) })
    assert.equal(4, some:count())
  end)

  it("draws of rows whose columns are values, known when it runs", function()
    local found = both.answers(function(q)
      return q:pivot { rows = "n", columns = "k" }:sample(2, 1):sort("n")
    end, f)
    assert.same({ "n", "x", "y" }, found.columns)
    assert.equal(2, #found.rows)
    assert.not_same({ "1 1 0", "2 0 1" }, found.rows)
  end)

  it("wants a number and a seed", function()
    for _, case in ipairs {
      { { 3 }, "sample(n, seed) takes a whole number as its seed, such as sample(100, 1), not none" },
      { { 1, 0.5 }, "sample(n, seed) takes a whole number as its seed, such as sample(100, 1), not a float" },
      { { -1, 1 }, "sample(n, seed)" },
      { { -1 }, "-1" },
    } do
      local ok, err = pcall(f.sample, f, table.unpack(case[1]))
      assert.is_false(ok)
      assert.truthy(tostring(err):find(case[2], 1, true), tostring(err))
    end
  end)
end)
