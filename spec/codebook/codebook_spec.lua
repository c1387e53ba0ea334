-- The codebook: names and references that hold together, the names of the design, and a fresh page.
-- Holds: codebook.tables, frame.codebook_frame, codebook.column_forms, codebook.columns.crosswalk,
-- codebook.columns.coding, codebook.columns.deliveries, codebook.columns.demands, codebook.columns.documents,
-- codebook.columns.events, codebook.columns.identities,
-- codebook.columns.memberships, codebook.columns.offices, codebook.columns.outcomes, codebook.columns.participants,
-- codebook.columns.parties, codebook.columns.people, codebook.columns.processes, codebook.columns.provisions,
-- codebook.columns.quarantine, codebook.columns.responses, codebook.columns.sources, codebook.columns.statements,
-- codebook.columns.talks, codebook.columns.terms

local codebook = require "parley.codebook.tables"
local vocabularies = require "parley.codebook.vocabularies"

-- Tables and columns that other people's scripts may rely on; columns may be added, not taken away.
local FIXED = {
  { "processes", "name conflict start pax ucdp" },
  { "parties", "name kind parent iso3 aliases" },
  { "people", "name aliases" },
  { "offices", "person party title held" },
  { "memberships", "party whole held" },
  { "talks", "process name kind round date time zone place venue host format status purpose result prepares" },
  { "participants", "talk party person role status" },
  { "documents", "name kind author recipient talk handed_over release" },
  { "provisions", "document parent ordinal label kind exclusive_group topic text" },
  { "demands", "party addressee topic text made talk document provision status days_best days_low days_high scope " ..
    "condition revises" },
  { "responses", "demand document talk party kind date condition text" },
  { "outcomes", "talk topic kind nature giver receiver category unit best low high age_min age_max all_for_all due " ..
    "condition status part_of text" },
  { "deliveries", "outcome date best low high text" },
  { "statements", "speaker party date channel venue kind about topic deadline text" },
  { "sources", "outlet title author published language licence url note" },
  { "coding", "source coder due state note" },
  { "identities", "table left right verdict reason" },
  { "events", "date source_party target_party code scheme act quad goldstein mentions place latitude longitude " ..
    "source url text" },
  { "terms", "vocabulary code label definition parent" },
  { "crosswalk", "vocabulary code scheme scheme_version scheme_code scheme_label" },
  { "quarantine", "table file line column value reason suggestion raw import" },
}

-- Vocabularies that no column of the codebook uses, and why.
local UNUSED = {
  third_party_role = true,   -- its words stand in participant_role
  disagreement_kind = true,  -- the kind of a column, and of a row of disagreements()
  spelling = true,           -- aliases only
}

local TYPES = { text = true, integer = true, number = true, boolean = true, date = true }
local BOUNDS = { best = true, low = true, high = true }
local OPTIONS = {
  name = true, type = true, meaning = true, claim_name = true, references = true, vocabulary = true, kind = true,
  over_time = true, several = true, quantity = true, bound = true, least = true, most = true, beside = true, clock = true, span = true,
  planned = true, happened = true, names = true,
}

local function each_column(visit)
  for _, t in ipairs(codebook.tables) do
    for _, column in ipairs(t.columns) do visit(column, t, t.name .. "." .. column.name) end
  end
  for _, column in ipairs(codebook.provenance) do visit(column, nil, "provenance." .. column.name) end
end

local function provenance_names()
  local names = { claim = true }
  for _, column in ipairs(codebook.provenance) do names[column.name] = true end
  return names
end

describe("the codebook's names", function()
  it("are those of the design, in its order", function()
    local names = {}
    for i, entry in ipairs(FIXED) do
      names[i] = entry[1]
      for name in entry[2]:gmatch "%S+" do
        assert.is_truthy(codebook.by_name[entry[1]].by_name[name], entry[1] .. "." .. name)
      end
    end
    assert.are.same(names, codebook.table_names())
  end)

  it("are plain words, once in each table", function()
    for _, t in ipairs(codebook.tables) do
      assert.matches("^%l[%l_]*$", t.name)
      assert.are.equal(t, codebook.by_name[t.name])
      local seen = {}
      for _, column in ipairs(t.columns) do
        assert.matches("^%l[%l%d_]*$", column.name, t.name)
        assert.is_nil(seen[column.name], t.name .. "." .. column.name)
        seen[column.name] = true
        assert.are.equal(column, t.by_name[column.name])
      end
      assert.are.equal("id", t.columns[1].name)
      assert.are.equal("text", t.columns[1].type)
    end
  end)

  it("leave room for the days of a date", function()
    for _, t in ipairs(codebook.tables) do
      for _, column in ipairs(t.columns) do
        if column.type == "date" then
          assert.is_nil(t.by_name[column.name .. "_start"], t.name .. "." .. column.name)
          assert.is_nil(t.by_name[column.name .. "_end"], t.name .. "." .. column.name)
        end
      end
    end
  end)

  it("do not meet the provenance columns among the claims", function()
    local taken = provenance_names()
    for _, t in ipairs(codebook.tables) do
      if t.claims then
        local seen = {}
        for _, column in ipairs(t.columns) do
          local where = t.name .. "." .. column.name
          assert.is_nil(taken[column.claim_name], where)
          assert.is_nil(seen[column.claim_name], where)
          seen[column.claim_name] = true
        end
      end
    end
    assert.are.equal("source_note", codebook.by_name.sources.by_name.note.claim_name)
  end)

  it("of the provenance columns are these", function()
    local names = {}
    for i, column in ipairs(codebook.provenance) do names[i] = column.name end
    assert.are.equal("source locator said_by chain certainty modality polarity stated reported recorded_at " ..
      "retracted_at retraction rank coder note import entry restates decides entered_by " ..
      "retracted_by", table.concat(names, " "))
  end)
end)

