--- The column engine: a query over a Frame, run in C on its columns. Same steps, same answers as
-- parley.query.sql.compile.
-- The steps of a query are applied in order to a relation (parley.query.columns.relation). A step that a relation
-- cannot take any more (a condition after a limit) works it out first, in a pass of its own.

local check = require "parley.query.bind"
local join_shape = require "parley.query.join_shape"
local lists = require "parley.base.lists"
local groups = require "parley.query.columns.groups"
local source = require "parley.query.columns.source"
local Relation = require "parley.query.columns.relation"

local columns = {}

local STEPS = setmetatable({}, { __index = function(steps, verb)
  local step = require("parley.query.columns." .. verb)
  steps[verb] = step
  return step
end })

function STEPS.where(relation, step)
  relation = relation:worked_out_if(relation.limit)
  local filters = table.move(relation.filters, 1, #relation.filters, 1, {})
  filters[#filters + 1] = relation:condition(step)
  return relation:changed { filters = filters }
end

function STEPS.select(relation, step)
  local selected = {}
  for i, item in ipairs(step.items) do
    local column = relation:compute(item)
    check.refuse_twin(selected, column)
    selected[i] = column
  end
  return relation:with_columns(selected)
end

STEPS["with"] = function(relation, step)
  local all = { table.unpack(relation.columns) }
  for _, item in ipairs(step.items) do
    local column, place = relation:compute(item), #all + 1
    for i, other in ipairs(all) do
      if other.name == column.name then place = i end
    end
    all[place] = column
  end
  return relation:with_columns(all)
end

-- An order that was there before decides between rows that are equal in the new one.
function STEPS.sort(relation, step)
  relation = relation:worked_out_if(relation.limit)
  local order = {}
  for i, item in ipairs(step.items) do
    order[i] = { node = relation:compute(item).node, desc = item.desc }
  end
  return relation:changed { order = table.move(relation.order, 1, #relation.order, #order + 1, order) }
end

function STEPS.limit(relation, step)
  return relation:worked_out_if(relation.limit):changed { limit = step.n, offset = step.offset }
end

function STEPS.distinct(relation, step)
  if #step.items > 0 then relation = STEPS.select(relation, step) end
  relation = relation:worked_out_if(relation.limit or #relation.order > 0)
  local names, types = lists.field(relation.columns, "name"), lists.field(relation.columns, "type")
  local made = Relation.new(source.of_pass { input = relation.from, filters = relation.filters, kind = "distinct",
    names = names, types = types, columns = lists.field(relation.columns, "node") }, relation.info)
  made.reshaped = relation.reshaped
  return made
end

function STEPS.summarise(relation, step)
  relation = groups.ready(relation, step.items)
  local from, keys, items = groups.group(relation, step.keys, step.items)
  return groups.relation(from, keys, items, relation.info)
end

-- The places of the keys of one side (1: left, 2: right) among its columns.
local function places_of(relation, keys, side)
  local places = {}
  for i, key in ipairs(keys) do
    for place, column in ipairs(relation.columns) do
      if column == key[side] then places[i] = place end
    end
  end
  return places
end

-- A query that runs in SQL is asked for its rows when this one runs.
local function relation_of(query)
  if rawget(query.home, "engine") ~= columns then return Relation.new(source.of_query(query), query.info) end
  local relation = Relation.new(source.of_frame(query.home.frame), query.info)
  for _, step in ipairs(query.steps) do relation = STEPS[step.verb](relation, step) end
  return relation
end

-- The columns a join gives: of the left, and beside them those of the right.
local function joined(left, right, kind, keys)
  local found = { columns = {}, names = {}, types = {} }
  local function add(name, type, place, from_right)
    local n = #found.names + 1
    found.names[n], found.types[n], found.columns[n] = name, type, { place = place, right = from_right }
  end
  for place, column in ipairs(left.columns) do add(column.name, column.type, place, false) end
  if kind == "semi" or kind == "anti" then return found end
  local places = {}
  for place, column in ipairs(right.columns) do places[column] = place end
  for _, beside in ipairs(join_shape.beside(left, right, keys)) do
    add(beside[2], beside[1].type, places[beside[1]], true)
  end
  return found
end

function STEPS.join(left, step)
  local right = relation_of(step.query)
  local keys = join_shape.keys(left, right, step.keys)
  local shape = joined(left, right, step.kind, keys)
  local relation = Relation.new(source.of_join { kind = step.kind, left = left:source(), right = right:source(),
    left_keys = places_of(left, keys, 1), right_keys = places_of(right, keys, 2), names = shape.names,
    types = shape.types, columns = shape.columns }, left.info)
  relation.reshaped = left.reshaped or not (step.kind == "semi" or step.kind == "anti")
  return relation
end

-- Ends --------------------------------------------------------------------------------------------------

--- Compiles a query: its columns, and the source of its rows.
---@param query parley.Query
---@return { columns: table[], source: table }
function columns.compile(query)
  local relation = relation_of(query)
  return { columns = relation.columns, source = relation:source() }
end

--- Runs what was compiled.
---@param _ parley.Query
---@param plan table
---@return parley.Frame
function columns.frame(_, plan)
  require "parley.frame.frame"          -- gives Frames their verbs
  return (plan.source.frame())
end

--- Its rows as tables.
function columns.rows(query, plan) return columns.frame(query, plan):rows() end

--- Its rows as plain values.
function columns.each(query, plan) return columns.frame(query, plan):each() end

--- How it will run.
function columns.explain(_, plan) return require("parley.query.columns.explain")(plan) end

return columns
