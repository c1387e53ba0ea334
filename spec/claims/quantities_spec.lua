local quantities = require "parley.claims.quantities"

local function info(...)
  local columns = {}
  for i, name in ipairs { ... } do
    local quantity, bound = name:match "^(%a+)_(%a+)$"
    columns[i] = { name = name, quantity = quantity, bound = bound }
  end
  return { columns = columns }
end

local parley = require "parley"

describe("quantities", function()
  it("are the columns that hold the bounds of one number, in the order of the table", function()
    local deaths = { low = "deaths_low", best = "deaths_best", high = "deaths_high" }
    assert.same({ deaths, { best = "days_best" } },
      quantities.of(info("deaths_best", "id", "days_best", "deaths_low", "deaths_high")))
    assert.same({}, quantities.of(info("id", "note")))
  end)

  it("that are given exactly have all three bounds, and others what they were given", function()
    local of_deaths = info("deaths_best", "deaths_low", "deaths_high")
    local function completed(values)
      quantities.complete(of_deaths, values)
      return { values.deaths_low, values.deaths_best, values.deaths_high }
    end
    assert.same({ 5, 5, 5 }, completed { deaths_best = 5 })
    assert.same({ 4, 5 }, completed { deaths_best = 5, deaths_low = 4 })
    assert.same({ 4 }, completed { deaths_low = 4 })
    assert.same({}, completed {})
    assert.same({ 0, 0, 0 }, completed { deaths_best = 0 })
  end)

  describe("that are only about right", function()
    local ds
    before_each(function()
      ds = parley.open(":memory:")
      ds:add("sources", { id = "a", published = "2020" }, { source = "a" })
    end)

    local function bounds()
      local row = ds.outcomes:one()
      return { row.low or false, row.best or false, row.high or false }
    end

    local function told_by(answer)
      local told = {}
      for i, note in ipairs(answer:notes()) do told[i] = note.note end
      return told
    end

    it("have no bounds, and print as such", function()
      local claim = ds:add("outcomes", { id = "o", best = "~ 250", unit = "people" }, { source = "a" })
      assert.same({ false, 250, false }, bounds())
      assert.equal("about 250", ds:evidence("outcomes", "o", "best")[1].says)
      ds:amend(claim, { unit = "children" }, "misread")
      assert.same({ false, 250, false }, bounds())
      local one = ds.outcomes:claims():where("retracted_at is nil"):one()
      ds:amend(one.claim, { best = 30 }, "exact after all")
      assert.same({ 30, 30, 30 }, bounds())
    end)

    it("are compared and added as they stand, which the notes tell, in SQL, on columns and in totals", function()
      ds:add("outcomes", { id = "o", best = "~250", unit = "people" }, { source = "a" })
      ds:add("outcomes", { id = "p", best = 10, unit = "people" }, { source = "a" })
      local told = "1 row has a number that is only about right; it counts as it stands"
      for _, rows in ipairs { ds.outcomes, ds.outcomes:frame() } do
        local large = rows:where("surely(amount > 100) or amount > 200")
        assert.equal("o", large:one().id)
        assert.same({ told }, told_by(large))
        assert.same({ told }, told_by(rows:summarise("sum(amount) as n")))
        assert.same({}, told_by(rows:where { id = "p" }:where("amount > 5"):summarise("sum(amount)")))
      end
      assert.equal(260, ds.outcomes:total()[1].best)
      assert.same({ told }, told_by(ds.outcomes:total()))
      assert.same({}, told_by(ds.outcomes:where { id = "p" }:total()))
    end)

    it("do not clash with the number itself, told by another source", function()
      ds:add("sources", { id = "b", published = "2020" }, { source = "b" })
      ds:add("outcomes", { id = "o", best = "~250" }, { source = "a" })
      ds:claim("outcomes", "o", { best = 250 }, { source = "b" })
      assert.equal(0, #ds:disagreements())
      ds:claim("outcomes", "o", { best = 260 }, { source = "b" })
      assert.equal("value", ds:disagreements():one().kind)
    end)

    it("can be measures, and stand beside a bound", function()
      ds:add("outcomes", { id = "o", best = "~250", low = 200, measure_best = "~12.5" }, { source = "a" })
      assert.same({ 200, 250, false }, bounds())
      assert.equal(12.5, ds.outcomes:one().measure_best)
      assert.is_nil(ds.outcomes:one().measure_high)
    end)

    it("are whole where counts are, and are no bounds", function()
      for _, values in ipairs { { best = "~2.5" }, { best = "~" }, { low = "~5" }, { best = "about 5" }, { best = "~-5" } } do
        values.id = "o"
        assert.is_false(pcall(ds.add, ds, "outcomes", values, { source = "a" }))
      end
    end)

    it("stay so in a dump", function()
      local folder, remove = require("spec.support.scratch").folder()
      finally(remove)
      ds:add("outcomes", { id = "o", best = "~250" }, { source = "a" })
      assert(ds:dump(folder "dump"))
      ds = assert(parley.load(folder "dump"))
      assert.same({ false, 250, false }, bounds())
    end)

    it("are so in the bundled data, whenever they are opened", function()
      for _ = 1, 2 do
        local talk = parley.open("russia-ukraine-talks").talks:claims():where("id = 'antalya' and minutes_best = 90"):one()
        assert.same({}, { talk.minutes_low, talk.minutes_high })
      end
    end)
  end)
end)
