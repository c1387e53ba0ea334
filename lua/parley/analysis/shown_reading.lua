--- The reading that is shown of those there are of one thing's unit.
-- Which one that is core.choose decides, by csrc/value/readings.h, as where tables are resolved: nothing here orders
-- claims. All claims about the thing are chosen from, whichever readings of them a list still has.

local core = require "parley.core"
local interval = require "parley.analysis.interval"
local readings = require "parley.analysis.readings"

local shown_reading = {}

local LEAST, MOST = readings.LEAST, readings.MOST

-- Readings learn whose coding is read instead, as `passed_over`.
local function mark_passed_over(list, passed_over)
  local claims, read = list.claims, {}
  for at, by in pairs(passed_over) do read[claims[at]] = claims[by] end
  for _, reading in ipairs(list) do reading.passed_over = read[reading.claim] end
end

-- Chooses among the claims of a list, once: it then has the claim that is `shown`, or false, and where there is more to
-- tell, that as its `choice`: all readings, the places of claims that tie, the hull, whether coders are passed over.
local function choose(unit, list)
  if list.shown ~= nil then return end
  local shown, tied, passed_over, low, high = core.choose(list.claims, unit.asked)
  list.shown = shown and list.claims[shown] or false
  if not tied and not passed_over then return end
  list.choice = { of = list, tied = tied, low = low, high = high, passes_over = passed_over ~= nil }
  if passed_over then mark_passed_over(list, passed_over) end
end

--- The readings of a list whose coding is read: of one source, those of one coder.
---@param unit table
---@param list table[]  as readings.of_all() gives it
---@return table[]
function shown_reading.read(unit, list)
  choose(unit, list)
  local choice = list.choice
  if not choice or not choice.passes_over then return list end
  local found = { claims = list.claims, shown = list.shown, choice = choice }
  for _, reading in ipairs(list) do
    if not reading.passed_over then found[#found + 1] = reading end
  end
  return found
end

local function reading_of(list, claim)
  for _, reading in ipairs(list) do
    if reading.claim == claim then return reading end
  end
end

-- The readings of a choice that tie; nil where none do.
local function tied_in(choice)
  if not choice or not choice.tied then return nil end
  local by_claim, found = {}, {}
  for _, reading in ipairs(choice.of) do by_claim[reading.claim] = reading end
  for i, place in ipairs(choice.tied) do found[i] = by_claim[choice.of.claims[place]] end
  return found
end

-- The hull of amounts that tie: as one reading, beside the claim that sorts first.
local function hull_of(claim, choice)
  local low, high = choice.low > -math.huge and choice.low or nil, choice.high < math.huge and choice.high or nil
  local text = (low or high) and interval.text(low, nil, high) or "unknown"
  return { claim = claim, text = text, key = interval.key(low, nil, high), first = low or LEAST, last = high or MOST,
    tied = tied_in(choice), hull = true, low = low, high = high }
end

--- The reading that is shown of a list; nil when none is. Where nothing decided between readings it has those that are
--- `tied`, and may be their `hull`.
---@param unit table
---@param list table[]  as readings.of_all() gives it
---@return table?
function shown_reading.of(unit, list)
  choose(unit, list)
  local choice = list.choice
  if not list.shown then return nil end
  if choice and choice.low then return hull_of(list.shown, choice) end
  local shown = reading_of(choice and choice.of or list, list.shown)
  shown.tied = tied_in(choice)
  return shown
end

--- Whether a reading says what is shown: the same, or one of those whose hull is shown.
function shown_reading.has(shown, reading)
  if not shown.hull then return reading.key == shown.key end
  for _, one in ipairs(shown.tied) do
    if one.key == reading.key then return true end
  end
  return false
end

return shown_reading
