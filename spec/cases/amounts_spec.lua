-- Amounts that were added up, averaged or compared as if they were plain numbers, by the numbers of the cases; of
-- datasets and of Frames made of them.
-- Holds: query.amounts, query.adding

local parley = require "parley"

local ds
before_each(function()
  ds = parley.open ":memory:"
  ds:add("sources", { id = "s" })
end)
after_each(function() ds:close() end)

local function put(name, rows)
  for i, row in ipairs(rows) do
    row.id = row.id or ("%s%d"):format(name, i)
    ds:add(name, row, { source = "s" })
  end
end

-- The rows of a table, in SQL and on columns.
local function each_engine(name, ask)
  ask(ds[name])
  ask(ds[name]:frame())
end

local function ids(q) return table.concat(q:sort("id"):frame():values "id", " ") end

local function refused(why, call, ...)
  local done, problem = pcall(call, ...)
  assert.is_false(done)
  assert.matches(why, tostring(problem), 1, true)
end

local HIGH = "'high' is missing in 1 row whose number has another bound; see low and high, or total()"

describe("case 44: over amounts with open sides", function()
  before_each(function()
    put("outcomes", { { id = "a", low = 10, high = 20 }, { id = "b", low = 100 }, { id = "c", best = 5 },
      { id = "d", text = "no number" } })
  end)

  it("a sum is open where one of them is, and says why", function()
    each_engine("outcomes", function(q)
      assert.equal(115, (q:sum "low"))
      assert.same({ nil, HIGH }, { q:sum "high" })
      assert.is_nil((q:sum "best"))
      assert.same({ n = 4, "at least 115", 115, nil, nil }, table.pack(q:sum "amount"))
      assert.same({ n = 4, "15–25", 15, nil, 25 }, table.pack(q:where("id != 'b'"):sum "amount"))
      assert.same({ n = 4, "5", 5, 5, 5 }, table.pack(q:where("id = 'c'"):sum "amount"))
      assert.is_nil((q:where("id = 'd'"):sum "amount"))
    end)
  end)

  it("a summary has the words and the sides", function()
    each_engine("outcomes", function(q)
      local f = q:summarise("sum(amount) as all", "sum(amount.high) as most", "count(amount) as n"):frame()
      assert.same({ "all", "all_low", "all_best", "all_high", "most", "n" }, table.move(f:columns(), 1, 6, 1, {}))
      assert.same({ all = "at least 115", all_low = 115, n = 3 }, { all = f[1].all, all_low = f[1].all_low,
        all_high = f[1].all_high, most = f[1].most, n = f[1].n })
      local by = q:by("text"):summarise("sum(amount)"):where("text is nil"):first()
      assert.equal("at least 115", by.sum_amount)
    end)
  end)

  it("a mean says how many rows had none", function()
    each_engine("outcomes", function(q)
      for _, name in ipairs { "mean", "median" } do
        local value, why = q[name](q, "best")
        assert.equal(5.0, value)
        assert.equal("'best' is missing in 2 rows whose number has another bound; see low and high, or total(); "
          .. "1 row has no number", why)
      end
    end)
  end)

  it("there is one number or none for what takes one", function()
    each_engine("outcomes", function(q)
      refused('sort("amount.low")', q.sort, q, "amount")
      refused("mean(amount.low)", q.mean, q, "amount")
      refused("amount.low, amount.best and amount.high are numbers", q.where, q, "amount + 1 > 2")
      refused("amount.low, amount.best and amount.high are numbers", q.with, q, "round(amount) as n")
      refused("give the sum of its .low", function() return q:by("text"):with "sum(amount) as n" end)
      assert.equal("b a c d", table.concat(q:sort("amount.low desc"):frame():values "id", " "))
    end)
  end)

  it("columns say them in words and in numbers", function()
    put("outcomes", { { id = "e", low = 3, best = 4, high = 9 }, { id = "f", high = 7 } })
    each_engine("outcomes", function(q)
      local f = q:sort("id"):select("amount", "amount.low as l", "amount.best as b", "amount.high as h"):frame()
      local expected = { { "10–20", 10, nil, 20 }, { "at least 100", 100 }, { "5", 5, 5, 5 }, {},
        { "4 (3–9)", 3, 4, 9 }, { "at most 7", nil, nil, 7 } }
      for i, row in ipairs(expected) do assert.same(row, { f[i].amount, f[i].l, f[i].b, f[i].h }) end
    end)
  end)
end)

