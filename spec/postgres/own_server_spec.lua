-- What happens to a server as a whole: it is started anew in the middle of an import, its disk is full, it speaks TLS.
-- These specs have a server of their own (PARLEY_SERVER_NAME of tools/postgres.sh), since they would disturb others.

local core = require "parley.core"
local parley = require "parley"
local scratch = require "spec.support.scratch"
local server = require "spec.support.server"
local sound = require "spec.support.sound"

local needed = os.getenv "PARLEY_SERVER" and function(name)
  pending(name .. ": skipped: PARLEY_SERVER names a server that is not ours")
end or server.needed(describe, it, pending)

needed("a server of one's own #server", function()
  local path, remove, address, store, shim

  local function tool(words, preload)
    local pipe <close> = assert(io.popen(("PARLEY_SERVER_NAME=faults PARLEY_SERVER_PRELOAD='%s' sh tools/postgres.sh %s 2>&1")
      :format(preload or "", words)))
    local last
    for line in pipe:lines() do last = line end
    return last
  end

  -- A command that the server's own user runs, in the folder of its data.
  local function run_there(command)
    store:exec(("COPY (SELECT 1) TO PROGRAM '%s'"):format(("cat >/dev/null; " .. command):gsub("'", "''")))
  end

  local function connect() return assert(core.open_postgres(require "parley.postgres", address, {})) end

  setup(function()
    path, remove = scratch.folder()
    os.execute(("chmod 755 '%s'"):format(path ".."))
    shim = path "full_disk.so"
    local built = os.execute(("${CC:-cc} -shared -fPIC -O1 -o '%s' spec/support/full_disk.c -ldl 2>/dev/null"):format(shim))
    if not built then shim = nil end
    tool "stop"
    address = tool("start", shim)
    assert.matches("^postgresql://", address)
    store = connect()
    local ds = assert(parley.create(address .. "?schema=mine"))
    ds:add("sources", { id = "s1", title = "Daily Beacon", published = "2025-06-02" })
    ds:close()
  end)
  teardown(function()
    store:close()
    tool "stop"
    remove()
  end)

  local function file(name, rows)
    local lines = { "id,date,place,kind" }
    for i = 1, rows do lines[#lines + 1] = ("%s_%d,2025-06-02,%s %d,round"):format(name, i, ("Lund "):rep(40), i) end
    return scratch.file(path(name .. ".csv"), table.concat(lines, "\n") .. "\n")
  end

  local function count(name)
    return (store:values(("SELECT count(*) FROM mine.talks WHERE starts_with(id, '%s_')"):format(name)))
  end

  local function open() return assert(parley.open(address .. "?schema=mine")) end

  for _, mode in ipairs { "immediate", "fast" } do
    it("that is started anew in an import (" .. mode .. ") has nothing of it, or the batches that were told", function()
      local name = "restart" .. mode
      local ds, rows = open(), 0
      local report, message, code = ds:import("talks", file(name, 60), { source = "s1", batch = 10,
        mapping = { rows = { { table = "talks", id = "id", columns = { kind = "kind", place = function(row)
          rows = rows + 1
          if rows == 35 then tool("restart " .. mode, shim) end
          return row.place
        end } } } } })
      ds:close()
      store:close()
      store = connect()
      assert.is_nil(report)
      assert.equal("no_server", code, message)
      assert.matches("the rows up to line 31 are kept", message, 1, true)
      assert.equal(30, count(name))
      ds = open()
      assert(ds:import("talks", path(name .. ".csv"), { source = "s1" }))
      assert.equal(60, count(name))
      sound.store(ds.store)
      ds:close()
    end)
  end

  it("whose disk is full says so, and an import leaves nothing; it goes on when there is room", function()
    if not shim then return pending "no C compiler for a disk that is full" end
    local ds = open()
    run_there "touch full_disk"
    local report, message, code = ds:import("talks", file("full", 3000), { source = "s1" })
    run_there "rm full_disk"
    assert.is_nil(report)
    assert.equal("full", code, message)
    assert.matches("nothing of it was kept", message, 1, true)
    assert.equal(0, count "full")
    assert(ds:import("talks", path "full.csv", { source = "s1" }))
    assert.equal(3000, count "full")
    sound.store(ds.store)
    ds:close()
  end)

  describe("with TLS", function()
    local with_tls

    setup(function()
      local made = pcall(run_there, "openssl req -new -x509 -days 2 -nodes -subj /CN=db.example -addext "
        .. "subjectAltName=DNS:db.example -keyout server.key -out server.crt 2>/dev/null && chmod 600 server.key")
      if not made then return end
      store:exec "ALTER SYSTEM SET ssl = on"
      store:exec "SELECT pg_reload_conf()"
      for _ = 1, 50 do
        local fresh <close> = connect()
        with_tls = fresh:values "SHOW ssl" == "on"
        if with_tls then break end
        os.execute "sleep 0.1"
      end
      if with_tls then scratch.file(path "root.crt", (store:values "SELECT pg_read_file('server.crt')")) end
    end)

    local function opened(words)
      local ds, message, code = parley.open(address:gsub("//[^@]*@", "//parley:secret@") .. "?schema=mine&" .. words)
      if ds then ds:close() end
      return ds and "opens" or code, message
    end

    it("is asked for and had", function()
      if not with_tls then return pending "no TLS: no openssl, or a server without it" end
      assert.equal("opens", (opened "sslmode=require"))
      local fresh <close> = assert(core.open_postgres(require "parley.postgres", address .. "?sslmode=require", {}))
      assert.is_true((fresh:values "SELECT ssl FROM pg_stat_ssl WHERE pid = pg_backend_pid()"))
    end)

    it("has a certificate of another name, or of nobody who is known: the message says which", function()
      if not with_tls then return pending "no TLS: no openssl, or a server without it" end
      local code, message = opened("sslmode=verify-full&sslrootcert=" .. path "root.crt")
      assert.equal("no_server", code)
      assert.matches("db.example", message, 1, true)
      assert.matches("127.0.0.1", message, 1, true)
      assert.is_nil(message:find("secret", 1, true))
      assert.equal("opens", (opened("sslmode=verify-ca&sslrootcert=" .. path "root.crt")))
      code, message = opened("sslmode=verify-ca&sslrootcert=" .. path "nowhere.crt")
      assert.equal("no_server", code)
      assert.matches("nowhere.crt", message, 1, true)
    end)
  end)
end)
