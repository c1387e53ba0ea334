-- Columns that hold texts where numbers or dates are meant, and columns of files that are not Parley's, by the numbers of
-- the cases: a query, a Frame of its rows and a join give the same, or refuse it with the place.
-- Holds: base.odd_values, query.letters, query.why_text, storage.statement_columns

local core = require "parley.core"
local parley = require "parley"
local scratch = require "spec.support.scratch"

local at, remove
before_each(function() at, remove = scratch.folder() end)
after_each(function() remove() end)

local function refused(why, call, ...)
  local done, problem = pcall(call, ...)
  assert.is_false(done)
  assert.matches(why, tostring(problem), 1, true)
end

-- A verb and an end: what the columns of a file hold is known when a query runs.
local function run(verb)
  return function(q, ...) return q[verb](q, ...):frame() end
end

-- A foreign file that holds what the statements put in.
local function foreign(statements)
  local path = at "foreign.db"
  local store <close> = assert(core.open(path, { mode = "rwc" }))
  store:exec(statements)
  store:close()
  return parley.open(path, { schema = false })
end

local function counted(q)
  local list = {}
  for row in q:rows() do list[#list + 1] = ("%s %d"):format(row.k, row.count) end
  return table.concat(list, ", ")
end

describe("columns of foreign files", function()
  it("case 47: hold text among numbers, where they are not numbers, and say which", function()
    local ds <close> = foreign [[create table e(id integer primary key, dead integer);
      insert into e values (1, 5), (2, 'n/a'), (3, ''), (4, 40);]]
    for name, call in pairs { sum = "the argument of sum() must be a number", median = "the argument of median()" } do
      refused(call, ds.e[name], ds.e, "dead")
      refused("dead (text, since row 2 of e has 'n/a')", ds.e[name], ds.e, "dead")
      refused(call, ds.e:frame()[name], ds.e:frame(), "dead")
    end
    for _, q in ipairs { ds.e, ds.e:frame() } do
      refused("cannot compare dead (text", run "where", q, "dead > 10")
      assert.equal(4, q:count "dead")
      assert.equal(1, q:where("dead = '5'"):count())
      assert.equal(10, q:sum "id")
    end
    refused("max() of dead would go by letters: it is text, since row 2 of e has 'n/a'", ds.e.max, ds.e, "dead")
    refused("max() of dead would go by letters", ds.e:frame().max, ds.e:frame(), "dead")
  end)

  it("case 48: group, compare and count as a Frame of them does", function()
    local ds <close> = foreign [[create table t(k, v, w); insert into t values
      ('7', 1, 7), (7, 2, 7.0), (7.0, 3, 1.5), ('7.0', 4, null);]]
    for _, q in ipairs { ds.t, ds.t:frame() } do
      assert.equal("7 2, 7.0 2", counted(q:by("k"):count()))
      assert.equal(2, q:where("k = '7'"):count())
      refused("cannot compare k (text", run "where", q, "k = 7")
      assert.equal(10, q:sum "v")
      assert.equal(15.5, q:sum "w")
      assert.equal("1.5 1, 7.0 2, nil 1", counted(q:by("w as k"):count()))
      assert.equal("7.0 2, 7 2", counted(q:by("k"):count():sort "k desc"))
    end
  end)

  it("case 85: join as their values are", function()
    local ds <close> = foreign [[create table a(id integer); create table b(code text, y);
      insert into a values (7); insert into b values ('007', 2), ('7', 3);]]
    for _, left in ipairs { ds.a, ds.a:frame() } do
      for _, right in ipairs { ds.b, ds.b:frame() } do
        refused("cannot join id (integer) with code (text)", run "join", left, right, { on = { id = "code" } })
      end
    end
  end)

  it("case 80: a median of texts says where it was asked", function()
    local ds <close> = foreign "create table e(v integer); insert into e values (1), ('n/a');"
    local done, problem = pcall(function() return ds.e:median "v" end)
    assert.is_false(done)
    assert.matches("columns_of_texts_spec.lua:%d+: parley: .*since row 2 of e has 'n/a'", tostring(problem))
  end)
end)

it("case 49: columns of ds:sql that are called alike get names of their own, which is told", function()
  local ds <close> = parley.open ":memory:"
  local f = ds:sql "select 1 as id, 2 as id, 3 as id_2, 4 as id"
  assert.same({ "id", "id_3", "id_2", "id_4" }, table.move(f:columns(), 1, 4, 1, {}))
  assert.same({ 1, 2, 3, 4 }, { f[1].id, f[1].id_3, f[1].id_2, f[1].id_4 })
  assert.equal(2, f:select("id_3"):first().id_3)
  assert.equal("column 2 is called 'id_3', as another one before it is called 'id'", f:notes()[1].note)
  assert.equal(2, #f:notes())
  assert.same({}, ds:sql("select 1 as a, 2 as b"):notes())
end)

describe("case 37: one value that is not a number or date", function()
  local TEXT = "id,d,n\na,2019-07-15,9\nb,2019-07,10\nc,2019-08-01,200\ne,unknown,about 30\n"

  it("is told when the file is read, with the way to read the others", function()
    local f = parley.read(scratch.file(at "c.csv", TEXT))
    assert.equal("the column 'd' is text, since row 4 has 'unknown' where most are dates; "
      .. 'types = {["d"] = "date"}, missing = {"unknown"} reads it as such', f:notes()[1].note)
    assert.equal("the column 'n' is text, since row 4 has 'about 30' where most are numbers; "
      .. 'types = {["n"] = "number"}, missing = {"about 30"} reads it as such', f:notes()[2].note)
    local read = parley.read(at "c.csv", { types = { d = "date", n = "number" }, missing = { "unknown", "about 30" } })
    assert.equal(200, read:max "n")
    assert.equal(2, read:where("d <= '2019-07'"):count())
    assert.same({}, read:notes())
    assert.same({}, parley.read(at "c.csv", { types = { d = "text", n = "text" } }):notes())
  end)

  it("is told also where it stands far down, and not where columns are labels or words", function()
    local lines = { "n,label,word" }
    for i = 1, 1000 do lines[#lines + 1] = ("%d,%d.10,w%d"):format(i, i, i) end
    lines[#lines + 1] = "x,1.1,w"
    local f = parley.read(scratch.file(at "far.csv", table.concat(lines, "\n") .. "\n"))
    assert.equal(1, #f:notes())
    assert.matches("since row 1001 has 'x' where most are numbers", f:notes()[1].note, 1, true)
  end)

  it("goes by letters where the value only begins like a date", function()
    local f = parley.frame { { t = "2025-98 case" }, { t = "2025-99 suit" } }
    assert.equal(1, f:where("t < '2025-99 case'"):count())
    assert.has_error(function() f:where("t < '2025-06-02'") end)
  end)

  it("tells of numbers as people write them, where all are such", function()
    local rows = { { p = "5%", t = "1 000", m = "\u{2212}5", c = "2,5", word = "5-7", code = "007" },
      { p = "40 %", t = "20\u{a0}000", m = "\u{2212}40", c = "12,5", word = "40-50", code = "123" },
      { p = "7%", t = "1'300", m = "7", c = "1.000.000", word = "7-12", code = "009" } }
    local f = parley.frame(rows)
    for _, q in ipairs { f, require("parley.query.sql.frame_queries").of(f) } do
      for name, first in pairs { p = "5%", t = "1 000", m = "\u{2212}5", c = "2,5" } do
        assert.equal(("sort() goes by the letters of %s, where '9' comes after '10': it is text, since row 1 has '%s'")
          :format(name, first), q:sort(name):notes()[1].note)
        refused(("max() of %s would go by letters: it is text, since row 1 has '%s', which is not a number as it stands")
          :format(name, first), q.max, q, name)
      end
      for _, name in ipairs { "word", "code" } do assert.equal(0, #q:sort(name):notes()) end
      assert.equal(1, #q:sort("p"):frame():notes())
      assert.equal("7-12", q:max "word")
    end
    assert.equal(0, #parley.read(scratch.file(at "p.csv", "p\n5%\n40%\n")):notes())      -- told where it matters
  end)

  it("tells of a column that mixes numbers and texts in a file of SQLite, which it sorts", function()
    local ds <close> = foreign "create table t(v); insert into t values (9), ('x'), (200);"
    assert.equal("sort() goes by the letters of v, where '9' comes after '10': it is text, since row 2 of t has 'x'",
      ds.t:sort("v desc"):notes()[1].note)
    assert.equal(1, #ds.t:sort("v"):frame():notes())
  end)

  it("leaves no order but that of letters, which is refused", function()
    local f = parley.read(scratch.file(at "c.csv", TEXT))
    for _, q in ipairs { f, require("parley.query.sql.frame_queries").of(f) } do
      for _, condition in ipairs { "d <= '2019-07'", "d between '2019-01-01' and '2019-08'", "'2019-07-01' < d" } do
        refused("d (text) is not a column of dates", q.where, q, condition)
      end
      refused("n (text) is not a column of numbers", q.where, q, "n > '50'")
      refused("n (text) is not a column of numbers", q.with, q, "n >= '-1.5' as big")
      refused("max() of n would go by letters: it is text, since row 4 has 'about 30', where most are numbers", q.max, q,
        "n")
      refused("min() of d would go by letters", q.min, q, "d")
      assert.equal("e", q:max "id")
      for _, condition in ipairs { "d = '2019-07'", "d != '2019-07'", "d in ('2019-07-15', '2019')",
        "d = '2019-07-01/2019-07-31'", "not ('2019' = d)" } do
        refused("of d would go by letters: it is text, since row 4 has 'unknown', where most are dates", q.where, q,
          condition)
      end
      refused("of d would go by letters", q.where, q, { d = "2019-07" })
      local days = q:where("id != 'x'"):select("d as day", "id")
      refused("of d would go by letters", days.where, days, "day = '2019'")
      refused("max() of d would go by letters", days.max, days, "day")
      refused("greatest() of n would go by letters", q.with, q, "greatest(n, '5') as more")
      refused("'<' of d would go by letters", q.where, q, "d < id")
      refused("cannot compare n (text, since row 4 has 'about 30') with 9 (integer)", q.where, q, { n = 9 })
      assert.equal(1, q:where("d = '2019-07-15'"):count())
      assert.equal("sort() goes by the letters of n, where '9' comes after '10': it is text, since row 4 has 'about 30'",
        q:sort("n desc"):limit(2):notes()[3].note)
      assert.equal(2, #q:sort("d", "id"):notes())
      assert.equal(1, q:where("n = 'about 30'"):count())
      assert.equal(2, q:where("id >= 'c'"):count())
    end
    local texts = parley.frame { { d = "2019-07-15" }, { d = "2019-08" } }
    refused("d (text) is not a column of dates", texts.where, texts, "d > '2019-07'")
    assert.equal(1, texts:where("surely(d > '2019-07')"):count())
    assert.equal("2019-08", texts:max "d")
  end)
end)

describe("a column that is text where a number or a date is wanted", function()
  local ROWS = { { n = "1", code = "007", money = "5", day = "2025-06-02", word = "a" },
    { n = "NA", code = "008", money = "(5)", day = "2025-06-03", word = "b" },
    { n = "3", code = "010", money = "30", day = "unknown", word = "c" } }

  -- The rows as a Frame, as a query in SQL over one, and in somebody else's file.
  local function each_query(visit)
    local f = parley.frame(ROWS)
    visit(f)
    visit(require("parley.query.sql.frame_queries").of(f))
    local lines = {}
    for i, row in ipairs(ROWS) do
      lines[i] = ("('%s', '%s', '%s', '%s', '%s')"):format(row.n, row.code, row.money, row.day, row.word)
    end
    local ds <close> = foreign("create table t(n text, code text, money text, day text, word text); insert into t values "
      .. table.concat(lines, ", "))
    visit(ds.t)
  end

  it("is said to be so by the value that makes it, with the way out", function()
    local numbers = parley.frame { { x = 1 } }
    each_query(function(q)
      for _, ask in ipairs { "sum(n)", "mean(n)", "sum(-n)", "sum(n + 1)", "max(round(n, 1))", "sum(n) / 2" } do
        refused("n (text, since row 2 has 'NA') is not; a file is read with types = {n = \"number\"}, missing = {\"NA\"}",
          run "summarise", q, ask .. " as x")
      end
      for _, condition in ipairs { "n = 1", "2 < n", "n between 1 and 2", "n in (1, 2)" } do
        refused("n (text, since row 2 has 'NA')", run "where", q, condition)
        refused("; a file is read with types = {n = \"number\"}, missing = {\"NA\"}", run "where", q, condition)
      end
      refused("money (text, since row 2 has '(5)') is not; decimal = and thousands =", run "summarise", q,
        "sum(money) as x")
      refused("join n (text, since row 2 has 'NA')", run "join", q, numbers, { on = { n = "x" } })
      refused("day (text, since row 3 has 'unknown')", run "where", q, "day < start('2025-06-02')")
      local renamed = q:select("n as other")
      refused("other (text, since row 2 has 'NA')", run "summarise", renamed, "sum(other) as x")
      refused("types = {n = ", run "summarise", renamed, "sum(other) as x")
    end)
  end)

  it("has numbers with zeros before them, or nothing but words", function()
    each_query(function(q)
      refused("cannot compare code (text) with 7 (integer); its values, such as '007', are texts", run "where", q,
        "code = 7")
      refused("word (text) is not (position", run "summarise", q, "sum(word) as x")
      assert.equal(1, q:where("code = '007'"):count())
    end)
  end)

  it("may have a blank alone in the way, or be of several kinds", function()
    local f = parley.frame { { a = "5", b = "x", c = 1 }, { a = " ", b = "7" }, { a = "7", b = "y" } }
    refused("a (text, since row 2 has ' ') is not", f.sum, f, "a")
    refused("b (text, since row 1 has 'x') is not (position", f.sum, f, "b")
    refused("with a (text, since row 2 has ' ')", f.join, f, f:select("a"), { on = { c = "a" } })
  end)
end)
