--- Random steps that put rows below each other, union, unpivot and complete, and that draw some,
-- sample, for random_queries.

local chance = require "spec.support.chance"
local traits = require "parley.base.traits"

local growing = require "spec.support.random_queries.growing"
local add, column_named, firm, fresh = growing.add, growing.column_named, growing.firm, growing.fresh
local known, start = growing.known, growing.start
local pick = chance.pick

local VERBS = {}
local reshaping = { VERBS = VERBS, steps = {} }          -- steps: the verbs that change one relation alone

local NUMERIC = { integer = true, number = true }

local function common_type(list)
  local type = list[1].type
  for _, column in ipairs(list) do
    if column.soft or column.day_only then return nil end
    if column.type ~= type then
      if not (NUMERIC[column.type] and NUMERIC[type]) then return nil end
      type = "number"
    end
  end
  return type
end

local function bound_of(column) return column.bound or 2.0 ^ 63 end

-- Places after the point; integers beyond 2^53 lose some as numbers, and their sums are not exact.
local function bits_of(column, type)
  if column.type == type then return column.bits end
  return bound_of(column) < 2.0 ^ 53 and 0 or nil
end

-- Traits that all columns have; parley.base.traits are the same where their fields are.
local function common_traits(list)
  for _, column in ipairs(list) do
    if not (column.traits and list[1].traits and traits.same(column.traits, list[1].traits)) then return nil end
  end
  return list[1].traits
end

local function greater(a, b) return a and b and math.max(a, b) end

-- The record of a column that several come into; nil where they cannot.
local function merged(name, list)
  local made = { name = name, type = common_type(list), bound = 0, bits = 0, length = 0, datelike = true, samples = {},
    traits = common_traits(list) }
  if not made.type then return nil end
  for _, column in ipairs(list) do
    made.bound = math.max(made.bound, bound_of(column))
    made.bits, made.length = greater(made.bits, bits_of(column, made.type)), greater(made.length, column.length)
    made.datelike = made.datelike and column.datelike
    if made.type == column.type then
      table.move(column.samples or {}, 1, #(column.samples or {}), #made.samples + 1, made.samples)
    end
  end
  return made
end

local function order_after(state, other) return known(state) and known(other) and "fixed" or "none" end

-- Steps over the same table: some rows, some columns, some order.
local function below(state)
  local steps = reshaping.steps
  local lower = start(state.made)
  if chance.of(0.5) then steps.where(lower) end
  if chance.of(0.4) then steps.sort(lower) end
  if chance.of(0.3) then steps.limit(lower) end
  if chance.of(0.4) then steps.select(lower) end
  return lower
end

local function meeting(state, lower)
  local columns = {}
  for i, column in ipairs(state.columns) do
    local other = column_named(lower, column.name)
    columns[i] = merged(column.name, { column, other })
    if not columns[i] then return nil end
  end
  for _, column in ipairs(lower.columns) do
    if not column_named(state, column.name) then
      columns[#columns + 1] = merged(column.name, { column })
      if not columns[#columns] then return nil end
    end
  end
  return columns
end

function VERBS.union(state)
  if state.dynamic or state.renamed then return false end
  local lower = below(state)
  local columns = not (lower.may_fail or lower.dynamic) and meeting(state, lower)
  if not columns then return false end
  add(state, "union", { { table = state.made, steps = lower.steps } }, {
    [#lower.steps > 0 and "union:query" or "union:frame"] = true })
  state.order, state.columns, state.rows = order_after(state, lower), columns, state.rows + lower.rows
  return true
end

-- Some columns whose values can come into one.
local function alike(state)
  local columns = firm(state)
  if #columns == 0 then return nil end
  local list = { pick(columns) }
  for _, column in ipairs(chance.some(columns, 1, 3)) do
    local taken = column == list[1] or column == list[2] or column == list[3]
    if not taken and merged("", table.move(list, 1, #list, 2, { column })) then list[#list + 1] = column end
  end
  return list
end

function VERBS.unpivot(state)
  if state.dynamic or state.renamed then return false end
  local list = alike(state)
  if not list then return false end
  local names, taken, columns = {}, {}, {}
  for i, column in ipairs(list) do names[i], taken[column] = column.name, true end
  for _, column in ipairs(state.columns) do
    if not taken[column] then columns[#columns + 1] = column end
  end
  local head, value = fresh(state), fresh(state)
  add(state, "unpivot", { { columns = names, names = head, values = value } }, { ["unpivot:" .. #list] = true })
  columns[#columns + 1] = { name = head, type = "text", length = 100, samples = names }
  columns[#columns + 1] = merged(value, list)
  state.columns, state.rows, state.order = columns, state.rows * #list, known(state) and "fixed" or "none"
  return true
end

local GRIDS = { integer = { "0/3", "-2/1", { 20, 1, 20 } }, boolean = { { true, false }, { false } },
  text = { { "a", "" }, { "A", "b", "a" } } }

function VERBS.complete(state)
  if state.dynamic or state.renamed then return false end
  local given, columns, made = {}, {}, 1
  for _, column in ipairs(chance.some(firm(state), 1, 2)) do
    if not GRIDS[column.type] then return false end
    given[column.name], made = pick(GRIDS[column.type]), made * 4
  end
  for i, column in ipairs(state.columns) do
    columns[i] = merged(column.name, { column })
    if not columns[i] then return false end
    -- values that were not there before; of texts, some are no dates
    if given[column.name] then columns[i].datelike, columns[i].bound = nil, math.max(columns[i].bound, 2025) end
  end
  if next(given) == nil then return false end
  add(state, "complete", { given })
  state.columns, state.rows, state.order = columns, state.rows + made, known(state) and "fixed" or "none"
  return true
end

-- Lists of two and three items, made of the texts of a column and split again.
function VERBS.split(state)
  if state.dynamic or state.renamed then return false end
  local list = {}
  for _, column in ipairs(firm(state)) do
    if column.type == "text" and not column.soft and not column.day_only then list[#list + 1] = column end
  end
  if #list == 0 then return false end
  local column, name = pick(list), fresh(state)
  local other = pick(list)
  add(state, "with", { ('"%s" .. \'; \' .. "%s" as %s'):format(column.name, other.name, name) }, {})
  add(state, "split", { name }, {})
  local columns = table.move(state.columns, 1, #state.columns, 1, {})
  columns[#columns + 1] = { name = name, type = "text", length = (column.length or 100) + (other.length or 100) }
  state.columns = columns
  state.rows, state.order = state.rows * 2, known(state) and "fixed" or "none"
  return true
end

-- Rows are drawn by their values, which have to be the same to the last bit.
function VERBS.sample(state)
  if state.dynamic or state.renamed or #firm(state) < #state.columns or #state.columns == 0 then return false end
  local n = pick { 0, 1, 2, 5, 20, 1000 }
  add(state, "sample", { n, math.random(-3, 3) })
  state.rows, state.order = math.min(state.rows, n), "fixed"
  return true
end

return reshaping
