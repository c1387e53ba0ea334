-- Sources, corrections and coders: what a table shows when a source is dated late or anew, when sources are equally
-- firm, when several coders read one source.
-- Holds: claims.transactions, storage.statements.report_days, storage.statements.resolution

local codebook = require "parley.codebook.tables"
local core = require "parley.core"
local parley = require "parley"
local scratch = require "spec.support.scratch"

local at, remove = scratch.folder()
teardown(remove)

local ds
before_each(function() ds = parley.open(":memory:") end)
after_each(function() if ds:is_open() then ds:close() end end)

local function source(id, published, to)
  return (to or ds):add("sources", { id = id, outlet = id, published = published }, { source = id })
end

local function put(name, id, values, from, provenance)
  provenance = provenance or {}
  provenance.source, values.id = from, id
  return ds:add(name, values, provenance)
end

local function say(name, id, values, from, provenance)
  provenance = provenance or {}
  provenance.source = from
  return ds:claim(name, id, values, provenance)
end

local function published(id, day) return ds:claim("sources", id, { published = day }, { source = id }) end

local function file(name, text)
  local out <close> = assert(io.open(at(name), "wb"))
  out:write(text)
  return at(name)
end

local function column(frame, name)
  local values = frame:values(name)
  return table.move(values, 1, values.n, 1, {})
end

local function message_of(fn, ...)
  local done, err = pcall(fn, ...)
  assert.is_false(done)
  return (tostring(err):match "parley: (.*)")
end

-- Two sources about one talk; the later report is Basel.
local function differing()
  source("a", "2020-01-01")
  source("b", "2021-01-01")
  put("talks", "k", { place = "Bern", status = "scheduled", name = "Lakeside meeting" }, "a")
  say("talks", "k", { place = "Basel", status = "held", name = "Harbour meeting" }, "b")
end

local function shown(of) return (of or ds).talks:get("k").place end

describe("a source that is dated late or anew", function()
  it("takes its claims with it, in the table, in as_of, in policies, in search and among the claims", function()
    differing()
    assert.same({ "Basel", "held" }, { shown(), ds.talks:get("k").status })
    assert.equal(0, ds.talks:search("lakeside"):count())
    local wrong = published("a", "2022-05")
    assert.same({ "Bern", "scheduled" }, { shown(), ds.talks:get("k").status })
    assert.same({ "Basel", 0 }, { shown(ds:as_of "2021-06-01"), ds:as_of("2020-06-01").talks:count() })
    assert.equal("Basel", shown(ds:with_policy { report = "earliest" }))
    assert.same({ "2022-05", "2021-01-01" }, column(ds.talks:claims():frame(), "reported"))
    assert.equal(1, ds.talks:claims():where("reported >= '2022-05-01'"):count())
    assert.equal(1, ds.talks:search("lakeside"):count())
    ds:retract(wrong, "misread")
    assert.same({ "Basel", "Bern" }, { shown(), shown(ds:as_of "2020-06-01") })
    assert.equal(0, ds.talks:search("lakeside"):count())
  end)

  it("may turn out to be older, by its own word or by another's that is firmer", function()
    differing()
    published("b", "2019-01-01")
    assert.same({ "2019-01-01", "Bern", "Basel" },
      { ds.sources:get("b").published, shown(), shown(ds:as_of "2019-06-01") })
    ds:claim("sources", "b", { published = "2023" }, { source = "a", certainty = "on_record_quote" })
    assert.same({ "2023", "Basel", "Bern" }, { ds.sources:get("b").published, shown(), shown(ds:as_of "2022") })
  end)

  it("leaves a claim that states its own day where it is", function()
    source("a", "2020-01-01")
    put("talks", "k", { place = "Bern" }, "a", { reported = "2020-01-01" })
    published("a", "2024-01-01")
    assert.equal("Bern", shown(ds:as_of "2020-06-01"))
  end)

  it("dates what it has said when its day becomes known, or unknown", function()
    source "a"
    put("talks", "k", { place = "Bern" }, "a")
    assert.equal(0, ds:as_of("2030").talks:count())
    local day = published("a", "2020-01-01")
    assert.equal(1, ds:as_of("2030").talks:count())
    ds:retract(day, "of another text")
    assert.equal(0, ds:as_of("2030").talks:count())
  end)

  it("is followed inside a transaction, and goes back with it", function()
    differing()
    pcall(ds.atomic, ds, function()
      published("a", "2022")
      assert.equal("Bern", shown())
      error "no"
    end)
    assert.same({ "Basel", "2020-01-01" }, { shown(), ds.talks:claims():frame()[1].reported })
    ds:atomic(function()
      pcall(ds.atomic, ds, function()
        published("a", "2022")
        error "no"
      end)
      say("talks", "k", { venue = "hall" }, "a")
    end)
    assert.equal("2020-01-01", ds.talks:claims():where("venue = 'hall'"):first().reported)
  end)

  it("is followed through sources that date sources", function()
    differing()
    source("c", "2018")
    ds:claim("sources", "a", { published = "2017" }, { source = "c" })         -- older than a's own word
    assert.equal("2020-01-01", ds.sources:get("a").published)
    published("c", "2024")
    assert.same({ "2017", "Basel" }, { ds.sources:get("a").published, shown() })
    assert.same({ "Bern" }, { shown(ds:as_of "2017-12-31") })
  end)

  it("is followed where a file brings the day, before or after its claims", function()
    differing()
    ds:import("sources", file("days.csv", "id,published\na,2022-05-01\n"), { source = "a" })
    assert.same({ "Bern", "2022-05-01" }, { shown(), ds.talks:claims():frame()[1].reported })
    local both = { source = { id = "f", published = "2020-02-02" }, rows = {
      { table = "sources", id = "{s}", columns = { published = "day" }, provenance = { source = "{s}" } },
      { table = "talks", id = "{id}", columns = { place = "place" }, provenance = { source = "{s}" } } } }
    ds:import("talks", file("both.csv", "id,place,s,day\nt1,Zug,x,2020-01-05\nt2,Chur,x,2023\n"), { mapping = both })
    assert.same({ "2023", "2023" }, column(ds.talks:claims():where("source = 'x'"):frame(), "reported"))
  end)

  it("is followed in a dump, and in one from before claims followed", function()
    differing()
    put("talks", "own", { place = "Zug" }, "a", { reported = "2019" })
    published("a", "2022-05")
    assert(ds:dump(at "dump"))
    local copy <close> = assert(parley.load(at "dump"))
    assert.same({ "Bern", "Zug" }, { shown(copy), copy:as_of("2019-12-31").talks:get("own").place })
    copy:claim("sources", "a", { published = "2018" }, { source = "a" })
    assert.same({ "Basel", "Zug" }, { shown(copy), copy:as_of("2019-12-31").talks:get("own").place })
    for line in io.lines(at "dump/talks.lua") do assert.falsy(line:find("reported = \"2022", 1, true)) end
  end)
end)

