-- Verbs and ends of queries, on small tables whose answers can be read off.
-- Holds: query.steps.*, query.join_shape, query.pivot_shape, query.verbs, query.user_functions

local scratch = require "spec.support.scratch"
local parley = require "parley"

local message = scratch.refusal

-- Rows as lists in the order of the columns; missing values as "·".
local function lists(source)
  local rows = {}
  local columns = source:columns()
  for row in source:rows() do
    local list = {}
    for i, name in ipairs(columns) do
      if row[name] == nil then list[i] = "·" else list[i] = row[name] end
    end
    rows[#rows + 1] = list
  end
  return rows
end

local SALES = {
  { id = "a", side = "north", n = 3, share = 0.5, open = true, note = "Été" },
  { id = "b", side = "south", n = 1, share = 2.0, open = false, note = "ete" },
  { id = "c", side = "north", n = 7, open = true },
  { id = "d", n = 1, share = -1.5, note = "" },
  { id = "e", side = "south", n = 9007199254740993, share = 0.25, open = false, note = "100%" },
}

local function frame() return parley.frame(SALES, { columns = { "id", "side", "n", "share", "open", "note" } }) end

-- A small dataset: two talks, three demands, dates of every precision.
local function dataset()
  local ds = assert(parley.open(":memory:"))
  ds:atomic(function()
    ds:add("sources", { id = "p1", outlet = "Gazette", published = "2031-03-02" })
    ds:add("sources", { id = "p2", outlet = "Courier", published = "2031-03" })
    local from = { source = "p1", certainty = "narration" }
    for _, id in ipairs { "hill", "vale" } do ds:add("parties", { id = id, name = id:upper() }, from) end
    ds:add("talks", { id = "t1", date = "2031-02-10", place = "Førde", round = 1 }, from)
    ds:add("talks", { id = "t2", date = "2031-03", place = "Bergen", round = 2, prepares = "t1" }, from)
    ds:add("demands", { id = "d1", party = "hill", topic = "ceasefire", talk = "t1", made = "2031-02-10",
      text = "Stop the shelling of Førde" }, from)
    ds:add("demands", { id = "d2", party = "vale", topic = "prisoners", talk = "t2", made = "2031-03",
      wanted = "2031-03-05/2031-03-09" }, from)
    ds:add("demands", { id = "d3", party = "vale", topic = "ceasefire", made = "2031-02-20/..", days_low = 30 }, from)
    ds:claim("demands", "d1", { made = "2031-02-11" }, { source = "p2", certainty = "on_record_quote" })
  end)
  return ds
end

describe("where", function()
  it("asks for nothing that is not there", function()
    local ds = dataset()
    local function refused(condition) return message(function() return ds.demands:where(condition):count() end) end
    assert.equal("parley: nothing in parties has the id 'HILL'; did you mean 'hill'?", refused { party = "HILL" })
    assert.equal("parley: nothing in parties has the id 'nowhere'", refused { party = "nowhere" })
    assert.equal("parley: nothing in talks has the id 'xyz'", refused { talk = { "t1", "xyz" } })
    assert.equal(0, ds.demands:where { id = "nowhere" }:count())
    local istanbul = parley.open()
    assert.equal("parley: nothing in parties has the id 'UKR'; did you mean 'ukraine'?",
      message(function() return istanbul.demands:where { party = "UKR" }:count() end))
  end)

  it("keeps equal values, members of a list, and missing values", function()
    local f = frame()
    assert.same({ { "a" }, { "c" } }, lists(f:where { side = "north" }:select("id")))
    assert.same({ { "a" }, { "b" }, { "d" } }, lists(f:where { n = { 1, 3 } }:select("id")))
    assert.same({ { "d" } }, lists(f:where { side = parley.null }:select("id")))
    assert.same({ { "a" }, { "c" }, { "d" } }, lists(f:where { side = { "north", parley.null } }:select("id")))
    assert.same({ { "b" }, { "e" } }, lists(f:where { open = false }:select("id")))
    assert.same({}, lists(f:where { side = {} }:select("id")))
  end)

  it("takes expressions with parameters, joined by and", function()
    local f = frame()
    assert.same({ { "c" } }, lists(f:where("n > ?", 3):where("side = ?", "north"):select("id")))
    assert.same({ { "b" }, { "e" } }, lists(f:where("not open"):select("id")))
    assert.same({ { "a" }, { "b" } }, lists(f:where("contains(note, ?)", "ÉTÉ"):select("id")))
    assert.same({ { "e" } }, lists(f:where("note like '1__\x25'"):select("id")))
    assert.same({ { "e" } }, lists(f:where("n = 9007199254740993"):select("id")))
  end)

  it("follows three-valued logic", function()
    local f = frame()
    assert.same({ { "b" }, { "e" } }, lists(f:where("side != 'north'"):select("id")))
    assert.same({ { "b" }, { "e" } }, lists(f:where("not (side = 'north')"):select("id")))
    assert.same({ { "a" }, { "c" }, { "d" } }, lists(f:where("side = 'north' or n = 1 and side is nil"):select("id")))
    assert.same({}, lists(f:where("share not in (0.5, 2.0) and share is nil"):select("id")))
  end)

  it("never lets a value become SQL", function()
    local f = frame()
    for _, value in ipairs { "' or 1=1 --", "\"; drop table x; --", "?1", "\0" } do
      assert.equal(0, f:where { side = value }:count())
      assert.equal(0, f:where("side = ?", value):count())
    end
  end)

  it("says what is wrong where it was written", function()
    local ds = dataset()
    assert.equal("parley: no column 'prty' in demands; did you mean 'party'?",
      message(function() return ds.demands:where { prty = "hill" } end))
    local _, err = pcall(function() return ds.demands:where { prty = "hill" } end)
    assert.truthy(err:find("query_spec.lua:", 1, true), err)
    assert.equal("parley: no column 'talk.dat' in talks; did you mean 'date'? (position 1 of \"talk.dat > 1\")",
      message(function() return ds.demands:where("talk.dat > 1") end))
    assert.equal("parley: no column 'topic.x' in topic, which refers to no table (position 1 of \"topic.x = 1\")",
      message(function() return ds.demands:where("topic.x = 1") end))
    assert.equal("parley: 'ceasfire' is no topic; did you mean 'ceasefire'? (position 9 of \"topic = 'ceasfire'\")",
      message(function() return ds.demands:where("topic = 'ceasfire'"):all() end))
    assert.equal("parley: 'ceasfire' is no topic; did you mean 'ceasefire'?",
      message(function() return ds.demands:where { topic = "ceasfire" }:all() end))
    assert.equal("parley: cannot compare days_low (integer) with 'x' (text) (position 10 of \"days_low = 'x'\")",
      message(function() return ds.demands:where("days_low = 'x'") end))
    assert.equal("parley: a comparison with nil is never true; write 'is nil' or 'is not nil' (position 7 of \"party = nil\")",
      message(function() return ds.demands:where("party = nil") end))
    assert.equal("parley: where() needs a condition, which is true or false, but party (text) is not (position 1 of \"party\")",
      message(function() return ds.demands:where("party") end))
    assert.equal("parley: where{party = ...} takes a value, a list of values or parley.null, not a function",
      message(function() return ds.demands:where { party = print } end))
    assert.equal("parley: no function 'lowr'; did you mean 'lower'? (position 1 of \"lowr(party) = 'x'\")",
      message(function() return ds.demands:where("lowr(party) = 'x'") end))
    assert.equal("parley: substr() takes 2 to 3 arguments, not 1 (position 1 of \"substr(party) = 'x'\")",
      message(function() return ds.demands:where("substr(party) = 'x'") end))
    assert.equal("parley: sum() is an aggregate: it stands in summarise(), or in with(), after by() (position 1 of \"sum(days_low) > 1\")",
      message(function() return ds.demands:where("sum(days_low) > 1") end))
  end)
end)

describe("columns", function()
  it("are chosen, computed and replaced", function()
    local f = frame()
    assert.same({ "double", "id" }, f:select("n * 2 as double", "id"):columns())
    assert.same({ "id", "side", "n", "share", "open", "note", "half" }, f:with("n / 2 as half"):columns())
    assert.same({ { "a", 4 } }, lists(f:with("n + 1 as n"):where { id = "a" }:select("id", "n")))
    assert.same({ "integer", "number", "number", "boolean", "text" },
      f:select("n % 2 as a", "n / 2 as b", "share * n as c", "n > 1 as d", "id .. n as e"):types())
    assert.same({ { "b", 1, 0.5, "b1", false } },
      lists(f:where { id = "b" }:select("id", "n % 2 as rest", "n / 2 as half", "id .. n as both", "n > 1 as many")))
  end)

  it("keep 64-bit integers exact, and refuse to overflow", function()
    local f = frame()
    assert.same({ { 9007199254740994 } }, lists(f:where { id = "e" }:select("n + 1 as m")))
    assert.truthy(message(function() return f:select("n * 9007199254740993 as m"):all() end):find("integer overflow", 1, true))
    assert.equal(9007199254741005, f:sum("n"))
    local big = parley.frame { { n = math.maxinteger }, { n = 1 } }
    assert.truthy(message(function() return big:sum("n") end):find("integer overflow", 1, true))
  end)

  it("divide as Lua does, and give missing for a division by zero", function()
    local f = parley.frame { { n = -7, d = 3, z = 0 } }
    assert.same({ { 2, -7 / 3, "·", "·" } }, lists(f:select("n % d as m", "n / d as q", "n / z as x", "n % z as y")))
  end)

  it("take names only once", function()
    assert.equal("parley: two columns would be called 'n'; name one with 'as', as in \"n as other\"",
      message(function() return frame():select("n", "id as n") end))
  end)

  it("follow references", function()
    local ds = dataset()
    assert.same({ { "d1", "Førde", "·" }, { "d2", "Bergen", "2031-02-10" }, { "d3", "·", "·" } },
      lists(ds.demands:select("id", "talk.place", "talk.prepares.date"):sort("id")))
    assert.same({ { "d2" } }, lists(ds.demands:where("talk.prepares.place = 'Førde'"):select("id")))
    assert.same({ { 1, 1 }, { 2, 1 }, { "·", 1 } }, lists(ds.demands:by("talk.round"):count()))
  end)
end)

describe("groups", function()
  it("give one row each, sorted by key, missing last", function()
    assert.same({ { "north", 2, 10, 0.5 }, { "south", 2, 9007199254740994, 1.125 }, { "·", 1, 1, -1.5 } },
      lists(frame():by("side"):summarise("count()", "sum(n)", "mean(share)")))
    assert.same({ "side", "count", "sum_n", "mean_share" },
      frame():by("side"):summarise("count()", "sum(n)", "mean(share)"):columns())
  end)

  it("know every aggregate", function()
    local f = parley.frame({ { g = "x", v = 4, t = "b" }, { g = "x", v = 1, t = "a" }, { g = "x", v = 10, t = "b" },
      { g = "x" } }, { columns = { "g", "v", "t" } })
    local row = f:by("g"):summarise("count() as rows", "count(v) as values", "count_distinct(t) as kinds", "sum(v) as sum",
      "mean(v) as mean", "min(v) as low", "max(v) as high", "median(v) as median", "quantile(v, 0.25) as q",
      "first(t) as first", "last(t) as last", "list(t) as list"):one()
    assert.same({ g = "x", rows = 4, values = 3, kinds = 2, sum = 15, mean = 5.0, low = 1, high = 10, median = 4.0,
      q = 2.5, first = "b", last = "b", list = "b; a; b" }, row)
    local sorted = f:sort("v desc"):summarise("first(v) as first", "last(v) as last", "list(t) as list"):one()
    assert.same({ first = 10, last = 1, list = "b; b; a" }, sorted)
  end)

  it("compute with aggregates and name the parts", function()
    assert.same({ { "north", 5.0 }, { "south", 4503599627370497.0 }, { "·", 1.0 } },
      lists(frame():by("side"):summarise("sum(n) / count() as mean")))
    assert.same({ { true, 2 }, { false, 2 }, { "·", 1 } }, lists(frame():by("open"):count():sort("open desc")))
    assert.equal(2, frame():sum("open"))
  end)

  it("give plain values without by", function()
    local f = frame()
    assert.equal(5, f:count())
    assert.equal(4, f:count("side"))
    assert.equal(2, f:count_distinct("side"))
    assert.equal(0.375, f:median("share"))
    assert.equal(-1.5, f:quantile("share", 0))
    assert.equal(0, f:where("n > 1e300"):count())
    assert.is_nil(f:where("n > 1e300"):sum("n"))
  end)

  it("keep dates with their precision, sorted by day", function()
    local ds = dataset()
    assert.same({ { "2031-02-11", 1 }, { "2031-02-20/..", 1 }, { "2031-03", 1 } }, lists(ds.demands:by("made"):count()))
    assert.same({ { "2031-02-11", "2031-03" } }, lists(ds.demands:summarise("min(made)", "max(made)")))
  end)

  it("refuse what is neither key nor aggregate", function()
    assert.equal("parley: column 'n' stands outside an aggregate; give it to by(), or use first(n) (position 1 of \"n\")",
      message(function() return frame():by("side"):summarise("n") end))
    assert.equal("parley: count() stands inside sum(): aggregates do not nest (position 5 of \"sum(count())\")",
      message(function() return frame():summarise("sum(count())") end))
    assert.equal("parley: the argument of sum() must be a number, but side (text) is not (position 1 of \"side\")",
      message(function() return frame():sum("side") end))
    assert.equal("parley: where() after by(): say first what to make of the groups, with summarise(...) or count()",
      message(function() return frame():by("side"):where("n > 1") end))
    assert.truthy(message(function() return frame():by("side"):all() end):find("no rows yet after by()", 1, true))
  end)

  it("spread over columns in a pivot", function()
    local p = frame():pivot { rows = "side", columns = "open" }
    assert.same({ "side", "false", "true", "missing" }, p:columns())
    assert.same({ { "north", 0, 2, 0 }, { "south", 2, 0, 0 }, { "·", 0, 0, 1 } }, lists(p))
    assert.same({ { "north", "·", 10, "·" }, { "south", 9007199254740994, "·", "·" }, { "·", "·", "·", 1 } },
      lists(frame():pivot { rows = "side", columns = "open", values = "sum(n)" }))
    assert.same({ { "·", 1 } }, lists(p:where("missing > 0"):select("side", "missing")))
    assert.equal("parley: pivot{} has no option 'row'; did you mean 'rows'?",
      message(function() return frame():pivot { row = "side", columns = "open" } end))
    assert.equal("parley: values of pivot must be an aggregate such as count() or sum(best), not 'n'",
      message(function() return frame():by("side"):summarise("sum(n) as n"):pivot { rows = "side", columns = "n", values = "n" } end))
  end)
end)

describe("order, limits, different rows", function()
  it("sort by several keys, missing last either way", function()
    assert.same({ { "b" }, { "d" }, { "a" }, { "c" }, { "e" } }, lists(frame():sort("n", "id"):select("id")))
    assert.same({ { "d" }, { "e" }, { "a" }, { "b" }, { "c" } }, lists(frame():sort("share"):select("id")))
    assert.same({ { "b" }, { "a" }, { "e" }, { "d" }, { "c" } }, lists(frame():sort("share desc"):select("id")))
  end)

  it("apply in the order they are written", function()
    local f = frame():sort("n desc", "id")
    assert.same({ { "c" } }, lists(f:limit(2):where { side = "north" }:select("id")))
    assert.same({ { "c" }, { "a" } }, lists(f:where { side = "north" }:limit(2):select("id")))
    assert.same({ { "c" }, { "a" } }, lists(f:limit(2, 1):select("id")))
    assert.same({ { "e" } }, lists(f:limit(3):limit(1):select("id")))
    assert.same({ { "c" }, { "e" } }, lists(f:limit(2):sort("id"):select("id")))
    assert.equal(2, f:limit(2):count())
    assert.equal(0, f:limit(0):count())
  end)

  it("keep different rows, in the order they first come", function()
    assert.same({ { "north" }, { "south" }, { "·" } }, lists(frame():distinct("side"):sort("side")))
    assert.same({ { "south" }, { "north" }, { "·" } }, lists(frame():sort("n desc", "id"):distinct("side")))
    assert.equal(4, frame():distinct("side", "open"):count() + 1)
    assert.equal(5, frame():distinct():count())
    assert.equal(3, frame():sort("n desc"):distinct("side"):count())
    assert.equal("north; south", frame():distinct("side"):sort("side"):list("side"))
  end)

  it("refuse what is no number of rows", function()
    assert.equal("parley: limit(n) must be a whole number, 0 or more, not -1", message(function() return frame():limit(-1) end))
    assert.equal("parley: limit(n) must be a whole number, 0 or more, not the text 'x'", message(function() return frame():limit("x") end))
    assert.equal("parley: limit(n) must be a whole number, 0 or more, not nil", message(function() return frame():limit() end))
  end)
end)

describe("joins", function()
  local left = parley.frame { { k = "x", a = 1 }, { k = "y", a = 2 }, { a = 3 } }
  local right = parley.frame { { k = "x", a = 10 }, { k = "x", a = 11 }, { k = "z", a = 12 }, { a = 13 } }

  it("pair rows; missing keys meet nothing", function()
    assert.same({ { 1, "x", 10 }, { 1, "x", 11 } }, lists(left:join(right:select("k", "a as b"), { on = "k" }):sort("b")))
    assert.same({ { 1, "x", "x", 10 }, { 1, "x", "x", 11 }, { 2, "y", "·", "·" }, { 3, "·", "·", "·" } },
      lists(left:join(right:select("k", "a as b"), { on = "k", kind = "left" }):sort("a", "b")))
    assert.same({ { 1, "x" } }, lists(left:join(right, { on = "k", kind = "semi" })))
    assert.same({ { 2, "y" }, { 3, "·" } }, lists(left:join(right, { on = "k", kind = "anti" })))
  end)

  it("name what both sides have after the right table", function()
    local ds = dataset()
    local joined = ds.demands:join(ds.talks, { on = { talk = "id" } }):sort("id")
    assert.same({ { "d1", "Førde", "·" }, { "d2", "Bergen", "·" } }, lists(joined:select("id", "place", "talks_status")))
    assert.same({ { "d1", "t1" }, { "d2", "t2" } }, lists(ds.demands:join(ds.talks):select("id", "talk"):sort("id")))
    assert.same({ { "d1" } }, lists(ds.demands:join(ds.talks:where { place = "Førde" }):select("id")))
  end)

  it("say what does not fit", function()
    local ds = dataset()
    assert.equal("parley: no kind of join 'outer'; known: inner, left, semi, anti",
      message(function() return left:join(right, { on = "k", kind = "outer" }) end))
    assert.equal("parley: no column 'q' on the left of the join; known: a, k",
      message(function() return left:join(right, { on = "q" }) end))
    assert.equal("parley: cannot join a (integer) with k (text)",
      message(function() return left:join(right, { on = { a = "k" } }) end))
    assert.equal('parley: state how the join meets: {on = "column"} or {on = {left_column = "right_column"}}; several'
      .. " columns refer to parties: party, addressee", message(function() return ds.demands:join(ds.parties) end))
    assert.equal("parley: join() takes a query or a Frame, not a string", message(function() return left:join("x") end))
  end)
end)

describe("dates", function()
  it("compare all their days with a period", function()
    local ds = dataset()
    local function ids(...) return lists(ds.demands:where(...):select("id"):sort("id")) end
    assert.same({ { "d2" } }, ids("made >= '2031-03'"))
    assert.same({ { "d1" } }, ids("made < '2031-03'"))
    assert.same({}, ids { made = "2031-03-01" })
    assert.same({ { "d2" } }, ids { made = "2031-03" })
    assert.same({ { "d1" } }, ids("surely(made < '2031-03')"))
    assert.same({ { "d1" }, { "d3" } }, ids("possibly(made < '2031-03')"))
    assert.same({ { "d1" }, { "d2" }, { "d3" } }, ids("possibly(made <= '2031-03-01')"))
    assert.same({ { "d1" }, { "d3" } }, ids("possibly(made < '2031-03-01')"))
    assert.same({ { "d2" }, { "d3" } }, ids("overlaps(made, '2031-03-15')"))
    assert.same({ { "d2" } }, ids("during(made, '2031-03')"))
    assert.same({ { "d1", 2031, 2, 11, 1 }, { "d2", 2031, 3, "·", 31 }, { "d3", "·", "·", "·", "·" } },
      lists(ds.demands:select("id", "year(made) as y", "month(made) as m", "day(made) as d", "days(made) as n"):sort("id")))
    assert.same({ { 4, "2031-03-05", "2031-03-09" } }, lists(ds.demands:where { id = "d2" }
      :select("start(wanted) - start(made) as later", "start(wanted) as a", "stop(wanted) as b")))
  end)

  it("refuse what is no date", function()
    local ds = dataset()
    assert.truthy(message(function() return ds.demands:where("made > '2031-02-30'") end):find("2031-02-30", 1, true))
    assert.truthy(message(function() return ds.demands:where("made < '../2031-02-20'") end)
      :find("'../2031-02-20' has no first day, so nothing is before it", 1, true))
    assert.truthy(message(function() return ds.demands:where("made > '2031-02-20/..'") end)
      :find("'2031-02-20/..' has no last day, so nothing is after it", 1, true))
    assert.truthy(message(function() return ds.demands:where("made < '2025-06-2'") end)
      :find("'2025-06-2' is not a date", 1, true))
    assert.truthy(message(function() return ds.demands:where("made between '2020' and '2019'") end)
      :find("nothing lies between 2020 and 2019", 1, true))
    assert.truthy(message(function() return ds.outcomes:where("best between 2 and 1") end)
      :find("nothing lies between 2 and 1", 1, true))
    assert.truthy(message(function() return ds.outcomes:where("possibly(best > 1)") end)
      :find("each side of the comparison in possibly() must be a date", 1, true))
    assert.truthy(message(function() return ds.outcomes:where("possibly(all_for_all)") end)
      :find("possibly() takes a condition that compares dates", 1, true))
    assert.truthy(message(function() return ds.demands:where("made + 1 > 2") end):find("dates do not take '+'", 1, true))
    assert.truthy(message(function() return ds.demands:as_of("tomorrow") end):find("as_of(): ", 1, true))
  end)
end)

describe("search", function()
  it("finds words without regard to case and accents, all of them", function()
    local ds = dataset()
    local function ids(text) return lists(ds.demands:search(text):select("id")) end
    assert.same({ { "d1" } }, ids("FORDE"))
    assert.same({ { "d1" } }, ids("shell* førde"))
    assert.same({ { "d1" } }, ids('"the shelling"'))
    assert.same({}, ids('"shelling the"'))
    assert.same({}, ids("førde bergen"))
    assert.same({}, ids("shell"))
    assert.same({}, ids("' OR 1 NEAR( \" AND *x"))
  end)

  it("follows writes, retractions and as_of", function()
    local ds = dataset()
    local key = ds:claim("demands", "d2", { text = "Free the ferrymen" }, { source = "p2", certainty = "narration" })
    assert.same({ { "d2" } }, lists(ds.demands:search("ferrymen"):select("id")))
    assert.same({}, lists(ds.demands:as_of("2031-03-30"):search("ferrymen"):select("id")))
    assert.same({ { "d2" } }, lists(ds.demands:as_of("2031-03-31"):search("ferrymen"):select("id")))
    ds:retract(key, "misread")
    assert.same({}, lists(ds.demands:search("ferrymen"):select("id")))
    assert.same({}, lists(ds.demands:as_of("2031-03-31"):search("ferrymen"):select("id")))
  end)

  it("ranks by how much of a text the words are", function()
    local ds = dataset()
    ds:atomic(function()
      ds:claim("demands", "d2", { text = "bridge " .. ("and other words "):rep(30) }, { source = "p1" })
      ds:claim("demands", "d3", { text = "bridge bridge" }, { source = "p1" })
    end)
    assert.same({ { "d3" }, { "d2" } }, lists(ds.demands:search("bridge"):select("id")))
  end)

  it("says when there is no word to look for, or no table's rows", function()
    local ds = dataset()
    assert.equal("parley: search() needs at least one word to look for, but got ' * '",
      message(function() return ds.demands:search(" * ") end))
    assert.equal("parley: search() belongs to the rows of a table; call it first",
      message(function() return ds.demands:by("party"):count():search("x") end))
  end)
end)

describe("as_of", function()
  it("resolves every table the query touches from what was reported by the end of that day", function()
    local ds = dataset()
    ds:claim("talks", "t1", { place = "Voss" }, { source = "p2", certainty = "on_record_quote" })
    assert.same({ { "d1", "2031-02-11", "Voss" } },
      lists(ds.demands:where { id = "d1" }:select("id", "made", "talk.place")))
    assert.same({ { "d1", "2031-02-10", "Førde" } },
      lists(ds.demands:as_of("2031-03-30"):where { id = "d1" }:select("id", "made", "talk.place")))
    assert.same({ { "d1", "2031-02-11", "Voss" } },
      lists(ds.demands:where { id = "d1" }:as_of("2031-03-31"):select("id", "made", "talk.place")))
    assert.equal(0, ds.demands:as_of("2031-03-01"):count())
    assert.equal(2, ds.demands:where { id = "d1" }:claims():count())
    assert.equal(1, ds.demands:as_of("2031-03-30"):where { id = "d1" }:claims():count())
    assert.equal(1, ds.demands:disagreements():count())
    assert.equal(0, ds.demands:as_of("2031-03-30"):disagreements():count())
  end)

  it("can stand beside today's rows in one query", function()
    local ds = dataset()
    local then_ = ds.demands:as_of("2031-03-30"):select("id", "made as was")
    assert.same({ { "d1", "2031-02-11", "2031-02-10" } },
      lists(ds.demands:join(then_, { on = "id" }):where("made != was"):select("id", "made", "was")))
  end)
end)

describe("views that meet in one query", function()
  it("keep their own policy", function()
    local ds = parley.open()
    local a, b = ds:with_policy { deny = { "s3" } }, ds:with_policy { prefer = { "s3" } }
    local function both(x, y)
      return lists(x.outcomes:where { id = "r2-bodies" }:select("id", "best")
        :join(y.outcomes:select("id", "best as other"), { on = "id" }):select("best", "other"))
    end
    assert.same({ { 6000, 12000 } }, both(a, b))
    assert.same({ { 12000, 6000 } }, both(b, a))
    assert.same({ { 6000, 12000 } }, both(a:as_of("2025-07"), b:as_of("2025-07")))
  end)

  it("let as_of reach joined rows and claims, whatever comes first", function()
    local ds = parley.open()
    local on = { on = { id = "talk" } }
    local before = ds:as_of("2025-06-01")
    local expected = before.talks:join(before.participants, on):count()
    assert.is_true(expected > 0 and expected < ds.talks:join(ds.participants, on):count())
    assert.equal(expected, ds.talks:join(ds.participants, on):as_of("2025-06-01"):count())
    assert.equal(expected, ds.talks:as_of("2025-06-01"):join(ds.participants:as_of("2025-06-01"), on):count())
    assert.equal(ds.demands:as_of("2025-06-01"):claims():count(), ds.demands:claims():as_of("2025-06-01"):count())
    assert.equal(ds.talks:as_of("2025-06-01"):count(), ds.talks:as_of("2025-07-31"):as_of("2025-06-01"):count())
    assert.equal(ds.talks:as_of("2025-06-01"):count(), ds.talks:as_of("2025-06-01"):as_of("2025-07-31"):count())
  end)
end)

describe("tables of other files", function()
  local path
  before_each(function()
    path = os.tmpname()
    os.remove(path)
    local store = assert(require("parley.core").open(path, { mode = "rwc" }))
    store:exec [[CREATE TABLE t (n, w TEXT); INSERT INTO t VALUES (9007199254740993, 'abc'), (2, NULL), (NULL, 'x');
      CREATE TABLE r (n, x); INSERT INTO r VALUES (1, 0.5);
      CREATE VIEW broken AS SELECT * FROM gone]]
    store:close()
  end)
  after_each(function() os.remove(path) end)

  it("keep numbers of any type exact", function()
    local odd <close> = assert(parley.open(path, { schema = false }))
    assert.equal(9007199254740995, odd.t:sum("n"))
    assert.same({ { 9007199254740994 }, { 3 }, { "·" } }, lists(odd.t:select("n + 1 as m")))
    assert.same({ { -9007199254740993 }, { -2 }, { "·" } }, lists(odd.t:select("-n as m")))
    assert.same({ { 1.5 } }, lists(odd.r:select("n + x as m")))
    assert.equal(2, odd.t:where("-n"):count())
    assert.same({ { 1.0 } }, lists(odd.t:where("n = 2"):select("n / n as m")))
    assert.truthy(message(function() return odd.t:select("w / 2 as m"):all() end):find("/ needs a number, not 'abc'", 1, true))
    assert.equal(9007199254740993, odd.t:max("n"))
  end)

  it("are read though a view is broken, and refuse what needs claims", function()
    local odd <close> = assert(parley.open(path, { schema = false }))
    assert.equal("r, t", tostring(odd:tables()))
    assert.truthy(message(function() return odd.t:as_of("2025") end):find("as_of() needs the tables of a Parley dataset", 1, true))
    assert.truthy(message(function() return odd.t:search("abc") end):find("contains(column, 'text')", 1, true))
    assert.truthy(message(function() return parley.open(path, { schema = false, policy = { deny = { "x" } } }) end)
      :find("a policy chooses between claims", 1, true))
  end)
end)

describe("Frames in a join", function()
  it("are copied once, and gone with the Frame", function()
    local ds = dataset()
    local function copies() return ds.store:values("SELECT count(*) FROM sqlite_temp_master WHERE name LIKE 'frame_%'") end
    local f = parley.frame { { id = "d1", w = 1 } }
    for _ = 1, 20 do assert.equal(1, ds.demands:join(f, { on = "id" }):count()) end
    assert.equal(1, copies())
    f = nil          -- luacheck: ignore 311
    for _ = 1, 5 do
      collectgarbage()
      assert.equal(1, ds.demands:join(parley.frame { { id = "d2" } }, { on = "id" }):count())
    end
    assert.is_true(copies() <= 2, copies() .. " copies")
  end)

  it("keep integers exact, or say why not", function()
    assert.equal("parley: row 2, column 'n': 9007199254740993 stands among fractions, and no number with a fraction is exactly it",
      message(function() return parley.frame { { n = 1.5 }, { n = 9007199254740993 } } end))
  end)
end)

describe("ends", function()
  it("give rows, values, lists and single rows", function()
    local f = frame():select("id", "n", "side")
    assert.same({ id = "a", n = 3, side = "north" }, f:limit(1):all()[1])
    local seen = {}
    for id, n in f:limit(2):each("id", "n") do seen[#seen + 1] = { id, n } end
    assert.same({ { "a", 3 }, { "b", 1 } }, seen)
    assert.same({ id = "d", n = 1 }, f:where { id = "d" }:one())
    assert.is_nil(f:where { id = "zz" }:limit(1):frame()[1])
  end)

  it("give a missing first value as parley.null, so that the loop goes on", function()
    local values = {}
    for side in frame():sort("side"):each("side") do values[#values + 1] = side end
    assert.same({ "north", "north", "south", "south", parley.null }, values)
  end)

  it("insist on one row", function()
    local ds = dataset()
    assert.equal("t1", ds.talks:where { round = 1 }:one().id)
    assert.equal("parley: one() expects exactly one row of talks, but found none; use first() or all()",
      message(function() return ds.talks:where { round = 9 }:one() end))
    assert.equal("parley: one() expects exactly one row of demands, but found 3; use first() or all()",
      message(function() return ds.demands:one() end))
    assert.equal("t1", ds.talks:sort("id"):first().id)
    assert.is_nil(ds.talks:where { round = 9 }:first())
  end)

  it("get one record, which prints with its claims", function()
    local ds = dataset()
    local record = ds.demands:get("d1")
    assert.equal("2031-02-11", record.made)
    assert.truthy(tostring(record):find("made%s+2031%-02%-11%s+2 claims"))
    assert.truthy(tostring(record):find("party%s+hill%s+1 claim\n"))
    assert.truthy(tostring(ds.demands:as_of("2031-03-30"):get("d1")):find("made%s+2031%-02%-10%s+1 claim\n"))
    assert.equal("parley: no 'd9' in demands; did you mean 'd1'?", message(function() return ds.demands:get("d9") end))
  end)

  it("release everything on break and on errors", function()
    local path = os.tmpname()
    os.remove(path)
    local ds = dataset()
    assert(ds:save_as(path))
    local copy = assert(parley.open(path))
    for _ in copy.demands:rows() do break end          -- luacheck: ignore 512
    pcall(function() for _ in copy.demands:rows() do error("stop") end end)
    copy:add("parties", { id = "glen", name = "Glen" }, { source = "p1" })
    copy:close()
    assert.equal(3, parley.open(path, { mode = "ro" }).parties:count())
    os.remove(path)
  end)

  it("notice a closed dataset", function()
    local ds = dataset()
    local q = ds.demands
    ds:close()
    for _, f in ipairs { function() return q:count() end, function() return q:where("party is nil"):all() end,
      function() return ds.demands end, function() return ds:sql("select 1") end, function() return q:all() end } do
      assert.equal("parley: this dataset is closed", message(f))
    end
    assert.equal("parley.Dataset (closed)", tostring(ds))
  end)
end)

describe("a query", function()
  it("is immutable and leaves its ancestors alone", function()
    local ds = dataset()
    local q = ds.demands:where { party = "vale" }
    local narrowed = q:where { topic = "prisoners" }
    assert.same({ 2, 1 }, { q:count(), narrowed:count() })
    assert.equal("parley: a query cannot be changed: 'x' was assigned; each verb returns a new query",
      message(function() q.x = 1 end))
    assert.equal("parley: a query has no 'wher'; did you mean 'where'?", message(function() return q:wher() end))
  end)

  it("can be built in a loop, deep", function()
    local q = frame():with("n as m")
    for _ = 1, 60 do q = q:with("m % 1000 + 1 as m"):where("m > 0") end
    assert.equal(5, q:count())
    local wide = frame():select("id", "n % 5 as x")
    for _ = 1, 25 do wide = wide:select("id", "(x + x) % 5 as x") end
    assert.equal(5, wide:count())
  end)

  it("runs every expression that may be written, however deep", function()
    local f = frame():limit(4)          -- so that conditions stand in a second SELECT
    local function nested(before, inner, after) return before:rep(14) .. inner .. after:rep(14) end
    local deep = {
      nested("trim(", "id", ")") .. " = 'a'", nested("coalesce(id, ", "id", ")") .. " = 'a'",
      nested("(1 + ", "n", ")") .. " > 0", nested("upper(", "id", ")") .. " = 'A'",
      nested("(1 % ", "n", ")") .. " is not nil", nested("not ", "n = 1", ""), nested("- ", "n", "") .. " != 0",
      nested("(n / ", "n", ")") .. " is not nil", nested("('x' .. ", "id", ")") .. " != ''",
      nested("round(", "share", ", 1)") .. " is nil or true",
    }
    for _, text in ipairs(deep) do assert.is_true(pcall(f.count, f:where(text)), text) end
    assert.equal(4, f:where(("n + "):rep(700) .. "n > 0"):count())
    assert.equal(4, f:where(("n > 0 and "):rep(700) .. "true"):count())
  end)

  it("takes functions of the user's", function()
    local ds = dataset()
    ds:define("shout", function(text) return text and text:upper() .. "!" end)
    ds:define("fail", function() error("on purpose", 0) end)
    assert.same({ { "HILL!" }, { "VALE!" } }, lists(ds.parties:select("shout(id) as s"):sort("s")))
    assert.truthy(message(function() return ds.parties:select("fail() as x"):all() end):find("on purpose", 1, true))
  end)
end)
