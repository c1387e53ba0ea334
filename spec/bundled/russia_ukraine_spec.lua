-- The dataset of the contacts from 2022 to 2026: every numbered fact is coded or left out with a reason, the questions
-- on which its list of facts finds a genuine conflict are disagreements, and no others are.

local codebook = require "parley.codebook.tables"
local conflicts = require "spec.bundled.russia_ukraine_conflicts"
local own_words = require "spec.support.own_words"
local parley = require "parley"
local vocabularies = require "parley.codebook.vocabularies"

local FOLDER = "lua/parley/bundled/russia-ukraine-talks"
local FACTS, QUESTIONS, GENUINE = conflicts.FACTS, conflicts.QUESTIONS, conflicts.GENUINE
local LEFT_OUT, CONFLICTS, NOT_DERIVED = conflicts.LEFT_OUT, conflicts.CONFLICTS, conflicts.NOT_DERIVED
local PARTS = { "sources", "names", "2022-talks", "2022-2024", "2025-istanbul", "2025-2026" }

-- How many independent origins stand behind each question, D01 to D149, as the list of facts has them: its pages, those
-- that pass on one report or one text counted once. D132 is the question of the fact that is left out.
local ORIGINS = "2 4 2 2 3 3 2 2 3 3 3 3 2 1 3 2 2 5 2 4 2 3 1 3 2 2 2 3 3 6 4 2 3 1 4 6 2 3 4 3 2 2 1 3 3 2 3 2 2 2 3 2 2 2 2 "
  .. "1 2 1 2 3 3 1 3 2 2 2 3 3 2 3 3 2 4 2 2 1 2 5 1 2 3 3 1 3 2 3 6 3 5 4 4 3 4 2 3 4 1 4 4 4 4 1 2 3 2 2 4 3 3 3 2 2 3 3 "
  .. "3 2 1 4 2 3 3 3 3 2 2 2 2 3 5 2 3 0 3 2 3 6 2 2 3 2 3 2 3 2 3 3 2 2 3"

-- Questions of which two pages or more pass on one report: which pages.
local REPEATED = { D15 = "p33 p34", D41 = "p118 p119", D42 = "p128 p129 p130", D43 = "p116 p130 p67",
  D56 = "p163 p164 p166", D57 = "p169 p170", D62 = "p176 p179 p180", D83 = "p235 p238",
  D84 = "p242 p284", D104 = "p316 p330", D113 = "p342 p343", D124 = "p374 p375", D125 = "p379 p380" }

local function read(path)
  local file <close> = assert(io.open(path, "rb"))
  return file:read "a"
end

