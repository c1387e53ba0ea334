-- One engine decides what is shown: claims made at random (ties, copies, hulls, coders, denials, retractions), and under
-- every policy and day, the table and what evidence marks as shown are the same; and every reason that is given for it
-- is so, as found here without that engine.
-- Holds: analysis.shown_reading, analysis.coders, analysis.evidence

local chance = require "spec.support.chance"
local claim_units = require "parley.analysis.claim_units"
local claim_weights = require "parley.storage.statements.claim_weights"
local core = require "parley.core"
local interval = require "parley.analysis.interval"
local parley = require "parley"
local scratch = require "spec.support.scratch"
local files_below = dofile("tools/source.lua").files

local pick = chance.pick

local SOURCES, DAYS = { "a", "b", "c", "d", "e" }, { "2020-02-01", "2020-02-02", "2020-02-03" }
-- Most claims are equally firm, so that there are ties.
local CERTAINTIES = { { 1, "on_record_quote" }, { 8, "narration" }, { 1, "anonymous" } }
local DAYS_SAID = { { 1, DAYS[1] }, { 8, DAYS[2] }, { 1, DAYS[3] } }
local VALUES = {
  kind = { "agreement", "pledge", "exchange" }, status = { "agreed", "started", "done" },
  due = { "2020", "2020-03", "2020-04", "2020-03-04", "2020-03-04~", "2020-03-02/2020-03-06", "../2020-03-09" },
  in_force = { "2020", "2020-03", "2020-03-04" },
  purpose = { "Bread", "bread", "BREAD", "milk" }, text = { "One.", "one.", "Two." },
}
local AMOUNTS = { { low = 5, best = 5, high = 5 }, { low = 4, high = 9 }, { low = 4, best = 5, high = 9 },
  { low = 5, high = 6 }, { low = 7, best = 7, high = 7 }, { low = 3 }, { high = 12 }, {} }

local function random_values(amounts_only)
  local values = {}
  for _, name in ipairs { "kind", "status", "due", "in_force", "purpose", "text" } do
    if not amounts_only and chance.of(0.6) then values[name] = pick(VALUES[name]) end
  end
  if amounts_only or chance.of(0.7) then
    for bound, number in pairs(pick(AMOUNTS)) do values[bound] = number end
  end
  if chance.of(amounts_only and 0.1 or 0.25) then values.unit = pick { "t", "kg" } end
  if chance.of(0.1) then values.category = pick { "food", "Food", "fuel" } end
  return values
end

local function random_provenance()
  local denied = chance.of(0.07)
  return { source = pick(SOURCES), certainty = chance.weighted(CERTAINTIES), reported = chance.weighted(DAYS_SAID),
    stated = chance.of(0.3) and "2020-01-3" .. math.random(0, 1) or nil,
    rank = chance.weighted { { 15 }, { 2, "preferred" }, { 1, "deprecated" } },
    coder = chance.weighted { { 4 }, { 2, "anna" }, { 2, "ben" }, { 1, "cleo" } },
    said_by = chance.of(0.15) and "a minister" or nil, polarity = denied and "denied" or nil }
end

-- A dataset of `count` outcomes with up to `most` claims each, of which a third tell of amounts alone.
local function random_dataset(count, most)
  local ds = parley.open ":memory:"
  for _, id in ipairs(SOURCES) do ds:add("sources", { id = id, published = pick(DAYS) }, { source = id }) end
  ds:claim("sources", "d", { copy_of = "a" }, { source = "d" })
  for i = 1, count do
    local keys, id = {}, "o" .. i
    ds:add("outcomes", { id = id }, { source = "a", certainty = "inferred", reported = DAYS[1], rank = "deprecated" })
    for n = 1, math.random(2, most) do
      local values = random_values(i % 3 == 0)
      if next(values) then keys[n] = ds:claim("outcomes", id, values, random_provenance()) end
    end
    for _, key in pairs(keys) do
      if chance.of(0.05) then ds:retract(key, "it was read wrongly") end
    end
  end
  return ds
end

local function views_of(ds)
  local views = { ["as it is"] = ds, ["earliest"] = ds:with_policy { report = "earliest" },
    ["preferring"] = ds:with_policy { prefer = { "b", "e" } }, ["denying"] = ds:with_policy { deny = { "b" } },
    ["firm"] = ds:with_policy { certainty = "narration" }, ["ben first"] = ds:with_policy { coders = { "ben", "anna" } },
    ["as of"] = ds:as_of "2020-02-02", ["cleo as of"] = ds:with_policy { coders = { "cleo" } }:as_of "2020-02-02" }
  return views
end

-- What a table shows of a unit, as evidence would say it.
local function text_in_table(unit, row)
  if unit.type ~= "quantity" then return row and row[unit.field] ~= nil and tostring(row[unit.field]) or nil end
  local bounds = {}
  for bound, at in pairs(unit.bounds) do bounds[bound] = row and row[unit.columns[at]] end
  return interval.text(bounds.low, bounds.best, bounds.high)
end

