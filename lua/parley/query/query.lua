--- Queries: immutable, lazy records of what is asked.
-- A verb binds its own step on top of the bound query before it (parley.query.bound) and gives a new query: names and
-- types are checked at once, so that a mistake is reported at the line that made it, but no data are touched. An end
-- (rows, frame, count, …) has it run by the engine of its home, the dataset or Frame the rows live in.

local attachments = require "parley.base.attachments"
local bound = require "parley.query.bound"
local core = require "parley.core"
local errors = require "parley.base.errors"
local expr = require "parley.query.expr"
local functions = require "parley.query.functions"
local lists = require "parley.base.lists"
local public_call = require "parley.base.public_call"
local tree = require "parley.query.tree"
local verbs = require "parley.query.verbs"

-- Needed where a list is handed out, which rows one after the other are not.
local function printed_lists() return require "parley.base.printed_lists" end

---@class parley.Query: parley.ShortForms
---@field home table       where the rows live, which brings the engine: a Dataset, or what stands for a Frame
---@field info table       the table it starts from
---@field bound table      the last link of the bound query
---@field keys table?      the keys of by(), waiting for what is made of the groups
---@field day integer?     day whose knowledge is asked for
---@field claims_of parley.Query?  the query behind whose rows these are the claims
---@field where fun(self: parley.Query, condition: table|string, ...: any): parley.Query
---@field select fun(self: parley.Query, ...: any): parley.Query
---@field with fun(self: parley.Query, ...: any): parley.Query
---@field by fun(self: parley.Query, ...: any): parley.Query
---@field summarise fun(self: parley.Query, ...: any): parley.Query
---@field sort fun(self: parley.Query, ...: any): parley.Query
---@field limit fun(self: parley.Query, n: integer, offset: integer|parley.LimitOptions|nil, o: table?): parley.Query
---@field distinct fun(self: parley.Query, ...: any): parley.Query
---@field pivot fun(self: parley.Query, given: parley.PivotOptions): parley.Query
---@field join fun(self: parley.Query, other: parley.Query|parley.Frame, given: parley.JoinOptions?): parley.Query
---@field union fun(self: parley.Query, other: parley.Query|parley.Frame): parley.Query
---@field unpivot fun(self: parley.Query, given: parley.UnpivotOptions): parley.Query
---@field split fun(self: parley.Query, ...: string): parley.Query
---@field sample fun(self: parley.Query, n: integer, seed: integer): parley.Query
---@field complete fun(self: parley.Query, given: table<string, string|any[]>): parley.Query
---@field as fun(self: parley.Query, name: "talks"|"demands"|"responses"|"outcomes"): parley.Query
---@field search fun(self: parley.Query, text: string): parley.Query
---@field as_of fun(self: parley.Query, date: string): parley.Query
---@field claims fun(self: parley.Query): parley.Query
---@field define fun(self: parley.Query, name: string, fn: function, args: integer?): parley.Query
---@field to_csv fun(self: parley.Query, given: parley.CsvOptions?): string
---@field to_tsv fun(self: parley.Query): string
---@field to_json fun(self: parley.Query): string
---@field to_jsonl fun(self: parley.Query): string
---@field to_markdown fun(self: parley.Query): string
---@field to_latex fun(self: parley.Query): string
---@field to_html fun(self: parley.Query): string
---@field to_graphml fun(self: parley.Query): string
---@field to_dot fun(self: parley.Query): string
---@field to_arrow fun(self: parley.Query, given: parley.ArrowOptions?): string
---@field to_arrows fun(self: parley.Query, given: parley.ArrowOptions?): string
---@field to_xlsx fun(self: parley.Query, given: parley.SheetOptions?): string
---@field sql fun(self: parley.Query): string, table
---@field show fun(self: parley.Query, given: integer|"all"|parley.ShowOptions|nil): string
---@field save fun(self: parley.Query, path: string, given: parley.SavingOptions?): true?, any, string?
---@field plot fun(self: parley.Query, given: parley.PlotOptions): parley.Picture
---@field vega fun(self: parley.Query, given: parley.PlotOptions): string
---@field total fun(self: parley.Query, quantity: string|table|nil, options: parley.TotalOptions?): parley.Frame
---@field disagreements fun(self: parley.Query, options: parley.DisagreementOptions?): parley.Frame
local Query = {}
local query = { Query = Query }

