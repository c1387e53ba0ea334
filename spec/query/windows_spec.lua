-- Windows: values over a row's group, in the order of the rows. What each function means, on both engines; random
-- queries over them are engines_spec's business.
-- Holds: query.steps.windows, query.columns.steps.windows, query.sql.steps.windows

local core = require "parley.core"
local over = require "spec.support.frame_query"
local parley = require "parley"

local ENGINES = { "columns", "sql" }

local function frame_of(columns)
  local names, types, values = {}, {}, {}
  for i, column in ipairs(columns) do names[i], types[i], values[i] = column[1], column[2], column[3] end
  return core.frame_new(names, types, columns.n, values)
end

-- Columns of what with() gives after by("g"), the same on both engines; missing values are written "-".
local function windows(f, text, sorted)
  local found = {}
  for i, engine in ipairs(ENGINES) do
    local q = over(f, engine)
    if sorted then q = q:sort(sorted) end
    local values, list = q:by("g"):with(text .. " as v"):frame():values("v"), {}
    for row = 1, f:count() do list[row] = values[row] == nil and "-" or values[row] end
    found[i] = list
  end
  assert.same(found[1], found[2])
  return found[1]
end

local function sample(kind, values)
  return frame_of { n = 6, { "g", "text", { "a", "b", "a", "a", "b", "a" } }, { "x", kind, values } }
end

describe("window functions", function()
  it("add up to each row, and go on after a missing value", function()
    assert.same({ 3, 10, "-", 4, 15, 6 }, windows(sample("integer", { 3, 10, nil, 1, 5, 2 }), "cumsum(x)"))
    assert.same({ 0.5, 1.0, 1.0, "-", "-", 3.0 }, windows(sample("number", { 0.5, 1.0, 0.5, nil, nil, 2.0 }), "cumsum(x)"))
    assert.same({ 1, 0, 1, 2, 1, "-" }, windows(sample("boolean", { true, false, false, true, true, nil }), "cumsum(x)"))
  end)

  it("take values of rows before and after", function()
    local f = sample("text", { "p", "q", "r", nil, "s", "t" })
    assert.same({ "-", "-", "p", "r", "q", "-" }, windows(f, "lag(x)"))
    assert.same({ "-", "-", "-", "p", "-", "r" }, windows(f, "lag(x, 2)"))
    assert.same({ "r", "s", "-", "t", "-", "-" }, windows(f, "lead(x)"))
    assert.same({ "-", "-", "-", "-", "-", "-" }, windows(f, "lead(x, 6)"))
    assert.same({ "2025", "2021", "-", "-", "-", "-" },
      windows(sample("date", { "2020", nil, "2025", nil, "2021", nil }), "lead(x)"))
  end)

  it("rank from the least, equal values the same; what is missing has no rank", function()
    assert.same({ 2, 2, 2, 1, 1, "-" }, windows(sample("integer", { 3, 10, 3, 1, 5, nil }), "rank(x)"))
    assert.same({ 1, 1, 1, 3, 1, 4 }, windows(sample("text", { "a", "a", "a", "b", "a", "ä" }), "rank(x)"))
    assert.same({ 1, 1, 2, 3, "-", 3 },
      windows(sample("date", { "2025-06", "2025", "2025-06-02", "../2020", nil, "../2020" }), "rank(x)"))
    assert.same({ 2, 1, 1, 2, 1, "-" }, windows(sample("boolean", { true, true, false, true, true, nil }), "rank(x)"))
  end)

  it("number the rows of a group", function()
    assert.same({ 1, 1, 2, 3, 2, 4 }, windows(sample("integer", { 0, 0, 0, 0, 0, 0 }), "row_number()"))
  end)

  it("divide by the sum of the group, unless it is 0", function()
    assert.same({ 0.5, "-", 0.25, "-", "-", 0.25 }, windows(sample("integer", { 2, 5, 1, nil, -5, 1 }), "share(x)"))
    -- a whole that doubles would lose: -2
    local least, most = math.mininteger, math.maxinteger - 1
    assert.same({ 2.0 ^ 62, -2.0 ^ 62 }, windows(frame_of { n = 2, { "g", "text", { "a", "a" } },
      { "x", "integer", { least, most } } }, "share(x)"))
    assert.same({ "-", 1.0, "-", "-", "-", "-" }, windows(sample("number", { 0.0, 3.0, nil, 0.0, nil, 0.0 }), "share(x)"))
    assert.same({ 1.0, 0.0, 0.0, 0.0, 1.0, "-" },
      windows(sample("boolean", { true, false, false, false, true, nil }), "share(x)"))
  end)

  it("take the mean of the last rows, once there are so many", function()
    assert.same({ "-", "-", 2.0, 1.0, 7.5, 2.0 }, windows(sample("integer", { 3, 10, 1, nil, 5, 2 }), "rolling_mean(x, 2)"))
    assert.same({ 3.0, 10.0, 1.0, "-", 5.0, 2.0 }, windows(sample("integer", { 3, 10, 1, nil, 5, 2 }), "rolling_mean(x, 1)"))
    assert.same({ "-", "-", "-", "-", "-", "-" }, windows(sample("integer", { 3, 10, 1, 7, 5, 2 }), "rolling_mean(x, 5)"))
    assert.same({ "-", "-", 1e300 / 2, 2.0, 0.0, 3.0 },
      windows(sample("number", { 1e300, 0.0, 1.0, 3.0, 0.0, 3.0 }), "rolling_mean(x, 2)"))
    assert.same({ "-", "-", math.huge, 2.0, 0.0, 3.0 },
      windows(sample("number", { math.huge, 0.0, 1.0, 3.0, 0.0, 3.0 }), "rolling_mean(x, 2)"))
  end)

  it("set any aggregate beside the rows", function()
    local f = sample("integer", { 3, 10, nil, 1, 5, 2 })
    assert.same({ 4, 2, 4, 4, 2, 4 }, windows(f, "count()"))
    assert.same({ 2.0, 7.5, 2.0, 2.0, 7.5, 2.0 }, windows(f, "mean(x)"))
    assert.same({ 1.0, 2.5, "-", -1.0, -2.5, 0.0 }, windows(f, "x - mean(x)"))
    assert.same({ "3; 1; 2", "10; 5", "3; 1; 2", "3; 1; 2", "10; 5", "3; 1; 2" }, windows(f, "list(x)"))
  end)

  it("go by the order of the sort before", function()
    local f = sample("integer", { 3, 10, nil, 1, 5, 2 })
    assert.same({ 10, 15, 3, 5, 6, "-" }, windows(f, "cumsum(x)", "x desc"))
    assert.same({ 1, 2, 3, 1, 2, 4 }, windows(f, "row_number()", "x"))
  end)
end)

