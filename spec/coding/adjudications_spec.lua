-- Deciding for a claim about one field, the decisions, and the queue of what waits for one.
-- Holds: claims.adjudicating, coding.waiting, storage.statements.decisions

local parley = require "parley"

local ds, anna, ben, ed
before_each(function()
  ds = parley.open ":memory:"
  ds:add("sources", { id = "s1", published = "2025-06-02" })
  ds:add("sources", { id = "s2", published = "2025-06-05" })
  anna, ben, ed = ds:as_coder "anna", ds:as_coder "ben", ds:as_coder "ed"
end)
after_each(function() ds:close() end)

local function message_of(fn, ...)
  local done, err = pcall(fn, ...)
  assert.is_false(done)
  return (tostring(err):match "parley: (.*)")
end

-- A talk as anna and ben read it in s1, and s2 has it: keys.
local function talk()
  return anna:add("talks", { id = "r2", place = "Oslo", venue = "hall" }, { source = "s1" }),
    ben:claim("talks", "r2", { place = "Bern", venue = "room" }, { source = "s1" }),
    ds:claim("talks", "r2", { place = "Rome", date = "2025-06-01" }, { source = "s2" })
end

local function shown(view) return (view or ds).talks:get("r2").place end

describe("adjudicate", function()
  it("shows the field of the claim, of any coder and source, and leaves the others", function()
    local _, of_ben = talk()
    local key = ed:adjudicate("talks", "r2", "place", of_ben, "the transcript")
    local row = ds.talks:get "r2"
    assert.same({ "Bern", "hall", "2025-06-01" }, { row.place, row.venue, row.date })
    local claim = ds.talks:claims():where { claim = key }:one()
    assert.same({ "preferred", of_ben, of_ben, "ed", "ben", "s1", "the transcript", "2025-06-02" }, { claim.rank,
      claim.decides, claim.restates, claim.entered_by, claim.coder, claim.source, claim.note, claim.reported })
    assert.is_nil(claim.venue)
    local evidence = ds:evidence("talks", "r2", "place"):first()
    assert.same({ key, true, "ed", of_ben, "the transcript" }, { evidence.claim, evidence.shown, evidence.entered_by,
      evidence.decides, evidence.note })
  end)

  it("follows policies and days as the claim does, and blind views", function()
    local _, of_ben, of_s2 = talk()
    ed:adjudicate("talks", "r2", "place", of_s2, "the second source")
    assert.equal("Rome", shown())
    assert.equal("Oslo", shown(ds:as_of "2025-06-03"))
    assert.equal("Oslo", shown(ds:with_policy { deny = { "s2" } }))
    assert.equal("Bern", shown(ds:with_policy { deny = { "s2" }, coders = { "ben" } }))
    ed:adjudicate("talks", "r2", "place", of_ben, "after all")
    assert.equal("Bern", shown())
    assert.equal("Rome", shown(ds:as_coder("anna", { blind = true })))
    assert.equal("Bern", shown(ds:as_of "2025-06-03"))
  end)

  it("is superseded by a later one, whose taking back restores it, as its own does what was shown", function()
    local of_anna, of_ben, of_s2 = talk()
    local before = shown()
    ed:adjudicate("talks", "r2", "place", of_anna, "first")
    local second = ed:adjudicate("talks", "r2", "place", of_ben, "second")
    assert.equal(1, ds:adjudications():count())
    assert.equal(2, ds:adjudications({ retracted = true }):count())
    ds:retract(second, "no")
    local row = ds:adjudications():one()
    assert.same({ "Oslo", "Oslo", of_anna, "ed" }, { shown(), row.stands, row.decides, row.by })
    ds:retract(row.claim, "no")
    assert.same({ before, 0 }, { shown(), ds:adjudications():count() })
    ed:adjudicate("talks", "r2", "place", of_s2, "third")
    assert.equal(of_s2, ds:adjudications():one().decides)
  end)

  it("takes all bounds of a quantity, with what its claim says beside it", function()
    anna:add("outcomes", { id = "o", best = 5, unit = "bodies" }, { source = "s1" })
    local key = ben:claim("outcomes", "o", { low = 6, best = 8, unit = "coffins" }, { source = "s1" })
    ed:adjudicate("outcomes", "o", "best", key, "so")
    local row = ds.outcomes:get "o"
    assert.same({ 6, 8, "coffins" }, { row.low, row.best, row.unit })
  end)

  it("refuses what is not about that thing and field, with the claims that are", function()
    local of_anna, of_ben, of_s2 = talk()
    local other = ds:add("talks", { id = "r3", place = "Bonn" }, { source = "s2" })
    local function told(...) return message_of(ed.adjudicate, ed, ...) end
    assert.equal(("claim %d is about 'r3' of talks, not about 'r2' of talks; claims that say something of it: %d, %d, %d")
      :format(other, of_anna, of_ben, of_s2), told("talks", "r2", "place", other, "x"))
    assert.equal(("claim %d says nothing of date; claims that say something of it: %d"):format(of_anna, of_s2),
      told("talks", "r2", "date", of_anna, "x"))
    assert.matches("no field 'plaice' in talks; did you mean 'place'", told("talks", "r2", "plaice", of_anna, "x"))
    assert.matches("no talk 'r9'; did you mean", told("talks", "r9", "place", of_anna, "x"))
    assert.matches("needs a reason", told("talks", "r2", "place", of_anna))
    assert.matches("no claim 999", told("talks", "r2", "place", 999, "x"))
    assert.matches("carries no claims", told("events", "r2", "date", of_anna, "x"))
    local key = ed:adjudicate("talks", "r2", "place", of_anna, "x")
    assert.matches("is a decision itself, for claim " .. of_anna, told("talks", "r2", "place", key, "x"))
    anna:retract(of_anna, "misread")
    assert.matches("was retracted already", told("talks", "r2", "venue", of_anna, "x"))
    assert.is_true(ds:adjudications():one().stale)
    local denied = ds:claim("talks", "r2", { venue = "tent" }, { source = "s2", polarity = "denied" })
    assert.matches("never shown", told("talks", "r2", "venue", denied, "x"))
    ds:retract(key, "so")
    ds:prefer(of_ben, "so")
    assert.matches("is preferred already", told("talks", "r2", "venue", ds.talks:claims():where("venue = 'room'"):first()
      .claim, "x"))
    local blind = ds:as_coder("ben", { blind = true })
    assert.matches("adjudicate%(%) would tell", message_of(blind.adjudicate, blind, "talks", "r2", "place", of_ben, "x"))
  end)
end)

