local quantities = require "parley.claims.quantities"

local function info(...)
  local columns = {}
  for i, name in ipairs { ... } do
    local quantity, bound = name:match "^(%a+)_(%a+)$"
    columns[i] = { name = name, quantity = quantity, bound = bound }
  end
  return { columns = columns }
end

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
end)
