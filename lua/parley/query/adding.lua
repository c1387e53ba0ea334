--- What an aggregate would add that does not add up: numbers of several units or bases, parts beside their whole,
-- several readings of one thing, counts so far beside those before. The data tell, when the query runs; total() is what
-- adds such rows.

local amount_plans = require "parley.base.amount_plans"
local as_of = require "parley.query.steps.as_of"
local bound = require "parley.query.bound"
local carried = require "parley.query.carried"
local errors = require "parley.base.errors"
local row_key = require "parley.query.row_key"
local select_ = require "parley.query.steps.select"
local tree = require "parley.query.tree"
local typed = require "parley.query.typed_nodes"

local adding = {}

-- Rows ------------------------------------------------------------------------------------------------------------

-- A unit, or that of the row it refers to, as the table's rules say.
local function unit_node(link, one)
  if one.part ~= "unit" and one.part ~= "measure_unit" then return typed.column(one) end
  local info = link.home.table_info and link.home:table_info(one.origin)
  local plan, path = info and (one.part == "unit" and info.adds or info.measures) or {}, {}
  for name in ((plan.unit or {})[2] or ""):gmatch "[^.]+" do path[#path + 1] = name end
  if #path == 0 then return typed.column(one) end
  local found, via, place = bound.column(link, path)
  if not (found and via) then return typed.column(one) end
  local other = { kind = "column", path = path, column = found, via = via, place = place, type = found.type, pos = 1 }
  return typed.call("coalesce", "text", typed.column(one), other)
end

-- What a column says of how a quantity adds up: measures have a unit of their own, and no basis.
local OF_MEASURE = { unit = false, basis = false, measure_unit = "unit" }
local OF_COUNT = { measure_unit = false }

local function role_of(one, column)
  if type(column.adds) == "string" then
    if one.part == amount_plans.part(column.adds) then return "unit" end
    return one.part == "id" and "id" or one.quantity == column.quantity and one.bound
  end
  if amount_plans.is_own_unit(one.part) then return nil end
  local other = (column.type == "number" and OF_MEASURE or OF_COUNT)[one.part]
  if other ~= nil then return other end
  return one.part or one.quantity == column.quantity and one.bound
end

-- The columns that the rules speak of, as items, where they are at hand: bounds, and what says how they add up. Of two
-- columns that are the same bound, one tells whether there is a number; what else there is twice (the second result)
-- leaves open which of them says how the column adds up.
local function rule_items(link, column)
  local list, seen, twins = {}, {}, nil
  for _, one in ipairs(link.columns) do
    local name = role_of(one, column)
    if name and one.origin == column.origin and seen[name] then
      twins = twins or not one.bound and { part = name, name = column.name, first = seen[name].name, second = one.name }
    elseif name and one.origin == column.origin then
      seen[name] = one
      local node = name == "unit" and unit_node(link, one) or typed.column(one)
      list[#list + 1] = { name = "rule_" .. name, node = node }
    end
  end
  return list, twins
end

-- The column that a later one, maybe of another name, was.
local function same_column(link, column)
  for _, one in ipairs(link.columns) do
    if one.origin == column.origin and one.part == column.part and (one.part or one.name == column.name) then
      return one
    end
  end
end

-- The link whose rows are looked at: the one before the step, or one with the same rows, or with these among its rows,
-- where the columns of the rules were still there, each once. What does not add up there may not here, where nothing
-- can tell. And the keys, which are columns there.
local function rows_at(link)
  local at, keys = link.before, link.step.keys or {}
  local here, unclear = rule_items(at, link.step.adding.column)
  local best, look, found = #here, at, at
  while look.step and (look.step.keeps_rows or look.step.leaves_rows) do
    look = look.before
    local items, twins = rule_items(look, link.step.adding.column)
    local tells_more = #items > best or unclear and #items == best
    if tells_more and not twins then best, found, unclear = #items, look, nil end
  end
  if found == at then return at, keys end
  local there = {}
  for i, key in ipairs(keys) do
    local one = key.node.kind == "column" and same_column(found, key.node.column)
    if not one then return at, keys end
    there[i] = { node = typed.column(one) }
  end
  return found, there
end

local function with_columns(items)
  for _, item in ipairs(items) do
    item.text = item.text or item.name
    item.column = { name = item.name, type = item.node.type }
  end
  return items
end

local function select_link(link, items) return select_.link(link, with_columns(items), {}) end

-- The rows before a step: the columns of the rules, and the keys of their groups.
local function rows_of(link, day)
  local before, keys = rows_at(link)
  local items, twins = rule_items(before, link.step.adding.column)
  if twins then errors.raise("bad_expression.twin_bounds", twins) end
  if #items == 0 then return {} end                        -- nothing can tell
  for i, key in ipairs(keys) do items[#items + 1] = { name = "key_" .. i, node = key.node } end
  local at = as_of.link(select_link(before, items), day)
  local engine, list = at.home:engine(), {}
  for row in engine.rows(engine.compile { home = at.home, info = at.info, bound = at }) do list[#list + 1] = row end
  return list
end

local function group_of(row, keys) return row_key.of(keys, function(at) return row["key_" .. at] end) end

-- Faults ----------------------------------------------------------------------------------------------------------

local function described(row, part) return row["rule_" .. part] or "no " .. part end

local MOST_WORDS <const> = 4

-- Two rows whose unit, or basis, is not the same.
local function differ(rows, part)
  local seen, words, first = {}, {}, nil
  for _, row in ipairs(rows) do
    local word, value = described(row, part), row["rule_" .. part]
    if not seen[word] then seen[word], words[#words + 1] = true, word end
    if value and (not first or value < first) then first = value end
  end
  table.sort(words)
  local some = table.concat(words, ", ", 1, math.min(#words, MOST_WORDS))
  return #words > 1 and { what = part, first = first, words = some .. (#words > MOST_WORDS and ", …" or "") }
end

-- A row that stands beside another one of which it is a part, near or far.
local function part_beside(rows, wholes)
  local here = {}
  for _, row in ipairs(rows) do here[row.rule_id or 0] = true end
  for _, row in ipairs(rows) do
    local above, seen = row.rule_whole, {}
    while above and not seen[above] do
      if here[above] and above ~= row.rule_id then return { part = row.rule_id, whole = above } end
      seen[above], above = true, wholes[above]
    end
  end
end

-- Two rows with the same value of a part.
local function twins(rows, part, condition)
  local first = {}
  for _, row in ipairs(rows) do
    local value = row["rule_" .. part]
    local other = value ~= nil and first[value]
    if other and (condition(row) or condition(other)) then return { id = row.rule_id, other = other.rule_id } end
    if value ~= nil then first[value] = row end
  end
end

local function always() return true end
local function is_cumulative(row) return row.rule_counting == "cumulative" end

-- A count so far that answers nothing in particular, beside any other row: what it covers is not known.
local function count_of_nothing(rows)
  for i, row in ipairs(rows) do
    if is_cumulative(row) and row.rule_of == nil and #rows > 1 then
      return { id = row.rule_id, other = rows[i == 1 and 2 or 1].rule_id }
    end
  end
end

local function check_group(adds, rows, wholes)
  local text = { text = adds.text }
  local function refuse(key, found)
    if found then errors.raise(key, setmetatable(found, { __index = text })) end
  end
  local units = differ(rows, "unit")
  if units and type(adds.column.adds) == "string" then units.what = adds.column.adds
  elseif units and adds.column.type == "number" then units.what = "measure_unit" end
  refuse("bad_argument.adds_units", units or differ(rows, "basis"))
  refuse("bad_argument.adds_parts", part_beside(rows, wholes))
  refuse("bad_argument.adds_alternatives", twins(rows, "alternative", always))
  refuse("bad_argument.adds_counts", twins(rows, "of", is_cumulative) or count_of_nothing(rows))
end

local function has_number(row) return (row.rule_low or row.rule_best or row.rule_high) ~= nil end

--- Raises where a step would add what does not add up.
---@param link table  of a step that is `adding`
---@param day integer?  the day whose knowledge is asked for
function adding.check(link, day)
  local groups, order, wholes, keys = {}, {}, {}, #(link.step.keys or {})
  for _, row in ipairs(rows_of(link, day)) do
    if row.rule_id then wholes[row.rule_id] = row.rule_whole end
    if has_number(row) then
      local key = group_of(row, keys)
      if not groups[key] then groups[key], order[#order + 1] = {}, key end
      table.insert(groups[key], row)
    end
  end
  for _, key in ipairs(order) do check_group(link.step.adding, groups[key], wholes) end
end

local BOUNDS = { rule_low = true, rule_best = true, rule_high = true }

-- The column that has the unit, or the basis, of another one, on a link or one before it of which it has the rows, or
-- some of them; that link.
local function part_of(link, column, part)
  while true do
    for _, one in ipairs(link.columns) do
      if one.origin == column.origin and role_of(one, column) == part then return one, link end
    end
    local step = link.step
    if not (step and (step.keeps_rows or step.carry or step.carry_along)) then return nil end
    link = link.before
  end
end

-- Items of an earlier link, of the rows of a later one; nil where these cannot be told.
local function select_along(from, to, items)
  local at = to
  while not rawequal(at, from) and at.step.keeps_rows do at = at.before end
  if rawequal(at, from) then return select_link(from, items) end
  if not carried.can_be(from, to) then return nil end
  local rows, list = carried.rows(from, to, with_columns(items))
  for i, item in ipairs(list) do item.name = items[i].name end
  return select_link(rows, list)
end

-- What tells the part of a row and whether it has a number: the bounds, or else what was worked out from them.
local function part_items(link, column, name, part)
  local items, known = {}, false
  for _, item in ipairs((rule_items(link, column))) do
    known = known or BOUNDS[item.name]
    if BOUNDS[item.name] or item.name == "rule_" .. part then items[#items + 1] = item end
  end
  local own = not known and link.by_name[name]
  if own then items[#items + 1] = { name = "rule_best", node = typed.column(own) } end
  return items
end

-- What amounts differ in, or the one they share, and the column that has it; nil where nothing tells.
local function told_in(link, column, day, part)
  local of = column.derived or column
  local told_by, at = part_of(link, of, part)
  local chosen = told_by and select_along(at, link, part_items(at, of, column.name, part))
  if not chosen then return nil end
  local rows, last = {}, as_of.link(chosen, day)
  local engine = last.home:engine()
  for row in engine.rows(engine.compile { home = last.home, info = last.info, bound = last }) do
    if has_number(row) then rows[#rows + 1] = row end
  end
  return differ(rows, part), told_by, rows[1] and rows[1]["rule_" .. part]
end

--- The units that the amounts of a column count in, where there are several: in words, the first of them, and the
--- column that has them.
---@param link table  whose rows are looked at
---@param column table  of it or worked out from its columns; one that says how it adds up
---@param day integer?
---@return { words: string, first: string, unit: string }? found
function adding.units(link, column, day)
  local found, unit = told_in(link, column, day, "unit")
  return found and { words = found.words, first = (found.first:gsub("'", "''")), unit = unit.name }
end

-- Whether a condition on the rows speaks of the column, so that whoever asked knows what it holds.
local function is_asked_for(link, teller)
  local function is_teller(node)
    return node.kind == "column" and node.column.origin == teller.origin and node.column.part == teller.part
  end
  while link.step do
    for _, condition in ipairs(link.step.conditions or {}) do
      if tree.find(condition.node, is_teller) then return true end
    end
    link = link.before
  end
  return false
end

-- Whether some column of the rows is a unit, be it that of the row they refer to.
local function has_unit(link)
  for _, column in ipairs(link.columns) do
    if amount_plans.is_unit(column.part) then return true end
  end
  return false
end

-- What is to be told of the unit, or the basis, of a column: several, or one unit that nobody has asked for.
local function untold_of(link, column, day, part)
  local found, teller, only = told_in(link, column, day, part)
  if found then return { key = part, columns = column.name, words = found.words, teller = teller.name } end
  if part ~= "unit" or not only or has_unit(link) or is_asked_for(link, teller) then return nil end
  return { key = "one_unit", columns = column.name, words = only, teller = teller.name }
end

-- Whether a column is still there after further steps, which brought no column of the part.
local function is_left(column, part, after)
  local one = after.by_name[column.name]
  if not (one and one.adds and one.origin == column.origin) then return false end
  for _, other in ipairs(after.columns) do
    if other.origin == column.origin and role_of(other, column.derived or column) == part then return false end
  end
  return true
end

-- Adds the columns whose units, or bases, stand in no column.
local function add_untold(list, link, day, part, after)
  local by_teller = {}
  for _, column in ipairs(link.columns) do
    local teller, at
    if column.adds and (not after or is_left(column, part, after)) then
      teller, at = part_of(link, column.derived or column, part)
    end
    local key = teller and at ~= link and ("%s.%s"):format(teller.origin, teller.name)
    local told = key and by_teller[key]
    if told then
      told.columns = told.columns .. ", " .. column.name
    elseif key and told == nil then
      told = untold_of(link, column, day, part) or false
      by_teller[key], list[#list + 1] = told, told or nil
    end
  end
end

--- What is to be told of amounts whose units, or bases, stand in no column of their rows: several, which whoever reads
--- or saves the rows would take for one; or one unit, where no condition names it.
---@param link table
---@param day integer?
---@param after table?  a later link: of the amounts that are still there
---@return { key: "unit"|"one_unit"|"basis", columns: string, words: string, teller: string }[]
function adding.untold(link, day, after)
  local list = {}
  add_untold(list, link, day, "unit", after)
  add_untold(list, link, day, "basis", after)
  return list
end

return adding
