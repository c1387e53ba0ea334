local clock = require "parley.base.clock"
local parley = require "parley"

describe("times of day", function()
  it("are hours and minutes, seconds perhaps, with two digits each", function()
    local function read(text) return clock.read(text) or "none" end
    assert.same({ "09:30", "09:30", "13:00", "07:05:09", "00:00", "23:59:59" },
      { read "9:30", read " 09:30 ", read "13:00", read "7:05:09", read "0:00", read "23:59:59" })
    for _, text in ipairs { "25:00", "24:00", "1.30 pm", "9", "9:3", "9:60", "09:30:61", "9h30", "", "-1:00" } do
      assert.equal("none", read(text), text)
    end
  end)

  it("are checked where they are written, sorted as they pass, and read so in conditions", function()
    local ds = parley.open ":memory:"
    ds:add("sources", { id = "s" })
    ds:add("talks", { id = "a", time = "9:30" }, { source = "s" })
    ds:add("talks", { id = "b", time = "13:00" }, { source = "s" })
    assert.equal("09:30", ds.talks:get("a").time)
    assert.same({ "09:30", "13:00" }, { ds.talks:sort("time"):first().time, ds.talks:sort("time desc"):first().time })
    assert.equal(2, ds.talks:where("time >= '9:30'"):count())
    assert.equal(1, ds.talks:where { time = "9:30" }:count())
    assert.error_matches(function() ds:add("talks", { id = "c", time = "25:00" }, { source = "s" }) end,
      "talks.time: '25:00' is no time of day; write hours and minutes, as in 09:30", 1, true)
    assert.error_matches(function() ds.talks:where "time > '1.30 pm'" end, "'1.30 pm' is no time of day", 1, true)
  end)
end)
