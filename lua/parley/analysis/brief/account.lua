--- What an account tells of talks, of those who came, of their papers, demands and answers.
-- Each function writes one part of a brief (parley.analysis.brief.brief) from the rows of its coverage. Sentences
-- are put
-- together from what is there: a row that says nothing of a matter has no sentence about it. Words of a vocabulary that
-- need a verb have one here; any other word, one of the user's too, is told by its label.

local date_words = require "parley.base.date_words"
local prose = require "parley.analysis.brief.prose"
local sourcing = require "parley.analysis.brief.sourcing"
local vocabularies = require "parley.codebook.vocabularies"
local wording = require "parley.analysis.brief.wording"

local account = {}

local when, capital = date_words.when, wording.capital

-- Reading aloud ---------------------------------------------------------------------------------------------

-- Says " <before><value>" where a row has a value, with what stands behind it.
local function add(p, text, name, row, field, before, words)
  if row[field] == nil then return false end
  text:say(before):value(words or prose.unstopped(tostring(row[field])), p:fact(name, row, field))
  return true
end

-- The same as a sentence of its own.
local function sentence(p, text, name, row, field, before, words)
  if add(p, text, name, row, field, " " .. before, words) then text:say "." end
end

--- What a row says, as a sentence.
---@param p parley.Prose
---@param text parley.Text
---@param name string
---@param row table
function account.tell_text(p, text, name, row)
  sentence(p, text, name, row, "text", "", row.text and capital(prose.unstopped(row.text)))
end

local function quoted(text) return text and "“" .. text .. "”" end

--- "(one source says 12,000)": what others say of an amount or a date.
---@param p parley.Prose
---@param text parley.Text
---@param name string
---@param fact table?
function account.otherwise(p, text, name, fact)
  if not fact or #fact.others == 0 then return end
  text:say " ("
  for i, other in ipairs(fact.others) do
    local n = sourcing.others(other.claims, fact) > 0 and sourcing.count(other.claims) or 0
    local who = n == 0 and "also given as " or wording.count(n, "source") .. (n == 1 and " says " or " say ")
    text:say((i > 1 and "; " or "") .. who .. p:reading(name, fact.unit, other.reading)):mark(other)
  end
  text:say ")"
end

-- Talks -----------------------------------------------------------------------------------------------------

-- How a kind of talk is called where its label is no noun.
local KIND_NOUNS = { preparatory = "preparatory meeting", technical = "technical meeting" }

--- What a talk is called.
---@param p parley.Prose
---@param row table
---@return string
function account.talk_name(p, row)
  if row.name then return row.name end
  return row.kind and (KIND_NOUNS[row.kind] or p:label("talk_kind", row.kind)) or row.id
end

--- The same at the beginning of a sentence; an id stays as it is.
---@param p parley.Prose
---@param row table
---@return string
function account.talk_title(p, row)
  local name = account.talk_name(p, row)
  return (row.name or row.kind) and capital(name) or name
end

-- What is said of a talk by its status; its date follows after `before`, then its place, then `after`.
local STATUSES = {
  held = { "It was held" },
  scheduled = { "It is scheduled", before = " for " },
  proposed = { "It has been proposed", before = " for " },
  invited = { "Invitations have gone out", before = " for " },
  supported = { "It has been proposed", before = " for ", after = ", and another side is in favour" },
  postponed = { "It has been postponed", before = "; the date given is " },
  cancelled = { "It has been called off", before = "; it was to be " },
  declined = { "A side has said that it will not come", before = "; it was to be " },
  lapsed = { "It was proposed, and nothing came of it", before = "; it was to be " },
}

local OFF = { cancelled = true, declined = true, lapsed = true }

local function talk_opening(p, text, row)
  local status = STATUSES[row.status]
  if status then
    text:say(" " .. status[1])
    if not status.after then text:mark(p:fact("talks", row, "status")) end
  elseif row.status then
    add(p, text, "talks", row, "status", " Its status is ", "“" .. p:label("talk_status", row.status) .. "”")
  else
    text:say " Whether it was held is not recorded"
  end
  return status
end

local function talk_date(p, text, row, status)
  if not row.date then return end
  local fact, date = p:fact("talks", row, "date"), date_words.noun(row.date)
  if row.status == "held" then
    text:value(" " .. when(row.date, true), fact)
  elseif status and status.before:find "be $" then
    text:say(status.before):value(when(row.date, true), fact)
  else
    -- "for by 1 June" is no English
    local open = date:find "^by " or date:find "^since " or date:find "^from "
    text:say(status and not open and status.before or "; the date given is "):value(date, fact)
  end
  account.otherwise(p, text, "talks", fact)
end

