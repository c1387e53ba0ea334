-- Queries over Frames run on columns: the engine that is chosen, what explain says, and what SQL has no word for.
-- That the answers are those of SQL is engines_spec's business.
-- Holds: query.columns.compile, query.columns.explain, query.columns.expression, query.columns.frame_queries,
--   query.columns.groups, query.columns.relation, query.columns.source

local parley = require "parley"
local core = require "parley.core"
require "parley.frame.frame"          -- gives Frames their verbs
local query_of = require "spec.support.frame_query"

local function people()
  return core.frame_new({ "id", "name", "team", "born", "score", "active" },
    { "integer", "text", "text", "date", "number", "boolean" }, 5, { { 1, 2, 3, 4, 5 }, { "Ada", "Bo", "Cy", "Di", "Eve" },
      { "a", "b", "a", nil, "b" }, { "1815-12-10", "1990", nil, "1990-03", "2001-02-03" }, { 4.5, 1.5, 2.0, 8.0 },
      { true, false, true, nil, true } })
end

local function rows(q)
  local list = {}
  for row in q:rows() do list[#list + 1] = row end
  return list
end

describe("a query over a Frame", function()
  local f
  before_each(function() f = people() end)

  it("gives a Frame of its own columns and types", function()
    local found = f:select("name", "score * 2 as double", "id + 1 as next"):frame()
    assert.same({ "name", "double", "next" }, { table.unpack(found:columns()) })
    assert.same({ "text", "number", "integer" }, { table.unpack(found:types()) })
    assert.same({ name = "Ada", double = 9.0, next = 2 }, found[1])
    assert.same({ name = "Eve", next = 6 }, found[5])
  end)

  it("keeps the rows for which all conditions hold, in their order", function()
    assert.same({ { name = "Ada" }, { name = "Cy" } }, rows(f:where { team = "a" }:where("active"):select("name")))
    assert.same({ { id = 4 } }, rows(f:where { team = parley.null }:select("id")))
    assert.equal(0, f:where("score > 100"):count())
  end)

  it("groups, sorted by the keys, missing ones last", function()
    assert.same({ { team = "a", count = 2, total = 6.5 }, { team = "b", count = 2, total = 1.5 },
      { count = 1, total = 8.0 } }, rows(f:by("team"):summarise("count()", "sum(score) as total")))
    assert.same({ { n = 5, half = 2.5 } }, rows(f:summarise("count() as n", "count() / 2 as half")))
  end)

  it("computes with aggregates, keys and filters behind them", function()
    local q = f:by("team"):summarise("sum(score) / count(score) as each", "team .. '!' as shout"):where("each > 2")
    assert.same({ { team = "a", each = 3.25, shout = "a!" }, { each = 8.0 } }, rows(q))
  end)

  it("sorts stably, dates by their first day", function()
    assert.same({ 1, 2, 4, 5, 3 }, { table.unpack(f:sort("born"):frame():values("id")) })
    assert.same({ 5, 4, 2, 1, 3 }, { table.unpack(f:sort("born desc"):frame():values("id")) })
    assert.same({ 1, 3, 2, 5, 4 }, { table.unpack(f:sort("id desc"):sort("team"):sort("id"):sort("team"):frame()
      :values("id")) })
  end)

  it("takes the top, and what comes after it", function()
    assert.same({ 4, 1 }, { table.unpack(f:sort("score desc"):limit(2):frame():values("id")) })
    assert.same({ 3, 2 }, { table.unpack(f:sort("score desc"):limit(2, 2):frame():values("id")) })
    assert.same({ 2 }, { table.unpack(f:limit(3, 1):where("team = 'b'"):frame():values("id")) })
    assert.equal(0, f:limit(0):count())
    assert.equal(0, f:limit(3, 99):count())
  end)

  it("joins Frames and queries over them", function()
    local teams = parley.frame { { team = "a", name = "Alpha" }, { team = "b", name = "Beta" }, { team = "b", name = "Bis" } }
    assert.same({ { id = 1, right_name = "Alpha" }, { id = 2, right_name = "Beta" }, { id = 2, right_name = "Bis" },
      { id = 3, right_name = "Alpha" }, { id = 5, right_name = "Beta" }, { id = 5, right_name = "Bis" } },
      rows(f:join(teams, { on = "team" }):select("id", "right_name")))
    assert.same({ 4 }, { table.unpack(f:join(teams, { on = "team", kind = "anti" }):frame():values("id")) })
    assert.equal(7, f:join(teams:where("name != 'x'"), { on = "team", kind = "left" }):count())
    assert.error_matches(function() f:join(teams, { on = { id = "team" } }) end,
      "cannot join id (integer) with team (text)", 1, true)
  end)

  it("joins a dataset's query whenever it runs, with the columns it needs", function()
    local ds = assert(parley.open(":memory:"))
    ds:add("sources", { id = "s", title = "S" })
    ds:add("talks", { id = "a", name = "Alpha" }, { source = "s" })
    local q = f:join(ds.talks, { on = { team = "id" } }):select("id", "talks_name")
    assert.same({ { id = 1, talks_name = "Alpha" }, { id = 3, talks_name = "Alpha" } }, rows(q))
    ds:add("talks", { id = "b", name = "Beta" }, { source = "s" })
    assert.same({ 1, 2, 3, 5 }, { table.unpack(q:frame():values("id")) })
    assert.matches("rows of talks, from SQL: id, ", q:explain(), 1, true)
    assert.matches('INNER JOIN "joined" ON "joined"."id" = "frame_%d+"."team"', q:sql())
    local in_sql = query_of(f, "sql"):join(ds.talks, { on = { team = "id" } }):select("id", "right_name as talks_name")
    assert.same(rows(q), rows(in_sql))
    ds:close()
    assert.error_matches(function() q:count() end, "this dataset is closed; open it again with parley.open()", 1, true)
  end)

  it("takes as many keys as there are columns", function()
    local row = {}
    for i = 1, 300 do row["c" .. i] = i end
    local wide, names = parley.frame { row, row }, {}
    for i = 1, 300 do names[i] = "c" .. i end
    assert.equal(1, wide:distinct():count())
    assert.equal(2, wide:by(table.unpack(names)):count():first().count)
    assert.equal(4, wide:join(wide, { on = names }):count())
    assert.equal(2, #wide:sort(table.unpack(names)):all())
  end)

  it("has plain values at its ends, nil where there is none", function()
    assert.equal(1, select("#", f:where("id > 9"):sum("score")))
    assert.is_nil(f:where("id > 9"):max("id"))
    assert.error_matches(function() f:where("id = 1"):get("x") end, "get() is for the tables of a dataset", 1, true)
  end)

  it("lays groups out side by side", function()
    local wide = f:pivot { rows = "team", columns = "active", values = "count()" }
    assert.same({ "team", "false", "true", "missing" }, { table.unpack(wide:columns()) })
    assert.same({ { team = "a", ["false"] = 0, ["true"] = 2, missing = 0 },
      { team = "b", ["false"] = 1, ["true"] = 1, missing = 0 }, { ["false"] = 0, ["true"] = 0, missing = 1 } }, rows(wide))
    local sums = f:pivot { rows = "active", columns = "team", values = "sum(score) * 10 + count()" }
    assert.same({ { active = false, b = 16.0 }, { active = true, a = 67.0 }, { missing = 81.0 } }, rows(sums))
  end)

  it("uses what a long chain of with() has computed without computing it again and again", function()
    local q = f
    for _ = 1, 40 do q = q:with("id + id as id") end
    assert.same(2 ^ 40 | 0, q:first().id)
  end)

  it("reports mistakes when the verb is called", function()
    assert.error_matches(function() f:where("nmae = 'x'") end, "no column 'nmae' in the Frame; did you mean 'name'?", 1, true)
    assert.error_matches(function() f:where("born < '../2000'") end, "has no first day, so nothing is before it", 1, true)
    assert.error_matches(function() f:select("id", "name as id") end, "two columns would be called 'id'", 1, true)
    assert.error_matches(function() f:by("team"):summarise("score") end, "stands outside an aggregate", 1, true)
  end)

  it("fails on integers beyond 64 bits, in rows and in sums", function()
    local big = parley.frame { { n = math.maxinteger }, { n = 1 } }
    assert.error_matches(function() big:select("n + 1 as m"):frame() end, "integer overflow", 1, true)
    assert.error_matches(function() return big:sum("n") end, "integer overflow", 1, true)
  end)
end)

describe("explain", function()
  it("names the engine, its passes and what the Frame weighs", function()
    finally(function() parley.threads(0) end)
    parley.threads(2)
    local q = people():where("team = 'a' and score > 1"):by("active"):summarise("count()", "median(score) as middle")
      :sort("middle desc"):limit(1)
    assert.equal(([[
engine: columns, on up to 2 threads
steps: where(), summarise(), sort(), limit()
  Frame: 5 rows, 6 columns, %s
  filter and(equal(team, 'a'), greater(score, 1))
  group by active: count_rows(), median(score)
  top of sort by #2 desc, active
  limit 1
  compute active, #1, #2
gives active, count, middle]]):format(("%.1f kB"):format(people():bytes() / 1e3)), q:explain())
  end)

  it("tells of joins and pivots, and of one thread", function()
    finally(function() parley.threads(0) end)
    parley.threads(1)
    local f = people()
    local text = f:join(parley.frame { { team = "a", x = 1 } }, { on = "team" }):pivot { rows = "team",
      columns = "active" }:explain()
    assert.matches("^engine: columns, on one thread\n", text)
    assert.matches("inner join by hash on team = team", text, 1, true)
    assert.matches("lay the groups out side by side", text, 1, true)
  end)

  it("shows the SQL that would give the same", function()
    local text, params = people():where("score > ?", 2):sql()
    assert.matches('WHERE "frame_%d+"."score" > %?1$', text)
    assert.same({ n = 1, 2 }, params)
  end)
end)

describe("threads", function()
  it("are set for the Lua state and refused beyond bounds", function()
    finally(function() parley.threads(0) end)
    assert.equal(1, parley.threads(1))
    assert.equal(1, parley.threads())
    assert.equal(8, parley.threads(8))
    assert.error_matches(function() parley.threads(9) end, "parley.threads() takes a whole number from 0 to 8, not 9", 1, true)
    assert.error_matches(function() parley.threads("two") end, "not two", 1, true)
  end)

  it("make no difference to an answer", function()
    finally(function() parley.threads(0) end)
    local list = {}
    for i = 1, 60000 do list[i] = { k = i % 77, t = "t" .. i % 13, x = i * 0.1, d = ("20%02d-01"):format(i % 30) } end
    local f = parley.frame(list)
    local function answer(threads)
      parley.threads(threads)
      return f:where("x > 100 and t like '%1%'"):by("t", "year(d) as y"):summarise("sum(x) as s", "median(x) as m",
        "count_distinct(k) as n", "first(d) as d"):to_csv()
    end
    assert.equal(answer(1), answer(2))
    assert.equal(answer(1), answer(7))
  end)
end)

describe("a table kept as a Frame", function()
  it("is the same Frame until something is written", function()
    local ds = assert(parley.open(":memory:"))
    ds:add("sources", { id = "s", title = "S" })
    ds:add("talks", { id = "t1", name = "One" }, { source = "s" })
    local first = ds:frame("talks")
    assert.is_true(rawequal(first, ds:frame("talks")))
    assert.equal(1, first:count())
    ds:add("talks", { id = "t2", name = "Two" }, { source = "s" })
    assert.same({ "t1", "t2" }, { table.unpack(ds:frame("talks"):values("id")) })
    assert.equal(1, first:count())
  end)

  it("belongs to its view", function()
    local ds = parley.open()
    local before, now = ds:as_of("2022-03-01"):frame("talks"), ds:frame("talks")
    assert.equal(ds:as_of("2022-03-01").talks:count(), before:count())
    assert.equal(ds.talks:count(), now:count())
    assert.not_equal(before:count(), now:count())
  end)

  it("does not keep what may be undone", function()
    local ds = assert(parley.open(":memory:"))
    ds:add("sources", { id = "s", title = "S" })
    pcall(ds.atomic, ds, function()
      ds:add("talks", { id = "ghost", name = "G" }, { source = "s" })
      assert.equal(1, ds:frame("talks"):count())
      error "undone"
    end)
    assert.equal(0, ds:frame("talks"):count())
  end)

  it("refuses what is no table", function()
    local ds = parley.open()
    assert.error_matches(function() ds:frame("tlaks") end, "no table 'tlaks'; did you mean 'talks'", 1, true)
    assert.error_matches(function() ds:frame() end, "ds:frame() takes the name of a table, not a nil", 1, true)
  end)
end)

describe("plans from outside", function()
  it("are checked before they run", function()
    local f = people()
    local function run(plan) return function() core.column_run(f, plan) end end
    assert.error_matches(run { names = { "x" }, columns = { { { 999, "text" } } } }, "no such operation: 999", 1, true)
    assert.error_matches(run { names = { "x" }, columns = { { { 0, "text", column = 99 } } } }, "no column 99", 1, true)
    assert.error_matches(run { names = { "x" }, columns = { { { 2, "integer", 1, 2 } } } }, "is not before it", 1, true)
    assert.error_matches(run { names = {}, columns = { { { 0, "text", column = 1 } } } }, "1 columns, but 0 names", 1, true)
    assert.error_matches(run { names = { "x" }, columns = { {} } }, "an expression without nodes", 1, true)
  end)
end)
