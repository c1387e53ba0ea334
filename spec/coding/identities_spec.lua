-- Judgements of identity: claims like others, a dataset in which things are one, and contradictions that are told; in
-- memory, on a server, and on copies of the bundled datasets.
-- Holds: claims.judging, claims.judged_pairs, analysis.identities, analysis.lint.identities, coding.resolved,
-- identity_methods, storage.statements.merged_things

local parley = require "parley"
local scratch = require "spec.support.scratch"
local server = require "spec.support.server"
local server_dataset = require "spec.support.server_dataset"

local function fill(ds)
  ds:add("sources", { id = "s1", published = "2025-06-02", outlet = "A" })
  ds:add("sources", { id = "s2", published = "2025-06-05", outlet = "B" })
  ds:add("people", { id = "гурін", name = "Петро Гурін", aliases = "Petro Hurin" }, { source = "s1" })
  ds:add("people", { id = "gurin", name = "Petr Gurin" }, { source = "s2" })
  ds:add("people", { id = "haddad", name = "سامي حداد" }, { source = "s2" })
  ds:add("parties", { id = "north", name = "North", kind = "state" }, { source = "s1" })
  ds:add("parties", { id = "septentrio", name = "Septentrio", kind = "organisation", parent = "north" },
    { source = "s2" })
  ds:add("talks", { id = "t1", date = "2025-06-01" }, { source = "s1" })
  ds:add("participants", { id = "p1", talk = "t1", person = "гурін", party = "septentrio" }, { source = "s2" })
  ds:add("statements", { id = "st", speaker = "haddad; гурін", text = "We agree." },
    { source = "s2", said_by = "гурін" })
  return ds
end