describe("case 74: a comparison with an amount", function()
  before_each(function()
    put("outcomes", { { id = "a", low = 10, high = 20 }, { id = "b", low = 100 }, { id = "c", best = 5 },
      { id = "d", text = "no number" }, { id = "f", high = 7 } })
  end)

  it("is true of all that it can be, false of none, else missing; surely and possibly decide", function()
    each_engine("outcomes", function(q)
      for condition, expected in pairs {
        ["amount > 15"] = "b", ["surely(amount > 15)"] = "b", ["possibly(amount > 15)"] = "a b",
        ["not amount > 15"] = "c f", ["surely(not amount > 15)"] = "c f", ["possibly(not amount > 15)"] = "a c f",
        ["amount <= 15"] = "c f", ["amount = 5"] = "c", ["possibly(amount = 5)"] = "c f", ["amount != 5"] = "a b",
        ["possibly(amount != 5)"] = "a b f", ["15 < amount"] = "b", ["amount between 5 and 20"] = "a c",
        ["amount not between 5 and 20"] = "b", ["possibly(amount in (12, 5))"] = "a c f", ["amount in (12, 5)"] = "c",
        ["amount not in (12, 5)"] = "b", ["amount is nil"] = "d", ["amount is not nil"] = "a b c f",
        ["amount.low > 5 or amount.high < 6"] = "a b c", ["amount > amount.low - 1"] = "a b c",
      } do
        assert.equal(expected, ids(q:where(condition)), condition)
      end
    end)
  end)

  it("says how many rows are undecided", function()
    each_engine("outcomes", function(q)
      assert.equal("1 row is undecided: amounts too wide; possibly(…) includes it", q:where("amount > 15"):notes()[1].note)
      assert.same({}, q:where("surely(amount > 15)"):notes())
    end)
  end)

  it("follows references, and knows the other quantities", function()
    put("deliveries", { { id = "x", outcome = "a", best = 9 }, { id = "y", outcome = "b", best = 9 } })
    put("demands", { { id = "d1", days_low = 10 }, { id = "d2", days_best = 5 } })
    assert.equal("y", ids(ds.deliveries:where "outcome.amount > 20"))
    assert.equal("x y", ids(ds.deliveries:where "amount < outcome.amount"))
    assert.equal("d1", ids(ds.demands:where "days > 5"))
    assert.same({ "at least 15", 15 }, { ds.demands:sum "days" })
    refused("no column 'days'", ds.outcomes.where, ds.outcomes, "days > 5")
  end)
end)

