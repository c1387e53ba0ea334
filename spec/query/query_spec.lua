-- Verbs of queries, on small tables whose answers can be read off.
-- Holds: query.steps.by, query.steps.distinct, query.steps.join, query.steps.limit, query.steps.pivot,
--   query.steps.select, query.steps.sort, query.steps.summarise, query.steps.where, query.steps.with, query.join_shape,
--   query.pivot_shape, query.verbs

local scratch = require "spec.support.scratch"
local parley = require "parley"
local small = require "spec.support.small"

local message = scratch.refusal
local lists, dataset, frame = small.lists, small.dataset, small.frame

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

  it("leave rows that are level as a sort before put them, in SQL as in a Frame", function()
    local ds = parley.open ":memory:"
    ds:add("sources", { id = "s" })
    for id, place in pairs { d = "Minsk", a = "Minsk", c = "Brest", b = "Minsk" } do
      ds:add("talks", { id = id, kind = "round", place = place }, { source = "s" })
    end
    for _, talks in ipairs { ds.talks, ds.talks:frame(), ds.talks:where "id is not nil" } do
      assert.equal("c; d; b; a", talks:sort("id desc"):sort("place"):list("id"))
      assert.equal("a; b; d; c", talks:sort("id"):sort("place desc"):list("id"))
      assert.equal("c; a; b; d", talks:sort("id"):sort("kind"):sort("place"):list("id"))
      assert.equal("c", talks:sort("id"):sort("place"):limit(1):one().id)
      assert.same({ { "c", "\u{b7}" }, { "a", "\u{b7}" }, { "b", "a" }, { "d", "b" } },
        lists(talks:sort("id"):sort("place"):by("place"):with("lag(id) as before"):select("id", "before")))
    end
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

  it("refuse what is not a number of rows", function()
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

  it("refuse what is not a date", function()
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
