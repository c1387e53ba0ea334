-- Where claims differ: every rule of parley.analysis.disagreements on claims made for the purpose. (Why a reading is shown:
-- why_spec; wholes and parts: wholes_and_parts_spec; that all clashes of the bundled dataset are found: istanbul_spec.)
-- Holds: analysis, analysis.claim_rows, analysis.claim_units, analysis.compared_text, analysis.query_methods,
--   analysis.readings, analysis.shown_reading, storage.statements.readings

local differences = require "spec.support.differences"
local scratch = require "spec.support.scratch"
local second = require "spec.support.second"

local differing, only = differences.lines, differences.only

-- Sources s1 (1 June), s2 (3 June), s3 (21 July 2025); parties, a talk.
local ds
before_each(function() ds = scratch.dataset() end)
after_each(function() ds:close() end)

local function about(...) differences.about(ds, ...) end

describe("dates", function()
  local function dates(...)
    local claims = {}
    for i, date in ipairs { ... } do claims[i] = { { date = date } } end
    about("talks", "t", table.unpack(claims))
    return ds:disagreements { kind = "date" }
  end

  it("that contain one another are one date in two precisions", function()
    assert.equal(0, #dates("2025-06", "2025-06-02"))
  end)

  it("are the same with or without a doubt", function()
    assert.equal(0, #dates("2025-06-02", "2025-06-02?", "2025-06-02~"))
  end)

  it("can be a chain of precisions, whatever their order", function()
    assert.equal(0, #dates("2025-06-02", "2025", "2025-06", "2024-12/..", "2025-06-01/2025-06-05"))
  end)

  it("clash when one is outside, even if the others agree", function()
    local found = dates("2025", "2025-06-02", "2025-06-05")
    assert.equal(1, #found)
    assert.equal("2025 (s1); 2025-06-02 (s2); 2025-06-05 (s2)", found[1].readings)
    assert.is_false(found[1].overlap)
    assert.equal("date", found[1].kind)
  end)

  it("that share days but do not contain one another clash, and say that one day could satisfy both", function()
    local found = dates("2025-06-01/2025-06-03", "2025-06-02/2025-06-04")
    assert.equal(1, #found)
    assert.is_true(found[1].overlap)
  end)
end)

describe("text", function()
  it("is compared without case and accents", function()
    about("talks", "t", { { venue = "Çırağan Palace", place = "ISTANBUL" } }, { { venue = "Ciragan palace",
      place = "Istanbul" } })
    assert.same({}, differing(ds))
  end)

  it("is compared in one spelling", function()
    about("offices", "o", { { title = "Defense Minister" } }, { { title = "Defence Minister" } })
    assert.same({}, differing(ds))
    ds:claim("offices", "o", { title = "Prime Minister" }, { source = "s3" })
    assert.same({ "o title: Defense Minister (s1, s2); Prime Minister (s3)" }, differing(ds))
  end)

  it("takes the names and aliases of a party for one", function()
    ds:claim("parties", "turkiye", { name = "Turkey" }, { source = "s2" })
    ds:claim("parties", "turkiye", { name = "TURKIYE" }, { source = "s3" })
    assert.same({}, differing(ds))
    ds:claim("parties", "turkiye", { name = "Anatolia" }, { source = "s1", certainty = "inferred" })
    assert.same({ "turkiye name: Türkiye (s1, s2, s3); Anatolia (s1)" }, differing(ds))
    assert.equal("label", only(ds).kind)
  end)

  it("knows an alias on every day and under every policy", function()
    ds:claim("parties", "russia", { name = "Rossiya" }, { source = "s1" })
    ds:claim("parties", "russia", { aliases = "Rossiya" }, { source = "s3", certainty = "inferred" })
    assert.same({}, differing(ds:as_of("2025-06-01")))
    assert.same({}, differing(ds:with_policy { certainty = "narration" }))
  end)

  it("that is wording never clashes", function()
    about("demands", "d", { { text = "This.", topic = "ceasefire" } }, { { text = "That.", topic = "ceasefire" } })
    assert.same({}, differing(ds))
  end)

  it("in ids and words of a vocabulary is compared as it is", function()
    about("demands", "d", { { topic = "ceasefire", party = "ukraine" } }, { { topic = "prisoners", party = "russia" } })
    assert.same({ "d party: ukraine (s1); russia (s2)", "d topic: ceasefire (s1); prisoners (s2)" }, differing(ds))
  end)

  it("of true and false clashes too", function()
    about("demands", "d", { { extendable = true } }, { { extendable = false } })
    assert.equal("true (s1); false (s2)", only(ds).readings)
  end)
end)

describe("quantities", function()
  local function amounts(...)
    local claims = {}
    for i, values in ipairs { ... } do claims[i] = { values } end
    about("outcomes", "o", table.unpack(claims))
    return ds:disagreements { kind = "value" }
  end

  it("are one reading, under the name of the best bound", function()
    local found = amounts({ low = 100, best = 200, high = 300 }, { low = 100, best = 250, high = 300 })
    assert.equal(1, #found)
    assert.same({ "best", "value", 2, "200 (100–300) (s1); 250 (100–300) (s2)" }, { found[1].field,
      found[1].kind, found[1].claims, found[1].readings })
  end)

  it("clash when their bounds differ, and say whether one number could satisfy both", function()
    local found = amounts({ low = 30 }, { best = 30 })
    assert.same({ "at least 30 (s1); 30 (s2)", true }, { found[1].readings, found[1].overlap })
  end)

  it("say when no number could", function()
    local found = amounts({ high = 20 }, { low = 21 }, { best = 22 })
    assert.same({ "at most 20 (s1); at least 21 (s2); 22 (s2)", false }, { found[1].readings, found[1].overlap })
  end)

  it("that are the same do not clash", function()
    assert.equal(0, #amounts({ best = 30 }, { low = 30, best = 30, high = 30 }))
  end)

  it("without a best bound go by their first", function()
    about("outcomes", "o", { { age_max = 24 } }, { { age_min = 18, age_max = 25 } })
    local row = only(ds)
    assert.same({ "age_min", "at most 24 (s1); 18–25 (s2)", true }, { row.field, row.readings, row.overlap })
  end)
end)

describe("a denial", function()
  local function kinds(...)
    local claims = {}
    for i, said in ipairs { ... } do
      claims[i] = { { kind = said[1] }, { source = "s" .. i, polarity = said[2] } }
    end
    about("outcomes", "o", table.unpack(claims))
    return differing(ds)
  end

  it("clashes with the same value affirmed", function()
    assert.same({ "o kind: agreement (s1); not agreement (s2)" }, kinds({ "agreement" }, { "agreement", "denied" }))
    assert.is_false(only(ds).overlap)
  end)

  it("clashes with nothing else", function()
    assert.same({}, kinds({ "agreement" }, { "exchange", "denied" }, { "pledge", "denied" }))
  end)

  it("is listed beside other readings that clash", function()
    assert.same({ "o kind: agreement (s1); not exchange (s2); pledge (s3)" },
      kinds({ "agreement" }, { "exchange", "denied" }, { "pledge" }))
  end)

  it("is seen where all claims have the same values", function()
    about("outcomes", "amount", { { best = 5 } }, { { best = 5 }, { source = "s2", polarity = "denied" } })
    assert.same({ "amount best: 5 (s1); not 5 (s2)" }, differing(ds))
  end)
end)

describe("a state", function()
  local function states(...)
    about("outcomes", "o", ...)
    return differing(ds)
  end

  it("that differs on different days has changed", function()
    assert.same({}, states({ { status = "agreed" }, { source = "s1" } }, { { status = "done" }, { source = "s2" } }))
  end)

  it("clashes where two claims can be about the same day", function()
    assert.same({ "o status: agreed (s1); done (s1)" }, states({ { status = "agreed" } },
      { { status = "done" }, { source = "s1" } }))
  end)

  it("is about the day it was stated, not the day it was reported", function()
    assert.same({}, states({ { status = "agreed" }, { source = "s2", stated = "2025-06-01" } },
      { { status = "done" }, { source = "s2", stated = "2025-06-02" } }))
  end)

  it("may be about any day of an imprecise date", function()
    assert.same({ "o status: agreed (s1); done (s2)" }, states({ { status = "agreed" }, { source = "s1",
      stated = "2025-05" } }, { { status = "done" }, { source = "s2", stated = "2025-05-20/.." } }))
  end)

  it("that nobody dates may be about any day", function()
    ds:add("sources", { id = "letter", title = "A letter" })
    assert.same({ "o status: agreed (letter); done (s2)" }, states({ { status = "agreed" }, { source = "letter" } },
      { { status = "done" }, { source = "s2" } }))
  end)

  it("that is denied clashes with the same state on the same day only", function()
    assert.same({}, states({ { status = "done" }, { source = "s1" } },
      { { status = "done" }, { source = "s2", polarity = "denied" } },
      { { status = "agreed" }, { source = "s3", polarity = "denied" } }))
    ds:claim("outcomes", "o", { status = "done" }, { source = "s1", polarity = "denied" })
    assert.same({ "o status: done (s1); not done (s1)" }, differing(ds))
  end)

  it("is found among many days", function()
    local claims = {}
    for day = 1, 28 do
      claims[day] = { { status = day % 2 == 0 and "agreed" or "done" },
        { source = "s3", stated = ("2025-06-%02d"):format(day) } }
    end
    assert.same({}, states(table.unpack(claims)))
    ds:claim("outcomes", "o", { status = "disputed" }, { source = "s3", stated = "2025-06-14" })
    local row = only(ds)
    assert.same({ "agreed (s3); disputed (s3)", 2, 1 }, { row.readings, row.claims, row.origins })
  end)

  it("is told with those of its day, and not with what was so before or came to be later", function()
    local found = states({ { status = "announced" }, { source = "s1", stated = "2025-05-01" } },
      { { status = "agreed" }, { source = "s1", stated = "2025-06-01" } },
      { { status = "done" }, { source = "s2", stated = "2025-06-01" } },
      { { status = "missed" }, { source = "s3", stated = "2025-06-20" } })
    assert.same({ "o status: agreed (s1); done (s2)" }, found)
    local row = only(ds)
    assert.same({ "missed", 2, 2 }, { row.shown, row.claims, row.origins })
  end)
end)

describe("claims that count for nothing", function()
  it("are left out when they are retracted", function()
    about("outcomes", "o", { { kind = "agreement" } })
    local key = ds:claim("outcomes", "o", { kind = "pledge" }, { source = "s2" })
    assert.equal(1, #ds:disagreements())
    ds:retract(key)
    assert.same({}, differing(ds))
  end)

  it("are compared when they are deprecated", function()
    about("talks", "t", { { date = "2025-06-02" } }, { { date = "2025-07-02" }, { source = "s2", rank = "deprecated",
      said_by = "russia" } })
    local row = only(ds)
    assert.same({ "2025-06-02 (s1); 2025-07-02 (s2 russia, deprecated)", "2025-06-02",
      "the other reading is deprecated" }, { row.readings, row.shown, row.why })
  end)
end)

describe("readings", function()
  it("name each voice once, in the order of their sources", function()
    about("talks", "t", { { place = "Istanbul" }, { source = "s2", said_by = "russia" } },
      { { place = "Ankara" }, { source = "s1" } }, { { place = "istanbul" }, { source = "s2", said_by = "russia" } },
      { { place = "Istanbul" }, { source = "s3" } })
    local row = only(ds)
    assert.same({ "Ankara (s1); Istanbul (s2 russia, s3)", 4, "claims" }, { row.readings, row.claims, row.among })
  end)
end)

describe("what is asked for", function()
  before_each(function()
    about("talks", "t", { { place = "Ankara", date = "2025-06-01" } },
      { { place = "Istanbul", date = "2025-06-09" }, { source = "s3" } })
    about("outcomes", "o", { { kind = "agreement" } }, { { kind = "pledge" } })
  end)

  it("is all tables, in their order", function()
    assert.same({ "t date: 2025-06-01 (s1); 2025-06-09 (s3)", "t place: Ankara (s1); Istanbul (s3)",
      "o kind: agreement (s1); pledge (s2)" }, differing(ds))
  end)

  it("can be one table, one kind, or both", function()
    assert.equal(2, #ds:disagreements { table = "talks" })
    assert.equal("o", only(ds, { kind = "outcome" }).id)
    assert.equal("place", only(ds, { table = "talks", kind = "value" }).field)
    assert.equal(0, #ds:disagreements { table = "outcomes", kind = "date" })
  end)

  it("can be what was known on a day", function()
    assert.same({ "o kind: agreement (s1); pledge (s2)" }, differing(ds:as_of("2025-06-03")))
    assert.same({}, differing(ds:as_of("2025-06-02")))
  end)

  it("can be what the file had at a time", function()
    local orvenn = second.open()
    assert.equal(1, orvenn:disagreements { table = "talks" }:where { id = "o4" }:count())
    assert.equal(0, orvenn:as_recorded("2024-09-30"):disagreements { table = "talks" }:where { id = "o4" }:count())
  end)

  it("can be the rows of a query, as of its own day", function()
    assert.equal(2, #ds.talks:where { id = "t" }:disagreements())
    assert.equal(0, #ds.talks:where { id = "r2" }:disagreements())
    assert.equal(0, #ds.talks:as_of("2025-06-30"):disagreements())
    assert.equal(2, #ds.talks:as_of("2025-07-21"):disagreements())
  end)

  it("can be some things of some tables, which say what all say of them", function()
    local disagreements = require "parley.analysis.disagreements"
    local compared_text = require "parley.analysis.compared_text"
    local orvenn = second.open()
    for _, view in ipairs { orvenn, orvenn:as_of("2024-09-20"), orvenn:as_of("2024-08-01") } do
      local all, ids = view:disagreements(), { outcomes = {}, deliveries = {} }
      for name, list in pairs(ids) do
        for id in view:table(name):sort("id"):each "id" do list[#list + 1] = id end
      end
      assert.same(all:where("table in ('outcomes', 'deliveries')"):all(),
        disagreements.of_things(view, ids, compared_text.of(view)):all())
    end
  end)

  it("has to rest on claims", function()
    local function message(fn) return scratch.message_of(fn) end
    local refusal = "disagreements() needs the rows of a table that rests on claims, not "
    assert.equal(refusal .. "events", message(function() ds.events:disagreements() end))
    assert.equal(refusal .. "talks_claims", message(function() ds.talks:claims():disagreements() end))
  end)

  it("is refused by name when it is not there", function()
    local function message(given) return scratch.message_of(function() ds:disagreements(given) end) end
    assert.equal("no table with claims 'talk'; did you mean 'talks'?", message { table = "talk" })
    assert.truthy(message({ table = "events" }):find("^no table with claims 'events'; known: processes, parties"))
    assert.equal("no kind of disagreement 'dates'; did you mean 'date'?", message { kind = "dates" })
    assert.equal("disagreements{} has no option 'tables'; did you mean 'table'?", message { tables = "talks" })
    assert.equal("disagreements{} takes a table of options, not a string; its options: table, kind, among", message "talks")
  end)

  it("has documented columns of known types", function()
    local found = ds:disagreements()
    assert.same({ "table", "id", "field", "kind", "shown", "readings", "why", "claims", "overlap", "among", "origins" },
      setmetatable(found:columns(), nil))
    assert.same({ "text", "text", "text", "text", "text", "text", "text", "integer", "boolean", "text", "integer" },
      setmetatable(found:types(), nil))
  end)
end)

describe("a table of more own columns than one mask has bits for", function()
  local OWN = 80

  it("has all its clashes found, and all that rests on weak claims", function()
    for i = 1, OWN do ds:add_column("talks", ("own%d"):format(i), { type = "text", meaning = "a word" }) end
    about("talks", "t", { { own1 = "p", own80 = "p" }, { source = "s1", certainty = "inferred" } },
      { { own1 = "q", own80 = "q" }, { source = "s2", certainty = "inferred" } })
    local clashing, weak = {}, {}
    for row in ds:disagreements { table = "talks" }:rows() do clashing[#clashing + 1] = row.field end
    for row in ds:resting_on({ "inferred" }):rows() do
      if row.table == "talks" and row.id == "t" then weak[#weak + 1] = row.field end
    end
    assert.same({ "own1", "own80" }, clashing)
    assert.same({ "own1", "own80" }, weak)
  end)
end)
