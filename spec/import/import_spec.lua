-- ds:import: rows of files become rows and claims, once; what cannot be taken is set aside or undone.
-- Holds: import.claims, import.expressions, import.given_mapping, import.mirrored_rows, import.printed_report, import.report,
--   import.row_text, import.rows, import.source_history, import.same_names, import.running_import, import.take_row, import.values

local parley = require "parley"
local scratch = require "spec.support.scratch"
local sound = require "spec.support.sound"

local counts = scratch.counts
local at, remove
before_each(function() at, remove = scratch.folder() end)
after_each(function()
  local done, message = pcall(sound.check)
  remove()
  assert(done, message)
end)

local function file(name, text) return scratch.file(at(name), text) end
local function assert_sound(ds) sound.store(ds.store) end

describe("the check after each of these specs", function()
  it("sees a reference to nothing, in a dataset that is open and in a file that is closed #file", function()
    for _, path in ipairs { ":memory:", at "broken.db" } do
      local ds = scratch.fill(parley.open(path))
      assert(ds:import("events", file("a.csv", "id,place\na,Rome\n")))
      assert.equal(1, sound.check())
      assert(ds:import("events", at "a.csv"))
      ds.store:exec "PRAGMA foreign_keys = OFF; INSERT INTO talks(id, host) VALUES ('x', 'nobody')"
      if path ~= ":memory:" then ds:close() end
      assert.error_matches(sound.check, "row 2 of talks points at nothing in parties")
    end
  end)
end)

local EVENTS = "id,date,source_party,goldstein,mentions,place,junk\n"
  .. "e1,2022-03-05,ukraine,1.5,3,Kyiv,a\ne2,2022-03,russia,-10,,Minsk,b\n"

