-- Quantities of the user's own: three columns that are the bounds of one number, as those of the codebook are, in the
-- file, in dumps and packages, in queries and analyses.
-- Holds: base.amount_plans

local both_engines = require "spec.support.both_engines"
local core = require "parley.core"
local parley = require "parley"
local scratch = require "spec.support.scratch"

local at, remove
setup(function() at, remove = scratch.folder() end)
teardown(function() remove() end)

local rows_of = both_engines.rows

local function filled(path)
  local ds = assert(parley.open(path or ":memory:"))
  for i = 1, 3 do ds:add("sources", { id = "s" .. i, published = "2025-06-0" .. i }) end
  ds:add("talks", { id = "t1", name = "First" }, { source = "s1" })
  ds:add_column("talks", "cost", { type = "number", quantity = true, least = 0, meaning = "what it cost" })
  ds:add_column("talks", "cost_unit", { type = "text", beside = "cost" })
  ds:claim("talks", "t1", { cost_best = 12.5, cost_unit = "EUR" }, { source = "s1" })
  ds:add("talks", { id = "t2", cost_best = "~30", cost_unit = "EUR" }, { source = "s3" })
  ds:add("talks", { id = "t3", cost_low = 4, cost_high = 6, cost_unit = "EUR" }, { source = "s3" })
  return ds
end

local SHOWN = { "t1 12.5 12.5 12.5", "t2 30.0 - -", "t3 - 4.0 6.0" }
local function shown(ds)
  return rows_of(ds.talks:select("id", "cost_best", "cost_low", "cost_high"):sort "id")
end

