-- Rows that Lua takes, for stores without a loader in C, become what C makes of them.
-- Holds: import.row_loader

local parley = require "parley"
local scratch = require "spec.support.scratch"
local sqlite = require "parley.query.sql.dialect.sqlite"

local at, remove
setup(function() at, remove = scratch.folder() end)
teardown(function()
  sqlite.has_loader = true
  remove()
end)

local FIRST = "id,date,act,mentions,place\ne1,2025-06-02,talk,3,Lund\ne2,2025-06,breach,,\ne3,2025-06-03,talk,5,\n"
local SECOND = "id,date,act,mentions,place\ne1,2025-06-02,talk,3,\ne2,2025-06,breach,7,Oslo\ne4,,,,\ne4,2025-07,talk,,\n"
  .. "e5,2025-13,talk,1,\n,2025-06-02,talk,1,\ne6,2025-06-02,talk,-4,\nTotal,,talk,9,\ne3,2025-06-03,talk,5,Lund\n"

-- What imports of events, each with its source, leave; with or without the loader in C.
local function imported(has_loader, ...)
  sqlite.has_loader = has_loader
  local ds, told = assert(parley.open ":memory:"), {}
  ds:add("sources", { id = "s1", published = "2025-06-02" })
  ds:add("sources", { id = "s2", published = "2025-06-03" })
  for i, one in ipairs { ... } do
    local path = scratch.file(at(("events%d.csv"):format(i)), one.text)
    local report = assert(ds:import("events", path, { source = one.source, on_error = "quarantine" }))
    told[#told + 1] = { report.read, report.added, report.updated, report.unchanged, report.quarantined }
  end
  local rows = ds.events:sort("id"):select("id", "date", "act", "mentions", "place", "source"):all()
  local aside = ds.quarantine:sort("line"):select("line", "column", "code", "reason"):all()
  local days = ds.store:values "SELECT sum(date_start), sum(date_end) FROM events"
  ds:close()
  sqlite.has_loader = true
  return { told = told, rows = rows, aside = aside, days = days }
end

describe("rows that Lua takes", function()
  it("are added, changed, left and refused as C does", function()
    local files = { { text = FIRST, source = "s1" }, { text = SECOND, source = "s1" } }
    local here, there = imported(true, table.unpack(files)), imported(false, table.unpack(files))
    assert.same(here, there)
    assert.same({ 3, 3, 0, 0, 0 }, there.told[1])
    assert.is_true(#there.aside >= 3)
  end)

  it("are not changed by another source", function()
    local files = { { text = FIRST, source = "s1" }, { text = SECOND, source = "s2" } }
    local here, there = imported(true, table.unpack(files)), imported(false, table.unpack(files))
    assert.same(here, there)
  end)
end)
