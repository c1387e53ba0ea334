-- Public calls: one deadline and one cancelling for all that a front method does.

local core = require "parley.core"
local original = require "spec.support.original"
local public_call = require "parley.base.public_call"

describe("a public call", function()
  it("is whatever a method of a class does, with its arguments and results, gaps too", function()
    local class = public_call.all { add = function(a, b, c) return a, nil, c, b == nil end }
    assert.same({ n = 4, 1, nil, 3, true }, table.pack(class.add(1, nil, 3)))
    assert.equal(0, select("#", public_call.of(function() end)()))
  end)

  it("is made of the functions that are named, and leaves others and metamethods", function()
    local function one() return 1 end
    local function two() return 2 end
    local class = { one = one, two = two, __len = one, name = "x" }
    public_call.make(class, { "one" })
    assert.same({ false, true, true }, { class.one == one, class.two == two, class.__len == one })
    assert.same({ 1, 2 }, { class.one(), class.two() })
    public_call.all(class)
    assert.same({ false, true, "x" }, { class.two == two, class.__len == one, class.name })
  end)

  it("holds inner calls, which begin no call of their own", function()
    local inside
    local class = { inner = function() return core.begin_call() end }
    class.outer = function() inside = class.inner() return "done" end
    public_call.all(class)
    assert.equal("done", class.outer())
    assert.is_nil(inside)
    local call <close> = core.begin_call()
    assert.is_truthy(call)
    assert.is_nil(core.begin_call())
  end)

  it("is asked for in loops over numbers, each of them once", function()
    local sum = 0
    for i in public_call.upto(1000) do sum = sum + i end
    assert.equal(500500, sum)
    for _ in public_call.upto(0) do sum = nil end
    assert.equal(500500, sum)
  end)

  it("ends when its method fails, so that the next one is a call again", function()
    local class = public_call.all { fail = function() error("no", 0) end }
    assert.same({ false, "no" }, { pcall(class.fail) })
    local call <close> = core.begin_call()
    assert.is_truthy(call)
  end)

  it("is checked without harm where nothing is at work", function()
    assert.has_no.errors(public_call.check)
  end)

  it("looks now and then whether to stop while a long list is gone through", function()
    local looks, check = 0, public_call.check
    finally(function() public_call.check = check end)
    public_call.check = function() looks = looks + 1 end
    local seen = {}
    for i, item in public_call.each { "a", false, "c" } do seen[i] = item end
    assert.same({ "a", false, "c" }, seen)
    assert.equal(1, looks)
    local list = {}
    for i = 1, 640 do list[i] = i end
    for _ in public_call.each(list) do list[#list] = 0 end
    assert.equal(12, looks)
    public_call.sort(list, function(a, b) return a > b end)
    assert.same({ 639, 638 }, { list[1], list[2] })
    assert.truthy(looks > 12)
  end)
end)

describe("a method", function()
  it("knows a dot from a colon", function()
    local class = { greet = function(self) return "hello " .. self.name end }
    local greet = class.greet
    public_call.colons(class, "a_query", function(x) return type(x) == "table" and x.name ~= nil end)
    assert.equal("hello you", class.greet { name = "you" })
    local ok, err = pcall(class.greet)
    assert.is_false(ok)
    assert.truthy(err:find("parley: greet() belongs to a query: call it with a colon, as in x:greet(...)", 1, true))
    assert.equal(greet, original(class.greet))
  end)
end)
