-- Days written in an order of their own: case 81, with cousins, imported and read.

local parley = require "parley"
local scratch = require "spec.support.scratch"

local at, remove
before_each(function() at, remove = scratch.folder() end)
after_each(function() remove() end)

-- What is set aside of such days: value -> reason and suggestion; and the days that are taken, by row.
local function imported(days, options)
  local lines, refused, taken = { "id,date" }, {}, {}
  for i, day in ipairs(days) do lines[#lines + 1] = ("k%d,%s"):format(i, day) end
  local ds = scratch.with_sources "s"
  options.source = "s"
  assert(ds:import("talks", scratch.file(at "days.csv", table.concat(lines, "\n") .. "\n"), options))
  for row in ds.quarantine:rows() do refused[row.value] = { row.reason, row.suggestion } end
  for row in ds.talks:sort("id"):rows() do taken[row.id] = row.date end
  ds:close()
  return refused, taken
end

describe("case 81: a column of days", function()
  it("sets month and year aside with the one way to read them", function()
    for _, order in ipairs { "dmy", "mdy" } do
      local refused = imported({ "05/2020", "5.2020", "13/2020" }, { dates = order })
      assert.equal("written as ISO 8601: '2020-05'", refused["05/2020"][2])
      assert.equal("written as ISO 8601: '2020-05'", refused["5.2020"][2])
      assert.is_nil(refused["13/2020"][2])
    end
  end)

  it("takes the year 0020 for one of two digits", function()
    for _, order in ipairs { "dmy", "mdy" } do
      local refused, taken = imported({ "05/06/0020", "05.06.0099", "05/06/0100" }, { dates = order })
      assert.matches("has a year of two digits with zeros before them", refused["05/06/0020"][1], 1, true)
      assert.matches("short_years = 1950", refused["05/06/0020"][2], 1, true)
      assert.matches("if '0099' stands for two digits, state the first year", refused["05.06.0099"][2], 1, true)
      assert.matches("short_years = 1950", refused["05.06.0099"][2], 1, true)
      assert.matches("is written year first: '0099-12-31'", refused["05.06.0099"][2], 1, true)
      assert.same({ k3 = order == "dmy" and "0100-06-05" or "0100-05-06" }, taken)
    end
    local _, taken = imported({ "05/06/0020", "05/06/20" }, { dates = "dmy", short_years = 1950 })
    assert.same({ k1 = "2020-06-05", k2 = "2020-06-05" }, taken)
  end)

  it("says the same where a file is read", function()
    local path = scratch.file(at "read.csv", "d\n05/06/0020\n07/08/2020\n")
    local f, message = parley.read(path, { dates = "dmy" })
    assert.is_nil(f)
    assert.matches("line 2 has a year of two digits with zeros before them ('05/06/0020')", tostring(message), 1, true)
    assert.equal("2020-06-05", parley.read(path, { dates = "dmy", short_years = 1950 }):first().d)
  end)
end)
