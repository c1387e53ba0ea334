--- The ledger: what was promised, what was delivered of it, what is outstanding, and what is late.
-- Method. Every outcome is a promise, except a refusal (`no_agreement`). Amounts are intervals.
--   Due is the outcome's own date, or, where it has none, that of the whole it is part of; `due_of` names that one.
--   Delivered is the sum of the deliveries recorded: of the lower bounds, of the best numbers if all have one, of the
--   upper bounds; a missing bound leaves its side open. It is empty, not 0, where no delivery is recorded. A count of
--   all that has come so far (`counting`: cumulative) stands for what came up to its day; of several the last one does,
--   and what it leaves open at the bottom is the most that an earlier one gives. Deliveries count in the outcome's
--   unit, or, where it has none, in theirs if it is one; in its basis as parley.analysis.sides tells.
--   Outstanding is promised less delivered, never below 0: at least the lowest promise less the most that can have
--   come, at most the highest promise less the least that has. Of a length of time nothing is.
--   Wholes and parts (`part_of`): what is delivered of a part is delivered of its whole too, where both count the same
--   (unit, and basis as above) and the parts can add up to the whole. `counted` marks the rows that stand in a sum, so
--   that nothing is counted twice: the parts where each has a number of what the whole counts, both sides have one
--   where they give apart, and no delivery is recorded of the whole itself; otherwise the whole without its parts.
--   Progress: all (no less has come than the most that was promised; of a promise of "at least so many", than that),
--   part (surely less), some (one or the other), none. Where the amounts cannot say, the outcome's status does: done,
--   partly_done; `rests_on` tells which of the two it was.
--   State: delivered; disputed (its status says so, or says done where surely less has come); no due date; missed
--   (its status says so, and no due day has passed; or nothing of it came, and its whole is missed); and of the others
--   outstanding while no day is judged by, else due later, due (the day lies within the due dates), overdue (it lies
--   after them, and something was reported since: of the promise, a delivery or a part, or of the whole whose day it
--   is), nothing reported (it lies after them, and nothing was: silence is no answer). `last_report` is the last day on
--   which something was.
--   Days late run from the due date to the day judged by, or to the last delivery where all has come: at least from the
--   last due day, at most from the first one, which may be open. What all came by the last due day came in time.
-- The day is that of `as_of`, or the one overdue() is asked about; without one nothing is called late, since what is
-- late today changes overnight. A delivery counts in full when it surely came by that day, and raises only the upper
-- bound when it may have.

local claim_rows = require "parley.analysis.claim_rows"
local core = require "parley.core"
local dates = require "parley.base.dates"
local errors = require "parley.base.errors"
local interval = require "parley.analysis.interval"
local notes = require "parley.base.notes"
local options = require "parley.base.options"
local public_call = require "parley.base.public_call"
local sides = require "parley.analysis.sides"
local statements = require "parley.storage.statements.readings"
local wholes_and_parts = require "parley.analysis.wholes_and_parts"

local ledger = {}

local COLUMNS = { { "outcome", "text" }, { "topic", "text" }, { "giver", "text", several = true },
  { "receiver", "text", several = true }, { "unit", "text" }, { "promised_low", "integer" },
  { "promised_best", "integer" }, { "promised_high", "integer" },
  { "delivered_low", "integer" }, { "delivered_best", "integer" }, { "delivered_high", "integer" },
  { "outstanding_low", "integer" }, { "outstanding_best", "integer" }, { "outstanding_high", "integer" },
  { "due", "date" }, { "state", "text" }, { "last_report", "date" }, { "days_late_low", "integer" },
  { "days_late_high", "integer" }, { "progress", "text" }, { "rests_on", "text" }, { "deliveries", "integer" },
  { "part_of", "text" }, { "due_of", "text" }, { "counted", "boolean" }, { "talk", "text" }, { "kind", "text" },
  { "category", "text" }, { "basis", "text" }, { "status", "text" }, { "condition", "text" }, { "text", "text" } }

local OUTCOME = { "id", "topic", "giver", "receiver", "unit", "low", "best", "high", "due", "part_of", "talk", "kind",
  "category", "basis", "status", "condition", "text", "talk.date as talk_date" }

-- Reading -------------------------------------------------------------------------------------------------

