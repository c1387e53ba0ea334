--- What an account tells of outcomes and of what is due.
-- Written like parley.analysis.brief.talks. Amounts are intervals, with what others say of them in brackets; what
-- is due and late follows from the ledger (parley.analysis.ledger).

local date_words = require "parley.base.date_words"
local sentences = require "parley.analysis.brief.field_sentences"
local prose = require "parley.analysis.brief.footnoted_text"
local sourcing = require "parley.analysis.brief.sourcing"
local wording = require "parley.analysis.brief.wording"

local results = {}

local capital, sentence = wording.capital, sentences.sentence

-- Outcomes --------------------------------------------------------------------------------------------------

-- Says an amount with its unit, and what others say of it.
local function say_amount(p, text, name, row, before)
  local fact = p:fact(name, row, "best")
  if not fact then return false end
  local unit = row.unit and p:fact(name, row, "unit")
  local together = unit and sourcing.together(fact, unit)
  text:say(before):value(prose.amount(fact.shown, together and row.unit or nil), fact)
  if unit and not together then text:value(" " .. row.unit, unit) end
  sentences.otherwise(p, text, name, fact)
  return fact
end

-- What a number counts, only where a source of the number says so as well.
local function say_basis(p, text, row, fact)
  local basis = row.basis and p:fact("outcomes", row, "basis")
  if not (basis and sourcing.together(fact, basis)) then return end
  text:say ", basis: ":value(p:label("basis", row.basis), basis)
  sentences.otherwise(p, text, "outcomes", basis)
end

-- "from Russia to Ukraine"
local function say_way(p, text, row, before)
  if not (row.giver or row.receiver) then return end
  text:say(before)
  if row.giver then
    p:say_name(text:say " from ", "parties", row.giver):mark(p:fact("outcomes", row, "giver"))
  end
  if row.receiver then
    p:say_name(text:say " to ", "parties", row.receiver):mark(p:fact("outcomes", row, "receiver"))
  end
end

-- How far an outcome has come, after "It is".
local HAVE_COME = { announced = "announced by one side", agreed = "confirmed by the sides", due = "now due",
  started = "begun", partly_done = "done in part", done = "done", missed = "not done in its time",
  disputed = "said by some to be done, and not by others" }

-- "It is a commitment, unilateral, announced by one side."
local function say_kind(p, text, row)
  if row.kind == "no_agreement" then
    text:value(" No agreement on this", p:fact("outcomes", row, "kind")):say "."
    return
  end
  if row.kind then
    local label = p:label("outcome_kind", row.kind)
    text:value(" It is " .. wording.article(label), p:fact("outcomes", row, "kind"))
  end
  if row.nature then
    local nature = p:label("outcome_nature", row.nature)
    text:value((row.kind and ", " or " It is ") .. nature, p:fact("outcomes", row, "nature"))
  end
  if row.status then
    local words = HAVE_COME[row.status] or ("of the status “%s”"):format(p:label("outcome_status", row.status))
    text:value(((row.kind or row.nature) and ", " or " It is ") .. words, p:fact("outcomes", row, "status"))
  end
  if row.kind or row.nature or row.status then text:say "." end
end

local function say_covered(p, text, row)
  if sentences.add(p, text, "outcomes", row, "category", " It covers ") then
    if row.all_for_all then text:value(", all for all", p:fact("outcomes", row, "all_for_all")) end
    text:say "."
  elseif row.all_for_all then
    text:value(" It is all for all", p:fact("outcomes", row, "all_for_all")):say "."
  end
  local age = p:fact("outcomes", row, "age_min")
  if not age then return end
  text:say " Those meant are aged ":value(prose.amount(age.shown), age)
  sentences.otherwise(p, text, "outcomes", age)
  text:say "."
end

