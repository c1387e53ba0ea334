-- Amounts in the terms of a promise: each side's, both sides', one side's.

local sides = require "parley.analysis.sides"

local EACH, TOTAL, PLAIN = { basis = "per_side" }, { basis = "total" }, {}

-- What some amounts come to: { item, low, best, high } each.
local function sum(promise, ...)
  local all = sides.sum(promise)
  for _, item in ipairs { ... } do sides.add(all, table.unpack(item, 1, 4)) end
  local amount = sides.amount(all)
  return { amount.low, amount.best, amount.high }
end

describe("a sum in the terms of a promise", function()
  it("adds what counts the same", function()
    assert.same({ 5, 5, 5 }, sum(EACH, { EACH, 2, 2, 2 }, { PLAIN, 3, 3, 3 }))
    assert.same({ 5, nil, nil }, sum(PLAIN, { PLAIN, 2 }, { TOTAL, 3, 3, 3 }))
  end)

  it("doubles each side's for a total", function()
    assert.same({ 14, 14, 14 }, sum(TOTAL, { EACH, 5, 5, 5 }, { TOTAL, 4, 4, 4 }))
  end)

  it("sets the sides beside each other where each is bound", function()
    local lake, hill = { giver = "lake", basis = "total" }, { giver = "hill" }
    assert.same({ 70, nil, 600 }, sum(EACH, { lake, 500, 500, 500 }, { hill, 70, 70, 70 }, { lake, 100, 100, 100 }))
    assert.same({ 80, 80, 80 }, sum(EACH, { lake, 70, 70, 70 }, { hill, 70, 70, 70 }, { EACH, 10, 10, 10 }))
  end)

  it("leaves the other side open while one alone is told of", function()
    local all = sides.sum(EACH)
    sides.add(all, { giver = "lake" }, 500, 500, 500)
    assert.same({ low = 0 }, sides.amount(all))
    assert.is_false(sides.complete(all))
    sides.add(all, { giver = "hill" }, nil, nil, 9)
    assert.same({ low = 0, high = 500 }, sides.amount(all))
    assert.is_true(sides.complete(all))
    assert.same({ { low = 500, best = 500, high = 500 }, { low = 0, high = 9 } }, sides.each(all))
  end)

  it("takes several givers, or one who is bound alone, for no side", function()
    assert.same({ 7, 7, 7 }, sum(EACH, { { giver = "lake; hill" }, 7, 7, 7 }))
    assert.same({ 7, 7, 7 }, sum({ basis = "per_side", giver = "lake" }, { { giver = "lake" }, 7, 7, 7 }))
  end)

  it("compares only what can be told in its terms", function()
    assert.is_true(sides.comparable(TOTAL, EACH))
    assert.is_true(sides.comparable(PLAIN, TOTAL))
    assert.is_true(sides.comparable(EACH, { giver = "lake", basis = "total" }))
    assert.is_false(sides.comparable(EACH, TOTAL))
  end)
end)
