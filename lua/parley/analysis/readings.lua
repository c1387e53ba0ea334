--- Readings: what a claim says about one unit (parley.analysis.claim_units), in a form in which claims can be compared.
-- A reading has the text an analyst reads and the key by which two readings are the same: dates by their days, amounts
-- by their bounds, text as parley.analysis.compared_text makes it alike. Ids and words of a vocabulary are compared as
-- they are.

local core = require "parley.core"
local interval = require "parley.analysis.interval"

local readings = {}

-- The first and the last day or number of what is open there.
readings.LEAST, readings.MOST = math.mininteger, math.maxinteger
local LEAST, MOST = readings.LEAST, readings.MOST

-- `before` is a reading of another claim, from which is taken what is said again: most claims about a thing agree.
local function of_quantity(unit, claim, from, before)
  local bounds = unit.bounds
  local low, best, high = bounds.low and claim[from + bounds.low], bounds.best and claim[from + bounds.best],
    bounds.high and claim[from + bounds.high]
  if before and low == before.low and best == before.best and high == before.high then
    return { claim = claim, text = before.text, key = before.key, first = before.first, last = before.last,
      low = low, best = best, high = high }
  end
  if not interval.known(low, best, high) then return nil end
  local first, last = interval.bounds(low, best, high)
  return { claim = claim, text = interval.text(low, best, high),
    key = interval.key(first, best, last),         -- "about 30" and "30" tell of one number
    first = first or LEAST, last = last or MOST, low = low, best = best, high = high }
end

local function of_date(claim, value, before)
  if before and value == before.text then
    return { claim = claim, text = value, key = before.key, first = before.first, last = before.last }
  end
  local first, last = core.date(value)
  first, last = first or LEAST, last or MOST
  return { claim = claim, text = value, key = first .. "|" .. last, first = first, last = last }
end

--- The reading of a claim about a unit; nil where the claim says nothing about it.
---@param unit table
---@param claim table  its values are a list; those of the unit follow after `from`, in the order of its names
---@param from integer
---@param canonical fun(text: string): string
---@param before table?  a reading of another claim
---@return { claim: table, text: string, key: string, first: integer?, last: integer? }?
function readings.of(unit, claim, from, canonical, before)
  if unit.type == "quantity" then return of_quantity(unit, claim, from, before) end
  local value = claim[from + 1]
  if value == nil then return nil end
  if unit.type == "date" then return of_date(claim, value, before) end
  local text = tostring(value)
  if unit.type ~= "text" or unit.as_is then return { claim = claim, text = text, key = text } end
  if before and text == before.text then
    return { claim = claim, text = text, key = before.key }
  end
  return { claim = claim, text = text, key = canonical(text) }
end

--- The readings of a unit in a list of claims, which the list has as `claims`.
---@param unit table
---@param claims table[]
---@param canonical (fun(text: string): string)?
---@return table[]
function readings.of_all(unit, claims, canonical)
  local list = { claims = claims, shown = nil } -- with room for what parley.analysis.shown_reading finds
  local from, before = unit.from, nil
  for _, claim in ipairs(claims) do
    local reading = readings.of(unit, claim, from, canonical, before)
    if reading then list[#list + 1], before = reading, reading end
  end
  return list
end

--- The weight of a claim for a unit, that of a state being another; nil when the policy does not consider it.
---@param unit table
---@param claim table
---@return integer?
function readings.weight(unit, claim) return claim[unit.over_time and "state_weight" or "weight"] end

local STANDING = {}
for name, weight in pairs { field = "weight", state = "state_weight" } do
  STANDING[name] = core.question { kind = "words", weight = weight, voice = "who", place = "claim" }
end

--- The claims in the order in which they stand by themselves for a unit: the firmest first, of equals by their voices,
--- of a voice its last first; then those that the policy does not consider. For each place, how firm the claim is.
---@param unit table
---@param claims table[]
---@return table[] sorted, integer[] firmness
function readings.standing(unit, claims)
  local order, firmness = core.standing(claims, unit.over_time and STANDING.state or STANDING.field)
  for i, at in ipairs(order) do order[i] = claims[at] end
  return order, firmness
end

--- The source that a claim's source rests on in the end, or that source: those that rest on one another are one.
---@param claim table
---@return string
function readings.origin(claim)
  local origin = claim.origin
  if not origin then
    origin = claim.who:match "^[^\31]*\31([^\31]+)" or claim.source
    claim.origin = origin
  end
  return origin
end

--- How many independent origins some claims have.
---@param claims table[]
---@return integer
function readings.count_origins(claims)
  local n, seen = 0, {}
  for _, claim in ipairs(claims) do
    local origin = readings.origin(claim)
    if not seen[origin] then n, seen[origin] = n + 1, true end
  end
  return n
end

-- Lists of readings ---------------------------------------------------------------------------------------------

--- Who makes a claim: its source and who says so there.
---@param claim table
---@return string
function readings.voice(claim)
  local text = claim.voice
  if not text then
    text = claim.said_by and claim.source .. " " .. claim.said_by or claim.source
    if claim.rank == "deprecated" then text = text .. ", deprecated" end
    claim.voice = text
  end
  return text
end

-- Readings that are the same, together, in the order in which they come: { text, who } each, with
-- those who are named in `who` as keys.
local function grouped(list, voice_of)
  local order, groups = {}, {}
  for _, reading in ipairs(list) do
    local claim, voice = reading.claim, voice_of(reading.claim)
    local key = claim.denied and reading.key .. "!" or reading.key
    local group = groups[key]
    if not group then
      group = { claim.denied and "not " .. reading.text or reading.text, voice, [voice] = true }
      groups[key], order[#order + 1] = group, group
    elseif not group[voice] then
      group[2], group[voice] = group[2] .. ", " .. voice, true
    end
  end
  return order
end

--- "12000 (s3); 6000 (s4 medinsky)": what is said and who says it. Each reading has its `claim`.
---@param list table[]
---@param before string?  a word to stand before each reading
---@param voice_of (fun(claim: table): string)?  who makes a claim, if that is not readings.voice
---@return string
function readings.list(list, before, voice_of)
  local parts = {}
  for i, group in ipairs(grouped(list, voice_of or readings.voice)) do
    parts[i] = (before or "") .. group[1] .. " (" .. group[2] .. ")"
  end
  return table.concat(parts, "; ")
end

return readings
