-- The same dataset as of a day, as recorded at a time, under another policy: tables, paths, search, records,
-- claims and analysis all follow.
-- Holds: claims.shown_rows

local scratch = require "spec.support.scratch"
local parley = require "parley"
local core = require "parley.core"

local message = scratch.refusal

-- Two sources on one ferry accord; the second, firmer one comes a month later.
local function dataset()
  local ds = assert(parley.open(":memory:"))
  ds:atomic(function()
    ds:add("sources", { id = "gazette", outlet = "Gazette", published = "2031-03-02" })
    ds:add("sources", { id = "courier", outlet = "Courier", published = "2031-04" })
    local early, late = { source = "gazette", certainty = "narration" }, { source = "courier", certainty = "on_record_quote" }
    ds:add("parties", { id = "hill", name = "Hill" }, early)
    ds:add("talks", { id = "t1", date = "2031-03-01", place = "Voss", status = "scheduled" }, early)
    ds:claim("talks", "t1", { place = "Bergen", status = "held" }, late)
    ds:add("outcomes", { id = "ferries", talk = "t1", best = 10, text = "Ten ferries" }, early)
    ds:claim("outcomes", "ferries", { best = 12, text = "Twelve ferries run again" }, late)
    ds:add("outcomes", { id = "toll", talk = "t1", text = "The toll is dropped" }, late)
  end)
  return ds
end

describe("as_of on a dataset", function()
  it("makes every table, path, search, record and disagreement follow", function()
    local ds = dataset()
    local march = ds:as_of("2031-03")
    assert.same({ 10, "Voss" }, { march.outcomes:get("ferries").best, march.outcomes:select("talk.place as p"):one().p })
    assert.same({ 12, "Bergen" }, { ds.outcomes:get("ferries").best,
      ds.outcomes:where { id = "ferries" }:select("talk.place as p"):one().p })
    assert.same({ 1, 2 }, { march.outcomes:count(), ds.outcomes:count() })
    assert.same({ 0, 1 }, { march.outcomes:search("twelve"):count(), ds.outcomes:search("twelve"):count() })
    assert.same({ 1, 0 }, { march.outcomes:search("ten"):count(), ds.outcomes:search("ten"):count() })
    assert.same({ 0, 2 }, { march:disagreements():count(), ds:disagreements():count() })
    assert.same({ 1, 2 }, { march.outcomes:where { id = "ferries" }:claims():count(),
      ds.outcomes:where { id = "ferries" }:claims():count() })
    assert.same({ 1, 2 }, { march.sources:count(), ds.sources:count() })
    assert.truthy(tostring(march):find("as of 2031-03-31", 1, true))
    assert.truthy(tostring(march.outcomes:get("ferries")):find("best %(low–high%)%s+10%s+narration%s+1 claim\n"))
  end)

  it("counts an imprecise report from its last possible day", function()
    local ds = dataset()
    assert.equal(10, ds:as_of("2031-04-29").outcomes:get("ferries").best)
    assert.equal(12, ds:as_of("2031-04-30").outcomes:get("ferries").best)
  end)

  it("takes the earlier of two days, and shows what is written at once", function()
    local ds = dataset()
    local march = ds:as_of("2031-03-31")
    assert.equal(10, march:as_of("2032").outcomes:get("ferries").best)
    assert.equal(12, ds:as_of("2032"):as_of("2031-05").outcomes:get("ferries").best)
    ds:claim("outcomes", "ferries", { best = 11 }, { source = "gazette", certainty = "on_record_quote" })
    assert.equal(11, march.outcomes:get("ferries").best)
    assert.equal(1, march:disagreements():count())
  end)

  it("joins with today's rows", function()
    local ds = dataset()
    local before = ds:as_of("2031-03").outcomes:select("id", "best as was")
    assert.same({ { id = "ferries", best = 12, was = 10 } },
      ds.outcomes:join(before, { on = "id" }):select("id", "best", "was"):all())
  end)

  it("is for reading, and lives as long as its dataset", function()
    local ds = dataset()
    local march = ds:as_of("2031-03")
    assert.equal("parley: a view can only be read; write to the dataset it was made from",
      message(function() march:add("parties", { id = "glen", name = "Glen" }, { source = "gazette" }) end))
    march:close()
    assert.equal(2, ds.outcomes:count())
    ds:close()
    assert.equal("parley: this dataset is closed; open it again with parley.open()", message(function() return march.outcomes:count() end))
  end)

  it("works on the bundled dataset: what stood fast before the second round", function()
    local before = parley.open():as_of("2025-06-01")
    assert.equal("scheduled", before.talks:get("r2").status)
    assert.equal(0, before.outcomes:where { talk = "r2" }:count())
    assert.equal(0, before.talks:where { id = "r3" }:count())
  end)

  it("refuses what is no day, or no dataset with claims", function()
    local ds = dataset()
    assert.truthy(message(function() ds:as_of("2031-13") end):find("as_of(): ", 1, true))
    assert.equal("parley: as_of() takes a date with an end, not '2031-03/..'", message(function() ds:as_of("2031-03/..") end))
    local path = os.tmpname()
    os.remove(path)
    local store = assert(core.open(path, { mode = "rwc" }))
    store:exec "CREATE TABLE t (a)"
    store:close()
    local plain = assert(parley.open(path, { schema = false }))
    assert.equal("parley: as_of() needs claims, and this file was opened as it is ({schema = false})",
      message(function() plain:as_of("2031") end))
    plain:close()
    os.remove(path)
  end)
end)

