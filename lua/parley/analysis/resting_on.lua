--- Values that rest on weak claims only.
-- Method. A value that is shown rests on the claims that say the same: those which the dataset's policy considers and
-- whose reading is the one shown, or, of a date, lies within it. It is listed when none of them is firmer than the
-- certainties named: a claim is firmer when its certainty is not among them and stands above the weakest of them
-- (firmest first: on_record_quote … inferred). So {"named_medium", "inferred"} finds what other media and the coder
-- alone stand for, and not what a source narrates itself; {"anonymous"} finds what is anonymous or weaker.
-- Columns that hold wording (such as `text`) are no values. One statement per table finds the values that are taken
-- from a weak claim; only those are looked at one by one.

local claim_rows = require "parley.analysis.claim_rows"
local claim_units = require "parley.analysis.claim_units"
local compared_text = require "parley.analysis.compared_text"
local errors = require "parley.base.errors"
local records = require "parley.base.records"
local options = require "parley.base.options"
local policy = require "parley.claims.policy"
local readings = require "parley.analysis.readings"
local shown_reading = require "parley.analysis.shown_reading"
local statements = require "parley.storage.statements.readings"

local resting_on = {}

local COLUMNS = { { "table", "text" }, { "id", "text" }, { "field", "text" }, { "value", "text" },
  { "certainty", "text" }, { "claims", "integer" }, { "sources", "text" }, { "origins", "integer" } }

-- Certainties ---------------------------------------------------------------------------------------------

local function named_certainties(given)
  if type(given) == "string" then given = { given } end
  if type(given) ~= "table" then
    errors.raise("bad_type.resting_on_certainties", { got = type(given) })
  end
  local key = records.first_key(given, function(key) return math.type(key) ~= "integer" end)
  if key ~= nil then errors.raise("no_option.resting_on", { key = key }) end
  if #given == 0 then errors.raise "bad_argument.resting_on_nothing" end
  for _, code in ipairs(given) do options.one_of(code, policy.CERTAINTIES, "certainty") end
  return given
end

-- The certainties firmer than the named ones, as a set.
local function firmer_than(named)
  local among, weakest, firm = {}, math.maxinteger, {}
  for _, code in ipairs(named) do
    among[code] = true
    weakest = math.min(weakest, policy.firmness(code))
  end
  for _, code in ipairs(policy.CERTAINTIES) do
    if not among[code] and policy.firmness(code) > weakest then firm[code] = true end
  end
  return firm
end

-- Candidates ------------------------------------------------------------------------------------------------

-- Ids of the things with a value taken from a weak claim; for each, a bit for every such unit.
local function candidates(ds, info, units, firm)
  local codes, ids, masks = {}, {}, {}
  for _, code in ipairs(policy.CERTAINTIES) do
    if firm[code] then codes[#codes + 1] = code end
  end
  local scope = claim_rows.scope(ds, { day = ds:view().as_of })
  for id, mask in statements.weak(ds.store, info, units, codes, scope) do ids[#ids + 1], masks[id] = id, mask end
  return ids, masks
end

-- Values ------------------------------------------------------------------------------------------------------

-- Whether a reading says what is shown, or, of a date, lies within it.
local function supports(unit, reading, shown)
  if shown.hull then return shown_reading.has(shown, reading) end
  return reading.key == shown.key
    or unit.type == "date" and reading.first >= shown.first and reading.last <= shown.last
end

-- The claims a value rests on; nil when one of them is firm.
local function supporters(unit, list, shown, firm)
  local found = {}
  for _, reading in ipairs(list) do
    local claim = reading.claim
    if claim.weight and supports(unit, reading, shown) then
      if firm[claim.certainty] then return nil end
      found[#found + 1] = claim
    end
  end
  return found
end

-- "s1 p2; s3": each place once, by source.
local function places(claims)
  local list, seen = {}, {}
  for _, claim in ipairs(claims) do
    local place = claim.locator and claim.source .. " " .. claim.locator or claim.source
    if not seen[place] then
      seen[place], list[#list + 1] = true, place
    end
  end
  return table.concat(list, "; ")
end

local function firmest(claims)
  local best
  for _, claim in ipairs(claims) do
    if not best or policy.firmness(claim.certainty) > policy.firmness(best) then best = claim.certainty end
  end
  return best
end

-- The row of a value, when it rests on weak claims only.
local function row_of(info, id, unit, all, firm)
  local list = shown_reading.read(unit, all)
  local shown = shown_reading.of(unit, list)
  local found = shown and supporters(unit, list, shown, firm)
  return found and { info.name, id, unit.field, shown.text, firmest(found), #found, places(found),
    readings.count_origins(found) }
end

local function add_values(result, ds, info, units, firm, canonical)
  local ids, masks = candidates(ds, info, units, firm)
  local asked = claim_units.in_question(units, masks, ids)
  if #asked == 0 then return end
  claim_rows.each_thing(ds, info, claim_units.names(asked), { day = ds:view().as_of, ids = ids }, function(id, claims)
    for _, unit in ipairs(asked) do
      if masks[id] & unit.bit ~= 0 then
        result[#result + 1] = row_of(info, id, unit, readings.of_all(unit, claims, canonical), firm)
      end
    end
  end)
end

--- The values that stand on nothing firmer than these certainties, over all tables.
-- Columns: table, id, field, value; certainty (the firmest there is), claims (how many it rests on), sources (where
-- they stand), origins (how many sources that are, those that rest on one another being one).
---@param ds parley.Dataset
---@param given string[]
---@return parley.Frame
function resting_on.of_dataset(ds, given)
  local firm, result, canonical = firmer_than(named_certainties(given)), {}, compared_text.of(ds)
  for _, info in ipairs((claim_rows.tables(ds))) do
    ds:ensure(info.name)
    for _, units in ipairs(claim_units.in_masks(claim_units.judged(info))) do
      add_values(result, ds, info, units, firm, canonical)
    end
  end
  return require("parley.frame.from_rows").lists(COLUMNS, result)
end

return resting_on
