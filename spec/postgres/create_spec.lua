-- parley.create: a dataset in a schema of a server, empty or with all that another holds; all of it or nothing.
-- Holds: storage.copying, storage.create_on_server, storage.statements.sent_rows,
-- query.sql.dialect.postgres_words

local claims_table = require "parley.storage.claims_table"
local copying = require "parley.storage.copying"
local errors = require "parley.base.errors"
local parley = require "parley"
local scratch = require "spec.support.scratch"
local server = require "spec.support.server"

local count = 0

-- The address of a schema that nobody has, and its name.
local function address_of(name)
  count = count + 1
  name = name or ("spec_create_%d_%d"):format(os.time(), count)
  local found = server.address()
  local encoded = name:gsub("[^%w_]", function(sign) return ("%%%02X"):format(sign:byte()) end)
  return found .. (found:find("?", 1, true) and "&" or "?") .. "schema=" .. encoded, name
end

local function drop(ds, name)
  ds.store:exec(("SET client_min_messages = error; DROP SCHEMA %s CASCADE"):format(ds.store.dialect.quote(name)))
  ds:close()
end

-- Rows of a store's table with these columns, by the first of them.
local function stored(store, name, columns)
  local d, quoted = store.dialect or require "parley.query.sql.dialect.sqlite", {}
  for i, column in ipairs(columns) do quoted[i] = d.quote(column.name) end
  local types, rows = {}, {}
  for i, column in ipairs(columns) do types[i] = column.type end
  for row in store:rows(("SELECT %s FROM %s"):format(table.concat(quoted, ", "), d.quote(name)), nil, nil, types) do
    rows[row[columns[1].name]] = row
  end
  return rows
end

local function assert_same(from, to)
  for _, name in ipairs(from:tables()) do
    local info = from:table_info(name)
    assert.same(stored(from.store, name, info.columns), stored(to.store, name, info.columns), name)
    if info.claims then
      local claims = claims_table.info(info)
      assert.same(stored(from.store, claims.name, claims.columns), stored(to.store, claims.name, claims.columns))
    end
  end
end

-- How many rows the server plans with: -1 until it has looked.
local function known(ds, name)
  return (ds.store:values("SELECT CAST(reltuples AS bigint) FROM pg_class WHERE oid = to_regclass($1)",
    { n = 1, name }))
end

local needed = server.needed(describe, it, pending)

