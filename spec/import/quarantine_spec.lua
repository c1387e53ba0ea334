-- Rows set aside: what ds.quarantine says of them, and how they are tried again.
-- Holds: import.fixes, import.fixed_rows, import.requeue, import.retry, import.suggestions

local parley = require "parley"
local scratch = require "spec.support.scratch"
local sound = require "spec.support.sound"

local counts = scratch.counts

local at, remove, ds
before_each(function()
  at, remove = scratch.folder()
  ds = scratch.dataset()
end)
after_each(function()
  local done, message = pcall(sound.check)
  remove()
  assert(done, message)
end)

local function file(name, text) return scratch.file(at(name), text) end

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
    assert.equal("'05/06/2025' is not a date: it looks like a date in no stated order", rows[1].reason)
    assert.equal('state the order of day and month: dates = "dmy" or dates = "mdy"', rows[1].suggestion)
    assert.equal("2 fields, not 3", rows[2].reason)
    assert.same({ "mentions", "NA", "if 'NA' means missing, state missing = {\"NA\"}" },
      { rows[3].column, rows[3].value, rows[3].suggestion })
    assert.same({ 6, "id", "the row has no id" }, { rows[4].line, rows[4].column, rows[4].reason })
    assert.equal("date", ds.quarantine:where("column = 'date'"):one().column)
    assert.same({ "bad_date", "too_few_fields", "bad_integer", "no_id" },
      { rows[1].code, rows[2].code, rows[3].code, rows[4].code })
  end)

  it("says the same through Lua as through C", function()
    local path = file("bad.csv", BAD)
    ds:import("events", path)
    local function told()
      local list = {}
      for row in ds.quarantine:sort("line"):rows() do
        list[#list + 1] = { row.line, row.column or "", row.value or "", row.code, row.reason, row.raw }
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

  it("is made when an older file is opened #file", function()
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

describe("lines that are no rows", function()
  local LINES = "id,place\np1,Kyiv\nid,place\np1,Rome\nTotal,2\n"

  it("are known by their code words, and stay where they are", function()
    local own <close> = assert(parley.open ":memory:")
    assert(own:import("events", file("lines.csv", LINES)))
    local function told()
      local list = {}
      for row in own.quarantine:sort("line"):rows() do list[#list + 1] = row.code .. ": " .. row.reason end
      return list
    end
    local before = told()
    assert.same({ "duplicate: the header again",
      "duplicate: an earlier row of the file has the same id, and other values", "total: a total of rows is no row" },
      before)
    assert.same({ 0, 0, 0, 3 }, counts(own:requeue()))
    assert.same(before, told())
    own.store:exec "UPDATE quarantine SET reason = 'in other words'"
    assert.same({ 0, 0, 0, 3 }, counts(own:requeue()))
    assert.equal("Kyiv", own.events:one().place)
  end)

  it("of an older file, which had no code words, stay there too #file", function()
    local path = at "older-lines.db"
    local newer = assert(parley.open(path))
    assert(newer:import("events", file("lines.csv", LINES)))
    newer:close()
    local store = assert(require("parley.core").open(path, { mode = "rw" }))
    store:exec [[ALTER TABLE quarantine DROP COLUMN code; ALTER TABLE quarantine DROP COLUMN fault;
      ALTER TABLE quarantine DROP COLUMN arguments; PRAGMA user_version = 4]]
    store:close()
    local older <close> = assert(parley.open(path))
    assert.same({ 0, 0, 0, 3 }, counts(older:requeue()))
    assert.equal("Kyiv", older.events:one().place)
  end)
end)

describe("what may help a row that was set aside", function()
  -- column, what stands there, what is suggested
  local CASES = {
    { "date", "31/06/2024", "June 2024 has 30 days: correct the day, or leave it out: '2024-06'" },
    { "date", "31.12.2024", "dates = \"dmy\" makes it '2024-12-31'" },
    { "date", "12/31/2024", "dates = \"mdy\" makes it '2024-12-31'" },
    { "date", "05/06/2024", 'state the order of day and month: dates = "dmy" or dates = "mdy"' },
    { "date", "1/2/24", 'state the first year that two digits can mean, as in short_years = 1950, and the order: dates = '
      .. '"dmy" or dates = "mdy"' },
    { "date", "2024-13-01", "if month and day are swapped: '2024-01-13'" },
    { "date", "2023-02-29", "February 2023 has 28 days: correct the day, or leave it out: '2023-02'" },
    { "date", "2024-6-1", "written as two digits each: '2024-06-01'" },
    { "date", "2024/06/01", "written as ISO 8601: '2024-06-01'" },
    { "date", "20240601", "written as ISO 8601: '2024-06-01'" },
    { "date", "2 June 2024", "written as ISO 8601: '2024-06-02'" },
    { "date", "Jun 2, 2024", "written as ISO 8601: '2024-06-02'" },
    { "date", "31 June 2024", "June 2024 has 30 days: correct the day, or leave it out: '2024-06'" },
    { "date", "Sept 2024", "written as ISO 8601: '2024-09'" },
    { "date", "2024-06-01T10:00", "without the time of day: '2024-06-01'" },
    { "date", "45444", "if it is the day number of a spreadsheet: '2024-06-01'" },
    { "date", "2020-04-01/2020-06-31",
      "June 2020 has 30 days: correct the day, or leave it out: '2020-04-01/2020-06'" },
    { "date", "2020-06-31/2020-07", "June 2020 has 30 days: correct the day, or leave it out: '2020-06/2020-07'" },
    { "date", "../2021-02-29", "February 2021 has 28 days: correct the day, or leave it out: '../2021-02'" },
    { "date", "2020-05-02/2020-04-01", "it ends before it begins; if its ends are swapped: '2020-04-01/2020-05-02'" },
    { "date", "2020-13", "there is no month 13: correct it, or leave it out: '2020'" }, { "date", "2020-25" },
    { "date", "2020-01/2020-00", "there is no month 00: correct it, or leave it out: '2020-01/2020'" },
    { "date", "2024-99-99" }, { "date", "soon" }, { "date", "2 Octember 2024" },
    { "mentions", "1,234", "without the separator of thousands: '1234'" },
    { "mentions", "12 345 678", "without the separator of thousands: '12345678'" },
    { "mentions", "1,23" }, { "mentions", "1,2345" }, { "mentions", "5.7" }, { "mentions", "three" },
    { "mentions", "12 km", "the number in it is '12'" },
    { "mentions", "~50", "the number in it is '50'" },
    { "mentions", "10-20", "a range: columns for the least and the greatest number can take '10' and '20'" },
    { "mentions", "\u{2212}5", "with a hyphen for the minus sign: '-5'" },
    { "mentions", "NA", "if 'NA' means missing, state missing = {\"NA\"}" },
    { "mentions", "3 of 4" },
    { "mentions", "#DIV/0!", "a spreadsheet's error; if it means missing, state missing = {\"#DIV/0!\"}" },
    { "mentions", "#N/A", "a spreadsheet's error; if it means missing, state missing = {\"#N/A\"}" },
    { "goldstein", "1.234,5", "without the separator of thousands: '1234.5'" },
    { "goldstein", "1,234.5", "without the separator of thousands: '1234.5'" },
    { "goldstein", "3,5", "if the comma marks decimals: '3.5'" },
  }

  it("is worked out from what stands there, and changes nothing", function()
    local lines = { "id\tdate\tmentions\tgoldstein" }
    for i, case in ipairs(CASES) do
      local fields = { date = "", mentions = "", goldstein = "", [case[1]] = case[2] }
      lines[i + 1] = table.concat({ "e" .. i, fields.date, fields.mentions, fields.goldstein }, "\t")
    end
    assert.same({ 0, 0, 0, #CASES }, counts(assert(ds:import("events", file("odd.tsv", table.concat(lines, "\n"))))))
    for i, row in ipairs(ds.quarantine:sort("line"):all()) do
      local case = CASES[i]
      assert.same({ case[1], case[2], case[3] }, { row.column, row.value, row.suggestion }, case[2])
    end
  end)

  it("names who was probably meant, or how to add them", function()
    ds:add("parties", { id = "usa", name = "United States", kind = "state" }, { source = "s1" })
    ds:import("talks", file("who.csv", "id,host,status\n1,Rusia,\n2,Unted States,\n3,atlantis,\n4,,hled\n5,,zzzzzzzzzzzz\n"),
      { source = "s1" })
    local told = {}
    for row in ds.quarantine:sort("line"):rows() do told[#told + 1] = row.reason .. " | " .. row.suggestion end
    assert.same({
      "talks.host: no party 'Rusia' | did you mean 'russia'?",
      "talks.host: no party 'Unted States' | did you mean 'usa'?",
      "talks.host: no party 'atlantis' | add it, with ds:add(\"parties\", {id = \"atlantis\", …}, {…}), then ds:requeue()",
      "'hled' is no talk status | did you mean 'held'?",
      "'zzzzzzzzzzzz' is no talk status | known: proposed, invited, supported, scheduled, held, postponed, cancelled, "
        .. "declined, lapsed" }, told)
  end)

  it("is kept as data beside its words, and stays what it was however the words are put #file", function()
    ds:import("talks", file("who.csv", "id,host,date\n1,Rusia,\n2,,31/06/2024\n3,atlantis,\n"), { source = "s1" })
    local function told()
      local list = {}
      for row in ds.quarantine:sort("line"):rows() do
        local hint = ds.store:values("SELECT json_extract(?, '$.hint.key')", { n = 1, row.arguments })
        list[#list + 1] = ("%s %s %s"):format(row.code, row.fault, hint)
      end
      return list
    end
    local before = told()
    assert.same({ "no_row no_row.import did_you_mean", "bad_date bad_date.odd correct_day",
      "no_row no_row.import add_and_requeue" }, before)
    assert.equal("russia", (ds.store:values [[SELECT json_extract(arguments, '$.hint.meant') FROM quarantine
      WHERE line = 2]]))
    ds.store:exec "UPDATE quarantine SET reason = 'x', suggestion = 'y'"
    local report = ds:requeue()
    assert.same(before, told())
    assert.equal(2, #report.reasons)          -- who is not there, whoever it is; and the day
    assert.equal("host: talks.host: no party 'Rusia'", report.reasons[1].reason)
    assert.equal(2, report.reasons[1].count)
  end)

  it("is not there as data in a file of version 10, whose rows are tried again all the same #file", function()
    local path = at "older-10.db"
    local newer = scratch.fill(assert(parley.open(path)))
    newer:import("talks", file("ten.csv", "id,host\n1,later\n"), { source = "s1" })
    newer:close()
    local store = assert(require("parley.core").open(path, { mode = "rw" }))
    store:exec [[ALTER TABLE quarantine DROP COLUMN fault; ALTER TABLE quarantine DROP COLUMN arguments;
      PRAGMA user_version = 10]]
    store:close()
    local older <close> = assert(parley.open(path))
    local row = older.quarantine:one()
    assert.same({ "no_row", "talks.host: no party 'later'" }, { row.code, row.reason })
    older:add("parties", { id = "later" }, { source = "s1" })
    assert.same({ 1, 0, 0, 0 }, counts(older:requeue()))
  end)

  it("tells rows of another width, twins and rows without an id apart", function()
    ds:import("events", file("form.csv", "id,place,mentions\na,Rome\nb,Rome,1,2\n,Rome,1\nc,Rome,1\nc,Oslo,1\n"))
    local told = {}
    for row in ds.quarantine:sort("line"):rows() do told[#told + 1] = row.suggestion end
    assert.same({ "the row may be cut off; a value that holds a line break needs quotes around it",
      "a value that holds the delimiter needs quotes around it",
      'a key of other columns can make the id: key = {"a", "b"}',
      "one more column in key tells them apart, where both are meant" }, told)
  end)
end)

describe("a row that was mended", function()
  local function whole(table_name)
    local q = ds:table(table_name)
    return q:sort("id"):to_csv()
  end

  it("is not set aside again when its file comes again", function()
    local path = file("bad.csv", BAD)
    ds:import("events", path)
    assert.same({ 1, 0, 0, 3 }, counts(ds:requeue { mentions = { NA = "7" } }))
    assert.same({ 1, 0, 0, 2 }, counts(ds:requeue(nil, { dates = "dmy" })))
    local before = whole "events"
    for _ = 1, 2 do
      assert.same({ 0, 0, 3, 2 }, counts(assert(ds:import("events", path))))
      assert.equal(before, whole "events")
      assert.equal(2, ds.quarantine:count())
    end
    -- nor does it stop an import that stops at the first fault
    file("bad.csv", (BAD:gsub("e3,2025%-06%-03\n", ""):gsub(",2025%-06%-05,3\n", "")))
    assert.same({ 0, 0, 3, 0 }, counts(assert(ds:import("events", path, { on_error = "stop" }))))
  end)

  it("is set aside again when it stands there otherwise, or in another file", function()
    ds:import("events", file("bad.csv", BAD))
    ds:requeue { mentions = { NA = "7" } }
    file("bad.csv", (BAD:gsub("e4,2025%-06%-04,NA", "e4,2025-06-04,N/A")))
    assert.equal(4, assert(ds:import("events", at "bad.csv")).quarantined)
    assert.equal(4, assert(ds:import("events", file("other.csv", BAD))).quarantined)
  end)

  it("is known for claims, twins and rows of JSON too, and in the file", function()
    ds:close()
    ds = scratch.fill(assert(parley.open(at "kept.db")))
    local talks = file("t.csv", "id,host,round\nr8,rusia,3\n")
    local twins, json = file("twin.csv", "id,place\na,Rome\na,Oslo\n"), file("j.jsonl", '{"id": "j", "mentions": "many"}\n')
    ds:import("talks", talks, { source = "s1" })
    ds:import("events", twins)
    ds:import("events", json)
    assert.same({ 3, 0, 0, 0 }, counts(ds:requeue { host = { rusia = "russia" }, id = { a = "b" }, mentions = { many = "3" } }))
    ds:close()
    ds = assert(parley.open(at "kept.db"))
    local before = { whole "talks", whole "events", ds.talks:claims():count() }
    assert.same({ 0, 0, 1, 0 }, counts(assert(ds:import("talks", talks, { source = "s1" }))))
    assert.same({ 0, 0, 2, 0 }, counts(assert(ds:import("events", twins))))
    assert.same({ 0, 0, 1, 0 }, counts(assert(ds:import("events", json))))
    assert.same(before, { whole "talks", whole "events", ds.talks:claims():count() })
  end)

  it("is forgotten with a requeue that is undone", function()
    ds:import("events", file("bad.csv", BAD))
    pcall(ds.atomic, ds, function()
      ds:requeue { mentions = { NA = "7" } }
      error "no"
    end)
    assert.same({ 0, 0, 1, 4 }, counts(assert(ds:import("events", at "bad.csv"))))
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
    ds:import("events", file("bad.csv", BAD))
    local function raised(expected, ...)
      assert.matches(expected, scratch.message_of(ds.requeue, ds, ...), 1, true)
      assert.equal(4, ds.quarantine:count())
    end
    raised("requeue() takes a function of a row", 7)
    raised("requeue() has no option 'tabel'", nil, { tabel = "x" })
    raised("requeue() takes a table of options, not a string", nil, "events")
    raised("requeue(): no table 'evnts'; did you mean 'events'?", nil, { table = "evnts" })
    raised("requeue(): no column 'mentoins' in the rows that were set aside; did you mean 'mentions'?",
      { mentoins = { NA = "3" } })
    raised('requeue() takes words for words, as in {mentions = {["old"] = "new"}}, not a string', { mentions = "3" })
    raised("the function given to requeue() gives the row, or nothing when it has changed it, not a number",
      function() return 5 end)
    raised("no order of dates 'ymd'", nil, { dates = "ymd" })
    raised("types is a table of column = type, not a string", nil, { types = "text" })
    raised("key names the columns that make the id", nil, { key = {} })
    assert.same({ 0, 0, 0, 4 }, counts(ds:requeue(function() return nil end)))
  end)
end)
