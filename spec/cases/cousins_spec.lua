--- Other instances of cases 5, 16, 24, 25 and 30: the same fault at another table, call or part.
-- Holds: base.spellings, import.season_columns

local core = require "parley.core"
local parley = require "parley"
local scratch = require "spec.support.scratch"

local path, remove

before_each(function() path, remove = scratch.folder() end)
after_each(function() remove() end)

local function fresh()
  local ds = parley.open ":memory:"
  ds:add("sources", { id = "s" })
  return ds
end

local function import(ds, table, text, options)
  options = options or {}
  options.source = "s"
  return assert(ds:import(table, scratch.file(path "cousins.csv", text), options))
end

describe("a row mended late", function()
  it("does not displace one without claims that is there already: which is newer is not known (case 5)", function()
    local ds = fresh()
    import(ds, "events", "id,date,place\nk,2020-13-01,old\nm,2020-13-01,only\n")
    assert(ds:import("events", scratch.file(path "newer.csv", "id,date,place\nk,2020-02-01,new\n"), { source = "s" }))
    local report = ds:requeue { date = { ["2020-13-01"] = "2020-01-01" } }
    assert.same({ 1, 0, 1 }, { report.added, report.updated, report.quarantined })
    assert.equal("new", ds.events:get("k").place)
    assert.equal("only", ds.events:get("m").place)
    local left = ds.quarantine:one()
    assert.equal("duplicate", left.code)
    assert.matches("which is newer is not known", left.reason)
  end)
end)

describe("two spellings of one text", function()
  it("are one when they are added, and when they are asked for (case 16)", function()
    local ds = fresh()
    ds:add("people", { id = "a", name = "Jos\u{e9}" }, { source = "s" })
    ds:add("people", { id = "b ", name = "\u{a0}Jose\u{301} " }, { source = "s" })
    ds:add("participants", { id = "p", person = "b " }, { source = "s" })
    assert.equal(1, ds.people:distinct("name"):count())
    assert.equal("José", ds.people:get("b").name)
    assert.equal("b", ds.participants:get("p").person)
    for _, q in ipairs { ds.people:where { name = "Jose\u{301}" }, ds.people:where("name = ?", "Jose\u{301}"),
      ds.people:where("name in ('Jose\u{301}', 'x')"), ds.people:where("name like 'Jose\u{301}%'") } do
      assert.equal(2, q:count())
    end
    assert.error_matches(function() ds:add("people", { id = "b", name = "x" }, { source = "s" }) end, "exists already")
    assert.error_matches(function() ds:add("people", { id = "\u{a0} ", name = "x" }, { source = "s" }) end,
      "an id cannot be empty")
  end)
end)

describe("lines below a table", function()
  it("are told as sums in other languages, too (case 24)", function()
    for _, word in ipairs { "Всего", "Усього", "Insgesamt", "Summe", "Total général", "Toplam:" } do
      local ds = fresh()
      local report = import(ds, "people", "id,name\np1,Ann\n" .. word .. ",2\n")
      assert.same({ 1, 1 }, { report.added, report.quarantined }, word)
    end
  end)
end)

