-- ds:lint: one finding a row, each with a way out; nothing where there is nothing.
-- Holds: analysis.lint.lint, analysis.lint.claims, analysis.lint.amounts, analysis.lint.happenings, analysis.lint.names
-- analysis.lint.references, analysis.lint.wording

local parley = require "parley"

local ds

-- Adds a thing; the claim of it says where it is found.
local function add(name, values, provenance)
  provenance.locator = provenance.locator or "p1"
  return ds:add(name, values, provenance)
end

before_each(function()
  ds = parley.open(":memory:")
  add("sources", { id = "a", published = "2020-01-01" }, { source = "a" })
end)
after_each(function() ds:close() end)

-- "table id field: what" of each finding.
local function found(of)
  local list = {}
  for row in (of or ds):lint():rows() do
    assert.is_true(#row.way_out > 10)
    list[#list + 1] = ("%s %s %s: %s"):format(row.table, row.id, row.field, row.what)
  end
  return list
end

describe("lint", function()
  it("finds nothing in a sound dataset", function()
    add("parties", { id = "x", name = "X" }, { source = "a" })
    add("talks", { id = "k", name = "X", status = "held" }, { source = "a", stated = "2019-12-31" })
    add("outcomes", { id = "o", best = 5, unit = "people" }, { source = "a" })
    assert.same({}, found())
    assert.same({ "table", "id", "field", "what", "way_out" }, setmetatable(ds:lint():columns(), nil))
  end)

  it("finds sources without a day, with their claims", function()
    add("sources", { id = "none" }, { source = "a" })
    add("sources", { id = "one" }, { source = "a" })
    add("sources", { id = "two" }, { source = "two" })
    add("talks", { id = "k" }, { source = "one" })
    add("talks", { id = "m" }, { source = "two" })
    add("talks", { id = "n" }, { source = "two", reported = "2020" })
    assert.same({ "sources none published: no day of publication",
      "sources one published: no day of publication: its claim is in no view as of a day",
      "sources two published: no day of publication: its 2 claims are in no view as of a day" }, found())
    assert.equal('ds:claim("sources", "none", {published = …}, {source = "none"})', ds:lint()[1].way_out)
  end)

  it("finds days that cannot be", function()
    local future = add("talks", { id = "k" }, { source = "a", reported = "2091-06" })
    local said = add("talks", { id = "m" }, { source = "a", stated = "2019-12-30" })
    add("talks", { id = "n" }, { source = "a", stated = "2091", rank = "deprecated" })
    assert.same({ ("talks k reported: claim %d was reported on 2091-06, which has not come"):format(future) }, found())
    ds:claim("sources", "a", { published = "2018" }, { source = "a", locator = "p1" })
    assert.same({ ("talks k reported: claim %d was reported on 2091-06, which has not come"):format(future),
      ("talks m stated: claim %d was said on 2019-12-30, after the report of 2018"):format(said) }, found())
  end)

  it("finds wholes against their parts, and amounts without a unit", function()
    add("outcomes", { id = "w", best = 10, unit = "people" }, { source = "a" })
    add("outcomes", { id = "p", best = 20, unit = "people", part_of = "w" }, { source = "a" })
    add("outcomes", { id = "q", low = 20 }, { source = "a" })
    add("outcomes", { id = "r", text = "none" }, { source = "a" })
    assert.same({ "outcomes w best: the whole does not agree with its parts: whole 10 (a); parts 20 = 20 p (a)",
      "outcomes q unit: an amount without a unit: nobody can say what it adds up with" }, found())
  end)

  it("finds things that share a name", function()
    add("parties", { id = "c", name = "Conseil" }, { source = "a" })
    add("parties", { id = "d", name = "The Council", aliases = "CONSÉIL ; other" }, { source = "a" })
    add("people", { id = "p", name = "Ana  Ruiz" }, { source = "a" })
    add("people", { id = "q", name = "ana ruíz" }, { source = "a" })
    add("people", { id = "r", name = "Conseil", aliases = "conseil" }, { source = "a" })
    assert.same({ "parties d name: 'c' is called the same", "people q name: 'p' is called the same" }, found())
  end)

  it("looks at what a policy and a day show", function()
    add("sources", { id = "b", published = "2021" }, { source = "b" })
    add("outcomes", { id = "o", best = 5 }, { source = "b" })
    assert.equal(1, #found())
    assert.same({ 0, 0 }, { #found(ds:as_of("2020-06-01")), #found(ds:with_policy { deny = { "b" } }) })
  end)

  it("finds claims that do not say where they are found, by source", function()
    ds:add("sources", { id = "b", published = "2021" }, { source = "b" })
    ds:add("talks", { id = "k" }, { source = "b" })
    ds:add("talks", { id = "m" }, { source = "a" })
    ds:add("talks", { id = "n" }, { source = "a", rank = "deprecated", locator = nil })
    assert.same({ "sources a locator: a claim does not say where in it",
      "sources b locator: 2 claims do not say where in it" }, found())
  end)

  it("finds deliveries that surely came before their promise", function()
    add("talks", { id = "k", date = "2019-06" }, { source = "a" })
    add("outcomes", { id = "o", date = "2019-05-10" }, { source = "a" })
    add("outcomes", { id = "of", talk = "k" }, { source = "a" })
    for id, given in pairs { early = { "o", "2019-05-09" }, same = { "o", "2019-05-10" }, maybe = { "o", "2019-05" },
      before = { "of", "2019-05-31" }, within = { "of", "2019-06-01" } } do
      add("deliveries", { id = id, outcome = given[1], date = given[2] }, { source = "a" })
    end
    assert.same({ "deliveries before date: made on 2019-05-31, before the promise of 2019-06",
      "deliveries early date: made on 2019-05-09, before the promise of 2019-05-10" }, found())
  end)

  it("finds two holders of one post at one time", function()
    add("parties", { id = "x", name = "X" }, { source = "a" })
    for id, held in pairs { first = "2018-03/2019-05", second = "2019-05/..", third = "2019-07-01/2019-12-31", vague = "2019",
      ended = "2017/2018-03", unknown = "/2019", started = "2019-08/" } do
      add("offices", { id = id, party = "x", title = id == "third" and "MINISTER" or "Minister", held = held },
        { source = "a" })
    end
    add("offices", { id = "other", party = "x", title = "Envoy", held = "2019" }, { source = "a" })
    assert.same({ "offices third held: the same post as 'second', at the same time" }, found())
  end)

  it("finds a person on two sides of a talk", function()
    add("people", { id = "ana", name = "Ana" }, { source = "a" })
    for _, id in ipairs { "k", "m" } do add("talks", { id = id }, { source = "a" }) end
    for _, id in ipairs { "x", "y" } do add("parties", { id = id, name = id, kind = "state" }, { source = "a" }) end
    add("parties", { id = "ministry", name = "Ministry", kind = "government_body", parent = "x" }, { source = "a" })
    local function sit(id, talk, party, status)
      add("participants", { id = id, talk = talk, party = party, person = "ana", status = status }, { source = "a" })
    end
    sit("1", "k", "x")
    sit("2", "k", "ministry")
    sit("3", "k", "y", "absent")
    sit("4", "m", "y")
    assert.same({}, found())
    sit("5", "m", "ministry")
    assert.same({ "participants 5 party: ana sits for x here, and for y by '4'" }, found())
  end)

  it("finds bounds upside down, words of no vocabulary and dangling references that another program wrote", function()
    add("talks", { id = "k", status = "held" }, { source = "a" })
    add("parties", { id = "x", name = "X" }, { source = "a" })
    add("outcomes", { id = "o", age_min = 18, age_max = 25, giver = "x", talk = "k" }, { source = "a" })
    assert.same({}, found())
    ds.store:exec [[UPDATE outcomes SET age_min = 30; UPDATE talks SET status = 'hld';
      UPDATE outcomes SET giver = 'x; nobody']]
    assert.same({ "outcomes o age_min: its bounds are upside down",
      "outcomes o giver: refers to 'nobody', of which no claim is left or considered",
      "talks k status: 'hld' is no word of the vocabulary talk_status" }, found())
  end)

  it("finds references that a policy leaves without a claim", function()
    add("sources", { id = "b", published = "2021" }, { source = "b" })
    add("talks", { id = "k" }, { source = "b" })
    add("outcomes", { id = "o", talk = "k" }, { source = "a" })
    assert.same({ "outcomes o talk: refers to 'k', of which no claim is left or considered" },
      found(ds:with_policy { deny = { "b" } }))
  end)

  it("finds texts that are too long, and long quotations, in claims and their notes", function()
    add("statements", { id = "long", text = ("я"):rep(201) }, { source = "a" })
    add("statements", { id = "fits", text = ("я"):rep(200) }, { source = "a", note = "It's 'one two three four five six "
      .. "seven eight nine' by another's word, and \"one two three four five six seven eight\"." })
    local claim = add("statements", { id = "quotes", text = "She said \u{201C}one two three four five six seven eight "
      .. "nine\u{201D}." }, { source = "a", note = "\"Nine words in a row are more than allowed\", she said." })
    ds:amend(add("statements", { id = "amended", text = ("x"):rep(300) }, { source = "a" }), { text = "x" }, "too long")
    assert.same({ "statements long text: a text of 201 characters, of 200 at most",
      "statements quotes text: quotes 9 words in a row, of 8 at most",
      "statements quotes note: quotes 9 words in a row, of 8 at most" }, found())
    assert.equal(("ds:amend(%d, {note = …}, reason)"):format(claim), ds:lint()[3].way_out)
  end)

  it("finds facts that lie after the report of them, but no plans, denials and what somebody has seen", function()
    local told = add("talks", { id = "k", date = "2020-02", status = "held" }, { source = "a" })
    add("talks", { id = "l", date = "2020-02" }, { source = "a", modality = "plan" })
    add("talks", { id = "m", date = "2020-01" }, { source = "a" })                           -- may be its first day
    add("talks", { id = "n", date = "2020-02" }, { source = "a", reported = "2020-02-01" })
    add("deliveries", { id = "d", date = "2020-01-02" }, { source = "a", note = "A misprint of 2019." })
    add("outcomes", { id = "o", date = "2020-03", due = "2021" }, { source = "a", polarity = "denied" })
    local handed = add("documents", { id = "p", handed_over = "2021" }, { source = "a" })
    assert.same({ ("talks k date: claim %d tells of 2020-02 as a fact, and was reported on 2020-01-01"):format(told),
      ("documents p handed_over: claim %d tells of 2021 as a fact, and was reported on 2020-01-01"):format(handed) },
      found())
    ds:amend(told, { modality = "plan" }, "it was announced")
    ds:retract(handed, "another year")
    assert.same({}, found())
  end)

  it("finds what is told as a fact to have lasted longer than its report can know, whatever its note says", function()
    add("offices", { id = "x", title = "Envoy", held = "2019-01-01/2020-06-30" }, { source = "a", note = "By the end." })
    add("memberships", { id = "m", held = "2019/2021" }, { source = "a" })
    add("outcomes", { id = "o", in_force = "2019-01-01/2020-01-02", status = "agreed" }, { source = "a" })
    assert.same({
      "offices x held: claim 2 tells as a fact that it lasted 2019-01-01/2020-06-30, and was reported on 2020-01-01",
      "memberships m held: claim 3 tells as a fact that it lasted 2019/2021, and was reported on 2020-01-01",
      "outcomes o in_force: claim 4 tells as a fact that it lasted 2019-01-01/2020-01-02, and was reported on 2020-01-01",
    }, found())
    assert.equal("leave its end open ('..') or unknown, or claim it from a source of that day: "
      .. "ds:amend(2, {held = …}, reason); a term that is ahead is told with modality = \"plan\"", ds:lint()[1].way_out)
    ds:amend(2, { held = "2019-01-01/.." }, "not over")
    ds:amend(3, { held = "2019/" }, "not known")
    ds:amend(4, { modality = "plan" }, "a term")
    add("offices", { id = "y", title = "Clerk", held = "2019-01-01/2020-06-30" }, { source = "a", polarity = "denied" })
    add("offices", { id = "z", title = "Judge", held = "2019-01-01/2020-01-01" }, { source = "a" })
    assert.same({}, found())
  end)

  it("finds nothing in the bundled datasets", function()
    for _, one in ipairs(parley.datasets()) do assert.same({}, found(parley.open(one.name))) end
  end)
end)
