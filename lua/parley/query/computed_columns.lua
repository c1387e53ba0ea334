--- Columns that a step computes: all it has, or some beside those there are.
-- They stand in the expressions after it as often as they are used: where one is too large for that, the step says that
-- its columns are computed `once`, and where one is too deep, that they stand `below` what uses them
-- (parley.query.bound). A column's `size` is the nodes it is worked out from, were nothing shared, 1 where it has none;
-- its `depth`, how deep they stand in one another.
--
-- A chain of verbs that each add a column costs what its verbs cost: those there were are not gone through again, but
-- for a copy of their list, and are found by name through the links before.

local bound = require "parley.query.bound"

local computed_columns = {}

-- Sizes -------------------------------------------------------------------------------------------------

-- A column worked out from more nodes than this is worked out once for all its uses.
local MOST_NODES <const> = 400

-- One that is deeper than this has a name of its own for what uses it, so that expressions stay shallow.
local MOST_DEPTH <const> = 6

-- Says in a step what a column of it is too large or too deep for.
local function weigh(step, column)
  step.once = step.once or (column.size or 1) > MOST_NODES or nil
  step.below = step.below or (column.depth or 0) > MOST_DEPTH or nil
end

local function is_settled(step) return step.once or step.below end

-- The columns as what comes after a step knows them that computes them once, or below: names, without a depth.
local function settled(step, columns)
  columns = table.move(columns, 1, #columns, 1, {})
  for i, column in ipairs(columns) do
    if column.size or column.depth then
      columns[i] = bound.copy_of(column)
      columns[i].size, columns[i].depth = not step.once and column.size or nil, nil
    end
  end
  return columns
end

-- Links -------------------------------------------------------------------------------------------------

--- The link after a step that computes all its columns.
---@param before table
---@param step table
---@param columns table[]
---@param changes table?
---@return table
function computed_columns.link(before, step, columns, changes)
  for _, column in ipairs(columns) do weigh(step, column) end
  return bound.with_columns(before, step, is_settled(step) and settled(step, columns) or columns, changes)
end

-- The most links that a name is looked for in, one behind the other, before all names are put together again.
local MOST_BEHIND <const> = 20

-- The columns by name, where some come to those of a link, or take the place of theirs.
local function by_name_over(before, added, columns)
  local layer = getmetatable(before.by_name)
  local behind = layer and layer.behind + 1 or 1
  if behind <= MOST_BEHIND then return setmetatable(added, { __index = before.by_name, behind = behind }) end
  local all = {}
  for _, column in ipairs(columns) do all[column.name] = column end
  return all
end

--- The link after a step that computes items beside the columns there are: one of the same name is replaced, others
--- come at the end. The step gets its `items`, and the `places` they have among the columns.
---@param before table
---@param step table
---@param list table[]  bound items
---@param changes table?
---@return table
function computed_columns.beside(before, step, list, changes)
  local columns, added, places = table.move(before.columns, 1, #before.columns, 1, {}), {}, {}
  for i, item in ipairs(list) do
    local twin = added[item.name] or before.by_name[item.name]
    places[i] = twin and twin.place or #columns + 1
    local column = bound.copy_of(item.column, { place = places[i] })
    columns[places[i]], added[item.name] = column, column
    weigh(step, column)
  end
  step.items, step.places = list, places
  if is_settled(step) then return bound.with_columns(before, step, settled(step, columns), changes) end
  local link = bound.after(before, step, changes)
  link.columns, link.by_name, link.reshaped = columns, by_name_over(before, added, columns), true
  return link
end

return computed_columns
