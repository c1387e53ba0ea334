--- A level: one SELECT in the making, and the compilation it belongs to.
-- A compilation collects what one statement has: dialect, parameters, table names, common table expressions. A level
-- holds the columns at hand and the clauses so far; `wrap` turns it into a common table expression and
-- starts a new level above it. Every value becomes a numbered parameter, every name is quoted and
-- comes from a column record.
--
-- A column record: name, type; sql (its SQL in this level); start, stop (the days of a stored date);
-- references, key (the table and column it points at); vocabulary; table (where it comes from).

local check = require "parley.query.bind"
local expr = require "parley.query.expr"
local lists = require "parley.base.lists"
local sqlexpr = require "parley.query.sql.expression"
local core = require "parley.core"
local dialect = require "parley.query.sql.dialect"

-- Computed columns longer or deeper than this move into a subquery instead of being repeated; SQLite's
-- parser takes fewer than thirty levels of parentheses.
local MAX_INLINE, MAX_NESTED, MOST_NESTED = 4000, 6, 18
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

-- Numbers the plain `?` of a piece of SQL.
function Compilation:number_params(text, params)
  local i = 0
  return (text:gsub("%?", function()
    i = i + 1
    return self:param(params[i])
  end))
end

--- The SQL name of a table's rows: the stored table, or a common table expression that resolves its
-- claims under the query's date and policy.
function Compilation:source(home, info, as_of)
  local text, params = home:rows_sql(info, as_of)
  if not text then return self.dialect.quote(info.name) end
  local policy = home:view().policy
  local key = ("%s %s %p"):format(info.name, as_of, policy)
  if not self.ctes[key] then
    local name = info.name .. (as_of and " as of " .. core.day_text(as_of) or "") .. (policy and " under policy" or "")
    self.ctes[key] = self:alias(name)
    self.cte_list[#self.cte_list + 1] = ("%s AS (%s)"):format(self.ctes[key], self:number_params(text, params))
  end
  return self.ctes[key]
end

-- Levels ----------------------------------------------------------------------------------------------

local Level = {}
Level.__index = Level

--- The record of a column seen from outside the subquery `alias`, where it is called `inner`.
function Level:outside(column, alias, inner, name)
  local copy = {}
  for k, v in pairs(column) do copy[k] = v end
  copy.name, copy.sql = name or column.name, alias .. "." .. self.c.dialect.quote(inner)
  copy.start, copy.stop = nil, nil
  return copy
end

function Level.new(c, home, from, as_of)
  return setmetatable({ c = c, home = home, from = from, as_of = as_of, joins = {}, joined = {}, where = {},
    columns = {}, by_name = {} }, Level)
end

function Level.same(column, changes)
  local copy = {}
  for k, v in pairs(column) do copy[k] = v end
  for k, v in pairs(changes) do copy[k] = v end
  return copy
end

function Level:add_column(column)
  self.columns[#self.columns + 1] = column
  self.by_name[column.name] = column
end

-- Other columns than those of the table it began with.
function Level:set_columns(columns)
  self.columns, self.by_name, self.reshaped = {}, {}, true
  for _, column in ipairs(columns) do self:add_column(column) end
end

-- The column records of a table that stands in the statement as `alias`.
local function table_columns(info, alias, quote)
  local columns, by_name = {}, {}
  for i, column in ipairs(info.columns) do
    local name = alias .. "." .. quote(column.stored or column.name)
    local stored_days = column.type == "date" and not info.raw
    local record = Level.same(column, { sql = name, table = info.name,
      start = stored_days and alias .. "." .. quote(column.name .. "_start") or nil,
      stop = stored_days and alias .. "." .. quote(column.name .. "_end") or nil })
    columns[i], by_name[column.name] = record, record
  end
  return columns, by_name
end

function Level.of_table(c, home, info, as_of)
  local alias = c:alias(info.name)
  local source = c:source(home, info, as_of)
  local level = Level.new(c, home, source == alias and source or source .. " AS " .. alias, as_of)
  level.alias, level.info = alias, info
  level.columns, level.by_name = table_columns(info, alias, c.dialect.quote)
  return level
end

-- Follows a reference: one LEFT JOIN per path, however often the path is used.
function Level:reference(column, path)
  local joined = self.joined[path]
  if not joined then
    local info = self.home:table_info(column.references)
    local alias = self.c:alias(path)
    local source, quote = self.c:source(self.home, info, self.as_of), self.c.dialect.quote
    self.joins[#self.joins + 1] = ("LEFT JOIN %s AS %s ON %s.%s = %s"):format(source, alias, alias,
      quote(column.key or "id"), column.sql)
    local _, by_name = table_columns(info, alias, quote)
    joined = { info = info, by_name = by_name }
    self.joined[path] = joined
  end
  return joined
end

--- The column a dotted path leads to, or nil.
function Level:column(path)
  local found = self.by_name[path[1]]
  for i = 2, #path do
    if not (found and found.references) then return nil end
    found = self:reference(found, table.concat(path, ".", 1, i - 1)).by_name[path[i]]
  end
  return found
end

--- Where a path that leads nowhere breaks off: names for "did you mean", the table, the part that is wrong.
function Level:known(path)
  local at = self.by_name[path[1]]
  for i = 2, at and #path or 0 do
    if not at.references then return {}, ("%s, which refers to no table"):format(at.name), path[i] end
    local info = self.home:table_info(at.references)
    at = info.by_name[path[i]]
    if not at then return lists.field(info.columns, "name"), info.name, path[i] end
  end
  local where = self.reshaped and "this query" or self.info.title or self.info.name
  return lists.field(self.columns, "name"), where, path[1]
end

-- What parley.query.bind needs to know of a level.
function Level:scope(text, extra)
  local home = self.home
  local scope = { text = text, functions = home.functions }
  scope.column = function(path) return self:column(path) end
  scope.known = function(path) return self:known(path) end
  if home.has_term then
    scope.has_term = function(vocabulary, code) return home:has_term(vocabulary, code) end
    scope.terms = function(vocabulary) return home:term_codes(vocabulary) end
    scope.meant = function(target, id) return home:meant(target, id) end
  end
  for k, v in pairs(extra or {}) do scope[k] = v end
  return scope
end

function Level:context(text, extra)
  local context = { text = text, dialect = self.c.dialect, param = function(_, value) return self.c:param(value) end }
  for k, v in pairs(extra or {}) do context[k] = v end
  return context
end

local function nesting(text)
  local depth, deepest = 0, 0
  for char in text:gmatch("[()]") do
    depth = depth + (char == "(" and 1 or -1)
    deepest = math.max(deepest, depth)
  end
  return deepest
end

-- The SQL of a node, unless SQLite's parser would give up on it.
local function emitted(text, node, sql_text)
  if nesting(sql_text) > MOST_NESTED then
    expr.fail(text, node.pos, "nested too deep together with the columns it uses; compute a part first, with with()")
  end
  return sql_text
end

--- Checks a parsed condition against this level and gives its SQL.
function Level:condition(step)
  local node = check.condition(self:scope(step.text), step.node)
  return emitted(step.text, node, sqlexpr.condition(self:context(step.text), node))
end

--- Checks a parsed item against this level and gives the record of the column it computes.
function Level:compute(item, scope_extra, context_extra)
  local node = check.expression(self:scope(item.text, scope_extra), item.node)
  if node.kind == "column" then return Level.same(node.column, { name = item.name }) end
  local context = self:context(item.text, context_extra)
  return { name = item.name, type = node.type == "null" and "text" or node.type,
    sql = emitted(item.text, node, sqlexpr.emit(context, node)) }
end

-- Rendering -------------------------------------------------------------------------------------------
local function select_list(columns, names, quote)
  local parts = {}
  for i, column in ipairs(columns) do
    local name = quote(names and names[i] or column.name)
    parts[i] = column.sql:sub(-#name - 1) == "." .. name and column.sql or column.sql .. " AS " .. name
  end
  local line = table.concat(parts, ", ")
  return #line <= MAX_LINE and line or table.concat(parts, ",\n  ")
end

local function clause(lines, word, parts, separator)
  if parts and #parts > 0 then lines[#lines + 1] = word .. " " .. table.concat(parts, separator or ", ") end
end

--- The level as SELECT text; `extra` columns come after its own; `names` are those of the result where they are not
-- the columns' own.
function Level:render(extra, names)
  local columns = {}
  for i, column in ipairs(self.columns) do columns[i] = column end
  for _, column in ipairs(extra or {}) do columns[#columns + 1] = column end
  local list = select_list(columns, names, self.c.dialect.quote)
  local lines = { ("SELECT %s%s"):format(self.distinct and "DISTINCT " or "", list), "FROM " .. self.from }
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

function Level.indent(text) return "  " .. text:gsub("\n", "\n  ") end

-- Gives a finished SELECT a name in front of the statement. Nested subqueries would meet the parser's limit.
function Compilation:named(name, text)
  self.cte_list[#self.cte_list + 1] = ("%s AS (\n%s\n)"):format(name, Level.indent(text))
  return name
end

--- A new level over this one as a subquery. An order the rows had goes along as a numbering, unless that
-- would make equal rows different; so does a limit, which SQLite would else move behind what the new level sorts.
function Level:wrap(numbered)
  local extra
  if (self.order or self.limit or numbered) and not self.distinct then
    local order = self.order and ("ORDER BY " .. table.concat(self.order, ", ")) or ""
    extra = { { name = "#", sql = ("row_number() OVER (%s)"):format(order) } }
    if not self.limit then self.order = nil end
  end
  local alias = self.c:alias("q")
  local names = dialect.inner_names(self.c.dialect, self.columns)
  local outer = Level.new(self.c, self.home, self.c:named(alias, self:render(extra, names)), self.as_of)
  for i, column in ipairs(self.columns) do outer:add_column(self:outside(column, alias, names[i])) end
  if extra then
    outer.number = alias .. "." .. self.c.dialect.quote "#"
    outer.order = { outer.number }
  end
  outer.info, outer.reshaped, outer.summarised = self.info, self.reshaped, self.summarised or self.aggregated
  return outer
end

-- Helpers of the steps ---------------------------------------------------------------------------------

--- A new level when this one cannot take the step as it is.
function Level:wrap_if(condition) return condition and self:wrap() or self end

--- Whether some column had better be computed once, in a subquery.
function Level.unwieldy(columns)
  for _, column in ipairs(columns) do
    if #column.sql > MAX_INLINE or nesting(column.sql) > MAX_NESTED then return true end
  end
  return false
end

-- Columns that were computed but not kept leave parameters behind that the text does not use.
function Compilation:used_params(text)
  local last = self.dialect.last_param(text)
  return table.move(self.params, 1, last, 1, { n = last })
end

--- The text of a statement with the common table expressions it uses in front.
function Compilation:with_text(text)
  if #self.cte_list == 0 then return text end
  return "WITH " .. table.concat(self.cte_list, ",\n") .. "\n" .. text
end

--- An empty compilation of a query over what a home holds.
function Level.compilation(home)
  return setmetatable({ dialect = dialect.of(home.store), params = { n = 0 }, aliases = {}, ctes = {}, cte_list = {} },
    Compilation)
end

return Level
