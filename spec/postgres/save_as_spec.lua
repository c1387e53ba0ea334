-- save_as() of a dataset on a server: a file with all of it, as it is at one moment, and the way back.
-- Holds: storage.copy_to_file

local copying = require "parley.storage.copying"
local parley = require "parley"
local schema = require "parley.storage.schema"
local scratch = require "spec.support.scratch"
local server = require "spec.support.server"
local server_dataset = require "spec.support.server_dataset"

-- All that the tables of a store hold, computed columns too, by table: rows as texts, sorted.
local function contents(ds)
  local store, all = ds.store, {}
  local d = store.dialect or require "parley.query.sql.dialect.sqlite"
  local function take(name, columns, types)
    local rows = {}
    for i, column in ipairs(columns) do columns[i] = d.quote(column) end
    local next_row, state, control, _ <close> = store:each(("SELECT %s FROM %s"):format(table.concat(columns, ", "),
      d.quote(name)), nil, types)
    local function put(...)
      if ... == nil then return nil end
      local cells = table.pack(...)
      for i = 1, cells.n do cells[i] = tostring(cells[i]) end
      rows[#rows + 1] = table.concat(cells, "|")
      return ...
    end
    repeat control = put(next_row(state, control)) until control == nil
    table.sort(rows)
    all[name] = rows
  end
  local keys = { "claim", "table" }
  take("claim_keys", keys, { "integer", "text" })
  for _, info in ipairs(schema.tables(ds.schema)) do
    local function both(columns, given)
      local names, types = { "id" }, { "text" }
      local known = { source_day = "boolean" }
      for _, column in ipairs(info.columns) do known[given and column.claim_name or column.name] = column.type end
      for _, column in ipairs(columns) do
        names[#names + 1] = column.name
        types[#types + 1] = known[column.name]
          or (column.declaration or ""):lower():match "^%a+" == "text" and "text" or "integer"
      end
      return names, types
    end
    take(info.name, both(schema.thing_columns(d, info)))
    if info.claims then
      local names, types = both(schema.claim_columns(d, info), true)
      for _, more in ipairs { { "claim", "integer" }, { "claim_weight", "integer" }, { "state_weight", "integer" },
        { "voice", "text" } } do
        names[#names + 1], types[#types + 1] = more[1], more[2]
      end
      take(schema.claims_name(info.name), names, types)
    end
  end
  return all
end

-- By the first row that differs, as there are many.
local function assert_same(a, b)
  for name, rows in pairs(a) do
    assert.equal(#rows, #b[name], name)
    for i, row in ipairs(rows) do assert.equal(row, b[name][i], name) end
  end
end

server.needed(describe, it, pending)("save_as() from a server #server", function()
  local at, remove, made
  before_each(function() at, remove = scratch.folder() end)
  after_each(function()
    if made then made:drop() end
    made = nil
    remove()
  end)

  it("and parley.create back give the same in every table", function()
    local first = at "first.db"
    assert(parley.open():save_as(first))
    local file = assert(parley.open(first))
    file:add_column("talks", "hours", { type = "number" })
    file:claim("talks", file.talks:first().id, { hours = 2.5 }, { source = "s1" })
    file:retract(file:claim("talks", file.talks:first().id, { hours = 3 }, { source = "s2" }), "misread")
    file:import("talks", scratch.file(at "talks.csv", "id,kind\nx1,round\nx2,rond\n"),
      { source = "s1", on_error = "quarantine" })
    made = server_dataset.new { from = file }
    assert.is_true(made.ds:save_as(at "second.db"))
    local second = assert(parley.open(at "second.db"))
    assert_same(contents(file), contents(made.ds))
    assert_same(contents(file), contents(second))
    assert.equal(tostring(file:ledger()), tostring(second:ledger()))
    assert.equal(file:search("prisoners"):count(), second:search("prisoners"):count())
    local key = file:claim("talks", "x1", { place = "Lund" }, { source = "s1" })
    assert.equal(key, second:claim("talks", "x1", { place = "Lund" }, { source = "s1" }))
    assert.is_true(second:check_open() == nil and second:save_as(at "third.db"))
    file:close()
    second:close()
  end)

  it("has the state of one moment, whatever others write meanwhile", function()
    made = server_dataset.new()
    made.ds:add("sources", { id = "s1" })
    made.ds:add("talks", { id = "r1" }, { source = "s1" })
    local other = assert(parley.open(made.address))
    local all = copying.all
    copying.all = function(from, to)
      from:values "SELECT count(*) FROM talks"
      other:add("talks", { id = "r2" }, { source = "s1" })
      return all(from, to)
    end
    local done = made.ds:save_as(at "one.db")
    copying.all = all
    other:close()
    assert.is_true(done)
    local file <close> = assert(parley.open(at "one.db"))
    assert.same({ 1, 1 }, { file.talks:count(), file.talks:claims():count() })
  end)

  it("is a reader's right too, and leaves nothing where it fails", function()
    made = server_dataset.new { from = parley.open() }
    local ds = made:as(made:person("Rita", "reader"), { mode = "ro" })
    assert.is_true(ds:save_as(at "mine.db"))
    local file <close> = assert(parley.open(at "mine.db"))
    assert.equal(made.ds.talks:count(), file.talks:count())
    local function code_of(path) return (select(3, ds:save_as(path))) end
    assert.equal("exists", code_of(at "mine.db"))
    assert.equal("missing_folder", code_of(at "nowhere/x.db"))
    made.ds.store:values("SELECT pg_terminate_backend($1::int)", { n = 1, (ds.store:values "SELECT pg_backend_pid()") })
    assert.equal("no_server", code_of(at "lost.db"))
    assert.same({ "mine.db" }, scratch.listing(at ""))
  end)
end)