-- Records ---------------------------------------------------------------------------------------------

local function new(fields) return setmetatable(fields, Query) end

--- A query for all rows of a table.
---@param home table
---@param info table
---@return parley.Query
function query.from(home, info)
  local day = home:view().as_of
  return new { home = home, info = info, day = day, bound = bound.of_table(home, info, day) }
end

--- Whether a value is a query.
---@param x any
---@return boolean
function query.is_query(x) return getmetatable(x) == Query end

-- The query with a step more, and with some of its record changed.
local function extended(q, step, changes)
  local fields = { home = q.home, info = q.info, day = q.day, claims_of = q.claims_of, keys = q.keys,
    bound = step and verbs.bind(q.bound, step) or q.bound }
  for k, v in pairs(changes or {}) do fields[k] = v or nil end
  return new(fields)
end

-- The query whose rows another link has, for the notes.
local function over(q, link) return new { home = q.home, info = q.info, day = q.day, bound = link } end

-- `by` waits for what it groups; any other verb after it is a slip.
local function refuse_keys(q, verb)
  if not q.keys then return end
  if verb then errors.raise("bad_argument.verb_after_by", { verb = verb }) end
  errors.raise "bad_argument.rows_after_by"
end

-- Verbs -----------------------------------------------------------------------------------------------

-- What each verb takes and means is said in its file, parley.query.steps.VERB.
for _, names in ipairs { verbs.names, verbs.of_tables } do
  for _, name in ipairs(names) do
    Query[name] = function(q, ...)
      local verb = verbs.of(name)
      if not verb.after_by then refuse_keys(q, name) end
      return extended(q, verb.apply(q, ...))
    end
  end
end

-- Ends ------------------------------------------------------------------------------------------------

--- The query as it can run, bound to what its columns hold; raises where it cannot: of groups without an aggregate,
--- of a closed dataset, or where the call it belongs to is to end.
---@param q parley.Query
---@return parley.Query
function query.ready(q)
  refuse_keys(q)
  q.home:check_open()
  public_call.check()
  return q.bound.asks and extended(q, nil, { bound = bound.looked(q.bound) }) or q
end

local function loose() return require "parley.query.loose_columns" end

-- The engine, and what it makes of a query that can run.
local function runnable(q)
  local engine, link, numeric = q.home:engine(), nil, nil
  q = query.ready(q)
  if q.bound.source.looks then link, numeric = loose().typed(q.bound) end
  local plan = engine.compile(link and extended(q, nil, { bound = link }) or q)
  plan.numeric, plan.mixed = numeric, link
  return engine, plan
end

-- The columns: known, unless they are values that have to be looked for.
local function columns_of(q)
  q = query.ready(q)
  if not q.bound.open then return q.bound.columns end
  return select(2, runnable(q)).columns
end

--- Names of the columns.
--- See also: types, describe.
--- Example: ds.talks:select("id", "place"):columns()
---@return string[]
function Query:columns() return printed_lists().names(lists.field(columns_of(self), "name")) end

--- Types of the columns, in the same order.
--- See also: columns.
--- Example: ds.talks:select("id", "date", "round"):types()
---@return string[]
function Query:types()
  local q, types = query.ready(self), {}
  if q.bound.source.looks and not q.bound.open then loose().look_at_all(q.bound) end
  for i, column in ipairs(columns_of(q)) do types[i] = bound.type_of(column) end
  return printed_lists().names(types)
end

