-- diff(): rows added, rows gone, cells changed.
-- Holds: query.diff

local both = require "spec.support.both_engines"
local core = require "parley.core"
local parley = require "parley"

describe("diff", function()
  local old = parley.frame { { id = 1, n = 1, t = "x" }, { id = 2, n = 2 }, { id = 3, n = 3, t = "z" } }
  local new = parley.frame { { id = 3, n = 3.0, t = "z" }, { id = 2, n = 2.5, t = "y" }, { id = 4, t = "w" } }

  it("tells rows that are gone, cells that changed, rows that were added, whatever their order", function()
    local found = both.answers(function(a, b) return a:diff(b, { key = "id" }) end, old, new)
    assert.same({ "id", "change", "column", "before", "after" }, found.columns)
    assert.same({ "integer", "text", "text", "text", "text" }, found.types)
    assert.same({ "1 gone - - -", "2 changed n 2 2.5", "2 changed t - y", "4 added - - -" }, found.rows)
    assert.same({}, both.answers(function(a) return a:sort("n desc"):diff(a, { key = { "id" } }) end, old).rows)
  end)

  it("meets by several keys, missing ones and integers beside numbers", function()
    local a = parley.frame { { k = "a", m = 1, v = true }, { m = 1, v = false }, { k = "-", m = 2 } }
    local b = parley.frame { { k = "a", m = 1.0, v = false }, { m = 1.5 }, { m = 1.0, v = false }, { k = "-", m = 2.0 } }
    local found = both.answers(function(x, y) return x:diff(y, { key = { "k", "m" } }) end, a, b)
    assert.same({ "a 1.0 changed v true false", "- 1.5 added - - -" }, found.rows)
    assert.same("number", found.types[2])
  end)

  it("says which columns are on one side only", function()
    local found = both.answers(function(a, b) return a:select("id", "n"):diff(b:select("id", "t"), { key = "id" }) end,
      old, new)
    assert.same({ "1 gone - - -", "4 added - - -" }, found.rows)
    assert.same({ "'n', 't' are on one side only, and not compared" }, found.notes)
  end)

  it("compares a view of a day with what is known now", function()
    local ds <close> = parley.open()
    local status = ds.talks:select("id", "status")
    local found = status:as_of("2025-06-01"):diff(status, { key = "id" })
    assert.same({ "r2 changed status scheduled held" }, both.rows(found:where "change = 'changed'"))
    assert.equal(3, found:where("change = 'added'"):count())
    assert.same(both.rows(found), both.rows(status:as_of("2025-06-01"):frame():diff(status, { key = "id" })))
  end)

  it("keeps what either side left out", function()
    local days = core.frame_new({ "id", "d" }, { "integer", "date" }, 2, { { 1, 2 }, { "2025", "2025-06-02" } })
    local found = both.answers(function(a) return a:where("d > '2025-06-01'"):diff(a:where("d < '2025-06-30'"),
      { key = "id" }) end, days)
    assert.same({}, found.rows)
    assert.same(2, #found.notes)
    assert.truthy(found.notes[1]:find("1 row is undecided", 1, true), found.notes[1])
    assert.truthy(found.notes[2]:find("1 row is undecided", 1, true), found.notes[2])
  end)

  it("refuses what it cannot compare, with the way out", function()
    local text = parley.frame { { id = 1, n = "one" } }
    for _, case in ipairs {
      { old, nil, "diff() needs key = the column, or the list of columns" },
      { old, { key = {} }, "diff() needs key =" }, { old, { key = "di" }, "no column 'di' on the left of diff()" },
      { text, { key = "id" }, "the columns 'n' (integer) and 'n' (text) cannot come into one" },
      { old:union(old), { key = "id" }, "diff() wants one row for each key, but id = 1 stands on the right more than once" },
      { old:select "n", { key = "id" }, "no column 'id' on the right of diff()" },
    } do
      local said = both.refusal(function(q) return q:diff(case[1], case[2]) end, old)
      assert.truthy(said:find(case[3], 1, true), said)
    end
    assert.is_false((pcall(old.diff, old, {}, { key = "id" })))
  end)
end)
