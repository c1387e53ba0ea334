-- ds:concessions(): demands, answers, conditions and what followed, on both datasets and on demands made for the purpose.

local parley = require "parley"
local scratch = require "spec.support.scratch"
local second = require "spec.support.second"

local istanbul, orvenn = parley.open(), second.open()

-- The rows of a demand.
local function rows_of(frame, demand) return frame:where { demand = demand }:all() end

-- The only row of a demand.
local function only(frame, demand)
  local rows = rows_of(frame, demand)
  assert.equal(1, #rows)
  return rows[1]
end

-- Kinds of the answers to a demand, in order.
local function kinds(frame, demand)
  local list = {}
  for i, row in ipairs(rows_of(frame, demand)) do list[i] = row.kind end
  return list
end

describe("concessions in the Istanbul talks", function()
  local frame = istanbul:concessions()

  it("have a row for each demand and answer, and one for each demand without", function()
    assert.equal(istanbul.demands:count(), frame:count_distinct("demand"))
    assert.equal(31, #frame)
    assert.same({ "reject", "counter", "defer" }, kinds(frame, "ua-ceasefire"))
  end)

  it("tell an answer to the demand from one to the paper it stands in", function()
    local rows = rows_of(frame, "ua-ceasefire")
    assert.same({ "demand", "demand", "document" }, { rows[1].answer_to, rows[2].answer_to, rows[3].answer_to })
    assert.same({ "ru-ceasefire-r2", "ru-truce-instead", "ru-ua-memorandum" }, { rows[1].answer, rows[2].answer,
      rows[3].answer })
    assert.equal("A truce of a few days instead.", rows[2].answer_text)
  end)

  it("show the condition of a yes, and what came of it", function()
    local row = rows_of(frame, "ua-children")[1]
    assert.same({ "conditional", "russia", "only children with relatives", "2025-06-02" }, { row.kind,
      row.answered_by, row.condition, row.answered })
    assert.equal("r2-children: pledge, announced; r2-children-list: commitment of 339 names, announced", row.followed)
    assert.equal("r2-children; r2-children-list", row.outcomes)
    assert.is_nil(row.delivered)
    assert.equal("accepted_with_conditions", row.status)
  end)

  it("tell silence that is reported from an answer nobody speaks of", function()
    local silent, unknown = only(frame, "ua-leaders"), only(frame, "ua-territory")
    assert.same({ "silence", "russia", "2025-06-03", "demand" }, { silent.kind, silent.answered_by, silent.answered,
      silent.answer_to })
    assert.same({ "no_record" }, { unknown.kind, unknown.answered_by, unknown.answered, unknown.answer_to,
      unknown.answer })
    assert.equal(1, frame:where { kind = "silence" }:count())
    assert.equal(6, frame:where { kind = "no_record" }:count())
  end)

  it("count who put off whose demands", function()
    local counted = {}
    for by, n in frame:where { kind = "defer" }:by("answered_by"):count():each() do counted[by] = n end
    assert.same({ russia = 7, ukraine = 11 }, counted)
  end)

  it("keep the demand's own condition apart", function()
    local row = rows_of(frame, "ua-ceasefire")[1]
    assert.same({ "must come before talks begin" }, { row.demand_condition, row.condition })
  end)

  it("show refusals among what followed", function()
    assert.equal("r2-continue: agreement_to_continue; r2-no-ceasefire: no_agreement",
      rows_of(frame, "ru-truce")[1].followed)
  end)

  it("are known only from the day of the reports", function()
    local early = istanbul:as_of("2025-06-01"):concessions()
    assert.same({ "no_record" }, kinds(early, "ua-ceasefire"))
    assert.same({}, rows_of(early, "ua-r3"))
    assert.equal(0, early:where("kind != 'no_record'"):count())
  end)

  it("rest on the claims a policy considers", function()
    local strict = istanbul:with_policy { deny = { "s4" } }
    assert.same({ "reject", "counter" }, kinds(strict:concessions(), "ua-ceasefire"))
    assert.same({ "no_record" }, kinds(strict:concessions(), "ua-leaders"))
  end)
end)

describe("concessions in the invented process", function()
  local frame = orvenn:concessions()

  it("stand in the order in which the demands were made", function()
    local order = {}
    for demand in frame:where { party = "shore-front", topic = { "prisoners", "justice", "recognition" } }
      :each "demand" do order[#order + 1] = demand end
    assert.same({ "fr-amnesty-1", "fr-detainees-1", "fr-detainees-1", "fr-detainees-2", "fr-amnesty-2",
      "fr-detainees-3", "fr-flag" }, order)
  end)

  it("know every kind of answer", function()
    local found = {}
    for kind, n in frame:by("kind"):count():each() do found[kind] = n end
    assert.same({ accept = 1, acknowledge = 1, conditional = 2, counter = 1, defer = 2, no_record = 16, partial = 1,
      reject = 2, silence = 1 }, found)
  end)

  it("show what was delivered of what followed, parts and all", function()
    local row = rows_of(frame, "fr-detainees-1")[1]
    assert.same({ "partial", "tarvia", "demand", "partly_met" }, { row.kind, row.answered_by, row.answer_to,
      row.status })
    assert.equal("o1-detainees: exchange of 400 people, partly_done; o1-others: exchange of 280 people, partly_done; "
      .. "o1-wounded: exchange of 120 people, done", row.followed)
    assert.equal("o1-others: 100 (2024-03-28); o1-others: 90–110 (2024-04); o1-wounded: 120 (2024-03-20)",
      row.delivered)
    assert.equal("d-others-1; d-others-2; d-wounded", row.deliveries)
  end)

  it("follow the topic to the talk of the answer only", function()
    assert.equal("o3-ceasefire: agreement, agreed", only(frame, "tv-ceasefire-3").followed)
    assert.is_nil(only(frame, "tv-ceasefire-1").followed)
    assert.is_nil(only(frame, "fr-detainees-3").followed)
  end)
end)

-- Demands made for the purpose --------------------------------------------------------------------------------

describe("a demand", function()
  local ds
  before_each(function()
    ds = scratch.dataset()
    ds:add("parties", { id = "kyiv-team", name = "Delegation", kind = "delegation", parent = "ukraine" },
      { source = "s1" })
    ds:add("parties", { id = "kyiv-paper", name = "Paper", kind = "outlet", parent = "ukraine" }, { source = "s1" })
    ds:add("talks", { id = "r3", kind = "round", date = "2025-07-23" }, { source = "s3" })
    ds:add("documents", { id = "memo", author = "ukraine" }, { source = "s1" })
    ds:add("demands", { id = "d", party = "ukraine", topic = "prisoners", talk = "r2", document = "memo" },
      { source = "s1" })
  end)
  after_each(function() ds:close() end)

  local function respond(id, row)
    row.id = id
    ds:add("responses", row, { source = "s2" })
  end

  local function outcome(id, row)
    row.id = id
    ds:add("outcomes", row, { source = "s2" })
  end

  it("is answered earliest first, undated answers last, then those to its paper", function()
    respond("c", { demand = "d", party = "russia", kind = "accept" })
    respond("b", { demand = "d", party = "russia", kind = "reject", date = "2025-06-03" })
    respond("a", { demand = "d", party = "russia", kind = "counter", date = "2025-06" })
    respond("e", { document = "memo", party = "russia", kind = "defer", date = "2025-06-01" })
    assert.same({ "counter", "reject", "accept", "defer" }, kinds(ds:concessions(), "d"))
  end)

  it("is not answered by the side that made it", function()
    respond("a", { document = "memo", party = "ukraine", kind = "acknowledge" })
    respond("b", { document = "memo", party = "kyiv-team", kind = "acknowledge" })
    assert.same({ "no_record" }, kinds(ds:concessions(), "d"))
    respond("c", { document = "memo", party = "kyiv-paper", kind = "acknowledge" })
    assert.same({ "acknowledge" }, kinds(ds:concessions(), "d"))
  end)

  it("is not answered by an answer to another demand of the same paper", function()
    ds:add("demands", { id = "other", party = "ukraine", topic = "remains", document = "memo" }, { source = "s1" })
    respond("a", { demand = "other", document = "memo", party = "russia", kind = "accept" })
    assert.same({ "no_record" }, kinds(ds:concessions(), "d"))
    assert.same({ "accept" }, kinds(ds:concessions(), "other"))
  end)

  it("keeps an answer of no known kind", function()
    respond("a", { demand = "d", party = "russia", text = "Something was said." })
    local row = only(ds:concessions(), "d")
    assert.is_nil(row.kind)
    assert.same({ "a", "Something was said." }, { row.answer, row.answer_text })
  end)

  it("is followed by what came at the talk of its answer, else at its own", function()
    outcome("o2", { talk = "r2", topic = "prisoners", kind = "exchange" })
    outcome("o3", { talk = "r3", topic = "prisoners", kind = "pledge" })
    assert.equal("o2: exchange", only(ds:concessions(), "d").followed)
    respond("a", { demand = "d", talk = "r3", party = "russia", kind = "accept" })
    assert.equal("o3: pledge", only(ds:concessions(), "d").followed)
  end)

  it("is followed by parts, which belong where their whole does", function()
    outcome("o", { talk = "r2", topic = "prisoners", kind = "exchange", best = 10, unit = "people" })
    outcome("part", { part_of = "o", kind = "exchange", low = 3 })
    outcome("part-of-part", { part_of = "part", status = "agreed" })
    assert.equal("o: exchange of 10 people; part: exchange of at least 3; part-of-part: outcome, agreed",
      only(ds:concessions(), "d").followed)
  end)

  it("is not followed by what was there before it was made", function()
    local contacts <close> = parley.open "russia-ukraine-talks"
    local frame = contacts:concessions()
    -- the first two extensions of the grain deal came before the complaint about imbalances; the third on its day
    local row = only(frame, "ru-imbalances")
    assert.equal("grain-end; grain-extension-3", row.outcomes)
    assert.is_nil(only(frame, "ru-exchanges-first").followed)
    assert.equal("r3-civilians", only(frame, "ru-kursk-civilians").outcomes)
  end)

  it("is not followed by what its own side gives", function()
    outcome("o1", { talk = "r2", topic = "prisoners", kind = "hand_over", giver = "kyiv-team" })
    assert.is_nil(only(ds:concessions(), "d").followed)
    outcome("o2", { talk = "r2", topic = "prisoners", kind = "hand_over", giver = "russia" })
    assert.equal("o2: hand_over", only(ds:concessions(), "d").followed)
  end)

  it("without a talk or a topic is followed by nothing known", function()
    outcome("o", { talk = "r2", topic = "prisoners", kind = "exchange" })
    ds:add("demands", { id = "no-talk", party = "ukraine", topic = "prisoners" }, { source = "s1" })
    ds:add("demands", { id = "no-topic", party = "ukraine", talk = "r2" }, { source = "s1" })
    ds:add("demands", { id = "no-party", topic = "prisoners", talk = "r2" }, { source = "s1" })
    local frame = ds:concessions()
    assert.is_nil(only(frame, "no-talk").followed)
    assert.is_nil(only(frame, "no-topic").followed)
    assert.equal("o: exchange", only(frame, "no-party").followed)
  end)

  it("is followed by deliveries without a number or a day too", function()
    outcome("o", { talk = "r2", topic = "prisoners", kind = "exchange" })
    ds:add("deliveries", { id = "v", outcome = "o", text = "Some came." }, { source = "s3" })
    assert.equal("o: no number", only(ds:concessions(), "d").delivered)
  end)
end)

describe("the columns of concessions", function()
  it("are documented, with their types", function()
    local frame = istanbul:concessions()
    assert.same({ "demand", "party", "topic", "kind", "answered_by", "condition", "followed", "delivered", "addressee",
      "made", "talk", "status", "demand_condition", "text", "answer", "answered", "answer_to", "answer_text",
      "outcomes", "deliveries" }, setmetatable(frame:columns(), nil))
    local types = {}
    for i, name in ipairs(frame:columns()) do
      if frame:types()[i] ~= "text" then types[name] = frame:types()[i] end
    end
    assert.same({ made = "date", answered = "date" }, types)
  end)

  it("cannot be chosen by options", function()
    assert.equal("concessions() takes no options; choose among its rows: ds:concessions():where{kind = 'silence'}",
      scratch.message_of(function() istanbul:concessions { party = "ukraine" } end))
  end)
end)