needed("parley.create #server", function()
  it("takes the words of a file along, and finds those that it has no index of", function()
    local at <const>, remove = scratch.folder()
    local file = assert(parley.open(at "words.db"))
    file:add("sources", { id = "s1", title = "Daily Beacon", published = "2025-06-02" })
    file:add("talks", { id = "r1", date = "2025-06", place = "Lund", purpose = "Çırağan, l'été 1,500" }, { source = "s1" })
    file:add("statements", { id = "t1", text = "A corridor for grain" }, { source = "s1" })
    file:import("events", scratch.file(at "events.csv", "id,date,text\ne1,2025-06-02,Harbour closed\n"))
    file.store:exec "DELETE FROM search_text WHERE tbl = 'statements'"
    local address, name = address_of()
    local ds = assert(parley.create(address, { from = file }))
    for _, words in ipairs { "ciragan", "1500", "ete", "corridor", "harbour", "beacon", "ceasefire" } do
      local here, there = file:search(words):select("table", "id"):all(), ds:search(words):select("table", "id"):all()
      if words == "corridor" then here = { { table = "statements", id = "t1" } } end
      table.sort(here, function(x, y) return x.id < y.id end)
      table.sort(there, function(x, y) return x.id < y.id end)
      assert.same(here, there, words)
    end
    file:close()
    drop(ds, name)
    remove()
  end)

  it("makes an empty dataset, which opens again and takes claims", function()
    local address, name = address_of()
    local ds = assert(parley.create(address))
    assert.equal(parley.open(":memory:").terms:count(), ds.terms:count())
    assert.equal(0, ds.talks:count())
    local rows = {}
    for i = 1, 10000 do rows[i] = { id = "e" .. i, date = "2025-06-02" } end
    assert.equal(10000, assert(ds:import("events", parley.frame(rows))).added)
    assert.equal(10000, known(ds, "events"))
    assert.equal(-1, known(ds, "talks"))
    ds:add("sources", { id = "s1", title = "Daily Beacon", published = "2025-06-02" })
    ds:add("talks", { id = "r1", date = "2025-06", place = "Lund" }, { source = "s1" })
    local again = assert(parley.open(address))
    assert.equal("Lund", again.talks:get("r1").place)
    again:close()
    drop(ds, name)
  end)

  it("copies a dataset: claims keep their keys, rows are the same, and new claims get new keys", function()
    local address, name = address_of()
    local from = parley.open()
    local ds = assert(parley.create(address, { from = from }))
    assert_same(from, ds)
    assert.equal(from.demands:count(), known(ds, "demands"))
    local last = from.store:values "SELECT max(claim) FROM claim_keys"
    assert.is_true(ds:claim("talks", from.talks:all()[1].id, { place = "Lund" }, { source = from.sources:all()[1].id })
      > last)
    drop(ds, name)
  end)

  it("takes a folder that was dumped, as parley.load does", function()
    local folder, remove = scratch.folder()
    finally(remove)
    local from = assert(parley.open())
    assert(from:dump(folder "dumped"))
    local address, name = address_of()
    local ds = assert(parley.load(folder "dumped", address))
    assert.same(from.demands:sort("id"):all(), ds.demands:sort("id"):all())
    assert.equal(#from.demands:claims():all(), #ds.demands:claims():all())
    local nothing, message, code = parley.load(folder "dumped", address)
    assert.same({ nil, "exists" }, { nothing, code }, message)
    assert.is_nil((parley.load(folder "nowhere", address)))
    drop(ds, name)
    from:close()
  end)

  it("copies columns of one's own, and rows set aside", function()
    local folder, remove = scratch.folder()
    local address, name = address_of()
    local path = folder "mine.db"
    local from = assert(parley.open(path))
    from:add_column("talks", "hours", { type = "number" })
    from:add("sources", { id = "s1", published = "2025-06-02" })
    from:add("talks", { id = "r1", hours = 2.5 }, { source = "s1" })
    from:import("talks", scratch.file(folder "talks.csv", "id,kind\nr2,round\nr3,rond\n"),
      { source = "s1", on_error = "quarantine" })
    from:close()
    local ds = assert(parley.create(address, { from = path }))
    from = assert(parley.open(path))
    assert_same(from, ds)
    assert.equal(2.5, ds.talks:get("r1").hours)
    assert.equal(1, ds.quarantine:count())
    from:close()
    drop(ds, name)
    remove()
  end)

  it("refuses a schema that holds something, and leaves it alone", function()
    local address, name = address_of()
    local ds = assert(parley.create(address))
    local nothing, message, code = parley.create(address)
    assert.same({ nil, "exists" }, { nothing, code })
    assert.is_truthy(tostring(message):find(name, 1, true))
    assert.equal(0, ds.talks:count())
    ds.store:exec "CREATE SCHEMA spec_strange; CREATE TABLE spec_strange.t (n integer)"
    assert.equal("exists", (select(3, parley.create((address_of "spec_strange")))))
    ds.store:exec "SET client_min_messages = error; DROP SCHEMA spec_strange CASCADE"
    drop(ds, name)
  end)

  it("leaves nothing where it fails", function()
    local address, name = address_of()
    local all = copying.all
    copying.all = function(...)
      all(...)
      errors.raise("bad_argument.create_address")
    end
    local done, code = pcall(function() return (select(3, parley.create(address, { from = parley.open() }))) end)
    copying.all = all
    assert.same({ true, "bad_argument" }, { done, code })
    assert.equal("no_name", (select(3, parley.open(address))))
    local ds = assert(parley.create(address))
    drop(ds, name)
  end)

  it("takes names with capitals, blanks, quotes and semicolons", function()
    local address, name = address_of [[My "Talks"; DROP x]]
    local ds = assert(parley.create(address))
    local again = assert(parley.open(address))
    assert.equal(0, again.talks:count())
    again:close()
    drop(ds, name)
  end)
end)

describe("parley.create without a server", function()
  local function code_of(...) return select(2, pcall(parley.create, ...)).code end

  it("says what it takes", function()
    assert.equal("bad_argument", code_of("mine.db"))
    assert.equal("bad_argument", code_of(nil))
    assert.equal("no_option", code_of("postgresql://nowhere/x", { form = "y" }))
    assert.equal("bad_type", code_of("postgresql://nowhere/x", { from = 3 }))
    assert.equal("read_only", code_of("postgresql://nowhere/x", { from = parley.open():as_of "2025-06-02" }))
    assert.equal("missing_folder", (select(3, parley.create("postgresql://nowhere/x", { from = "nowhere/a.db" }))))
  end)
end)