describe("a file from before claims followed their source", function()
  it("has them follow where their day was ever its source's", function()
    local path = at "older.db"
    ds:close()
    ds = assert(parley.open(path))
    differing()
    put("talks", "own", { place = "Zug" }, "a", { reported = "2019" })
    source "late"
    put("talks", "undated", { place = "Chur" }, "late")
    published("a", "2022-05")
    published("late", "2021-07")
    ds:close()
    do
      local store <close> = assert(core.open(path, { mode = "rw" }))
      store:exec("UPDATE talks_claims SET reported = '2020-01-01', reported_start = 18262, reported_end = 18262 "
        .. "WHERE source = 'a' AND id = 'k'; UPDATE talks_claims SET reported = NULL, reported_start = NULL, "
        .. "reported_end = NULL WHERE id = 'undated'")
      for _, info in ipairs(codebook.tables) do
        if info.claims then store:exec(("ALTER TABLE %s_claims DROP COLUMN source_day"):format(info.name)) end
      end
      store:exec "PRAGMA user_version = 5"
    end
    ds = assert(parley.open(path))
    assert.same({ "Bern", "Basel" }, { shown(), shown(ds:as_of "2021-06-01") })
    assert.equal("Zug", ds:as_of("2019-12-31").talks:get("own").place)
    assert.equal("Chur", ds:as_of("2021-07-31").talks:get("undated").place)
    published("a", "2018")
    assert.same({ "Basel", "Bern" }, { shown(), shown(ds:as_of "2018-12-31") })
  end)
end)

describe("words that were said", function()
  local LATE = "nobody can have said on 2091-06-20 what was reported on 2019-07-01; correct `stated`, or give the day of "
    .. "the report as `reported`, or the rank 'deprecated' to what the source misprints"

  it("after they were reported are refused", function()
    source("a", "2019-07-01")
    source("b", "2019-09-01")
    put("talks", "k", { status = "held" }, "b", { stated = "2019-08-30" })
    assert.equal(LATE, message_of(say, "talks", "k", { status = "scheduled" }, "a", { stated = "2091-06-20" }))
    assert.equal("held", ds.talks:get("k").status)
    say("talks", "k", { status = "scheduled" }, "a", { stated = "2019-07" })      -- may have been the first of July
    say("talks", "k", { status = "scheduled" }, "a", { stated = "2020-01-01", reported = "2020-01-02" })
    say("talks", "k", { status = "postponed" }, "a", { stated = "2091-06-20", rank = "deprecated" })
  end)

  it("are set aside in a file", function()
    source("a", "2019-07-01")
    local report = ds:import("talks", file("late.csv", "id,place,stated\nk,Bern,2091-06-20\nm,Zug,2019-06-30\n"),
      { source = "a" })
    assert.same({ 1, 1 }, { report.added, report.quarantined })
    assert.equal(LATE, ds.quarantine:first().reason)
  end)

  it("count as of the day of the report where their own day lies after it", function()
    source("a", "2019-07-01")
    source("b", "2019-09-01")
    put("talks", "k", { status = "held" }, "b")
    say("talks", "k", { status = "scheduled" }, "a", { stated = "2019" })
    assert.equal("held", ds.talks:get("k").status)
  end)
end)

describe("a source without a day", function()
  local function notes_of(of)
    local list = {}
    for i, note in ipairs(of:notes()) do list[i] = note.note end
    return list
  end

  it("is told once where a view as of a day leaves its claims out", function()
    source("a", "2020-01-01")
    source "u"
    source "v"
    put("talks", "k", { place = "Bern" }, "u")
    local one = "1 claim of talks is in no view as of a day, being of a source that has no day; ds:lint() lists such "
      .. "sources"
    local day = ds:as_of "2021"
    assert.same({ one }, notes_of(day.talks))
    assert.same({ one }, notes_of(day.talks:frame()))
    assert.same({ one }, notes_of(ds.talks:as_of("2021"):where("place is not nil"):frame()))
    assert.equal(1, select(2, tostring(day.talks):gsub("note: 1 claim of talks", "")))
    assert.same({}, notes_of(ds.talks))
    assert.same({}, notes_of(day.demands))
    put("talks", "m", { place = "Zug" }, "v")
    assert.equal("2 claims of talks are in no view as of a day, being of 2 sources that have no day; ds:lint() lists "
      .. "such sources", notes_of(day.talks)[1])
    put("talks", "n", { place = "Zug" }, "v", { reported = "2020" })
    published("u", "2020")
    published("v", "2020")
    assert.same({}, notes_of(day.talks))
  end)
end)