local function talk_place(p, text, row)
  if row.time then
    local zone = row.zone and (" (UTC%s)"):format(row.zone) or ""
    text:say " at ":value(row.time .. zone, p:fact("talks", row, "time"), row.zone and p:fact("talks", row, "zone"))
  end
  add(p, text, "talks", row, "place", " in ")
  if add(p, text, "talks", row, "venue", " (") then text:say ")" end
  if row.host then
    p:say_name(text:say ", with ", "parties", row.host)
    text:value(" as host", p:fact("talks", row, "host"))
  end
end

local RESULTS = { none = "It ended with nothing agreed", continues = "It was agreed only to go on talking",
  partial = "Something was agreed, but neither a ceasefire nor a settlement", ceasefire = "It brought a ceasefire",
  settlement = "It brought a settlement", unknown = "What came of it is not known, as a source says" }

local function talk_result(p, text, row)
  if not row.result then return end
  local words = RESULTS[row.result] or "Its result: " .. p:label("talk_result", row.result)
  text:value(" " .. words, p:fact("talks", row, "result")):say "."
end

local function talk_gap(p, text, row)
  local fact = p:fact("talks", row, "gap_years_best")
  if not fact then return end
  local words = prose.amount(fact.unit, fact.shown.claim, "years"):gsub("^1 years", "1 year")
  text:say " Before it there had been no direct contact for ":value(words, fact)
  account.otherwise(p, text, "talks", fact)
  text:say "."
end

local function tell_talk(p, row, names)
  local text = p:text()
  text:strong(account.talk_title(p, row) .. "."):mark(row.name and row.name:find "%d" and
    p:fact("talks", row, "name"))
  local status = talk_opening(p, text, row)
  talk_date(p, text, row, status)
  talk_place(p, text, row)
  if status and status.after then text:value(status.after, p:fact("talks", row, "status")) end
  text:say "."
  if row.format then
    local verb = row.status == "held" and "were" or OFF[row.status] and "were to be" or "are to be"
    local words = p:label("talk_format", row.format) .. " talks"
    sentence(p, text, "talks", row, "format", ("These %s "):format(verb), words)
  end
  talk_gap(p, text, row)
  sentence(p, text, "talks", row, "purpose", "Its purpose: ")
  if row.prepares and names[row.prepares] then
    local verb = row.status == "held" and "prepared" or OFF[row.status] and "was to prepare" or "is to prepare"
    sentence(p, text, "talks", row, "prepares", ("It %s the "):format(verb), names[row.prepares])
  end
  talk_result(p, text, row)
  sentence(p, text, "talks", row, "assessment", "One judgement of it: ", quoted(row.assessment))
  sentence(p, text, "talks", row, "prospect", "Its prospects: ", quoted(row.prospect))
  p:paragraph(text)
end

local function by_date(a, b)
  local first, second = prose.day(a.date), prose.day(b.date)
  if first ~= second then return first < second end
  return a.id < b.id
end

--- What was held.
---@param p parley.Prose
---@param found table
---@param given table
function account.talks(p, found, given)
  if #found.talks == 0 then return end
  local names, heading = {}, #found.talks == 1 and "The talk" or "The talks"
  for _, row in ipairs(found.talks) do
    names[row.id] = account.talk_name(p, row)
    if row.status == "held" then heading = "What was held" end
    if row.status and heading ~= "What was held" then heading = "What is planned" end
  end
  table.sort(found.talks, by_date)
  p:heading(2, heading)
  for _, row in ipairs(found.talks) do
    if row.id == given.talk then tell_talk(p, row, names) end
  end
  for _, row in ipairs(found.talks) do
    if row.id ~= given.talk then tell_talk(p, row, names) end
  end
end

-- Participants ------------------------------------------------------------------------------------------------

local function role_place(row)
  for i, code in ipairs(vocabularies.codes "participant_role") do
    if code == row.role then return i end
  end
  return math.maxinteger
end

