--- Statements about the rows of a table as they are stored, whatever day or policy a view shows.

local dialect = require "parley.query.sql.dialect"
local days = require "parley.storage.statements.days"

local rows = {}

local quoted_list = dialect.quoted_list

--- ## Looking up

local exists = dialect.once(function(d, name)
  return ("SELECT 1 FROM %s WHERE id = %s"):format(d.quote(name), d.param(1))
end)

--- Whether a table has a row with this id.
---@param store parley.Store
---@param name string table
---@param id string
---@return boolean
function rows.exists(store, name, id)
  return store:values(exists(dialect.of(store), name), { n = 1, id }) ~= nil
end

-- Where the rows of a table come from that a blind policy sees; else those that are stored.
local function seen_rows(d, name, given, bind)
  local p, info = given.policy, given.info
  if not (p and p.blind and info and info.claims) then return d.quote(name) end
  local write = require("parley.storage.statements.resolution").writer(d, info, bind, { blind = p.blind, prefer = {},
    deny = {}, coders = {}, report = "latest" })
  return ("(%s) AS seen"):format(write())
end

--- Whether a table has any row.
function rows.any(store, name)
  return store:values(("SELECT 1 FROM %s LIMIT 1"):format(dialect.of(store).quote(name))) ~= nil
end

--- How many rows a table has.
function rows.count(store, name)
  return (store:values("SELECT count(*) FROM " .. dialect.of(store).quote(name)))
end

--- One column of the row with this id.
function rows.value(store, name, column, id)
  local d = dialect.of(store)
  return (store:values(("SELECT %s FROM %s WHERE id = %s"):format(d.quote(column), d.quote(name), d.param(1)),
    { n = 1, id }))
end

--- The id of a row whose column refers to a thing.
---@return string?
function rows.referring(store, name, column, id)
  local d = dialect.of(store)
  return (store:values(("SELECT id FROM %s WHERE %s = %s LIMIT 1"):format(d.quote(name), d.quote(column), d.param(1)),
    { n = 1, id }))
end

--- Some columns of all rows in the order of their ids, streamed.
---@param store parley.Store
---@param name string table
---@param columns string[]
---@param given { with: string?, most: integer?, types: string[]?, policy: parley.Policy?, info: table? }? with: a
--- column that must have a value; most: rows; policy, of a table: where it is blind, the rows are those that it sees
---@return function step, any state, any control, any closing
function rows.each(store, name, columns, given)
  given = given or {}
  local d = dialect.of(store)
  local where = given.with and (" WHERE %s IS NOT NULL"):format(d.quote(given.with)) or ""
  local limit = given.most and (" LIMIT %d"):format(given.most) or ""
  local params, bind = dialect.params(d)
  return store:each(("SELECT %s FROM %s%s ORDER BY id%s"):format(quoted_list(d, columns),
    seen_rows(d, name, given, bind), where, limit), params, given.types)
end

--- All rows in the order of their ids, as tables with these columns.
function rows.all(store, name, columns, types)
  local d = dialect.of(store)
  local sql = ("SELECT %s FROM %s ORDER BY id"):format(quoted_list(d, columns), d.quote(name))
  return store:rows(sql, nil, columns, types)
end

