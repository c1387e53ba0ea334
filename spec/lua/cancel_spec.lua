-- Cancelling: a C host cancels each long call from a second thread; the deadline of a call holds for all its passes.

local core = require "parley.core"
local parley = require "parley"
local build = os.getenv "PARLEY_BUILD" or "build"

describe("a host that cancels from a second thread", function()
  it("ends each long call soon, with datasets and Frames whole, and may go on #host", function()
    local pipe = assert(io.popen(build .. "/host/cancel_host 5 2>&1"))
    local output = pipe:read "a"
    local done = pipe:close()
    assert.truthy(done and output:find "cancel_host: good", output)
  end)
end)

describe("a public call", function()
  it("is one within another, and over when it ends", function()
    do
      local call <close> = core.begin_call()
      assert.truthy(call)
      assert.is_nil((core.begin_call()))
      assert.equal(6, parley.open().talks:count())
      assert.is_nil((core.begin_call()))
    end
    local again <close> = core.begin_call()
    assert.truthy(again)
  end)

  it("is opening a dataset, and attaching a host's", function()
    local opening, seen = require "parley.storage.open_dataset", {}
    local methods = { open = opening.open, attach = opening.attach }
    finally(function() opening.open, opening.attach = methods.open, methods.attach end)
    for name, method in pairs(methods) do
      opening[name] = function(...)
        seen[name] = core.begin_call() == nil
        return method(...)
      end
    end
    parley.open ":memory:"
    parley.attach(core.open ":memory:")
    assert.same({ open = true, attach = true }, seen)
  end)

  it("is over when an error ends it", function()
    pcall(function()
      local call <close> = core.begin_call()
      error(tostring(call))
    end)
    local again <close> = core.begin_call()
    assert.truthy(again)
  end)

  it("of a coroutine is a call of its own, and left in its midst stands in nobody's way", function()
    local left = coroutine.wrap(function()
      local call <close> = core.begin_call()
      coroutine.yield(call ~= nil)
    end)
    assert.is_true(left())
    do
      local call <close> = core.begin_call()
      assert.truthy(call)
      assert.equal("table", type(coroutine.wrap(function() return parley.open().talks:all() end)()))
      assert.is_nil((core.begin_call()))
    end
    collectgarbage()
    local again <close> = core.begin_call()
    assert.truthy(again)
  end)

  it("may be asked whether it goes on", function()
    assert.has_no.errors(core.check_call)
    local call <close> = core.begin_call()
    assert.truthy(call)
    assert.has_no.errors(core.check_call)
  end)
end)
