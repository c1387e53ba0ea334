-- The vocabularies: the fixed words in their order, and definitions and aliases that can be relied on.
-- Holds: codebook.spellings, codebook.topics

local vocabularies = require "parley.codebook.vocabularies"

-- The words of the design's codebook: public names, and their order is fixed.
local FIXED = {
  talk_kind = "round preparatory technical leaders consultation exchange_of_documents",
  talk_format = "direct proximity shuttle remote",
  talk_status = "proposed invited supported scheduled held postponed cancelled declined lapsed",
  talk_result = "none continues partial ceasefire settlement unknown",
  topic = "ceasefire prisoners remains children civilians humanitarian_access refugees territory recognition " ..
    "withdrawal alliances neutrality nuclear_status security_guarantees force_limits demilitarisation " ..
    "foreign_troops arms_supply mobilisation martial_law minority_rights language constitution elections " ..
    "sanctions leaders_meeting procedure confidence_building verification observers justice investigation " ..
    "reconstruction reparations shipping grain energy",
  demand_status = "raised repeated accepted accepted_with_conditions partly_met rejected countered deferred " ..
    "unanswered superseded withdrawn lapsed",
  response_kind = "accept conditional partial reject counter defer acknowledge silence",
  outcome_kind = "agreement commitment pledge exchange hand_over agreement_to_continue no_agreement",
  outcome_nature = "reciprocal unilateral parallel unclear",
  outcome_status = "announced agreed due started partly_done done missed disputed",
  statement_kind = "fact plan expectation threat ultimatum support offer opinion absence",
  third_party_role = "host mediator good_offices guarantor observer sponsor pressure communication procedural "
    .. "directive relay",
  certainty = "on_record_quote on_record_paraphrase document_seen document_described named_medium narration " ..
    "anonymous inferred",
  modality = "fact plan demand promise expectation threat opinion absence denial",
  directness = "direct proximity contested none",
  demand_kind = "demand offer proposal stance",
  source_origin = "own_reporting agency official_text copy machine",
  polarity = "affirmed denied",
  rank = "preferred normal deprecated",
  coding_state = "assigned started done",
  disagreement_kind = "value scope date reciprocity attribution label outcome",
  basis = "per_side total",
  act = "talk demand rejection agreement outcome breach other",
}

local function each_term(visit)
  for _, name in ipairs(vocabularies.names) do
    local vocabulary = vocabularies.by_name[name]
    for _, code in ipairs(vocabulary.codes) do visit(name, vocabulary.terms[code], vocabulary) end
  end
end

local function position(list, wanted)
  for i, value in ipairs(list) do
    if value == wanted then return i end
  end
end

