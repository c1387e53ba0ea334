-- Dates as periods: cases 38 to 41, with cousins, on stored tables, Frames, texts of ds:sql, files and foreign files.

local frame_query = require "spec.support.frame_query"
local parley = require "parley"
local scratch = require "spec.support.scratch"

local at, remove = scratch.folder()
teardown(remove)

local function ids(q)
  local list = {}
  for row in q:rows() do list[#list + 1] = row.id end
  table.sort(list)
  return table.concat(list, " ")
end

-- Talks with these dates, as a table of a dataset, and as every other thing that may be asked.
local function everywhere(dates)
  local ds = parley.open ":memory:"
  ds:add("sources", { id = "s", published = "2026-01-01" })
  local names = {}
  for id in pairs(dates) do names[#names + 1] = id end
  table.sort(names)
  for _, id in ipairs(names) do ds:add("talks", { id = id, date = dates[id] }, { source = "s" }) end
  local f = ds.talks:frame()
  local path = at "talks.csv"
  f:select("id", "date"):save(path)
  local read = assert(parley.read(path, { types = { date = "date" } }))
  return { ["a table"] = ds.talks, ["a Frame"] = f, ["a Frame in SQL"] = frame_query(f, "sql"),
    ["ds:sql"] = ds:sql "select id, date from talks", ["a view"] = ds.talks:as_of "2026-06-01",
    ["a file"] = read }
end

local function each_gives(dates, answers)
  for name, q in pairs(everywhere(dates)) do
    for condition, expected in pairs(answers) do
      assert.equal(expected, ids(q:where(condition)), ("%s in %s"):format(condition, name))
    end
  end
end

describe("case 38: dates of ds:sql", function()
  it("are dates where a table says so, also beside others and in views of a query", function()
    local b = parley.open()
    local f = b:sql "select id, date, status from talks"
    assert.equal("date", f:types()[2])
    for _, condition in ipairs { "date <= '2025-06'", "date = '2025'", "possibly(date > '2025-06')" } do
      assert.equal(b.talks:where(condition):count(), f:where(condition):count(), condition)
    end
    assert.equal(3, f:where("date <= '2025-06'"):count())
    assert.error_matches(function() f:where "date < '2025-06-2'" end, "'2025%-06%-2' is not a date")
    local joined = b:sql "select d.id, t.date as day from demands d join talks t on t.id = d.talk"
    assert.equal("date", joined:types()[2])
  end)
end)

describe("case 39: a comparison with a date", function()
  it("takes its right side as a period, and its left side by all its days", function()
    each_gives({ a = "2019-07-15", b = "2019-07", c = "2019-07-20/2019-08-02", e = "2019-06/..", f = "../2019-07-10",
      g = "2019" }, {
      ["date = '2019-07'"] = "a b", ["date <= '2019-07'"] = "a b f", ["date > '2019-07'"] = "",
      ["not (date = '2019-07-15')"] = "c f", ["date < '2019-07'"] = "", ["date = '2019'"] = "a b c g",
      ["date < '2019-08'"] = "a b f", ["date >= '2019-06'"] = "a b c e", ["date != '2019-08'"] = "a b f",
      ["possibly(date > '2019-07')"] = "c e g", ["date in ('2019-07')"] = "a b",
    })
  end)

  it("takes a table of values as it takes equality", function()
    for name, q in pairs(everywhere { a = "2019-07-15", b = "2019-07", c = "2019" }) do
      assert.equal("a b", ids(q:where { date = "2019-07" }), name)
      assert.equal("a b c", ids(q:where { date = { "2019-07", "2019" } }), name)
    end
  end)
end)

describe("case 40: between years", function()
  it("holds to the last day of the last year, and refuses bounds the wrong way round", function()
    local dates = { a = "2019-06-15", b = "2020-06-15", c = "2020", e = "2021-01-01", f = "2020-12-31" }
    each_gives(dates, { ["date between '2019' and '2020'"] = "a b c f", ["date > '2020'"] = "e",
      ["date in ('2020')"] = "b c f", ["date not between '2019' and '2020'"] = "e",
      ["date between '2020-06' and '2020-12'"] = "b f" })
    for name, q in pairs(everywhere(dates)) do
      assert.error_matches(function() ids(q:where "date between '2020' and '2019'") end,
        "nothing lies between 2020 and 2019", 1, false, name)
    end
  end)
end)

describe("case 41: the year of a week", function()
  it("is that of its Thursday, and goes with it in iso_week()", function()
    local found = {}
    for name, q in pairs(everywhere { a = "2018-01-01", b = "2018-12-31", c = "2016-01-02", d = "2016-01" }) do
      local rows = {}
      for row in q:sort("id"):select("week_year(date) as y", "week(date) as w", "iso_week(date) as i"):rows() do
        rows[#rows + 1] = ("%s %s %s"):format(row.y, row.w, row.i)
      end
      assert.same({ "2018 1 2018-W01", "2019 1 2019-W01", "2015 53 2015-W53", "nil nil nil" }, rows, name)
      found[#found + 1] = q:by("week_year(date) as y", "week(date) as w"):count():where("y is not nil"):count()
    end
    assert.same({ 3, 3, 3, 3, 3, 3 }, found)
  end)

  it("is told where year() stands beside week()", function()
    for name, q in pairs(everywhere { a = "2018-01-01", b = "2018-12-31", c = "2016-01-02" }) do
      local said = {}
      for _, note in ipairs(q:by("year(date) as y", "week(date) as w"):count():notes()) do said[#said + 1] = note.note end
      assert.same({ "2 rows of date are in a week of another year: week_year(date) goes with week(date), and "
        .. "iso_week(date) has both" }, said, name)
      assert.same({}, q:where("id = 'a'"):select("year(date) as y", "week(date) as w"):notes(), name)
      assert.same({}, q:by("week_year(date) as y", "week(date) as w"):count():notes(), name)
    end
  end)
end)