describe("every column", function()
  it("has a known type, known options and a meaning in a few words", function()
    each_column(function(column, _, where)
      assert.is_true(TYPES[column.type], where)
      assert.matches("^[%a].*[^.]$", column.meaning, where)
      for option in pairs(column) do assert.is_true(OPTIONS[option], where .. " has " .. option) end
    end)
  end)

  it("bounds numbers alone, and what is counted at 0", function()
    local both = {}
    each_column(function(column, _, where)
      assert.is_true(column.most == nil or column.least < column.most, where)
      if column.least then assert.is_true(column.type == "number" or column.type == "integer", where) end
      if column.quantity then assert.equal(0, column.least, where) end
      if column.most then both[#both + 1] = where end
    end)
    assert.same({ "events.quad", "events.latitude", "events.longitude" }, both)
  end)

  it("refers to a table that is there, or to nothing", function()
    each_column(function(column, _, where)
      if column.references then
        assert.is_truthy(codebook.by_name[column.references], where)
        assert.are.equal("text", column.type, where)
      end
    end)
    assert.are.equal("talks", codebook.by_name.demands.by_name.talk.references)
    assert.are.equal("outcomes", codebook.by_name.deliveries.by_name.outcome.references)
  end)

  it("takes its words from a vocabulary that is there, or from none", function()
    local used = {}
    each_column(function(column, _, where)
      if column.vocabulary then
        assert.is_truthy(vocabularies.by_name[column.vocabulary], where)
        assert.are.equal("text", column.type, where)
        assert.is_nil(column.references, where)
        used[column.vocabulary] = true
      end
    end)
    for _, name in ipairs(vocabularies.names) do
      assert.are.equal(not UNUSED[name], used[name] or false, name)
    end
  end)

  it("differs in a kind that the vocabulary of disagreements has", function()
    local kinds = {}
    each_column(function(column, t, where)
      if column.kind then
        assert.is_true(vocabularies.has("disagreement_kind", column.kind), where)
        assert.is_true(t ~= nil and t.claims, where)
        kinds[column.kind] = true
      end
    end)
    for _, kind in ipairs(vocabularies.codes("disagreement_kind")) do assert.is_true(kinds[kind], kind) end
  end)

  it("of a claimed table is judged, unless it is a key, wording, or a plan of who codes what", function()
    for _, t in ipairs(codebook.tables) do
      if t.claims and t.name ~= "coding" then
        for _, column in ipairs(t.columns) do
          local wording = column.name == "id" or column.name == "text" or column.name == "aliases"
            or column.name == "note" or t.name == "sources" and column.name == "label"
            or t.name == "identities" and column.name == "reason"
          assert.are.equal(not wording, column.kind ~= nil, t.name .. "." .. column.name)
        end
      end
    end
  end)
end)

describe("states", function()
  it("are the columns named status, and how far a coding is", function()
    local found = {}
    each_column(function(column, _, where)
      if column.over_time then
        assert.are.equal(where ~= "coding.state" and "outcome" or nil, column.kind, where)
        found[#found + 1] = where
      end
    end)
    assert.are.same({ "talks.status", "participants.status", "demands.status", "outcomes.status", "coding.state" }, found)
  end)
end)

describe("quantities", function()
  it("have a lower and an upper bound, of one type and kind", function()
    local found = {}
    for _, t in ipairs(codebook.tables) do
      local intervals = {}
      for _, column in ipairs(t.columns) do
        local where = t.name .. "." .. column.name
        assert.are.equal(column.quantity == nil, column.bound == nil, where)
        if column.quantity then
          assert.is_true(BOUNDS[column.bound], where)
          local interval = intervals[column.quantity]
          if not interval then
            interval = { first = column }
            intervals[column.quantity] = interval
            found[#found + 1] = t.name .. "." .. column.quantity
          end
          assert.is_nil(interval[column.bound], where)
          interval[column.bound] = true
          assert.are.equal(interval.first.type, column.type, where)
          assert.are.equal(interval.first.kind, column.kind, where)
        end
      end
      for name, interval in pairs(intervals) do
        assert.is_true(interval.low and interval.high, t.name .. "." .. name)
      end
    end
    assert.are.same({
      "talks.length", "talks.gap_years", "documents.items", "demands.days", "demands.measure", "outcomes.amount",
      "outcomes.measure", "outcomes.age", "deliveries.amount", "deliveries.measure",
    }, found)
  end)
end)

describe("doc/codebook.md", function()
  it("is what tools/codebook_page.lua prints", function()
    local file = assert(io.open("doc/codebook.md", "rb"))
    local stored = file:read "a"
    file:close()
    local printed = {}
    local env = setmetatable({ io = { write = function(...)
      for _, text in ipairs { ... } do printed[#printed + 1] = text end
    end } }, { __index = _G })
    assert(loadfile("tools/codebook_page.lua", "t", env))()
    assert.is_true(stored == table.concat(printed), "doc/codebook.md is stale: run make docs")
  end)

  it("has an entry for every table, vocabulary and column", function()
    local file = assert(io.open("doc/codebook.md", "rb"))
    local page = file:read "a"
    file:close()
    local function has(text) assert.is_truthy(page:find(text, 1, true), text) end
    for _, name in ipairs(codebook.table_names()) do has("\n### " .. name .. "\n") end
    for _, name in ipairs(vocabularies.names) do has("\n### " .. name .. "\n") end
    each_column(function(column) has(("\n| `%s` | %s | %s |"):format(column.name, column.type, column.meaning)) end)
  end)
end)
