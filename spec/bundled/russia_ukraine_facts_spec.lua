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

-- The claims that carry a fact, as { thing, source }: the comment behind a claim names its facts.
local function claims_by_fact()
  local by_fact = {}
  for _, file in ipairs(scratch.listing(FOLDER, ".lua")) do
    local text = scratch.read(("%s/%s.lua"):format(FOLDER, file)) .. "\nclaim("
    for block in text:gmatch "%f[%w]claim(%b()[^\n]*)" do
      local name, id = block:match '^%("([%w_]+)", "([^"]+)"'
      for fact in (block:match "%) %-%- ([^\n]+)$" or ""):gmatch "G%d+" do
        by_fact[fact] = by_fact[fact] or {}
        table.insert(by_fact[fact], { thing = name .. " " .. id, source = block:match 'source = "(p%d+)"' })
      end
    end
  end
  return by_fact
end

local list = own_words.read "rounds/FACTS.md"
if not list then
  pending "the facts are not asked for: their list is not beside the checkout"
  return
end

describe("the facts of russia-ukraine-talks", function()
  local facts, questions, by_fact = rows_of(list, "G"), rows_of(list, "D"), claims_by_fact()
  local PAGE, VERDICT, CLASHING = 12, 7, 8

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
