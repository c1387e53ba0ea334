-- Constants where a column is meant, and what a function never gives, on every engine and in a dataset.
-- Holds: query.constants

local parley = require "parley"
local over = require "spec.support.frame_query"

local f = parley.frame { { topic = "ceasefire", n = 1 }, { topic = "Prisoners", n = 3 } }
local ds = parley.open()

-- A Frame on each engine, and a table of a dataset.
local QUERIES = { f, over(f, "columns"), over(f, "sql"), ds.demands }

local function fails(code, part, ask)
  for _, q in ipairs(QUERIES) do
    local ok, err = pcall(ask, q)
    assert.is_false(ok)
    assert.equal(code, err.code)
    assert.is_truthy(tostring(err):find(part, 1, true), tostring(err))
  end
end

describe("a constant", function()
  it("sorts nothing", function()
    for _, text in ipairs { "-3", "3", "1 + 2 desc", "'x'", "nil", "true" } do
      fails("bad_expression", 'sort("column desc")', function(q) return q:sort("topic", text) end)
    end
    fails("bad_expression", "without quotes", function(q) return q:sort "'topic'" end)
    fails("bad_expression", "sorts nothing", function(q) return q:sort("?", 3) end)
  end)

  it("without a name is no column and no key", function()
    for _, verb in ipairs { "by", "distinct", "select", "with", "summarise" } do
      fails("bad_expression", '"3 as name"', function(q) return q[verb](q, "3") end)
      fails("bad_expression", "written topic, without quotes", function(q) return q[verb](q, "'topic'") end)
    end
    fails("bad_expression", "the same in every row", function(q) return q:pivot { rows = "3", columns = "topic" } end)
    fails("bad_expression", "the same in every row", function(q) return q:pivot { rows = "topic", columns = "3" } end)
  end)

  it("with a name is one, and by(\"true\") makes one group", function()
    for _, q in ipairs(QUERIES) do
      assert.equal(3, q:select("3 as weight", "nil as nothing"):first().weight)
      assert.equal("all", q:by("'all' as scope"):count():one().scope)
      assert.equal(q:count(), q:by("true"):count():one().count)
    end
  end)

  it("that is a column's name in quotes is told", function()
    local part = "written topic, without quotes"
    fails("bad_expression", part, function(q) return q:where "'topic' = 'ceasefire'" end)
    fails("bad_expression", part, function(q) return q:where "'topic' in ('ceasefire')" end)
    fails("bad_expression", part, function(q) return q:where "'topic' like 'cease%'" end)
    fails("bad_expression", part, function(q) return q:where "contains('topic', 'cease')" end)
    fails("bad_expression", part, function(q) return q:count "'topic'" end)
    fails("bad_expression", part, function(q) return q:by("topic"):summarise "list('topic') as l" end)
    for _, q in ipairs(QUERIES) do assert.equal(q:count(), q:where("'a' = 'a'"):count()) end
  end)

  it("numbers may be added up and counted", function()
    for _, q in ipairs(QUERIES) do assert.equal(q:count(), q:sum "1") end
  end)
end)

describe("a call of constants that overflows", function()
  local none = parley.frame({ { topic = "x", n = 1 } }):where "n > 1":frame()

  it("does so with rows and without", function()
    for condition, part in pairs { ["abs(-9223372036854775807 - 1) > 3"] = "integer overflow",
      ["n > 5 and power(10, 400) > 3"] = "overflow: power()", ["exp(10 * 100) > n"] = "overflow: exp()",
      ["n in (1, power(-10, 401))"] = "overflow: power()",
      ["date_add('2025-01-31', 99999999, 'year') = '2025'"] = "overflow: date_add()" } do
      for _, q in ipairs { f, over(f, "sql"), none, over(none, "columns"), over(none, "sql"),
        ds.outcomes:select "best as n" } do
        local ok, err = pcall(function() return q:where(condition) end)
        assert.is_false(ok)
        assert.equal("overflow", err.code)
        assert.is_truthy(tostring(err):find(part, 1, true), tostring(err))
      end
    end
  end)

  it("and one that is refused otherwise does as well, at its place", function()
    for condition, code in pairs { ["n > 5 and regexp('x', '[')"] = "bad_pattern", ["lpad('x', 99999999) = 'x'"] = "bad_value",
      ["like_escape('a', 'b', '!!')"] = "bad_pattern", ["sortkey('a', 'xx-$$') < 'b'"] = "no_name" } do
      for _, q in ipairs { f, over(f, "sql"), none, over(none, "sql"), ds.outcomes:select "best as n" } do
        local ok, err = pcall(q.where, q, condition)
        assert.is_false(ok)
        assert.equal(code, err.code)
        assert.equal(condition, err.place.text)
      end
    end
  end)

  it("does not where it is missing or fits", function()
    for _, q in ipairs { f, over(f, "sql") } do
      for _, text in ipairs { "power(0, -1)", "power(10, 300)", "exp(-1000)", "abs(-9223372036854775807)", "exp(nil)" } do
        assert.equal(2, q:select(text .. " as x"):count())
      end
    end
  end)
end)

describe("what a function never gives", function()
  it("is told beside it", function()
    local function never(part, ...)
      local condition = table.pack(...)
      fails("bad_value", part, function(q) return q:where(table.unpack(condition)) end)
    end
    never("'CEASEFIRE'", "upper(topic) = 'ceasefire'")
    never("'CEASEFIRE'", "'ceasefire' != upper(topic)")
    never("'ceasefire'", "lower(topic) in ('x', 'Ceasefire')")
    never("'київ'", "lower(topic) = ?", "Київ")
    never("'sevres'", "fold(topic) = 'Sèvres'")
    never("'a'", "trim(topic) = '\u{a0} a '")
    never("'CEASE%'", "upper(topic) like 'cease%'")
    never("'CE'", "starts_with(upper(topic), 'ce')")
  end)

  it("says nothing of what it may give, or of an order", function()
    for _, q in ipairs(QUERIES) do
      assert.is_true(q:where("upper(topic) = 'CEASEFIRE'"):count() > 0)
      assert.equal(q:count(), q:where("upper(topic) < 'x'"):count())
      assert.is_true(q:where("contains(upper(topic), 'cease')"):count() > 0)
    end
  end)

  it("is nothing of a function of one's own", function()
    local q = parley.frame({ { t = "a" } }):define("shout", function(t) return t end)
    assert.equal(1, q:where("shout(t) = 'a'"):count())
  end)
end)

it("sort by '-' of a column without numbers names the way down", function()
  fails("bad_type", 'sort("topic desc")', function(q) return q:sort "-topic" end)
end)
