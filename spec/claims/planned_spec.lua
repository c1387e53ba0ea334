-- What is planned never fills a column that tells what happened: written, imported, migrated, loaded, and told as a plan.
-- Holds: claims.planned, storage.statements.planned

local both_engines = require "spec.support.both_engines"
local core = require "parley.core"
local parley = require "parley"
local scratch = require "spec.support.scratch"

local at, remove
setup(function() at, remove = scratch.folder() end)
teardown(function() remove() end)

local rows_of = both_engines.rows

local function days(ds)
  return rows_of(ds.talks:select("id", "date", "planned_date", "time", "planned_time"):sort "id")
end

local function with_talk(path)
  local ds = assert(parley.open(path or ":memory:"))
  ds:add("sources", { id = "s1", published = "2025-06-01" })
  ds:add("sources", { id = "s2", published = "2025-06-03" })
  ds:add("talks", { id = "r2", name = "Second round", date = "2025-06-04", time = "13:00", status = "scheduled" },
    { source = "s1", modality = "plan" })
  return ds
end

describe("a plan", function()
  it("fills the columns for what is planned, and what happened the others", function()
    local ds = with_talk()
    assert.same({ "r2 - 2025-06-04 - 13:00" }, days(ds))
    ds:claim("talks", "r2", { date = "2025-06-02", time = "14:44", status = "held" }, { source = "s2" })
    ds:claim("talks", "r2", { date = "2025-06-05" }, { source = "s2", modality = "expectation" })
    assert.same({ "r2 2025-06-02 2025-06-05 14:44 13:00" }, days(ds))
    assert.same({ "r2 - 2025-06-04 - 13:00" }, days(ds:as_of "2025-06-01"))
    assert.same({ "planned_date" }, rows_of(ds:disagreements():select "field"))
    assert.same({ "r2" }, rows_of(ds.talks:where("planned_date > '2025-06-03'"):select "id"))
  end)

  it("becomes what happened when the claim is amended to a fact, and the other way round", function()
    local ds = with_talk()
    local key = ds.talks:claims():all()[1].claim
    ds:amend(key, { modality = "fact", date = "2025-06-04" }, "it was told afterwards")
    assert.same({ "r2 2025-06-04 2025-06-04 - 13:00" }, days(ds))
    ds:amend(ds.talks:claims():all()[1].claim, { modality = "plan" }, "it was told before")
    assert.same({ "r2 - 2025-06-04 - 13:00" }, days(ds))
  end)

  it("is refused where it says two things of what is planned", function()
    local ds = with_talk()
    assert.error_matches(function()
      ds:claim("talks", "r2", { date = "2025-06-07", planned_date = "2025-06-08" }, { source = "s2", modality = "plan" })
    end, "talks.date tells what happened, and a claim of modality plan fills planned_date: give one of 2025-06-07 and "
      .. "2025-06-08", 1, true)
    ds:claim("talks", "r2", { date = "2025-06-08", planned_date = "2025-06-08" }, { source = "s2", modality = "plan" })
    assert.same({ "r2 - 2025-06-08 - 13:00" }, days(ds))
  end)

  it("is imported as one, by the loader and row by row, and the same file again says nothing new", function()
    scratch.write(at "t.csv", "id,date,modality\nr3,2025-07-23,plan\nr4,2025-08-01,fact\n")
    local function how(row) return row.modality end
    local function rows(given, each)
      return { name = "own", rows = { { table = "talks", id = "id", columns = { date = "date" }, each = each,
        provenance = { modality = given } } } }
    end
    for _, mapping in ipairs { false, rows "modality", rows(how), rows(how, function(row) return { row } end) } do
      local ds = with_talk()
      for _, added in ipairs { 2, 0 } do
        local report = assert(ds:import("talks", at "t.csv", { source = "s2", mapping = mapping or nil }))
        assert.same({ added, 0, 2 - added, 0 }, scratch.counts(report))
        assert.same({ "r2 - 2025-06-04 - 13:00", "r3 - 2025-07-23 - -", "r4 2025-08-01 - - -" }, days(ds))
      end
    end
  end)

  it("is moved in older files and dumps #file", function()
    local ds = with_talk(at "older.db")
    ds:claim("talks", "r2", { venue = "a palace" }, { source = "s2", modality = "plan" })
    assert(ds:dump(at "older"))
    ds:close()
    local store = assert(core.open(at "older.db", { mode = "rw" }))
    store:exec [[
      UPDATE talks_claims SET date = planned_date, date_start = planned_date_start, date_end = planned_date_end,
        time = planned_time, planned_time = NULL, venue = planned_venue, planned_venue = NULL;
      ALTER TABLE talks_claims DROP COLUMN planned_date; ALTER TABLE talks_claims DROP COLUMN planned_date_start;
      ALTER TABLE talks_claims DROP COLUMN planned_date_end; DROP INDEX talks_planned_date_start;
      ALTER TABLE talks DROP COLUMN planned_date; ALTER TABLE talks DROP COLUMN planned_date_start;
      ALTER TABLE talks DROP COLUMN planned_date_end; PRAGMA user_version = 10]]
    store:close()
    local head, talks = at "older/dataset.lua", at "older/talks.lua"
    scratch.write(head, (scratch.read(head):gsub("schema = %d+", "schema = 10")))
    scratch.write(talks, (scratch.read(talks):gsub("planned_", "")))
    for _, again in ipairs { assert(parley.open(at "older.db")), assert(parley.load(at "older")) } do
      assert.same({ "r2 - 2025-06-04 - 13:00" }, days(again))
      assert.same({ "r2 - a palace" }, rows_of(again.talks:select("id", "venue", "planned_venue")))
      assert.same({ "r2" }, rows_of(again.talks:where("planned_date < '2025-06-05'"):select "id"))
    end
  end)

  it("is told as one by the brief and the timeline", function()
    local ds = with_talk()
    ds:add("demands", { id = "d1", talk = "r2", topic = "ceasefire" }, { source = "s1" })
    local function entries()
      return rows_of(ds:timeline{ tables = { "talks", "demands" } }:select("date", "what", "id", "mark", "field"))
    end
    assert.same({ "2025-06-04 talk planned r2 planned planned_date" }, entries())
    assert.matches("It is scheduled for 4 June 2025%[%^1%] at 13:00%[%^1%]%.", ds:brief { talk = "r2" })
    assert.matches("Second round", ds:brief { from = "2025-06-04", to = "2025-06-04" })
    ds:claim("talks", "r2", { status = "held" }, { source = "s2" })
    assert.same({ "2025-06-04 talk planned r2 planned planned_date", "2025-06-04 demand made d1 planned talk.planned_date" },
      entries())
    assert.matches("It was held%[%^%d%]; it was planned for 4 June 2025%[%^%d%] at 13:00", (ds:brief{ talk = "r2" }:gsub("\n", " ")))
    ds:claim("talks", "r2", { date = "2025-06-02" }, { source = "s2" })
    assert.same({ "2025-06-02 talk held r2 happened date", "2025-06-02 demand made d1 happened talk.date",
      "2025-06-04 talk planned r2 planned planned_date" }, entries())
    assert.matches("It was held on 2 June 2025%[%^%d%], planned for 4 June", (ds:brief{ talk = "r2" }
      :gsub("\n", " ")))
    ds:claim("talks", "r2", { date = "2025-06-03/2025-06-04" }, { source = "s2", rank = "preferred" })
    assert.equal(2, #entries())
  end)
end)

describe("the bundled datasets", function()
  it("have no plan in a column that tells what happened", function()
    local found = 0
    for _, name in ipairs { "istanbul-2025", "russia-ukraine-talks" } do
      local ds = parley.open(name)
      local plans = ds.talks:claims():where("modality in ('plan', 'expectation', 'promise', 'demand', 'threat')")
      assert.equal(0, plans:where("date is not nil or time is not nil or venue is not nil"):count())
      found = found + plans:where("planned_date is not nil"):count()
      assert.equal(0, ds.talks:where("date is not nil and status in ('scheduled', 'proposed', 'postponed')"):count())
    end
    assert.is_true(found >= 17)
  end)
end)
