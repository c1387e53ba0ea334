-- A connection from its opening to its end: what each refusal says, copies of the whole, and what closing leaves.

require "parley.base.errors"          -- makes the sentences
local core = require "parley.core"
local lfs = require "lfs"
local scratch = require "spec.support.scratch"
local stores = require "spec.support.stores"

local host = (os.getenv "PARLEY_BUILD" or "build") .. "/host/wrapped_host"
local code_of, raised, count_to = stores.code_of, stores.raised, stores.count_to
local store, path_of, remove

before_each(function()
  store = assert(core.open(":memory:", { mode = "memory" }))
  path_of, remove = scratch.folder()
end)

after_each(function()
  store:close()
  remove()
end)

describe("closing", function()
  it("can be done again, and says so", function()
    assert.equal("parley.Store (in memory)", tostring(store))
    store:close()
    store:close()
    assert.equal("parley.Store (closed)", tostring(store))
    assert.is_false(store:is_open())
  end)

  it("refuses every use afterwards", function()
    store:close()
    for _, use in ipairs {
      { "exec", "SELECT 1" }, { "run", "SELECT 1" }, { "values", "SELECT 1" }, { "rows", "SELECT 1" },
      { "each", "SELECT 1" }, { "frame", "SELECT 1" }, { "columns", "SELECT 1" }, { "selects_only", "SELECT 1" },
      { "define", "f", 0, print }, { "total_changes" }, { "pages_read" }, { "in_transaction" }, { "readonly" }, { "filename" },
      { "interrupt" }, { "limit", {} }, { "backup", path_of "b.db" },
    } do
      assert.equal("parley: the dataset is closed; open it again", raised(store[use[1]], store, table.unpack(use, 2)), use[1])
    end
  end)

  it("ends the queries that are being read", function()
    local step, rows = store:each "SELECT 1", store:rows "SELECT 2"
    step()
    store:close()
    assert.equal("parley: the dataset of this query is closed; open it again and ask anew", raised(step))
    assert.equal("parley: the dataset of this query is closed; open it again and ask anew", raised(rows))
  end)

  it("happens at the end of the block", function()
    local kept
    do
      local other <close> = assert(core.open(":memory:", { mode = "memory" }))
      kept = other
    end
    assert.is_false(kept:is_open())
  end)

  it("waits for a query that still needs the store", function()
    local step
    do
      local other = assert(core.open(":memory:", { mode = "memory" }))
      step = other:each(count_to(3) .. "SELECT x FROM c")
    end
    collectgarbage()
    collectgarbage()
    assert.same({ 1, 2, 3 }, { step(), (step()), (step()) })
  end)

  it("rolls back an open transaction", function()
    local file = path_of "t.db"
    do
      local other <close> = assert(core.open(file))
      other:exec "CREATE TABLE t(a); BEGIN; INSERT INTO t VALUES (1)"
      assert.is_true(other:in_transaction())
    end
    local other <close> = assert(core.open(file))
    assert.is_false(other:in_transaction())
    assert.equal(0, (other:values "SELECT count(*) FROM t"))
  end)
end)