describe("importing into a table without claims", function()
  it("takes the columns of the same name, with their types and days #file", function()
    local ds = parley.open ":memory:"
    local report = assert(ds:import("events", file("a.csv", EVENTS)))
    assert.same({ 2, 0, 0, 0 }, counts(report))
    assert.equal(2, report.read)
    assert.same({ "junk" }, report.unused)
    local row = ds.events:where { id = "e2" }:one()
    assert.same({ "2022-03", "russia", -10.0, "Minsk" }, { row.date, row.source_party, row.goldstein, row.place })
    assert.is_nil(row.mentions)
    assert.equal("real", (ds.store:values "SELECT typeof(goldstein) FROM events WHERE id = 'e2'"))
    assert.same({ 19052, 19082 }, { ds.store:values "SELECT date_start, date_end FROM events WHERE id = 'e2'" })
    assert.equal("e1", ds.events:where("overlaps(date, '2022-03-05') and mentions = 3"):one().id)
    assert_sound(ds)
  end)

  it("changes nothing the second time, and updates what differs", function()
    local ds = parley.open ":memory:"
    local path = file("a.csv", EVENTS)
    ds:import("events", path)
    assert.same({ 0, 0, 2, 0 }, counts(assert(ds:import("events", path))))
    file("a.csv", (EVENTS:gsub("Minsk", "Brest")) .. "e3,2022-04-01,ukraine,,,,\n")
    assert.same({ 1, 1, 1, 0 }, counts(assert(ds:import("events", path))))
    assert.equal("Brest", ds.events:where { id = "e2" }:one().place)
    assert.equal(3, ds.events:count())
    assert_sound(ds)
  end)

  it("makes the id of key columns, names the source, and keeps its indexes #file", function()
    local ds = parley.open(at "indexed.db")
    local report = assert(ds:import("events", file("k.csv", "nr,story,date\n1,a,2025-06-02\n1,b,2025-06-03\n"),
      { key = { "story", "nr" }, source = { id = "wire", title = "A wire", published = "2025" } }))
    assert.same({ 2, 0, 0, 0 }, counts(report))
    assert.same({ { "a/1", "wire" }, { "b/1", "wire" } },
      { { ds.events:sort("id"):first().id, ds.events:first().source }, { "b/1", ds.events:get("b/1").source } })
    assert.equal("A wire", ds.sources:first().title)
    local indexes = {}
    for name in ds.store:each [[SELECT name FROM sqlite_master WHERE type = 'index' AND tbl_name = 'events'
        AND sql IS NOT NULL ORDER BY name]] do
      indexes[#indexes + 1] = name
    end
    assert.same({ "events_date_start", "events_source" }, indexes)
    assert_sound(ds)
    ds:close()
  end)

  it("finds the words of bulk rows when they are searched, also where nothing can be written", function()
    local ds = parley.open(at "words.db")
    ds:import("events", file("a.csv", EVENTS))
    ds:close()
    local reader <close> = assert(parley.open(at "words.db", { mode = "ro" }))
    assert.equal("e1", reader.events:search("kyiv"):one().id)
    local writer <close> = assert(parley.open(at "words.db"))
    assert.equal("e2", writer.events:search("minsk"):one().id)
    assert.equal(1, (writer.store:values "SELECT count(*) FROM search_text WHERE tbl = 'events' AND id = 'e2'"))
  end)

  it("gives the same rows through C and through Lua", function()
    local text = { EVENTS }
    for i = 1, 500 do
      local date = i % 7 == 0 and "2025-06/2025-07" or "2025-06-0" .. i % 9 + 1
      text[#text + 1] = ('x%d,%s,"a ""quoted"" %d",%s,%d,ä%d,\n'):format(i, date, i, i / 8, i, i)
    end
    local path = file("many.csv", table.concat(text))
    local one, other = parley.open ":memory:", parley.open ":memory:"
    local columns = { date = "date", source_party = "source_party", goldstein = "goldstein", mentions = "mentions", place = "place" }
    assert.same({ 502, 0, 0, 0 }, counts(assert(one:import("events", path))))
    local slow = { rows = { { table = "events", id = function(row) return row.id end, columns = columns } } }
    assert.same({ 502, 0, 0, 0 }, counts(assert(other:import("events", path, { mapping = slow }))))
    assert.equal(one.events:sort("id"):to_csv(), other.events:sort("id"):to_csv())
    assert.same({ 0, 0, 502, 0 }, counts(assert(one:import("events", path, { mapping = slow }))))
    assert.same({ 0, 0, 502, 0 }, counts(assert(other:import("events", path))))
  end)

  it("refuses a file none of whose columns is one of the table, with those that are near", function()
    local ds = parley.open ":memory:"
    local function refused(expected, text, options)
      local report, message, code = ds:import("events", file("none.csv", text), options)
      assert.is_nil(report)
      assert.equal("parley: " .. at "none.csv" .. ": " .. expected, message)
      assert.equal("no_column", code)
      assert.equal(0, ds.events:count())
    end
    refused("none of its columns is one of events: nr, Plaec; did you mean 'place' for 'Plaec'? "
      .. "columns = {\"nr\", \"place\"} calls them so", "nr,Plaec\n1,Rome\n",
      { key = "nr" })
    refused("none of its columns but the id is one of events: id, remark; a mapping says what goes where (doc/import.md)",
      "id,remark\n1,x\n")
    refused("none of its columns is one of events: ID, Date; did you mean 'id' for 'ID', 'date' for 'Date'? "
      .. "columns = {\"id\", \"date\"} calls them so",
      "ID,Date\n1,2025\n")
  end)

  it("tells which columns of the file came to nothing, and what they may stand for", function()
    local ds = parley.open ":memory:"
    local report = assert(ds:import("events", file("u.csv", "id,date,Place,zzzzzz\n1,2025,Rome,x\n")))
    assert.same({ "Place", "zzzzzz" }, report.unused)
    assert.matches("  2 columns not used: Place (near 'place'), zzzzzz", tostring(report), 1, true)
    ds:add("sources", { id = "s" })
    report = assert(ds:import("talks", file("s.csv", "id,date,Source,Said by,Sources\n2,2025,UN,x,y\n"), { source = "s" }))
    assert.matches("  3 columns not used: Source (near 'source'), Said by (near 'said_by'), Sources (near 'source')",
      tostring(report), 1, true)
    report = assert(ds:import("events", file("t.csv", "id,date,Said by\n2,2025,y\n")))        -- has no claims
    assert.matches("  1 column not used: Said by$", tostring(report))
    local names = {}
    for i = 1, 14 do names[i] = "xyzxyz" .. i end
    report = assert(ds:import("events", file("w.csv", "id,date," .. table.concat(names, ",") .. "\n")))
    assert.equal(14, #report.unused)
    assert.matches("  14 columns not used: xyzxyz1, .*, xyzxyz12, … and 2 more$", tostring(report))
  end)

  -- Of each row that was set aside: line, column, what may help.
  local function advice(ds)
    local list = {}
    for row in ds.quarantine:sort("table", "line"):rows() do
      list[#list + 1] = ("%d %s %s"):format(row.line, row.column, row.suggestion or "")
    end
    return list
  end

  it("sets aside what counts below nothing, in any column that counts, with and without claims", function()
    local ds = parley.open ":memory:"
    ds:add("sources", { id = "s" })
    local trucks = file("trucks.csv", "id,best,low\na,40,\nb,-9,\nc,,-99\nd,-0.0,\n")
    local talks = file("talks.csv", "id,round,gap_years_best\nr1,1,2\nr2,-1,\nr3,3,-8\n")
    local events = file("events.csv", "id,mentions,quad\n1,3,1\n2,-9,1\n3,0,5\n")
    assert.same({ 2, 0, 0, 2 }, counts(assert(ds:import("outcomes", trucks, { source = "s" }))))
    assert.same({ 1, 0, 0, 2 }, counts(assert(ds:import("talks", talks, { source = "s" }))))
    assert.same({ 1, 0, 0, 2 }, counts(assert(ds:import("events", events))))
    local function means(code) return ('if \'%s\' means missing, state missing = {"%s"}'):format(code, code) end
    assert.same({ "3 mentions " .. means "-9", "4 quad ", "3 best " .. means "-9", "4 low " .. means "-99",
      "3 round " .. means "-1", "4 gap_years_best " .. means "-8" }, advice(ds))
    assert.equal(40, ds.outcomes:sum "best")
    assert.same({ 2, 0, 1, 0 }, counts(assert(ds:import("talks", talks, { source = "s", missing = { "-1", "-8" } }))))
  end)

  it("sets aside whole numbers that may have a point between thousands", function()
    local ds = parley.open ":memory:"
    ds:add("sources", { id = "s" })
    local path = file("thousands.csv", "id,best\na,1.000\nb,12.000\nc,+900.000\nd,900\ne,5.0\nf,0.000\ng,1234.000\n")
    assert.same({ 4, 0, 0, 3 }, counts(assert(ds:import("outcomes", path, { source = "s" }))))
    assert.same({ "2 best without the separator of thousands: '1000'",
      "3 best without the separator of thousands: '12000'", "4 best without the separator of thousands: '+900000'" },
      advice(ds))
    assert.equal(900 + 5 + 0 + 1234, ds.outcomes:sum "best")
    assert.equal("'1.000' is not an integer: it may mean thousands or decimals", ds.quarantine:sort("line"):first().reason)
  end)

  it("sets aside what lies outside the globe, through C and through Lua", function()
    local ds = parley.open ":memory:"
    local path = file("globe.csv", "id,latitude,longitude\na,90,-180\nb,90.5,10\nc,-91,10\nd,10,180.01\ne,,\n")
    local function told()
      local list = {}
      for row in ds.quarantine:sort("line"):rows() do
        list[#list + 1] = ("%d %s %s (%s)"):format(row.line, row.column, row.reason, row.suggestion or "")
      end
      return list
    end
    assert.same({ 2, 0, 0, 3 }, counts(assert(ds:import("events", path))))
    local by_c = told()
    assert.same({
      "3 latitude '90.5' is not between -90 and 90 (latitude and longitude may be in each other's column)",
      "4 latitude '-91' is not between -90 and 90 (latitude and longitude may be in each other's column)",
      "5 longitude '180.01' is not between -180 and 180 ()" }, by_c)
    local columns = { latitude = function(row) return row.latitude end, longitude = "longitude" }
    assert.same({ 0, 0, 2, 3 }, counts(assert(ds:import("events", path,
      { mapping = { rows = { { table = "events", id = "id", columns = columns } } } }))))
    assert.same(by_c, told())
  end)

  it("leaves nothing behind when a function that is read from does not give text", function()
    local ds, tmpname, made = parley.open ":memory:", os.tmpname, {}
    finally(function() rawset(os, "tmpname", tmpname) end)
    rawset(os, "tmpname", function()
      made[#made + 1] = tmpname()
      return made[#made]
    end)
    local function refused(expected, format, reader)
      local report, message, code = ds:import("events", nil, { format = format, reader = reader })
      assert.is_nil(report)
      assert.matches(expected, message, 1, true)
      assert.equal("io", code)
      assert.equal(0, ds.events:count())
    end
    for format, start in pairs { csv = "id,place\na,b\n", json = '[{"id": "a", "place": "b"},' } do
      for _, answer in ipairs { {}, 7, true, print } do
        local given
        refused(("parley: the reader function gave a %s: it gives pieces of text, and nil at the end"):format(type(answer)),
          format, function()
            if given then return answer end
            given = true
            return start
          end)
      end
      refused("parley: the reader function failed: ", format, function() error "boom" end)
    end
    local cut = { '[{"id": "a"}, {"id": ' }
    local report, message = ds:import("events", nil, { format = "json", reader = function() return table.remove(cut) end })
    assert.is_nil(report)
    assert.matches("the record that begins here is not closed", message, 1, true)
    assert.equal(6, #made)
    for _, path in ipairs(made) do assert.is_nil(io.open(path)) end
  end)

  it("reads JSON, packed files and functions", function()
    local ds = parley.open ":memory:"
    assert.same({ 2, 0, 0, 0 }, counts(assert(ds:import("events",
      file("a.jsonl", '{"id": "j1", "mentions": 4}\n{"place": "Oslo", "id": "j2"}\n')))))
    assert.same({ 4, "Oslo" }, { ds.events:get("j1").mentions, ds.events:get("j2").place })
    local given = { "id,pl", "ace\nf1,Rome\n" }
    local report = assert(ds:import("events", nil, { format = "csv", reader = function() return table.remove(given, 1) end }))
    assert.same({ 1, 0, 0, 0 }, counts(report))
    assert.equal("Rome", ds.events:get("f1").place)
  end)
end)

describe("importing claims", function()
  local TALKS = "id,kind,status,date,place\nr3,round,held,2025-07-23,Istanbul\nr4,round,proposed,,\n"

  it("claims each row for its source, with its row as the locator", function()
    local ds = scratch.dataset()
    assert.same({ 2, 0, 0, 0 }, counts(assert(ds:import("talks", file("t.csv", TALKS), { source = "s3" }))))
    local claim = ds.talks:claims():where { id = "r3" }:one()
    assert.same({ "s3", "row 1", "2025-07-21", "narration", "fact", "Istanbul" },
      { claim.source, claim.locator, claim.reported, claim.certainty, claim.modality, claim.place })
    assert.equal("held", ds.talks:get("r3").status)
    assert_sound(ds)
  end)

  it("claims nothing twice; what differs is a new claim with what is new", function()
    local ds = scratch.dataset()
    local path = file("t.csv", TALKS)
    ds:import("talks", path, { source = "s3" })
    assert.same({ 0, 0, 2, 0 }, counts(assert(ds:import("talks", path, { source = "s3" }))))
    file("t.csv", (TALKS:gsub("proposed,,", "held,2025-09,")))
    assert.same({ 0, 1, 1, 0 }, counts(assert(ds:import("talks", path, { source = "s3" }))))
    local claims = ds.talks:claims():where { id = "r4" }:sort("claim"):all()
    assert.equal(2, #claims)
    assert.same({ "held", "2025-09" }, { claims[2].status, claims[2].date })
    assert.is_nil(claims[2].kind)
    -- what another source says is its own claim
    assert.same({ 0, 2, 0, 0 }, counts(assert(ds:import("talks", path, { source = "s2" }))))
  end)

  it("claims again what a source takes up again", function()
    local ds = scratch.dataset()
    local path = at "t.csv"
    local function import(place)
      file("t.csv", "id,place\nr3," .. place .. "\n")
      local report = assert(ds:import("talks", path, { source = "s3" }))
      return report.added + report.updated, ds.talks:get("r3").place
    end
    assert.same({ 1, "Ankara" }, { import "Ankara" })
    assert.same({ 1, "Rome" }, { import "Rome" })
    assert.same({ 1, "Ankara" }, { import "Ankara" })
    assert.same({ 0, "Ankara" }, { import "Ankara" })
    assert.equal(3, ds.talks:claims():where { id = "r3" }:count())
  end)

  it("adds up several rows about one thing, and stays as it is when they come again", function()
    local ds = scratch.dataset()
    local path = file("c.csv", "cf,actor,note\n1,A,x\n1,B,y\n2,A,x\n")
    local mapping = { source = { id = "cf", title = "Ceasefires" }, rows = {
      { table = "talks", id = "cf-{cf}", columns = { place = "note" } },
      { table = "participants", id = "cf-{cf}-{actor}", columns = { talk = { template = "cf-{cf}" } } },
    } }
    local report = assert(ds:import("talks", path, { mapping = mapping }))
    assert.same({ 2, 1, 0, 0 }, counts(report))
    assert.same({ "participants", 3, 0, 0 }, { report.tables[2].table, report.tables[2].added, report.tables[2].updated,
      report.tables[2].unchanged })
    report = assert(ds:import("talks", path, { mapping = mapping }))
    assert.same({ 0, 0, 3, 0 }, counts(report))
    assert.same({ 0, 3 }, { report.tables[2].added, report.tables[2].unchanged })
    assert.equal(2, ds.talks:where("id like 'cf-%'"):count())
    assert_sound(ds)
  end)

  it("takes the bounds of a quantity together", function()
    local ds = scratch.dataset()
    ds:import("talks", file("t.csv", "id,place\nr3,Rome\n"), { source = "s3" })
    local path = file("o.csv", "id,low,best,high\no1,5,6,9\no2,,7,\n")
    assert.same({ 2, 0, 0, 0 }, counts(assert(ds:import("outcomes", path, { source = "s3" }))))
    assert.same({ 7, 7 }, { ds.outcomes:get("o2").low, ds.outcomes:get("o2").high })
    file("o.csv", "id,low,best,high\no1,5,8,9\no2,,7,\n")
    assert.same({ 0, 1, 1, 0 }, counts(assert(ds:import("outcomes", path, { source = "s3" }))))
    local o1 = ds.outcomes:get("o1")
    assert.same({ 5, 8, 9 }, { o1.low, o1.best, o1.high })
    file("o.csv", "id,low,best,high\no3,9,8,7\n")
    assert.same({ 0, 0, 0, 1 }, counts(assert(ds:import("outcomes", path, { source = "s3" }))))
    assert.matches("outcomes.low (9) is greater than outcomes.best (8)", ds.quarantine:first().reason, 1, true)
  end)

  it("counts rows set aside for one fault together, whatever the value", function()
    local ds = scratch.dataset()
    local kinds = { date = "date", venue = function(row)
      if row.why == "word" then return nil, ("the word '%s' means nothing"):format(row.id) end
    end }
    local report = assert(ds:import("talks", file("f.csv", table.concat({ "id,date,why", "a,2025-13-01,", "b,2025-02-30,",
      "c,2025-01-01,word", "d,2025-06-31,", "e,2025-06-30", "f,2025-06-30,,,", "g" }, "\n") .. "\n"),
      { source = "s3", mapping = { rows = { { table = "talks", id = "{id}", columns = kinds } } } }))
    local seen = {}
    for i, reason in ipairs(report.reasons) do seen[i] = { reason.count, reason.line, reason.reason } end
    assert.same({
      { 3, 2, "date: '2025-13-01' is not a date" },
      { 2, 6, "2 fields, not 3" },
      { 1, 4, "venue: the word 'c' means nothing" },
      { 1, 7, "5 fields, not 3" },
    }, seen)
  end)

  it("takes references from any place of the file", function()
    local ds = scratch.dataset()
    local report = assert(ds:import("parties", file("p.csv", "id,name,parent\na,A,b\nb,B,c\nc,C,\nd,D,nobody\n"), { source = "s1" }))
    assert.same({ 3, 0, 0, 1 }, counts(report))
    assert.same({ "b", "c" }, { ds.parties:get("a").parent, ds.parties:get("b").parent })
    assert.equal(1, #report.reasons)
    assert.equal("d", ds.quarantine:first().raw:sub(1, 1))
    assert_sound(ds)
  end)
end)

describe("a mapping", function()
  local ds
  before_each(function() ds = scratch.dataset() end)

  local function talks(text, columns, more)
    local mapping = { source = { id = "m", title = "M" }, rows = { { table = "talks", id = "t-{nr}", columns = columns } } }
    for key, value in pairs(more or {}) do
      if key == "input" then mapping.input = value else mapping.rows[1][key] = value end
    end
    return ds:import("talks", file("m.csv", text), { mapping = mapping })
  end

  it("makes values of constants, templates, expressions, dates in parts, intervals and functions", function()
    assert(talks("nr,town,y,m,d,from,to\n1,Rome,1999,4,,2025-06-02,2025-06-05\n2,Oslo,2001,,,2025-06-02,2025-06-02\n", {
      kind = { value = "round" }, name = { template = "{nr} at {town}" }, place = { expr = "upper(town) .. '!'" },
      date = { date = { year = "y", month = "m", day = "d" } }, round = function(row) return row.nr * 2 end,
      purpose = { from = "from", to = "to" },
    }))
    local one, two = ds.talks:get("t-1"), ds.talks:get("t-2")
    assert.same({ "round", "1 at Rome", "ROME!", "1999-04", 2, "2025-06-02/2025-06-05" },
      { one.kind, one.name, one.place, one.date, one.round, one.purpose })
    assert.same({ "2001", "2025-06-02" }, { two.date, two.purpose })
  end)

  it("chooses rows with a condition or a function, and splits lists", function()
    local report = assert(talks("nr,n,w\n1,5,x\n2,1,x\n3,9,y\n", { place = "w" },
      { when = "n > 2", input = { types = { n = "integer" } } }))
    assert.same({ 2, 0, 0, 0 }, counts(report))
    assert.equal(1, report.skipped)
    assert(talks("nr,n,w\n7,5,x\n", { place = "w" }, { when = function(row) return row.w == "y" end }))
    assert.is_false(require("parley.claims.references").exists(ds, "talks", "t-7"))
    report = assert(talks("nr,list\n9,Rome ;; Oslo;;\n", { place = "list" },
      { id = "t-{nr}-{n}", each = { column = "list", split = ";;" } }))
    assert.same({ 2, 0, 0, 0 }, counts(report))
    assert.same({ "Rome", "Oslo" }, { ds.talks:get("t-9-1").place, ds.talks:get("t-9-2").place })
    report = assert(talks("nr,a,b\n10,\"1,2\",x\n", { place = "b" },
      { id = "u-{a}", each = { columns = { "a", "b" }, split = "," } }))
    assert.same({ 0, 0, 0, 1 }, counts(report))
    assert.equal("1 parts beside 2 in column 'a'", ds.quarantine:first().reason)
  end)

  it("refuses two words that are one when case and accents do not count, and take different places", function()
    assert.error_matches(function()
      talks("nr,s\n1,x\n", { status = { column = "s", map = { Held = "held", HELD = "postponed" } } })
    end, "'HELD' and 'Held' of map are one word", 1, true)
    assert(talks("nr,s\n1,hELD\n", { status = { column = "s", map = { Held = "held", HELD = "held" } } }))
    assert.equal("held", ds.talks:get("t-1").status)
  end)

  it("maps words, and lists those that have no place", function()
    local report = assert(talks("nr,s\n1,Took place\n2, took PLACE\n3,tok place\n4,tok place\n",
      { status = { column = "s", map = { ["took place"] = "held" } } }))
    assert.same({ 4, 0, 0, 0 }, counts(report))
    assert.same({ "held", "held" }, { ds.talks:get("t-1").status, ds.talks:get("t-2").status })
    assert.is_nil(ds.talks:get("t-3").status)
    assert.same({ { target = "talks.status", value = "tok place", count = 2, near = "took place" } }, report.unmapped)
    assert.matches("talks.status: 'tok place' 2×, near 'took place'", tostring(report), 1, true)
    report = assert(talks("nr,s\n5,hled\n", { status = "s" }))
    assert.same({ 0, 0, 0, 1 }, counts(report))
    assert.same({ { target = "talks.status", value = "hled", count = 1, near = "held" } }, report.unmapped)
    assert.equal("did you mean 'held'?", ds.quarantine:first().suggestion)
  end)

  it("states provenance of its own", function()
    talks("nr,who,page\n1,medinsky,p. 4\n", { place = { value = "Istanbul" } },
      { provenance = { said_by = "who", locator = "page", certainty = { value = "on_record_quote" } } })
    local claim = ds.talks:claims():where { id = "t-1" }:one()
    assert.same({ "medinsky", "p. 4", "on_record_quote", "m" }, { claim.said_by, claim.locator, claim.certainty, claim.source })
  end)

  it("folds mirrored rows only when it is asked to", function()
    local path = file("i.csv", "nr,a,b,code\n1,x,y,040\n2,y,x,040\n3,y,x,040\n4,x,x,1\n5,x,x,1\n")
    local mapping = { mirrored = { same = { "code" }, swap = { { "a", "b" } } },
      rows = { { table = "events", id = "i-{nr}", columns = { source_party = "a", target_party = "b", code = "code" } } } }
    local report = assert(ds:import("events", path, { mapping = mapping, mirrors = "fold" }))
    assert.same({ 4, 0, 0, 0 }, counts(report))
    assert.equal(1, report.folded)
    assert.is_nil(ds.events:where { id = "i-2" }:first())
    assert.same({ 1, 0, 4, 0 }, counts(assert(ds:import("events", path, { mapping = mapping }))))
  end)

  it("is refused with a name where it cannot be meant", function()
    local function raised(expected, mapping)
      local path = file("m.csv", "nr,town\n1,Rome\n")
      assert.matches(expected, scratch.message_of(ds.import, ds, "talks", path, { mapping = mapping }), 1, true)
    end
    raised("no mapping 'pxa' comes with Parley; did you mean 'pax'? (doc/mappings.md tells of each", "pxa")
    raised("no mapping 'corridor' comes with Parley; did you mean 'corridors'?", "corridor")
    raised("no mapping 'zzzzzzzz' comes with Parley; known: corridors, cwm,", "zzzzzzzz")
    raised("mapping is the name of one that comes with Parley, or a table, not a number", 7)
    raised("input of a mapping has no option 'delimeter'; did you mean 'delimiter'?", { input = { delimeter = ";" } })
    raised([[a mapping's mirrored is {same = {…}, swap = {{"a", "b"}}}]], { mirrored = { same = "nr" } })
    raised("a mapping has no option 'date'; columns stand in its rows: rows = {{table = …, id = …, columns = {date = "
      .. "\"Day\"}}}", { date = "Day" })
    for _, name in ipairs { "id", "columns", "table", "when" } do
      raised(("a mapping has no option '%s', which its rows have: rows = {{table = …, id = …, columns = {…}}}"):format(name),
        { [name] = "nr" })
    end
    raised("a mapping has no option 'dates'", { dates = "dmy" })
    raised("rows of a mapping are {table = …, id = …}, not a string", { rows = { "talks" } })
    raised("a mapping needs rows", {})
    raised("this mapping fills parties, and not talks", { rows = { { table = "parties" } } })
    raised("no column 'plaec' in talks; did you mean 'place'?", { rows = { { table = "talks", id = "nr", columns = { plaec = "town" } } } })
    raised("a value has 'column' or 'value', not both",
      { rows = { { table = "talks", id = "nr", columns = { place = { column = "town", value = 1 } } } } })
    raised("rows of talks need an id that stays", { rows = { { table = "talks", columns = { place = "town" } } } })
    raised("a claim needs its source", { rows = { { table = "talks", id = "nr", columns = { place = "town" } } } })
    local function bad(expected, row)
      row.table, row.id = "talks", row.id or "nr"
      raised(expected, { rows = { row } })
    end
    bad("mapping, talks: columns is a table, not a string", { columns = "town" })
    bad("mapping, talks: provenance is a table, not a string", { provenance = "town" })
    bad("mapping, talks: each cannot split at ''", { each = { column = "town", split = "" } })
    bad("mapping, talks: each cannot split at '['", { each = { column = "town", pattern = "[" } })
    bad("mapping, talks: each has no option 'colum'; did you mean 'column'?", { each = { colum = "town", split = "," } })
    bad("mapping, talks.place: map is a table of words for words, not a string",
      { columns = { place = { column = "town", map = "x" } } })
    bad("mapping, talks.id: a template is text, not a number", { id = { template = 7 } })
    bad("mapping, talks.place: a column is named by text, not by a number", { columns = { place = { column = 7 } } })
    bad("mapping, talks.date: date takes the columns of its parts", { columns = { date = { date = "nr" } } })
    bad("mapping, talks.date: a date has no 'mnth'; did you mean 'month'?",
      { columns = { date = { date = { year = "nr", mnth = "nr" } } } })
    raised("no column 'twon'",
      { rows = { { table = "talks", id = "nr", columns = { place = { expr = "twon" } } } } })
  end)
end)
