-- Columns that take several: conditions, split(), by(), pivot{} and join() treat each item, on both engines.
-- Holds: query.each_item, query.steps.split, query.sql.steps.split, query.columns.steps.split, base.item_lists

local both_engines = require "spec.support.both_engines"
local item_lists = require "parley.base.item_lists"
local parley = require "parley"

local both = both_engines.answers

describe("a list that is one text", function()
  it("is taken apart and put together, each item once and sorted", function()
    assert.same({ "b", "a" }, item_lists.of "b; a")
    assert.equal("a; b", item_lists.text { "b", "a", "b" })
    assert.equal("a; c", item_lists.replaced("a; b", "b", "c"))
    assert.equal("a; b", item_lists.checked "b ; a; a")
    assert.is_nil((item_lists.checked "a; ; b"))
    assert.is_nil((item_lists.checked "a;b"))
    assert.is_true(item_lists.meets({ a = true }, "a; b"))
    assert.is_false(item_lists.meets({ c = true }, "a; b"))
    assert.is_false(item_lists.meets({ c = true }, nil))
    assert.equal("a; b", item_lists.given { "a", "b" })
  end)

  it("is asked for its items in expressions", function()
    local f = parley.frame { { t = "a; bc; d" }, { t = "" }, { t = "; " }, { n = 1 } }
    local found = both(function(q)
      return q:select("items(t) as n", "item(t, 2) as second", "item(t, 0) as none", "includes(t, 'd; a') as both",
        "includes(t, 'b') as part", "shares(t, 'x; d') as one", "includes(t, '') as empty")
    end, f)
    assert.same({ "3 bc - true false true false", "1 - - false false false true", "2  - false false false true",
      "- - - - - - -" }, found.rows)
  end)
end)

describe("split", function()
  local f = parley.frame { { id = 1, t = "b; a" }, { id = 2, t = "a" }, { id = 3 }, { id = 4, t = "b; a" } }

  it("gives a row for each item, in the order of the rows, and says how many had several", function()
    local found = both(function(q) return q:sort("id desc"):split("t"):select("id", "t") end, f)
    assert.same({ "4 b", "4 a", "3 -", "2 a", "1 b", "1 a" }, found.rows)
    assert.same({ "2 rows have several in t and stand once for each; count_distinct(id) counts once" }, found.notes)
    assert.same({}, both(function(q) return q:where("id = 2"):split("t") end, f).notes)
  end)

  it("is read further like any rows", function()
    local found = both(function(q) return q:split("t"):where("t = 'a'"):by("t"):summarise("count() as n",
      "count_distinct(id) as ids", "list(id) as which") end, f)
    assert.same({ "a 3 3 1; 2; 4" }, found.rows)
    found = both(function(q) return q:limit(1):split("t"):split("t"):with("t .. '!' as s") end, f)
    assert.same({ "1 b b!", "1 a a!" }, found.rows)
    found = both(function(q) return q:split("t"):union(q):count() == 10 and q:split("t"):distinct("t"):sort("t") end, f)
    assert.same({ "a", "b", "-" }, found.rows)
  end)

  it("refuses what is no list", function()
    assert.matches("split%(%) takes lists that are text, and id is of type integer",
      both_engines.refusal(function(q) return q:split("id") end, f))
    assert.matches("no column 'tt'.*did you mean 't'", both_engines.refusal(function(q) return q:split("tt") end, f))
    assert.matches("split", both_engines.refusal(function(q) return q:split() end, f))
  end)
end)
