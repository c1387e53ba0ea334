-- parley.analysis.network: edges of both datasets, by table, role, party, talk and time.

local codebook = require "parley.codebook.tables"
local network = require "parley.analysis.network"
local parley = require "parley"
local scratch = require "spec.support.scratch"
local second = require "spec.support.second"

local istanbul, orvenn = parley.open(), second.open()

-- Edges as "source role target", in their order.
local function edges(ds, given)
  local list = {}
  for source, role, target in ds:network(given):each("source", "role", "target") do
    list[#list + 1] = source .. " " .. role .. " " .. target
  end
  return list
end

-- The edge of a row, or of several rows, as a table.
local function edge(ds, name, id, role)
  for row in ds:network { tables = name }:rows() do
    if row.id == id and (not role or row.role == role) then return row end
  end
end

describe("the network", function()
  it("has an edge for each row that joins two ends, with the row it comes from", function()
    assert.same({ source = "lavrov", source_kind = "person", target = "russia", target_kind = "party",
      role = "holds_office", table = "offices", id = "lavrov-foreign-minister", source_name = "Sergey Lavrov",
      target_name = "Russia" }, edge(istanbul, "offices", "lavrov-foreign-minister"))
    assert.same({ source = "russia", source_kind = "party", target = "ukraine", target_kind = "party",
      role = "demands", topic = "language", date = "2025-06-02", status = "raised", table = "demands",
      id = "ru-language", source_name = "Russia", target_name = "Ukraine" }, edge(istanbul, "demands", "ru-language"))
    assert.same({ source = "ua-meeting-0601", source_kind = "talk", target = "r2", target_kind = "talk",
      role = "prepares", date = "2025-06-01", status = "held", table = "talks", id = "ua-meeting-0601",
      target_name = "second round" }, edge(istanbul, "talks", "ua-meeting-0601", "prepares"))
  end)

  it("names its columns in a fixed order", function()
    assert.same({ "source", "source_kind", "target", "target_kind", "role", "topic", "date", "status", "table", "id",
      "source_name", "target_name" }, { table.unpack(orvenn:network():columns()) })
  end)

  it("follows the codebook's order of tables, then ids", function()
    local before
    local places = {}
    for i, name in ipairs(codebook.table_names()) do places[name] = i end
    for name, id in orvenn:network():each("table", "id") do
      local at = ("%02d %s"):format(places[name], id)
      assert.is_true(not before or before <= at, ("%s comes after %s"):format(at, tostring(before)))
      before = at
    end
    assert.equal(91, #orvenn:network())
  end)

  it("joins a person to the talk in the role, and the party through the person", function()
    assert.same({ "halvik head_of_delegation o2", "halvik represents shore-front", "shore-front represented o2",
      "odran head_of_delegation o2", "odran represents tarvia", "tarvia represented o2" },
      edges(orvenn, { tables = "participants", talk = "o2", party = { "tarvia", "shore-front" } }))
  end)

  it("tells a tie of a party and a talk once, however many stand for it and whatever tables say so", function()
    local ds <close> = parley.open "russia-ukraine-talks"
    local seen = {}
    for row in ds:network { tables = { "talks", "participants" } }:rows() do
      local told = ("%s %s %s"):format(row.source, row.role, row.target)
      if row.role ~= "represents" then assert.is_nil(seen[told], told) end
      seen[told] = row
    end
    -- four delegates are named, each in a row of their own
    assert.equal("istanbul-r1-fomin", seen["russia represented istanbul-r1"].id)
    -- the talk names its host, and so does the minister's part in it
    assert.equal("talks", seen["turkiye host antalya"].table)
    assert.equal("participants", edge(ds, "participants", "antalya-cavusoglu", "host").table)
  end)

  it("tells it with its status, where only a later row has one", function()
    local mine = second.open()
    mine:add("participants", { id = "o3-a", talk = "o3", party = "maro", person = "halvik" }, { source = "gazette" })
    mine:add("participants", { id = "o3-b", talk = "o3", party = "maro", person = "odran", status = "attended" },
      { source = "gazette" })
    local row = mine:network { talk = "o3", party = "maro", role = "represented" }:one()
    assert.same({ "o3-b", "attended" }, { row.id, row.status })
  end)

  it("gives an outsider its role whether a person stands for it or not", function()
    assert.equal("mediator", edge(orvenn, "participants", "o1-wrzos", "mediator").role)
    assert.same({ "wrzos mediator o1", "kestria mediator o1" }, edges(orvenn, { tables = "participants",
      role = "mediator" }))
    assert.same({ "maro pressure o3" }, edges(orvenn, { role = "pressure" }))
  end)

  it("leaves out those who were not there, and refusals", function()
    assert.is_nil(edge(orvenn, "participants", "o3-cantons"))
    assert.is_nil(edge(istanbul, "participants", "r2-putin"))
    local ds = second.open()
    ds:add("outcomes", { id = "no", talk = "o3", kind = "no_agreement", giver = "tarvia", receiver = "cantons" },
      { source = "gazette" })
    assert.is_nil(edge(ds, "outcomes", "no"))
  end)

  it("tells an answer from silence, and a paper handed over from one that is not", function()
    assert.same({ "shore-front stays_silent tarvia" }, edges(orvenn, { role = "stays_silent" }))
    assert.equal("silence", edge(orvenn, "responses", "r-leaders-3").status)
    assert.equal("hands_over", edge(orvenn, "documents", "front-paper").role)
    assert.equal("writes_to", edge(orvenn, "documents", "detainee-list").role)
  end)

  it("answers a document's author where no demand is named", function()
    assert.equal("russia", edge(istanbul, "responses", "ru-ua-memorandum").source)
    assert.equal("ukraine", edge(istanbul, "responses", "ru-ua-memorandum").target)
    assert.is_nil(edge(istanbul, "responses", "ru-ua-memorandum").topic)
    assert.equal("shore-front", edge(orvenn, "responses", "r-front-paper").target)
  end)

  it("gives a row without a date that of its talk, and dates as they are written", function()
    assert.equal("2024-04-12/2024-04-13", edge(orvenn, "outcomes", "o2-remains").date)
    assert.equal("2025-05-26/2025-05-31~", edge(istanbul, "documents", "ua-memorandum").date)
    assert.is_nil(edge(orvenn, "demands", "lg-access").date)
  end)
end)

describe("filters of the network", function()
  it("keep tables", function()
    assert.same({ "radio-sund part_of tarvia", "tarvia-delegation part_of tarvia", "water-ministry part_of tarvia" },
      edges(orvenn, { tables = "parties" }))
    assert.equal(#orvenn:network { tables = "parties" } + #orvenn:network { tables = "talks" },
      #orvenn:network { tables = { "talks", "parties" } })
  end)

  it("keep roles, one or several", function()
    assert.same({ "kestria host o1", "kestria host o2", "kestria host o3", "kestria host o4" },
      edges(orvenn, { role = "host" }))
    assert.same({ "tas relay o2", "grey-sisters relay o2" }, edges(orvenn, { role = { "relay", "pressure" },
      talk = "o2" }))
  end)

  it("keep a party with its bodies, as either end or as the one a person stands for", function()
    local found = edges(orvenn, { party = "kestria" })
    assert.same({ "wrzos holds_office kestria", "kestria host o1", "kestria host o2", "kestria host o3",
      "kestria host o4", "wrzos mediator o1", "wrzos represents kestria", "kestria mediator o1",
      "shore-front demands kestria", "kestria gives cantons", "kestria delivers cantons" }, found)
    local offices = edges(orvenn, { party = "tarvia", tables = "offices" })
    assert.same({ "odran holds_office water-ministry", "odran holds_office tarvia" }, offices)
  end)

  it("keep what belongs to a talk, wherever its ends are", function()
    assert.same({ "kestria host o4", "league speaks_about o4" }, edges(orvenn, { talk = "o4" }))
    assert.same({ "kestria gives cantons", "kestria delivers cantons" }, edges(orvenn, { talk = "o2",
      party = "cantons", role = { "gives", "delivers" } }))
    assert.same({ "turkiye host r1", "turkiye host r3" },
      edges(istanbul, { talk = { "r1", "r3" }, role = "host" }))
  end)

  it("keep what may lie between two dates, and nothing undated", function()
    assert.same({ "halvik speaks_for shore-front", "halvik speaks_about o3" },
      edges(orvenn, { tables = "statements", from = "2024-06", to = "2024-06-24" }))
    assert.same({ "league delivers tarvia", "shore-front delivers cantons" },
      edges(orvenn, { tables = "deliveries", from = "2024-07-15" }))
    assert.same({}, edges(orvenn, { tables = "parties", from = "2000" }))
    assert.same({ "lavrov speaks_for russia", "lavrov speaks_about r2" },
      edges(istanbul, { tables = "statements", party = "russia", to = "2025-05-01" }))
  end)
end)

describe("the network follows", function()
  it("the day of a view", function()
    local then_ = orvenn:as_of "2024-03-31"
    assert.same({ "kestria host o1" }, edges(then_, { tables = "talks" }))
    assert.same({ "cantons demands tarvia", "shore-front demands tarvia", "shore-front demands tarvia",
      "shore-front demands tarvia", "shore-front demands tarvia", "shore-front demands tarvia",
      "tarvia demands shore-front", "tarvia demands shore-front" }, edges(then_, { tables = "demands" }))
  end)

  it("the policy, and what is retracted", function()
    local ds = second.open { policy = { certainty = "narration" } }
    assert.is_nil(edge(ds, "outcomes", "o3-guarantee"))
    local open = second.open()
    local key = open:add("statements", { id = "new", party = "maro", about = "o3" }, { source = "gazette" })
    assert.equal("speaks_about", edge(open, "statements", "new").role)
    open:retract(key, "misread")
    assert.is_nil(edge(open, "statements", "new"))
  end)

  it("the codebook: each reference to a party, a person or a talk makes an edge or is left out knowingly", function()
    -- who made something known is no tie; what a row is part of or about is reached through the thing itself
    local left_out = { ["provisions.document"] = true }
    local used = {}
    for _, entry in ipairs(network.EDGES) do
      for i = 2, #entry do
        used[entry[1] .. "." .. entry[i].from], used[entry[1] .. "." .. entry[i].to] = true, true
      end
      if entry.talk then used[entry[1] .. "." .. entry.talk] = true end
    end
    for _, info in ipairs(codebook.tables) do
      for _, column in ipairs(info.columns) do
        local target, name = column.references, info.name .. "." .. column.name
        if target == "parties" or target == "people" or target == "talks" then
          assert.is_true(used[name] or left_out[name] or false, name .. " makes no edge")
        end
      end
    end
  end)
end)

describe("bad input to network{}", function()
  local cases = {
    { { roles = "host" }, "network{} has no option 'roles'; did you mean 'role'?" },
    { { role = "hosts" }, "no role in a network 'hosts'; did you mean 'host'?" },
    { { role = {} }, "role of network{} is an empty list; leave it out to ask for all" },
    { { tables = "demand" }, "no table with edges 'demand'; did you mean 'demands'?" },
    { { tables = "events" }, "no table with edges 'events'; known: parties, offices, memberships, talks, "
      .. "participants, documents, demands, responses, outcomes, deliveries, statements" },
    { { party = "Turkey" }, "no party 'Turkey'; did you mean 'turkiye'?" },
    { { talk = "r4" }, "no talk 'r4'; did you mean 'r1'?" },
    { { from = "2025-06", to = "2025-05" }, "network{}: from '2025-06' is later than to '2025-05'" },
    { { from = "02/06/2025" }, "from of network{}: '02/06/2025' is not a date: with slashes nobody can tell day from "
      .. "month; write year-month-day; for example 2025-06-02" },
    { { to = 2025 }, "to of network{} takes a date as text, such as '2025-06-02', not a number" },
    { "r2", "network{} takes a table of options, not a string; its options: tables, role, party, talk, from, to" },
  }
  for _, case in ipairs(cases) do
    it("is refused: " .. case[2], function()
      assert.equal(case[2], scratch.message_of(istanbul.network, istanbul, case[1]))
    end)
  end

  it("says so in a closed dataset and in a file without Parley's tables #file", function()
    local closed, foreign = scratch.without_tables("network")
    assert.equal("this dataset is closed; open it again with parley.open()", closed)
    assert.equal("network{} needs Parley's tables, and this file was opened as it is ({schema = false})", foreign)
  end)

  it("gives nothing where there is nothing", function()
    assert.equal(0, #parley.open(":memory:"):network())
  end)
end)
