-- Claims that agree, and what belongs together: cases 8, 9, 42 and 43, with cousins.

local parley = require "parley"
local scratch = require "spec.support.scratch"

local at, remove = scratch.folder()
teardown(remove)

local function open(...)
  local ds = parley.open ":memory:"
  for _, source in ipairs { ... } do
    ds:add("sources", { id = source[1], published = source[2] }, { source = source[1] })
  end
  return ds
end

local function imported(ds, text, source)
  local path = scratch.file(at "edition.csv", text)
  return ds:import("talks", path, { source = source })
end

describe("case 8: an edition with a day of its own", function()
  it("says nothing on the day of the first, and adds what was not known of the source", function()
    local ds = open()
    imported(ds, "id,place\nk,Bern\n", { id = "x", title = "X", published = "2020-01-01" })
    imported(ds, "id,place\nk,Basel\n", { id = "x", title = "X", published = "2024-01-01", licence = "CC0" })
    assert.equal("Bern", ds:as_of("2021-01-01").talks:get("k").place)
    assert.equal("Basel", ds.talks:get("k").place)
    assert.same({ "2020-01-01", "CC0" }, { ds.sources:get("x").published, ds.sources:get("x").licence })
  end)
end)

describe("case 9: the source of an import", function()
  it("that is known gets what is missing, and keeps what is there", function()
    local ds = open()
    ds:add("sources", { id = "pax", title = "My PA-X" }, { source = "pax" })
    imported(ds, "id,place\nk,Bern\n", { id = "pax", published = "2024-05-01", licence = "own terms" })
    local source = ds.sources:get "pax"
    assert.same({ "My PA-X", "2024-05-01", "own terms" }, { source.title, source.published, source.licence })
    assert.equal(1, ds:as_of("2025-01-01").talks:count())
  end)
end)

describe("case 42: of two claims that agree", function()
  it("the exact one is shown, whichever came last, of dates and of numbers", function()
    for _, order in ipairs { { "exact", "vague" }, { "vague", "exact" } } do
      local ds = open({ "a", "2019-07-01" }, { "b", "2019-09-01" })
      local given = {
        exact = { talks = { date = "2019-06-02" }, outcomes = { best = 6057 } },
        vague = { talks = { date = "2019-06" }, outcomes = { low = 6000, high = 6100 } },
      }
      for place, source in ipairs { "a", "b" } do
        local fields = given[order[place]]
        for table_name, values in pairs(fields) do
          if place == 1 then
            ds:add(table_name, { id = "k", date = values.date, best = values.best, low = values.low,
              high = values.high }, { source = source })
          else
            ds:claim(table_name, "k", values, { source = source })
          end
        end
      end
      assert.equal("2019-06-02", ds.talks:get("k").date)
      assert.equal(6057, ds.outcomes:get("k").best)
      assert.equal(6057, ds.outcomes:sum "best")
      assert.equal(0, #ds:disagreements { table = "talks" })
      assert.equal("2019-06-02", ds.talks:as_of("2020-01-01"):first().date)
    end
  end)

  it("and one that does not agree is the latest that is shown", function()
    local ds = open({ "a", "2019-07-01" }, { "b", "2019-09-01" })
    ds:add("talks", { id = "k", date = "2019-06-02" }, { source = "a" })
    ds:claim("talks", "k", { date = "2019-07" }, { source = "b" })
    assert.equal(1, #ds:disagreements { table = "talks" })
  end)
end)

describe("case 43: the unit of a number", function()
  it("is that of its claim, and never of another source", function()
    local ds = open({ "a", "2020-01-01" }, { "b", "2020-01-01" })
    ds:add("outcomes", { id = "o", best = 12, unit = "trucks", basis = "total" }, { source = "a" })
    ds:claim("outcomes", "o", { best = 300 }, { source = "b", certainty = "on_record_quote" })
    local row = ds.outcomes:get "o"
    assert.same({ 300 }, { row.best, row.unit, row.basis })
    local early = ds.outcomes:frame()[1]
    assert.same({ 300 }, { early.best, early.unit, early.basis })
    ds:retract(ds.outcomes:claims():where("best = 300"):first().claim, "misread")
    row = ds.outcomes:get "o"
    assert.same({ 12, "trucks", "total" }, { row.best, row.unit, row.basis })
  end)
end)
