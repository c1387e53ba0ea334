-- The module parley.readline by itself: lines of a history are kept, written and read again. What it does with keys is
-- seen at a terminal (spec/repl/loop_spec.lua).

local scratch = require "spec.support.scratch"

local has_it, readline = pcall(require, "parley.readline")
local test = has_it and it or pending

describe("parley.readline", function()
  local at, remove
  before_each(function() at, remove = scratch.folder() end)
  after_each(function() remove() end)

  test("says which library it is", function() assert.matches("%d", readline.version) end)

  test("writes the newest lines to a file, and reads them again", function()
    local path, before = scratch.file(at "history", ""), readline.count()          -- one that is not there is written whole
    for _, line in ipairs { "one", "two", "three" } do readline.add(line) end
    assert.equal("three", readline.last())
    assert.equal(before + 3, readline.count())
    assert.is_truthy(readline.save(path, 2))
    local kept = scratch.read(path)
    assert.is_nil(kept:find("one", 1, true))
    assert.matches("two\nthree\n$", kept)
    readline.load(path, 10)
    assert.equal(before + 5, readline.count())
    assert.equal("three", readline.last())
  end)

  test("cannot write where there is no folder", function() assert.falsy(readline.save(at "none/history", 1)) end)
end)
