-- Searches ask the index of words once, whatever comes after them: asked for each text there is, it would read all hits
-- of a frequent word each time. What is looked at is how SQLite goes about it, with and without its own statistics.
-- Holds: query.sql.steps.search

local parley = require "parley"

-- What SQLite does before it asks the index, how often it does that, and how.
local function asked(query)
  local before, times, how = {}, 0, nil
  for line in tostring(query:explain()):gmatch "[^\n]+" do
    local index = line:match "^ +SCAN hit VIRTUAL TABLE INDEX 0:(%S+)"
    if index then times, how = times + 1, index end
    if times == 0 then before[#before + 1] = line end
  end
  return table.concat(before, "\n"), times, how
end

-- An index is asked for one text where the plan says "=".
local function check(name, query)
  local before, times, how = asked(query)
  assert.equal(1, times, name)
  assert.equal("M", how:match "^%D+", name .. ": " .. how)
  assert.is_nil(before:match " words [^\n]*%(tbl=%?%)" or before:match "SCAN words" or before:match "SCAN events",
    name .. "\n" .. before)
end

local function check_all(ds)
  local found = ds.events:search "ceasefire"
  check("limit", found:limit(3))
  check("phrase", ds.events:search '"ceasefire line"':summarise "count() as n")
  check("two words", ds.events:search "ceasefire line":summarise "count() as n")
  check("beginnings", ds.events:search "ceas*":summarise "count() as n")
  for name, of in pairs { all = found, one = found:where "id = 'e3'", some = found:where "id in ('e3', 'e6')",
    code = found:where "source_country = 'UKR'", reference = found:where "source.title = 'a'",
    columns = found:select("quad", "mentions"), source = found:where "source = 's1'" } do
    check(name, of)
    check(name .. " counted", of:summarise "count() as n")
    check(name .. " grouped", of:by "quad":summarise("count() as n", "max(mentions) as m"))
    check(name .. " apart", of:distinct())
  end
  check("joined", found:join(ds.sources, { on = { source = "id" } }):summarise "count() as n")
end

describe("the plan of a search", function()
  it("has the index of words asked once", function()
    local ds <close> = assert(parley.open(":memory:"))
    ds:add("sources", { id = "s1", title = "a", published = "2025-06-02" })
    for i = 1, 40 do
      ds:add("events", { id = "e" .. i, date = "2025-06-02", quad = 3, source = "s1", place = "a ceasefire line " .. i % 5 })
    end
    assert.equal(40, ds.events:search "ceasefire":count())
    check_all(ds)
    check_all(ds:as_of "2030-01-01")
    ds.store:exec "ANALYZE"
    check_all(ds)
  end)
end)