describe("adjudications", function()
  it("tell what stood, what stands, who decided, when and why", function()
    local _, of_ben = talk()
    local before = shown()
    ed:adjudicate("talks", "r2", "place", of_ben, "the transcript")
    local row = ds:adjudications { table = "talks" }:one()
    assert.same({ before, "Bern", "place", "s1", "ben", "ed", "the transcript", false }, { row.stood, row.stands, row.field,
      row.source, row.coder, row.by, row.reason, row.retracted })
    assert.matches("^%d%d%d%d%-%d%d%-%d%dT", row.at)
    assert.equal(0, ds:adjudications({ table = "demands" }):count())
    assert.equal(0, ds:as_coder("anna", { blind = true }):adjudications():count())
  end)

  it("that wait are told hardest first", function()
    local of_anna, of_ben = talk()
    for i, coder in ipairs { "anna", "ben", "cat", "dov" } do
      local view = ds:as_coder(coder)
      local call = i == 1 and view.add or view.claim
      if i == 1 then call(view, "outcomes", { id = "o", best = 10 }, { source = "s1" })
      else call(view, "outcomes", "o", { best = i == 2 and 10 or 10 * i }, { source = "s1" }) end
      if i == 1 then call(view, "outcomes", { id = "p", best = 10 }, { source = "s1" })
      else call(view, "outcomes", "p", { best = i == 4 and 90 or 10 }, { source = "s1" }) end
    end
    local rows = ds:adjudications({ waiting = true }):all()
    local told = {}
    for i, row in ipairs(rows) do
      told[i] = ("%s %s %s %d %d"):format(row.id, row.field, row.among, row.apart, row.against)
    end
    assert.same({ "o best coders 4 2", "p best coders 4 1", "r2 place sources 2 1", "r2 place coders 2 1",
      "r2 venue coders 2 1" }, told)
    assert.equal(80.0, rows[2].difference)
    assert.equal(("%d; %d"):format(of_anna, of_ben), rows[5].claims)
    ed:adjudicate("talks", "r2", "place", of_ben, "so")
    assert.same(3, ds:adjudications({ waiting = true }):count())
    assert.equal(1, ds:adjudications({ waiting = true, table = "talks" }):count())
    assert.equal(0, ds:as_coder("ben", { blind = true }):adjudications({ waiting = true, table = "outcomes" }):count())
    assert.matches("no option 'wating'", message_of(ds.adjudications, ds, { wating = true }))
  end)
end)
