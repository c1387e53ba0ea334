--- A name is never said to be taken in one place and unknown in another; functions of a dataset and Frames.

local parley = require "parley"

describe("a function of one's own", function()
  local ds = parley.open ":memory:"
  ds:add("sources", { id = "s" })
  ds:add("talks", { id = "r1", round = 4 }, { source = "s" })

  it("is told why its name cannot be had", function()
    assert.error_matches(function() ds:define("median", print) end, "there is a function 'median' already")
    assert.error_matches(function() ds.talks:select("printf(id)") end, "no function 'printf'")
    assert.error_matches(function() ds:define("printf", print) end,
      "expressions have no function 'printf', but SQLite beneath them has; choose another name")
  end)

  it("is of queries of its dataset, which a Frame says", function()
    ds:define("twice", function(x) return 2 * x end)
    assert.same({ 8 }, { ds.talks:select("twice(round) as n"):frame()[1].n })
    local f = ds.talks:frame()
    assert.error_matches(function() f:select("twice(round)") end,
      "no function 'twice'; those of ds:define%(%) are for queries of that dataset, before they are a Frame")
    assert.error_matches(function() f:select("rond(round)") end, "no function 'rond'; did you mean 'round'")
  end)
end)
