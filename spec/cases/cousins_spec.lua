--- Other instances of cases 5, 16, 24 and 25: the same fault at another table, call or part.
-- Holds: value/clean.c

local parley = require "parley"
local scratch = require "spec.support.scratch"

local path, remove

before_each(function() path, remove = scratch.folder() end)
after_each(function() remove() end)

local function fresh()
  local ds = parley.open ":memory:"
  ds:add("sources", { id = "s" })
  return ds
end

local function import(ds, table, text, options)
  options = options or {}
  options.source = "s"
  return assert(ds:import(table, scratch.file(path "cousins.csv", text), options))
end

describe("a row mended late", function()
  it("does not displace one without claims that is there already: which is newer is not known (case 5)", function()
    local ds = fresh()
    import(ds, "events", "id,date,place\nk,2020-13-01,old\nm,2020-13-01,only\n")
    assert(ds:import("events", scratch.file(path "newer.csv", "id,date,place\nk,2020-02-01,new\n"), { source = "s" }))
    local report = ds:requeue { date = { ["2020-13-01"] = "2020-01-01" } }
    assert.same({ 1, 0, 1 }, { report.added, report.updated, report.quarantined })
    assert.equal("new", ds.events:get("k").place)
    assert.equal("only", ds.events:get("m").place)
    local left = ds.quarantine:one()
    assert.equal("duplicate", left.code)
    assert.matches("which is newer is not known", left.reason)
  end)
end)

describe("two spellings of one text", function()
  it("are one when they are added, and when they are asked for (case 16)", function()
    local ds = fresh()
    ds:add("people", { id = "a", name = "Jos\u{e9}" }, { source = "s" })
    ds:add("people", { id = "b ", name = "\u{a0}Jose\u{301} " }, { source = "s" })
    ds:add("participants", { id = "p", person = "b " }, { source = "s" })
    assert.equal(1, ds.people:distinct("name"):count())
    assert.equal("José", ds.people:get("b").name)
    assert.equal("b", ds.participants:get("p").person)
    for _, q in ipairs { ds.people:where { name = "Jose\u{301}" }, ds.people:where("name = ?", "Jose\u{301}"),
      ds.people:where("name in ('Jose\u{301}', 'x')"), ds.people:where("name like 'Jose\u{301}%'") } do
      assert.equal(2, q:count())
    end
    assert.error_matches(function() ds:add("people", { id = "b", name = "x" }, { source = "s" }) end, "exists already")
    assert.error_matches(function() ds:add("people", { id = "\u{a0} ", name = "x" }, { source = "s" }) end,
      "an id cannot be empty")
  end)
end)

describe("lines below a table", function()
  it("are told as sums in other languages, too (case 24)", function()
    for _, word in ipairs { "Всего", "Усього", "Insgesamt", "Summe", "Total général", "Toplam:" } do
      local ds = fresh()
      local report = import(ds, "people", "id,name\np1,Ann\n" .. word .. ",2\n")
      assert.same({ 1, 1 }, { report.added, report.quarantined }, word)
    end
  end)
end)

describe("parts of a date", function()
  it("are set aside without a year, unless all are missing (case 25)", function()
    local ds = fresh()
    local report = import(ds, "talks", "id,y,m,d,place\na,,5,1,Rome\nb,,,9,Rome\nc,,,,Rome\n", { mapping = { rows = {
      { table = "talks", id = "{id}", columns = { place = "place", date = { date = { year = "y", month = "m", day = "d" } } } },
    } } })
    assert.same({ 1, 2 }, { report.added, report.quarantined })
    local reasons = {}
    for row in ds.quarantine:sort("line"):rows() do reasons[#reasons + 1] = row.reason end
    assert.same({ "the 5 in column 'm' has no year", "the 9 in column 'd' has no year" }, reasons)
  end)
end)
