-- The source block of an import (cases 8 and 9): what it fills in, what it tells, and editions.
-- Holds: import.source_block

local parley = require "parley"

local ds
before_each(function() ds = parley.open(":memory:") end)
after_each(function() ds:close() end)

describe("the source block of an import", function()
  local function import(text, block)
    local path = os.tmpname() .. ".csv"
    local file = assert(io.open(path, "w"))
    file:write(text)
    file:close()
    local report = assert(ds:import("talks", path, { source = block }))
    os.remove(path)
    return report
  end

  it("makes another edition a source of its own, known from its own day", function()
    local second = { id = "x", title = "X", published = "2024-01-01", licence = "CC0" }
    import("id,place\nk,Bern\n", { id = "x", title = "X", published = "2020-01-01" })
    local report = import("id,place\nk,Basel\n", second)
    assert.same({ "Bern", "2020-01-01", "CC0" }, { ds:as_of("2021-01-01").talks:get("k").place,
      ds.sources:get("x").published, ds.sources:get("x").licence })
    assert.same({ "Basel", "x@2024-01-01" }, { ds.talks:get("k").place, report.source[1].edition })
    assert.truthy(tostring(report):find("published: '2024-01-01' stated, '2020-01-01' known", 1, true))
    local claims = ds.talks:claims():count()
    assert.equal(1, import("id,place\nk,Basel\n", second).unchanged)
    assert.same({ claims, 2 }, { ds.talks:claims():count(), ds.sources:count() })
  end)

  it("fills what the source lacks, and tells what it says otherwise", function()
    ds:add("sources", { id = "pax", title = "My PA-X" }, { source = "pax" })
    local report = import("id,place\nk,Bern\n", { id = "pax", title = "PA-X", published = "2024-05-01",
      licence = "own terms" })
    local row = ds.sources:get "pax"
    assert.same({ "My PA-X", "2024-05-01", "own terms" }, { row.title, row.published, row.licence })
    assert.equal(1, ds:as_of("2025-01-01").talks:count())
    assert.same({ "title", "PA-X", "My PA-X" }, { report.source[1].column, report.source[1].stated,
      report.source[1].stored })
  end)
end)