--- Rows as tables, streamed: `for row in q:rows() do`. Missing values are absent.
--- See also: each, all.
--- Example: for row in ds.talks:limit(2):rows() do print(row.id) end
---@return fun(): table? next, nil, nil, userdata closing
function Query:rows()
  local engine, plan = runnable(self)
  return engine.rows(plan)
end

--- Plain values, streamed: `for a, b in q:each("a", "b") do`; all columns without arguments. A missing
-- value is nil, but parley.null in the first place, where nil would end the loop.
--- Errors: no_column, bad_expression.
--- See also: rows.
--- Example: for id, place in ds.talks:limit(2):each("id", "place") do print(id, place) end
---@param ... string  expressions
---@return fun(): any next, nil, nil, userdata closing
function Query:each(...)
  if type((...)) == "function" then errors.raise "bad_type.each_function" end
  local engine, plan = runnable(select("#", ...) > 0 and self:select(...) or self)
  return engine.each(plan)
end

-- Whether a view as of a day may lack claims, since their source has none.
local function may_lack_claims(q) return q.info.claims and (q.day or q.home:view().as_of) end

--- All rows as a Frame.
--- Errors: too_large.
--- See also: all, arrow.
--- Example: f = ds.talks:frame()
--- Example: f[1].id
---@return parley.Frame
function Query:frame()
  self = query.ready(self)
  local engine, plan = runnable(self)
  local f = require("parley.base.traits").keep(engine.frame(plan), plan.columns)
  if plan.numeric and loose().is_misread(f, plan.numeric, self.bound) then return self:frame() end
  local has_units = self.info.adds or self.bound.source.counts
  if not (self.bound.doubtful or has_units or may_lack_claims(self) or plan.mixed) then return f end
  return require("parley.query.notes").keep(f, self, over)
end

--- What the rows left out, undecided, cut or guessed: a list of { kind, count, note }, counted now.
--- See also: explain.
--- Example: ds.talks:sort("place"):limit(2):frame():notes()[1].note
---@return parley.Note[]
function Query:notes()
  return require("parley.query.notes").of(query.ready(self), over)
end