describe("case 45: adding", function()
  before_each(function()
    put("outcomes", { { id = "w", unit = "bodies", best = 6 }, { id = "p", unit = "bodies", best = 4, part_of = "w" },
      { id = "n", unit = "names", best = 9 }, { id = "k", best = 2 } })
  end)

  it("what is not counted alike is refused", function()
    each_engine("outcomes", function(q)
      for _, name in ipairs { "sum", "mean", "median", "stddev" } do
        refused('(unit: bodies, names, no unit); total() keeps them apart, and so does by("unit")', q[name], q, "best")
      end
      refused("sum(amount) would add up", q.sum, q, "amount")
      refused("sum(best * 2) as n would", function() return q:summarise("sum(best * 2) as n"):frame() end)
      refused("unit: ", function() return q:by("part_of"):with("cumsum(best) as c"):frame() end)
      refused("unit: ", function() return q:pivot { rows = "talk", columns = "topic", values = "sum(best)" }:frame() end)
      refused("unit: ", function() return q:sort("id"):sum "best" end)
      assert.equal(9, q:where { unit = "names" }:sum "best")
      assert.equal(9, q:max "best")
    end)
    refused("unit: ", function() return ds.outcomes:select("best"):sum "best" end)
    local sums = ds.outcomes:by("id"):summarise("sum(best)"):select "id"
    refused("unit: ", function()
      return ds.talks:join(ds.outcomes:by("talk"):summarise "sum(best)", { on = { id = "talk" } }):frame()
    end)
    assert.equal(4, #sums:frame())
  end)

  it("parts and their whole is refused, whichever key they are grouped by", function()
    each_engine("outcomes", function(q)
      refused("p is part of w; total() counts wholes once", function() return q:by("unit"):sum("best"):frame() end)
      local f = q:where("part_of is nil"):by("unit"):sum("best"):frame()
      assert.same({ 6, 9, 2 }, { f[1].sum_best, f[2].sum_best, f[3].sum_best })
    end)
    local renamed = ds.outcomes:select("best", "unit as u"):by("u")
    refused("p is part of w", function() return renamed:sum("best"):frame() end)
  end)

  it("per side and in all, alternatives, and counts so far is refused", function()
    put("outcomes", { { id = "s", unit = "prisoners", best = 4, basis = "per_side" },
      { id = "t", unit = "prisoners", best = 8, basis = "total" }, { id = "x", unit = "tons", best = 1,
        alternative_group = "g" }, { id = "y", unit = "tons", best = 2, alternative_group = "g" } })
    put("deliveries", { { id = "d1", outcome = "s", best = 1, date = "2025-01-01" },
      { id = "d2", outcome = "s", best = 2, unit = "prisoners", date = "2025-02-01" } })
    local function sum(unit) return ds.outcomes:where { unit = unit }:sum "best" end
    refused("(basis: per_side, total)", sum, "prisoners")
    refused("readings of which one holds: y and x", sum, "tons")
    assert.equal(3, ds.deliveries:sum "best")
    put("deliveries", { { id = "d3", outcome = "s", best = 3, counting = "cumulative", date = "2025-03-01" } })
    refused("total() counts the last", ds.deliveries.sum, ds.deliveries, "best")
  end)

  it("is asked of the rows as they were known", function()
    ds:add("sources", { id = "later", published = "2025-06-01" })
    ds:add("sources", { id = "early", published = "2024-01-01" })
    ds:add("deliveries", { id = "a", best = 1, unit = "trucks" }, { source = "early" })
    ds:add("deliveries", { id = "b", best = 2, unit = "buses" }, { source = "later" })
    assert.equal(1, ds.deliveries:as_of("2025-01-01"):sum "best")
    refused("buses, trucks", ds.deliveries.sum, ds.deliveries, "best")
  end)
end)

describe("amounts whose units stand in no column", function()
  before_each(function()
    put("outcomes", { { id = "a", best = 5, unit = "trucks" }, { id = "b", low = 7, unit = "bodies" },
      { id = "c", unit = "names" }, { id = "d", best = 1, unit = "bodies", measure_best = 2.5, measure_unit = "tonnes" } })
  end)

  local function told(q)
    local list = {}
    for i, note in ipairs(q:notes()) do list[i] = note.kind .. ": " .. note.note end
    return table.concat(list, "\n")
  end

  it("are told where they are of several, with the Frame that is saved", function()
    each_engine("outcomes", function(q)
      local note = "left out: %s: the amounts are of several units (bodies, trucks), which stand in no column; select unit too"
      assert.equal(note:format "best", told(q:select("best")))
      assert.equal(note:format "best", told(q:select("best"):frame()))
      assert.equal(note:format "low, high", told(q:select("low", "id", "high"):sort("id")))
      assert.equal(note:format "twice", told(q:select("best * 2 as twice")))
      assert.equal(note:format "best", told(q:where("id < 'd'"):select("best")))
    end)
  end)

  it("are told with their bases", function()
    put("outcomes", { { id = "e", best = 3, unit = "bodies", basis = "per_side" } })
    each_engine("outcomes", function(q)
      assert.equal("left out: best: the amounts are of several bases (no basis, per_side), which stand in no column; "
        .. "select basis too", told(q:select("best", "unit")))
      assert.equal(2, #q:select("best"):notes())
      assert.equal("", told(q:select("best", "basis", "unit")))
    end)
  end)

  it("are told of the rows that are left by what comes after", function()
    put("outcomes", { { id = "e", best = 9, unit = "bodies" } })
    local several = "left out: %s: the amounts are of several units (bodies, trucks), which stand in no column; "
      .. "select unit too"
    local one = "left out: best: the amounts are of the unit %s, which stands in no column; select unit too"
    each_engine("outcomes", function(q)
      local best = q:select("id", "best")
      for _, each in ipairs { best:where("best > 0"), best:limit(3), best:sort("best"):limit(9), best:distinct(),
        q:distinct("best"), best:sort("id desc"), best:where("id < 'd'"):sort("id"):limit(2) } do
        assert.equal(several:format "best", told(each))
        assert.equal(several:format "best", told(each:frame()))
      end
      assert.equal(several:format "t", told(best:with("best * 2 as t"):where("t > 1"):select("t")))
      assert.equal(one:format "bodies", told(best:where("id > 'a'")))
      assert.equal(one:format "bodies", told(best:sort("id desc"):limit(2)))
      assert.equal(one:format "trucks", told(best:sort("id"):limit(1, { ties = true })))
      assert.equal("", told(best:where("id = 'c'")))
    end)
  end)

  it("are told of rows that are drawn, numbered in their groups, or put to those of another side", function()
    local several = "left out: %s: the amounts are of several units (bodies, trucks), which stand in no column; "
      .. "select unit too"
    local other = "left out: of the other side of %s: best: the amounts are of several units (bodies, trucks), which "
      .. "stand in no column; select unit too"
    each_engine("outcomes", function(q)
      local best = q:select("id", "best")
      for _, each in ipairs { best:sample(9, 1), best:sample(9, 1):where("best > 0"), best:sort("id"):by("true as t")
        :with("rank(best) as place", "lag(best) as t_before"):select("id", "best", "place"),
        best:join(q:select("id", "status"), { on = "id" }), best:join(q:select("id"), { on = "id", kind = "semi" }) } do
        assert.equal(several:format "best", told(each))
        assert.equal(several:format "best", told(each:frame()))
      end
      assert.equal(several:format "so_far", told(best:sort("id"):by("true as t"):with("cumsum(best) as so_far")
        :select("so_far")))
      assert.equal(several:format "best", told(best:union(best)))          -- once
      local unlike = told(q:where("unit = 'bodies'"):select("id", "best"):union(best))
      assert.is_truthy(unlike:find(other:format "union()", 1, true), unlike)
      assert.equal("", told(best:join(q:select("id", "unit"), { on = "id" })))
      assert.equal("", told(best:join(q:select("id", "status"), { on = "id" }):select("id", "status")))
    end)
  end)

  it("are not what is asked about them: flags, ranks and ratios add up", function()
    each_engine("outcomes", function(q)
      for _, part in ipairs { "if(best > 2, 1, 0)", "sign(best)", "best / best" } do
        assert.equal("", told(q:select("id", part .. " as x")))
        assert.equal(part:find "if" and 1 or 2, q:summarise("sum(" .. part .. ") as s"):one().s // 1)
        assert.equal(part:find "if" and 1 or 2, q:with(part .. " as x"):sum "x" // 1)
      end
      for _, part in ipairs { "best * 2", "-best", "if(id = 'a', best, 0)", "coalesce(best, low)", "round(best)" } do
        refused("trucks", q.summarise(q, "sum(" .. part .. ") as s").frame, q:summarise("sum(" .. part .. ") as s"))
      end
    end)
  end)

  it("are not where the rows tell them, or a condition names one", function()
    each_engine("outcomes", function(q)
      for _, one in ipairs { q, q:select("best", "unit"), q:select("best", "unit as counted_in"), q:select("id"),
        q:where("unit = 'bodies'"):select("best"), q:where { unit = "bodies" }:select("best"):where("best > 0"),
        q:by("unit"):count() } do
        assert.equal("", told(one))
      end
      assert.matches("^left out: measure_best: the amounts are of the unit tonnes", told(q:select("measure_best")))
    end)
  end)
end)

describe("columns that are the same bound of a quantity", function()
  it("leave open which counts, which is refused with both named", function()
    put("outcomes", { { id = "a", low = 5, high = 9, unit = "x" }, { id = "b", best = 5, unit = "x" } })
    for _, q in ipairs { ds.outcomes, ds.outcomes:frame() } do
      local one = q:select("id", "unit", "low", "high", "best")
      local both = one:join(one:select("id as id2", "low as low2", "high as high2"), { on = { id = "id2" } })
      for _, ask in ipairs { "sum(amount)", "sum(amount.high)", "count(amount)" } do
        refused("'low' and 'low2' are both the low of amount", both.summarise, both, ask)
      end
      refused("'low' and 'low2' are both the low of amount", both.where, both, "amount > 3")
      refused("'high' and 'high2' are both the high of amount", both.sum, both, "low2")
      assert.equal(10, both:select("id", "unit", "low2", "high2", "best"):sum "low2")
      assert.equal("10–14", both:select("id", "unit", "low", "high", "best"):summarise("sum(amount)"):first().sum_amount)
      assert.equal(10, one:with("low as copy"):sum "copy")
      local twice = one:join(one, { on = "id", suffix = "_r" })
      assert.equal(10, twice:select("id", "unit", "low_r", "high_r"):sum "low_r")
      refused("'unit' and 'unit_r' are both the unit of", function()
        return twice:select("id", "unit", "unit_r", "low_r", "high"):sum "low_r"
      end)
    end
  end)
end)
