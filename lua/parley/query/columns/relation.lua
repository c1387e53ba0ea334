--- A relation: the rows a query has come to on columns, not yet worked out. A source, conditions on its rows, an
-- order, a limit, and columns that are computed from the source's.
--
-- Its columns stand in the order of the bound link's. A record here: name, type, node (see
-- parley.query.columns.expression). Relations are changed only while a step makes them.

local lists = require "parley.base.lists"
local records = require "parley.base.records"
local expression = require "parley.query.columns.expression"
local source = require "parley.query.columns.source"

local Relation = {}
Relation.__index = Relation

--- All rows and columns of a source.
---@param from table
---@return table
function Relation.new(from)
  local relation = setmetatable({ from = from, filters = {}, order = {}, columns = {} }, Relation)
  for i, name in ipairs(from.names) do
    relation.columns[i] = { name = name, type = from.types[i], node = expression.column(i, from.types[i]) }
  end
  return relation
end

--- The same rows with other columns; those that are to be computed once become a pass of their own.
function Relation:with_columns(columns, once)
  return self:changed({ columns = columns }):worked_out_if(once)
end

--- The same with one thing more or other in it: `filters`, `order`, `limit`.
function Relation:changed(changes)
  return setmetatable(records.copy_of(self, changes), Relation)
end

-- Fields of a plan that say which rows, and in which order.
function Relation:pass(fields)
  local order, descending = {}, {}
  for i, key in ipairs(self.order) do order[i], descending[i] = key.node, key.desc or false end
  return records.copy_of({ input = self.from, filters = self.filters, order = order, descending = descending,
    limit = self.limit, offset = self.offset }, fields)
end

--- Whether it is nothing but a source.
function Relation:is_plain()
  if #self.filters > 0 or #self.order > 0 or self.limit or #self.columns ~= #self.from.names then return false end
  for i, column in ipairs(self.columns) do
    if column.node.column ~= i or column.name ~= self.from.names[i] then return false end
  end
  return true
end

--- The source of its rows as they are now.
function Relation:source()
  if self:is_plain() then return self.from end
  return source.of_pass(self:pass { kind = "rows", names = lists.field(self.columns, "name"),
    types = lists.field(self.columns, "type"), columns = lists.field(self.columns, "node") })
end

--- A new relation over what this one makes.
function Relation:worked_out() return Relation.new(self:source()) end

--- A new relation when this one cannot take the step as it is.
function Relation:worked_out_if(condition) return condition and self:worked_out() or self end

-- Expressions -----------------------------------------------------------------------------------------

local function refuse_aggregate() error("an aggregate outside summarise", 0) end

local function context(relation, text, given)
  given = given or {}
  return { text = text, aggregate = given.aggregate or refuse_aggregate, key = given.key,
    column = function(node) return relation.columns[node.place].node end }
end

--- The node of a bound tree: of a condition, or an argument.
function Relation:node(text, node) return expression.node(context(self, text), node) end

--- The record of the column that a bound item gives; `given` says what keys and aggregates are.
function Relation:compute(item, given)
  return { name = item.name, type = item.type, node = expression.node(context(self, item.text, given), item.node) }
end

return Relation
