-- Bytes that change on the way to a server and back: a call ends in time, with an answer or a failure that has a code,
-- and what is written is written as a whole. Each is a process of its own, so that one that crashes is seen.
-- PARLEY_FAULTS says how many messages are changed (make check-server-faults: 200), PARLEY_SEED which.

local fault_door = require "spec.support.fault_door"
local parley = require "parley"
local scratch = require "spec.support.scratch"
local server = require "spec.support.server"

local MESSAGES = tonumber(os.getenv "PARLEY_FAULTS") or 4
local SEED = tonumber(os.getenv "PARLEY_SEED") or 20251130

-- Opens, reads and writes; the last line says how that ended. Ctrl-C ends what a changed length lets wait for ever.
local SCRIPT = [[
  local parley = require "parley"
  require("parley.core").interrupts "calls"
  local function told(what, done, ds, message, code)
    if done and ds ~= nil then return true end
    local between = ds == "interrupted!"          -- Ctrl-C between two calls, as in Lua's own interpreter
    if done then print(what, code) else
      print(what, type(ds) == "table" and ds.code or between and "cancelled" or "not ours: " .. tostring(ds))
    end
  end
  local done, ds, message, code = pcall(parley.open, arg[1])
  if told("open", done, ds, message, code) then
    local read = function()
      local n = 0
      for row in ds.talks:rows() do n = n + #row.id end
      return n + #ds:sql "SELECT 1.5 AS a, date '2025-06-02' AS b, NULL::text AS c, 12345678901.25::numeric AS d":frame()
    end
    local well = told("read", pcall(read))
    well = told("write", pcall(function()
      ds:atomic(function()
        for i = 1, 4 do ds:add("talks", { id = arg[2] .. '_' .. i, place = "Lund" }, { source = "s1" }) end
      end)
      return true
    end)) and well
    if well then print("done", "well") end
    pcall(ds.close, ds)
  end]]

server.needed(describe, it, pending)("bytes that change on the way", function()
  local store, schema, door, path, remove

  setup(function()
    door = fault_door.open()
    if not door then return end
    store, schema = server.store()
    path, remove = scratch.folder()
    scratch.file(path "script.lua", SCRIPT)
    local ds = assert(parley.create(server.address() .. "?schema=" .. schema))
    ds:add("sources", { id = "s1", title = "Daily Beacon", published = "2025-06-02" })
    for i = 1, 20 do ds:add("talks", { id = "r" .. i, place = "Lund " .. i }, { source = "s1" }) end
    ds:close()
  end)
  teardown(function()
    if not door then return end
    door:close()
    server.drop(store, schema)
    remove()
  end)

  -- What the script says, and its status: 124 where Ctrl-C did not end it.
  local function run(mode, side, at)
    local address, name = door:address(mode, side, at, schema)
    os.execute(("timeout -s INT -k 20 3 '%s' '%s' '%s' %s > '%s' 2>&1; echo $? >> '%s'"):format(scratch.lua(),
      path "script.lua", address, name:match "[^.]*$", path "out", path "out"))
    return scratch.read(path "out"), name
  end

  for _, side in ipairs { "server", "client" } do
    it("from the " .. side .. " end in an answer or a failure", function()
      if not door then return pending "no Python for the proxy" end
      local out, counted = run("count", "client", 0)
      assert.matches("^done\twell\n", out)
      local client, of_server = door:messages(counted)
      math.randomseed(SEED)
      for _ = 1, MESSAGES do
        local name
        out, name = run("garble", side, math.random(1, side == "server" and of_server or client))
        local key = name:match "[^.]*$"
        local status = out:match "(%d+)\n$"
        assert.is_true(status == "0" or status == "124", name .. ": " .. out)
        assert.is_nil(out:find("not ours", 1, true), name .. ": " .. out)
        assert.is_nil(out:find("\tnil", 1, true), name .. ": " .. out)
        local count = store:values(("SELECT count(*) FROM %s.talks WHERE starts_with(id, '%s_')"):format(schema, key))
        assert.is_true(side == "client" or count == 0 or count == 4, name .. ": " .. count .. " rows of 4; " .. out)
      end
    end)
  end
end)
