-- Where axes are labelled: round numbers, powers of ten, days, months and years.
-- Holds: pictures.scale

local core = require "parley.core"
local scale = require "parley.pictures.scale"
local ticks = require "parley.pictures.ticks"

local function day(text) return (core.date(text)) end

local function labels(list)
  local texts = {}
  for i, tick in ipairs(list) do texts[i] = tick.label end
  return table.concat(texts, " ")
end

describe("ticks of numbers", function()
  local cases = {
    { 0, 19, 6, false, "0 5 10 15" }, { 0, 1, 5, false, "0 0.2 0.4 0.6 0.8 1" }, { -7, 12, 4, false, "-5 0 5 10" },
    { 0, 3, 10, true, "0 1 2 3" }, { 0, 2500000, 5, false, "0 500000 1M 1.5M 2M 2.5M" },
    { 1e-7, 5e-7, 4, false, "1e-07 2e-07 3e-07 4e-07 5e-07" }, { 12000, 12004, 4, true, "12000 12001 12002 12003 12004" },
  }
  for _, case in ipairs(cases) do
    it(("from %s to %s are %s"):format(case[1], case[2], case[5]), function()
      assert.equal(case[5], labels(ticks.linear(case[1], case[2], case[3], case[4])))
    end)
  end

  it("are powers of ten on a logarithmic scale", function()
    assert.equal("1 10 100 1000", labels(ticks.log(1, 1000, 6)))
    assert.equal("0.01 1 100", labels(ticks.log(0.01, 500, 3)))
  end)
end)

describe("ticks of time", function()
  local cases = {
    { "2025-05-30", "2025-06-03", 8, "30 May 2025 31 May 1 Jun 2 Jun 3 Jun" },
    { "2025-11-10", "2026-03-05", 8, "Dec 2025 Jan 2026 Feb Mar" },
    { "2022-02-24", "2026-06-30", 5, "2023 2024 2025 2026" },
    { "1990-06-01", "2024-01-01", 4, "2000 2010 2020" },
  }
  for _, case in ipairs(cases) do
    it(("from %s to %s are %s"):format(case[1], case[2], case[4]), function()
      assert.equal(case[4], labels(ticks.time(day(case[1]), day(case[2]), case[3])))
    end)
  end

  it("cut a time into whole months, whatever their length", function()
    local list = ticks.periods(day "2024-01-15", day "2024-04-02", 5)
    local texts = {}
    for i, period in ipairs(list) do texts[i] = core.day_text(period.value) .. " " .. period.name end
    assert.same({ "2024-01-01 Jan 2024", "2024-02-01 Feb 2024", "2024-03-01 Mar 2024", "2024-04-01 Apr 2024",
      "2024-05-01 " }, texts)
  end)
end)

describe("scales", function()
  it("begin at zero where they are told to, at round numbers otherwise", function()
    local from_zero, free = scale.linear(8, 19, 0, 100, { zero = true }), scale.linear(8, 19, 0, 100)
    assert.same({ 0, 20 }, { from_zero.first, from_zero.last })
    assert.same({ 8, 20 }, { free.first, free.last })
    assert.equal(50, from_zero.at(10))
  end)

  it("put powers of ten at one distance", function()
    local log = scale.log(1, 1000, 0, 300)
    assert.same({ 0.0, 100.0, 200.0, 300.0 }, { log.at(1), log.at(10), log.at(100), log.at(1000) })
  end)

  it("give each word a stripe, and none to others", function()
    local band = scale.band({ "a", "b" }, 0, 100)
    assert.same({ 25.0, 75.0 }, { band.at "a", band.at "b" })
    assert.is_nil(band.at "c")
  end)

  it("survive values that are all one", function()
    local flat = scale.linear(5, 5, 0, 100)
    assert.is_true(flat.at(5) >= 0 and flat.at(5) <= 100)
    assert.is_true(scale.time(10, 10, 0, 100).at(10) > 0)
  end)
end)
