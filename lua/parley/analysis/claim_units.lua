--- Units: what is compared as one where claims are held against each other: a column, or the bounds of a quantity.

local best_reading = require "parley.storage.statements.best_reading"
local core = require "parley.core"
local errors = require "parley.base.errors"

local claim_units = {}

local function add_bound(units, quantities, column)
  local unit = quantities[column.quantity]
  if not unit then
    unit = { type = "quantity", quantity = column.quantity, chosen_as = best_reading.kind(column), kind = column.kind,
      names = {}, columns = {}, bounds = {}, others = {} }
    quantities[column.quantity] = unit
    units[#units + 1] = unit
  end
  local n = #unit.names + 1
  unit.names[n], unit.columns[n], unit.bounds[column.bound] = column.claim_name, column.name, n
  if column.bound == "best" or not unit.field then unit.field = column.name end
end

-- What a unit needs to know of the quantity that it says something of.
local function amount_of(quantity)
  return { type = "quantity", names = quantity.names, bounds = quantity.bounds, others = quantity.others }
end

--- The units of a table, in the order of its columns: field (its name; of a quantity its best bound), kind, type,
--- names (columns among the claims), columns (those of the table), bounds (of a quantity: which name is which), others
--- (of a quantity: the columns among the claims that say something of it).
---@param info table
---@return table[]
function claim_units.of_table(info)
  local units, quantities, beside = {}, {}, {}
  for _, column in ipairs(info.columns) do
    if column.quantity then
      add_bound(units, quantities, column)
    elseif column.name ~= "id" then
      units[#units + 1] = { field = column.name, kind = column.kind, type = column.type, over_time = column.over_time,
        beside = column.beside, chosen_as = best_reading.kind(column),
        as_is = column.references or column.vocabulary, names = { column.claim_name }, columns = { column.name } }
      if column.beside then beside[#beside + 1] = units[#units] end
    end
  end
  for _, unit in ipairs(beside) do table.insert(quantities[unit.beside].others, unit.names[1]) end
  for _, unit in ipairs(beside) do unit.amount = amount_of(quantities[unit.beside]) end
  return units
end

--- Those units about which claims can clash: a column without a kind of disagreement is wording.
function claim_units.judged(info)
  local units = {}
  for _, unit in ipairs(claim_units.of_table(info)) do
    if unit.kind then units[#units + 1] = unit end
  end
  return units
end

-- Bits of a mask.
local MOST <const> = 62

--- Units in lists of as many as a mask has bits for: a table of many own columns takes several statements.
---@param units table[]
---@return table[][]
function claim_units.in_masks(units)
  local lists = {}
  for from = 1, #units, MOST do
    lists[#lists + 1] = table.move(units, from, math.min(from + MOST - 1, #units), 1, {})
  end
  return lists
end

--- The unit a field belongs to; a bound stands for its quantity.
---@param info table
---@param field any
---@return table
function claim_units.of_field(info, field)
  local names = {}
  for _, unit in ipairs(claim_units.of_table(info)) do
    for _, name in ipairs(unit.columns) do
      if name == field then return unit end
      names[#names + 1] = name
    end
  end
  errors.raise("no_column.field", { name = field, table = info.name, known = names })
end

--- The units that are in question for any of some things; each unit learns its bit.
---@param units table[]
---@param masks table<string, integer>  for each thing, the bits of the units in question: 1 for the first
---@param ids string[]
---@param kind string?  only units of this kind of disagreement
---@return table[]
function claim_units.in_question(units, masks, ids, kind)
  local all, list = 0, {}
  for _, id in ipairs(ids) do all = all | masks[id] end
  for i, unit in ipairs(units) do
    unit.bit = 1 << (i - 1)
    if all & unit.bit ~= 0 and (not kind or kind == unit.kind) then list[#list + 1] = unit end
  end
  return list
end

-- The question that core.choose is asked about a unit: what is chosen among, and where in a claim it is.
local function question_of(unit)
  local amount = unit.amount or unit
  local asked = { kind = unit.chosen_as, value = unit.from + 1, weight = unit.over_time and "state_weight" or "weight",
    voice = "who", place = "place", rank = "rank", preferred = "preferred" }
  for bound, at in pairs(amount.bounds or {}) do asked[bound] = amount.from + at end
  if amount.others then asked.others_from, asked.others_count = amount.others_from, #amount.others end
  return core.question(asked)
end

--- The columns of the claims that units need, in one list; each unit learns where its own begin, and what to ask
--- core.choose about it.
---@param units table[]
---@return string[]
function claim_units.names(units)
  local names = {}
  for _, unit in ipairs(units) do
    unit.from = #names
    table.move(unit.names, 1, #unit.names, #names + 1, names)
    if unit.amount then
      unit.amount.from = #names
      table.move(unit.amount.names, 1, #unit.amount.names, #names + 1, names)
    end
    local amount = unit.amount or unit
    if amount.others then
      amount.others_from = #names
      table.move(amount.others, 1, #amount.others, #names + 1, names)
    end
    unit.asked = question_of(unit)
  end
  return names
end

return claim_units
