--- Who met what: every demand with its answers, their conditions, and what followed.
-- Method. One row for each demand and answer. An answer is a response to the demand itself, or to the document the
-- demand stands in, if it comes from another party than the demand (`answer_to` tells which). That a source reports
-- silence is an answer of kind `silence`; a demand of which nobody says whether it was answered has one row of kind
-- `no_record`, without an answer: that nothing is recorded does not mean that nothing was said.
-- What followed are the outcomes of the same topic from the talk of the answer (where it names none, of the demand),
-- refusals included, with their parts, which inherit talk and topic from their whole. An outcome that the side which
-- made the demand gives is no answer to it and is left out, as is one that was surely there before the demand was made:
-- by its date or, where it has none, that of its talk. What was delivered of those outcomes follows as well.
-- This is what came on the topic, not proof that it came because of the demand.

local core = require "parley.core"
local errors = require "parley.base.errors"
local interval = require "parley.analysis.interval"
local scope = require "parley.analysis.scope"

local concessions = {}

local COLUMNS = { { "demand", "text" }, { "party", "text", several = true }, { "topic", "text" }, { "kind", "text" },
  { "answered_by", "text", several = true }, { "condition", "text" }, { "followed", "text" }, { "delivered", "text" },
  { "addressee", "text", several = true }, { "made", "date" }, { "talk", "text" }, { "status", "text" },
  { "demand_condition", "text" }, { "text", "text" }, { "answer", "text" }, { "answered", "date" },
  { "answer_to", "text" }, { "answer_text", "text" }, { "outcomes", "text" }, { "deliveries", "text" } }

local function first_day(date) return date and core.date(date) or math.maxinteger end

local function append(lists, key, item)
  if key == nil then return end
  lists[key] = lists[key] or {}
  table.insert(lists[key], item)
end

-- What followed ---------------------------------------------------------------------------------------------

