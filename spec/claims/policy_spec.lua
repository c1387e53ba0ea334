-- Policies: which claims count, in which order, checked through SQL on rows made by hand and through what a
-- dataset shows.
-- Holds: storage.claim_ranking, storage.statements.claim_weights, storage.statements.weighted_claims

local core = require "parley.core"
local parley = require "parley"
local dialect = require "parley.query.sql.dialect"
local policy = require "parley.claims.policy"
local sqlite = require "parley.query.sql.dialect.sqlite"
local claim_weights = require "parley.storage.statements.claim_weights"
local scratch = require "spec.support.scratch"

local store
setup(function()
  store = assert(core.open(":memory:", { mode = "memory" }))
  store:exec [[CREATE TABLE c (claim INTEGER PRIMARY KEY, source TEXT, certainty TEXT, rank TEXT, polarity TEXT,
    retracted_at TEXT, stated_end INTEGER, reported_end INTEGER, entry INTEGER)]]
end)
teardown(function() store:close() end)
before_each(function() store:exec "DELETE FROM c" end)

local NORMAL = { source = "s1", certainty = "narration", rank = "normal", polarity = "affirmed", reported = 20240 }

-- Adds a claim, NORMAL but for what is given.
local function claim(key, changes)
  local row = setmetatable(changes or {}, { __index = NORMAL })
  store:run("INSERT INTO c VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", { n = 9, key, row.source, row.certainty, row.rank,
    row.polarity, row.retracted, row.stated, row.reported, row.entry })
end

