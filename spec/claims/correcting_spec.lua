-- amend, prefer, rename, with_provenance: one transaction each, seen in evidence, undone by retracting.

local parley = require "parley"
local scratch = require "spec.support.scratch"

local ds
before_each(function()
  ds = parley.open(":memory:")
  for _, id in ipairs { "a", "b" } do
    ds:add("sources", { id = id, outlet = id, published = "2020-01-0" .. (id == "a" and 1 or 2) }, { source = id })
  end
end)
after_each(function() if ds:is_open() then ds:close() end end)

local function message_of(fn, ...)
  local done, err = pcall(fn, ...)
  assert.is_false(done)
  return (tostring(err):match "parley: (.*)")
end

local function column(frame, name)
  local values = frame:values(name)
  return table.move(values, 1, values.n, 1, {})
end

local function row(name, id, ...)
  local found, list = ds:table(name):get(id), {}
  for i, field in ipairs { ... } do list[i] = found[field] == nil and "none" or found[field] end
  return list
end

describe("amend", function()
  it("restates a claim with what is otherwise; both stay in evidence", function()
    local key = ds:add("talks", { id = "k", place = "Bern", date = "2020" }, { source = "a", locator = "p1" })
    local new = ds:amend(key, { place = "Basel", stated = "2019-12-30", certainty = "on_record_quote" }, "misread")
    assert.same({ "Basel", "2020" }, row("talks", "k", "place", "date"))
    local evidence = ds:evidence("talks", "k")
    assert.same({ new, key }, column(evidence, "claim"))
    assert.same({ key }, { evidence[1].restates })
    assert.same({ true, "misread" }, { evidence[2].retracted, evidence[2].retraction })
    local claim = ds.talks:claims():first()
    assert.same({ "a", "p1", "2019-12-30", "2020-01-01", "on_record_quote" },
      { claim.source, claim.locator, claim.stated, claim.reported, claim.certainty })
  end)

  it("is undone by retracting, step by step", function()
    local key = ds:add("talks", { id = "k", place = "Bern" }, { source = "a" })
    local second = ds:amend(key, { place = "Basel" }, "misread")
    local third = ds:amend(second, { place = "Zug" }, "misread again")
    ds:retract(third, "no")
    assert.equal("Basel", ds.talks:get("k").place)
    local again = ds.talks:claims():first()
    assert.same({ second, nil }, { again.restates, again.note })
    assert.is_true(third > second)
    ds:retract(again.claim)
    assert.equal("Bern", ds.talks:get("k").place)
    ds:retract(ds.talks:claims():first().claim)
    assert.equal(0, ds.talks:count())
  end)

  it("keeps the place of the claim among what its source has said", function()
    local key = ds:add("talks", { id = "k", place = "Bern" }, { source = "a" })
    ds:claim("talks", "k", { place = "Basel" }, { source = "a" })
    ds:amend(key, { place = "Zug" }, "misread")
    assert.equal("Basel", ds.talks:get("k").place)
  end)

  it("moves an exact number with its bounds, and follows the source that is given", function()
    local key = ds:add("outcomes", { id = "o", best = 500, unit = "people" }, { source = "a" })
    local new = ds:amend(key, { best = 600, source = "b" }, "misread")
    assert.same({ 600, 600, 600, "people" }, row("outcomes", "o", "low", "best", "high", "unit"))
    assert.equal("2020-01-02", ds.outcomes:claims():first().reported)
    ds:amend(new, { low = 550, high = 650 }, "a range")
    assert.same({ 550, "none", 650 }, row("outcomes", "o", "low", "best", "high"))
  end)

  it("leaves the bounds of a number that is not exact, but for those given", function()
    local function amended(values, fields)
      local key = ds:claim("outcomes", "o", values, { source = "a" })
      local new = ds:amend(key, fields, "misread")
      local said = ds:sql("SELECT low, best, high FROM outcomes_claims WHERE claim = ?", new):first()
      return { said.low or "none", said.best or "none", said.high or "none" }
    end
    ds:add("outcomes", { id = "o" }, { source = "a" })
    assert.same({ 900, 1100, 1200 }, amended({ low = 900, best = 1000, high = 1200 }, { best = 1100 }))
    assert.same({ 5, 7, "none" }, amended({ low = 5 }, { best = 7 }))
    assert.same({ 5, 7, 9 }, amended({ low = 5, high = 9 }, { best = 7 }))
    assert.same({ 6, "none", 9 }, amended({ low = 5, high = 9 }, { low = 6 }))
    assert.same({ 7, 7, 7 }, amended({ low = 5, high = 9 }, { low = 7, best = 7, high = 7 }))
    assert.same({ 7, 7, 7 }, amended({ unit = "people" }, { best = 7 }))
    assert.same({ 7, 7, 7 }, amended({ best = 9 }, { best = 7 }))
    local key = ds:claim("outcomes", "o", { low = 900, best = 1000, high = 1200 }, { source = "a" })
    assert.matches("outcomes.low (900) is greater than outcomes.best (700)",
      message_of(ds.amend, ds, key, { best = 700 }, "misread"), 1, true)
  end)

  it("of a source's day takes its claims with it", function()
    local key = ds.sources:claims():where{ id = "a" }:first().claim
    ds:add("talks", { id = "k", place = "Bern" }, { source = "a" })
    local new = ds:amend(key, { published = "2016-06-23" }, "misread year")
    assert.equal(1, ds:as_of("2016-12-31").talks:count())
    ds:retract(new)
    assert.equal(0, ds:as_of("2016-12-31").talks:count())
  end)

  it("says what is wrong", function()
    local key = ds:add("outcomes", { id = "o", low = 5, high = 9 }, { source = "a" })
    assert.equal("amend() needs a reason, a text: it stays with the claim", message_of(ds.amend, ds, key, { low = 6 }))
    assert.matches("amend() takes what is to be otherwise", message_of(ds.amend, ds, key, {}, "x"), 1, true)
    assert.matches("ds:rename(table, from, to) renames", message_of(ds.amend, ds, key, { id = "p" }, "x"), 1, true)
    assert.matches("outcomes.low (10) is greater than outcomes.high (9)", message_of(ds.amend, ds, key, { low = 10 }, "x"),
      1, true)
    assert.matches("nobody can have said on 2021", message_of(ds.amend, ds, key, { stated = "2021" }, "x"), 1, true)
    assert.matches("no source 'c'", message_of(ds.amend, ds, key, { source = "c" }, "x"), 1, true)
    assert.equal("'entry' is set by ds:import()", message_of(ds.amend, ds, key, { entry = 3 }, "x"))
    assert.matches("amend() takes the key of a claim", message_of(ds.amend, ds, "x", { low = 6 }, "x"), 1, true)
    ds:retract(key)
    assert.matches("was retracted already", message_of(ds.amend, ds, key, { low = 6 }, "x"), 1, true)
    assert.equal(1, ds:sql("SELECT count(*) AS n FROM outcomes_claims"):first().n)
  end)
end)