-- Gives a part what it lacks and its whole has.
local function inherit(row, name, by_id, endless)
  local path, at = {}, row
  while at and at[name] == nil and not endless[at] do
    path[#path + 1] = at
    at = at.part_of and by_id[at.part_of]
  end
  for _, passed in ipairs(path) do passed[name] = at and at[name] or false end
end

-- Outcomes by talk and topic; a part that names none belongs where its whole does.
local function outcomes_by_place(ds)
  local by_id, list, places = {}, {}, {}
  local q = ds:table("outcomes"):select("id", "talk", "topic", "giver", "kind", "status", "unit", "low", "best",
    "high", "part_of", "coalesce(date, talk.date) as came")
  for row in q:sort("id"):rows() do
    by_id[row.id], list[#list + 1] = row, row
    row.last = row.came and select(2, core.date(row.came)) or math.maxinteger
  end
  local endless = require("parley.analysis.wholes_and_parts").endless(list, by_id, "part_of")
  for _, row in ipairs(list) do
    inherit(row, "talk", by_id, endless)
    inherit(row, "topic", by_id, endless)
    if row.talk and row.topic then append(places, row.talk .. "\0" .. row.topic, row) end
  end
  return places
end

local function deliveries_by_outcome(ds)
  local lists = {}
  local q = ds:table("deliveries"):select("id", "outcome", "date", "low", "best", "high"):sort("date", "id")
  for row in q:rows() do append(lists, row.outcome, row) end
  return lists
end

-- "r2-pows: exchange of 1000–1200 prisoners of war, agreed"
local function outcome_text(row)
  local amount = interval.text(row.low, row.best, row.high)
  return row.id .. ": " .. (row.kind or "outcome") .. (amount and " of " .. amount or "")
    .. (amount and row.unit and " " .. row.unit or "") .. (row.status and ", " .. row.status or "")
end

-- "120 (2024-03-20)"
local function delivery_text(row)
  local amount = interval.text(row.low, row.best, row.high) or "no number"
  return row.outcome .. ": " .. amount .. (row.date and " (" .. row.date .. ")" or "")
end

local function texts(list, text)
  if #list == 0 then return nil end
  local parts = {}
  for i, row in ipairs(list) do parts[i] = text(row) end
  return table.concat(parts, "; ")
end

local function id_of(row) return row.id end

-- What followed in one place for one side, as the four texts a row shows.
local function followed_by(outcomes, deliveries, side, side_of, since)
  local came, done = {}, {}
  for _, outcome in ipairs(outcomes) do
    if outcome.last >= since and not scope.are_among(side_of(outcome.giver), side) then
      came[#came + 1] = outcome
      for _, delivery in ipairs(deliveries[outcome.id] or {}) do done[#done + 1] = delivery end
    end
  end
  return { followed = texts(came, outcome_text), delivered = texts(done, delivery_text),
    outcomes = texts(came, id_of), deliveries = texts(done, id_of) }
end

-- How many of some outcomes were surely there before a day: these are the same for all days between two of theirs.
local function count_earlier(outcomes, since)
  local n = 0
  for _, outcome in ipairs(outcomes) do
    if outcome.last < since then n = n + 1 end
  end
  return n
end

-- A function that gives what followed on a topic at a talk for a party since a day; places that recur are worded once.
local function follower(ds, side_of)
  local places, deliveries, known = outcomes_by_place(ds), deliveries_by_outcome(ds), {}
  return function(talk, topic, party, since)
    local place = talk and topic and talk .. "\0" .. topic
    if not (place and places[place]) then return {} end
    local side = side_of(party)
    local key = ("%s\0%s\0%d"):format(place, side or "", count_earlier(places[place], since))
    known[key] = known[key] or followed_by(places[place], deliveries, side, side_of, since)
    return known[key]
  end
end

-- Answers -----------------------------------------------------------------------------------------------------

-- Responses by the demand and by the document they answer, the earlier ones first.
local function answers(ds)
  local list, to_demand, to_document = {}, {}, {}
  for row in ds:table("responses"):select("id", "demand", "document", "talk", "party", "kind", "date", "condition",
    "text"):sort("id"):rows() do
    row.from, row.place = first_day(row.date), #list
    list[#list + 1] = row
  end
  table.sort(list, function(a, b)
    if a.from ~= b.from then return a.from < b.from end
    return a.place < b.place
  end)
  for _, row in ipairs(list) do
    append(to_demand, row.demand, row)
    if not row.demand then append(to_document, row.document, row) end
  end
  return to_demand, to_document
end

local NO_RECORD = { kind = "no_record" }

local function row_of(demand, answer, answer_to, follow)
  local since = demand.made and core.date(demand.made) or math.mininteger
  local came = follow(answer.talk or demand.talk, demand.topic, demand.party, since)
  return { demand.id, demand.party, demand.topic, answer.kind, answer.party,
    answer.condition, came.followed, came.delivered, demand.addressee, demand.made, demand.talk, demand.status,
    demand.condition, demand.text, answer.id, answer.date, answer_to, answer.text, came.outcomes, came.deliveries }
end

-- Adds the rows of one demand. `case` holds the answers, and the functions that find sides and what followed.
local function add_rows(result, demand, case)
  local before = #result
  for _, answer in ipairs(case.to_demand[demand.id] or {}) do
    if not scope.are_among(case.side_of(answer.party), case.side_of(demand.party)) then
      result[#result + 1] = row_of(demand, answer, "demand", case.follow)
    end
  end
  for _, answer in ipairs(case.to_document[demand.document or false] or {}) do
    if not scope.are_among(case.side_of(answer.party), case.side_of(demand.party)) then
      result[#result + 1] = row_of(demand, answer, "document", case.follow)
    end
  end
  if #result == before then result[#result + 1] = row_of(demand, NO_RECORD, nil, case.follow) end
end

-- Calls -------------------------------------------------------------------------------------------------------

local function demands_in_order(ds)
  return ds:table("demands"):select("id", "party", "addressee", "topic", "talk", "document", "made", "status",
    "condition", "text"):sort("made", "id"):rows()
end

--- Demands, answers, conditions and what followed, in the order in which the demands were made.
-- Columns: demand (id), party (who asks), topic; kind (of the answer, or no_record), answered_by, condition (of the
-- answer); followed, delivered (in words); addressee, made, talk, status, demand_condition and text of the demand;
-- answer (id), answered (when), answer_to (demand or document), answer_text; outcomes, deliveries (ids of what
-- followed).
---@param ds parley.Dataset
---@param given nil  it takes no options
---@return parley.Frame
function concessions.of_dataset(ds, given)
  if given ~= nil then
    errors.raise "no_option.concessions"
  end
  local case, result = { side_of = scope.sides(ds) }, {}
  case.to_demand, case.to_document = answers(ds)
  case.follow = follower(ds, case.side_of)
  for demand in demands_in_order(ds) do add_rows(result, demand, case) end
  return require("parley.frame.from_rows").lists(COLUMNS, result)
end

return concessions
