--- A relation: the rows a query has come to on columns, not yet worked out. A source, conditions on its rows, an
-- order, a limit, and columns that are computed from the source's.
--
-- A column record: name, type, node (see parley.query.columns.expression). Relations are changed only while a step
-- makes them.

local check = require "parley.query.bind"
local lists = require "parley.base.lists"
local lower = require "parley.query.columns.expression"
local source = require "parley.query.columns.source"

local Relation = {}
Relation.__index = Relation

-- Columns whose nodes would be worked out this often, were nothing shared, become a pass of their own.
local MOST_NODES = 400

--- All rows and columns of a source.
---@param from table
---@param info table  the table it stands for, for messages
---@return table
function Relation.new(from, info)
  local relation = setmetatable({ from = from, info = info, filters = {}, order = {}, columns = {}, by_name = {} },
    Relation)
  for i, name in ipairs(from.names) do
    relation:add_column { name = name, type = from.types[i], node = lower.column(i, from.types[i]) }
  end
  return relation
end

function Relation:add_column(column)
  self.columns[#self.columns + 1] = column
  self.by_name[column.name] = column
end

--- The same rows with other columns.
function Relation:with_columns(columns)
  local copy = setmetatable({}, Relation)
  for k, v in pairs(self) do copy[k] = v end
  copy.columns, copy.by_name, copy.reshaped = {}, {}, true
  for _, column in ipairs(columns) do copy:add_column(column) end
  for _, column in ipairs(columns) do
    if column.node.size > MOST_NODES then return copy:worked_out() end
  end
  return copy
end

--- The same with one thing more or other in it: `filters`, `order`, `limit`.
function Relation:changed(changes)
  local copy = setmetatable({}, Relation)
  for k, v in pairs(self) do copy[k] = v end
  for k, v in pairs(changes) do copy[k] = v end
  return copy
end

-- Fields of a plan that say which rows, and in which order.
function Relation:pass(fields)
  local order, descending = {}, {}
  for i, key in ipairs(self.order) do order[i], descending[i] = key.node, key.desc or false end
  local pass = { input = self.from, filters = self.filters, order = order, descending = descending,
    limit = self.limit, offset = self.offset }
  for k, v in pairs(fields) do pass[k] = v end
  return pass
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
function Relation:worked_out()
  local relation = Relation.new(self:source(), self.info)
  relation.reshaped = self.reshaped
  return relation
end

--- A new relation when this one cannot take the step as it is.
function Relation:worked_out_if(condition) return condition and self:worked_out() or self end

-- Expressions -----------------------------------------------------------------------------------------

-- What parley.query.bind needs to know of a relation.
function Relation:scope(text, extra)
  local scope = { text = text, functions = {} }
  function scope.column(path) return path[2] == nil and self.by_name[path[1]] or nil end
  function scope.known(path)
    local at = self.by_name[path[1]]
    if at then return {}, ("%s, which refers to no table"):format(at.name), path[2] end
    return lists.field(self.columns, "name"), self.reshaped and "this query" or self.info.title, path[1]
  end
  for k, v in pairs(extra or {}) do scope[k] = v end
  return scope
end

local function refuse_aggregate() error("an aggregate outside summarise", 0) end

local PLAIN = { column = function(node) return node.column.node end, aggregate = refuse_aggregate }

local function context(text, given)
  given = given or PLAIN
  return { text = text, column = given.column, aggregate = given.aggregate }
end

--- Checks a parsed condition and gives its node.
function Relation:condition(step)
  local node = check.condition(self:scope(step.text), step.node)
  return lower.node(context(step.text), node)
end

--- Checks a parsed item and gives the record of the column it computes; `given` says what columns and aggregates are.
function Relation:compute(item, scope_extra, given)
  local node = check.expression(self:scope(item.text, scope_extra), item.node)
  return { name = item.name, type = node.type == "null" and "text" or node.type,
    node = lower.node(context(item.text, given), node) }
end

return Relation