describe("parts of a date", function()
  it("are set aside without a year, unless all are missing (case 25)", function()
    local ds = fresh()
    local report = import(ds, "talks", "id,y,m,d,place\na,,5,1,Rome\nb,,,9,Rome\nc,,,,Rome\n", { mapping = { rows = {
      { table = "talks", id = "{id}",
        columns = { place = "place", date = { date = { year = "y", month = "m", day = "d" } } } },
    } } })
    assert.same({ 1, 2 }, { report.added, report.quarantined })
    local reasons = {}
    for row in ds.quarantine:sort("line"):rows() do reasons[#reasons + 1] = row.reason end
    assert.same({ "the 5 in column 'm' has no year", "the 9 in column 'd' has no year" }, reasons)
  end)
end)

describe("columns of somebody else's file that hold texts beside numbers", function()
  local function foreign()
    local db = path "foreign.db"
    local store <close> = assert(core.open(db, { mode = "rwc" }))
    store:exec [[create table t(k, v); insert into t values('7',1),(7,2),(7.0,3),('7.0',4),(null,5);
      create table b(k, v); insert into b values('7',1),(7,2),(x'37',3);
      create table w(k integer); insert into w values('n/a'),(7),(8);
      create table x(k text); insert into x values('7'),('n/a');
      create table n(k integer); insert into n values(7);]]
    return parley.open(db, { schema = false })
  end

  local function joined(ds, left, right, kind, frames)
    local l, r = ds:table(left), ds:table(right)
    if frames then l, r = l:frame(), r:frame() end
    return l:join(r, { on = { k = "k" }, kind = kind, suffix = "_2" }):count()
  end

  it("meet alike in a query and in Frames (cases 48 and 85)", function()
    local ds = foreign()
    local counts = { t = { t = { 8, 4, 1, 9 }, x = { 2, 2, 3, 5 } }, w = { w = { 3, 3, 0, 3 }, t = { 2, 1, 2, 4 } },
      b = { b = { 9, 3, 0, 9 } } }
    for left, others in pairs(counts) do
      for right, wanted in pairs(others) do
        for i, kind in ipairs { "inner", "semi", "anti", "left" } do
          local about = left .. " " .. kind .. " " .. right
          assert.equal(wanted[i], joined(ds, left, right, kind), about)
          assert.equal(wanted[i], joined(ds, left, right, kind, true), about .. ", of Frames")
        end
      end
    end
    assert.equal(1, ds.b:by("k"):count():count())
    assert.equal(1, ds.b:frame():by("k"):count():count())
    ds:close()
  end)

  it("come below each other, or are refused, alike (case 85)", function()
    local ds = foreign()
    for _, of in ipairs { "table", "frame" } do
      local function side(name)
        local q = ds:table(name):select "k"
        return of == "frame" and q:frame() or q
      end
      assert.error_matches(function() side("n"):union(side "x"):count() end, "%(integer%) and 'k' %(text%)")
      assert.equal(5, side("w"):union(side "x"):count())
      assert.equal(3, side("w"):union(side "x"):distinct():count())
    end
    ds:close()
  end)
end)

describe("what does not add up", function()
  local ds = parley.open()
  local function refused(q, what)
    local ok, err = pcall(q.sum, q, what)
    assert.is_false(ok)
    assert.matches("would add up what is not counted alike %(unit: bodies, names, prisoners of war%)", tostring(err))
  end

  it("is named, and said to be more where there is more", function()
    local outcomes = parley.open("russia-ukraine-talks").outcomes
    local _, err = pcall(outcomes.sum, outcomes, "best")
    assert.matches("%(unit: bodies, children, days, entries, …%)", tostring(err))
  end)

  it("does not add up as a column worked out, without its unit, or in SQL of one's own (case 45)", function()
    refused(ds.outcomes:select "best * 2 as x", "x")
    refused(ds.outcomes:select("coalesce(best, low) as x", "unit"):sort "x", "x")
    refused(ds.outcomes:with("best + 0 as x"):with "x as y", "y")
    refused(ds.outcomes:frame():select "abs(best) as x", "x")
    refused(ds.outcomes:select("best"):distinct(), "best")
    refused(ds.outcomes:select("best"):sort("best"):limit(50), "best")
    refused(ds:sql "select * from outcomes", "best")
    refused(ds:sql "select unit, best as n from outcomes", "n")
    refused(ds.outcomes:select("best * 2 as x"):where "x > 0", "x")
    assert.equal(678, ds.outcomes:where{ unit = "names" }:select("best * 2 as x"):where("x > 0"):sum "x")
    assert.equal(2 * ds.outcomes:count(), ds.outcomes:select("2 as x"):sum "x")
  end)
end)

describe("a condition that no word or id can meet", function()
  it("is told on paths, under functions and for parts of a word (case 55)", function()
    local ds = parley.open()
    local wanted = { ["party.id = 'ukrane'"] = "ukraine", ["lower(party) = 'ukrane'"] = "ukraine",
      ["upper(party) = 'UKRANE'"] = false, ["lower(party.id) = 'ukrane'"] = "ukraine",
      ["lower(topic) like 'ceasf%'"] = false, ["contains(topic, 'ceasfire')"] = false,
      ["starts_with(topic, 'ceasf')"] = false, ["ends_with(topic, 'fier')"] = false }
    for condition, meant in pairs(wanted) do
      local ok, err = pcall(function() return ds.demands:where(condition):count() end)
      assert.is_false(ok, condition)
      if meant then assert.equal("did you mean 'ukraine'?", err.hint, condition) end
    end
    for _, condition in ipairs { "party.id = 'ukraine'", "upper(party) = 'UKRAINE'", "contains(topic, 'CEASE')",
      "lower(topic) like 'c_ase%'", "starts_with(topic, 'cease')", "ends_with(topic, 'fire')" } do
      assert.is_true(ds.demands:where(condition):count() > 0, condition)
    end
    assert.equal(0, ds.demands:where("id = 'nobody'"):count())
  end)
end)

describe("a rename", function()
  it("follows all references of one claim, also to itself and of its speaker", function()
    local ds = fresh()
    ds:add("parties", { id = "p", name = "P" }, { source = "s" })
    ds:claim("parties", "p", { parent = "p" }, { source = "s" })
    ds:add("people", { id = "h", name = "H" }, { source = "s" })
    ds:add("talks", { id = "t", host = "p", initiated_by = "p" }, { source = "s", said_by = "h" })
    ds:add("participants", { id = "x", talk = "t", party = "p", person = "h" }, { source = "s", said_by = "h" })
    ds:add("demands", { id = "d", talk = "t" }, { source = "s" })
    ds:add("demands", { id = "f", requires = "d", revises = "d" }, { source = "s" })
    ds:rename("parties", "p", "q")
    ds:rename("people", "h", "g")
    ds:rename("demands", "d", "b")
    local t, x, f = ds.talks:get "t", ds.participants:get "x", ds.demands:get "f"
    assert.same({ "q", "q", "q", "q", "g", "b", "b" },
      { ds.parties:get("q").parent, t.host, t.initiated_by, x.party, x.person, f.requires, f.revises })
    assert.equal("g", ds.participants:claims():one().said_by)
    assert.equal("g", ds.talks:claims():one().said_by)
    ds:rename("parties", "q", "p")
    assert.equal("p", ds.talks:get("t").initiated_by)
  end)
end)

describe("years that end in the next", function()
  it("are told where a column of dates takes them for seasons (case 30)", function()
    for _, rows in ipairs { "id,date\na,2020-21\nb,2021-22\nc,\n", "id,date\na,2020-21\nb,2011-12\nc,2022\n" } do
      local ds = fresh()
      assert.equal("the column 'date' is read as seasons, such as 2020-21; where that is a year and the next, it is "
        .. "written as in 2020/2021", import(ds, "talks", rows).notes[1].note)
      assert.equal("2020-21", ds.talks:get("a").date)
    end
    local ds = fresh()
    local jsonl = scratch.file(path "seasons.jsonl", '{"id":"a","date":"2020-21"}\n{"id":"b","date":"2021-22"}\n')
    assert.equal(1, #assert(ds:import("talks", jsonl, { source = "s" })).notes)
    for _, rows in ipairs { "id,date\na,2020-21\nb,2021-05\n", "id,date\na,2011-12\n", "id,place\na,2020-21\n" } do
      assert.equal(0, #import(fresh(), "talks", rows).notes)
    end
    assert.equal(0, #import(fresh(), "talks", "id,date\na,2020-21\n", { types = { date = "date" } }).notes)
  end)
end)

describe("marks that stand apart from their letters (case 16)", function()
  local NFC, NFD = "Jos\u{e9}", "Jose\u{301}"

  it("are told of a Frame, and composed by nfc()", function()
    local note = "the column 'n' has texts whose marks stand apart from their letters, such as '" .. NFD
      .. "' in row 2: they equal none that are composed; nfc(n) composes them"
    local read = parley.read(scratch.file(path "nfd.csv", "id,n\n1," .. NFC .. "\n2," .. NFD .. "\n"))
    for _, f in ipairs { parley.frame { { id = 1, n = NFC }, { id = 2, n = NFD } }, read } do
      assert.equal(note, f:notes()[1].note)
      for _, q in ipairs { f, require("parley.query.sql.frame_queries").of(f) } do
        assert.equal(1, q:with("nfc(n) as n"):by("n"):count():count())
        assert.equal(2, q:with("nfc(n) as n"):where { n = NFC }:count())
        assert.equal(1, q:where { n = NFD }:count())
      end
      local people = fresh()
      people:add("people", { id = "p", name = NFD }, { source = "s" })
      local joined = people.people:join(f, { on = { name = "n" } })
      assert.equal(1, joined:count())
      assert.matches("marks stand apart", joined:notes()[1].note)
      assert.equal(2, people.people:join(f:with("nfc(n) as n"), { on = { name = "n" } }):count())
    end
    for _, text in ipairs { NFC, "Київ", "北京", "한국", "नमस्ते", "a\r\nb é" } do
      assert.equal(0, #parley.frame { { n = text } }:notes())
    end
    for _, text in ipairs { NFD, "\u{212b}", "\u{1112}\u{1161}", "и\u{306}" } do
      assert.equal(1, #parley.frame { { n = text } }:notes(), text)
    end
  end)

  it("meet the composed texts of a Frame as constants", function()
    local f = parley.frame { { n = NFC } }
    for _, q in ipairs { f, require("parley.query.sql.frame_queries").of(f) } do
      for _, found in ipairs { q:where { n = NFD }, q:where("n = ?", NFD), q:where("n in ('x', '" .. NFD .. "')"),
        q:where("n like '" .. NFD .. "%'") } do
        assert.equal(1, found:count())
      end
    end
  end)
end)

describe("rows of Frames that are set aside (case 79)", function()
  it("are those of all Frames, and the same row is there once", function()
    local ds = fresh()
    local january = parley.frame { { id = "a", status = "heldd" }, { id = "b", status = "helt" } }
    local february = parley.frame { { id = "c", status = "heldd" }, { id = "d", status = "held" } }
    for _, f in ipairs { january, february, january } do ds:import("talks", f, { source = "s" }) end
    local left = {}
    for row in ds.quarantine:sort("id"):rows() do left[#left + 1] = row.file .. " " .. row.line .. " " .. row.value end
    table.sort(left)
    assert.same({ "Frame 1 heldd", "Frame 1 heldd", "Frame 2 helt" }, left)
    assert.equal(2, ds:requeue { status = { heldd = "held" } }.added)
    assert.equal("helt", ds.quarantine:one().value)
    assert.equal(0, ds:requeue { status = { helx = "held" } }.added)
    assert.equal("helt", ds.quarantine:one().value)
    assert.equal("a c d", table.concat(ds.talks:sort("id"):frame():values "id", " "))
    ds:import("talks", parley.frame { { id = "b", status = "helt" } }, { source = "s" })
    assert.equal(1, ds.quarantine:count())
  end)
end)
