-- Writing: what add, claim and retract do, and what each refusal says.

local parley = require "parley"
local scratch = require "spec.support.scratch"

local message_of = scratch.message_of
local ds
before_each(function() ds = scratch.dataset() end)
after_each(function() if ds:is_open() then ds:close() end end)

local function add(name, row, provenance) return ds:add(name, row, provenance or { source = "s1" }) end

-- The provenance of a claim, as stored.
local function stored(key)
  return ds.talks:claims():where { claim = key }:first()
end

-- How many claims, keys and rows there are in all: nothing may change when a write fails.
local function size()
  return table.concat({ ds.store:values [[SELECT (SELECT count(*) FROM claim_keys), (SELECT count(*) FROM talks_claims),
    (SELECT count(*) FROM talks), (SELECT count(*) FROM demands_claims), (SELECT count(*) FROM demands),
    (SELECT count(*) FROM events), (SELECT count(*) FROM search_text)]] }, " ")
end

describe("add", function()
  it("gives the key of the claim, and shows the thing at once", function()
    assert.equal(8, add("talks", { id = "r3", date = "2025-07-23", status = "held" }))
    local row = ds.talks:get "r3"
    assert.same({ "2025-07-23", "held" }, { row.date, row.status })
    assert.equal(9, add("parties", { id = "usa", name = "United States" }))
  end)

  it("fills in the provenance nobody states", function()
    local key = add("talks", { id = "r3" }, { source = "s2" })
    local claim = stored(key)
    assert.same({ "s2", "2025-06-03", "normal", "affirmed", "fact", "narration" },
      { claim.source, claim.reported, claim.rank, claim.polarity, claim.modality, claim.certainty })
    assert.matches("^%d%d%d%d%-%d%d%-%d%dT%d%d:%d%d:%d%dZ$", claim.recorded_at)
    assert.is_nil(claim.stated)
  end)

  it("keeps the provenance that is stated", function()
    local given = { source = "s2", locator = "p4", said_by = "turkiye", chain = "outlet; minister", certainty = "anonymous",
      modality = "plan", polarity = "affirmed", stated = "2025-05-31", reported = "2025-06-01?", rank = "preferred",
      coder = "me", note = "a note", recorded_at = "2026-01-01T00:00:00Z" }
    local claim = stored(add("talks", { id = "r3" }, given))
    for name, value in pairs(given) do assert.equal(value, claim[name], name) end
  end)

  it("takes a row of sources as its own source, reported when it was published", function()
    local key = ds:add("sources", { id = "s4", published = "2025-06-03" })
    local claim = ds.sources:claims():where { claim = key }:first()
    assert.same({ "s4", "2025-06-03" }, { claim.source, claim.reported })
    key = ds:add("sources", { id = "s5", title = "Fifth" }, { source = "s4" })
    claim = ds.sources:claims():where { claim = key }:first()
    assert.same({ "s4", "2025-06-03" }, { claim.source, claim.reported })
  end)

  it("adds rows of tables without claims, and gives their id", function()
    assert.equal("e1", ds:add("events", { id = "e1", date = "2025-06", source = "s1", goldstein = 4, mentions = 3 }))
    local event = ds.events:get "e1"
    assert.same({ "2025-06", "s1", 4.0, 3 }, { event.date, event.source, event.goldstein, event.mentions })
    assert.equal("float", math.type(event.goldstein))
    assert.equal(20269, (ds.store:values "SELECT date_end FROM events"))
    assert.equal("event 'e1' exists already in events", message_of(ds.add, ds, "events", { id = "e1" }))
    assert.equal("rows of events carry no claims, so they take no provenance; a source is a column of the row",
      message_of(ds.add, ds, "events", { id = "e2" }, { source = "s1" }))
    assert.equal("events.source of 'e3': no source 's77'; add it first, with ds:add(\"sources\", {id = \"s77\", …}, …)",
      message_of(ds.add, ds, "events", { id = "e3", source = "s77" }))
    assert.equal(1, ds.events:count())
  end)

  it("refuses what counts below nothing, by a property of the column", function()
    for name, row in pairs { outcomes = { id = "x", high = -9 }, demands = { id = "x", days_best = -5 },
      talks = { id = "x", round = -1 }, documents = { id = "x", items_low = -99 } } do
      assert.matches("is not 0 or more; leave out what is missing", message_of(add, name, row), name)
    end
    assert.matches('missing = {"%-5"}$', message_of(add, "demands", { id = "x", days_best = -5 }))
    assert.equal("out_of_range", select(2, pcall(add, "outcomes", { id = "x", low = -1 })).code)
    add("outcomes", { id = "x", low = 0 })
    assert.matches("^outcomes.best: %-1 is not", message_of(function()
      ds:claim("outcomes", "x", { best = -1 }, { source = "s1" })
    end))
  end)

  it("takes new words of a vocabulary, which count from then on", function()
    assert.equal("demands.topic: 'fisheries' is no topic; known: " .. table.concat(ds:term_codes "topic", ", "),
      message_of(add, "demands", { id = "d1", topic = "fisheries" }))
    assert.equal("topic/fisheries", ds:add("terms", { vocabulary = "topic", code = "fisheries", label = "Fisheries" }))
    add("demands", { id = "d1", topic = "fisheries" })
    assert.equal(1, ds.demands:where { topic = "fisheries" }:count())
  end)

  it("can be found by search at once", function()
    add("talks", { id = "r3", place = "Çırağan" })
    assert.equal("r3", ds.talks:search("ciragan"):first().id)
    ds:retract(ds.talks:claims():where { id = "r3" }:first().claim)
    assert.equal(0, ds.talks:search("ciragan"):count())
  end)
end)

