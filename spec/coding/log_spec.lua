-- Undoing, and the log of who did what when.
-- Holds: claims.undoing, coding.log, storage.statements.done

local parley = require "parley"
local scratch = require "spec.support.scratch"

local ds, anna, ben, ed
before_each(function()
  ds = parley.open ":memory:"
  ds:add("sources", { id = "s1", published = "2025-06-02" })
  anna, ben, ed = ds:as_coder "anna", ds:as_coder "ben", ds:as_coder "ed"
end)
after_each(function() ds:close() end)

local function message_of(fn, ...)
  local done, err = pcall(fn, ...)
  assert.is_false(done)
  return (tostring(err):match "parley: (.*)")
end

local function place() return ds.talks:get("r1").place end

describe("undo", function()
  it("takes a claim back with a trace, and what was taken back stands again", function()
    local key = anna:add("talks", { id = "r1", place = "Oslo" }, { source = "s1" })
    local row = anna:undo(key, "misread"):one()
    assert.same({ key, "talks", "r1", "retracted" }, { row.claim, row.table, row.id, row.became })
    local trace = ds:evidence("talks", "r1"):one()
    assert.same({ true, "undo: misread" }, { trace.retracted, trace.retraction })
    assert.equal(0, ds.talks:count())
    local again = anna:undo(key):one()
    assert.same({ "restored", "Oslo" }, { again.became, place() })
    assert.matches(("claim %d is restated by claim %d, which stands; ds:undo%%(%d%%) takes that back"):format(key, again.again,
      again.again), message_of(anna.undo, anna, key))
    assert.equal(1, anna:undo(again.again):count())
  end)

  it("goes back from the last step of this coder, further each time", function()
    anna:add("talks", { id = "r1", place = "Oslo" }, { source = "s1" })
    ben:claim("talks", "r1", { venue = "hall" }, { source = "s1" })
    anna:amend(ds.talks:claims():where{ coder = "anna" }:one().claim, { place = "Bern" }, "heard")
    anna:atomic(function()
      anna:add("people", { id = "p1" }, { source = "s1" })
      anna:add("people", { id = "p2" }, { source = "s1" })
    end)
    assert.equal(2, anna:undo("last"):count())
    assert.same({ 0, "Bern" }, { ds.people:count(), place() })
    anna:undo "last"
    assert.equal("Oslo", place())
    assert.equal("hall", ds.talks:get("r1").venue)
    local key = anna:add("people", { id = "p3" }, { source = "s1" })
    anna:retract(key, "slip")
    assert.equal("restored", anna:undo("last"):one().became)
    assert.equal(1, ds.people:count())
  end)

  it("keeps what a long block made in one entry, and nothing of a part that failed", function()
    local block = anna:atomic(function()
      for i = 1, 300 do anna:add("people", { id = "p" .. i }, { source = "s1" }) end
      pcall(anna.atomic, anna, function()
        for i = 301, 320 do anna:add("people", { id = "p" .. i }, { source = "s1" }) end
        error "slip"
      end)
      return anna:add("people", { id = "last" }, { source = "s1" })
    end)
    assert.is_number(block)
    local step = ds.steps[#ds.steps]
    assert.is_true(#step <= 2, #step)
    assert.equal(301, ds.people:count())
    assert.equal(301, anna:undo("last"):count())
    assert.equal(0, ds.people:count())
  end)

  it("takes an import as one step, and a decision", function()
    anna:import("talks", parley.frame { { id = "x1", place = "Bonn" }, { id = "x2", place = "Rome" } }, { source = "s1" })
    local key = ben:claim("talks", "x1", { place = "Bern" }, { source = "s1" })
    ed:adjudicate("talks", "x1", "place", key, "so")
    ed:undo "last"
    assert.equal("Bonn", ds.talks:get("x1").place)
    assert.equal(2, anna:undo("last"):count())
    assert.equal(1, ds.talks:count())
  end)

  it("takes a rename back whole, with what refers to the thing and was said since", function()
    anna:add("talks", { id = "r1", place = "Oslo" }, { source = "s1" })
    ben:claim("talks", "r1", { venue = "hall" }, { source = "s1" })
    ben:add("parties", { id = "p" }, { source = "s1" })
    ben:add("demands", { id = "d", talk = "r1", party = "p" }, { source = "s1" })
    ds:atomic(function()
      ds:rename("talks", "r1", "r")
      ds:claim("talks", "r", { venue = "tent" }, { source = "s1" })
    end)
    ds:undo "last"
    assert.same({ "Oslo", "r1" }, { place(), ds.demands:get("d").talk })
    assert.equal("hall", ds.talks:get("r1").venue)
    assert.equal(1, ds.talks:count())
  end)

  it("takes back nothing unasked that somebody wrote before the dataset was opened", function()
    local path, remove = scratch.folder()
    anna:add("talks", { id = "r1" }, { source = "s1" })
    assert(ds:save_as(path "a.db"))
    local again <close> = parley.open(path "a.db")
    local key = again.talks:claims():one().claim
    assert.matches(("the last claim in force is claim %d about talks 'r1', by anna: ds:undo%%(%d%%) takes it back"):format(key,
      key), message_of(again.undo, again, "last"))
    assert.equal(1, again.talks:count())
    local rows = parley.frame { { id = "x1", place = "A" }, { id = "x2", place = "B" } }
    assert(again:import("talks", rows, { source = "s1" }))
    assert.equal(2, again:undo("last"):count())
    assert.equal("empty", select(2, pcall(again.undo, again, "last")).code)
    assert.equal(1, again:as_coder("anna"):undo("last"):count())
    remove()
  end)

  it("touches nothing of others, and says where there is nothing", function()
    local key = anna:add("talks", { id = "r1" }, { source = "s1" })
    assert.matches("of coder 'anna'", message_of(ben.undo, ben, key))
    assert.equal("there is no claim in force of ben to undo", message_of(ben.undo, ben, "last"))
    assert.matches("undo%(%) takes the key of a claim", message_of(ds.undo, ds, "first"))
    local blind = ds:as_coder("ben", { blind = true })
    assert.matches("^no claim", message_of(blind.undo, blind, key))
    anna:retract(key)
    assert.matches("^no claim", message_of(blind.undo, blind, key))
  end)
end)

describe("log", function()
  it("tells who did what, when and why", function()
    local key = anna:add("talks", { id = "r1", place = "Oslo" }, { source = "s1" })
    local of_ben = ben:claim("talks", "r1", { place = "Rome" }, { source = "s1" })
    anna:amend(key, { place = "Bern" }, "heard")
    ed:adjudicate("talks", "r1", "place", of_ben, "the transcript")
    ed:assign { coders = { "anna" }, each = 1 }
    anna:import("talks", parley.frame { { id = "x1", place = "Bonn" }, { id = "x2", place = "Rome" } }, { source = "s1" })
    ben:retract(ben:add("people", { id = "p" }, { source = "s1" }), "no")
    ds:rename("talks", "x1", "x9")
    local told = {}
    for row in ds:log():rows() do
      told[#told + 1] = ("%s %s %s%s"):format(row.by or "-", row.did, row.id or row.count, row.reason and " " .. row.reason or "")
    end
    assert.same({ "- added s1", "anna added r1", "ben claimed r1", "anna amended r1 heard",
      "ed adjudicated r1 the transcript", "ed assigned s1/anna", "anna imported 2", "ben added p", "ben retracted p no",
      "- renamed x9 talk 'x1' is called 'x9' now" }, told)
    assert.equal(2, ds:log({ by = "ed" }):count())
    assert.equal(1, ds:log({ table = "coding" }):count())
    assert.equal(0, ds:log({ since = "2200" }):count())
    assert.equal(10, ds:log({ ["until"] = "2200", since = "2020" }):count())
    assert.equal(0, ds:log({ ["until"] = "2020" }):count())
    local seen = {}
    for row in ds:as_coder("anna", { blind = true }):log():rows() do seen[row.coder or ""] = true end
    assert.same({ [""] = true, anna = true }, seen)
  end)
end)
