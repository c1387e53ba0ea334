-- What was committed stays: through kill -9, a full disk, an interrupted write, and a second writer. Each
-- failure leaves the file as it was and says what happened.

local core = require "parley.core"
local parley = require "parley"
local scratch = require "spec.support.scratch"

local read = scratch.read

local at, remove
before_each(function() at, remove = scratch.folder() end)
after_each(function() remove() end)

local message_of = scratch.message_of

-- Runs a shell command; gives what it printed.
local function shell(command)
  local pipe <close> = assert(io.popen(command))
  return pipe:read "a"
end

local function wait_until(condition)
  for _ = 1, 200 do
    if condition() then return end
    os.execute "sleep 0.05"
  end
  error "waited in vain"
end

local function assert_sound(path)
  local store <close> = assert(core.open(path, { mode = "rw" }))
  assert.equal("ok", (store:values "PRAGMA integrity_check"))
  assert.is_nil((store:values "PRAGMA foreign_key_check"))
end

describe("kill -9 while a script writes", function()
  -- Writes five claims at a time, and prints their keys when they are committed.
  local WRITER = [[
    local ds = require("parley").open(arg[1])
    while true do
      local keys = ds:atomic(function()
        local keys = {}
        for i = 1, 5 do
          keys[i] = ds:claim("talks", "r2", { place = ("x"):rep(500) .. i }, { source = "s1" })
        end
        return keys
      end)
      io.write(table.concat(keys, "\n"), "\n")
      io.flush()
    end
  ]]

  -- Starts the writer, lets it commit some, kills it; gives the keys it printed.
  local function killed_writer(path, number)
    local out = at("keys" .. number)
    local command = scratch.script(at "writer.lua", WRITER)
    local pid = shell(("%s '%s' > '%s' 2>&1 & echo $!"):format("exec env " .. command, path, out)):match "%d+"
    wait_until(function() return select(2, read(out):gsub("\n", "")) >= 40 + 15 * number end)
    assert.is_true(os.execute("kill -9 " .. pid))
    wait_until(function() return not os.execute(("kill -0 %s 2>/dev/null"):format(pid)) end)
    return read(out)
  end

  it("loses nothing that was committed, and keeps nothing half", function()
    local path = at "killed.db"
    scratch.fill(assert(parley.open(path))):close()
    local printed = {}
    for number = 1, 3 do
      for key in killed_writer(path, number):gmatch "(%d+)\n" do printed[#printed + 1] = math.tointeger(key) end
      assert_sound(path)
    end
    local ds <close> = assert(parley.open(path))
    local stored = {}
    for key in ds.talks:claims():where("place is not nil"):each "claim" do stored[key] = true end
    local count = 0
    for _ in pairs(stored) do count = count + 1 end
    assert.is_true(#printed >= 3 * 55)
    for _, key in ipairs(printed) do assert.is_true(stored[key], "claim " .. key .. " is lost") end
    assert.equal(0, count % 5)
    assert.is_true(count - #printed <= 3 * 5, "more than what was being printed is there")
    -- the row shows the last claim committed
    assert.equal(("x"):rep(500) .. "5", ds.talks:first().place)
    assert.equal(count + 7, (ds.store:values "SELECT count(*) FROM claim_keys"))
  end)
end)

describe("a commit", function()
  it("is on the disk when it returns", function()
    local ds <close> = assert(parley.open(at "synced.db"))
    assert.equal(2, (ds.store:values "PRAGMA synchronous"))      -- FULL
    assert.equal("delete", (ds.store:values "PRAGMA journal_mode"))
  end)
end)

describe("two writers", function()
  it("take turns", function()
    local path = at "shared.db"
    scratch.fill(assert(parley.open(path))):close()
    local command = scratch.script(at "writer.lua", [[
      local ds = require("parley").open(arg[1])
      for i = 1, 40 do ds:add("talks", { id = arg[2] .. i }, { source = "s1" }) end
      print "done"
    ]])
    local both = shell(("{ env %s '%s' a & env %s '%s' b & wait; } 2>&1"):format(command, path, command, path))
    assert.equal("done\ndone\n", both)
    local ds <close> = assert(parley.open(path))
    assert.equal(81, ds.talks:count())
    assert.equal(87, (ds.store:values "SELECT count(DISTINCT claim) FROM claim_keys"))
  end)

  it("do not wait for ever, and are told why", function()
    local path = at "locked.db"
    scratch.fill(assert(parley.open(path))):close()
    local one <close> = assert(parley.open(path))
    local other <close> = assert(parley.open(path, { timeout = 20 }))
    one:atomic(function()
      one:claim("talks", "r2", { place = "Istanbul" }, { source = "s1" })
      local message = ("cannot write '%s': another program holds it locked; try again when it is done, or open it with "
        .. "a longer {timeout = ms}"):format(path)
      assert.equal(message, message_of(other.claim, other, "talks", "r2", { place = "Ankara" }, { source = "s1" }))
      assert.equal(message, message_of(other.atomic, other, function() end))
      -- reading goes on, from what is committed
      assert.is_nil(other.talks:first().place)
    end)
    assert.equal("Istanbul", other.talks:first().place)
    other:claim("talks", "r2", { venue = "palace" }, { source = "s1" })
    assert.equal("palace", one.talks:first().venue)
  end)

  it("a reader keeps one view of the data while another writes, with a write-ahead log", function()
    local path = at "reading.db"
    scratch.fill(assert(parley.open(path, { journal = "wal" }))):close()
    local reader <close> = assert(parley.open(path, { mode = "ro" }))
    local writer <close> = assert(parley.open(path))
    local seen = {}
    for id in reader.sources:sort("id"):each "id" do
      seen[#seen + 1] = id
      if #seen == 1 then writer:add("sources", { id = "s4", title = "Fourth" }) end
    end
    assert.same({ "s1", "s2", "s3" }, seen)
    assert.equal(4, reader.sources:count())
  end)
end)

describe("a full disk", function()
  -- A file that may grow by a few pages only: SQLite's own limit stands for the disk's.
  local function nearly_full(path)
    local ds = scratch.fill(assert(parley.open(path)))
    local pages = ds.store:values "PRAGMA page_count"
    ds.store:exec(("PRAGMA max_page_count = %d"):format(pages + 2))
    return ds
  end

  local FULL = "cannot write '%s': the disk is full, or the file has reached its greatest size; nothing of it was kept"
  local long = ("long "):rep(40000)

  it("refuses the write, and leaves everything as it was", function()
    local path = at "full.db"
    local ds <close> = nearly_full(path)
    assert.equal(FULL:format(path), message_of(ds.claim, ds, "talks", "r2", { purpose = long }, { source = "s1" }))
    assert.is_false(ds.store:in_transaction())
    assert.equal(7, (ds.store:values "SELECT count(*) FROM claim_keys"))
    assert.is_nil(ds.talks:first().purpose)
    ds.store:exec "PRAGMA max_page_count = 1000000"
    assert.equal(8, ds:claim("talks", "r2", { purpose = "short" }, { source = "s1" }))
    assert.equal("short", ds.talks:first().purpose)
    assert.equal("ok", (ds.store:values "PRAGMA integrity_check"))
  end)

  it("undoes all of atomic(), even when the script goes on", function()
    local path = at "full.db"
    local ds <close> = nearly_full(path)
    local message = message_of(ds.atomic, ds, function()
      ds:claim("talks", "r2", { place = "Istanbul" }, { source = "s1" })
      pcall(ds.claim, ds, "talks", "r2", { purpose = long }, { source = "s1" })
      ds:claim("talks", "r2", { venue = "palace" }, { source = "s1" })
    end)
    assert.equal("the transaction is gone: SQLite undid it when an earlier write failed; leave atomic() and start again",
      message)
    assert.is_nil(ds.talks:first().venue)
    assert.is_nil(ds.talks:first().place)
    assert.equal(7, (ds.store:values "SELECT count(*) FROM claim_keys"))
  end)

  it("leaves no half copy behind", function()
    local script = scratch.script(at "copy.lua", [[
      local ds = require("parley").open()
      local done, message, code = ds:save_as(arg[1])
      print(done, message, code)
    ]])
    local path = at "copy.db"
    local answer = shell(("trap '' XFSZ; ulimit -f 64; env %s '%s' 2>&1"):format(script, path))
    assert.matches("^nil\tparley: cannot write '" .. path:gsub("%p", "%%%0") .. "': .-\tio\n$", answer)
    assert.is_nil(io.open(path))
    assert.is_nil(io.open(path .. ".part"))
  end)

  it("leaves no half-made file behind that cannot be opened later", function()
    local script = scratch.script(at "create.lua", [[print(require("parley").open(arg[1]))]])
    local path = at "created.db"
    local answer = shell(("trap '' XFSZ; ulimit -f 64; env %s '%s' 2>&1"):format(script, path))
    assert.matches("^nil\tparley: cannot open '", answer)
    local ds <close> = assert(parley.open(path))
    assert.equal(0, ds.talks:count())
    assert.is_true(ds.terms:count() > 100)
  end)
end)

describe("an interrupted write", function()
  local function with_stop(path)
    local ds = scratch.fill(assert(parley.open(path)))
    ds:define("stop_now", function()
      ds.store:interrupt()
      return 1
    end, 0)
    ds.store:exec [[CREATE TEMP TRIGGER stopper AFTER INSERT ON main.talks_claims WHEN new.place = 'stop'
      BEGIN UPDATE talks SET venue = 'touched' WHERE stop_now() = 1; END]]
    return ds
  end

  it("says so, and leaves everything as it was", function()
    local path = at "interrupted.db"
    local ds = with_stop(path)
    assert.equal(("cannot write '%s': the write was interrupted; nothing of it was kept"):format(path),
      message_of(ds.claim, ds, "talks", "r2", { place = "stop" }, { source = "s1" }))
    assert.is_false(ds.store:in_transaction())
    assert.is_nil(ds.talks:first().venue)
    assert.equal(8, ds:claim("talks", "r2", { place = "Istanbul" }, { source = "s1" }))
    ds:close()
    assert_sound(path)
    local again <close> = assert(parley.open(path))
    assert.equal("Istanbul", again.talks:first().place)
    assert.equal(2, again.talks:claims():count())
  end)

  it("undoes the transaction it was in", function()
    local ds <close> = with_stop(at "interrupted.db")
    local ran = {}
    local message = message_of(ds.atomic, ds, function()
      ds:claim("talks", "r2", { venue = "palace" }, { source = "s1" })
      ran[1] = message_of(ds.claim, ds, "talks", "r2", { place = "stop" }, { source = "s1" })
      ran[2] = message_of(ds.claim, ds, "talks", "r2", { place = "after" }, { source = "s1" })
      ran[3] = message_of(ds.atomic, ds, function() end)
    end)
    local gone = "the transaction is gone: SQLite undid it when an earlier write failed; leave atomic() and start again"
    assert.matches("the write was interrupted; nothing of it was kept", ran[1])
    assert.same({ gone, gone }, { ran[2], ran[3] })
    assert.equal(gone, message)
    assert.is_nil(ds.talks:first().venue)
    assert.equal(1, ds.talks:claims():count())
    ds:claim("talks", "r2", { venue = "palace" }, { source = "s1" })
    assert.equal("palace", ds.talks:first().venue)
  end)

  it("is what a time limit of the host makes of a long one", function()
    local ds <close> = scratch.fill(assert(parley.open(at "limited.db")))
    ds.store:limit { time_ms = 30 }
    local done, err = pcall(function()
      return ds:sql "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n"
    end)
    assert.is_false(done)
    assert.matches("stopped after 30 ms, the limit set by the host", err, 1, true)
    ds:claim("talks", "r2", { venue = "palace" }, { source = "s1" })
    assert.equal("palace", ds.talks:first().venue)
  end)
end)
