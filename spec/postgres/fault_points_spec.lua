-- The connection to a server lost at many points of the protocol, before, in and after messages of both sides: what was
-- being written is there as a whole, up to a batch that is told, or not at all; a second try finishes it.
-- PARLEY_FAULTS says at how many points (make check-server-faults: 200), PARLEY_SEED at which.

local fault_door = require "spec.support.fault_door"
local parley = require "parley"
local scratch = require "spec.support.scratch"
local server = require "spec.support.server"
local sound = require "spec.support.sound"

local POINTS = tonumber(os.getenv "PARLEY_FAULTS") or 12
local SEED = tonumber(os.getenv "PARLEY_SEED") or 20251130
local MODES = { "before", "within", "after" }
local ROWS <const>, BATCH <const> = 12, 5

server.needed(describe, it, pending)("a connection that is cut", function()
  local store, schema, door, path, remove, ask

  -- What all tables of the dataset hold, as one text.
  local function fingerprint()
    if not ask then
      local parts = {}
      for name in store:each(([[SELECT relname::text FROM pg_class WHERE relkind = 'r'
        AND relnamespace = '%s'::regnamespace ORDER BY 1]]):format(schema)) do
        parts[#parts + 1] = ("SELECT '%s' AS name, string_agg(t::text, '|' ORDER BY t::text) AS rows FROM %s.\"%s\" t")
          :format(name, schema, name)
      end
      ask = "SELECT md5(string_agg(name || coalesce(rows, ''), '|' ORDER BY name)) FROM (" ..
        table.concat(parts, " UNION ALL ") .. ") AS every"
    end
    return (store:values(ask))
  end

  local function open_direct() return assert(parley.open(server.address() .. "?schema=" .. schema)) end

  setup(function()
    door = fault_door.open()
    if not door then return end
    store, schema = server.store()
    path, remove = scratch.folder()
    local ds = assert(parley.create(server.address() .. "?schema=" .. schema))
    ds:add("sources", { id = "s1", title = "Daily Beacon", published = "2025-06-02" })
    ds:close()
  end)
  teardown(function()
    if not door then return end
    door:close()
    server.drop(store, schema)
    remove()
  end)

  -- Until the server has noticed that the client of a connection is gone.
  local function wait_for_end(name)
    for _ = 1, 500 do
      if store:values(("SELECT count(*) FROM pg_stat_activity WHERE application_name = '%s'"):format(name)) == 0 then
        return
      end
      os.execute "sleep 0.01"
    end
    error("the server still works for " .. name)
  end

  -- Calls fn(ds, ...) through the proxy: what it gives, or what it raised, as nil, message, code.
  local function attempt(address, name, fn, ...)
    local ds, message, code = parley.open(address)
    local results = { ds, message, code }
    if ds then
      results = table.pack(pcall(fn, ds, ...))
      if results[1] then results = table.move(results, 2, results.n, 1, {})          -- the first may be nil
      else results = { nil, tostring(results[2]), results[2].code } end
      ds:close()
    end
    wait_for_end(name)
    return table.unpack(results, 1, 3)
  end

  local function file_of(key)
    local lines = { "id,date,place,kind" }
    for i = 1, ROWS do lines[#lines + 1] = ("%s_%d,2025-06-%02d,Lund %d,round"):format(key, i, i, i) end
    return scratch.file(path(key .. ".csv"), table.concat(lines, "\n") .. "\n")
  end

  local function import(ds, key, batch) return ds:import("talks", file_of(key), { source = "s1", batch = batch }) end

  local function count_of(key)
    return (store:values(("SELECT count(*) FROM %s.talks WHERE starts_with(id, '%s_')"):format(schema, key)))
  end

  -- One point: what is there then is what was told, and a second import makes it whole.
  local function at_point(mode, side, at, batch)
    local before, address, name = fingerprint(), door:address(mode, side, at, schema)
    local key = name:match "[^.]*$"
    local report, message, code = attempt(address, name, import, key, batch)
    local about = name .. ": " .. tostring(message)
    local count = count_of(key)
    if report then
      assert.equal(ROWS, count, about)
    else
      assert.equal("no_server", code, about)
      if message:find("nothing of it was kept", 1, true) and not message:find("up to line", 1, true) then
        assert.equal(before, fingerprint(), about)
      end
      local kept = message:match "the rows up to line (%d+) are kept"
      if kept then assert.is_true(count >= tonumber(kept) - 1, about) end
      if count == 0 then assert.equal(before, fingerprint(), about) end
      assert.is_true(count == 0 or count == ROWS or batch ~= nil and count % batch == 0, about .. ": " .. count)
    end
    local ds = open_direct()
    assert(import(ds, key, batch))
    for i = 1, ROWS do assert.equal("Lund " .. i, ds.talks:get(key .. "_" .. i).place, about) end
    assert.equal(ROWS, count_of(key), about)
    assert.equal(ROWS, (store:values(("SELECT count(DISTINCT id) FROM %s.talks_claims WHERE starts_with(id, '%s_')")
      :format(schema, key))), about)
    sound.store(ds.store)
    ds:close()
  end

  -- Places all over the messages of a good run.
  local function each_point(batch)
    local address, name = door:address("count", "client", 0, schema)
    local key = name:match "[^.]*$"
    assert(attempt(address, name, import, key, batch))
    local client, of_server = door:messages(name)
    math.randomseed(SEED)
    for i = 1, POINTS do
      local at = (i - math.random()) * (client + of_server) / POINTS
      local side = at < client and "client" or "server"
      at_point(MODES[(i - 1) % 3 + 1], side, math.max(1, math.ceil(side == "client" and at or at - client)), batch)
    end
  end

  it("in an import leaves it as it was or whole, and a second one finishes it", function()
    if not door then return pending "no Python for the proxy" end
    each_point(nil)
  end)

  it("in an import by batches leaves whole batches, as it says", function()
    if not door then return pending "no Python for the proxy" end
    each_point(BATCH)
  end)

  it("in its commit: the import says what has become of it", function()
    if not door then return pending "no Python for the proxy" end
    for _, mode in ipairs(MODES) do at_point(mode, "client", "COMMIT") end
  end)

  it("in parley.create leaves a whole dataset or none, and a second one finishes it", function()
    if not door then return pending "no Python for the proxy" end
    local from = parley.open(":memory:")
    from:add("sources", { id = "s1", title = "Daily Beacon", published = "2025-06-02" })
    for i = 1, 5 do from:add("talks", { id = "r" .. i, place = "Lund" }, { source = "s1" }) end
    local function is_there(name)
      return store:values(("SELECT count(*) FROM pg_namespace WHERE nspname = '%s'"):format(name)) == 1
    end
    local function drop(name) store:exec("SET client_min_messages = error; DROP SCHEMA " .. name .. " CASCADE") end
    local function create(mode, side, at)
      local name = schema .. "_created"
      local address, app = door:address(mode, side, at, name)
      local ds, message, code = parley.create(address, { from = from })
      if ds then ds:close() end
      wait_for_end(app)
      local about = app .. ": " .. tostring(message)
      if not ds then assert.equal("no_server", code, about) end
      if ds or is_there(name) then
        local again = assert(parley.open(server.address() .. "?schema=" .. name))
        assert.equal(5, again.talks:count(), about)
        again:close()
      else
        assert(parley.create(server.address() .. "?schema=" .. name, { from = from })):close()
      end
      drop(name)
      return app
    end
    local client, of_server = door:messages(create("count", "client", 0))
    local points = math.max(3, POINTS // 4)
    for i = 1, points do
      local at = math.ceil((i - 0.5) * (client + of_server) / points)
      local side = at <= client and "client" or "server"
      create(MODES[(i - 1) % 3 + 1], side, side == "client" and at or at - client)
    end
  end)
end)