--- All rows, as a list of tables.
--- See also: rows, frame.
--- Example: #ds.talks:all()
---@return table[]
function Query:all()
  local engine, plan = runnable(self)
  local list = {}
  for row in engine.rows(plan) do list[#list + 1] = row end
  return printed_lists().rows(list, lists.field(plan.columns, "name"))
end

--- The first row, or nil.
--- See also: one, get.
--- Example: ds.talks:sort("date"):select("id", "place"):first()
---@return table?
function Query:first()
  local found = self:limit(1):all()
  return printed_lists().row(found[1], printed_lists().columns(found))
end

--- The only row; none or several are an error.
--- Errors: no_row.
--- See also: first, get.
--- Example: ds.talks:where{id = "r2"}:select("id", "place"):one()
---@return table
function Query:one()
  local found = self:limit(2):all()
  if #found == 1 then return printed_lists().row(found[1], printed_lists().columns(found)) end
  local count = #found == 0 and "none" or ("%d"):format(self:count())
  errors.raise("no_row.one", { name = self.info.name, count = count })
end

-- The call of an aggregate from the arguments of its short form: expressions as text, settings as they are.
local function short_call(name, ...)
  local entry, node, text = functions.aggregates[name], { kind = "call", name = name, args = {}, pos = 1 }, name
  for at = 1, select("#", ...) do
    local given = select(at, ...)
    if functions.is_setting(entry, at) then
      node.args[at] = tree.literal(given, 1)
    else
      node.args[at] = expr.parse_item(given).node
      if at == 1 then text = given end
    end
  end
  return { node = node, name = tree.call_name(node, name), text = text }
end

-- A value, and beside it what the notes say of amounts that were left out.
local function with_reason(q, value)
  if not q.bound.step.adding then return value end
  local told = {}
  for i, note in ipairs(q:notes()) do told[i] = note.note end
  if #told == 0 then return value end
  return value, table.concat(told, "; ")
end

-- An amount as words and numbers: low, best, high.
local function amount_of(engine, plan)
  for words, low, best, high in engine.each(plan) do
    if words ~= core.null then return words, low, best, high end
  end
end

-- A short aggregate: a column per group after by(), else the plain value.
local function aggregate(q, ...)
  local result = extended(q, require("parley.query.steps.summarise").step(q, { short_call(...) }))
  if q.keys then return result end
  local engine, plan = runnable(result)
  if #plan.columns > 1 then return amount_of(engine, plan) end
  for value in engine.each(plan) do
    if value ~= core.null then return with_reason(result, value) end
  end
  return with_reason(result, nil)
end

--- Number of rows, or of rows with a value of `x`; per group after by().
--- Errors: bad_expression, no_column.
--- See also: by, summarise.
--- Example: ds.talks:count()
--- Example: ds.talks:count("venue")
---@param ... string  an expression, or none
---@return integer|parley.Query
function Query:count(...)
  if select("#", ...) == 0 then return aggregate(self, "count") end
  if type((...)) ~= "string" then errors.raise("bad_expression.aggregate_verb", { name = "count" }) end
  return aggregate(self, "count", ...)
end

-- The aggregate of that name as a method: expressions are texts, settings stand as they are. It gives a plain value,
-- nil where there is none; after by(), a query with one per group.
local function short_form(name)
  local entry = functions.aggregates[name]
  return function(self, ...)
    require("parley.query.short_form_arguments").check(entry, ...)
    return aggregate(self, name, ...)
  end
end

--- One record by its id; prints as field and value lines, each with its number of claims.
--- Errors: no_row, bad_argument.
--- See also: first, evidence.
--- Example: ds.talks:get("r2").place
---@param id string
---@return parley.Record
function Query:get(id)
  if self.bound.source.frame then
    errors.raise("bad_argument.get_of_frame", { id = id })
  end
  return require("parley.query.record").get(self, id)
end

--- What differs in another query or Frame: a Frame of rows added, rows gone and cells changed, which meet by a key.
--- Errors: bad_argument, no_option, no_column.
--- See also: changes, compare.
--- Example: before = ds:as_of("2025-05-31").talks:select("id")
--- Example: ds.talks:select("id"):diff(before, {key = "id"}):count()
---@param other parley.Query|parley.Frame
---@param given parley.DiffOptions
---@return parley.Frame
function Query:diff(other, given)
  return require("parley.query.diff").of(query.ready(self), other, given)
end

--- How it will run: the engine, the steps of the query, what the engine makes of them and what that costs.
--- See also: sql.
--- Example: ds.talks:select("id", "place"):explain()
---@return string
function Query:explain()
  local engine, plan = runnable(self)
  return require("parley.query.explain").text(query.ready(self), engine.explain(plan, self.home))
end

-- Metatable -------------------------------------------------------------------------------------------

Query.__name = "parley.Query"
Query.__tostring = attachments.printed "parley.Query"

function Query.__call() errors.raise "bad_argument.query_in_for" end

function Query:__index(key)
  if key == "keys" or key == "day" or key == "claims_of" then return nil end
  local method = Query[key]
  if method ~= nil then return method end
  if functions.has_short_form(key) then
    Query[key] = short_form(key)
    return Query[key]
  end
  require("parley.query.unknown_verbs").refuse(Query, self, key)
end

function Query.__newindex(_, key)
  errors.raise("read_only.query", { key = key })
end

function Query:__len() return self:count() end

-- Rows by their numbers: a query has nothing else to show in a loop.
function Query:__pairs() return ipairs(self:all()) end

local function guarded(class) return public_call.colons(public_call.all(class), "a_query", query.is_query) end

attachments.onto("parley.Query", guarded(Query), guarded)

return query
