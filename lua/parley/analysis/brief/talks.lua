--- What an account tells of talks and of those who came.
-- Each function writes one part of a brief (parley.analysis.brief.brief) from the rows of its coverage. Sentences are
-- put together from what is there: a row that says nothing of a matter has no sentence about it. Words of a vocabulary
-- that need a verb have one here; any other word, one of the user's too, is told by its label.

local sentences = require "parley.analysis.brief.field_sentences"
local core = require "parley.core"
local date_words = require "parley.base.date_words"
local prose = require "parley.analysis.brief.footnoted_text"
local vocabularies = require "parley.codebook.vocabularies"
local wording = require "parley.analysis.brief.wording"

local talks = {}

local add, sentence, quoted = sentences.add, sentences.sentence, sentences.quoted
local when, capital = date_words.when, wording.capital

-- Talks -----------------------------------------------------------------------------------------------------

-- How a kind of talk is called where its label is no noun.
local KIND_NOUNS = { preparatory = "preparatory meeting", technical = "technical meeting" }

--- What a talk is called.
---@param p parley.Prose
---@param row table
---@return string
function talks.talk_name(p, row)
  if row.name then return row.name end
  return row.kind and (KIND_NOUNS[row.kind] or p:label("talk_kind", row.kind)) or row.id
end

--- The same at the beginning of a sentence; an id stays as it is.
---@param p parley.Prose
---@param row table
---@return string
function talks.talk_title(p, row)
  local name = talks.talk_name(p, row)
  return (row.name or row.kind) and capital(name) or name
end

-- Words that make a name a plural, where they are what it names: "Istanbul talks", "Talks in Minsk"; "second round of
-- talks" is one, and so is "Istanbul talks, second round".
local PLURALS = { talks = true, negotiations = true, consultations = true, meetings = true, contacts = true,
  discussions = true }

-- What follows the word that a name names.
local FOLLOWING = { "in", "on", "of", "at", "with", "between", "about" }

local NUMBERED = { was = "were", is = "are", has = "have" }

local function is_plural(name)
  if not name or name:find "[,:(%-].*%f[%a]round%f[%A]" then return false end
  local head = name:match "^(.-)%s*[,:(]" or name
  for _, word in ipairs(FOLLOWING) do head = head:match("^(.-) " .. word .. " ") or head end
  return PLURALS[(head:match "(%a+)[^%a]*$" or ""):lower()] == true
end

-- Words about a talk in the number of its name: "It was held", "They were held".
local function in_number(row, words)
  if not is_plural(row.name) or words:find "^ ?It was agreed" then return words end
  words = words:gsub("^( ?)It (%a+)", function(blank, verb) return blank .. "They " .. (NUMBERED[verb] or verb) end)
  return (words:gsub("%f[%a]it was%f[%A]", "they were"))
end

-- What is said of a talk by its status; its date follows after `before`, then its place, then `after`. `past` is said
-- when the day it was planned for has passed: whether it came to that is another matter.
local STATUSES = {
  held = { "It was held" },
  scheduled = { "It is scheduled", before = " for ", past = "It was scheduled" },
  proposed = { "It has been proposed", before = " for ", past = "It was proposed" },
  invited = { "Invitations have gone out", before = " for ", past = "Invitations went out" },
  supported = { "It has been proposed", before = " for ", after = ", and another side is in favour",
    past = "It was proposed", after_past = ", and another side was in favour" },
  postponed = { "It has been postponed", before = "; the date given is " },
  cancelled = { "It has been called off", before = "; it was to be " },
  declined = { "A side has said that it will not come", before = "; it was to be " },
  lapsed = { "It was proposed, and nothing came of it", before = "; it was to be " },
}

local OFF = { cancelled = true, declined = true, lapsed = true }

-- Whether a talk was planned for days that lie before the one the account is judged by.
local function has_passed(row, day)
  local status, given = STATUSES[row.status], row.date or row.planned_date
  if not (day and given and status and status.past) then return false end
  local _, last = core.date(given)
  return last ~= nil and last < day.day
end

