-- Keys of rows as text: equal where all values are, and nowhere else.

local row_key = require "parley.query.row_key"

describe("a row's key", function()
  local function key(...)
    local values = table.pack(...)
    return row_key.of(values.n, function(at) return values[at] end)
  end

  it("is one for a whole number of either kind, and another for what is near it", function()
    assert.equal(key(1), key(1.0))
    assert.equal(key(0), key(-0.0))
    assert.are_not.equal(key(0.1), key(0.1 + 1e-16))
    assert.are_not.equal(key(1 << 53), key((1 << 53) + 1))
    assert.are_not.equal(key(1), key "1.0")
  end)

  it("tells missing values from texts, and where one value ends", function()
    assert.equal(key(nil, "a"), key(nil, "a"))
    assert.are_not.equal(key(nil), key "nil")
    assert.are_not.equal(key(nil, "a"), key("a", nil))
    assert.are_not.equal(key("a", "b"), key "ab")
    assert.are_not.equal(key("1:a", "b"), key("1", "a:b"))
    assert.are_not.equal(key(true), key(false))
  end)
end)
