-- parley.frame: what a Frame of rows takes for its columns and types, and what it refuses.

local parley = require "parley"
local scratch = require "spec.support.scratch"

local message_of = scratch.message_of

describe("parley.frame", function()
  it("makes a typed Frame of rows", function()
    local f = parley.frame { { party = "a", n = 1, share = 1 }, { party = "b", yes = true, share = 0.5 } }
    assert.same({ "n", "party", "share", "yes" }, f:columns())
    assert.same({ "integer", "text", "number", "boolean" }, f:types())
    assert.same({ { n = 1, party = "a", share = 1.0 }, { party = "b", share = 0.5, yes = true } }, f:all())
    assert.equal("float", math.type(f[1].share))
    assert.equal("integer", math.type(f[1].n))
  end)

  it("takes the order of columns", function()
    local f = parley.frame({ { b = 1, a = 2 } }, { columns = { "b", "a", "c" } })
    assert.same({ "b", "a", "c" }, f:columns())
    assert.same({ "integer", "integer", "text" }, f:types())
  end)

  it("has a query's verbs", function()
    local f = parley.frame { { party = "a", n = 1 }, { party = "b", n = 2 }, { party = "a", n = 5 } }
    assert.same({ { party = "a", sum = 6 }, { party = "b", sum = 2 } }, f:by("party"):summarise("sum(n) as sum"):all())
  end)

  it("can be empty, and takes parley.null for nothing", function()
    assert.equal(0, #parley.frame {})
    assert.same({ { a = 1 }, {} }, parley.frame({ { a = 1 }, { a = parley.null } }):all())
  end)

  local refused = {
    { { 1 }, "parley.frame takes a list of rows {column = value, …}, but row 1 is a number" },
    { { { a = 1 }, { a = "x" } }, "row 2, column 'a': text among values of type integer" },
    { { { a = {} } }, "row 1, column 'a': a frame holds numbers, text and booleans, not a table" },
    { { { 5 } }, "row 1 of the frame has the column 1; columns are named by text" },
  }
  for _, case in ipairs(refused) do
    it("refuses: " .. case[2], function() assert.equal(case[2], message_of(parley.frame, case[1])) end)
  end

  it("refuses columns that were not given", function()
    assert.equal("row 1 of the frame has the column 'prty', which is not among the columns given; did you mean 'party'?",
      message_of(parley.frame, { { prty = "a" } }, { columns = { "party" } }))
    assert.equal("columns of parley.frame are names, each once; 'a' is not",
      message_of(parley.frame, {}, { columns = { "a", "a" } }))
    assert.equal("parley.frame takes a list of rows, not a string", message_of(parley.frame, "x"))
  end)
end)
