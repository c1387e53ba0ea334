-- Which claim a value is taken from: one that says more displaces a vaguer one that agrees; what is said of a number
-- stays with it. spec/claims/claims_spec.lua holds random claims against a model of this.
-- Holds: storage.statements.best_reading

local parley = require "parley"

local function dataset(...)
  local ds = parley.open ":memory:"
  for i = 1, select("#", ...) do
    ds:add("sources", { id = select(i, ...), published = ("2019-%02d-01"):format(i) })
  end
  return ds
end


local function claims_of(list)
  local claims = {}
  for i, claim in ipairs(list) do
    local values = {}
    for k, v in pairs(claim) do values[k] = v end
    claims[i] = values
  end
  return claims
end

local function shown(claims, ...)
  local ds = dataset("a", "b", "c", "d")
  ds:add("outcomes", { id = "o" }, { source = "a" })
  for i, claim in ipairs(claims_of(claims)) do
    local provenance = { source = claim.source or ("abcd"):sub(i, i), certainty = claim.certainty, rank = claim.rank }
    claim.source, claim.certainty, claim.rank = nil, nil, nil
    ds:claim("outcomes", "o", claim, provenance)
  end
  local row, values = ds.outcomes:get "o", {}
  for i, name in ipairs { ... } do values[i] = row[name] or false end
  return values, ds
end

describe("a vaguer claim that agrees", function()
  it("does not displace an exact number, whether it is later or firmer", function()
    local exact, vague = { best = 6057 }, { low = 6000, high = 6100 }
    assert.same({ 6057, 6057, 6057 }, (shown({ exact, vague }, "low", "best", "high")))
    assert.same({ 6057, 6057, 6057 }, (shown({ vague, exact }, "low", "best", "high")))
    local quoted = { low = 6000, high = 6100, certainty = "on_record_quote" }
    assert.same({ 6057 }, (shown({ exact, quoted }, "best")))
  end)

  it("nor one that is open on a side; of two that say nothing of each other the weightier is shown", function()
    assert.same({ 7, 7 }, (shown({ { best = 7 }, { low = 5 } }, "low", "high")))
    assert.same({ 6, 9 }, (shown({ { low = 6, high = 9 }, { high = 20 } }, "low", "high")))
    assert.same({ 8, false }, (shown({ { best = 7 }, { low = 8 } }, "low", "high")))
    assert.same({ 5, 8 }, (shown({ { low = 1, high = 6 }, { low = 5, high = 8 } }, "low", "high")))
    assert.same({ 5, 6, 8 }, (shown({ { low = 5, best = 6, high = 8 }, { low = 5, high = 8 } }, "low", "best", "high")))
  end)

  it("goes down step by step, and never to what the weightiest claim excludes", function()
    assert.same({ 12 }, (shown({ { best = 12 }, { low = 10, high = 20 }, { low = 0, high = 30 } }, "best")))
    assert.same({ 10, 20 }, (shown({ { best = 25 }, { low = 10, high = 20 }, { low = 0, high = 30 } }, "low", "high")))
  end)

  it("does not displace an exact date; a range of days is what was said", function()
    assert.same({ "2019-06-02" }, (shown({ { due = "2019-06-02" }, { due = "2019-06" } }, "due")))
    assert.same({ "2019-06-02" }, (shown({ { due = "2019-06-02" }, { due = "2019" }, { due = "2019-06" } }, "due")))
    assert.same({ "2019-06-02" }, (shown({ { due = "2019-06-02" }, { due = "2019-06/.." } }, "due")))
    assert.same({ "2019-07" }, (shown({ { due = "2019-06-02" }, { due = "2019-07" } }, "due")))
    assert.same({ "2019-06-02/2019-06-04" },
      (shown({ { due = "2019-06-03" }, { due = "2019-06-02/2019-06-04" } }, "due")))
    assert.same({ "2019-06" }, (shown({ { due = "2019-06-02?" }, { due = "2019-06" } }, "due")))
  end)

  it("stays where somebody prefers it, by rank or by policy", function()
    assert.same({ 5, false }, (shown({ { best = 7 }, { low = 5, rank = "preferred" } }, "low", "high")))
    local _, ds = shown({ { best = 7 }, { low = 5 } }, "low")
    assert.is_nil(ds:with_policy { prefer = { "b" } }.outcomes:get("o").high)
    assert.equal(7, ds:with_policy { prefer = { "a" } }.outcomes:get("o").high)
    assert.equal(7, ds:with_policy { deny = { "c" } }.outcomes:get("o").high)
    assert.equal(5, ds:with_policy { deny = { "a" } }.outcomes:get("o").low)
  end)

  it("is said not to be shown since another says more", function()
    local _, ds = shown({ { best = 6057 }, { low = 6000, high = 6100 } }, "best")
    local row = ds:disagreements { table = "outcomes" }[1]
    assert.same({ "6057", "it says more, and the weightier claim agrees" }, { row.shown, row.why })
  end)
end)

describe("what is said of a number", function()
  local trucks = { best = 12, unit = "trucks", category = "aid", basis = "total" }

  it("is never that of another", function()
    local firm = { best = 300, certainty = "on_record_quote" }
    assert.same({ 300, false, false, false }, (shown({ trucks, firm }, "best", "unit", "category", "basis")))
    assert.same({ 12, "trucks", "aid", "total" }, (shown({ firm, { best = 12, unit = "trucks", category = "aid",
      basis = "total", certainty = "on_record_quote" } }, "best", "unit", "category", "basis")))
    local _, ds = shown({ trucks, firm }, "best")
    assert.equal("trucks", ds:as_of("2019-01-15").outcomes:get("o").unit)
    assert.is_nil(ds:as_of("2019-03-01").outcomes:get("o").unit)
    assert.equal("trucks", ds:with_policy { deny = { "b" } }.outcomes:get("o").unit)
    assert.is_nil(ds:with_policy { prefer = { "b" } }.outcomes:get("o").unit)
  end)

  it("comes from the same source, or from beside the same number", function()
    assert.same({ 15, "trucks" }, (shown({ trucks, { best = 15, source = "a" } }, "best", "unit")))
    assert.same({ 12, "trucks" }, (shown({ trucks, { best = 12 } }, "best", "unit")))
    assert.same({ 12, false }, (shown({ { best = 12 }, { unit = "trucks" } }, "best", "unit")))
    assert.same({ false, "trucks" }, (shown({ { unit = "carts" }, { unit = "trucks" } }, "best", "unit")))
  end)
end)
