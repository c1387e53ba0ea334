-- That nothing but the dialect knows how SQLite writes: a day's work in a dialect that no database speaks, with the same
-- answers. A statement that was made without the dialect is refused by spec/support/other_dialect.lua.
-- Holds: query.sql.dialect, query.sql.dialect.sqlite, query.sql.dialect.sqlite_file

local other = require "spec.support.other_dialect"
local parley = require "parley"
local scratch = require "spec.support.scratch"

local at, remove
setup(function() at, remove = scratch.folder() end)
teardown(function() remove() end)

-- Everything below asks something and puts the answer into a list.

local function written(ds, told)
  ds:add("sources", { id = "s1", title = "Daily Beacon", published = "2025-06-02", outlet = "beacon" })
  ds:add("sources", { id = "s2", title = "Radio Sund", published = "2025-06-05" })
  ds:add("parties", { id = "sund", name = "Sund", kind = "state" }, { source = "s1" })
  ds:add("parties", { id = "nord", name = "Nord", kind = "state" }, { source = "s1" })
  ds:add("talks", { id = "r1", kind = "round", date = "2025-06-02", place = "Harbour" }, { source = "s1" })
  local key = ds:claim("talks", "r1", { place = "Old Harbour" }, { source = "s2", certainty = "on_record_quote" })
  ds:add("outcomes", { id = "o1", best = 12, topic = "prisoners" }, { source = "s1" })
  ds:claim("outcomes", "o1", { low = 10, high = 20 }, { source = "s2" })
  ds:atomic(function()
    ds:claim("talks", "r1", { venue = "Palace" }, { source = "s1" })
    told[#told + 1] = ds.talks:get("r1").venue
    pcall(ds.atomic, ds, function() ds:claim("talks", "r1", { venue = "Hall" }, { source = "s1" }); error "no" end)
  end)
  told[#told + 1] = ds:retract(key, "misread")
  told[#told + 1] = { pcall(ds.claim, ds, "talks", "r2", { place = "x" }, { source = "s1" }) }
  told[#told + 1] = { pcall(ds.add, ds, "demands", { id = "d1", party = "Sunt" }, { source = "s1" }) }
  told[#told + 1] = { pcall(ds.retract, ds, 1, "the source goes") }
  ds:add("terms", { vocabulary = "topic", code = "lighthouses", label = "Lighthouses" })
end

local function asked(ds, told)
  for _, name in ipairs { "talks", "outcomes", "parties", "sources" } do told[#told + 1] = ds:table(name):frame():all() end
  told[#told + 1] = ds:as_of("2025-06-03").talks:all()
  told[#told + 1] = ds:with_policy({ prefer = "s2", certainty = "narration" }).outcomes:all()
  told[#told + 1] = ds:as_recorded("2020-01-01").talks:count()
  told[#told + 1] = ds.talks:search("harb*"):all()
  told[#told + 1] = ds:search("beacon"):all()
  told[#told + 1] = ds.talks:claims():select("claim", "source", "place", "retraction"):all()
  told[#told + 1] = tostring(ds.talks:get "r1")
  told[#told + 1] = tostring(ds:describe())
end

local function analysed(ds, told)
  told[#told + 1] = ds:disagreements():all()
  told[#told + 1] = ds:with_policy({ deny = "s1" }):disagreements():all()
  told[#told + 1] = ds:resting_on({ "narration" }):all()
  told[#told + 1] = ds:with_policy({ prefer = "s2" }):resting_on({ "narration" }):all()
  told[#told + 1] = ds:evidence("talks", "r1"):all()
  told[#told + 1] = ds:cite(ds.talks)
  told[#told + 1] = ds:cite(ds.outcomes, "bibtex")
end

local function beside_a_frame(ds, told)
  local f = parley.frame { { id = "sund", Id = 1 }, { id = "nord", Id = 2 } }
  told[#told + 1] = ds.parties:join(f, { on = "id", kind = "left" }):sort("id"):all()
  told[#told + 1] = ds.parties:frame():join(ds.talks, { on = "id", kind = "anti" }):sort("id"):all()
  ds:define("twice", function(x) return x and x .. x end, 1)
  told[#told + 1] = ds.parties:select("twice(id) as t"):all()
  told[#told + 1] = { pcall(ds.define, ds, "likelihood", function() end) }
end

local function imported(ds, told)
  local path = at "talks.csv"
  local file = assert(io.open(path, "w"))
  file:write "id,kind,date,place,host\nr5,round,2025-07-01,Lund,sund\nr6,rond,2025-07-02,Lund,nowhere\n"
  file:close()
  local report = assert(ds:import("talks", path, { source = "s2", on_error = "quarantine" }))
  told[#told + 1] = { report.added, report.quarantined }
  told[#told + 1] = ds.quarantine:select("id", "reason", "suggestion"):all()
  report = ds:requeue { kind = { rond = "round" }, host = { nowhere = "nord" } }
  told[#told + 1] = { report.added, ds.quarantine:count() }
  report = assert(ds:import("talks", path, { source = "s2", on_error = "quarantine" }))
  told[#told + 1] = { report.unchanged, report.quarantined, ds.talks:count() }
  file = assert(io.open(at "events.csv", "w"))
  file:write "id,date,act\ne1,2025-06-02,talk\ne2,2025-06-03,breach\n"
  file:close()
  report = assert(ds:import("events", at "events.csv", { source = "s2", batch = 1 }))
  told[#told + 1] = { report.added, ds.events:as("talks"):count(), ds:as_of("2025-06-04").events:count() }
end

local function carried(ds, told, name)
  assert(ds:dump(at(name)))
  local again = assert(parley.load(at(name)))
  told[#told + 1] = again.talks:all()
  told[#told + 1] = again:add("talks", { id = "r9" }, { source = "s1" })
  again:close()
end

local function a_day(name)
  local ds, told = assert(parley.open(at(name .. ".db"))), {}
  for _, part in ipairs { written, asked, analysed, beside_a_frame, imported } do part(ds, told) end
  carried(ds, told, name)
  ds:close()
  ds = assert(parley.open(at(name .. ".db")))
  told[#told + 1] = ds.talks:all()
  ds:close()
  return told
end

describe("another dialect", function()
  it("gives the same answers and messages", function()
    local expected, told, seen = a_day "plain", nil, {}
    other.speaking(function() told = a_day "other" end, seen)
    assert.is_true(#seen > 300)
    for i = 1, math.max(#expected, #told) do assert.same(expected[i], told[i], "answer " .. i) end
  end)

  it("is asked for whatever the bundled dataset needs", function()
    other.speaking(function()
      local ds = assert(parley.open())
      assert.same(parley.open().demands:count(), ds.demands:count())
      assert.same(tostring(parley.open():brief()), tostring(ds:brief()))
      ds:close()
    end)
  end)

  it("refuses what SQLite alone lets pass", function()
    local function told(text) return select(2, pcall(other.to_sqlite, text)) end
    for text, what in pairs {
      ["SELECT id FROM t WHERE 0"] = "a number as a condition",
      ["SELECT id FROM t WHERE (1) ORDER BY id"] = "a number as a condition",
      ["SELECT id FROM t WHERE a = $1 AND 1"] = "a number as a condition",
      ["SELECT id FROM t WHERE CASE WHEN a > $1 THEN 0 WHEN b THEN 1 END"] = "a CASE of numbers",
      ["UPDATE t SET source_day = 1"] = "source_day = a number",
      ["SELECT column1 AS n FROM (VALUES (1), (2)) AS v"] = "the name that SQLite gives",
      ["SELECT a FROM (SELECT a FROM t) WHERE a > $1"] = "a subquery without a name",
      ["SELECT a FROM t WHERE a IN (SELECT b FROM (SELECT b FROM u))"] = "a subquery without a name",
      ["WITH `n` AS (SELECT 1 AS v UNION ALL SELECT v + 1 FROM `n` WHERE v < 3) SELECT v FROM `n`"] = "without RECURSIVE",
    } do
      assert.truthy(tostring(told(text)):find(what, 1, true), text)
    end
    for _, text in ipairs { "SELECT id FROM t WHERE 0 = 1", "SELECT id FROM t WHERE a BETWEEN 1 AND 5 AND b = 2",
      "SELECT CASE n WHEN 1 THEN 2 ELSE 0 END FROM t WHERE n + 1 > 2 AND 1 < n", "WITH `n`(`v`) AS (VALUES (1)) SELECT v FROM `n`",
      "SELECT a FROM (SELECT a FROM t) AS x WHERE a IS NOT NULL", "UPDATE t SET source_day = {1} WHERE source_day",
      "WITH RECURSIVE `n` AS (SELECT 1 AS v UNION ALL SELECT v + 1 FROM `n` WHERE v < 3) SELECT v FROM `n`" } do
      assert.is_true(pcall(other.to_sqlite, text), text)
    end
  end)

  it("refuses what was made without it", function()
    for _, text in ipairs { 'SELECT "id" FROM t', "SELECT id FROM t WHERE id = ?", "SELECT edtf_start(x) FROM t",
      "INSERT INTO t VALUES ($1) ON CONFLICT(id) DO NOTHING", "PRAGMA user_version" } do
      assert.is_false((pcall(other.to_sqlite, text)))
    end
    assert.equal([[SELECT "a""b", 'it''s', edtf_start(?1) FROM "PRAGMA $1"]],
      other.to_sqlite "SELECT `a\"b`, N'it''s', fn_edtf_start($1) FROM `PRAGMA $1`")
  end)
end)
