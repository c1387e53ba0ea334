--- Promised against delivered: for each promise with a number, what was promised and what came of it, from the least
-- to the most; units apart, each on a scale of its own. What a side disputes is hatched; a bar that fades has no
-- stated end. Below the promises of a unit of which something came on several days: all that was promised and delivered
-- by each day, as the ledger counts it on that day.

local analysis = require "parley.analysis.ledger"
local core = require "parley.core"
local interval = require "parley.analysis.interval"
local notes = require "parley.base.notes"
local strips = require "parley.pictures.strips"
local values = require "parley.pictures.values"

local ledger = { options = { "as_of" } }

local PROMISED, DELIVERED, DISPUTED = 6, 1, 2
local NO_UNIT = "no unit"

-- One bar of a promise.
local function bar(row, what, name, ink)
  local low, best, high = row[what .. "_low"], row[what .. "_best"], row[what .. "_high"]
  local amount = values.amount(low, best, high)
  local text = amount and what .. " " .. amount or "nothing reported"
  return { name = name, low = low, best = best or low or high, high = high, open_low = not low and high ~= nil,
    open_high = not high and low ~= nil, ink = ink, bar = amount ~= nil, shape = "circle", hollow = true,
    text = text, hatched = row.state == "disputed" and what == "delivered", title = row.outcome .. ": " .. text }
end

-- The promises of one unit, the one after the other.
local function strip_of(list, row)
  local unit = row.unit or NO_UNIT
  if not list[unit] then
    list[unit] = { heading = unit, kind = "number", rows = {} }
    list[#list + 1] = list[unit]
  end
  local rows = list[unit].rows
  rows[#rows + 1] = bar(row, "promised", row.outcome, PROMISED)
  rows[#rows + 1] = bar(row, "delivered", row.state or "", row.state == "disputed" and DISPUTED or DELIVERED)
end

-- By day -----------------------------------------------------------------------------------------------------

-- So many days are looked at: a ledger is made for each.
local MOST_DAYS = 24

local function add_days(days, date)
  local first, last = core.date(date)
  for _, day in ipairs { first or last, last or first } do days[day] = true end
end

-- The days on which something was promised or can have come, in order; of many, the last of each of so many stretches.
local function days_of(view)
  local days, all, list = {}, {}, {}
  for date in view.deliveries:where("date is not nil"):distinct("date"):each "date" do add_days(days, date) end
  for date in view.outcomes:where("talk.date is not nil"):distinct("talk.date as date"):each "date" do
    add_days(days, date)
  end
  for day in pairs(days) do all[#all + 1] = day end
  table.sort(all)
  local count = math.min(#all, MOST_DAYS)
  for i = 1, count do list[i] = all[i * #all // count] end
  return list
end

-- The first day of each talk that has one.
local function talk_days(view)
  local days = {}
  for id, date in view.talks:where("date is not nil"):each("id", "date") do
    local first, last = core.date(date)
    days[id] = first or last
  end
  return days
end

-- Adds what stands in a sum of a ledger by a day to the sums of its unit.
local function add_row(of, row, from, day)
  local sums = of[row.unit or NO_UNIT] or { promised = interval.zero(), delivered = interval.zero() }
  of[row.unit or NO_UNIT] = sums
  if from and from > day then return end
  interval.add(sums.promised, row.promised_low, row.promised_best, row.promised_high)
  if row.deliveries > 0 then
    interval.add(sums.delivered, row.delivered_low, row.delivered_best, row.delivered_high)
  end
end

local function sums_by(view, day, talks)
  local of, f = {}, analysis.judged(view, day)
  for i = 1, #f do
    local row = f[i]
    if row.counted and (row.promised_low or row.promised_best or row.promised_high) then
      add_row(of, row, talks[row.talk], day)
    end
  end
  return of
end

local function is_nothing(sum) return sum.high == 0 end

local function add_point(line, what, day, sum)
  local last = line.points[#line.points]
  if last and last.low == sum.low and last.best == sum.best and last.high == sum.high then return end
  line.points[#line.points + 1] = { day = day, low = sum.low, best = sum.best, high = sum.high,
    title = ("by %s: %s %s"):format(core.day_text(day), what, values.amount(sum.low, sum.best, sum.high)) }
end

-- What was promised and delivered of each unit by each day, where something came on more than one.
local function add_growth(list, view)
  local talks, lines = talk_days(view), {}
  for _, day in ipairs(days_of(view)) do
    for unit, sums in pairs(sums_by(view, day, talks)) do
      if not lines[unit] and not (is_nothing(sums.promised) and is_nothing(sums.delivered)) then
        lines[unit] = { { ink = PROMISED, points = {} }, { ink = DELIVERED, points = {} } }
      end
      if lines[unit] then
        add_point(lines[unit][1], "promised", day, sums.promised)
        add_point(lines[unit][2], "delivered", day, sums.delivered)
      end
    end
  end
  for _, strip in ipairs(list) do
    local both = lines[strip.heading]
    if both and #both[2].points > 2 then strip.growth = { name = strip.heading .. ", by day", lines = both } end
  end
end

-- What the marks mean, of those that are there.
local function legend_of(list)
  local there = {}
  for _, strip in ipairs(list) do
    for _, row in ipairs(strip.rows) do
      there.disputed = there.disputed or row.hatched
      there.silent = there.silent or not row.bar
      there.span = there.span or row.bar and row.low ~= row.high
    end
  end
  local legend = { { ink = PROMISED, shape = "square", name = "promised" },
    { ink = DELIVERED, shape = "square", name = "delivered" } }
  if there.disputed then
    legend[#legend + 1] = { ink = DISPUTED, hatched = true, name = "delivered, disputed" }
  end
  if there.silent then
    legend[#legend + 1] = { ink = DELIVERED, shape = "circle", hollow = true, name = "nothing reported" }
  end
  if there.span then legend[#legend + 1] = { ink = "text", span = true, name = "from the least to the most" } end
  return legend
end

--- What is to be drawn.
function ledger.of(ds, given)
  local f, list, left_out, count = ds:ledger(given), {}, 0, 0
  for i = 1, #f do
    local row = f[i]
    if row.promised_low or row.promised_best or row.promised_high then
      count = count + 1
      strip_of(list, row)
    else
      left_out = left_out + 1
    end
  end
  add_growth(list, given.as_of and ds:as_of(given.as_of) or ds)
  local said = notes.of(f)
  if left_out > 0 then said[#said + 1] = notes.new("left_out.number", left_out) end
  return { strips = list, notes = said, frame = f, title = "promised and delivered", width = 900, empty = count == 0,
    draw = strips.draw, legend = legend_of(list),
    description = ("%d promises with a number, and what was delivered of them, in %d units."):format(count, #list) }
end

return ledger