local function rows_of(q, ...)
  local lines = {}
  for _, row in ipairs(q:all()) do
    local parts = {}
    for i, name in ipairs { ... } do parts[i] = tostring(row[name]) end
    lines[#lines + 1] = table.concat(parts, " | ")
  end
  return lines
end

local function message_of(fn, ...)
  local done, err = pcall(fn, ...)
  assert.is_false(done)
  return err.code, (tostring(err):match "parley: (.*)")
end

-- What holds of a dataset wherever it lies.
local function holds(ds)
  local key = ds:judge("гурін", "gurin", "same", "one delegate, two alphabets", { coder = "ann" })
  assert.same({ "people:gurin=гурін | people | gurin | гурін | same" },
    rows_of(ds.identities, "id", "table", "left", "right", "verdict"))
  local claim = ds.identities:claims():first()
  assert.same({ "judgements", "ann" }, { claim.source, claim.coder })
  local one, told = ds:resolved()
  assert.same({ "people | gurin | гурін | one" }, rows_of(told, "table", "id", "others", "state"))
  assert.same({ "gurin | Petr Gurin", "haddad | سامي حداد" }, rows_of(one.people, "id", "name"))
  assert.equal("Petro Hurin; Petr Gurin; Петро Гурін", (function()
    local names = {}
    for name in one.people:get("gurin").aliases:gmatch "[^;]+" do names[#names + 1] = name:match "^%s*(.-)$" end
    table.sort(names, function(a, b) return #a < #b or #a == #b and a > b end)
    return names[2] .. "; " .. names[1] .. "; " .. names[3]
  end)())
  assert.same({ "gurin", "gurin; haddad" }, { one.participants:first().person, one.statements:first().speaker })
  assert.equal("gurin", one.statements:claims():first().said_by)
  assert.equal(1, one.participants:where "person.name = 'Petr Gurin'":count())
  -- Claims keep their keys; a day, a policy, a search and evidence mean what they mean.
  assert.same({ "Петро Гурін" }, rows_of(one:as_of("2025-06-03").people, "name"))
  assert.equal("Петро Гурін", one:with_policy { prefer = "s1" }.people:get("gurin").name)
  assert.equal("gurin", one:search("Гурін"):first().id)
  local keys = {}
  for _, row in ipairs(one:evidence("people", "gurin", "name"):all()) do keys[row.claim] = row.says end
  for _, row in ipairs(ds.people:claims():where { id = { "гурін", "gurin" } }:all()) do
    assert.truthy(keys[row.claim]:find(row.name, 1, true))
  end
  assert.same({ "read_only", "what resolved() gives can only be read; write to the dataset it was made from" },
    { message_of(one.add, one, "talks", { id = "x" }, { source = "s1" }) })
  assert.equal(3, ds.people:count())
  ds:retract(key, "they are brothers")
  assert.same({ 0, 3 }, { ds.identities:count(), ds:resolved().people:count() })
end

-- Two parties that are one, of which one belonged to the other, and which are told of in two ways.
local function parties_hold(ds)
  ds:judge("septentrio", "north", "same", "a translation")
  local one = ds:resolved { stands = "septentrio" }
  assert.same({ "septentrio | nil" }, rows_of(one.parties, "id", "parent"))
  assert.same({ "parties | septentrio | kind" }, rows_of(one:disagreements(), "table", "id", "field"))
  assert.equal("septentrio", one.participants:first().party)
end

local function contradictions_hold(ds)
  ds:judge("гурін", "gurin", "same", "one", { coder = "ann" })
  ds:judge("haddad", "gurin", "same", "misread", { coder = "ann" })
  local against = ds:judge("haddad", "гурін", "different", "seen together", { coder = "ben" })
  local one, told = ds:resolved()
  assert.equal(3, one.people:count())
  assert.same({ "contradiction | gurin = haddad = гурін, but haddad ≠ гурін" }, rows_of(told, "state", "what"))
  local found = rows_of(ds:lint():where { table = "identities" }, "id", "what")
  assert.same({ "people:haddad=гурін | gurin = haddad = гурін, but haddad ≠ гурін" }, found)
  ds:retract(against)
  assert.same({ 1, 0 }, { ds:resolved().people:count(), ds:lint():where { table = "identities" }:count() })
end

describe("judgements of identity", function()
  local ds
  before_each(function() ds = fill(parley.open ":memory:") end)
  after_each(function() ds:close() end)

  it("make things one in a view, and are undone by retracting", function() holds(ds) end)

  it("join what belonged to each other, and leave disagreements to be told as ever", function() parties_hold(ds) end)

  it("that contradict each other are told, and nothing of them is merged", function() contradictions_hold(ds) end)

  it("are restated by who made them; others disagree, and an editor decides", function()
    local first = ds:judge("gurin", "гурін", "unsure", "hm", { coder = "ann" })
    ds:judge("гурін", "gurin", "same", "asked the desk", { coder = "ann" })
    assert.equal(1, ds.identities:claims():count())
    assert.same({ true, "asked the desk" }, (function()
      local row = ds:evidence("identities", "people:gurin=гурін"):where { claim = first }:first()
      return { row.retracted, row.retraction }
    end)())
    local other = ds:judge("gurin", "гурін", "different", "two photographs", { coder = "ben" })
    assert.equal("verdict", ds:disagreements { among = "coders" }:first().field)
    assert.equal(2, ds:resolved().people:count())
    ds:prefer(other, "the photographs are dated")
    assert.equal(3, ds:resolved().people:count())
    assert.equal(2, ds:with_policy { coders = "ann" }:resolved().people:count())
  end)

  it("are a coder's through the coder's view, which restates that coder's alone", function()
    local mine <close> = fill(parley.open ":memory:")
    local ann, ben = mine:as_coder "ann", mine:with_provenance { coder = "ben", source = "s2" }
    ann:judge("гурін", "gurin", "same", "alike")
    ben:judge("гурін", "gurin", "same", "too")
    ann:judge("gurin", "гурін", "different", "brothers")
    assert.same({ "different | ann | judgements", "same | ben | s2" },
      rows_of(mine.identities:claims():sort "coder", "verdict", "coder", "source"))
    assert.equal("permission", (message_of(ann.judge, ann, "gurin", "гурін", "same", "so", { coder = "ben" })))
  end)

  it("follow what things are called", function()
    local key = ds:judge("gurin", "гурін", "same", "one")
    ds:rename("people", "gurin", "zz")
    assert.same({ "people:zz=гурін | zz | гурін" }, rows_of(ds.identities, "id", "left", "right"))
    assert.equal("zz", ds:resolved().participants:first().person)
    ds:retract(ds.identities:claims():first().claim)
    assert.equal(3, ds:resolved().people:count())
    assert.is_true(key > 0)
  end)

  it("are refused in words", function()
    for told, arguments in pairs {
      ["judge() takes two things, and 'gurin' is one"] = { "gurin", "gurin", "same", "x" },
      ["judge() needs a reason, a text: it stays with the claim"] = { "gurin", "haddad", "same" },
      ["identities.verdict: 'sam' is no verdict; did you mean 'same'?"] = { "gurin", "haddad", "sam", "x" },
      ["nothing is called 'gurim'; did you mean 'gurin'?"] = { "gurim", "haddad", "same", "x" },
      ["'gurin' and 'north' are in no table together: one is of people, the other of parties"] =
        { "gurin", "north", "same", "x" },
      ["judge(): no person 'x'; add it first, with ds:add(\"people\", {id = \"x\", …}, …)"] =
        { "gurin", "x", "same", "x", { table = "people" } },
      ["the things of events are not judged; judge() is about things that rest on claims"] =
        { "gurin", "haddad", "same", "x", { table = "events" } },
      ["judge() has no option 'who'; known: table, source, coder"] =
        { "gurin", "haddad", "same", "x", { who = "ann" } },
    } do
      local _, said = message_of(ds.judge, ds, table.unpack(arguments, 1, 5))
      assert.equal(told, said)
    end
    assert.equal(0, ds.identities:count())
    ds:atomic(function() assert.equal("in_transaction", (message_of(ds.resolved, ds))) end)
  end)
end)

describe("bundled datasets", function()
  for _, name in ipairs { "istanbul-2025", "russia-ukraine-talks" } do
    it("are judged in a copy: " .. name, function()
      local bundled <close> = parley.open(name)
      assert.equal(bundled.people:count(), bundled:resolved().people:count())
      local at, remove = scratch.folder()
      assert(bundled:save_as(at "mine.db"))
      do
        local ds <close> = assert(parley.open(at "mine.db"))
        local a, b = bundled.people:sort("id"):limit(1):one().id, bundled.people:sort("id desc"):limit(1):one().id
        local key = ds:judge(a, b, "same", "for the sake of it", { table = "people" })
        local one <close> = ds:resolved()
        assert.equal(ds.people:count() - 1, one.people:count())
        assert.equal(ds.statements:count(), one.statements:count())
        for _, row in ipairs(one.offices:all()) do assert.not_equal(b, row.person) end
        assert.same(rows_of(ds.outcomes:sort "id", "id", "best", "text"),
          rows_of(one.outcomes:sort "id", "id", "best", "text"))
        ds:retract(key)
        assert.equal(ds.people:count(), ds:resolved().people:count())
      end
      remove()
    end)
  end
end)

server.needed(describe, it, pending)("judgements on a server #server", function()
  it("hold what they hold in memory", function()
    for _, check in ipairs { holds, parties_hold, contradictions_hold } do
      local made = server_dataset.new()
      fill(made.ds)
      local done, err = pcall(check, made.ds)
      made:drop()
      if not done then error(err, 0) end
    end
  end)
end)
