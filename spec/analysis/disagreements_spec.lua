-- Where claims differ: every rule of parley.analysis.disagreements, of wholes and parts, and of the reasons given, on
-- claims made for the purpose. (That all clashes of the bundled dataset are found: istanbul_spec.)
-- Holds: analysis, analysis.claim_rows, analysis.query_methods, analysis.wholes_and_parts, analysis.readings, analysis.why,
-- storage.statements.readings

local parley = require "parley"
local scratch = require "spec.support.scratch"
local second = require "spec.support.second"

-- Sources s1 (1 June), s2 (3 June), s3 (21 July 2025); parties, a talk.
local ds
before_each(function() ds = scratch.dataset() end)
after_each(function() ds:close() end)

-- Adds a thing by what s1 says of it, then what others say: { values, provenance } each.
local function about(name, id, ...)
  local first = ...
  local row = { id = id }
  for column, value in pairs(first[1]) do row[column] = value end
  ds:add(name, row, first[2] or { source = "s1" })
  for _, more in ipairs { select(2, ...) } do ds:claim(name, id, more[1], more[2] or { source = "s2" }) end
end

-- What differs, as "id field: readings" lines.
local function differing(source, given)
  local lines = {}
  for id, field, text in source:disagreements(given):each("id", "field", "readings") do
    lines[#lines + 1] = ("%s %s: %s"):format(id, field, text)
  end
  return lines
end

local function only(source, given)
  local found = source:disagreements(given)
  assert.equal(1, #found, table.concat(differing(source, given), "\n"))
  return found[1]
end

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
    assert.same({ "best", "value", 2, "100–300 (best 200) (s1); 100–300 (best 250) (s2)" }, { found[1].field,
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
    assert.same({ "o status: done (s1); not done (s2, s1); not agreed (s3)" }, differing(ds))
  end)

  it("is found among many days", function()
    local claims = {}
    for day = 1, 28 do
      claims[day] = { { status = day % 2 == 0 and "agreed" or "done" },
        { source = "s3", stated = ("2025-06-%02d"):format(day) } }
    end
    assert.same({}, states(table.unpack(claims)))
    ds:claim("outcomes", "o", { status = "disputed" }, { source = "s3", stated = "2025-06-14" })
    assert.equal(29, only(ds).claims)
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
  it("name each voice once, and keep the order in which they were entered", function()
    about("talks", "t", { { place = "Istanbul" }, { source = "s2", said_by = "russia" } },
      { { place = "Ankara" }, { source = "s1" } }, { { place = "istanbul" }, { source = "s2", said_by = "russia" } },
      { { place = "Istanbul" }, { source = "s3" } })
    local row = only(ds)
    assert.same({ "Istanbul (s2 russia, s3); Ankara (s1)", 4, "claims" }, { row.readings, row.claims, row.among })
  end)
end)

describe("why a reading is shown", function()
  -- One claim against another; the row they make, under a policy.
  local function against(values, winner, other, loser, policy)
    about("outcomes", "o", { values, winner }, { other, loser })
    return only(policy and ds:with_policy(policy) or ds)
  end

  local function why(winner, loser, policy)
    local row = against({ kind = "agreement" }, winner, { kind = "pledge" }, loser, policy)
    assert.equal("agreement", row.shown)
    return row.why
  end

  it("is a firmer certainty", function()
    assert.equal("firmer certainty: on_record_quote over narration",
      why({ source = "s1", certainty = "on_record_quote" }, { source = "s3" }))
  end)

  it("is a preferred rank", function()
    assert.equal("preferred rank",
      why({ source = "s1", certainty = "inferred", rank = "preferred" }, { source = "s3" }))
  end)

  it("is a later report, or an earlier one where the policy asks for that", function()
    assert.equal("later report: 2025-06-03 over 2025-06-01", why({ source = "s2" }, { source = "s1" }))
    ds:close()
    ds = scratch.dataset()
    assert.equal("earlier report: 2025-06-01 over 2025-06-03",
      why({ source = "s1" }, { source = "s2" }, { report = "earliest" }))
  end)

  it("is that it was reported at all", function()
    ds:add("sources", { id = "letter", title = "A letter" })
    assert.equal("later report: 2025-06-01 over an unknown day", why({ source = "s1" }, { source = "letter" }))
  end)

  it("is that it was entered last", function()
    about("outcomes", "o", { { kind = "pledge" } }, { { kind = "agreement" }, { source = "s1" } })
    local row = only(ds)
    assert.same({ "agreement", "entered last, all else being equal" }, { row.shown, row.why })
  end)

  it("is a preferred source, before all else", function()
    assert.equal("preferred source: s1 over s2", why({ source = "s1", certainty = "inferred" },
      { source = "s2", rank = "preferred" }, { prefer = { "s1", "s2" } }))
  end)

  it("is that the other is left out by the policy", function()
    assert.equal("the policy leaves out s2", why({ source = "s1", certainty = "inferred" },
      { source = "s2", certainty = "on_record_quote" }, { deny = { "s2" } }))
    ds:close()
    ds = scratch.dataset()
    assert.equal("the policy leaves out what is weaker than narration", why({ source = "s1" },
      { source = "s2", certainty = "anonymous" }, { certainty = "narration" }))
  end)

  it("is that a denial is never shown", function()
    about("outcomes", "o", { { kind = "agreement" }, { source = "s1", certainty = "inferred" } },
      { { kind = "agreement" }, { source = "s2", polarity = "denied", certainty = "on_record_quote" } })
    local row = only(ds)
    assert.same({ "agreement", "a denial is never shown" }, { row.shown, row.why })
  end)

  it("of a state is the later news, then the firmer one", function()
    about("outcomes", "o", { { status = "agreed" }, { source = "s3", certainty = "on_record_quote",
      stated = "2025-06-01" } }, { { status = "done" }, { source = "s2", certainty = "inferred",
      stated = "2025-06-01/2025-06-02" } })
    local row = only(ds)
    assert.same({ "done", "later news of a state: 2025-06-02 over 2025-06-01" }, { row.shown, row.why })
    about("outcomes", "p", { { status = "agreed" }, { source = "s2", certainty = "on_record_quote" } },
      { { status = "done" }, { source = "s2" } })
    row = only(ds.outcomes:where { id = "p" })
    assert.same({ "agreed", "firmer certainty: on_record_quote over narration" }, { row.shown, row.why })
  end)

  it("is missing with what is shown, when every claim is left out", function()
    about("outcomes", "o", { { kind = "agreement", talk = "r2" }, { source = "s1", rank = "deprecated" } },
      { { kind = "pledge" }, { source = "s2", rank = "deprecated" } })
    local row = only(ds)
    assert.is_nil(row.shown)
    assert.equal("nothing is shown: the other reading is deprecated", row.why)
  end)

  -- What is shown must be what the table shows, whatever the policy.
  local function shown_in_table(data, row)
    local info = data:table_info(row.table)
    local column = info.by_name[row.field]
    local thing = data:table(row.table):where { id = row.id }:first()
    if column.quantity then
      local bounds = {}
      for _, other in ipairs(info.columns) do
        if other.quantity == column.quantity then bounds[other.bound] = thing and thing[other.name] end
      end
      return require("parley.analysis.interval").text(bounds.low, bounds.best, bounds.high)
    end
    if thing and thing[row.field] ~= nil then return tostring(thing[row.field]) end
  end

  for name, open in pairs { ["the bundled talks"] = parley.open, ["the invented ones"] = second.open } do
    it("goes with what the tables show, of " .. name, function()
      local data = open()
      local source = data.sources:first().id
      local views = { data, data:with_policy { report = "earliest" }, data:with_policy { prefer = { source } },
        data:with_policy { deny = { source } }, data:with_policy { certainty = "named_medium" } }
      for _, view in ipairs(views) do
        local rows = view:disagreements()
        assert.is_true(#rows > 5)
        for row in rows:rows() do
          assert.equal(shown_in_table(view, row), row.shown, ("%s %s %s"):format(row.table, row.id, row.field))
        end
      end
    end)
  end
end)

describe("the reason for what is shown", function()
  local FIRM = {}
  for i, code in ipairs(require("parley.codebook.vocabularies").codes "certainty") do FIRM[code] = -i end

  local state = 7
  local function random(n)
    state = state * 6364136223846793005 + 1442695040888963407
    return (state >> 33) % n + 1
  end

  -- Whether the winner is ahead in what a reason names.
  local function ahead(reason, policy)
    local a, b = reason:match "^firmer certainty: (%S+) over (%S+)$"
    if a then return FIRM[a] > FIRM[b] end
    a, b = reason:match "^later .*: (%S+) over (%S+)$"
    if a then return a > b end
    a, b = reason:match "^earlier report: (%S+) over (%S+)$"
    if a then return policy.report == "earliest" and a < b end
    a, b = reason:match "^preferred source: (%S+) over (%S+)$"
    if a then return a == policy.prefer[1] or b ~= policy.prefer[1] end
    return reason == "preferred rank" or reason == "entered last, all else being equal" or reason:find "^the policy leaves out" ~= nil
  end

  it("names a criterion by which it is ahead, on claims made at random", function()
    local data = scratch.dataset()
    local codes = require("parley.codebook.vocabularies").codes "certainty"
    local kinds, states = { "agreement", "pledge", "exchange" }, { "agreed", "started", "done" }
    data:atomic(function()
      for i = 1, 150 do
        for n = 1, 4 do
          local values = { kind = kinds[random(3)], status = states[random(3)], best = random(3) }
          local provenance = { source = "s" .. random(3), certainty = codes[random(8)],
            rank = random(6) == 1 and "preferred" or nil, stated = random(2) == 1 and "2025-05-2" .. random(9) or nil }
          if n > 1 then
            data:claim("outcomes", "o" .. i, values, provenance)
          else
            values.id = "o" .. i
            data:add("outcomes", values, provenance)
          end
        end
      end
    end)
    local seen = {}
    for _, policy in ipairs { {}, { report = "earliest" }, { prefer = { "s2", "s1" } }, { deny = { "s3" } },
      { certainty = "named_medium" } } do
      for row in data:with_policy(policy):disagreements():rows() do
        assert.is_true(ahead(row.why:gsub("^nothing is shown: ", ""), policy), row.why)
        seen[row.why:match "^%a+ %a+"] = true
      end
    end
    for _, reason in ipairs { "firmer certainty", "later report", "later news", "earlier report", "preferred source",
      "preferred rank", "entered last", "the policy" } do assert.is_true(seen[reason], reason) end
  end)
end)

describe("a whole and its parts", function()
  -- A whole of so many, and its parts.
  local function whole(amount, ...)
    about("outcomes", "all", { amount })
    for i, part in ipairs { ... } do
      part.part_of = "all"
      about("outcomes", "part-" .. i, { part })
    end
    return ds:disagreements { table = "outcomes" }
  end

  it("agree when the parts sum up to it", function()
    assert.equal(0, #whole({ best = 100 }, { best = 30 }, { best = 70 }))
  end)

  it("agree when the bounds of the parts sum up to those of the whole", function()
    assert.equal(0, #whole({ low = 100, high = 150 }, { low = 30, high = 60 }, { low = 70, high = 90 }))
  end)

  it("clash when the sum is another one", function()
    local found = whole({ best = 100 }, { best = 30 }, { best = 71 })
    assert.equal(1, #found)
    assert.same({ table = "outcomes", id = "all", field = "best", kind = "value", shown = "100",
      readings = "whole 100 (s1); parts 101 = 30 part-1 (s1) + 71 part-2 (s1)",
      why = "the whole's own number is shown, never a sum; the parts agree with no claim about the whole",
      claims = 3, overlap = false, among = "whole and parts" }, setmetatable(found[1], nil))
  end)

  it("can differ and be compatible", function()
    local found = whole({ low = 100, high = 150 }, { best = 30 }, { low = 70 })
    assert.same({ true, "whole 100–150 (s1); parts at least 100 = 30 part-1 (s1) + at least 70 part-2 (s1)",
      "the whole's own number is shown, never a sum; the parts agree with 100–150 (s1)" },
      { found[1].overlap, found[1].readings, found[1].why })
  end)

  it("are not compared where a part has no number, unless the others are too many", function()
    assert.equal(0, #whole({ best = 100 }, { best = 100 }, { category = "the wounded" }))
    ds:claim("outcomes", "part-1", { best = 101 }, { source = "s2" })
    local found = ds:disagreements():where { among = "whole and parts" }:first()
    assert.same({ "whole 100 (s1); parts at least 101 = 101 part-1 (s2) + no number part-2", false },
      { found.readings, found.overlap })
  end)

  it("are not compared where no part has a number", function()
    assert.equal(0, #whole({ best = 3 }, { category = "some" }, { category = "others" }))
  end)

  it("are not compared where the whole has no number", function()
    assert.equal(0, #whole({ category = "all" }, { best = 5 }))
  end)

  it("are not compared where they count different things", function()
    assert.equal(0, #whole({ best = 100, unit = "people" }, { best = 3, unit = "buses" }))
  end)

  it("are not compared where one counts each side and the other both", function()
    assert.equal(0, #whole({ best = 100, basis = "per_side" }, { best = 200, basis = "total" }))
  end)

  it("are compared where only one says what it counts", function()
    assert.equal(1, #whole({ best = 100, unit = "people" }, { best = 3 }))
  end)

  it("are not compared where a thing is part of itself", function()
    ds:atomic(function()
      about("outcomes", "a", { { best = 1, part_of = "b" } })
      about("outcomes", "b", { { best = 2, part_of = "a" } })
      about("outcomes", "c", { { best = 4, part_of = "a" } })
    end)
    assert.same({}, differing(ds))
  end)

  it("are judged by what the policy shows", function()
    local data = parley.open()
    local function parts(view) return view:disagreements():where { among = "whole and parts" } end
    local row = parts(data):first()
    assert.same({ "r2-bodies", "6000", false }, { row.id, row.shown, row.overlap })
    assert.equal("whole 12000 (s3 outlet); whole 6000 (s4 visit-ukraine, s4 medinsky); parts 12000 = 6000 r2-bodies-ru "
      .. "(s3 zelensky) + 6000 r2-bodies-ua (s3 medinsky, s4 medinsky)", row.readings)
    assert.equal("the whole's own number is shown, never a sum; the parts agree with 12000 (s3 outlet)", row.why)
    assert.equal(1, parts(data):count())
    assert.equal(0, parts(data:with_policy { prefer = { "s3" } }):count())
    assert.equal(0, parts(data:as_of("2025-06-01")):count())
  end)

  it("stand after the claims about the whole, and in their kind only", function()
    local orvenn = second.open()
    local rows = {}
    for id, field, among in orvenn:disagreements { table = "outcomes", kind = "value" }:each("id", "field", "among") do
      rows[#rows + 1] = table.concat({ id, field, among }, " ")
    end
    assert.same({ "o1-detainees best claims", "o2-remains best claims", "o2-remains best whole and parts" }, rows)
    assert.equal("whole 900 (radio halvik); whole 1200 (gazette); parts 750–800 = 300 o2-remains-north (radio) + "
      .. "450–500 o2-remains-south (radio)",
      orvenn:disagreements():where { among = "whole and parts" }:first().readings)
    assert.equal(0, orvenn:disagreements { kind = "scope" }:where { among = "whole and parts" }:count())
  end)

  it("belong to a query by the whole", function()
    whole({ best = 100 }, { best = 30 }, { best = 71 })
    assert.equal(1, #ds.outcomes:where { id = "all" }:disagreements())
    assert.equal(0, #ds.outcomes:where { id = "part-1" }:disagreements())
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
    assert.equal("disagreements{} takes a table of options, not a string", message "talks")
  end)

  it("has documented columns of known types", function()
    local found = ds:disagreements()
    assert.same({ "table", "id", "field", "kind", "shown", "readings", "why", "claims", "overlap", "among" },
      setmetatable(found:columns(), nil))
    assert.same({ "text", "text", "text", "text", "text", "text", "text", "integer", "boolean", "text" },
      setmetatable(found:types(), nil))
  end)
end)
