-- ds:evidence() and ds:resting_on(): the claims behind values, and values behind which little stands.
-- Holds: analysis.resting_on

local parley = require "parley"
local scratch = require "spec.support.scratch"
local second = require "spec.support.second"

local istanbul, orvenn = parley.open(), second.open()

-- One column of a Frame, as a list; missing values are false.
local function column(frame, name)
  local list = {}
  for row in frame:rows() do
    local value = row[name]
    if value == nil then value = false end
    list[#list + 1] = value
  end
  return list
end

describe("evidence for a field", function()
  local frame = istanbul:evidence("demands", "ru-truce", "days_best")

  it("is every claim about it, what is shown first", function()
    assert.same({ "2", "2–3", "2–3" }, column(frame, "says"))
    assert.same({ true, false, false }, column(frame, "shown"))
    assert.same({ "russia-delegation", "ukraine-delegation", "kyiv-independent" }, column(frame, "said_by"))
    assert.same({ "s4", "s3", "s2" }, column(frame, "source"))
    assert.same({ "p11", "p3", "p10" }, column(frame, "locator"))
    assert.same({ "on_record_paraphrase", "on_record_paraphrase", "narration" }, column(frame, "certainty"))
    assert.same({ "2025-06-03", "2025-06-02/2025-06-03?", "2025-07-21?" }, column(frame, "reported"))
    assert.same({ "2025-06-02", "2025-06-02", false }, column(frame, "stated"))
  end)

  it("reads hop by hop, from the page to the origin", function()
    assert.same({ "Visit Ukraine <- Russian delegation", "s3 <- Ukrainian negotiators", "Kyiv Independent" },
      column(frame, "chain"))
    assert.same({ 2, 2, 1 }, column(frame, "hops"))
    assert.same({ "Russian delegation", "Ukrainian negotiators", "Kyiv Independent" }, column(frame, "origin"))
    assert.same({ "Visit Ukraine", false, "Kyiv Independent" }, column(frame, "outlet"))
    local relayed = orvenn:evidence("statements", "front-relayed", "text")[1]
    assert.same({ "Kestria Gazette <- the Grey Sisters <- Halvík", 3, "Halvík" }, { relayed.chain, relayed.hops,
      relayed.origin })
    local own = istanbul:evidence("statements", "trump-ultimatum", "deadline")[1]
    assert.same({ "coder <- Trump", 2 }, { own.chain, own.hops })
  end)

  it("gives a quantity by any of its bounds, as one reading", function()
    for _, bound in ipairs { "low", "best", "high" } do
      local found = istanbul:evidence("outcomes", "r2-pows", bound)
      assert.same({ "1000–1200" }, column(found, "says"))
      assert.same({ true }, column(found, "shown"))
    end
  end)

  it("holds the later news of a state first", function()
    local found = istanbul:evidence("talks", "r2", "status")
    assert.same({ "held", "held", "held", "scheduled", "scheduled", "invited" }, column(found, "says"))
    assert.same({ true, false, false, false, false, false }, column(found, "shown"))
    assert.equal("s2", found[1].source)
  end)

  it("lists retracted claims last, and marks them with the reason", function()
    local found = orvenn:evidence("outcomes", "o1-others", "best")
    assert.same({ "280", "820" }, column(found, "says"))
    assert.same({ false, true }, column(found, "retracted"))
    assert.same({ false, "misread: 280" }, column(found, "retraction"))
    assert.same({ true, false }, column(found, "shown"))
  end)

  it("lists denials and deprecated claims before them, as such", function()
    local place = orvenn:evidence("talks", "o3", "place")
    assert.same({ "affirmed", "denied" }, column(place, "polarity"))
    assert.same({ true, false }, column(place, "shown"))
    local date = orvenn:evidence("talks", "o1", "date")
    assert.same({ "normal", "deprecated" }, column(date, "rank"))
    assert.same({ "2024-03-08", "2023-03-08" }, column(date, "says"))
  end)

  it("leaves out claims that say nothing about it", function()
    assert.equal(1, #istanbul:evidence("outcomes", "r2-bodies", "nature"))
    assert.equal(2, #istanbul:evidence("outcomes", "r2-bodies-ua", "nature"))
    assert.equal(0, #istanbul:evidence("outcomes", "r2-bodies", "due"))
  end)

  it("spells true and false, and columns that have another name among the claims", function()
    assert.same({ "true", "true" }, column(istanbul:evidence("outcomes", "r2-pows", "all_for_all"), "says"))
    assert.same({ "Broadcast; only the month is known." }, column(orvenn:evidence("sources", "radio", "note"), "says"))
  end)
end)

describe("evidence for a thing", function()
  it("lists each claim with all it says, and what is taken from it", function()
    local frame = istanbul:evidence("outcomes", "r2-children")
    assert.same({ "kind: pledge; status: announced; text: All families shall be together again; a matter of honour.",
      "talk: r2; topic: children; kind: pledge; giver: russia; receiver: ukraine; category: children with relatives; "
        .. "status: announced" }, column(frame, "says"))
    assert.same({ "kind; status; text", "talk; topic; giver; receiver; category" }, column(frame, "shown_fields"))
  end)

  it("is what the policy puts first, first", function()
    local frame = istanbul:with_policy({ prefer = { "s3" } }):evidence("demands", "ru-truce", "scope")
    assert.same({ "certain parts of the front", "the front line" }, column(frame, "says"))
    assert.same({ true, false }, column(frame, "shown"))
    frame = istanbul:with_policy({ deny = { "s4" } }):evidence("demands", "ru-truce", "scope")
    assert.same({ "certain parts of the front", "the front line" }, column(frame, "says"))
  end)

  it("can have nothing that is shown", function()
    local frame = istanbul:with_policy({ deny = { "s3", "s4" } }):evidence("demands", "ru-truce", "scope")
    assert.same({ false, false }, column(frame, "shown"))
  end)

  it("is what was known on a day, and what the file had at a time", function()
    assert.equal(0, #istanbul:as_of("2025-06-01"):evidence("outcomes", "r2-bodies"))
    assert.equal(2, #istanbul:as_of("2025-06-03"):evidence("demands", "ru-truce", "days_best"))
    local september = orvenn:as_recorded "2024-09-30"
    assert.same({ "410", "400" }, column(orvenn:as_recorded("2024-09-30"):evidence("outcomes", "o1-detainees", "best"),
      "says"))
    assert.same({ "400", "410", "400" }, column(orvenn:evidence("outcomes", "o1-detainees", "best"), "says"))
    local others = september:evidence("outcomes", "o1-others", "best")
    assert.same({ false, false }, column(others, "retracted"))
    assert.same({ false, false }, column(others, "retraction"))
  end)

  it("is there when every claim has been retracted", function()
    local ds = scratch.dataset()
    local key = ds:add("outcomes", { id = "o", kind = "pledge" }, { source = "s1", chain = " outlet ; ;somebody " })
    ds:retract(key, "wrong talk")
    local frame = ds:evidence("outcomes", "o")
    assert.same({ "kind: pledge", false, true, "wrong talk", "s1 <- somebody", 2 }, { frame[1].says, frame[1].shown,
      frame[1].retracted, frame[1].retraction, frame[1].chain, frame[1].hops })
  end)

  it("has documented columns of known types", function()
    local frame = istanbul:evidence("talks", "r2")
    assert.same({ "claim", "says", "shown", "source", "locator", "said_by", "certainty", "chain", "hops", "origin",
      "outlet", "modality", "polarity", "rank", "stated", "reported", "retracted", "retraction", "shown_fields",
      "note", "restates", "tie", "coder", "tied_fields", "decides", "entered_by" }, setmetatable(frame:columns(), nil))
    assert.same({ "integer", "text", "boolean", "text", "text", "text", "text", "text", "integer", "text", "text",
      "text", "text", "text", "date", "date", "boolean", "text", "text", "text", "integer",
      "boolean", "text", "text", "integer", "text" }, setmetatable(frame:types(), nil))
  end)
end)

describe("evidence that cannot be had", function()
  local function refused(expected, ...)
    assert.equal(expected, scratch.message_of(istanbul.evidence, istanbul, ...))
  end

  it("is refused by name", function()
    refused("no table with claims 'outcome'; did you mean 'outcomes'?", "outcome", "r2-bodies")
    refused("no outcome 'r2-bodys'; did you mean 'r2-bodies'?", "outcomes", "r2-bodys")
    refused("no party 'Türkei'", "parties", "Türkei")
    refused("no party 'Ankara'; did you mean 'turkiye'?", "parties", "Ankara")
    refused("no field 'hihg' in outcomes; did you mean 'high'?", "outcomes", "r2-bodies", "hihg")
    refused("evidence() needs the id of a row of outcomes", "outcomes")
    refused("no outcome '7'", "outcomes", 7)
    refused("evidence() takes a table and an id, as in evidence('outcomes', 'r2-bodies'), not a nil")
    assert.truthy(scratch.message_of(istanbul.evidence, istanbul, "events", "e1")
      :find "^no table with claims 'events'; known: processes, ")
  end)
end)

describe("values resting on weak claims", function()
  -- "table id field = value (certainty, claims: sources)" of some things.
  local function values(ds, certainties, id)
    local list = {}
    for row in ds:resting_on(certainties):rows() do
      if not id or row.id == id then
        list[#list + 1] = ("%s %s = %s (%s, %d: %s)"):format(row.table, row.field, row.value, row.certainty, row.claims,
          row.sources)
      end
    end
    return list
  end

  it("are those which only the named certainties support", function()
    assert.same({ "talks host = turkiye (inferred, 5: s0 p1; s1 title, p1; s2 p10; s3 p1; s4 p1)",
      "talks purpose = a ceasefire and a way to lasting peace (anonymous, 1: s1 p1)" },
      values(istanbul, { "anonymous" }, "r2"))
    assert.same({ "statements deadline = 2025-09-02 (inferred, 1: s2 p13)" },
      values(istanbul, { "anonymous", "named_medium", "inferred" }, "trump-ultimatum"))
  end)

  it("are in the order of the tables, ids and columns", function()
    assert.same({ "processes name = Istanbul talks (inferred, 1: s2 p8-p10)",
      "processes conflict = Russia's war against Ukraine (inferred, 1: s2 p8-p10)",
      "processes start = 2025-05-16 (inferred, 1: s2 p8-p10)" }, values(istanbul, { "inferred" }, "istanbul"))
    local tables = istanbul:resting_on { "inferred" }:distinct("table")
    assert.equal("processes; parties; offices; talks; participants; provisions; demands; outcomes; statements; sources",
      table.concat(column(tables, "table"), "; "))
  end)

  it("include what is weaker still than all that are named", function()
    local found = values(orvenn, { "anonymous" })
    assert.is_truthy(table.concat(found, "\n"):find("outcomes best = 100–999 (inferred, 1: gazette)", 1, true))
    assert.is_truthy(table.concat(found, "\n"):find("talks planned_date = 2024-10 (anonymous, 1: gazette)", 1, true))
  end)

  it("leave out what a certainty between them supports", function()
    assert.same({ "talks host = turkiye (inferred, 5: s0 p1; s1 title, p1; s2 p10; s3 p1; s4 p1)" },
      values(istanbul, { "named_medium", "inferred" }, "r2"))
    assert.equal(2, istanbul:resting_on({ "named_medium", "anonymous" }):where { id = "r2" }:count())
  end)

  it("are many when everything counts as weak", function()
    local all = istanbul:resting_on { "on_record_quote", "inferred" }
    assert.equal(0, all:where { certainty = "narration" }:count())
    local codes = require("parley.codebook.vocabularies").codes "certainty"
    local every = istanbul:resting_on(codes)
    assert.equal("on_record_quote", every:where { table = "outcomes", id = "r2-bodies-ua", field = "nature" }:first()
      .certainty)
    assert.is_true(#every > 900)
  end)

  describe("made for the purpose", function()
    local ds
    before_each(function() ds = scratch.dataset() end)
    after_each(function() ds:close() end)

    it("stand as soon as a firmer claim says the same", function()
      ds:add("outcomes", { id = "o", kind = "pledge", best = 5 }, { source = "s1", certainty = "anonymous" })
      assert.same({ "outcomes kind = pledge (anonymous, 1: s1)", "outcomes best = 5 (anonymous, 1: s1)" },
        values(ds, { "anonymous" }, "o"))
      ds:claim("outcomes", "o", { best = 5 }, { source = "s2", locator = "p2", certainty = "inferred" })
      ds:claim("outcomes", "o", { kind = "pledge" }, { source = "s2", certainty = "narration" })
      assert.same({ "outcomes best = 5 (anonymous, 2: s1; s2 p2)" }, values(ds, { "anonymous" }, "o"))
    end)

    it("do not stand on firmer claims that say something else", function()
      ds:add("outcomes", { id = "o", status = "done" }, { source = "s3", certainty = "inferred" })
      ds:claim("outcomes", "o", { status = "agreed" }, { source = "s1", certainty = "on_record_quote" })
      assert.same({ "outcomes status = done (inferred, 1: s3)" }, values(ds, { "inferred" }, "o"))
      ds:claim("outcomes", "o", { status = "done" }, { source = "s2", certainty = "narration" })
      assert.same({}, values(ds, { "inferred" }, "o"))
    end)

    it("do not stand on denials, deprecated or retracted claims", function()
      ds:add("outcomes", { id = "o", kind = "pledge" }, { source = "s1", certainty = "inferred" })
      ds:claim("outcomes", "o", { kind = "pledge" }, { source = "s2", polarity = "denied" })
      ds:claim("outcomes", "o", { kind = "pledge" }, { source = "s2", rank = "deprecated" })
      ds:retract(ds:claim("outcomes", "o", { kind = "pledge" }, { source = "s2" }))
      assert.same({ "outcomes kind = pledge (inferred, 1: s1)" }, values(ds, { "inferred" }, "o"))
    end)

    it("of dates stand on firm claims about a day among them", function()
      ds:add("talks", { id = "t", date = "2025-06" }, { source = "s1", certainty = "inferred", rank = "preferred" })
      ds:claim("talks", "t", { date = "2025" }, { source = "s2", certainty = "on_record_quote" })
      assert.same({ "talks date = 2025-06 (inferred, 1: s1)" }, values(ds, { "inferred" }, "t"))
      ds:claim("talks", "t", { date = "2025-06-02" }, { source = "s2", certainty = "on_record_quote" })
      assert.same({}, values(ds, { "inferred" }, "t"))
    end)

    it("stand on firm claims that spell them otherwise", function()
      ds:add("talks", { id = "t", venue = "Çırağan Palace" }, { source = "s1", certainty = "inferred",
        rank = "preferred" })
      ds:claim("talks", "t", { venue = "ciragan palace" }, { source = "s2" })
      assert.same({}, values(ds, { "inferred" }, "t"))
    end)

    it("follow day and policy", function()
      ds:add("outcomes", { id = "o", kind = "pledge" }, { source = "s1", certainty = "inferred" })
      ds:claim("outcomes", "o", { kind = "pledge" }, { source = "s2" })
      assert.same({}, values(ds, { "inferred" }, "o"))
      assert.equal(1, #values(ds:as_of("2025-06-02"), { "inferred" }, "o"))
      assert.equal(1, #values(ds:with_policy { deny = { "s2" } }, { "inferred" }, "o"))
      assert.equal(0, #values(ds:with_policy { certainty = "narration" }, { "inferred" }, "o"))
    end)

    it("are no wording", function()
      ds:add("outcomes", { id = "o", text = "Something." }, { source = "s1", certainty = "inferred" })
      assert.same({}, values(ds, { "inferred" }, "o"))
    end)
  end)

  it("can be asked for by one name", function()
    assert.equal(#istanbul:resting_on { "anonymous" }, #istanbul:resting_on "anonymous")
  end)

  it("are refused by name where there is no such certainty", function()
    local function refused(expected, given)
      assert.equal(expected, scratch.message_of(istanbul.resting_on, istanbul, given))
    end
    refused("no certainty 'anonymos'; did you mean 'anonymous'?", { "inferred", "anonymos" })
    refused("resting_on{} takes a list of certainties, as in resting_on{'anonymous', 'inferred'}, not a nil")
    refused("resting_on{} takes a list of certainties, as in resting_on{'anonymous', 'inferred'}, not a number", 3)
    refused("resting_on{} takes certainties only, and no option 'table'", { "inferred", table = "talks" })
    refused("resting_on{} names no certainty; the firmest is on_record_quote", {})
  end)
end)