describe("opening", function()
  local function refused(path, options)
    local opened, message, code = core.open(path, options)
    assert.is_nil(opened)
    return tostring(message), code
  end

  it("tells a missing file from a missing directory", function()
    local file = path_of "none.db"
    local message, code = refused(file, { mode = "ro" })
    assert.equal("parley: cannot open '" .. file
      .. "': no such file (modes 'ro' and 'rw' need an existing file; 'rwc' creates one)", message)
    assert.equal("missing_file", code)
    assert.equal(message, (refused(file, { mode = "rw" })))
    assert.is_nil(lfs.attributes(file))
    file = path_of "no/where.db"
    assert.equal(("parley: cannot open '%s': no directory '%s'; create it first"):format(file, path_of "no"),
      (refused(file)))
    scratch.write(path_of "plain", "text")
    file = path_of "plain/x.db"
    assert.equal(("parley: cannot open '%s': no directory '%s'; create it first"):format(file, path_of "plain"),
      (refused(file)))
  end)

  it("knows what is no database", function()
    scratch.write(path_of "letter.db", ("Dear colleague,\n"):rep(100))
    for _, mode in ipairs { "ro", "rw", "rwc" } do
      local message, code = refused(path_of "letter.db", { mode = mode })
      assert.equal(("parley: cannot open '%s': file is not a database"):format(path_of "letter.db"), message)
      assert.equal("not_a_database", code)
    end
    lfs.mkdir(path_of "folder")
    assert.equal(("parley: cannot open '%s': it is a directory; name a file in it"):format(path_of "folder"),
      (refused(path_of "folder")))
    assert.equal("parley: cannot open '': the path is empty; name a file", (refused ""))
  end)

  it("says who has locked the file", function()
    local file = path_of "t.db"
    local one <close> = assert(core.open(file))
    one:exec "CREATE TABLE t(a); BEGIN EXCLUSIVE"
    local message, code = refused(file, { timeout_ms = 10 })
    assert.equal(("parley: cannot open '%s': database is locked"):format(file),
      message)
    assert.equal("busy", code)
    one:exec "COMMIT"
    local two <close> = assert(core.open(file, { timeout_ms = 10 }))
    one:exec "BEGIN IMMEDIATE"
    assert.equal("parley: database is locked", raised(two.exec, two, "INSERT INTO t VALUES (1)"))
    assert.equal("busy", code_of(two.exec, two, "INSERT INTO t VALUES (1)"))
  end)

  it("for reading only, reads only", function()
    local file = path_of "t.db"
    do
      local one <close> = assert(core.open(file))
      one:exec "CREATE TABLE t(a); INSERT INTO t VALUES (5)"
      assert.is_false(one:readonly())
    end
    local one <close> = assert(core.open(file, { mode = "ro" }))
    assert.is_true(one:readonly())
    assert.equal(5, (one:values "SELECT a FROM t"))
    assert.equal("parley: attempt to write a readonly database", raised(one.run, one, "DELETE FROM t"))
    assert.equal("permission", code_of(one.run, one, "DELETE FROM t"))
  end)

  it("takes a path for the name of a file, whatever it looks like", function()
    local here = lfs.currentdir()
    lfs.chdir(path_of "")
    finally(function() lfs.chdir(here) end)
    for _, name in ipairs { "file:x.db?mode=memory", ":odd:" } do
      local one <close> = assert(core.open(name))
      one:exec "CREATE TABLE t(a)"
      assert.truthy(one:filename():find(name, 1, true))
      assert.equal("file", lfs.attributes(name, "mode"))
    end
    local one <close> = assert(core.open ":memory:")
    assert.is_nil(one:filename())
    assert.is_nil(lfs.attributes ":memory:")
    assert.truthy(raised(core.open, "a\0b"):find("the path holds a NUL byte", 1, true))
  end)

  it("refuses to write where there is no permission", function()
    local file = path_of "t.db"
    assert(core.open(file)):exec "CREATE TABLE t(a)"
    os.execute(("chmod 400 '%s'"):format(file))
    local other = io.open(file, "r+b")
    if other then -- the superuser may write anyway
      other:close()
      return
    end
    for _, mode in ipairs { "rw", "rwc" } do
      local message, code = refused(file, { mode = mode })
      assert.equal(("parley: cannot open '%s': no permission to write; mode 'ro' opens it for reading"):format(file),
        message)
      assert.equal(8, code)
    end
  end)
end)