local function view_of(ds, name, as_of)
  local q = ds:table(name)
  return as_of and q:as_of(core.day_text(as_of)) or q
end

-- What stands in lists by day, in the order of the days.
local function by_day(lists)
  local days, all = {}, {}
  for day in pairs(lists) do days[#days + 1] = day end
  table.sort(days)
  for _, day in ipairs(days) do table.move(lists[day], 1, #lists[day], #all + 1, all) end
  return all
end

-- The promises by id, and in the order of their talks and ids.
local function promises(ds, as_of)
  local by_id, of_day = {}, {}
  for row in view_of(ds, "outcomes", as_of):select(table.unpack(OUTCOME)):sort("id"):rows() do
    if row.kind ~= "no_agreement" then
      row.parts, row.came, row.own = {}, sides.sum(row), 0
      by_id[row.id] = row
      local day = row.talk_date and core.date(row.talk_date) or math.maxinteger
      local list = of_day[day]
      if list then list[#list + 1] = row else of_day[day] = { row } end
    end
  end
  return by_id, by_day(of_day)
end

-- Parts stand under their wholes; one whose whole is not there, or is itself below it, stands alone.
local function build_tree(by_id, list)
  local tops, endless = {}, wholes_and_parts.endless(list, by_id, "part_of")
  for _, row in public_call.each(list) do
    local whole = not endless[row] and row.part_of and by_id[row.part_of]
    if whole then whole.parts[#whole.parts + 1] = row else tops[#tops + 1] = row end
  end
  return tops
end

-- Deliveries ------------------------------------------------------------------------------------------------

-- Whether a delivery came by the day: surely, or possibly.
local function came_by(date, day, known_by)
  if not day then return true, true end
  if not date then return known_by and known_by <= day, true end
  local first, last = core.date(date)
  return last and last <= day, not first or first <= day
end

local function note_date(row, date)
  if not date then
    row.undated = true
    return
  end
  local first, last = core.date(date)
  row.last_first = math.max(row.last_first or math.mininteger, first or math.mininteger)
  row.last_last = math.max(row.last_last or math.mininteger, last or math.maxinteger)
end

-- Adds a delivery to what came of an outcome; one that may not have come yet adds only to the most.
local function deliver(row, amount, surely)
  row.own = row.own + 1
  note_date(row, amount.date)
  if surely then
    sides.add(row.came, amount, amount.low, amount.best, amount.high)
  else
    local _, last = interval.bounds(amount.low, amount.best, amount.high)
    sides.add(row.came, amount, 0, nil, last)
  end
end

local function agree(a, b) return not (a and b) or a == b end

-- The last day on which a delivery can have been made.
local function last_day(amount)
  local _, last = core.date(amount.date or "../..")
  return last or math.maxinteger
end

-- The last count of all that has come so far, by day and then by id.
local function last_count(list)
  local last
  for _, amount in ipairs(list) do
    if amount.counting == "cumulative" and (not last or last_day(amount) >= last_day(last)) then last = amount end
  end
  return last
end

-- Whether what a delivery brought is within a later count of all that has come.
local function is_covered(amount, last)
  if not last or amount == last or not (agree(amount.unit, last.unit) and agree(amount.basis, last.basis)) then
    return false
  end
  return amount.counting == "cumulative" or last_day(amount) <= last_day(last)
end

-- A running total never shrinks: where the last count has no lower bound, an earlier one of the same gives it.
local function fill_from_earlier(list, last)
  if not last or last.low or last.best then return end
  for _, amount in ipairs(list) do
    local first = interval.bounds(amount.low, amount.best, amount.high)
    if amount.counting == "cumulative" and is_covered(amount, last) and first and first > (last.low or -1)
      and first <= (last.high or first) then
      last.low = first
    end
  end
end

local DELIVERY = { "id", "outcome", "giver", "date", "low", "best", "high", "unit", "basis", "counting" }

-- The one unit of some deliveries, or nil.
local function common_unit(list)
  local unit
  for _, amount in ipairs(list) do
    if amount.unit and unit and amount.unit ~= unit then return nil, true end
    unit = unit or amount.unit
  end
  return unit, false
end

-- The deliveries of each outcome that may have come by the day, and the outcomes in order; and of which outcome each
-- delivery that is shown is.
local function deliveries_by_outcome(ds, by_id, as_of, day)
  local known_by = as_of or ds:view().as_of
  local lists, order, outcome_of = {}, {}, {}
  for amount in view_of(ds, "deliveries", as_of):select(table.unpack(DELIVERY)):sort("id"):rows() do
    local row = by_id[amount.outcome]
    local surely, possibly = came_by(amount.date, day, known_by)
    outcome_of[amount.id] = row
    if row and possibly then
      amount.surely, amount.unit = surely, amount.unit or row.unit
      local list = lists[row]
      if list then list[#list + 1] = amount else lists[row], order[#order + 1] = { amount }, row end
    end
  end
  return lists, order, outcome_of
end

local function add_deliveries(ds, by_id, as_of, day)
  local lists, order, outcome_of = deliveries_by_outcome(ds, by_id, as_of, day)
  for _, row in public_call.each(order) do
    local last, mixed = last_count(lists[row]), false
    fill_from_earlier(lists[row], last)
    if not row.unit then row.unit, mixed = common_unit(lists[row]) end
    for _, amount in ipairs(lists[row]) do
      if not is_covered(amount, last) then
        -- What is counted in another unit, or of another basis, says that something came, and not how much.
        local counts = not mixed and agree(row.unit, amount.unit) and sides.comparable(row, amount)
        deliver(row, counts and amount or { date = amount.date }, amount.surely)
      end
    end
  end
  return outcome_of
end

-- Whether a whole and a part count the same, where both say what they count.
local function count_the_same(whole, part)
  return agree(whole.unit, part.unit) and sides.comparable(whole, part)
end

local function has_number(row) return interval.known(row.low, row.best, row.high) end

-- The sum of what was promised of the parts, in the terms of the whole; nil where one of them has no number.
local function sum_of_parts(row)
  local sum = sides.sum(row)
  for _, part in ipairs(row.parts) do
    if not has_number(part) then return nil end
    sides.add(sum, part, part.low, part.best, part.high)
  end
  return sum
end

-- Whether the parts can add up to what was promised of the whole. Where they cannot, as 12,000 against 6,000, what
-- came of them does not say how much of the whole has come.
local function adds_up(row)
  if #row.parts == 0 then return true end
  local first, last = interval.bounds(row.low, row.best, row.high)
  local parts = sum_of_parts(row)
  for _, sum in ipairs(parts and sides.each(parts) or {}) do
    if first and sum.high and interval.below(sum.high, first) or last and sum.low and interval.below(last, sum.low) then
      return false
    end
  end
  return true
end

-- Adds to a whole what came of a part, and when.
local function take_over(row, part)
  local came = sides.amount(part.came)
  row.count = row.count + part.count
  sides.add(row.came, part, came.low, came.best, came.high)
  row.undated = row.undated or part.undated
  row.last_first = math.max(row.last_first or math.mininteger, part.last_first or math.mininteger)
  row.last_last = math.max(row.last_last or math.mininteger, part.last_last or math.mininteger)
end

-- What came of parts came of their wholes, where both count the same and the numbers agree. What was reported of a part
-- was reported of its whole; what had been `heard` of that itself is kept for parts that are due with it.
local function gather(row)
  row.count = row.own
  if #row.parts > 0 then row.heard = row.reported end
  local together = adds_up(row)
  for _, part in ipairs(row.parts) do
    gather(part)
    row.reported = math.max(row.reported or math.mininteger, part.reported or math.mininteger)
    if together and part.count > 0 and count_the_same(row, part) then take_over(row, part) end
  end
end

-- Whether the parts can stand for the whole in a sum.
local function gives_way(row)
  if #row.parts == 0 or row.own > 0 then return false end
  for _, part in ipairs(row.parts) do
    if not count_the_same(row, part) then return false end
  end
  local parts = sum_of_parts(row)
  return parts ~= nil and sides.complete(parts)
end

local function mark_counted(row, counted)
  local way = counted and gives_way(row)
  row.counted = counted and not way
  for _, part in ipairs(row.parts) do mark_counted(part, way) end
end

-- Reports -----------------------------------------------------------------------------------------------------

-- Notes with each promise the last day on which something was surely reported of it or of a delivery.
local function note_reports(ds, as_of, by_id, outcome_of)
  local scope = claim_rows.scope(ds, { day = as_of })
  local function note(name, rows_by_id)
    for id, day in statements.reports(ds.store, ds:table_info(name), scope) do
      local row = rows_by_id[id]
      if row and (not row.reported or day > row.reported) then row.reported = day end
    end
  end
  note("outcomes", by_id)
  note("deliveries", outcome_of)
end

-- Judging -----------------------------------------------------------------------------------------------------

-- How far it has come by the amounts; nil where they cannot say.
local function progress_by_amounts(row)
  if row.count == 0 then return nil end
  local came = sides.amount(row.came)
  if came.high == 0 then return "none" end
  local first, last = interval.bounds(row.low, row.best, row.high)
  local enough = last or first
  if enough and not interval.below(came.low, enough) then return "all" end
  if first and came.high and interval.below(came.high, first) then return "part" end
end

local BY_STATUS = { done = "all", partly_done = "part" }

local function progress_of(row)
  local progress = progress_by_amounts(row)
  if progress then return progress, "deliveries" end
  progress = BY_STATUS[row.status]
  if progress then return progress, "status" end
  if row.count > 0 then return "some", "deliveries" end
  return "none"
end

-- Units of time: how long a thing is to last, and not what is to come.
local LENGTHS = { day = true, days = true, week = true, weeks = true, month = true, months = true, year = true,
  years = true, hour = true, hours = true, minute = true, minutes = true }

local NOTHING, NONE = interval.zero(), {}

local function outstanding(row)
  if LENGTHS[row.unit] and row.count == 0 then return nil end
  if row.progress == "all" and row.rests_on == "status" then
    if has_number(row) then return 0, 0, 0 end
    return nil
  end
  return interval.subtract(row, row.count > 0 and sides.amount(row.came) or NOTHING)
end

-- "due later", "due", "overdue" or "nothing reported" on a day.
local function timing(row, first, last, day)
  if first and day < first then return "due later" end
  if not last or day <= last then return "due" end
  return row.reported and row.reported > last and "overdue" or "nothing reported"
end

local function state_of(row, day)
  if row.status == "disputed" or (row.status == "done" and row.progress == "part") then return "disputed" end
  if row.progress == "all" then return "delivered" end
  if row.with_missed and row.progress == "none" then return "missed" end
  local first, last
  if row.due then first, last = core.date(row.due) end
  local at = (first or last) and day and timing(row, first, last, day)
  if row.status == "missed" then
    -- The status is a report: it was not done in time.
    return (at == "overdue" or at == "nothing reported") and "overdue" or "missed"
  end
  if not (first or last) then return "no due date" end
  return at or "outstanding"
end

-- Days from the due date to a span of days, never fewer than 0.
local function days_between(due, from, to)
  local first, last = core.date(due)
  return last and math.max(0, from - last) or 0, first and math.max(0, to - first) or nil
end

local function days_late(row, day)
  if not row.due then return nil end
  if row.state == "overdue" or row.state == "due" then return days_between(row.due, day, day) end
  if row.state ~= "delivered" or row.rests_on ~= "deliveries" or row.undated then return nil end
  if row.last_first == math.mininteger or row.last_last == math.maxinteger then return nil end
  local _, last = core.date(row.due)
  if last and row.last_last <= last then return 0, 0 end
  return days_between(row.due, row.last_first, row.last_last)
end

-- Rows ----------------------------------------------------------------------------------------------------------

local function judge(row, day)
  row.progress, row.rests_on = progress_of(row)
  row.state = state_of(row, day)
end

local function last_report(row)
  return row.reported and row.reported > math.mininteger and core.day_text(row.reported) or nil
end

local function listed(row, day)
  local came = row.count > 0 and sides.amount(row.came) or NONE
  local late_low, late_high = days_late(row, day)
  local low, best, high = outstanding(row)
  return { row.id, row.topic, row.giver, row.receiver, row.unit, row.low, row.best, row.high, came.low, came.best,
    came.high, low, best, high, row.due, row.state, last_report(row), late_low, late_high, row.progress, row.rests_on,
    row.count, row.part_of, row.due_of, row.counted, row.talk, row.kind, row.category, row.basis, row.status,
    row.condition, row.text }
end

-- A part without a date of its own is due with its whole, and what was reported of that was reported of it.
local function inherit_due(row, whole)
  if row.due or not whole.due then return end
  row.due, row.due_of = whole.due, whole.due_of or whole.id
  row.reported = math.max(row.reported or math.mininteger, whole.heard or math.mininteger)
end

-- That a whole was not done in time is said of a part, too, of which nothing came and whose own status tells no other.
local function inherit_missed(row, whole)
  row.with_missed = (whole.status == "missed" or whole.with_missed)
    and (row.status == nil or row.status == "announced" or row.status == "agreed")
end

-- Parts follow their wholes.
local function walk(rows, day, keep, result)
  for _, row in public_call.each(rows) do
    judge(row, day)
    if not keep or keep(row) then result[#result + 1] = listed(row, day) end
    for _, part in ipairs(row.parts) do
      inherit_due(part, row)
      inherit_missed(part, row)
    end
    if #row.parts > 0 then walk(row.parts, day, keep, result) end
  end
  return result
end

local function entries(ds, as_of, day, keep)
  local by_id, list = promises(ds, as_of)
  local tops = build_tree(by_id, list)
  local outcome_of = add_deliveries(ds, by_id, as_of, day)
  note_reports(ds, as_of, by_id, outcome_of)
  for _, row in public_call.each(tops) do
    gather(row)
    mark_counted(row, true)
  end
  return walk(tops, day, keep, {})
end

-- Calls ---------------------------------------------------------------------------------------------------------

-- The earlier of two days, of which either can be missing.
local function earlier(a, b) return a and b and math.min(a, b) or a or b end

--- Promised, delivered, outstanding and due: one row for each outcome, parts after their wholes.
-- Columns: outcome, topic, giver, receiver, unit; promised_, delivered_ and outstanding_ low, best, high; due (as
-- written), state, last_report, days_late_low, days_late_high; progress, rests_on (deliveries or status), deliveries
-- (how many); part_of, due_of, counted (whether the row stands in a sum); talk, kind, category, basis, status,
-- condition, text.
-- `as_of` asks what was known and due on a day; the last day of an imprecise one counts.
---@param ds parley.Dataset
---@param given { as_of: string? }?
---@return parley.Frame
function ledger.of_dataset(ds, given)
  given = options.check(given, "ledger{}", { "as_of" })
  local asked = given.as_of ~= nil and dates.last_day(given.as_of, options.of("ledger{}", "as_of")) or nil
  local as_of = earlier(asked, ds:view().as_of)
  return require("parley.frame.from_rows").lists(COLUMNS, entries(ds, as_of, asked or as_of))
end

--- The ledger of all that the dataset shows, with due dates and deliveries held to a day; for
-- parley.analysis.brief.brief.
---@param ds parley.Dataset
---@param day integer?
---@return parley.Frame
function ledger.judged(ds, day)
  return require("parley.frame.from_rows").lists(COLUMNS, entries(ds, ds:view().as_of, day))
end

local LATE = 18

local function most_late_first(a, b)
  if a[LATE] ~= b[LATE] then return a[LATE] > b[LATE] end
  return a[1] < b[1]
end

--- What is late on a day, the longest first: rows of the ledger whose due date has surely passed by then, and of which
--- not all had come, as a report after it tells. What nothing has been reported of since is not called late: a note
--- says how many, and `ledger{as_of=}` has them with the state "nothing reported".
--- All that the dataset shows is known; only the deliveries and the due dates are held to the day.
---@param ds parley.Dataset
---@param date string  EDTF; its last day counts
---@return parley.Frame
function ledger.overdue(ds, date)
  if date == nil then errors.raise "bad_argument.overdue_day" end
  local day = dates.last_day(date, "overdue()")
  local silent = 0
  local rows = entries(ds, ds:view().as_of, day, function(row)
    if row.state == "nothing reported" then silent = silent + 1 end
    return row.state == "overdue"
  end)
  table.sort(rows, most_late_first)
  local f = require("parley.frame.from_rows").lists(COLUMNS, rows)
  if silent > 0 then notes.add(f, notes.new("undecided.overdue", silent)) end
  return f
end

return ledger
