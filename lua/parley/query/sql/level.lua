--- A level: one SELECT in the making, and the compilation it belongs to.
-- A compilation collects what one statement has: dialect, parameters, table names, common table expressions. A level
-- holds the columns at hand and the clauses so far; `wrap` turns it into a common table expression and
-- starts a new level above it (parley.query.sql.subqueries), which knows the rows of a table by their ids still
-- (`row_id`). Every value becomes a numbered parameter, every name is quoted and comes from a column record.
--
-- Its columns stand in the order of the bound link's (parley.query.bound), which knows what they are. A record here:
-- name, type; sql (its SQL in this level); first_day, last_day (of a stored date).

local expression = require "parley.query.sql.expression"
local records = require "parley.base.records"
local core = require "parley.core"
local dialect = require "parley.query.sql.dialect"

local MAX_LINE = 100            -- a longer list of columns takes a line each

-- Compilation: what one statement collects -----------------------------------------------------------

local Compilation = {}
Compilation.__index = Compilation

--- Adds a parameter and gives its place in the SQL.
function Compilation:param(value)
  local n = self.params.n + 1
  self.params.n, self.params[n] = n, value
  return self.dialect.param(n)
end

-- A name no other table of the statement has.
function Compilation:alias(base)
  local n = (self.aliases[base] or 0) + 1
  self.aliases[base] = n
  return self.dialect.quote(n == 1 and base or base .. "_" .. n)
end

