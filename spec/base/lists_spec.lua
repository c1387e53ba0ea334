local lists = require "parley.base.lists"

describe("a list", function()
  it("gives a field of each of its records", function()
    assert.same({ 1, 3 }, lists.field({ { a = 1 }, { a = 3, b = 2 } }, "a"))
  end)

  it("has a flaw where it has a hole, or a key that is no place", function()
    assert.is_nil((lists.flaw { 1, 2 }))
    assert.equal(2, (lists.flaw { 1, nil, 3 }))
    assert.equal("a", (select(2, lists.flaw { 1, b = 1, a = 1 })))
  end)
end)
