-- Bounds that a step passes over, as the notes tell them.

local parley = require "parley"

local ds
before_each(function()
  ds = parley.open ":memory:"
  ds:add("sources", { id = "s" })
  for id, row in pairs { a = { low = 5 }, b = { best = 9 }, c = { low = 1, high = 8 }, d = { text = "no number" } } do
    row.id = id
    ds:add("outcomes", row, { source = "s" })
  end
end)
after_each(function() ds:close() end)

local function told(q)
  local list = {}
  for _, note in ipairs(q:notes()) do list[#list + 1] = note.note end
  return list
end

local MISSING = "'%s' is missing in %s whose number has another bound; see low and high, or total()"

describe("a number without the bound that is asked for", function()
  it("is noted where a comparison passes it over", function()
    assert.same({ MISSING:format("best", "2 rows") }, told(ds.outcomes:where "best > 3"))
    assert.same({ MISSING:format("high", "1 row") }, told(ds.outcomes:where "high between 1 and 20"))
    assert.matches("note: 'best' is missing in 2 rows", tostring(ds.outcomes:where "best > 3"))
    assert.same({ MISSING:format("best", "2 rows") }, told(ds.outcomes:where "best > 3":frame()))
  end)

  it("is noted where an aggregate passes it over", function()
    assert.same({ MISSING:format("best", "2 rows"), "1 row has no number" },
      told(ds.outcomes:summarise("mean(best)", "median(best)")))
    assert.same({ MISSING:format("high", "1 row") }, told(ds.outcomes:by("unit"):sum "high"))
  end)

  it("is not, where the other bounds are asked for too, or nothing is passed over", function()
    assert.same({}, told(ds.outcomes:where "best > 3 or low > 3 or high > 3"))
    assert.same({}, told(ds.outcomes:where "best is not nil"))
    assert.same({}, told(ds.outcomes:where "text = 'x'"))
    assert.same({}, told(ds.outcomes:where { id = "b" }:where "best > 3"))
    assert.same({}, told(ds.outcomes:summarise "count(best)"))
  end)
end)
