--- A level: one SELECT in the making, and the compilation it belongs to.
-- A compilation collects what one statement has: dialect, parameters, table names, common table expressions. A level
-- holds the columns at hand and the clauses so far; `wrap` turns it into a common table expression and
-- starts a new level above it. Every value becomes a numbered parameter, every name is quoted and
-- comes from a column record.
--
-- Its columns stand in the order of the bound link's (parley.query.bound), which knows what they are. A record here:
-- name, type; sql (its SQL in this level); first_day, last_day (of a stored date).

local tree = require "parley.query.tree"
local expression = require "parley.query.sql.expression"
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

--- The SQL name of a table's rows: the stored table, or a common table expression that resolves its
-- claims under the query's date and policy.
function Compilation:source(home, info, as_of)
  local policy = home:view().policy
  local key = ("%s %s %p"):format(info.name, as_of, policy)
  if self.ctes[key] then return self.ctes[key] end
  local text = home:rows_sql(info, as_of, self.dialect, function(value) return self:param(value) end)
  if not text then return self.dialect.quote(info.name) end
  local name = info.name .. (as_of and " as of " .. core.day_text(as_of) or "") .. (policy and " under policy" or "")
  self.ctes[key] = self:alias(name)
  self.cte_list[#self.cte_list + 1] = ("%s AS (%s)"):format(self.ctes[key], text)
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
  copy.first_day, copy.last_day = nil, nil
  return copy
end

function Level.new(c, home, from, as_of)
  return setmetatable({ c = c, home = home, from = from, as_of = as_of, joins = {}, joined = {}, where = {},
    columns = {} }, Level)
end

function Level.same(column, changes)
  local copy = {}
  for k, v in pairs(column) do copy[k] = v end
  for k, v in pairs(changes) do copy[k] = v end
  return copy
end

-- The column records of a table that stands in the statement as `alias`.
local function table_columns(info, alias, quote)
  local columns = {}
  for i, column in ipairs(info.columns) do
    local stored_days = column.type == "date" and not info.raw
    columns[i] = { name = column.name, type = column.type, sql = alias .. "." .. quote(column.stored or column.name),
      first_day = stored_days and alias .. "." .. quote(column.name .. "_start") or nil,
      last_day = stored_days and alias .. "." .. quote(column.name .. "_end") or nil }
  end
  return columns
end

function Level.of_table(c, home, info, as_of)
  local alias = c:alias(info.name)
  local source = c:source(home, info, as_of)
  local level = Level.new(c, home, source == alias and source or source .. " AS " .. alias, as_of)
  level.alias, level.info = alias, info
  level.columns = table_columns(info, alias, c.dialect.quote)
  return level
end

-- Follows a reference: one LEFT JOIN per path, however often the path is used. Gives the columns it leads to.
function Level:reference(column, step)
  local key = step.path .. " by " .. column.sql
  if not self.joined[key] then
    local alias = self.c:alias(step.path)
    local source, quote = self.c:source(self.home, step.info, self.as_of), self.c.dialect.quote
    self.joins[#self.joins + 1] = ("LEFT JOIN %s AS %s ON %s.%s = %s"):format(source, alias, alias, quote(step.key),
      column.sql)
    self.joined[key] = table_columns(step.info, alias, quote)
  end
  return self.joined[key]
end

-- What a reference that takes several leads to: where there are several, the values of all, each once, sorted.
function Level:of_several(column, step, far)
  local d, alias = self.c.dialect, self.c:alias(step.path)
  local value, key = alias .. "." .. d.quote(step.info.columns[step.place].name), alias .. "." .. d.quote(step.key)
  local all = ("(SELECT %s FROM (SELECT DISTINCT %s AS v FROM %s AS %s WHERE %s AND %s ORDER BY 1) AS all_items)")
    :format(d.joined "v", value, self.c:source(self.home, step.info, self.as_of), alias,
      d.call("parley_includes", column.sql, key), value .. " IS NOT NULL")
  return Level.same(far, { sql = d.choose(d.call("parley_items", column.sql) .. " > 1", all, far.sql) })
end

--- The record of the column that a node of a bound tree is.
function Level:column(node)
  local found = self.columns[node.place]
  for _, step in ipairs(node.via or {}) do
    local far = self:reference(found, step)[step.place]
    found = step.several and far.type == "text" and self:of_several(found, step, far) or far
  end
  return node.reads_as and Level.same(found, { sql = self.c.dialect.read_as(found.sql, node.reads_as) }) or found
end

-- What parley.query.sql.expression needs to know of a level: `keys` are the records of the group's keys.
function Level:context(text, extra)
  local context = { text = text, dialect = self.c.dialect, param = function(_, value) return self.c:param(value) end,
    column = function(c, node) return node.kind == "key" and c.keys[node.place] or self:column(node) end }
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
    tree.fail(text, node.pos, "too_large.nested")
  end
  return sql_text
end

--- The SQL of a bound condition.
function Level:condition(condition)
  self.bounded = self.bounded or {}
  local context = self:context(condition.text, { bounded = self.bounded })
  return emitted(condition.text, condition.node, expression.condition(context, condition.node))
end

--- The record of the column that a bound item gives; `given` is what its context has beside the level's.
function Level:compute(item, given)
  local node, context = item.node, self:context(item.text, given)
  if node.path then return Level.same(context:column(node), { name = item.name, type = item.type }) end
  local text = emitted(item.text, node, expression.emit(context, node))
  return { name = item.name, type = item.type, sql = text }
end

-- Rendering -------------------------------------------------------------------------------------------
local function select_parts(columns, names, quote)
  local parts = {}
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

local function select_text(parts, distinct, clauses)
  return ("SELECT %s%s\n%s"):format(distinct and "DISTINCT " or "", select_list(parts), clauses)
end

--- The level as SELECT text; `extra` columns come after its own; `names` are those of the result where they are not
-- the columns' own.
function Level:render(extra, names)
  local columns = table.move(self.columns, 1, #self.columns, 1, {})
  table.move(extra or {}, 1, extra and #extra or 0, #columns + 1, columns)
  return select_text(select_parts(columns, names, self.c.dialect.quote), self.distinct, self:clauses())
end

function Level.indent(text) return "  " .. text:gsub("\n", "\n  ") end

--- Gives a finished SELECT a name in front of the statement. Nested subqueries would meet the parser's limit.
---@param name string  quoted
---@param text string
---@param given { columns: string[]?, recursive: boolean? }?  names for its columns; it speaks of itself
---@return string name
function Compilation:named(name, text, given)
  given = given or {}
  local columns = given.columns and "(" .. dialect.quoted_list(self.dialect, given.columns) .. ")" or ""
  self.cte_list[#self.cte_list + 1] = ("%s%s AS (\n%s\n)"):format(name, columns, Level.indent(text))
  self.recursive = self.recursive or given.recursive
  return name
end

--- The same for a level, with these columns, called `names` where these are not their own. They are written when it is
-- known which of them the statement uses: one that nobody asks for is computed on no engine.
function Compilation:named_level(name, level, columns, names, once)
  self.cte_list[#self.cte_list + 1] = { name = name, once = once, distinct = level.distinct,
    whole = level.distinct or level.whole,
    aggregated = level.aggregated, names = names, parts = select_parts(columns, names, self.dialect.quote),
    clauses = level:clauses() }
  return name
end

-- The text of a named SELECT with those of its columns that the texts after it name. Rows that have to differ differ in
-- all of their columns, and windows carry all along on every engine; a numbering stays, as it keeps a limit in place.
function Compilation:named_text(one, after)
  local parts = {}
  for i, part in ipairs(one.parts) do
    local name = one.name .. "." .. self.dialect.quote(one.names[i] or "#")
    if one.whole or i > #one.names or after:find(name, 1, true) then parts[#parts + 1] = part end
  end
  if #parts == 0 then parts[1] = one.aggregated and self.dialect.call("count", "*") or "NULL" end
  return ("%s AS %s(\n%s\n)"):format(one.name, one.once and self.dialect.computed_once or "",
    Level.indent(select_text(parts, one.distinct, one.clauses)))
end

--- A new level over this one as a subquery. An order the rows had goes along as a numbering, unless that
-- would make equal rows different; so does a limit, which SQLite would else move behind what the new level sorts.
---@param numbered boolean?  with the places of its rows, whether or not they had an order
---@param once boolean?  its columns are computed once, however often they are used
function Level:wrap(numbered, once)
  local columns, ordered = table.move(self.columns, 1, #self.columns, 1, {}), false
  if (self.order or self.limit or numbered) and not self.distinct then
    local order = self.order and ("ORDER BY " .. table.concat(self.order, ", ")) or ""
    columns[#columns + 1], ordered = { name = "#", sql = ("row_number() OVER (%s)"):format(order) }, true
    if not self.limit then self.order = nil end
  end
  local alias = self.c:alias("q")
  local names = dialect.inner_names(self.c.dialect, self.columns)
  local outer = Level.new(self.c, self.home, self.c:named_level(alias, self, columns, names, once), self.as_of)
  for i, column in ipairs(self.columns) do outer.columns[i] = self:outside(column, alias, names[i]) end
  if ordered then
    outer.number = alias .. "." .. self.c.dialect.quote "#"
    outer.order = { outer.number }
  end
  outer.info = self.info
  return outer
end

-- Helpers of the steps ---------------------------------------------------------------------------------

--- A new level when this one cannot take the step as it is.
function Level:wrap_if(condition) return condition and self:wrap() or self end

--- The level with other columns; a new one above it where they are to be computed once, or some are longer or deeper
-- than a statement should be.
---@param columns table[]
---@param once boolean?
---@return table level
function Level:with_columns(columns, once)
  self.columns = columns
  local unwieldy = false
  for _, column in ipairs(columns) do
    unwieldy = unwieldy or #column.sql > MAX_INLINE or nesting(column.sql) > MAX_NESTED
  end
  return (once or unwieldy) and self:wrap(false, once) or self
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
    local written = type(one) == "table" and self:named_text(one, after) or one
    after = written .. (i == #self.cte_list and "\n" or ",\n") .. after
  end
  return #self.cte_list > 0 and (self.recursive and "WITH RECURSIVE " or "WITH ") .. after or text
end

--- An empty compilation of a statement for a store; `over_frames` where Frames are asked in SQL.
function Level.compilation(store, over_frames)
  return setmetatable({ store = store, over_frames = over_frames, kept = {}, dialect = dialect.of(store),
    params = { n = 0 }, aliases = {}, ctes = {}, cte_list = {} },
    Compilation)
end

return Level
