-- What clashes on each day of a report's slider against ds:disagreements() of that day, row for row: on each of them
-- only the things that changed are compared, out of claims that were read once.

local clashes = require "parley.report.clashes"
local content = require "parley.report.content"
local parley = require "parley"
local second = require "spec.support.second"

local function sorted(list)
  table.sort(list)
  return list
end

local function text_of(row)
  local parts = {}
  for i, name in ipairs { "table", "id", "field", "kind", "shown", "readings", "why", "claims", "overlap", "among",
    "origins" } do parts[i] = tostring(row[name]) end
  return table.concat(parts, " | ")
end

-- All rows of each day: those of the things that did not change are the ones they had before.
local function compare_all_days(ds, given)
  local c = content.of(ds, given or {})
  local on_day, now, told = clashes.by_day(c), {}, 0
  for position = 1, #c.days do
    local rows, things = on_day(position)
    for _, thing in ipairs(things) do now[thing] = {} end
    for _, row in ipairs(rows) do table.insert(now[c.by_name[row.table].by_id[row.id]], text_of(row)) end
    local ours, expected = {}, {}
    for _, list in pairs(now) do table.move(list, 1, #list, #ours + 1, ours) end
    for _, row in ipairs(ds:as_of(content.day(c, position)):disagreements():all()) do
      if c.by_name[row.table].by_id[row.id] then expected[#expected + 1] = text_of(row) end
    end
    assert.same(sorted(expected), sorted(ours), content.day(c, position))
    told = told + #ours
  end
  return told
end

local function parted()
  local ds = parley.open ":memory:"
  for day = 1, 6 do ds:add("sources", { id = "s" .. day, title = "S" .. day, published = "2025-03-0" .. day }) end
  ds:add("talks", { id = "t", name = "Talk", date = "2025-02-01" }, { source = "s1" })
  ds:add("talks", { id = "u", name = "Other talk", date = "2025-02-02" }, { source = "s1" })
  local function outcome(id, talk, best, whole, source)
    ds:add("outcomes", { id = id, talk = talk, topic = "prisoners", best = best, part_of = whole }, { source = source })
  end
  outcome("whole", "t", 10, nil, "s1")
  outcome("a", "t", 4, "whole", "s2")
  outcome("b", "u", 5, "whole", "s3")
  ds:claim("outcomes", "b", { best = 6 }, { source = "s4" })
  ds:claim("outcomes", "whole", { best = 11 }, { source = "s5", certainty = "document_seen" })
  ds:claim("outcomes", "b", { best = 6 }, { source = "s6", polarity = "denied" })
  return ds
end

describe("clashes of each day #report", function()
  it("are what disagreements() tells as of that day", function()
    assert.is_true(compare_all_days(parley.open "istanbul-2025") > 0)
    local orvenn = second.open()
    assert.is_true(compare_all_days(orvenn) > 0)
    assert.is_true(compare_all_days(orvenn:with_policy { report = "earliest" }) > 0)
    compare_all_days(orvenn:as_recorded "2024-09-30")
  end)

  it("hold wholes against parts that came, changed and were denied later", function()
    local ds = parted()
    assert.is_true(compare_all_days(ds) > 3)
    assert.equal("whole and parts", ds:as_of("2025-03-03"):disagreements():first().among)
  end)

  it("are told of a selection by all parts there are, told of or not", function()
    assert.is_true(compare_all_days(parted(), { talks = { "t" } }) > 0)
  end)
end)