local function talk_opening(p, text, row, passed)
  local status = STATUSES[row.status]
  if status then
    local fact = p:fact("talks", row, "status")
    text:say(" " .. in_number(row, passed and status.past or status[1]))
    if not status.after then text:mark(fact) end
    if passed then sentences.otherwise(p, text, "talks", fact) end
    sentences.denied(text, fact)
  elseif row.directness == "none" then
    text:say " Nobody says that the sides sat down for it"
  elseif row.status then
    add(p, text, "talks", row, "status", " Its status is ", "“" .. p:label("talk_status", row.status) .. "”")
  else
    text:say(in_number(row, " Whether it was held is not recorded"))
  end
  return status
end

-- The day on which it was held, or else that which was announced: of a talk that was held, as no more than that.
local function talk_date(p, text, row, status)
  local field = row.date and "date" or "planned_date"
  local given = row[field]
  if not given then return end
  local fact, date = p:fact("talks", row, field), date_words.noun(given)
  if row.status == "held" and row.date then
    text:value(" " .. when(given, true), fact)
  elseif row.status == "held" then
    text:say(in_number(row, "; it was planned for ")):value(date, fact)
  elseif status and status.before:find "be $" then
    text:say(in_number(row, status.before)):value(when(given, true), fact)
  else
    -- "for by 1 June" is no English
    local open = date:find "^by " or date:find "^since " or date:find "^from "
    text:say(status and not open and status.before or "; the date given is "):value(date, fact)
  end
  sentences.otherwise(p, text, "talks", fact)
end

local function add_time(p, text, row, field)
  local zone = row.zone and (" (UTC%s)"):format(row.zone) or ""
  text:value(row[field] .. zone, p:fact("talks", row, field), row.zone and p:fact("talks", row, "zone"))
end

-- Whether two periods have no day in common.
local function differs(date, planned)
  local first, last = core.date(date)
  local from, to = core.date(planned)
  return first and last and from and to and (last < from or to < first)
end

-- What was announced beforehand is told as that: no source may have said that it was so.
local function talk_plan(p, text, row)
  if row.date and row.planned_date and differs(row.date, row.planned_date) then
    text:say ", planned for ":value(date_words.noun(row.planned_date), p:fact("talks", row, "planned_date"))
  end
  local time, venue = not row.time and row.planned_time, not row.venue and row.planned_venue
  if not time and not venue then return end
  text:say(time and row.planned_date and not row.date and " at " or ", planned for ")
  if time then add_time(p, text, row, "planned_time") end
  if venue then add(p, text, "talks", row, "planned_venue", time and " at " or "") end
end

local function talk_place(p, text, row)
  if row.time then
    text:say " at "
    add_time(p, text, row, "time")
  end
  add(p, text, "talks", row, "place", " in ")
  add(p, text, "talks", row, "venue", row.place and ", " or " at ")
  talk_plan(p, text, row)
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
  text:value(" " .. in_number(row, words), p:fact("talks", row, "result")):say "."
end

local function talk_gap(p, text, row)
  local fact = p:fact("talks", row, "gap_years_best")
  if not fact then return end
  local words = prose.amount(fact.shown, "years"):gsub("^1 years", "1 year")
  text:say " Before it there had been no direct contact for ":value(words, fact)
  sentences.otherwise(p, text, "talks", fact)
  text:say "."
end

-- Of a talk by telephone or video nobody met face to face.
local AT_A_DISTANCE = { direct = "The two sides spoke with each other directly" }

-- Whether the two sides faced each other, where the format does not tell.
local FACED = { direct = "The two sides met face to face", proximity = "The two sides did not sit at one table",
  contested = "Whether the two sides met face to face is contested", none = "The two sides did not meet" }

-- The same after "one source says".
local SAID_TO_FACE = { direct = "face to face", proximity = "not at one table", contested = "that it is contested",
  none = "that they did not meet" }

local function talk_directness(p, text, row)
  if not row.directness or row.directness == row.format then return end
  if row.status and row.status ~= "held" then return end
  local words = row.format == "remote" and AT_A_DISTANCE[row.directness] or FACED[row.directness]
    or "How they met: " .. p:label("directness", row.directness)
  local fact = p:fact("talks", row, "directness")
  text:value(" " .. words, fact)
  sentences.otherwise(p, text, "talks", fact, SAID_TO_FACE)
  sentences.denied(text, fact)
  text:say "."
end

