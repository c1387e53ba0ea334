-- tools/copies.lua on a scratch tree: what it calls a copy, and what not.

local scratch = require "spec.support.scratch"

local at, remove

-- What it prints about the tree, and whether it is content.
local function look(tree)
  local pipe = assert(io.popen(("'%s' tools/copies.lua '%s' 2>&1"):format(scratch.lua(), tree)))
  local text = pipe:read "a"
  return text, (pipe:close()) or false
end

-- A function of some 60 words in Lua, in 9 lines.
local BODY = [[
local function total(list, wanted)
  local sum, count = 0, 0
  for _, one in ipairs(list) do
    if one.kind == "part" and wanted[one.name] then
      sum, count = sum + one.amount * 2, count + 1
    end
    if sum > 1000 then return nil, one.name, count end
  end
  return sum, count, wanted.name or "none"
end
]]

local function renamed(text)
  for name, other in pairs { total = "mean", sum = "all", one = "thing", list = "things", count = "n" } do
    text = text:gsub("%f[%w_]" .. name .. "%f[^%w_]", other)
  end
  return text
end

describe("tools/copies.lua #tools", function()
  before_each(function()
    at, remove = scratch.folder()
    for _, folder in ipairs { "lua", "lua/parley", "lua/parley/messages", "lua/parley/base", "lua/parley/base/messages",
      "tools", "csrc" } do
      assert(os.execute("mkdir " .. at(folder)))
    end
  end)

  after_each(function() remove() end)

  it("finds nothing in the house as it is", function()
    local text, content = look "."
    assert.equal("", text)
    assert.is_true(content)
  end)

  it("tells a copy, with both places", function()
    scratch.write(at "lua/parley/a.lua", BODY .. "return total\n")
    scratch.write(at "lua/parley/b.lua", "-- another\nlocal x = 1\n" .. BODY .. "return { total, x }\n")
    local text, content = look(at "")
    assert.matches("lua/parley/b.lua:3: 50 words are those of lua/parley/a.lua:1\n", text, 1, true)
    assert.is_false(content)
  end)

  it("tells a copy in one file, once", function()
    scratch.write(at "tools/a.lua", BODY .. BODY)
    local text = look(at "")
    local _, lines = text:gsub("\n", "")
    assert.matches("tools/a.lua:11: 50 words are those of tools/a.lua:1\n", text, 1, true)
    assert.equal(2, lines)                 -- with names, and without
  end)

  it("tells one with other names, where each name has the same other one throughout", function()
    scratch.write(at "lua/parley/a.lua", BODY)
    scratch.write(at "lua/parley/b.lua", renamed(BODY))
    local text, content = look(at "")
    assert.matches("lua/parley/b.lua:1: 75 words are those of lua/parley/a.lua:1, with other names", text, 1, true)
    assert.is_false(content)
    scratch.write(at "lua/parley/b.lua", (renamed(BODY):gsub("thing%.name", "all.name", 1)))
    assert.equal("", (look(at "")))
  end)

  it("finds them in C, whatever comments and lines there are", function()
    local function body(comment)
      return "static int sum(const int *a, int n) {\n" .. comment
        .. ("  for (int i = 0; i < n; i++) {\n    if (a[i] > 10 && a[i] < 20) n += a[i] * 3;\n  }\n"):rep(4)
        .. "  return n;\n}\n"
    end
    scratch.write(at "csrc/a.c", body "")
    scratch.write(at "csrc/b.c", body "  /* the sum\n     of all */\n")
    assert.matches("csrc/b.c:1: 100 words are those of csrc/a.c:1", (look(at "")), 1, true)
  end)

  it("passes over what files require, SQL in long strings, and words of messages", function()
    scratch.write(at "lua/parley/c.lua", "return [[\n" .. BODY .. "]]\n")
    scratch.write(at "lua/parley/d.lua", "return [[\n" .. BODY .. "]]\n")
    local requires = ("local errors = require \"parley.base.errors\"\n"):rep(30)
    scratch.write(at "lua/parley/a.lua", requires .. "return 1\n")
    scratch.write(at "lua/parley/b.lua", requires .. "return 2\n")
    scratch.write(at "lua/parley/base/messages/a.lua", BODY)
    scratch.write(at "lua/parley/base/messages/b.lua", BODY)
    local text, content = look(at "")
    assert.equal("", text)
    assert.is_true(content)
  end)
end)
