-- ds:lint: one finding a row, each with a way out; nothing where there is nothing.

local parley = require "parley"

local ds
before_each(function()
  ds = parley.open(":memory:")
  ds:add("sources", { id = "a", published = "2020-01-01" }, { source = "a" })
end)
after_each(function() ds:close() end)

-- "table id field: what" of each finding.
local function found(of)
  local list = {}
  for row in (of or ds):lint():rows() do
    assert.is_true(#row.way_out > 10)
    list[#list + 1] = ("%s %s %s: %s"):format(row.table, row.id, row.field, row.what)
  end
  return list
end

describe("lint", function()
  it("finds nothing in a sound dataset", function()
    ds:add("parties", { id = "x", name = "X" }, { source = "a" })
    ds:add("talks", { id = "k", name = "X", status = "held" }, { source = "a", stated = "2019-12-31" })
    ds:add("outcomes", { id = "o", best = 5, unit = "people" }, { source = "a" })
    assert.same({}, found())
    assert.same({ "table", "id", "field", "what", "way_out" }, setmetatable(ds:lint():columns(), nil))
  end)

  it("finds sources without a day, with their claims", function()
    ds:add("sources", { id = "none" }, { source = "a" })
    ds:add("sources", { id = "one" }, { source = "a" })
    ds:add("sources", { id = "two" }, { source = "two" })
    ds:add("talks", { id = "k" }, { source = "one" })
    ds:add("talks", { id = "m" }, { source = "two" })
    ds:add("talks", { id = "n" }, { source = "two", reported = "2020" })
    assert.same({ "sources none published: no day of publication",
      "sources one published: no day of publication: its claim is in no view as of a day",
      "sources two published: no day of publication: its 2 claims are in no view as of a day" }, found())
    assert.equal('ds:claim("sources", "none", {published = …}, {source = "none"})', ds:lint()[1].way_out)
  end)

  it("finds days that cannot be", function()
    local future = ds:add("talks", { id = "k" }, { source = "a", reported = "2091-06" })
    local said = ds:add("talks", { id = "m" }, { source = "a", stated = "2019-12-30" })
    ds:add("talks", { id = "n" }, { source = "a", stated = "2091", rank = "deprecated" })
    assert.same({ ("talks k reported: claim %d was reported on 2091-06, which has not come"):format(future) }, found())
    ds:claim("sources", "a", { published = "2018" }, { source = "a" })
    assert.same({ ("talks k reported: claim %d was reported on 2091-06, which has not come"):format(future),
      ("talks m stated: claim %d was said on 2019-12-30, after the report of 2018"):format(said) }, found())
  end)

  it("finds wholes against their parts, and amounts without a unit", function()
    ds:add("outcomes", { id = "w", best = 10, unit = "people" }, { source = "a" })
    ds:add("outcomes", { id = "p", best = 20, unit = "people", part_of = "w" }, { source = "a" })
    ds:add("outcomes", { id = "q", low = 20 }, { source = "a" })
    ds:add("outcomes", { id = "r", text = "none" }, { source = "a" })
    assert.same({ "outcomes w best: the whole does not agree with its parts: whole 10 (a); parts 20 = 20 p (a)",
      "outcomes q unit: an amount without a unit: nobody can say what it adds up with" }, found())
  end)

  it("finds things that share a name", function()
    ds:add("parties", { id = "c", name = "Conseil" }, { source = "a" })
    ds:add("parties", { id = "d", name = "The Council", aliases = "CONSÉIL ; other" }, { source = "a" })
    ds:add("people", { id = "p", name = "Ana  Ruiz" }, { source = "a" })
    ds:add("people", { id = "q", name = "ana ruíz" }, { source = "a" })
    ds:add("people", { id = "r", name = "Conseil", aliases = "conseil" }, { source = "a" })
    assert.same({ "parties d name: 'c' is called the same", "people q name: 'p' is called the same" }, found())
  end)

  it("looks at what a policy and a day show", function()
    ds:add("sources", { id = "b", published = "2021" }, { source = "b" })
    ds:add("outcomes", { id = "o", best = 5 }, { source = "b" })
    assert.equal(1, #found())
    assert.same({ 0, 0 }, { #found(ds:as_of("2020-06-01")), #found(ds:with_policy { deny = { "b" } }) })
  end)
end)
