-- tools/measure.lua on a scratch tree: what it counts, and each limit.

local scratch = require "spec.support.scratch"

local at, remove

-- What it prints about the tree, and whether it is content.
local function measure()
  local pipe = assert(io.popen(("'%s' tools/measure.lua '%s' 2>&1"):format(scratch.lua(), at "")))
  local text = pipe:read "a"
  return text, (pipe:close()) or false
end

local function body(n) return ("  x = x + 1\n"):rep(n) end

-- A function of Lua or C with so many lines in all.
local function lua_function(name, n) return ("local function %s()\n%send\n"):format(name, body(n - 2)) end
local function c_function(name, n) return ("static int %s(int x) {\n%s}\n"):format(name, ("  x++;\n"):rep(n - 2)) end

describe("tools/measure.lua #tools", function()
  before_each(function()
    at, remove = scratch.folder()
    for _, folder in ipairs { "lua", "lua/parley", "tools", "csrc", "spec", "fuzz", "bench" } do
      assert(os.execute("mkdir " .. at(folder)))
    end
  end)

  after_each(function() remove() end)

  it("measures the house as it is, within its limits", function()
    local pipe = assert(io.popen(("'%s' tools/measure.lua 2>&1"):format(scratch.lua())))
    local text = pipe:read "a"
    assert.is_true(pipe:close(), text)
  end)

  it("counts functions whatever stands in them", function()
    scratch.write(at "lua/parley/a.lua", [[
local function outer() -- function
  local s = "function end"
  local inner = function()
    if s then return 1 elseif not s then return 2 else return 3 end
  end
  for i = 1, 2 do while i do break end end
  repeat local x = "]" until x
  --[=[ end end
  function ]=]
  return inner
end
]])
    scratch.write(at "csrc/a.c", "/* { */\nstruct point { int x; };\nstatic int\nlong_name(int a,\n  int b) {\n"
      .. "  const char *s = \"}\";\n  return '{' + a + b; // }\n}\nint table[] = { 1, 2 };\n")
    local text = measure()
    assert.matches("Lua +1 files +11 lines +2 functions of 3 lines, nine of ten up to 11, longest 11", text)
    assert.matches("C +1 files +9 lines +1 functions of 6 lines, nine of ten up to 6, longest 6; comments 22 %%", text)
  end)

  it("refuses a function of over 60 lines and a file of over 500", function()
    scratch.write(at "lua/parley/a.lua", ("-- one\n"):rep(10) .. lua_function("long", 60) .. ("f()\n"):rep(430))
    assert.not_matches("at most", (measure()))
    scratch.write(at "lua/parley/a.lua", lua_function("long", 61) .. ("f()\n"):rep(440))
    local text, content = measure()
    assert.is_false(content)
    assert.is_truthy(text:find("lua/parley/a.lua:1: the function long has 61 lines, and one at most 60", 1, true))
    assert.is_truthy(text:find("lua/parley/a.lua has 501 lines, and a file at most 500", 1, true))
  end)

  it("bounds the files of specs, hosts, fuzz targets, benchmarks and tables as well, and the functions of all but specs", function()
    for _, name in ipairs { "spec/a.lua", "spec/a.c", "fuzz/a.c", "bench/a.lua", "csrc/a.def" } do
      local write = name:find "%.lua$" and lua_function or c_function
      scratch.write(at(name), write("long", 61) .. ("\n"):rep(440))
      local text, content = measure()
      assert.is_false(content, name)
      assert.is_truthy(text:find(name .. " has 501 lines, and a file at most 500", 1, true), text)
      assert.equal(name ~= "spec/a.lua", text:find(name .. ":1: the function long has 61 lines", 1, true) ~= nil, text)
      scratch.write(at(name), write("short", 60) .. ("// why\n"):rep(100) .. ("\n"):rep(340))
      assert.is_nil(measure():find("at most", 1, true), name)
      os.remove(at(name))
    end
  end)

  it("refuses a line of C that is too wide, in characters", function()
    local function line(n) return "/* " .. ("\u{439}"):rep(n - 6) .. " */\n" end
    for name, most in pairs { ["csrc/a.h"] = 120, ["csrc/a.def"] = 120, ["fuzz/a.c"] = 120, ["spec/a.c"] = 140 } do
      scratch.write(at(name), "/* why */\nint a;\nint b;\nint c;\n\n" .. line(most + 1))
      local text, content = measure()
      assert.is_false(content, name)
      local told = ("%s:6: the line has %d columns, and one at most %d"):format(name, most + 1, most)
      assert.is_truthy(text:find(told, 1, true), text)
      scratch.write(at(name), "/* why */\nint a;\nint b;\nint c;\n\n" .. line(most))
      assert.is_nil(measure():find("columns", 1, true), name)
      os.remove(at(name))
    end
  end)

  it("refuses a function of more than eight parameters", function()
    local lists = { "a, b, c, d, e, f, g, h", "int a, int b, int c, int d,\n  int (*e)(int, int), int g, int h" }
    scratch.write(at "lua/parley/a.lua", ("local function f(%s) end\n"):format(lists[1]))
    scratch.write(at "csrc/a.c", ("/* why */\nint f(%s) {\n  return a;\n}\n"):format(lists[2]))
    assert.is_nil(measure():find("parameters", 1, true))
    scratch.write(at "lua/parley/a.lua", ("local x = 1\nf.g = function(%s, i) end\n"):format(lists[1]))
    scratch.write(at "csrc/a.c", ("/* why */\nint f(%s, int i) {\n  return a;\n}\n"):format(lists[2]))
    local text, content = measure()
    assert.is_false(content)
    assert.is_truthy(text:find("lua/parley/a.lua:2: the function f.g has 9 parameters, and one at most 8", 1, true), text)
    assert.is_truthy(text:find("csrc/a.c:2: the function f has 9 parameters, and one at most 8", 1, true), text)
  end)

  it("refuses functions that are long as a rule", function()
    local parts = {}
    for i = 1, 10 do parts[i] = lua_function("f" .. i, i <= 5 and 5 or 13) end
    parts[11] = lua_function("g", 31)
    parts[12] = lua_function("h", 31)
    scratch.write(at "lua/parley/a.lua", table.concat(parts))
    local text = measure()
    assert.is_truthy(text:find("Lua: half the functions have over 12 lines", 1, true), text)
    assert.is_truthy(text:find("Lua: a tenth of the functions have 31 lines or more", 1, true), text)
  end)

  it("wants comments in C, and not too many", function()
    scratch.write(at "csrc/a.c", c_function("f", 10))
    local text, content = measure()
    assert.matches("C: comments stand on 0 %% of the lines, not on 15 to 30", text)
    assert.is_false(content)
    scratch.write(at "csrc/a.c", ("// why\n"):rep(2) .. c_function("f", 8))
    text, content = measure()
    assert.not_matches("comments stand on", text)
    assert.is_truthy(content, text)
    scratch.write(at "csrc/a.c", ("// why\n"):rep(8) .. c_function("f", 8))
    assert.matches("comments stand on 50 %%", (measure()))
  end)
end)
