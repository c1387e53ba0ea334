local parley = require "parley"
local printed_lists = require "parley.base.printed_lists"

describe("lists for the REPL", function()
  it("print what is in them, and are plain lists otherwise", function()
    local names = printed_lists.names { "a", "b" }
    assert.equal("a, b", tostring(names))
    assert.equal("a-b", table.concat(names, "-"))
    local ds = parley.open()
    assert.equal("id\nr1\n1 row × 1 column", tostring(ds.talks:where { round = 1 }:select("id"):all()))
    assert.equal("id     r1\nround  1", tostring(ds.talks:where { round = 1 }:select("id", "round"):first()))
    assert.equal("0 rows × 1 column", tostring(ds.talks:where("round > 99"):select("id"):all()):match("\n(.*)$"))
  end)
end)
