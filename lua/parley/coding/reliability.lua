--- How far the coders of a dataset agree, field by field.
-- Units are those of parley.coding.unit_matching: of several coders, who come in the order of their names, the groups
-- that they make one after the other. What a coder says nothing of is missing, and no value.
-- The level of a field is that of its column: dates are date, quantities range, other numbers interval, references that
-- take several are set, and all else nominal. What is denied is a value of its own, at the nominal level.

local agreement = require "parley.coding.agreement"
local claim_rows = require "parley.analysis.claim_rows"
local coded_units = require "parley.coding.coded_units"
local errors = require "parley.base.errors"
local matched_things = require "parley.coding.matched_things"
local options = require "parley.base.options"
local public_call = require "parley.base.public_call"
local ratings = require "parley.coding.ratings"
local reliability_options = require "parley.coding.reliability_options"
local scope_of = require "parley.analysis.scope"
local stated_pairs = require "parley.coding.stated_pairs"
local suggest = require "parley.base.suggest"

local reliability = {}

local KNOWN = { "coders", "table", "fields", "source", "level", "bootstraps", "seed", "pairs", "apart" }

-- ## Levels

local function own_level(field)
  if field.type == "date" then return "date" end
  if field.type == "quantity" then return "range" end
  if field.several then return "set" end
  return (field.type == "integer" or field.type == "number") and "interval" or "nominal"
end

local function level_of(field, level)
  if type(level) == "table" then level = level[field.field] end
  return level or own_level(field)
end

-- Words of a vocabulary have its order.
local function order_of(ds, field)
  return field.vocabulary and reliability_options.order(ds:term_codes(field.vocabulary)) or nil
end

-- A bound that nobody knows is open.
local function ends_of(reading)
  local readings = require "parley.analysis.readings"
  local first, last = reading.first, reading.last
  return first ~= readings.LEAST and first or nil, last ~= readings.MOST and last or nil
end

-- A function from a reading to the value of a level.
local function reader(ds, field, level)
  local said = { field = field.field, order = level == "ordinal" and order_of(ds, field) or nil }
  local is_period = (level == "date" or level == "range") and (field.type == "date" or field.type == "quantity")
  return function(reading)
    if is_period then return ratings.period(ends_of(reading)) end
    if level == "interval" or level == "ratio" or level == "date" or level == "range" then
      return ratings.read(level, reading.text, said)
    end
    return ratings.read(level, reading.denied and "not " .. reading.key or reading.key, said)
  end
end

-- ## Ratings

-- What coders say of a field of the units of a table.
local function ratings_of(ds, of, field, coders, sources, level)
  local rated, read = ratings.field(level, coders), reader(ds, field, level)
  for _, group in public_call.each(of.groups) do
    if not sources or sources[group.head.source] then
      for i, coder in ipairs(coders) do
        local unit = group.units[coder]
        local reading = unit and coded_units.reading(unit, field.at, of.case)
        if reading and (level == "nominal" or not reading.denied) then
          rated:add(group, i, reading, read)
        end
      end
    end
  end
  return rated:finish()
end

-- ## The call

-- Refuses the name of a field that no table has.
local function check_field(name, infos)
  local claim_units, known = require "parley.analysis.claim_units", {}
  for _, info in ipairs(infos) do
    for _, unit in ipairs(claim_units.of_table(info)) do
      if unit.field == name then return end
      known[#known + 1] = unit.field
    end
  end
  errors.raise("no_column.reliability_field", { name = tostring(name), known = known })
end

local function check_fields(given, infos)
  local wanted = scope_of.list(given.fields, "fields")
  if not wanted then return nil end
  local set = {}
  for _, name in ipairs(wanted) do
    check_field(name, infos)
    set[name] = true
  end
  return set
end

-- One level, or one by the name of a field, which some table has to have.
local function check_levels(ds, level)
  if type(level) ~= "table" then return ratings.check_level(level) end
  for name, one in pairs(level) do
    ratings.check_level(one)
    check_field(name, (claim_rows.tables(ds)))
  end
end

-- The coders that are named, or all who have coded something of the tables.
local function coders_of(ds, given, infos, scope)
  local known = coded_units.coders(ds, infos, scope)
  local wanted = scope_of.list(given.coders, "coders")
  if not wanted then return known end
  local names = {}
  for _, name in ipairs(wanted) do
    coded_units.check_coder(name, known)
    if not suggest.contains(names, name) then names[#names + 1] = name end
  end
  table.sort(names)
  return names
end

--- How far coders agree: rows as parley.coding.agreement has them, for each judged field, or each that is named.
---@param ds parley.Dataset
---@param given table?
---@return parley.Frame
function reliability.of_dataset(ds, given)
  given = options.check(given, "reliability{}", KNOWN)
  check_levels(ds, given.level)
  local drawing = reliability_options.drawing(given)
  local infos, scope, sources = matched_things.scope(ds, given)
  local fields = check_fields(given, infos)
  local coders = coders_of(ds, given, infos, scope)
  scope.coders = coders
  local paired, apart = stated_pairs.of(ds, infos, coders, scope, given, false)
  local by_name = matched_things.of(ds, infos, { coders = coders, scope = scope, pairs = paired, apart = apart })
  local rows = {}
  for _, info in ipairs(infos) do
    local of = by_name[info.name]
    for _, field in ipairs(of.case.fields) do
      if fields and fields[field.field] or not fields and field.kind then
        local rated = ratings_of(ds, of, field, coders, sources, level_of(field, given.level))
        if #rated.units > 0 then agreement.add(rows, { table = info.name, field = field.field }, rated, drawing) end
      end
    end
  end
  return require("parley.frame.from_rows").lists(agreement.COLUMNS, rows)
end

return reliability