describe("limits of windows", function()
  it("refuse a sum that does not fit", function()
    for _, engine in ipairs(ENGINES) do
      local q = over(sample("integer", { math.maxinteger, 1, 0, 1, 1, 0 }), engine)
      local ok, e = pcall(function() return q:by("g"):with("cumsum(x)"):frame() end)
      assert.is_false(ok)
      assert.matches("integer overflow", tostring(e))
    end
  end)

  it("hold for infinities, one row, none, and values that are all missing", function()
    assert.same({ 1 / 0, 1.0, "-", "-", 2.0, "-" },
      windows(sample("number", { 1 / 0, 1.0, -1 / 0, 2.0, 1.0, nil }), "cumsum(x)"))
    assert.same({ "-", 0.5, 0.0, 0.0, 0.5, "-" }, windows(sample("number", { 1 / 0, 1.0, 1.0, 2.0, 1.0, nil }), "share(x)"))
    for _, text in ipairs { "cumsum(x)", "share(x)", "rank(x)", "lag(x)", "rolling_mean(x, 1)", "mean(x)", "mode(x)" } do
      assert.same({ "-", "-", "-", "-", "-", "-" }, windows(sample("integer", { n = 6 }), text))
      local none = frame_of { n = 0, { "g", "text", {} }, { "x", "integer", {} } }
      assert.same({}, windows(none, text))
    end
    local one = frame_of { n = 1, { "g", "text", { "a" } }, { "x", "integer", { 7 } } }
    assert.same({ 7 }, windows(one, "cumsum(x)"))
    assert.same({ 1.0 }, windows(one, "share(x)"))
  end)

  it("do not depend on threads", function()
    math.randomseed(11)
    local g, x = {}, {}
    for i = 1, 200000 do g[i], x[i] = ("g%d"):format(math.random(1000)), math.random() * 10 ^ math.random(0, 8) end
    local f = frame_of { n = 200000, { "g", "text", g }, { "x", "number", x } }
    finally(function() parley.threads(0) end)
    local answers = {}
    for i, threads in ipairs { 1, 4 } do
      parley.threads(threads)
      local q = over(f):by("g"):with("cumsum(x) as c", "share(x) as s", "rank(x) as r", "rolling_mean(x, 3) as m",
        "stddev(x) as d")
      answers[i] = q:summarise("sum(c) as c", "sum(s) as s", "sum(r) as r", "sum(m) as m", "sum(d) as d"):frame()[1]
    end
    assert.same(answers[1], answers[2])
    parley.threads(0)
    assert.near(1000.0, answers[1].s, 1e-6)
  end)
end)

