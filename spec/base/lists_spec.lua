local lists = require "parley.base.lists"

describe("tables of names", function()
  it("are gone through a table in the order of its keys as texts", function()
    local seen = {}
    for key, value in lists.by_key { b = 1, [10] = 2, a = false, [9] = 4 } do seen[#seen + 1] = { key, value } end
    assert.same({ { 10, 2 }, { 9, 4 }, { "a", false }, { "b", 1 } }, seen)
  end)
end)
