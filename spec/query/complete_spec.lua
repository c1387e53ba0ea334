-- complete{}: rows for combinations that have none.
-- Holds: query.steps.complete, query.grid

local both = require "spec.support.both_engines"
local core = require "parley.core"
local parley = require "parley"

describe("complete", function()
  local f = parley.frame { { month = "2022-11", g = "a", n = 1 }, { month = "2023-02", g = "b", n = 2 }, { n = 3 } }
  local function completed(given, frame)
    return both.answers(function(q) return q:complete(given) end, frame or f)
  end

  it("adds the months of a span that have no row, and keeps all others", function()
    local found = completed { month = "2022-10/2023-01" }
    assert.same({ "2022-11 a 1", "2023-02 b 2", "- - 3", "2022-10 - -", "2022-12 - -", "2023-01 - -" },
      both.answers(function(q) return q:complete { month = "2022-10/2023-01" }:select("month", "g", "n") end, f).rows)
    assert.same({}, found.notes)
  end)

  it("makes every combination of several columns", function()
    local found = both.answers(function(q)
      return q:complete { month = { "2022-11", "2023-02" }, g = { "b", "a", "b" } }:where("n is nil")
        :select("month", "g")
    end, f)
    assert.same({ "2023-02 a", "2022-11 b" }, found.rows)
  end)

  it("counts whole numbers, years and days, over the end of a February", function()
    local function added(column, value, given)
      return both.answers(function(q) return q:complete { [column] = given }:where("z is nil"):select(column) end,
        parley.frame { { [column] = value, z = 1 } }).rows
    end
    assert.same({ "2021", "2023" }, added("year", 2022, "2021/2023"))
    assert.same({ "-1", "1" }, added("n", 0, "-1/1"))
    assert.same({ "2024-02-28", "2024-02-29" }, added("day", "2024-03-01", "2024-02-28/2024-03-01"))
    assert.same({ "2021", "2023" }, added("d", "2022", "2021/2023"))
    assert.same({ "false" }, added("yes", true, { true, false }))
    assert.same({ "0.5" }, added("x", 1.5, { 1.5, 0.5 }))
  end)

  it("meets dates as by() groups them", function()
    local days = core.frame_new({ "d", "n" }, { "date", "integer" }, 3, { { "2024-12", "2025-01-15", "2025-02" }, { 1, 2, 3 } })
    local found = both.answers(function(q) return q:complete { d = "2024-12/2025-02" } end, days)
    assert.same({ "date", "integer" }, found.types)
    assert.same({ "2024-12 1", "2025-01-15 2", "2025-02 3", "2025-01 -" }, found.rows)
  end)

  it("stands on rows whose columns are values, and on groups", function()
    local found = both.answers(function(q)
      return q:pivot { rows = "month", columns = "g" }:complete { month = "2022-11/2022-12" }:select("month", "a")
    end, f)
    assert.same({ "2022-11 1", "2023-02 0", "- 0", "2022-12 -" }, found.rows)
    found = both.answers(function(q)
      return q:by("g"):count():complete { g = { "a", "c" } }:with("coalesce(count, 0) as count")
    end, f)
    assert.same({ "a 1", "b 1", "- 1", "c 0" }, found.rows)
  end)

  it("goes along with as_of() after it, and leaves paths to be followed", function()
    local ds <close> = parley.open()
    local q = ds.talks:select("id", "status"):complete { status = { "scheduled", "held" } }
    local function added(rows) return both.rows(rows:where("id is nil"):select("status")) end
    assert.same({ "scheduled" }, added(q))
    assert.same({}, added(q:as_of "2025-06-01"))
    local parties = ds.demands:distinct("party"):complete { party = { "ukraine", "turkiye" } }
    assert.same({ "turkiye Turkey" }, both.rows(parties:where("party not in ('russia', 'ukraine', 'western-allies')")
      :select("party", "party.name as name")))
  end)

  it("knows words and ids when it runs, as a condition does", function()
    local ds <close> = parley.open()
    for _, case in ipairs {
      { { topic = { "ceasfire" } }, "'ceasfire' is no topic; did you mean 'ceasefire'?" },
      { { topic = "2022/2023" }, "'2022' is no topic" },
      { { party = { "russia", "Ukraine" } }, "nothing in parties has the id 'Ukraine'; did you mean 'ukraine'?" },
    } do
      local q = ds.demands:complete(case[1])
      local ok, err = pcall(q.count, q)
      assert.is_false(ok)
      assert.truthy(tostring(err):find(case[2], 1, true), tostring(err))
    end
    assert.equal(ds.demands:count() + 1, ds.demands:complete({ party = { "usa", "russia" } }):count())
  end)

  it("says what a span is of, where the column holds whole numbers", function()
    local months = parley.frame { { month = 1, n = 2 } }
    local ok, err = pcall(function() return months:complete { month = "2022-01/2022-06" }:frame() end)
    assert.is_false(ok)
    assert.truthy(tostring(err):find([[a span such as "1/12", not '2022-01/2022-06']], 1, true), tostring(err))
    assert.equal("1 2 3", table.concat(months:complete { month = "1/3" }:frame():values "month", " "))
  end)

  it("refuses what is no value of the column, with the way out", function()
    for _, case in ipairs {
      { { month = "2022-10" }, "takes a list of values, or a span of years, months, days or whole numbers" },
      { { month = "2022-10/2022" }, "not '2022-10/2022'" }, { { month = "2023-10/2022-10" }, "not '2023-10/2022-10'" },
      { { month = "2022-13/2022-14" }, "not '2022-13/2022-14'" },
      { { n = { "x" } }, "complete{n = ...}: 'x' is no value of a column of type integer" },
      { { n = {} }, "complete{n = ...} takes a list of values or a span, not an empty list" },
      { { n = { 1, nil, 2 } }, "not a list with holes" },
      { { mont = "2022/2023" }, "no column 'mont' in the Frame; did you mean 'month'?" },
      { { n = "1/9999999" }, "complete{} would make more than 1000000 combinations" },
      { {}, "complete{} needs column = values" },
    } do
      local said = both.refusal(function(q) return q:complete(case[1]) end, f)
      assert.truthy(said:find(case[2], 1, true), said)
    end
  end)
end)
