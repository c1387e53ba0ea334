local scratch = require "spec.support.scratch"
local parley = require "parley"
local record = require "parley.query.record"

local message = scratch.refusal

describe("a record", function()
  local ds = parley.open()

  it("has its fields, and knows where it comes from", function()
    local r2 = ds.talks:get("r2")
    assert.same({ "2025-06-02", 2, "turkiye" }, { r2.date, r2.round, r2.host })
    assert.is_nil(r2.prepares)
    assert.same({ "talks", "r2" }, { record.origin(r2).query.info.name, record.origin(r2).id })
    assert.is_nil(record.origin {})
    assert.equal("parley: a record of talks has no 'dat'; did you mean 'date'?", message(function() return r2.dat end))
  end)

  it("prints each field with its number of claims, as of the day it was asked for", function()
    local now, before = tostring(ds.talks:get("r2")), tostring(ds.talks:as_of("2025-06-01"):get("r2"))
    assert.truthy(now:find("^talks r2\n"))
    assert.truthy(before:find("^talks r2 as of 2025%-06%-01\n"))
    local function claims(text, field) return tonumber(text:match("\n" .. field .. " [^\n]- (%d+) claims?")) end
    assert.equal(ds.talks:where { id = "r2" }:claims():where("status is not nil"):count(), claims(now, "status"))
    assert.equal(ds.talks:as_of("2025-06-01"):where { id = "r2" }:claims():where("status is not nil"):count(),
      claims(before, "status"))
    assert.is_true(claims(before, "status") < claims(now, "status"))
  end)

  it("can have fewer columns, and rows of tables without claims", function()
    assert.equal("talks r1\nid    r1\ndate  2025-05-16  narration  " .. ds.talks:where { id = "r1" }:claims():count("date") .. " claims",
      tostring(ds.talks:select("id", "date"):get("r1")))
    local term = ds.terms:get("topic/ceasefire")
    assert.equal("ceasefire", term.code)
    assert.is_nil(tostring(term):find("claim", 1, true))
  end)

  it("says so when its dataset has been closed", function()
    local mine = parley.open()
    local r1 = mine.talks:get("r1")
    mine:close()
    assert.equal("parley.Record: talks r1 (dataset closed)", tostring(r1))
  end)
end)

describe("explain", function()
  local ds = parley.open()

  it("names the engine, SQLite's plan, the SQL and its parameters", function()
    local text = ds.talks:where { id = "r2" }:select("id"):explain()
    assert.equal([[
engine: SQL (SQLite)
steps: where(), select()
  SEARCH talks USING COVERING INDEX sqlite_autoindex_talks_1 (id=?)
SELECT "talks"."id"
FROM "talks"
WHERE "talks"."id" = ?1
  ?1 = "r2"]], text)
    local in_sql = require "parley.query.sql.frame_queries"
    local q = ds.talks:join(parley.frame { { id = "r2" } }, { on = "id" })
    assert.matches("^engine: SQL %(SQLite%)\n", q:explain())
    assert.matches("^engine: SQL %(SQLite%), over a copy of the Frame\n",
      in_sql.of(parley.frame { { a = 1 } }):explain())
  end)
end)