describe("claim", function()
  it("gives a key that no other claim has, ever", function()
    local first = ds:claim("talks", "r2", { place = "Istanbul" }, { source = "s1" })
    assert.equal(8, first)
    local failed = pcall(ds.atomic, ds, function()
      ds:claim("talks", "r2", { place = "Ankara" }, { source = "s1" })
      error "no"
    end)
    assert.is_false(failed)
    ds:retract(first)
    assert.equal(9, ds:claim("parties", "russia", { iso3 = "RUS" }, { source = "s1" }))
  end)

  it("keeps what it was given when the caller's tables change", function()
    local values, provenance = { place = "Istanbul" }, { source = "s1" }
    ds:claim("talks", "r2", values, provenance)
    assert.same({ place = "Istanbul" }, values)
    assert.same({ source = "s1" }, provenance)
  end)

  it("can deny", function()
    ds:claim("talks", "r2", { place = "Istanbul" }, { source = "s1" })
    ds:claim("talks", "r2", { place = "Istanbul" }, { source = "s3", polarity = "denied" })
    assert.equal("Istanbul", ds.talks:first().place)
    assert.equal(3, ds.talks:claims():count())
  end)
end)

describe("values are checked:", function()
  local cases = {
    { { prty = "ukraine" }, "no column 'prty' in demands; did you mean 'party'?" },
    { { text = 5 }, "demands.text: text is expected, not a number" },
    { { text = "a\xff" }, "demands.text: the text is no UTF-8 (byte 2); convert it first" },
    { { priority = "1" }, "demands.priority: a whole number is expected, not text" },
    { { priority = 1.5 }, "demands.priority: 1.5 is no whole number" },
    { { priority = 2 ^ 63 }, "demands.priority: " .. 2 ^ 63 .. " is no whole number" },
    { { priority = 0 / 0 }, "demands.priority: nan is no whole number" },
    { { extendable = 1 }, "demands.extendable: true or false is expected, not a number" },
    { { extendable = "yes" }, "demands.extendable: true or false is expected, not text" },
    { { made = 2025 }, "demands.made: a date is text, such as '2025-06-02', not a number" },
    { { made = "2025-02-30" }, "demands.made: '2025-02-30' is not a date: " },
    { { made = "02/06/2025" }, "demands.made: '02/06/2025' is not a date: with slashes nobody can tell day from month" },
    { { topic = "ceasfire" }, "demands.topic: 'ceasfire' is no topic; did you mean 'ceasefire'?" },
    { { topic = "Truce" }, "demands.topic: 'Truce' is no topic; did you mean 'ceasefire'?" },
    { { status = "Raised" }, "demands.status: 'Raised' is no demand status; did you mean 'raised'?" },
    { { days_low = 9, days_best = 3 }, "demands.days_low (9) is greater than demands.days_best (3)" },
    { { days_best = 9, days_high = 3 }, "demands.days_best (9) is greater than demands.days_high (3)" },
    { { days_low = 9, days_high = 3 }, "demands.days_low (9) is greater than demands.days_high (3)" },
    { { party = "Turkey" }, "demands.party of 'd1': no party 'Turkey'; did you mean 'turkiye'?" },
    { { party = "TURKIYE" }, "demands.party of 'd1': no party 'TURKIYE'; did you mean 'turkiye'?" },
    { { party = "ukrane" }, "demands.party of 'd1': no party 'ukrane'; did you mean 'ukraine'?" },
    { { party = "" }, "demands.party of 'd1': no party ''; " },
    { { talk = "zzzz" }, "demands.talk of 'd1': no talk 'zzzz'; add it first, with ds:add(\"talks\", {id = \"zzzz\", …}, …)" },
    { { party = parley.null }, "demands.party: parley.null stands for a missing value in queries; leave the column out, "
      .. "or, when a source says that there is none, claim that with a word such as 'none' or with {polarity = 'denied'}" },
    { { [1] = "x" }, "no column '1' in demands" },
  }
  for _, case in ipairs(cases) do
    it(case[2], function()
      local before = size()
      case[1].id = "d1"
      assert.equal(case[2], message_of(add, "demands", case[1]):sub(1, #case[2]))
      assert.equal(before, size())
    end)
  end

  it("a number must be one", function()
    local function refused(value) return message_of(ds.add, ds, "events", { id = "e1", goldstein = value }) end
    assert.equal("events.goldstein: inf is no value; leave the column out", refused(math.huge))
    assert.equal("events.goldstein: a number is expected, not text", refused "4")
    assert.equal("events.goldstein: a number is expected, not a boolean", refused(true))
  end)

  it("a whole float is a whole number", function()
    add("demands", { id = "d1", priority = 3.0 })
    assert.equal("integer", math.type(ds.demands:first().priority))
  end)

  it("an id must be one", function()
    local cases_of_id = {
      { nil, "demands.id: every row needs an id, a short readable text such as 'r2'" },
      { "", "demands.id: an id cannot be empty" },
      { "a\nb", "demands.id: an id cannot hold control characters" },
      { 7, "demands.id: text is expected, not a number" },
    }
    for i = 1, 4 do assert.equal(cases_of_id[i][2], message_of(add, "demands", { id = cases_of_id[i][1] })) end
  end)

  it("a table must be one", function()
    assert.equal("no table 'demnads'; did you mean 'demands'?", message_of(add, "demnads", { id = "x" }))
    assert.equal("the table's name must be text, not a nil", message_of(ds.add, ds))
    assert.equal("a row must be a table of column = value pairs, not a string", message_of(add, "demands", "d1"))
    assert.equal("the provenance must be a table of column = value pairs, not a string",
      message_of(ds.add, ds, "demands", { id = "d1" }, "s1"))
    assert.equal("no table 'demnads'; did you mean 'demands'?", message_of(ds.claim, ds, "demnads", "d1", { text = "x" }))
    assert.equal("terms carries no claims: its rows stand for themselves",
      message_of(ds.claim, ds, "terms", "topic/ceasefire", { label = "x" }, { source = "s1" }))
  end)
end)

describe("provenance is checked:", function()
  local cases = {
    { {}, "a claim needs its source: name one after the values, as in {source = 's1'}; ds.sources lists those there are" },
    { { source = "Second" }, "provenance source: no source 'Second'; add it first, with ds:add(\"sources\", "
      .. "{id = \"Second\", …}, …)" },
    { { source = "S2" }, "provenance source: no source 'S2'; did you mean 's2'?" },
    { { sorce = "s1" }, "no 'sorce' in the provenance of a claim; did you mean 'source'?" },
    { { source = "s1", certainty = "firm" }, "provenance certainty: 'firm' is no certainty; known: " },
    { { source = "s1", certainty = "naration" }, "provenance certainty: 'naration' is no certainty; did you mean 'narration'?" },
    { { source = "s1", rank = "best" }, "provenance rank: 'best' is no rank; known: preferred, normal, deprecated" },
    { { source = "s1", stated = "yesterday" }, "provenance stated: 'yesterday' is not a date: " },
    { { source = "s1", reported = 5 }, "provenance reported: a date is text, such as '2025-06-02', not a number" },
    { { source = "s1", retracted_at = "2026" }, "'retracted_at' is set by ds:retract(claim, reason)" },
    { { source = "s1", note = parley.null }, "provenance note: parley.null stands for a missing value in queries" },
  }
  for _, case in ipairs(cases) do
    it(case[2], function()
      local before = size()
      assert.equal(case[2], message_of(ds.add, ds, "demands", { id = "d1" }, case[1]):sub(1, #case[2]))
      assert.equal(before, size())
    end)
  end

  it("none at all", function()
    assert.matches("^a claim needs its source", message_of(ds.add, ds, "demands", { id = "d1" }))
    assert.matches("^a claim needs its source", message_of(ds.claim, ds, "talks", "r2", { place = "x" }))
  end)
end)

describe("a thing", function()
  it("is added once", function()
    assert.equal("talk 'r2' exists already; ds:claim(\"talks\", \"r2\", {…}, {…}) says more about it",
      message_of(add, "talks", { id = "r2", place = "x" }))
  end)

  it("must be there for a claim", function()
    assert.equal("no talk 'r22' to make a claim about; did you mean 'r2'?",
      message_of(ds.claim, ds, "talks", "r22", { place = "x" }, { source = "s1" }))
    assert.equal("no party 'Turkey' to make a claim about; did you mean 'turkiye'?",
      message_of(ds.claim, ds, "parties", "Turkey", { iso3 = "TUR" }, { source = "s1" }))
    assert.equal("no demand 'd1' to make a claim about; ds:add(\"demands\", {id = \"d1\", …}, {…}) adds it",
      message_of(ds.claim, ds, "demands", "d1", { text = "x" }, { source = "s1" }))
  end)

  it("is claimed about with values, and keeps its id", function()
    assert.equal("a claim needs a value: {column = value, …} of talks",
      message_of(ds.claim, ds, "talks", "r2", {}, { source = "s1" }))
    assert.equal("the id of a claim is given before its values, and cannot be changed by them",
      message_of(ds.claim, ds, "talks", "r2", { id = "r9" }, { source = "s1" }))
    assert.equal("the values must be a table of column = value pairs, not a nil", message_of(ds.claim, ds, "talks", "r2"))
  end)

  it("can be added anew when all about it was taken back", function()
    ds:retract(7, "wrong")
    assert.equal(0, ds.talks:count())
    assert.equal(8, add("talks", { id = "r2", place = "Ankara" }))
    local row = ds.talks:get "r2"
    assert.equal("Ankara", row.place)
    assert.is_nil(row.status)
  end)

  it("of which there are only denials is not shown, yet known", function()
    add("talks", { id = "r4", status = "scheduled" }, { source = "s3", polarity = "denied" })
    assert.equal(0, ds.talks:where { id = "r4" }:count())
    assert.matches("^talk 'r4' exists already", message_of(add, "talks", { id = "r4" }))
    ds:claim("talks", "r4", { status = "proposed" }, { source = "s1" })
    assert.equal("proposed", ds.talks:get("r4").status)
  end)
end)

describe("retract", function()
  it("takes a claim back, with the reason, and shows the next best", function()
    local first = ds:claim("talks", "r2", { place = "Istanbul" }, { source = "s1" })
    local second = ds:claim("talks", "r2", { place = "Ankara" }, { source = "s2" })
    assert.equal("Ankara", ds.talks:first().place)
    assert.equal(second, ds:retract(second, "misread"))
    assert.equal("Istanbul", ds.talks:first().place)
    local at, why = ds.store:values("SELECT retracted_at, retraction FROM talks_claims WHERE claim = $1", { n = 1, second })
    assert.matches("^%d%d%d%d%-%d%d%-%d%dT%d%d:%d%d:%d%dZ$", at)
    assert.equal("misread", why)
    ds:retract(first)
    assert.is_nil(ds.talks:first().place)
  end)

  it("of the last claim removes the thing", function()
    ds:retract(7)
    assert.equal(0, ds.talks:count())
    assert.equal(1, (ds.store:values "SELECT count(*) FROM talks_claims"))
  end)

  it("of the last claim is refused while something refers to the thing", function()
    add("demands", { id = "d1", party = "ukraine", talk = "r2" })
    local before = size()
    assert.equal("cannot retract the last claim about talk 'r2': demand 'd1' refers to it (demands.talk); change or "
      .. "retract that first", message_of(ds.retract, ds, 7))
    assert.equal("cannot retract the last claim about source 's1': claim 4 about party 'ukraine' rests on it; retract "
      .. "that one first", message_of(ds.retract, ds, 1))
    assert.equal(before, size())
    assert.equal("r2", ds.talks:first().id)
    assert.is_nil((ds.store:values "SELECT retracted_at FROM talks_claims WHERE claim = 7"))
  end)

  it("of the last claim is refused while a losing claim, or an event, refers to the thing", function()
    add("demands", { id = "d1", party = "ukraine" })
    ds:claim("demands", "d1", { party = "russia" }, { source = "s3", certainty = "on_record_quote" })
    assert.equal("russia", ds.demands:first().party)
    assert.equal("cannot retract the last claim about party 'ukraine': demand 'd1' refers to it (demands.party); change "
      .. "or retract that first", message_of(ds.retract, ds, 4))
    ds:add("events", { id = "e1", source = "s3" })
    ds:retract(9)
    assert.equal("cannot retract the last claim about source 's3': event 'e1' refers to it (events.source); change or "
      .. "retract that first", message_of(ds.retract, ds, 3))
  end)

  it("is not hindered by claims taken back before", function()
    local key = add("demands", { id = "d1", talk = "r2" })
    ds:retract(key)
    assert.equal(7, ds:retract(7))
    assert.equal(0, ds.talks:count())
  end)

  it("is checked", function()
    assert.equal("no claim 99; ds.<table>:claims() lists the claims with their keys", message_of(ds.retract, ds, 99))
    assert.equal("retract() takes the key of a claim, a whole number, not x", message_of(ds.retract, ds, "x"))
    assert.equal("retract() takes the key of a claim, a whole number, not 7", message_of(ds.retract, ds, "7"))
    assert.equal("retract() takes the key of a claim, a whole number, not nil", message_of(ds.retract, ds))
    assert.equal("the reason of a retraction: text is expected, not a number", message_of(ds.retract, ds, 7, 3))
    ds:retract(7, "once")
    assert.matches("^claim 7 was retracted already, at 20.*Z %(once%)$", message_of(ds.retract, ds, 7))
  end)
end)

describe("an error while writing", function()
  it("carries the caller's line", function()
    local _, err = pcall(function() ds:add("talks", { id = "r3", plce = "x" }, { source = "s1" }) end)
    local line = debug.getinfo(1, "l").currentline - 1
    assert.equal(("spec/claims/writing_spec.lua:%d: parley: no column 'plce' in talks; did you mean 'place'?"):format(line),
      (err:gsub("^%./", "")))
  end)
end)

describe("the rules the schema keeps for other programs", function()
  it("hold for what Parley writes #file", function()
    add("demands", { id = "d1", party = "ukraine", talk = "r2" })
    assert.is_nil((ds.store:values "PRAGMA foreign_key_check"))
    assert.has_error(function() ds.store:exec "DELETE FROM talks" end, "parley: FOREIGN KEY constraint failed")
  end)
end)
