-- Progress of calls: what a function is told, what a terminal shows, and what a pipe does not.
-- Holds: base.progress

local core = require "parley.core"
local parley = require "parley"
local scratch = require "spec.support.scratch"
local terminal = require "spec.support.terminal"

local path, remove = scratch.folder()
local ROWS = 3000

do
  local file <close> = assert(io.open(path "in.csv", "w"))
  file:write "id,name\n"
  for i = 1, ROWS do file:write(("p%d,party %d\n"):format(i, i)) end
end

local SOURCE = { id = "s1", title = "A list", published = "2025" }

-- What is told of a call, from its beginning on.
local function told(call, ...)
  local seen = {}
  parley.progress(function(facts) seen[#seen + 1] = facts end, { after = 0 })
  local done, err = pcall(call, ...)
  parley.progress(true)
  assert(done, err)
  return seen
end

-- The last thing told that has a field.
local function last_with(seen, name)
  for i = #seen, 1, -1 do
    if seen[i][name] then return seen[i] end
  end
  error("nothing told of " .. name)
end

local function dataset()
  local ds = parley.open ":memory:"
  assert(ds:import("parties", path "in.csv", { source = SOURCE }))
  return ds
end

-- More than a second of SQLite's work.
local LONG = [[with recursive c(n) as (select 1 union all select n + 1 from c where n < %d) select count(*) as n from c]]

describe("a function that is told of progress", function()
  local ds
  lazy_setup(function() ds = dataset() end)
  lazy_teardown(remove)
  after_each(function() parley.progress(true) end)

  it("hears of a file that is read: bytes, of how many, and what is left", function()
    local size = #assert(io.open(path "in.csv")):read "a"
    local facts = last_with(told(parley.read, path "in.csv"), "share")
    assert.same({ "read", size }, { facts.what, facts.total })
    assert.equal(facts.share, facts.bytes / size)
    assert.near(facts.rate, facts.bytes / facts.seconds, 1)
    assert.near(facts.left, facts.seconds * (1 - facts.share) / facts.share, 0.001)
  end)

  it("hears of imports, rows that are saved, dumps, and what is loaded", function()
    local size = #assert(io.open(path "in.csv")):read "a"
    local facts = last_with(told(dataset), "rows")
    assert.same({ "import", size, 1.0 }, { facts.what, facts.total, facts.share })
    assert.is_true(facts.rows > ROWS / 2 and facts.rows <= ROWS)
    local frame = ds.parties:frame()
    facts = last_with(told(frame.save, frame, path "out.json"), "rows")
    assert.same({ "save", 2048 }, { facts.what, facts.rows })
    facts = last_with(told(ds.parties.save, ds.parties, path "out.jsonl"), "rows")
    assert.same({ "save", 2048 }, { facts.what, facts.rows })
    facts = last_with(told(ds.dump, ds, path "dump"), "rows")
    assert.same({ "dump", ROWS - ROWS % 256 }, { facts.what, facts.rows })
    facts = last_with(told(parley.load, path "dump"), "rows")
    assert.equal("load", facts.what)
    assert.is_true(facts.rows >= 256)
  end)

  it("hears of a report as a share of the whole, which grows", function()
    local before, count = 0, 0
    for _, facts in ipairs(told(ds.report, ds, path "r.html")) do
      if facts.share then
        assert.equal("report", facts.what)
        assert.is_true(facts.share >= before and facts.share <= 1)
        before, count = facts.share, count + 1
        assert.is_nil(facts.rows)
      end
    end
    assert.is_true(before > 0.9 and count > 20, before .. " " .. count)
  end)

  it("hears of long calls at short intervals, and so can end them", function()
    local longest, where, at = 0, nil, nil
    local function look(name)
      local now = os.clock()
      if at and now - at > longest then longest, where = now - at, name end
      at = now
    end
    local function watched(name, call, ...)
      at = os.clock()
      parley.progress(function() look(name) end, { after = 0 })
      local done, err = pcall(call, ...)
      look(name)
      parley.progress(true)
      assert(done, err)
    end
    local long = parley.open "russia-ukraine-talks"
    long.talks:count()
    watched("report", long.report, long, path "long.html")
    watched("dump", long.dump, long, path "long")
    watched("load", parley.load, path "long", path "long.db")
    watched("brief", long.brief, long, { from = "2022", to = "2026" })
    for _, name in ipairs { "positions", "ledger", "timeline", "disagreements", "lint" } do
      watched(name, long[name], long)
    end
    for _, kind in ipairs { "known", "timeline", "network" } do
      watched("plot " .. kind, function() return tostring(long:plot(kind)) end)
    end
    -- processor time; a busy machine and a sanitizer make it more
    assert.is_true(longest < (os.getenv "LD_PRELOAD" and 5 or 0.2), ("%s: %.0f ms"):format(where, longest * 1000))
  end)

  it("hears of a query that nothing is known of but its time", function()
    local seen = told(ds.sql, ds, LONG:format(20000))
    local facts = seen[#seen]
    assert.same({ what = "sql", seconds = facts.seconds }, facts)
    assert.is_true(#seen > 10 and facts.seconds > 0 and facts.seconds >= seen[1].seconds)
  end)

  it("hears of the outermost call, and from its beginning anew", function()
    told(parley.read, path "in.csv")
    local seen = told(ds.disagreements, ds)
    assert.same({ "disagreements", nil }, { seen[1].what, seen[1].bytes })
  end)

  it("hears nothing of calls that are shorter than is asked for, and of none outside", function()
    local seen = 0
    parley.progress(function() seen = seen + 1 end, { after = 60 })
    ds:sql(LONG:format(20000))
    parley.progress(function() seen = seen + 1 end, { after = 0 })
    core.tell_call(1)
    assert.equal(0, seen)
  end)

  it("ends the call when it fails, of which nothing is kept", function()
    parley.progress(function(facts) if facts.rows then error("enough", 0) end end, { after = 0 })
    local empty = parley.open ":memory:"
    local report, message, code = empty:import("parties", path "in.csv", { source = SOURCE })
    parley.progress(true)
    assert.same({ nil, "cancelled" }, { report, code })
    assert.truthy(message:find("the function given to parley.progress() failed: enough", 1, true), message)
    assert.equal(0, empty.parties:count())
    assert.equal(0, empty.sources:count())
    assert.equal(ROWS, ds.parties:count())
  end)

  it("may not call Parley", function()
    parley.progress(function() return ds.parties:count() end, { after = 0 })
    local done, err = pcall(ds.sql, ds, LONG:format(20000))
    parley.progress(true)
    assert.is_false(done)
    assert.equal("cancelled", err.code)
    assert.truthy(err.message:find("is told of a call at work, and cannot call Parley itself", 1, true), err.message)
  end)
end)

describe("who is told", function()
  after_each(function() parley.progress(true) end)

  it("is set for the state, and for one import", function()
    local function mine() end
    assert.is_true(parley.progress(mine))
    assert.equal(mine, parley.progress())
    assert.equal(mine, parley.progress(false))
    local seen, ds = 0, parley.open ":memory:"
    local function own(facts) seen = facts.seconds end
    assert(ds:import("parties", parley.frame { { id = "a", name = "A" } }, { source = SOURCE, progress = own }))
    assert.is_false(parley.progress())
    assert.is_false(parley.progress(true))
    assert.equal(0, seen)          -- it took no second
  end)

  it("is nobody else", function()
    local function refused(message, fn, ...)
      local _, err = pcall(fn, ...)
      assert.equal(message, err.message)
    end
    refused("parley.progress(x): x is true, false or a function, not a number", parley.progress, 1)
    refused("parley.progress() has no option 'aftr'; did you mean 'after'?", parley.progress, true, { aftr = 1 })
    refused("after is a number of seconds, 0 or more, not -1", parley.progress, true, { after = -1 })
    refused("progress of import() is true, false or a function, not a string", function()
      return parley.open(":memory:"):import("parties", "x.csv", { progress = "yes" })
    end)
    assert.is_true(parley.progress())
  end)
end)

describe("progress on a terminal #host", function()
  -- A call of more than a second, and another line.
  local function program(before)
    return ([[-e '%s local ds = require "parley".open() print(ds:sql("%s")[1].n) print "over"' ]]):format(before or "",
      LONG:format(4000000))
  end

  it("is a line on standard error, taken away at the end", function()
    local seen = terminal.new(terminal.lua(program()), { columns = 60 }):expect("sql: "):close():run()
    assert.same({ {}, 0 }, { seen.late, seen.status })
    assert.same({ "4000000", "over" }, { seen.screen[1], seen.screen[2] })
  end)

  it("is never wider than the terminal", function()
    local seen = terminal.new(terminal.lua(program()), { columns = 6 }):close():run()
    assert.truthy(seen.raw:find "\rsql: ", seen.raw)
    assert.is_nil(seen.raw:find "sql: 1")
  end)

  it("is not on a dumb one, in a pipe, or where nobody wants it", function()
    for _, session in ipairs {
      terminal.new(terminal.lua(program()), { term = "dumb" }),
      terminal.new(terminal.lua(program() .. "2>&1 | cat")),
      terminal.new(terminal.lua(program 'require("parley").progress(false)')),
    } do
      assert.equal("4000000\nover\n", session:close():run().text)
    end
  end)
end)
