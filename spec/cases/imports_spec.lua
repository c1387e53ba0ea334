-- Inputs of imports that once gave wrong answers without a word, by their numbers, with cousins of each.

local parley = require "parley"
local scratch = require "spec.support.scratch"

local counts, values, with_sources = scratch.counts, scratch.texts, scratch.with_sources
local at, remove
before_each(function() at, remove = scratch.folder() end)
after_each(function() remove() end)

local function file(name, text) return scratch.file(at(name), text) end

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

  it("case 2: of an older file is told, as it may be the older state or the source's newest word", function()
    local ds = with_sources "s"
    local function notes_of(text, name)
      local path = file(name or "state.csv", text)
      local told = {}
      for i, note in ipairs(assert(ds:import("talks", path, { source = "s" })).notes) do
        told[i] = ("%s %s: %s"):format(note.kind, note.count, note.note)
      end
      return table.concat(told, "\n")
    end
    local v1 = "id,place,status\nq,East,held\nr,North,held\n"
    local v2 = "id,place,status\nq,West,held\nr,South,held\n"
    assert.equal("", notes_of(v1))
    assert.equal("", notes_of(v2))
    assert.equal("", notes_of(v2))
    assert.equal("guessed 2: 2 rows, the first of them row 1 about 'q' in talks, say what their source had said before it "
      .. "said something else, which is taken for its newest word; if the file is an older one, import the newer one after "
      .. "it", notes_of(v1))
    assert.equal("", notes_of(v1))
    assert.equal("guessed 1: row 2 says of 'q' in talks what its source had said before it said something else, which is "
      .. "taken for its newest word; if the file is an older one, import the newer one after it",
      notes_of('[{"id":"r","place":"North"},{"id":"q","place":"West"}]', "state.json"))
    assert.equal("", notes_of("id,place\nt,East\nt,West\nt,East\n"))      -- within a file the rows follow each other
  end)

  it("case 2: of a file sorted otherwise is no news, as long as it says the same", function()
    local ds = with_sources "s"
    local function import(text)
      local report = assert(ds:import("talks", file("sorted.csv", "id,place,status\n" .. text), { source = "s" }))
      return ("%d %d %s"):format(report.updated, ds.talks:claims():count(), ds.talks:get("q").place)
    end
    assert.equal("2 3 North", import "q,East,held\nq,West,\nq,North,\n")
    assert.equal("0 3 North", import "q,West,\nq,East,held\nq,North,\n")
    assert.equal("0 3 North", import "q,North,\nq,East,held\nq,West,\nq,East,\nq,North,\n")
    assert.equal("1 4 East", import "q,North,\nq,West,\nq,East,held\n")
    assert.equal("0 4 East", import "q,North,\nq,West,\nq,East,held\n")
    -- within one file a value that comes back is said again
    assert.equal("4 8 East", import "q,South,\nq,East,held\nq,South,\nq,East,\n")
    assert.equal("0 8 East", import "q,South,\nq,East,held\nq,South,\nq,East,\n")
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
