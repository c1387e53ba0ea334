-- Ties: where no claim is firmer, nor given by more sources, every account of the value says so; and sources that rest
-- on one another are one wherever sources are counted.

local parley = require "parley"
local scratch = require "spec.support.scratch"

local ds
before_each(function()
  ds = parley.open ":memory:"
  for _, id in ipairs { "a", "b", "c" } do ds:add("sources", { id = id, published = "2020-01-01" }, { source = id }) end
end)
after_each(function() ds:close() end)

-- An outcome of which a says one thing and b another, equally firmly.
local function tie()
  ds:add("talks", { id = "k", status = "held", date = "2019-12-30" }, { source = "c" })
  ds:add("outcomes", { id = "o", talk = "k", topic = "grain", kind = "agreement" }, { source = "c" })
  ds:claim("outcomes", "o", { best = 100, unit = "trucks", due = "2020-02", status = "agreed" }, { source = "a" })
  ds:claim("outcomes", "o", { low = 150, high = 200, unit = "trucks", due = "2020-03", status = "done" },
    { source = "b" })
end

describe("a tie", function()
  before_each(tie)

  it("is marked where a record is printed, at the fields that tie and no others", function()
    local row = ds.outcomes:get "o"
    assert.same({ 100, false, 200, "2020-02", "agreed" }, { row.low, row.best or false, row.high, row.due, row.status })
    local text, marked = tostring(row), {}
    for line in text:gmatch "[^\n]+" do
      if line:find "a tie$" then marked[#marked + 1] = line:match "^.-  " end
    end
    assert.same({ "best (low–high)  ", "due  ", "status  " }, marked, text)
    assert.is_nil(tostring(ds:with_policy { prefer = { "b" } }.outcomes:get "o"):find("tie", 1, true))
    ds:claim("outcomes", "o", { due = "2020-03" }, { source = "c" })
    assert.is_nil(tostring(ds.outcomes:get "o"):match "\ndue[^\n]*tie")
  end)

  it("is marked in evidence, with the fields", function()
    assert.same({ "true best; due; status a", "true best; due; status b", "false nil c" },
      scratch.texts(ds:evidence("outcomes", "o"):sort "source", "tie", "tied_fields", "source"))
  end)

  it("is told in a brief: the hull with its readings, another value beside the others", function()
    local text = ds:brief { talk = "k", format = "text" }:gsub("%[[%d, ]+%]", ""):gsub("%s+", " ")
    assert.truthy(text:find("The amount is 100 to 200 trucks (a tie between sources) (one source says 100; one source "
      .. "says 150 to 200)", 1, true), text)
    assert.truthy(text:find("It is an agreement, confirmed by the sides (a tie between sources)", 1, true), text)
    assert.truthy(text:find("Amount: 100 or 150 to 200.", 1, true), text)
  end)

  it("is told in a report: in its account, and among where sources differ", function()
    local at, remove = scratch.folder()
    finally(remove)
    assert(ds:report(at "page.html"))
    local page = scratch.read(at "page.html"):gsub("<[^>]*>", " "):gsub("%s+", " ")
    assert.truthy(page:find("The amount is 100 to 200 trucks (a tie between sources)", 1, true), page)
    assert.truthy(page:find("100 (a); 150–200 (b) a tie: equally firm, and as many sources give either; shown is the hull of both",
      1, true), page)
    assert.truthy(page:find("agreed (a); done (b) a tie: equally firm, and as many sources give either; its source sorts first",
      1, true), page)
    assert(ds:with_policy { prefer = { "b" } }:report(at "preferred.html"))
    assert.is_nil(scratch.read(at "preferred.html"):find("a tie between sources", 1, true))
  end)

  it("is told where a total explains what it counts", function()
    assert.equal("as it stands; a tie: as wide as its readings", ds.outcomes:total():explain():first().why)
    assert.equal("as it stands", ds:with_policy { deny = { "b" } }.outcomes:total():explain():first().why)
  end)
end)

describe("sources that rest on one another", function()
  before_each(function()
    tie()
    ds:claim("sources", "c", { copy_of = "b" }, { source = "c" })
    ds:claim("outcomes", "o", { low = 150, high = 200, unit = "trucks", topic = "energy" }, { source = "c" })
  end)

  it("are one in what is shown, and in the count of origins of disagreements and weak values", function()
    assert.same({ 100, 200 }, { ds.outcomes:get("o").low, ds.outcomes:get("o").high })
    local row = ds:disagreements():where { field = "best" }:first()
    assert.same({ 3, 2 }, { row.claims, row.origins })
    ds:claim("outcomes", "o", { nature = "parallel" }, { source = "b", certainty = "anonymous" })
    ds:claim("outcomes", "o", { nature = "parallel" }, { source = "c", certainty = "anonymous" })
    local weak = ds:resting_on { "anonymous" }:where { field = "nature" }:first()
    assert.same({ 2, 1 }, { weak.claims, weak.origins })
  end)

  it("are one source in a brief", function()
    local text = ds:brief { talk = "k", format = "text" }:gsub("%[[%d, ]+%]", ""):gsub("%s+", " ")
    assert.truthy(text:find("one source says 100; one source says 150 to 200", 1, true), text)
  end)
end)
