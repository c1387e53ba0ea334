-- ds:ledger{} and ds:overdue(): promised, delivered, outstanding and late, on both datasets and on promises made for
-- the purpose.

local parley = require "parley"
local scratch = require "spec.support.scratch"
local second = require "spec.support.second"

local istanbul, orvenn = parley.open(), second.open()

-- The row of an outcome.
local function entry(frame, outcome)
  for row in frame:rows() do
    if row.outcome == outcome then return row end
  end
  error("no row of " .. outcome)
end

local function promised(row) return { row.promised_low, row.promised_best, row.promised_high } end
local function delivered(row) return { row.delivered_low, row.delivered_best, row.delivered_high } end
local function outstanding(row) return { row.outstanding_low, row.outstanding_best, row.outstanding_high } end
local function late(row) return { row.state, row.days_late_low, row.days_late_high } end

-- Outcomes in the order of a Frame.
local function outcomes(frame)
  local list = {}
  for id in frame:each "outcome" do list[#list + 1] = id end
  return list
end

describe("the ledger of the invented process", function()
  it("lists every promise, by talk, parts after their wholes, and no refusal", function()
    assert.same({ "o1-detainees", "o1-others", "o1-wounded", "o2-continue", "o2-remains", "o2-remains-north",
      "o2-remains-south", "o2-water", "o3-ceasefire", "o3-guarantee", "o3-monitors", "o3-return" },
      outcomes(orvenn:ledger()))
  end)

  it("sets what came against what was promised", function()
    local row = entry(orvenn:ledger(), "o1-others")
    assert.same({ 280, 280, 280 }, promised(row))
    assert.same({ 190, nil, 210 }, delivered(row))
    assert.same({ 70, nil, 90 }, outstanding(row))
    assert.same({ "part", "deliveries", 2, "o1-detainees", true }, { row.progress, row.rests_on, row.deliveries,
      row.part_of, row.counted })
    assert.same({ "prisoners", "people", "2024-03-31", "outstanding", "partly_done" }, { row.topic, row.unit, row.due,
      row.state, row.status })
  end)

  it("adds to a whole what came of its parts, and counts it once", function()
    local row = entry(orvenn:ledger(), "o1-detainees")
    assert.same({ 310, nil, 330 }, delivered(row))
    assert.same({ 70, nil, 90 }, outstanding(row))
    assert.same({ 3, false }, { row.deliveries, row.counted })
    local total = 0
    for best in orvenn:ledger():where("counted and topic = 'prisoners'"):each("promised_best") do total = total + best end
    assert.equal(400, total)
  end)

  it("knows what came in time, and what came late", function()
    local wounded, water = entry(orvenn:ledger(), "o1-wounded"), entry(orvenn:ledger(), "o2-water")
    assert.same({ "delivered", 0, 0 }, late(wounded))
    assert.same({ 0, 0, 0 }, outstanding(wounded))
    assert.same({ "delivered", 13, 13 }, late(water))
    assert.same({ 0, nil, nil }, outstanding(water))
  end)

  it("leaves open what nobody knows", function()
    local row = entry(orvenn:ledger(), "o3-return")
    assert.same({ 20, nil, nil }, delivered(row))
    assert.same({ 0, nil, 979 }, outstanding(row))
    assert.same({ "some", "no due date" }, { row.progress, row.state })
  end)

  it("takes a source's word where there is not a number", function()
    local row = entry(orvenn:ledger(), "o2-continue")
    assert.same({ "delivered", "all", "status", 0 }, { row.state, row.progress, row.rests_on, row.deliveries })
    assert.same({}, outstanding(row))
    assert.is_nil(row.days_late_low)
  end)

  it("judges parts without a date by their whole's", function()
    local row = entry(orvenn:ledger { as_of = "2024-05-20" }, "o2-remains-north")
    assert.same({ "2024-05-01/2024-05-15", "o2-remains", "nothing reported" }, { row.due, row.due_of,
      table.unpack(late(row)) })
    row = entry(orvenn:overdue "2024-05-30", "o2-remains-north")
    assert.same({ "o2-remains", "overdue", 15, 29 }, { row.due_of, table.unpack(late(row)) })
    assert.is_nil(entry(orvenn:ledger(), "o2-remains").due_of)
  end)
end)

describe("the day of the ledger", function()
  it("makes it say what is late, at least and at most", function()
    assert.same({ "overdue", 15, 29 }, late(entry(orvenn:overdue "2024-05-30", "o2-remains")))
    assert.same({ "nothing reported" }, late(entry(orvenn:ledger { as_of = "2024-05-20" }, "o2-remains")))
    assert.same({ "due", 0, 9 }, late(entry(orvenn:ledger { as_of = "2024-05-10" }, "o2-remains")))
    assert.same({ "due later" }, late(entry(orvenn:ledger { as_of = "2024-04-30" }, "o2-remains")))
  end)

  it("is the last one of an imprecise date", function()
    assert.same({ "overdue", 16, 30 }, late(entry(orvenn:overdue "2024-05", "o2-remains")))
  end)

  it("limits what is known", function()
    assert.same({ "o1-detainees", "o1-others", "o1-wounded" }, outcomes(orvenn:ledger { as_of = "2024-03-31" }))
    local row = entry(orvenn:ledger { as_of = "2024-03-31" }, "o1-others")
    assert.same({ 0, "part", "status", "due" }, { row.deliveries, row.progress, row.rests_on, row.state })
    assert.same({}, delivered(row))
    assert.same({ 280, 280, 280 }, outstanding(row))
  end)

  it("is the dataset's where it has one, and never a later one in what it knows", function()
    assert.same(late(entry(orvenn:ledger { as_of = "2024-05-20" }, "o2-remains")),
      late(entry(orvenn:as_of("2024-05-20"):ledger(), "o2-remains")))
    assert.same(outcomes(orvenn:ledger { as_of = "2024-03-31" }),
      outcomes(orvenn:as_of("2024-03-31"):ledger { as_of = "2024-12-31" }))
  end)

  it("is not needed: nothing is late then", function()
    for state in orvenn:ledger():each "state" do
      assert.is_truthy(state == "delivered" or state == "outstanding" or state == "no due date", state)
    end
  end)
end)

describe("what is overdue", function()
  it("is what is surely late, the longest first", function()
    local found = orvenn:overdue "2024-05-30"
    assert.same({ "o1-detainees", "o1-others", "o2-remains", "o2-remains-north", "o2-remains-south", "o2-water" },
      outcomes(found))
    assert.same({ "overdue", 60, 60 }, late(entry(found, "o1-others")))
    assert.same({ "overdue", 15, 29 }, late(entry(found, "o2-remains")))
    assert.same({ "overdue", 10, 10 }, late(entry(found, "o2-water")))
  end)

  it("counts a delivery from the day on which it surely came, and the most it can be from the first", function()
    local march = entry(orvenn:overdue "2024-04-01", "o1-others")
    assert.same({ 100, nil, 210 }, delivered(march))
    assert.same({ 70, nil, 180 }, outstanding(march))
    local may = entry(orvenn:overdue "2024-05-01", "o1-others")
    assert.same({ 190, nil, 210 }, delivered(may))
  end)

  it("forgets a promise when it has been kept", function()
    local function listed(day)
      for outcome in orvenn:overdue(day):each "outcome" do
        if outcome == "o2-water" then return true end
      end
      return false
    end
    assert.is_false(listed "2024-05-20")
    assert.is_true(listed "2024-05-21")
    assert.is_true(listed "2024-06-01")
    assert.is_false(listed "2024-06-02")
  end)

  it("never lists what has no due date", function()
    assert.equal(0, orvenn:overdue("2030-01-01"):where { outcome = { "o3-return", "o3-ceasefire" } }:count())
  end)

  it("has the columns of the ledger", function()
    assert.same(setmetatable(orvenn:ledger():columns(), nil), setmetatable(orvenn:overdue("2024"):columns(), nil))
  end)
end)

describe("the ledger of the Istanbul talks", function()
  it("waits for six thousand bodies in the second week of June", function()
    local row = entry(istanbul:ledger { as_of = "2025-07-21" }, "r2-bodies-ua")
    assert.same({ 6000, 6000, 6000 }, outstanding(row))
    assert.same({ "russia", "ukraine", "bodies", "2025-06-09/2025-06-15" }, { row.giver, row.receiver, row.unit,
      row.due })
    assert.equal("2025-06-03", row.last_report)
  end)

  it("calls nothing late of which its five texts fall silent before the day", function()
    assert.same({ "nothing reported" }, late(entry(istanbul:ledger { as_of = "2025-07-21" }, "r2-bodies-ua")))
    local late_ones = istanbul:overdue "2025-07-21"
    assert.equal(0, #late_ones)
    assert.same({ { kind = "undecided", count = 1, note = "1 row with a day that has passed, and nothing reported since: "
      .. 'not called late; ledger{as_of = …} has it as "nothing reported"' } }, late_ones:notes())
  end)

  it("says of most promises that nobody set a day", function()
    assert.equal(13, istanbul:ledger():where { state = "no due date" }:count())
    assert.equal(14, #istanbul:ledger())
    assert.equal(0, istanbul:ledger():where("outcome = 'r2-no-ceasefire'"):count())
  end)

  it("counts the two halves of the bodies, not the whole beside them", function()
    local frame = istanbul:ledger()
    assert.same({ false, true, true }, { entry(frame, "r2-bodies").counted, entry(frame, "r2-bodies-ru").counted,
      entry(frame, "r2-bodies-ua").counted })
    assert.equal(12000, frame:where("counted and unit = 'bodies'"):sum "promised_best")
  end)

  it("counts a whole whose parts have no numbers", function()
    local frame = istanbul:ledger()
    assert.same({ true, false, false }, { entry(frame, "r2-pows").counted, entry(frame, "r2-pows-wounded").counted,
      entry(frame, "r2-pows-young").counted })
    assert.same({ 1000, nil, 1200 }, outstanding(entry(frame, "r2-pows")))
  end)

  it("follows another policy", function()
    local frame = istanbul:with_policy({ prefer = { "s3" } }):ledger()
    assert.same({ 12000, 12000, 12000 }, promised(entry(frame, "r2-bodies")))
  end)
end)

-- Promises made for the purpose -----------------------------------------------------------------------------

describe("a promise", function()
  local ds
  before_each(function() ds = scratch.dataset() end)
  after_each(function() ds:close() end)

  -- The ledger's row of an outcome with these deliveries.
  local function judged(outcome, deliveries, day)
    outcome.id = "o"
    ds:add("outcomes", outcome, { source = "s1" })
    for i, delivery in ipairs(deliveries) do
      delivery.id, delivery.outcome = "d" .. i, "o"
      ds:add("deliveries", delivery, { source = "s2" })
    end
    return entry(ds:ledger(day and { as_of = day } or nil), "o")
  end

  it("is kept in full when no less came than the most that was promised", function()
    assert.equal("all", judged({ low = 10, high = 20 }, { { low = 20, high = 25 } }).progress)
  end)

  it("of at least so many is kept with so many", function()
    local row = judged({ low = 10 }, { { best = 10 } })
    assert.same({ "all", "delivered" }, { row.progress, row.state })
    assert.same({ 0, nil, nil }, outstanding(row))
  end)

  it("is kept in part when surely less came than the least that was promised", function()
    assert.equal("part", judged({ low = 10, high = 20 }, { { best = 9 } }).progress)
  end)

  it("may be kept in between", function()
    local row = judged({ low = 10, high = 20, status = "agreed" }, { { best = 15 } })
    assert.same({ "some", "deliveries" }, { row.progress, row.rests_on })
    assert.same({ 0, nil, 5 }, outstanding(row))
  end)

  it("in between is what its status says", function()
    local row = judged({ low = 10, high = 20, status = "done" }, { { best = 15 } })
    assert.same({ "all", "status", "delivered" }, { row.progress, row.rests_on, row.state })
    assert.same({ 0, 0, 0 }, outstanding(row))
  end)

  it("of which nothing came is not kept at all", function()
    assert.equal("none", judged({ best = 10 }, { { best = 0 } }).progress)
  end)

  it("without numbers takes any delivery for some", function()
    local row = judged({ text = "Commissions." }, { { text = "One met." } })
    assert.same({ "some", "deliveries", 1 }, { row.progress, row.rests_on, row.deliveries })
    assert.same({}, outstanding(row))
    assert.same({ 0 }, delivered(row))
  end)

  it("is disputed when its status says so, or says done of what is surely not", function()
    assert.equal("disputed", judged({ best = 10, status = "disputed" }, { { best = 10 } }).state)
    ds:close()
    ds = scratch.dataset()
    assert.equal("disputed", judged({ best = 10, status = "done" }, { { best = 4 } }).state)
  end)

  it("is missed when its status says so, unless its day has passed", function()
    assert.equal("missed", judged({ best = 10, status = "missed" }, {}).state)
    ds:close()
    ds = scratch.dataset()
    assert.equal("overdue", judged({ best = 10, status = "missed", due = "2025-06-02" }, {}, "2025-06-05").state)
  end)

  it("is late when something is reported of it after its day, and else nothing is reported", function()
    local row = judged({ best = 10, due = "2024-01-02" }, {}, "2025-06-05")
    assert.same({ "overdue" }, { row.state })
    ds:add("sources", { id = "early", title = "Early", published = "2025-05-01" })
    ds:add("outcomes", { id = "silent", best = 10, due = "2025-05-02" }, { source = "early" })
    row = entry(ds:ledger { as_of = "2025-05-05" }, "silent")
    assert.same({ "nothing reported", nil, "2025-05-01" }, { row.state, row.days_late_low, row.last_report })
    ds:add("sources", { id = "later", title = "Later", published = "2025-05-04" })
    ds:add("deliveries", { id = "some", outcome = "silent", best = 3, date = "2025-05-01" }, { source = "later" })
    row = entry(ds:ledger { as_of = "2025-05-05" }, "silent")
    assert.same({ "overdue", 3, "2025-05-04" }, { row.state, row.days_late_low, row.last_report })
    assert.same({ "o", "silent" }, outcomes(ds:overdue "2025-05-05"))
  end)

  it("that binds each side has come as far as the sides have, each in its own parts", function()
    judged({ best = 6000, unit = "bodies", basis = "per_side" }, {})
    for _, id in ipairs { "lake", "hill" } do ds:add("parties", { id = id, name = id }, { source = "s1" }) end
    ds:add("outcomes", { id = "of-lake", part_of = "o", giver = "lake", best = 6000, unit = "bodies", basis = "total" },
      { source = "s1" })
    ds:add("deliveries", { id = "d1", outcome = "of-lake", best = 6057, basis = "total" }, { source = "s1" })
    local frame = ds:ledger()
    assert.same({ true, false }, { entry(frame, "o").counted, entry(frame, "of-lake").counted })
    assert.same({ 0 }, delivered(entry(frame, "o")))
    assert.same({ 0, nil, 6000 }, outstanding(entry(frame, "o")))
    ds:add("outcomes", { id = "of-hill", part_of = "o", giver = "hill", best = 6000, unit = "bodies", basis = "total" },
      { source = "s1" })
    ds:add("deliveries", { id = "d2", outcome = "of-hill", best = 78, basis = "total" }, { source = "s1" })
    frame = ds:ledger()
    assert.same({ 78, nil, 6057 }, delivered(entry(frame, "o")))
    assert.same({ 0, nil, 5922 }, outstanding(entry(frame, "o")))
    assert.same({ false, true, true }, { entry(frame, "o").counted, entry(frame, "of-lake").counted,
      entry(frame, "of-hill").counted })
  end)

  it("of a total has come twice what came on each side, in a part or in a delivery", function()
    judged({ best = 314, unit = "people", basis = "total" }, {})
    ds:add("outcomes", { id = "each", part_of = "o", best = 157, unit = "people", basis = "per_side" },
      { source = "s1" })
    ds:add("deliveries", { id = "d1", outcome = "each", best = 157, basis = "per_side" }, { source = "s1" })
    local frame = ds:ledger()
    assert.same({ 314, 314, 314 }, delivered(entry(frame, "o")))
    assert.same({ "delivered", false, true }, { entry(frame, "o").state, entry(frame, "o").counted,
      entry(frame, "each").counted })
    ds:add("outcomes", { id = "alone", best = 40, basis = "total" }, { source = "s1" })
    ds:add("deliveries", { id = "d2", outcome = "alone", best = 20, basis = "per_side" }, { source = "s1" })
    assert.same({ 40, 40, 40 }, delivered(entry(ds:ledger(), "alone")))
  end)

  it("without a unit takes that of its deliveries, and none of two", function()
    local row = judged({ text = "Grain." }, { { best = 30, unit = "tonnes" }, { best = 12, unit = "tonnes" } })
    assert.same({ "tonnes", 42 }, { row.unit, row.delivered_best })
    ds:add("deliveries", { id = "d3", outcome = "o", best = 5, unit = "voyages" }, { source = "s2" })
    row = entry(ds:ledger(), "o")
    assert.same({ nil, nil, 3 }, { row.unit, row.delivered_best, row.deliveries })
  end)

  it("of a length of time leaves nothing outstanding", function()
    assert.same({}, outstanding(judged({ best = 120, unit = "days" }, {})))
  end)

  it("is partly kept by status alone", function()
    local row = judged({ best = 10, status = "partly_done" }, {})
    assert.same({ "part", "status", "no due date" }, { row.progress, row.rests_on, row.state })
    assert.same({ 10, 10, 10 }, outstanding(row))
  end)

  it("by a day with an open start is late at least so long", function()
    assert.same({ "overdue", 3 }, late(judged({ best = 10, due = "../2025-06-02", status = "missed" }, {},
      "2025-06-05")))
  end)

  it("from a day with an open end on is never surely late", function()
    assert.same({ "due", 0, 3 }, late(judged({ best = 10, due = "2025-06-02/.." }, {}, "2025-06-05")))
  end)

  it("can be kept late by an interval of days", function()
    assert.same({ "delivered", 0, 26 }, late(judged({ best = 10, due = "2025-06-02/2025-06-10" },
      { { best = 4, date = "2025-06-01" }, { best = 6, date = "2025-06-08/2025-06-28" } })))
  end)

  it("kept on a day that nobody names is neither late nor in time", function()
    assert.same({ "delivered" }, late(judged({ best = 10, due = "2025-06-02" }, { { best = 10 } })))
  end)

  it("takes a delivery without a day for one that may have come by any", function()
    judged({ best = 10, due = "2025-06-02" }, { { best = 10 } })
    assert.same({ 0, nil, 10 }, delivered(entry(ds:overdue "2025-06-05", "o")))
    assert.same({ 10, 10, 10 }, delivered(entry(ds:ledger { as_of = "2025-06-05" }, "o")))
  end)

  it("counts itself, and not its parts, when something was delivered of the whole", function()
    judged({ best = 10 }, { { best = 4 } })
    ds:add("outcomes", { id = "p", best = 10, part_of = "o" }, { source = "s1" })
    ds:add("deliveries", { id = "dp", outcome = "p", best = 3 }, { source = "s2" })
    local frame = ds:ledger()
    assert.same({ true, false }, { entry(frame, "o").counted, entry(frame, "p").counted })
    assert.same({ 7, 7, 7 }, delivered(entry(frame, "o")))
    assert.same({ 3, 3, 3 }, outstanding(entry(frame, "o")))
  end)

  it("keeps what came of parts in another unit apart", function()
    judged({ best = 10, unit = "people" }, {})
    ds:add("outcomes", { id = "p", best = 2, unit = "buses", part_of = "o" }, { source = "s1" })
    ds:add("deliveries", { id = "dp", outcome = "p", best = 2 }, { source = "s2" })
    local frame = ds:ledger()
    assert.same({ 0, true, false }, { entry(frame, "o").deliveries, entry(frame, "o").counted,
      entry(frame, "p").counted })
    assert.equal("delivered", entry(frame, "p").state)
  end)

  it("for each side is not made of parts for both", function()
    judged({ best = 10, unit = "people", basis = "per_side" }, {})
    ds:add("outcomes", { id = "p", best = 20, unit = "people", basis = "total", part_of = "o" }, { source = "s1" })
    ds:add("deliveries", { id = "dp", outcome = "p", best = 20 }, { source = "s2" })
    local frame = ds:ledger()
    assert.same({ 0, true, false }, { entry(frame, "o").deliveries, entry(frame, "o").counted,
      entry(frame, "p").counted })
  end)

  it("that is part of itself stands alone", function()
    ds:atomic(function()
      ds:add("outcomes", { id = "a", best = 1, part_of = "b" }, { source = "s1" })
      ds:add("outcomes", { id = "b", best = 2, part_of = "a" }, { source = "s1" })
    end)
    local frame = ds:ledger()
    assert.same({ "a", "b" }, outcomes(frame))
    assert.same({ true, true }, { entry(frame, "a").counted, entry(frame, "b").counted })
  end)

  it("can have many parts below parts", function()
    ds:atomic(function()
      ds:add("outcomes", { id = "p0", best = 1 }, { source = "s1" })
      for i = 1, 300 do
        ds:add("outcomes", { id = "p" .. i, best = 1, part_of = "p" .. i - 1 }, { source = "s1" })
      end
      ds:add("deliveries", { id = "d", outcome = "p300", best = 1 }, { source = "s2" })
    end)
    local frame = ds:ledger()
    assert.equal(1, entry(frame, "p0").deliveries)
    assert.equal(1, frame:where("counted"):count())
    assert.is_true(entry(frame, "p300").counted)
  end)
end)

describe("a count of all that has come so far", function()
  local ds
  before_each(function()
    ds = scratch.dataset()
    ds:add("outcomes", { id = "aid", talk = "r2", kind = "pledge", unit = "lorries", best = 100 }, { source = "s1" })
  end)

  local function came(id, values)
    values.id, values.outcome = id, "aid"
    ds:add("deliveries", values, { source = "s1" })
    local row = entry(ds:ledger(), "aid")
    return { row.delivered_low, row.delivered_best, row.delivered_high }
  end

  it("open at the bottom has come at least as far as an earlier one", function()
    came("jan", { best = 11, counting = "cumulative", date = "2025-01" })
    assert.same({ 11, nil, 33 }, came("june", { high = 33, counting = "cumulative", date = "2025-06" }))
  end)

  it("stands for what came up to its day, and what came later is added", function()
    assert.same({ 10, 10, 10 }, came("a", { date = "2025-06-11", best = 10 }))
    assert.same({ 30, 30, 30 }, came("b", { date = "2025-06-12", best = 30, counting = "cumulative" }))
    assert.same({ 45, 45, 45 }, came("c", { date = "2025-06-13", best = 15 }))
    assert.same({ 60, 60, 60 }, came("d", { date = "2025-06-14", best = 60, counting = "cumulative" }))
  end)

  it("is one of its own where it counts something else, which does not say how much came", function()
    assert.same({ 10, 10, 10 }, came("a", { date = "2025-06-11", best = 10 }))
    assert.same({ 10 }, came("b", { date = "2025-06-12", best = 500, unit = "tonnes", counting = "cumulative" }))
  end)
end)

describe("what cannot be asked of the ledger", function()
  local function refused(expected, fn) assert.equal(expected, scratch.message_of(fn)) end

  it("is refused by name", function()
    refused("ledger{} has no option 'asof'; did you mean 'as_of'?", function() istanbul:ledger { asof = "2025" } end)
    refused("ledger{} takes a table of options, not a string; its options: as_of", function() istanbul:ledger "2025-06-01" end)
    refused("as_of of ledger{} takes a date as text, such as '2025-06-02', not a number",
      function() istanbul:ledger { as_of = 2025 } end)
    refused("overdue() needs the day to judge by, as in overdue('2025-07-21')", function() istanbul:overdue() end)
    refused("overdue() takes a date with an end, not '2025-06/..'", function() istanbul:overdue "2025-06/.." end)
  end)

  it("is refused when the day is impossible", function()
    for _, ask in ipairs { function(day) istanbul:overdue(day) end,
      function(day) istanbul:ledger { as_of = day } end } do
      local message = scratch.message_of(ask, "2025-02-30")
      assert.truthy(message:find("2025-02-30", 1, true), message)
      assert.truthy(message:find("^overdue%(%): ") or message:find("^as_of of ledger{}: "), message)
    end
  end)
end)

describe("parts that cannot add up to their whole", function()
  it("do not make it delivered", function()
    local ds = assert(require("parley").open(":memory:"))
    local from = { source = "g", certainty = "narration" }
    ds:atomic(function()
      ds:add("sources", { id = "g", outlet = "Gazette", published = "2031-05-01" })
      ds:add("outcomes", { id = "all", unit = "bodies", best = 6000 }, from)
      for _, id in ipairs { "one", "two" } do
        ds:add("outcomes", { id = id, unit = "bodies", best = 6000, part_of = "all" }, from)
        ds:add("deliveries", { id = "d-" .. id, outcome = id, date = "2031-04-01", best = 3000 }, from)
      end
    end)
    local states = {}
    for id, low, state in ds:ledger { as_of = "2031-06-01" }:each("outcome", "outstanding_low", "state") do
      states[id] = { low, state }
    end
    assert.same({ 3000, "no due date" }, states.one)
    assert.same({ 6000, "no due date" }, states.all)
    ds:claim("outcomes", "all", { best = 12000 }, { source = "g", certainty = "on_record_quote" })
    assert.equal(6000, ds:ledger { as_of = "2031-06-01" }:where { outcome = "all" }:first().outstanding_low)
  end)
end)
