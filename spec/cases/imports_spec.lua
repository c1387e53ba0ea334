-- Inputs of imports that once gave wrong answers without a word, by their numbers, with cousins of each.

local parley = require "parley"
local scratch = require "spec.support.scratch"

local counts = scratch.counts

local at, remove
before_each(function() at, remove = scratch.folder() end)
after_each(function() remove() end)

local function file(name, text) return scratch.file(at(name), text) end

-- An empty dataset with these sources.
local function with_sources(...)
  local ds = parley.open ":memory:"
  for _, id in ipairs { ... } do
    ds:add("sources", { id = id, outlet = id, published = "2020-01-01" }, { source = id })
  end
  return ds
end

local function values(q, ...)
  local list = {}
  for row in q:select(...):rows() do
    local cells = {}
    for i, name in ipairs { ... } do cells[i] = tostring(row[name]) end
    list[#list + 1] = table.concat(cells, " ")
  end
  return list
end

describe("the newest row of a file", function()
  it("case 1: is the newest claim when a value comes back, and coming again changes nothing", function()
    local ds = with_sources "s"
    local path = file("pan.csv", "id,status\nk1,scheduled\nk1,postponed\nk1,scheduled\n")
    assert.same({ 1, 2, 0, 0 }, counts(assert(ds:import("talks", path, { source = "s" }))))
    assert.equal("scheduled", ds.talks:get("k1").status)
    for _ = 1, 2 do
      assert.same({ 0, 0, 3, 0 }, counts(assert(ds:import("talks", path, { source = "s" }))))
    end
    assert.equal(3, ds.talks:claims():count())
    -- the panel sorted otherwise ends on another row
    local other = file("other.csv", "id,status\nk1,scheduled\nk1,scheduled\nk1,postponed\n")
    ds:import("talks", other, { source = "s" })
    assert.equal("postponed", ds.talks:get("k1").status)
    assert.same({ 0, 0, 3, 0 }, counts(assert(ds:import("talks", other, { source = "s" }))))
  end)

  it("case 2: of v1, v2, v2 and v1 decides, and makes a claim only where another was the last", function()
    local ds = with_sources "s"
    local v1, v2 = file("v1.csv", "id,place\nq,East\n"), file("v2.csv", "id,place\nq,East\nq,West\n")
    local told = {}
    for i, path in ipairs { v1, v2, v2, v1, v1, v2, v2 } do
      local report = assert(ds:import("talks", path, { source = "s" }))
      told[i] = ("%d %d %d %s"):format(report.updated, report.unchanged, ds.talks:claims():count(),
        ds.talks:get("q").place)
    end
    assert.same({ "0 0 1 East", "1 1 2 West", "0 2 2 West", "1 0 3 East", "0 1 3 East", "1 1 4 West", "0 2 4 West" },
      told)
  end)

  it("case 2: is known by its import and not by the time", function()
    for _ = 1, 20 do
      local ds = with_sources "s"
      ds:atomic(function()
        for _, place in ipairs { "A", "B", "A" } do
          ds:import("talks", file("p.csv", "id,place\nq," .. place .. "\n"), { source = "s" })
        end
      end)
      assert.equal("A", ds.talks:get("q").place)
      ds:close()
    end
  end)

  it("case 3: comes after a row that had to wait for its reference", function()
    local ds = with_sources "s"
    ds:add("parties", { id = "c", name = "C" }, { source = "s" })
    local path = file("late.csv", "id,name,parent\na,A,b\na,A,c\nb,B,\n")
    assert(ds:import("parties", path, { source = "s" }))
    assert.equal("c", ds.parties:get("a").parent)
    assert.same({ "row 1 b", "row 2 c" }, values(ds.parties:claims():where { id = "a" }, "locator", "parent"))
    assert.same({ 0, 0, 3, 0 }, counts(assert(ds:import("parties", path, { source = "s" }))))
    assert.equal("c", ds.parties:get("a").parent)
  end)

  it("case 3: among several that had to wait is the last of them", function()
    local ds = with_sources "s"
    ds:add("parties", { id = "c", name = "C" }, { source = "s" })
    local path = file("late.csv", "id,name,parent\na,A,b\na,A,c\na,A,b\na,A,d\nb,B,\nd,D,\n")
    assert(ds:import("parties", path, { source = "s" }))
    assert.same({ "row 1 b", "row 2 c", "row 3 b", "row 4 d" },
      values(ds.parties:claims():where { id = "a" }, "locator", "parent"))
    assert.equal("d", ds.parties:get("a").parent)
    assert.same({ 0, 0, 6, 0 }, counts(assert(ds:import("parties", path, { source = "s" }))))
  end)

  it("case 4: has the number of its record for a locator, also when it was set aside", function()
    local ds = with_sources "s"
    ds:import("talks", file("loc.csv", 'id,status,place\nk1,held,"two\nlines"\nk2,heldd,Rome\nk3,held,Oslo\n'),
      { source = "s" })
    assert.same({ "4 2" }, values(ds.quarantine, "line", "row"))
    ds:requeue { status = { heldd = "held" } }
    assert.same({ "k1 row 1", "k2 row 2", "k3 row 3" }, values(ds.talks:claims():sort("id"), "id", "locator"))
  end)

  it("case 5: of a later file stays above a row of an older one that is mended", function()
    local ds = with_sources "s"
    local older, newer = file("o1.csv", "id,status\nk,heldd\n"), file("o2.csv", "id,status\nk,postponed\n")
    ds:import("talks", older, { source = "s" })
    ds:import("talks", newer, { source = "s" })
    ds:requeue { status = { heldd = "held" } }
    assert.equal("postponed", ds.talks:get("k").status)
    assert.same({ "held", "postponed" }, values(ds.talks:claims(), "status"))
    assert.same({ 0, 0, 1, 0 }, counts(assert(ds:import("talks", newer, { source = "s" }))))
  end)

  it("case 5: stays above an earlier one of its file that is mended, and a later one goes above it", function()
    for _, text in ipairs { "id,status\nk,heldd\nk,postponed\n", "id,status\nk,held\nk,postponned\n" } do
      local ds = with_sources "s"
      local path = file("o.csv", text)
      ds:import("talks", path, { source = "s" })
      ds:import("talks", path, { source = "s" })
      ds:requeue { status = { heldd = "held", postponned = "postponed" } }
      assert.equal("postponed", ds.talks:get("k").status)
      -- what was mended has its place in the file when that comes again
      assert.same({ 0, 0, 2, 0 }, counts(assert(ds:import("talks", path, { source = "s" }))))
      assert.equal("postponed", ds.talks:get("k").status)
      assert.equal(2, ds.talks:claims():count())
    end
  end)

  it("is found in long panels whose things do not fit into memory", function()
    local ds, lines = with_sources "s", { "id,status,venue" }
    for round = 1, 4 do
      for i = 1, 1500 do
        lines[#lines + 1] = ("k%d,%s,v%d"):format(i, round % 2 == 1 and "held" or "postponed", i)
      end
    end
    local path = file("long.csv", table.concat(lines, "\n") .. "\n")
    ds:import("talks", path, { source = "s" })
    assert.equal(1500, ds.talks:where { status = "postponed" }:count())
    assert.same({ 0, 0, 6000, 0 }, counts(assert(ds:import("talks", path, { source = "s" }))))
    local first = file("first.csv", table.concat(lines, "\n", 1, 1501) .. "\n")
    assert.same({ 0, 1500, 0, 0 }, counts(assert(ds:import("talks", first, { source = "s" }))))
    assert.equal(1500, ds.talks:where { status = "held" }:count())
    assert.equal(7500, ds.talks:claims():count())
  end)
end)

describe("provenance", function()
  local function mapping(columns)
    return { rows = { { table = "talks", id = "{id}", columns = { status = "status" }, provenance = columns } } }
  end

  it("case 6: that differs makes an equal value a claim of its own", function()
    for name, pair in pairs { certainty = { "anonymous", "on_record_quote" }, said_by = { "Lavrov", "Kuleba" },
      chain = { "Reuters", "TASS" }, coder = { "kim", "lou" }, locator = { "p4", "p5" },
      polarity = { "affirmed", "denied" }, rank = { "normal", "preferred" }, modality = { "fact", "plan" },
      stated = { "2019-01", "2019-02" }, reported = { "2020-03", "2020-04" }, note = { "x", "y" } } do
      local ds = with_sources "s"
      local o = { source = "s", mapping = mapping { [name] = "p" } }
      for i, value in ipairs { pair[1], pair[2], pair[2] } do
        local report = assert(ds:import("talks", file("p.csv", "id,status,p\nk,held," .. value .. "\n"), o))
        assert.same(({ { 1, 0, 0, 0 }, { 0, 1, 0, 0 }, { 0, 0, 1, 0 } })[i], counts(report), name .. i)
      end
      assert.same(pair, values(ds.talks:claims(), name))
    end
  end)

  it("that a file leaves to its default says nothing new", function()
    local ds = with_sources "s"
    ds:import("talks", file("a.csv", "id,status\nk,held\nl,held\n"), { source = "s" })
    assert.same({ 0, 0, 2, 0 }, counts(assert(ds:import("talks", file("b.csv", "id,status\nl,held\nk,held\n"),
      { source = "s" }))))
  end)

  it("keeps what Parley sets: the import and the place", function()
    local ds = with_sources "s"
    ds:add("talks", { id = "k" }, { source = "s" })
    for _, name in ipairs { "import", "entry" } do
      assert.error_matches(function() ds:claim("talks", "k", { place = "x" }, { source = "s", [name] = 3 }) end,
        "'" .. name .. "' is set by ds:import")
    end
  end)
end)

describe("the columns of claims", function()
  local PROVENANCE = "id,status,source,locator,said_by,certainty,coder,reported\n"

  it("case 7: in a file are taken, and each row may name its source", function()
    local ds = with_sources("s", "t")
    local path = file("prov.csv", PROVENANCE .. "k,held,t,p4,Lavrov,anonymous,ann,2020-05-05\nl,held,,,,,,\n")
    local report = assert(ds:import("talks", path, { source = "s" }))
    assert.same({ 2, {} }, { report.added, report.unused })
    assert.same({ "t p4 Lavrov anonymous ann 2020-05-05", "s row 2 nil narration nil 2020-01-01" },
      values(ds.talks:claims(), "source", "locator", "said_by", "certainty", "coder", "reported"))
    assert.same({ 0, 0, 2, 0 }, counts(assert(ds:import("talks", path, { source = "s" }))))
  end)

  it("case 7: need no source for the file where each row has one; one that nobody knows is set aside", function()
    local ds = with_sources("s", "t")
    local path = file("prov.csv", "id,place,source\nk,Bern,t\nl,Rome,\nm,Oslo,nobody\n")
    assert.same({ 1, 0, 0, 2 }, counts(assert(ds:import("talks", path))))
    assert.same({ "l the row names no source, and the import has none", "m talks.source: no source 'nobody'" },
      (function()
        local list = {}
        for row in ds.quarantine:rows() do list[#list + 1] = row.raw:sub(1, 1) .. " " .. row.reason end
        return list
      end)())
  end)

  it("case 7: of rows without claims name their source, else it is that of the import", function()
    local ds = with_sources("s", "t")
    ds:import("events", file("e.csv", "id,date,source\n1,2020-01-01,t\n2,2020-01-02,\n"), { source = "s" })
    assert.same({ "1 t", "2 s" }, values(ds.events:sort("id"), "id", "source"))
  end)

  it("case 63: that were saved come back: denials, ranks, sources, certainties", function()
    local ds = with_sources("s", "t")
    ds:add("talks", { id = "k", place = "Bern" }, { source = "s" })
    ds:claim("talks", "k", { status = "held" }, { source = "t", polarity = "denied", said_by = "Ann", locator = "p 3" })
    ds:claim("talks", "k", { place = "Rome" }, { source = "t", rank = "preferred", certainty = "anonymous" })
    ds:claim("talks", "k", { place = "Oslo" }, { source = "t", rank = "deprecated" })
    ds:retract(ds:claim("talks", "k", { venue = "hall" }, { source = "t" }))
    local columns = { "place", "status", "venue", "source", "polarity", "rank", "certainty", "said_by", "locator" }
    for _, ending in ipairs { "csv", "json", "jsonl" } do
      ds.talks:claims():save(at("den." .. ending))
      local other = with_sources("s", "t")
      assert(other:import("talks", at("den." .. ending), { source = "s" }))
      assert.same({ "Rome nil" }, values(other.talks, "place", "status"))
      local again = values(other.talks:claims(), table.unpack(columns))
      for i, text in ipairs(values(ds.talks:claims():where "retracted_at is nil", table.unpack(columns))) do
        -- a claim without a locator is cited by its row
        assert.equal((text:gsub("nil$", "row " .. i)), again[i], ending)
      end
      assert.same({ 0, 0 }, { (function(r) return r.added, r.updated end)(assert(other:import("talks",
        at("den." .. ending), { source = "s" }))) })
    end
  end)

  it("case 63: with a name of their table's own find their way back", function()
    local ds = with_sources "s"
    ds:claim("sources", "s", { note = "of the source" }, { source = "s", note = "of the claim" })
    ds.sources:claims():save(at "sources.csv")
    local other = parley.open ":memory:"
    assert(other:import("sources", at "sources.csv", { source = { id = "s" } }))
    assert.equal("of the source", other.sources:get("s").note)
  end)
end)

describe("ids", function()
  local TOWNS = { "Izium/Lyman,3,first,2022-09-01", "Izium,Lyman/3,second,2022-09-02", "Izium\\/Lyman,3,third,2022-09-03" }

  it("case 10: of key columns keep their parts apart, in several files and in one", function()
    for _, name in ipairs { "events", "talks" } do
      local ds = with_sources "s"
      for i, row in ipairs(TOWNS) do
        ds:import(name, file("k" .. i .. ".csv", "town,day,place,date\n" .. row .. "\n"), { key = { "town", "day" },
          source = "s" })
      end
      local one = with_sources "s"
      one:import(name, file("all.csv", "town,day,place,date\n" .. table.concat(TOWNS, "\n") .. "\n"),
        { key = { "town", "day" }, source = "s" })
      for _, made in ipairs { ds, one } do
        assert.same({ "Izium/Lyman/3 second", "Izium\\/Lyman/3 first", "Izium\\\\\\/Lyman/3 third" },
          values(made:table(name):sort("date"):sort("id"), "id", "place"))
      end
    end
  end)

  it("case 11: of templates are refused where nothing stands between their parts, and kept apart where something does",
    function()
      local ds = with_sources "s"
      local function import(id)
        return ds:import("talks", file("t.csv", "a,b,place\n1,12,first\n11,2,second\nx-y,z,third\nx,y-z,fourth\n"),
          { source = "s", mapping = { rows = { { table = "talks", id = id, columns = { place = "place" } } } } })
      end
      assert.error_matches(function() import "t{a}{b}" end, "'t{a}{b}' makes one id of different 'a' and 'b'")
      assert.equal(4, assert(import "t{a}-{b}").added)
      assert.same({ "t1-12 first", "t11-2 second", "tx-y-z fourth", "tx\\-y-z third" },
        values(ds.talks:sort("id"), "id", "place"))
    end)

  it("case 11: are found by references that are made of the same parts", function()
    local ds = with_sources "s"
    local mapping = { rows = {
      { table = "parties", id = "{a}-{b}", columns = { name = "place" } },
      { table = "talks", id = "talk {a}", columns = { host = { template = "{a}-{b}" } } } } }
    assert.same({ 1, 0, 0, 0 }, counts(assert(ds:import("talks", file("t.csv", "a,b,place\nx-y,z,A\n"),
      { source = "s", mapping = mapping }))))
    assert.equal("A", ds.talks:select("host.name as host"):one().host)
  end)

  it("case 12: of one source are not those of another", function()
    local ds = with_sources("s1", "s2")
    local first = file("a.csv", "id,date,text\n17,2020-01-01,shelling\n")
    ds:import("events", first, { source = "s1" })
    local second = file("b.csv", "id,date,text\n17,2021-01-01,meeting\n18,2021-01-01,talks\n")
    for _ = 1, 2 do
      local report = assert(ds:import("events", second, { source = "s2" }))
      assert.same({ 0, 1 }, { report.updated, report.quarantined })
    end
    assert.same({ "17 s1 shelling", "18 s2 talks" }, values(ds.events:sort("id"), "id", "source", "text"))
    assert.same({ "'17' is the id of a row of another source, 's1'" }, { ds.quarantine:first().reason })
    -- without a source nobody can say that it is the same one; what is the same stays
    assert.same({ 0, 0, 0, 1 }, counts(assert(ds:import("events", file("c.csv", "id,text\n17,other\n")))))
    assert.same({ 0, 0, 1, 0 }, counts(assert(ds:import("events", first))))
    assert.same({ 0, 1, 0, 0 }, counts(assert(ds:import("events", file("d.csv", "id,text\n17,other\n"), { source = "s1" }))))
  end)
end)

describe("blanks", function()
  it("case 14: say nothing, in every table", function()
    for _, name in ipairs { "events", "talks" } do
      local ds = with_sources "s"
      ds:import(name, file("u.csv", "id,date,place\n7,2020-01-01/..,Kyiv\n"), { source = "s" })
      for _, text in ipairs { "id,date,place\n7,,\n", "id,date,place\n7,  ,\u{a0}\n", 'id,date,place\n7,"",""\n' } do
        assert.same({ 0, 0, 1, 0 }, counts(assert(ds:import(name, file("u.csv", text), { source = "s" }))))
      end
      assert.same({ 0, 1, 0, 0 }, counts(assert(ds:import(name, file("u.csv", "id,date,place\n7,,Rome\n"),
        { source = "s" }))))
      assert.same({ "2020-01-01/.. Rome" }, values(ds:table(name), "date", "place"))
      assert.equal(1, ds:table(name):where("overlaps(date, '2024')"):count())
    end
  end)

  it("case 15: and line ends of other systems make no other value", function()
    for _, name in ipairs { "talks", "events" } do
      local ds, column = with_sources "s", name == "talks" and "venue" or "place"
      ds:import(name, file("lf.csv", "id," .. column .. '\nk,"hall\nannex"\n'), { source = "s" })
      for _, line in ipairs { "\r\n", "\r" } do
        assert.same({ 0, 0, 1, 0 }, counts(assert(ds:import(name, file("crlf.csv", "id," .. column .. line .. 'k,"hall'
          .. line .. 'annex"' .. line), { source = "s" }))))
      end
      assert.same({ "hall\nannex" }, values(ds:table(name), column))
    end
  end)

  it("case 16: at the ends, and other spellings of one character, make no second thing and no second group", function()
    local ds = with_sources "s"
    ds:import("talks", file("ws.csv", "id,place\nw1,Kyiv\nw1 ,Rome\n"), { source = "s" })
    ds:import("people", file("nb.csv", "id,name\na,Ann\nb,\u{a0}Ann\nc,Jos\u{e9}\ne,Jose\u{301}\nf,\u{1112}\u{1161}\u{11ab}\n"),
      { source = "s" })
    ds:import("talks", file("sp.csv", "id,place,venue\nw3,  ,hall\n"), { source = "s" })
    assert.same({ "w1 Rome", "w3 nil" }, values(ds.talks:sort("id"), "id", "place"))
    assert.same({ "Ann 2", "Jos\u{e9} 2", "\u{d55c} 1" }, values(ds.people:by("name"):count(), "name", "count"))
    ds:import("events", file("e.jsonl", '{"id":" e1","place":"Jose\u{301} "}\n{"id":"e1","place":"Jos\u{e9}"}\n'), { source = "s" })
    assert.same({ "e1 Jos\u{e9}" }, values(ds.events, "id", "place"))
  end)
end)

describe("lines that are no rows", function()
  it("case 24: a repeated header and totals are set aside, and stay there", function()
    for name, column in pairs { people = "name", events = "place" } do
      for _, mark in ipairs { ",", "\t" } do
        local ds = with_sources "s"
        local text = ("id,%s\np1,Ann\nid,%s\np2,Bob\nTotal,2\nSUM:,2\nИтого,2\ntotally,Eve\n"):format(column, column)
        local path = file(mark == "," and "tot.csv" or "tot.tsv", (text:gsub(",", mark)))
        assert.same({ 3, 0, 0, 4 }, counts(assert(ds:import(name, path, { source = "s" }))))
        assert.same({ "the header again", "a total of rows is no row", "a total of rows is no row",
          "a total of rows is no row" }, values(ds.quarantine:sort("line"), "reason"))
        assert.equal(4, ds:requeue().quarantined)
        assert.same({ "p1", "p2", "totally" }, values(ds:table(name):sort("id"), "id"))
      end
    end
  end)

  it("case 24: a total is told by the columns that make the id", function()
    local ds = with_sources "s"
    local text = "town,day,place\nTotal,1,x\nKyiv,2,Total\n"
    assert.same({ 1, 0, 0, 1 }, counts(assert(ds:import("events", file("t.csv", text), { key = { "town", "day" } }))))
    assert.same({ 1, 0, 0, 1 }, counts(assert(ds:import("talks", file("t.csv", text), { key = { "town", "day" },
      source = "s" }))))
  end)

  it("case 64: rows that say nothing but their id are counted", function()
    for _, name in ipairs { "talks", "events" } do
      local ds = with_sources "s"
      local report = assert(ds:import(name, file("er.csv", "id,place\nz1,\nz2,  \nz3,Bern\n"), { source = "s" }))
      assert.equal(2, report.bare)
      assert.matches("\n  2 rows say nothing but an id", tostring(report))
    end
  end)

  it("case 77: a row without a part of its key names the part", function()
    for _, name in ipairs { "talks", "events" } do
      local ds = with_sources "s"
      ds:import(name, file("cn.csv", "town,day,place\nKyiv,,q\n"), { source = "s", key = { "town", "day" } })
      assert.same({ "day the row has no 'day', which its id is made of nil" },
        values(ds.quarantine, "column", "reason", "suggestion"))
    end
  end)
end)

describe("mapping icews", function()
  local HEADER = "Event ID\tEvent Date\tSource Name\tSource Country\tEvent Text\tCAMEO Code\tIntensity\tTarget Name\t"
    .. "Target Country\tStory ID\tSentence Number\tPublisher\tCity\tProvince\tCountry\tLatitude\tLongitude\n"

  local function event(id, day, text, source, target)
    return ("%s\t%s\t%s\tTurkey\t%s\t040\t1.0\t%s\tSaint Vincent and the Grenadines\t5\t2\tAFP\tIzmir\tNULL\tTurkey\t"
      .. "38.4\t27.1\n"):format(id, day, source or "A", text, target or "B")
  end

  it("case 13: tells events apart by id and day, and knows its words for missing and its countries", function()
    local ds = parley.open ":memory:"
    local first, second = event("88", "1997-03-04", "Consult"), event("88", "2004-07-08", "Threaten")
    ds:import("events", file("i1.tab", HEADER .. first), { mapping = "icews" })
    assert.equal(1, assert(ds:import("events", file("i2.tab", HEADER .. second), { mapping = "icews" })).added)
    assert.same({ "icews-88-1997-03-04 1997-03-04 Izmir, Turkey VCT TUR",
      "icews-88-2004-07-08 2004-07-08 Izmir, Turkey VCT TUR" },
      values(ds.events:sort("date"), "id", "date", "place", "target_country", "place_country"))
    local both = file("both.tab", HEADER .. first .. second)
    assert.same({ 0, 0, 2, 0 }, counts(assert(ds:import("events", both, { mapping = "icews" }))))
  end)

  it("tells of mirrored rows, with the option that folds them", function()
    local ds = parley.open ":memory:"
    local path = file("m.tab", HEADER .. event("1", "2018-06-01", "Consult") .. event("2", "2018-06-01", "Consult", "B", "A")
      .. event("3", "2018-06-02", "Consult"))
    local report = assert(ds:import("events", path, { mapping = "icews" }))
    assert.equal(1, report.mirrored)
    assert.matches('\n  1 row is the mirror of others: mirrors = "fold" leaves them out', tostring(report))
    report = assert(ds:import("events", path, { mapping = "icews", mirrors = "keep" }))
    assert.equal(0, report.mirrored)
  end)
end)

describe("mapping pax", function()
  local HEADER = "Con,PP,PPName,AgtId,Agt,Dat,Stage,Ce\n"
  local function agreement(id, code, day) return ("C,7,P,%s,A,%s,Cea,%s\n"):format(id, day or "2001-02-03", code) end

  it("case 17: keeps 0, 1, 2, 3 and blank apart, and sets other codes aside", function()
    local ds, text = parley.open ":memory:", HEADER
    for i, code in ipairs { "Yes", "4", "2.0", "0", "", "1", "3", "-1", "1.5" } do text = text .. agreement(900 + i, code) end
    assert.equal(4, assert(ds:import("documents", file("pax.csv", text), { mapping = "pax" })).quarantined)
    assert.same({ "Ce Yes", "Ce 4", "Ce -1", "Ce 1.5" }, values(ds.quarantine:sort("line"), "column", "value"))
    assert.same({ "pax-903-Ce ceasefire, in some detail affirmed", "pax-906-Ce ceasefire, mentioned affirmed",
      "pax-907-Ce ceasefire, in full detail affirmed" },
      values(ds.provisions:claims():sort("id"), "id", "text", "polarity"))
    assert.same({ "pax-904-Ce ceasefire denied" }, (function()
      local list = {}
      for row in ds:sql("select id, label, polarity from provisions_claims where polarity = 'denied'"):rows() do
        list[#list + 1] = ("%s %s %s"):format(row.id, row.label, row.polarity)
      end
      return list
    end)())
    assert.same({ "pax-903-Ce", "pax-906-Ce", "pax-907-Ce" }, values(ds.provisions:sort("id"), "id"))
  end)

  it("case 18: claims what an agreement is recoded to", function()
    local ds = parley.open ":memory:"
    for _, code in ipairs { "3", "0", "0", "2", "2" } do
      ds:import("documents", file("x.csv", HEADER .. agreement(901, code)), { mapping = "pax" })
    end
    assert.same({ "affirmed ceasefire, in full detail", "denied nil", "affirmed ceasefire, in some detail" },
      (function()
        local list = {}
        for row in ds.provisions:claims():rows() do
          if row.text or row.polarity == "denied" then list[#list + 1] = row.polarity .. " " .. tostring(row.text) end
        end
        return list
      end)())
    assert.equal("ceasefire, in some detail", ds.provisions:get("pax-901-Ce").text)
  end)

  it("case 19: reads dates in the order that is stated", function()
    for order, day in pairs { mdy = "2001-03-04", dmy = "2001-04-03", none = "2001-04-03" } do
      local ds = parley.open ":memory:"
      ds:import("documents", file("m.csv", HEADER .. agreement(901, "", "03/04/2001") .. agreement(902, "", "2001-03-04")),
        { mapping = "pax", dates = order ~= "none" and order or nil })
      assert.same({ day, "2001-03-04" }, values(ds.talks:sort("id"), "date"))
    end
  end)
end)

describe("dates", function()
  it("case 19: of the Civil War Mediation data come in the order that is stated", function()
    local header = "country,sidea,sideb,territory,episode.start.date,year_term,Incompatibility,Med_yes.no,med.begins,"
      .. "med.ends,name.of.third.party\n"
    for order, days in pairs { none = "2001-03-04/2001-05-04", mdy = "2001-03-04/2001-05-04", dmy = "2001-04-03/2001-04-05" } do
      local ds = parley.open ":memory:"
      assert(ds:import("talks", file("c.csv", header .. "A,G,R,A,1/2/2000,1,1,1,3/4/2001,5/4/2001,UN\n"),
        { mapping = "cwm", dates = order ~= "none" and order or nil }))
      assert.same({ days }, values(ds.talks, "date"))
    end
  end)

  it("case 65: reach functions, templates, expressions and intervals", function()
    local forms = { function(row) return row.d end, { template = "{d}" }, { expr = "d" }, { from = "d", to = "d" },
      { from = function(row) return row.d end, to = { expr = "d" } }, "d", { column = "d" } }
    for i, form in ipairs(forms) do
      for order, day in pairs { dmy = "2020-04-03", mdy = "2020-03-04" } do
        for _, ending in ipairs { "csv", "jsonl" } do
          local ds = with_sources "s"
          local text = ending == "csv" and "id,d\nk,03/04/2020\n" or '{"id":"k","d":"03/04/2020"}\n'
          assert(ds:import("talks", file("df." .. ending, text), { dates = order, source = "s",
            mapping = { rows = { { table = "talks", id = "{id}", columns = { date = form } } } } }))
          assert.same({ day }, values(ds.talks, "date"), i)
        end
      end
    end
  end)

  it("case 65: reach texts around a date, and provenance", function()
    local ds = with_sources "s"
    assert(ds:import("talks", file("df.csv", "id,d\nk,03/04/2019\n"), { dates = "dmy", source = "s",
      mapping = { rows = { { table = "talks", id = "{id}", columns = { date = { template = "../{d}" } },
        provenance = { stated = "{d}" } } } } }))
    assert.same({ "../2019-04-03 2019-04-03" }, values(ds.talks:claims(), "date", "stated"))
  end)

  it("case 65: are told to functions of a mapping, by column", function()
    local ds, told = with_sources "s", {}
    local function note(_, place)
      told = { place.dates "d", place.dates "id" }
    end
    ds:import("talks", file("df.csv", "id,d,place\nk,03/04/2020,x\n"), { dates = { d = "dmy" }, source = "s",
      mapping = { rows = { { table = "talks", id = "{id}", columns = { date = note, place = "place" } } } } })
    assert.same({ "dmy" }, told)
  end)
end)

describe("countries", function()
  local countries = require "parley.codebook.countries"

  it("case 61: are known by the codes of several systems", function()
    for wanted, given in pairs { SRB = { { "fips", "RB" }, { "fips", "YI" }, { "gw", 340 }, { "cow", "345" }, { "un", "688" } },
      CUW = { { "fips", "NT" } }, GBR = { { "iso2", "UK" }, { "iso2", "GB" }, { "fips", "UK" }, { "un", 826 } },
      PSE = { { "cameo", "WSB" }, { "cameo", "GZS" }, { "cameo", "PSE" }, { "fips", "GZ" } },
      RUS = { { "cow", 365 }, { "gw", "365" }, { "cameo", "RUS" }, { "fips", "RS" } }, UKR = { { "gw", 369 } },
      AFG = { { "un", "004" }, { "un", 4 } }, YEM = { { "gw", 678 }, { "cow", 679 }, { "cow", 678 } },
      DEU = { { "cow", 255 }, { "gw", 260 } } } do
      for _, code in ipairs(given) do assert.equal(wanted, countries.iso3(code[1], code[2]), code[1] .. code[2]) end
    end
  end)

  it("case 61: had other codes in other years", function()
    for _, case in ipairs { { "fips", "YI", 1995, "YUG" }, { "fips", "YI", 2004, "SCG" }, { "fips", "YI", 2010, "SRB" },
      { "fips", "NT", 2005, "ANT" }, { "cow", 345, 1999, "YUG" }, { "gw", 365, 1985, "SUN" }, { "gw", 365, 1992, "RUS" } } do
      assert.equal(case[4], countries.iso3(case[1], case[2], case[3]))
    end
  end)

  it("case 61: are known by the names that datasets write", function()
    for name, wanted in pairs { ["Myanmar (Burma)"] = "MMR", ["Russia (Soviet Union)"] = "RUS", ["Bosnia-Herzegovina"] = "BIH",
      ["DR Congo (Zaire)"] = "COD", ["Saint Vincent and the Grenadines"] = "VCT", ["West Bank"] = "PSE",
      ["Iran (Islamic Republic of)"] = "IRN", ["Gambia, The"] = "GMB", ["Trinidad & Tobago"] = "TTO", [" Ukraine "] = "UKR",
      ["Korea, North"] = "PRK", ["Korea, Republic of"] = "KOR", ["Congo, Democratic Republic of the"] = "COD",
      ["Congo (Brazzaville)"] = "COG", ["Kingdom of eSwatini (Swaziland)"] = "SWZ", ["Yemen (North Yemen)"] = "YEM",
      ["Cote d'Ivoire"] = "CIV", ["St. Lucia"] = "LCA", ["Republic of China"] = "TWN", ["People's Republic of China"] = "CHN",
      ["Tanzania, United Republic of"] = "TZA", ["Guinea-Bissau"] = "GNB", ["Macedonia, FYR"] = "MKD" } do
      assert.equal(wanted, countries.iso3("name", name), name)
    end
    for _, name in ipairs { "Atlantis", "Korea", "Ukraine (Russia)", "Republic of Korea (North)", "", "Congo (Atlantis)" } do
      assert.is_nil(countries.iso3("name", name), name)
    end
  end)

  it("case 61: that have no code are counted in the report", function()
    local ds = with_sources "s"
    local report = assert(ds:import("events", file("c.csv", "id,date,c\n1,1995-01-01,YI\n2,2020-01-01,YI\n3,2020-01-01,ZZ\n"
      .. "4,2020-01-01,ZZ\n5,2020-01-01,\n"), { source = "s", mapping = { rows = { { table = "events", id = "{id}",
      columns = { date = "date", place_country = { column = "c", country = "fips", on = "date" } } } } } }))
    assert.same({ "YUG", "SRB", "nil", "nil", "nil" }, values(ds.events:sort("id"), "place_country"))
    assert.same({ { "events.place_country", "ZZ", 2 } },
      { { report.unmapped[1].target, report.unmapped[1].value, report.unmapped[1].count } })
    assert.error_matches(function()
      ds:import("events", at "c.csv", { mapping = { rows = { { table = "events", id = "{id}",
        columns = { place_country = { column = "c", country = "fisp" } } } } } })
    end, "no country system 'fisp'")
  end)
end)

describe("rows that are no file", function()
  local ROWS = { { id = "k", status = "held", round = 1 }, { id = "l", status = "heldd" }, { id = "m", place = "“Oslo”\n" } }

  local function as_function(list)
    local i = 0
    return function()
      i = i + 1
      return list[i]
    end
  end

  it("case 67: are imported from a Frame, a query and a function", function()
    local other = with_sources "t"
    for _, row in ipairs(ROWS) do
      if row.status ~= "heldd" then other:add("talks", row, { source = "t" }) end
    end
    for name, given in pairs { Frame = parley.frame(ROWS), query = other.talks, rows = as_function(ROWS),
      again = other.talks:rows() } do
      local ds = with_sources "s"
      local report = assert(ds:import("talks", given, { source = "s" }))
      assert.equal(name == "again" and "rows" or name, report.file)
      assert.same({ "k held 1 nil", "m nil nil “Oslo”" }, values(ds.talks:sort("id"), "id", "status", "round", "place"))
      assert.same({ "row 1" }, values(ds.talks:claims():where { id = "k" }, "locator"))
      if report.quarantined > 0 then
        assert.equal(1, ds:requeue({ status = { heldd = "held" } }).added)
        assert.same({ "row 2" }, values(ds.talks:claims():where { id = "l" }, "locator"))
      end
    end
  end)

  it("case 67: can be those of the dataset itself, go through mappings, and say the same again", function()
    local ds = with_sources "s"
    ds:import("events", file("e.csv", "id,date,place\n1,2020-01-01,Kyiv\n2,2020-01,Lviv\n"), { source = "s" })
    local mapping = { input = { format = "tsv", header = false, columns = { "a" } }, rows = { { table = "talks", id = "talk {id}",
      columns = { date = "date", place = function(row) return row.place end } } } }
    assert.equal(2, assert(ds:import("talks", ds.events, { mapping = mapping, source = "s" })).added)
    assert.equal(2, assert(ds:import("talks", ds.events:frame(), { mapping = mapping, source = "s" })).unchanged)
    assert.same({ "talk 1 2020-01-01 Kyiv", "talk 2 2020-01 Lviv" }, values(ds.talks:sort("id"), "id", "date", "place"))
  end)

  it("case 67: of other kinds are refused", function()
    local ds = with_sources "s"
    assert.error_matches(function() ds:import("talks", as_function { { id = "k", place = {} } }, { source = "s" }) end,
      "column 'place' of a row holds a table")
    assert.error_matches(function() ds:import("talks", as_function { 7 }, { source = "s" }) end, "not a number")
    assert.error_matches(function() ds:import("talks", { id = "k" }, { source = "s" }) end, "not a table")
    local report, message = ds:import("talks", function() error "no more" end, { source = "s" })
    assert.is_nil(report)
    assert.matches("no more", message)
  end)
end)

describe("messages", function()
  it("case 77: offer the Cyrillic encoding where letters stand together as in words", function()
    local _, message = parley.read(file("cy.csv", "place\n\xca\xe8\xbf\xe2\n"))
    assert.matches("encoding='windows-1251' where it is Cyrillic", message, 1, true)
    _, message = parley.read(file("fr.csv", "place\nOrl\xe9ans\n"))
    assert.not_matches("1251", message)
  end)

  it("case 77: say that a key goes before the ids of the file", function()
    local ds = with_sources "s"
    local report = assert(ds:import("talks", file("ki.csv", "id,town,place\nx,Kyiv,p\n"), { source = "s", key = { "town" } }))
    assert.matches("1 column not used: id (the key makes the ids)", tostring(report), 1, true)
  end)

  it("case 78: count the columns of conditions and expressions as used", function()
    local ds = with_sources "s"
    local report = assert(ds:import("talks", file("wn.csv", "id,n,m,place,x\na,1,2,x,\nb,0,2,y,\n"), { source = "s",
      mapping = { rows = { { table = "talks", id = "{id}", when = "n = '1' and lower(m) = '2'", columns = {
        place = { expr = "coalesce(place, 'none')" } } } } } }))
    assert.same({ "x" }, report.unused)
  end)

  it("case 78: call a folder a folder, and an empty text empty", function()
    local ds = with_sources "s"
    for _, name in ipairs { "folder", "folder.csv" } do
      assert(require "lfs".mkdir(at(name)))
      for _, answer in ipairs { table.pack(ds:import("talks", at(name), { source = "s" })), table.pack(parley.read(at(name))),
        table.pack(parley.sniff(at(name))) } do
        assert.is_nil(answer[1])
        assert.matches("it is a folder", answer[2])
        assert.equal("is_folder", answer[3])
      end
    end
    for ending, text in pairs { json = " \n", jsonl = "\n", csv = "" } do
      local report, message, code = ds:import("talks", file("ej." .. ending, text), { source = "s" })
      assert.is_nil(report)
      assert.matches("is empty", message)
      assert.equal("empty", code)
    end
  end)

  it("case 79: know a file by whatever path", function()
    local ds = with_sources "s"
    local path = file("qp.csv", "id,status\na,heldd\n")
    for _, given in ipairs { path, at "./qp.csv", at "../" .. at "":match "([^/]+)/$" .. "/qp.csv" } do
      ds:import("talks", given, { source = "s" })
      assert.equal(1, ds.quarantine:count())
    end
    ds:requeue { status = { heldd = "held" } }
    assert.same({ 0, 0, 1, 0 }, counts(assert(ds:import("talks", at "./qp.csv", { source = "s" }))))
  end)
end)
