-- The code words a program acts on, each provoked as it happens: by a file, a lock, a limit, a slip.

local parley = require "parley"
local scratch = require "spec.support.scratch"

local at = scratch.folder()

local function written(name, bytes)
  local file = assert(io.open(at(name), "wb"))
  file:write(bytes)
  file:close()
  return at(name)
end

-- A file of Parley's, with one thing changed in SQL.
local function changed(name, sql)
  assert(parley.open(at(name))):close()
  local store = assert(require("parley.core").open(at(name), { mode = "rw" }))
  store:exec(sql)
  store:close()
  return at(name)
end

-- What went wrong with a call: the code word, however it comes; nil when nothing did.
local function code_of(fn, ...)
  local done, first, message, code = pcall(fn, ...)
  if not done then return first.code, first end
  return code or nil, message
end

local function small() return scratch.fill(assert(parley.open ":memory:")) end

local function slow(ds)
  return ds:sql("WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM c WHERE x < 50000000) "
    .. "SELECT count(*) AS n FROM c"):frame()
end

local PROVOKED = {
  no_column = function() return small().talks:where { plce = "x" } end,
  no_table = function() return small():table "tlaks" end,
  bad_type = function() return small().talks:where "place > 5" end,
  bad_date = function() return small().talks:where "date > '31/05/2025'" end,
  bad_number = function() return parley.read(written("n.csv", "a\nx\n"), { types = { a = "number" } }) end,
  missing_file = function() return parley.open(at "nothing.db", { mode = "ro" }) end,
  not_a_database = function() return parley.open(written("text.db", ("no database\n"):rep(100))) end,
  newer = function() return parley.open(changed("newer.db", "PRAGMA user_version = 9999")) end,
  closed = function()
    local ds = small()
    ds:close()
    return ds.talks:count()
  end,
  busy = function()
    local path = changed("busy.db", "SELECT 1")
    local ds <close> = assert(parley.open(path, { timeout = 1 }))
    local holder <close> = assert(require("parley.core").open(path, { mode = "rw" }))
    holder:exec "BEGIN EXCLUSIVE"
    local code, message = code_of(ds.add, ds, "sources", { id = "s" })
    holder:exec "ROLLBACK"
    return nil, message, code
  end,
  corrupt = function()
    local path = at "corrupt.db"
    scratch.fill(assert(parley.open(path))):close()
    local bytes = scratch.read(path)
    written("corrupt.db", bytes:sub(1, 4096) .. ("\255"):rep(#bytes - 4096))
    local ds, message, code = parley.open(path, { mode = "ro" })
    if not ds then return nil, message, code end
    return ds.talks:frame()
  end,
  permission = function()
    local ds <close> = assert(parley.open(changed("reading.db", "SELECT 1"), { mode = "ro" }))
    ds.store:exec "CREATE TABLE t(x)"
  end,
  full = function()
    local path = changed("full.db", "SELECT 1")
    local ds <close> = assert(parley.open(path))
    ds.store:exec "PRAGMA max_page_count = 1"
    ds:atomic(function()
      for i = 1, 2000 do ds:add("sources", { id = "s" .. i, note = ("x"):rep(500) }) end
    end)
  end,
  limit = function()
    local ds = small()
    ds.store:limit { time_ms = 20 }
    return slow(ds)
  end,
  -- SQLite's own limit holds for the process and can only be lowered, so another process has it
  out_of_memory = function()
    local script = scratch.script(at "hungry.lua", [[
      local ds = require("parley").open ":memory:"
      ds.store:exec "PRAGMA hard_heap_limit = 4000000"
      local done, err = pcall(function() return ds:sql("SELECT length(hex(zeroblob(30000000))) AS x"):frame() end)
      print(done or err.code)]])
    local pipe = assert(io.popen(script))
    local code = pipe:read "l"
    pipe:close()
    return nil, "", code
  end,
}

describe("the code word", function()
  for _, word in ipairs { "no_column", "no_table", "bad_type", "bad_date", "bad_number", "busy", "full", "permission",
    "missing_file", "not_a_database", "corrupt", "newer", "out_of_memory", "limit", "closed" } do
    it(word .. " is given when it happens", function()
      local code, message = code_of(PROVOKED[word])
      assert.equal(word, code, tostring(message))
    end)
  end

  it("cancelled is given when the second thread of a host asks for it #host", function()
    local build = os.getenv "PARLEY_BUILD" or "build"
    local pipe = assert(io.popen(build .. "/host/cancel_host once 'columns: where, with, sort' 2>&1"))
    local output = pipe:read "a"
    assert.truthy(pipe:close() and output:find "cancel_host: good", output)          -- which compares the code word
  end)

  it("is none after a call that succeeds, whatever failed before", function()
    local ds = small()
    assert.equal("sql", (code_of(function() return ds:sql("SELECT * FROM nowhere"):frame() end)))
    assert.is_nil((code_of(function() return ds.talks:count() end)))
    assert.equal("missing_file", (code_of(parley.read, at "none.csv")))
    assert.is_nil((code_of(parley.read, written("good.csv", "a\n1\n"))))
  end)
end)