describe("prefer", function()
  it("decides for a claim, and is undone by retracting", function()
    local key = ds:add("talks", { id = "k", place = "Bern", status = "held" }, { source = "a", note = "page torn" })
    ds:claim("talks", "k", { place = "Basel", status = "postponed" }, { source = "b", certainty = "on_record_quote" })
    assert.same({ "Basel", "postponed" }, row("talks", "k", "place", "status"))
    local decision = ds:prefer(key, "the transcript says so")
    assert.same({ "Bern", "held" }, row("talks", "k", "place", "status"))
    local shown = ds:evidence("talks", "k")[1]
    assert.same({ decision, "preferred", "page torn; the transcript says so", key, "a" },
      { shown.claim, shown.rank, shown.note, shown.restates, shown.source })
    ds:retract(decision)
    assert.same({ "Basel", "postponed" }, row("talks", "k", "place", "status"))
  end)

  it("refuses a second decision about the same", function()
    local first = ds:prefer(ds:add("talks", { id = "k", place = "Bern" }, { source = "a" }), "seen")
    local other = ds:claim("talks", "k", { place = "Basel" }, { source = "b" })
    assert.equal(("claim %d is preferred already and says something of 'place' too; ds:retract(%d) undoes that decision")
      :format(first, first), message_of(ds.prefer, ds, other, "heard"))
    assert.equal(("claim %d is preferred already"):format(first), message_of(ds.prefer, ds, first, "heard"))
    ds:prefer(ds:claim("talks", "k", { venue = "hall" }, { source = "b" }), "of another field")
  end)
end)

