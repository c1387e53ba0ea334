-- parley.sync: what either dataset holds, both hold afterwards; keys stay; conflicts are told; twice is once.
-- Holds: export.sync, export.sync_mended, export.met_rows

local claims_table = require "parley.storage.claims_table"
local parley = require "parley"
local scratch = require "spec.support.scratch"
local server = require "spec.support.server"
local shards = require "spec.support.shards"

-- All that a dataset stores of a table, by key or id.
local function stored(ds, info, key)
  local d, names, types, rows = require "parley.query.sql.dialect".of(ds.store), {}, {}, {}
  for i, column in ipairs(info.columns) do names[i], types[i] = column.name, column.type end
  local quoted = {}
  for i, name in ipairs(names) do quoted[i] = d.quote(name) end
  for row in ds.store:rows(("SELECT %s FROM %s"):format(table.concat(quoted, ", "), d.quote(info.name)), nil, names, types) do
    rows[row[key]] = row
  end
  return rows
end

local function assert_alike(a, b)
  for _, name in ipairs(a:tables()) do
    local info, other = a:table_info(name), b:table_info(name)
    assert.equal(#info.columns, #other.columns, name)
    assert.same(stored(a, info, "id"), stored(b, info, "id"), name)
    if info.claims then
      local claims = claims_table.info(info)
      assert.same(stored(a, claims, "claim"), stored(b, claims, "claim"), name)
    end
  end
end

-- A dataset with a source and a talk, of which others are copies.
local function begin(ds)
  ds:add("sources", { id = "s1", published = "2025-06-02", title = "Daily Beacon" })
  ds:add("talks", { id = "r1", place = "Lund" }, { source = "s1", coder = "anna" })
  return ds
end

-- Each test is made with two kinds of datasets.
local function about(describe_it, name, make)
  describe_it(name, function()
    local a, b, close, folder, remove

    before_each(function()
      a, b, close = make()
      folder, remove = scratch.folder()
    end)
    after_each(function()
      close()
      remove()
    end)

    local function sync(options) return assert(parley.sync(a, b, options)) end

    it("brings what either has to the other, with its keys, and changes nothing the second time", function()
      begin(a)
      local report = sync()
      assert.equal(2, report.changes:where("what = 'claims'"):sum "to_b")
      assert_alike(a, b)
      local key = a:claim("talks", "r1", { place = "Oslo" }, { source = "s1", coder = "ben", locator = "p2" })
      sync()
      assert_alike(a, b)
      local prefer = b:prefer(key, "the minutes say so")
      b:import("events", parley.frame { { id = "e1", date = "2025-06-03", quad = 2 }, { id = "e2" } }, { source = "s1" })
      b:add("terms", { id = "venue_kind/tent", vocabulary = "venue_kind", code = "tent", label = "a tent" })
      report = sync()
      assert.equal(1, report.changes:where("what = 'retractions'"):sum "to_a")
      assert.equal("Oslo", a.talks:get("r1").place)
      assert.equal(2, a.events:count())
      assert_alike(a, b)
      assert.is_true(a:retract(prefer, "misread") == prefer)
      sync()
      assert_alike(a, b)
      assert.equal(0, sync().changes:count())
      assert.equal(0, sync { plan = true }.conflicts:count())
      assert.is_true(a:claim("talks", "r1", { place = "Umea" }, { source = "s1" }) > prefer)
    end)

    it("works out anew what follows from both", function()
      begin(a)
      sync()
      a:claim("sources", "s1", { published = "2025-05-01" }, { source = "s1", certainty = "on_record_quote" })
      b:add("sources", { id = "s2", published = "2025-06-09", rests_on = "s1" })
      b:claim("talks", "r1", { place = "Malmo" }, { source = "s2" })
      b:claim("talks", "r1", { date = "2025-06-01" }, { source = "s1" })
      local options = { renumber = "b" }
      local nothing, message, code = parley.sync(a, b)
      assert.same({ nil, "exists" }, { nothing, code })
      assert.is_truthy(message:find("claim ", 1, true) and message:find("renumber", 1, true), message)
      sync(options)
      assert_alike(a, b)
      assert.equal(0, sync().changes:count())
      local before = stored(a, a:table_info "talks", "id")
      require("parley.storage.statements.stored_rows").resolve_all(a.store, a:table_info "talks")
      assert.same(before, stored(a, a:table_info "talks", "id"))
      assert.equal(a.sources:get("s1").published, a.talks:claims():where("source = 's1' and date is not nil"):all()[1].reported)
    end)

    it("tells of conflicts, writes nothing, and gives new keys where that is said", function()
      begin(a)
      sync()
      local first = a:claim("talks", "r1", { place = "Oslo" }, { source = "s1", coder = "anna" })
      local second = a:amend(first, { place = "Bergen" }, "misread")
      assert.equal(first, b:add("people", { id = "p1", name = "Ann" }, { source = "s1", coder = "ben" }))
      b:claim("people", "p1", { name = "Anne" }, { source = "s1", coder = "ben" })
      local plan = sync { plan = true }
      assert.equal(2, plan.conflicts:count())
      local _, message, code = parley.sync(a, b)
      assert.equal("exists", code)
      for _, word in ipairs { tostring(first), "talks r1", "people p1", "anna", "ben", "renumber" } do
        assert.is_truthy(message:find(word, 1, true), message)
      end
      assert.equal(0, a.people:count())
      sync { renumber = "a" }
      assert_alike(a, b)
      assert.equal("Bergen", b.talks:get("r1").place)
      assert.equal(2, b.people:claims():count())
      local restating = b.talks:claims():where("place = 'Bergen'"):all()[1]
      assert.is_true(restating.claim > second)
      assert.is_true(restating.restates > second)
      assert.equal(0, sync().changes:count())
    end)

    it("takes columns of one's own along, and refuses two of one name", function()
      begin(a)
      a:add_column("talks", "seats", { type = "integer" })
      a:claim("talks", "r1", { seats = 12 }, { source = "s1" })
      sync()
      assert.equal(12, b.talks:get("r1").seats)
      assert_alike(a, b)
      a:add_column("talks", "hours", { type = "integer" })
      b:add_column("talks", "hours", { type = "number" })
      local _, message, code = parley.sync(a, b)
      assert.equal("exists", code)
      assert.is_truthy(message:find("talks.hours", 1, true))
    end)

    it("refuses rows that read otherwise, by name", function()
      begin(a)
      sync()
      for ds, quad in pairs { [a] = 1, [b] = 2 } do
        ds:import("events", parley.frame { { id = "e1", quad = quad } }, { source = "s1" })
      end
      local _, message, code = parley.sync(a, b)
      assert.equal("exists", code)
      assert.is_truthy(message:find("events 'e1'", 1, true) and message:find("quad = 1", 1, true), message)
      assert.equal("exists", (select(3, parley.sync(a, b, { renumber = "a" }))))
    end)

    it("takes along what was mended of a file, so that either knows the file when it comes again", function()
      begin(a)
      local path, given = scratch.file(folder "talks.csv", "id,place\nr7,\xef\xbf\xbd\nr8,Turku\n,Visby\n"), { source = "s1" }
      assert.equal(1, assert(a:import("talks", path, given)).quarantined)
      assert.equal(1, a:requeue(function(row) row.id = "r9" end).added)
      local report = sync { plan = true }
      assert.same({ 0, 1 }, { report.changes:where("what = 'mended'"):sum "to_a", report.changes:where("what = 'mended'")
        :sum "to_b" })
      sync()
      assert_alike(a, b)
      for _, ds in ipairs { a, b } do
        local again = assert(ds:import("talks", path, given))
        assert.same({ 0, 0, 3, 0 }, scratch.counts(again))
      end
      assert.equal(0, sync().changes:count())
      a:claim("talks", "r1", { place = "Oslo" }, { source = "s1" })          -- then one key means two claims
      b:claim("talks", "r1", { place = "Umea" }, { source = "s1" })
      sync { renumber = "a" }
      assert.equal(0, sync().changes:count())
      for _, ds in ipairs { a, b } do assert.same({ 0, 0, 3, 0 }, scratch.counts(assert(ds:import("talks", path, given)))) end
    end)

    it("keeps nothing on either side where one cannot be written", function()
      begin(a)
      b:add("sources", { id = "s9", published = "2025-06-09" })
      local keys = require "parley.storage.statements.claim_lookup"
      local set = keys.set_last_key
      keys.set_last_key = function() error "stopped" end
      local nothing = parley.sync(a, b, { renumber = "b" })
      keys.set_last_key = set
      assert.is_nil(nothing)
      assert.equal(0, b.talks:count())
      assert.equal(1, a.sources:count())
      sync { renumber = "b" }
      assert_alike(a, b)
    end)
  end)
end

about(describe, "sync of two files", function()
  local folder, remove = scratch.folder()
  local a, b = assert(parley.open(folder "a.db")), assert(parley.open(folder "b.db"))
  return a, b, function()
    a:close()
    b:close()
    remove()
  end
end)

about(server.needed(describe, it, pending), "sync of a file and a server #server", function()
  local b, schema = shards.dataset()
  local a = parley.open ":memory:"
  return a, b, function()
    shards.drop(b, schema)
    a:close()
  end
end)

describe("sync", function()
  -- Bytes of Lua at most, beside what was there before, while rows of one dataset go to an empty one.
  local function most_memory(rows)
    local folder, remove = scratch.folder()
    local a, b = assert(parley.open(folder "a.db")), assert(parley.open(folder "b.db"))
    begin(a)
    local at = 0
    assert(a:import("events", function()
      at = at + 1
      return at <= rows and { id = ("e%06d"):format(at), quad = 1, place = ("x"):rep(100) .. at } or nil
    end, { source = "s1" }))
    collectgarbage()
    collectgarbage()
    local before, most = collectgarbage "count", 0
    debug.sethook(function()
      collectgarbage()
      most = math.max(most, collectgarbage "count")
    end, "", 200000)
    assert(parley.sync(a, b))
    debug.sethook()
    assert.equal(rows, b.events:count())
    a:close()
    b:close()
    remove()
    return most - before
  end

  it("takes no more memory for more rows", function()
    most_memory(100)          -- has all be loaded
    local few, many = most_memory(4000), most_memory(16000)
    assert.is_true(many < few + 500, few .. " and " .. many .. " KiB")
  end)

  it("takes paths, and says what it does not take", function()
    local folder, remove = scratch.folder()
    begin(assert(parley.open(folder "a.db"))):close()
    parley.open(folder "b.db"):close()
    assert(parley.sync(folder "a.db", folder "b.db"))
    local b = assert(parley.open(folder "b.db"))
    assert.equal("Lund", b.talks:get("r1").place)
    local function code(...) return select(2, pcall(parley.sync, ...)).code end
    assert.equal("missing_file", (select(3, parley.sync(folder "a.db", folder "c.db"))))
    assert.equal("bad_argument", code(b, b))
    assert.equal("bad_argument", code(b, folder "b.db"))
    assert.equal("bad_type", code(b, 3))
    assert.equal("read_only", code(b, parley.open()))
    assert.equal("no_option", code(b, folder "a.db", { side = "a" }))
    assert.equal("no_name", code(b, folder "a.db", { renumber = "c" }))
    assert.equal("in_transaction", select(2, pcall(b.atomic, b, parley.sync, b, folder "a.db")).code)
    b:close()
    remove()
  end)
end)
