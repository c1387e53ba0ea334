-- ds:compare(a, b): what changed between two talks, on the bundled ones and on those of an invented process.
-- Holds: analysis.pairing

local parley = require "parley"
local scratch = require "spec.support.scratch"
local second = require "spec.support.second"

local istanbul, orvenn = parley.open(), second.open()

-- "before after verdict" of each row, "-" for a missing demand.
local function verdicts(frame)
  local list = {}
  for row in frame:rows() do
    list[#list + 1] = ("%s %s %s"):format(row.before or "-", row.after or "-", row.verdict)
  end
  return list
end

local function row_of(frame, demand)
  for row in frame:rows() do
    if row.after == demand or row.before == demand then return row end
  end
end

describe("compare() of Istanbul's rounds 2 and 3, for Ukraine", function()
  local changes = istanbul:compare("r2", "r3", { party = "ukraine" })

  it("finds the ceasefire dropped from the agenda", function()
    local row = row_of(changes, "ua-ceasefire")
    assert.same({ "dropped", "dropped", 1, "ceasefire", "countered" },
      { row.verdict, row.agenda, row.place_before, row.topic, row.status })
    assert.is_nil(row.after)
    assert.is_nil(row.place_after)
  end)

  it("finds the leaders' meeting added to the agenda", function()
    local row = row_of(changes, "ua-r3-leaders")
    assert.same({ "changed", "added", "priority", "not on the list", "3", 3, "revises" },
      { row.verdict, row.agenda, row.fields, row.from, row.to, row.place_after, row.basis })
    assert.equal("ua-leaders", row.before)
    assert.equal("wanted at r2; scope at r2", row.one_sided)
  end)

  it("finds prisoners changed in scope and first on the list, children kept", function()
    local prisoners = row_of(changes, "ua-r3-prisoners")
    assert.same({ "changed", "scope", "all prisoners", "prisoners of war", "up", 2, 1 }, { prisoners.verdict,
      prisoners.fields, prisoners.from, prisoners.to, prisoners.agenda, prisoners.place_before, prisoners.place_after })
    local children = row_of(changes, "ua-r3-children")
    assert.same({ "kept", "up", "scope at r2" }, { children.verdict, children.agenda, children.one_sided })
    assert.is_nil(children.fields)
  end)

  it("says of nothing else that it was on the list", function()
    assert.equal(4, changes:where("agenda is not nil"):count())
    assert.same({ ["dropped"] = 6, ["added"] = 1, ["changed"] = 2, ["kept"] = 1 }, (function()
      local counts = {}
      for verdict, n in changes:by("verdict"):count():each() do counts[verdict] = n end
      return counts
    end)())
  end)

  it("says nothing of Russia, which asks for nothing recorded at round 3", function()
    local russia = istanbul:compare("r2", "r3", { party = "russia" })
    assert.equal(#russia, russia:where { verdict = "unknown", basis = "no demand recorded at r3" }:count())
    assert.equal(12, #russia)
  end)
end)

describe("compare() of the invented rounds", function()
  it("judges every demand of rounds 1 and 2", function()
    assert.same({
      "ca-truce-1 ca-truce-2 hardened", "ca-language-1 ca-language-2 kept", "fr-water-1 fr-water-2 changed",
      "fr-pullback-1 fr-pullback-2 softened", "fr-detainees-1 fr-detainees-2 kept", "tv-roads-1 - dropped",
      "- tv-forces-2a added", "- tv-forces-2b added", "tv-ceasefire-1 tv-ceasefire-2 softened",
    }, verdicts(orvenn:compare("o1", "o2")))
  end)

  it("judges every demand of rounds 2 and 3", function()
    assert.same({
      "ca-truce-2 - unknown", "ca-language-2 - unknown", "fr-water-2 - dropped",
      "fr-detainees-2 fr-detainees-3 changed",
      "fr-pullback-2 fr-pullback-3 changed", "- tv-leaders-3 added", "- tv-roads-3 added",
      "tv-ceasefire-2 tv-ceasefire-3 hardened", "tv-forces-2a - unknown", "tv-forces-2b - unknown",
      "- tv-forces-3 unknown",
    }, verdicts(orvenn:compare("o2", "o3")))
  end)

  it("follows a thread over the round between", function()
    local changes = orvenn:compare("o1", "o3")
    assert.same({ "softened", "days", "at least 60", "at least 45", "down" }, (function(row)
      return { row.verdict, row.fields, row.from, row.to, row.agenda }
    end)(row_of(changes, "tv-ceasefire-3")))
    assert.same({ "changed", "priority", "3", "not on the list", "dropped", "wanted at o1; condition at o3" },
      (function(row)
        return { row.verdict, row.fields, row.from, row.to, row.agenda, row.one_sided }
      end)(row_of(changes, "tv-roads-3")))
  end)

  it("reads the other way round as well", function()
    assert.same({ "tv-leaders-3 - dropped", "tv-forces-3 - dropped", "tv-roads-3 tv-roads-1 changed",
      "tv-ceasefire-3 tv-ceasefire-1 hardened" }, verdicts(orvenn:compare("o3", "o1", { party = "tarvia" })))
  end)

  it("says what links the two, and why the data cannot say", function()
    local changes = orvenn:compare("o2", "o3")
    assert.equal("several on the topic", row_of(changes, "tv-forces-3").basis)
    assert.equal("no demand recorded at o3", row_of(changes, "ca-truce-2").basis)
    assert.equal("taken up again", row_of(changes, "tv-roads-3").basis)
    assert.equal("revises", row_of(changes, "tv-ceasefire-3").basis)
    assert.is_nil(row_of(changes, "tv-leaders-3").basis)
    local earlier = orvenn:compare("o1", "o2")
    assert.equal("topic", row_of(earlier, "ca-language-2").basis)
    assert.equal("taken up later", row_of(earlier, "tv-roads-1").basis)
  end)

  it("gives the bounds of a quantity in words", function()
    local changes = orvenn:compare("o1", "o2")
    assert.same({ "days", "2–7", "3" }, (function(row) return { row.fields, row.from, row.to } end)(
      row_of(changes, "ca-truce-2")))
    assert.same({ "8–30", "40" }, (function(row) return { row.from, row.to } end)(
      row_of(orvenn:compare("o2", "o3"), "fr-pullback-3")))
  end)

  it("follows the day the dataset is asked about", function()
    local march = orvenn:as_of("2024-03-31"):compare("o1", "o2", { party = "tarvia" })
    assert.same({ "tv-ceasefire-1 - unknown", "tv-roads-1 - unknown" }, verdicts(march))
    local april = orvenn:as_of("2024-04")
    assert.equal("softened", row_of(april:compare("o1", "o2"), "tv-ceasefire-2").verdict)
    assert.equal("unknown", row_of(april:compare("o2", "o3"), "tv-ceasefire-2").verdict)
  end)

  it("leaves out demands that belong to no talk", function()
    for _, pair in ipairs { { "o1", "o2" }, { "o2", "o3" }, { "o1", "o3" } } do
      local changes = orvenn:compare(pair[1], pair[2])
      for _, demand in ipairs { "fr-amnesty-1", "fr-amnesty-2", "tv-monitors", "lg-access", "fr-flag" } do
        assert.is_nil(row_of(changes, demand))
      end
    end
  end)

  it("keeps a party or several", function()
    assert.same({ "ca-truce-1 ca-truce-2 hardened", "ca-language-1 ca-language-2 kept" },
      verdicts(orvenn:compare("o1", "o2", { party = "cantons" })))
    assert.equal(5, #orvenn:compare("o1", "o2", { party = { "cantons", "shore-front" } }))
    assert.equal(0, #orvenn:compare("o1", "o2", { party = "maro" }))
  end)

  it("has the columns it promises", function()
    assert.same({ "verdict", "party", "topic", "addressee", "before", "after", "fields", "from", "to", "agenda",
      "place_before", "place_after", "one_sided", "basis", "status", "text" }, orvenn:compare("o1", "o2"):columns())
  end)
end)

-- Two demands in one thread, at o2 and o3, with these values; gives the row.
local function compared(old, new)
  local ds = second.open()
  local function add(id, talk, values, revises)
    values.id, values.talk, values.revises = id, talk, revises
    values.party, values.topic = values.party or "maro", values.topic or "sanctions"
    ds:add("demands", values, { source = "report" })
  end
  add("x-2", "o2", old)
  add("x-3", "o3", new, "x-2")
  return row_of(ds:compare("o2", "o3"), "x-3")
end

describe("softened and hardened", function()
  local cases = {
    { "a lower minimum", { days_low = 30 }, { days_low = 10 }, "softened" },
    { "a higher minimum", { days_low = 30 }, { days_low = 31 }, "hardened" },
    { "a higher maximum", { days_high = 5 }, { days_high = 6 }, "softened" },
    { "a lower maximum", { days_high = 5 }, { days_high = 4 }, "hardened" },
    { "a wider interval", { days_low = 5, days_high = 9 }, { days_low = 5, days_high = 10 }, "softened" },
    { "a narrower interval", { days_low = 5, days_high = 9 }, { days_low = 6, days_high = 8 }, "hardened" },
    { "an exact number made a minimum", { days_best = 30 }, { days_low = 30 }, "softened" },
    { "a minimum made exact", { days_low = 30 }, { days_best = 40 }, "hardened" },
    { "another exact number", { days_best = 30 }, { days_best = 14 }, "changed" },
    { "an interval moved", { days_low = 5, days_high = 9 }, { days_low = 7, days_high = 12 }, "changed" },
    { "a minimum made a maximum", { days_low = 30 }, { days_high = 30 }, "changed" },
    { "another best estimate in the same bounds", { days_low = 5, days_best = 6, days_high = 9 },
      { days_low = 5, days_best = 7, days_high = 9 }, "changed" },
    { "the same bounds", { days_low = 5, days_high = 9 }, { days_low = 5, days_high = 9 }, "kept" },
    { "a bound beside another change", { days_low = 30, scope = "sea" }, { days_low = 10, scope = "land" }, "changed" },
  }
  for _, case in ipairs(cases) do
    it(("%s is %s"):format(case[1], case[4]), function()
      assert.equal(case[4], compared(case[2], case[3]).verdict)
    end)
  end
end)

describe("changed and kept", function()
  it("lists several fields in the order of the codebook", function()
    local row = compared({ days_low = 30, scope = "sea", extendable = true, wanted = "2024-05", topic = "territory" },
      { days_low = 10, scope = "land", extendable = false, wanted = "2024-06", topic = "withdrawal" })
    assert.same({ "changed", "topic; days; extendable; wanted; scope",
      "territory; at least 30; true; 2024-05; sea", "withdrawal; at least 10; false; 2024-06; land" },
      { row.verdict, row.fields, row.from, row.to })
    assert.equal("withdrawal", row.topic)
  end)

  it("sees no change in spelling, wording, paper, or how it was answered", function()
    local row = compared(
      { scope = "the Centre", text = "One.", status = "raised", label = "a", document = "front-paper",
        addressee = "tarvia", announced_by = "league" },
      { scope = "The center", text = "Two.", status = "rejected", label = "b", document = "tarvia-paper",
        addressee = "tarvia", announced_by = "maro" })
    assert.equal("kept", row.verdict)
    assert.is_nil(row.fields)
  end)

  it("sees no change where only one of the two says anything", function()
    local row = compared({ days_low = 30, scope = "sea" }, { condition = "if asked" })
    assert.same({ "kept", "days at o2; scope at o2; condition at o3" }, { row.verdict, row.one_sided })
  end)

  it("counts coming onto the list only where nothing else says more", function()
    local ds = second.open()
    ds:add("demands", { id = "tv-ceasefire-3b", party = "tarvia", topic = "ceasefire", talk = "o3", days_low = 20,
      revises = "tv-ceasefire-3" }, { source = "report" })
    local row = row_of(ds:compare("o2", "o3"), "tv-ceasefire-3b")
    assert.same({ "softened", "days; priority", "at least 30; 1", "at least 20; not on the list", "dropped" },
      { row.verdict, row.fields, row.from, row.to, row.agenda })
  end)

  it("knows no agenda where a party has no list at one of the talks", function()
    local row = compared({ priority = 1 }, {})
    assert.same({ "kept", 1 }, { row.verdict, row.place_before })
    assert.is_nil(row.agenda)
    assert.equal("same", compared({ priority = 1 }, { priority = 1 }).agenda)
  end)
end)

describe("which demand is which", function()
  it("takes the last of several in one line at the same talk", function()
    local ds = second.open()
    ds:add("demands", { id = "tv-ceasefire-3b", party = "tarvia", topic = "ceasefire", talk = "o3", days_low = 20,
      revises = "tv-ceasefire-3" }, { source = "report" })
    local row = row_of(ds:compare("o2", "o3"), "tv-ceasefire-3b")
    assert.same({ "softened", "tv-ceasefire-2" }, { row.verdict, row.before })
    assert.is_nil(row_of(ds:compare("o2", "o3"), "tv-ceasefire-3"))
  end)

  it("shows a demand that was split once for each part", function()
    local ds = second.open()
    ds:add("demands", { id = "tv-ceasefire-sea", party = "tarvia", topic = "ceasefire", talk = "o3", days_low = 90,
      revises = "tv-ceasefire-2" }, { source = "report" })
    assert.same({ "- tv-leaders-3 added", "- tv-roads-3 added", "tv-ceasefire-2 tv-ceasefire-3 hardened",
      "tv-ceasefire-2 tv-ceasefire-sea hardened",
      "tv-forces-2a - unknown", "tv-forces-2b - unknown",
      "- tv-forces-3 unknown" }, verdicts(ds:compare("o2", "o3", { party = "tarvia" })))
  end)

  it("pairs two of one thread that do not lie on one line", function()
    local ds = second.open()
    ds:add("demands", { id = "tv-roads-2", party = "tarvia", topic = "reconstruction", talk = "o2",
      revises = "tv-roads-1" }, { source = "radio" })
    local row = row_of(ds:compare("o2", "o3"), "tv-roads-3")
    assert.same({ "tv-roads-2", "revises" }, { row.before, row.basis })
  end)

  it("does not pair by topic what threads keep apart", function()
    local ds = second.open()
    local function add(id, talk, revises)
      ds:add("demands", { id = id, party = "maro", topic = "sanctions", talk = talk, revises = revises },
        { source = "report" })
    end
    add("a-1", "o1")
    add("b-1", "o1")
    add("a-2", "o2", "a-1")
    add("b-3", "o3", "b-1")
    assert.same({ "a-2 - dropped", "- b-3 added" }, verdicts(ds:compare("o2", "o3", { party = "maro" })))
  end)

  it("cannot tell whether a thread goes on in one that began when it had ended", function()
    local ds = second.open()
    local function add(id, talk, made, revises)
      ds:add("demands", { id = id, party = "maro", topic = "sanctions", talk = talk, made = made, revises = revises,
        text = "Wording of " .. id }, { source = "report" })
    end
    add("a-1", nil, "2020-01-01")
    add("a-2", "o2", "2024-04-12", "a-1")
    add("b-1", nil, "2024-05-01")
    add("b-3", "o3", "2024-06-18", "b-1")
    assert.same({ "a-2 b-3 unknown" }, verdicts(ds:compare("o2", "o3", { party = "maro" })))
    add("a-4", nil, "2024-05-02", "a-2")
    assert.same({ "a-2 - dropped", "- b-3 added" }, verdicts(ds:compare("o2", "o3", { party = "maro" })))
  end)

  it("does not take two demands for one because they share a topic", function()
    local function judged(old, new)
      local ds = second.open()
      for id, values in pairs { ["x-2"] = old, ["x-3"] = new } do
        values.id, values.party, values.topic, values.talk = id, "maro", "procedure", "o" .. id:sub(-1)
        ds:add("demands", values, { source = "report" })
      end
      local row = row_of(ds:compare("o2", "o3", { party = "maro" }), "x-3")
      return { row.verdict, row.basis, row.before, row.after }
    end
    local one, other = "No round before the exchange.", "Three working groups."
    assert.same({ "unknown", "topic alone", "x-2", "x-3" }, judged({ text = one }, { text = other }))
    assert.same({ "kept", "topic", "x-2", "x-3" }, judged({ text = one }, { text = "no round before the EXCHANGE." }))
    assert.same({ "kept", "topic", "x-2", "x-3" },
      judged({ text = one, scope = "the centre" }, { text = other, scope = "The Center" }))
    assert.same({ "kept", "topic", "x-2", "x-3" }, judged({ text = one }, {}))
    assert.same({ "changed", "topic", "x-2", "x-3" }, judged({ text = one, scope = "sea" }, { text = other, scope = "land" }))
  end)

  it("says so of the bundled contacts, too: working groups are not exchanges first", function()
    local ds <close> = parley.open "russia-ukraine-talks"
    local row = row_of(ds:compare("istanbul-r2", "istanbul-r3"), "ru-working-groups")
    assert.same({ "unknown", "topic alone", "ru-exchanges-first" }, { row.verdict, row.basis, row.before })
  end)

  it("counts a demand to the talk of its paper when no talk is named", function()
    local ds = second.open()
    ds:add("demands", { id = "in-paper", party = "maro", topic = "sanctions", document = "tarvia-paper" },
      { source = "report" })
    ds:add("demands", { id = "in-clause", party = "maro", topic = "justice", provision = "paper-shore-a" },
      { source = "report" })
    assert.same({ "- in-clause unknown", "- in-paper unknown" },
      verdicts(ds:compare("o2", "o3", { party = "maro" })))
  end)

  it("survives a circle", function()
    local ds = second.open()
    ds:claim("demands", "tv-ceasefire-1", { revises = "tv-ceasefire-3" }, { source = "report" })
    assert.equal("tv-ceasefire-2", row_of(ds:compare("o2", "o3"), "tv-ceasefire-3").before)
  end)
end)

describe("bad input to compare()", function()
  local cases = {
    { { "r9", "r3" }, "no talk 'r9'; did you mean 'r1'?" },
    { { "second round", "r3" }, "no talk 'second round'; did you mean 'r2'?" },
    { { "r2" }, "compare() takes two talks, as in ds:compare(\"r2\", \"r3\")" },
    { { nil, "r2" }, "compare() takes two talks, as in ds:compare(\"r2\", \"r3\")" },
    { { "r2", "r2" }, "compare() needs two different talks, not 'r2' twice" },
    { { "r2", { party = "ukraine" } }, "compare() takes two talks, as in ds:compare(\"r2\", \"r3\")" },
    { { "r2", "r3", { partie = "ukraine" } }, "compare() has no option 'partie'; did you mean 'party'?" },
    { { "r2", "r3", { party = "Türkiye" } }, nil },
    { { "r2", "r3", { party = "ukrain" } }, "no party 'ukrain'; did you mean 'ukraine'?" },
    { { "r2", "r3", "ukraine" }, "compare() takes a table of options, not a string; its options: party" },
  }
  for _, case in ipairs(cases) do
    it("is refused: " .. (case[2] or "a name for an id"), function()
      local message = scratch.message_of(istanbul.compare, istanbul, table.unpack(case[1], 1, 3))
      assert.equal(case[2] or "no party 'Türkiye'; did you mean 'turkiye'?", message)
    end)
  end

  it("gives nothing where nothing is asked", function()
    assert.equal(0, #istanbul:compare("leaders", "ua-meeting-0601"))
  end)
end)
