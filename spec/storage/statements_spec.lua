-- Named statements: what each gives and changes, on a small dataset.
-- Holds: storage.statements.rows, storage.statements.claims, storage.statements.claim_keys,
-- storage.statements.claim_lookup, storage.statements.terms,
-- storage.statements.days, storage.statements.seen_rows, storage.statements.followed_claims, storage.statements.quarantine

local claim_lookup = require "parley.storage.statements.claim_lookup"
local claim_keys = require "parley.storage.statements.claim_keys"
local claims = require "parley.storage.statements.claims"
local followed_claims = require "parley.storage.statements.followed_claims"
local parley = require "parley"
local quarantine = require "parley.storage.statements.quarantine"
local rows = require "parley.storage.statements.rows"
local seen_rows = require "parley.storage.statements.seen_rows"
local stored_rows = require "parley.storage.statements.stored_rows"
local terms = require "parley.storage.statements.terms"

local ds, store, talks

local function collected(step, ...)
  local list = {}
  for a, b in step, ... do list[#list + 1] = b == nil and a or { a, b } end
  return list
end

before_each(function()
  ds = parley.open ":memory:"
  store, talks = ds.store, ds.schema.by_name.talks
  ds:add("sources", { id = "s2", title = "Later", published = "2025-07" })
  ds:add("sources", { id = "s1", title = "Earlier", published = "2025-06" })
  ds:add("sources", { id = "s3", title = "Undated" })
  ds:add("processes", { id = "p1" }, { source = "s1" })
  ds:add("talks", { id = "r1", place = "Oslo", process = "p1" }, { source = "s1" })
  ds:add("talks", { id = "r2" }, { source = "s2" })
end)
after_each(function() ds:close() end)

describe("statements about rows", function()
  it("look them up", function()
    assert.same({ true, false }, { rows.exists(store, "talks", "r1"), rows.exists(store, "talks", "r9") })
    assert.same({ true, false }, { rows.any(store, "talks"), rows.any(store, "demands") })
    assert.equal(2, rows.count(store, "talks"))
    assert.equal("Oslo", rows.value(store, "talks", "place", "r1"))
    assert.is_nil(rows.value(store, "talks", "place", "r2"))
    assert.equal("r1", rows.referring(store, "talks", "process", "p1"))
    assert.is_nil(rows.referring(store, "talks", "process", "p2"))
  end)

  it("give them in the order of their ids", function()
    assert.same({ { "r1", "Oslo" }, "r2" }, collected(rows.each(store, "talks", { "id", "place" })))
    assert.same({ "r1" }, collected(rows.each(store, "talks", { "id" }, { with = "place" })))
    assert.same({ "s1", "s2" }, collected(rows.each(store, "sources", { "id" }, { most = 2 })))
  end)

  it("give sources, the earlier published one first", function()
    local list = {}
    for source in rows.sources(store, { "id" }, { "s3", "s2", "s1" }) do list[#list + 1] = source.id end
    assert.same({ "s1", "s2", "s3" }, list)
  end)
end)

describe("statements about claims", function()
  it("give keys that no other claim has", function()
    local next_key = claim_keys.next_key(store)
    assert.equal(next_key, claim_keys.reserve_key(store))
    assert.equal(next_key + 1, claim_keys.new_key(store, "talks"))
    assert.equal("talks", claim_lookup.table_of_key(store, next_key + 1))
    assert.is_nil(claim_lookup.table_of_key(store, next_key))
  end)

  it("store, find and retract one, whose row stays", function()
    local key = claim_keys.new_key(store, "talks")
    claims.insert(store, talks, key, "r3", { place = "Rome" }, { source = "s2" })
    assert.equal("r3", (claim_lookup.find(store, talks, key)))
    assert.is_true(claim_lookup.is_about(store, talks, "r3", true))
    claims.retract(store, talks, key, "2025-08-01", "a slip")
    local id, at, reason = claim_lookup.find(store, talks, key)
    assert.same({ "r3", "2025-08-01", "a slip" }, { id, at, reason })
    assert.same({ true, false },
      { claim_lookup.is_about(store, talks, "r3"), claim_lookup.is_about(store, talks, "r3", true) })
  end)

  it("tell what refers to a thing, which claim has no source, and what has been said", function()
    assert.equal("r1", (claim_lookup.referring(store, talks, { stored = "process" }, "p1")))
    assert.is_nil(claim_lookup.without_source(store, talks))
    local key = claim_keys.new_key(store, "talks")
    claims.insert(store, talks, key, "r1", { place = "Bergen" }, { source = "gone" })
    assert.same({ key, "gone" }, { claim_lookup.without_source(store, talks) })
    local places = {}
    local said = claim_lookup.said(store, talks, { "place", "claim" }, { "place", "claim" }, { "text", "integer" })
    for one in said "r1" do places[one.place] = one.claim end
    assert.equal(key, places.Bergen)
    assert.is_truthy(places.Oslo)
  end)
end)

describe("resolution", function()
  local function written(act)
    local before = store:values "SELECT total_changes()"
    act()
    return store:values "SELECT total_changes()" - before
  end

  it("writes the rows that change, and no others", function()
    assert.equal(0, written(function() stored_rows.resolve_all(store, talks) end))
    assert.equal(0, written(function() stored_rows.resolve_ids(store, talks, { "r1" }) end))
    local key = claim_keys.new_key(store, "talks")
    claims.insert(store, talks, key, "r2", { place = "Rome" }, { source = "s2" })
    assert.equal(1, written(function() stored_rows.resolve_ids(store, talks, { "r1", "r2" }) end))
    assert.equal("Rome", rows.value(store, "talks", "place", "r2"))
    claims.retract(store, talks, key, "2025-08-01")
    assert.equal(1, written(function() stored_rows.resolve_all(store, talks) end))
    assert.is_nil(rows.value(store, "talks", "place", "r2"))
  end)

  it("takes away the row of a thing without claims, alone or among others", function()
    local function gone(id, resolve)
      local key = claim_keys.new_key(store, "talks")
      claims.insert(store, talks, key, id, { place = "Rome" }, { source = "s2" })
      stored_rows.resolve_ids(store, talks, { id })
      assert.is_true(rows.exists(store, "talks", id))
      claims.retract(store, talks, key, "2025-08-01")
      assert.equal(1, written(resolve))
      assert.is_false(rows.exists(store, "talks", id))
    end
    gone("r4", function() stored_rows.resolve_ids(store, talks, { "r4" }) end)
    gone("r5", function() stored_rows.resolve_ids(store, talks, { "r1", "r5" }) end)
    gone("r6", function() stored_rows.resolve_all(store, talks) end)
  end)
end)

describe("statements about words", function()
  it("give those that the file has, of one vocabulary", function()
    assert.same({}, collected(terms.codes(store, "venues")))
    ds:add("terms", { id = "b", vocabulary = "venues", code = "barn" })
    ds:add("terms", { id = "a", vocabulary = "venues", code = "attic" })
    ds:add("terms", { id = "c", vocabulary = "others", code = "cellar" })
    assert.same({ "attic", "barn" }, collected(terms.codes(store, "venues")))
  end)
end)

describe("statements of an import", function()
  it("count rows that were seen", function()
    seen_rows.begin(store)
    seen_rows.add(store, "a")
    seen_rows.add(store, "a")
    local taken = {}
    for i = 1, 3 do taken[i] = seen_rows.take(store, "a") end
    assert.same({ true, true, false }, taken)
    assert.is_false(seen_rows.take(store, "b"))
    seen_rows.finish(store)
    assert.is_false(pcall(seen_rows.take, store, "a"))
  end)

  it("note how far it has followed a source", function()
    followed_claims.begin(store)
    followed_claims.put(store, "talks", "r1", "s1", "place", 4, 1)
    followed_claims.put(store, "talks", "r1", "s1", "place", 5, 2)
    followed_claims.put(store, "talks", "r2", "s1", "date", 6, 2)
    assert.same({ { "place", 5 } }, collected(followed_claims.of(store, "talks", "r1", "s1")))
    assert.same({ { "talks", "r1", "s1" }, { "talks", "r2", "s1" } }, followed_claims.page(store))
    assert.same({ { "talks", "r2", "s1" } }, followed_claims.page(store, "talks", "r1", "s1"))
    followed_claims.finish(store)
  end)

  it("set rows aside, find them again and take them out", function()
    local function put(id, file, line)
      quarantine.put(store, { id = id, table = "talks", file = file, line = line, reason = "odd", raw = id .. ",x",
        import = "{}" })
    end
    local function ids(...)
      local list = {}
      for row in quarantine.list(store, ...) do list[#list + 1] = row.id end
      return list
    end
    put("b", "f.csv", 3)
    put("a", "f.csv", 2)
    put("c", "g.csv", 2)
    put("a", "f.csv", 2)
    assert.same({ "a", "b", "c" }, ids())
    assert.same({ "a", "b" }, ids("talks", "f.csv"))
    assert.same({}, ids "demands")
    local file, line = quarantine.find(store, "b")
    assert.same({ "f.csv", 3 }, { file, line })
    quarantine.remove(store, "a")
    quarantine.clear(store, "talks", "g.csv")
    assert.same({ "b" }, ids())
  end)

  it("remember rows that were mended, once each", function()
    assert.is_false(quarantine.any_mended(store))
    quarantine.remember_mended(store, "talks", "f.csv", "a,x", "[1]")
    quarantine.remember_mended(store, "talks", "f.csv", "a,x", "[2]")
    assert.is_true(quarantine.any_mended(store))
    assert.same({ true, "[1]" }, { quarantine.mended(store, "talks", "f.csv", "a,x") })
    assert.is_false((quarantine.mended(store, "talks", "f.csv", "b,x")))
  end)
end)
