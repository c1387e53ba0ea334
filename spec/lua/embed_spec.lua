-- Parley inside C programs: no Lua file on disk, few libraries, a connection that stays the host's, limits.

local commands = require "spec.support.commands"

local clean, run = commands.clean, commands.run
local root = io.popen("pwd"):read "l"
local build = os.getenv "PARLEY_BUILD" or root .. "/build"
local host = build .. "/host/embed_host"

local function quoted(text)
  return "'" .. text:gsub("'", "'\\''") .. "'"
end

local folder

-- Runs a host program in an empty folder, with search paths that lead nowhere.
local function run_alone(command)
  return run(("cd %s && LUA_PATH=';' LUA_CPATH=';' %s%s"):format(folder, clean, command))
end

local function run_host(options, script)
  return run_alone(host .. " " .. options .. " " .. quoted(script))
end

setup(function()
  folder = os.tmpname()
  os.remove(folder)
  assert(os.execute("mkdir " .. folder))
  if not os.getenv "PARLEY_BUILD" then assert(os.execute(clean .. "make -s hosts >/dev/null")) end
end)

teardown(function() os.execute("rm -rf " .. folder) end)

before_each(function() os.execute("rm -rf " .. folder .. "/*") end)

describe("the example program", function()
  it("builds and answers with no Lua file on disk", function()
    local built, status = run(clean .. "make -s -C examples/embed")
    assert.equal("", built)
    assert.equal(0, status)
    local output, ended = run_alone(root .. "/build/examples/embed")
    assert.equal("round 1\t2025-05-16\tIstanbul\n"
      .. "round 2\t2025-06-02\tIstanbul\n"
      .. "in the program's database\t1\tGeneva\n", output)
    assert.equal(0, ended)
  end)
end)

