-- Rows set aside: what ds.quarantine says of them, and how they are tried again.

local parley = require "parley"
local scratch = require "spec.support.scratch"

local at, remove, ds
before_each(function()
  at, remove = scratch.folder()
  ds = scratch.dataset()
end)
after_each(function()
  assert.equal("ok", (ds.store:values "PRAGMA integrity_check"))
  assert.is_nil((ds.store:values "PRAGMA foreign_key_check"))
  remove()
end)

local function file(name, text)
  scratch.write(at(name), text)
  return at(name)
end

local function counts(report)
  return { report.added, report.updated, report.unchanged, report.quarantined }
end

local BAD = 'id,date,mentions\n"e1",2025-06-02,1\ne2,05/06/2025,2\ne3,2025-06-03\ne4,2025-06-04,NA\n,2025-06-05,3\n'

describe("ds.quarantine", function()
  it("has file, line, column, value, reason, suggestion and the raw row", function()
    local path = file("bad.csv", BAD)
    local report = assert(ds:import("events", path))
    assert.same({ 1, 0, 0, 4 }, counts(report))
    local rows = ds.quarantine:sort("line"):all()
    assert.equal(4, #rows)
    assert.same({ path, "events", 3, "date", "05/06/2025", "e2,05/06/2025,2" },
      { rows[1].file, rows[1].table, rows[1].line, rows[1].column, rows[1].value, rows[1].raw })
    assert.equal("'05/06/2025' is no date: it looks like a date in no stated order", rows[1].reason)
    assert.equal('state the order of day and month: dates = "dmy" or dates = "mdy"', rows[1].suggestion)
    assert.equal("2 fields, not 3", rows[2].reason)
    assert.same({ "mentions", "NA", "if 'NA' means missing, state missing = {\"NA\"}" },
      { rows[3].column, rows[3].value, rows[3].suggestion })
    assert.same({ 6, "id", "the row has no id" }, { rows[4].line, rows[4].column, rows[4].reason })
    assert.equal("date", ds.quarantine:where("column = 'date'"):one().column)
  end)

  it("says the same through Lua as through C", function()
    local path = file("bad.csv", BAD)
    ds:import("events", path)
    local function told()
      local list = {}
      for row in ds.quarantine:sort("line"):rows() do
        list[#list + 1] = { row.line, row.column or "", row.value or "", row.reason, row.raw }
      end
      return list
    end
    local by_c = told()
    ds:import("events", path, { mapping = { rows = { { table = "events", id = function(row) return row.id end,
      columns = { date = "date", mentions = "mentions" } } } } })
    assert.same(by_c, told())
  end)

  it("shows the latest import of a file only", function()
    local path = file("bad.csv", BAD)
    ds:import("events", path)
    ds:import("events", path)
    assert.equal(4, ds.quarantine:count())
    file("bad.csv", "id,date,mentions\ne2,2025-06-05,2\n")
    assert.same({ 1, 0, 0, 0 }, counts(assert(ds:import("events", path))))
    assert.equal(0, ds.quarantine:count())
  end)

  it("keeps rows of JSON and rows that break over lines", function()
    ds:import("events", file("bad.jsonl", '{"id": "j1", "mentions": "many"}\n'))
    ds:import("events", file("bad.csv", 'id,mentions,text\nx,many,"one\ntwo"\n'))
    local raw = {}
    for row in ds.quarantine:sort("file"):rows() do raw[#raw + 1] = row.raw end
    assert.same({ 'x,many,"one\ntwo"', '{"id": "j1", "mentions": "many"}' }, raw)
    assert.same({ 2, 0, 0, 0 }, counts(ds:requeue { mentions = { many = "3" } }))
    assert.equal("one\ntwo", ds.events:get("x").text)
    assert.equal(3, ds.events:get("j1").mentions)
  end)

  it("is made when an older file is opened", function()
    local path = at "older.db"
    scratch.fill(assert(parley.open(path))):close()
    local store = assert(require("parley.core").open(path, { mode = "rw" }))
    store:exec "DROP TABLE quarantine; PRAGMA user_version = 1"
    store:close()
    local older <close> = assert(parley.open(path))
    assert.equal(0, older.quarantine:count())
    assert.equal(1, older.talks:count())
  end)
end)

describe("ds:requeue", function()
  it("tries again as it was, and keeps what still cannot be taken", function()
    ds:import("talks", file("t.csv", "id,host\nr8,france\n"), { source = "s1" })
    assert.same({ 0, 0, 0, 1 }, counts(ds:requeue()))
    assert.equal("talks.host: no party 'france'", ds.quarantine:first().reason)
    ds:add("parties", { id = "france", name = "France", kind = "state" }, { source = "s1" })
    local report = ds:requeue()
    assert.same({ 1, 0, 0, 0 }, counts(report))
    assert.equal("france", ds.talks:get("r8").host)
    assert.equal("s1", ds.talks:claims():where { id = "r8" }:one().source)
    assert.equal(0, ds.quarantine:count())
    assert.same({ 0, 0, 0, 0 }, counts(ds:requeue()))
  end)

  it("takes a function, or words for words, as the fix", function()
    ds:import("events", file("bad.csv", BAD))
    local report = ds:requeue(function(row)
      if row.mentions == "NA" then row.mentions = nil end
      row.id = row.id or "e5"
      return row
    end)
    assert.same({ 2, 0, 0, 2 }, counts(report))
    assert.is_nil(ds.events:get("e4").mentions)
    assert.equal(3, ds.events:get("e5").mentions)
    assert.same({ 1, 0, 0, 1 }, counts(ds:requeue { date = { ["05/06/2025"] = "2025-06-05" } }))
    assert.equal("2 fields, not 3", ds.quarantine:one().reason)
  end)

  it("takes options of reading that were missing", function()
    ds:import("events", file("bad.csv", BAD))
    assert.same({ 1, 0, 0, 3 }, counts(ds:requeue(nil, { dates = "dmy" })))
    assert.equal("2025-06-05", ds.events:get("e2").date)
    assert.same({ 1, 0, 0, 2 }, counts(ds:requeue(nil, { missing = { "NA" } })))
    assert.same({ 0, 0, 0, 0 }, counts(ds:requeue(nil, { file = "another.csv" })))
    assert.equal(2, ds.quarantine:count())
  end)

  it("keeps how the file was read: delimiter, columns, missing codes, key", function()
    ds:import("events", file("k.csv", "1;5/6/25;?\n2;6/6/25;many\n"), { delimiter = ";", header = false, key = "nr",
      columns = { "nr", "date", "mentions" }, dates = "dmy", short_years = 1950, missing = { mentions = { "?" } } })
    assert.equal("2025-06-05", ds.events:get("1").date)
    assert.same({ 1, 0, 0, 0 }, counts(ds:requeue { mentions = { many = "7" } }))
    local row = ds.events:get "2"
    assert.same({ "2025-06-06", 7 }, { row.date, row.mentions })
  end)

  it("does not let a twin take the place of the row before it, unless it is changed", function()
    ds:import("events", file("twin.csv", "id,place\na,Rome\na,Oslo\n"))
    assert.same({ 0, 0, 0, 1 }, counts(ds:requeue()))
    assert.equal("Rome", ds.events:get("a").place)
    assert.same({ 1, 0, 0, 0 }, counts(ds:requeue { id = { a = "b" } }))
    assert.equal("Oslo", ds.events:get("b").place)
  end)

  it("asks for a mapping that was a table", function()
    local mapping = { source = { id = "m", title = "M" }, rows = { { table = "talks", id = "t-{nr}", columns = { status = "s" } } } }
    ds:import("talks", file("m.csv", "nr,s\n1,hled\n"), { mapping = mapping })
    assert.matches("imported with a mapping of your own; give it again", scratch.message_of(ds.requeue, ds), 1, true)
    assert.same({ 1, 0, 0, 0 }, counts(ds:requeue({ s = { hled = "held" } }, { mapping = mapping })))
    assert.equal("held", ds.talks:get("t-1").status)
  end)

  it("is all or nothing", function()
    ds:import("events", file("bad.csv", BAD))
    local tried = 0
    local done, err = pcall(ds.requeue, ds, function(row)
      tried = tried + 1
      if tried == 3 then error("stop here", 0) end
      row.date = "2025"
      return row
    end)
    assert.is_false(done)
    assert.equal("stop here", err)
    assert.equal(4, ds.quarantine:count())
    assert.equal(1, ds.events:count())
  end)

  it("raises for what cannot be meant", function()
    assert.matches("requeue() takes a function of a row", scratch.message_of(ds.requeue, ds, 7), 1, true)
    assert.matches("requeue() has no option 'tabel'", scratch.message_of(ds.requeue, ds, nil, { tabel = "x" }), 1, true)
  end)
end)
