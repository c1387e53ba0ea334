-- Content ids: equal for what is claimed alike, whatever file, key, order or time; another one for anything else.
-- Holds: claims.claim_fields, base.byte_order

local byte_order = require "parley.base.byte_order"
local content_ids = require "parley.claims.content_ids"
local core = require "parley.core"
local parley = require "parley"
local schema = require "parley.storage.schema"
local second = require "spec.support.second"
local server = require "spec.support.server"

-- Content ids of all claims, by key, and how often each stands there.
local function ids_of(ds)
  local by_key, count, total = {}, {}, 0
  local ids = content_ids.new(ds.store)
  for _, info in ipairs(schema.tables(ds.schema)) do
    if info.claims then
      for row, id in ids:each(info) do
        by_key[row.claim], count[id], total = id, (count[id] or 0) + 1, total + 1
      end
    end
  end
  return by_key, count, total
end

local function begin(ds)
  ds:add("sources", { id = "s1", published = "2025-06-02", title = "Daily Beacon" })
  ds:add("talks", { id = "r1", place = "Lund", round = 2 }, { source = "s1", coder = "anna" })
  return ds
end

describe("content ids", function()
  it("are known for known contents", function()
    local by_key = ids_of(begin(parley.open ":memory:"))
    assert.same({ "2883b0bada97e725ab3960ef05d8c8f3", "733a62d554e4a8436140e78ccac04348" }, by_key)
  end)

  it("tell apart whatever is claimed, and nothing else", function()
    local base = { source = "s1", coder = "anna", recorded_at = "2026-01-01T00:00:00Z" }
    local function id_of(values, provenance, before)
      local ds = begin(parley.open ":memory:")
      for _ = 1, before or 0 do ds:claim("talks", "r1", { venue = "x" }, { source = "s1", locator = "p" }) end
      local given = {}
      for name, value in pairs(base) do given[name] = value end
      for name, value in pairs(provenance or {}) do given[name] = value or nil end
      local key = ds:claim("talks", "r1", values, given)
      return ids_of(ds)[key]
    end
    local plain = id_of { place = "Oslo" }
    local others = { id_of { place = "Oslo", round = 1 }, id_of { place = "oslo" }, id_of { venue = "Oslo" },
      id_of({ place = "Oslo" }, { coder = "ben" }), id_of({ place = "Oslo" }, { locator = "p2" }),
      id_of({ place = "Oslo" }, { said_by = "ann" }), id_of({ place = "Oslo" }, { certainty = "inferred" }),
      id_of({ place = "Oslo" }, { reported = "2025-06-03" }), id_of({ place = "Oslo" }, { note = "n" }),
      id_of({ place = "Oslo" }, { rank = "preferred" }) }
    local seen = { [plain] = true }
    for i, id in ipairs(others) do
      assert.is_nil(seen[id], i)
      seen[id] = true
    end
    assert.equal(plain, id_of({ place = "Oslo" }, { recorded_at = "2027-01-01T00:00:00Z" }, 0))
    assert.equal(id_of({ place = "Oslo" }, nil, 2), id_of({ place = "Oslo" }, nil, 0))
  end)

  it("follow restatements, and are two for two claims that are alike", function()
    local function made(before)
      local ds = begin(parley.open ":memory:")
      for _ = 1, before do ds:retract(ds:claim("talks", "r1", { venue = "x" }, { source = "s1" })) end
      local key = ds:claim("talks", "r1", { place = "Oslo" }, { source = "s1" })
      local twice = ds:claim("talks", "r1", { place = "Oslo" }, { source = "s1" })
      local new = ds:amend(key, { place = "Umea" }, "misread")
      local again = ds:amend(new, { place = "Oslo" }, "read rightly")
      local ids = ids_of(ds)
      return { ids[key], ids[twice], ids[new], ids[again] }
    end
    local one = made(0)
    assert.same(one, made(3))
    local seen = {}
    for _, id in ipairs(one) do
      assert.is_nil(seen[id])
      seen[id] = true
    end
  end)

  it("are the same whoever takes a claim back, and of a decision whatever the keys are", function()
    local function made(before)
      local ds = begin(parley.open ":memory:")
      for _ = 1, before do ds:claim("talks", "r1", { venue = "x" }, { source = "s1", locator = "p" }) end
      local key = ds:claim("talks", "r1", { place = "Oslo" }, { source = "s1" })
      local decided = ds:as_coder("edda"):adjudicate("talks", "r1", "place", key, "so")
      local ids = ids_of(ds)
      ds:as_coder("anna"):retract(2)
      assert.equal(ids[2], ids_of(ds)[2])
      return { ids[key], ids[decided] }
    end
    assert.same(made(0), made(2))
  end)

  -- A dump gives its claims other keys.
  local function sorted(ids)
    local list = {}
    for _, id in pairs(ids) do list[#list + 1] = id end
    table.sort(list)
    return list
  end

  it("outlive a dump, a copy, a retraction and a column that is added", function()
    local ds = second.open()
    local before, count, total = ids_of(ds)
    for _, n in pairs(count) do assert.equal(1, n) end
    assert.is_true(total > 100)
    local path, remove = require("spec.support.scratch").folder()
    assert(ds:dump(path "dump"))
    assert.same(sorted(before), sorted((ids_of(assert(parley.load(path "dump"))))))
    ds:add_column("talks", "seats", { type = "integer", meaning = "chairs" })
    ds:retract(ds.outcomes:where "id = 'o1-detainees'":claims():first().claim, "a test")
    assert.same(before, (ids_of(ds)))
    remove()
  end)

  it("do not hang on the locale", function()
    local list = byte_order.sort { "b", "a_b", "ab", "B", "é", "a" }
    assert.same({ "B", "a", "a_b", "ab", "b", "é" }, list)
    assert.is_true(byte_order.before("", "a"))
    local a = core.content_id("x", { n = 1.5 }, { "n" })
    local was = os.setlocale(nil, "numeric")
    for _, name in ipairs { "de_DE.UTF-8", "fr_FR.UTF-8", "C" } do
      os.setlocale(name, "numeric")
      assert.equal(a, core.content_id("x", { n = 1.5 }, { "n" }))
    end
    os.setlocale(was, "numeric")
    assert.not_equal(a, core.content_id("x", { n = "1.5" }, { "n" }))
    assert.not_equal(core.content_id("x", { n = 1 }, { "n" }), core.content_id("x", { n = 1.0 }, { "n" }))
    assert.not_equal(core.content_id("x", { n = true }, { "n" }), core.content_id("x", { n = "true" }, { "n" }))
  end)
end)

server.needed(describe, it, pending)("content ids on a server", function()
  it("are those of the file", function()
    local ds, schema_name = second.open(), ("ids_%d"):format(math.random(1 << 30))
    local there = assert(parley.create(server.address() .. "?schema=" .. schema_name, { from = ds }))
    assert.same((ids_of(ds)), (ids_of(there)))
    server.drop(there.store, schema_name)
    there:close()
  end)
end)
