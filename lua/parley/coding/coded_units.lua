--- Coded units: what a coder says about a thing as one source has it, whatever number of claims that took.
-- Of several claims that say something of one field the firmest counts, and of equally firm ones the last.

local claim_units = require "parley.analysis.claim_units"
local coded_claims = require "parley.storage.statements.coded_claims"
local errors = require "parley.base.errors"
local item_lists = require "parley.base.item_lists"
local public_call = require "parley.base.public_call"
local readings = require "parley.analysis.readings"

local coded_units = {}

--- What one coder says of a thing in a source. The values of its fields are a list, as parley.analysis.readings has it.
---@class parley.CodedUnit
---@field key string source and id
---@field coder string
---@field source string
---@field id string
---@field locator string?
---@field denied boolean

-- ## Reading

local function types_of(info, names)
  local types = {}
  for i, name in ipairs(names) do
    types[i] = "any"
    for _, column in ipairs(info.columns) do
      if column.claim_name == name and column.type == "boolean" then types[i] = "boolean" end
    end
  end
  return types
end

-- The first of its values is its weight as a state.
local function record(coder, source, id, locator, polarity, weight, place, ...)
  if coder == nil then return nil end
  return { key = source .. "\0" .. id, coder = coder, source = source, id = id, locator = locator,
    denied = polarity == "denied", weight = weight or 0, place = place, ... }
end

local function standing(weight)
  return function(a, b)
    local x, y = a[weight] or 0, b[weight] or 0
    if x ~= y then return x < y end
    return a.place < b.place
  end
end

local BY_WEIGHT, BY_STATE = standing "weight", standing(1)

-- Whether a claim says something of a field.
local function speaks(claim, field)
  for i = field.from + 1, field.from + #field.names do
    if claim[i] ~= nil then return true end
  end
  return false
end

local function overlay(unit, claims, fields, is_state)
  table.sort(claims, is_state and BY_STATE or BY_WEIGHT)
  for _, claim in ipairs(claims) do
    for _, field in ipairs(fields) do
      if (field.over_time == true) == is_state and speaks(claim, field) then
        for i = field.from + 1, field.from + #field.names do unit[i] = claim[i] end
        unit.denials[field.from] = claim.denied
      end
    end
  end
end