-- The rows of each party, those without a person first, then by role; parties by the first of their rows.
local function by_party(p, rows)
  local groups = {}
  for _, row in ipairs(rows) do
    local key = row.party or ""
    local group = groups[key]
    if not group then
      group = { party = row.party, place = math.maxinteger, order = row.party and p:order("parties", row.party) or "" }
      groups[key], groups[#groups + 1] = group, group
    end
    group[#group + 1] = row
    row.place = (row.person and 1000 or 0) + math.min(role_place(row), 999)
    group.place = math.min(group.place, role_place(row))
  end
  table.sort(groups, function(a, b)
    if a.place ~= b.place then return a.place < b.place end
    return a.order < b.order
  end)
  for _, group in ipairs(groups) do
    table.sort(group, function(a, b)
      if a.place ~= b.place then return a.place < b.place end
      return a.id < b.id
    end)
  end
  return groups
end

-- "head of delegation[1], attended[2]"
local function say_part(p, text, row)
  if row.role then
    text:value(p:label("participant_role", row.role), p:fact("participants", row, "role"))
  end
  if row.status then
    text:say(row.role and ", " or "")
    text:value(p:label("participant_status", row.status), p:fact("participants", row, "status"))
  elseif not row.role then
    text:value("role not recorded", p:fact("participants", row, "talk"))
  end
end

local function say_party(p, group)
  local text = p:text()
  if group.party then
    p:mark_name(text:strong(p:the("parties", group.party, true)), "parties", group.party):say ": "
  end
  for i, row in ipairs(group) do
    text:say(i > 1 and "; " or "")
    if row.person then
      p:say_name(text, "people", row.person):say ", "
    elseif not row.party then
      text:say "Somebody, "
    end
    say_part(p, text, row)
  end
  return text:say "."
end

local function participants_of(p, talk, rows)
  for _, group in ipairs(by_party(p, rows)) do p:item(1, say_party(p, group)) end
  return talk
end

--- Who came.
---@param p parley.Prose
---@param found table
function account.participants(p, found)
  if #found.participants == 0 then return end
  local by_talk = {}
  for _, row in ipairs(found.participants) do
    by_talk[row.talk or ""] = by_talk[row.talk or ""] or {}
    table.insert(by_talk[row.talk or ""], row)
  end
  local talks = {}
  for _, row in ipairs(found.talks) do
    if by_talk[row.id] then talks[#talks + 1] = row end
  end
  local is_ahead = #talks == 1 and talks[1].status ~= nil and talks[1].status ~= "held"
  p:heading(2, is_ahead and "Who is to come" or "Who came")
  for _, talk in ipairs(talks) do
    if #talks > 1 then
      local text = p:text():strong(account.talk_title(p, talk))
      p:paragraph(talk.name and talk.name:find "%d" and text:mark(p:fact("talks", talk, "name")) or text)
    end
    participants_of(p, talk, by_talk[talk.id])
  end
end

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
  table.sort(list, by_date)
  return list
end

-- Papers --------------------------------------------------------------------------------------------------------

local function say_items(p, text, row)
  local fact = p:fact("documents", row, "items_best")
  if not fact then return end
  local words = prose.amount(fact.unit, fact.shown.claim, "entries"):gsub("^1 entries", "1 entry")
  text:say " It has ":value(words, fact)
  account.otherwise(p, text, "documents", fact)
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
    account.otherwise(p, text, "documents", p:fact("documents", row, "handed_over"))
    text:say "."
  end
  account.tell_text(p, text, "documents", row)
  say_items(p, text, row)
  if row.release then
    sentence(p, text, "documents", row, "release", "How far the public can read it: ", p:label("release", row.release))
  end
  for _, answer in ipairs(sorted_answers(answers)) do say_answer(p, text, answer) end
  p:item(1, text)
end

-- Rows by the value of a column; those without one under `missing`, if it is given.
local function grouped(rows, column, missing)
  local groups = {}
  for _, row in ipairs(rows) do
    local key = row[column] or missing
    if key then
      groups[key] = groups[key] or {}
      table.insert(groups[key], row)
    end
  end
  return groups
end

--- Papers and the answers to them as a whole.
---@param p parley.Prose
---@param found table
function account.documents(p, found)
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

local function say_asked(p, text, row)
  if not (row.addressee or row.made or row.priority) then return end
  text:say(row.addressee and " Asked of " or row.made and " Made" or " It stands")
  if row.addressee then
    p:say_name(text, "parties", row.addressee):mark(p:fact("demands", row, "addressee"))
  end
  if row.made then
    text:value(" " .. when(row.made), p:fact("demands", row, "made"))
    account.otherwise(p, text, "demands", p:fact("demands", row, "made"))
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
  local words = prose.amount(fact.unit, fact.shown.claim, "days"):gsub("^1 days", "1 day")
  text:say " It is to last ":value(words, fact)
  account.otherwise(p, text, "demands", fact)
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
  account.tell_text(p, text, "demands", row)
  say_asked(p, text, row)
  say_days(p, text, row)
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
local function askers(p, demands)
  local list = {}
  for party in pairs(demands) do list[#list + 1] = { id = party, order = p:order("parties", party) } end
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
function account.demands(p, found)
  if #found.demands == 0 then return end
  local answers, to_papers = grouped(found.responses, "demand"), grouped(found.responses, "document")
  p:heading(2, "What was asked, and what was answered")
  local demands = grouped(found.demands, "party", NOBODY)
  for _, asker in ipairs(askers(p, demands)) do
    p:heading(3, asker.id == NOBODY and "By whom is not recorded" or p:say_name(p:text(), "parties", asker.id, true))
    tell_demands_of(p, demands[asker.id], answers, to_papers)
  end
end

account.add, account.sentence, account.grouped = add, sentence, grouped

return account
