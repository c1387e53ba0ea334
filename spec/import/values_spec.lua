local parley = require "parley"
local scratch = require "spec.support.scratch"

local at, remove
before_each(function() at, remove = scratch.folder() end)
after_each(function() remove() end)

local function file(text) return scratch.file(at "dates.csv", text) end

describe("dates in parts", function()
  local MAPPING = { rows = { { table = "talks", id = "{id}",
    columns = { date = { date = { year = "y", month = "m", day = "d" } } } } } }

  local function imported(text, options)
    local ds, found = parley.open ":memory:", {}
    ds:add("sources", { id = "s" })
    options.source, options.mapping = "s", MAPPING
    assert(ds:import("talks", file(text), options))
    for row in ds.talks:sort("id"):rows() do found[#found + 1] = row.id .. " " .. row.date end
    for row in ds.quarantine:sort("line"):rows() do found[#found + 1] = row.reason end
    return found
  end

  it("set aside a year of two digits, and a day without its month", function()
    assert.same({ "c 2020-05-01", "e 2020", "f 2020-05",
      "the year 20 in column 'y' has two digits; state the first year that they can mean, as in short_years = 1950",
      "the day 5 in column 'd' has no month" },
      imported("id,y,m,d\na,20,5,1\nb,2020,,5\nc,2020,5,1\ne,2020,,\nf,2020,5,\n", {}))
  end)

  it("take a year of two digits where the first of the hundred years is stated", function()
    assert.same({ "a 2020-05-01", "b 1970-05-02", "c 1950", "e 2049" },
      imported("id,y,m,d\na,20,5,1\nb,70,5,2\nc,50,,\ne,49,,\n", { short_years = 1950 }))
  end)
end)

describe("a year and the next one", function()
  it("are found with several threads as with one", function()
    local before = parley.threads()
    finally(function() parley.threads(before) end)
    local lines = { "y,n" }
    for i = 1, 60000 do lines[i + 1] = ("%d-%02d,%d"):format(2020 + i % 4, 21 + i % 4, i) end
    local path = file(table.concat(lines, "\n") .. "\n")
    for _, threads in ipairs { 1, 2 } do
      parley.threads(threads)
      assert.equal("text", parley.read(path):types()[1])
    end
  end)
end)
