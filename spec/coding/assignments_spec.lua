-- Who is to code what: balanced, seeded, never twice; states, progress, lateness.
-- Holds: coding.assigning, coding.assignments, storage.statements.coding_progress, coding_methods

local parley = require "parley"

local ds, ed
before_each(function()
  ds = parley.open ":memory:"
  for i = 1, 7 do ds:add("sources", { id = "s" .. i, published = "2025-06-02" }) end
  ed = ds:as_coder "ed"
end)
after_each(function() ds:close() end)

local TEAM = { "anna", "ben", "cat" }

local function message_of(fn, ...)
  local done, err = pcall(fn, ...)
  assert.is_false(done)
  return (tostring(err):match "parley: (.*)")
end

local function pairs_of(f)
  local list = {}
  for row in f:rows() do list[#list + 1] = row.source .. " " .. row.coder end
  table.sort(list)
  return list
end

describe("assign", function()
  it("gives each source to as many as asked, evenly, as the seed says", function()
    local new = ed:assign { coders = TEAM, each = 2, seed = 7, due = "2026-12-24" }
    assert.equal(14, new:count())
    local of = {}
    for row in ds:assignments({ by = "coder" }):rows() do of[#of + 1] = row.sources end
    table.sort(of)
    assert.same({ 4, 5, 5 }, of)
    for i = 1, 7 do assert.equal(2, ds:assignments({ source = "s" .. i }):count()) end
    local other <close> = parley.open ":memory:"
    for i = 1, 7 do other:add("sources", { id = "s" .. i, published = "2025-06-02" }) end
    assert.same(pairs_of(new), pairs_of(other:assign { coders = TEAM, each = 2, seed = 7 }))
    local third <close> = parley.open ":memory:"
    for i = 1, 7 do third:add("sources", { id = "s" .. i, published = "2025-06-02" }) end
    assert.not_same(pairs_of(new), pairs_of(third:assign { coders = TEAM, each = 2, seed = 8 }))
  end)

  it("adds to what there is, and never doubles", function()
    ed:assign { coders = TEAM, each = 1, sources = { "s1", "s2" } }
    assert.equal(0, ed:assign({ coders = TEAM, each = 1, sources = { "s2", "s1" } }):count())
    assert.equal(2, ed:assign({ coders = TEAM, each = 2, sources = ds.sources:where "id in ('s1', 's2')" }):count())
    assert.equal(2, ed:assign({ coders = "dov", each = 1, sources = { "s1", "s3", "s4" } }):count())
    assert.equal(6, ds.coding:count())
  end)

  it("refuses what cannot be", function()
    assert.equal("each is the number of coders for a source: from 1 to the number of coders given (1), not 2",
      message_of(ds.assign, ds, { coders = { "anna" }, each = 2 }))
    assert.matches("assign{} takes coders", message_of(ds.assign, ds, {}), 1, true)
    assert.matches("no source 's9'", message_of(ds.assign, ds, { coders = TEAM, sources = { "s9" } }))
    assert.matches("'x' is not a date", message_of(ds.assign, ds, { coders = TEAM, due = "x" }))
    assert.equal(0, ds.coding:count())
    ds:assign { coders = TEAM, sources = { "s1" }, each = 1 }
    assert.matches("no source 's9'", message_of(ds.assignments, ds, { source = "s9" }))
    assert.equal("nothing was assigned to 'anne' or coded by this coder; did you mean 'anna'?",
      message_of(ds.assignments, ds, { coder = "anne" }))
    assert.matches("no option 'ech'", message_of(ds.assign, ds, { coders = TEAM, ech = 1 }))
    assert.matches("read%-only", message_of(parley.open().assign, parley.open(), { coders = TEAM }))
  end)
end)

describe("assignments", function()
  it("are assigned, started by a claim, done when somebody says so", function()
    ed:assign { coders = { "anna" }, each = 1, sources = { "s1", "s2" } }
    local anna = ds:as_coder "anna"
    assert.equal(2, ds:assignments({ state = "assigned" }):count())
    local key = anna:add("talks", { id = "r1" }, { source = "s1" })
    local row = ds:assignments({ state = "started" }):one()
    assert.same({ "s1/anna", 1, "ed" }, { row.id, row.claims, row.by })
    anna:retract(key, "none")
    assert.equal(0, ds:assignments({ state = "started" }):count())
    anna:claim("coding", "s2/anna", { state = "done" }, { source = "s2" })
    local done = ds:assignments { state = "done", coder = "anna" }
    assert.equal("s2", done:one().source)
    local claim = ds.coding:claims():sort("claim"):frame()[3]
    assert.same({ "anna" }, { claim.entered_by })
    assert.is_nil(claim.coder)
    assert.equal(0, ds:disagreements():count())
  end)

  it("are late by a stated due day and a stated day alone", function()
    ed:assign { coders = { "anna" }, each = 1, sources = { "s1" }, due = "2026-06" }
    ed:assign { coders = { "anna" }, each = 1, sources = { "s2" } }
    local function late(on)
      local told = {}
      for row in ds:assignments({ on = on }):rows() do told[#told + 1] = tostring(row.late) end
      return table.concat(told, " ")
    end
    assert.equal("nil nil", late(nil))
    assert.equal("false nil", late "2026-06-30")
    assert.equal("true nil", late "2026-07-01")
    assert.equal(1, ds:assignments({ by = "coder", on = "2026-07-01" }):one().late)
    assert.is_nil(ds:assignments({ by = "coder" }):one().late)
  end)

  it("are seen in a blind view, without what others have claimed", function()
    ed:assign { coders = { "anna", "ben" }, each = 2, sources = { "s1" } }
    ds:as_coder("ben"):add("talks", { id = "r1" }, { source = "s1" })
    local rows = ds:as_coder("anna", { blind = true }):assignments():all()
    assert.same({ "assigned", "assigned", 0 }, { rows[1].state, rows[2].state, rows[2].claims })
    assert.equal("started", ds:assignments({ coder = "ben" }):one().state)
  end)
end)
