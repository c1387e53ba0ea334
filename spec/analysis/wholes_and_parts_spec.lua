-- A whole and its parts: when what is claimed of them agrees, clashes, or cannot be compared.

local differences = require "spec.support.differences"
local scratch = require "spec.support.scratch"
local second = require "spec.support.second"

local differing = differences.lines

-- Sources s1 (1 June), s2 (3 June), s3 (21 July 2025); parties, a talk.
local ds
before_each(function() ds = scratch.dataset() end)
after_each(function() ds:close() end)

local function about(...) differences.about(ds, ...) end

describe("a whole and its parts", function()
  -- A whole of so many, and its parts.
  local function whole(amount, ...)
    about("outcomes", "all", { amount })
    for i, part in ipairs { ... } do
      part.part_of = "all"
      about("outcomes", "part-" .. i, { part })
    end
    return ds:disagreements { table = "outcomes" }
  end

  it("agree when the parts sum up to it", function()
    assert.equal(0, #whole({ best = 100 }, { best = 30 }, { best = 70 }))
  end)

  it("agree when the bounds of the parts sum up to those of the whole", function()
    assert.equal(0, #whole({ low = 100, high = 150 }, { low = 30, high = 60 }, { low = 70, high = 90 }))
  end)

  it("clash when the sum is another one", function()
    local found = whole({ best = 100 }, { best = 30 }, { best = 71 })
    assert.equal(1, #found)
    assert.same({ table = "outcomes", id = "all", field = "best", kind = "value", shown = "100",
      readings = "whole 100 (s1); parts 101 = 30 part-1 (s1) + 71 part-2 (s1)",
      why = "the whole's own number is shown, never a sum; the parts agree with no claim about the whole",
      claims = 3, overlap = false, among = "whole and parts", origins = 1 }, found:all()[1])
  end)

  it("can differ and be compatible", function()
    local found = whole({ low = 100, high = 150 }, { best = 30 }, { low = 70 })
    assert.same({ true, "whole 100–150 (s1); parts at least 100 = 30 part-1 (s1) + at least 70 part-2 (s1)",
      "the whole's own number is shown, never a sum; the parts agree with 100–150 (s1)" },
      { found[1].overlap, found[1].readings, found[1].why })
  end)

  it("are not compared where a part has no number, unless the others are too many", function()
    assert.equal(0, #whole({ best = 100 }, { best = 100 }, { category = "the wounded" }))
    ds:claim("outcomes", "part-1", { best = 101 }, { source = "s2" })
    local found = ds:disagreements():where { among = "whole and parts" }:first()
    assert.same({ "whole 100 (s1); parts at least 101 = 101 part-1 (s2) + no number part-2", false },
      { found.readings, found.overlap })
  end)

  it("are not compared where no part has a number", function()
    assert.equal(0, #whole({ best = 3 }, { category = "some" }, { category = "others" }))
  end)

  it("are not compared where the whole has no number", function()
    assert.equal(0, #whole({ category = "all" }, { best = 5 }))
  end)

  it("are not compared where they count different things", function()
    assert.equal(0, #whole({ best = 100, unit = "people" }, { best = 3, unit = "buses" }))
  end)

  it("are not compared where one counts each side and the other both", function()
    assert.equal(0, #whole({ best = 100, basis = "per_side" }, { best = 200, basis = "total" }))
  end)

  it("are compared where only one says what it counts", function()
    assert.equal(1, #whole({ best = 100, unit = "people" }, { best = 3 }))
  end)

  it("are not compared where a thing is part of itself", function()
    ds:atomic(function()
      about("outcomes", "a", { { best = 1, part_of = "b" } })
      about("outcomes", "b", { { best = 2, part_of = "a" } })
      about("outcomes", "c", { { best = 4, part_of = "a" } })
    end)
    assert.same({}, differing(ds))
  end)

  it("are judged by what the policy shows", function()
    local data <close> = scratch.dataset()
    data:add("outcomes", { id = "dead", unit = "bodies", best = 12000 }, { source = "s1" })
    data:claim("outcomes", "dead", { best = 6000, unit = "bodies" }, { source = "s2" })
    data:add("outcomes", { id = "dead-a", part_of = "dead", unit = "bodies", best = 6000 }, { source = "s1" })
    data:add("outcomes", { id = "dead-b", part_of = "dead", unit = "bodies", best = 6000 }, { source = "s1" })
    local function parts(view) return view:disagreements():where { among = "whole and parts" } end
    local row = parts(data):first()
    assert.same({ "dead", "6000", false }, { row.id, row.shown, row.overlap })
    assert.equal("whole 12000 (s1); whole 6000 (s2); parts 12000 = 6000 dead-a (s1) + 6000 dead-b (s1)", row.readings)
    assert.equal("the whole's own number is shown, never a sum; the parts agree with 12000 (s1)", row.why)
    assert.equal(1, parts(data):count())
    assert.equal(0, parts(data:with_policy { prefer = { "s1" } }):count())
    assert.equal(0, parts(data:as_of("2025-06-02")):count())
  end)

  it("stand after the claims about the whole, and in their kind only", function()
    local orvenn = second.open()
    local rows = {}
    for id, field, among in orvenn:disagreements { table = "outcomes", kind = "value" }:each("id", "field", "among") do
      rows[#rows + 1] = table.concat({ id, field, among }, " ")
    end
    assert.same({ "o1-detainees best claims", "o2-remains best claims", "o2-remains best whole and parts" }, rows)
    assert.equal("whole 1200 (gazette); whole 900 (radio halvik); parts 750–800 = 300 o2-remains-north (radio) + "
      .. "450–500 o2-remains-south (radio)",
      orvenn:disagreements():where { among = "whole and parts" }:first().readings)
    assert.equal(0, orvenn:disagreements { kind = "scope" }:where { among = "whole and parts" }:count())
  end)

  it("belong to a query by the whole", function()
    whole({ best = 100 }, { best = 30 }, { best = 71 })
    assert.equal(1, #ds.outcomes:where { id = "all" }:disagreements())
    assert.equal(0, #ds.outcomes:where { id = "part-1" }:disagreements())
  end)

  it("that go round in a circle above the whole asked for are not compared", function()
    whole({ best = 100 }, { best = 30 }, { best = 71 })
    about("outcomes", "top", { { best = 100 } })
    about("outcomes", "above", { { best = 100, part_of = "top" } })
    ds:claim("outcomes", "all", { part_of = "above" }, { source = "s1" })
    assert.equal(1, #ds.outcomes:where { id = "all" }:disagreements())
    ds:claim("outcomes", "top", { part_of = "all" }, { source = "s1" })
    assert.equal(0, #ds.outcomes:where { id = "all" }:disagreements())
    assert.equal(0, #ds:disagreements())
  end)
end)
