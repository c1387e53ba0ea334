--- Queries: immutable, lazy records of clauses.
-- A verb returns a new query with one step more; nothing runs before an end (rows, frame, count, …).
-- Each verb checks names and types at once, so that a mistake is reported at the line that made it.
-- What a step means in SQL is parley.query.sql.compile's business.

local attachments = require "parley.base.attachments"
local errors = require "parley.base.errors"
local suggest = require "parley.base.suggest"
local options = require "parley.base.options"
local expr = require "parley.query.expr"
local sql = require "parley.query.sql.compile"
local core = require "parley.core"
local lists = require "parley.base.lists"

expr.null = core.null

---@class parley.Query
---@field home table      where the rows live: a Dataset, or a Frame, whose home.engine runs the query
---@field info table      the table it starts from
---@field steps table[]   verbs applied, in order
---@field day integer?    day whose knowledge is asked for
---@field sum fun(self: parley.Query, x: string): any
---@field mean fun(self: parley.Query, x: string): any
---@field min fun(self: parley.Query, x: string): any
---@field max fun(self: parley.Query, x: string): any
---@field median fun(self: parley.Query, x: string): any
---@field count_distinct fun(self: parley.Query, x: string): any
---@field list fun(self: parley.Query, x: string): any
---@field to_csv fun(self: parley.Query): string
---@field to_json fun(self: parley.Query): string
---@field to_jsonl fun(self: parley.Query): string
---@field to_markdown fun(self: parley.Query): string
---@field to_latex fun(self: parley.Query): string
---@field to_html fun(self: parley.Query): string
---@field to_graphml fun(self: parley.Query): string
---@field to_dot fun(self: parley.Query): string
local Query = {}
local query = { Query = Query }

-- Records ---------------------------------------------------------------------------------------------

local function new(home, info, steps, rest)
  local q = { home = home, info = info, steps = steps or {} }
  for k, v in pairs(rest or {}) do q[k] = v end
  return setmetatable(q, Query)
end

-- The same query with some of its record changed.
local function derive(q, changes)
  local rest = { day = q.day, claims_of = q.claims_of, keys = q.keys }
  for k, v in pairs(changes) do rest[k] = v or nil end
  return new(q.home, q.info, changes.steps or q.steps, rest)
end

--- A query for all rows of a table.
---@param home table
---@param info table
---@return parley.Query
function query.from(home, info) return new(home, info, {}, { day = home:view().as_of }) end

--- Whether a value is a query.
---@param x any
---@return boolean
function query.is_query(x) return getmetatable(x) == Query end

local function engine_of(q) return rawget(q.home, "engine") or sql end

local function compiled(q)
  q.home:check_open()
  return engine_of(q).compile(q)
end

