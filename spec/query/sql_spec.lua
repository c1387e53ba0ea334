-- Snapshots of the SQL that queries become, in spec/golden/, in a second dialect, in spec/golden/other/, and as
-- PostgreSQL is asked, in spec/golden/postgres/. After a
-- change that is meant to alter them, run with PARLEY_GOLDEN=write and read the difference before committing it.
-- Holds: query.sql.compile, query.sql.date_comparison, query.sql.explain, query.sql.expression, query.sql.frame_copies,
--   query.sql.frame_queries, query.sql.groups, query.sql.level, query.sql.methods, query.sql.operators,
--   query.sql.order, query.sql.references, query.sql.steps.as, query.sql.subqueries,
--   query.sql.steps.as_of, query.sql.steps.claims, query.sql.steps.distinct, query.sql.steps.join,
--   query.sql.steps.limit, query.sql.steps.pivot, query.sql.steps.search, query.sql.steps.select, query.sql.steps.sort,
--   query.sql.steps.summarise, query.sql.steps.where, query.sql.steps.with

local scratch = require "spec.support.scratch"
local parley = require "parley"
local other = require "spec.support.other_dialect"
local verbs = require "parley.query.verbs"

local read = scratch.read

local ds, ds_of_other = parley.open(), nil
other.speaking(function() ds_of_other = parley.open() end)

local function cases(ds)                                        -- luacheck: ignore ds
  -- a few columns each: what matters is the clauses
  local demands = ds.demands:select("id", "party", "topic", "made", "text")
  local outcomes = ds.outcomes:select("id", "low", "best", "high", "due")
  return {
    table = ds.deliveries,
    where_table = ds.demands:where { party = "ukraine", topic = { "ceasefire", "prisoners" }, revises = parley.null }
      :select("id"),
    where_expression = ds.demands:where("made >= ? and status != 'rejected' or not contains(text, ?)", "2025-06-01", "truce")
      :select("id"),
    where_member_or_missing = ds.demands:where { talk = { "r1", parley.null } }:select("id"),
    precedence = outcomes:where("(low + high) * 2 - best > -1 or best is nil and low % 3 = 1 or low / 2 / 2 < 1.5"),
    dates = outcomes:where("due between '2025-06-01' and '2025-06-30' and surely(due < '2025-07') and month(due) = 6"),
    paths = ds.demands:where("talk.host.name = 'Türkiye'"):select("topic", "talk.date as talk_date", "talk.host.name"),
    computed = outcomes:with("high - low as spread"):where("spread > 0"):sort("spread desc"),
    grouped = ds.demands:by("party", "year(made) as year"):summarise("count()", "max(days_low) as longest"),
    group_then_where = ds.demands:by("party"):count():where("count > 3"),
    ordered_aggregates = demands:sort("made desc"):by("party"):summarise("first(text)", "list(topic) as topics"),
    limit_then_where = demands:sort("made"):limit(5, 2):where { party = "russia" },
    distinct = ds.demands:distinct("party", "topic"),
    pivot = ds.responses:pivot { rows = "kind", columns = "party" },
    pivot_of_several = ds.responses:pivot { rows = "kind", columns = "party", values = "count() - count(text)" },
    join = demands:join(ds.talks:where { kind = "round" }:select("id", "place"), { on = { id = "id" }, kind = "left" }),
    anti_join = demands:join(ds.responses:select("demand"), { on = { id = "demand" }, kind = "anti" }),
    as_of = ds.deliveries:as_of("2025-06-02"):where("outcome.status = 'agreed'"):select("id", "outcome.status"),
    claims = ds.outcomes:where { id = "r2-bodies" }:claims():select("source", "best"),
    claims_as_of = ds.deliveries:as_of("2025-06-02"):sort("id"):limit(2):claims():select("claim"),
    search = ds.talks:select("id", "venue"):search('palace "lasting peace"'),
    as = ds.events:as("demands"):select("id", "party", "made"),
    complete = ds.demands:by("party", "month(made) as month"):count():complete { month = { 6, 7 } },
    join_within = ds.demands:select("id", "made"):join(ds.talks:select("id as talk", "date"),
      { on = { made = "date" }, within = 3 }),
    limit_no_ties = demands:sort("made"):limit(0, { ties = true }):select("id"),
    limit_ties = demands:sort("made desc"):limit(3, { ties = true }):select("id"),
    possibly = outcomes:where("possibly(due < '2025-07')"):select("id"),
    sample = demands:sample(5, 1):select("id"),
    several = ds.demands:select("id", "party.name"),
    split = ds.demands:select("id", "party"):split("party"),
    union = demands:where { party = "ukraine" }:select("id", "made"):union(ds.talks:select("id", "date as made"):sort("id")),
    unpivot = outcomes:unpivot { columns = { "low", "best", "high" }, names = "bound", values = "n" },
    windows = ds.talks:select("id", "place", "round"):sort("id"):by("place"):with("cumsum(round) as c", "rank(round) as r",
      "sum(round) as total"),
    aggregate = ds.talks:summarise("count()", "sum(round) as total", "median(round)", "quantile(round, 0.9)", "min(date)"),
  }
