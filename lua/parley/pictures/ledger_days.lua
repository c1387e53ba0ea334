--- The ledger over days: what was promised and delivered of a unit by each day, as the ledger counts it on that day.

local analysis = require "parley.analysis.ledger"
local core = require "parley.core"
local interval = require "parley.analysis.interval"
local values = require "parley.pictures.values"

local ledger_days = {}

--- What amounts without a unit stand under.
ledger_days.NO_UNIT = "no unit"

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
  local sums = of[row.unit or ledger_days.NO_UNIT] or { promised = interval.zero(), delivered = interval.zero() }
  of[row.unit or ledger_days.NO_UNIT] = sums
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

--- Adds what was promised and delivered of each unit by each day, where something came on more than one.
---@param list parley.Strip[]  one of each unit
---@param view parley.Dataset
---@param promised integer  its ink
---@param delivered integer
function ledger_days.add(list, view, promised, delivered)
  local talks, lines = talk_days(view), {}
  for _, day in ipairs(days_of(view)) do
    for unit, sums in pairs(sums_by(view, day, talks)) do
      if not lines[unit] and not (is_nothing(sums.promised) and is_nothing(sums.delivered)) then
        lines[unit] = { { ink = promised, points = {} }, { ink = delivered, points = {} } }
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

return ledger_days
