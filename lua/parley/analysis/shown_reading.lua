--- The reading that is shown of those there are of one thing's unit: by the rules of csrc/sqlite/readings.h, which
--- resolves tables with them; and why it is shown.

local claim_weights = require "parley.storage.statements.claim_weights"
local coders = require "parley.analysis.coders"
local interval = require "parley.analysis.interval"
local readings = require "parley.analysis.readings"

local shown_reading = {}

local PLACE_BITS, CLASS_BITS = claim_weights.PLACE_BITS, claim_weights.CLASS_BITS
local LEAST, MOST = readings.LEAST, readings.MOST

-- Whether readings of a unit can lie within one another.
local function has_widths(unit) return unit.type == "quantity" or unit.type == "date" and not unit.span end

-- Whether a reading lies within another and says more, as the resolution in SQL has it.
local function is_within(unit, inner, outer)
  if not has_widths(unit) then return false end
  if inner.first < outer.first or inner.last > outer.last then return false end
  if inner.first == outer.first and inner.last == outer.last and (outer.centred or not inner.centred) then
    return false
  end
  if unit.type == "date" then
    local range = outer.text:find("/", 1, true) and outer.first > LEAST and outer.last < MOST
    if range or inner.text:find "[?~%%]" then return false end
  end
  return true
end

-- Why one of two readings that weigh the same is shown.
local function why_of_equals(unit, shown, other)
  if shown.hull then return "a tie: equally firm, and as many sources give either; shown is the hull of both" end
  if shown.claim.who == other.claim.who then return "the same voice said it last" end
  if is_within(unit, shown, other) then return "it says more, and the other claim agrees" end
  if not shown.tied then return "more independent sources give it" end
  return "a tie: equally firm, and as many sources give either; its source sorts first"
end

--- Why a reading is shown, and not one whose claim weighs as much or more; nil where the weights decide.
---@param unit table
---@param shown table?
---@param other table
---@return string?
function shown_reading.why(unit, shown, other)
  if not readings.weight(unit, other.claim) then return nil end
  if other.passed_over then return coders.why(other) end
  if not shown then return unit.amount and "nothing is shown: it belongs to a number that is not shown" or nil end
  local mine, others = readings.firmness(unit, shown.claim), readings.firmness(unit, other.claim)
  if unit.amount and readings.weight(unit, shown.claim) < readings.weight(unit, other.claim) then
    return "it belongs to the number that is shown"
  end
  if mine == others then return why_of_equals(unit, shown, other) end
  if mine < others then return "it says more, and the weightier claim agrees" end
end

-- Whether one reading stands before another by itself: firmer, of a voice that sorts first, or that voice's last.
local function is_before(a, b, weight_name)
  local mine, others = a.claim[weight_name], b.claim[weight_name]
  local firm, as_firm = mine >> PLACE_BITS, others >> PLACE_BITS
  if firm ~= as_firm then return firm > as_firm end
  if a.claim.who ~= b.claim.who then return a.claim.who < b.claim.who end
  return mine > others
end

