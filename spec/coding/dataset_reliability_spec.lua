-- How far the coders of a dataset agree: which units, which values, at which level.
-- Holds: coding.reliability, coding.stated_pairs

local parley = require "parley"
local scratch = require "spec.support.scratch"

local ds
before_each(function() ds = scratch.dataset() end)
after_each(function() ds:close() end)

local function code(coder, id, row, locator, source)
  row.id = id
  ds:add("demands", row, { source = source or "s1", locator = locator, coder = coder })
end

-- Rows by field and measure.
local function rows_of(given)
  local of = {}
  given.bootstraps = given.bootstraps or 0
  for row in ds:reliability(given):rows() do of[row.field .. " " .. row.measure] = row end
  return of
end

local TOPICS = { "ceasefire", "prisoners", "children", "language" }

-- Topics that coders give the demands of as many places; a "." is none.
local function code_topics(by_coder)
  for coder, digits in pairs(by_coder) do
    for u = 1, #digits do
      local topic = TOPICS[tonumber(digits:sub(u, u))]
      if topic then code(coder, coder .. u, { topic = topic, party = "ukraine", scope = "unit " .. u }, "p" .. u) end
    end
  end
end

describe("the coders of a dataset", function()
  it("agree as their ratings as a table do, each with ids of his own", function()
    local by_coder = { anna = "11.2233341", ben = "122.233341", cleo = "1122143.." }
    code_topics(by_coder)
    local rows = {}
    for coder, digits in pairs(by_coder) do
      for u = 1, #digits do
        if digits:sub(u, u) ~= "." then rows[#rows + 1] = { u = u, c = coder, v = TOPICS[tonumber(digits:sub(u, u))] } end
      end
    end
    local of = rows_of { bootstraps = 50, seed = 3 }
    for row in parley.reliability(parley.frame(rows), { unit = "u", coder = "c", value = "v", bootstraps = 50,
      seed = 3 }):rows() do
      local mine = of["topic " .. row.measure]
      for _, name in ipairs { "value", "low", "high", "units", "paired", "values", "missing", "why", "says" } do
        assert.same(row[name], mine[name], row.measure .. name)
      end
    end
    assert.equal("demands", of["topic alpha"].table)
    assert.equal(3, of["topic alpha"].coders)
    assert.equal(1.0, of["scope agreement"].value)
    assert.is_nil(of["text agreement"])
  end)

  it("are those that are named, of the tables, fields and sources that are", function()
    code_topics { anna = "1122", ben = "1123", cleo = "3333" }
    code("anna", "x", { topic = "ceasefire", scope = "elsewhere" }, "p1", "s2")
    code("ben", "y", { topic = "ceasefire", scope = "elsewhere" }, "p1", "s2")
    ds:add("talks", { id = "t", kind = "round" }, { source = "s1", coder = "anna" })
    local of = rows_of { coders = { "ben", "anna" }, fields = "topic", table = "demands", source = "s1" }
    assert.equal(3 / 4, of["topic agreement"].value)
    assert.is_number(of["topic cohen"].value)
    assert.equal(2, of["topic cohen"].coders)
    for name in pairs(of) do assert.truthy(name:find "^topic ") end
    assert.equal(5, rows_of({ coders = { "ben", "anna" } })["topic agreement"].units)
    assert.equal("undefined: one coder, nobody to agree with", rows_of({ coders = { "ben" } })["topic alpha"].why)
  end)

  it("are compared at the level of the column, or another", function()
    code("anna", "a1", { topic = "ceasefire", party = "ukraine; russia", made = "2025-06-02", days_low = 30,
      priority = 1 }, "p1")
    code("anna", "a2", { topic = "language", party = "russia", made = "2025-06-09", days_best = 10, priority = 3 }, "p2")
    code("ben", "b1", { topic = "ceasefire", party = "ukraine", made = "2025-06", days_best = 30, priority = 2 }, "p1")
    code("ben", "b2", { topic = "language", party = "russia", made = "2025-06-09", days_best = 10, priority = 3 }, "p2")
    local of, levels = rows_of {}, {}
    for _, field in ipairs { "topic", "party", "made", "days_best", "priority" } do
      levels[field] = of[field .. " alpha"].level
      local alpha = of[field .. " alpha"].value
      assert.is_true(field == "topic" and alpha == 1 or field ~= "topic" and alpha < 1, field)
    end
    assert.same({ topic = "nominal", party = "set", made = "date", days_best = "range", priority = "interval" }, levels)
    assert.equal("ordinal", rows_of({ level = { topic = "ordinal" } })["topic alpha"].level)
    assert.equal("set", rows_of({ level = { topic = "ordinal" } })["party alpha"].level)
    assert.is_number(rows_of({ fields = { "priority" }, level = "ratio" })["priority ac2_linear"].value)
  end)

  it("mean one thing by ids that were paired", function()
    for i, coder in ipairs { "anna", "ben" } do
      code(coder, coder .. 1, { topic = "ceasefire", party = "ukraine" }, "p1")
      code(coder, coder .. 2, { topic = "language", party = "russia" }, "p2")
      for n = 1, 3 do
        local about = coder .. (n == 3 and i or n)
        ds:add("responses", { id = coder .. "r" .. n, demand = about, kind = "reject" }, { source = "s1",
          locator = "p" .. 4 + n, coder = coder })
      end
    end
    assert.near(2 / 3, rows_of({ table = "responses" })["demand agreement"].value, 1e-12)
  end)

  it("rest on the pairs that are stated, over all of them", function()
    code("anna", "a1", { topic = "ceasefire" }, "p1")
    code("ben", "b1", { topic = "ceasefire" }, "p1")
    code("ben", "b2", { topic = "language" }, "p7")
    code("cleo", "c1", { topic = "prisoners" }, "p9")
    local function counts(given)
      given.fields, given.table = "topic", "demands"
      local row = rows_of(given)["topic agreement"]
      return { row.units, row.paired, row.values, row.missing, row.value }
    end
    assert.same({ 3, 1, 4, 5, 1.0 }, counts {})
    assert.same({ 3, 1, 4, 5, 0.0 }, counts { pairs = { { "b2", "a1" } } })
    assert.same({ 4, 0, 4, 8 }, counts { apart = { { "a1", "b1" } } })
    -- who is one with one of them is one with all: c1 is b1, and so a1
    assert.same({ 2, 1, 4, 2, 1 / 3 }, counts { pairs = { { "b1", "c1" } } })
    assert.same({ 2, 1, 4, 2, 0.0 }, counts { pairs = { { "b2", "c1" }, { "a1", "c1" } } })
    -- as the two coders side by side
    local by_hand = { table = "demands", pairs = { { "a1", "b2" } } }
    local pairs_of = ds:compare_coders("anna", "ben", by_hand):where { field = "topic" }
    assert.equal(pairs_of:count(), counts { coders = { "anna", "ben" }, pairs = by_hand.pairs }[2])
  end)

  it("say nothing where nobody has coded", function() assert.equal(0, #ds:reliability()) end)

  it("code in the datasets that come with Parley, too", function()
    for _, name in ipairs(parley.datasets()) do
      local path, remove = scratch.folder()
      local bundled <close> = parley.open(name)
      local source = bundled.sources:first().id
      assert(bundled:save_as(path "mine.db"))
      local mine <close> = parley.open(path "mine.db")
      for _, coder in ipairs { "anna", "ben" } do
        for n, topic in ipairs { "ceasefire", "prisoners", coder == "anna" and "language" or "children" } do
          mine:add("demands", { id = coder .. n, topic = topic, scope = "case " .. n }, { source = source,
            locator = "p" .. n, coder = coder })
        end
      end
      local row = mine:reliability{ coders = { "anna", "ben" }, fields = "topic", bootstraps = 0 }:where{ measure = "agreement" }:one()
      assert.near(2 / 3, row.value, 1e-12)
      mine:close()
      remove()
    end
  end)
end)

describe("mistakes", function()
  before_each(function() code_topics { anna = "12", ben = "12" } end)

  local function refused(given) return scratch.message_of(ds.reliability, ds, given) end

  it("name the field, the coder, the level", function()
    assert.equal("no field 'topik' in what is compared; did you mean 'topic'?", refused { fields = { "topik" } })
    assert.equal("nothing here was coded by 'bne'; did you mean 'ben'?", refused { coders = { "anna", "bne" } })
    assert.truthy(refused { level = { topic = "nominl" } }:find "did you mean 'nominal'?", 1, true)
    assert.truthy(refused { fields = "topic", level = "interval" }:find "of topic cannot be compared at the level interval")
    assert.truthy(refused { coders = {} }:find "empty list")
    assert.equal("no field 'topik' in what is compared; did you mean 'topic'?", refused { level = { topik = "ordinal" } })
    assert.equal('seed must be a whole number, not "7"', refused { seed = "7" })
    assert.truthy(refused { bootstraps = "10" }:find('not "10"', 1, true))
    assert.equal("pairs: no 'x9' there was coded by anna or ben", refused { table = "demands", pairs = { { "anna1", "x9" } } })
    assert.truthy(refused { pairs = { { "anna1", "ben1" } } }:find "give it, as in {table = \"demands\"}")
    assert.equal("'anna1' and 'ben1' are paired and apart: leave out one of the two", refused { table = "demands",
      pairs = { { "anna1", "ben2" }, { "ben2", "ben1" } }, apart = { { "anna1", "ben1" } } })
  end)
end)
