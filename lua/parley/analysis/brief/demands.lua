--- What an account tells of papers, demands and their answers.
-- Written like parley.analysis.brief.talks.

local sentences = require "parley.analysis.brief.field_sentences"
local date_words = require "parley.base.date_words"
local prose = require "parley.analysis.brief.footnoted_text"
local wording = require "parley.analysis.brief.wording"

local demands = {}

local add, sentence, grouped = sentences.add, sentences.sentence, sentences.grouped
local when, capital = date_words.when, wording.capital

-- Answers -----------------------------------------------------------------------------------------------------

local ANSWERS = { accept = "accepted it", conditional = "accepted it on a condition", partial = "accepted a part of it",
  reject = "rejected it", counter = "offered something else in its place", defer = "put off an answer",
  acknowledge = "confirmed that it had come", silence = "had given no answer" }

local function say_answer(p, text, row)
  if row.party then
    p:say_name(text:say " ", "parties", row.party, true)
  else
    text:say " Somebody"
  end
  local words = ANSWERS[row.kind] or row.kind and "answered: " .. p:label("response_kind", row.kind) or "answered"
  text:value(" " .. words, p:fact("responses", row, "kind"), row.party and p:fact("responses", row, "party"))
  if row.date then
    local date = row.kind == "silence" and row.date:find "^%d%d%d%d[%d-]*$" and "by " .. date_words.noun(row.date)
      or when(row.date)
    text:value(" " .. date, p:fact("responses", row, "date"))
  end
  add(p, text, "responses", row, "text", ": ")
  add(p, text, "responses", row, "condition", "; the condition: ")
  text:say "."
end

local function sorted_answers(list)
  table.sort(list, sentences.by_date)
  return list
end

-- Papers --------------------------------------------------------------------------------------------------------

-- A list has entries; what another paper is made of are its points, sections or whatever it calls them.
local function say_items(p, text, row)
  local fact = p:fact("documents", row, "items_best")
  if not fact then return end
  local words = row.kind == "list" and prose.amount(fact.shown, "entries"):gsub("^1 entries", "1 entry")
    or prose.amount(fact.shown, "parts"):gsub("^1 parts", "1 part")
  text:say " It has ":value(words, fact)
  sentences.otherwise(p, text, "documents", fact)
  text:say "."
end

local function tell_document(p, row, answers)
  local text = p:text()
  local name = row.name or row.kind and p:label("document_kind", row.kind) or "paper"
  text:strong(capital(name)):mark(row.name and row.name:find "%d" and p:fact("documents", row, "name"))
  if row.author then
    p:say_name(text:say ", from ", "parties", row.author):mark(p:fact("documents", row, "author"))
  end
  if row.recipient then
    p:say_name(text:say(row.author and " to " or ", to "), "parties", row.recipient)
    text:mark(p:fact("documents", row, "recipient"))
  end
  text:say "."
  if row.handed_over then
    text:say " It was handed over ":value(when(row.handed_over), p:fact("documents", row, "handed_over"))
    sentences.otherwise(p, text, "documents", p:fact("documents", row, "handed_over"))
    text:say "."
  end
  sentences.tell_text(p, text, "documents", row)
  say_items(p, text, row)
  if row.release then
    sentence(p, text, "documents", row, "release", "How far the public can read it: ", p:label("release", row.release))
  end
  for _, answer in ipairs(sorted_answers(answers)) do say_answer(p, text, answer) end
  p:item(1, text)
end

--- Papers and the answers to them as a whole.
---@param p parley.Prose
---@param found table
function demands.documents(p, found)
  if #found.documents == 0 then return end
  local answers = grouped(found.responses, "document")
  p:heading(2, "Papers")
  for _, row in ipairs(found.documents) do tell_document(p, row, answers[row.id] or {}) end
end

-- Demands ---------------------------------------------------------------------------------------------------------

-- How a demand fared, where its answers do not tell it: { words, the kind of answer that tells it }.
local FARED = { repeated = { "It repeats an earlier one" }, accepted = { "It has been accepted", "accept" },
  accepted_with_conditions = { "It has been accepted with conditions", "conditional" },
  partly_met = { "It has been met in part", "partial" }, rejected = { "It has been rejected", "reject" },
  countered = { "Something else has been offered in its place", "counter" },
  deferred = { "The answer has been put off", "defer" }, unanswered = { "It has not been answered", "silence" },
  superseded = { "A later demand has taken its place" }, withdrawn = { "It has been withdrawn" },
  lapsed = { "It has lapsed" } }

local ORDINALS = { "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth" }

-- How it is said that something was asked: of whom, and without anybody; an offer or a stance is no demand.
local ASKED = { [false] = { " Asked of ", " Made" }, offer = { " Offered to ", " Offered" },
  proposal = { " Proposed to ", " Proposed" }, stance = { " Said to ", " Said" } }

