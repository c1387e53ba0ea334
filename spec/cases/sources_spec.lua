-- Sources, corrections and coders: what a table shows when a source is dated late or anew, when sources are equally
-- firm, when several coders read one source.
-- Holds: analysis.undated, claims.transactions, storage.statements.origins, storage.statements.report_days, storage.statements.resolution

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

  it("is not what an empty view of an early day is about: that nothing was reported yet is told", function()
    source("a", "2020-01-05")
    put("talks", "k", { place = "Bern" }, "a")
    local told = { "nothing about talks was reported by 2020-01-04; the first report is of 2020-01-05" }
    for _, q in ipairs { ds:as_of("2020-01-04").talks, ds.talks:as_of "2020-01-04" } do
      assert.same({ told, told, told }, { notes_of(q), notes_of(q:frame()), notes_of(q:by("place"):count()) })
    end
    assert.same({}, notes_of(ds:as_of("2020-01-05").talks))
    assert.same({}, notes_of(ds:as_of("2020-01-04").demands))
    ds:retract(ds.talks:claims():one().claim)
    assert.same({}, notes_of(ds:as_of("2020-01-04").talks))
  end)

  it("is told by counts and groups, and by every analysis as of a day", function()
    source("a", "2020-01-01")
    source "u"
    put("talks", "k", { place = "Bern" }, "u")
    local day = ds:as_of "2021"
    assert.equal(1, #notes_of(day.talks:by("place"):count()))
    assert.equal(1, #notes_of(day.talks:frame():by("place"):count()))
    local told = "2 claims of all tables are in no view as of a day, being of a source that has no day; ds:lint() lists "
      .. "such sources"
    put("outcomes", "o", { best = 5, unit = "trucks" }, "a")
    for name, call in pairs {
      timeline = function() return day:timeline() end, ledger = function() return day:ledger() end,
      ["ledger{as_of=}"] = function() return ds:ledger { as_of = "2021" } end,
      ["positions{as_of=}"] = function() return ds:positions { as_of = "2021" } end,
      overdue = function() return ds:overdue "2021" end, changes = function() return ds:changes { from = "2019" } end,
      positions = function() return day:positions() end, network = function() return day:network() end,
      disagreements = function() return day:disagreements() end, concessions = function() return day:concessions() end,
      resting_on = function() return day:resting_on { "anonymous" } end, total = function() return day:total() end,
      search = function() return day:search "Bern" end, evidence = function() return day:evidence("talks", "k") end,
    } do
      local notes = notes_of(call())
      assert.equal(told, notes[#notes], name)
    end
    for _, f in ipairs { ds:timeline(), ds:ledger(), ds:disagreements(), ds:search "Bern" } do
      assert.same({}, notes_of(f))
    end
    published("u", "2020")
    assert.same({}, notes_of(day:timeline()))
  end)
end)

-- Ties -------------------------------------------------------------------------------------------------------------

local function bounds(id, of)
  local row = (of or ds).outcomes:get(id)
  return { row.low or false, row.best or false, row.high or false }
end

local function sources_of(...)
  for i = 1, select("#", ...) do source(select(i, ...), "2020-01-01") end
end

describe("equally firm claims", function()
  it("do not go by the order in which they were entered, but of as many sources by the first", function()
    for _, order in ipairs { { "a", "b" }, { "b", "a" } } do
      local other <close> = parley.open(":memory:")
      for _, id in ipairs { "b", "a" } do source(id, "2020-01-01", other) end
      local place = { a = "Bern", b = "Aarau" }
      other:add("talks", { id = "k", place = place[order[1]] }, { source = order[1] })
      other:claim("talks", "k", { place = place[order[2]] }, { source = order[2] })
      assert.equal("Bern", shown(other))
      assert.equal("Bern", shown(other:as_of "2020-02-01"))
      assert.equal("Bern", shown(other:with_policy { report = "earliest" }))
      assert.equal("a tie: equally firm, and as many sources give either; its source sorts first",
        other:disagreements()[1].why)
    end
  end)

  it("go by how many sources give them, however they spell it, weaker ones too", function()
    sources_of("a", "b", "c", "d")
    put("talks", "k", { place = "Bern" }, "a")
    say("talks", "k", { place = "Genève" }, "b")
    say("talks", "k", { place = "GENEVE" }, "c", { certainty = "anonymous" })
    assert.equal("Genève", shown())
    assert.equal("more independent sources give it", ds:disagreements { table = "talks" }[1].why)
    assert.same({ false, false, false }, column(ds:evidence("talks", "k", "place"), "tie"))
    say("talks", "k", { place = "Bern" }, "d", { certainty = "inferred" })
    assert.equal("Bern", shown())
  end)

  it("of a state count the latest news alone", function()
    source("a", "2020-01-01")
    source("b", "2020-01-01")
    source("c", "2020-03-01")
    source("d", "2020-03-01")
    put("talks", "k", { status = "postponed" }, "a")
    say("talks", "k", { status = "postponed" }, "b")
    say("talks", "k", { status = "held" }, "c")
    say("talks", "k", { status = "postponed" }, "d")
    assert.equal("held", ds.talks:get("k").status)
  end)

  it("count sources that rest on one another once, from the day on that this is known", function()
    sources_of("a", "b", "c")
    put("talks", "k", { place = "Bern" }, "a")
    say("talks", "k", { place = "Zug" }, "b")
    say("talks", "k", { place = "Zug" }, "c")
    assert.equal("Zug", shown())
    local copied = ds:claim("sources", "c", { copy_of = "b" }, { source = "c" })
    assert.equal("Bern", shown())
    ds:retract(copied, "not so")
    assert.equal("Zug", shown())
    ds:claim("sources", "b", { rests_on = "c" }, { source = "b" })
    assert.equal("Bern", shown())
    source("d", "2020-01-01")
    ds:claim("sources", "d", { copy_of = "b" }, { source = "d" })
    say("talks", "k", { place = "Zug" }, "d")
    assert.equal("Bern", shown())
    ds:claim("sources", "c", { copy_of = "d" }, { source = "c" })     -- a circle
    assert.equal("Bern", shown())
    source("e", "2020-01-01")
    say("talks", "k", { place = "Zug" }, "e")
    assert.equal("Zug", shown())
  end)

  it("of a quantity show their hull, marked as a tie", function()
    sources_of("a", "b")
    put("outcomes", "o", { best = 100 }, "b")
    say("outcomes", "o", { low = 150, high = 200 }, "a")
    assert.same({ 100, false, 200 }, bounds "o")
    assert.same({ 100, false, 200 }, bounds("o", ds:as_of "2020-02-01"))
    local row = ds:disagreements()[1]
    assert.same({ "100–200", "a tie: equally firm, and as many sources give either; shown is the hull of both" },
      { row.shown, row.why })
    local evidence = ds:evidence("outcomes", "o", "best")
    assert.same({ { true, true }, { true, true } }, { column(evidence, "tie"), column(evidence, "shown") })
    source("c", "2020-01-01")
    say("outcomes", "o", { low = 300 }, "c")
    assert.same({ 100, false, false }, bounds "o")
  end)

  it("of a quantity show no hull where units or bases differ", function()
    sources_of("a", "b")
    put("outcomes", "o", { best = 100, unit = "people" }, "b")
    say("outcomes", "o", { best = 150, unit = "trucks" }, "a")
    assert.same({ 150, 150, 150 }, bounds "o")
    assert.equal("trucks", ds.outcomes:get("o").unit)
    assert.equal("150", ds:disagreements():where { field = "best" }:frame()[1].shown)
  end)

  it("are no tie where one says more and the other agrees", function()
    sources_of("a", "b")
    put("outcomes", "o", { low = 6000, high = 6100 }, "a")
    say("outcomes", "o", { best = 6057 }, "b")
    assert.same({ 6057, 6057, 6057 }, bounds "o")
    assert.same({ false, false }, column(ds:evidence("outcomes", "o", "best"), "tie"))
  end)

  it("are the later word where one source says both, and both words where it quotes two people", function()
    sources_of("a")
    put("talks", "k", { place = "Bern" }, "a")
    say("talks", "k", { place = "Zug" }, "a")
    assert.equal("Zug", shown())
    put("outcomes", "o", { best = 5 }, "a", { said_by = "a minister" })
    say("outcomes", "o", { best = 7 }, "a", { said_by = "a general" })
    assert.same({ 5, false, 7 }, bounds "o")
  end)
end)

describe("claims made at random", function()
  local random = math.random
  local NAMES = { "place", "gap_years_low", "gap_years_best", "gap_years_high", "status", "date" }

  local function claims_of()
    local list, firm = {}, { "narration", "on_record_quote", "anonymous" }
    for i = 0, 11 do
      local best = random(3) * 10
      list[i + 1] = { source = "s" .. i % 6, said_by = "p" .. i // 6, certainty = firm[random(3)],
        values = { place = ({ "Bern", "Basel", "Zug" })[random(3)], gap_years_best = random(2) == 1 and best or nil,
          gap_years_low = random(3) == 1 and best - 5 or nil, date = "2020-0" .. random(3),
          status = ({ "held", "scheduled", "postponed" })[random(3)] } }
    end
    return list
  end

  local function row_of(of)
    local row, parts = of.talks:first(), {}
    for i, name in ipairs(NAMES) do parts[i] = tostring(row[name]) end
    return table.concat(parts, " ")
  end

  local function fill(list, order)
    local other = parley.open(":memory:")
    for i = 0, 5 do source("s" .. i, ("2020-01-0%d"):format(i // 2 + 1), other) end
    other:claim("sources", "s3", { copy_of = "s2" }, { source = "s3" })
    other:add("talks", { id = "k" }, { source = "s0", certainty = "inferred" })
    for _, i in ipairs(order) do
      local one = list[i]
      other:claim("talks", "k", one.values, { source = one.source, said_by = one.said_by, certainty = one.certainty })
    end
    return other
  end

  -- What evidence() calls shown, as the tables have it.
  local function said_to_be_shown(of, field)
    local found = {}
    for row in of:evidence("talks", "k", field):rows() do
      if row.shown then found[#found + 1] = row.says end
    end
    return found
  end

  it("show the same in whatever order they are entered, under every view", function()
    for _ = 1, 12 do
      local list, order, back = claims_of(), {}, {}
      for i = 1, #list do order[i], back[#list + 1 - i] = i, i end
      local one <close> = fill(list, order)
      local other <close> = fill(list, back)
      local expected = row_of(one)
      assert.equal(expected, row_of(other))
      assert.equal(expected, row_of(one:as_of "2020-01-03"))
      assert.equal(row_of(one:as_of "2020-01-02"), row_of(other:as_of "2020-01-02"))
      assert.equal(row_of(one:with_policy { report = "earliest" }), row_of(other:with_policy { report = "earliest" }))
      assert.equal(one.talks:get("k").place, said_to_be_shown(one, "place")[1])
      assert.equal(one.talks:get("k").status, said_to_be_shown(one, "status")[1])
    end
  end)
end)