local function extended(q, step)
  local steps = table.move(q.steps, 1, #q.steps, 1, {})
  steps[#steps + 1] = step
  local result = derive(q, { steps = steps })
  compiled(result)
  return result
end

-- `by` waits for what it groups; any other verb after it is a slip.
local function refuse_keys(q, verb)
  if not q.keys then return end
  errors.raise("%s after by(): say first what to make of the groups, with summarise(...) or count()",
    verb and verb .. "()" or "no rows yet")
end

-- Verbs -----------------------------------------------------------------------------------------------

local function parse_all(parse, what, ...)
  local items = {}
  for i = 1, select("#", ...) do
    local text = select(i, ...)
    if type(text) ~= "string" then
      errors.raise("argument %d of %s() must be an expression (text), not a %s", i, what, type(text))
    end
    items[i] = parse(text)
  end
  return items
end

local function need_items(items, what, example)
  if #items == 0 then errors.raise("%s() needs at least one expression, as in %s", what, example) end
end

local function column_node(name)
  local path = {}
  for part in (name .. "."):gmatch("([^.]*)%.") do path[#path + 1] = part end
  return { kind = "column", path = path, pos = 1 }
end

-- The condition `column = value`, `column in (list)` or `column is nil`, as a tree.
local function equality(name, value)
  local column = column_node(name)
  if rawequal(value, core.null) then return { kind = "is_nil", operand = column, pos = 1 } end
  if type(value) ~= "table" then
    return { kind = "compare", op = "=", left = column, right = expr.literal(value, 1), pos = 1 }
  end
  local list, missing = {}, false
  for _, item in ipairs(value) do
    if rawequal(item, core.null) then missing = true else list[#list + 1] = expr.literal(item, 1) end
  end
  local node = { kind = "in", operand = column, list = list, negated = false, pos = 1 }
  if not missing then return node end
  return { kind = "logic", op = "or", left = node, right = { kind = "is_nil", operand = column_node(name), pos = 1 },
    pos = 1 }
end

local PLAIN = { string = true, number = true, boolean = true }

local function check_value(name, value)
  if PLAIN[type(value)] or rawequal(value, core.null) then return end
  if type(value) ~= "table" or getmetatable(value) then
    errors.raise("where{%s = ...} takes a value, a list of values or parley.null, not a %s", name, type(value))
  end
  for i, item in ipairs(value) do
    if not PLAIN[type(item)] and not rawequal(item, core.null) then
      errors.raise("item %d of where{%s = ...} is a %s; give text, numbers, booleans or parley.null", i, name,
        type(item))
    end
  end
  for key in pairs(value) do
    if math.type(key) ~= "integer" then
      errors.raise("where{%s = ...} takes a list of values, but '%s' is a key", name, tostring(key))
    elseif key > #value or value[key - 1] == nil and key > 1 then
      errors.raise("the list in where{%s = ...} has a nil before item %d; parley.null stands for missing", name, key)
    end
  end
end

local function where_table(q, conditions)
  local names = {}
  for name in pairs(conditions) do
    if type(name) ~= "string" then
      errors.raise("where{...} takes column = value pairs; %s stands without a column", tostring(conditions[name]))
    end
    names[#names + 1] = name
  end
  table.sort(names)
  for _, name in ipairs(names) do
    check_value(name, conditions[name])
    q = extended(q, { verb = "where", node = equality(name, conditions[name]) })
  end
  return q
end

--- Keeps the rows for which a condition holds; several `where` are joined by *and*.
---@param condition table|string  column = value pairs (a list means any of them, parley.null missing), or an expression
---@param ... any  values of the expression's `?`
---@return parley.Query
function Query:where(condition, ...)
  refuse_keys(self, "where")
  if type(condition) == "table" and not getmetatable(condition) then
    if select("#", ...) > 0 then errors.raise("where{...} takes no further arguments") end
    return where_table(self, condition)
  end
  if type(condition) ~= "string" then
    errors.raise("where() takes a table of column = value or an expression (text), not a %s", type(condition))
  end
  return extended(self, { verb = "where", text = condition, node = expr.parse(condition, table.pack(...)) })
end

--- Exactly these columns, in this order; `"expression as name"`.
---@param ... string  expressions
---@return parley.Query
function Query:select(...)
  refuse_keys(self, "select")
  local items = parse_all(expr.parse_item, "select", ...)
  need_items(items, "select", "select(\"topic\", \"talk.date as talk_date\")")
  return extended(self, { verb = "select", items = items })
end

--- All columns, and these computed ones; one of the same name is replaced.
---@param ... string  expressions
---@return parley.Query
Query["with"] = function(self, ...)
  refuse_keys(self, "with")
  local items = parse_all(expr.parse_item, "with", ...)
  need_items(items, "with", "with(\"high - low as spread\")")
  return extended(self, { verb = "with", items = items })
end

--- Groups the rows by these values; `summarise`, `count`, `sum`, … say what becomes of the groups.
---@param ... string  expressions
---@return parley.Query
function Query:by(...)
  refuse_keys(self, "by")
  local keys = parse_all(expr.parse_item, "by", ...)
  need_items(keys, "by", "by(\"party\", \"topic\")")
  compiled(extended(self, { verb = "summarise", keys = keys, items = {} }))
  return derive(self, { keys = keys })
end

local function summarised(q, items)
  return extended(derive(q, { keys = false }), { verb = "summarise", keys = q.keys or {}, items = items })
end

--- One row per group, sorted by the group's keys (one row in all without `by`).
---@param ... string  aggregates, such as "sum(best) as total"
---@return parley.Query
function Query:summarise(...)
  local items = parse_all(expr.parse_item, "summarise", ...)
  need_items(items, "summarise", "summarise(\"count()\", \"sum(best) as total\")")
  return summarised(self, items)
end

--- Sorts by expressions, `"made desc"` downwards; missing values come last either way.
---@param ... string  expressions, each with "desc" after it or not
---@return parley.Query
function Query:sort(...)
  refuse_keys(self, "sort")
  for i = 1, select("#", ...) do
    local word = select(i, ...)
    if word == "desc" or word == "asc" then
      errors.raise("sort() takes the direction with the key: sort(\"made %s\")", word)
    end
  end
  local items = parse_all(expr.parse_sort, "sort", ...)
  need_items(items, "sort", "sort(\"made desc\", \"topic\")")
  return extended(self, { verb = "sort", items = items })
end

--- At most `n` rows, after leaving out the first `offset`.
---@param n integer
---@param offset integer?
---@return parley.Query
function Query:limit(n, offset)
  refuse_keys(self, "limit")
  return extended(self, { verb = "limit", n = options.whole_number(n, "limit(n)"),
    offset = offset ~= nil and options.whole_number(offset, "the offset of limit()") or nil })
end

--- Different rows only; with expressions, the different values of these.
---@param ... string  expressions
---@return parley.Query
function Query:distinct(...)
  refuse_keys(self, "distinct")
  return extended(self, { verb = "distinct", items = parse_all(expr.parse_item, "distinct", ...) })
end

local function one_or_more(value, what)
  if type(value) == "table" then return value end
  if type(value) == "string" then return { value } end
  errors.raise("%s must be an expression or a list of them, not a %s", what, type(value))
end

--- A cross table: a row per value of `rows`, a column per value of `columns`, `values` in the cells.
---@param given { rows: string|string[], columns: string, values: string? }
---@return parley.Query
function Query:pivot(given)
  refuse_keys(self, "pivot")
  given = options.check(given, "pivot{}", { "rows", "columns", "values" })
  if type(given.columns) ~= "string" then errors.raise("pivot{} needs columns = an expression (text)") end
  local rows = one_or_more(given.rows, "rows of pivot{}")
  return extended(self, { verb = "pivot", rows = parse_all(expr.parse_item, "pivot", table.unpack(rows)),
    columns = expr.parse_item(given.columns), values = expr.parse_item(given.values or "count()") })
end

local JOIN_KINDS = { "inner", "left", "semi", "anti" }

-- "a" or {"a", left = "right"} as pairs, in a stable order.
local function join_keys(on)
  if on == nil then return nil end
  if type(on) == "string" then return { { on, on } } end
  if type(on) ~= "table" then errors.raise("on of join() is a column name or a table of them, not a %s", type(on)) end
  local keys, named = {}, {}
  for _, name in ipairs(on) do keys[#keys + 1] = { name, name } end
  for left, right in pairs(on) do
    if type(left) == "string" then named[#named + 1] = { left, right } end
  end
  table.sort(named, function(a, b) return a[1] < b[1] end)
  table.move(named, 1, #named, #keys + 1, keys)
  if #keys == 0 then errors.raise("on of join() names no column") end
  return keys
end

-- The other side where the query's own engine has its rows: on columns as a Frame, in SQL in the same store.
local function brought_home(q, other)
  local frame = require "parley.frame.frame"
  local engine = engine_of(q)
  if query.is_query(other) and engine_of(other) == engine and (engine ~= sql or other.home.store == q.home.store) then
    return other
  elseif engine ~= sql then
    return query.is_query(other) and other or frame.query(other)
  end
  return query.from(q.home, frame.copy_into(q.home.store, other:frame()))
end

--- Joins another query, or a Frame: `on` a column name or {left = "right"}; without it, along the one
-- reference from the left rows to the right table.
---@param other parley.Query
---@param given { on: string|table|nil, kind: "inner"|"left"|"semi"|"anti"|nil }?
---@return parley.Query
function Query:join(other, given)
  refuse_keys(self, "join")
  given = options.check(given, "join()", { "on", "kind" })
  if query.is_query(other) then
    refuse_keys(other, "join")
  elseif not require("parley.frame.frame").is_frame(other) then
    errors.raise("join() takes a query or a Frame, not a %s", type(other))
  end
  local kind = options.one_of(given.kind or "inner", JOIN_KINDS, "kind of join")
  return extended(self, { verb = "join", query = brought_home(self, other), kind = kind, keys = join_keys(given.on) })
end

--- Events as the rows of another table: talks, demands, responses or outcomes, by their acts and the cross-walk.
---@param name "talks"|"demands"|"responses"|"outcomes"
---@return parley.Query
function Query:as(name)
  refuse_keys(self, "as")
  if self.info.name ~= "events" then errors.raise("as() turns events into other rows; this query is of %s",
    self.info.title or self.info.name) end
  name = options.one_of(name, require("parley.query.event_views").names, "table of as()")
  if not name then errors.raise("as() takes the name of a table, such as as(\"demands\")") end
  return extended(self, { verb = "as", table = name })
end

--- Rows whose text holds all the words; best match first. "…" keeps words together, `ceasef*` matches beginnings.
---@param text string
---@return parley.Query
function Query:search(text)
  refuse_keys(self, "search")
  if self.claims_of or self.info.raw then
    errors.raise("search() looks through the rows of a Parley table; here, contains(column, 'text') finds text")
  end
  return extended(self, { verb = "search", match = require("parley.storage.full_text").match(text) })
end

-- The query as of a day, with all it draws on: joined queries, and the rows whose claims are asked for. Of two
-- days, the earlier counts.
local function dated(q, day)
  local limit, steps = math.min(day, q.day or day, q.home:view().as_of or day), {}
  for i, step in ipairs(q.steps) do
    steps[i] = step
    if step.query and not step.query.info.raw then
      local copy = {}
      for k, v in pairs(step) do copy[k] = v end
      copy.query = dated(step.query, day)
      steps[i] = copy
    end
  end
  return derive(q, { day = limit, steps = steps, claims_of = q.claims_of and dated(q.claims_of, day) })
end

--- The rows as they stood on what had been reported by the end of that day.
---@param date string  EDTF; its last day counts
---@return parley.Query
function Query:as_of(date)
  if not (self.home.schema and self.home.schema.parley) then
    errors.raise("as_of() needs the tables of a Parley dataset, whose claims say when they were reported")
  end
  local result = dated(self, require("parley.base.dates").last_day(date, "as_of()"))
  compiled(result.keys and result:count() or result)
  return result
end

--- The claims behind the rows, with their provenance; retracted claims are left out.
---@return parley.Query
function Query:claims()
  refuse_keys(self, "claims")
  local info = self.home:claims_info(self.info)
  if not info then errors.raise("%s does not rest on claims: its rows stand for themselves", self.info.name) end
  local result = new(self.home, info, {}, { claims_of = self })
  compiled(result)
  return result
end

-- Ends ------------------------------------------------------------------------------------------------

-- What runs: groups without an aggregate cannot.
local function runnable(q)
  refuse_keys(q)
  return compiled(q)
end

--- Names of the columns.
---@return string[]
function Query:columns() return lists.names(lists.field(runnable(self).columns, "name")) end

--- Types of the columns, in the same order.
---@return string[]
function Query:types() return lists.names(lists.field(runnable(self).columns, "type")) end

--- Rows as tables, streamed: `for row in q:rows() do`. Missing values are absent.
---@return fun(): table? next, nil, nil, userdata closing
function Query:rows() return engine_of(self).rows(self, runnable(self)) end

--- Plain values, streamed: `for a, b in q:each("a", "b") do`; all columns without arguments. A missing
-- value is nil, but parley.null in the first place, where nil would end the loop.
---@param ... string  expressions
---@return fun(): any next, nil, nil, userdata closing
function Query:each(...)
  local q = select("#", ...) > 0 and self:select(...) or self
  return engine_of(q).each(q, runnable(q))
end

--- All rows as a Frame.
---@return parley.Frame
function Query:frame()
  local frame = require "parley.frame.frame"          -- loading it gives Frames their verbs
  local f = engine_of(self).frame(self, runnable(self))
  if self.claims_of or self.info.raw then return f end
  return frame.note_origin(f, self.info.name)
end

--- All rows, as a list of tables.
---@return table[]
function Query:all()
  local list = {}
  for row in self:rows() do list[#list + 1] = row end
  return lists.rows(list, self:columns())
end

--- The first row, or nil.
---@return table?
function Query:first() return lists.row(self:limit(1):all()[1], self:columns()) end

--- The only row; none or several are an error.
---@return table
function Query:one()
  local found = self:limit(2):all()
  if #found == 1 then return lists.row(found[1], self:columns()) end
  local count = #found == 0 and "none" or ("%d"):format(self:count())
  errors.raise("one() expects exactly one row of %s, but found %s; use first() or all()", self.info.name, count)
end

-- A short aggregate, of the expression `x` if there is one: a column per group after by(), else the plain value.
local function aggregate(q, name, x, p)
  local args, text = {}, name
  if x ~= nil then
    local inner = expr.parse_item(x)
    args[1], text = inner.node, x
    args[2] = p and expr.literal(p, 1) or nil
  end
  local node = { kind = "call", name = name, args = args, pos = 1 }
  local result = summarised(q, { { node = node, name = expr.call_name(node, name), text = text } })
  if q.keys then return result end
  for value in engine_of(q).each(result, compiled(result)) do
    if value ~= core.null then return value end
  end
  return nil
end

--- Number of rows, or of rows with a value of `x`; per group after by().
---@param x string?  an expression
---@return integer|parley.Query
function Query:count(x) return aggregate(self, "count", x) end

for _, name in ipairs { "sum", "mean", "min", "max", "median", "count_distinct", "list" } do
  --- The aggregate of an expression: a plain value, nil where there is none; per group after by().
  ---@param x string  an expression
  ---@return any
  Query[name] = function(self, x)
    if type(x) ~= "string" then errors.raise("%s() needs an expression, as in %s(\"best\")", name, name) end
    return aggregate(self, name, x)
  end
end

--- The value below which a share `p` of the values lies, interpolated; per group after by().
---@param x string  an expression
---@param p number  from 0 to 1
---@return number|parley.Query|nil
function Query:quantile(x, p)
  if type(x) ~= "string" or type(p) ~= "number" then
    errors.raise("quantile() needs an expression and a number from 0 to 1, as in quantile(\"best\", 0.9)")
  end
  return aggregate(self, "quantile", x, p)
end

--- One record by its id; prints as field and value lines, each with its number of claims.
---@param id string
---@return parley.Record
function Query:get(id)
  if engine_of(self) ~= sql then
    errors.raise("get() is for the tables of a dataset; of a Frame, where{id = '%s'}:one() gives the row", tostring(id))
  end
  return require("parley.claims.record").get(self, id)
end

--- SQL text and parameters; of a query over a Frame, those that would give the same rows from a copy in SQLite.
---@return string text, table params
function Query:sql()
  local plan = runnable(self)
  if not plan.text then plan = sql.compile(require("parley.frame.frame").in_sql(self)) end
  return plan.text, plan.params
end

--- How it will run: the engine, its steps and what they cost.
---@return string
function Query:explain() return engine_of(self).explain(self, runnable(self)) end

-- Metatable -------------------------------------------------------------------------------------------

local function method_names()
  local names = {}
  for name in pairs(Query) do
    if type(name) == "string" and not name:find("^__") then names[#names + 1] = name end
  end
  table.sort(names)
  return names
end

-- What other tools call the verbs.
local ELSEWHERE = {
  filter = "where(...)", group_by = "by(...)", groupby = "by(...)", mutate = "with(...)", assign = "with(...)",
  arrange = "sort(...)", order_by = "sort(...)", sort_values = "sort(...)", head = "limit(n), or show(n) to look at",
  tail = "sort(\"x desc\"):limit(n)", left_join = "join(other, {kind = \"left\"})", merge = "join(other, {on = ...})",
  summarize = "summarise(...)", agg = "summarise(...)", nrow = "count()", pivot_wider = "pivot{...}", [1] = "all()[1]",
  collect = "all() or frame()", rename = "select(\"x as y\")", to_dict = "all()", write_csv = "save(\"x.csv\")",
}

Query.__name = "parley.Query"
Query.__tostring = attachments.printed "parley.Query"

function Query.__call() errors.raise("a query is read with for row in q:rows() do, or q:each(...)") end

function Query.__index(_, key)
  if key == "keys" or key == "day" or key == "claims_of" then return nil end
  local method = Query[key]
  if method ~= nil then return method end
  local ours = ELSEWHERE[key]
  errors.raise("a query has no '%s'%s", tostring(key),
    ours and ("; what you know by that name is %s"):format(ours) or suggest.hint(tostring(key), method_names()))
end

function Query.__newindex(_, key)
  errors.raise("a query cannot be changed: '%s' was assigned; each verb returns a new query", tostring(key))
end

function Query:__len() return self:count() end

local function guarded(class) return lists.colons(class, "a query", query.is_query) end

attachments.onto("parley.Query", guarded(Query), guarded)

return query