local function tell_outcome(p, row, depth)
  local text = p:text():strong(depth > 1 and "Part of it." or row.topic and capital(p:label("topic", row.topic)) .. "."
    or "An outcome.")
  if row.kind == "no_agreement" then say_kind(p, text, row) end
  sentences.tell_text(p, text, "outcomes", row)
  local amount = say_amount(p, text, "outcomes", row, " The amount is ")
  if amount then
    say_basis(p, text, row, amount)
    say_way(p, text, row, ",")
    text:say "."
  elseif row.giver or row.receiver then
    say_way(p, text, row, " It goes")
    text:say "."
  end
  sentences.tell_measure(p, text, "outcomes", row)
  say_covered(p, text, row)
  if row.kind ~= "no_agreement" then say_kind(p, text, row) end
  sentence(p, text, "outcomes", row, "condition", "Condition: ")
  if #text == 1 then text:say " Nothing more is recorded of it." end
  p:item(depth, text)
end

-- A whole before its parts; nothing is told twice, even where parts are parts of each other.
local function tell_tree(p, row, parts, depth, told)
  if told[row] then return end
  told[row] = true
  tell_outcome(p, row, depth)
  for _, part in ipairs(parts[row.id] or {}) do tell_tree(p, part, parts, depth + 1, told) end
end

-- Refusals last; then by topic in the order of its vocabulary.
local function topic_order(ds)
  local places = {}
  for i, code in ipairs(ds:term_codes "topic") do places[code] = i end
  return function(a, b)
    local refused = (a.kind == "no_agreement" and 1 or 0) - (b.kind == "no_agreement" and 1 or 0)
    if refused ~= 0 then return refused < 0 end
    local first, second = places[a.topic] or math.maxinteger, places[b.topic] or math.maxinteger
    if first ~= second then return first < second end
    return a.id < b.id
  end
end

