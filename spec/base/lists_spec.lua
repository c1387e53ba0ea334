local lists = require "parley.base.lists"
local original = require "spec.support.original"
local parley = require "parley"

describe("lists for the REPL", function()
  it("print what is in them, and are plain lists otherwise", function()
    local names = lists.names { "a", "b" }
    assert.equal("a, b", tostring(names))
    assert.equal("a-b", table.concat(names, "-"))
    local ds = parley.open()
    assert.equal("id\nr1\n1 row × 1 column", tostring(ds.talks:where { round = 1 }:select("id"):all()))
    assert.equal("id     r1\nround  1", tostring(ds.talks:where { round = 1 }:select("id", "round"):first()))
    assert.equal("0 rows × 1 column", tostring(ds.talks:where("round > 99"):select("id"):all()):match("\n(.*)$"))
  end)

  it("go through a table in the order of its keys as texts", function()
    local seen = {}
    for key, value in lists.by_key { b = 1, [10] = 2, a = false, [9] = 4 } do seen[#seen + 1] = { key, value } end
    assert.same({ { 10, 2 }, { 9, 4 }, { "a", false }, { "b", 1 } }, seen)
  end)

  it("know a dot from a colon", function()
    local class = { greet = function(self) return "hello " .. self.name end }
    local greet = class.greet
    lists.colons(class, "a_query", function(x) return type(x) == "table" and x.name ~= nil end)
    assert.equal("hello you", class.greet { name = "you" })
    local ok, err = pcall(class.greet)
    assert.is_false(ok)
    assert.truthy(err:find("parley: greet() belongs to a query: call it with a colon, as in x:greet(...)", 1, true))
    assert.equal(greet, original(class.greet))
  end)
end)
