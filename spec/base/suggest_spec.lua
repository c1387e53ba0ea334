local suggest = require "parley.base.suggest"

describe("suggest.nearest", function()
  local known = { "demands", "talks", "outcomes", "parties", "id" }

  it("takes slips of the finger for the name that was meant", function()
    for slip, meant in pairs { demnads = "demands", talk = "talks", OUTCOMES = "outcomes", partys = "parties", parites = "parties",
      outcoms = "outcomes" } do
      assert.equal(meant, suggest.nearest(slip, known))
    end
  end)

  it("keeps quiet when nothing is near", function()
    for _, name in ipairs { "xyz", "q", "", "deliveries", ("d"):rep(100) } do assert.is_nil(suggest.nearest(name, known)) end
    assert.is_nil(suggest.nearest("talks", {}))
  end)

  it("prefers the first of two that are equally near", function()
    assert.equal("best", suggest.nearest("bost", { "best", "bist" }))
    assert.equal("bist", suggest.nearest("bost", { "bist", "best" }))
  end)

  it("counts a swap of neighbours as one slip", function()
    assert.equal("ab", suggest.nearest("ba", { "ab" }))
    assert.is_nil(suggest.nearest("ba", { "xy" }))
  end)
end)

describe("suggest.hint", function()
  it("asks, lists, or says nothing", function()
    assert.same({ key = "did_you_mean", meant = "csv" }, suggest.hint("cvs", { "csv", "json" }))
    assert.same({ key = "known", names = "csv, json" }, suggest.hint("parquet", { "csv", "json" }))
    local many = {}
    for i = 1, 41 do many[i] = "name number " .. i end
    assert.is_nil(suggest.hint("x", many))
    assert.is_nil(suggest.hint("x", {}))
  end)
end)