describe("parley_preload", function()
  it("brings the bundled datasets", function()
    assert.equal("istanbul-2025 russia-ukraine-talks\n", (run_host("", [[print(table.concat(require "parley".datasets(), " "))]])))
  end)

  it("serves a state without io, os and debug", function()
    local output, status = run_host("few", [[
      local ds <close> = require "parley".open()
      print(io, os, debug, ds.talks:where("date > '2025-06-01'"):where { kind = "round", round = 2 }:first().id)
      print(ds.talks:where { id = "r2" }:select("id", "date"))
      print(select(2, pcall(ds.talks.save, ds.talks, "x.csv")))]])
    assert.equal("nil\tnil\tnil\tr2\nid  date\nr2  2025-06-02\n1 row × 2 columns\nparley: save() writes files, and"
      .. " this program has opened neither io nor os; use to_csv()\n", output)
    assert.equal(0, status)
  end)

  it("keeps the script's line in errors", function()
    local output = run_host("", [[local ds = require "parley".open()
      ds.talks:sort "plaice"]])
    assert.truthy(output:find "^error: script:2: parley: no column 'plaice' in talks; did you mean 'place'%?", output)
  end)

  it("has errors without a line where there is no debug library", function()
    local output = run_host("few", [[require "parley".open().talks:sort "plaice"]])
    assert.truthy(output:find "^error: parley: no column 'plaice' in talks; did you mean 'place'%?", output)
  end)

  it("can load every module", function()
    local script = { "local names = {" }
    for path in io.popen("cd lua && find parley -name '*.lua' -not -path '*/istanbul-2025.lua' -not -path '*/russia-ukraine-talks*' "
      .. "-not -path '*/meta/*'"):lines() do
      local name = path:gsub("%.lua$", ""):gsub("/", "."):gsub("%.init$", "")
      script[#script + 1] = ("%q,"):format(name)
    end
    script[#script + 1] = "} for _, name in ipairs(names) do require(name) end print(#names)"
    assert.equal(("%d\n"):format(#script - 2), (run_host("", table.concat(script))))
  end)
end)

describe("parley_pushdataset", function()
  it("works on the host's connection and gives it back", function()
    local output, status = run_host("db=mine.db", [[
      local ds <close> = ...
      ds:add("sources", { id = "s1", outlet = "Gazette", published = "2025-06-03" }, { source = "s1" })
      ds:add("talks", { id = "r1", place = "Istanbul" }, { source = "s1" })
      print(ds.talks:count())]])
    assert.equal("1\n", output)
    assert.equal(0, status)
    assert.equal("Istanbul\n", (run_host("", [[print(require "parley".open("mine.db").talks:get("r1").place)]])))
  end)

  it("leaves nothing running when the script does not close", function()
    local output, status = run_host("db=mine.db", [[
      local ds = ...
      left = ds.terms:rows()
      left_state = left()
      print(left_state ~= nil)]])
    assert.equal("true\n", output)
    assert.equal(0, status)
  end)

  it("leaves the host's authorizer in force", function()
    local output, status = run_host("db=mine.db guarded", [[
      local ds <close> = ...
      print(#ds:sql "SELECT 1", ds.talks:count())
      print(pcall(ds.store.exec, ds.store, "DROP TABLE talks"))]])
    assert.equal("1\t0\nfalse\tparley: not authorized\n", output)
    assert.equal(0, status)
  end)

  it("says what is wrong with a file that is no database", function()
    local file = assert(io.open(folder .. "/letter.txt", "w"))
    file:write(("This is a letter. "):rep(100))
    file:close()
    local output, status = run_host("db=letter.txt", "print(...)")
    assert.equal(1, status)
    assert.truthy(output:find "^error: parley: .*letter%.txt.* no SQLite database", output)
  end)
end)

describe("parley_setlimits", function()
  local slow = [[
    local ds <close> = require "parley".open()
    ds:sql "with recursive n(i) as (select 1 union all select i + 1 from n where i < 2000000000) select max(i) from n"]]

  it("bounds values that one function of SQL makes, while the connection is lent", function()
    local text = [[
      local ds = ...
      print(pcall(ds.sql, ds, "select length(hex(zeroblob(3000000))) as n"))
      ds:close()]]
    local output, status = run_host("db=mine.db memory=2000000", text)
    assert.truthy(output:find("^false\t"), output)
    assert.equal(0, status)
  end)

  it("lets no address in or out", function()
    for _, limit in ipairs { "time=60000", "memory=100000000", "readonly" } do
      assert.equal("read_only\tread_only\n", (run_host(limit, [[local parley = require "parley"
        local _, one = pcall(parley.from_arrow, 4096)
        local stream = parley.frame({ { a = 1 } }):arrow()
        local _, other = pcall(stream.address, stream)
        print(one.code, other.code)]])))
    end
  end)

  it("is seen by the Lua side", function()
    assert.equal("250\t1000000\ttrue\n", (run_host("time=250 memory=1000000 readonly",
      [[local l = require "parley.core".limits() print(l.time_ms, l.memory, l.read_only)]])))
    assert.equal("0\t0\tfalse\n", (run_host("",
      [[local l = require "parley.core".limits() print(l.time_ms, l.memory, l.read_only)]])))
  end)

  it("stops a statement that runs too long", function()
    local output, status = run_host("time=1000", slow)
    assert.equal(1, status)
    assert.truthy(output:find "^error: script:2: parley: .*1000 ms, the limit set by the host", output)
  end)

  it("stops a query on columns, and the reading of a file, that run too long", function()
    local rows = [[
      local parley, list = require "parley", {}
      for i = 1, 20000 do list[i] = { k = i %% 3, v = i } end
      local f = parley.frame(list)
      print(pcall(function() return %s end))]]
    local output = run_host("time=1500", rows:format "f:join(f, {on = 'k'}):by('v'):summarise('sum(right_v) as s'):frame()")
    assert.truthy(output:find("^false\t.*stopped after 1500 ms, the limit set by the host"), output)
    output = run_host("time=1", [[
      local path = os.tmpname()
      local file = io.open(path, "w")
      file:write("a,b\n", ("1,2\n"):rep(2000000))
      file:close()
      print(require "parley".read(path, { format = "csv" }))
      os.remove(path)]])
    assert.truthy(output:find("^nil\t.*stopped after 1 ms, the limit set by the host"), output)
  end)

  it("is the time of a call, however many passes it is made of, and the next call has its own", function()
    local output = run_host("time=500", [[
      local list = {}
      for i = 1, 50000 do list[i] = { v = i * 7919 % 50021 } end
      local f = require("parley").frame(list)
      local one = f:with("v + 1 as v"):sort("v desc"):limit(49999)
      local function done(q) return (select(2, pcall(function() return #q:frame() end))) end
      -- as long as it has to be on a machine as quick as this one
      local chain, length, late = one, 300, nil
      repeat
        for _ = 1, length do chain = chain:with("v + 1 as v"):sort("v desc"):limit(49999) end
        length, late = length * 2, done(chain)
      until late ~= 49999 or length > 20000
      print(done(one), late, done(one))]])
    assert.truthy(output:find "^49999\t.*stopped after 500 ms, the limit set by the host\t49999\n$", output)
  end)

  it("bounds the texts that a query on columns makes", function()
    local output = run_host("memory=9000000", [[
      local parley, list = require "parley", {}
      for i = 1, 60000 do list[i] = { t = "text number " .. i } end
      print(pcall(function() return #parley.frame(list):select("t .. t .. t .. t .. t .. t .. t .. t as u"):frame() end))]])
    assert.truthy(output:find("^false\t.*9000000 bytes, the limit set by the host"), output)
  end)

  it("bound what a Frame made from rows may take", function()
    local output = run_host("memory=200000", [[
      local rows = {}
      for i = 1, 1000 do rows[i] = { text = ("x"):rep(1000) .. i } end
      print(pcall(require("parley").frame, rows))]])
    assert.truthy(output:find("^false\tparley: .*200000"), output)
  end)

  it("bounds what the cells of a workbook share", function()
    local strings, workbook = {}, require "spec.support.workbook"
    for i = 1, 300 do strings[i] = "<si><t>" .. ("x"):rep(4000) .. i .. "</t></si>" end
    local out <close> = assert(io.open(folder .. "/x.xlsx", "wb"))
    out:write(workbook.of { strings = table.concat(strings),
      sheets = '<row><c t="s"><v>0</v></c></row><row><c><v>1</v></c></row>' })
    out:close()
    local script = [[print(require "parley".read("x.xlsx", { header = false, types = { column_1 = "text" } }))]]
    assert.matches("^nil\tparley: x.xlsx.*more than 500000 bytes, the limit set by the host\tlimit\n",
      (run_host("memory=500000", script)))
    assert.matches("1 column\n", (run_host("memory=5000000", script)))
  end)

  it("refuses a Frame that takes too much", function()
    local output, status = run_host("memory=200000", [[
      local ds <close> = require "parley".open()
      ds:sql "with recursive n(i) as (select 1 union all select i + 1 from n where i < 100000) select i from n"]])
    assert.equal(1, status)
    assert.truthy(output:find "^error: script:2: parley: .*200000 bytes, the limit set by the host", output)
    assert.equal("100000\n", (run_host("memory=2000000", [[
      local ds <close> = require "parley".open()
      print(#ds:sql "with recursive n(i) as (select 1 union all select i + 1 from n where i < 100000) select i from n")
      ]])))
  end)

  describe("read-only", function()
    it("opens the bundled dataset as ever", function()
      assert.equal("r2\n", (run_host("readonly", [[print(require "parley".open().talks:get("r2").id)]])))
    end)

    it("opens files for reading only", function()
      run_host("", [[local ds <close> = require "parley".open("mine.db")
        ds:add("sources", { id = "s1", outlet = "Gazette", published = "2025-06-03" }, { source = "s1" })]])
      local output = run_host("readonly", [[
        local ds <close> = require "parley".open("mine.db")
        print(ds.sources:count())
        print(pcall(ds.add, ds, "sources", { id = "s2", outlet = "Herald" }, { source = "s2" }))
        print(pcall(ds.store.exec, ds.store, "DELETE FROM sources"))
        print(ds.sources:count())]])
      assert.truthy(output:find("^1\nfalse\t.*read%-only.*\nfalse\t.*readonly.*\n1\n$"), output)
    end)

    it("creates no file", function()
      local output = run_host("readonly", [[
        print(require "parley".open("new.db"))
        local ds <close> = require "parley".open()
        print(pcall(ds.save_as, ds, "copy.db"))
        print(ds.store:backup "copy.db")]])
      assert.truthy(output:find("^nil\tparley: cannot open 'new.db': no such file.*\n"
        .. "false\t.*parley: the host program does not let scripts write files\n"
        .. "nil\tparley: cannot write 'copy.db': the host allows reading only\tpermission\n$"), output)
      assert.equal("", (run("ls " .. folder)))
    end)

    it("does not change a database that is handed over", function()
      run_host("db=mine.db", "local ds <close> = ...")
      local output, status = run_host("db=mine.db readonly", [[
        local ds <close> = ...
        print(ds.talks:count())
        print(pcall(ds.add, ds, "talks", { id = "r1" }, {}))
        for _, sql in ipairs { "INSERT INTO talks (id) VALUES ('r1')", "DROP TABLE talks", "PRAGMA user_version = 9",
          "PRAGMA journal_mode = DELETE", "VACUUM INTO 'copy.db'", "CREATE TEMP TABLE t(x); INSERT INTO t VALUES (1);"
          .. "DELETE FROM talks", "ATTACH 'copy.db' AS copy" } do
          print(pcall(ds.store.exec, ds.store, sql))
        end
        print(pcall(ds.store.run, ds.store, "DELETE FROM talks"))
        print(ds.talks:count(), ds.store:values "SELECT sum(x) FROM temp.t")]])
      local no = "false\tparley: the host allows reading only\n"
      assert.truthy(output:find("^0\nfalse\t[^\n]*read%-only[^\n]*\n" .. no:rep(6)
        .. "false\tparley: too many attached databases %- max 0\n" .. no .. "0\t1\n$"), output)
      assert.equal(0, status)
      assert.equal("mine.db\n", (run("ls " .. folder)))
    end)
  end)
end)