describe("rename", function()
  it("follows references in every table, and keeps a trail", function()
    ds:add("parties", { id = "gov", name = "Government" }, { source = "a" })
    ds:add("people", { id = "Calle", name = "de la Calle" }, { source = "a" })
    ds:add("demands", { id = "d", party = "gov", text = "x" }, { source = "a", said_by = "Calle" })
    ds:add("statements", { id = "s", speaker = "Calle", party = "gov" }, { source = "a" })
    ds:add("events", { id = "e", date = "2020", source = "b" })
    assert.equal("delacalle", ds:rename("people", "Calle", "delacalle"))
    ds:rename("parties", "gov", "government")
    assert.same({ 0, "de la Calle" },
      { ds.people:where({ id = "Calle" }):count(), ds.people:get("delacalle").name })
    assert.same({ "delacalle", "government" }, row("statements", "s", "speaker", "party"))
    ds:rename("sources", "b", "gazette")
    assert.same({ "government", "gazette" }, { ds.demands:get("d").party, ds.events:get("e").source })
    assert.equal("delacalle", ds.demands:claims():first().said_by)
    local old = ds:evidence("people", "Calle")
    assert.same({ true, "person 'Calle' is called 'delacalle' now" }, { old[1].retracted, old[1].retraction })
    assert.equal(old[1].claim, ds:evidence("people", "delacalle")[1].restates)
    ds:rename("parties", "government", "gov")
    assert.equal("gov", ds.demands:get("d").party)
  end)

  it("takes a source's claims and their days with it", function()
    ds:add("talks", { id = "k", place = "Bern" }, { source = "a" })
    ds:rename("sources", "a", "paper")
    local claim = ds.talks:claims():first()
    assert.same({ "paper", "2020-01-01", "paper" }, { claim.source, claim.reported, ds.sources:claims()
      :where{ id = "paper" }:first().source })
    ds:claim("sources", "paper", { published = "2024" }, { source = "paper" })
    assert.equal("2024", ds.talks:claims():first().reported)
  end)

  it("follows references within its own table, and refuses an id that is taken", function()
    ds:add("parties", { id = "x", name = "X" }, { source = "a" })
    ds:add("parties", { id = "y", name = "Y", parent = "x" }, { source = "a" })
    ds:rename("parties", "x", "z")
    assert.equal("z", ds.parties:get("y").parent)
    assert.equal("rename(): party 'z' exists already; two things cannot have one id",
      message_of(ds.rename, ds, "parties", "y", "z"))
    assert.matches("no party 'q'", message_of(ds.rename, ds, "parties", "q", "r"), 1, true)
    assert.matches("events carries no claims", message_of(ds.rename, ds, "events", "q", "r"), 1, true)
    assert.equal("Y", ds.parties:get("y").name)
  end)

  -- A party with two claims, that others refer to in each way there is.
  local function with_references()
    ds:add("parties", { id = "x", name = "X" }, { source = "a", locator = "p1" })
    ds:claim("parties", "x", { aliases = "Ix" }, { source = "b", note = "seen" })
    ds:add("parties", { id = "y", parent = "x" }, { source = "a" })
    ds:add("parties", { id = "w" }, { source = "a" })
    ds:add("talks", { id = "k", place = "Bern", initiated_by = "x" }, { source = "b", said_by = "x" })
    ds:add("demands", { id = "j", party = { "w", "x" }, text = "joint" }, { source = "b" })
    ds:add("events", { id = "e", date = "2020", source = "b", source_party = "x" })
  end

  -- What a dataset says by now, and what of it was known on some days.
  local function state()
    local list = {}
    for _, view in ipairs { ds, ds:as_of "2020-01-01", ds:as_of "2020-01-02" } do
      for _, party in ipairs(view.parties:sort("id"):all()) do
        list[#list + 1] = ("%s %s %s %s"):format(party.id, party.name, party.aliases, party.parent)
      end
      for _, talk in ipairs(view.talks:all()) do list[#list + 1] = talk.initiated_by end
      for _, demand in ipairs(view.demands:all()) do list[#list + 1] = demand.party end
      for _, claim in ipairs(view.talks:claims():all()) do list[#list + 1] = claim.said_by end
    end
    list[#list + 1] = ds.events:first().source_party
    return list
  end

  it("is undone by retracting the claim that it gives", function()
    with_references()
    local before = state()
    local to, key = ds:rename("parties", "x", "z")
    assert.same({ "z", "z", "w; z" }, { to, ds.parties:get("y").parent, ds.demands:get("j").party })
    local old = ds:evidence("parties", "x"):values("claim")
    assert.same({ "party 'x' is called 'z' now" }, { ds:evidence("parties", "x")[1].retraction })
    assert.equal(key, ds:retract(key, "it was another"))
    assert.same(before, state())
    assert.equal(0, ds.parties:where({ id = "z" }):count())
    for _, claim in ipairs(ds:evidence("parties", "z"):all()) do
      assert.same({ true, "it was another" }, { claim.retracted, claim.retraction })
    end
    local evidence = ds:evidence("parties", "x")
    assert.equal(2 * old.n, #evidence)
    local notes = {}
    for _, claim in ipairs(evidence:all()) do
      if not claim.retracted then notes[#notes + 1] = ("%s %s"):format(claim.note, claim.restates) end
    end
    table.sort(notes)
    assert.same({ ("nil %d"):format(math.min(old[1], old[2])), ("seen %d"):format(math.max(old[1], old[2])) }, notes)
  end)

  it("is undone by its first claim about the thing, with what was said since; the others are taken back alone", function()
    with_references()
    local _, key = ds:rename("parties", "x", "z")
    local other = ds.parties:claims():where("id = 'z' and claim != ?", key):first().claim
    ds:claim("parties", "z", { kind = "state" }, { source = "b" })
    ds:add("demands", { id = "d", party = "z", text = "t" }, { source = "a" })
    ds:amend(ds.talks:claims():one().claim, { place = "Basel" }, "misread")
    local alone = ds:claim("parties", "z", { kind = "state" }, { source = "b", locator = "p9" })
    ds:retract(other)
    assert.same({ "z", 1 }, { ds.demands:get("d").party, ds.parties:claims():where("claim = ?", key):count() })
    assert.equal(0, ds.parties:where{ id = "x" }:count())
    ds:undo(other)
    ds:retract(alone)
    ds:retract(key)
    local x, talk = ds.parties:get "x", ds.talks:get "k"
    assert.same({ "X", "Ix", "state", "x" }, { x.name, x.aliases, x.kind, ds.demands:get("d").party })
    assert.same({ "Basel", "x", "x" }, { talk.place, talk.initiated_by, ds.events:first().source_party })
    assert.equal("party 'z' is called 'x' again", ds:evidence("parties", "z")[1].retraction)
    ds:retract(ds.talks:claims():one().claim)
    assert.same({ "Bern", "x", "w; x" }, { ds.talks:get("k").place, ds.talks:get("k").initiated_by,
      ds.demands:get("j").party })
    ds:rename("parties", "x", "v")
    assert.equal("v", ds.parties:get("y").parent)
  end)

  it("is undone step by step, from the last to the first, and after a dump", function()
    with_references()
    local before = state()
    local _, first = ds:rename("parties", "x", "z")
    local middle = state()
    ds:rename("parties", "z", "v")
    assert.matches("was retracted already", message_of(ds.retract, ds, first), 1, true)
    local path = scratch.folder()
    assert(ds:dump(path "dump"))
    ds:close()
    ds = assert(parley.load(path "dump"))
    ds:retract(ds.parties:claims():where{ id = "v" }:first().claim)
    assert.same(middle, state())
    ds:retract(ds.parties:claims():where{ id = "z" }:first().claim)
    assert.same(before, state())
  end)

  it("is not undone where something else has the old id, and not in part", function()
    with_references()
    local _, key = ds:rename("parties", "x", "z")
    ds:add("parties", { id = "x", name = "Another" }, { source = "a" })
    assert.equal(("taking claim %d back would call party 'z' 'x' again, and there is another 'x' by now; "
      .. 'ds:rename("parties", "x", …) gives that one another id first'):format(key), message_of(ds.retract, ds, key))
    ds:rename("parties", "x", "u")
    assert.equal("old", select(2, pcall(ds.atomic, ds, function()
      ds:retract(key)
      error("old", 0)
    end)))
    assert.equal("z", ds.parties:get("y").parent)
    ds:retract(key)
    assert.same({ "x", "Another" }, { ds.parties:get("y").parent, ds.parties:get("u").name })
  end)

  it("is no step of what refers to the thing: that is taken back, or amended before, as if it had never been", function()
    with_references()
    local key = ds.talks:claims():one().claim
    ds:amend(key, { place = "Basel" }, "misread")
    ds:rename("parties", "x", "z")
    ds:rename("parties", "z", "v")
    ds:retract(ds.talks:claims():one().claim)
    local claim = ds.talks:claims():one()
    assert.same({ "Bern", "v", "v" }, { ds.talks:get("k").place, ds.talks:get("k").initiated_by, claim.said_by })
    ds:retract(claim.claim)
    assert.equal(0, ds.talks:count())
    ds:retract(ds.demands:claims():one().claim)
    assert.equal(0, ds.demands:count())
    assert.equal("v", ds.parties:get("y").parent)
  end)

  it("of a source is undone with the claims of it", function()
    ds:add("talks", { id = "k", place = "Bern" }, { source = "a" })
    local _, key = ds:rename("sources", "a", "paper")
    ds:retract(key)
    local claim = ds.talks:claims():one()
    assert.same({ "a", "2020-01-01" }, { claim.source, claim.reported })
    assert.equal("a", ds.sources:claims():where{ id = "a" }:one().source)
    assert.equal(0, ds.sources:where({ id = "paper" }):count())
  end)
end)

describe("with_provenance", function()
  it("spares repeating who says so", function()
    local anna = ds:with_provenance { source = "a", coder = "anna" }
    anna:add("talks", { id = "k", place = "Bern" })
    anna:claim("talks", "k", { venue = "hall" }, { locator = "p2", coder = "ben" })
    local claims = ds.talks:claims():sort("claim"):frame()
    assert.same({ "a", "a" }, column(claims, "source"))
    assert.same({ "anna", "ben" }, column(claims, "coder"))
    assert.equal("p2", claims[2].locator)
    anna:with_provenance({ locator = "p3" }):claim("talks", "k", { name = "First" })
    assert.equal("p3", ds.talks:claims():where("name is not nil"):first().locator)
    anna:add("events", { id = "e", date = "2020", source = "b" })
    assert.same({ 1, "hall" }, { anna.talks:count(), anna.talks:get("k").venue })
    anna:atomic(function() anna:add("people", { id = "p", name = "P" }) end)
    assert.equal(1, ds.people:count())
  end)

  it("is checked at once", function()
    assert.matches("no source 'z'", message_of(ds.with_provenance, ds, { source = "z" }), 1, true)
    assert.matches("no 'sorce' in the provenance", message_of(ds.with_provenance, ds, { sorce = "a" }), 1, true)
    assert.equal("with_provenance() takes who says so, such as {source = 's1', coder = 'anna'}",
      message_of(ds.with_provenance, ds, {}))
  end)
end)
