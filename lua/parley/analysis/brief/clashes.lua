--- What an account tells of where the sources disagree.
-- Which disagreements there are follows from parley.analysis.disagreements; one is open unless the coder has ranked one
-- reading before the others. Where somebody has decided, the readings are told with who did, when and why.

local sentences = require "parley.analysis.brief.field_sentences"
local deciding = require "parley.analysis.deciding"
local disagreements = require "parley.analysis.disagreements"
local prose = require "parley.analysis.brief.footnoted_text"
local talks = require "parley.analysis.brief.talks"
local wording = require "parley.analysis.brief.wording"

local clashes = {}

local capital = wording.capital

local function of_topic(p, row) return row.topic and ", " .. p:label("topic", row.topic) or "" end

-- "Russia's answer", or "An answer" of nobody known.
local function whose(p, name, id, what)
  if not id then return capital(wording.article(what)) end
  return wording.possessive(p:the(name, id, true)) .. " " .. what
end

-- Tables whose things are called by no more than their kind, so that their text has to say which one is meant.
local SAID_BY_TEXT = { responses = true, outcomes = true, deliveries = true }

-- What a thing is called, by its table.
local NAMES = {
  talks = talks.talk_title,
  participants = function(p, row)
    return "The part of " .. (row.person and p:name("people", row.person) or row.party and p:the("parties", row.party)
      or row.id)
  end,
  documents = function(p, row)
    return capital(row.name or "paper") .. (row.author and ", from " .. p:the("parties", row.author) or "")
  end,
  demands = function(p, row) return whose(p, "parties", row.party, "demand") .. of_topic(p, row) end,
  responses = function(p, row) return whose(p, "parties", row.party, "answer") end,
  outcomes = function(p, row) return "An outcome" .. of_topic(p, row) end,
  deliveries = function() return "A delivery" end,
  statements = function(p, row)
    local speaker = row.speaker and "people" or "parties"
    return whose(p, speaker, row.speaker or row.party, "statement") .. of_topic(p, row)
  end,
}

-- What is disagreed about, with what it is counted in: the columns of a length are minutes.
local function field_words(unit)
  local words = (unit.quantity or unit.field):gsub("_", " ")
  local counted = unit.quantity and unit.columns[1]:match "^(.*)_%l+$"
  return counted and counted ~= unit.quantity and ("%s in %s"):format(words, (counted:gsub("_", " "))) or words
end

-- Every reading, the one shown first, each with those who have it. The hull of several is none.
local function say_readings(p, text, name, fact)
  local own = fact.shown.hull and 0 or 1
  local n = own + #fact.others
  wording.series(n, function(i)
    local other = fact.others[i - own]
    text:say(p:reading(name, fact.unit, other and other.reading or fact.shown)):mark(other or fact)
    if i == 1 then sentences.denied(text, fact) end
  end, function(between) text:say(n == 2 and " or " or (between:gsub("and $", "or "))) end, ";")
end

local function is_contested(fact) return fact and (#fact.others > 0 or #fact.denials > 0) end

local function is_open(fact) return is_contested(fact) and fact.shown.claim.rank ~= "preferred" end

-- The parts of an outcome with a number, as text with marks.
local function say_sum(p, text, row, parts)
  local fact = p:fact("outcomes", row, "best")
  if not fact then return end
  text:say " The whole is given as "
  say_readings(p, text, "outcomes", fact)
  text:say ", and its parts as "
  local told = {}
  for _, part in ipairs(parts[row.id] or {}) do told[#told + 1] = p:fact("outcomes", part, "best") end
  wording.series(#told, function(i)
    text:say(prose.amount(told[i].shown)):mark(told[i])
  end, function(between) text:say(between) end)
  text:say "."
end

-- The open disagreements about some rows of a table, by the id of the row, in the order of the columns.
local function open_fields(p, name, rows)
  local ids, fields = {}, {}
  for i, row in ipairs(rows) do ids[i] = row.id end
  if #ids == 0 then return fields end
  for row in disagreements.of_things(p.ds, { [name] = ids }, p.sources.canonical):rows() do
    fields[row.id] = fields[row.id] or {}
    table.insert(fields[row.id], row)
  end
  return fields
end

-- One row: what it is called and, where that does not say which it is, its text; then its open disagreements.
local function tell_disagreements(p, name, row, fields, found)
  local text, title = p:text(), NAMES[name](p, row)
  text:strong(title .. ".")
  if row.text and (SAID_BY_TEXT[name] or found.titles[title] > 1) then sentences.tell_text(p, text, name, row) end
  local before, who = #text, deciding.of(p.ds, p.ds:table_info(name))
  for _, clash in ipairs(fields) do
    local fact = p:fact(name, row, clash.field)
    local decided = is_contested(fact) and who(fact.shown.claim.claim)
    if clash.among ~= "claims" then
      say_sum(p, text, row, found.parts)
    elseif decided or is_open(fact) then
      text:say(" " .. capital(field_words(fact.unit)) .. ": ")
      say_readings(p, text, name, fact)
      text:say(decided and "; " .. decided .. "." or ".")
    end
  end
  if #text > before then p:item(1, text) end
end

-- How often each title occurs among some rows.
local function titles_of(p, name, rows)
  local titles = {}
  for _, row in ipairs(rows) do
    local title = NAMES[name](p, row)
    titles[title] = (titles[title] or 0) + 1
  end
  return titles
end

--- Where the sources disagree about what has been told.
---@param p parley.Prose
---@param found table
function clashes.tell(p, found)
  local parts, before = sentences.grouped(found.outcomes, "part_of"), #p.blocks
  p:heading(2, "Where the sources disagree")
  for _, name in ipairs { "talks", "participants", "documents", "demands", "responses", "outcomes", "deliveries",
    "statements" } do
    local fields = open_fields(p, name, found[name])
    local about = { parts = parts, titles = titles_of(p, name, found[name]) }
    for _, row in ipairs(found[name]) do
      if fields[row.id] then tell_disagreements(p, name, row, fields[row.id], about) end
    end
  end
  if #p.blocks == before + 1 then p.blocks[before + 1] = nil end
end

return clashes