describe("russia-ukraine-talks", function()
  local ds
  setup(function() ds = parley.open { bundled = "russia-ukraine-talks" } end)
  teardown(function() ds:close() end)

  it("codes every fact, or says why not", function()
    local coded = {}
    for _, part in ipairs(PARTS) do
      for comment in read(("%s/%s.lua"):format(FOLDER, part)):gmatch "%}%) %-%- ([^\n]+)" do
        for number in comment:gmatch "G%d+" do coded[number] = true end
      end
    end
    for i = 1, FACTS do
      local number = ("G%03d"):format(i)
      assert.is_true((coded[number] ~= nil) ~= (LEFT_OUT[number] ~= nil), number)
    end
  end)

  it("names each question that it marks", function()
    local page, marked = read "doc/russia-ukraine-talks.md", {}
    for _, part in ipairs(PARTS) do
      for number in read(("%s/%s.lua"):format(FOLDER, part)):gmatch "%f[%w]D(%d+)%f[%W]" do
        marked[tonumber(number)] = true
      end
    end
    for number in pairs(marked) do assert.is_true(number <= QUESTIONS) end
    for number in pairs(NOT_DERIVED) do assert.is_truthy(page:find(number, 1, true), number) end
    for number in pairs(LEFT_OUT) do assert.is_truthy(page:find(number, 1, true), number) end
  end)

  it("finds each genuine conflict from the claims, and no other", function()
    local found, expected, count = {}, {}, 0
    for row in ds:disagreements():rows() do found[("%s %s %s"):format(row.table, row.id, row.field)] = true end
    for number, places in pairs(CONFLICTS) do
      assert.is_nil(NOT_DERIVED[number])
      count = count + 1
      for _, place in ipairs(places) do
        expected[place] = true
        assert.is_true(found[place] or false, number .. ": " .. place)
      end
    end
    for _ in pairs(NOT_DERIVED) do count = count + 1 end
    assert.equal(GENUINE, count)
    for place in pairs(found) do assert.is_true(expected[place] or false, place) end
  end)

  -- The pages of each question, by what they rest on in the end.
  local function origins_of_questions()
    local rests_on, found = {}, {}
    for id, on in ds.sources:each("id", "coalesce(copy_of, rests_on)") do rests_on[id] = on end
    for _, part in ipairs(PARTS) do
      for block in (read(("%s/%s.lua"):format(FOLDER, part)) .. "\nclaim("):gmatch "%f[%w]claim(%b()[^\n]*)" do
        local page = block:match 'source = "(p%d+)"'
        for number in (block:match "%) %-%- ([^\n]+)$" or ""):gmatch "D%d+" do
          local origins = found[number] or {}
          found[number] = origins
          local origin = rests_on[page] or page
          origins[origin] = origins[origin] or {}
          origins[origin][page] = true
        end
      end
    end
    return found
  end

  it("counts independent origins: pages that pass on one report count once", function()
    local found, number = origins_of_questions(), 0
    for expected in ORIGINS:gmatch "%d+" do
      number = number + 1
      local name, count, repeated = ("D%02d"):format(number), 0, nil
      for _, pages in pairs(found[name] or {}) do
        local list = {}
        for page in pairs(pages) do list[#list + 1] = page end
        table.sort(list)
        count = count + 1
        if #list > 1 then repeated = table.concat(list, " ") end
      end
      assert.equal(tonumber(expected), count, name)
      assert.equal(REPEATED[name], repeated, name)
    end
    assert.equal(QUESTIONS, number)
  end)

  it("has a report that was not read where pages rest on one, and names people and offices as no agency", function()
    for row in ds.sources:where("rests_on is not nil"):select("id", "rests_on", "rests_on.label as label",
      "rests_on.published as day", "published"):rows() do
      assert.is_string(row.label, row.rests_on)
      assert.is_true(row.published == nil or row.published:sub(1, 4) >= row.day:sub(1, 4), row.id)
    end
    assert.equal(0, ds.sources:where("agency like '%(%' or agency like '%—%'"):count())
    assert.equal(0, ds.sources:where("agency is not nil and origin is nil"):count())
  end)

  it("shows the readings of a conflict with their pages", function()
    local row = ds.talks:where { id = "call-may28" }:disagreements():first()
    assert.equal("russia (p277 medinsky); ukraine (p278 zelensky)", row.readings)
    row = ds.demands:where { id = "ru-army-limit" }:disagreements():first()
    assert.equal("at most 85000 (p117 text); at most 100000 (p118 New York Times); at most 250000 (p119 text)",
      row.readings)
    row = ds.deliveries:where { id = "r2-bodies-all-ua" }:disagreements():first()
    assert.equal("6057 (p262 ukraine-hq); 6060 (p263 outlet)", row.readings)
  end)

  it("has one row for what several ask or write together, found by each of them", function()
    for _, party in ipairs { "russia", "ukraine" } do
      assert.equal(1, ds.demands:where { id = "ombudsmen-corridor", party = party }:count(), party)
    end
    assert.equal("ru-un-memorandum", ds.documents:where { author = "un" }:one().id)
    assert.equal(1, ds.documents:where { id = "ru-un-memorandum", author = "russia" }:count())
  end)

  it("has a talk for each of the contacts, and for those that never came", function()
    for _, id in ipairs { "gomel", "belovezha-2", "belovezha-3", "antalya", "video-4", "video-march", "istanbul-2022",
      "video-april", "grain-july13", "grain-deal", "abudhabi-2022", "ankara-2023", "doha-2024", "belarus-2024-11",
      "istanbul-r1", "istanbul-r2", "istanbul-r3", "consultations-nov25", "abudhabi-nov25", "geneva-nov25",
      "miami-dec25", "abudhabi-jan26", "abudhabi-feb26", "geneva-feb26" } do
      assert.equal("held", ds.talks:get(id).status, id)
    end
    assert.equal("postponed", ds.talks:get("abudhabi-mar26").status)
    assert.equal("declined", ds.talks:get("leaders-jun26").status)
  end)

  it("tells a plan as a plan", function()
    local r2 = ds.talks:get "istanbul-r2"
    assert.same({ "13:00", "14:44", "Çırağan Palace" }, { r2.planned_time, r2.time, r2.venue })
    assert.equal("19:00", ds.talks:get("istanbul-r3").planned_time)
  end)

  it("tells nothing as agreed that was taken back, nor a stretch of time or pages as what is handed over", function()
    assert.equal("no_agreement", ds.outcomes:get("ankara-2023-no-swap").kind)
    assert.equal(0, ds.outcomes:where("talk = 'ankara-2023' and low = 41"):count())
    assert.is_nil(ds.outcomes:get("istanbul-r2-week-to-study").due)
    assert.equal("2025-06-02/2025-06-09", ds.outcomes:get("istanbul-r2-week-to-study").in_force)
    assert.is_nil(ds.outcomes:get("belovezha-2-mariupol-plan").kind)
    for _, id in ipairs { "draft-apr15", "ru-2022-papers" } do assert.is_nil(ds.documents:get(id).items_best, id) end
  end)

  it("tells who met alone: each who sat there has a part", function()
    for talk, people in pairs { ["istanbul-r2-heads"] = "fidan medinsky umerov", ["call-may28"] = "medinsky umerov",
      ["istanbul-r3-heads"] = "fidan medinsky umerov", ["phone-april"] = "arakhamia medinsky",
      ["istanbul-2022-heads"] = "arakhamia medinsky", ["belarus-2024-12"] = "lubinets moskalkova" } do
      local names = ds.participants:where { talk = talk }:summarise("list(person) as people"):one().people
      local list = {}
      for name in names:gmatch "[^; ]+" do list[#list + 1] = name end
      table.sort(list)
      assert.equal(people, table.concat(list, " "), talk)
    end
    for id in ds.talks:where("status = 'held' and name is nil"):each "id" do assert.is_nil(id) end
  end)

  it("carries demands through the years", function()
    local chain, id = {}, "ru-recognition-r2"
    while id do
      chain[#chain + 1] = id
      id = ds.demands:get(id).revises
    end
    assert.same({ "ru-recognition-r2", "ru-recognition-r1" }, chain)
    assert.equal("ua-ceasefire-r3", ds.demands:get("ua-ceasefire-jun26").revises)
    assert.equal("ua-leaders-june", ds.demands:get("ua-leaders-august").revises)
  end)

  it("counts what was delivered with its counting, and ties it to a promise only where a page does", function()
    assert.equal("r2-bodies-ua", ds.deliveries:get("r2-bodies-jun11-ua").outcome)
    assert.is_nil(ds.deliveries:get("bodies-jul17-ua").outcome)
    assert.equal("russia", ds.outcomes:get("corridors-mar8").giver)
    assert.is_nil(ds.outcomes:get("corridors-mar8").receiver)
    assert.equal("cumulative", ds.deliveries:get("r2-bodies-all-ua").counting)
    local days = ds.deliveries:where("outcome = 'r2-bodies-ua' and counting is nil and best is not nil"):sum "best"
    assert.equal(6057, days)
    local came = {}
    for row in ds:ledger():rows() do came[row.outcome] = row.delivered_best end
    assert.same({ 6057, 78, 1000, 1200, 500, 157 }, { came["r2-bodies-ua"], came["r2-bodies-ru"],
      came["istanbul-r1-swap"], came["r2-swap"], came["geneva-swap"], came["feb26-swap"] })
  end)

  it("has provenance for every claim, and days of sources that can be", function()
    for _, info in ipairs(codebook.tables) do
      if info.claims then
        for row in ds:table(info.name):claims():rows() do
          for _, column in ipairs { "source", "locator", "said_by", "chain", "certainty", "modality", "polarity",
            "recorded_at", "rank", "coder" } do
            assert.is_string(row[column], ("%s %s: %s"):format(info.name, row.id, column))
          end
          assert.is_truthy(row.source:find "^p%d+$", row.source)
        end
      end
    end
    assert.equal(0, ds.sources:where("published is not nil and not (published between '2022' and '2026')"):count())
  end)

  it("refers to things that are there, in words of the vocabularies, with bounds in order", function()
    local ids, checked = {}, 0
    for _, info in ipairs(codebook.tables) do
      ids[info.name] = {}
      for id in ds:table(info.name):each "id" do ids[info.name][id] = true end
    end
    for _, info in ipairs(codebook.tables) do
      for row in info.claims and ds:table(info.name):claims():rows() or function() end do
        for _, column in ipairs(info.columns) do
          local value, where = row[column.claim_name], ("%s %s: %s"):format(info.name, row.id, column.name)
          if value ~= nil and column.references then
            for id in value:gmatch(column.several and "[^; ]+" or ".+") do
              assert.is_true(ids[column.references][id] or false, where .. " " .. id)
            end
            checked = checked + 1
          elseif value ~= nil and column.vocabulary then
            assert.is_true(vocabularies.has(column.vocabulary, value), where .. " " .. value)
            checked = checked + 1
          end
        end
      end
    end
    assert.is_true(checked > 2000, tostring(checked))
    assert.equal(0, ds.outcomes:where("low > high or low > best or best > high"):count())
    assert.equal(0, ds.deliveries:where("low > high or low > best or best > high"):count())
  end)

  it("names people and states in Ukrainian and Russian as well, and finds them by these names", function()
    for _, q in ipairs { ds.people, ds.parties:where { kind = "state" } } do
      for id, aliases in q:each("id", "aliases") do
        assert.is_truthy((aliases or ""):find "[\xD0\xD1]", id)      -- the first bytes of Cyrillic letters
      end
    end
    local function first_of(words) return ds:search(words):first().id end
    assert.same({ "medinsky", "medinsky", "switzerland" },
      { first_of "Мединський", first_of "Владимир Мединский", first_of "Швейцарія" })
  end)

  it("has nothing that lint finds", function()
    for row in ds:lint():rows() do assert.is_nil(row.id, ("%s %s: %s"):format(row.table, row.id, row.what)) end
  end)

  it("says it shortly: no text is longer than 200 characters, nor a quotation than eight words", function()
    for _, info in ipairs(codebook.tables) do
      if info.claims then
        for row in ds:table(info.name):claims():rows() do
          assert.is_true(utf8.len(row.text or "") <= 200, info.name .. " " .. row.id)
          for quoted in (row.text or ""):gmatch '"([^"]*)"' do
            local _, words = quoted:gsub("%S+", "")
            assert.is_true(words <= 8, info.name .. " " .. row.id)
          end
        end
      end
    end
  end)

  -- The pages themselves are nowhere kept: their titles are, and the five texts on the rounds of 2025.
  local seeds, titles = own_words.seeds(), own_words.titles()
  if seeds and titles then
    it("is in its own words: no seven words in a row stand in a title of its pages or in a text on the same rounds", function()
      local of_seeds, of_titles = own_words.runs(seeds), own_words.runs(titles)
      assert.equal("p32", of_titles["on march 8 2022 the russian federation"])
      assert.same({}, own_words.shared(ds, of_seeds))
      assert.same({}, own_words.shared(ds, of_titles))
    end)

    it("would be found out: a text that is a source's is shared", function()
      local mine <close> = parley.open ":memory:"
      mine:add("sources", { id = "s", title = "On March 8, 2022, the Russian Federation is ready" })
      mine:add("statements", { id = "copied", text = "Turkey remains one of the only countries with open lines" },
        { source = "s" })
      local found = own_words.shared(mine, own_words.runs(seeds))
      assert.equal("statements copied text: turkey remains one of the only countries (002_aab74a5bb8e2867e)", found[1])
      assert.same({}, own_words.shared(mine, own_words.runs(titles)))
    end)
  else
    pending "own words are not checked: the texts are not beside the checkout"
  end
end)
