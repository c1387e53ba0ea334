-- pivot{}: margins, and the order of the columns; random queries over them are engines_spec's business.
-- Holds: query.steps.pivot, query.pivot_shape

local both = require "spec.support.both_engines"
local core = require "parley.core"
local over = require "spec.support.frame_query"
local parley = require "parley"

local function crossed(given, f) return both.answers(function(q) return q:pivot(given) end, f) end

describe("margins of a pivot", function()
  local f = parley.frame { { g = "a", k = "x", n = 1 }, { g = "a", k = "y", n = 2 }, { g = "b", k = "x", n = 5 },
    { k = "y", n = 4 }, { g = "b", k = "x", n = 9 } }

  it("are worked out from the rows: the mean of all is no mean of means", function()
    local found = crossed({ rows = "g", columns = "k", margins = true }, f)
    assert.same({ "g", "x", "y", "total" }, found.columns)
    assert.same({ "a 1 1 2", "b 2 0 2", "- 0 1 1", "total 3 2 5" }, found.rows)
    found = crossed({ rows = { "k", "g" }, columns = "n > 3", values = "mean(n)", margins = true }, f)
    assert.same({ "x a 1.0 - 1.0", "x b - 7.0 7.0", "y a 2.0 - 2.0", "y - - 4.0 4.0", "total - 1.5 6.0 4.2" }, found.rows)
    found = crossed({ rows = "g", columns = "k", values = "count_distinct(k)", margins = true }, f)
    assert.same({ "a 1 1 2", "b 1 0 1", "- 0 1 1", "total 1 1 2" }, found.rows)
  end)

  it("leave the key of the row of totals missing where no word can stand", function()
    assert.equal("- 3 2 5", crossed({ rows = "n", columns = "k", margins = true }, f).rows[6])
  end)

  it("are read further like any rows, and are none where there is no row", function()
    local found = both.answers(function(q)
      return q:pivot { rows = "g", columns = "k", margins = true }:where("total > 2"):select("g", "x")
    end, f)
    assert.same({ "total 3" }, found.rows)
    found = both.answers(function(q) return q:where("n > 99"):pivot { rows = "g", columns = "k", margins = true } end, f)
    assert.same({ {}, { "g", "total" } }, { found.rows, found.columns })
  end)

  it("stand on a pivot as on any rows", function()
    local found = both.answers(function(q)
      return q:pivot { rows = { "g", "n" }, columns = "k" }:pivot { rows = "g", columns = "n > 4", values = "sum(x)",
        margins = true }
    end, f)
    assert.same({ "a 1 - 1", "b - 2 2", "- 0 - 0", "total 1 2 3" }, found.rows)
  end)

  it("refuse a total that adds up what is not counted alike", function()
    local ds <close> = parley.open()
    local q = ds.outcomes:where("best is not nil and basis is nil"):pivot { rows = "unit", columns = "kind",
      values = "sum(best)", margins = true }
    local ok, err = pcall(q.frame, q)
    assert.is_false(ok)
    assert.truthy(tostring(err):find("would add up what is not counted alike", 1, true), tostring(err))
  end)

  it("are wanted or not", function()
    local said = both.refusal(function(q) return q:pivot { rows = "g", columns = "k", margins = "yes" } end, f)
    assert.truthy(said:find("margins is true or false, not a string", 1, true), said)
    said = both.refusal(function(q) return q:sort("n"):limit(1, { ties = "yes" }) end, f)
    assert.truthy(said:find("ties is true or false, not a string", 1, true), said)
  end)
end)

describe("a cell of several aggregates", function()
  it("is there for hundreds of columns, and without rows is what its aggregates are of none", function()
    local rows = {}
    for i = 1, 300 do rows[i] = { g = i % 2, k = i, n = i, t = "t" .. i } end
    local found = both.answers(function(q)
      return q:pivot { rows = "g", columns = "k", margins = true,
        values = "count() + count(n) + coalesce(sum(n) + min(n) + max(n) + first(n) + last(n), g * 1000)" }
    end, parley.frame(rows))
    local ends = {}
    for i = 1, 2 do ends[i] = found.rows[i]:gsub("^(%S+ %S+) .* (%S+ %S+)$", "%1 %2") end
    local odd, even = 150 * 150, 150 * 151
    assert.same({ ("0 0 1502 %d"):format(300 + even + 2 + 300 + 2 + 300),
      ("1 7 1000 %d"):format(300 + odd + 1 + 299 + 1 + 299) }, ends)
  end)

  it("stands in the order of the keys, and keeps its text and its day", function()
    local f = parley.frame { { d = "2025-06", k = "x", t = "b" }, { d = "2025-06-30", k = "y", t = "a" },
      { d = "2024-12", k = "x", t = "c" }, { d = "2025-06", k = "y" } }
    local found = crossed({ rows = "d", columns = "k", values = "coalesce(min(t), max(t), 'none')" }, f)
    assert.same({ "2024-12 c none", "2025-06 b none", "2025-06-30 none a" }, found.rows)
    found = crossed({ rows = "t", columns = "k", values = "coalesce(max(d), min(d))" }, f)
    assert.same({ "a - 2025-06-30", "b 2025-06 -", "c 2024-12 -", "- - 2025-06" }, found.rows)
  end)
end)

