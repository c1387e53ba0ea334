-- join{within = days}: rows meet the nearest day on the other side, and dates that are not one day meet none.
-- Holds: query.nearest

local both = require "spec.support.both_engines"
local core = require "parley.core"
local parley = require "parley"

local function frame(names, types, ...)
  local rows, lists = { ... }, {}
  for at in ipairs(names) do
    lists[at] = {}
    for i, row in ipairs(rows) do lists[at][i] = row[at] or nil end
  end
  return core.frame_new(names, types, #rows, lists)
end

describe("a join within days", function()
  local met = frame({ "id", "date", "k" }, { "text", "date", "text" }, { "a", "2025-06-02", "x" },
    { "b", "2025-06-10", "x" }, { "c", "2025-06", "x" }, { "d", false, "x" }, { "e", "2025-07-20", "x" },
    { "f", "2025-06-03", "y" }, { "g", "2025-06-02", false })
  local near = frame({ "rid", "date", "k" }, { "text", "date", "text" }, { "A", "2025-06-01", "x" },
    { "B", "2025-06-04", "x" }, { "C", "2025-06-08", "x" }, { "D", "2025-07", "x" }, { "E", "2025-06-12", "x" },
    { "F", "2025-06-06", "y" }, { "G", "2025-06-02", false })

  local function joined(given, ...)
    local columns = { ... }
    return both.answers(function(left, right)
      local q = left:join(right, given)
      return #columns > 0 and q:sort("id", columns[2] or "id"):select(table.unpack(columns)) or q
    end, met, near)
  end

  it("takes the nearest day, all that are equally near, and of the other keys equal ones", function()
    local found = joined({ on = { "k", "date" }, within = 5 }, "id", "rid", "right_date")
    assert.same({ "a A 2025-06-01", "b C 2025-06-08", "b E 2025-06-12", "f F 2025-06-06" }, found.rows)
    assert.same({ "text", "text", "date" }, found.types)
    assert.same({ "a A 2025-06-01" }, joined({ on = { "k", "date" }, within = 1 }, "id", "rid", "right_date").rows)
    assert.same({}, joined({ on = { "k", "date" }, within = 0 }, "id", "rid", "right_date").rows)
  end)

  it("takes keys for one only where they are equal", function()
    local left = frame({ "n", "date" }, { "number", "date" }, { 0.1, "2025-06-02" })
    local right = frame({ "n", "date" }, { "number", "date" }, { 0.1, "2025-06-05" }, { 0.1 + 1e-16, "2025-06-02" })
    local found = both.answers(function(a, b) return a:join(b, { on = { "n", "date" }, within = 5 }) end, left, right)
    assert.equal(1, #found.rows)
    assert.matches("2025-06-05", found.rows[1], 1, true)
  end)

  it("tells the dates of several days on either side, which are near none", function()
    assert.same({ "1 row has a date of several days in date, which is near none; start(date) is one day",
      "1 row on the right has a date of several days in date, which is near none; start(date) is one day" },
      joined({ on = { "k", "date" }, within = 5 }).notes)
  end)

  it("keeps the rows without a partner to the left, with what says that they have none", function()
    local found = joined({ on = { "k", "date" }, within = 2, kind = "left" }, "id", "rid", "right_k", "right_date")
    assert.same({ "a A x 2025-06-01", "b C x 2025-06-08", "b E x 2025-06-12", "c - - -", "d - - -", "e - - -",
      "f - - -", "g - - -" }, found.rows)
    assert.same({ "id", "date", "k", "rid", "right_date", "right_k" },
      joined({ on = { "k", "date" }, within = 2, kind = "left" }).columns)
  end)

  it("is a condition as semi and anti join, and meets missing keys where that is asked for", function()
    assert.same({ "a", "b" }, joined({ on = { "k", "date" }, within = 2, kind = "semi" }, "id").rows)
    assert.same({ "c", "d", "e", "f", "g" }, joined({ on = { "k", "date" }, within = 2, kind = "anti" }, "id").rows)
    assert.same({ "a A", "b C", "b E", "g G" },
      joined({ on = { "k", "date" }, within = 2, missing = "match" }, "id", "rid").rows)
    assert.same({ "a A", "b C", "b E", "c -", "d -", "e -", "f -", "g G" },
      joined({ on = { "k", "date" }, within = 2, missing = "match", kind = "left" }, "id", "rid").rows)
  end)

  it("refuses what says no day, two, or several partners where one was expected", function()
    local function refusal(given)
      return both.refusal(function(left, right) return left:join(right, given):count() end, met, near)
    end
    assert.equal("join{within = days} takes one pair of dates in on, and found none",
      refusal { on = "k", within = 5 })
    assert.equal("within of join(), in days, must be a whole number, 0 or more, not -1",
      refusal { on = "date", within = -1 })
    assert.equal("join() expects one partner for a row, but 2025-06-08, 2025-06-12 are equally near to 2025-06-10",
      refusal { on = { "k", "date" }, within = 5, expect = "one" })
  end)

  it("goes over datasets and Frames, along with as_of() after it", function()
    local ds = parley.open ":memory:"
    ds:add("sources", { id = "s", published = "2025-06-01" })
    ds:add("sources", { id = "late", published = "2025-07-01" })
    ds:add("talks", { id = "r1", date = "2025-05-16" }, { source = "s" })
    ds:add("talks", { id = "r2", date = "2025-06-02" }, { source = "late" })
    ds:add("demands", { id = "d1", made = "2025-06-01" }, { source = "s" })
    local day = { on = { made = "date" }, within = 30 }
    local function partner(q) return q:select("id", "talks_id"):first().talks_id end
    local q = ds.demands:join(ds.talks, day)
    assert.equal("r2", partner(q))
    assert.equal("r1", partner(q:as_of "2025-06-01"))
    assert.equal("r2", partner(ds.demands:join(ds.talks:frame(), day):with("right_id as talks_id")))
    assert.equal("r2", partner(ds.demands:frame():join(ds.talks, day)))
    ds:add("talks", { id = "r3", date = "2025-06-01" }, { source = "s" })
    assert.equal("r3", partner(q))          -- what is near is found when it is asked for
  end)
end)
