--- The SQL engine: a query record to one SQLite statement.
-- The steps of a query are applied in order to a level, one SELECT in the making. A step that a level
-- cannot take any more (a condition after summarise, a sort after limit) wraps it: the level becomes a
-- common table expression and a new one starts above it. Every value becomes a numbered parameter, every name is
-- quoted and comes from a column record.
--
-- A column record: name, type; sql (its SQL in this level); start, stop (the days of a stored date);
-- references, key (the table and column it points at); vocabulary; table (where it comes from).

local errors = require "parley.errors"
local suggest = require "parley.suggest"
local check = require "parley.check"
local expr = require "parley.expr"
local sqlexpr = require "parley.sqlexpr"
local core = require "parley.core"

local quote = sqlexpr.quote

local sql = {}

-- Computed columns longer or deeper than this move into a subquery instead of being repeated; SQLite's
-- parser takes fewer than thirty levels of parentheses.
local MAX_INLINE, MAX_NESTED, MOST_NESTED = 4000, 6, 18
local MAX_PIVOT_COLUMNS = 500
local MAX_LINE = 100            -- a longer list of columns takes a line each

-- Compilation: what one statement collects -----------------------------------------------------------

local Compilation = {}
Compilation.__index = Compilation

--- Adds a parameter and gives its place in the SQL.
function Compilation:param(value)
  local n = self.params.n + 1
  self.params.n, self.params[n] = n, value
  return "?" .. n
end

