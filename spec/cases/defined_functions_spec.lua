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

  it("is of queries of its dataset, or of a Frame, which says so", function()
    ds:define("twice", function(x) return 2 * x end)
    assert.same({ 8 }, { ds.talks:select("twice(round) as n"):frame()[1].n })
    local f = ds.talks:frame()
    assert.error_matches(function() f:select("twice(round)") end, "no function 'twice'; those of ds:define%(%) are for "
      .. "queries of that dataset, before they are a Frame, which takes its own with define")
    assert.error_matches(function() f:select("rond(round)") end, "no function 'rond'; did you mean 'round'")
  end)

  it("is of a query over a Frame that define() gives, in every verb and beside other queries", function()
    local f = parley.frame { { a = "x", n = 1 }, { a = "y", n = 2 }, { a = "z" } }
    local q = f:define("twice", function(x) return x and 2 * x end, 1)
      :define("next_one", function(x) return x and x + 1 end)
    assert.equal("y", q:where("twice(n) > 2"):one().a)
    assert.same({ 3, 5, nil }, { table.unpack(q:select("next_one(twice(n)) as m"):frame():values "m", 1, 3) })
    assert.equal(2, q:by("twice(n) is nil as none"):count():count())
    assert.same({ 4, 2 }, { q:sort("twice(n) desc"):select("twice(n) as m"):limit(1):one().m,
      q:join(f, { on = "n" }):select("twice(n) as m"):count() })
    assert.equal(2, f:join(q:where "twice(n) > 0":select("n", "twice(n) as m"), { on = "n" }):count())
    assert.error_matches(function() q:select "twice(n, n)" end, "twice%(%) was defined with 1 argument, not 2")
    assert.error_matches(function() f:select "twice(n)" end, "no function 'twice'")
    assert.error_matches(function() f:define("median", print) end, "there is a function 'median' already")
    assert.error_matches(function() f:where("n > 1"):define("more", print) end,
      "functions are defined for a dataset, ds:define%(name, fn%), or for a Frame")
    assert.error_matches(function() ds.talks:define("more", print) end, "functions are defined for a dataset")
    -- each has its own
    local other = f:define("twice", function(x) return x and 20 * x end)
    assert.same({ 2, 20 }, { q:select("twice(n) as m"):first().m, other:select("twice(n) as m"):first().m })
  end)
end)
