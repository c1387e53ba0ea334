-- Modules that the build has compiled: they are their sources as these are now, or nothing; and no data is code.

local built_copy = require "spec.support.built_copy"
local scratch = require "spec.support.scratch"

local house, printed = built_copy.environment, built_copy.printed

local function without() return house { ["compiled.luac"] = function() return nil end } end

after_each(built_copy.remove)

-- Dumps of another Lua have another form: tools/compile.lua makes none of it.
local with_chunks = _VERSION == "Lua 5.4" and it or pending

-- Modules whose source Lua had to read, in the order in which they were asked for.
local FROM_SOURCE = [[
  local asked, find = {}, package.searchers[2]
  package.searchers[2] = function(name)
    local loader, path = find(name)
    if type(loader) == "function" then asked[#asked + 1] = name end
    return loader, path
  end
  for row in require("parley").open().demands:by("topic"):count():limit(1):rows() do io.write(row.topic, ":") end
  print(table.concat(asked, " "))]]

local function from_source(env)
  local topic, names = printed(env, FROM_SOURCE):match "^([^\n]-):([^\n]*)\n$"
  assert.equal("alliances", topic)
  local list = {}
  for name in names:gmatch "%S+" do list[#list + 1] = name end
  return list
end

describe("a program that requires parley", function()
  with_chunks("compiles nothing but its first file", function()
    assert.same({ "parley" }, from_source(house()))
  end)

  local spoiled = {
    ["is not there"] = function() return nil end,
    ["is empty"] = function() return "" end,
    ["was cut off"] = function(bytes) return bytes:sub(1, -2) end,
    ["is another file"] = function(bytes) return "not " .. bytes end,
    ["was made by another Lua"] = function(bytes)
      local at = string.unpack("=I4", bytes, 49)          -- the dump that this Lua would have to give
      return bytes:sub(1, at + 100) .. "\xff" .. bytes:sub(at + 102)
    end,
  }
  if _VERSION ~= "Lua 5.4" then spoiled["has no chunks of this Lua"] = function(bytes) return bytes end end
  for how, spoil in pairs(spoiled) do
    it("compiles all it needs when the compiled file " .. how, function()
      assert.is_true(#from_source(house { ["compiled.luac"] = spoil }) > 30)
    end)
  end

  with_chunks("runs a source that was edited since, and the compiled ones of the others", function()
    local file, sources = built_copy.sources()
    local errors = file "base/errors.lua"
    local text = assert(scratch.read(errors))
    local edited, count = text:gsub("function errors%.is%(value%) return", "function errors.is(value) rETURN")
    assert.equal(1, count)
    scratch.write(errors, (edited:gsub("rETURN", "_=nil;return", 1)))          -- longer
    assert.same({ "parley", "parley.base.errors" }, from_source(house(nil, sources)))
    scratch.write(errors, (text:gsub("%-%- Whether", "-- whether", 1)))        -- of the same length
    assert.same({ "parley", "parley.base.errors" }, from_source(house(nil, sources)))
    scratch.write(errors, text)
    assert.same({ "parley" }, from_source(house(nil, sources)))
  end)

  it("finds what a program has put in the place of a module", function()
    assert.equal("mine\n", printed(house(), [[
      package.preload["parley.base.lists"] = function() return "mine" end
      require "parley"
      print((require "parley.base.lists"))]]))
  end)

  it("says where a source is missing, and goes on without searchers to change", function()
    assert.matches("module 'parley.nothing' not found", printed(house(), 'require "parley" require "parley.nothing"'))
    assert.equal("17\n", printed(house(), [[
      package.loaded.package = nil
      print(#require("parley").open().demands:by("topic"):count():frame())]]))
  end)

  with_chunks("has it twice when it is loaded twice", function()
    assert.equal("5\n", printed(house(), [[
      require "parley.core"
      package.loaded["parley.core"] = nil
      require "parley.core"
      print(#package.searchers)]]))
  end)
end)

describe("a compiled module", function()
  with_chunks("is its source, with its lines", function()
    local output = printed(house(), [[
      require "parley"
      local count = 0
      local function same_lines(a, b)
        local x, y = debug.getinfo(a, "SL"), debug.getinfo(b, "SL")
        for line in pairs(x.activelines) do assert(y.activelines[line], line) end
        return x.source == y.source and x.short_src == y.short_src and x.lastlinedefined == y.lastlinedefined
      end
      local pipe = io.popen("find lua/parley -name '*.lua'")
      for path in pipe:lines() do
        local name = path:match "^lua/(.*)%.lua$":gsub("/init$", ""):gsub("/", ".")
        local ours, found = package.searchers[2](name)
        if ours then
          local theirs, place = package.searchers[3](name)
          assert(found == place, name)
          assert(string.dump(ours, true) == string.dump(theirs, true), name)
          assert(same_lines(ours, theirs), name)
          count = count + 1
        end
      end
      print(count > 400)]])
    assert.equal("true\n", output)
  end)

  it("has its file and line in the traceback of a fault", function()
    local program = [[
      require "parley"
      print(select(2, xpcall(require("parley.base.lists").flaw, debug.traceback, 1)))]]
    local function traceback(environment)
      return (printed(environment, program):gsub("/tmp/[^:]*program", "program"):gsub(" %(local '%w+'%)", ""))
    end
    local compiled = traceback(house())
    assert.equal(traceback(without()), compiled)
    assert.matches("/base/lists%.lua:%d+: in function", compiled)
  end)
end)
