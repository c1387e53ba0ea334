-- Holds: query.notes

local notes = require "parley.base.notes"
local parley = require "parley"

-- A Frame with a note of each kind, one of them counted when it is asked for.
local function noted()
  local f, asked = parley.frame { { n = 1 }, { n = 2 } }, 0
  notes.add(f, notes.new("undecided.rows", 1))
  notes.add(f, function()
    asked = asked + 1
    return { notes.new("undecided.rows", 4) }
  end)
  return f, function() return asked end
end

describe("notes", function()
  it("are records of kind, count and sentence, counted once", function()
    local f, asked = noted()
    assert.equal(0, asked())
    local list = f:notes()
    assert.equal(2, #list)
    assert.same({ "undecided", 1, "1 row is undecided: dates too wide; possibly(…) includes it" },
      { list[1].kind, list[1].count, list[1].note })
    assert.equal("4 rows are undecided: dates too wide; possibly(…) includes them", list[2].note)
    f:notes()
    assert.equal(1, asked())
    assert.truthy(tostring(list):find("^kind +count  note\nundecided +1  1 row is undecided"))
  end)

  it("stand under what is printed, of a Frame and of queries over it", function()
    local f = noted()
    local shown = "\nnote: 1 row is undecided: dates too wide; possibly(…) includes it"
      .. "\nnote: 4 rows are undecided: dates too wide; possibly(…) includes them"
    assert.equal("n\n1\n2\n2 rows × 1 column" .. shown, tostring(f))
    local q = f:where "n > 1"
    assert.equal("n\n2\n1 row × 1 column" .. shown, tostring(q))
    assert.equal(2, #q:frame():notes())
    assert.equal(q:notes()[2].note, q:frame():select("n"):frame():notes()[2].note)
  end)

  it("of the other side of a join say so", function()
    local f = noted()
    local joined = parley.frame { { n = 2 } }:join(f, { on = "n" })
    assert.equal("of the other side of join(): 1 row is undecided: dates too wide; possibly(…) includes it",
      joined:notes()[1].note)
    assert.equal(2, #joined:frame():notes())
  end)

  it("are none where nothing was left out", function()
    local f = parley.frame { { n = 1 } }
    assert.equal(0, #f:notes())
    assert.equal(0, #f:where("n > 0"):notes())
    assert.equal("n\n1\n1 row × 1 column", tostring(f))
  end)
end)
