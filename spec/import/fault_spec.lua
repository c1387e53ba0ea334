local errors = require "parley.base.errors"
local fault = require "parley.import.fault"

describe("a fault of a row", function()
  it("carries what an error object carries, and puts the hint behind the reason", function()
    local _, problem = pcall(errors.raise, "no_column.column", { name = "plce", table = "talks", known = { "place" } })
    local wrong = fault.of("plce", "Oslo", problem)
    assert.equal("no_column", wrong.code)
    assert.equal("plce", wrong.arguments.name)
    assert.equal(wrong.reason .. "; " .. wrong.hint, fault.text(wrong))
    assert.truthy(fault.text(wrong):find("did you mean 'place'?", 1, true))
  end)

  it("takes a sentence with its code word, or none", function()
    local wrong = fault.of("n", "x", "is not a number", "bad_number")
    assert.same({ "bad_number", "is not a number" }, { wrong.code, fault.text(wrong) })
    assert.equal("bad_value", fault.of("n", "x", "is odd").code)
  end)

  it("words what the loader refuses, by its code and what it speaks of", function()
    local function told(...)
      local wrong = fault.of_loader(...)
      return { wrong.code, wrong.key, wrong.reason, wrong.arguments.value }
    end
    assert.same({ "duplicate", "duplicate.row", errors.new("duplicate.row").sentence },
      told("id", "a", "", "duplicate"))
    assert.same({ "out_of_range", "out_of_range", "'91' is not between -90 and 90", "91" },
      told("latitude", "91", "91", "out_of_range", "between -90 and 90"))
    assert.same({ "exists", "exists.other_source", "'a' is the id of a row of another source, 's1'" },
      told("id", "a", "s1", "exists"))
    assert.same({ "total", "total", "a total of rows is no row" }, told("id", "Sum", "", "total"))
    assert.same({ "bad_value", "bad_value.id_control", "an id cannot hold control characters" },
      told("id", "a", "", "bad_value"))
    assert.equal("'x' is not a number", fault.of_loader("n", "x", "'x' is not a number", "bad_number").reason)
  end)
end)
