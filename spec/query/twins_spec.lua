-- Texts that only case, accents or blanks tell apart: the answer stays, and a note names a pair, on every engine and in a
-- dataset.

local both = require "spec.support.both_engines"
local parley = require "parley"

local f = parley.frame { { city = "Kyiv", n = 1 }, { city = "Lviv", n = 2 }, { city = "kyiv", n = 3 },
  { city = "Kyiv ", n = 4 }, { n = 5 } }

local PAIR = "city has texts that only case, accents or blanks tell apart, such as 'Kyiv' and 'Kyiv ', and keeps them "
  .. "apart; fold(trim(city)) takes such as one"

local function notes_of(make, ...) return both.answers(make, ...).notes end

describe("twins", function()
  it("are told wherever different texts count", function()
    for _, make in ipairs {
      function(q) return q:by("city"):summarise "count() as n" end,
      function(q) return q:by("city"):count() end,
      function(q) return q:by("city"):with "count() as many" end,
      function(q) return q:distinct "city" end,
      function(q) return q:select("city"):distinct() end,
      function(q) return q:summarise "count_distinct(city) as n" end,
      function(q) return q:by("n > 2 as late"):summarise "count_distinct(city) + 1 as n" end,
      function(q) return q:pivot { rows = "city", columns = "n > 2" } end,
      function(q) return q:pivot { rows = "n > 2", columns = "city" } end,
      function(q) return q:by("city"):summarise("count() as n"):where "n > 0" end,
    } do
      local notes = notes_of(make, f)
      assert.equal(1, #notes)
      assert.matches("^city has texts that only case, accents or blanks tell apart, such as '", notes[1])
    end
    assert.same({ PAIR }, notes_of(function(q) return q:by("city"):count() end, f))
    assert.equal(3, f:where("city is not nil"):by("city"):count():count() - 1)
  end)

  it("go by the rows there are, and are told under the name of the file", function()
    assert.same({}, notes_of(function(q) return q:where("n < 3"):by("city"):count() end, f))
    assert.same({ PAIR }, notes_of(function(q) return q:select("city as place", "n"):by("place"):count() end, f))
    assert.same({}, notes_of(function(q) return q:by("n"):count() end, f))
    assert.same({}, notes_of(function(q) return q:sort("n"):select "city" end, f))
  end)

  it("are one where the way out is taken", function()
    local answers = both.answers(function(q) return q:by("fold(trim(city)) as place"):count() end, f)
    assert.same({ "kyiv 3", "lviv 1", "- 1" }, answers.rows)
    assert.same({}, answers.notes)
  end)

  it("of accents and blanks within are told", function()
    for one, other in pairs { ["İzmir"] = "izmir", ["San  José"] = "san jose", ["ΑΘΗΝΑ"] = "Αθήνα" } do
      local g = parley.frame { { x = one }, { x = other } }
      assert.equal(1, #notes_of(function(q) return q:by("x"):count() end, g))
    end
  end)

  it("of a dataset are told of words in any order, not of ids or vocabularies", function()
    local ds <close> = parley.open ":memory:"
    ds:add("sources", { id = "s", published = "2025-06-01" })
    ds:add("talks", { id = "r1", venue = "Dolmabahçe" }, { source = "s" })
    ds:add("talks", { id = "R1", venue = "dolmabahçe" }, { source = "s" })
    local notes = ds.talks:by("venue"):count():notes()
    assert.equal(1, #notes)
    assert.matches("fold(trim(venue))", notes[1].note, 1, true)
    assert.same({}, { table.unpack(ds.talks:by("id"):count():notes()) })
    assert.equal(1, #ds.talks:by("venue"):count():frame():notes())
    assert.matches("fold%(trim%(venue%)%)", tostring(ds.talks:by("venue"):count()))
  end)
end)
