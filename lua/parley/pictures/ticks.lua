--- Where an axis is labelled: round numbers, powers of ten, and the beginnings of days, months and years.

local core = require "parley.core"
local date_words = require "parley.base.date_words"

local ticks = {}

---@class parley.Tick
---@field value number
---@field label string

-- Numbers ------------------------------------------------------------------------------------------------

--- The least of 1, 2, 5, 10, 20, 50, … that cuts a length into at most so many parts.
---@param length number
---@param most integer
---@param least number?  a step below which none is made
---@return number
function ticks.step(length, most, least)
  local rough = math.max(length / most, 1e-300)
  local power = 10.0 ^ math.floor(math.log(rough, 10))
  for _, factor in ipairs { 1, 2, 5, 10 } do
    if factor * power >= rough * (1 - 1e-9) then return math.max(factor * power, least or 0) end
  end
  return 10 * power
end

local function without_zeros(text) return text:find "%." and text:gsub("0+$", ""):gsub("%.$", "") or text end

--- A number as an axis shows it: whole where it is, millions short.
---@param value number
---@return string
function ticks.number(value)
  local size = math.abs(value)
  for _, unit in ipairs { { 1e12, "T" }, { 1e9, "G" }, { 1e6, "M" } } do
    if size >= unit[1] and size < 1e15 then return without_zeros(("%.3f"):format(value / unit[1])) .. unit[2] end
  end
  if value == math.floor(value) and size < 1e6 then return ("%d"):format(value) end
  local digits, power = ("%.6g"):format(value):match "^([^e]*)(.*)$"
  return without_zeros(digits) .. power
end

--- Round numbers from one to another.
---@param from number
---@param to number
---@param most integer
---@param whole boolean?  no step below one
---@return parley.Tick[]
function ticks.linear(from, to, most, whole)
  local step = ticks.step(to - from, most, whole and 1 or nil)
  local list = {}
  for i = math.ceil(from / step - 1e-9), math.floor(to / step + 1e-9) do
    local value = i * step
    list[#list + 1] = { value = value, label = ticks.number(math.abs(value) < step / 1e6 and 0 or value) }
  end
  return list
end

--- Powers of ten from one to another, all or each so manieth.
---@return parley.Tick[]
function ticks.log(from, to, most)
  local first, last = math.floor(math.log(from, 10) + 1e-9), math.ceil(math.log(to, 10) - 1e-9)
  local stride = math.max(1, math.ceil((last - first) / most))
  local list = {}
  for power = first, last, stride do list[#list + 1] = { value = 10.0 ^ power, label = ticks.number(10.0 ^ power) } end
  return list
end

-- Time ---------------------------------------------------------------------------------------------------

-- Steps of time: { months or false, days }; the first that gives few enough labels is taken.
local STEPS = { { days = 1 }, { days = 2 }, { days = 7 }, { days = 14 }, { months = 1 }, { months = 2 }, { months = 3 },
  { months = 6 } }
for _, years in ipairs { 1, 2, 5, 10, 20, 50, 100, 200, 500, 1000 } do
  STEPS[#STEPS + 1] = { months = 12 * years, years = years }
end

local DAYS_OF_MONTH = 30.4375

-- A day as year, month and day.
local function parts(day)
  local year, month, of_month = core.day_text(math.floor(day)):match "^(.-)%-(%d%d)%-(%d%d)$"
  return math.tointeger(tonumber(year)), math.tointeger(tonumber(month)), math.tointeger(tonumber(of_month))
end

local function first_of(months) return (core.date(("%04d-%02d"):format(months // 12, months % 12 + 1))) end

local function month_name(months) return date_words.MONTHS[months % 12 + 1]:sub(1, 3) end

local function month_label(months, years, first)
  if years then return tostring(months // 12) end
  return (first or months % 12 == 0) and month_name(months) .. " " .. months // 12 or month_name(months)
end

-- What a step of months that begins there is called: "2025", "2020–2024", "Mar 2025", "Jan–Mar 2025".
local function period_name(months, step)
  local after = months + step.months - 1
  if step.years then
    return step.years == 1 and tostring(months // 12) or ("%d–%d"):format(months // 12, after // 12)
  end
  local name = step.months == 1 and month_name(months) or month_name(months) .. "–" .. month_name(after)
  return name .. " " .. months // 12
end

-- The beginnings of a step of months, from the one at or before a day.
local function beginnings_of_months(from, to, step)
  local year, month = parts(from)
  local list, at = {}, (year * 12 + month - 1) // step.months * step.months
  while true do
    local day = at >= 0 and at < 120000 and first_of(at)
    if not day or day > to then return list end
    list[#list + 1] = { value = day, label = month_label(at, step.years, #list == 0), name = period_name(at, step),
      months = at }
    at = at + step.months
  end
end

local function beginnings_of_days(from, to, step)
  local list = {}
  for day = from // step.days * step.days, to, step.days do
    local year, month, of_month = parts(day)
    local text = ("%d %s"):format(of_month, date_words.MONTHS[month]:sub(1, 3))
    list[#list + 1] = { value = day, label = text, name = text .. " " .. year,
      year = month == 1 and of_month <= step.days and year or nil }
  end
  return list
end

-- The shortest step that cuts a time into at most so many parts, none shorter than periods of `least` days; months
-- differ by a few days.
local function step_of(from, to, most, least)
  for _, step in ipairs(STEPS) do
    local days = step.days or step.months * DAYS_OF_MONTH
    if days > (least or 1) - 4 and (to - from) / days <= most then return step end
  end
  return STEPS[#STEPS]
end

local function beginnings(from, to, most, least)
  local step = step_of(from, to, most, least)
  return (step.days and beginnings_of_days or beginnings_of_months)(math.floor(from), to, step), step
end

--- The beginnings of days, months or years from one day to another. The first label, and those of new years, have a
-- year.
---@param from number
---@param to number
---@param most integer
---@param least integer?  days: no step is shorter
---@return parley.Tick[]
function ticks.time(from, to, most, least)
  local list, step = beginnings(from, to, most, least)
  if list[1] and list[1].value < from then table.remove(list, 1) end
  for i, tick in ipairs(list) do
    if step.days then tick.label = (i == 1 or tick.year) and tick.name or tick.label
    elseif i == 1 then tick.label = month_label(tick.months, step.years, true) end
  end
  return list
end

--- Periods that cover the days from one to another: each with its first day and its name; the last only ends them.
---@param from number
---@param to number
---@param most integer
---@param least integer?  days: no period is shorter
---@return { value: integer, name: string }[]
function ticks.periods(from, to, most, least)
  local list, step = beginnings(from, to - 1, most, least)
  local last = list[#list]
  list[#list + 1] = { value = step.days and last.value + step.days or first_of(last.months + step.months), name = "" }
  return list
end

return ticks
