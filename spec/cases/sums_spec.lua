-- Sums that once depended on the engine, on the threads or on the order of the rows: case 86, with cousins.

local parley = require "parley"
local frame_queries = require "parley.query.sql.frame_queries"
local scratch = require "spec.support.scratch"

-- Of a Frame and in SQL, in both orders of the rows.
local function each(rows, ask)
  local turned = {}
  for i, row in ipairs(rows) do turned[#rows + 1 - i] = row end
  for _, list in ipairs { rows, turned } do
    local f = parley.frame(list)
    ask(f)
    ask(frame_queries.of(f))
  end
end

local function rows_of(values)
  local rows = {}
  for i, x in ipairs(values) do rows[i] = { at = i, g = "all", x = x } end
  return rows
end

describe("case 86: a sum", function()
  it("keeps what rounding takes", function()
    each(rows_of { 1e16, 1.0, -1e16 }, function(q)
      assert.equal(1.0, q:sum "x")
      assert.equal(1 / 3, q:mean "x")
      local row = q:by("g"):summarise("sum(x) as s", "mean(x) as m", "sum(x + 0.0) as e"):first()
      assert.same({ 1.0, 1 / 3, 1.0 }, { row.s, row.m, row.e })
      assert.equal(1.0, q:pivot { rows = "g", columns = "g", values = "sum(x)" }:first().all)
      assert.equal(3.0, q:by("g"):with("sum(x) as s"):sum "s")
      assert.equal(1.0, q:sort("at"):by("g"):with("cumsum(x) as c"):where("at = 3"):first().c)
    end)
  end)

  it("of integers is exact, and so is what the mean divides", function()
    each(rows_of { 1 << 53, 1, 1, 0 }, function(q)
      assert.equal((1 << 53) + 2, q:sum "x")
      assert.equal(2251799813685248.5, q:mean "x")
    end)
    each(rows_of { math.maxinteger, 1, -1 }, function(q) assert.equal(math.maxinteger, q:sum "x") end)
    each(rows_of { math.maxinteger, math.maxinteger, 1, 1 }, function(q)
      assert.equal(4611686018427387904.0, q:mean "x")
      assert.error_matches(function() return q:sum "x" end, "integer overflow", 1, true)
    end)
  end)

  it("is the same for every number of threads, of slices and of groups", function()
    local threads, rows = parley.threads(), {}
    finally(function() parley.threads(threads) end)
    -- Of 40,000 rows: large numbers that take each other away, and what they would swallow.
    local whole = 0 -- in units of 10^15
    for i = 1, 40000 do
      local n = i % 5 == 0 and 0 or (i % 7 + 1) * (i % 5 < 3 and 1 or -1)
      whole = whole + n
      rows[i] = { few = i % 3, many = i % 9000, x = n == 0 and 0.25 or n * 1e15 }
    end
    local f = parley.frame(rows)
    local answers = {}
    for _, count in ipairs { 1, 2, 4 } do
      parley.threads(count)
      answers[count] = { f:sum "x", f:mean "x", f:by("few"):summarise("sum(x) as s"):frame():values "s",
        f:by("many"):summarise("sum(x) as s"):frame():values "s" }
    end
    local in_sql = frame_queries.of(f)
    answers.sql = { in_sql:sum "x", in_sql:mean "x", in_sql:by("few"):summarise("sum(x) as s"):frame():values "s",
      in_sql:by("many"):summarise("sum(x) as s"):frame():values "s" }
    for _, how in ipairs { 2, 4, "sql" } do assert.same(answers[1], answers[how]) end
    assert.equal(whole * 10 ^ 15 + 2000, answers[1][1])
  end)

  it("of a condition, of missing values and of infinities is what it was", function()
    each({ { at = 1, x = 1.5 }, { at = 2 }, { at = 3, x = 2.5 } }, function(q)
      assert.same({ 2, 2 / 3 }, { q:summarise("sum(at > 1) as n", "mean(at > 1) as m"):first().n,
        q:summarise("mean(at > 1) as m"):first().m })
      assert.equal(4.0, q:sum "x")
      assert.equal(2.0, q:mean "x")
      assert.is_nil(q:where("at = 2"):sum "x")
      assert.is_nil(q:where("at = 2"):mean "x")
      assert.equal(math.huge, q:sum "x / 1e-308 * 1e308")
    end)
  end)

  it("of a column of another program that holds a word is an error, not 0", function()
    local folder, remove = scratch.folder()
    finally(remove)
    local store = assert(require("parley.core").open(folder "a.db"))
    store:exec "CREATE TABLE e(v); INSERT INTO e VALUES (1.5), ('n/a'), ('2')"
    store:close()
    local ds = assert(parley.open(folder "a.db", { schema = false }))
    finally(function() ds:close() remove() end)
    for _, verb in ipairs { "sum", "mean" } do
      local done, problem = pcall(function() return ds.e[verb](ds.e, "v") end)
      assert.is_false(done)
      assert.matches("n/a", tostring(problem), 1, true)
    end
  end)
end)

describe("a sum that passes what a number holds", function()
  local function row_of(values, ...)
    local list = table.pack(...)
    local found
    each(rows_of(values), function(q)
      local row = q:summarise(table.unpack(list)):first()
      local grouped = q:by("g"):summarise(table.unpack(list)):first()
      local got = {}
      for i = 1, list.n do
        local name = list[i]:match "as (%w+)$"
        got[name] = row[name]
        assert.equal(row[name], grouped[name])
      end
      found = found or got
      assert.same(found, got)
    end)
    return found
  end

  it("comes back where the true one is a number", function()
    assert.same({ s = 1e308, m = 1e308 / 3 }, row_of({ 1e308, 1e308, -1e308 }, "sum(x) as s", "mean(x) as m"))
    assert.same({ s = 1.0 }, row_of({ 1e308, 1e308, 1.7e308, -1e308, -1e308, -1.7e308, 1.0 }, "sum(x) as s"))
    assert.same({ s = -1.5e308 + 1e292 },
      row_of({ -1e308, -1e308, -1.5e308, -1e308, 1e308, 1e308, 1e308, 1e292 }, "sum(x) as s"))
    local many = {}
    for i = 1, 30000 do many[i] = i <= 15000 and 1.5e308 or -1.5e308 end
    many[#many + 1] = 0.25
    assert.same({ s = 0.25 }, row_of(many, "sum(x) as s"))
  end)

  it("is infinite where the true one is, and its mean is not", function()
    assert.same({ s = math.huge, m = 1e308 }, row_of({ 1e308, 1e308 }, "sum(x) as s", "mean(x) as m"))
    assert.same({ s = -math.huge, m = -1.5e308 }, row_of({ -1.5e308, -1.5e308, -1.5e308 }, "sum(x) as s",
      "mean(x) as m"))
    assert.same({ w = 1.5e308 }, row_of({ 1.5e308, 1.5e308 }, "weighted_mean(x, 1) as w"))
    assert.same({ s = math.huge, m = math.huge }, row_of({ 1 / 0, 1.0 }, "sum(x) as s", "mean(x) as m"))
  end)

  it("is that of a weighted mean, too, whose products are large, small or take each other away", function()
    local function weighted(values, weight) return row_of(values, ("weighted_mean(x, %s) as w"):format(weight)).w end
    assert.equal(2e300, weighted({ 1e300, 3e300 }, "1e300"))
    assert.equal(1.7976931348623157e308, weighted({ 1.7976931348623157e308, 1.7976931348623157e308 }, "0.1"))
    assert.equal(0.2, weighted({ 0.1, 0.3 }, "5e-324"))
    assert.equal(4e-320, weighted({ 2e-320, 6e-320 }, "1e-300"))
    assert.equal(1.0, weighted({ 1e16 + 2, -1e16 }, "0.1"))
    assert.equal(0.0, weighted({ 1e308, -1e308 }, "1e308"))
    assert.is_nil(weighted({ 1e308, 1e308 }, "0.0"))
    assert.equal(-1e308, weighted({ 1e308, 1e308, -1e308 }, "if(at = 1, 1e308, if(at = 2, -1e308, 1e308))"))
  end)

  it("runs on in windows", function()
    local rows = rows_of { 1e308, 1e308, -1e308 }
    local f = parley.frame(rows)
    for _, q in ipairs { f, frame_queries.of(f) } do
      local windows = q:sort("at"):by("g"):with("cumsum(x) as c", "rolling_mean(x, 2) as r", "share(x) as h"):all()
      assert.same({ 1e308, math.huge, 1e308 }, { windows[1].c, windows[2].c, windows[3].c })
      assert.same({ 1e308, 0.0, 1.0, 1.0, -1.0 },
        { windows[2].r, windows[3].r, windows[1].h, windows[2].h, windows[3].h })
      assert.equal(0.5, q:where("at < 3"):by("g"):with("share(x) as h"):first().h)
    end
  end)

  it("leaves spread and correlation of very large and very small values what they are", function()
    for _, unit in ipairs { 2.0 ^ 1020, 2.0 ^ -700, 2.0 ^ -1020, 1.0 } do
      local found = row_of({ 1 * unit, 2 * unit, 4 * unit, -1 * unit }, "stddev(x) as s", "corr(x, x / 2) as r")
      assert.near(math.sqrt(13 / 3), found.s / unit, 1e-12)
      assert.equal(1.0, found.r)
    end
    assert.same({ v = math.huge }, row_of({ 1e300, -1e300 }, "variance(x) as v"))
    assert.same({}, row_of({ 1 / 0, 1.0, 2.0 }, "variance(x) as v", "stddev(x) as s", "corr(x, x) as r"))
  end)
end)

describe("halves", function()
  it("are those of the decimal that is printed, on every engine", function()
    local f = parley.frame { { x = 0.15 } }
    for text, wanted in pairs { ["round(min(x), 1)"] = 0.2, ["round(-max(x), 1)"] = -0.2, ["round(2.675, 2)"] = 2.68,
      ["round(1.005, 2)"] = 1.01, ["round(25, -1)"] = 30.0, ["round(-25, -1)"] = -30.0, ["round(250.0, -2)"] = 300.0,
      ["round(sum(x), 1)"] = 0.2, ["round(0.1 + 0.05, 1)"] = 0.2, ["round(0.14999999999999, 1)"] = 0.1,
      ["round(0.49999999999999994)"] = 0.0 } do
      for _, q in ipairs { f, frame_queries.of(f) } do assert.equal(wanted, q:summarise(text .. " as r"):first().r, text) end
    end
  end)
end)

describe("constants that overflow", function()
  it("are refused whether there are rows or none, and those at the ends of 64 bits are not", function()
    for _, rows in ipairs { {}, { { x = 1 } } } do
      local f = parley.frame(rows, { columns = { "x" } })
      for _, q in ipairs { f, frame_queries.of(f) } do
        for _, sum in ipairs { "9223372036854775807 + 1", "-9223372036854775807 - 2", "4611686018427387904 * 2",
          "-1 * (-9223372036854775807 - 1)", "-(-9223372036854775807 - 1)", "1 + (9223372036854775806 + 2)" } do
          assert.error_matches(function() q:where(sum .. " > 0") end, "integer overflow: a result does not fit 64 bits", 1,
            true)
          assert.error_matches(function() q:select(sum .. " as y") end, "integer overflow", 1, true)
        end
        for _, sum in ipairs { "9223372036854775806 + 1", "-9223372036854775807 - 1", "-4611686018427387904 * 2",
          "0 * 9223372036854775807", "-1 * 9223372036854775807", "9223372036854775807 + 1.0" } do
          assert.equal(#f, q:where(sum .. " != 5"):count(), sum)
        end
      end
    end
  end)
end)