end

-- The names of all verbs.
local VERBS = {}
for _, list in ipairs { verbs.names, verbs.of_tables } do table.move(list, 1, #list, #VERBS + 1, VERBS) end

-- What `fn` gives, and the verbs that it calls.
local function calling(fn)
  local applied, called = {}, {}
  for _, name in ipairs(VERBS) do
    local verb = verbs.of(name)
    applied[name] = verb.apply
    verb.apply = function(...)
      called[name] = true
      return applied[name](...)
    end
  end
  local made = fn()
  for _, name in ipairs(VERBS) do verbs.of(name).apply = applied[name] end
  return made, called
end

local CASES, CALLED = calling(function() return cases(ds) end)
local OTHER = cases(ds_of_other)

-- A dataset in SQLite that takes itself for one on PostgreSQL: nobody runs its statements. What is looked up for them
-- reads alike in both, but for an index, a copy of a Frame, and what is asked of rows before they are joined.
local function on_paper()
  local copy = parley.open()
  require("parley.bundled.whole").complete(copy)
  local store = copy.store
  rawset(copy, "store", setmetatable({ dialect = require "parley.query.sql.dialect.postgres" }, {
    __index = function(_, key)
      local method = store[key]
      return type(method) == "function" and function(_, ...) return method(store, ...) end or method
    end }))
  return copy
end

local OF_POSTGRES = cases(on_paper())
for _, name in ipairs { "search", "complete", "join_within" } do OF_POSTGRES[name] = nil end

-- Copies of Frames are numbered in the order in which a process makes them.
local function with_own_numbers(text)
  local numbers, count = {}, 0
  return (text:gsub("frame_(%d+)", function(n)
    if not numbers[n] then
      count = count + 1
      numbers[n] = count
    end
    return "frame_" .. numbers[n]
  end))
end

local function snapshot(q, mark)
  local text, params = q:sql()
  local lines = { with_own_numbers(text) }
  for i = 1, params.n do
    local value = params[i]
    lines[i + 1] = ("-- %s%d = %s"):format(mark or "?", i, math.type(value) and tostring(value) or ("%q"):format(value))
  end
  return table.concat(lines, "\n") .. "\n"
end

local names = {}
for name in pairs(CASES) do names[#names + 1] = name end
table.sort(names)

describe("SQL of a query", function()
  local function compare(path, now)
    if os.getenv("PARLEY_GOLDEN") == "write" then
      local file = assert(io.open(path, "wb"))
      file:write(now)
      file:close()
    end
    assert.equal(read(path), now)
  end

  for _, name in ipairs(names) do
    it(name, function() compare(("spec/golden/%s.sql"):format(name), snapshot(CASES[name])) end)
    it(name .. " in another dialect", function()
      compare(("spec/golden/other/%s.sql"):format(name), snapshot(OTHER[name], "$"))
    end)
    if OF_POSTGRES[name] then
      it(name .. " on PostgreSQL", function()
        compare(("spec/golden/postgres/%s.sql"):format(name), snapshot(OF_POSTGRES[name], "$"))
      end)
    end
    it(name .. " runs, with the same answer in both", function()
      assert.same(CASES[name]:frame():all(), OTHER[name]:frame():all())
    end)
  end

  it("is the same every time", function()
    for _ = 1, 20 do
      assert.equal(snapshot(CASES.where_table), snapshot(ds.demands:where { revises = parley.null,
        topic = { "ceasefire", "prisoners" }, party = "ukraine" }:select("id")))
    end
  end)

  it("has a snapshot for every verb", function()
    for _, name in ipairs(VERBS) do assert.is_true(CALLED[name], name .. " has no case here") end
  end)

  it("has a snapshot for each case and no other", function()
    local found
    for _, folder in ipairs { "spec/golden", "spec/golden/other" } do
      found = {}
      for path in io.popen(("ls %s/*.sql"):format(folder)):lines() do found[#found + 1] = path:match("([%w_]+)%.sql$") end
      assert.same(names, found)
    end
  end)
end)

describe("names that SQLite would mix up", function()
  local core, in_sql = require "parley.core", require "parley.query.sql.frame_queries"

  it("stay apart behind a limit and in joins", function()
    local f = core.frame_new({ "a", "A", "true" }, { "text", "integer", "boolean" }, 2, { { "x", "y" }, { 1, 2 }, { true } })
    local q = in_sql.of(f)
    assert.same({ a = "y", A = 2 }, q:limit(5):where('"A" > 1'):one())
    assert.same({ a = "x", A = 1, ["true"] = true }, q:limit(5):where('"true"'):one())
    assert.same({ a = "y", A = 2, right_A = 20 }, q:join(parley.frame { { a = "y", A = 20 } }, { on = "a" }):one())
  end)

  it("stay apart from those that a statement adds, and from those that stand for them", function()
    local q = in_sql.of(core.frame_new({ "#", "#side", "x", "X", "column 4" }, { "integer", "integer", "integer", "integer",
      "integer" }, 3, { { 1, 2, 3 }, { 4, 5, 6 }, { 3, 2, 1 }, { 7, 8, 9 }, { 10, 11, 12 } }))
    local last, second = { ["#"] = 3, ["#side"] = 6, x = 1, X = 9, ["column 4"] = 12 },
      { ["#"] = 2, ["#side"] = 5, x = 2, X = 8, ["column 4"] = 11 }
    assert.same({ last, second }, q:sort("x"):limit(2):where('"#" > 0'):all())
    assert.same({ last, second, last }, q:sort("x"):limit(2):union(q:sort("x"):limit(1)):all())
    assert.same({ { x = 2, ["#"] = 2 } }, q:by("x"):count():with('count + 1 as "#"'):sort("x"):limit(2):where('"#" = 2')
      :select("x", '"#"'):limit(1, 1):all())
  end)

  it("give a pivot its columns", function()
    local f = core.frame_new({ "t", "n" }, { "text", "integer" }, 3, { { "a", "A", "x\ny" }, { 1, 1, 2 } })
    local wide = in_sql.of(f):pivot { rows = "n", columns = "t" }:limit(9):where("n = 1")
    assert.same({ n = 1, a = 1, A = 1, ["x\ny"] = 0 }, wide:one())
  end)

  it("are no columns by number", function()
    local q = in_sql.of(parley.frame { { a = 2 }, { a = 1 } })
    assert.same({ { a = 2 }, { a = 1 } }, q:sort("a in ()"):all())
    assert.same({ { one = 1, n = 2 } }, q:summarise("1 as one", "count() as n"):all())
    assert.same({ { one = 1 } }, q:summarise("1 as one"):all())
  end)

  it("come after the limit that was there before them", function()
    local q = in_sql.of(parley.frame { { a = 1 }, { a = 2 }, { a = 3 } })
    assert.same({ { a = 2 }, { a = 1 } }, q:limit(2):sort("a desc"):all())
    assert.same({ { a = 1 } }, q:limit(2):limit(1):all())
    assert.equal(3, q:limit(2):sum("a"))
  end)
end)

describe("a Frame that is copied for SQL", function()
  local core, frame_copies = require "parley.core", require "parley.query.sql.frame_copies"

  -- Stands in for one whose rows end with an error.
  local broken = { columns = function() return { "a" } end, types = function() return { "integer" } end,
    each = function() return function() error("no more", 0) end end }

  it("leaves no table behind when its rows end with an error", function()
    local store <close> = assert(core.open(":memory:", { mode = "memory" }))
    local done, message = pcall(frame_copies.into, store, broken)
    assert.same({ false, "no more" }, { done, message })
    assert.equal(0, (store:values "SELECT count(*) FROM temp.sqlite_master"))
  end)
end)
