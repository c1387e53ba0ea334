-- Views of coders: what they stamp, whose claims they take back, and that a blind one tells nothing of others. A blind
-- view answers, prints and fails as one of a dataset in which the others never wrote.
-- Holds: claims.voices

local codebook = require "parley.codebook.tables"
local parley = require "parley"
local scratch = require "spec.support.scratch"

local datasets = {}

local function keep(ds)
  datasets[#datasets + 1] = ds
  return ds
end

after_each(function()
  for _, ds in ipairs(datasets) do if ds:is_open() then ds:close() end end
  datasets = {}
end)

local function new()
  local ds = keep(parley.open ":memory:")
  ds:add("sources", { id = "s1", outlet = "First", published = "2025-06-02" })
  ds:add("parties", { id = "ukraine", name = "Ukraine", kind = "state" }, { source = "s1" })
  ds:add("parties", { id = "russia", name = "Russia", kind = "state" }, { source = "s1" })
  return ds
end

local function coders(q)
  local names = {}
  for name in q:each "coder" do names[#names + 1] = name end
  return names
end

local function message_of(fn, ...)
  local done, err = pcall(fn, ...)
  assert.is_false(done)
  return (tostring(err):match "parley: (.*)"), err.code
end

describe("the view of a coder", function()
  local ds, anna, ben
  before_each(function()
    ds = new()
    anna, ben = ds:as_coder "anna", ds:as_coder "ben"
  end)

  it("claims as that coder, and imports so, what claims cannot carry left alone", function()
    anna:add("talks", { id = "r2", place = "Oslo" }, { source = "s1" })
    ben:claim("talks", "r2", { place = "Bern" }, { source = "s1" })
    anna:add("events", { id = "e1", date = "2025" })
    local report = anna:import("talks", parley.frame { { id = "r3", place = "Bonn" } }, { source = "s1" })
    assert.equal(1, report.added)
    assert.same({ "anna", "ben", "anna" }, coders(ds.talks:claims():sort "claim"))
    assert.equal("Oslo", ds.talks:get("r2").place)
    assert.equal(2, anna.talks:count())
    assert.equal(1, ds.events:count())
  end)

  it("goes with more provenance, and refuses that of another coder", function()
    local paper = anna:with_provenance { source = "s1", locator = "p2" }
    paper:add("talks", { id = "r2" })
    assert.same({ "anna", "p2" }, { ds.talks:claims():first().coder, ds.talks:claims():first().locator })
    local told = "this is the view of coder 'anna', which claims nothing as 'ben'; ds:as_coder(name) gives that of another"
    assert.equal(told, message_of(anna.claim, anna, "talks", "r2", { place = "Bern" }, { source = "s1", coder = "ben" }))
    assert.equal(told, message_of(paper.with_provenance, paper, { coder = "ben" }))
    assert.equal(told, message_of(anna.amend, anna, ds.talks:claims():first().claim, { coder = "ben" }, "mine"))
    assert.matches("nothing as 'the coder of the mapping'", (message_of(anna.import, anna, "talks",
      parley.frame { { id = "r9", who = "ben" } },
      { source = "s1", mapping = { rows = { { table = "talks", id = { column = "id" },
        provenance = { coder = { column = "who" } } } } } })))
  end)

  it("takes back and restates that coder's own, and says who did", function()
    local key = anna:add("talks", { id = "r2", place = "Oslo" }, { source = "s1" })
    local of_ben = ben:claim("talks", "r2", { place = "Bern" }, { source = "s1" })
    assert.equal(("claim %d is of coder 'ben', and this is the view of 'anna', which takes back and restates its own; "
      .. "ds:as_coder('anna', {others = true}) does so with all"):format(of_ben), (message_of(anna.retract, anna, of_ben)))
    local _, code = message_of(anna.amend, anna, of_ben, { place = "Basel" }, "heard")
    assert.equal("permission", code)
    assert.matches("names no coder", (message_of(anna.prefer, anna, 1, "so")))
    assert.matches("rename%(%) reaches what others than 'anna' coded", (message_of(anna.rename, anna, "talks", "r2", "r3")))
    anna:retract(key, "misread")
    local row = ds:evidence("talks", "r2"):where { claim = key }:one()
    assert.is_true(row.retracted)
    local editor = ds:as_coder("ed", { others = true })
    local amended = editor:amend(of_ben, { place = "Basel" }, "heard again")
    local claim = ds.talks:claims():where { claim = amended }:one()
    assert.same({ "ben", "ed", "Basel" }, { claim.coder, claim.entered_by, claim.place })
  end)

  it("shares transactions with the dataset, in which each speaks for itself", function()
    local done = pcall(anna.atomic, anna, function()
      anna:add("talks", { id = "r2", place = "Oslo" }, { source = "s1" })
      ds:claim("talks", "r2", { venue = "hall" }, { source = "s1" })
      assert.same({ "anna" }, coders(ds.talks:claims():where "coder is not nil"))
      error("second thoughts", 0)
    end)
    assert.is_false(done)
    assert.equal(0, ds.talks:count())
    assert.is_false(pcall(anna.add, anna, "talks", { id = "r2", plaice = "x" }, { source = "s1" }))
    ds:add("talks", { id = "r2" }, { source = "s1" })
    assert.is_nil(ds.talks:claims():first().coder)
  end)

  it("is asked for with a name, and of what can be written to", function()
    assert.equal("as_coder() takes the name of a coder, a text, not number", (message_of(ds.as_coder, ds, 1)))
    assert.matches("not an empty one", (message_of(ds.as_coder, ds, " ")))
    assert.matches("no option 'blnd'", (message_of(ds.as_coder, ds, "anna", { blnd = true })))
    assert.matches("cannot change what others coded", (message_of(ds.as_coder, ds, "anna", { blind = true, others = true })))
    assert.matches("of the coder's view", (message_of(function() ds:as_of("2026-01-01"):as_coder "anna" end)))
    assert.equal("read_only", select(2, message_of(function() anna:as_of("2026-01-01"):add("talks", { id = "x" }) end)))
  end)
end)

-- ---- blind --------------------------------------------------------------------------------------------------------

-- What anna and nobody said; and, where they are asked for, what others did of each kind, about her things and theirs.
local function coded(others)
  local ds = new()
  local anna = ds:as_coder("anna", { blind = true })
  anna:add("talks", { id = "r2", place = "Oslo", date = "2025-06-02", status = "held" }, { source = "s1", locator = "p1" })
  anna:add("demands", { id = "d1", party = "ukraine", topic = "ceasefire", days_best = 30, talk = "r2", made = "2025-06-02",
    text = "A truce." }, { source = "s1" })
  ds:claim("talks", "r2", { venue = "hall" }, { source = "s1" })
  if not others then return anna, ds end
  local ben = ds:as_coder "ben"
  ben:add("sources", { id = "zsecret", title = "Zsecret", published = "2025-06-01" })
  ben:claim("sources", "s1", { title = "Zsecret", outlet = "Zsecret" }, { source = "s1" })
  ben:claim("parties", "ukraine", { aliases = "Zsecret" }, { source = "s1" })
  ben:add("parties", { id = "zsecret", name = "Zsecret", kind = "state" }, { source = "zsecret" })
  ben:add("people", { id = "zsecret", name = "Zsecret" }, { source = "s1" })
  ben:add("talks", { id = "zsecret", place = "Zsecret", date = "2025-06-03", status = "held" }, { source = "s1" })
  ben:claim("talks", "r2", { place = "Zsecret", status = "cancelled" }, { source = "s1", rank = "preferred" })
  ben:claim("demands", "d1", { days_best = 60, text = "Zsecret" }, { source = "zsecret", certainty = "on_record_quote" })
  ben:add("demands", { id = "zsecret", party = "zsecret", topic = "remains", talk = "r2", text = "Zsecret" },
    { source = "s1" })
  ben:add("outcomes", { id = "zsecret", talk = "r2", unit = "bodies", best = 6000, giver = "ukraine" }, { source = "s1" })
  ben:retract(ben:claim("talks", "r2", { name = "Zsecret" }, { source = "s1" }), "Zsecret")
  ds:import("talks", parley.frame { { id = "zsecret2", date = "Zsecret" } }, { source = "s1" })
  return anna, ds
end

-- All of a Frame or query, and of whatever else what it prints, but the second in which it was written.
local function text(value)
  local done, markdown = pcall(function() return value:to_markdown() end)
  local told = done and markdown or tostring(value):gsub("^[^\n]-%(", "("):gsub("%s+", " ")
  return (told:gsub("%d%d%d%d%-%d%d%-%d%dT%d%d:%d%d:%d%dZ", "(the time)"))
end

-- Everything that can be asked, each as a text.
local ASKED = {
  printed = tostring, described = function(ds) return ds:describe() end,
  found = function(ds) return ds:search "zsecret*" end, truce = function(ds) return ds:search "truce" end,
  disagreements = function(ds) return ds:disagreements() end,
  among_coders = function(ds) return ds:disagreements { among = "coders" } end,
  evidence = function(ds) return ds:evidence("talks", "r2") end,
  evidence_field = function(ds) return ds:evidence("demands", "d1", "days_best") end,
  record = function(ds) return ds.talks:get "r2" end,
  timeline = function(ds) return ds:timeline() end, positions = function(ds) return ds:positions() end,
  ledger = function(ds) return ds:ledger() end, network = function(ds) return ds:network() end,
  changes = function(ds) return ds:changes { from = "2025-06-01", to = "2025-06-30" } end,
  concessions = function(ds) return ds:concessions() end, lint = function(ds) return ds:lint() end,
  brief = function(ds) return ds:brief() end, cite = function(ds) return ds:cite(ds.talks) end,
  resting = function(ds) return ds:resting_on "narration" end, undated = function(ds) return ds.talks:as_of "2025-06-02" end,
  as_of = function(ds) return ds:as_of("2025-06-30").talks end,
  as_recorded = function(ds) return ds:as_recorded("2100-01-01").talks end,
  policy = function(ds) return ds:with_policy({ report = "earliest" }).talks end,
  overdue = function(ds) return ds:overdue "2025-12-01" end,
  total = function(ds) return ds.outcomes:total "amount" end,
  compare = function(ds) return ds:compare("r2", "r2") end,
  told = function(ds) return ds.talks:as_of("2025-06-02"):notes() end,
  json = function(ds) return ds.demands:to_json() end,
  joined = function(ds) return ds.demands:join(ds.talks, { on = { talk = "id" } }) end,
  of_talk = function(ds) return ds.demands:select("id", "talk.place") end,
  nobody = function(ds) return ds.talks:get "zsecret" end,
  near = function(ds) return ds.talks:get "zsecre" end,
  near_option = function(ds) return ds:evidence("parties", "zsecre") end,
  coders = function(ds) return ds:with_policy { coders = { "ben" } } end,
  denied = function(ds) return ds:with_policy { deny = { "zsecre" } } end,
  positions_of = function(ds) return ds:positions { party = "zsecre" } end,
  referring = function(ds) return ds:add("demands", { id = "dx", talk = "zsecret", party = "zsecre" }, { source = "s1" }) end,
  sourced = function(ds) return ds:claim("talks", "r2", { name = "x" }, { source = "zsecre" }) end,
  claimed = function(ds) return ds:claim("talks", "zsecret", { name = "x" }, { source = "s1" }) end,
  kept = function(ds) return ds:with_provenance { source = "zsecre" } end,
}
for _, kind in ipairs { "demands", "disagreements", "known", "ledger", "network", "positions", "timeline" } do
  local options = kind == "known" and { table = "talks", id = "r2", field = "place" } or nil
  ASKED["plot of " .. kind] = function(ds) return ds:plot(kind, options):text() end
end
for _, info in ipairs(codebook.tables) do
  ASKED["rows of " .. info.name] = function(ds) return ds[info.name] end
  ASKED["count of " .. info.name] = function(ds) return ds[info.name]:count() end
  ASKED["Frame of " .. info.name] = function(ds) return ds:frame(info.name) end
  if info.claims then
    ASKED["claims of " .. info.name] = function(ds) return ds[info.name]:claims() end
  end
end

local function answers(ds)
  local found = {}
  for name, ask in pairs(ASKED) do
    local done, value = pcall(ask, ds)
    found[name] = (done and "" or "fails: ") .. text(value)
  end
  return found
end

describe("a blind view", function()
  it("answers, prints and fails as if the others had never written", function()
    local alone, among = coded(false), coded(true)
    local expected, given = answers(alone), answers(among)
    for name, told in pairs(given) do
      assert.equal(expected[name], told, name)
      assert.is_nil(told:lower():find("zsecret[^*'\"]", 1), name)
    end
  end)

  it("writes a page and a package that hold nothing of others", function()
    local at, remove = scratch.folder()
    local _, ds = coded(true)
    local anna = ds:as_coder("anna", { blind = true })
    assert(anna:report(at "x.html"))
    assert(anna:save_package(at "package"))
    assert.is_nil(scratch.read(at "x.html"):lower():find("zsecret", 1, true))
    for _, file in ipairs { "talks.csv", "talks_claims.csv", "sources.csv", "parties.csv", "demands_claims.csv" } do
      assert.is_nil(scratch.read(at("package/" .. file)):lower():find("zsecret", 1, true), file)
    end
    remove()
  end)

  it("takes a thing that others made as new, and both stand on it", function()
    local anna, ds = coded(true)
    anna:add("talks", { id = "zsecret", place = "Rome" }, { source = "s1" })
    assert.equal("Rome", anna.talks:get("zsecret").place)
    assert.equal("Zsecret", ds.talks:get("zsecret").place)
    anna:add("demands", { id = "d7", talk = "zsecret" }, { source = "s1" })
    assert.matches("already", (message_of(anna.add, anna, "talks", { id = "zsecret" }, { source = "s1" })))
  end)

  it("knows no claim of another by its key, and touches none of nobody's", function()
    local anna, ds = coded(true)
    local key = ds.talks:claims():where { id = "zsecret" }:first().claim
    local none = ds.demands:claims():max "claim" + 1000
    local told = message_of(anna.retract, anna, key)
    assert.equal(message_of(anna.retract, anna, none):gsub("%d+", ""), (told:gsub("%d+", "")))
    assert.matches("names no coder", (message_of(anna.amend, anna, 1, { title = "x" }, "so")))
  end)

  it("refuses what could not keep that, and gives no other view", function()
    local anna = coded(true)
    for _, call in ipairs { "sql", "import", "requeue", "rename", "dump", "save_as", "as_coder" } do
      local arguments = ({ sql = { "select 1" }, import = { "talks", parley.frame { { id = "x" } }, { source = "s1" } },
        rename = { "talks", "r2", "r9" }, as_coder = { "ben" }, dump = { "x" }, save_as = { "x.db" } })[call] or {}
      local _, code = message_of(anna[call], anna, table.unpack(arguments))
      assert.is_true(code == "permission" or code == "read_only", call)
    end
    assert.equal(1, anna:as_coder("anna").demands:count())
    assert.equal(1, anna:with_policy({ report = "earliest" }):as_of("2026-01-01").demands:count())
  end)

  it("lets nothing go that others refer to, and does not say who", function()
    local ds = new()
    local anna = ds:as_coder("anna", { blind = true })
    local key = anna:add("talks", { id = "r2" }, { source = "s1" })
    ds:as_coder("ben"):add("demands", { id = "zsecret", talk = "r2" }, { source = "s1" })
    assert.equal("talk 'r2' cannot go: something refers to it that this view does not show",
      (message_of(anna.retract, anna, key)))
  end)
end)
