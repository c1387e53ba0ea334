-- Expressions that are written by the habits of SQL, R and Python: each is told how it is written here.
-- Holds: query.foreign_syntax, base.foreign_verbs

local parley = require "parley"

local function hint_of(rows, verb, ...)
  local ok, err = pcall(rows[verb], rows, ...)
  assert.is_false(ok, tostring((...)))
  return err.hint
end

-- Verb, what it is given, and what stands in the hint.
local MISTAKES = {
  { "select", "*", "without select() all columns are there" },
  { "count", "*", "count() counts rows" },
  { "select", "party,topic", 'select("a", "b")' },
  { "where", "party = 'x', topic = 'y'", "joined with 'and'" },
  { "where", "days_best > 1,000", "without marks of thousands" },
  { "where", "days_best => 30", "write '>='" },
  { "where", "days_best =< 30", "write '<='" },
  { "where", "days_best = '30'", "without quotes: 30" },
  { "where", "topic in ['ceasefire']", "in ('a', 'b')" },
  { "where", "topic ilike 'x'", "contains(x, 'part')" },
  { "where", "party = 'x';", "nothing ends an expression" },
  { "where", "party = `x`", "'single quotes'" },
  { "where", "party = \u{2018}x\u{2019}", "straight quotes" },
  { "where", "party = \u{201c}x\u{201d}", "straight quotes" },
  { "where", "topic = None", "'x is nil'" }, { "where", "isnull(topic)", "'x is nil'" },
  { "where", "is.na(topic)", "'x is nil'" },
  { "where", "party || topic = 'x'", "joined with '..'" },
  { "where", "party = 'x' || topic = 'y'", "joined with '..'" },
  { "with", "case when party = 'x' then 1 else 0 end as u", "if(condition, a, b)" },
  { "summarise", "count(distinct party) as n", "count_distinct(x)" },
  { "with", "x = days_best * 2", '"days_best * 2 as x"' },
  { "summarise", "n = count()", '"count() as n"' },
  { "with", { x = "days_best * 2" }, '"days_best * 2 as x"' },
  { "summarise", { n = "count()" }, '"count() as n"' },
  { "select", { "party", "topic" }, 'select("a", "b")' },
  { "where", "made.year = 2025", "year(made)" }, { "where", "topic contains 'fire'", "contains(x, 'part')" },
}

describe("an expression by the habits of another language #query", function()
  local ds, frame
  setup(function()
    ds = parley.open()
    frame = ds.demands:select("id", "party", "topic", "made", "days_best"):frame()
  end)
  teardown(function() ds:close() end)

  for _, one in ipairs(MISTAKES) do
    it("is told how it is written here: " .. (type(one[2]) == "string" and one[2] or next(one[2])), function()
      for _, rows in ipairs { ds.demands, frame } do
        local hint = hint_of(rows, one[1], one[2])
        assert.truthy(hint and hint:find(one[3], 1, true), hint)
      end
    end)
  end

  it("has verbs of other tools said by their names here, of queries and Frames", function()
    for name, call in pairs { filter = "where(...)", head = "limit(n)", pull = 'select("x")', groupby = "by(...)" } do
      for _, rows in ipairs { ds.demands, frame } do
        local ok, err = pcall(function() return rows[name] end)
        assert.is_false(ok)
        assert.equal("what you know by that name is " .. call, err.hint)
      end
    end
  end)

  it("has each where() take one condition", function()
    assert.equal("conditions are joined with 'and', or stand in a where() each",
      hint_of(ds.demands, "where", "party = 'x'", "topic = 'y'"))
  end)

  it("has a join say how columns of two names meet", function()
    assert.truthy(hint_of(ds.demands, "join", ds.talks, { on = "talk" }):find('on = {talk = "id"}', 1, true))
    assert.truthy(hint_of(ds.demands, "join", ds.talks, { on = "talk = id" }):find('on = {talk = "id"}', 1, true))
    assert.truthy(hint_of(ds.demands, "join", ds.talks, { on = "tlk" }):find("did you mean 'talk'?", 1, true))
  end)

  it("keeps the names that are near, and text without quotes", function()
    assert.equal("did you mean 'party'?", hint_of(ds.demands, "where", "prty = 'x'"))
    assert.truthy(hint_of(ds.demands, "where", "party = ukraine"):find("'single quotes'", 1, true))
  end)
end)
