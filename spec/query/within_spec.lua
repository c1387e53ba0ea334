-- within(): a whole with its members on the day of a row.
-- Holds: query.within

local both_engines = require "spec.support.both_engines"
local parley = require "parley"

local rows_of = both_engines.rows

local function ids(q) return rows_of(q:sort("id"):select("id")) end

describe("within", function()
  local ds
  before_each(function()
    ds = parley.open ":memory:"
    ds:add("sources", { id = "s1", published = "2025-06-01" })
    ds:add("sources", { id = "s2", published = "2025-07-01" })
    for _, id in ipairs { "league", "north", "south", "east", "port", "other" } do
      ds:add("parties", { id = id }, { source = "s1" })
    end
    ds:add("memberships", { id = "m1", party = "north", whole = "league", held = "2004-05-01/2020-01-31" }, { source = "s1" })
    ds:add("memberships", { id = "m2", party = "south", whole = "league", held = "2010-05/.." }, { source = "s1" })
    ds:add("memberships", { id = "m3", party = "port", whole = "south", held = "2012/.." }, { source = "s1" })
    for id, given in pairs { own = { "league", "2001" }, before = { "north", "2004-04-30" }, first = { "north", "2004-05-01" },
      last = { "north", "2020-01-31" }, after = { "north", "2020-02-01" }, wide = { "north", "2020" },
      doubtful = { "south", "2010-05-15" }, nested = { "port", "2015-03" }, early = { "port", "2011-01-01" },
      far = { "other", "2015" }, joint = { "other; south", "2015" }, undated = { "north" } } do
      ds:add("demands", { id = id, party = given[1], made = given[2] }, { source = "s1" })
    end
  end)

  it("keeps the whole and who belongs to it on the day, near and far, alone and among several", function()
    local q = ds.demands:where{ party = parley.within "league" }
    assert.same({ "first", "joint", "last", "nested", "own" }, ids(q))
    assert.same({ "doubtful", "joint", "nested" }, ids(ds.demands:where{ party = parley.within "south" }))
    assert.equal(5, q:count())
    assert.equal(2, q:where("party = 'north'"):count())
  end)

  it("leaves undecided what the days do not decide, and says so", function()
    assert.equal("2 rows are undecided: dates too wide; possibly(…) includes them",
      ds.demands:where{ party = parley.within "league" }:notes()[1].note)
  end)

  it("looks the members up when it runs, as they are known on a day", function()
    local q = ds.demands:where{ party = parley.within "league" }
    ds:add("memberships", { id = "m4", party = "other", whole = "league" }, { source = "s2" })
    assert.same({ "far", "first", "joint", "last", "nested", "own" }, ids(q))
    assert.same({ "first", "joint", "last", "nested", "own" }, ids(q:as_of "2025-06-15"))
    ds:retract(ds.memberships:where{ id = "m1" }:claims():one().claim, "test")
    assert.same({ "far", "joint", "nested", "own" }, ids(q))
  end)

  it("takes the day that is asked for, and a path", function()
    ds:add("talks", { id = "t", date = "2005-01-01" }, { source = "s1" })
    ds:add("participants", { id = "p", talk = "t", party = "north" }, { source = "s1" })
    ds:add("provisions", { id = "v" }, { source = "s1" })
    assert.same({ "p" }, ids(ds.participants:where{ party = parley.within "league" }))
    assert.same({}, ids(ds.demands:where{ id = "first", party = parley.within("league", { on = "start('2001-01-01')" }) }))
    ds:add("responses", { id = "r", demand = "first", party = "other", date = "2005" }, { source = "s1" })
    assert.same({ "r" }, ids(ds.responses:where{ ["demand.party"] = parley.within "league" }))
  end)

  it("refuses circles, unknown wholes and rows without a dataset", function()
    assert.error_matches(function()
      ds:add("memberships", { id = "m5", party = "league", whole = "port" }, { source = "s1" })
    end, "would belong to itself, by way of")
    assert.error_matches(function()
      ds:add("memberships", { id = "m6", party = "east", whole = "east" }, { source = "s1" })
    end, "would belong to itself")
    assert.equal(3, ds.memberships:count())
    local misspelt = ds.demands:where{ party = parley.within "leage" }
    assert.error_matches(function() misspelt:count() end, "did you mean 'league'")
    assert.error_matches(function() ds.demands:where{ text = parley.within "league" } end, "names parties")
    assert.error_matches(function() ds.demands:where{ party = parley.within("league", { on = "talk" }) } end, "is a date")
    assert.error_matches(function() ds.demands:where{ party = parley.within("league", { on = "mad" }) } end,
      "did you mean 'made'")
    assert.error_matches(function() ds.demands:frame():where{ party = parley.within "league" } end, "before frame")
    assert.error_matches(function() ds.provisions:where{ document = parley.within "league" } end, "on = ")
    assert.error_matches(function() parley.within(7) end, "id of a party")
  end)

  it("gives the network an edge for each membership", function()
    assert.same({ "north member_of league", "port member_of south", "south member_of league" },
      rows_of(ds:network { role = "member_of" }:sort("source"):select("source", "role", "target")))
  end)
end)
