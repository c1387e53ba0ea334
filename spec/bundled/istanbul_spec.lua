-- The bundled dataset, asked for every fact F001-F186 and every conflict K01-K41 of the list it was coded from.

local istanbul_facts = require "spec.bundled.istanbul_facts"
local own_words = require "spec.support.own_words"
local parley = require "parley"

local LEFT_OUT = {
  F007 = "a picture of 2024 from another meeting: no event of this process",
}
-- The list's section 15 is noise without F numbers: menus, adverts, other articles. Words that would give it away:
local NOISE = { "gaza", "egypt", "hamas", "israel", "alabuga", "shagivaliev", "insurance", "merchandise", "newsletter",
  "ambassador", "citizenship", "residence card", "compact" }

describe("istanbul-2025", function()
  local ds
  setup(function() ds = parley.open() end)
  teardown(function() ds:close() end)

  local function ask(fact)
    local q = ds:table(fact[2]):where { id = fact[3] }
    if fact.from then q = q:claims():where(fact.from) end
    return q:one()
  end

  for i, fact in ipairs(istanbul_facts.facts) do
    local asked = fact.from and ("what %s claims about "):format(fact.from.source) or ""
    it(("%s: %s%s %s (%d)"):format(fact[1], asked, fact[2], fact[3], i), function()
      local row = ask(fact)
      for column, value in pairs(fact[4]) do assert.equal(value, row[column], column) end
      for _, column in ipairs(fact.missing or {}) do assert.is_nil(row[column], column) end
    end)
  end

  it("F067: Ukraine's memorandum has five sections", function()
    local labels = {}
    for ordinal, topic in ds.provisions:where { document = "ua-memorandum", kind = "section" }
      :sort("ordinal"):each("ordinal", "topic") do labels[ordinal] = topic end
    assert.same({ "procedure", "ceasefire", "ceasefire", "confidence_building", "leaders_meeting" }, labels)
  end)

  it("F079: two of its sections deal with the leaders' meeting", function()
    local found = {}
    for id, parent in ds.provisions:where { document = "ua-memorandum", topic = "leaders_meeting" }
      :sort("id"):each("id", "parent") do found[#found + 1] = parent or id end
    assert.same({ "ua-memo-2", "ua-memo-5" }, found)
  end)

  it("F106: Russia's memorandum has two ways to a ceasefire that exclude each other", function()
    local options = ds.provisions:where { parent = "ru-memo-2", kind = "option" }:sort("ordinal"):all()
    assert.equal(2, #options)
    assert.equal("ru-memo-2-first", options[1].id)
    assert.equal("ru-memo-2-second", options[2].id)
    assert.equal("ru-ceasefire-options", options[1].exclusive_group)
    assert.equal("ru-ceasefire-options", options[2].exclusive_group)
    local clauses = {}
    for topic in ds.provisions:where { parent = "ru-memo-2-second" }:sort("ordinal"):each("topic") do
      clauses[#clauses + 1] = topic
    end
    assert.same({ "force_limits", "arms_supply", "foreign_troops", "mobilisation", "martial_law" }, clauses)
  end)

  it("F162: Trump and Erdogan may join the leaders", function()
    local people = {}
    for person in ds.participants:where { talk = "leaders", status = "proposed" }:where("party in ('usa', 'turkiye')")
      :sort("person"):each("person") do people[#people + 1] = person end
    assert.same({ "erdogan", "trump" }, people)
  end)

  it("F178: no source knows of an answer to Ukraine's paper", function()
    assert.equal(0, ds.responses:where { document = "ua-memorandum" }:where("kind != 'defer'"):count())
    assert.equal(2, ds.deliveries:count())
    assert.equal(2, ds.deliveries:where { outcome = "r1-memoranda" }:count())
  end)

  local function agenda(talk)
    local topics = {}
    for priority, topic in ds.demands:where { party = "ukraine", talk = talk }:where("priority is not nil")
      :sort("priority"):each("priority", "topic") do topics[priority] = topic end
    return topics
  end

  it("F168 F169 F170 K35: Ukraine's three items change from round 2 to round 3", function()
    assert.same({ "ceasefire", "prisoners", "children" }, agenda "r2")
    assert.same({ "prisoners", "children", "leaders_meeting" }, agenda "r3")
    assert.equal("prisoners of war", ds.demands:where { talk = "r3", priority = 1 }:one().scope)
    assert.equal("abducted", ds.demands:where { talk = "r3", priority = 2 }:one().label)
    assert.equal("2025-07-21", ds.demands:where { talk = "r3", priority = 3 }:one().made)
    local revised = {}
    for revises in ds.demands:where { talk = "r3" }:where("priority is not nil"):sort("priority"):each("revises") do
      revised[#revised + 1] = revises
    end
    assert.same({ "ua-prisoners", "ua-children", "ua-leaders" }, revised)
  end)

  it("K34: Umerov has one post in June and another in July, and no disagreement about it", function()
    local posts = ds.offices:where { person = "umerov" }:sort("held"):all()
    assert.equal(2, #posts)
    assert.equal("Defence Minister", posts[1].title)
    assert.equal("2025-06-01/2025-06-03", posts[1].held)
    assert.equal("Secretary", posts[2].title)
    assert.equal("2025-07-19/..", posts[2].held)
    assert.equal(0, #ds:disagreements { table = "offices" })
  end)

  it("K36: the window for the leaders is gone in July, in a row of its own", function()
    assert.equal("2025-06-20/2025-06-30", ds.demands:where { id = "ua-leaders" }:one().wanted)
    local july = ds.demands:where { id = "ua-r3-leaders" }:one()
    assert.is_nil(july.wanted)
    assert.equal("ua-leaders", july.revises)
  end)

  it("K38: spellings are aliases, and no disagreements", function()
    local names = {}
    for name, sources in ds.people:where { id = "zelensky" }:claims():where("name is not nil"):by("name")
      :summarise("list(source) as sources")
      :each("name", "sources") do names[name] = sources end
    assert.same({ ["Volodymyr Zelensky"] = "s3; s4; s2", ["Volodymyr Zelenskyy"] = "s0; s1" }, names)
    assert.equal("Volodymyr Zelenskyy; Zelensky; Zelenskyy", ds.people:where { id = "zelensky" }:one().aliases)
    assert.equal("Turkiye", ds.parties:where { id = "turkiye" }:claims():where { source = "s1" }:one().name)
    assert.equal("Turkey; Turkiye; Türkiye; Ankara", ds.parties:where { id = "turkiye" }:one().aliases)
    assert.equal("Recep Tayyip Erdoğan", ds.people:where { id = "erdogan" }:claims():where { source = "s4" }:one().name)
    assert.equal("Defense Minister", ds.offices:where { id = "umerov-defence-minister" }:claims():where { source = "s0" }:one().title)
    for _, name in ipairs { "people", "parties", "offices" } do
      assert.equal(0, #ds:disagreements { table = name }, name)
    end
    assert.equal(0, ds:disagreements { table = "talks" }:where { field = "venue" }:count())
  end)

  for _, conflict in ipairs(istanbul_facts.conflicts) do
    local name, tbl, id, field, kind = table.unpack(conflict, 1, 5)
    it(("%s: claims differ on %s.%s of %s"):format(name, tbl, field, id), function()
      local found
      for row in ds:disagreements { table = tbl, kind = kind }:rows() do
        if row.id == id and row.field == field then found = (found or "") .. row.readings .. "\n" end
      end
      assert.is_not_nil(found, "no such disagreement")
      for i = 6, #conflict do
        assert.is_truthy(found:find(conflict[i], 1, true), conflict[i] .. " is not in " .. found)
      end
    end)
  end

  it("has no disagreement beyond these", function()
    local expected, found = {}, {}
    for i, conflict in ipairs(istanbul_facts.conflicts) do expected[i] = table.concat(conflict, " ", 2, 5) end
    for row in ds:disagreements():rows() do
      found[#found + 1] = table.concat({ row.table, row.id, row.field, row.kind }, " ")
    end
    table.sort(expected)
    table.sort(found)
    assert.same(expected, found)
  end)

  it("gives the readings with their voices", function()
    local truce = ds.demands:where { id = "ru-truce" }:disagreements():where { field = "days_best" }:first()
    assert.equal("2–3 (s2 kyiv-independent, s3 ukraine-delegation); 2 (s4 russia-delegation)", truce.readings)
    assert.equal("2", truce.shown)
    assert.equal(3, truce.claims)
  end)

  it("asks for every fact, and leaves out only what it names", function()
    local asked = {}
    for _, fact in ipairs(istanbul_facts.facts) do asked[fact[1]] = true end
    for number = 1, 186 do
      local name = ("F%03d"):format(number)
      assert.is_true((asked[name] or istanbul_facts.asked_below[name] or LEFT_OUT[name]) and true or false, name)
      assert.is_false(asked[name] and LEFT_OUT[name] and true or false, name)
    end
  end)

  it("shows each conflict K01-K41 once, or says why it is none", function()
    local shown = {}
    for name in pairs(istanbul_facts.no_conflict) do shown[name] = true end
    for _, conflict in ipairs(istanbul_facts.conflicts) do
      assert.is_nil(shown[conflict[1]], conflict[1])
      shown[conflict[1]] = true
    end
    for number = 1, 41 do assert.is_true(shown[("K%02d"):format(number)], "K" .. number) end
  end)

  it("has provenance for every claim", function()
    for _, info in ipairs(require("parley.codebook.tables").tables) do
      if info.claims then
        for row in ds:table(info.name):claims():rows() do
          for _, column in ipairs { "source", "locator", "said_by", "chain", "certainty", "modality", "polarity",
            "reported", "recorded_at", "rank", "coder" } do
            assert.is_string(row[column], ("%s %s: %s"):format(info.name, row.id, column))
          end
          assert.is_truthy(row.source:find "^s[0-4]$")
          assert.equal(ds.sources:where { id = row.source }:one().published, row.reported)
        end
      end
    end
  end)

  it("refers to things that are there, in words of the vocabularies, with bounds in order", function()
    local vocabularies, checked = require "parley.codebook.vocabularies", 0
    for _, info in ipairs(require("parley.codebook.tables").tables) do
      for _, column in ipairs(info.claims and info.columns or {}) do
        for row in ds:table(info.name):claims():where(("%s is not nil"):format(column.claim_name)):rows() do
          local value, where = row[column.claim_name], ("%s %s: %s"):format(info.name, row.id, column.name)
          if column.references then
            assert.equal(1, ds:table(column.references):where { id = value }:count(), where)
            checked = checked + 1
          elseif column.vocabulary then
            assert.is_true(vocabularies.has(column.vocabulary, value), where)
            checked = checked + 1
          end
        end
      end
    end
    assert.is_true(checked > 500, tostring(checked))
    assert.equal(0, ds.outcomes:where("low > high or low > best or best > high"):count())
    assert.equal(0, ds.demands:where("days_low > days_high"):count())
  end)

  it("knows on 1 June only what the first two articles say", function()
    local r2 = ds.talks:as_of "2025-06-01":where { id = "r2" }:one()
    assert.equal("scheduled", r2.status)
    assert.is_nil(r2.result)
    assert.equal(0, ds.outcomes:as_of("2025-06-01"):where { talk = "r2" }:count())
    assert.equal("raised", ds.demands:as_of("2025-06-01"):where { id = "ua-ceasefire" }:one().status)
    assert.equal("countered", ds.demands:where { id = "ua-ceasefire" }:one().status)
    assert.equal("reject", ds.responses:where { id = "ru-ceasefire-r2" }:one().kind)
    assert.equal(0, ds.talks:as_of("2025-06-03"):where { id = "r3" }:count())
  end)

  it("holds nothing of the noise around the articles", function()
    for _, entry in ipairs(own_words.texts(ds)) do
      local text = entry[4]:lower()
      for _, word in ipairs(NOISE) do
        assert.is_nil(text:find(word, 1, true), ("%s %s %s: %s"):format(entry[1], entry[2], entry[3], word))
      end
    end
  end)

  local seeds = own_words.seeds()
  if seeds then
    it("is in its own words: no seven words in a row stand in a source", function()
      local runs = own_words.runs(seeds)
      assert.equal("002_aab74a5bb8e2867e", runs["turkey remains one of the only countries"])
      assert.same({}, own_words.shared(ds, runs))
    end)

    it("has names and aliases that a text prints; others are the coder's", function()
      local prints, asked = {}, 0
      for name, text in pairs(seeds) do prints["s" .. tonumber(name:match "^%d+")] = text:lower() end
      for _, of in ipairs { "parties", "people" } do
        for row in ds:table(of):claims():where("aliases is not nil and certainty <> 'inferred'"):rows() do
          for alias in row.aliases:gmatch "[^;]+" do
            local word = alias:match "^%s*(.-)$"
            assert.is_truthy(prints[row.source]:find(word:lower(), 1, true), ("%s: %s"):format(row.id, word))
            asked = asked + 1
          end
        end
      end
      assert.is_true(asked > 5, tostring(asked))
      for row in ds.people:claims():where("name is not nil and certainty <> 'inferred'"):rows() do
        assert.is_truthy(prints[row.source]:find(row.name:lower(), 1, true), row.name)
      end
    end)
  else
    pending "own words are not checked: the texts are not beside the checkout"
  end
end)
