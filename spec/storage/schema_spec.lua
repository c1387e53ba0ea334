-- The SQL schema that follows from the codebook, and how an older file is brought up to it.
-- Holds: storage.schema, storage.claims_table, storage.file_schema, storage.migration

local codebook = require "parley.codebook.tables"
local core = require "parley.core"
local file_schema = require "parley.storage.file_schema"
local migration = require "parley.storage.migration"
local parley = require "parley"
local scratch = require "spec.support.scratch"

local at, remove
setup(function() at, remove = scratch.folder() end)
teardown(function() remove() end)

local function list(store, sql, ...)
  local values = {}
  for value in store:each(sql, table.pack(...)) do values[#values + 1] = value end
  return values
end

local function columns(store, name)
  return table.concat(list(store, "SELECT name || ' ' || type FROM pragma_table_xinfo(?) ORDER BY cid", name), ", ")
end

describe("a new file", function()
  local ds
  setup(function() ds = parley.open(":memory:") end)
  teardown(function() ds:close() end)

  it("has a table of things and one of claims for each table of the codebook", function()
    local expected = { "claim_keys" }
    for _, info in ipairs(codebook.tables) do
      expected[#expected + 1] = info.name
      if info.claims then expected[#expected + 1] = info.name .. "_claims" end
    end
    table.sort(expected)
    assert.same(expected, list(ds.store, [[SELECT name FROM sqlite_master WHERE type = 'table'
      AND name NOT LIKE 'sqlite_%' AND name NOT LIKE 'search_%' ORDER BY name]]))
  end)

  it("keeps each date with its two days, each type as itself", function()
    assert.equal("id TEXT, outcome TEXT, giver TEXT, receiver TEXT, date TEXT, date_start INTEGER, date_end INTEGER, "
      .. "low INTEGER, best INTEGER, high INTEGER, unit TEXT, category TEXT, basis TEXT, counting TEXT, "
      .. "measure_low REAL, measure_best REAL, measure_high REAL, measure_unit TEXT, cause TEXT, text TEXT",
      columns(ds.store, "deliveries"))
    assert.equal("REAL", (ds.store:values "SELECT type FROM pragma_table_xinfo('events') WHERE name = 'goldstein'"))
    assert.equal("BOOLEAN", (ds.store:values "SELECT type FROM pragma_table_xinfo('demands') WHERE name = 'extendable'"))
  end)

  it("keeps claims with provenance and weights", function()
    assert.equal("claim INTEGER, id TEXT, reported_start INTEGER, retracted_at TEXT, outcome TEXT, giver TEXT, "
      .. "receiver TEXT, date TEXT, date_start INTEGER, date_end INTEGER, low INTEGER, best INTEGER, high INTEGER, "
      .. "unit TEXT, category TEXT, basis TEXT, counting TEXT, measure_low REAL, measure_best REAL, "
      .. "measure_high REAL, measure_unit TEXT, cause TEXT, text TEXT, source TEXT, locator TEXT, said_by TEXT, "
      .. "chain TEXT, certainty TEXT, modality TEXT, polarity TEXT, stated TEXT, stated_start INTEGER, "
      .. "stated_end INTEGER, reported TEXT, reported_end INTEGER, recorded_at TEXT, retraction TEXT, rank TEXT, "
      .. "coder TEXT, note TEXT, import INTEGER, entry INTEGER, restates INTEGER, decides INTEGER, "
      .. "entered_by TEXT, retracted_by TEXT, source_day BOOLEAN, source_origin TEXT, claim_weight INTEGER, "
      .. "state_weight INTEGER, voice TEXT",
      columns(ds.store, "deliveries_claims"))
  end)

  it("has in front of a claim what nearly every reading asks: a row is taken apart up to the last that is", function()
    for _, info in ipairs(codebook.tables) do
      if info.claims then
        assert.matches("^claim INTEGER, id TEXT, reported_start INTEGER, retracted_at TEXT, ",
          (columns(ds.store, info.name .. "_claims")))
      end
    end
  end)

  it("renames a column whose name a provenance column has taken", function()
    local _, count = columns(ds.store, "sources_claims"):gsub("%f[%w_]note TEXT", "")
    assert.equal(1, count)
    assert.matches("source_note TEXT", columns(ds.store, "sources_claims"))
  end)

  it("refers to other things at the end of a transaction, from the tables of things alone", function()
    for _, info in ipairs(codebook.tables) do
      local expected = {}
      for _, column in ipairs(info.columns) do
        local is_bound = column.references and not column.several          -- a list has no foreign key
        if is_bound then expected[#expected + 1] = column.name .. " " .. column.references end
      end
      table.sort(expected)
      assert.same(expected, list(ds.store, [[SELECT "from" || ' ' || "table" FROM pragma_foreign_key_list(?)
        ORDER BY 1]], info.name), info.name)
      assert.same({}, list(ds.store, "SELECT id FROM pragma_foreign_key_list(?)", info.name .. "_claims"))
    end
    local sql = ds.store:values "SELECT sql FROM sqlite_master WHERE name = 'deliveries'"
    assert.matches('"outcome" TEXT REFERENCES "outcomes"(id) DEFERRABLE INITIALLY DEFERRED', sql, 1, true)
  end)

  it("indexes references, lists of several, days, and the claims of a thing", function()
    assert.same({ "deliveries_claims_id", "deliveries_date_start", "deliveries_giver", "deliveries_giver_several",
      "deliveries_outcome", "deliveries_receiver", "deliveries_receiver_several" },
      list(ds.store, "SELECT name FROM sqlite_master WHERE type = 'index' AND name LIKE 'deliveries%' ORDER BY name"))
  end)

  it("holds the words of the vocabularies, and the cross-walk", function()
    assert.equal(#require("parley.codebook.vocabularies").rows(), ds.terms:count())
    local term = ds.terms:get "topic/ceasefire"
    assert.same({ "topic", "ceasefire", "Ceasefire" }, { term.vocabulary, term.code, term.label })
    assert.equal(1, ds.crosswalk:where { vocabulary = "talk_kind", code = "round", scheme = "cameo-gdelt" }:count())
  end)
end)

describe("the weights of a claim", function()
  it("stay in step when another tool edits it", function()
    local ds <close> = scratch.dataset()
    local sql = "SELECT claim_weight, state_weight FROM talks_claims WHERE claim = 7"
    local field, state = ds.store:values(sql)
    local day = 20240 + 2097152                   -- 2025-06-01
    assert.equal((3 << 52) + (day << 30) + 7, field)
    assert.equal((day << 34) + (3 << 30) + 7, state)
    ds.store:exec "UPDATE talks_claims SET certainty = 'on_record_quote', rank = 'preferred'"
    assert.equal((1 << 56) + (8 << 52) + (day << 30) + 7, (ds.store:values(sql)))
    ds.store:exec "UPDATE talks_claims SET polarity = 'denied'"
    assert.is_nil((ds.store:values(sql)))
  end)
end)

describe("the statements", function()
  it("can be run twice where they say so", function()
    local ds <close> = parley.open(":memory:")
    file_schema.create_indexes(ds.store)
    file_schema.create_keys(ds.store)
    file_schema.fill_terms(ds.store)
    file_schema.fill_crosswalk(ds.store)
    assert.equal(#require("parley.codebook.vocabularies").rows(), ds.terms:count())
    assert.equal(#require("parley.codebook.crosswalks").rows(), ds.crosswalk:count())
  end)
end)

-- A file as an older Parley would have left it: without the column talks.venue, its index and those of its claims,
-- without the table deliveries, and with fewer words.
local function older_file(name)
  local path = at(name)
  local ds = scratch.fill(assert(parley.open(path)))
  ds:claim("talks", "r2", { host = "turkiye", place = "Istanbul" }, { source = "s2" })
  ds:retract(8, "a test")
  ds:claim("talks", "r2", { place = "Istanbul" }, { source = "s3", certainty = "on_record_quote", note = "kept" })
  ds:close()
  local store <close> = assert(core.open(path, { mode = "rw" }))
  store:exec [[
    PRAGMA foreign_keys = OFF;
    ALTER TABLE talks DROP COLUMN venue;
    ALTER TABLE talks_claims DROP COLUMN venue;
    DROP INDEX talks_host; ALTER TABLE talks DROP COLUMN host;
    DROP TABLE deliveries; DROP TABLE deliveries_claims;
    DELETE FROM terms WHERE code = 'ceasefire'; UPDATE terms SET label = 'Old' WHERE id = 'topic/sanctions';
    PRAGMA user_version = 0]]
  return path
end

describe("an older file", function()
  it("is not opened for reading alone, and says what to do", function()
    local path = older_file "older-ro.db"
    local ds, message, code = parley.open(path, { mode = "ro" })
    assert.is_nil(ds)
    assert.equal(("parley: cannot open '%s': it was written by an older Parley (schema 0, and this one knows %d); open "
      .. "it once with mode 'rw' to migrate it"):format(path, codebook.version), message)
    assert.equal("older", code)
  end)

  it("gets what it lacks, and keeps what it has", function()
    local path = older_file "older.db"
    local ds <close> = assert(parley.open(path))
    local fresh <close> = parley.open(":memory:")
    local talk = ds.talks:get "r2"
    assert.same({ "round", "2025-06-02", "Istanbul", "scheduled" }, { talk.kind, talk.date, talk.place, talk.status })
    assert.same({ 7, 9 }, list(ds.store, "SELECT claim FROM talks_claims WHERE claim_weight IS NOT NULL ORDER BY claim"))
    assert.same({ "a test" }, list(ds.store, "SELECT retraction FROM talks_claims WHERE claim = 8"))
    assert.same({ "kept" }, list(ds.store, "SELECT note FROM talks_claims WHERE claim = 9"))
    for _, info in ipairs(codebook.tables) do
      local function sorted(store)
        return list(store, "SELECT name FROM pragma_table_xinfo(?) ORDER BY name", info.name)
      end
      assert.same(sorted(fresh.store), sorted(ds.store), info.name)
    end
    assert.equal(columns(fresh.store, "talks_claims"), columns(ds.store, "talks_claims"))
    local indexes = "SELECT name FROM sqlite_master WHERE type = 'index' ORDER BY name"
    assert.same(list(fresh.store, indexes), list(ds.store, indexes))
    assert.equal(codebook.version, (ds.store:values "PRAGMA user_version"))
    assert.same({ "Ceasefire", "Sanctions" }, { ds.terms:get("topic/ceasefire").label, ds.terms:get("topic/sanctions").label })
  end)

  it("can be written to afterwards, and searched", function()
    local ds <close> = assert(parley.open(older_file "older-written.db"))
    assert.equal(10, ds:claim("talks", "r2", { venue = "Çırağan Palace", host = "turkiye" }, { source = "s3" }))
    assert.equal("Çırağan Palace", ds.talks:first().venue)
    assert.equal("Türkiye", ds.talks:select("host.name as host"):first().host)
    assert.equal("r2", ds.talks:search("ciragan"):first().id)
    ds:add("outcomes", { id = "o1", talk = "r2" }, { source = "s3" })
    ds:add("deliveries", { id = "x1", outcome = "o1", best = 3 }, { source = "s3" })
    assert.equal(3, ds.deliveries:first().low)
  end)

  it("lets what takes several today refer to several, and holds the other references", function()
    local path = at "older-single.db"
    local ds = assert(parley.open(path))
    ds:add("sources", { id = "s1" })
    for _, id in ipairs { "colombia", "farc" } do ds:add("parties", { id = id }, { source = "s1" }) end
    ds:add("documents", { id = "d1", author = "farc", handed_over = "2025-06" }, { source = "s1" })
    ds:add("responses", { id = "x1", party = "colombia", document = "d1" }, { source = "s1" })
    local today = ds.store:values "SELECT sql FROM sqlite_master WHERE name = 'documents'"
    ds:close()
    local store <close> = assert(core.open(path, { mode = "rw" }))
    store:exec("PRAGMA foreign_keys = OFF; CREATE TABLE kept AS SELECT * FROM documents; DROP TABLE documents;"
      .. today:gsub('"author" TEXT', '"author" TEXT REFERENCES "parties"(id) DEFERRABLE INITIALLY DEFERRED')
      .. "; INSERT INTO documents SELECT * FROM kept; DROP TABLE kept; PRAGMA user_version = 7")
    store:close()
    ds = assert(parley.open(path))
    assert.equal(today, (ds.store:values "SELECT sql FROM sqlite_master WHERE name = 'documents'"))
    ds:claim("documents", "d1", { author = "farc; colombia" }, { source = "s1", certainty = "document_seen" })
    assert.same({ "colombia; farc", "2025-06" }, { ds.documents:get("d1").author, ds.documents:get("d1").handed_over })
    assert.is_nil((ds.store:values "SELECT * FROM pragma_foreign_key_check"))
    assert.equal(1, (ds.store:values "PRAGMA foreign_keys"))
    assert.equal(1, ds.documents:where("overlaps(handed_over, '2025-06-02')"):count())
    assert.error_matches(function() ds:add("responses", { id = "x2", document = "none" }, { source = "s1" }) end,
      "no document 'none'")
    ds:close()
  end)

  it("goes through the steps of each version, once, in order", function()
    local path, ran, before = older_file "older-steps.db", {}, codebook.version
    local steps = migration.steps
    migration.steps = {}
    finally(function() codebook.version, migration.steps = before, steps end)
    for version = 1, 3 do
      migration.steps[version] = function(store)
        ran[#ran + 1] = version
        store:exec(("UPDATE talks_claims SET place = coalesce(place, '') || '%d'"):format(version))
      end
    end
    codebook.version = 3
    for _ = 1, 2 do
      local ds <close> = assert(parley.open(path))
      assert.equal("Istanbul123", ds.talks:first().place)
      assert.equal(3, (ds.store:values "PRAGMA user_version"))
    end
    assert.same({ 1, 2, 3 }, ran)
  end)

  it("is left as it was when a step fails", function()
    local path = older_file "older-failing.db"
    local steps = migration.steps
    migration.steps = {}
    finally(function() migration.steps = steps end)
    migration.steps[1] = function(store)
      store:exec "DELETE FROM talks"
      error("the step failed", 0)
    end
    local ds, message = parley.open(path)
    assert.is_nil(ds)
    assert.equal(("parley: cannot open '%s': the step failed"):format(path), message)
    local store <close> = assert(core.open(path, { mode = "ro" }))
    assert.equal(1, (store:values "SELECT count(*) FROM talks"))
    assert.equal(0, (store:values "PRAGMA user_version"))
    assert.is_nil((store:values "SELECT 1 FROM sqlite_master WHERE name = 'deliveries'"))
  end)
end)