describe("with after by", function()
  local function names(q) return table.concat(q:columns(), " ") end

  it("keeps all rows and columns, in their order, and takes verbs after it", function()
    local f = sample("integer", { 3, 10, nil, 1, 5, 2 })
    for _, engine in ipairs(ENGINES) do
      local q = over(f, engine):by("g"):with("cumsum(x)", "rank(x) as x")
      assert.equal("g x cumsum_x", names(q))
      assert.same({ g = "a", x = 3, cumsum_x = 3 }, q:frame()[1])
      assert.same({ g = "b", total = 15 }, over(f, engine):by("g"):with("cumsum(x) as c"):where("x = 5"):by("g")
        :summarise("max(c) as total"):frame()[1])
      assert.same({ g = "a", x = 2, n = 4 }, over(f, engine):by("g"):with("row_number() as n"):sort("n desc"):limit(1):one())
      assert.same({ g = "a", x = 1, first = true }, over(f, engine):by("x > 2"):with("row_number() = 1 as first")
        :where("first"):sort("x"):first())
    end
  end)

  it("works on rows behind a limit, and on different rows", function()
    local f = sample("integer", { 3, 10, nil, 1, 5, 2 })
    for _, engine in ipairs(ENGINES) do
      local q = over(f, engine)
      assert.equal(2, q:limit(3):by("g"):with("count() as n"):max("n"))
      assert.equal(2, q:distinct("g"):by("g is nil"):with("row_number() as n"):max("n"))
      assert.equal(2, q:by("g"):count():by("count > 0"):with("sum(count) as n"):count())
    end
  end)

  it("is needed for windows, which do not nest", function()
    local f = sample("integer", { 1, 2, 3, 4, 5, 6 })
    for text, message in pairs {
      ["lag(x)"] = 'lag%(%) looks at other rows of a group: it stands in with%(%), after by%(%), as in '
        .. 'by%("party"%):with%("lag%(x, n%)"%); by%("true"%) makes one',
      ["sum(x)"] = "sum%(%) is an aggregate: it stands in summarise%(%), or in with%(%), after by%(%)",
    } do
      for _, engine in ipairs(ENGINES) do
        local ok, e = pcall(function() return over(f, engine):with(text) end)
        assert.is_false(ok)
        assert.matches(message, tostring(e))
      end
    end
    for text, message in pairs {
      ["cumsum(count())"] = "count%(%) stands inside cumsum%(%)", ["sum(lag(x))"] = "lag%(%) stands inside sum%(%)",
      ["lag(x, 0)"] = "the second argument of lag%(%) is a whole number, 1 or more",
      ["rolling_mean(x)"] = "rolling_mean%(%) takes 2 arguments, not 1", ["cumsum(g)"] = "must be a number",
    } do
      local ok, e = pcall(function() return over(f):by("g"):with(text) end)
      assert.is_false(ok)
      assert.matches(message, tostring(e))
    end
    assert.has_error(function() return over(f):by("g"):summarise("cumsum(x)") end)
  end)

  it("is told by explain", function()
    local text = over(sample("integer", { 1, 2, 3, 4, 5, 6 })):sort("x"):by("g"):with("lag(x, 2) as l", "mean(x) as m"):explain()
    assert.matches("sort by x\n  beside the rows, by g: mean%(x%), lag%(x, 2%)", text)
  end)
end)
