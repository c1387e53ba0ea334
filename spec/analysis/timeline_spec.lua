-- ds:timeline{}: on the bundled talks, and on an invented process that has every awkward date.

local core = require "parley.core"
local parley = require "parley"
local scratch = require "spec.support.scratch"
local second = require "spec.support.second"

local istanbul, orvenn = parley.open(), second.open()

-- "date what id" of each entry, one a line.
local function lines(frame)
  local list = {}
  for row in frame:rows() do list[#list + 1] = ("%s | %s | %s"):format(row.date, row.what, row.id) end
  return list
end

local function entry(ds, given, id, field)
  for row in ds:timeline(given):rows() do
    if row.id == id and (not field or row.field == field) then return row end
  end
end

local function ids(frame)
  local set, list = {}, {}
  for id in frame:each "id" do
    if not set[id] then set[id], list[#list + 1] = true, id end
  end
  table.sort(list)
  return list
end

local function days(date)
  local first, last = core.date(date)
  return first or last or math.maxinteger, last or math.maxinteger
end

for _, case in ipairs { { "Istanbul", istanbul }, { "the invented process", orvenn } } do
  local ds = case[2]

  describe("the timeline of " .. case[1], function()
    local all = ds:timeline()

    it("has an entry for every date of every table", function()
      local expected, found = {}, {}
      for _, table_name in ipairs(ds:tables()) do
        for _, column in ipairs(ds:table_info(table_name).columns) do
          if column.type == "date" then
            local n = ds:table(table_name):count(column.name)
            if n > 0 then expected[table_name .. "." .. column.name] = n end
          end
        end
      end
      -- what was held on the day it was planned for stands once
      expected["talks.planned_date"] = ds.talks:where("planned_date is not nil and date is nil"):count()
      for table_name, field in all:each("table", "field") do
        local key = table_name .. "." .. field
        if field ~= "talk.date" then found[key] = (found[key] or 0) + 1 end
      end
      assert.same(expected, found)
    end)

    it("is in order of first day, last day, table and id", function()
      local ranks, previous = {}, nil
      for i, table_name in ipairs(ds:tables()) do ranks[table_name] = i end
      for date, table_name, id in all:each("date", "table", "id") do
        local first, last = days(date)
        local now = { first, last, ranks[table_name], id }
        for i = 1, 4 do
          if previous and previous[i] ~= now[i] then
            assert.is_true(previous[i] < now[i], ("%s comes too late"):format(id))
            break
          end
        end
        previous = now
      end
    end)

    it("shows each date as it was written, with the day it is placed by", function()
      for date, day, exact in all:each("date", "day", "exact") do
        local first, last, flags = core.date(date)
        assert.equal(core.day_text(first or last), day)
        assert.equal(first ~= nil and first == last and flags == 0, exact)
      end
    end)

    it("places by its talk what has no day of its own", function()
      local placed = 0
      for row in all:where { field = "talk.date" }:rows() do
        local thing = ds:table(row.table):where { id = row.id }:select("talk.date as talk_date"):first()
        assert.equal(thing.talk_date, row.date)
        placed = placed + 1
      end
      local outcomes = all:where { table = "outcomes", field = "talk.date" }:count()
      assert.equal(ds.outcomes:where("talk.date is not nil"):count(), outcomes)
      assert.is_true(placed > 0)
    end)
  end)
end

describe("timeline{} of the invented process", function()
  it("is read from the first line to the last", function()
    assert.same({
      "2024-05/2024-07 | wanted | tv-roads-1", "2024-06 | due | o2-continue",
      "2024-06-18 | demand made | fr-pullback-3", "2024-06-18 | demand made | tv-ceasefire-3",
      "2024-06-18 | demand made | tv-forces-3", "2024-06-18 | demand made | tv-roads-3",
      "2024-06-18/2024-06-20 | talk held | o3", "2024-06-18/2024-06-20 | agreed | o3-ceasefire",
      "2024-06-18/2024-06-20 | promised | o3-guarantee", "2024-06-18/2024-06-20 | promised | o3-monitors",
      "2024-06-18/2024-06-20 | promised | o3-return", "2024-06-18/2024-06-20 | nothing agreed | o3-territory",
      "2024-06-19 | demand made | fr-detainees-3", "2024-06-20 | demand made | tv-leaders-3",
      "2024-06-20 | answer | r-ceasefire-3", "2024-06-20 | answer | r-detainees-3",
      "2024-06-20 | statement | halvik-hopeful", "2024-06-20 | event | e2", "2024-06-21 | no answer | r-leaders-3",
    }, lines(orvenn:timeline { from = "2024-06-18", to = "2024-06-21",
      tables = { "talks", "demands", "responses", "outcomes", "statements", "events" } }))
  end)

  it("places an open start by its last day, and an open end after the same first day", function()
    assert.equal("2024-05-31", entry(orvenn, nil, "halvik-commander").day)
    assert.equal("2024-05-31", entry(orvenn, nil, "odran-answer", "deadline").day)
    assert.same({ "2024-04 | delivered | d-others-2", "2024-04/.. | office held | halvik-speaker" },
      lines(orvenn:timeline { tables = { "deliveries", "offices" } }:where { day = "2024-04-01" }))
  end)

  it("marks what was only ahead", function()
    local marks = {}
    for id, field, mark in orvenn:timeline():where("mark != 'happened'"):each("id", "field", "mark") do
      marks[id .. "." .. field] = mark
    end
    assert.same({
      ["o-leaders.planned_date"] = "proposed", ["o-tech.date"] = "off", ["o4.planned_date"] = "planned",
      ["fr-flag.wanted"] = "wanted", ["tv-roads-1.wanted"] = "wanted", ["tv-leaders-3.wanted"] = "wanted",
      ["o1-detainees.due"] = "due", ["o1-others.due"] = "due", ["o1-wounded.due"] = "due", ["o2-continue.due"] = "due",
      ["o2-remains.due"] = "due", ["o2-water.due"] = "promised", ["o3-guarantee.due"] = "promised",
      ["o3-monitors.due"] = "promised", ["maro-ultimatum.deadline"] = "deadline",
      ["odran-answer.deadline"] = "deadline",
    }, marks)
    assert.equal("done", entry(orvenn, nil, "o1-wounded", "due").status)
    assert.equal("talk postponed", entry(orvenn, nil, "o4").what)
    assert.equal("talk called off", entry(orvenn, nil, "o-tech").what)
  end)

  it("tells what was agreed from what one side announced or promised", function()
    local function what(id) return entry(istanbul, nil, id, "talk.date").what end
    assert.same({ "agreed", "announced", "promised", "nothing agreed" },
      { what "r2-pows", what "r2-bodies-ua", what "r2-children", what "r2-no-ceasefire" })
  end)

  it("leaves open whether a talk took place when nobody says", function()
    local ds = second.open()
    ds:add("talks", { id = "o9", date = "2024-12" }, { source = "beacon" })
    ds:add("outcomes", { id = "o9-outcome", talk = "o9" }, { source = "beacon" })
    assert.is_nil(entry(ds, nil, "o9-outcome").mark)
    assert.equal("outcome", entry(ds, nil, "o9-outcome").what)
    local row = entry(ds, nil, "o9")
    assert.equal("talk", row.what)
    assert.is_nil(row.mark)
    assert.is_nil(row.status)
  end)

  it("does not call delivered what a source says never came", function()
    local ds <close> = parley.open "russia-ukraine-talks"
    assert.equal("nothing delivered", entry(ds, nil, "ammonia-never").what)
    assert.equal("delivered", entry(ds, nil, "swap-mar24-done").what)
    -- how much it was is not known: that something came is
    assert.equal("delivered", entry(ds, nil, "swap-apr1-to-russia").what)
  end)

  it("shows party, person, topic, status and text, also of what a row is about", function()
    local row = entry(orvenn, nil, "odran-answer", "date")
    assert.same({ "tarvia", "odran", "procedure", "expectation", "An answer before June." },
      { row.party, row.person, row.topic, row.status, row.text })
    local delivery = entry(orvenn, nil, "d-water")
    assert.same({ "kestria", "civilians", "delivered" }, { delivery.party, delivery.topic, delivery.what })
    assert.equal("withdrawal", entry(orvenn, nil, "r-pullback-1").topic)
    assert.equal("reject", entry(orvenn, nil, "r-ceasefire-1").status)
    assert.equal("Premier", entry(orvenn, nil, "odran-premier").text)
    assert.is_nil(entry(orvenn, nil, "o1").party)
    local ds = second.open()
    ds:add("outcomes", { id = "gift", talk = "o1", receiver = "cantons", kind = "pledge" }, { source = "beacon" })
    ds:add("responses", { id = "some-answer", demand = "fr-flag", date = "2024-03", kind = "reject" },
      { source = "beacon" })
    assert.is_nil(entry(ds, nil, "gift").party)           -- who gives is not said
    assert.is_nil(entry(ds, nil, "some-answer").party)    -- nor who answers
    assert.equal("TRV", entry(orvenn, nil, "e1").party)
  end)

  it("has the columns it promises", function()
    assert.same({ "date", "what", "table", "id", "party", "person", "topic", "status", "mark", "text", "field", "day",
      "exact" }, orvenn:timeline():columns())
    assert.same({ "date", "text", "text", "text", "text", "text", "text", "text", "text", "text", "text", "date",
      "boolean" }, orvenn:timeline():types())
  end)
end)

describe("an outcome with a day of its own", function()
  it("is told as one without: agreed, announced, promised or nothing agreed", function()
    local ds <close> = scratch.dataset()
    for i, case in ipairs { { "exchange", "agreed" }, { "exchange", "announced" }, { "pledge", "announced" },
      { "no_agreement" } } do
      ds:add("outcomes", { id = "o" .. i, kind = case[1], status = case[2], date = "2025-06-0" .. i }, { source = "s1" })
    end
    local words = ds:timeline({ tables = "outcomes" }):values "what"
    assert.same({ "agreed", "announced", "promised", "nothing agreed" }, { words[1], words[2], words[3], words[4] })
  end)
end)

describe("from and to", function()
  it("keep what may lie within the span", function()
    assert.same({ "d-monitors", "d-return", "halvik-speaker", "league-hope", "maro-ultimatum", "o3-guarantee",
      "o3-monitors", "odran-premier", "report", "tv-roads-1", "wrzos-envoy" },
      ids(orvenn:timeline { from = "2024-07", to = "2024-08" }))
    assert.same({ "o-leaders", "o4", "tv-leaders-3" },
      ids(orvenn:timeline { from = "2024-09", tables = { "talks", "demands" } }))
  end)

  it("take the first day of the one and the last of the other", function()
    assert.same({ "o1" }, ids(orvenn:timeline { from = "2024-03", to = "2024-03", tables = "talks" }))
    assert.same({ "o3" }, ids(orvenn:timeline { from = "2024-06-20", to = "2024-06-20", tables = "talks" }))
    assert.same({}, ids(orvenn:timeline { from = "2024-06-21", to = "2024-06-21", tables = "talks" }))
    assert.equal(#orvenn:timeline(), #orvenn:timeline { from = "../2024", to = "2024/.." })
  end)

  it("find what began before and still goes on, and what may have been earlier than its day", function()
    assert.equal("../2025-06-01", entry(istanbul, { to = "2025-04" }, "ua-alliances").date)
    assert.same({ "2025-03/.. | demand made | ua-ceasefire-march", "2025-03/.. | statement | usa-ceasefire" },
      lines(istanbul:timeline { from = "2025-04", to = "2025-04", tables = { "demands", "statements" } }
        :where("day < '2025-05'")))
  end)
end)

describe("tables, party and topic", function()
  it("keep the tables asked for, in the codebook's order", function()
    local found = {}
    for name in orvenn:timeline { tables = { "talks", "processes" } }:each "table" do found[name] = true end
    assert.same({ processes = true, talks = true }, found)
    assert.equal("process begins", orvenn:timeline { tables = "processes" }[1].what)
  end)

  it("keep what concerns a party: as actor, addressee, receiver, and the talks it had a part in", function()
    assert.same({ "d-water", "fr-water-2", "o1", "o2", "o2-water", "o3", "o4", "wrzos-envoy" },
      ids(orvenn:timeline { party = "kestria" }))
    assert.same({ "ca-language-1", "ca-language-2", "ca-truce-1", "ca-truce-2", "d-others-1", "d-others-2",
      "d-return", "d-water", "d-wounded", "o1", "o1-detainees", "o1-others", "o1-wounded", "o2",
      "o2-continue", "o2-water", "o3", "o3-return", "r-truce-2" }, ids(orvenn:timeline { party = "cantons" }))
  end)

  it("read the bodies that speak for a party as the party", function()
    local posts = ids(orvenn:timeline { party = "tarvia", tables = "offices" })
    assert.same({ "odran-minister", "odran-premier" }, posts)
    assert.same({ "peskov-goals", "peskov-no-date", "ru-lineup-r3" },
      ids(istanbul:timeline { party = "russia", tables = "statements", from = "2025-07-20" }))
    assert.same({}, ids(orvenn:timeline { party = "water-ministry", tables = "demands" }))
  end)

  it("do not read an outlet below a party as the party", function()
    local ds = second.open()
    ds:add("statements", { id = "on-air", party = "radio-sund", date = "2024-04", text = "On air." },
      { source = "radio" })
    assert.is_nil(entry(ds, { party = "tarvia" }, "on-air"))
    assert.equal("On air.", entry(ds, { party = "radio-sund" }, "on-air").text)
  end)

  it("give what names no party to the sides of its talk, not to the others there", function()
    assert.equal("agreed", entry(orvenn, { party = "cantons" }, "o1-detainees", "talk.date").what)
    assert.is_nil(entry(orvenn, { party = "kestria" }, "o1-detainees"))
    assert.is_nil(entry(orvenn, { party = "cantons" }, "o3-ceasefire"))        -- they were not there
    assert.equal("agreed", entry(orvenn, { party = "shore-front" }, "o3-ceasefire").what)
  end)

  it("keep rows of a kind", function()
    local kinds = {}
    for name, id in istanbul:timeline { kind = { "round", "threat", "ultimatum" } }:each("table", "id") do
      kinds[#kinds + 1] = name .. " " .. id
    end
    assert.same({ "talks r1", "talks r2", "statements trump-ultimatum", "statements trump-ultimatum" }, kinds)
    assert.same({ "ru-memorandum", "ua-memorandum" },
      ids(istanbul:timeline { kind = "memorandum", from = "2025-05", to = "2025-06" }))
    assert.same({}, ids(istanbul:timeline { kind = "round", tables = "talks", topic = "ceasefire" }))
    local ok, message = pcall(istanbul.timeline, istanbul, { kind = "rounds" })
    assert.is_false(ok)
    assert.is_truthy(tostring(message):find("did you mean 'round'?", 1, true), tostring(message))
  end)

  it("find coded events by the state's code", function()
    assert.same({ "e1", "e2" }, ids(orvenn:timeline { party = "tarvia", tables = "events" }))
    assert.same({}, ids(orvenn:timeline { party = "maro", tables = "events" }))
  end)

  it("keep a topic, through demands and outcomes too", function()
    assert.same({ "d-monitors", "o3-monitors", "r-monitors", "tv-monitors" },
      ids(orvenn:timeline { topic = "verification" }))
    assert.same({ "ca-language-1", "ca-language-2", "fr-amnesty-1", "fr-amnesty-2" },
      ids(orvenn:timeline { topic = { "language", "justice" } }))
    assert.same({ "ru-children", "ua-children", "ua-r3-children" },
      ids(istanbul:timeline { topic = "children", tables = { "demands", "responses" } }))
  end)

  it("work together", function()
    assert.same({ "fr-detainees-3", "r-detainees-3" }, ids(orvenn:timeline { topic = "prisoners", party = "tarvia",
      from = "2024-06" }))
  end)
end)

describe("the timeline follows", function()
  it("the policy of the dataset", function()
    local ds = second.open { policy = { certainty = "narration" } }
    assert.equal("2024-09-10", entry(ds, nil, "o4").date)
    assert.is_nil(entry(ds, nil, "o-leaders"))           -- known from anonymous officials only
    assert.equal("2024-10", entry(orvenn, nil, "o-leaders").date)
  end)

  it("the day the dataset is asked about", function()
    local april = orvenn:as_of("2024-04")
    assert.same({ "2024-03-08 | demand made | ca-truce-1", "2024-03-08 | demand made | tv-ceasefire-1",
      "2024-03-08 | answer | r-ceasefire-1", "2024-04-12 | demand made | ca-truce-2",
      "2024-04-12 | demand made | tv-ceasefire-2", "2024-04-13 | answer | r-ceasefire-2",
      "2024-04-13 | answer | r-truce-2" }, lines(april:timeline { topic = "ceasefire" }))
    assert.is_nil(entry(april, nil, "o4"))
  end)

  it("what is written later", function()
    local ds = second.open()
    ds:claim("talks", "o-tech", { status = "held" }, { source = "report", stated = "2024-08" })
    assert.equal("talk held", entry(ds, nil, "o-tech").what)
  end)
end)

describe("bad input to timeline{}", function()
  local cases = {
    { { form = "2025" }, "timeline{} has no option 'form'; did you mean 'from'?" },
    { { from = "2025-06", to = "2025-05" }, "timeline{}: from '2025-06' is later than to '2025-05'" },
    { { from = "02/06/2025" }, "from of timeline{}: '02/06/2025' is not a date: with slashes nobody can tell day from "
      .. "month; write year-month-day; for example 2025-06-02" },
    { { to = 2025 }, "to of timeline{} takes a date as text, such as '2025-06-02', not a number" },
    { { tables = "demand" }, "no table with dates 'demand'; did you mean 'demands'?" },
    { { tables = { "talks", "people" } }, "no table with dates 'people'; known: processes, offices, memberships, talks, "
      .. "documents, demands, responses, outcomes, deliveries, statements, sources, events" },
    { { tables = {} }, "tables of timeline{} is an empty list; leave it out to ask for all" },
    { { party = "Turkey" }, "no party 'Turkey'; did you mean 'turkiye'?" },
    { { party = { "ukraine", "rusia" } }, "no party 'rusia'; did you mean 'russia'?" },
    { { party = {} }, "party is an empty list; leave it out to ask for all" },
    { { topic = "ceasfire" }, "no topic 'ceasfire'; did you mean 'ceasefire'?" },
    { "2025", "timeline{} takes a table of options, not a string; its options: from, to, tables, party, topic, kind" },
  }
  for _, case in ipairs(cases) do
    it("is refused: " .. case[2], function()
      assert.equal(case[2], scratch.message_of(istanbul.timeline, istanbul, case[1]))
    end)
  end

  it("says so in a file without dates, and in a closed dataset #file", function()
    local closed, foreign = scratch.without_tables("timeline")
    assert.equal("this dataset is closed; open it again with parley.open()", closed)
    assert.equal("no table of this dataset has columns of dates, so there is no timeline", foreign)
  end)

  it("gives nothing where there is nothing", function()
    local empty = parley.open(":memory:")
    assert.equal(0, #empty:timeline())
    assert.equal(13, #empty:timeline():columns())
  end)
end)
