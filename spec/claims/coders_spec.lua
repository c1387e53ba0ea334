-- Coders: two who coded one source are readings of coders and no clash of sources; the second changes nothing that is
-- shown until the claim is preferred or a policy puts that coder first.
-- Holds: analysis.coders, storage.statements.claim_weights

local parley = require "parley"
local scratch = require "spec.support.scratch"

local ds
before_each(function()
  ds = parley.open ":memory:"
  for i, id in ipairs { "s", "t" } do
    ds:add("sources", { id = id, published = ("2020-01-0%d"):format(i) }, { source = id })
  end
end)
after_each(function() if ds:is_open() then ds:close() end end)

local FIELDS = { "kind", "low", "best", "high", "unit", "due", "status" }

local function shown(of)
  local row, values = of.outcomes:get "o", {}
  for i, name in ipairs(FIELDS) do values[i] = row[name] or false end
  return values
end

local ONE = { kind = "agreement", low = 10, high = 20, due = "2020-05", status = "agreed" }
local SHOWN = { "agreement", 10, false, 20, false, "2020-05", "agreed" }
local OTHER = { kind = "pledge", best = 15, unit = "trucks", due = "2020-05-03", status = "done" }
local OTHER_SHOWN = { "pledge", 15, 15, 15, "trucks", "2020-05-03", "done" }

local function put(values, provenance)
  local copy = { id = "o" }
  for k, v in pairs(values) do copy[k] = v end
  provenance.source = provenance.source or "s"
  return ds:add("outcomes", copy, provenance)
end

local function say(values, provenance)
  local copy = {}
  for k, v in pairs(values) do copy[k] = v end
  provenance.source = provenance.source or "s"
  return ds:claim("outcomes", "o", copy, provenance)
end

