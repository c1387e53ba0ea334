--- How the fields of one thing stand: how firm the claim is from which each is taken, and how many sources say else.
-- For a record that is printed, so that it is asked only then. Readings differ as disagreements() has it: a date within
-- another, or other words for the same, is no disagreement.

local claim_rows = require "parley.analysis.claim_rows"
local claim_units = require "parley.analysis.claim_units"
local compared_text = require "parley.analysis.compared_text"
local disagreements = require "parley.analysis.disagreements"
local readings = require "parley.analysis.readings"
local shown_reading = require "parley.analysis.shown_reading"

local standing_of_fields = {}

-- Sources of readings that do not say what is shown.
local function count_others(list, shown)
  local n, seen = 0, {}
  for _, reading in ipairs(list) do
    local source = reading.claim.source
    local says_it = shown and shown_reading.has(shown, reading) and not reading.claim.denied
    if not says_it and not reading.passed_over and not seen[source] then n, seen[source] = n + 1, true end
  end
  return n
end

-- The units on which claims clash, as keys.
local function clashing(ds, info, id, claims, units)
  local judged, found = {}, {}
  for _, unit in ipairs(units) do
    if unit.kind then judged[#judged + 1] = unit end
  end
  local canonical = compared_text.of(ds)
  for _, row in ipairs(disagreements.of_claims(info, id, judged, claims, canonical, claim_rows.policy(ds))) do
    found[row.field] = true
  end
  return found, canonical
end

--- For each column of which something is claimed: the certainty of what is shown, whether it ties, and how many sources
--- say something else. The bounds of a quantity stand as one.
---@param ds parley.Dataset
---@param info table
---@param id string
---@param day integer?
---@return table<string, { certainty: string?, tie: boolean, others: integer }>
function standing_of_fields.of(ds, info, id, day)
  local units, by_column, claims = claim_units.of_table(info), {}, {}
  local names = claim_units.names(units)
  claim_rows.each_thing(ds, info, names, { day = day, ids = { id } }, function(_, found) claims = found end)
  local clashes, canonical = clashing(ds, info, id, claims, units)
  for _, unit in ipairs(units) do
    local list = readings.of_all(unit, claims, canonical)
    local shown = shown_reading.of(unit, list)
    local standing = #list > 0 and { certainty = shown and shown.claim.certainty,
      tie = shown ~= nil and unit.kind ~= nil and shown.tied ~= nil,          -- other words for the same are no tie
      others = clashes[unit.field] and count_others(list, shown) or 0 } or nil
    for _, column in ipairs(unit.columns) do by_column[column] = standing end
  end
  return by_column
end

return standing_of_fields