--- What was agreed, promised or refused.
---@param p parley.Prose
---@param found table
function results.outcomes(p, found)
  local list, by_id, told = {}, {}, {}
  for _, row in ipairs(found.outcomes) do
    if not found.elsewhere[row.id] then list[#list + 1], by_id[row.id] = row, row end
  end
  if #list == 0 then return end
  table.sort(list, topic_order(p.ds))
  local parts = sentences.grouped(list, "part_of")
  p:heading(2, "What was agreed")
  for _, row in ipairs(list) do
    if not by_id[row.part_of] then tell_tree(p, row, parts, 1, told) end
  end
  -- parts of each other, which only a slip can make
  for _, row in ipairs(list) do tell_tree(p, row, parts, 1, told) end
end

-- What is due ---------------------------------------------------------------------------------------------------

local function days(low, high)
  if not low then return nil end
  if high == low then return wording.count(low, "day") end
  if low == 0 and high then return "up to " .. wording.count(high, "day") end
  return high and ("%s to %s days"):format(wording.number(low), wording.number(high))
    or ("at least %s"):format(wording.count(low, "day"))
end

-- What is said of each state of the ledger; `late`: what comes before the days.
local STATES = {
  delivered = { "All of it has come", late = ", late by ", in_time = ", in time" },
  done = { "It is done, as its status says" },
  disputed = { "Whether it was done is disputed" },
  missed = { "It was not done in time, as its status says", of_whole = "It was not done in time, as the status of its "
    .. "whole says" },
  ["due later"] = { "It is not due yet" },
  due = { "The time for it is running" },
  overdue = { "It is overdue", late = " by " },
  ["nothing reported"] = { "Its day has passed, and nothing has been reported since" },
}

-- The outcome whose status says that it was missed: it, or the whole of which it is a part.
local function missed_by(row, about)
  local at = row
  while at and at.status ~= "missed" do at = about.by_id[at.part_of] end
  return at or row
end

local function say_state(p, text, entry, row, due, about)
  local state = STATES[entry.state == "delivered" and entry.rests_on == "status" and "done" or entry.state]
  if not state then return end
  local by = entry.state == "missed" and missed_by(row, about) or row
  local status = (entry.rests_on == "status" or entry.state == "disputed" or entry.state == "missed")
    and p:fact("outcomes", by, "status")
  text:say(" " .. (by ~= row and state.of_whole or state[1]))
  local late = state.late and (entry.days_late_high or 1) > 0 and days(entry.days_late_low, entry.days_late_high)
  if late then text:say(state.late .. late) end
  local in_time = state.in_time and entry.days_late_high == 0
  if in_time then text:say(state.in_time) end
  text:mark((late or in_time) and due, status):say "."
end

-- Where the promise does not say what is counted, or counts something else, the delivery does, and of what. A running
-- count is told as one.
local function say_delivered_amount(p, text, delivery, row, fact)
  local unit = delivery.unit ~= row.unit and delivery.unit or nil
  text:value(prose.amount(fact.shown, unit), fact)
  if unit and delivery.category then
    text:value((" (%s)"):format(delivery.category), p:fact("deliveries", delivery, "category"))
  end
  if delivery.counting == "cumulative" then text:say " in all" end
  sentences.otherwise(p, text, "deliveries", fact)
end

local function say_delivery(p, text, delivery, row, in_words)
  local fact = not in_words and p:fact("deliveries", delivery, "best")
  if fact then
    say_delivered_amount(p, text, delivery, row, fact)
  elseif delivery.text then
    text:value(prose.unstopped(delivery.text), p:fact("deliveries", delivery, "text"))
  else
    text:say "something"
  end
  if not delivery.date then return end
  local day = date_words.when(delivery.date)
  -- a day after a text would seem to be a part of it
  if not fact and delivery.text then day = ("(%s)"):format(day) end
  text:value(" " .. day, p:fact("deliveries", delivery, "date"))
end

-- By the day on which the last of it had come: of counts from one beginning, the fuller one comes later.
local function by_last_day(a, b)
  local first, second = prose.last_day(a.date), prose.last_day(b.date)
  if first ~= second then return first < second end
  return a.id < b.id
end

-- Adds facts about the amounts of an outcome, its deliveries and those of its parts, on which a sum rests.
local function add_facts(p, about, row, facts, seen)
  if seen[row] then return facts end
  seen[row] = true
  facts[#facts + 1] = p:fact("outcomes", row, "best")
  for _, delivery in ipairs(about.deliveries[row.id] or {}) do
    facts[#facts + 1] = p:fact("deliveries", delivery, "best")
  end
  for _, part in ipairs(about.parts[row.id] or {}) do add_facts(p, about, part, facts, seen) end
  return facts
end

-- What came in numbers, as "Delivered: 86 prisoners on 1 April and 10 on 2 April."; what only words tell of, which may
-- have failed, and that nothing came, as "What was done: …" with a sentence for each.
local function say_what_came(p, text, deliveries, row)
  local counted, told = {}, {}
  for _, delivery in ipairs(deliveries) do
    local fact = p:fact("deliveries", delivery, "best")
    local list = (fact and fact.shown.high ~= 0 or not delivery.text) and counted or told
    list[#list + 1] = delivery
  end
  if #counted > 0 then
    text:say " Delivered: "
    wording.series(#counted, function(i) say_delivery(p, text, counted[i], row) end, function(s) text:say(s) end)
    text:say "."
  end
  for i, delivery in ipairs(told) do
    text:say(i == 1 and " What was done: " or " ")
    say_delivery(p, text, delivery, row, delivery.text ~= nil)
    text:say "."
  end
end

local function say_deliveries(p, text, entry, row, about)
  local deliveries = about.deliveries[row.id] or {}
  if #deliveries > 0 then
    table.sort(deliveries, by_last_day)
    say_what_came(p, text, deliveries, row)
  elseif entry.deliveries > 0 then
    text:say " Its parts tell what was delivered."
  elseif entry.progress == "none" then
    text:say " No delivery is recorded."
  end
  local left = wording.amount(entry.outstanding_low, entry.outstanding_best, entry.outstanding_high)
  if entry.deliveries > 0 and left and entry.state ~= "delivered" then
    text:say(" Outstanding: " .. left):mark(table.unpack(add_facts(p, about, row, {}, {}))):say "."
  end
end

-- A promise that says when, or of which something came.
local function is_telling(entry)
  return entry.due or entry.deliveries > 0 or STATES[entry.state] ~= nil
end

-- "Remains, 6,000 bodies from Russia to Ukraine." or, without an amount, what it is.
local function say_promise(p, text, row)
  text:strong(row.topic and capital(p:label("topic", row.topic)) or "An outcome")
  local amount = say_amount(p, text, "outcomes", row, ", ")
  if amount and row.part_of and row.category then
    text:say " (":value(row.category, p:fact("outcomes", row, "category")):say ")"
  end
  say_way(p, text, row, ",")
  text:say "."
  if not amount then sentences.tell_text(p, text, "outcomes", row) end
end

local function tell_due(p, entry, row, about)
  local text = p:text()
  say_promise(p, text, row)
  local due = p:fact("outcomes", about.by_id[entry.due_of] or row, "due")
  if entry.due then
    text:value(" Due " .. date_words.when(entry.due), due)
    sentences.otherwise(p, text, "outcomes", due)
    text:say "."
  else
    text:say " No day is set for it."
  end
  say_deliveries(p, text, entry, row, about)
  say_state(p, text, entry, row, due, about)
  p:item(1, text)
end

-- A time somebody named in what was said.
local function tell_deadline(p, row)
  local text = p:text()
  local who = row.speaker and { "people", row.speaker } or row.party and { "parties", row.party }
  text:strong(row.topic and capital(p:label("topic", row.topic)) or "A time named"):say ". Time named"
  if who then p:say_name(text:say " by ", who[1], who[2]) end
  if row.kind then
    text:value(" (" .. p:label("statement_kind", row.kind) .. ")", p:fact("statements", row, "kind"))
  end
  text:say ": ":value(date_words.noun(row.deadline), p:fact("statements", row, "deadline"))
  sentences.otherwise(p, text, "statements", p:fact("statements", row, "deadline"))
  text:say "."
  sentences.tell_text(p, text, "statements", row)
  p:item(1, text)
end

-- "Judged by 21 July 2025, when the latest source was published."
local function say_day(text, day)
  if not day.source then
    return text:say(day.shown and "Judged by the day named above." or "Judged by the last day of the span named above.")
  end
  text:say("Judged by " .. date_words.noun(day.text))
  text:say(day.exact and ", when the latest source was published"
    or ", the last day on which the latest source can have been published")
  return text:mark({ claims = { { source = day.source } } }):say "."
end

-- The ledger judged by a day, as entries by outcome that know their place in it: read once for all accounts of a Prose.
local function ledger_of(p, day)
  local key = day or "no day"
  if not p.ledgers[key] then
    local by_outcome, place = {}, 0
    for entry in require("parley.analysis.ledger").judged(p.ds, day):rows() do
      place = place + 1
      entry.place, by_outcome[entry.outcome] = place, entry
    end
    p.ledgers[key] = by_outcome
  end
  return p.ledgers[key]
end

local function telling_entries(p, found, day)
  local list, silent = {}, 0
  if #found.outcomes == 0 then return list, silent end
  local by_outcome = ledger_of(p, day and day.day)
  for _, row in ipairs(found.outcomes) do
    local entry = by_outcome[row.id]
    if entry and is_telling(entry) then list[#list + 1] = entry elseif entry then silent = silent + 1 end
  end
  table.sort(list, function(a, b) return a.place < b.place end)
  return list, silent
end

-- Deadlines that statements set.
local function deadlines_of(found)
  local list = {}
  for _, row in ipairs(found.statements) do
    if row.deadline then list[#list + 1] = row end
  end
  return list
end

--- What is due, what came of it, and what is late.
---@param p parley.Prose
---@param found table
---@param day { day: integer, shown: boolean?, source: string?, text: string?, exact: boolean? }?  the day to judge by
function results.due(p, found, day)
  local about = { by_id = {}, deliveries = sentences.grouped(found.deliveries, "outcome"),
    parts = sentences.grouped(found.outcomes, "part_of") }
  for _, row in ipairs(found.outcomes) do about.by_id[row.id] = row end
  local entries, silent = telling_entries(p, found, day)
  local deadlines = deadlines_of(found)
  if #entries + #deadlines + silent == 0 then return end
  p:heading(2, "What is due")
  if #entries > 0 and day then p:paragraph(say_day(p:text(), day)) end
  for _, entry in ipairs(entries) do tell_due(p, entry, about.by_id[entry.outcome], about) end
  for _, row in ipairs(deadlines) do tell_deadline(p, row) end
  if silent > 0 then
    p:paragraph(p:text():say(#entries > 0 and "For the other outcomes no day is recorded."
      or "No day is recorded for any of the outcomes."))
  end
end

return results