describe("the list of vocabularies", function()
  it("is in printing order", function()
    assert.are.same({
      "talk_kind", "talk_format", "directness", "talk_status", "talk_result", "topic", "demand_status",
      "demand_kind", "response_kind",
      "outcome_kind", "outcome_nature", "agreement_stage", "agreement_type", "ceasefire_kind",
      "outcome_status", "statement_kind", "third_party_role", "certainty",
      "modality", "polarity", "rank", "coding_state", "disagreement_kind", "party_kind", "participant_role",
      "participant_status", "document_kind", "provision_kind", "release", "source_origin", "basis", "counting",
      "verdict", "act", "spelling",
    }, vocabularies.names)
  end)

  for _, name in ipairs(vocabularies.names) do
    it("keeps the words of " .. name .. " in order", function()
      local codes = table.concat(vocabularies.codes(name), " ")
      assert.are.equal(FIXED[name] or codes, codes)
      FIXED[name] = nil
    end)
  end

  it("lacks no fixed vocabulary", function() assert.is_nil(next(FIXED)) end)

  it("runs certainty from the firmest to the weakest", function()
    local codes = vocabularies.codes("certainty")
    assert.are.equal("on_record_quote", codes[1])
    assert.is_true(position(codes, "document_seen") < position(codes, "document_described"))
    assert.is_true(position(codes, "narration") < position(codes, "anonymous"))
    assert.are.equal("inferred", codes[#codes])
  end)

  it("gives a participant every third-party role, with the same meaning", function()
    for _, code in ipairs(vocabularies.codes("third_party_role")) do
      local role = vocabularies.by_name.participant_role.terms[code]
      assert.are.equal(vocabularies.by_name.third_party_role.terms[code].definition, role and role.definition, code)
    end
  end)

  it("knows no vocabulary but these", function()
    assert.is_nil(vocabularies.by_name.weather)
    assert.is_nil(vocabularies.codes("weather"))
    assert.is_false(vocabularies.has("weather", "rain"))
    assert.is_nil(vocabularies.find("weather", "rain"))
  end)
end)

describe("every term", function()
  it("has a plain code", function()
    each_term(function(name, term) assert.matches("^%l[%l_]*%l$", term.code, name) end)
  end)

  it("is defined in one sentence, which begins with a capital and ends with a period", function()
    each_term(function(name, term)
      local where = name .. "/" .. term.code
      assert.matches("^%u.*[^.]%.$", term.definition, where)
      assert.is_nil(term.definition:find("[.?!]%s"), where)
      assert.is_true(utf8.len(term.definition) <= 130, where)
    end)
  end)

  it("has a definition of its own", function()
    local seen = {}
    each_term(function(name, term)
      local where = name .. "/" .. term.code
      local shared = name == "participant_role" and vocabularies.has("third_party_role", term.code)
      if not shared then assert.is_nil(seen[term.definition], where) end
      seen[term.definition] = where
    end)
  end)

  it("has a label of its own in its vocabulary", function()
    each_term(function(name, term, vocabulary)
      if name ~= "spelling" then assert.are.equal(term.label:sub(1, 1):upper(), term.label:sub(1, 1), term.label) end
      for _, other in pairs(vocabulary.terms) do
        assert.is_true(other == term or other.label ~= term.label, name .. "/" .. term.label)
      end
    end)
  end)

  it("has aliases that lead to it alone", function()
    each_term(function(name, term, vocabulary)
      for _, alias in ipairs(term.aliases) do
        local where = ("%s/%s: %s"):format(name, term.code, alias)
        assert.matches("^[^%s;][^;]*$", alias, where)
        assert.is_nil(vocabulary.terms[alias], where)
        assert.is_nil(vocabulary.terms[alias:lower():gsub("[ -]", "_")], where)
        for _, other in pairs(vocabulary.terms) do
          assert.is_true(other == term or not position(other.aliases, alias), where)
          assert.is_true(other.label:lower() ~= alias:lower(), where)
        end
        assert.are.equal(term.code, vocabularies.find(name, alias), where)
      end
    end)
  end)

  it("has a wider term in its own vocabulary, if any", function()
    local parents = {}
    each_term(function(name, term, vocabulary)
      if term.parent then
        assert.is_truthy(vocabulary.terms[term.parent], name .. "/" .. term.code)
        assert.are_not.equal(term.code, term.parent)
        parents[#parents + 1] = ("%s/%s<%s"):format(name, term.code, term.parent)
      end
    end)
    assert.are.same({
      "topic/children<civilians", "topic/humanitarian_access<civilians", "topic/refugees<civilians",
      "topic/neutrality<alliances", "topic/demilitarisation<force_limits", "topic/mobilisation<force_limits",
      "topic/martial_law<force_limits", "topic/language<minority_rights", "topic/observers<verification",
      "topic/investigation<justice", "topic/reparations<reconstruction", "topic/grain<shipping",
      "demand_status/accepted_with_conditions<accepted",
      "outcome_kind/exchange<agreement", "outcome_kind/agreement_to_continue<agreement",
      "statement_kind/ultimatum<threat",
    }, parents)
  end)
end)

describe("looking up a word", function()
  it("takes codes exactly as stored", function()
    assert.is_true(vocabularies.has("topic", "ceasefire"))
    assert.is_false(vocabularies.has("topic", "Ceasefire"))
    assert.is_false(vocabularies.has("topic", "cease-fire"))
    assert.is_false(vocabularies.has("topic", nil))
    assert.is_false(vocabularies.has("topic", 1))
  end)

  it("finds the code by label and alias, whatever the capitals", function()
    assert.are.equal("prisoners", vocabularies.find("topic", "POWs"))
    assert.are.equal("ceasefire", vocabularies.find("topic", "Cease-fire"))
    assert.are.equal("alliances", vocabularies.find("topic", "nato membership"))
    assert.are.equal("leaders_meeting", vocabularies.find("topic", "Leaders' meeting"))
    assert.are.equal("silence", vocabularies.find("response_kind", "no comment"))
    assert.is_nil(vocabularies.find("topic", "weather"))
  end)

  it("reads the spellings of one word as that word", function()
    for word, code in pairs {
      defense = "defence", program = "programme", ["cease-fire"] = "ceasefire", labor = "labour",
      organization = "organisation", turkey = "turkiye", ["türkiye"] = "turkiye", kiev = "kyiv", odessa = "odesa",
      zelenskyy = "zelensky", ["erdoğan"] = "erdogan", ["çırağan"] = "ciragan", kyiv = "kyiv",
    } do
      assert.are.equal(code, vocabularies.find("spelling", word), word)
    end
  end)
end)

describe("the rows of table terms", function()
  local rows = vocabularies.rows()

  it("are one for each word, in order", function()
    local ids = {}
    each_term(function(name, term) ids[#ids + 1] = name .. "/" .. term.code end)
    local got = {}
    for i, row in ipairs(rows) do got[i] = row.id end
    assert.are.same(ids, got)
    assert.are.equal("talk_kind/round", got[1])
  end)

  it("hold what the terms say", function()
    local by_id = {}
    for _, row in ipairs(rows) do
      assert.is_nil(by_id[row.id], row.id)
      by_id[row.id] = row
    end
    assert.are.same({
      id = "topic/remains", vocabulary = "topic", code = "remains", label = "Remains",
      definition = "Recovery, identification and return of the bodies of the dead.",
      aliases = "bodies; dead bodies; fallen soldiers; repatriation of bodies; mortal remains",
    }, by_id["topic/remains"])
    assert.are.equal("topic/civilians", by_id["topic/children"].parent)
    assert.is_nil(by_id["act/other"].aliases)
  end)
end)
