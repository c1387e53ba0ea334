-- The mappings that come with Parley on the real files, where they are at hand, whose counts are known.

local parley = require "parley"
local scratch = require "spec.support.scratch"
local sound = require "spec.support.sound"

local column = scratch.column
local ds

local function imported(name, path, mapping, options)
  local given = { mapping = mapping }
  for key, value in pairs(options or {}) do given[key] = value end
  local report, message = ds:import(name, path, given)
  assert(report, message)
  return report
end

before_each(function()
  ds = parley.open(":memory:")
end)

after_each(function()
  sound.check()
  ds:close()
end)

local DATA = "../shared/data/"

local function is_there(path)
  local file = io.open(DATA .. path, "rb")
  if file then file:close() end
  return file ~= nil
end

-- A case on a real file; skipped by name where it is not at hand.
local function real(name, path, test)
  if is_there(path) then
    it(name, function() test(DATA .. path) end)
  else
    pending(name .. " (" .. DATA .. path .. " is not here)")
  end
end

-- Rows of every table of things and of claims, and of the rows set aside.
local function sizes()
  local found = {}
  local tables = "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'search%' ORDER BY name"
  for name in ds.store:each(tables, nil, { "text" }) do
    found[name] = ds.store:values(('SELECT count(*) FROM "%s"'):format(name))
  end
  return found
end

-- Imports twice: the second time nothing may change, and the file must be sound.
local function twice(name, path, mapping, options)
  local report = imported(name, path, mapping, options)
  local before = sizes()
  local again = imported(name, path, mapping, options)
  assert.same({ 0, 0, report.quarantined }, { again.added, again.updated, again.quarantined })
  assert.same(before, sizes())
  return report
end

local function aside() return column(ds.quarantine:sort("line"), "reason") end

describe("real files", function()
  real("282 corridors", "corridors/HC_geocoded.csv", function(path)
    local report = twice("demands", path, "corridors")
    assert.same({ 282, 0 }, { report.read, report.quarantined })
    assert.same({ 282, 150, 20, 40 },
      { ds.demands:count(), ds.outcomes:count(), ds.responses:count(), ds.talks:count() })
    assert.same({ 251, 11, 20 }, { ds.demands:where { party = "ukraine" }:count(),
      ds.demands:where { party = "russia" }:count(), ds.demands:where { status = "accepted" }:count() })
    assert.same({ 13, 125, 7, 5 }, { ds.outcomes:where { status = "agreed" }:count(),
      ds.outcomes:where { status = "done" }:count(), ds.outcomes:where { status = "disputed" }:count(),
      ds.outcomes:where { status = "missed" }:count() })
  end)

  real("374 agreements", "ucdp/ucdp-peace-agreements-221.csv", function(path)
    local report = twice("documents", path, "ucdp_pa")
    assert.same({ 374, 0 }, { report.read, report.quarantined })
    assert.same({ 374, 374, 1990, 141 },
      { ds.documents:count(), ds.talks:count(), ds.provisions:count(), ds.processes:count() })
    assert.same({ 176, 100 }, { ds.provisions:where { topic = "ceasefire" }:count(),
      ds.provisions:where { topic = "prisoners" }:count() })
  end)

  real("2,203 ceasefires of 4,091 rows", "ceasefires/ceasefires_dataset.csv", function(path)
    local report = twice("outcomes", path, "ethprio_ceasefires")
    assert.same({ 4091, 3 }, { report.read, report.quarantined })
    local whole = ds.outcomes:where "part_of is nil"
    assert.equal(4091 - 3, ds.outcomes:where("part_of is not nil"):count())
    local reasons = aside()
    assert.matches("'1994-02-31' is not a date", reasons[1], 1, true)
    assert.matches("'1994-02-31' is not a date", reasons[2], 1, true)
    assert.matches("'2020-04-01/2020-06-31' is not a date", reasons[3], 1, true)
    -- the rows of two ceasefires, with nothing else about them
    assert.equal(2203 - 2, whole:count())
  end)

  real("3,705 ICEWS events, 501 of them mirrored", "icews/events.2018.sample.tab", function(path)
    assert.same({ 3705, 0 }, { twice("events", path, "icews").read, ds.quarantine:count() })
    assert.equal(3705, ds.events:count())
    assert.equal(492, ds.events:where { code = "040" }:count())
    assert.equal(0, ds.events:where("source_country is nil and source_party like '%(Russia)'"):count())
    ds:close()
    ds = parley.open(":memory:")
    local folded = imported("events", path, "icews", { mirrors = "fold" })
    assert.same({ 501, 3204 }, { folded.folded, ds.events:count() })
  end)

  real("2,111 GDELT events", "gdelt/20191024143000.export.CSV", function(path)
    assert.same({ 2111, 0 }, { twice("events", path, "gdelt2").read, ds.quarantine:count() })
    assert.same({ 2111, 174, 531 }, { ds.events:count(), ds.events:where("source_party is nil"):count(),
      ds.events:where("target_party is nil"):count() })
    assert.same({ 53, 80 }, { ds.events:where { source_country = "RUS" }:count(),
      ds.events:where { place_country = "RUS" }:count() })
  end)

  real("762 mediations, refused until an encoding is stated", "cwm/CWM.csv", function(path)
    local report, message = ds:import("talks", path, { mapping = "cwm" })
    assert.is_nil(report)
    assert.matches("282", message)
    assert.same({ 0, 0 }, { ds.talks:count(), ds.processes:count() })
    report = twice("talks", path, "cwm", { encoding = "macintosh" })
    assert.same({ 762, 4 }, { report.read, report.quarantined })
    -- of 486 different mediations, and of 409 episodes two that only these rows tell of
    assert.same({ 486 - 4, 409 - 2 }, { ds.talks:count(), ds.processes:count() })
  end)
end)