--- Some rows behind an id, in the order of their ids, as tables with these columns.
---@param store parley.Store
---@param name string table
---@param columns string[]
---@param types string[]
---@param after string?  the first ones where it is nil
---@param most integer
---@return table[]
function rows.after(store, name, columns, types, after, most)
  local d, list = dialect.of(store), {}
  local sql = ("SELECT %s FROM %s%s ORDER BY id LIMIT %d"):format(quoted_list(d, columns), d.quote(name),
    after and " WHERE id > " .. d.param(1) or "", most)
  for row in store:rows(sql, after and { n = 1, after }, columns, types) do list[#list + 1] = row end
  return list
end

--- The sources of some rows of a table, each once.
function rows.sources_of(store, name, ids)
  local d = dialect.of(store)
  return store:each(("SELECT DISTINCT source FROM %s WHERE %s AND source IS NOT NULL ORDER BY source"):format(
    d.quote(name), d.in_list("id", d.param(1))), { n = 1, d.list(ids) })
end

local sources_among = dialect.once(function(d, name)
  return ("SELECT DISTINCT source FROM %s WHERE %s"):format(d.quote(name), d.in_list("source", d.param(1)))
end)

--- Those of some sources that rows of a table name.
function rows.sources_among(store, name, sources)
  local d = dialect.of(store)
  return store:each(sources_among(d, name), { n = 1, d.list(sources) })
end

local function sources_with(d, columns, from, ids)
  return ("SELECT %s FROM %s WHERE %s "
    .. "ORDER BY published_start IS NULL, published_start, published_end, id"):format(quoted_list(d, columns), from,
    d.in_list("id", ids))
end

--- Some sources, the earlier published one first, undated ones last, as rows with these columns.
---@param store parley.Store
---@param columns string[]
---@param ids string[]
---@param given { policy: parley.Policy?, info: table }?  where the policy is blind, as it sees them
function rows.sources(store, columns, ids, given)
  local d = dialect.of(store)
  local params, bind = dialect.params(d)
  local from = seen_rows(d, "sources", given or {}, bind)
  return store:rows(sources_with(d, columns, from, bind(d.list(ids))), params, columns)
end

--- The reference that keeps a transaction from ending: a table, its column, the row's id, and the table and the value
--- it refers to.
---@return string? name, string? column, string? id, string? target, string? value
function rows.violation(store)
  local d = dialect.of(store)
  local name, row, target, number, own = store:values(d.catalogue.violation)
  if not name then return nil end
  if not d.row_id then return name, number, row, target, own end
  local column = store:values(d.catalogue.violating_column, { n = 2, name, number })
  local sql = ("SELECT id, %s FROM %s WHERE %s = %s"):format(d.quote(column), d.quote(name), d.row_id, d.param(1))
  local id, value = store:values(sql, { n = 1, row })
  return name, column, id, target, value
end

--- ## Storing

--- Puts one value in the place of another in a column, wherever it stands.
function rows.replace(store, name, column, from, to)
  local d = dialect.of(store)
  store:run(("UPDATE %s SET %s = %s WHERE %s = %s"):format(d.quote(name), d.quote(column), d.param(1), d.quote(column),
    d.param(2)), { n = 2, to, from })
end

--- Rows of some ids, by id.
---@param store parley.Store
---@param info table
---@param ids string[]
---@return table<string, table>
function rows.of_ids(store, info, ids)
  local d, names, types, found = dialect.of(store), {}, {}, {}
  for i, column in ipairs(info.columns) do names[i], types[i] = column.name, column.type end
  local sql = ("SELECT %s FROM %s WHERE %s"):format(quoted_list(d, names), d.quote(info.name),
    d.in_list("id", d.param(1)))
  require("parley.storage.connection").some_at_a_time(store, ids, function(params)
    for row in store:rows(sql, params, names, types) do found[row.id] = row end
  end)
  return found
end

-- Names and values of the columns, a parameter each; a date gives its days.
local function written(d, info)
  local names, marks = {}, {}
  for i, column in ipairs(info.columns) do
    local mark = d.param(i)
    names[#names + 1], marks[#marks + 1] = d.quote(column.name), mark
    if column.type == "date" then days.add(d, column.name, mark, names, marks) end
  end
  return names, marks
end

--- Adds rows, each a table of column = value.
---@param store parley.Store
---@param info table
---@param list table[]
---@param update boolean? a row whose id is there already takes the new values
function rows.insert_all(store, info, list, update)
  local d = dialect.of(store)
  local names, marks = written(d, info)
  local sql = ("INSERT INTO %s(%s) VALUES (%s)%s"):format(d.quote(info.name), table.concat(names, ", "),
    table.concat(marks, ", "), update and d.or_update("id", table.move(names, 2, #names, 1, {})) or "")
  local params = { n = #info.columns }
  for _, row in ipairs(list) do
    for i, column in ipairs(info.columns) do params[i] = row[column.name] end
    store:run(sql, params)
  end
end

--- Takes rows out by their ids.
---@param store parley.Store
---@param name string table
---@param ids string[]
function rows.remove_all(store, name, ids)
  local d = dialect.of(store)
  for _, id in ipairs(ids) do
    store:run(("DELETE FROM %s WHERE id = %s"):format(d.quote(name), d.param(1)), { n = 1, id })
  end
end

-- The source that a row is of, where the loader has another one, or none.
local function other_source(d, info, columns, own, mark)
  if not info.by_name.source then return "NULL" end
  local source = own .. "source"
  for _, column in ipairs(columns) do
    if column.name == "source" then
      return d.choose(d.differs(source, mark(column.parameter)), source, "NULL")
    end
  end
  return source
end

--- What a loader asks about a row that is there, and does to it: whether it says all that is given, the source that it
--- is of where that is another one, and what is set, a text each. What is missing in the row given is as it is there.
---@param d parley.Dialect
---@param info table
---@param columns { name: string, parameter: integer, of: integer? }[] the id first; `of` is what a day is the day of
---@param own string  stands before names of columns: "t."
---@param mark fun(parameter: integer): string  SQL of a value that is given
---@return string same, string source, string[] set
function rows.comparison(d, info, columns, own, mark)
  local same, set = {}, {}
  for i = 2, #columns do
    local column = columns[i]
    local name, value = d.quote(column.name), mark(column.parameter)
    local missing = mark(column.of or column.parameter) .. " IS NULL"
    -- a parameter has the type of what it first stands beside, if that has one
    same[#same + 1] = ("(%s OR %s)"):format(d.same(own .. name, value), missing)
    local kept = column.of and d.choose(missing, own .. name, value) or d.call("coalesce", value, own .. name)
    set[#set + 1] = ("%s = %s"):format(name, kept)
  end
  return #same > 0 and table.concat(same, " AND ") or d.truth(true), other_source(d, info, columns, own, mark), set
end

--- Statements for a loader: inserting a row, unless its id is there; comparing one with what is there; updating it.
---@param d parley.Dialect
---@param info table
---@param columns { name: string, parameter: integer, of: integer? }[] the id first; `of` is what a day is the day of
---@return { insert: string, compare: string, update: string }
local function loader_statements(d, info, columns)
  local names, marks, name = {}, {}, d.quote(info.name)
  for i, column in ipairs(columns) do names[i], marks[i] = d.quote(column.name), d.param(column.parameter) end
  local same, source, set = rows.comparison(d, info, columns, "", d.param)
  return {
    insert = ("INSERT INTO %s(%s) VALUES (%s)%s"):format(name, table.concat(names, ", "), table.concat(marks, ", "),
      d.or_keep "id"),
    compare = ("SELECT %s, %s, %s, id FROM %s WHERE id = %s"):format(d.row_id or "NULL",
      same, source, name, d.param(1)),
    update = #set > 0 and ("UPDATE %s SET %s WHERE id = %s"):format(name, table.concat(set, ", "), d.param(1))
      or ("SELECT %s WHERE false"):format(d.param(1)),
  }
end

--- What a loader of rows needs of a table: its statements, and the last row before it begins.
---@param store parley.Store
---@param info table
---@param columns { name: string, parameter: integer, of: integer? }[] the id first
---@return { insert: string, compare: string, update: string, before: integer }
function rows.loading(store, info, columns)
  local d, name = dialect.of(store), info.name
  local plan = loader_statements(d, info, columns)
  local last = "SELECT coalesce(max(%s), 0) FROM %s"
  if info.bulk and d.insert_missing then
    local typed = {}
    for i, column in ipairs(columns) do
      local of = info.by_name[column.name]
      typed[i] = { name = column.name, parameter = column.parameter, type = of and of.type or "integer" }
    end
    plan.insert = d.insert_missing(name, typed)
  end
  plan.before = d.row_id and store:values(last:format(d.row_id, d.quote(name))) or 0
  return plan
end

--- Takes the plain indexes off a table, unless a query that is being read holds it.
---@return string[] statements that make them again
function rows.take_indexes(store, name)
  local d, taken, dropped = dialect.of(store), {}, {}
  for index, text in store:each(d.catalogue.indexes, { n = 1, name }) do
    taken[#taken + 1], dropped[#dropped + 1] = text, "DROP INDEX " .. d.quote(index)
  end
  local savepoints = require "parley.storage.savepoints"
  local done, problem = pcall(savepoints.run, store, "parley_indexes", store.exec, store, table.concat(dropped, ";"))
  if not done and not store:in_transaction() then error(problem, 0) end   -- all of it was undone
  return done and taken or {}
end

--- ## Views

-- Rows count from the publication of their source. Where nothing tells when that was, nobody can have known of them
-- before they happened: then their own last day counts.
local function known_by(info, day, bind)
  local dated = ("source IN (SELECT id FROM sources WHERE published_end <= %s)"):format(bind(day))
  if not info.by_name.date then return dated end
  return ("(%s OR date_end <= %s AND (source IS NULL OR source IN (SELECT id FROM sources WHERE published IS NULL)))")
    :format(dated, bind(day))
end

--- None of the rows of a table.
function rows.none(d, info) return ("SELECT * FROM %s WHERE false"):format(d.quote(info.name)) end

--- The rows of a table without claims as they were known on a day, without those of some sources; nil when these are
--- all of its rows.
---@param d parley.Dialect
---@param info table
---@param bind fun(value: any): string
---@param day integer?
---@param denied string[]
---@return string?
function rows.known(d, info, bind, day, denied)
  local conditions, marks = {}, {}
  for i, source in ipairs(denied) do marks[i] = bind(source) end
  if #denied > 0 then
    conditions[1] = ("(source IS NULL OR source NOT IN (%s))"):format(table.concat(marks, ", "))
  end
  if day then conditions[#conditions + 1] = known_by(info, day, bind) end
  if #conditions == 0 then return nil end
  return ("SELECT * FROM %s WHERE %s"):format(d.quote(info.name), table.concat(conditions, " AND "))
end

return rows
