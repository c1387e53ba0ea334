-- Spans: dates that last. Their length is an interval, their year that of their start, and notes say what is missing.
-- Holds: base.traits, query.span_calls

local parley = require "parley"

local SPANS = { a = "2019-07-15/2019-07-20", b = "2019-07/2019-08", c = "2019-07-20/..", e = "2019-06-03/",
  f = "2019-07", g = "2019-12-30/2020-01-02" }

local function notes(q)
  local list = {}
  for i, note in ipairs(q:notes()) do list[i] = note.note end
  return list
end

local function values(q, ...)
  local found = {}
  for row in q:select("id", ...):rows() do found[row.id] = row.x end
  return found
end

-- Over the table, its Frame, a Frame of a Frame, and columns that came by a join.
local function on_all(test)
  local ds = parley.open ":memory:"
  ds:add("sources", { id = "s" })
  for id, span in pairs(SPANS) do ds:add("outcomes", { id = id, in_force = span }, { source = "s" }) end
  local f = ds.outcomes:frame()
  test(ds.outcomes)
  test(f)
  test(f:select("id", "in_force"):frame():sort("id"))
  test(f:select("id"):join(ds.outcomes:select("id", "in_force"), { on = "id" }))
end

describe("a span", function()
  it("has a length where both ends are days, and bounds where they are recorded", function()
    on_all(function(q)
      assert.same({ a = 6, g = 4 }, values(q, "days(in_force) as x"))
      assert.same({ a = 6, b = 2, f = 1, g = 4 }, values(q, "days_low(in_force) as x"))
      assert.same({ a = 6, b = 62, f = 31, g = 4 }, values(q, "days_high(in_force) as x"))
      assert.same({ a = "2019-07-20", b = "2019-08", f = "2019-07", g = "2020-01-02" }, values(q, "until(in_force) as x"))
    end)
  end)

  it("says the bounds of its mean and median, and how many have no end", function()
    on_all(function(q)
      local all = q:summarise("mean(days(in_force)) as mean", "median(days(in_force)) as middle")
      assert.same({ mean = 5.0, middle = 5.0 }, all:first())
      assert.same({ "2 rows of in_force have no recorded end, or no beginning",
        "days(in_force) is undecided in 2 rows: dates too wide; days_low and days_high are its bounds",
        "mean(days(in_force)) lies between 3.25 and 25.75, where both ends are recorded",
        "median(days(in_force)) lies between 3 and 18.5, where both ends are recorded" }, notes(all))
      assert.same({ "left out", "undecided", "undecided", "undecided" },
        { all:notes()[1].kind, all:notes()[2].kind, all:notes()[3].kind, all:notes()[4].kind })
    end)
  end)

  it("is grouped by the day it began, which a note says", function()
    on_all(function(q)
      local years = q:by("year(in_force) as y"):count()
      assert.same({ y = 2019, count = 6 }, years:first())
      assert.same({ "year(in_force) is that of the day on which it began" }, notes(years))
      assert.equal("guessed", years:notes()[1].kind)
      assert.same({ a = "2019-W29", c = "2019-W29", e = "2019-W23", g = "2020-W01" }, values(q, "iso_week(in_force) as x"))
    end)
  end)

  it("is not a date that lies somewhere within", function()
    local ds = parley.open ":memory:"
    ds:add("sources", { id = "s" })
    ds:add("talks", { id = "a", date = "2019-12-30/2020-01-02" }, { source = "s" })
    assert.same({ a = 4 }, values(ds.talks, "days(date) as x"))
    assert.same({}, values(ds.talks, "year(date) as x"))
  end)
end)
