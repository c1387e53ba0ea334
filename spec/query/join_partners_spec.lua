-- Partners of a join: one where one is expected (spec/query/join_spec.lua), several and none in the notes.

local both = require "spec.support.both_engines"
local parley = require "parley"

local left = parley.frame { { g = "a", n = 1 }, { g = "b", n = 2 }, { g = "c", n = 3 }, { n = 4 } }
local right = parley.frame { { g = "a", m = 1 }, { g = "a", m = 2 }, { g = "b", m = 3 }, { m = 8 }, { m = 9 } }

local SEVERAL = "%d %s on the left %s several partners and %s once for each; expect = \"one\" refuses that"
local NONE = "%d %s on the left %s no partner, and %s left out; kind = \"left\" keeps %s"

local function several(n)
  local one = n == 1
  return SEVERAL:format(n, one and "row" or "rows", one and "has" or "have", one and "stands" or "stand")
end

local function none(n)
  local one = n == 1
  return NONE:format(n, one and "row" or "rows", one and "has" or "have", one and "is" or "are", one and "it" or "them")
end

local function notes(options, other, make)
  return both.answers(function(a, b)
    local q = a:join(b, options)
    return make and make(q) or q
  end, left, other or right).notes
end

describe("the partners of a join", function()
  it("are told where a row has several, or none and is left out", function()
    assert.same({ several(1), none(2) }, notes { on = "g" })
    assert.same({ several(1) }, notes { on = "g", kind = "left" })
    assert.same({ several(2), none(1) }, notes { on = "g", missing = "match" })
    assert.same({ several(1), none(2) }, notes({ on = "g" }, nil, function(q) return q:summarise("sum(n)") end))
    assert.same({ several(1), none(2) }, notes({ on = { g = "h" } }, parley.frame { { h = "b" }, { h = "a" }, { h = "a" } }))
  end)

  it("are not told where each row has one, or is only kept or left", function()
    local one = parley.frame { { g = "a", m = 1 }, { g = "b", m = 2 }, { g = "c", m = 3 } }
    assert.same({ none(1) }, notes({ on = "g" }, one))
    assert.same({}, notes({ on = "g", kind = "left" }, one))
    assert.same({ none(1) }, notes({ on = "g", expect = "one" }, one))
    for _, kind in ipairs { "semi", "anti" } do assert.same({}, notes { on = "g", kind = kind }) end
  end)

  it("are counted by all keys, and after the rows were chosen", function()
    local pairs_of = parley.frame { { g = "a", n = 1 }, { g = "a", n = 2 }, { g = "b", n = 2 } }
    assert.same({ none(2) }, notes({ on = { "g", "n" } }, pairs_of))
    local found = both.answers(function(a, b) return a:where("n < 3"):join(b, { on = "g" }) end, left, right)
    assert.same({ several(1) }, found.notes)
  end)

  it("are told of references and of views as of a day", function()
    local ds <close> = parley.open ":memory:"
    ds:add("sources", { id = "s", published = "2020" })
    ds:add("sources", { id = "t", published = "2022" })
    ds:add("talks", { id = "k" }, { source = "s" })
    ds:add("talks", { id = "m" }, { source = "s" })
    for i, source in ipairs { "s", "t" } do ds:add("demands", { id = "d" .. i, talk = "k" }, { source = source }) end
    ds:add("demands", { id = "d3" }, { source = "s" })
    local function of(q)
      local list = {}
      for i, note in ipairs(q:notes()) do list[i] = note.note end
      return list
    end
    assert.same({ none(1) }, of(ds.demands:join(ds.talks)))
    assert.same({ several(1), none(1) }, of(ds.talks:join(ds.demands, { on = { id = "talk" } })))
    assert.same({ none(1) }, of(ds.talks:join(ds.demands, { on = { id = "talk" } }):as_of "2021"))
    assert.same({ several(1), none(1) }, of(ds.talks:frame():join(ds.demands, { on = { id = "talk" } })))
  end)
end)
