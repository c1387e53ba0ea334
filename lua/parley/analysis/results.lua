--- What an account tells of outcomes, of what is due, and of where the sources disagree.
-- Written like parley.analysis.account. Amounts are intervals, with what others say of them in brackets; what is due
-- and late follows from the ledger (parley.analysis.ledger), which disagreements there are from
-- parley.analysis.disagreements. A disagreement is open unless the coder has ranked one reading before the others.

local account = require "parley.analysis.account"
local core = require "parley.core"
local disagreements = require "parley.analysis.disagreements"
local prose = require "parley.analysis.prose"
local sourcing = require "parley.analysis.sourcing"
local wording = require "parley.analysis.wording"

local results = {}

local capital, sentence = wording.capital, account.sentence

-- Outcomes --------------------------------------------------------------------------------------------------

-- Says an amount with its unit, and what others say of it. What a number counts is said only where a source of the
-- number says so as well.
local function say_amount(p, text, name, row, before)
  local fact = p:fact(name, row, "best")
  if not fact then return false end
  local unit = row.unit and p:fact(name, row, "unit")
  text:say(before):value(prose.amount(fact.unit, fact.shown.claim) .. (row.unit and " " .. row.unit or ""), fact, unit)
  account.otherwise(p, text, name, fact)
  local basis = row.basis and p:fact(name, row, "basis")
  if basis and sourcing.together(fact, basis) then
    text:say ", ":value(p:label("basis", row.basis), basis)
    account.otherwise(p, text, name, basis)
  end
  return true
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

-- "It is a commitment, unilateral, with the status “agreed”."
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
    text:value((row.kind and ", " or " It is ") .. p:label("outcome_nature", row.nature), p:fact("outcomes", row, "nature"))
  end
  if row.status then
    text:say((row.kind or row.nature) and ", with the status " or " Its status: ")
    text:value("“" .. p:label("outcome_status", row.status) .. "”", p:fact("outcomes", row, "status"))
  end
  if row.kind or row.nature or row.status then text:say "." end
end

local function say_covered(p, text, row)
  if account.add(p, text, "outcomes", row, "category", " It covers ") then
    if row.all_for_all then text:value(", all for all", p:fact("outcomes", row, "all_for_all")) end
    text:say "."
  elseif row.all_for_all then
    text:value(" It is all for all", p:fact("outcomes", row, "all_for_all")):say "."
  end
  local age = p:fact("outcomes", row, "age_min")
  if not age then return end
  text:say " The age: ":value(prose.amount(age.unit, age.shown.claim), age)
  account.otherwise(p, text, "outcomes", age)
  text:say "."
end

local function tell_outcome(p, row, depth)
  local text = p:text():strong(depth > 1 and "Part of it." or row.topic and capital(p:label("topic", row.topic)) .. "."
    or "An outcome.")
  if row.kind == "no_agreement" then say_kind(p, text, row) end
  sentence(p, text, "outcomes", row, "text", "")
  if say_amount(p, text, "outcomes", row, " The amount is ") then
    say_way(p, text, row, ",")
    text:say "."
  elseif row.giver or row.receiver then
    say_way(p, text, row, " It goes")
    text:say "."
  end
  say_covered(p, text, row)
  if row.kind ~= "no_agreement" then say_kind(p, text, row) end
  sentence(p, text, "outcomes", row, "condition", "Condition: ")
  p:item(depth, text)
end

-- A whole before its parts; nothing is told twice, even where parts are parts of each other.
local function tell_tree(p, row, parts, depth, told)
  if told[row] then return end
  told[row] = true
  tell_outcome(p, row, depth)
  for _, part in ipairs(parts[row.id] or {}) do tell_tree(p, part, parts, depth + 1, told) end
end

--- What was agreed, promised or refused.
---@param p parley.Prose
---@param found table
function results.outcomes(p, found)
  if #found.outcomes == 0 then return end
  local by_id, told = {}, {}
  for _, row in ipairs(found.outcomes) do by_id[row.id] = row end
  local parts = account.grouped(found.outcomes, "part_of")
  p:heading(2, "What was agreed")
  for _, row in ipairs(found.outcomes) do
    if not by_id[row.part_of] then tell_tree(p, row, parts, 1, told) end
  end
  for _, row in ipairs(found.outcomes) do tell_tree(p, row, parts, 1, told) end
end

-- What is due ---------------------------------------------------------------------------------------------------

local function days(low, high)
  if not low then return nil end
  if high == low then return wording.count(low, "day") end
  return high and ("%s to %s days"):format(wording.number(low), wording.number(high))
    or ("at least %s"):format(wording.count(low, "day"))
end

-- What is said of each state of the ledger; `late`: what comes before the days.
local STATES = {
  delivered = { "All of it has come", late = ", late by " },
  disputed = { "Whether it was done is disputed" },
  missed = { "It was not done in time, as its status says" },
  ["due later"] = { "It is not due yet" },
  due = { "The time for it is running" },
  overdue = { "It is overdue", late = " by " },
}

