-- What a condition says is not: the rows in which it is missing are left out, and the notes tell how many.

local both = require "spec.support.both_engines"
local parley = require "parley"

-- Five rows: two without party and one more without n.
local f = parley.frame {
  { id = 1, party = "a", n = 1 },
  { id = 2, party = "b", n = 2 },
  { id = 3, n = 3 },
  { id = 4 },
  { id = 5, party = "b" },
}

local function note(count, columns, first)
  return ("%d %s left out for want of %s: what is said of a missing value is neither true nor false; 'or %s is nil' "
    .. "beside what is denied takes %s in"):format(count, count == 1 and "row is" or "rows are", columns, first or columns,
    count == 1 and "it" or "them")
end

local function told(condition, ...)
  local args = table.pack(...)
  return both.answers(function(q) return q:where(condition, table.unpack(args)):select("id") end, f)
end

describe("a condition that denies", function()
  it("tells of the rows that it leaves out, however it is written", function()
    local conditions = { "party != 'a'", "party ~= 'a'", "not (party = 'a')", "party not in ('a', 'c')",
      "party not like 'a%'", "not contains(party, 'a')", "party not between 'A' and 'a'", "n > 0 or party != 'a'" }
    for i, condition in ipairs(conditions) do
      local found = told(condition)
      assert.same(i < #conditions and { "2", "5" } or { "1", "2", "3", "5" }, found.rows, condition)
      assert.same({ note(i < #conditions and 2 or 1, "party") }, found.notes, condition)
    end
    assert.same({ note(2, "party") }, told("party != ?", "a").notes)
  end)

  it("says nothing where nothing is left out, or nothing is denied", function()
    for _, condition in ipairs { "party = 'a'", "party != 'a' or party is nil", "party is not nil", "id != 3", "n > 1",
      "party is not nil and party != 'a'", "coalesce(party, 'none') != 'a'", "not (party is nil)" } do
      assert.same({}, told(condition).notes, condition)
    end
    assert.same({}, both.answers(function(q) return q:where { party = "a" } end, f).notes)
  end)

  it("names the columns of what it denies, and no other", function()
    assert.same({ note(1, "party, n", "party") }, told("not (party = 'a' and n = 1)").notes)
    assert.same({ note(2, "party") }, told("n < 9 and party != 'a'").notes)
    assert.same({ note(2, "n") }, told("n != id + 1").notes)
    assert.same({ note(3, "n, party", "n") }, told("n != 1 and party != 'a' and id != 0").notes)
    assert.same({ "3", "4" }, told("party is nil and id != 9").rows)
  end)

  it("tells of dates that are too wide by themselves", function()
    local ds <close> = parley.open ":memory:"
    ds:add("sources", { id = "s" })
    for i, date in ipairs { "2019-05", "2019-06-01", false } do
      ds:add("talks", { id = "k" .. i, date = date or nil }, { source = "s" })
    end
    for _, talks in ipairs { ds.talks, ds.talks:frame() } do
      local found = talks:where "date != '2019-05-10'"
      assert.equal("k2", found:one().id)
      local notes = found:notes()
      assert.equal("1 row is undecided: dates too wide; possibly(…) includes it", notes[1].note)
      assert.equal(note(1, "date"), notes[2].note)
      assert.equal(2, #notes)
    end
  end)

  it("names amounts as they are written, and takes no comparison of them for a denial", function()
    local ds <close> = parley.open ":memory:"
    ds:add("sources", { id = "s" })
    ds:add("outcomes", { id = "a", best = 5 }, { source = "s" })
    ds:add("outcomes", { id = "b", low = 7 }, { source = "s" })
    ds:add("outcomes", { id = "c" }, { source = "s" })
    for _, outcomes in ipairs { ds.outcomes, ds.outcomes:frame() } do
      for _, condition in ipairs { "amount != 5", "not (amount = 5)", "amount not in (5)", "not (amount < 6)" } do
        local found = outcomes:where(condition)
        assert.equal("b", found:one().id, condition)
        assert.equal(note(1, "amount"), found:notes()[1].note, condition)
      end
      assert.same({}, outcomes:where("amount > 3"):notes())
      assert.equal("left out", outcomes:where("best != 5"):notes()[1].kind)
    end
  end)

  it("tells of it under a preview, for datasets and Frames", function()
    local ds <close> = parley.open ":memory:"
    ds:add("sources", { id = "s" })
    ds:add("talks", { id = "k", place = "Oslo" }, { source = "s" })
    ds:add("talks", { id = "m" }, { source = "s" })
    local found = ds.talks:where "place != 'Rome'"
    assert.matches("note: 1 row is left out for want of place", tostring(found), 1, true)
    assert.equal(1, found:frame():notes()[1].count)
    assert.same({}, ds.talks:where("place != 'Rome' or place is nil"):notes())
  end)
end)
