-- Imports into a spread table: what they take, refuse and tell is what they do for a plain one, and what they write is
-- on all nodes or on none, whoever dies in between.
-- Holds: storage.node_writes, storage.node_links, storage.statements.sent_on_rows, storage.unfinished_writes,
-- import.to_nodes, import.part_loaders, query.sql.dialect.postgres_prepared

local parley = require "parley"
local scratch = require "spec.support.scratch"
local server = require "spec.support.server"
local shards = require "spec.support.shards"

local needed = server.needed(describe, it, pending)

local HEAD <const> = "id,date,quad,mentions,place\n"

-- New rows, rows that are there as they are, others, twins, and some that cannot be taken.
local function text(from, to, shift)
  local lines = {}
  for i = from, to do lines[#lines + 1] = ("e%05d,2025-06-%02d,%d,%d,p%d"):format(i, i % 28 + 1, i % 4 + 1, i + shift, i % 7) end
  lines[#lines + 1] = "e00003,2025-06-04,4,99,twin"
  lines[#lines + 1] = "x1,2025-06-31,4,9,no day"
  lines[#lines + 1] = "x2,2025-06-30,4,many,no number"
  lines[#lines + 1] = ",2025-06-30,4,1,no id"
  lines[#lines + 1] = "x3,,,,"
  return HEAD .. table.concat(lines, "\n") .. "\n"
end

local FIRST, SECOND = text(1, 60, 0), text(31, 90, 0)
local THIRD = text(61, 120, 1)

-- What is told of an import, and what is there after it.
local function outcome(ds, given, ...)
  local report, message, code = ds:import("events", ...)
  local told = report and { report.read, report.added, report.updated, report.unchanged, report.quarantined, report.bare,
    tostring(report):gsub("[%d.,]+ s%f[%W]", "") } or { message, code }
  told[#told + 1] = ds.events:sort("id"):to_csv()
  told[#told + 1] = ds.quarantine:sort("line"):select("line", "column", "reason", "raw"):to_csv()
  return table.concat({ given, table.unpack(told) }, "\n")
end

needed("an import into a spread table #server", function()
  local plain, plain_schema, ds, schema
  local in_folder, remove_folder

  before_each(function() in_folder, remove_folder = scratch.folder() end)
  after_each(function() remove_folder() end)

  local function file(content) return scratch.file(in_folder "events.csv", content) end

  local function filled()
    local one, name = shards.dataset()
    one:add("sources", { id = "s1", published = "2025-06-02" })
    one:add("sources", { id = "s2", published = "2025-06-02" })
    return one, name
  end

  local function open(nodes)
    ds, schema = filled()
    assert(ds:distribute("events", { nodes = nodes, parts = 3 }))
  end

  local function close() shards.drop(ds, schema) end

  local function empty() ds.store:exec(("DELETE FROM %s.events; DELETE FROM %s.quarantine"):format(schema, schema)) end

  -- What is left of writes on nodes, and in the record.
  local function left()
    local count = ds.store:values(("SELECT count(*) FROM %s.parley_node_writes"):format(schema))
    for _, name in ipairs { "n1", "n2" } do
      count = count + shards.on(name, ("SELECT (SELECT count(*) FROM pg_prepared_xacts WHERE database = "
        .. "current_database()) + (SELECT count(*) FROM pg_tables WHERE schemaname = '%s' AND tablename NOT LIKE "
        .. "'events%%')"):format(schema))
    end
    return count
  end

  -- Rows go by way of the server where they have to, which is told: they are what they are for a plain table, seen within
  -- the block, and go with it.
  local function check_in_transaction()
    local failed = pcall(ds.atomic, ds, function()
      assert.equal(61, assert(ds:import("events", file(FIRST), { source = "s1" })).added)
      assert.equal(61, ds.events:count())
      error "no"
    end)
    assert.same({ false, 0 }, { failed, ds.events:count() })
    local report = ds:atomic(function() return assert(ds:import("events", file(FIRST), { source = "s1" })) end)
    assert.equal(61, report.added)
    assert.is_truthy(tostring(report):find("by way of the dataset's server, which takes longer, and are kept on one node "
      .. "after the other, since the import is part of a transaction", 1, true), tostring(report))
    assert.equal(61, ds.events:count())
  end

  local function killed(path, word, times)
    local done, _, code = os.execute(("%s spec/support/killed_import.lua '%s?schema=%s' '%s' %s %d 2>/dev/null"):format(
      arg and arg[-1] or "lua5.4", server.address(), schema, path, word, times))
    assert.is_nil(done, word)
    assert.equal(137, code, word)
  end

  -- Who was killed may hold his lock a moment longer.
  local function rows_when_opened(expected)
    local rows
    for _ = 1, 40 do
      local other <close> = assert(parley.open(server.address() .. "?schema=" .. schema))
      rows = other.events:count()
      if rows == expected and left() == 0 then break end
      require("parley.core").pause(50)
    end
    return rows
  end

  -- It is kept on all nodes or on none.
  local function check_killed()
    local path = file(HEAD .. "k1,2025-06-01,1,1,a\nk2,2025-06-01,1,1,a\nk3,2025-06-01,1,1,a\n"
      .. "k4,2025-06-01,1,1,a\nk5,2025-06-01,1,1,a\nk6,2025-06-01,1,1,a\n")
    for _, death in ipairs { { "create_beside", 2, 0 }, { "prepare", 1, 0 }, { "prepare", 2, 0 }, { "commit", 1, 0 },
      { "finish", 1, 6 }, { "finish", 2, 6 } } do
      killed(path, death[1], death[2])
      assert.equal(death[3], rows_when_opened(death[3]), death[1] .. death[2])
      assert.equal(0, left())
      empty()
    end
  end

  it("takes, refuses and tells what a plain one does, and is whole or nothing when the process is killed", function()
    plain, plain_schema = filled()
    open(shards.nodes("n1", "n2"))
    local function both(given, content, options)
      local path = file(content)
      assert.equal(outcome(plain, given, path, options), (outcome(ds, given, path, options)))
    end
    both("new", FIRST, { source = "s1" })
    both("again", FIRST, { source = "s1" })
    both("half new", SECOND, { source = "s1" })
    both("another source", SECOND, { source = "s2" })
    both("batches", THIRD, { source = "s1", batch = 20 })
    both("stopped", text(200, 220, 0), { source = "s1", on_error = "stop" })
    both("stopped in a batch", text(200, 220, 0), { source = "s1", on_error = "stop", batch = 10 })
    local rows = { { table = "events", id = "{id}", columns = { date = "date", quad = "quad",
      place = function(row) return row.place and row.place .. "!" end } } }
    both("functions", text(300, 320, 0), { source = "s1", mapping = { rows = rows } })
    table.insert(rows, { table = "parties", id = "{place}", columns = { name = "place" } })
    both("two tables", text(315, 330, 1), { source = "s1", mapping = { rows = rows } })
    both("JSON", '[{"id": "j1", "quad": 2}, {"id": "j2", "quad": "x"}, {"id": "e00001", "quad": 3}]',
      { source = "s1", format = "json" })
    assert.equal(0, left())
    shards.drop(plain, plain_schema)
    empty()
    check_in_transaction()
    empty()
    check_killed()
    close()
  end)

  -- Imports by way of the dataset's server are those of a plain table, but for what they note.
  local function same_answers(given, content, options)
    local path = file(content)
    local expected = outcome(plain, given, path, options)
    local found = outcome(ds, given, path, options):gsub("\n  note: rows of events went to their nodes by way of[^\n]*", "")
    assert.equal(expected, found)
  end

  -- How many parts have rows of one place, at most.
  local function most_parts()
    return (ds.store:values(("SELECT max(n) FROM (SELECT count(DISTINCT tableoid) AS n FROM %s.events GROUP BY place) AS p")
      :format(schema)))
  end

  it("takes them by way of the server where rows are spread by another column, and moves those whose value changes",
    function()
      plain, plain_schema = filled()
      ds, schema = filled()
      assert(ds:distribute("events", { nodes = shards.nodes("n1", "n2"), parts = 4, by = "place" }))
      for _, one in ipairs { plain, ds } do one:add("events", { id = "e00003", place = "twin", source = "s1" }) end
      same_answers("new", FIRST, { source = "s1" })
      same_answers("again", FIRST, { source = "s1" })
      same_answers("half new", SECOND, { source = "s1" })
      same_answers("another source", SECOND, { source = "s2" })
      same_answers("other places", FIRST:gsub("p(%d)\n", function(n) return ("p%d\n"):format((n + 1) % 7) end),
        { source = "s1", batch = 20 })
      assert.equal(1, most_parts())
      same_answers("stopped", text(200, 220, 0), { source = "s1", on_error = "stop", batch = 10 })
      local rows = { { table = "events", id = "{id}", columns = { date = "date", quad = "quad",
        place = function(row) return row.place and row.place .. "!" end } } }
      same_answers("functions", text(1, 40, 0), { source = "s1", mapping = { rows = rows } })
      same_answers("JSON", '[{"id": "e00001", "place": "p9"}, {"id": "j1", "quad": 2}]', { source = "s1", format = "json" })
      assert.equal(1, most_parts())
      shards.drop(plain, plain_schema)
      close()
    end)

  it("is finished when a node that died between is back, and says which nodes prepare nothing", function()
    local address, _, remove, restart = shards.second_server()
    local name = address:match "@(.*)$"
    open { server.address "n1", address }
    local prepared = ds.store.dialect.nodes.prepared()
    local function dying_at(word)
      local make, called = prepared[word], 0
      prepared[word] = function(...)
        called = called + 1
        if called == 2 then restart() end
        return make(...)
      end
      local report, message, code = ds:import("events", file(FIRST), { source = "s1" })
      prepared[word] = make
      return report, message, code
    end
    local nothing, message, code = dying_at "prepare"
    assert.same({ nil, "no_server" }, { nothing, code }, message)
    assert.is_truthy(message:find(name, 1, true) and message:find("nothing", 1, true), message)
    assert.equal(0, rows_when_opened(0))
    local report = dying_at "finish"
    assert.is_truthy(tostring(report):find("was lost in the commit, and has its rows prepared", 1, true), tostring(report))
    assert.equal(61, rows_when_opened(61))
    local store = assert(require("parley.core").open_postgres(require "parley.postgres", address, {}))
    store:exec "ALTER SYSTEM SET max_prepared_transactions = 0"
    store:close()
    restart()
    report = assert(ds:import("events", file(SECOND), { source = "s1" }))
    assert.same({ 30, 1 }, { report.added, report.updated })
    assert.is_truthy(tostring(report):find("of the nodes, " .. name, 1, true), tostring(report))
    assert.equal(91, rows_when_opened(91))
    assert.equal(0, left())
    close()
    remove()
  end)
end)
