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
    local wrong = fault.of("n", "x", "is no number", "bad_number")
    assert.same({ "bad_number", "is no number" }, { wrong.code, fault.text(wrong) })
    assert.equal("bad_value", fault.of("n", "x", "is odd").code)
  end)

  it("words a duplicate itself, and what else the loader refuses as it says", function()
    assert.equal(errors.new("duplicate.row").sentence, fault.of_loader("id", "a", "UNIQUE failed", "duplicate").reason)
    assert.equal("too long", fault.of_loader("id", "a", "too long", "too_large").reason)
  end)
end)
