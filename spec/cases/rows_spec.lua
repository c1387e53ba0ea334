-- Ids, blanks, rows that are none and rows that are no file, which imports once took wrongly without a word, by their
-- numbers, with cousins of each.
-- Holds: import.renamed_ids

local parley = require "parley"
local scratch = require "spec.support.scratch"

local counts, values, with_sources = scratch.counts, scratch.texts, scratch.with_sources
local at, remove
before_each(function() at, remove = scratch.folder() end)
after_each(function() remove() end)

local function file(name, text) return scratch.file(at(name), text) end

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

describe("ids that were renamed", function()
  local function told(report)
    local list = {}
    for i, note in ipairs(report.notes) do list[i] = note.note end
    return list
  end

  it("are followed by files that say the old ones, which change nothing", function()
    local ds = with_sources "s"
    local parties = file("p.csv", "id,name,parent\nc,C,\nd,D,c\n")
    local talks = file("t.csv", "id,host,status\nk,c,held\nl,c,heldd\n")
    local events = file("e.csv", "id,date\n1,2020-01-01\n2,2020-13-01\n")
    ds:import("parties", parties, { source = "s" })
    ds:import("talks", talks, { source = "s" })
    ds:import("events", events, { source = "s" })
    ds:rename("parties", "c", "b")
    ds:rename("parties", "b", "a")
    ds:rename("sources", "s", "t")
    assert.same({ "1 t" }, values(ds.events, "id", "source"))
    local report = ds:requeue { status = { heldd = "held" }, date = { ["2020-13-01"] = "2020-12-01" } }
    assert.same({ 2, 0 }, { report.added, report.quarantined })
    assert.same({ "k a", "l a" }, values(ds.talks:sort("id"), "id", "host"))
    assert.same({ "1 t", "2 t" }, values(ds.events:sort("id"), "id", "source"))
    for name, path in pairs { parties = parties, talks = talks, events = events } do
      report = assert(ds:import(name, path, { source = "s" }))
      assert.same({ 0, 0, 2, 0 }, counts(report), name)
      assert.equal("'s' is called 't' now, and was taken for it", told(report)[1])
      if name ~= "events" then assert.equal("'c' is called 'a' now, and was taken for it", told(report)[2]) end
    end
    report = assert(ds:import("talks", file("t.jsonl", '{"id":"m","host":"c"}\n'), { source = { id = "s", title = "S" } }))
    assert.same({ 1, 0, 0, 0 }, counts(report))
    assert.same({ "m a" }, values(ds.talks:where { id = "m" }, "id", "host"))
    assert.same({ "a", "d" }, values(ds.parties:sort("id"), "id"))
  end)

  it("leave nothing open that an import would have to wait for", function()
    local ds = with_sources "s"
    ds:add("parties", { id = "c" }, { source = "s" })
    local key = ds:claim("parties", "c", { name = "C" }, { source = "s" })
    ds:rename("parties", "c", "b")
    ds:retract(ds:amend(ds:sql("select claim from parties_claims where restates = ?", key)[1].claim, { name = "B" }, "misread"))
    ds.store:exec "CREATE TEMP TABLE parley_spec(a); DROP TABLE temp.parley_spec"
  end)

  it("are ids of their own again when somebody claims something about them", function()
    local ds = with_sources "s"
    ds:add("parties", { id = "c", name = "C" }, { source = "s" })
    ds:rename("parties", "c", "a")
    ds:add("parties", { id = "c", name = "Another" }, { source = "s" })
    local report = assert(ds:import("talks", file("t.csv", "id,host\nk,c\n"), { source = "s" }))
    assert.same({ 1, 0, 0, 0 }, counts(report))
    assert.same({}, told(report))
    assert.same({ "c" }, values(ds.talks, "host"))
  end)

  it("are what they were when they are renamed back", function()
    local ds = with_sources "s"
    ds:add("parties", { id = "c", name = "C" }, { source = "s" })
    for _, pair in ipairs { { "c", "b" }, { "b", "c" }, { "c", "a" } } do ds:rename("parties", pair[1], pair[2]) end
    assert(ds:import("talks", file("t.csv", "id,host\nk,c\nl,b\nm,a\n"), { source = "s" }))
    assert.same({ "a", "a", "a" }, values(ds.talks, "host"))
    ds:rename("parties", "a", "b")
    assert.equal(2, assert(ds:import("parties", file("p.csv", "id,name\nc,C\na,C\n"), { source = "s" })).unchanged)
    assert.same({ "b" }, values(ds.parties, "id"))
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

describe("times of day", function()
  it("case 22: are read, or set aside, from every kind of file", function()
    local function import(name, text, more)
      local ds, given = with_sources "s", { source = "s" }
      for key, value in pairs(more or {}) do given[key] = value end
      local report = assert(ds:import("talks", file(name, text), given))
      assert.same({ 2, 0, 0, 3 }, counts(report))
      assert.same({ "a 09:30", "b 13:00" }, values(ds.talks:sort("time"), "id", "time"))
      assert.same({ "time 25:00", "time 1.30 pm", "time 9:60" }, values(ds.quarantine:sort("line"), "column", "value"))
      ds:requeue({ time = { ["1.30 pm"] = "13:30", ["25:00"] = "1:00", ["9:60"] = "9:06:05" } }, { mapping = given.mapping })
      assert.same({ "c 01:00", "f 09:06:05", "a 09:30", "b 13:00", "e 13:30" }, values(ds.talks:sort("time"), "id", "time"))
    end
    local text = "id,time\na,9:30\nb,13:00\nc,25:00\ne,1.30 pm\nf,9:60\n"
    import("t.csv", text)
    import("t.tsv", (text:gsub(",", "\t")))
    import("t.jsonl", (text:gsub("^[^\n]*\n", ""):gsub("(%w),([^\n]*)", '{"id":"%1","time":"%2"}')))
    for _, given in ipairs { "time", { template = "{time}" }, { expr = "time" }, function(row) return row.time end } do
      import("t.csv", text, { mapping = { rows = { { table = "talks", id = "{id}", columns = { time = given } } } } })
    end
  end)

  it("case 22: of a mapping's constant are read too", function()
    local ds = with_sources "s"
    ds:import("talks", file("t.csv", "id\na\n"), { source = "s", mapping = { rows = { { table = "talks", id = "{id}",
      columns = { time = { value = "9:30" } } } } } })
    assert.same({ "09:30" }, values(ds.talks, "time"))
  end)
end)

describe("what is no file", function()
  it("case 78: a folder is one, whatever its name, and what is not there is not there", function()
    local ds = with_sources "s"
    for _, name in ipairs { "folder", "folder.csv", "folder.d" } do
      os.execute(("mkdir '%s'"):format(at(name)))
      for _, call in ipairs { parley.read, parley.sniff, function(path) return ds:import("talks", path, { source = "s" }) end } do
        local found, message, code = call(at(name))
        assert.same({ nil, "is_folder" }, { found, code })
        assert.matches("it is a folder; name a file in it", message, 1, true)
        found, message, code = call(at "nowhere")
        assert.same({ nil, "missing_file" }, { found, code })
        assert.matches("nowhere", message, 1, true)
      end
      os.execute(("rmdir '%s'"):format(at(name)))
    end
    assert.error_matches(function() parley.read(file("nameless", "a\n1\n")) end, "does not tell its format")
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
