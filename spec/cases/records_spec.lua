--- Records are what the claims say: an assignment to one is refused, since it would change nothing (issue 11, part 3).

local parley = require "parley"

describe("a record", function()
  local ds = parley.open ":memory:"
  ds:add("sources", { id = "s" })
  ds:add("talks", { id = "r1", place = "Kyiv", round = 1 }, { source = "s" })
  local r1 = ds.talks:get "r1"

  it("refuses a change, of what is there and of what is not, and says how to make one", function()
    assert.error_matches(function() r1.place = "Oslo" end,
      "'place' of 'r1' in talks .* ds:claim%('talks', 'r1', …%) adds one")
    assert.error_matches(function() r1.venue = "hall" end, "a record cannot be changed: 'venue'")
    assert.error_matches(function() r1.mood = "good" end, "a record cannot be changed: 'mood'")
    assert.equal("Kyiv", r1.place)
    assert.equal("Kyiv", ds.talks:get("r1").place)
  end)

  it("is read as before, in the order of its columns", function()
    local seen = {}
    for name, value in pairs(r1) do seen[#seen + 1] = name .. "=" .. tostring(value) end
    assert.same({ "id=r1", "round=1", "place=Kyiv" }, seen)
    assert.is_nil(r1.venue)
    assert.error_matches(function() return r1.mood end, "a record of talks has no 'mood'")
    assert.matches("Kyiv", tostring(r1))
    assert.matches("r1", ds:cite(ds.sources:get "s") and tostring(r1))
  end)
end)
