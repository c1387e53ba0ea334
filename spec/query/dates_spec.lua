-- Dates are periods: comparisons, what they leave undecided, and the notes that say so, on both engines.
-- Holds: query.date_operators, query.undecided, query.notes, query.sql.date_comparison

local parley = require "parley"

local DATES = { a = "2019-07-15", b = "2019-07", c = "2019-07-20/2019-08-02", e = "2019-06/..", f = "../2019-07-10",
  g = "2019" }

local function dataset(dates)
  local ds = parley.open ":memory:"
  ds:add("sources", { id = "s" })
  local ids = {}
  for id in pairs(dates or DATES) do ids[#ids + 1] = id end
  table.sort(ids)
  for _, id in ipairs(ids) do
    ds:add("talks", { id = id, kind = "round", date = (dates or DATES)[id] or nil }, { source = "s" })
  end
  return ds
end

local function ids(q)
  local list = {}
  for row in q:rows() do list[#list + 1] = row.id end
  table.sort(list)
  return table.concat(list, " ")
end

local function notes(q)
  local list = {}
  for i, note in ipairs(q:notes()) do list[i] = note.note end
  return table.concat(list, "\n")
end

-- Runs a test over a table of talks in SQL, over its Frame, and over its rows behind a step that hides the stored days.
local function on_all(dates, test)
  local ds = dataset(dates)
  test(ds.talks)
  test(ds.talks:frame())
  test(ds.talks:sort("id"):limit(100))
end

describe("comparisons with dates", function()
  local CASES = {
    { "date = '2019-07'", "a b", 4 }, { "date <= '2019-07'", "a b f", 3 }, { "date > '2019-07'", "", 3 },
    { "not (date = '2019-07-15')", "c f", 3 }, { "date < '2019-07'", "", 3 }, { "date = '2019'", "a b c g", 2 },
    { "date < '2019-08'", "a b f", 3 }, { "date != '2019-07'", "", 4 }, { "date >= '2019-07'", "a b c", 3 },
    { "date between '2019-07' and '2019-08'", "a b c", 3 }, { "date not between '2019-07-11' and '2019-12'", "f", 3 },
    { "date in ('2019-07', '2019-08')", "a b c", 3 }, { "date in ('2018', '2019-06', '2019-07-01/..')", "a b c e", 2 },
    { "date not in ('2019-07-11/2020')", "f", 3 }, { "date > '2019-07' or id = 'g'", "g", 2 },
    { "date < '2019-08' and id != 'a'", "b f", 3 }, { "'2019-07-05' <= date", "a b c e f g", 0 },
    { "possibly(date = '2019-07')", "a b c e f g", 0 }, { "possibly(not (date = '2019-07'))", "c e f g", 0 },
    { "surely(date < '2019-08')", "a b f", 0 }, { "not surely(date < '2019-08')", "c e g", 0 },
    { "not possibly(date < '2019-07-12')", "a c", 0 }, { "possibly(date < '2019-07' and id != 'f')", "e g", 0 },
    { "possibly(date in ('2019-07-01', '2019-07-31'))", "b c e f g", 0 },
  }

  for _, case in ipairs(CASES) do
    it(case[1], function()
      on_all(DATES, function(q)
        local found = q:where(case[1])
        assert.equal(case[2], ids(found))
        local undecided = found:notes()[1]
        assert.equal(case[3], undecided and undecided.count or 0)
      end)
    end)
  end

  it("by where{}, with lists and missing ones", function()
    on_all({ a = "2019-06-15", b = "2020-06-15", c = "2020", e = "2021-01-01" }, function(q)
      assert.equal("a b c", ids(q:where "date between '2019' and '2020'"))
      assert.equal("e", ids(q:where "date > '2020'"))
      assert.equal("b c", ids(q:where { date = "2020" }))
      assert.equal("a b c", ids(q:where { date = { "2019", "2020", parley.null } }))
    end)
  end)

  it("of two columns: the right one is the period", function()
    local ds = parley.open ":memory:"
    ds:add("sources", { id = "s" })
    for id, row in pairs { a = { made = "2019-07-15", wanted = "2019-07" }, b = { made = "2019-07", wanted = "2019-07-15" },
      c = { made = "2019-08", wanted = "2019-07" }, f = { made = "2019-07" } } do
      row.id = id
      ds:add("demands", row, { source = "s" })
    end
    for _, q in ipairs { ds.demands, ds.demands:frame() } do
      assert.equal("a", ids(q:where "made = wanted"))
      assert.equal(1, q:where("made = wanted"):notes()[1].count)
      assert.equal("a b", ids(q:where "possibly(made = wanted)"))
      assert.equal("c", ids(q:where "made > wanted"))
      assert.equal("a b", ids(q:where "made between '2019' and wanted or id = 'b'"))
      assert.equal("a b c f", ids(q:where "made in (wanted, '2019-08', '2019-07')"))
    end
    local texts = parley.frame { { id = "a", d = "2019-07-15", e = "2019-07" }, { id = "b", d = "2019-07", e = "2019-07" } }
    assert.equal("a b", ids(texts:where "surely(d = e)"))
    assert.equal("b", ids(texts:where "possibly(d > '2019-07-30')"))
    assert.equal("b", ids(texts:where "d = e"), "texts are compared as texts")
  end)

  it("refuse a text that is not a date, and bounds the wrong way round", function()
    on_all(DATES, function(q)
      assert.error_matches(function() q:where "date < '2025-06-2'" end, "'2025-06-2' is not a date", 1, true)
      assert.error_matches(function() q:where "date between '2020' and '2019'" end, "nothing lies between 2020 and 2019",
        1, true)
    end)
  end)
end)

describe("columns that a table declares as dates", function()
  it("stay dates in ds:sql", function()
    local ds = dataset()
    if not ds.store:columns("select date from talks")[1].table then return pending "the library keeps no origins" end
    local f = ds:sql "select x as id, d as date from (select id as x, date as d from talks) as t"
    assert.same({ "text", "date" }, { f:types()[1], f:types()[2] })
    assert.equal("a b f", ids(f:where "date <= '2019-07'"))
    assert.equal(3, f:where("date <= '2019-07'"):notes()[1].count)
    assert.error_matches(function() f:where "date < '2025-06-2'" end, "'2025-06-2' is not a date", 1, true)
    assert.error_matches(function() ds:sql "select no from talks" end, "column")
  end)

  it("are dates in files that are not ours, where their values are", function()
    local path = os.tmpname()
    finally(function() os.remove(path) end)
    local made = parley.open(path, { schema = false, mode = "rwc" })
    made.store:exec [[create table t(id text, d date, e date, g date, h text);
      insert into t values ('a', '2025-06-02', '02/06/2025', '2025', '2025'), ('b', '2025', '2025-01-01', '2025-06', '2025'),
        ('c', null, null, '2026', null), ('d', '2025-06', 3, null, '2025-06')]]
    made:close()
    local ds <close> = parley.open(path, { schema = false })
    local sql = ds:sql "select * from t"
    for _, q in ipairs { ds.t, ds.t:frame(), sql } do
      assert.equal("a d", ids(q:where "d <= '2025-06'"))
      local told = q:where("d <= '2025-06'"):notes()
      for _, note in ipairs(told) do
        if note.kind == "undecided" then assert.equal(1, note.count) end
      end
      assert.equal(rawequal(q, sql) and 1 or 2, #told)          -- e has a number among its texts
      assert.equal("a b", ids(q:where { g = "2025" }))
    end
    for _, q in ipairs { ds.t, ds.t:frame() } do
      assert.same({ "text", "date", "text", "date", "text" }, { table.unpack(q:types()) })
    end
  end)
end)

describe("what dates leave undecided", function()
  it("is counted for what where() drops, in a query, its Frame, and under both", function()
    local line = "3 rows are undecided: dates too wide; possibly(…) includes them"
    on_all(DATES, function(q)
      local found = q:where "date < '2019-07-20'":select "id"
      assert.equal(line, notes(found))
      assert.equal(line, notes(found:frame()))
      assert.equal(line, notes(found:frame():select("id"):limit(1)))
      assert.truthy(tostring(found):find("2 rows × 1 column\nnote: " .. line, 1, true))
      assert.equal(3, found:notes()[1].count)
      assert.equal("undecided", found:notes()[1].kind)
      assert.equal("", notes(q:where "possibly(date < '2019-07-20')"))
    end)
    on_all({ a = "2019-07-15", b = "2019-07" }, function(q)
      assert.equal("1 row is undecided: dates too wide; possibly(…) includes it", notes(q:where { date = "2019-07-15" }))
      assert.equal("", notes(q:where { date = "2019-07-15" }:where { date = "2020" }:where "date > '2019'"):gsub("^.*it$", ""))
    end)
  end)

  it("is not what has no date", function()
    on_all({ a = "2019-07-15", b = false }, function(q)
      assert.equal("", notes(q:where "date > '2020'"))
    end)
  end)

  it("is counted for groups where the dates are those of a group", function()
    local between = " is undecided in %s: dates too wide; date_diff_low and date_diff_high are its bounds"
    on_all({ a = "2019-07-15", b = "2019-07-20", c = "2020", d = "2019-12/2020-01" }, function(q)
      for text, told in pairs { ["max(date) - min(date)"] = between:format "2 rows",
        ["year(max(date))"] = " is undecided in 1 row: dates too wide", ["max(date) > '2019-07'"] = "",
        ["max(date) < '2019-12-05'"] = " is undecided in 1 row: dates too wide" } do
        local found = q:by("id"):summarise(text .. " as x")
        assert.truthy(tostring(found):find("4 rows × 2 columns", 1, true), tostring(found))
        assert.equal(told == "" and "" or text .. told, notes(found:frame()))
      end
      local whole = "max(date) - min(date)" .. between
      assert.equal(whole:format "1 row", notes(q:summarise "max(date) - min(date)"))
      for _, margins in ipairs { false, true } do
        assert.equal(whole:format "2 rows", notes(q:pivot { rows = "id", columns = "date",
          values = "max(date) - min(date)", margins = margins }))
        assert.equal("year(date) is undecided in 1 row: dates too wide",
          notes(q:pivot { rows = "kind", columns = "year(date)", margins = margins }:limit(1)))
      end
    end)
  end)

  it("is counted for rows where the dates are those of other rows of the group", function()
    on_all({ a = "2019-07-15", b = "2019-07-20", c = "2020", d = "2020-02-01" }, function(q)
      local found = q:by("id is nil"):with("date - lag(date) as gap", "year(lag(date)) as y"):select("id", "gap")
      assert.truthy(tostring(found):find("4 rows × 2 columns", 1, true), tostring(found))
      assert.equal("date - lag(date) is undecided in 2 rows: dates too wide; date_diff_low and date_diff_high are its "
        .. "bounds", notes(found))
    end)
  end)

  it("is counted for values, keys, sums and joins", function()
    on_all(DATES, function(q)
      assert.equal("month(date) is undecided in 4 rows: dates too wide", notes(q:by("month(date) as m"):count()))
      assert.equal("date < '2019-07-20' is undecided in 3 rows: dates too wide",
        notes(q:select("id", "date < '2019-07-20' as early")))
      assert.equal("sum(date < '2019-07-20') is undecided in 3 rows: dates too wide",
        notes(q:summarise "sum(date < '2019-07-20')"))
      assert.equal("2 rows are undecided: dates too wide", notes(q:where "year(date) = 2019"))
      assert.equal("5 rows have a date of several days in date; dates join where they are equal as written",
        notes(q:join(q:select("id as other", "date"), { on = "date" })))
    end)
  end)

  it("is silent where every date is one day", function()
    on_all({ a = "2019-07-15", b = "2019-07-16" }, function(q)
      assert.equal("", notes(q:where("date > '2019-07'"):by("year(date) as y"):count()))
    end)
  end)

  it("holds as of the day that is asked for", function()
    local ds = parley.open ":memory:"
    ds:add("sources", { id = "old", published = "2020-01-01" })
    ds:add("sources", { id = "new", published = "2021-01-01" })
    ds:add("talks", { id = "a", date = "2019" }, { source = "old" })
    ds:add("talks", { id = "b", date = "2019" }, { source = "new" })
    assert.equal(2, ds.talks:where("date = '2019-07'"):notes()[1].count)
    assert.equal(1, ds.talks:where("date = '2019-07'"):as_of("2020-06-01"):notes()[1].count)
  end)

  it("of a closed dataset is said not to be known", function()
    local ds = dataset()
    local f = ds.talks:where("date = '2019-07'"):frame()
    ds:close()
    assert.equal("how many rows are undecided was not counted before the dataset was closed", notes(f))
    assert.truthy(tostring(f):find("note: how many", 1, true))
  end)
end)

describe("the time between dates", function()
  it("is missing where it is not the same for all their days", function()
    on_all({ a = "2019-07-15", b = "2019-07" }, function(q)
      local found = {}
      for row in q:select("id", "date - '2019-07-01' as n"):rows() do found[row.id] = row.n end
      assert.same({ a = 14 }, found)
    end)
  end)
end)
