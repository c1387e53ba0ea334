-- Amounts as intervals: words, sums and differences, with bounds that are missing.

local interval = require "parley.analysis.interval"

describe("an interval in words", function()
  for _, case in ipairs {
    { "30", 30, 30, 30 }, { "30", 30, nil, 30 }, { "at least 30", 30 }, { "at most 30", nil, nil, 30 },
    { "about 30", nil, 30 }, { "100–999", 100, nil, 999 }, { "300 (100–999)", 100, 300, 999 },
    { "40 (at least 30)", 30, 40 }, { "20 (at most 30)", nil, 20, 30 }, { "100 (100–999)", 100, 100, 999 }, { "at least 30", 30, 30 },
    { "0", 0, 0, 0 },
  } do
    it("reads " .. case[1], function() assert.equal(case[1], interval.text(table.unpack(case, 2, 4))) end)
  end

  it("is nothing without a number", function()
    assert.is_nil(interval.text())
    assert.is_false(interval.known())
    assert.is_true(interval.known(nil, nil, 0))
  end)
end)

describe("the bounds of an amount", function()
  it("are open where they are missing, and a lone number is its own", function()
    assert.same({ 30, 40 }, { interval.bounds(30, 35, 40) })
    assert.same({ 30, nil }, { interval.bounds(30, 35, nil) })
    assert.same({ nil, 40 }, { interval.bounds(nil, 35, 40) })
    assert.same({ 35, 35 }, { interval.bounds(nil, 35, nil) })
    assert.same({}, { interval.bounds() })
  end)
end)

describe("a sum of amounts", function()
  local function sum(...)
    local total = interval.zero()
    for _, amount in ipairs { ... } do interval.add(total, amount[1], amount[2], amount[3]) end
    return total
  end

  it("of nothing is nothing", function() assert.same({ low = 0, best = 0, high = 0 }, sum()) end)

  it("adds bound to bound", function()
    assert.same({ low = 30, best = 60, high = 90 }, sum({ 10, 20, 30 }, { 20, 40, 60 }))
    assert.same({ low = 15, best = 25, high = 35 }, sum({ 10, 20, 30 }, { 5, 5, 5 }))
  end)

  it("takes one number for all three", function()
    assert.same({ low = 7, best = 7, high = 7 }, sum({ 4, nil, 4 }, { nil, 3, nil }))
  end)

  it("stays open where one bound is missing", function()
    assert.same({ low = 15, high = nil }, sum({ 10, nil, nil }, { 5, 5, 5 }))
    assert.same({ low = 5, high = 25 }, sum({ nil, nil, 20 }, { 5, 5, 5 }))
    assert.same({ low = 5 }, sum({}, { 5, 5, 5 }))
    assert.same({ low = 6, high = 9 }, sum({ 1, nil, 4 }, { 5, 5, 5 }))
  end)

  it("of numbers that are not whole comes to the same in any order, and to what sum() gives", function()
    local tenths = {}
    for i = 1, 10 do tenths[i] = { 0.1, 0.1, 0.1 } end
    assert.equal(1.0, sum(table.unpack(tenths)).low)
    local large, small = { 1e16, 1e16, 1e16 }, { 1, 1, 1 }
    for _, list in ipairs { { large, small, small, { 0.5, 0.5, 0.5 } }, { { 0.5, 0.5, 0.5 }, small, large, small } } do
      local total = sum(table.unpack(list))
      assert.same({ 1e16 + 2, 1e16 + 2, 1e16 + 2 }, { total.low, total.best, total.high })
    end
    assert.is_nil(sum({ 0.5 }, { 0.5, 0.5, 0.5 }).high)
  end)

  it("that no number holds is an error", function()
    local done, err = pcall(sum, { 1e308, 1e308, 1e308 }, { 1e308, 1e308, 1e308 })
    assert.is_false(done)
    assert.matches("does not fit", tostring(err), 1, true)
  end)

  it("that does not fit 64 bits is an error", function()
    local ok, err = pcall(sum, { math.maxinteger, math.maxinteger, math.maxinteger }, { 1, 1, 1 })
    assert.is_false(ok)
    assert.truthy(err:find("the sum of 9223372036854775807 and 1 does not fit 64 bits", 1, true))
  end)
end)

describe("what is left of an amount", function()
  local function left(whole, taken)
    return { interval.subtract({ low = whole[1], best = whole[2], high = whole[3] },
      { low = taken[1], best = taken[2], high = taken[3] }) }
  end

  it("is at least the least less the most, at most the most less the least", function()
    assert.same({ 70, 80, 90 }, left({ 100, 100, 100 }, { 10, 20, 30 }))
    assert.same({ 20, nil, 90 }, left({ 80, nil, 100 }, { 10, 20, 60 }))
  end)

  it("is never below 0", function()
    assert.same({ 0, 0, 90 }, left({ 20, 20, 100 }, { 10, 30, 30 }))
    assert.same({ 0, 0, 0 }, left({ 20, 20, 20 }, { 21, 22, 23 }))
  end)

  it("stays open where the whole is", function()
    assert.same({ 30, nil, nil }, left({ 40, nil, nil }, { 10, 10, 10 }))
    assert.same({ nil, nil, 30 }, left({ nil, nil, 40 }, { 10, 10, 10 }))
  end)

  it("may be nothing where nobody knows how much was taken", function()
    assert.same({ 0, nil, 30 }, left({ 40, 40, 40 }, { 10, nil, nil }))
  end)
end)

describe("two numbers", function()
  it("are told apart exactly where they are whole, and but for rounding where they are not", function()
    assert.is_true(interval.below((1 << 53), (1 << 53) + 1))
    assert.is_false(interval.below(0.3, 0.1 + 0.1 + 0.1))
    assert.is_true(interval.below(0.3, 0.3001))
    assert.is_true(interval.same(0.3, 0.1 + 0.1 + 0.1))
    assert.is_true(interval.same(nil, nil))
    assert.is_false(interval.same(nil, 0))
  end)
end)
