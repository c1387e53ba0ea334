--- The SQL engine: a query record to one SQLite statement.
-- The steps of a query are applied in order to a level (parley.query.sql.level). A step that a level cannot take
-- any more (a condition after summarise, a sort after limit) wraps it first. Steps that are rarely taken
-- have files of their own in sql/ and are loaded when a query has one.

local lists = require "parley.base.lists"
local check = require "parley.query.bind"
local expr = require "parley.query.expr"
local sqlexpr = require "parley.query.sql.expression"
local Level = require "parley.query.sql.level"

local sql = {}

-- Steps -------------------------------------------------------------------------------------------------------

local STEPS = setmetatable({}, { __index = function(steps, verb)
  local step = require("parley.query.sql." .. verb)
  steps[verb] = step
  return step
end })

function STEPS.where(level, step)
  level = level:wrap_if(level.limit or level.distinct or level.aggregated)
  level.where[#level.where + 1] = level:condition(step)
  return level
end

function STEPS.select(level, step)
  -- without keys there is one row because of the aggregates, and perhaps none of them is selected
  level = level:wrap_if(level.distinct or level.aggregated and #level.group == 0)
  local columns = {}
  for _, item in ipairs(step.items) do
    local column = level:compute(item)
    check.refuse_twin(columns, column)
    columns[#columns + 1] = column
  end
  level:set_columns(columns)
  return level:wrap_if(Level.unwieldy(columns))
end

STEPS["with"] = function(level, step)
  level = level:wrap_if(level.distinct or level.aggregated)
  local columns = { table.unpack(level.columns) }
  for _, item in ipairs(step.items) do
    local column, place = level:compute(item), #columns + 1
    for i, other in ipairs(columns) do
      if other.name == column.name then place = i end
    end
    columns[place] = column
  end
  level:set_columns(columns)
  return level:wrap_if(Level.unwieldy(columns))
end

-- SQL sort terms of a column: dates by first, then last day; missing values last either way.
local function sort_terms(column, node, context, desc)
  local d = context.dialect
  local way = (desc and " DESC" or " ASC") .. " NULLS LAST"
  if column.type ~= "date" then return { column.sql .. way } end
  local start = node and sqlexpr.start_of(context, node) or column.start or d.call("edtf_start", column.sql)
  return { start .. way, (column.stop or d.call("edtf_stop", column.sql)) .. way }
end

function STEPS.sort(level, step)
  level = level:wrap_if(level.limit or level.distinct)
  local order = {}
  for _, item in ipairs(step.items) do
    local column = level:compute(item)
    table.move(sort_terms(column, item.node, level:context(item.text), item.desc), 1, 2, #order + 1, order)
  end
  level.order, level.number = order, nil
  return level
end

function STEPS.limit(level, step)
  level = level:wrap_if(level.limit)
  level.limit, level.offset = step.n, step.offset
  return level
end

function STEPS.distinct(level, step)
  if #step.items > 0 then level = STEPS.select(level, step) end
  level = level:wrap_if(level.limit or level.order)
  level.distinct = true
  return level
end

-- Group keys: their records, SQL and default order.
local function group_keys(level, items)
  local columns, group, order, names = {}, {}, {}, {}
  for _, item in ipairs(items) do
    local column = level:compute(item)
    check.refuse_twin(columns, column)
    columns[#columns + 1], group[#group + 1], names[item.name] = column, column.sql, true
    if item.node.kind == "column" then names[column.name], names[item.node.column.name] = true, true end
    table.move(sort_terms(column, item.node, level:context(item.text)), 1, 2, #order + 1, order)
  end
  return columns, group, order, names
end

local function ordered_aggregates(items)
  for _, item in ipairs(items) do
    if sqlexpr.needs_order(item.node) then return true end
  end
  return false
end

-- Makes the level one that summarises by `keys`; `aggregates(keys)` gives the records of its results.
function sql.summarise(level, keys, items, aggregates)
  level = level:wrap_if(level.limit or level.distinct or level.aggregated)
  if ordered_aggregates(items) and not level.number then level = level:wrap(true) end
  local columns, group, order, names = group_keys(level, keys)
  for _, column in ipairs(aggregates(level, names)) do
    check.refuse_twin(columns, column)
    columns[#columns + 1] = column
  end
  level:set_columns(columns)
  level.group, level.order, level.number, level.aggregated = group, #order > 0 and order or nil, nil, true
  return level
end

local function has_aggregate(node)
  return expr.find(node, function(n) return n.kind == "call" and n.aggregate end) ~= nil
end

function STEPS.summarise(level, step)
  return sql.summarise(level, step.keys, step.items, function(inner, names)
    local columns = {}
    for i, item in ipairs(step.items) do
      columns[i] = inner:compute(item, { aggregates = true, keys = names }, { number = inner.number })
      columns[i].vocabulary = nil
      if #step.keys == 0 and not has_aggregate(item.node) then          -- one row in all, not one for each
        columns[i].sql = level.c.dialect.choose("count(*) >= 0", columns[i].sql, "NULL")
      end
    end
    return columns
  end)
end

-- Whole queries -----------------------------------------------------------------------------------------

--- The level a query's steps build, inside a compilation.
function sql.level(c, query)
  local level
  if query.claims_of then
    level = require("parley.query.sql.claims")(c, query)
  else
    level = Level.of_table(c, query.home, query.info, query.day)
  end
  for _, step in ipairs(query.steps) do level = STEPS[step.verb](level, step) end
  return level
end

--- Compiles a query.
---@param query parley.Query
---@return { text: string, params: table, columns: table[] }
function sql.compile(query)
  local c = Level.compilation(query.home)
  local level = sql.level(c, query)
  local text = c:with_text(level:render())
  return { text = text, params = c:used_params(text), columns = level.columns }
end

-- Ends --------------------------------------------------------------------------------------------------

--- Runs what was compiled: all rows as a Frame.
---@param query parley.Query
---@param plan { text: string, params: table, columns: table[] }
---@return parley.Frame
function sql.frame(query, plan)
  return query.home.store:frame(plan.text, plan.params, lists.field(plan.columns, "name"),
    lists.field(plan.columns, "type"))
end

--- Its rows as tables, streamed.
function sql.rows(query, plan)
  return query.home.store:rows(plan.text, plan.params, lists.field(plan.columns, "name"),
    lists.field(plan.columns, "type"))
end

--- Its rows as plain values, streamed.
function sql.each(query, plan)
  return query.home.store:each(plan.text, plan.params, lists.field(plan.columns, "type"))
end

--- How it will run: the database's plan, the statement.
function sql.explain(query, plan) return require("parley.query.sql.explain").query(query, plan) end

return sql
