--- What stands behind the values an account tells: who says so, how firmly, and who says otherwise.
-- A value rests on the claims that say the same: those the dataset's policy considers whose reading is the one shown
-- or, of a date, lies within it. It is weak when all of them are: anonymous, inferred by the coder, or relayed, that
-- is, taken from another medium or told over more than one speaker. Of each source the best claim is cited, of a value
-- at most two sources, the best first. A footnote is a source and a place in it; they are numbered as they come.

local claim_rows = require "parley.analysis.claim_rows"
local claim_units = require "parley.analysis.claim_units"
local compared_text = require "parley.analysis.compared_text"
local readings = require "parley.analysis.readings"
local shown_reading = require "parley.analysis.shown_reading"

local sourcing = {}

local MOST_CITED = 2

---@class parley.Sourcing
local Sourcing = {}
Sourcing.__index = Sourcing

--- Nothing read and nothing cited yet.
---@param ds parley.Dataset
---@return parley.Sourcing
function sourcing.new(ds)
  local fields = { ds = ds, canonical = compared_text.of(ds), units = {}, things = {}, notes = {}, numbers = {} }
  return setmetatable(fields, Sourcing)
end

-- Reading -----------------------------------------------------------------------------------------------------

-- The units of a table by each of their columns, the columns to read, and the place of the chain after them.
local function prepare(info)
  local units = claim_units.of_table(info)
  local plan = { names = claim_units.names(units), by_field = {} }
  plan.names[#plan.names + 1], plan.chain = "chain", #plan.names + 1
  for _, unit in ipairs(units) do
    for _, column in ipairs(unit.columns) do plan.by_field[column] = unit end
  end
  return plan
end

--- Reads the claims about some things of a table.
---@param name string
---@param ids string[]
function Sourcing:load(name, ids)
  local info, things = self.ds:table_info(name), self.things[name] or {}
  self.things[name] = things
  if not info.claims or #ids == 0 then return end
  local plan = self.units[name] or prepare(info)
  self.units[name] = plan
  claim_rows.each_thing(self.ds, info, plan.names, { day = self.ds:view().as_of, ids = ids }, function(id, claims)
    things[id] = { claims = claims, facts = {} }
  end)
end

-- Facts ---------------------------------------------------------------------------------------------------------

local function same(unit, reading, shown)
  if shown_reading.has(shown, reading) then return true end
  return unit.type == "date" and reading.first >= shown.first and reading.last <= shown.last
end

-- A date that contains the one that is shown says the same, less precisely.
local function excludes(unit, reading, shown)
  if same(unit, reading, shown) then return false end
  return unit.type ~= "date" or reading.first > shown.first or reading.last < shown.last
end

-- Puts a reading with those of its key.
local function add_reading(groups, reading)
  local group = groups[reading.key]
  if not group then
    group = { text = reading.text, reading = reading, claims = {} }
    groups[reading.key], groups[#groups + 1] = group, group
  end
  table.insert(group.claims, reading.claim)
end

-- Where the hull of several readings is shown, each of them is another one, though its claims stand behind the hull.
local function build_fact(unit, all, chain)
  local list = shown_reading.read(unit, all)
  local shown = shown_reading.of(unit, list)
  if not shown then return false end
  local fact = { unit = unit, text = shown.text, shown = shown, claims = {}, others = {}, denials = {}, chain = chain }
  for _, reading in ipairs(list) do
    if reading.claim.denied then
      if reading.key == shown.key then table.insert(fact.denials, reading.claim) end
    elseif reading.claim.weight and same(unit, reading, shown) then
      table.insert(fact.claims, reading.claim)
      if shown.hull then add_reading(fact.others, reading) end
    elseif reading.claim.weight and excludes(unit, reading, shown) then
      add_reading(fact.others, reading)
    end
  end
  fact.claims = readings.standing(unit, fact.claims)
  return fact
end

--- What stands behind a field of a thing that has been loaded: the reading shown with its claims, the other readings
--- considered with theirs, and denials; nil when no claim gives it a value.
---@param name string
---@param id string
---@param field string
---@return table?
function Sourcing:fact(name, id, field)
  local thing = self.things[name] and self.things[name][id]
  local unit = thing and self.units[name].by_field[field]
  if not unit then return nil end
  if thing.facts[unit] == nil then
    local list = readings.of_all(unit, thing.claims, self.canonical)
    local fact = build_fact(unit, list, self.units[name].chain)
    if fact then fact.table, fact.id = name, id end
    thing.facts[unit] = fact
  end
  return thing.facts[unit] or nil
end

-- Weakness --------------------------------------------------------------------------------------------------------

-- Firmer kinds of weakness first; nil for a claim that is not weak.
local function weakness_of(claim, chain)
  if claim.certainty == "anonymous" then return 2 end
  if claim.certainty == "inferred" then return 3 end
  local _, hops = (claim[chain] or ""):gsub(";", "")
  if claim.certainty == "named_medium" or hops > 1 then return 1 end
end

local WEAK_ONE = { "from one source, at second hand", "from one anonymous report", "inferred" }
local WEAK_SEVERAL = { "at second hand", "from anonymous reports", "inferred" }

--- How a value that rests on weak claims only has to be qualified; nil for any other.
---@param fact table
---@return string?
function sourcing.weakness(fact)
  local firmest
  for _, claim in ipairs(fact.claims) do
    local weakness = weakness_of(claim, fact.chain)
    if not weakness then return nil end
    firmest = math.min(firmest or weakness, weakness)
  end
  return firmest and (#fact.claims == 1 and WEAK_ONE or WEAK_SEVERAL)[firmest]
end

--- Whether two facts rest on a claim of the same source, so that their values can be told as one.
---@param a table
---@param b table
---@return boolean
function sourcing.together(a, b)
  local sources = {}
  for _, claim in ipairs(a.claims) do sources[claim.source] = true end
  for _, claim in ipairs(b.claims) do
    if sources[claim.source] then return true end
  end
  return false
end

--- How many sources make some claims; those that rest on one another are one.
---@param claims table[]
---@return integer
function sourcing.count(claims) return readings.count_origins(claims) end

--- How many sources make some claims that do not stand behind a fact as well.
---@param claims table[]
---@param fact table
---@return integer
function sourcing.others(claims, fact)
  local n, seen = 0, {}
  for _, claim in ipairs(fact.claims) do seen[readings.origin(claim)] = true end
  for _, claim in ipairs(claims) do
    local origin = readings.origin(claim)
    if not seen[origin] then seen[origin], n = true, n + 1 end
  end
  return n
end

-- Footnotes -------------------------------------------------------------------------------------------------------

-- The number of the footnote for a place in a source.
local function number_of(self, claim)
  local key = claim.source .. "\0" .. (claim.locator or "")
  local number = self.numbers[key]
  if not number then
    number = #self.notes + 1
    self.numbers[key], self.notes[number] = number, { source = claim.source, locator = claim.locator }
  end
  return number
end

--- Adds the numbers of the footnotes for some claims to a list: of each source the first claim, of two sources.
---@param claims table[]
---@param list integer[]
---@return integer[]
function Sourcing:cite(claims, list)
  local seen, n = {}, 0
  for _, claim in ipairs(claims) do
    if not seen[claim.source] and n < MOST_CITED then
      seen[claim.source], n = true, n + 1
      list[#list + 1] = number_of(self, claim)
    end
  end
  return list
end

return sourcing
