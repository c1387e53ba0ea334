-- What the design added to the codebook in its second turn is there, each as a column or a word: the names stand here,
-- typed from it, so that none is lost; and a file of the first release gets them.

local codebook = require "parley.codebook.tables"
local core = require "parley.core"
local parley = require "parley"
local scratch = require "spec.support.scratch"
local vocabularies = require "parley.codebook.vocabularies"

local SEVERAL = { documents = { "author" }, demands = { "party", "addressee" }, outcomes = { "giver", "receiver" },
  statements = { "speaker" }, responses = { "party" } }

-- Where the codebook has another name for what the design calls so, it stands behind "=".
local COLUMNS = {
  parties = "iso3 cow gwno fips",
  memberships = "party whole held",
  talks = "planned_date planned_time start_time=time length=minutes_best part_of directness",
  demands = "kind alternative_group requires measure_best measure_unit",
  outcomes = "date document in_force purpose stage agreement_type ceasefire_kind measure_best measure_unit",
  deliveries = "giver receiver unit category counting basis",
  sources = "rests_on agency copy_of origin",
}

local WORDS = {
  directness = "direct proximity contested none",
  demand_kind = "demand offer proposal stance",
  agreement_stage = "pre_negotiation ceasefire framework_partial framework_comprehensive implementation renewal other",
  agreement_type = "full partial peace_process",
  ceasefire_kind = "truce humanitarian_pause cessation_of_hostilities permanent",
  counting = "each cumulative",
  source_origin = "own_reporting agency official_text copy machine",
  topic = "neutrality nuclear_status constitution shipping grain energy humanitarian_access refugees demilitarisation "
    .. "observers elections reparations investigation martial_law mobilisation language minority_rights",
  third_party_role = "host observer guarantor sponsor good_offices communication procedural directive",
  modality = "fact plan demand promise expectation threat opinion absence denial",
}

local PARENTS = { martial_law = "force_limits", mobilisation = "force_limits", language = "minority_rights" }

describe("what the design added", function()
  it("is a column, or a word of a vocabulary", function()
    for name, list in pairs(COLUMNS) do
      for word in list:gmatch "%S+" do
        local column = word:match "=(.+)$" or word
        assert.is_truthy(codebook.by_name[name].by_name[column], name .. "." .. column)
      end
    end
    for name, list in pairs(SEVERAL) do
      for _, column in ipairs(list) do assert.is_true(codebook.by_name[name].by_name[column].several, column) end
    end
    for vocabulary, list in pairs(WORDS) do
      for word in list:gmatch "%S+" do
        assert.is_true(vocabularies.has(vocabulary, word), vocabulary .. "/" .. word)
      end
    end
    for word, parent in pairs(PARENTS) do
      assert.equal(parent, vocabularies.by_name.topic.terms[word].parent)
    end
  end)

  it("is documented", function()
    local page = scratch.read "doc/codebook.md"
    for _, list in pairs(COLUMNS) do
      for word in list:gmatch "%S+" do
        assert.is_truthy(page:find(("| `%s` |"):format(word:match "=(.+)$" or word), 1, true), word)
      end
    end
    for vocabulary, list in pairs(WORDS) do
      for word in list:gmatch "%S+" do
        assert.is_truthy(page:find(("`%s`"):format(word), 1, true), vocabulary .. "/" .. word)
      end
    end
  end)

  it("comes into a file from before, whose claims stay", function()
    local at, remove = scratch.folder()
    finally(remove)
    local ds = assert(parley.open(at "first.db"))
    ds:add("sources", { id = "s1", published = "2025-06-01" })
    ds:add("parties", { id = "ukraine", iso3 = "UKR" }, { source = "s1" })
    ds:add("demands", { id = "d1", party = "ukraine", topic = "ceasefire" }, { source = "s1" })
    ds:close()
    local store = assert(core.open(at "first.db", { mode = "rw" }))
    store:exec [[
      DROP INDEX demands_requires; ALTER TABLE demands DROP COLUMN requires; ALTER TABLE parties DROP COLUMN gwno;
      ALTER TABLE demands_claims DROP COLUMN requires; ALTER TABLE parties_claims DROP COLUMN gwno;
      ALTER TABLE outcomes_claims DROP COLUMN stage; ALTER TABLE outcomes DROP COLUMN stage;
      DELETE FROM terms WHERE vocabulary IN ('agreement_stage', 'ceasefire_kind'); PRAGMA user_version = 1]]
    store:close()
    ds = assert(parley.open(at "first.db"))
    ds:claim("parties", "ukraine", { gwno = 369, cow = 369, fips = "UP" }, { source = "s1" })
    ds:add("demands", { id = "d2", requires = "d1", alternative_group = "one" }, { source = "s1" })
    ds:add("outcomes", { id = "o1", stage = "ceasefire", ceasefire_kind = "truce" }, { source = "s1" })
    assert.equal("d1 UKR 369", ("%s %s %d"):format(ds.demands:get("d2").requires, ds.parties:get("ukraine").iso3,
      ds.parties:where("gwno = 369"):all()[1].cow))
    assert.error_matches(function() ds:claim("outcomes", "o1", { stage = "ceasfire" }, { source = "s1" }) end,
      "did you mean 'ceasefire'")
    assert.error_matches(function() ds:add("demands", { id = "d3", requires = "d9" }, { source = "s1" }) end,
      "no demand 'd9'")
    ds:close()
  end)
end)
