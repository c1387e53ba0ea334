--- Sources: where a pass over columns gets its rows. A Frame, or what an earlier pass will make of one.
-- A source has names, types and frame(needed), which gives a Frame with at least the columns asked for, and the
-- place of each of them in it. A pass that is not asked for a column does not compute it.

local core = require "parley.core"
local expression = require "parley.query.columns.expression"
local tree = require "parley.query.tree"

local source = {}

local function same_place(column) return column end

--- The Frame itself.
---@param f parley.Frame
---@return table
function source.of_frame(f)
  return { names = f:columns(), types = f:types(), rows = f:count(), bytes = f:bytes(),
    frame = function() return f, same_place end }
end

--- The rows of a query of a dataset, asked for whenever they are needed; only the columns that are.
---@param query parley.Query
---@return table
function source.of_query(query)
  local names, types = query:columns(), query:types()
  for _, type in ipairs(types) do
    if type == "any" then return source.of_frame(query:frame()) end          -- what it holds has to be seen
  end
  return { names = names, types = types, query = query, frame = function(needed)
    local keep, places = {}, {}
    for i, name in ipairs(names) do
      if not needed or needed[i] then
        keep[#keep + 1] = tree.quote(name)
        places[i] = #keep
      end
    end
    if #keep == 0 then keep, places = { tree.quote(names[1]) }, { 1 } end
    return query:select(table.unpack(keep)):frame(), function(column) return places[column] end
  end }
end

local function mark(nodes, needed)
  local seen = {}
  for _, node in ipairs(nodes or {}) do
    expression.each_column(node, function(column) needed[column] = true end, seen)
  end
end

local function flattened(nodes, place)
  if not nodes then return nil end
  local list = {}
  for i, node in ipairs(nodes) do list[i] = expression.flatten(node, place) end
  return list
end

-- The columns that are wanted, and where each will stand.
local function chosen(width, needed)
  local list, places = {}, {}
  for i = 1, width do
    if not needed or needed[i] then
      list[#list + 1] = i
      places[i] = #list
    end
  end
  return list, places
end

local function pick(list, places)
  local picked = {}
  for i, place in ipairs(places) do picked[i] = list[place] end
  return picked
end

-- Runs a pass: pass.kind, filters, columns, measures, keys, order, descending, limit, offset; `keep` are the places of
-- the results that are wanted.
local function run(pass, keep)
  local columns = pass.kind == "rows" and pick(pass.columns, keep) or pass.columns
  local needed = {}
  mark(columns, needed)
  mark(pass.filters, needed)
  mark(pass.order, needed)
  local f, place = pass.input.frame(needed)
  local names = pass.kind == "rows" and pick(pass.names, keep) or pass.names
  -- a Frame without columns has no rows
  if pass.kind == "rows" and #columns == 0 then columns, names = { expression.missing "boolean" }, { "#" } end
  return core.column_run(f, { kind = pass.kind, names = names,
    filters = flattened(pass.filters, place), columns = flattened(columns, place), keys = pass.keys,
    measures = pass.measures, windows = pass.windows, carried = pass.carried,
    order = flattened(pass.order, place), descending = pass.descending,
    limit = pass.limit, offset = pass.offset })
end

-- A pass that groups, with those of its measures alone that are wanted, and where its columns stand then.
local function with_measures(pass, needed)
  local keys = pass.keys
  local made = { columns = table.move(pass.columns, 1, keys, 1, {}), measures = {},
    names = table.move(pass.names, 1, keys, 1, {}) }
  local places = {}
  for i = 1, keys do places[i] = i end
  local function argument(at)
    if not at then return nil end
    made.columns[#made.columns + 1] = pass.columns[at]
    return #made.columns
  end
  for i, measure in ipairs(pass.measures) do
    if needed[keys + i] then
      made.measures[#made.measures + 1] = setmetatable({ column = argument(measure.column),
        other = argument(measure.other) }, { __index = measure })
      made.names[#made.names + 1], places[keys + i] = pass.names[keys + i], keys + #made.measures
    end
  end
  if #made.names == 0 then made.measures[1], made.names[1] = { kind = "count_rows", type = "integer" }, "#" end
  return setmetatable(made, { __index = pass }), function(column) return places[column] end
end

--- What a pass over another source makes.
---@param pass table  input (a source), names, types and the fields of a plan
---@return table
function source.of_pass(pass)
  return { names = pass.names, types = pass.types, pass = pass, frame = function(needed)
    if pass.kind == "groups" and needed then
      local lesser, place = with_measures(pass, needed)
      return run(lesser), place
    end
    if pass.kind ~= "rows" then return run(pass), same_place end
    local keep, places = chosen(#pass.names, needed)
    return run(pass, keep), function(column) return places[column] end
  end }
end

-- The columns of one side of a join that are needed: its keys and those wanted.
local function side_of(join, from_right, keep)
  local needed = {}
  for _, key in ipairs(from_right and join.right_keys or join.left_keys) do needed[key] = true end
  for _, i in ipairs(keep) do
    local column = join.columns[i]
    if column.right == from_right then needed[column.place] = true end
  end
  return (from_right and join.right or join.left).frame(needed)
end

local function placed(list, place)
  local places = {}
  for i, column in ipairs(list) do places[i] = place(column) end
  return places
end

local function run_join(join, keep)
  local left, left_place = side_of(join, false, keep)
  local right, right_place = side_of(join, true, keep)
  local plan = { kind = join.kind, left = placed(join.left_keys, left_place),
    right = placed(join.right_keys, right_place), names = pick(join.names, keep), columns = {}, from_right = {} }
  for i, at in ipairs(keep) do
    local column = join.columns[at]
    plan.from_right[i] = column.right
    plan.columns[i] = (column.right and right_place or left_place)(column.place)
  end
  return core.column_join(left, right, plan)
end

-- The frame of what a join or a stack makes: the columns that are wanted, one at least, and where each stands.
local function made_by(join_or_stack, what)
  return function(needed)
    local keep, places = chosen(#what.names, needed)
    if #keep == 0 then keep, places = { 1 }, { 1 } end
    return join_or_stack(what, keep), function(column) return places[column] end
  end
end

--- What a join of two sources makes.
---@param join table  kind, left, right (sources), left_keys, right_keys (places), names, types,
--   columns = { right = boolean, place = integer } each
---@return table
function source.of_join(join)
  return { names = join.names, types = join.types, join = join, frame = made_by(run_join, join) }
end

-- Runs each source of a stack once, with the columns that its parts need.
local function frames_of(stack, keep)
  local needed, made, frames, place = {}, {}, {}, {}
  for _, part in ipairs(stack.parts) do
    needed[part.from] = needed[part.from] or {}
    for _, at in ipairs(keep) do needed[part.from][part.columns[at]] = true end
  end
  for i, part in ipairs(stack.parts) do
    made[part.from] = made[part.from] or { part.from.frame(needed[part.from]) }
    frames[i], place[i] = made[part.from][1], made[part.from][2]
  end
  return frames, place
end

local function run_stack(stack, keep)
  local frames, place = frames_of(stack, keep)
  local columns = {}
  for i, at in ipairs(keep) do
    columns[i] = {}
    for p, part in ipairs(stack.parts) do columns[i][p] = place[p](part.columns[at]) end
  end
  return core.column_stack(frames, { names = pick(stack.names, keep), columns = columns })
end

--- What comes of columns put one below the other.
---@param stack table  names, types, parts = { from = source, columns = places } each
---@return table
function source.of_stack(stack)
  return { names = stack.names, types = stack.types, stack = stack, frame = made_by(run_stack, stack) }
end

return source
