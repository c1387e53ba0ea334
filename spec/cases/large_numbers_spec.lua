-- Numbers at the ends of what their types hold: shares of a sum that no number holds, and the spread of integers beyond
-- 2^53, which as numbers are not what they were. On columns, in SQL and by the naive engine.

local over = require "spec.support.frame_query"
local parley = require "parley"
local plain_engine = require "spec.support.plain_engine"
local random_tables = require "spec.support.random_tables"

local HUGE <const> = 1.7976931348623157e308
local BIG <const> = 1 << 53

-- A table of one group with columns x, and y where there are two, each { type, values }.
local function made(columns)
  local n = #columns[1][2]
  local g = { name = "g", type = "text", values = {} }
  for at = 1, n do g.values[at] = "a" end
  local t = { n = n, columns = { g } }
  for i, column in ipairs(columns) do
    t.columns[i + 1] = { name = i == 1 and "x" or "y", type = column[1], values = column[2] }
  end
  return t
end

-- The values that each engine gives for an expression over the group: one each, or one for each row.
local function answers(verb, expression, ...)
  local t = made { ... }
  local steps = { { verb = "by", args = { "g", n = 1 } }, { verb = verb, args = { expression .. " as v", n = 1 } } }
  local found, f = {}, random_tables.frame(t)
  for _, engine in ipairs { "columns", "sql" } do
    local groups = over(f, engine):by "g"
    found[engine] = groups[verb](groups, expression .. " as v"):frame():values "v"
  end
  found.naive = plain_engine.answer({ table = t, steps = steps }).frame:values "v"
  return found
end

local function assert_all(wanted, found)
  for engine, values in pairs(found) do
    for i = 1, values.n do assert.equal(wanted[i], values[i], ("%s, row %d"):format(engine, i)) end
  end
end

local function integers(...) return { "integer", { ... } } end
local function numbers(...) return { "number", { ... } } end

describe("a share", function()
  it("of a sum that passes what a number holds is what it is", function()
    local function shares(wanted, ...) assert_all(wanted, answers("with", "share(x)", numbers(...))) end
    shares({ 0.5, 0.5 }, 1e308, 1e308)
    shares({ 0.25, 0.25, 0.25, 0.25 }, HUGE, HUGE, HUGE, HUGE)
    shares({ 0.25, 0.75, 0.0 }, 0.5e308, 1.5e308, 5e-324)
    shares({ 0.5, 0.5, 0.5, -0.5 }, 1e308, 1e308, 1e308, -1e308)
    shares({ 0.5, 0.5, 0.0 }, -HUGE, -HUGE, 0.0)
    -- on the way only
    shares({ 1.0, 1.0, -1.0 }, 1e308, 1e308, -1e308)
    shares({ nil, 0.0 }, 1 / 0, 1.0)
    shares({ nil, nil, nil, nil }, 1e308, 1e308, -1e308, -1e308)
  end)

  it("is so of missing values, conditions and many rows", function()
    assert_all({ 0.5, nil, 0.5 }, answers("with", "share(if(x > 0, x, nil))", numbers(1e308, -1.0, 1e308)))
    assert_all({ 0.5, 0.5, 0.0 }, answers("with", "share(x > 0)", numbers(1e308, 1e308, -1.0)))
    local values = {}
    for i = 1, 20000 do values[i] = i % 2 == 0 and 1.5e308 or 0.5e308 end
    local f = random_tables.frame(made { { "number", values } })
    for _, engine in ipairs { "columns", "sql" } do
      local sums = over(f, engine):by("g"):with("share(x) as v"):summarise("min(v) as a", "max(v) as b"):first()
      assert.near(0.5 / 20000, sums.a, 1e-20)
      assert.near(1.5 / 20000, sums.b, 1e-19)
    end
  end)
end)

