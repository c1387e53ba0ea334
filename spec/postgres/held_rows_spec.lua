-- Rows that Lua makes one by one, of JSON or by functions, are sent to a server together, and told as in a file.
-- Holds: import.held_rows, storage.statements.staged_claims

local parley = require "parley"
local scratch = require "spec.support.scratch"
local server = require "spec.support.server"
local shards = require "spec.support.shards"

local needed = server.needed(describe, it, pending)

local EVENTS = { '{"id": "j1", "date": "2025-06-02", "quad": 2, "goldstein": 3, "place": "a"}', '{"id": "j2", "quad": "x"}',
  '{"id": "j1", "quad": 3}', '{"id": "j3"}', '{"id": "j4", "date": "2025-06", "goldstein": 1.5}', '{"quad": 1}',
  '{"id": "j1", "quad": 2}', '{"id": "j5", "quad": 4, "place": "Rome\\nOslo"}', '{"id": "j3"}' }
local MORE = { '{"id": "j4", "goldstein": 2}', '{"id": "j4", "goldstein": 3}', '{"id": "j5"}', '{"id": "j6", "quad": 1}' }
local TALKS = { '{"id": "t1", "place": "Lund", "date": "2025-06-02"}', '{"id": "t1", "place": "Oslo"}',
  '{"id": "t2", "host": "nobody"}', '{"id": "t3", "place": "Umea"}', '{"id": "t4", "date": "never"}', '{"id": "t5"}' }

local function text(list) return "[" .. table.concat(list, ",\n") .. "]" end

-- What is told, and what is there: all of it in one text.
local function outcome(ds, name, path, given)
  local report, message, code = ds:import(name, path, given)
  local told = report and { report.read, report.added, report.updated, report.unchanged, report.quarantined, report.bare,
    (tostring(report):gsub("[%d.,]+ s%f[%W]", "")) } or { message, code }
  told[#told + 1] = ds[name]:sort("id"):to_csv()
  told[#told + 1] = ds.quarantine:sort("line"):select("line", "column", "reason", "raw"):to_csv()
  if name == "talks" then told[#told + 1] = ds.talks:claims():select("claim", "id", "place", "date", "locator"):sort("claim")
    :to_csv() end
  return table.concat(told, "\n")
end

needed("rows that are held #server", function()
  it("are taken, refused and told as in a file", function()
    local folder, remove = scratch.folder()
    local file, server_one, schema = parley.open ":memory:", shards.dataset()
    for _, ds in ipairs { file, server_one } do ds:add("sources", { id = "s1", published = "2025-06-02" }) end
    local function both(name, list, options)
      local path, given = scratch.file(folder(name .. ".json"), text(list)), { source = "s1" }
      for option, value in pairs(options or {}) do given[option] = value end
      assert.equal(outcome(file, name, path, given), outcome(server_one, name, path, given))
    end
    both("events", EVENTS, { on_error = "stop" })
    both("events", EVENTS)
    both("events", EVENTS)
    both("events", MORE, { batch = 1 })
    both("events", { '{"id": "k1", "quad": 1}', '{"id": "k2", "quad": 1}', '{"id": "k1", "quad": 2}', '{"id": "k3"}' },
      { batch = 2, on_error = "stop" })
    both("events", { '{"id": "f1", "quad": "1"}', '{"id": "f1", "quad": "2"}' }, { mapping = { rows = { { table = "events",
      id = "{id}", columns = { quad = function(row) return row.quad * 2 end, place = { value = "x" } } } } } })
    both("talks", TALKS)
    both("talks", TALKS)
    both("talks", { '{"id": "t3", "place": "Lund"}', '{"id": "t6", "place": "Lund"}' }, { batch = 1 })
    both("talks", { '{"id": "t7", "place": "Lund"}', '{"id": "t8", "place": "Lund"}' }, { mapping = { rows = { { table = "talks",
      id = "{id}", columns = { place = "place" } }, { table = "events", id = "of {id}", columns = { place = "place" } } } } })
    assert.equal(file.events:sort("id"):to_csv(), server_one.events:sort("id"):to_csv())
    shards.drop(server_one, schema)
    file:close()
    remove()
  end)

  it("take few statements", function()
    local ds, schema = shards.dataset()
    ds:add("sources", { id = "s1", published = "2025-06-02" })
    local list, statements = {}, 0
    for i = 1, 500 do list[i] = ('{"id": "e%d", "quad": 1}'):format(i) end
    local row_loader = require "parley.import.row_loader"
    local open = row_loader.open
    row_loader.open = function(store, plan)
      local loader = open(store, plan)
      loader.put = function() statements = statements + 1 end
      return loader
    end
    local folder, remove = scratch.folder()
    assert.equal(500, assert(ds:import("events", scratch.file(folder "e.json", text(list)), { source = "s1" })).added)
    row_loader.open = open
    assert.equal(0, statements)
    shards.drop(ds, schema)
    remove()
  end)
end)