-- The readings that the policy considers: the list itself, if it considers all.
local function considered(unit, list)
  local name, found = readings.weight_name(unit), nil
  for i, reading in ipairs(list) do
    local counts = reading.claim[name] ~= nil
    if not counts and not found then found = table.move(list, 1, i - 1, 1, {}) end
    if counts and found then found[#found + 1] = reading end
  end
  return found or list
end

-- The same readings in the order in which they stand by themselves.
local function sorted(unit, list)
  local weight_name = readings.weight_name(unit)
  list = table.move(list, 1, #list, 1, {})
  table.sort(list, function(a, b) return a ~= b and is_before(a, b, weight_name) end)
  return list
end

-- What is the same for readings that say the same where tables are resolved, which knows no aliases.
local function says(reading) return reading.says or reading.key end

-- How many origins give each reading, by what it says.
local function origins_by_reading(list)
  local counts, seen = {}, {}
  for _, reading in ipairs(list) do
    local value = says(reading)
    local mark = value .. "\0" .. readings.origin(reading.claim)
    if not seen[mark] then counts[value], seen[mark] = (counts[value] or 0) + 1, true end
  end
  return counts
end

-- Of equally firm readings those that most origins give, and of these what no other says more exactly.
local function most_given(unit, firmest, counts)
  local most, found, left = 0, {}, {}
  for _, reading in ipairs(firmest) do most = math.max(most, counts[says(reading)]) end
  for _, reading in ipairs(firmest) do
    if counts[says(reading)] == most then found[#found + 1] = reading end
  end
  for _, reading in ipairs(found) do
    local displaced = false
    for _, other in ipairs(found) do displaced = displaced or is_within(unit, other, reading) end
    if not displaced then left[#left + 1] = reading end
  end
  return left
end

-- The weightiest reading of each voice, and the firmest of them, of readings in the order of considered().
local function weightiest(unit, list)
  local name, seen, found, firmest = readings.weight_name(unit), {}, {}, {}
  local top = list[1].claim[name] >> PLACE_BITS
  for _, reading in ipairs(list) do
    local claim = reading.claim
    if not seen[claim.who] then
      seen[claim.who], found[#found + 1] = true, reading
      if claim[name] >> PLACE_BITS == top then firmest[#firmest + 1] = reading end
    end
  end
  return found, firmest
end

-- The firmest reading, of several the one that stands first; nil where these do not say the same. Most are found so.
local function undisputed(unit, list)
  local name, first, agreed = readings.weight_name(unit), list[1], true
  local top = first.claim[name] >> PLACE_BITS
  for i = 2, #list do
    local reading = list[i]
    local firmness = reading.claim[name] >> PLACE_BITS
    if firmness > top then
      first, top, agreed = reading, firmness, true
    elseif firmness == top and agreed then
      agreed = says(reading) == says(first)
      if is_before(reading, first, name) then first = reading end
    end
  end
  return agreed and first or nil
end

-- The readings of one level between which nothing decides; one, or some that say the same, where something does.
local function best_of(unit, list)
  local each, firmest = weightiest(unit, sorted(unit, list))
  if #firmest == 1 then return firmest end
  return most_given(unit, firmest, origins_by_reading(unit.over_time and firmest or each))
end

local function say_the_same(list)
  for _, reading in ipairs(list) do
    if says(reading) ~= says(list[1]) then return false end
  end
  return true
end

local function say_the_same_beside(unit, list)
  local first = readings.beside(unit, list[1].claim)
  for i = 2, #list do
    if readings.beside(unit, list[i].claim) ~= first then return false end
  end
  return true
end

-- The hull of amounts that tie: as one reading, beside the claim that sorts first.
local function hull_of(list)
  local first, last = MOST, LEAST
  for _, reading in ipairs(list) do first, last = math.min(first, reading.first), math.max(last, reading.last) end
  local low, high = first > LEAST and first or nil, last < MOST and last or nil
  local text = (low or high) and interval.text(low, nil, high) or "unknown"
  return { claim = list[1].claim, text = text, key = interval.key(low, nil, high), first = first, last = last,
    tied = list, hull = true, low = low, high = high }
end

local function fits(unit, reading, outer)
  if not is_within(unit, reading, outer) then return false end
  local mine, others = readings.weight(unit, reading.claim), readings.weight(unit, outer.claim)
  return mine >> PLACE_BITS <= others >> PLACE_BITS and mine >> CLASS_BITS == others >> CLASS_BITS
end

-- The readings that say more than one that stands, and are of its kind; nil where there is none.
local function fitting(unit, list, outer)
  local found
  for _, reading in ipairs(list) do
    if fits(unit, reading, outer) then
      found = found or {}
      found[#found + 1] = reading
    end
  end
  return found
end

-- The best reading, by the rules of csrc/sqlite/readings.h. Where nothing decided, it has the readings that are
-- `tied`, itself among them; it may be their `hull`.
local function best(unit, list)
  local all = considered(unit, coders.read(list))
  local level, chosen, tied = #all > 0 and all or nil, nil, nil
  while level do
    chosen = undisputed(unit, level)
    if not chosen then
      local found = best_of(unit, level)
      chosen = found[1]
      if not say_the_same(found) then
        tied = found
        if unit.type == "quantity" and say_the_same_beside(unit, found) then return hull_of(found) end
      end
    end
    level = has_widths(unit) and fitting(unit, all, chosen) or nil
  end
  if chosen then chosen.tied = tied end
  return chosen
end

-- What was said beside the best amount: by its claim, else by its source and coder, or beside the same amount.
local function beside(unit, list)
  local amount, same = best(unit.amount, list.amounts), nil
  if not amount then return best(unit, list) end
  local found, amounts = considered(unit, list), {}
  for _, reading in ipairs(found) do
    if reading.claim == amount.claim then return reading end
  end
  for _, reading in ipairs(list.amounts) do amounts[reading.claim] = reading end
  local own = amounts[amount.claim]
  for _, reading in ipairs(sorted(unit, found)) do
    local its = amounts[reading.claim]
    if coders.share_source(reading.claim, amount.claim) then return reading end
    if not same and its and its.first == own.first and its.last == own.last then same = reading end
  end
  return same
end

--- The reading that is shown of a list; nil when none is. Where nothing decided between readings it has those that are
--- `tied`, and may be their `hull`.
function shown_reading.of(unit, list)
  return (unit.amount and beside or best)(unit, list)
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
