-- Aggregates that look at all values of a group: their figures, their limits, and that SQL and columns give the same bits.
-- Random queries over them are engines_spec's business.

local core = require "parley.core"
local over = require "spec.support.frame_query"
local parley = require "parley"

local ENGINES = { "columns", "sql" }

local function numbers(x, y, kind)
  local names, types, values = { "x" }, { kind or "number" }, { x }
  if y then names[2], types[2], values[2] = "y", "number", y end
  return core.frame_new(names, types, x.n or #x, values)
end

-- The values of some expressions over a whole Frame; the same on both engines to the last bit.
local function summary(f, ...)
  local found = {}
  for i, engine in ipairs(ENGINES) do found[i] = over(f, engine):summarise(...):frame()[1] end
  for name, value in pairs(found[1]) do
    assert.equal(value, found[2][name], name)
    assert.equal(math.type(value), math.type(found[2][name]), name)
  end
  for name in pairs(found[2]) do assert.is_not_nil(found[1][name], name) end
  return found[1]
end

local function near(expected, found) assert.is_true(math.abs(expected - found) <= 1e-12 * math.abs(expected), found) end

describe("stddev and variance", function()
  it("are those of a sample", function()
    local s = summary(numbers { 2, 4, 4, 4, 5, 5, 7, 9 }, "variance(x) as v", "stddev(x) as s")
    near(32 / 7, s.v)
    near(math.sqrt(32 / 7), s.s)
  end)

  it("are missing for fewer than two values, and 0 where all are equal", function()
    assert.same({}, summary(numbers { 7.0 }, "variance(x) as v", "stddev(x) as s"))
    assert.same({}, summary(numbers { n = 3, nil, 7.0, nil }, "variance(x) as v", "stddev(x) as s"))
    assert.same({}, summary(numbers { n = 0 }, "variance(x) as v", "stddev(x) as s"))
    assert.same({ v = 0.0, s = 0.0 }, summary(numbers { 0.1, 0.1, 0.1 }, "variance(x) as v", "stddev(x) as s"))
  end)

  -- Series NumAcc4 of the Statistical Reference Datasets of NIST: its deviation is 0.1.
  it("keep what varies of large values close to each other", function()
    local x = { 10000000.2 }
    for i = 2, 1001 do x[i] = i % 2 == 0 and 10000000.1 or 10000000.3 end
    local s = summary(numbers(x), "stddev(x) as s").s
    assert.is_true(math.abs(s - 0.1) < 1e-8, s)
    near(1.0, summary(numbers({ 4503599627370496, 4503599627370497, 4503599627370498 }, nil, "integer"), "variance(x) as v").v)
  end)

  it("are missing where a value is infinite, and infinite where squares do not fit", function()
    assert.same({}, summary(numbers { 1.0, 1 / 0 }, "stddev(x) as s"))
    assert.same({}, summary(numbers { 1 / 0, 1 / 0 }, "stddev(x) as s"))
    assert.equal(1 / 0, summary(numbers { -1e200, 1e200 }, "variance(x) as v").v)
  end)

  it("do not depend on the order of rows, nor on threads", function()
    math.randomseed(7)
    local x, shuffled = {}, {}
    for i = 1, 200000 do x[i] = (math.random() - 0.5) * 10 ^ math.random(-3, 6) end
    table.move(x, 1, #x, 1, shuffled)
    for i = #shuffled, 2, -1 do
      local j = math.random(i)
      shuffled[i], shuffled[j] = shuffled[j], shuffled[i]
    end
    local expected = summary(numbers(x), "stddev(x) as s", "variance(x) as v", "corr(x, x * x) as c",
      "weighted_mean(x, x * x) as w")
    assert.same(expected, over(numbers(shuffled)):summarise("stddev(x) as s", "variance(x) as v",
      "corr(x, x * x) as c", "weighted_mean(x, x * x) as w"):frame()[1])
    for _, threads in ipairs { 1, 3 } do
      finally(function() parley.threads(0) end)
      parley.threads(threads)
      assert.equal(expected.s, over(numbers(x)):stddev "x")
    end
  end)
end)

describe("corr", function()
  it("is Pearson's", function()
    -- the first of Anscombe's quartet
    local x, y = { 10, 8, 13, 9, 11, 14, 6, 4, 12, 7, 5 },
      { 8.04, 6.95, 7.58, 8.81, 8.33, 9.96, 7.24, 4.26, 10.84, 4.82, 5.68 }
    local c = summary(numbers(x, y), "corr(x, y) as c").c
    assert.is_true(math.abs(c - 0.81642051634484) < 1e-14, c)
    assert.same({ up = 1.0, down = -1.0 }, summary(numbers(x), "corr(x, 2 * x + 1) as up", "corr(x, -x) as down"))
  end)

  it("looks at rows that have both, and is missing where one side does not vary", function()
    assert.equal(1.0, summary(numbers({ n = 4, 1, 2, nil, 3 }, { n = 4, 5.0, 6.0, 90.0, nil }), "corr(x, y) as c").c)
    assert.same({}, summary(numbers({ 1, 2, 3 }, { 0.1, 0.1, 0.1 }), "corr(x, y) as c"))
    assert.same({}, summary(numbers({ n = 2, 1, nil }, { n = 2, nil, 2.0 }), "corr(x, y) as c"))
    assert.same({}, summary(numbers({ 1 }, { 2.0 }), "corr(x, y) as c"))
  end)
end)

describe("weighted_mean", function()
  it("weights the rows that have both", function()
    assert.equal(2.5, summary(numbers({ n = 4, 1, 3, nil, 9 }, { n = 4, 1.0, 3.0, 5.0, nil }), "weighted_mean(x, y) as w").w)
  end)

  it("is missing where the weights add up to 0", function()
    assert.same({}, summary(numbers({ 1, 2 }, { 1.0, -1.0 }), "weighted_mean(x, y) as w"))
    assert.same({}, summary(numbers({ n = 1, nil }, { 1.0 }), "weighted_mean(x, y) as w"))
  end)
end)

describe("mode", function()
  local function of(kind, values)
    return summary(core.frame_new({ "x" }, { kind }, values.n or #values, { values }), "mode(x) as m").m
  end

  it("is the most frequent value of any type", function()
    assert.equal(2, of("integer", { 3, 2, 1, 2 }))
    assert.equal(2.5, of("number", { 2.5, 2.5, 1.0 }))
    assert.equal("b", of("text", { n = 5, "a", "b", "b", nil, nil }))
    assert.equal(false, of("boolean", { false, true, false }))
    assert.equal("2025-06", of("date", { "2025-06", "2024", "2025-06" }))
  end)

  it("is the least of equally frequent ones", function()
    assert.equal(-1, of("integer", { 3, -1, 3, -1, 7 }))
    assert.equal(math.mininteger, of("integer", { math.maxinteger, math.mininteger }))
    assert.equal("A", of("text", { "a", "A", "Ä" }))
    assert.equal("2025-06-01", of("date", { "2025-06", "2025-06-01", "2025-06-02" }))
    assert.equal("2024/..", of("date", { "../2020", "2024/..", "../2020", "2024/.." }))
  end)

  it("is missing where no value is", function()
    assert.is_nil(of("text", { n = 2, nil, nil }))
    assert.is_nil(of("integer", { n = 0 }))
  end)
end)

describe("any and all", function()
  it("are three-valued", function()
    for _, case in ipairs {
      { { true, false, n = 2 }, true, false }, { { n = 2, true, nil }, true, nil }, { { n = 2, false, nil }, nil, false },
      { { n = 2, false, false }, false, false }, { { n = 1, true }, true, true }, { { n = 2, nil, nil }, nil, nil },
      { { n = 0 }, nil, nil },
    } do
      local f = core.frame_new({ "x" }, { "boolean" }, case[1].n, { case[1] })
      local found = summary(f, "any(x) as one", "all(x) as every")
      assert.equal(case[2], found.one)
      assert.equal(case[3], found.every)
    end
  end)

  it("take a condition and nothing else", function()
    for _, engine in ipairs(ENGINES) do
      local ok, e = pcall(function() return over(numbers { 1 }, engine):summarise "any(x)" end)
      assert.is_false(ok)
      assert.matches("the argument of any%(%) must be a condition", tostring(e))
    end
  end)
end)

describe("string_agg and top", function()
  local function people()
    return core.frame_new({ "team", "name", "n", "born" }, { "text", "text", "integer", "date" }, 6, {
      { "a", "b", "a", "a", "b", "a" }, { "Ada", "Bo", "Cy", nil, "Eve", "Flo" },
      { 2, nil, 5, 9, 1, 2 }, { "1990", "1980-05", nil, "2000", "1980-05-02", "1990-02" } })
  end

  it("join in the order of the rows", function()
    local f = people()
    assert.same({ all = "Ada, Bo, Cy, Eve, Flo", none = "AdaBoCyEveFlo", odd = "2?15?9?1?2" },
      { all = summary(f, "string_agg(name, ', ') as s").s, none = summary(f, "string_agg(name, '') as s").s,
        odd = summary(f, "string_agg(n, '?') as s").s:gsub("5", "15") })
    for _, engine in ipairs(ENGINES) do
      assert.equal("Flo|Eve|Cy|Bo|Ada", over(f, engine):sort("name desc"):summarise("string_agg(name, '|') as s"):frame()[1].s)
    end
  end)

  it("choose by the greatest numbers or dates, ties by the order of the rows", function()
    local f = people()
    assert.equal("Cy; Ada; Flo", summary(f, "top(name, 3, n) as t").t)
    assert.equal("Cy; Ada; Flo; Eve", summary(f, "top(name, 100, n) as t").t)
    assert.equal("Flo; Ada", summary(f, "top(name, 2, born) as t").t)
    assert.equal("9; 5", summary(f, "top(n, 2, n) as t").t)
    for _, engine in ipairs(ENGINES) do
      assert.same({ "Cy", "Eve" }, { table.unpack(over(f, engine):by("team"):summarise("top(name, 1, n) as t"):frame():values "t", 1, 2) })
    end
    assert.same({}, summary(f, "top(name, 3, n) as t", "string_agg(name, '') as s") and
      summary(core.frame_new({ "name", "n" }, { "text", "integer" }, 1, { { n = 1 }, { 1 } }), "top(name, 3, n) as t",
        "string_agg(name, '-') as s"))
  end)

  it("tell large integers apart", function()
    local f = core.frame_new({ "x" }, { "integer" }, 2, { { 9007199254740992, 9007199254740993 } })
    assert.equal("9007199254740993", summary(f, "top(x, 1, x) as t").t)
  end)

  it("refuse what they cannot take", function()
    for text, message in pairs {
      ["top(name, n, n)"] = "the second argument of top%(%) is a whole number, 1 or more",
      ["top(name, 0, n)"] = "the second argument of top%(%) is a whole number, 1 or more",
      ["top(name, 2, name)"] = "argument 3 of top%(%) must be a number or a date",
      ["string_agg(name, n)"] = "the second argument of string_agg%(%) is a text",
      ["string_agg(name)"] = "string_agg%(%) takes 2 arguments, not 1",
      ["corr(n, name)"] = "argument 2 of corr%(%) must be a number",
      ["stddev(name)"] = "the argument of stddev%(%) must be a number",
    } do
      for _, engine in ipairs(ENGINES) do
        local ok, e = pcall(function() return over(people(), engine):summarise(text) end)
        assert.is_false(ok)
        assert.matches(message, tostring(e))
      end
    end
  end)
end)

describe("short forms", function()
  it("give a value, or a column per group", function()
    local f = core.frame_new({ "g", "x", "y" }, { "text", "integer", "number" }, 4,
      { { "a", "a", "b", "b" }, { 1, 3, 2, 2 }, { 1.0, 3.0, 5.0, 5.0 } })
    for _, engine in ipairs(ENGINES) do
      local q = over(f, engine)
      assert.equal(2.0 / 3.0, q:variance "x")
      assert.equal(2, q:mode "x")
      assert.equal("1+3+2+2", q:string_agg("x", "+"))
      assert.equal("b; b; a", q:top("g", 3, "y"))
      assert.same({ { g = "a", stddev_x = math.sqrt(2) }, { g = "b", stddev_x = 0.0 } },
        { q:by("g"):stddev("x"):frame()[1], q:by("g"):stddev("x"):frame()[2] })
      assert.same({ { g = "a", corr_x_y = 1.0 }, { g = "b" } },
        { q:by("g"):corr("x", "y"):frame()[1], q:by("g"):corr("x", "y"):frame()[2] })
      assert.equal(2.5, q:by("g"):weighted_mean("x", "y"):frame()[1].weighted_mean_x_y)
    end
    assert.equal(2.0 / 3.0, f:variance "x")
    assert.equal("3; 2", f:top("x", 2, "x"))
  end)

  it("say what they need", function()
    local f = numbers { 1 }
    for _, call in ipairs { { "corr", "x" }, { "top", "x", 2 }, { "string_agg" }, { "weighted_mean", "x", 2 } } do
      local ok, e = pcall(function() return f[call[1]](f, table.unpack(call, 2)) end)
      assert.is_false(ok)
      assert.matches(call[1] .. "%(%) needs .+, as in " .. call[1], tostring(e))
    end
  end)
end)
