--- Statements about rows of a file that are claimed together: staged in a table of the connection's own, judged in one
-- statement, and claimed in another.
-- Judged is what needs no history: a thing that nobody has claimed anything about, one about which the source has said
-- nothing or made one claim. Everything else is left to be followed row by row (parley.import.source_history).

local codebook = require "parley.codebook.tables"
local days = require "parley.storage.statements.days"
local dialect = require "parley.query.sql.dialect"
local errors = require "parley.base.errors"
local planned = require "parley.storage.statements.planned"
local schema = require "parley.storage.schema"

local staged_claims = {}

local FEW <const> = 4          -- rows that are not worth a stream

--- How a row was judged: it is left to be followed; its thing is new; it says something new of a thing that is there;
--- nothing in it is new.
staged_claims.LEFT, staged_claims.ADDED, staged_claims.UPDATED, staged_claims.UNCHANGED = 0, 1, 2, 3

---@class parley.StagedClaims
---@field info table
---@field values table[] columns of the table that rows fill
---@field provenance table[] columns of the provenance that rows state
---@field count integer rows staged
---@field held table[]? rows that are sent before they are judged
local Staged = {}
Staged.__index = Staged

--- ## Making the table

local function chosen(columns, names)
  local list = {}
  for _, column in ipairs(columns) do
    if names[column.name] then list[#list + 1] = column end
  end
  return list
end

-- Names of the columns that hold the rows; those of provenance have a mark, as a table may have the same.
local function value_name(d, column) return d.quote("value " .. column.name) end
local function provenance_name(d, column) return d.quote("claim " .. column.name) end

local function each_column(self, use)
  for _, column in ipairs(self.values) do use(value_name(self.d, column), column) end
  for _, column in ipairs(self.provenance) do use(provenance_name(self.d, column), column) end
end

local function create(self)
  local d = self.d
  local lines = { "place " .. d.counted_key, "id " .. d.types.text }
  for i, name in ipairs { "row", "judged", "met" } do table.insert(lines, i + 1, name .. " " .. d.types.integer) end
  local marks = { d.param(1), d.param(2), "NULL", "NULL", d.param(3) }
  local names = { "place", "row", "id" }
  self.types = { "integer", "integer", "text" }
  local function add(name, column)
    lines[#lines + 1] = name .. " " .. d.types[column.type]
    marks[#marks + 1] = d.param(#marks - 1)
    names[#names + 1] = name
    self.types[#names] = column.type
  end
  each_column(self, add)
  self.params = { n = #marks - 2 }
  self.into = ("%s (%s)"):format(self.at, table.concat(names, ", "))
  self.insert_sql = ("INSERT INTO %s VALUES (%s)"):format(self.at, table.concat(marks, ", "))
  self.store:exec(("DROP TABLE IF EXISTS %s; %s"):format(self.at, d.create_temporary(self.name, lines)))
end

--- ## What rows say

local DEFAULTS = { rank = "normal", polarity = "affirmed", modality = "fact", certainty = "narration" }

-- What tells the claims of one source apart, and what does so only where a row states it.
staged_claims.TELLING = { "said_by", "chain", "certainty", "modality", "polarity", "stated", "rank", "coder", "note" }
staged_claims.STATED = { "locator", "reported" }

-- SQL of what a provenance column is where a row does not state it; nil where it is missing then. Who has the right of
-- a coder on a server claims as themselves.
local function default_of(d, name)
  if name == "source" then return d.param(1) end
  local word = name == "coder" and d.rights and d.rights.user or DEFAULTS[name]
  return word and d.text(word)
end

-- SQL of a provenance column of a staged row, as it is stored; parameter 1 is the source of the import.
local function stated(self, name)
  local d = self.d
  local default = default_of(d, name)
  for _, column in ipairs(self.provenance) do
    if column.name == name then
      local own = "s." .. provenance_name(d, column)
      return default and d.call("coalesce", own, default) or own
    end
  end
  return default or "NULL"
end

local function own_stated(self, name)
  for _, column in ipairs(self.provenance) do
    if column.name == name then return "s." .. provenance_name(self.d, column) end
  end
end

-- SQL: whether claim c has the provenance of row s.
local function same_provenance(self)
  local d, parts = self.d, {}
  for _, name in ipairs(staged_claims.TELLING) do
    parts[#parts + 1] = d.same("c." .. d.quote(name), stated(self, name))
  end
  for _, name in ipairs(staged_claims.STATED) do
    local own = own_stated(self, name)
    if own then parts[#parts + 1] = ("(%s IS NULL OR %s)"):format(own, d.same("c." .. d.quote(name), own)) end
  end
  return table.concat(parts, " AND ")
end

-- Columns that are claimed together: the bounds of a quantity, or one alone.
local function units(self)
  local list, by_name = {}, {}
  for _, column in ipairs(self.values) do
    local name = column.quantity and "quantity " .. column.quantity or column.name
    if not by_name[name] then
      by_name[name] = {}
      list[#list + 1] = by_name[name]
    end
    table.insert(by_name[name], column)
  end
  return list
end

-- SQL: whether claim c says of a unit what row s says. What a row leaves blank it does not say.
local function says_it(self, unit)
  local d, parts = self.d, {}
  for i, column in ipairs(unit) do
    local own = "s." .. value_name(d, column)
    parts[i] = ("(%s IS NULL OR %s = c.%s)"):format(own, own, d.quote(column.claim_name))
  end
  return table.concat(parts, " AND ")
end

local function says_nothing(self)
  local parts = { "true" }
  for _, column in ipairs(self.values) do parts[#parts + 1] = ("s.%s IS NULL"):format(value_name(self.d, column)) end
  return table.concat(parts, " AND ")
end

--- ## Statements

-- Rows of one thing are followed one by one, and so are those of the things in parameter 1.
local function leave_sql(self)
  local d = self.d
  return ("UPDATE %s SET judged = %d WHERE id IN (SELECT id FROM %s GROUP BY id HAVING count(*) > 1) OR %s"):format(
    self.at, staged_claims.LEFT, self.at, d.in_list("id", d.param(1)))
end

local function judge_sql(self)
  local d, list = self.d, { same_provenance(self) }
  for _, unit in ipairs(units(self)) do list[#list + 1] = says_it(self, unit) end
  local own = ("(%s AND c.decides IS NULL)"):format(d.same("c.source", stated(self, "source")))
  local of_source = ("sum(%s)"):format(d.as_number(own))
  local same = ("max(%s)"):format(d.choose(own .. " AND " .. table.concat(list, " AND "), "1", "0"))
  return ([[UPDATE %s AS s SET (judged, met) = (SELECT CASE WHEN count(*) = 0 THEN %d WHEN %s THEN %d
    WHEN %s = 0 THEN %d WHEN %s > 1 THEN %d WHEN %s = 1 THEN %d ELSE %d END, max(%s)
    FROM %s c WHERE c.id = s.id AND c.retracted_at IS NULL) WHERE judged IS NULL]]):format(self.at,
    staged_claims.ADDED, says_nothing(self), staged_claims.UNCHANGED,
    of_source, staged_claims.UPDATED, of_source, staged_claims.LEFT, same, staged_claims.UNCHANGED,
    staged_claims.UPDATED, d.choose(own, "c.claim", "NULL"), schema.quoted_claims(d, self.info))
end

-- Columns of a claim and their SQL over row s and the claim c that its source has made before; where all are new,
-- there is none. Parameters: 1 the source of the import, 2 when it is recorded, 3 the import, 4 the day its source was
-- published.
local function claim_columns(self, all_new)
  local d, names, list = self.d, {}, {}
  local function add(name, sql, is_date)
    names[#names + 1], list[#list + 1] = d.quote(name), sql
    if is_date then days.add(d, name, sql, names, list) end
  end
  local same = same_provenance(self)
  for _, unit in ipairs(units(self)) do
    for _, column in ipairs(unit) do
      local own = "s." .. value_name(d, column)
      local sql = all_new and own
        or d.choose(("c.claim IS NOT NULL AND %s AND %s"):format(same, says_it(self, unit)), "NULL", own)
      add(column.claim_name, sql, column.type == "date")
    end
  end
  for _, name in ipairs(staged_claims.TELLING) do add(name, stated(self, name), name == "stated") end
  local source, locator, reported = stated(self, "source"), own_stated(self, "locator"), own_stated(self, "reported")
  add("source", source)
  add("locator", locator and d.call("coalesce", locator, "'row ' || s.row") or "'row ' || s.row")
  -- a server wants to know the type of each parameter, so that the fourth has a place where rows name their source too
  local day, own = d.param(4), own_stated(self, "source")
  if own then
    day = d.choose(own .. " IS NULL", day, ("(SELECT published FROM sources WHERE id = %s)"):format(own))
  end
  add("reported", reported and d.call("coalesce", reported, day) or day, true)
  add("source_day", reported and ("(%s IS NULL)"):format(reported) or d.truth(true))
  add("recorded_at", d.param(2))
  add("import", d.param(3))
  return names, list
end

local function is_new(alias)
  return ("%s IN (%d, %d)"):format(alias, staged_claims.ADDED, staged_claims.UPDATED)
end

local function claim_sql(self)
  local d = self.d
  local claims = schema.quoted_claims(d, self.info)
  local names, list = claim_columns(self)
  return ([[INSERT INTO %s(claim, id, %s) SELECT %s + row_number() OVER (ORDER BY s.place), s.id, %s
    FROM %s s LEFT JOIN %s c ON c.claim = s.met WHERE %s ORDER BY s.place]]):format(claims, table.concat(names, ", "),
    d.param(5), table.concat(list, ", "), self.at, claims, is_new "s.judged")
end

-- The same where each row is about a thing that is new: the places of the rows give their keys.
local function claim_all_sql(self)
  local d = self.d
  local names, list = claim_columns(self, true)
  return ("INSERT INTO %s(claim, id, %s) SELECT %s + s.place, s.id, %s FROM %s s ORDER BY s.place"):format(
    schema.quoted_claims(d, self.info), table.concat(names, ", "), d.param(5), table.concat(list, ", "), self.at)
end

-- The statement that gives the rows left; names and types of what it gives.
local function prepare_left(self)
  local list = { "row", "id" }
  self.left_names, self.left_types = { 1, 2 }, { "integer", "text" }
  local function add(name, column)
    local n = #list + 1
    list[n], self.left_names[n], self.left_types[n] = name, n, column.type
  end
  each_column(self, add)
  self.left_sql = ("SELECT %s FROM %s WHERE judged = %d ORDER BY place"):format(table.concat(list, ", "), self.at,
    staged_claims.LEFT)
end

-- The statements by which an exact number sets all bounds of its quantity, as in parley.claims.quantities.
local function complete_sql(self)
  local d, list, bounds = self.d, {}, {}
  for _, column in ipairs(self.values) do
    local name = column.quantity
    if name then
      bounds[name] = bounds[name] or {}
      bounds[name][column.bound] = value_name(d, column)
      local of = bounds[name]
      if of.low and of.best and of.high then
        list[#list + 1] = ("UPDATE %s SET %s = %s, %s = %s WHERE %s IS NULL AND %s IS NULL"):format(self.at, of.low,
          of.best, of.high, of.best, of.low, of.high)
      end
    end
  end
  return list
end

-- The statements by which what is planned goes to the columns for it, as in parley.claims.planned.
local function planned_sql(self)
  local d, list, modality = self.d, {}, own_stated(self, "modality")
  for _, column in ipairs(modality and self.values or {}) do
    if column.planned then
      list[#list + 1] = planned.statement(d, self.at .. " AS s", modality, { value_name(d, column) },
        { value_name(d, self.info.by_name[column.planned]) })
    end
  end
  return list
end

local function prepare(self)
  local d = self.d
  self.leave_sql, self.judge_sql, self.claim_sql = leave_sql(self), judge_sql(self), claim_sql(self)
  self.claim_all_sql = claim_all_sql(self)
  self.complete_sql, self.planned_sql = complete_sql(self), planned_sql(self)
  self.clear_sql = d.empty(self.at)
  self.counts_sql = ("SELECT judged, count(*), sum(%s) FROM %s s GROUP BY judged"):format(
    d.as_number(says_nothing(self)), self.at)
  prepare_left(self)
  self.touched = ("SELECT id FROM %s WHERE %s"):format(self.at, is_new "judged")
  self.keys_sql = ([[INSERT INTO claim_keys(claim, %s) SELECT %s + row_number() OVER (ORDER BY place), %s FROM %s
    WHERE %s]]):format(d.quote "table", d.param(1), d.text(self.info.name), self.at, is_new "judged")
  self.all_keys_sql = ("INSERT INTO claim_keys(claim, %s) SELECT %s + place, %s FROM %s ORDER BY place"):format(
    d.quote "table", d.param(1), d.text(self.info.name), self.at)
end

--- Makes a table for rows of `info`.
---@param store parley.Store
---@param info table
---@param values table<string, true> names of the columns that rows fill
---@param provenance table<string, true> those of the provenance that rows state
---@return parley.StagedClaims
function staged_claims.open(store, info, values, provenance)
  local d = dialect.of(store)
  local name = "parley_staged_" .. info.name
  local self = setmetatable({ store = store, d = d, info = info, name = name, at = d.temporary(name), count = 0,
    values = chosen(info.columns, values), provenance = chosen(codebook.provenance, provenance) }, Staged)
  self.held = store.copy_in and {}          -- a server takes rows together
  create(self)
  prepare(self)
  return self
end

--- ## Rows

-- Has the server take the rows that were held back, as one stream. A value of another type than its column's, which
-- COPY does not take, is the server's to convert, and there are few rows of which that is worth asking at once.
local function send(self)
  local held, at = self.held, 0
  self.held = {}
  local function next_row()
    at = at + 1
    local params = held[at]
    if params then return table.unpack(params, 1, params.n) end
  end
  if #held >= FEW then
    local done, err = pcall(self.store.copy_in, self.store, self.into, self.types, next_row)
    if done then return end
    if not (errors.is(err) and err.key == "bad_type.copied") then error(err, 0) end
  end
  for _, params in ipairs(held) do self.store:run(self.insert_sql, params) end
end

--- Stages a row.
---@param row integer the number of its record
---@param id string
---@param values table<string, any>
---@param provenance table<string, any>
function Staged:put(row, id, values, provenance)
  local params, n = self.held and { n = self.params.n } or self.params, 3
  self.count = self.count + 1
  params[1], params[2], params[3] = self.count, row, id
  for _, column in ipairs(self.values) do
    n = n + 1
    params[n] = values[column.name]
  end
  for _, column in ipairs(self.provenance) do
    n = n + 1
    params[n] = provenance[column.name]
  end
  if not self.held then return self.store:run(self.insert_sql, params) end
  self.held[#self.held + 1] = params
end

--- What the loader in C takes to stage rows itself; the number of the record is the last parameter.
---@param targets { name: string, parameter: integer, type: string, of_provenance: boolean }[] the id first
---@return table
function Staged:loading(targets)
  local d = self.d
  local names, marks, last = { "id" }, { d.param(1) }, 1
  for i = 2, #targets do
    local target = targets[i]
    names[i] = (target.of_provenance and provenance_name or value_name)(d, target)
    marks[i], last = d.param(target.parameter), target.parameter + (target.type == "date" and 2 or 0)
  end
  local nothing = "SELECT 1"          -- a row that is staged has no key to be known by
  return { insert = ("INSERT INTO %s(%s, row) VALUES (%s, %s)"):format(self.at, table.concat(names, ", "),
    table.concat(marks, ", "), d.param(last + 1)), into = ("%s (%s, row)"):format(self.at, table.concat(names, ", ")),
    compare = nothing, update = nothing, before = 0, number = last + 1 }
end

--- Fills in what an exact number says of its bounds, and where what is planned goes, in rows that the loader has
--- staged.
function Staged:complete()
  for _, sql in ipairs(self.complete_sql) do self.store:run(sql) end
  for _, sql in ipairs(self.planned_sql) do self.store:run(sql) end
end

--- Judges the rows; how many of each kind there are, and how many say nothing of their thing.
---@param source string? of the import
---@param left string[] ids of things whose rows have to be followed
---@return table<integer, integer> counts, integer bare
function Staged:judge(source, left)
  local store, counts, bare = self.store, { [0] = 0, 0, 0, 0 }, 0
  if self.held then send(self) end
  store:run(self.leave_sql, { n = 1, self.d.list(left) })
  store:run(self.judge_sql, { n = 1, source })
  for how, count, nothing in store:each(self.counts_sql) do counts[how], bare = count, bare + nothing end
  return counts, bare
end

--- Claims what is new in the rows that were judged.
---@param base integer the last key that was given
---@param state { source: string?, recorded_at: string, import: integer, published: string? }
---@param all_new boolean whether each row is about a thing that is new
function Staged:claim(base, state, all_new)
  self.store:run(all_new and self.all_keys_sql or self.keys_sql, { n = 1, base })
  local sql = all_new and self.claim_all_sql or self.claim_sql
  self.store:run(sql, { n = 5, state.source, state.recorded_at, state.import, state.published, base })
end

--- The rows left to be followed, in their order.
---@return { row: integer, id: string, values: table, provenance: table, info: table }[]
function Staged:left()
  local list = {}
  for found in self.store:rows(self.left_sql, nil, self.left_names, self.left_types) do
    local made, n = { info = self.info, row = found[1], id = found[2], values = {}, provenance = {} }, 2
    for _, column in ipairs(self.values) do
      n = n + 1
      made.values[column.name] = found[n]
    end
    for _, column in ipairs(self.provenance) do
      n = n + 1
      made.provenance[column.name] = found[n]
    end
    list[#list + 1] = made
  end
  return list
end

--- Forgets the rows.
function Staged:clear()
  self.store:run(self.clear_sql)
  self.count, self.held = 0, self.held and {}
end

--- Drops the table; a transaction that was undone has done so.
function Staged:drop() self.store:exec("DROP TABLE IF EXISTS " .. self.at) end

return staged_claims