local function differing(of, given)
  local lines = {}
  for row in of:disagreements(given):rows() do
    lines[#lines + 1] = ("%s: %s"):format(row.field, row.readings)
  end
  return lines
end

describe("a second coder's claim", function()
  for _, names in ipairs { { "anna", "ben" }, { "ben", "anna" }, { nil, "anna" } } do
    local first, second = names[1], names[2]
    it(("of %s after %s changes nothing, be it firmer, later, more exact"):format(second, first or "nobody"), function()
      put(ONE, { coder = first })
      local key = say(OTHER, { coder = second, certainty = "on_record_quote", reported = "2020-02-01" })
      assert.same(SHOWN, shown(ds))
      assert.same(SHOWN, shown(ds:as_of "2020-03-01"))
      assert.same(SHOWN, shown(ds:with_policy { report = "earliest" }))
      assert.equal(0, ds:disagreements():count())
      local chosen = ds:prefer(key, "it is in the annex")
      assert.same(OTHER_SHOWN, shown(ds))
      assert.equal(0, ds:disagreements():count())
      ds:retract(chosen, "it is not")
      assert.same(SHOWN, shown(ds))
    end)
  end

  it("fills what the first has left open, and is shown of another source as any claim is", function()
    put({ kind = "agreement" }, { coder = "anna" })
    say({ topic = "grain", best = 5 }, { coder = "ben" })
    assert.same({ "grain", 5 }, { ds.outcomes:get("o").topic, ds.outcomes:get("o").best })
    say({ kind = "pledge" }, { source = "t", coder = "ben" })
    assert.equal("pledge", ds.outcomes:get("o").kind)
    assert.same({ "kind: agreement (s); pledge (t)" }, differing(ds))
  end)

  it("adds no origin to what it says, and no unit to another number", function()
    for _, id in ipairs { "u", "v" } do ds:add("sources", { id = id, published = "2020-01-01" }, { source = id }) end
    put({ topic = "grain", best = 5 }, { coder = "anna" })
    say({ topic = "energy", best = 6, unit = "trucks" }, { coder = "ben" })
    say({ topic = "energy" }, { source = "u" })
    say({ topic = "grain" }, { source = "v" })
    assert.same({ "grain", 5 }, { ds.outcomes:get("o").topic, ds.outcomes:get("o").best })
    assert.is_nil(ds.outcomes:get("o").unit)
  end)

  it("is no support where the first stands on little", function()
    put({ kind = "agreement" }, { coder = "anna", certainty = "anonymous" })
    say({ kind = "agreement" }, { coder = "ben", certainty = "on_record_quote" })
    assert.equal(1, ds:resting_on { "anonymous" }:count())
    assert.equal(0, ds:with_policy { coders = { "ben" } }:resting_on { "anonymous" }:count())
  end)

  it("gives way to a claim that names no coder, as that is nobody's second coding", function()
    put({ status = "agreed" }, { coder = "anna", stated = "2020-01-01" })
    say({ status = "done" }, { stated = "2020-01-01/2020-01-02", reported = "2020-01-03" })
    assert.equal("done", ds.outcomes:get("o").status)
  end)
end)

describe("a policy of coders", function()
  before_each(function()
    put(ONE, { coder = "anna" })
    say(OTHER, { coder = "ben" })
  end)

  it("reads the first of them in each source, and leaves out whom it does not name", function()
    assert.same(OTHER_SHOWN, shown(ds:with_policy { coders = { "ben" } }))
    assert.same(OTHER_SHOWN, shown(ds:with_policy { coders = { "ben", "anna" } }))
    assert.same(SHOWN, shown(ds:with_policy { coders = { "anna", "ben" } }))
    assert.same(OTHER_SHOWN, shown(ds:with_policy { coders = { "ben" } }:as_of "2020-01-05"))
    ds:add("outcomes", { id = "p" }, { source = "s", coder = "anna" })
    assert.equal(1, ds:with_policy { coders = { "ben" } }.outcomes:count())
    assert.equal(2, ds:with_policy { coders = { "ben", "anna" } }.outcomes:count())
  end)

  it("keeps claims that name no coder, behind those it names", function()
    ds:add("outcomes", { id = "p", topic = "grain" }, { source = "s" })
    ds:claim("outcomes", "p", { topic = "energy" }, { source = "s", coder = "ben" })
    assert.equal("grain", ds.outcomes:get("p").topic)
    assert.equal("energy", ds:with_policy { coders = { "ben" } }.outcomes:get("p").topic)
    assert.equal("grain", ds:with_policy { coders = { "anna" } }.outcomes:get("p").topic)
  end)

  it("holds in every call that looks behind the tables", function()
    local view = ds:with_policy { coders = { "ben" } }
    local found = view:evidence("outcomes", "o", "kind")
    assert.same({ "pledge true ben", "agreement false anna" }, { scratch.texts(found, "says", "shown", "coder")[1],
      scratch.texts(found, "says", "shown", "coder")[2] })
    assert.equal(1, view:search("trucks"):count())
    assert.truthy(tostring(view.outcomes:claims()):find(
      "claims() lists those that the policy leaves out too (it reads what was coded by ben)", 1, true))
    assert.equal("trucks", view.outcomes:total():first().unit)
    assert.truthy(tostring(view):find("reads what was coded by ben", 1, true))
  end)

  it("names coders that there are", function()
    assert.equal("policy.coders: no claim was coded by 'bne'; did you mean 'ben'?",
      scratch.message_of(function() ds:with_policy { coders = { "bne" } } end))
    assert.equal("policy.coders must be a list of coders, such as {'anna', 'ben'}, not a number",
      scratch.message_of(function() ds:with_policy { coders = 3 } end))
    ds:retract(ds.outcomes:claims():where { coder = "ben" }:first().claim)
    assert.error_matches(function() ds:with_policy { coders = { "ben" } } end, "no claim was coded by 'ben'")
  end)
end)

describe("disagreements among coders", function()
  it("are a row for each source that is read differently, and none among sources", function()
    put({ kind = "agreement", best = 5 }, { coder = "anna" })
    say({ kind = "pledge", best = 5 }, { coder = "ben" })
    assert.same({}, differing(ds))
    local found = ds:disagreements { among = "coders" }
    assert.equal(1, #found)
    local row = found[1]
    assert.same({ "outcomes", "o", "kind", "agreement", "agreement (s, coded by anna); pledge (s, coded by ben)",
      "of s what was coded by anna is read, not by ben: it came first", 2, "coders" },
      { row.table, row.id, row.field, row.shown, row.readings, row.why, row.claims, row.among })
    assert.equal(1, ds.outcomes:disagreements { among = "coders" }:count())
    assert.equal("of s what was coded by ben is read, not by anna: the policy's order",
      ds:with_policy { coders = { "ben", "anna" } }:disagreements { among = "coders" }:first().why)
    ds:prefer(ds.outcomes:claims():where { coder = "ben" }:first().claim, "the annex")
    assert.equal("of s what was coded by ben is read, not by anna: preferred rank",
      ds:disagreements { among = "coders" }:first().why)
    assert.equal("no choice for among: 'coder'; did you mean 'coders'?",
      scratch.message_of(function() ds:disagreements { among = "coder" } end))
  end)

  it("are not what one has seen and the other not, nor a date in two precisions, nor a change", function()
    put({ kind = "agreement", due = "2020-05", status = "agreed" }, { coder = "anna", said_by = "a minister",
      stated = "2020-01-01" })
    say({ kind = "pledge" }, { coder = "anna", said_by = "a general" })
    say({ kind = "pledge", due = "2020-05-03", status = "done" }, { coder = "ben", said_by = "a general",
      stated = "2019-12-30" })
    assert.same({}, differing(ds, { among = "coders" }))
    assert.same({ "kind: pledge (s a general); agreement (s a minister)" }, differing(ds))
    say({ kind = "exchange" }, { source = "t", coder = "anna" })
    assert.same({}, differing(ds, { among = "coders" }))
  end)

  it("compare the last word of each", function()
    put({ kind = "agreement" }, { coder = "anna" })
    say({ kind = "pledge" }, { coder = "ben" })
    say({ kind = "pledge" }, { coder = "anna" })
    assert.same({}, differing(ds, { among = "coders" }))
    say({ kind = "agreement" }, { coder = "ben" })
    assert.same({ "kind: pledge (s, coded by anna); agreement (s, coded by ben)" }, differing(ds, { among = "coders" }))
  end)
end)

describe("coders in files", function()
  local ROWS = "id,status,place,coder,source\nk,held,Bern,anna,s\nk,scheduled,Basel,ben,s\nm,held,Rome,ben,s\n"

  local function places(of) return scratch.texts(of.talks:sort "id", "id", "status", "place") end

  it("are who a row says; dumps and packages keep who came first #file", function()
    local folder, remove = scratch.folder()
    finally(remove)
    scratch.write(folder "t.csv", ROWS)
    assert(ds:import("talks", folder "t.csv", { source = "s" }))
    local expected = { "k held Bern", "m held Rome" }
    assert.same(expected, places(ds))
    assert.same({ "k scheduled Basel", "m held Rome" }, places(ds:with_policy { coders = { "ben" } }))
    assert.equal(2, ds:disagreements { among = "coders" }:count())
    ds:dump(folder "dump")
    local again = assert(parley.load(folder "dump"))
    assert.same(expected, places(again))
    assert.equal(2, again:disagreements { among = "coders" }:count())
    assert(ds:save_as(folder "copy.db"))
    local copy <close> = assert(parley.open(folder "copy.db"))
    assert.same(expected, places(copy))
    assert.same({ "k scheduled Basel", "m held Rome" }, places(copy:with_policy { coders = { "ben" } }))
  end)

  it("stay in the order of the file where a row has to wait until it is mended", function()
    local folder, remove = scratch.folder()
    finally(remove)
    scratch.write(folder "t.csv", "id,status,coder,source\nk,heldd,anna,s\nk,scheduled,ben,s\n")
    local report = assert(ds:import("talks", folder "t.csv", { source = "s" }))
    assert.equal(1, report.quarantined)
    assert.equal("scheduled", ds.talks:get("k").status)
    ds:add("terms", { id = "talk_status/heldd", vocabulary = "talk_status", code = "heldd", label = "Held so to say" })
    assert(ds:requeue())
    assert.equal("heldd", ds.talks:get("k").status)
    assert.equal(1, ds:disagreements { among = "coders" }:count())
  end)
end)

describe("claims of several coders made at random", function()
  local VALUES = { kind = { "agreement", "pledge", "exchange" }, status = { "agreed", "started", "done" },
    due = { "2020", "2020-03", "2020-03-04", "2020-04" }, best = { 5, 6, 7 } }
  local NAMES = { "kind", "status", "due", "best" }
  local CERTAINTIES = { "on_record_quote", "narration", "anonymous" }

  local function pick(list) return list[math.random(#list)] end

  local function random_claim(name, coder)
    return { [name] = pick(VALUES[name]) }, { coder = coder, certainty = pick(CERTAINTIES),
      reported = pick { "2020-02-01", "2020-02-02" }, source = pick { "s", "t" } }
  end

  it("show what the first coder's alone show, and what evidence calls shown", function()
    math.randomseed(20)
    for round = 1, 40 do
      local id, first = "o" .. round, pick { "anna", "ben" }
      local second = first == "anna" and "ben" or "anna"
      ds:add("outcomes", { id = id }, { source = "s", certainty = "inferred", coder = second })
      local coded = {}
      for _ = 1, math.random(6) do
        local name = pick(NAMES)
        local values, provenance = random_claim(name, first)
        coded[name .. provenance.source] = true
        ds:claim("outcomes", id, values, provenance)
      end
      local function values(of)
        local row, list = of.outcomes:get(id), {}
        for i, name in ipairs(NAMES) do list[i] = tostring(row[name]) end
        return list
      end
      local before, on_day = values(ds), values(ds:as_of "2020-02-01")
      for _ = 1, 8 do
        local name = pick(NAMES)
        local claim, provenance = random_claim(name, second)
        provenance.reported = "2020-02-02"
        if coded[name .. provenance.source] then ds:claim("outcomes", id, claim, provenance) end
      end
      assert.same(before, values(ds))
      assert.same(on_day, values(ds:as_of "2020-02-01"))
      for _, view in ipairs { ds, ds:with_policy { coders = { "ben", "anna" } } } do
        for i, name in ipairs(NAMES) do
          local says, of_table = view:evidence("outcomes", id, name):where { shown = true }, values(view)[i]
          assert.equal(of_table ~= "nil", says:count() == 1, id .. " " .. name)
          if of_table ~= "nil" then assert.equal(of_table, says:first().says) end
        end
      end
    end
  end)
end)
