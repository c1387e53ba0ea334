-- ds:positions{}: who stands where, on the bundled talks and on an invented process; and the threads behind it.
-- Holds: analysis.scope, analysis.demand_threads

local parley = require "parley"
local scratch = require "spec.support.scratch"
local second = require "spec.support.second"
local demand_threads = require "parley.analysis.demand_threads"

local istanbul, orvenn = parley.open(), second.open()

local function position(ds, demand, given)
  for row in ds:positions(given):rows() do
    if row.demand == demand then return row end
  end
end

local function demands(frame)
  local list = {}
  for id in frame:each "demand" do list[#list + 1] = id end
  return list
end

describe("positions of the invented process", function()
  it("are the last demand of every thread, by party, topic and standing", function()
    assert.same({ "ca-truce-2", "ca-language-1", "ca-language-2", "lg-access", "fr-water-2", "fr-amnesty-2",
      "fr-amnesty-1", "fr-detainees-3", "fr-flag", "fr-pullback-3", "tv-ceasefire-3", "tv-forces-2a", "tv-forces-2b",
      "tv-forces-3", "tv-leaders-3", "tv-roads-3", "tv-monitors" }, demands(orvenn:positions()))
  end)

  it("tell how often and since when a demand has been made", function()
    local row = position(orvenn, "tv-ceasefire-3")
    assert.same({ "tarvia", "ceasefire", "shore-front", "2024-03-08", "2024-06-18", 3, "o3", "tv-ceasefire-1",
      "accepted_with_conditions", true }, { row.party, row.topic, row.addressee, row.first_made, row.made, row.times,
      row.talk, row.thread, row.status, row.stands })
    assert.equal("Forty-five days of silence at the least.", row.text)
    assert.same({ 2, 45 }, { row.priority, row.days_low })
    assert.is_nil(row.days_high)
    local single = position(orvenn, "tv-monitors")
    assert.same({ 1, "2024-05", "2024-05", "tv-monitors" }, { single.times, single.first_made, single.made,
      single.thread })
    assert.is_nil(single.talk)
    assert.is_nil(position(orvenn, "lg-access").first_made)
  end)

  it("mark what no longer stands", function()
    local gone = {}
    for id, status in orvenn:positions():where("not stands"):each("demand", "status") do gone[id] = status end
    assert.same({ ["fr-water-2"] = "withdrawn", ["fr-amnesty-1"] = "superseded", ["fr-flag"] = "lapsed" }, gone)
    assert.same({ "accepted", true }, { position(orvenn, "fr-detainees-3").status,
      position(orvenn, "fr-detainees-3").stands })
  end)

  it("keep all columns of demands", function()
    local names = {}
    for _, name in ipairs(orvenn:positions():columns()) do names[name] = true end
    for _, column in ipairs(orvenn:table_info("demands").columns) do
      assert.is_true(names[column.name] or column.name == "id", column.name)
    end
  end)
end)

describe("positions{topic, party, as_of}", function()
  it("keep a topic or several", function()
    assert.same({ "ca-truce-2", "tv-ceasefire-3" }, demands(orvenn:positions { topic = "ceasefire" }))
    assert.same({ "fr-amnesty-2", "fr-amnesty-1", "fr-flag" },
      demands(orvenn:positions { topic = { "justice", "recognition" } }))
  end)

  it("keep a party or several", function()
    assert.same({ "ca-truce-2", "ca-language-1", "ca-language-2", "lg-access" },
      demands(orvenn:positions { party = { "league", "cantons" } }))
    assert.same({ "tv-ceasefire-3" }, demands(orvenn:positions { party = "tarvia", topic = "ceasefire" }))
  end)

  it("read the bodies that speak for a party as the party", function()
    local ds = second.open()
    ds:add("demands", { id = "ministry", party = "water-ministry", topic = "civilians" }, { source = "gazette" })
    assert.same("water-ministry", position(ds, "ministry", { party = "tarvia" }).party)
    assert.is_nil(position(ds, "ministry", { party = "shore-front" }))
  end)

  it("go back to what was known on a day", function()
    local before = position(orvenn, "tv-ceasefire-1", { as_of = "2024-03-31", topic = "ceasefire" })
    assert.same({ "rejected", 1, 60 }, { before.status, before.times, before.days_low })
    assert.same({ "ca-truce-2", "tv-ceasefire-2" },
      demands(orvenn:positions { as_of = "2024-04", topic = "ceasefire" }))
    assert.same({}, demands(orvenn:positions { as_of = "2024-02" }))
    local known = demands(orvenn:positions { as_of = "2030" })
    assert.equal(16, #known)                     -- what an undated letter says is never known as of a day
    for _, id in ipairs(known) do assert.not_equal("lg-access", id) end
  end)

  it("show Ukraine's ceasefire of March as taken up in June, and Russia's truce beside it", function()
    local row = position(istanbul, "ua-ceasefire", { topic = "ceasefire", party = "ukraine" })
    assert.same({ 2, "2025-03/..", "2025-06-01", "ua-ceasefire-march", "countered" },
      { row.times, row.first_made, row.made, row.thread, row.status })
    assert.same({ "ru-truce", "ua-ceasefire", "allies-ceasefire" },
      demands(istanbul:positions { topic = "ceasefire" }))
    assert.equal("ua-r3-leaders", istanbul:positions { party = "ukraine", topic = "leaders_meeting" }[1].demand)
  end)
end)

describe("threads", function()
  local function node(list, id)
    for _, item in ipairs(list) do
      if item.row.id == id then return item end
    end
  end

  it("split into several positions", function()
    local ds = second.open()
    ds:add("demands", { id = "tv-ceasefire-land", party = "tarvia", topic = "ceasefire", made = "2024-07",
      revises = "tv-ceasefire-2" }, { source = "report" })
    assert.same({ "tv-ceasefire-3", "tv-ceasefire-land" },
      demands(ds:positions { party = "tarvia", topic = "ceasefire" }))
    local row = position(ds, "tv-ceasefire-land")
    assert.same({ 3, "tv-ceasefire-1", "2024-03-08" }, { row.times, row.thread, row.first_made })
  end)

  it("cut a circle at its earliest demand", function()
    local ds = second.open()
    ds:claim("demands", "tv-ceasefire-1", { revises = "tv-ceasefire-3" }, { source = "report" })
    local row = position(ds, "tv-ceasefire-3")
    assert.same({ 3, "tv-ceasefire-1" }, { row.times, row.thread })
    assert.same({ "tv-ceasefire-3" }, demands(ds:positions { party = "tarvia", topic = "ceasefire" }))
    ds:claim("demands", "fr-flag", { revises = "fr-flag" }, { source = "report" })
    assert.same({ 1, "fr-flag" }, { position(ds, "fr-flag").times, position(ds, "fr-flag").thread })
  end)

  it("hang what leads into a circle on it", function()
    local list = demand_threads.of { { id = "a", revises = "b", made = "2024-02" },
      { id = "b", revises = "a", made = "2024-01" },
      { id = "c", revises = "a", made = "2024-03" } }
    assert.same({ 1, 2, 3 }, { node(list, "b").times, node(list, "a").times, node(list, "c").times })
    assert.equal("b", node(list, "c").root.row.id)
    assert.equal(3, node(list, "b").size)
  end)

  it("begin anew where the demand taken up is not known", function()
    local list = demand_threads.of { { id = "b", revises = "gone", made = "2024" } }
    assert.same({ 1, "b" }, { list[1].times, list[1].root.row.id })
  end)

  it("find the earliest date on the way, and pass undated demands over", function()
    local list = demand_threads.of { { id = "a" }, { id = "b", revises = "a", made = "2024-05" },
      { id = "c", revises = "b", made = "../2024-03" }, { id = "d", revises = "c" } }
    assert.equal("../2024-03", node(list, "d").first_node.row.made)
    assert.equal("2024-05", node(list, "b").first_node.row.made)
    assert.is_nil(node(list, "a").first_node.row.made)
  end)

  it("may be as long as they like", function()
    local rows = {}
    for i = 1, 50000 do rows[i] = { id = tostring(i), revises = i < 50000 and tostring(i + 1) or nil } end
    assert.equal(50000, node(demand_threads.of(rows), "1").times)
  end)
end)

describe("bad input to positions{}", function()
  local cases = {
    { { topics = "ceasefire" }, "positions{} has no option 'topics'; did you mean 'topic'?" },
    { { topic = "prisoner" }, "no topic 'prisoner'; did you mean 'prisoners'?" },
    { { party = "Kyiv" }, "no party 'Kyiv'; did you mean 'ukraine'?" },
    { { party = 7 }, "no party '7'" },
    { { as_of = "2025-02-30" }, "as_of of positions{}: '2025-02-30' is not a date: February 2025 has 28 days; for "
      .. "example 2025-06-02" },
    { { as_of = "2025-06/.." }, "as_of of positions{} takes a date with an end, not '2025-06/..'" },
    { { as_of = 2025 }, "as_of of positions{} takes a date as text, such as '2025-06-02', not a number" },
    { "ukraine", "positions{} takes a table of options, not a string; its options: topic, party, as_of" },
  }
  for _, case in ipairs(cases) do
    it("is refused: " .. case[2], function()
      assert.equal(case[2], scratch.message_of(istanbul.positions, istanbul, case[1]))
    end)
  end

  it("gives nothing where there is nothing", function()
    assert.equal(0, #parley.open(":memory:"):positions())
    assert.equal(0, #istanbul:positions { party = "lithuania" })
  end)
end)
