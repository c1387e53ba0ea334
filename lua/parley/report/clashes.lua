--- Clashes: what disagrees on each day of the slider, as ds:disagreements() tells it on that day. Only things of which
-- something is reported on a day can clash otherwise than before; they are compared in the claims and rows that the
-- report has read for all days at once. Which claim is shown, and why, is decided where the analysis decides it.

local claim_rows = require "parley.analysis.claim_rows"
local content = require "parley.report.content"
local deciding = require "parley.analysis.deciding"
local disagreements = require "parley.analysis.disagreements"
local wholes_and_parts = require "parley.analysis.wholes_and_parts"

local clashes = {}

-- Days ------------------------------------------------------------------------------------------------------

-- The claims about a thing that were reported by a position of the slider.
local function claims_by(c, thing, position)
  local day, found = c.days[position], {}
  for _, claim in ipairs(thing and thing.in_order or {}) do
    if claim.reported_end and claim.reported_end <= day then found[#found + 1] = claim end
  end
  return found
end

-- What was shown of a thing at a position; nil before its first report.
local function row_at(thing, position)
  local row
  for _, state in ipairs(thing.states) do
    if state[1] > position then break end
    row = state[2]
  end
  return row
end

-- For each position, the things of which something was reported, and the wholes they are or were part of.
local function changed_things(c)
  local changed = {}
  local function note(position, thing)
    if not thing or not thing.told then return end
    changed[position] = changed[position] or {}
    changed[position][thing] = true
  end
  for _, of in ipairs(c.tables) do
    for _, thing in ipairs(of.read) do
      for _, claim in ipairs(thing.in_order) do
        local position = content.position(c, claim.reported_end)
        note(position, thing)
        for _, state in ipairs(wholes_and_parts.has(of.info) and thing.states or {}) do
          note(position, of.by_id[state[2].part_of])
        end
      end
    end
  end
  return changed
end

-- A set of things in the order of the tables, and of their ids.
local function in_order(set, place)
  local list = {}
  for thing in pairs(set or {}) do list[#list + 1] = thing end
  table.sort(list, function(a, b)
    if a.table ~= b.table then return place[a.table] < place[b.table] end
    return a.at < b.at
  end)
  return list
end

-- Claims ----------------------------------------------------------------------------------------------------

-- The position from which the claims about a thing do not all say the same of a unit; nil where they always do.
local function differing_from(c, list)
  local first_of, earliest, second = {}, nil, nil
  for _, reading in ipairs(list) do
    local at = content.position(c, reading.claim.reported_end)
    if reading.claim.denied then second = math.min(second or at, at) end
    first_of[reading.key] = math.min(first_of[reading.key] or at, at)
  end
  for _, at in pairs(first_of) do
    if not earliest or at < earliest then
      earliest, at = at, earliest
    end
    if at then second = math.min(second or at, at) end
  end
  return second
end

-- The units about which the claims about a thing can clash at a position. Of most things nothing ever differs.
local function units_in_question(c, thing, position)
  if not thing.differs then
    thing.differs = {}
    for i, unit in ipairs(thing.table.units) do
      local from = unit.kind and thing.readings and differing_from(c, thing.readings[i])
      if from then table.insert(thing.differs, { unit, from }) end
    end
  end
  local units = {}
  for _, one in ipairs(thing.differs) do
    if one[2] <= position then units[#units + 1] = one[1] end
  end
  return units
end

-- Wholes ----------------------------------------------------------------------------------------------------

-- The things that are or were part of each whole, in the order of their ids.
local function parts_of(of)
  local parts = {}
  for _, thing in ipairs(wholes_and_parts.has(of.info) and of.read or {}) do
    local seen = {}
    for _, state in ipairs(thing.states) do
      local whole = state[2].part_of
      if whole and not seen[whole] then
        seen[whole], parts[whole] = true, parts[whole] or {}
        table.insert(parts[whole], thing)
      end
    end
  end
  return parts
end

-- What is shown at a position of a whole, its parts, and all it is part of.
local function tree_at(whole, parts, position)
  local rows, seen, at = {}, {}, whole
  for _, part in ipairs(parts) do rows[#rows + 1] = row_at(part, position) end
  while at and not seen[at] do
    local row = row_at(at, position)
    rows[#rows + 1], seen[at] = row, true
    at = row and whole.table.read_by_id[row.part_of]
  end
  return rows
end

local function clash_of_parts(c, whole, parts, position)
  local of = whole.table
  local row = wholes_and_parts.clash(of.info, of.units, whole.id, tree_at(whole, parts, position), function(id)
    return claims_by(c, of.read_by_id[id], position)
  end)
  return row and disagreements.record(row)
end

-- The whole -------------------------------------------------------------------------------------------------

--- What gives the rows of the things of which something is reported at a position of the slider, as records of
--- disagreements(), and these things.
---@param c table  the content of the report
---@return fun(position: integer): table[], table[]
function clashes.by_day(c)
  local changed, policy, place, parts = changed_things(c), claim_rows.policy(c.ds), {}, {}
  for i, of in ipairs(c.tables) do place[of], parts[of] = i, parts_of(of) end
  return function(position)
    local rows, things = {}, in_order(changed[position], place)
    for _, thing in ipairs(things) do
      local units, of = units_in_question(c, thing, position), thing.table
      local found = #units > 0 and disagreements.of_claims(of.info, thing.id, units, claims_by(c, thing, position),
        c.canonical, policy, deciding.of(c.ds, of.info)) or {}
      table.move(found, 1, #found, #rows + 1, rows)
      if parts[of][thing.id] then rows[#rows + 1] = clash_of_parts(c, thing, parts[of][thing.id], position) end
    end
    return rows, things
  end
end

return clashes
