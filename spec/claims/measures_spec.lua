-- What is measured and need not be whole: a quantity beside the counts, which stay whole.
-- Holds: claims.quantities, analysis.interval, query.amounts

local both_engines = require "spec.support.both_engines"
local parley = require "parley"
local scratch = require "spec.support.scratch"

local rows_of = both_engines.rows

describe("a measure", function()
  local ds
  before_each(function()
    ds = parley.open ":memory:"
    ds:add("sources", { id = "s1", published = "2025-06-01" })
    ds:add("sources", { id = "s2", published = "2025-06-02" })
    ds:add("talks", { id = "t1" }, { source = "s1" })
    ds:add("outcomes", { id = "share", talk = "t1", topic = "territory", measure_best = 12.5, measure_unit = "percent" },
      { source = "s1" })
    ds:add("outcomes", { id = "area", measure_low = 20, measure_high = 30.25, measure_unit = "square kilometres" },
      { source = "s1" })
    ds:add("outcomes", { id = "rest", measure_best = 7.25, measure_unit = "percent" }, { source = "s1" })
  end)

  it("is kept with its fraction and its bounds, while a count is refused one, with the way out", function()
    assert.same({ "area 20.0 - 30.25", "rest 7.25 7.25 7.25", "share 12.5 12.5 12.5" },
      rows_of(ds.outcomes:sort("id"):select("id", "measure_low", "measure_best", "measure_high")))
    assert.error_matches(function()
      ds:add("outcomes", { id = "men", best = 12.5, unit = "soldiers" }, { source = "s1" })
    end, "outcomes.best: 12.5 is no whole number, as a count is; what is measured is stated as measure_best, "
      .. "with measure_unit")
    assert.error_matches(function() ds:add("talks", { id = "t2", round = 1.5 }, { source = "s1" }) end,
      "talks.round: 1.5 is no whole number$")
    assert.error_matches(function() ds:claim("outcomes", "area", { measure_low = 40.5, measure_high = 40.25 },
      { source = "s1" }) end, "measure_low")
  end)

  it("is an amount in conditions, words and sums, also in a Frame", function()
    for _, q in ipairs { ds.outcomes, ds.outcomes:frame() } do
      assert.same({ "area", "share" }, rows_of(q:where("measure > 12"):sort("id"):select("id")))
      assert.same({ "area 20–30.25", "rest 7.25", "share 12.5" }, rows_of(q:sort("id"):select("id", "measure")))
      assert.same({ "19.75 19.75 19.75 19.75" },
        rows_of(q:where{ measure_unit = "percent" }:summarise("sum(measure)")))
      assert.error_matches(function() q:summarise("sum(measure_best) as x"):all() end,
        'measure_unit: percent, square kilometres.*by%("measure_unit"%)')
      assert.same({ "percent 19.75", "square kilometres -" },
        rows_of(q:by("measure_unit"):summarise("sum(measure_best) as x")))
    end
  end)

  it("comes to a total for each unit", function()
    assert.same({ "percent - 19.75 19.75 19.75 19.75 2 0", "square kilometres - 20–30.25 20.0 - 30.25 1 0" },
      rows_of(ds.outcomes:total "measure"))
  end)

  it("clashes like any amount, is told in the brief, and asks for its unit", function()
    ds:claim("outcomes", "share", { measure_best = 13.5, measure_unit = "percent" }, { source = "s2" })
    local found = ds:disagreements()
    assert.equal("measure_best 12.5 (s1); 13.5 (s2)", ("%s %s"):format(found[1].field, found[1].readings))
    assert.matches("It comes to 13.5 percent", ds:brief { talk = "t1" })
    ds:add("deliveries", { id = "x", outcome = "rest", measure_best = 0.5 }, { source = "s1" })
    assert.same({ "deliveries x measure_unit" },
      rows_of(ds:lint():where{ field = "measure_unit" }:select("table", "id", "field")))
  end)

  it("is read from files, where a fraction of a count is set aside", function()
    local folder, remove = scratch.folder()
    finally(remove)
    local file <close> = assert(io.open(folder "o.csv", "w"))
    file:write("id,best,share\na,12.5,1.5\nb,3,4.25\n")
    file:close()
    local columns = { best = "best", measure_best = "share", measure_unit = { value = "percent" } }
    local report = ds:import("outcomes", folder "o.csv", { source = "s1",
      mapping = { rows = { { table = "outcomes", id = "{id}", columns = columns } } } })
    assert.equal(1, report.quarantined)
    assert.matches("measure_best, with measure_unit", ds.quarantine:one().suggestion)
    assert.same({ "3 4.25 4.25" }, rows_of(ds.outcomes:where{ id = "b" }:select("best", "measure_low", "measure_high")))
  end)
end)
