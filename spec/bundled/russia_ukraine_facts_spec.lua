-- russia-ukraine-talks against the list of facts that it was coded from, where that lies beside the checkout: each fact
-- stands in a claim of its page, and the questions called genuine there are those that are disagreements here.

local conflicts = require "spec.bundled.russia_ukraine_conflicts"
local own_words = require "spec.support.own_words"
local scratch = require "spec.support.scratch"

local FOLDER = "lua/parley/bundled/russia-ukraine-talks"

-- The cells of each line of the list's tables, by what stands in the first of them.
local function rows_of(text, letter)
  local rows = {}
  for line in text:gmatch("\n|(" .. letter .. "%d+|[^\n]*)") do
    local cells = {}
    for cell in line:gmatch "([^|]*)|" do cells[#cells + 1] = cell end
    rows[cells[1]] = cells
  end
  return rows
end

-- What the claims of a fact say otherwise than its row: a row that tells of two things, of which the second is coded so.
local OTHERWISE = {
  G254 = { modality = "plan" }, G306 = { modality = "fact" }, G271 = { modality = "plan" }, G649 = { modality = "plan" },
  G049 = { certainty = "narration" }, G131 = { modality = "fact" }, G168 = { modality = "fact" },
  G197 = { modality = "fact" }, G344 = { modality = "fact" }, G360 = { certainty = "anonymous" },
  G381 = { certainty = "named_medium" }, G417 = { modality = "fact" }, G426 = { modality = "fact" },
  G430 = { modality = "fact" }, G535 = { certainty = "narration", modality = "fact" }, G619 = { certainty = "narration" },
}

local NAMES = { parties = true, people = true, offices = true }

-- A field of a claim's provenance, with what stands where none is stated.
local function field(provenance, name, unstated)
  local value = provenance:gsub('\\"', "\0"):match(name .. ' = "([^"]*)"')
  return value and value:gsub("%z", '"') or unstated
end

local function place_of(text) return (text:lower():gsub("–", "-"):gsub("%s+", " ")) end

-- Facts of which no claim has the day that the list has, and why.
local OF_ANOTHER_DAY = { G001 = "told on the 27th, foreseen for the 28th", G168 = "told the day before",
  G218 = "denies what was handed over by then", G285 = "told a week after the meeting", G487 = "told in July of August",
  G505 = "told at the end of its span", G588 = "told in January of February" }

-- Numbers that a claim tells in other words: states, ports and regions by their names; a week, over forty, an hour and a
-- half, over an hour, none at all, from 16:00 to the end of the next day.
local IN_OTHER_WORDS = { G157 = 9, G187 = 7, G253 = 3, G293 = 41, G351 = 5, G378 = 90, G380 = 60, G394 = 5, G551 = 0,
  G646 = 32 }

local WORDS = { [1] = "an hour", [2] = "two", [3] = "three", [4] = "four", [5] = "five", [6] = "six", [7] = "seven", [8] = "eight",
  [9] = "nine", [10] = "ten", [11] = "eleven", [12] = "twelve", [14] = "fourteen", [17] = "seventeen", [20] = "twenty" }

-- Whether claims tell a number, as a value or in a text: days, places and addresses apart. Hours may be minutes or days.
local function tells(claims, number, in_hours)
  for _, claim in ipairs(claims) do
    local text = claim.text:lower():gsub("%d%d%d%d%-%d%d[%d%-]*", ""):gsub('locator = "[^"]*"', ""):gsub('source = "[^"]*"', "")
      :gsub('^%("%w+", "[^"]*"', ""):gsub("(%d),(%d)", "%1%2"):gsub('" %.%. "', ""):gsub("%s+", " ")
    if WORDS[number] and text:find(WORDS[number], 1, true) then return true end
    for digits in text:gmatch "%d[%d%.]*" do
      local value = tonumber(digits) or tonumber((digits:gsub("%.+$", "")))
      if value == number or in_hours and (value == number * 60 or value == number / 24) then return true end
    end
  end
  return false
end

-- The claims that carry a fact: the comment behind a claim names its facts.
local function claims_by_fact()
  local by_fact = {}
  for _, file in ipairs(scratch.listing(FOLDER, ".lua")) do
    local text = scratch.read(("%s/%s.lua"):format(FOLDER, file)) .. "\nclaim("
    for block in text:gmatch "%f[%w]claim(%b()[^\n]*)" do
      local name, id = block:match '^%("([%w_]+)", "([^"]+)"'
      local provenance, of = block:match "{%s*(source = .*)" or "", {}
      for fact in (block:match "%) %-%- ([^\n]+)$" or ""):gmatch "G%d+" do
        of[#of + 1], by_fact[fact] = fact, by_fact[fact] or {}
        table.insert(by_fact[fact], { thing = name .. " " .. id, source = block:match 'source = "(p%d+)"',
          of = of, text = block, certainty = field(provenance, "certainty", "narration"), voice = field(provenance, "said_by", "outlet"),
          modality = field(provenance, "modality", "fact"), place = place_of(field(provenance, "locator", "")),
          denied = field(provenance, "polarity") == "denied",
          part = name == "participants" and block:match ' role = "([%w_]+)"' or name == "talks" and block:match " (host) = " })
      end
    end
  end
  return by_fact
end

local list, arguable = own_words.read "rounds/FACTS.md", own_words.read "rounds/ARGUABLE.md"
if not (list and arguable) then
  pending "the facts are not asked for: their list is not beside the checkout"
  return
end

describe("the facts of russia-ukraine-talks", function()
  local facts, questions, by_fact = rows_of(list, "G"), rows_of(list, "D"), claims_by_fact()
  local CERTAINTY, MODALITY, DAY, NUMBER, PAGE, PLACE, VERDICT, CLASHING = 6, 7, 8, 10, 12, 13, 7, 8

  -- Another value that a second reading names for a cell.
  local other = {}
  for fact, cell, value in arguable:gmatch "\n|(G%d+)|(%w+)|([^|\n]*)|" do other[fact .. " " .. cell] = value end

  local function is_one_of(value, fact, cell, listed)
    return value == listed or value == other[fact .. " " .. cell] or value == (OTHERWISE[fact] or {})[cell]
  end

  local function count(set)
    local n = 0
    for _ in pairs(set) do n = n + 1 end
    return n
  end

  it("are as many as the dataset says that it codes", function()
    assert.same({ conflicts.FACTS, conflicts.QUESTIONS }, { count(facts), count(questions) })
  end)

  it("stand in claims of the page that the list has them from", function()
    for fact, claims in pairs(by_fact) do
      local page = facts[fact][PAGE]
      for _, claim in ipairs(claims) do
        assert.equal(page, claim.source, ("%s in %s"):format(fact, claim.thing))
      end
    end
  end)

  it("have their place, certainty and modality as listed, or as the second reading would have them", function()
    local asked, otherwise = 0, {}
    for fact, claims in pairs(by_fact) do
      local cells = facts[fact]
      for _, claim in ipairs(claims) do
        -- a claim of several facts can have only one of each; names and posts are told by the page
        if #claim.of == 1 and not NAMES[claim.thing:match "^%S+"] then
          local where = ("%s in %s"):format(fact, claim.thing)
          assert.is_true(claim.certainty == "inferred" or is_one_of(claim.certainty, fact, "certainty", cells[CERTAINTY]),
            where .. ": " .. claim.certainty)
          assert.is_true(claim.denied or is_one_of(claim.modality, fact, "modality", cells[MODALITY]),
            where .. ": " .. claim.modality)
          local second = other[fact .. " place"]
          assert.is_true(claim.place == place_of(cells[PLACE]) or claim.place == (second and place_of(second)),
            where .. ": " .. claim.place)
          asked = asked + 1
          local said = OTHERWISE[fact]
          if said and (claim.certainty == said.certainty or claim.modality == said.modality) then otherwise[fact] = true end
        end
      end
    end
    assert.is_true(asked > 800, tostring(asked))
    for fact in pairs(OTHERWISE) do assert.is_true(otherwise[fact] or false, fact) end
  end)

  it("have their days as listed, in one claim at least", function()
    local asked, otherwise = 0, {}
    for fact, claims in pairs(by_fact) do
      local days, dated, met = { facts[fact][DAY], other[fact .. " date"] }, false, false
      for _, claim in ipairs(claims) do
        for value in claim.text:gmatch '[%w_]+ = "([%d%./~?X-]*%d%d%d%d[%d%./~?X-]*)"' do
          dated = true
          for _, day in pairs(days) do
            local listed, said = day:gsub("[?~]", ""), value:gsub("[?~]", "")
            met = met or listed:find(said, 1, true) ~= nil or said:find(listed, 1, true) ~= nil
          end
        end
      end
      if facts[fact][DAY] ~= "" and dated then
        asked = asked + 1
        if OF_ANOTHER_DAY[fact] then otherwise[fact] = not met end
        assert.is_true(met or OF_ANOTHER_DAY[fact] ~= nil, ("%s: %s"):format(fact, facts[fact][DAY]))
      end
    end
    assert.is_true(asked > 500, tostring(asked))
    for fact in pairs(OF_ANOTHER_DAY) do assert.is_true(otherwise[fact] or false, fact) end
  end)

  it("have their numbers as listed, as values or told in the text", function()
    local asked, otherwise = 0, {}
    for fact, claims in pairs(by_fact) do
      local cell = facts[fact][NUMBER]
      for digits in cell:gsub("%(.*$", ""):gsub("(%d)[\u{202f}\u{a0} ]+(%d)", "%1%2"):gmatch "%d[%d%.]*" do
        local number = tonumber(digits)
        if IN_OTHER_WORDS[fact] == number then
          otherwise[fact] = number
        else
          assert.is_true(tells(claims, number, cell:find "hours" ~= nil), ("%s: %s"):format(fact, cell))
          asked = asked + 1
        end
      end
    end
    assert.is_true(asked > 500, tostring(asked))
    assert.same(IN_OTHER_WORDS, otherwise)
  end)

  it("have the page itself as their voice where the second reading finds that it tells them in its own words", function()
    local asked = 0
    for fact, claims in pairs(by_fact) do
      for _, claim in ipairs(claims) do
        assert.is_nil(claim.voice:find "[(]", ("%s in %s: a voice is no remark"):format(fact, claim.thing))
      end
      for _, claim in ipairs(other[fact .. " certainty"] == "narration" and claims or {}) do
        if claim.certainty == "narration" then
          assert.equal("outlet", claim.voice, ("%s in %s"):format(fact, claim.thing))
          asked = asked + 1
        end
      end
    end
    assert.is_true(asked > 10, tostring(asked))
  end)

  -- Words of a fact by which it tells of a part. Sides and their members are known by where a fact names them.
  local TOLD = { head_of_delegation = { "lead", "led ", "under ", "negotiator" }, host = { "host" }, envoy = { "envoy" },
    mediator = { "mediat" }, observer = { "observer" }, relay = { "through" } }
  local NEEDS_NO_WORD = { delegation = true, member = true, expert = true, spokesperson = true, leader = true }

  it("tell who leads, hosts, mediates or looks on where a claim has them say so: what follows from the place or from "
    .. "the order of names is inferred", function()
    local asked, inferred = 0, 0
    for fact, claims in pairs(by_fact) do
      for _, claim in ipairs(claims) do
        if claim.part and claim.certainty == "inferred" then
          inferred = inferred + 1
        elseif claim.part and not NEEDS_NO_WORD[claim.part] then
          local told, text = false, facts[fact][3]:lower()
          for _, word in ipairs(TOLD[claim.part]) do told = told or text:find(word, 1, true) ~= nil end
          assert.is_true(told, ("%s in %s: %s"):format(fact, claim.thing, claim.part))
          asked = asked + 1
        end
      end
    end
    assert.is_true(asked > 10 and inferred > 30, ("%d %d"):format(asked, inferred))
  end)

  it("have the questions called genuine that are disagreements, or are listed with a reason", function()
    for number, cells in pairs(questions) do
      local derived = conflicts.CONFLICTS[number] ~= nil or conflicts.NOT_DERIVED[number] ~= nil
      assert.equal(cells[VERDICT] == "genuine", derived, ("%s: %s"):format(number, cells[VERDICT]))
    end
  end)

  it("meet where the list says that they clash: two of the rows that it names, or the only one", function()
    for number, places in pairs(conflicts.CONFLICTS) do
      local things, rows, met = {}, 0, 0
      for _, place in ipairs(places) do things[place:match "^%S+ %S+"] = true end
      for fact in questions[number][CLASHING]:gmatch "G%d+" do
        local here = false
        for _, claim in ipairs(by_fact[fact] or {}) do here = here or things[claim.thing] or false end
        rows, met = rows + 1, met + (here and 1 or 0)
      end
      assert.is_true(rows > 0 and met >= math.min(rows, 2), ("%s: %d of %d rows"):format(number, met, rows))
    end
  end)
end)
