--- pivot on columns: groups by the rows' keys and the column's value, laid out side by side.
-- Which columns there are depends on the rows, so the groups are worked out before the steps after it are bound.

local core = require "parley.core"
local groups = require "parley.query.columns.groups"
local expression = require "parley.query.columns.expression"
local pivot_shape = require "parley.query.pivot_shape"
local public_call = require "parley.base.public_call"
local records = require "parley.base.records"
local source = require "parley.query.columns.source"

-- The different values of a column of a Frame.
local function values_of(f, name)
  local values, seen = {}, {}
  for value in f:each(name) do
    if not seen[value] then
      seen[value] = true
      values[#values + 1] = value
    end
  end
  return values
end

-- The groups, those of one row of the pivot together: sorted by the keys, dates of the same days by their text too.
local function sorted_groups(from, width)
  local columns, order = {}, {}
  for i, type in ipairs(from.types) do
    columns[i] = expression.column(i, type)
    if i <= width then
      order[#order + 1] = columns[i]
      if type == "date" then order[#order + 1] = expression.as_text(columns[i]) end
    end
  end
  local names = {}
  for i in ipairs(from.names) do names[i] = ("#%d"):format(i) end          -- a key may be called as a measure is
  return (source.of_pass { input = from, kind = "rows", names = names, types = from.types, columns = columns,
    order = order, descending = {} }.frame())
end

-- Number of the pivot's row for each row of the sorted groups, and how many there are.
local function number_rows(f, width)
  local keys, numbers, last = {}, {}, 0
  for i = 1, width do keys[i] = f:values(f:columns()[i]) end
  for row in public_call.upto(f:count()) do
    local same = row > 1
    for _, values in ipairs(keys) do same = same and values[row] == values[row - 1] end
    if not same then last = last + 1 end
    numbers[row] = last
  end
  return numbers, last, keys
end

-- Puts the groups of `f` into a Frame with the keys and, for each value, a column for each measure.
local function spread(f, from, width, values)
  local measures = #from.types - width - 1
  local numbers, count, keys = number_rows(f, width)
  local names, types, lists_of, place = {}, {}, {}, {}
  for i = 1, width do
    names[i], types[i], lists_of[i] = "#" .. i, from.types[i], {}
    for row, number in ipairs(numbers) do lists_of[i][number] = keys[i][row] end
  end
  for v, value in ipairs(values) do
    place[value] = width + (v - 1) * measures
    for m = 1, measures do
      local at = place[value] + m
      names[at], types[at], lists_of[at] = "#" .. at, from.types[width + 1 + m], {}
      if from.pass.measures[m].counts then for row = 1, count do lists_of[at][row] = 0 end end
    end
  end
  local pivoted = f:values(f:columns()[width + 1])
  for m = 1, measures do
    local cells = f:values(f:columns()[width + 1 + m])
    for row, number in ipairs(numbers) do
      local value = pivoted[row]
      if value == nil then value = core.null end
      lists_of[place[value] + m][number] = cells[row]
    end
  end
  return core.frame_new(names, types, count, lists_of)
end

-- A node over the measures of one value: places behind the keys move to that value's columns.
local function moved(node, width, shift)
  if node.column then
    return node.column <= width and node or expression.column(node.column - 1 + shift, node[2])
  end
  local copy = records.copy_of(node)
  for i = 3, #node do copy[i] = moved(node[i], width, shift) end
  return copy
end

local pivot = {}

--- The groups, and the values that become columns, in order.
---@return table work, any[] values
function pivot.look(relation, link)
  local step = link.step
  relation = groups.ready(relation, step.ordered)
  local keys = table.move(step.rows, 1, #step.rows, 1, {})
  keys[#keys + 1] = step.columns
  local from, key_columns, items = groups.group(relation, keys, { step.values })
  local f = sorted_groups(from, #step.rows)
  local values = pivot_shape.in_order(link, values_of(f, f:columns()[#keys]), from.types[#keys])
  pivot_shape.check_count(step, #values)
  return { from = from, keys = table.move(key_columns, 1, #step.rows, 1, {}), item = items[1],
    frame = spread(f, from, #step.rows, values) }, values
end

function pivot.emit(work, link)
  local columns, width = {}, #work.keys
  local measures = #work.from.types - width - 1
  for v in ipairs(link.step.found) do
    columns[v] = { name = link.columns[width + v].name, type = work.item.type,
      node = moved(work.item.node, width, (v - 1) * measures) }
  end
  local from = source.of_frame(work.frame)
  from.made_of = work.from
  return groups.relation(from, work.keys, columns)
end

return pivot