-- Keys of the considered claims, heaviest first.
local function order(p, weight)
  local params, bind = dialect.params(sqlite)
  local sql, keys = (weight or claim_weights.field)(sqlite, p, bind), {}
  for key in store:each(("SELECT claim FROM c WHERE (%s) IS NOT NULL ORDER BY (%s) DESC"):format(sql, sql), params) do
    keys[#keys + 1] = key
  end
  return table.concat(keys, " ")
end

describe("the default policy", function()
  it("ranks certainties as the vocabulary does", function()
    assert.same(require("parley.codebook.vocabularies").codes "certainty", policy.CERTAINTIES)
  end)

  it("puts firmer certainty first, in the order of the scale", function()
    for i, certainty in ipairs(policy.CERTAINTIES) do claim(i, { certainty = certainty, reported = 20000 + i }) end
    assert.equal("1 2 3 4 5 6 7 8", order(policy.default))
  end)

  it("puts preferred rank before certainty, and leaves deprecated, denied and retracted claims out", function()
    claim(1, { certainty = "on_record_quote" })
    claim(2, { certainty = "inferred", rank = "preferred" })
    claim(3, { rank = "deprecated" })
    claim(4, { polarity = "denied" })
    claim(5, { retracted = "2026-01-01T00:00:00Z" })
    assert.equal("2 1", order(policy.default))
  end)

  it("puts the later report first, then the later claim", function()
    claim(1, { reported = 20242 })
    claim(2, { reported = 20241 })
    claim(3, { reported = 20242 })
    assert.equal("3 1 2", order(policy.default))
  end)

  it("puts a claim that had to wait where its row stood", function()
    claim(1)
    claim(2)
    claim(4)
    claim(7, { entry = 3 })
    assert.equal("4 7 2 1", order(policy.default))
  end)

  it("puts a report without a known day last among equals", function()
    claim(1, { reported = -700000 })
    store:run("INSERT INTO c(claim, certainty, rank, polarity) VALUES (9, 'narration', 'normal', 'affirmed')")
    assert.equal("1 9", order(policy.default))
  end)

  it("keeps days beyond its range in order with those inside", function()
    claim(1, { reported = 300000000 })
    claim(2, { reported = 20240 })
    claim(3, { reported = -300000000 })
    assert.equal("1 2 3", order(policy.default))
    store:exec "UPDATE c SET certainty = 'anonymous' WHERE claim = 1"
    assert.equal("2 3 1", order(policy.default))
  end)

  it("lets a later day come before firmer certainty for a state, and rank before both", function()
    claim(1, { certainty = "on_record_quote", reported = 20240 })
    claim(2, { certainty = "inferred", reported = 20250 })
    claim(3, { certainty = "inferred", stated = 20245, reported = 20260 })
    claim(4, { certainty = "inferred", rank = "preferred", reported = 20000 })
    assert.equal("4 2 3 1", order(policy.default, claim_weights.state))
    assert.equal("4 1 3 2", order(policy.default))
  end)

  it("never gives a negative weight, nor one that is not whole", function()
    claim(2 ^ 30 | 0, { certainty = "on_record_quote", rank = "preferred", reported = 300000000 })
    local weight = store:values(("SELECT %s FROM c"):format(claim_weights.field(sqlite, policy.default)))
    assert.equal("integer", math.type(weight))
    assert.equal((1 << 56) + (8 << 52) + (4194303 << 30), weight)
  end)

  it("writes its columns with an alias where one is given", function()
    claim(7)
    local sql = claim_weights.field(sqlite, policy.default, nil, "x")
    assert.equal((3 << 52) + ((20240 + 2097152) << 30) + 7, (store:values(("SELECT %s FROM c AS x"):format(sql))))
  end)
end)

describe("a policy of one's own", function()
  it("leaves out what is weaker than its floor", function()
    for i, certainty in ipairs(policy.CERTAINTIES) do claim(i, { certainty = certainty }) end
    assert.equal("1 2 3 4 5", order(policy.new { certainty = "named_medium" }))
    assert.equal("1", order(policy.new { certainty = "on_record_quote" }))
    assert.same({ "on_record_quote", "on_record_paraphrase" },
      policy.considered(policy.new { certainty = "on_record_paraphrase" }))
  end)

  it("leaves out denied sources, whatever their name", function()
    claim(1, { source = "s1" })
    claim(2, { source = "it's" })
    assert.equal("1", order(policy.new { deny = { "it's" } }))
    assert.equal("2", order(policy.new { deny = { "s1", "s9" } }))
  end)

  it("puts preferred sources first, in their order, even before preferred rank", function()
    claim(1, { source = "s1", certainty = "on_record_quote", rank = "preferred" })
    claim(2, { source = "s2", certainty = "inferred" })
    claim(3, { source = "s3", certainty = "anonymous" })
    assert.equal("3 2 1", order(policy.new { prefer = { "s3", "s2" } }))
    assert.equal("2 3 1", order(policy.new { prefer = { "s2", "s3" } }))
    assert.equal("2 1 3", order(policy.new { prefer = "s2" }))
  end)

  it("shows the earlier report where asked, but still the latest state", function()
    claim(1, { reported = 20240 })
    claim(2, { reported = 20250 })
    assert.equal("1 2", order(policy.new { report = "earliest" }))
    assert.equal("2 1", order(policy.new { report = "earliest" }, claim_weights.state))
  end)

  it("does not keep the lists it was given", function()
    local deny = { "s1" }
    local p = policy.new { deny = deny }
    deny[1] = "s2"
    assert.equal("s1", p.deny[1])
  end)

  it("knows when it shows what the default shows", function()
    assert.is_true(policy.is_default(policy.default))
    assert.is_true(policy.is_default(policy.new { name = "mine", certainty = "inferred" }))
    assert.is_false(policy.is_default(policy.new { certainty = "anonymous" }))
    assert.is_false(policy.is_default(policy.new { report = "earliest" }))
    assert.is_false(policy.is_default(policy.new { deny = { "s1" } }))
  end)

  it("says what it does", function()
    assert.equal("Policy 'default'. Left out: retracted, deprecated and denying claims. Shown first: preferred rank; "
      .. "then firmer certainty; then the later report; then what more independent sources give. For a state that "
      .. "changes over time the later day comes before certainty.", policy.describe(policy.default))
    local p = policy.new { name = "strict", prefer = { "s1", "s2" }, deny = { "s4" }, certainty = "narration",
      report = "earliest" }
    assert.equal("Policy 'strict'. Left out: retracted, deprecated and denying claims; anything weaker than narration; "
      .. "claims of s4. Shown first: claims of s1, then s2; then preferred rank; then firmer certainty; then the "
      .. "earlier report; then what more independent sources give. For a state that changes over time the later day "
      .. "comes before certainty.", policy.describe(p))
  end)
end)

describe("a wrong policy is refused:", function()
  local many = {}
  for i = 1, 64 do many[i] = "s" .. i end
  local refused = {
    { "s1", "a policy takes a table of options, not a string; its options: name, prefer, deny, coders, certainty, report" },
    { { denny = {} }, "a policy has no option 'denny'; did you mean 'deny'?" },
    { { certainty = "naration" }, "no certainty 'naration'; did you mean 'narration'?" },
    { { report = "newest" }, "no report 'newest'; known: latest, earliest" },
    { { prefer = 4 }, "policy.prefer must be a list of source ids, such as {'s1', 's4'}, not a number" },
    { { deny = { 4 } }, "policy.deny lists ids of sources, not a number" },
    { { prefer = { "s1" }, deny = { "s1" } }, "a policy cannot both prefer and deny source 's1'" },
    { { prefer = many }, "policy.prefer lists 64 sources; at most 63 can be put in order" },
    { { name = 3 }, "policy.name must be text" },
  }
  for _, case in ipairs(refused) do
    it(case[2], function() assert.equal(case[2], scratch.message_of(policy.new, case[1])) end)
  end
end)

describe("a dataset opened with a policy", function()
  local path, remove
  setup(function()
    local at
    at, remove = scratch.folder()
    path = at "policy.db"
    local ds <close> = scratch.fill(parley.open(path))
    ds:claim("talks", "r2", { place = "Istanbul" }, { source = "s1", certainty = "on_record_quote" })
    ds:claim("talks", "r2", { place = "Ankara" }, { source = "s2", certainty = "anonymous" })
  end)
  teardown(function() remove() end)

  local function place(options)
    local ds <close> = assert(parley.open(path, options))
    return ds.talks:first().place
  end

  it("shows other values, and leaves the stored ones", function()
    assert.equal("Istanbul", place())
    assert.equal("Ankara", place { policy = { prefer = { "s2" } } })
    assert.equal("Ankara", place { policy = { deny = { "s1" } }, mode = "ro" })
    assert.equal("Istanbul", place { policy = { deny = { "s3" } } })
    assert.equal("Istanbul", place())
  end)

  it("still shows what was known on a day", function()
    local ds <close> = assert(parley.open(path, { policy = { prefer = { "s2" } } }))
    assert.equal("Istanbul", ds.talks:as_of("2025-06-02"):first().place)
    assert.equal("Ankara", ds.talks:as_of("2025-06-03"):first().place)
  end)

  it("must name sources that are there", function()
    assert.equal("policy.deny: no source 's22'; did you mean 's2'?",
      scratch.message_of(parley.open, path, { policy = { deny = { "s22" } } }))
    assert.equal("a policy has no option 'certanty'; did you mean 'certainty'?",
      scratch.message_of(parley.open, path, { policy = { certanty = "narration" } }))
  end)
end)