describe("backup", function()
  it("copies everything into a new file", function()
    store:exec "CREATE TABLE t(a, b); CREATE INDEX i ON t(a); PRAGMA user_version = 7"
    store:exec("INSERT INTO t " .. count_to(5000) .. "SELECT x, 'value ' || x FROM c")
    assert.is_true(store:backup(path_of "copy.db"))
    local copy <close> = assert(core.open(path_of "copy.db", { mode = "ro" }))
    assert.same({ 5000, 12502500, "value 77" },
      { copy:values "SELECT count(*), sum(a), (SELECT b FROM t WHERE a = 77) FROM t" })
    assert.equal(7, (copy:values "PRAGMA user_version"))
    assert.equal("ok", (copy:values "PRAGMA integrity_check"))
  end)

  it("makes one complete file of a database in WAL mode", function()
    local one <close> = assert(core.open(path_of "wal.db"))
    one:exec "PRAGMA journal_mode = WAL; CREATE TABLE t(a); INSERT INTO t VALUES (9)"
    assert.is_true(one:backup(path_of "copy.db"))
    local names = {}
    for name in lfs.dir(path_of "") do
      if name:find "^copy" then names[#names + 1] = name end
    end
    assert.same({ "copy.db" }, names)
    local copy <close> = assert(core.open(path_of "copy.db", { mode = "ro" }))
    assert.same({ "wal", 9 }, { (copy:values "PRAGMA journal_mode"), (copy:values "SELECT a FROM t") })
  end)

  it("leaves an existing file alone", function()
    scratch.write(path_of "mine.txt", "precious")
    local done, message, code = store:backup(path_of "mine.txt")
    assert.is_nil(done)
    assert.equal(("parley: cannot write '%s': the file exists; name a new one or remove it"):format(path_of "mine.txt"),
      tostring(message))
    assert.equal("exists", code)
    assert.equal("precious", io.open(path_of "mine.txt"):read "a")
  end)

  it("says what is in the way, and leaves nothing behind", function()
    local function refused(path)
      local done, message = store:backup(path)
      assert.is_nil(done)
      return tostring(message)
    end
    store:exec "CREATE TABLE t(a)"
    local file = path_of "no/copy.db"
    assert.equal(("parley: cannot write '%s': no directory '%s'; create it first"):format(file, path_of "no"),
      refused(file))
    lfs.mkdir(path_of "folder")
    assert.equal(("parley: cannot write '%s': it is a directory; name a file in it"):format(path_of "folder"),
      refused(path_of "folder"))
    assert.equal("parley: cannot write '': the path is empty; name a file", refused "")
    store:exec "BEGIN; INSERT INTO t VALUES (1)"
    assert.equal(("parley: cannot write '%s': a transaction is open; end it first"):format(path_of "copy.db"),
      refused(path_of "copy.db"))
    local names = {}
    for name in lfs.dir(path_of "") do names[#names + 1] = name end
    table.sort(names)
    assert.same({ ".", "..", "folder" }, names)
  end)

  it("gives up whole when the disk takes no more", function()
    -- a limit on the size of files stands in for a full disk
    local command = scratch.script(path_of "full.lua", ([[
      require "parley.base.errors"
      local store = require "parley.core".open(":memory:", { mode = "memory" })
      store:exec "CREATE TABLE t(a); INSERT INTO t VALUES (zeroblob(3000000))"
      print(store:backup %q)
    ]]):format(path_of "copy.db"))
    local pipe = io.popen(("trap '' XFSZ; ulimit -f 1000; %s 2>&1"):format(command))
    local output = pipe:read "a"
    pipe:close()
    assert.truthy(output:find(("nil\tparley: cannot write '%s': disk I/O error"):format(path_of "copy.db"), 1, true)
      or output:find(("nil\tparley: cannot write '%s': database or disk is full"):format(path_of "copy.db"), 1, true),
      output)
    local names = {}
    for name in lfs.dir(path_of "") do names[#names + 1] = name end
    table.sort(names)
    assert.same({ ".", "..", "full.lua" }, names)
  end)
end)

describe("the module", function()
  it("can be loaded twice without losing what the first loading made", function()
    store:define("f", 0, function() return "still here" end)
    local frame = store:frame "SELECT 1 AS a"
    local methods = core.frame_methods
    local loaded = package.loaded["parley.core"]
    package.loaded["parley.core"] = nil
    local again = require "parley.core"
    package.loaded["parley.core"] = loaded
    assert.equal(methods, again.frame_methods)
    assert.equal(core.null, again.null)
    assert.equal("still here", (store:values "SELECT f()"))
    assert.same({ a = 1 }, frame[1])
  end)
end)

describe("a connection that a host keeps", function()
  it("is given back as it was, whatever is still running on it #host", function()
    local pipe = io.popen(host .. " 2>&1; echo status $?")
    local output = pipe:read "a"
    pipe:close()
    assert.equal("status 0\n", output)
  end)
end)
