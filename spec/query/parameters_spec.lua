-- Values of `?` in the verbs that take expressions, each behind its expression, on both engines.

local over = require "spec.support.frame_query"
local parley = require "parley"

local f = parley.frame { { t = "a?", n = 1 }, { t = "it's", n = 5 }, { t = "c", n = 9 } }

describe("parameters of expressions", function()
  for _, engine in ipairs { "columns", "sql" } do
    local q = over(f, engine)

    it("stand in select, with, by, summarise, sort and distinct, on " .. engine, function()
      assert.same({ { big = true, n = 1, t = "a?", x = 8 } }, q:with("n + ? as x", 7, "t = ? as big", "a?"):limit(1):all())
      assert.same({ { one = 2, t = "a?" }, { one = 6, t = "it's" } },
        q:select("t", "n + ? as one", 1):where("t in (?, ?)", "it's", "a?"):sort("one"):all())
      assert.same({ { high = false, n = 1, s = 3 }, { high = true, n = 2, s = 34 } },
        q:by("n > ? as high", 2):summarise("count() as n", "sum(n + ?) as s", 2):select("high", "n", "s - ? as s", 0)
          :with("if(high, s + ?, s) as s", 16):all())
      assert.equal(9, q:sort("n = ? desc", 9, "t"):first().n)
      assert.same({ 2, 10, 18, n = 3 }, q:distinct("n * ? as n", 2):sort("n"):frame():values("n"))
      assert.is_nil(q:with("? as none", nil):first().none)
    end)

    it("are told where there are too many or too few, on " .. engine, function()
      for _, case in ipairs {
        { "with", { "n > ? as x" }, 'the expression "n > ? as x" has 1 parameter (?), but 0 values were given' },
        { "select", { "n", 3 }, "argument 2 of select() must be an expression (text), not a number" },
        { "select", { "n + ? as m", 3, 4 }, "argument 3 of select() must be an expression (text), not a number" },
        { "with", { "n = ? as x", {} }, 'parameter 1 of the expression "n = ? as x" is a table' },
      } do
        local ok, err = pcall(q[case[1]], q, table.unpack(case[2]))
        assert.is_false(ok)
        assert.truthy(tostring(err):find(case[3], 1, true), tostring(err))
      end
    end)
  end

  it("never become part of the statement", function()
    local text, params = over(f, "sql"):with("t = ? as same", "'; drop table x"):sql()
    assert.is_nil(text:find("drop", 1, true))
    assert.equal("'; drop table x", params[1])
  end)
end)

describe("a list of many values", function()
  local data = parley.frame { { t = 'say "a"', n = 1 }, { t = "it's\n\\", n = -5 }, { t = "ä?", n = 9 },
    { n = math.mininteger }, { t = "other" } }

  -- Many values, of which the last are `values`.
  local function many(values, count, make)
    local list = {}
    for i = 1, count do list[i] = make(i) end
    return table.move(values, 1, #values, #list + 1, list)
  end

  for _, engine in ipairs { "columns", "sql" } do
    it("is searched as a short one is, on " .. engine, function()
      local q, texts = over(data, engine), { 'say "a"', "it's\n\\", "ä?", "missing" }
      local numbers = { -5, math.mininteger, math.maxinteger }
      for _, count in ipairs { 0, 2000 } do
        local names = many(texts, count, function(i) return "none " .. i end)
        local places = many(numbers, count, function(i) return 100 + i end)
        assert.equal(3, q:where({ t = names }):count())
        assert.equal(2, q:where({ n = places }):count())
      end
      local list = ("%d, "):rep(1500):format(table.unpack(many({}, 1500, function(i) return i + 20 end)))
      assert.equal(3, q:where("n not in (" .. list .. "9)"):count())
      assert.equal(1, q:where("n in (" .. list .. "9)"):count())
    end)
  end

  it("is one parameter of a statement, so that there may be more than a statement takes", function()
    local names = many({ "ä?" }, 260000, function(i) return "none " .. i end)
    assert.equal(1, over(data, "sql"):where({ t = names }):count())
    local _, params = over(data, "sql"):where({ n = many({ 1 }, 2000, function(i) return i + 20 end) }):sql()
    assert.equal(1, #params)
    assert.equal(3, #select(2, over(data, "sql"):where({ n = { 1, 2, 3 } }):sql()))
  end)
end)