-- One unit of several claims.
local function merged(claims, fields)
  local first, locators, seen = claims[1], {}, {}
  local unit = { key = first.key, coder = first.coder, source = first.source, id = first.id, denied = false,
    denials = {} }
  table.sort(claims, BY_WEIGHT)
  for _, claim in ipairs(claims) do
    if claim.locator and not seen[claim.locator] then
      seen[claim.locator], locators[#locators + 1] = true, claim.locator
    end
  end
  table.sort(locators)
  unit.locator = #locators > 0 and table.concat(locators, "; ") or nil
  overlay(unit, claims, fields, false)
  overlay(unit, claims, fields, true)
  return unit
end

local function add(by_coder, claim)
  local units = by_coder[claim.coder]
  if not units then
    units = { keys = {}, by_key = {} }
    by_coder[claim.coder] = units
  end
  local key = claim.key
  local known = units.by_key[key]
  if not known then
    units.by_key[key], units.keys[#units.keys + 1] = claim, key
  elseif known.claims then
    known.claims[#known.claims + 1] = claim
  else
    units.by_key[key] = { claims = { known, claim } }
  end
end

-- The units of a coder, by source and id.
local function listed(units, fields)
  table.sort(units.keys)
  local list = {}
  for i, key in public_call.each(units.keys) do
    local unit = units.by_key[key]
    if unit.claims then unit = merged(unit.claims, fields) end
    list[i] = unit
  end
  return list
end

-- The fields of a table of which any claim says something, each with its place and where its values stand in a unit;
-- and the names of these values.
local function used(ds, info, scope)
  local all, names, counts = claim_units.of_table(info), {}, {}
  for _, field in ipairs(all) do table.move(field.names, 1, #field.names, #names + 1, names) end
  for i, n in ipairs { coded_claims.counts(ds.store, info, names, scope) } do counts[names[i]] = n end
  local fields, list = {}, {}
  for _, field in ipairs(all) do
    local n = 0
    for _, name in ipairs(field.names) do n = n + counts[name] end
    if n > 0 then
      field.at, field.from, fields[#fields + 1] = #fields + 1, #list + 1, field
      table.move(field.names, 1, #field.names, #list + 1, list)
      local column = info.by_name[field.field]
      field.references, field.several, field.vocabulary = column.references, column.several, column.vocabulary
    end
  end
  return fields, list
end

--- The units of each coder, in the order of their sources and ids; and the fields that any of them says something of:
--- those of parley.analysis.claim_units, each `at` its place, with what its column refers to.
---@param ds parley.Dataset
---@param info table
---@param scope parley.CodedScope
---@return table<string, parley.CodedUnit[]> lists, table[] fields
function coded_units.read(ds, info, scope)
  ds:ensure(info.name)
  local fields, names = used(ds, info, scope)
  local by_coder, lists, rows = {}, {}, 0
  local step, state, control, closing <close> = coded_claims.each(ds.store, info, names, scope, types_of(info, names))
  local claim = record(step(state, control))
  while claim do
    rows = rows + 1
    if rows % 256 == 0 then public_call.tell(rows) end
    add(by_coder, claim)
    claim = record(step(state, control))
  end
  for coder, units in pairs(by_coder) do lists[coder] = listed(units, fields) end
  return lists, fields, closing and nil
end

-- ## Fields

-- Ids of things that were paired stand for one.
local function with_same(reading, field, same)
  if not (field.references and same.has(field.references)) then return end
  if not (field.several and item_lists.is_list(reading.text)) then
    reading.key = same.id(field.references, reading.text)
    return
  end
  local items = item_lists.of(reading.text)
  for i, item in ipairs(items) do items[i] = same.id(field.references, item) end
  reading.key = item_lists.text(items)
end

-- By what a field says a reading is known again: its value, or of a quantity all of its bounds.
local function raw_of(field, unit)
  local from, n = field.from, #field.names
  if n == 1 then return unit[from + 1] end
  local a, b, c = unit[from + 1], unit[from + 2], n > 2 and unit[from + 3] or nil
  if a == nil and c == nil then return b end
  return ("%s|%s|%s"):format(a, b, c)
end

--- What a unit says of a field, as claims are compared; nil where it says nothing. Units that say the same share a
--- reading, which case.read keeps by field.
---@param unit parley.CodedUnit
---@param at integer place of the field
---@param case { fields: table[], canonical: fun(text: string): string, same: parley.SameThings, read: table[] }
---@return table?
function coded_units.reading(unit, at, case)
  local field = case.fields[at]
  local raw = raw_of(field, unit)
  if raw == nil then return nil end
  local denied = unit.denied
  if unit.denials then denied = unit.denials[field.from] or false end
  local side = denied and -at or at
  local known = case.read[side]
  if not known then
    known = {}
    case.read[side] = known
  end
  local reading = known[raw]
  if reading == nil then
    reading = readings.of(field, unit, field.from, case.canonical) or false
    if reading then
      with_same(reading, field, case.same)
      reading.denied = denied
    end
    known[raw] = reading
  end
  return reading or nil
end

--- The coders of a call: those that are named, or all that have coded one of the tables.
---@param ds parley.Dataset
---@param infos table[]
---@param scope parley.CodedScope
---@return string[] sorted
function coded_units.coders(ds, infos, scope)
  local seen, names = {}, {}
  for _, info in ipairs(infos) do
    ds:ensure(info.name)
    for name in coded_claims.coders(ds.store, info, scope) do
      if not seen[name] then seen[name], names[#names + 1] = true, name end
    end
  end
  table.sort(names)
  return names
end

--- Refuses a coder who has coded nothing.
---@param name any
---@param known string[]
function coded_units.check_coder(name, known)
  for _, other in ipairs(known) do
    if other == name then return end
  end
  errors.raise(#known > 0 and "no_name.coder_here" or "no_name.no_coders", { name = tostring(name), known = known })
end

return coded_units