describe("a quantity of one's own", function()
  it("has its bounds in three columns: an exact number sets all, one about right no other", function()
    local ds = filled()
    assert.same(SHOWN, shown(ds))
    assert.same({ "cost_best number what it cost", "cost_low number what it cost",
      "cost_high number what it cost" },
      rows_of(ds:describe("talks"):where "column like 'cost%' and type = 'number'":select("column", "type", "meaning")))
  end)

  it("is one value in queries, on a file and a Frame", function()
    local ds = filled()
    for _, q in ipairs { ds.talks, ds.talks:frame() } do
      assert.same({ "t1", "t2" }, rows_of(q:where "cost > 6":select "id":sort "id"))
      assert.same({ "t3" }, rows_of(q:where "surely(cost < 7)":select "id"))
      assert.same({ "46.5 - 48.5" }, rows_of(q:summarise "sum(cost)"
        :select("sum_cost_low", "sum_cost_best", "sum_cost_high")))
      assert.same({ "12.5" }, rows_of(q:where "id = 't1'":select "cost"))
    end
    assert.same({ "46.5 48.5" }, rows_of(ds.talks:total "cost":select("low", "high")))
  end)

  it("is chosen whole from one claim, and a tie shows the hull", function()
    local ds = filled()
    ds:claim("talks", "t1", { cost_low = 10, cost_high = 11, cost_unit = "EUR" },
      { source = "s2", certainty = "on_record_quote" })
    assert.same({ "t1 - 10.0 11.0" }, rows_of(ds.talks:where { id = "t1" }:select("id", "cost_best", "cost_low",
      "cost_high")))
    assert.same({ "talks t1 cost_best value 12.5 (s1); 10–11 (s2)" },
      rows_of(ds:disagreements():select("table", "id", "field", "kind", "readings")))
    assert.same({ "t1 12.5" }, rows_of(ds:as_of("2025-06-01").talks:where { id = "t1" }:select("id", "cost_low")))
    ds:add("talks", { id = "t4", cost_best = 1, cost_unit = "EUR" }, { source = "s3" })
    ds:claim("talks", "t4", { cost_best = 3, cost_unit = "EUR" }, { source = "s3", said_by = "another" })
    assert.same({ "t4 - 1.0 3.0" }, rows_of(ds.talks:where { id = "t4" }:select("id", "cost_best", "cost_low",
      "cost_high")))
  end)

  it("is checked: bounds in order, and what least allows", function()
    local ds = filled()
    for _, case in ipairs {
      { { cost_low = 20, cost_best = 10 }, "talks.cost_low (20) is greater than talks.cost_best (10)" },
      { { cost_best = -1 }, "talks.cost_best: -1 is not 0 or more" } } do
      assert.error_matches(function() ds:claim("talks", "t1", case[1], { source = "s3" }) end, case[2], 1, true)
    end
  end)

  it("stays in the file, in a dump and in a package", function()
    local ds = filled(at "own.db")
    assert(ds:dump(at "dump"))
    assert(ds:save_package(at "package"))
    ds:close()
    local again <close> = assert(parley.open(at "own.db"))
    assert.same(SHOWN, shown(again))
    again:claim("talks", "t1", { cost_best = 13 }, { source = "s2", certainty = "on_record_quote" })
    assert.same({ "13.0 13.0" }, rows_of(again.talks:where { id = "t1" }:select("cost_low", "cost_high")))
    local back = assert(parley.load(at "dump"))
    assert.same(SHOWN, shown(back))
    assert(back:dump(at "dump-2"))
    assert.equal(scratch.read(at "dump/dataset.lua"), scratch.read(at "dump-2/dataset.lua"))
    assert.matches("talks,cost_high,number,what it cost,", scratch.read(at "package/codebook.csv"), 1, true)
  end)

  it("is added to a file whose columns an older Parley added #file", function()
    local ds = assert(parley.open(at "older.db"))
    ds:add_column("talks", "weather", { type = "text" })
    ds:close()
    do
      local store <close> = assert(core.open(at "older.db", { mode = "rw" }))
      for _, name in ipairs { "quantity", "bound", "beside" } do
        store:exec(("ALTER TABLE own_columns DROP COLUMN %s"):format(name))
      end
    end
    local again <close> = assert(parley.open(at "older.db"))
    assert.is_truthy(again.talks.info.by_name.weather)
    again:add_column("talks", "cost", { type = "integer", quantity = true })
    again:add("sources", { id = "s1" })
    again:add("talks", { id = "t1", cost_best = 7, weather = "rain" }, { source = "s1" })
    assert.same({ "7 rain" }, rows_of(again.talks:select("cost_high", "weather")))
  end)

  it("is refused with what is wrong with it", function()
    local ds = filled()
    for _, case in ipairs {
      { "talks", "cost", { type = "number", quantity = true }, "talks has a quantity 'cost' already" },
      { "outcomes", "amount", { type = "number", quantity = true }, "outcomes has a quantity 'amount' already" },
      { "talks", "date", { type = "integer", quantity = true }, "talks has a column 'date' already" },
      { "talks", "x", { type = "text", quantity = true }, "a column of type text takes no option quantity" },
      { "talks", "x", { type = "text", beside = "costs" }, "talks has no quantity 'costs'; did you mean 'cost'?" },
      { "talks", "x", { type = "number", quantity = "x", bound = "least" }, "a quantity is added by its own name" },
      { "talks", "x_low", { type = "number", quantity = "y", bound = "low" }, "a quantity is added by its own name" },
      { "talks", "x", { type = "number", bound = "low" }, "a quantity is added by its own name" },
    } do
      local before = ds.talks:columns()
      assert.error_matches(function() ds:add_column(case[1], case[2], case[3]) end, case[4], 1, true)
      assert.same(before, ds.talks:columns())
    end
  end)

  -- Two that count in one unit, and one in another.
  local function in_two_units(name)
    local ds = assert(parley.open ":memory:")
    ds:add("sources", { id = "s1", published = "2025-06-01" })
    ds:add_column(name, "fee", { type = "integer", quantity = true })
    ds:add_column(name, "fee_for", { type = "text", beside = "fee" })
    ds:add_column(name, "fee_unit", { type = "text", beside = "fee" })
    ds:add_column(name, "guests", { type = "integer", quantity = true })
    for i, unit in ipairs { "EUR", "EUR", "USD" } do
      local fee = { id = "t" .. i, fee_best = 10 ^ i // 1 | 0, fee_unit = unit, fee_for = "hall " .. i, guests_best = i }
      ds:add(name, fee, { source = "s1" })
    end
    return ds
  end

  it("is added by unit, and refused where there are several, on both engines", function()
    for _, name in ipairs { "talks", "outcomes", "demands" } do
      local ds = in_two_units(name)
      local t = ds:table(name)
      for _, q in ipairs { t, t:frame() } do
        for _, what in ipairs { "sum(fee)", "mean(fee_best)", "sum(fee_best * 2)" } do
          assert.error_matches(function() return q:summarise(what):frame() end,
            "counted alike (fee_unit: EUR, USD); total() keeps them apart, and so does by(\"fee_unit\")", 1, true)
        end
        assert.same({ "EUR 110", "USD 1000" }, rows_of(q:by("fee_unit"):summarise("sum(fee_best) as n")))
        assert.same({ "110" }, rows_of(q:where "fee_unit = 'EUR'":summarise("sum(fee_best) as n")))
        assert.same({ "6" }, rows_of(q:summarise("sum(guests_best) as n")))
        assert.same({ "3 3" }, rows_of(q:summarise("count(fee_best) as n", "count_distinct(fee_for) as m")))
      end
      local total = t:total "fee"
      assert.same({ "EUR 110", "USD 1000" }, rows_of(total:select("unit", "best")))
      assert.same({ "6" }, rows_of(t:total("guests"):select("best")))
    end
  end)

  it("tells of units that were not selected, and shares no scale among several", function()
    local ds = in_two_units "talks"
    local q = ds.talks:select("id", "fee_best")
    for _, said in ipairs { q:notes(), q:frame():notes() } do
      assert.equal("fee_best: the amounts are of several units (EUR, USD), which stand in no column; "
        .. "select fee_unit too", said[1].note)
    end
    assert.same({}, ds.talks:select("id", "fee_best", "fee_unit"):notes())
    assert.same({}, ds.talks:select("id", "guests_best"):notes())
    assert.same({}, ds.talks:claims():select("id", "fee_best"):notes())   -- readings, which nobody adds
    assert.error_matches(function() return ds.talks:plot { kind = "bar", x = "id", y = "fee" } end,
      "fee counts in several units (EUR, USD)", 1, true)
    assert.is_truthy(ds.talks:plot { kind = "bar", x = "id", y = "fee", by = "fee_unit" })
    assert.is_truthy(ds.talks:plot { kind = "bar", x = "id", y = "guests" })
  end)

  it("is there as a whole or not at all", function()
    local ds = assert(parley.open ":memory:")
    ds:add_column("talks", "cost_high", { type = "text" })
    assert.error_matches(function() ds:add_column("talks", "cost", { type = "number", quantity = true }) end,
      "talks has a column 'cost_high' already", 1, true)
    assert.is_nil(ds.talks.info.by_name.cost_best)
    assert.is_nil(ds.talks.info.by_name.cost_low)
  end)
end)