-- How long it took, if it was held.
local function talk_length(p, text, row)
  local fact = row.status == "held" and p:fact("talks", row, "minutes_best")
  if not fact then return end
  text:say(in_number(row, " It took ")):value(prose.amount(fact.shown, "minutes"), fact)
  sentences.otherwise(p, text, "talks", fact)
  text:say "."
end

-- How the sides were to meet, did meet or are to meet.
local function talk_format(p, text, row, passed)
  if not row.format then return end
  local verb = row.status == "held" and "were" or (passed or OFF[row.status]) and "were to be" or "are to be"
  sentence(p, text, "talks", row, "format", ("These %s "):format(verb), p:label("talk_format", row.format) .. " talks")
end

local function talk_prepared(p, text, row, names, passed)
  local name = row.prepares and names[row.prepares]
  if not name then return end
  local verb = row.status == "held" and "prepared" or (passed or OFF[row.status]) and "was to prepare"
    or "is to prepare"
  local words = in_number(row, ("It %s %s"):format(verb, name:find "^%l" and "the " or ""))
  sentence(p, text, "talks", row, "prepares", words, name)
end

local function tell_talk(p, row, names, day)
  local text = p:text()
  text:strong(talks.talk_title(p, row) .. "."):mark(row.name and row.name:find "%d" and
    p:fact("talks", row, "name"))
  local passed = has_passed(row, day)
  local status = talk_opening(p, text, row, passed)
  talk_date(p, text, row, status)
  talk_place(p, text, row)
  if status and status.after then
    text:value(passed and status.after_past or status.after, p:fact("talks", row, "status"))
  end
  text:say "."
  if passed then text:say(in_number(row, " Whether it was held is not recorded.")) end
  talk_length(p, text, row)
  talk_format(p, text, row, passed)
  talk_directness(p, text, row)
  talk_gap(p, text, row)
  sentence(p, text, "talks", row, "purpose", "Its purpose: ")
  talk_prepared(p, text, row, names, passed)
  talk_result(p, text, row)
  sentence(p, text, "talks", row, "assessment", "One judgement of it: ", quoted(row.assessment))
  sentence(p, text, "talks", row, "prospect", "Its prospects: ", quoted(row.prospect))
  p:paragraph(text)
end

local function by_day(a, b)
  return sentences.by_date({ id = a.id, date = a.date or a.planned_date },
    { id = b.id, date = b.date or b.planned_date })
end

--- What was held.
---@param p parley.Prose
---@param found table
---@param given table
---@param day { day: integer }?  the day to judge by
function talks.talks(p, found, given, day)
  if #found.talks == 0 then return end
  local names, heading = {}, #found.talks == 1 and "The talk" or "The talks"
  local all_passed = true
  for _, row in ipairs(found.talks) do
    names[row.id] = talks.talk_name(p, row)
    all_passed = all_passed and has_passed(row, day)
    if row.status == "held" then heading = "What was held" end
    if row.status and heading ~= "What was held" then heading = "What is planned" end
  end
  if all_passed then heading = "What was planned" end
  table.sort(found.talks, by_day)
  p:heading(2, heading)
  for _, row in ipairs(found.talks) do
    if row.id == given.talk then tell_talk(p, row, names, day) end
  end
  for _, row in ipairs(found.talks) do
    if row.id ~= given.talk then tell_talk(p, row, names, day) end
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
---@param day { day: integer }?  the day to judge by
function talks.participants(p, found, day)
  if #found.participants == 0 then return end
  local by_talk = {}
  for _, row in ipairs(found.participants) do
    by_talk[row.talk or ""] = by_talk[row.talk or ""] or {}
    table.insert(by_talk[row.talk or ""], row)
  end
  local held = {}
  for _, row in ipairs(found.talks) do
    if by_talk[row.id] then held[#held + 1] = row end
  end
  local is_ahead = #held == 1 and held[1].status ~= nil and held[1].status ~= "held"
  local was_ahead = is_ahead and has_passed(held[1], day)
  p:heading(2, was_ahead and "Who was to come" or is_ahead and "Who is to come" or "Who came")
  for _, talk in ipairs(held) do
    if #held > 1 then
      local text = p:text():strong(talks.talk_title(p, talk))
      p:paragraph(talk.name and talk.name:find "%d" and text:mark(p:fact("talks", talk, "name")) or text)
    end
    participants_of(p, talk, by_talk[talk.id])
  end
end

return talks