local function say_asked(p, text, row)
  if not (row.addressee or row.made or row.priority) then return end
  local asked = ASKED[row.kind or false] or ASKED[false]
  text:say(row.addressee and asked[1] or row.made and asked[2] or " It stands")
  if row.addressee then
    p:say_name(text, "parties", row.addressee):mark(p:fact("demands", row, "addressee"))
  end
  if row.made then
    text:value(" " .. when(row.made), p:fact("demands", row, "made"))
    sentences.otherwise(p, text, "demands", p:fact("demands", row, "made"))
  end
  if row.priority then
    local place = ORDINALS[row.priority] or "at place " .. wording.number(row.priority)
    text:say(row.addressee and ", " or row.made and ", " or " ")
    text:value(place .. " on its own list", p:fact("demands", row, "priority"))
  end
  text:say "."
end

local function say_days(p, text, row)
  local fact = p:fact("demands", row, "days_best")
  if not fact then return end
  local words = prose.amount(fact.shown, "days"):gsub("^1 days", "1 day")
  text:say " It is to last ":value(words, fact)
  sentences.otherwise(p, text, "demands", fact)
  if row.extendable then text:value(", and can be extended", p:fact("demands", row, "extendable")) end
  text:say "."
end

-- Says how a demand fared, unless an answer has told it; gives whether any of that was said.
local function say_fared(p, text, row, answers)
  local fared = FARED[row.status]
  for _, answer in ipairs(answers) do
    if fared and fared[2] == answer.kind then return true end
  end
  if fared then
    text:value(" " .. fared[1], p:fact("demands", row, "status")):say "."
  elseif row.status and row.status ~= "raised" then
    sentence(p, text, "demands", row, "status", "Its status: ", p:label("demand_status", row.status))
  end
  return #answers > 0 or (fared and fared[2]) ~= nil
end

local function topic_of(p, row) return row.topic and p:label("topic", row.topic) or "a demand" end

-- Gives whether it was told how the demand was answered.
local function tell_demand(p, row, answers)
  local text = p:text():strong(capital(topic_of(p, row)) .. ".")
  sentences.tell_text(p, text, "demands", row)
  say_asked(p, text, row)
  say_days(p, text, row)
  sentences.tell_measure(p, text, "demands", row)
  if row.wanted then sentence(p, text, "demands", row, "wanted", "It is wanted ", when(row.wanted)) end
  sentence(p, text, "demands", row, "scope", "Scope: ")
  sentence(p, text, "demands", row, "purpose", "Purpose: ")
  sentence(p, text, "demands", row, "condition", "Condition: ")
  for _, answer in ipairs(sorted_answers(answers)) do say_answer(p, text, answer) end
  local told = say_fared(p, text, row, answers)
  p:item(1, text)
  return told
end

-- "Nobody is recorded to have answered: territory and sanctions."
local function say_unanswered(p, topics, words)
  if #topics == 0 then return end
  local text = p:text():say(words)
  wording.series(#topics, function(i) text:say(topics[i]) end, function(between) text:say(between) end)
  p:paragraph(text:say ".")
end

-- A party's own order, then the order in time.
local function by_priority(a, b)
  local first, second = a.priority or math.maxinteger, b.priority or math.maxinteger
  if first ~= second then return first < second end
  first, second = prose.day(a.made), prose.day(b.made)
  if first ~= second then return first < second end
  return a.id < b.id
end

local NOBODY = ""

-- Parties that ask, by name; demands of nobody known last.
local function askers(p, by_party)
  local list = {}
  for party in pairs(by_party) do list[#list + 1] = { id = party, order = p:order("parties", party) } end
  table.sort(list, function(a, b)
    if (a.id == NOBODY) ~= (b.id == NOBODY) then return b.id == NOBODY end
    return a.order < b.order
  end)
  return list
end

-- Documents that another party than the one asking has answered.
local function is_answered(answers, party)
  for _, answer in ipairs(answers or {}) do
    if answer.party ~= party then return true end
  end
  return false
end

-- Adds a topic to a list that does not have it.
local function note_topic(list, topic)
  if not list[topic] then list[topic], list[#list + 1] = true, topic end
end

local function tell_demands_of(p, rows, answers, to_papers)
  local none, paper = {}, {}
  table.sort(rows, by_priority)
  for _, row in ipairs(rows) do
    if not tell_demand(p, row, answers[row.id] or {}) then
      note_topic(is_answered(to_papers[row.document], row.party) and paper or none, topic_of(p, row))
    end
  end
  say_unanswered(p, paper, "Answered only with the paper they stand in: ")
  say_unanswered(p, none, "No answer is recorded to: ")
end

--- Demands by party, each with its answers; silence is an answer, and so is told that none is recorded.
---@param p parley.Prose
---@param found table
function demands.demands(p, found)
  if #found.demands == 0 then return end
  local answers, to_papers = grouped(found.responses, "demand"), grouped(found.responses, "document")
  p:heading(2, "What was asked, and what was answered")
  local by_party = grouped(found.demands, "party", NOBODY)
  for _, asker in ipairs(askers(p, by_party)) do
    p:heading(3, asker.id == NOBODY and "By whom is not recorded" or p:say_name(p:text(), "parties", asker.id, true))
    tell_demands_of(p, by_party[asker.id], answers, to_papers)
  end
end

return demands