-- What evidence marks as shown, by field: one reading, or those whose hull is shown; and in how many claims it ties.
local function marked(view, id)
  local says, ties = {}, {}
  for row in view:evidence("outcomes", id):rows() do
    local said = {}
    for part in (row.says .. "; "):gmatch "(.-); " do
      local field, text = part:match "^([%w_]+): (.*)$"
      if field then said[field] = text end
    end
    for field in (row.shown_fields or ""):gmatch "[^; ]+" do
      says[field] = says[field] or {}
      table.insert(says[field], said[field])
    end
    for field in (row.tied_fields or ""):gmatch "[^; ]+" do ties[field] = (ties[field] or 0) + 1 end
  end
  return says, ties
end

local UNITS = { "kind", "status", "due", "in_force", "purpose", "text", "best", "unit", "category" }

-- The least and the greatest number of amounts that are told in words; nil where they are open.
local function hull_of(texts)
  local by_text, low, high = {}, math.huge, -math.huge
  for _, amount in ipairs(AMOUNTS) do
    if next(amount) then by_text[interval.text(amount.low, amount.best, amount.high)] = amount end
  end
  for _, text in ipairs(texts) do
    local first, last = interval.bounds(by_text[text].low, by_text[text].best, by_text[text].high)
    low, high = math.min(low, first or -math.huge), math.max(high, last or math.huge)
  end
  return math.tointeger(low), math.tointeger(high)
end