describe("as_recorded", function()
  -- Sets the times of claims, which nobody can otherwise choose.
  local function at(ds, key, recorded, retracted)
    local name = ds.store:values('SELECT "table" FROM claim_keys WHERE claim = $1', { n = 1, key })
    ds.store:run(("UPDATE %s_claims SET recorded_at = $1, retracted_at = $2 WHERE claim = $3"):format(name),
      { n = 3, recorded, retracted, key })
  end

  it("leaves out what was recorded later and keeps what was retracted later", function()
    local ds = dataset()
    for key in ds:sql("SELECT claim FROM claim_keys"):each() do at(ds, key, "2031-05-01T10:00:00.000Z") end
    local wrong = ds:claim("outcomes", "ferries", { best = 99 }, { source = "courier", certainty = "on_record_quote" })
    at(ds, wrong, "2031-05-02T10:00:00.500Z")
    ds:retract(wrong, "misread")
    at(ds, wrong, "2031-05-02T10:00:00.500Z", "2031-05-03T09:00:00.000Z")
    local function best(time) return ds:as_recorded(time).outcomes:get("ferries").best end
    assert.equal(12, ds.outcomes:get("ferries").best)
    assert.equal(12, best("2031-05-01"))
    assert.equal(12, best("2031-05-02T10:00:00.499Z"))
    assert.equal(99, best("2031-05-02T10:00:00.500"))
    assert.equal(99, best("2031-05-02T10:00"))
    assert.equal(99, best("2031-05-02"))
    assert.equal(99, best("2031-05-03T08:59"))
    assert.equal(12, best("2031-05-03T09:00"))
    assert.equal(0, ds:as_recorded("2031-04-30").outcomes:count())
    assert.equal(3, ds:as_recorded("2031-05-02").outcomes:where { id = "ferries" }:claims():count())
    assert.equal(10, ds:as_recorded("2031-05-02"):as_of("2031-03").outcomes:get("ferries").best)
    assert.truthy(tostring(ds:as_recorded("2031-05-02")):find("as recorded by 2031-05-02T23:59:59.999Z", 1, true))
    local readings = ds:as_recorded("2031-05-02"):disagreements { table = "outcomes" }:where("field = 'best'"):first()
    assert.equal("12 (courier); 99 (courier); 10 (gazette)", readings.readings)
  end)

  it("refuses what is no time", function()
    local ds = dataset()
    assert.equal("parley: as_recorded() takes a time in UTC, such as '2026-11-22T18:00' or '2026-11-22', not 'noon'",
      message(function() ds:as_recorded("noon") end))
    assert.truthy(message(function() ds:as_recorded("2031-02-30") end):find("2031-02-30", 1, true))
  end)
end)

describe("with_policy", function()
  it("shows other claims everywhere, and says so", function()
    local ds = dataset()
    local gazette = ds:with_policy { prefer = { "gazette" }, name = "gazette first" }
    assert.same({ 10, "Voss" }, { gazette.outcomes:get("ferries").best,
      gazette.outcomes:where { id = "ferries" }:select("talk.place as p"):one().p })
    assert.equal(2, gazette.outcomes:count())
    assert.equal(1, gazette.outcomes:search("ten"):count())
    assert.equal("10", gazette:disagreements { table = "outcomes" }:where("field = 'best'"):first().shown)
    assert.truthy(tostring(gazette):find("policy 'gazette first': prefers gazette", 1, true))

    local without = ds:with_policy { deny = { "courier" } }
    assert.same({ 10, 1 }, { without.outcomes:get("ferries").best, without.outcomes:count() })
    local firm = ds:with_policy { certainty = "on_record_paraphrase" }
    assert.same({ 12, 0 }, { firm.outcomes:get("ferries").best, firm.parties:count() })
    assert.equal(1, ds:with_policy { deny = { "courier" } }:as_of("2031-12").outcomes:count())
  end)

  it("leaves denied sources out of events too", function()
    local ds = dataset()
    ds:add("events", { id = "e1", date = "2031-03-01", source = "gazette" })
    ds:add("events", { id = "e2", date = "2031-03-01", source = "courier" })
    ds:add("events", { id = "e3", date = "2031-05-01" })
    local without = ds:with_policy { deny = { "courier" } }
    assert.same({ { id = "e1" }, { id = "e3" } }, without.events:select("id"):sort("id"):all())
    assert.equal(1, without:as_of("2031-03").events:count())
    assert.equal(0, without:as_of("2031-02").events:count())
    assert.equal(3, ds:with_policy { prefer = { "courier" } }.events:count())
  end)

  it("can be given at open, and replaced #file", function()
    local path = os.tmpname()
    os.remove(path)
    local ds = dataset()
    assert(ds:save_as(path))
    local opened = assert(parley.open(path, { policy = { prefer = { "gazette" } } }))
    assert.equal(10, opened.outcomes:get("ferries").best)
    assert.equal(12, opened:with_policy { report = "latest" }.outcomes:get("ferries").best)
    opened:close()
    os.remove(path)
  end)

  it("names what it does not know", function()
    local ds = dataset()
    assert.truthy(message(function() ds:with_policy { prefer = { "gazete" } } end):find("did you mean 'gazette'?", 1, true))
    assert.truthy(message(function() ds:with_policy { certainty = "narrated" } end):find("did you mean 'narration'?", 1, true))
    assert.truthy(message(function() ds:with_policy { preferr = {} } end):find("did you mean 'prefer'?", 1, true))
  end)
end)