describe("the columns of a pivot", function()
  it("and its rows, of dates, stand by their days: early years, far ones, intervals, open ends, alike on both engines", function()
    local sorted = { "Y-12000", "-0044-03-15", "-0001-02", "0001", "0999-05-01", "1000-01-01", "2022", "2022-03-01",
      "2022-03-01/2022-03-05", "2022-03", "2022-03~", "2022-03-01/2022-04-01", "2022-03-01/..", "2022-03/", "Y12000",
      "../2022-03-01", "/2022" }
    local days, groups = {}, {}
    for i, day in ipairs(sorted) do
      local place = i * 7 % #sorted + 1          -- 7 and 17 have no divisor in common: each place once
      days[place], groups[place] = day, "g"
    end
    local f = core.frame_new({ "d", "g" }, { "date", "text" }, #sorted, { days, groups })
    assert.same({ "g", table.unpack(sorted) }, crossed({ rows = "g", columns = "d" }, f).columns)
    local rows = {}
    for i, day in ipairs(sorted) do rows[i] = day .. " 1" end
    assert.same(rows, crossed({ rows = "d", columns = "g" }, f).rows)
  end)

  it("stand in the order of their values: numbers by size, dates by day, missing last", function()
    local f = parley.frame { { n = 10, d = "2025-06" }, { n = 9, d = "2025-06-02" }, { n = -1, d = "2024" }, { d = nil } }
    assert.same({ "yes", "-1", "9", "10", "missing" }, crossed({ rows = "true as yes", columns = "n" }, f).columns)
    assert.same({ "yes", "2024", "2025-06", "2025-06-02", "missing" },
      crossed({ rows = "true as yes", columns = "d" }, f).columns)
  end)

  it("are words of a vocabulary in the order of the codebook, added ones behind", function()
    local ds <close> = assert(parley.open ":memory:")
    ds:add("sources", { id = "s" })
    ds:add("terms", { vocabulary = "topic", code = "airspace" })
    for i, topic in ipairs { "prisoners", "ceasefire", "airspace" } do
      ds:add("demands", { id = "d" .. i, topic = topic }, { source = "s" })
    end
    local wide = ds.demands:pivot { rows = "true as yes", columns = "topic" }
    local heads = { "yes", "ceasefire", "prisoners", "airspace" }
    assert.same(heads, wide:columns())
    -- so they are in a Frame that has them from the dataset, by whatever way
    local options = { rows = "true as yes", columns = "topic" }
    local f = ds.demands:frame()
    for _, given in ipairs { f, f:where "topic is not nil", f:select("id", "topic"), f:sort "id desc":limit(9),
      f:by("topic"):summarise("count() as n"), ds.demands:by("topic"):summarise("count() as n"):frame(),
      f:union(ds.demands:where "id = 'd1'"), ds.demands:union(f),
      f:join(ds.demands:select("id", "party"), { on = "id" }), ds:sql "SELECT id, topic FROM demands",
      ds.demands:claims():frame(), over(f, "sql"), over(f, "columns") } do
      assert.same(heads, given:pivot(options):columns())
    end
    assert.same({ "yes", "ceasefire", "prisoners", "airspace" },
      f:select("topic as what"):pivot { rows = "true as yes", columns = "what" }:columns())
    -- what is worked out, comes from a file or beside other words is text
    local sorted = { "yes", "airspace", "ceasefire", "prisoners" }
    assert.same(sorted, f:with("lower(topic) as topic_"):pivot { rows = "true as yes", columns = "topic_" }:columns())
    assert.same(sorted, parley.frame(f:all()):pivot(options):columns())
    assert.same(sorted, f:select "topic":union(parley.frame(f:select("topic"):all())):pivot(options):columns())
  end)
end)
