-- An import that fails, or is cut off, leaves everything as it was, and says why.

local parley = require "parley"
local scratch = require "spec.support.scratch"
local sound = require "spec.support.sound"

local read = scratch.read
local counts = scratch.counts
local at, remove
before_each(function() at, remove = scratch.folder() end)
after_each(function()
  local done, message = pcall(sound.check)
  remove()
  assert(done, message)
end)

local function file(name, text) return scratch.file(at(name), text) end
local function assert_sound(ds) sound.store(ds.store) end

local EVENTS = "id,date,source_party,goldstein,mentions,place,junk\n"
  .. "e1,2022-03-05,ukraine,1.5,3,Kyiv,a\ne2,2022-03,russia,-10,,Minsk,b\n"

describe("an import that fails", function()
  local function refused(ds, expected, name, path, options)
    local report, message, code = ds:import(name, path, options)
    assert.is_nil(report)
    assert.matches(expected, message, 1, true)
    assert.equal("string", type(code))
    assert_sound(ds)
  end

  it("says why, and leaves everything as it was", function()
    local ds = scratch.dataset()
    refused(ds, "no such file; check the path", "events", at "none.csv")
    refused(ds, "is empty", "events", file("empty.csv", ""))
    refused(ds, "it is a folder", "events", at "", { format = "csv" })
    refused(ds, "no column 'plaec', which the mapping needs; did you mean 'place'?", "talks", file("h.csv", "id,place\nx,y\n"),
      { source = "s1", mapping = { rows = { { table = "talks", id = "id", columns = { place = "plaec" } } } } })
    refused(ds, "the header is one column, 'id;place'; state delimiter = ';'", "talks",
      file("d.csv", "id;place\nx;y\n"), { source = "s1" })
    refused(ds, "the quote that opens a field here is never closed", "events", file("q.csv", "id,place\na,b\nc,\"d\n"))
    refused(ds, "is not UTF-8: line 3 byte 3 field 2", "events", file("u.csv", "id,place\na,b\nc,\xFF\n"))
    refused(ds, "line 3, column 'mentions': 'x' is not an integer; nothing of it was kept", "events",
      file("s.csv", "id,mentions\na,1\nb,x\n"), { on_error = "stop" })
    assert.equal(0, ds.events:count())
    assert.equal(1, ds.talks:count())
    assert.equal(0, ds.quarantine:count())
  end)

  it("says where a function of the mapping failed, and undoes the rows before", function()
    local ds = scratch.dataset()
    local path = file("a.csv", "id,place\na,x\nb,y\nc,z\n")
    local function failed(row)
      row.table, row.id = "events", row.id or "id"
      local done, err = pcall(ds.import, ds, "events", path, { mapping = { rows = { row } } })
      assert.is_false(done)
      assert.equal(0, ds.events:count())
      assert_sound(ds)
      return err
    end
    local function oops(row) return row.id == "c" and error("oops", 0) or row.id end
    local place = ("parley: %s, line 4, events%%s: the mapping's function failed: oops"):format(path)
    for _, case in ipairs { { ".id", { id = oops } }, { ".place", { columns = { place = oops } } }, { ", when",
        { when = oops } }, { ", each", { each = function(row) return oops(row) and {} end } } } do
      local message = failed(case[2])
      assert.matches(place:format(case[1]), message, 1, true)
      assert.matches("^spec/import/failing_spec%.lua:%d+: parley: ", message)
    end
    assert.matches("attempt to index a nil value (field 'none')",
      failed { columns = { place = function(row) return row.none.x end } }, 1, true)
    assert.matches("line 2, events, each: the mapping's function gives a list of tables to lay over the row",
      failed { each = function() return 7 end }, 1, true)
    local own = setmetatable({}, {})
    assert.equal(own, failed { columns = { place = function() error(own) end } })
    assert.same({ 3, 0, 0, 0 }, counts(assert(ds:import("events", path))))
  end)

  it("raises for what cannot be meant", function()
    local ds = scratch.dataset()
    local path = file("a.csv", "id,place\na,Rome\n")
    local function raised(expected, ...)
      assert.matches(expected, scratch.message_of(ds.import, ds, ...), 1, true)
    end
    raised("no file is imported into terms: a word of a vocabulary is added with its meaning: ds:add(\"terms\"", "terms", path)
    raised("no file is imported into quarantine: rows set aside come from imports alone; ds:requeue()", "quarantine", path)
    raised("no file is imported into terms", "events", path, { mapping = { rows = { { table = "events", id = "id" },
      { table = "terms", id = "id" } } } })
    raised('key names the columns that make the id, as in key = {"a", "b"}', "events", path, { key = {} })
    raised("key names columns by text, not by a number", "events", path, { key = { 1 } })
    raised("key: the column 'a}' has a brace in its name", "events", path, { key = "a}" })
    raised("key = \"ID\"; 'ID' is a column of the file", "events", file("upper.csv", "ID,place\na,Rome\n"))
    raised("key = \"event_id\"; 'event_id' is a column of the file", "events", file("own.csv", "event_id,place\na,b\n"))
    raised("is an address; download the file", "events", "https://example.org/a.csv")
    raised(("no table '%s'; the table comes first: ds:import(\"events\", \"%s\")"):format(path, path), path, "events")
    raised("import() takes the name of a file, not a table; ds:add() takes a row", "events", { { id = "a" } })
    local opened <close> = assert(io.open(path))
    raised("import() takes the name of a file, not an open file; or reader = function()", "events", opened)
    raised("this mapping fills parties, processes, talks, demands, responses, outcomes, and not events", "events", path,
      { mapping = "corridors" })
    raised("no table 'evnts'; did you mean 'events'?", "evnts", path)
    raised("import() has no option 'maping'; did you mean 'mapping'?", "events", path, { maping = "x" })
    raised("no way to treat errors: on_error = 'skip'", "events", path, { on_error = "skip" })
    raised("batch is a number of rows", "events", path, { batch = 0 })
    raised("source: no source 's9'", "events", path, { source = "s9" })
    raised("need an id that stays", "events", file("b.csv", "place\nRome\n"))
    assert.matches("read-only", scratch.message_of(function() parley.open():import("events", path) end), 1, true)
  end)

  it("stops at a batch border when rows come in batches, and goes on from there", function()
    local ds = scratch.dataset()
    local lines = { "id,mentions" }
    for i = 1, 25 do lines[#lines + 1] = ("e%02d,%s"):format(i, i == 17 and "x" or i) end
    local path = file("b.csv", table.concat(lines, "\n"))
    local report, message = ds:import("events", path, { batch = 5, on_error = "stop" })
    assert.is_nil(report)
    assert.matches("line 18, column 'mentions': 'x' is not an integer; the rows up to line 16 ", message, 1, true)
    assert.equal(15, ds.events:count())
    assert_sound(ds)
    assert.same({ 9, 0, 15, 1 }, counts(assert(ds:import("events", path, { batch = 5 }))))
    assert.equal(24, ds.events:count())
    assert.matches("transactions of its own", scratch.message_of(ds.atomic, ds, function()
      ds:import("events", path, { batch = 5 })
    end), 1, true)
  end)

  it("can be part of atomic(), and goes with it", function()
    local ds = scratch.dataset()
    local path = file("a.csv", EVENTS)
    pcall(ds.atomic, ds, function()
      assert.same({ 2, 0, 0, 0 }, counts(assert(ds:import("events", path))))
      error "no"
    end)
    assert.equal(0, ds.events:count())
    assert_sound(ds)
  end)
end)

describe("an import that is cut off", function()
  local function shell(command)
    local pipe <close> = assert(io.popen(command))
    return pipe:read "a"
  end

  -- A file of `n` events.
  local function many(name, n)
    local out = assert(io.open(at(name), "w"))
    out:write "id,date,source_party,place,text\n"
    for i = 1, n do out:write(("k%07d,2025-06-02,party%d,place %d,%s\n"):format(i, i % 9, i, ("word "):rep(8))) end
    out:close()
    return at(name)
  end

  -- Imports in a process of its own, killed once the file has grown; gives how many rows are there afterwards.
  local function killed(path, database, options)
    assert(parley.open(database)):close()
    local command = scratch.script(at "import.lua", ([[
      local ds = require("parley").open(arg[1])
      io.write "begun\n" io.flush()
      ds:import("events", arg[2], %s)
    ]]):format(options))
    local pid = shell(("exec env %s '%s' '%s' > '%s' 2>&1 & echo $!"):format(command, database, path, at "out")):match "%d+"
    os.execute "sleep 0.25"
    os.execute("kill -9 " .. pid)
    for _ = 1, 100 do
      if not os.execute(("kill -0 %s 2>/dev/null"):format(pid)) then break end
      os.execute "sleep 0.05"
    end
    local ds <close> = assert(parley.open(database))
    assert_sound(ds)
    return ds.events:count()
  end

  it("leaves the file as before, or at the border of a batch", function()
    local path = many("kill.csv", 300000)
    local whole = killed(path, at "whole.db", "{}")
    assert.is_true(whole == 0 or whole == 300000, "half an import: " .. whole)
    local batched = killed(path, at "batched.db", "{batch = 1000}")
    assert.equal(0, batched % 1000)
    -- and the next one brings the rest
    local ds <close> = assert(parley.open(at "batched.db"))
    local report = assert(ds:import("events", path))
    assert.same({ 300000 - batched, 0, batched, 0 }, counts(report))
    assert.equal("ok", (ds.store:values "PRAGMA integrity_check"))
  end)

  it("keeps nothing when the disk is full, and says so", function()
    local path = many("full.csv", 20000)
    local database = at "full.db"
    local ds <close> = scratch.fill(assert(parley.open(database)))
    ds.store:exec(("PRAGMA max_page_count = %d"):format((ds.store:values "PRAGMA page_count") + 50))
    local report, message, code = ds:import("events", path)
    assert.is_nil(report)
    assert.equal(("parley: cannot write '%s': the disk is full, or the file has reached its greatest size; nothing of it was kept")
      :format(database), message)
    assert.equal("full", code)
    assert.equal(0, ds.events:count())
    assert_sound(ds)
    ds.store:exec "PRAGMA max_page_count = 1000000"
    assert.same({ 20000, 0, 0, 0 }, counts(assert(ds:import("events", path))))
    assert_sound(ds)
  end)

  -- Runs a script under which rights of files count, also for root; nil where there is no way to.
  local function under_rights(command)
    for i, prefix in ipairs { "", "setpriv --bounding-set=-dac_override,-dac_read_search ",
        "setpriv --reuid=65534 --clear-groups " } do
      local works = os.execute(prefix .. "true 2>/dev/null")
      if works and not os.execute(("%stouch '%s%d' 2>/dev/null"):format(prefix, at "locked/new", i)) then
        return shell(prefix .. command .. " 2>&1")
      end
    end
  end

  it("keeps a file as it was, byte for byte, where nothing can be written", function()
    assert(require "lfs".mkdir(at "locked"))
    local database = at "locked/a.db"
    assert(scratch.dataset():save_as(database))
    local before, path = read(database), file("rows.csv", EVENTS)
    local script = scratch.script(at "import.lua", [[
      local ds, message = require("parley").open(arg[1])
      print(ds and "open" or message)
      if ds then print(ds:import("events", arg[2])) end
    ]])
    local command = ("env %s '%s' '%s'"):format(script, database, path)
    assert(os.execute(("chmod 555 '%s'"):format(at "locked")))
    local locked_folder = under_rights(command)
    assert(os.execute(("chmod 755 '%s'; chmod 444 '%s'"):format(at "locked", database)))
    local locked_file = locked_folder and under_rights(command) or ""
    if not locked_folder then return pending "rights of files do not count for this user" end
    assert.matches(("^open\nnil\tparley: cannot write '%s': it can only be read; check the rights of the file and of its "
      .. "folder\tpermission\n$"):format(database:gsub("%p", "%%%0")), locked_folder)
    if locked_file ~= "" then
      assert.equal(("parley: cannot open '%s': no permission to write; mode 'ro' opens it for reading\n"):format(database),
        locked_file)
    end
    assert.equal(before, read(database))
    assert(os.execute(("chmod 644 '%s'"):format(database)))
    local ds <close> = assert(parley.open(database))
    assert.equal(0, ds.events:count())
    assert.same({ 2, 0, 0, 0 }, counts(assert(ds:import("events", path))))
  end)

  it("ends when the time is over that the host allows, and keeps nothing", function()
    local ds = scratch.dataset()
    ds.store:limit { time_ms = 300 }
    local given = 0
    local report, message, code = ds:import("events", nil, { format = "csv", reader = function()
      given = given + 1
      return given == 1 and "id,place\n" or ("e%d,Rome\n"):format(given)
    end })
    assert.is_nil(report)
    assert.equal("parley: cannot write the dataset: stopped after 300 ms, the limit set by the host; "
      .. "nothing of it was kept", message)
    assert.equal("limit", code)
    assert.is_true(given > 100)
    ds.store:limit {}
    assert.equal(0, ds.events:count())
    assert.same({ 2, 0, 0, 0 }, counts(assert(ds:import("events", file("a.csv", EVENTS)))))
  end)

  it("load_host finds nothing wrong", function()
    local output, status = require "spec.support.host" "load_host"
    assert.equal("load_host: good\n", output:match "[^\n]*\n$")
    assert.equal(0, status)
  end)

  it("reads no half of a JSON text for which there is no room", function()
    local script = scratch.script(at "room.lua", [[
      local ds, n = require("parley").open ":memory:", 0
      local function reader()
        n = n + 1
        if n <= tonumber(arg[1]) then return ('{"id": "j%d", "place": "%s"}\n'):format(n, ("x"):rep(100)) end
      end
      print(ds:import("events", nil, { format = "jsonl", reader = reader }))
      print(ds.events:count())
    ]])
    -- less than a buffer, and more
    for _, rows in ipairs { 20, 200 } do
      local answer = shell(("trap '' XFSZ; ulimit -f 1; env %s %d 2>&1"):format(script, rows))
      assert.matches("^nil\tparley: cannot write the temporary file '[^']+': File too large\tfull\n0\n$", answer)
      assert.is_nil(io.open(answer:match "file '([^']+)'"))
    end
  end)

  it("takes no more memory for more rows, nor for JSON that can be read only once", function()
    local script = scratch.script(at "memory.lua", [[
      local ds, n = require("parley").open(arg[1]), 0
      local function reader()
        n = n + 1
        if n <= 40000 then return ('{"id": "j%d", "place": "place %d", "text": "%s"}\n'):format(n, n, ("word "):rep(200)) end
      end
      assert(ds:import("events", arg[2], arg[2] == nil and { format = "jsonl", reader = reader } or nil))
      for line in io.lines "/proc/self/status" do io.write(line:match "VmHWM:%s*(%d+)" or "") end
    ]])
    local status = io.open "/proc/self/status"
    if not status then return pending "the system does not tell" end
    if (os.getenv "PARLEY_BUILD" or ""):find "asan" then return pending "sanitizers take memory of their own" end
    status:close()
    local path = many("memory.csv", 200000)
    local kilobytes = tonumber(shell(("env %s '%s' '%s' 2>&1"):format(script, at "memory.db", path)))
    assert.is_true(kilobytes < 64 * 1024, "an import took " .. kilobytes .. " kB")
    kilobytes = tonumber(shell(("env %s '%s' 2>&1"):format(script, at "json.db")))
    assert.is_true(kilobytes < 64 * 1024, "an import of JSON took " .. kilobytes .. " kB")
  end)
end)