describe("what is shown", function()
  local THINGS = 40

  -- One field of a thing; whether the hull of several readings is shown.
  local function check_field(unit, row, says, ties, where)
    if #says < 2 then
      assert.equal(text_in_table(unit, row), says[1], where)
      return 0
    end
    local low, high = hull_of(says)
    assert.equal(#says, ties, where)
    assert.same({ low or "open", high or "open" }, { row.low or "open", row.high or "open" }, where)
    return 1
  end

  -- How many hulls a thing has in a view.
  local function check(view, id, where)
    local info, row = view:table_info "outcomes", view.outcomes:where { id = id }:first()
    local hulls, says, ties = 0, marked(view, id)
    for _, field in ipairs(UNITS) do
      local unit = claim_units.of_field(info, field)
      hulls = hulls + check_field(unit, row, says[field] or {}, ties[field], ("%s, %s %s"):format(where, id, field))
    end
    return hulls
  end

  for seed = 1, 3 do
    it(("is the same in the tables and in evidence, on claims made at random (%d)"):format(seed), function()
      math.randomseed(seed)
      local ds <close> = random_dataset(THINGS, 7)
      local hulls = 0
      for name, view in pairs(views_of(ds)) do
        for i = 1, THINGS do hulls = hulls + check(view, "o" .. i, ("seed %d, %s"):format(seed, name)) end
      end
      assert.is_true(hulls > 0)
    end)
  end
end)

describe("why the others are not shown", function()
  -- Claims as analyses have them, each saying one word or an amount between two numbers.
  local function random_claims(count)
    local claims, places = {}, chance.some({ 1, 2, 3, 4, 5, 6, 7, 8, 9 }, 9, 9)
    for i = 1, count do
      local source, coder = pick { "a", "b", "c", "d" }, chance.weighted { { 6, "" }, { 1, "x" }, { 1, "y" } }
      local low, counts = math.random(5), chance.of(0.85)
      local weight = math.random(2) << claim_weights.PLACE_BITS | places[i]
      claims[i] = { weight = counts and weight or nil, place = places[i],
        who = ("%s\31%s\31\31%s"):format(source, source == "d" and "a" or "", coder), source = source, coder = coder,
        pick { "p", "q", "r" }, low, low + pick { 0, 0, 1, 3 } }
    end
    return claims
  end

  local QUESTIONS = { words = { value = 1 }, state = { value = 1 }, amount = { low = 2, high = 3 } }

  local function ask(kind)
    local asked = { kind = kind, weight = "weight", voice = "who", place = "place" }
    for name, value in pairs(QUESTIONS[kind]) do asked[name] = value end
    return core.question(asked)
  end

  local function says(kind, claim) return kind == "amount" and claim[2] .. "-" .. claim[3] or claim[1] end

  local function firmness(claim) return claim.weight >> claim_weights.PLACE_BITS end

  local function origin(claim) return claim.source == "d" and "a" or claim.source end

  local function within(inner, outer)
    return inner[2] >= outer[2] and inner[3] <= outer[3] and (inner[2] > outer[2] or inner[3] < outer[3])
  end

  -- What a voice says in the end of what counts and is read.
  local function is_last_word(claims, passed_over, claim)
    for i, other in ipairs(claims) do
      local counts = other.weight and not (passed_over and passed_over[i]) and other.who == claim.who
      if counts and other.weight > claim.weight then return false end
    end
    return true
  end

  local FACTS = {}

  function FACTS.is_shown(kind, claim, against) assert.equal(says(kind, claim), says(kind, against)) end

  function FACTS.is_weaker(_, claim, against) assert.is_true(firmness(claim) < firmness(against)) end

  function FACTS.said_last(_, claim, against)
    assert.equal(claim.who, against.who)
    assert.is_true(claim.weight < against.weight)
  end

  function FACTS.is_rarer(kind, claim, against)
    assert.not_equal(says(kind, claim), says(kind, against))
    assert.equal(firmness(claim), firmness(against))
    assert.not_equal(origin(claim), nil)
  end

  function FACTS.is_wider(_, claim, against) assert.is_true(within(against, claim)) end

  function FACTS.is_wider_and_firmer(_, claim, against)
    assert.is_true(within(against, claim) and firmness(claim) > firmness(against))
  end

  function FACTS.in_tie(kind, claim, against)
    assert.equal(firmness(claim), firmness(against))
    assert.is_true(against.who < claim.who and says(kind, against) ~= says(kind, claim))
  end

  function FACTS.in_hull(_, claim, against, choice)
    assert.equal(firmness(claim), firmness(against))
    assert.is_true(choice.low <= claim[2] and claim[3] <= choice.high)
  end

  function FACTS.not_read(_, claim, against)
    assert.equal(claim.source, against.source)
    assert.not_equal(claim.coder, against.coder)
  end

  function FACTS.does_not_count(_, claim) assert.is_nil(claim.weight) end

  -- The origins of each reading of some claims, by what it says.
  local function origins_of(kind, claims, passed_over)
    local counts, seen = {}, {}
    for i, claim in ipairs(claims) do
      local mark = says(kind, claim) .. "\0" .. origin(claim)
      local counted = claim.weight and not (passed_over and passed_over[i]) and is_last_word(claims, passed_over, claim)
      if counted and not seen[mark] then
        counts[says(kind, claim)], seen[mark] = (counts[says(kind, claim)] or 0) + 1, true
      end
    end
    return counts
  end

  local function check(kind, claims, seen)
    local question = ask(kind)
    local shown, tied, passed_over, low, high = core.choose(claims, question)
    local counts = origins_of(kind, claims, passed_over)
    for i, claim in ipairs(claims) do
      local reason, against, again = core.why_shown(claims, question, i)
      assert.equal(shown, again)
      FACTS[reason](kind, claim, claims[against], { low = low, high = high })
      if kind == "words" and reason == "is_rarer" then
        assert.is_true(counts[says(kind, claim)] < counts[says(kind, claims[against])])
      elseif kind == "words" and reason == "in_tie" then
        assert.equal(counts[says(kind, claim)], counts[says(kind, claims[against])])
      end
      seen[reason] = (seen[reason] or 0) + 1
    end
    return shown and claims[shown], tied ~= nil, low, high
  end

  it("are reasons that are so, whatever order claims come in", function()
    math.randomseed(5)
    local seen = {}
    for _ = 1, 1500 do
      local kind, claims = pick { "words", "state", "amount" }, random_claims(math.random(8))
      local first = table.pack(check(kind, claims, seen))
      local again = table.pack(check(kind, chance.some(claims, #claims, #claims), {}))
      for i = 1, 4 do assert.equal(first[i], again[i]) end
    end
    for reason in pairs(FACTS) do assert.is_true((seen[reason] or 0) > 10, reason) end
  end)

  it("are told in words by what decided, and not by the one that is shown alone", function()
    local ds <close> = parley.open ":memory:"
    for _, id in ipairs { "a", "b", "c", "d" } do
      ds:add("sources", { id = id, published = "2020-01-01" }, { source = id })
    end
    local function due(source, day, certainty)
      ds:claim("outcomes", "o", { due = day }, { source = source, certainty = certainty })
    end
    ds:add("outcomes", { id = "o" }, { source = "a" })
    due("a", "2020-05", "on_record_quote")
    due("b", "2020-05-03")
    due("c", "2020-07")
    due("d", "2020-05-03")
    local row = ds:disagreements():first()
    assert.same({ "2020-05-03", "it says more, and the weightier claim agrees" }, { row.shown, row.why })
    ds:retract(ds.outcomes:claims():where { source = "d" }:first().claim, "misread")
    ds:claim("outcomes", "o", { due = "2020-05" }, { source = "a", certainty = "anonymous" })
    row = ds:changes { from = "2019-01-01" }:where { field = "due", before = "2020-07" }:first()
    assert.equal("it lies within the reading that won: firmer certainty: on_record_quote over narration", row.why)
  end)
end)

it("no module of Lua holds claims against each other", function()
  local ORDERS = { "[ab]%.weight", "state_weight%]?%s*[<>]", "PLACE_BITS", "CLASS_BITS", "%.who%s*[<>]",
    "claim%.place%s*[<>]" }
  local found, count = {}, 0
  for _, path in ipairs(files_below("lua/parley", { "lua" })) do
    local makes_weights = path == "storage/statements/claim_weights.lua"
    local text = makes_weights and "" or scratch.read("lua/parley/" .. path)
    count = count + 1
    for _, pattern in ipairs(ORDERS) do
      if text:find(pattern) then found[#found + 1] = path .. ": " .. pattern end
    end
  end
  assert.same({}, found)
  assert.is_true(count > 300)
end)