local function say_state(p, text, entry, row, due)
  local state = STATES[entry.state]
  if not state then return end
  local status = (entry.rests_on == "status" or entry.state == "disputed" or entry.state == "missed")
    and p:fact("outcomes", row, "status")
  text:say(" " .. state[1])
  local late = state.late and (entry.days_late_high or 1) > 0 and days(entry.days_late_low, entry.days_late_high)
  if late then text:say(state.late .. late) end
  text:mark(late and due, status):say "."
end

local function say_delivery(p, text, delivery)
  local fact = p:fact("deliveries", delivery, "best")
  if fact then
    text:value(prose.amount(fact.unit, fact.shown.claim), fact)
    account.otherwise(p, text, "deliveries", fact)
  elseif delivery.text then
    text:value(prose.unstopped(delivery.text), p:fact("deliveries", delivery, "text"))
  else
    text:say "something"
  end
  if delivery.date then text:value(" " .. wording.when(delivery.date), p:fact("deliveries", delivery, "date")) end
end

-- Facts about the amounts of an outcome and of its deliveries, on which a sum rests.
local function facts_of(p, row, deliveries)
  local facts = { p:fact("outcomes", row, "best") or false }
  for _, delivery in ipairs(deliveries) do facts[#facts + 1] = p:fact("deliveries", delivery, "best") or false end
  return facts
end

local function say_deliveries(p, text, entry, row, deliveries)
  if #deliveries == 0 then
    if entry.progress == "none" then text:say " No delivery is recorded." end
    return
  end
  text:say " Delivered: "
  table.sort(deliveries, function(a, b)
    local first, second = prose.day(a.date), prose.day(b.date)
    if first ~= second then return first < second end
    return a.id < b.id
  end)
  wording.series(#deliveries, function(i) say_delivery(p, text, deliveries[i]) end, function(s) text:say(s) end)
  text:say "."
  local left = wording.amount(entry.outstanding_low, entry.outstanding_best, entry.outstanding_high)
  if left and entry.state ~= "delivered" then
    text:say(" Outstanding: " .. left):mark(table.unpack(facts_of(p, row, deliveries))):say "."
  end
end

-- A promise that says when, or of which something came.
local function is_telling(entry)
  return entry.due or entry.deliveries > 0 or STATES[entry.state] ~= nil
end

local function tell_due(p, entry, row, by_outcome, by_id)
  local text = p:text():strong(row.topic and capital(p:label("topic", row.topic)) or "An outcome")
  if not say_amount(p, text, "outcomes", row, ", ") then text:say "" end
  say_way(p, text, row, p:fact("outcomes", row, "best") and "" or ",")
  text:say ". "
  if row.text and not p:fact("outcomes", row, "best") then
    text:value(prose.unstopped(row.text), p:fact("outcomes", row, "text")):say ". "
  end
  local due_row = by_id[entry.due_of] or row
  local due = p:fact("outcomes", due_row, "due")
  if entry.due then
    text:value("Due " .. wording.when(entry.due), due)
    account.otherwise(p, text, "outcomes", due)
    text:say "."
  else
    text:say "No day is set for it."
  end
  say_deliveries(p, text, entry, row, by_outcome[row.id] or {})
  say_state(p, text, entry, row, due)
  p:item(1, text)
end

-- A day somebody named in what was said.
local function tell_deadline(p, row)
  local text = p:text()
  local who = row.speaker and { "people", row.speaker } or row.party and { "parties", row.party }
  text:strong(row.topic and capital(p:label("topic", row.topic)) or "A deadline"):say ". "
  if who then p:say_name(text, who[1], who[2]) else text:say "Somebody" end
  local kind = row.kind and p:label("statement_kind", row.kind) or "statement"
  text:value(" named a day in " .. wording.article(kind), p:fact("statements", row, "kind"))
  text:say ", ":value(wording.date(row.deadline), p:fact("statements", row, "deadline"))
  account.otherwise(p, text, "statements", p:fact("statements", row, "deadline"))
  account.add(p, text, "statements", row, "text", ": ")
  p:item(1, text:say ".")
end

-- "Judged by 21 July 2025, the day of the latest source."
local function say_day(p, text, day)
  if not day then return end
  if day.source then
    text:say("Judged by " .. wording.date(core.day_text(day.day)) .. ", the last day any source reports of")
    text:mark { claims = { { source = day.source } } }
    text:say "."
  else
    text:say "Judged by the last day asked about."
  end
end

local function telling_entries(p, found, day)
  local list, silent, by_id = {}, 0, {}
  for _, row in ipairs(found.outcomes) do by_id[row.id] = row end
  if #found.outcomes == 0 then return list, silent, by_id end
  for entry in require("parley.analysis.ledger").judged(p.ds, day and day.day):rows() do
    if by_id[entry.outcome] and is_telling(entry) then
      list[#list + 1] = entry
    elseif by_id[entry.outcome] then
      silent = silent + 1
    end
  end
  return list, silent, by_id
end

--- What is due, what came of it, and what is late.
---@param p parley.Prose
---@param found table
---@param day { day: integer, source: string? }?  the day to judge by
function results.due(p, found, day)
  local entries, silent, by_id = telling_entries(p, found, day)
  if #entries == 0 and #found.statements == 0 and silent == 0 then return end
  local by_outcome = account.grouped(found.deliveries, "outcome")
  p:heading(2, "What is due")
  local opening = p:text()
  if #entries > 0 then say_day(p, opening, day) end
  p:paragraph(opening)
  for _, entry in ipairs(entries) do tell_due(p, entry, by_id[entry.outcome], by_outcome, by_id) end
  for _, row in ipairs(found.statements) do
    if row.deadline then tell_deadline(p, row) end
  end
  if silent > 0 then
    p:paragraph(p:text():say(#entries > 0 and "For the other outcomes no day is recorded."
      or "No day is recorded for any of the outcomes."))
  end
end

-- Disagreements ---------------------------------------------------------------------------------------------------

local function of_topic(p, row) return row.topic and ", " .. p:label("topic", row.topic) or "" end

-- What a thing is called, by its table.
local NAMES = {
  talks = function(p, text, row) text:strong(capital(account.talk_name(p, row))) end,
  participants = function(p, text, row)
    text:strong("The part of " .. (row.person and p:name("people", row.person) or row.party
      and p:name("parties", row.party) or row.id))
  end,
  documents = function(p, text, row)
    text:strong(capital(row.name or "paper") .. (row.author and " of " .. p:name("parties", row.author) or ""))
  end,
  demands = function(p, text, row)
    text:strong((row.party and wording.possessive(p:name("parties", row.party)) .. " demand" or "A demand")
      .. of_topic(p, row))
  end,
  responses = function(p, text, row)
    text:strong(row.party and wording.possessive(p:name("parties", row.party)) .. " answer" or "An answer")
  end,
  outcomes = function(p, text, row) text:strong("An outcome" .. of_topic(p, row)) end,
  deliveries = function(_, text) text:strong "A delivery" end,
  statements = function(p, text, row)
    local who = row.speaker and p:name("people", row.speaker) or row.party and p:name("parties", row.party)
    text:strong((who and wording.possessive(who) .. " statement" or "A statement") .. of_topic(p, row))
  end,
}

local function field_words(unit) return (unit.quantity or unit.field):gsub("_", " ") end

-- Every reading, the one shown first, each with those who have it.
local function say_readings(p, text, name, fact)
  local n = 1 + #fact.others
  wording.series(n, function(i)
    local reading = i == 1 and fact.shown or fact.others[i - 1].reading
    text:say(p:reading(name, fact.unit, reading)):mark(i == 1 and fact or fact.others[i - 1])
  end, function(between) text:say((between:gsub("and $", "or "))) end, ";")
  if #fact.denials > 0 then
    text:say((n > 1 and "; " or "; ") .. "the first is denied"):mark { claims = fact.denials }
  end
end

local function is_open(fact)
  return fact and fact.shown.claim.rank ~= "preferred" and (#fact.others > 0 or #fact.denials > 0)
end

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
    text:say(prose.amount(told[i].unit, told[i].shown.claim)):mark(told[i])
  end, function(between) text:say(between) end)
  text:say "."
end

-- The open disagreements about some rows of a table, by the id of the row, in the order of the columns.
local function open_fields(p, name, rows)
  local ids, fields = {}, {}
  for i, row in ipairs(rows) do ids[i] = row.id end
  if #ids == 0 then return fields end
  for _, row in ipairs(disagreements.of_query(p.ds:table(name):where { id = ids }):all()) do
    fields[row.id] = fields[row.id] or {}
    table.insert(fields[row.id], row)
  end
  return fields
end

local function tell_disagreements(p, name, row, fields, parts)
  local text = p:text()
  NAMES[name](p, text, row)
  text:say "."
  local before = #text
  for _, clash in ipairs(fields) do
    local fact = p:fact(name, row, clash.field)
    if clash.between ~= "claims" then
      say_sum(p, text, row, parts)
    elseif is_open(fact) then
      text:say(" " .. capital(field_words(fact.unit)) .. ": ")
      say_readings(p, text, name, fact)
      text:say "."
    end
  end
  if #text > before then p:item(1, text) end
end

--- Where the sources disagree about what has been told.
---@param p parley.Prose
---@param found table
function results.disagreements(p, found)
  local parts = account.grouped(found.outcomes, "part_of")
  local before = #p.blocks
  p:heading(2, "Where the sources disagree")
  for _, name in ipairs { "talks", "participants", "documents", "demands", "responses", "outcomes", "deliveries",
    "statements" } do
    local fields = open_fields(p, name, found[name])
    for _, row in ipairs(found[name]) do
      if fields[row.id] then tell_disagreements(p, name, row, fields[row.id], parts) end
    end
  end
  if #p.blocks == before + 1 then p.blocks[before + 1] = nil end
end

return results
