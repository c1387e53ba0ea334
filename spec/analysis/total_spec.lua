-- Totals: what amounts come to, each once, and the account of what was counted.
-- Holds: base.frame_explanations

local parley = require "parley"
local scratch = require "spec.support.scratch"
local second = require "spec.support.second"

local message_of = scratch.message_of

local function dataset(list, name)
  local ds = parley.open ":memory:"
  ds:add("sources", { id = "s", published = "2025-01-01" })
  for _, row in ipairs(list) do
    local modality = row.modality
    row.modality = nil
    ds:add(name or "outcomes", row, { source = "s", modality = modality })
  end
  return ds
end

-- "trucks total 3–5" for each row.
local function told(f)
  local list = {}
  for row in f:rows() do
    list[#list + 1] = ("%s %s %s"):format(row.unit or "·", row.basis or "·", row.amount)
  end
  return list
end

local function why(f)
  local all = {}
  for row in f:explain():rows() do all[row.id] = row.why end
  return all
end

local function outcomes(list) return dataset(list):total() end

describe("total", function()
  it("of the bundled dataset: bodies once, a thousand from each side twice", function()
    local ds = parley.open()
    assert.same({ "bodies total 12000", "names · 339", "prisoners of war total 2000", "prisoners of war · 1000–1200" },
      told(ds:total()))
    assert.same({ "bodies total 12000" }, told(ds.outcomes:where { unit = "bodies" }:total()))
    assert.same({ "bodies · 6000" }, told(ds.outcomes:where { id = "r2-bodies-ua" }:total()))
    assert.equal("part of r2-bodies, which counts", why(ds:total())["r2-bodies-ua"])
  end)

  it("of another dataset", function()
    local ds <close> = second.open()
    assert.same({ "bodies · 900", "families · 100–999", "monitors · 50 (30–80)", "people total 400",
      "water carts · at least 40" }, told(ds:total()))
    assert.same({ "families · at least 20", "monitors · 12", "people · 310–330", "water carts · at least 40" },
      told(ds.deliveries:total()))
    assert.equal("part of o1-detainees, which counts", why(ds:total())["o1-others"])
  end)

  it("keeps missing sides open", function()
    local f = outcomes { { id = "a", low = 10, high = 20, unit = "trucks" }, { id = "b", low = 100, unit = "trucks" },
      { id = "c", best = 5, unit = "trucks" }, { id = "d", unit = "trucks" } }
    assert.same({ "trucks · at least 115" }, told(f))
    local row = f[1]
    assert.same({ 115, nil, nil, 3, 1 }, { row.low, row.best, row.high, row.counted, row.left_out })
    assert.equal(9, outcomes({ { id = "a", high = 9 } })[1].high)
  end)

  it("takes parts over any number of levels, and not of other units", function()
    local rows = { { id = "w", best = 100, unit = "p" }, { id = "m", part_of = "w" },
      { id = "x", best = 30, unit = "p", part_of = "m" }, { id = "y", best = 2, unit = "lists", part_of = "w" } }
    local f = outcomes(rows)
    assert.same({ "lists · 2", "p · 100" }, told(f))
    assert.equal("part of w, which counts", why(f).x)
  end)

  it("survives what is part of itself", function()
    local ds = dataset { { id = "a", best = 1 }, { id = "b", best = 2, part_of = "a" } }
    ds:claim("outcomes", "a", { part_of = "b" }, { source = "s" })
    assert.equal(2, #ds:total():explain())
    assert.is_true(ds:total()[1].low <= 3)
  end)

  it("counts no plan", function()
    local f = outcomes { { id = "a", best = 5, modality = "plan" }, { id = "b", best = 7, modality = "promise" } }
    assert.same({ "· · 7" }, told(f))
    assert.equal("said as a plan", why(f).a)
    local ds = dataset { { id = "o", unit = "trucks" } }
    ds:add("deliveries", { id = "d", outcome = "o", best = 3 }, { source = "s", modality = "promise" })
    ds:add("deliveries", { id = "e", outcome = "o", best = 4 }, { source = "s" })
    assert.same({ "trucks · 4" }, told(ds.deliveries:total()))
  end)

  it("adds a running count that answers no outcome to nothing, and counts it where it stands alone", function()
    local ds = dataset {}
    for id, count in pairs { a = 1000, b = 1000, c = 2000 } do
      ds:add("deliveries", { id = id, best = count, unit = "bodies", counting = id == "c" and "cumulative" or nil },
        { source = "s" })
    end
    local f = ds.deliveries:total()
    assert.same({ 2000, 2, 1 }, { f[1].low, f[1].counted, f[1].left_out })
    assert.equal("a running count that answers no outcome: what it covers is not known",
      f:explain():where "not counted":first().why)
    assert.equal(2000, ds.deliveries:where { id = "c" }:total()[1].low)
    local done, err = pcall(function() return ds.deliveries:sum "best" end)
    assert.is_false(done)
    assert.equal("bad_argument.adds_counts", err.key)
  end)

  it("takes the last of cumulative counts, and what came after it", function()
    local ds = dataset { { id = "o", unit = "trucks" }, { id = "p", unit = "trucks" } }
    local came = { a = { date = "2025-06-01", best = 40 }, b = { date = "2025-06-05", best = 90, counting = "cumulative" },
      c = { date = "2025-06-09", best = 120, counting = "cumulative" }, d = { date = "2025-06-12", best = 7 } }
    for id, row in pairs(came) do
      row.id, row.outcome = id, "o"
      ds:add("deliveries", row, { source = "s" })
    end
    ds:add("deliveries", { id = "e", outcome = "p", best = 1000, date = "2025-06-01" }, { source = "s" })
    local f = ds.deliveries:total()
    assert.same({ "trucks · 1127" }, told(f))
    assert.same({ "within the count of c", "within the count of c" }, { why(f).a, why(f).b })
  end)

  it("counts one of several alternatives", function()
    local f = outcomes { { id = "a", best = 30, alternative_group = "g" }, { id = "b", low = 50, high = 60,
      alternative_group = "g" }, { id = "c", best = 1 } }
    assert.same({ "· · 31–61" }, told(f))
    assert.equal("an alternative to a", why(f).b)
  end)

  it("groups, and says how many rows it left out", function()
    local ds = dataset { { id = "a", best = 1, topic = "remains" }, { id = "b", best = 2, topic = "prisoners" },
      { id = "c", topic = "remains" } }
    local f = ds.outcomes:total("amount", { by = { "topic", "upper(topic)" } })
    assert.same({ "prisoners", "PRISONERS", 2 }, { f[1].topic, f[1].upper_topic, f[1].low })
    assert.same({ "remains", 1, 1 }, { f[2].topic, f[2].low, f[2].left_out })
    assert.equal(1, f:notes()[1].count)
    assert.matches("note: 1 row is not counted", tostring(f))
  end)

  it("keeps units and bases apart once, also when it is asked to", function()
    local ds = dataset { { id = "a", unit = "trucks", best = 3 }, { id = "b", unit = "tons", best = 5 } }
    assert.equal(ds.outcomes:total():to_csv(), ds.outcomes:total { by = { "unit", "basis" } }:to_csv())
    assert.equal("total{by = ...} takes an expression or a list of them, as in total{by = \"talk\"}, not a number",
      message_of(ds.outcomes.total, ds.outcomes, { by = 5 }))
  end)

  it("takes its options where there is one quantity to mean", function()
    local ds = parley.open()
    local frame = ds.outcomes:total { by = "talk" }
    assert.equal("talk", frame:columns()[1])
    assert.equal(ds.outcomes:total("amount", { by = "talk" }):to_csv(), frame:to_csv())
    assert.equal(frame:to_csv(), ds:total({ by = "talk" }):to_csv())
    assert.matches("no option 'bye'", message_of(ds.outcomes.total, ds.outcomes, { bye = "talk" }))
  end)

  it("is not misled by rounding", function()
    local rows = { { id = "whole", measure_best = 0.3, measure_unit = "t" } }
    for i = 1, 3 do rows[i + 1] = { id = "part" .. i, measure_best = 0.1, part_of = "whole", measure_unit = "t" } end
    for i = 1, 10 do rows[i + 4] = { id = "tenth" .. i, measure_best = 0.1, measure_unit = "kg" } end
    local ds = dataset(rows)
    local f = ds.outcomes:total "measure"
    assert.same({ "kg · 1", "t · 0.3" }, told(f))
    assert.equal(1.0, f:where("unit = 'kg'"):first().best)
    assert.equal(ds.outcomes:where("measure_unit = 'kg'"):sum "measure_best", f:where("unit = 'kg'"):first().best)
    assert.equal(0, #ds:disagreements { table = "outcomes" })
  end)

  it("refuses what it cannot add", function()
    local ds = parley.open()
    assert.matches("^no quantity 'amout' in outcomes; did you mean 'amount'", message_of(ds.outcomes.total, ds.outcomes,
      "amout"))
    assert.matches("needs the name of a quantity of documents: items", message_of(ds.documents.total, ds.documents))
    assert.matches("each with its id", message_of(function() ds.outcomes:select("unit"):total() end))
    assert.matches("each with its id", message_of(function() ds.outcomes:claims():total() end))
    assert.same({ 1 }, { #ds.documents:total "items" })
  end)

  it("is never more than what stands apart, nor less than any whole, in any order of rows", function()
    for _ = 1, 40 do
      local rows, n = {}, math.random(2, 9)
      for i = 1, n do
        local low = math.random(0, 20)
        rows[i] = { id = "r" .. i, low = low, high = math.random(3) > 1 and low + math.random(0, 5) or nil,
          part_of = i > 1 and math.random(2) == 1 and "r" .. math.random(i - 1) or nil, unit = "p",
          basis = ({ "total", "per_side" })[math.random(2)] }
      end
      local shuffled = {}
      for i, row in ipairs(rows) do
        local copy = {}
        for k, v in pairs(row) do copy[k] = v end
        table.insert(shuffled, math.random(i), copy)
      end
      local ds = dataset {}
      ds:atomic(function()
        for _, row in ipairs(shuffled) do ds:add("outcomes", row, { source = "s" }) end
      end)
      local f = ds:total()
      local account, by_id, sum = f:explain(), {}, 0
      for row in account:rows() do by_id[row.id] = row end
      for _, row in ipairs(rows) do
        local own = by_id[row.id]
        if own.counted then sum = sum + own.low end
        local above = row.part_of
        while above do
          assert.is_false(own.counted and by_id[above].counted, row.id .. " and " .. above)
          above = rows[tonumber(above:sub(2))].part_of
        end
      end
      assert.equal(sum, f[1].low)
      assert.same(told(f), told(ds.outcomes:sort("id desc"):total()))
    end
  end)
end)
