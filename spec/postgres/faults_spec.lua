-- What goes wrong between a store and its server: a call ends in time and says what has become of the work.
-- spec/support/cutting_proxy.py stands between them.

require "parley.base.errors"
local core = require "parley.core"
local fault_door = require "spec.support.fault_door"
local server = require "spec.support.server"
local stores = require "spec.support.stores"

local code_of, params = stores.code_of, stores.params

server.needed(describe, it, pending)("a server that is lost", function()
  local store, schema, door

  before_each(function()
    store, schema = server.store()
    store:exec "CREATE TABLE t(a bigint PRIMARY KEY)"
  end)
  after_each(function()
    if door then door:close() end
    door = nil
    server.drop(store, schema)
  end)

  -- A store on the same schema through the proxy; nil where there is no Python.
  local function through_proxy(mode, word)
    door = fault_door.open()
    if not door then return nil end
    local other = assert(core.open_postgres(require "parley.postgres", (door:address(mode, "client", word)), {}))
    other:exec("SET search_path TO " .. schema)
    return other
  end

  local function count() return (store:values "SELECT count(*) FROM t") end

  it("in the middle of a transaction: nothing of it is kept, and every call says so", function()
    local other = server.another(schema)
    other:exec "BEGIN"
    other:run("INSERT INTO t VALUES ($1)", params(1))
    local pid = other:values "SELECT pg_backend_pid()"
    assert.is_true((store:values("SELECT pg_terminate_backend($1::int)", params(pid))))
    assert.equal("no_server", code_of(other.run, other, "INSERT INTO t VALUES ($1)", params(2)))
    assert.equal("no_server", code_of(other.values, other, "SELECT 1"))
    assert.equal("no_server", code_of(other.exec, other, "COMMIT"))
    assert.is_false(other:in_transaction())
    other:close()
    assert.equal(0, count())
  end)

  it("in the middle of a loop over rows", function()
    local other = server.another(schema)
    local pid = other:values "SELECT pg_backend_pid()"
    local step = other:rows "SELECT generate_series(1, 20000000)"
    step()
    store:values("SELECT pg_terminate_backend($1::int)", params(pid))
    local code = code_of(function()
      while step() do end
    end)
    assert.equal("no_server", code)
    assert.is_nil(step())
    other:close()
  end)

  it("before a commit reaches it: nothing is kept, as the server says", function()
    local other = through_proxy("before", "COMMIT")
    if not other then return pending "no Python for the proxy" end
    other:exec "BEGIN"
    other:run("INSERT INTO t VALUES ($1)", params(1))
    local done, err = pcall(other.exec, other, "COMMIT")
    assert.is_false(done)
    assert.equal("no_server", err.code)
    assert.matches("was lost in a commit, and the server says that nothing of it was kept", tostring(err), 1, true)
    assert.equal(0, count())
    other:close()
  end)

  it("after it has committed, before it says so: the commit is done", function()
    local other = through_proxy("after", "COMMIT")
    if not other then return pending "no Python for the proxy" end
    other:exec "BEGIN"
    other:run("INSERT INTO t VALUES ($1)", params(1))
    other:exec "COMMIT"
    assert.equal(1, count())
    assert.is_false(other:in_transaction())
    assert.equal("no_server", code_of(other.values, other, "SELECT 1"))
    other:close()
  end)

  it("in a statement outside of a transaction: the call says that the connection is gone", function()
    local other = through_proxy("after", "INSERT")
    if not other then return pending "no Python for the proxy" end
    assert.equal("no_server", code_of(other.exec, other, "INSERT INTO t VALUES (7)"))
    other:close()
  end)

  -- Whatever it is that is not answered: what is cancelled on the server, and what is not.
  for word, calls in pairs {
    INSERT = { "INSERT INTO t VALUES (7)" },
    BEGIN = { "BEGIN" },
    SAVEPOINT = { "BEGIN", "INSERT INTO t VALUES (7)" },
    COMMIT = { "BEGIN", "INSERT INTO t VALUES (7)", "COMMIT" },
  } do
    it("falls silent at " .. word .. ": the time limit ends the call, and nothing is locked any more", function()
      local other = through_proxy("silent", word)
      if not other then return pending "no Python for the proxy" end
      other:limit { time_ms = 200 }
      for i = 1, #calls - 1 do other:exec(calls[i]) end
      local before = os.time()
      assert.equal(word == "COMMIT" and "no_server" or "limit", code_of(other.exec, other, calls[#calls]))
      assert.is_true(os.time() - before < 16)
      assert.is_false((pcall(other.values, other, "SELECT 1")))
      other:close()
      store:exec "SET lock_timeout = 5000; TRUNCATE t"
    end)
  end

  it("falls silent in a loop that is left: leaving it takes no longer than an answer may", function()
    door = fault_door.open()
    if not door then return pending "no Python for the proxy" end
    local address = door:address("silent", "server", "row 3000")
    local other = assert(core.open_postgres(require "parley.postgres", address:gsub(" ", "%%20"), {}))
    local before = os.time()
    do
      local step, state, first, closing = other:each "SELECT 'row ' || generate_series(1, 100000)"
      local _ <close> = closing
      assert.equal("row 1", step(state, first))
    end
    assert.equal("no_server", code_of(other.values, other, "SELECT 1"))
    assert.is_true(os.time() - before < 12)
    other:close()
  end)

  it("sends what it sends in crumbs: the answers are the same", function()
    door = fault_door.open()
    if not door then return pending "no Python for the proxy" end
    for _, side in ipairs { "client", "server" } do
      local other = assert(core.open_postgres(require "parley.postgres", (door:address("drip", side, 1)), {}))
      local sum = 0
      for n, text in other:each("SELECT n, repeat('é', n::int) FROM generate_series(1::bigint, $1::bigint) AS n",
        params(120)) do sum = sum + n + utf8.len(text) end
      assert.equal(120 * 121, sum)
      other:close()
    end
  end)

  it("answers late: the time limit holds, and the connection goes on", function()
    local other = through_proxy("late", "INSERT")
    if not other then return pending "no Python for the proxy" end
    other:limit { time_ms = 100 }
    local done, err = pcall(other.exec, other, "INSERT INTO t VALUES (7)")          -- what is cancelled may be over
    assert.is_true(done or err.code == "limit")
    other:limit {}
    assert.equal(1, (other:values "SELECT 1"))
    other:close()
  end)
end)

server.needed(describe, it, pending)("Ctrl-C and a server", function()
  local SCRIPT = [[
    require "parley.base.errors"
    local core = require "parley.core"
    local store = assert(core.open_postgres(require "parley.postgres", arg[1], {}))
    core.interrupts "calls"
    store:exec "CREATE TEMP TABLE t(a int); BEGIN; INSERT INTO t VALUES (1)"
    local function seconds() return (store:values "SELECT extract(epoch FROM clock_timestamp())::float8") end
    for _, sql in ipairs { "SELECT pg_sleep(60)", "SELECT generate_series(1, 2000000000)" } do
      local started = seconds()
      io.stdout:write("ready\n")
      io.stdout:flush()
      local call <close> = core.begin_call("rows")
      local done, err = pcall(function()
        for _ in store:each(sql) do end
      end)
      call = nil
      print(done, err.code, seconds() - started)
    end
    store:exec "COMMIT"
    print(store:values "SELECT count(*) FROM t")]]

  it("ends the call at once, and the transaction goes on", function()
    local scratch = require "spec.support.scratch"
    local path, remove = scratch.folder()
    scratch.file(path "script.lua", (SCRIPT:gsub("local call <close> = core.begin_call%(\"rows\"%)",
      "local call = core.begin_call(\"rows\")"):gsub("call = nil\n", "getmetatable(call).__close(call, err)\n")))
    scratch.file(path "run.sh", [["$4" "$1" "$2" > "$3" & pid=$!
      for n in 1 2; do
        tries=0
        until [ "$(grep -c ready "$3")" = $n ] || [ $tries = 500 ]; do sleep 0.02; tries=$((tries + 1)); done
        sleep 0.4
        kill -INT $pid
      done
      tries=0
      while kill -0 $pid 2>/dev/null && [ $tries -lt 1000 ]; do sleep 0.02; tries=$((tries + 1)); done
      kill -KILL $pid 2>/dev/null
      wait $pid]])
    os.execute(("sh %s %s '%s' %s '%s'"):format(path "run.sh", path "script.lua", server.address(), path "out",
      scratch.lua()))
    local text = scratch.read(path "out")
    remove()
    local n = 0
    for code, seconds in text:gmatch "false\t(%a+)\t([%d.]+)" do
      assert.equal("cancelled", code)
      assert.is_true(tonumber(seconds) < 3, text)          -- of a minute; 0.4 pass before the key, and machines are busy
      n = n + 1
    end
    assert.equal(2, n, text)
    assert.matches("\n1\n$", text)
  end)
end)