-- A name no other table of the statement has.
function Compilation:alias(base)
  local n = (self.aliases[base] or 0) + 1
  self.aliases[base] = n
  return quote(n == 1 and base or base .. "_" .. n)
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
  if not text then return quote(info.name) end
  local name = as_of and ("%s as of %s"):format(info.name, core.day_text(as_of)) or info.name .. " under policy"
  if not self.ctes[name] then
    self.ctes[name] = true
    self.cte_list[#self.cte_list + 1] = ("%s AS (%s)"):format(quote(name), self:number_params(text, params))
  end
  return quote(name)
end

-- Levels ----------------------------------------------------------------------------------------------

local Level = {}
Level.__index = Level

-- The record of a column seen from outside the subquery `alias`.
local function outside(column, alias, name)
  local copy = {}
  for k, v in pairs(column) do copy[k] = v end
  copy.name, copy.sql = name or column.name, alias .. "." .. quote(column.name)
  copy.start, copy.stop = nil, nil
  return copy
end

local function new_level(c, home, from, as_of)
  return setmetatable({ c = c, home = home, from = from, as_of = as_of, joins = {}, joined = {}, where = {},
    columns = {}, by_name = {} }, Level)
end

local function same(column, changes)
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
local function table_columns(info, alias)
  local columns, by_name = {}, {}
  for i, column in ipairs(info.columns) do
    local name = alias .. "." .. quote(column.name)
    local stored_days = column.type == "date" and not info.raw
    local record = same(column, { sql = name, table = info.name,
      start = stored_days and alias .. "." .. quote(column.name .. "_start") or nil,
      stop = stored_days and alias .. "." .. quote(column.name .. "_end") or nil })
    columns[i], by_name[column.name] = record, record
  end
  return columns, by_name
end

local function table_level(c, home, info, as_of)
  local alias = c:alias(info.name)
  local source = c:source(home, info, as_of)
  local level = new_level(c, home, source == alias and source or source .. " AS " .. alias, as_of)
  level.alias, level.info = alias, info
  level.columns, level.by_name = table_columns(info, alias)
  return level
end

-- Follows a reference: one LEFT JOIN per path, however often the path is used.
function Level:reference(column, path)
  local joined = self.joined[path]
  if not joined then
    local info = self.home:table_info(column.references)
    local alias = self.c:alias(path)
    local source = self.c:source(self.home, info, self.as_of)
    self.joins[#self.joins + 1] = ("LEFT JOIN %s AS %s ON %s.%s = %s"):format(source, alias, alias,
      quote(column.key or "id"), column.sql)
    local _, by_name = table_columns(info, alias)
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

local function names_of(columns)
  local names = {}
  for i, column in ipairs(columns) do names[i] = column.name end
  return names
end

--- Names for "did you mean", and where they stand, for a path that leads nowhere.
function Level:known(path)
  local at = self.by_name[path[1]]
  for i = 2, #path do
    if not at then break end
    if not at.references then return {}, ("%s, which refers to no table"):format(at.name) end
    local info = self.home:table_info(at.references)
    at = info.by_name[path[i]]
    if not at then return names_of(info.columns), info.name end
  end
  return names_of(self.columns), self.reshaped and "this query" or self.info.name
end

-- What parley.check needs to know of a level.
function Level:scope(text, extra)
  local home = self.home
  local scope = { text = text, functions = home.functions }
  scope.column = function(path) return self:column(path) end
  scope.known = function(path) return self:known(path) end
  if home.has_term then
    scope.has_term = function(vocabulary, code) return home:has_term(vocabulary, code) end
    scope.terms = function(vocabulary) return home:term_codes(vocabulary) end
  end
  for k, v in pairs(extra or {}) do scope[k] = v end
  return scope
end

function Level:context(text, extra)
  local context = { text = text, param = function(_, value) return self.c:param(value) end }
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

--- Checks a parsed item against this level and gives the record of the column it computes.
function Level:compute(item, scope_extra, context_extra)
  local node = check.expression(self:scope(item.text, scope_extra), item.node)
  if node.kind == "column" then return same(node.column, { name = item.name }) end
  local context = self:context(item.text, context_extra)
  return { name = item.name, type = node.type == "null" and "text" or node.type,
    sql = emitted(item.text, node, sqlexpr.emit(context, node)) }
end

-- Rendering -------------------------------------------------------------------------------------------

local function select_list(columns)
  local parts = {}
  for i, column in ipairs(columns) do
    local name = quote(column.name)
    parts[i] = column.sql:sub(-#name - 1) == "." .. name and column.sql or column.sql .. " AS " .. name
  end
  local line = table.concat(parts, ", ")
  return #line <= MAX_LINE and line or table.concat(parts, ",\n  ")
end

local function clause(lines, word, parts, separator)
  if parts and #parts > 0 then lines[#lines + 1] = word .. " " .. table.concat(parts, separator or ", ") end
end

--- The level as SELECT text; `extra` columns come after its own.
function Level:render(extra)
  local columns = {}
  for i, column in ipairs(self.columns) do columns[i] = column end
  for _, column in ipairs(extra or {}) do columns[#columns + 1] = column end
  local lines = { ("SELECT %s%s"):format(self.distinct and "DISTINCT " or "", select_list(columns)),
    "FROM " .. self.from }
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

local function indent(text) return "  " .. text:gsub("\n", "\n  ") end

-- Gives a finished SELECT a name in front of the statement. Nested subqueries would meet the parser's limit.
function Compilation:named(name, text)
  self.cte_list[#self.cte_list + 1] = ("%s AS (\n%s\n)"):format(name, indent(text))
  return name
end

--- A new level over this one as a subquery. An order the rows had goes along as a numbering, unless that
-- would make equal rows different.
function Level:wrap(numbered)
  local extra
  if (self.order or numbered) and not self.distinct then
    local order = self.order and ("ORDER BY " .. table.concat(self.order, ", ")) or ""
    extra = { { name = "#", sql = ("row_number() OVER (%s)"):format(order) } }
    if not self.limit then self.order = nil end
  end
  local alias = self.c:alias("q")
  local outer = new_level(self.c, self.home, self.c:named(alias, self:render(extra)), self.as_of)
  for _, column in ipairs(self.columns) do outer:add_column(outside(column, alias)) end
  if extra then
    outer.number = alias .. '."#"'
    outer.order = { outer.number }
  end
  outer.info, outer.reshaped, outer.summarised = self.info, self.reshaped, self.summarised or self.aggregated
  return outer
end

-- Steps -----------------------------------------------------------------------------------------------

local STEPS = {}

local function wrap_if(level, condition) return condition and level:wrap() or level end

function STEPS.where(level, step)
  level = wrap_if(level, level.limit or level.distinct or level.aggregated)
  local node = check.condition(level:scope(step.text), step.node)
  level.where[#level.where + 1] = emitted(step.text, node, sqlexpr.condition(level:context(step.text), node))
  return level
end

local function refuse_twin(columns, column)
  for _, other in ipairs(columns) do
    if other.name == column.name then
      errors.raise("two columns would be called '%s'; name one with 'as', as in \"%s as other\"", column.name,
        column.name)
    end
  end
end

local function unwieldy(columns)
  for _, column in ipairs(columns) do
    if #column.sql > MAX_INLINE or nesting(column.sql) > MAX_NESTED then return true end
  end
  return false
end

function STEPS.select(level, step)
  level = wrap_if(level, level.distinct)
  local columns = {}
  for _, item in ipairs(step.items) do
    local column = level:compute(item)
    refuse_twin(columns, column)
    columns[#columns + 1] = column
  end
  level:set_columns(columns)
  return wrap_if(level, unwieldy(columns))
end

STEPS["with"] = function(level, step)
  level = wrap_if(level, level.distinct or level.aggregated)
  local columns = { table.unpack(level.columns) }
  for _, item in ipairs(step.items) do
    local column, place = level:compute(item), #columns + 1
    for i, other in ipairs(columns) do
      if other.name == column.name then place = i end
    end
    columns[place] = column
  end
  level:set_columns(columns)
  return wrap_if(level, unwieldy(columns))
end

-- SQL sort terms of a column: dates by first, then last day; missing values last either way.
local function sort_terms(column, node, context, desc)
  local way = (desc and " DESC" or " ASC") .. " NULLS LAST"
  if column.type ~= "date" then return { column.sql .. way } end
  local start = node and sqlexpr.start_of(context, node) or column.start or ("edtf_start(%s)"):format(column.sql)
  return { start .. way, (column.stop or ("edtf_stop(%s)"):format(column.sql)) .. way }
end

function STEPS.sort(level, step)
  level = wrap_if(level, level.limit or level.distinct)
  local order = {}
  for _, item in ipairs(step.items) do
    local column = level:compute(item)
    table.move(sort_terms(column, item.node, level:context(item.text), item.desc), 1, 2, #order + 1, order)
  end
  level.order = order
  return level
end

function STEPS.limit(level, step)
  level = wrap_if(level, level.limit)
  level.limit, level.offset = step.n, step.offset
  return level
end

function STEPS.distinct(level, step)
  if #step.items > 0 then level = STEPS.select(level, step) end
  level = wrap_if(level, level.limit or level.order)
  level.distinct = true
  return level
end

-- Group keys: their records, SQL and default order.
local function group_keys(level, items)
  local columns, group, order, names = {}, {}, {}, {}
  for _, item in ipairs(items) do
    local column = level:compute(item)
    refuse_twin(columns, column)
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
local function summarise(level, keys, items, aggregates)
  level = wrap_if(level, level.limit or level.distinct or level.aggregated)
  if ordered_aggregates(items) and not level.number then level = level:wrap(true) end
  local columns, group, order, names = group_keys(level, keys)
  for _, column in ipairs(aggregates(level, names)) do
    refuse_twin(columns, column)
    columns[#columns + 1] = column
  end
  level:set_columns(columns)
  level.group, level.order, level.number, level.aggregated = group, #order > 0 and order or nil, nil, true
  return level
end

function STEPS.summarise(level, step)
  return summarise(level, step.keys, step.items, function(inner, names)
    local columns = {}
    for i, item in ipairs(step.items) do
      columns[i] = inner:compute(item, { aggregates = true, keys = names }, { number = inner.number })
      columns[i].vocabulary = nil
    end
    return columns
  end)
end

-- Columns that were computed but not kept leave parameters behind that the text does not use.
local function used_params(text, params)
  local last = 0
  for n in text:gsub('"[^"]*"', ""):gmatch("%?(%d+)") do last = math.max(last, math.tointeger(n)) end
  return table.move(params, 1, last, 1, { n = last })
end

-- Pivot: the values of the column expression become columns -------------------------------------------

local function pivot_values(level, item)
  local c = level.c
  local column = level:compute(item)
  local saved = level.columns
  level.columns = { same(column, { name = "value" }) }
  local text = ("SELECT DISTINCT value FROM (%s) ORDER BY value IS NULL, value LIMIT %d"):format(level:render(),
    MAX_PIVOT_COLUMNS + 1)
  level.columns = saved
  local values = { n = 0 }
  text = c:with_text(text)
  for value in level.home.store:each(text, used_params(text, c.params), { column.type }) do
    values.n = values.n + 1
    values[values.n] = value
  end
  if values.n > MAX_PIVOT_COLUMNS then
    errors.raise("pivot over '%s' would make more than %d columns; group or filter it first", item.text,
      MAX_PIVOT_COLUMNS)
  end
  return column, values
end

local function pivot_columns(level, names, step, values)
  local columns, pivoted = {}, level:compute(step.columns)
  for i = 1, values.n do
    local value = values[i]
    local missing = value == level.home.null
    local filter = ("%s IS %s"):format(pivoted.sql, missing and "NULL" or level.c:param(value))
    local column = level:compute(step.values, { aggregates = true, keys = names },
      { filter = filter, number = level.number })
    column.name, column.vocabulary = missing and "missing" or tostring(value), nil
    columns[i] = column
  end
  return columns
end

local function is_aggregate(node) return node.kind == "call" and check.AGGREGATES[node.name] ~= nil end

function STEPS.pivot(level, step)
  if not expr.find(step.values.node, is_aggregate) then
    errors.raise("values of pivot must be an aggregate such as count() or sum(best), not '%s'", step.values.text)
  end
  level = wrap_if(level, level.limit or level.distinct or level.aggregated)
  local _, values = pivot_values(level, step.columns)
  return summarise(level, step.rows, { step.values }, function(inner, names)
    return pivot_columns(inner, names, step, values)
  end)
end

-- Joins -----------------------------------------------------------------------------------------------

local function key_column(level, name, side)
  local column = level.by_name[name]
  if column then return column end
  errors.raise("no column '%s' on the %s of the join%s", name, side, suggest.hint(name, names_of(level.columns)))
end

-- Where `on` is not given: the one column of the left that refers to the right's table.
local function natural_keys(level, right)
  local target, found = right.info and right.info.name, {}
  for _, column in ipairs(level.columns) do
    if target and column.references == target then found[#found + 1] = column.name end
  end
  if #found == 1 and right.by_name.id then return { { found[1], "id" } } end
  errors.raise("state how the join meets: {on = \"column\"} or {on = {left_column = \"right_column\"}}%s",
    #found > 1 and "; several columns refer to " .. target .. ": " .. table.concat(found, ", ") or "")
end

local function join_conditions(level, right, alias, keys)
  local conditions, dropped = {}, {}
  for _, key in ipairs(keys) do
    local a, b = key_column(level, key[1], "left"), key_column(right, key[2], "right")
    local numeric = { integer = true, number = true }
    if a.type ~= b.type and a.type ~= "any" and b.type ~= "any" and not (numeric[a.type] and numeric[b.type]) then
      errors.raise("cannot join %s (%s) with %s (%s)", a.name, a.type, b.name, b.type)
    end
    conditions[#conditions + 1] = ("%s.%s = %s"):format(alias, quote(b.name), a.sql)
    dropped[b.name] = true
  end
  return table.concat(conditions, " AND "), dropped
end

-- The right side's columns beside the left's: keys dropped, a taken name prefixed with its table's.
local function joined_columns(level, right, alias, dropped)
  for _, column in ipairs(right.columns) do
    if not dropped[column.name] then
      local name = column.name
      if level.by_name[name] then name = (right.info and right.info.name or "right") .. "_" .. name end
      if level.by_name[name] then
        errors.raise("both sides of the join have a column '%s'; rename one with select(\"%s as other\")", name, name)
      end
      level:add_column(outside(column, alias, name))
    end
  end
end

function STEPS.join(level, step)
  level = wrap_if(level, level.limit or level.distinct or level.aggregated)
  local right = sql.level(level.c, step.query)
  local keys = step.keys or natural_keys(level, right)
  local alias = level.c:alias("joined")
  local conditions, dropped = join_conditions(level, right, alias, keys)
  local rows = level.c:named(alias, right:render())
  if step.kind == "semi" or step.kind == "anti" then
    local word = step.kind == "anti" and "NOT EXISTS" or "EXISTS"
    level.where[#level.where + 1] = ("%s (SELECT 1 FROM %s WHERE %s)"):format(word, rows, conditions)
    return level
  end
  local word = step.kind == "left" and "LEFT" or "INNER"
  level.joins[#level.joins + 1] = ("%s JOIN %s ON %s"):format(word, rows, conditions)
  level.reshaped = true
  joined_columns(level, right, alias, dropped)
  return level
end

-- Search and claims -----------------------------------------------------------------------------------

function STEPS.search(level, step)
  if level.aggregated or level.limit or level.distinct or not level.alias then
    errors.raise("search() belongs to the rows of a table; call it first")
  end
  local found = require("parley.search").index(level.home, level.info, level.as_of)
  local text, hit = level.c:alias("words"), level.c:alias("hit")
  level.joins[#level.joins + 1] = ('INNER JOIN %s AS %s ON %s.tbl = %s AND %s.id = %s."id"'):format(found.text, text,
    text, level.c:param(level.info.name), text, level.alias)
  level.joins[#level.joins + 1] = ("INNER JOIN %s AS %s ON %s.rowid = %s.key"):format(found.index, hit, hit, text)
  level.where[#level.where + 1] = ("%s.%s MATCH %s"):format(hit, found.column, level.c:param(step.match))
  level.order = { hit .. ".rank", level.alias .. '."id"' }
  return level
end

-- The claims behind the rows of a query: its steps, then the ids they leave.
local function claims_level(c, query)
  local rows = sql.level(c, query.claims_of)
  if rows.aggregated or rows.summarised or not rows.info or not rows.info.claims then
    errors.raise("claims() needs the rows of a table that rests on claims; call it before summarise()")
  end
  local id = { name = "id", type = "text", sql = rows.alias and rows.alias .. '."id"' or nil }
  if not id.sql then
    id = rows.by_name.id or errors.raise("claims() needs the column id of the rows; keep it in select()")
  end
  rows:set_columns { same(id, { name = "id" }) }
  local level = table_level(c, query.home, query.info)
  level.where = { ("%s.\"id\" IN (\n%s\n)"):format(level.alias, indent(rows:render())),
    level.alias .. '."retracted_at" IS NULL' }
  local day = query.claims_of.day
  if day then level.where[3] = ('%s."reported_end" <= %s'):format(level.alias, c:param(day)) end
  level.order = { level.alias .. '."id"', level.alias .. '."claim"' }
  return level
end

-- Whole queries -----------------------------------------------------------------------------------------

--- The level a query's steps build, inside a compilation.
function sql.level(c, query)
  local level
  if query.claims_of then
    level = claims_level(c, query)
  else
    level = table_level(c, query.home, query.info, query.day)
  end
  for _, step in ipairs(query.steps) do level = STEPS[step.verb](level, step) end
  return level
end

--- The text of a statement with the common table expressions it uses in front.
function Compilation:with_text(text)
  if #self.cte_list == 0 then return text end
  return "WITH " .. table.concat(self.cte_list, ",\n") .. "\n" .. text
end

local function compilation()
  return setmetatable({ params = { n = 0 }, aliases = {}, ctes = {}, cte_list = {} }, Compilation)
end

--- Compiles a query.
---@param query parley.Query
---@return { text: string, params: table, columns: table[] }
function sql.compile(query)
  local c = compilation()
  local level = sql.level(c, query)
  local text = c:with_text(level:render())
  return { text = text, params = used_params(text, c.params), columns = level.columns }
end

return sql
