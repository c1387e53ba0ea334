-- tools/layers.lua on a scratch copy of sources, in which faults are planted and found at their lines, and nothing else
-- is.

local scratch = require "spec.support.scratch"

local read = scratch.read

-- Enough of the house to have a file in each room that a fault is planted in or points to.
local COPIED = { "tools", "csrc/base", "csrc/value", "csrc/frame/frame.h", "csrc/text/csv.c", "csrc/text/csv.h",
  "csrc/engine/plan.c", "csrc/engine/plan.h", "lua/parley/base", "lua/parley/codebook", "lua/parley/claims",
  "lua/parley/repl", "lua/parley/import/sniff.lua", "lua/parley/export/dump.lua", "lua/parley/analysis/compare.lua",
  "lua/parley/init.lua" }

local at, remove, before

local function complaints()
  local order = {}
  local pipe <close> = assert(io.popen(("'%s' tools/layers.lua '%s' 2>&1"):format(scratch.lua(), at "")))
  for line in pipe:lines() do order[#order + 1] = line end
  return order
end

-- A complaint without its line, since planted lines move those after them.
local function placeless(line) return (line:gsub(":%d+:", ":", 1)) end

-- The new complaints when lines stand at the end of a file of the copy, and how many lines it had.
local function planted(path, text)
  local was = read(at(path))
  local _, count = was:gsub("\n", "")
  scratch.write(at(path), was .. text)
  local after = complaints()
  scratch.write(at(path), was)
  local new = {}
  for _, line in ipairs(after) do
    if not before[placeless(line)] then new[#new + 1] = line end
  end
  return new, count
end

-- Each line planted is complained about where it stands, with these words: { line, words } each.
local function assert_found(path, faults)
  local lines = {}
  for i, fault in ipairs(faults) do lines[i] = fault[1] .. "\n" end
  local new, count = planted(path, table.concat(lines))
  local text = "\n" .. table.concat(new, "\n") .. "\n"
  for i, fault in ipairs(faults) do
    local from = text:find(("\n%s:%d: "):format(path, count + i), 1, true)
    assert.is_truthy(from, ("nothing was found in %s: %s"):format(fault[1], text))
    assert.is_truthy(text:match("[^\n]*", from + 1):find(fault[2], 1, true), text)
  end
end

local function assert_nothing(path, lines)
  assert.same({}, (planted(path, table.concat(lines, "\n") .. "\n")))
end

describe("tools/layers.lua #tools", function()
  setup(function()
    at, remove = scratch.folder()
    for _, path in ipairs(COPIED) do
      assert(os.execute(("mkdir -p '%s' && cp -r %s '%s'"):format(at(path:match "^(.*)/" or ""), path, at(path))))
    end
    before = {}
    for _, line in ipairs(complaints()) do before[placeless(line)] = true end
  end)

  teardown(function() remove() end)

  it("finds an arrow up, or to a room of the same floor", function()
    assert_found("csrc/base/buffer.c", { { '#include "frame/frame.h"',
      "base/buffer.c needs frame/frame.h: base (floor" } })
    assert_found("csrc/text/csv.c", { { '#include "engine/plan.h"', "must not know engine" } })
    assert_found("lua/parley/import/sniff.lua", {
      { 'local x = require "parley.export.dump"', "must not know export" },
      { 'local y = require "parley.repl.print"', "must not know repl" },
    })
  end)

  it("finds lazy arrows, guarded ones, names handed on, and names put together", function()
    local words = "must not know repl"
    assert_found("lua/parley/claims/policy.lua", {
      { 'local function a() return require("parley.repl.print").preview end', words },
      { 'local b = pcall(require, "parley.repl.print")', words },
      { "local c = { module = 'parley.repl.print' }", words },
      { "local d = require [[parley.repl.print]]", words },
      { 'local function e(name) return require("parley.repl." .. name) end', words },
      { 'local function f(name) return require(("parley.repl.%s"):format(name)) end', words },
      { 'local function g(name) return require("parley." .. name) end', "must not know ." },
      { 'local h = "--" .. require("parley.repl.print").name', words },
    })
  end)

  it("finds a circle", function()
    local new = planted("lua/parley/claims/policy.lua", 'local function f() return require "parley.claims.views" end\n')
    assert.equal(1, #new)
    assert.matches("closes a circle: .*claims/policy.lua", new[1])
    assert.matches("closes a circle: .*claims/views.lua", new[1])
  end)

  it("finds a circle through modules found by name, in a folder and below it", function()
    local folder = at "lua/parley/claims/kinds"
    assert(os.execute(("mkdir -p '%s/old'"):format(folder)))
    for _, case in ipairs {
      { "one", 'local function a(name) return require("parley.claims.kinds." .. name) end' },
      { "one", 'local ROOM = "parley.claims.kinds."' },
      { "old/two", 'local function b(name) return require(("parley.claims.kinds.%s"):format(name)) end' },
    } do
      local file = ("%s/%s.lua"):format(folder, case[1])
      scratch.write(file, 'return require "parley.claims.views"\n')
      local new = planted("lua/parley/claims/views.lua", case[2] .. "\n")
      assert(os.remove(file))
      assert.equal(1, #new, case[2])
      assert.matches("closes a circle: claims/.*%.lua %-> claims/", new[1])
      assert.is_truthy(new[1]:find(("claims/kinds/%s.lua -> "):format(case[1]), 1, true), new[1])
      assert.is_truthy(new[1]:find("claims/views.lua -> ", 1, true), new[1])
    end
    assert(os.execute(("rm -r '%s'"):format(folder)))
  end)

  it("holds the floors of the modules that a name put together may mean", function()
    assert_found("lua/parley/base/lists.lua", {
      { 'local function a(room) return require("parley.claims." .. room) end', "must not know claims" } })
  end)

  it("finds a module or a header that is not there", function()
    assert_found("lua/parley/import/sniff.lua", { { 'local x = require "parley.import.nowhere"',
      "needs import/nowhere.lua, which is not there" } })
    assert_found("csrc/text/csv.c", { { '#include "text/nowhere.h"', "needs text/nowhere.h, which is not there" } })
  end)

  it("finds what only some rooms may know", function()
    assert_found("csrc/value/edtf.c", {
      { "#include <lua.h>", "lua.h is for lua, readline, parley.h alone" },
      { "#include <lauxlib.h>", "lua.h is for lua, readline, parley.h alone" },
      { "#include <sqlite3.h>", "sqlite3.h is for sqlite, parley.h alone" },
      { "int x = SQLITE_BUSY;", "SQLite's types and codes is for sqlite, parley.h alone" },
      { "#include <libpq-fe.h>", "libpq-fe.h is for postgres alone" },
      { 'const char *x = "/*"; int y = SQLITE_BUSY; // */', "SQLITE_BUSY" },
    })
    assert_found("lua/parley/analysis/compare.lua", {
      { 'local x = "SELECT id FROM talks"', "SQL text is for query/sql" },
      { "local y = [[ DELETE FROM talks", "SQL text is for query/sql" },
      { " WHERE id = 1 ]]", "SQL text is for query/sql" },
      { 'local z = "oid or rowid"', "SQLite's own words is for query/sql/dialect alone: rowid" },
    })
  end)

  it("is not fooled by comments, strings and words", function()
    assert_nothing("lua/parley/claims/policy.lua", { '-- require "parley.repl.print" would be an arrow up',
      "--[==[", 'local x = require "parley.repl.print"', "]==]",
      'local y = "ask parley.read for it, or parley.frame"' })
    assert_nothing("lua/parley/analysis/compare.lua", { 'local x = "selects" -- "SELECT x"', "-- SELECT id FROM talks" })
    assert_nothing("csrc/value/edtf.c", { "/* #include <lua.h>", "   SQLITE_BUSY */", "// sqlite3_open",
      'const char *x = "/* SQLITE_BUSY"; // "' })
  end)

  it("finds what is lent to a class, or asked of a dataset, that the table does not list", function()
    assert_found("lua/parley/init.lua", { { 'attachments.supply("parley.Row", "parley.claims.policy")',
      "parley.Row gets methods of the room claims, which tools/floors.lua (lent) has to list" } })
    assert_found("lua/parley/claims/policy.lua", {
      { "local function a(ds) return ds:report() end",
        "claims asks a dataset that it was handed for report(), which tools/floors.lua (lent) has to list" },
      { "local function b(q) return q.home:lint() end", "for lint()" },
    })
    assert_nothing("lua/parley/claims/policy.lua", { "local function a(ds, q) return ds:view(), q.home:ensure() end",
      "-- ds:report() is public", "local b = 'ds:report()'", "local function c(q) return q:report(), q.ds.report end" })
  end)

  it("finds what the table lists as lent, and nobody asks for", function()
    local was = read(at "tools/floors.lua")
    scratch.write(at "tools/floors.lua", (was:gsub("asked = {", "asked = { codebook = 'report',")))
    local after = table.concat(complaints(), "\n")
    scratch.write(at "tools/floors.lua", was)
    assert.is_truthy(after:find("codebook asks a dataset that it was handed for report(), which tools/floors.lua (lent) "
      .. "lists, and nobody does", 1, true), after)
  end)

  it("wants every file in a room of the table", function()
    assert(os.execute(("mkdir -p '%s' && touch '%s'"):format(at "csrc/attic", at "csrc/attic/old.c")))
    local after = table.concat(complaints(), "\n")
    assert(os.execute(("rm -r '%s'"):format(at "csrc/attic")))
    assert.is_truthy(after:find("csrc/attic/old.c:1: stands in no room of tools/floors.lua", 1, true))
  end)
end)