--- The SQL name of a table's rows: the stored table, or a common table expression that resolves its
-- claims under the query's date and policy.
function Compilation:source(home, info, as_of)
  local policy = home:view().policy
  local key = ("%s %s %p"):format(info.name, as_of, policy)
  if self.ctes[key] then return self.ctes[key] end
  local write = home:rows_sql(info, as_of, self.dialect, function(value) return self:param(value) end)
  if not write then return self.dialect.quote(info.name) end
  local name = info.name .. (as_of and " as of " .. core.day_text(as_of) or "") .. (policy and " under policy" or "")
  self.ctes[key] = self:alias(name)
  self.cte_list[#self.cte_list + 1] = { name = self.ctes[key], write = write }
  return self.ctes[key]
end

-- Levels ----------------------------------------------------------------------------------------------

local Level = {}
Level.__index = Level

function Level.new(c, home, from, as_of)
  return setmetatable({ c = c, home = home, from = from, as_of = as_of, joins = {}, joined = {}, where = {},
    columns = {} }, Level)
end

--- A level over other rows of the same statement.
function Level:over(from) return Level.new(self.c, self.home, from, self.as_of) end

--- The record of a column, with some fields other.
Level.same = records.copy_of

--- The column records of a table that stands in the statement as `alias`.
function Level:of_columns(info, alias)
  local columns, quote = {}, self.c.dialect.quote
  for i, column in ipairs(info.columns) do
    local stored_days = column.type == "date" and not info.raw
    columns[i] = { name = column.name, type = column.type, sql = alias .. "." .. quote(column.stored or column.name),
      first_day = stored_days and alias .. "." .. quote(column.name .. "_start") or nil,
      last_day = stored_days and alias .. "." .. quote(column.name .. "_end") or nil, held = column.held and true }
  end
  return self.c.dialect.is_strict and require("parley.query.sql.strict").columns(columns) or columns
end

function Level.of_table(c, home, info, as_of)
  local alias = c:alias(info.name)
  local source = c:source(home, info, as_of)
  local level = Level.new(c, home, source == alias and source or source .. " AS " .. alias, as_of)
  level.alias, level.info, level.row_id = alias, info, not info.raw and alias .. "." .. c.dialect.quote "id" or nil
  level.columns = level:of_columns(info, alias)
  return level
end

--- The record of the column that a node of a bound tree is.
function Level:column(node)
  local found = self.columns[node.place]
  if node.via then found = require("parley.query.sql.references").column(self, found, node.via) end
  return node.reads_as and Level.same(found, { sql = self.c.dialect.read_as(found.sql, node.reads_as) }) or found
end

-- What parley.query.sql.expression needs to know of a level: `keys` are the records of the group's keys.
function Level:context(text, extra)
  return records.copy_of({ text = text, dialect = self.c.dialect,
    param = function(_, value) return self.c:param(value) end,
    column = function(c, node) return node.kind == "key" and c.keys[node.place] or self:column(node) end }, extra)
end

--- The SQL of a bound condition.
function Level:condition(condition)
  self.bounded = self.bounded or {}
  local context = self:context(condition.text, { bounded = self.bounded })
  return expression.condition(context, condition.node)
end

--- The record of the column that a bound item gives; `given` is what its context has beside the level's.
function Level:compute(item, given)
  local node, context = item.node, self:context(item.text, given)
  if node.path then return Level.same(context:column(node), { name = item.name, type = item.type }) end
  local d = self.c.dialect
  if d.is_strict and context.keys then context.aggregates = {} end
  local sql = expression.emit(context, node)
  if context.aggregates then sql = require("parley.query.sql.strict").worked_out(d, node, sql, context.aggregates) end
  if sql == "NULL" and d.is_strict and item.type ~= "any" then sql = d.missing(item.type) end
  return { name = item.name, type = item.type, sql = sql }
end

-- Rendering -------------------------------------------------------------------------------------------

--- Columns as they stand in a SELECT, called `names` where these are not their own.
function Level:select_parts(columns, names)
  local parts, quote = {}, self.c.dialect.quote
  for i, column in ipairs(columns) do
    local name = quote(names and names[i] or column.name)
    parts[i] = column.sql:sub(-#name - 1) == "." .. name and column.sql or column.sql .. " AS " .. name
  end
  return parts
end

local function select_list(parts)
  local line = table.concat(parts, ", ")
  return #line <= MAX_LINE and line or table.concat(parts, ",\n  ")
end

local function clause(lines, word, parts, separator)
  if parts and #parts > 0 then lines[#lines + 1] = word .. " " .. table.concat(parts, separator or ", ") end
end

-- What follows the columns of the level's SELECT.
function Level:clauses()
  local lines = { "FROM " .. self.from }
  for _, join in ipairs(self.joins) do lines[#lines + 1] = join end
  clause(lines, "WHERE", self.where, " AND ")
  clause(lines, "GROUP BY", self.group)
  clause(lines, "ORDER BY", self.order)
  if self.limit then
    lines[#lines + 1] = "LIMIT " .. self.c:param(self.limit)
    if self.offset then lines[#lines] = lines[#lines] .. " OFFSET " .. self.c:param(self.offset) end
  end
  return table.concat(lines, "\n")
end

--- The text of a SELECT.
function Level.select_text(parts, distinct, clauses)
  return ("SELECT %s%s\n%s"):format(distinct and "DISTINCT " or "", select_list(parts), clauses)
end

--- The level as SELECT text; `extra` columns come after its own; `names` are those of the result where they are not
-- the columns' own.
function Level:render(extra, names)
  local columns = table.move(self.columns, 1, #self.columns, 1, {})
  table.move(extra or {}, 1, extra and #extra or 0, #columns + 1, columns)
  return Level.select_text(self:select_parts(columns, names), self.distinct, self:clauses())
end

-- Helpers of the steps ---------------------------------------------------------------------------------

--- A new level over this one as a subquery (parley.query.sql.subqueries).
---@param numbered boolean?  with the places of its rows, whether or not they had an order
---@param once boolean?  its columns are computed once, however often they are used
function Level:wrap(numbered, once) return require("parley.query.sql.subqueries").around(self, numbered, once) end

--- A new level when this one cannot take the step as it is.
function Level:wrap_if(condition) return condition and self:wrap() or self end

--- The level with other columns; a new one above it where their step says that they are computed once, or below.
---@param columns table[]
---@param step { once: boolean?, below: boolean? }
---@return table level
function Level:with_columns(columns, step)
  self.columns = columns
  return (step.once or step.below) and self:wrap(false, step.once) or self
end

-- Columns that were computed but not kept leave parameters behind that the text does not use.
function Compilation:used_params(text)
  local last = self.dialect.last_param(text)
  return table.move(self.params, 1, last, 1, { n = last })
end

--- The text of a statement with the common table expressions it uses in front.
function Compilation:with_text(text)
  local after = text
  for i = #self.cte_list, 1, -1 do
    local one = self.cte_list[i]
    local written = type(one) == "table" and require("parley.query.sql.subqueries").text(self, one, after) or one
    after = written .. (i == #self.cte_list and "\n" or ",\n") .. after
  end
  local made = #self.cte_list > 0 and (self.recursive and "WITH RECURSIVE " or "WITH ") .. after or text
  local finished = self.dialect.finished
  return finished and finished(made) or made
end

--- An empty compilation of a statement for a store; `over_frames` where Frames are asked in SQL.
function Level.compilation(store, over_frames)
  return setmetatable({ store = store, over_frames = over_frames, kept = {}, dialect = dialect.of(store),
    params = { n = 0 }, aliases = {}, ctes = {}, cte_list = {} },
    Compilation)
end

return Level