describe("integers beyond 2^53", function()
  local function one(wanted, expression, ...)
    local found = answers("summarise", expression, ...)
    for engine, values in pairs(found) do
      assert.equal(1, values.n)
      local value = values[1]
      if wanted == nil or value == nil or wanted == 0 or wanted == 1 / 0 then
        assert.equal(wanted, value, engine)
      else
        assert.is_true(math.abs(value - wanted) <= 4e-16 * math.abs(wanted), ("%s: %.17g"):format(engine, value))
      end
    end
    assert.equal(found.columns[1], found.sql[1])
  end

  it("vary by what they are, and equal ones by nothing", function()
    one(0.5, "variance(x)", integers(BIG, BIG + 1))
    one(math.sqrt(0.5), "stddev(x)", integers(-BIG - 1, -BIG))
    one(1, "variance(x)", integers(BIG + 1, BIG + 2, BIG + 3))
    one(2 / 3, "variance(x)", integers(math.maxinteger, math.maxinteger - 1, math.maxinteger - 2, math.maxinteger - 1))
    one(0, "variance(x)", integers(BIG + 1, BIG + 1, BIG + 1))
    one(0, "stddev(x)", integers(math.maxinteger, math.maxinteger))
    one(2.0 ^ 127, "variance(x)", integers(math.mininteger, math.maxinteger))
    one(12.5, "variance(x)", integers(math.mininteger, math.mininteger + 5))
    one(nil, "variance(x)", integers(BIG + 1))
  end)

  it("go together as they do", function()
    one(1, "corr(x, y)", integers(BIG, BIG + 1, BIG + 2), integers(1, 2, 3))
    one(-1, "corr(x, y)", integers(BIG + 3, BIG + 2, BIG + 1), numbers(0.5, 1.0, 1.5))
    one(1, "corr(x, y)", numbers(1.0, 2.0), integers(math.maxinteger - 1, math.maxinteger))
    one(nil, "corr(x, y)", integers(BIG + 1, BIG + 1), integers(1, 2))
  end)

  it("have the mean that their weights give", function()
    one(BIG + 2.0, "weighted_mean(x, y)", integers(BIG + 1, BIG + 3), integers(1, 1))
    one(0.5, "weighted_mean(x, y)", integers(BIG + 1, -BIG), integers(1, 1))
    one(BIG + 4.0, "weighted_mean(x, y)", integers(3, 2), integers(BIG + 1, -BIG))
  end)

  it("take nothing from what is infinite", function()
    one(1 / 0, "weighted_mean(x, y)", numbers(1 / 0, 1.0), integers(math.maxinteger, BIG + 1))
    one(1 / 0, "weighted_mean(x, y)", numbers(1 / 0, 1.0), integers(2, BIG + 1))
    one(nil, "weighted_mean(x, y)", integers(BIG + 1, BIG + 3), numbers(1 / 0, 1.0))
    one(nil, "corr(x, y)", integers(BIG + 1, BIG + 3), numbers(1 / 0, 1.0))
  end)

  it("keep a mean of the last rows", function()
    assert_all({ nil, 0.5, 0.5 }, answers("with", "rolling_mean(x, 2)", integers(BIG + 1, -BIG, BIG + 1)))
    assert_all({ nil, BIG + 2.0 }, answers("with", "rolling_mean(x, 2)", integers(BIG + 1, BIG + 3)))
  end)

  it("do so in many rows, for any number of threads", function()
    local n, values, others = 30001, {}, {}
    for i = 1, n do values[i], others[i] = math.maxinteger - i % 2, i % 3 end
    local f = random_tables.frame(made { { "integer", values }, { "integer", others } })
    local seen
    finally(function() parley.threads(0) end)
    for _, threads in ipairs { 1, 2 } do
      parley.threads(threads)
      for _, engine in ipairs { "columns", "sql" } do
        local found = over(f, engine):summarise("variance(x) as v", "corr(x, y) as c", "weighted_mean(x, y) as w"):first()
        seen = seen or found
        assert.same({ seen.v, seen.c, seen.w }, { found.v, found.c, found.w })
      end
    end
    local ones = (n + 1) / 2
    assert.near(ones * (n - ones) / n / (n - 1), seen.v, 1e-15)
    assert.near(0, seen.c, 1e-4)
  end)
end)
