--- The dialect of PostgreSQL: the entries of sqlite.lua, as that server writes them.
-- Texts are ordered byte by byte (COLLATE "C"), as in SQLite. What SQLite gets from functions in C, this server gets
-- from functions in the schema (postgres_functions), so that a call is the same text here and there.
-- What concerns the schema, its catalogue and full text stands in postgres_file, which is read when it is first asked
-- for.

---@type parley.Dialect
local postgres = { name = "postgres", title = "PostgreSQL" }

local find = string.find

postgres.finished = false
postgres.has_roles = true          -- postgres_roles

-- Names and values --------------------------------------------------------------------------------------------

function postgres.quote(name)
  if name == "" then return '"(no name)"' end          -- of a result: `is_odd_name` keeps it out of all else
  if find(name, '"', 1, true) then name = name:gsub('"', '""') end
  return '"' .. name .. '"'
end
local quote = postgres.quote

function postgres.text(text) return "'" .. text:gsub("'", "''") .. "'" end
function postgres.param(n) return "$" .. n end

--- Names are told apart as they are written.
function postgres.fold_name(name) return name end

local LONGEST_NAME <const> = 63          -- bytes; of a longer one the server drops the rest

function postgres.is_odd_name(name) return name == "" or #name > LONGEST_NAME end

function postgres.last_param(text)
  local last = 0
  for n in text:gsub('"[^"]*"', ""):gsub("'[^']*'", ""):gmatch "%$(%d+)" do last = math.max(last, math.tointeger(n)) end
  return last
end

-- Declared types, by how values lie in memory: a type of ours that comes later finds its place.
local LAYOUTS = { none = "text", integer = "bigint", number = "DOUBLE PRECISION", truth = "boolean", dated = "text",
  text = "text" }
local ORDERED <const> = ' COLLATE "C"'

local function layout_of(name)
  local entry = require("parley.base.types").of(name)
  return entry and LAYOUTS[entry.layout]
end

postgres.types = setmetatable({}, { __index = function(self, name)
  local declared = layout_of(name)
  self[name] = declared == "text" and declared .. ORDERED or declared
  return rawget(self, name)
end })

--- A value as a type of ours.
function postgres.read_as(text, type)
  local declared = layout_of(type)
  return ("CAST(%s AS %s)"):format(text, declared) .. (declared == "text" and ORDERED or "")
end

--- A value as the text of it.
function postgres.shown(text) return ("CAST(%s AS text)"):format(text) end

--- A whole number as one that is not.
function postgres.as_real(text) return ("CAST(%s AS DOUBLE PRECISION)"):format(text) end

--- A text of whatever origin in the order of its bytes: columns are so ordered, parameters as the database is.
function postgres.in_order(text) return "(" .. text .. ORDERED .. ")" end

-- Functions ---------------------------------------------------------------------------------------------------

-- What SQLite calls by a name that is not that of an entry.
local ENTRIES = { edtf_start = { "operator", "first_day" }, parley_items = { "scalar", "items" },
  parley_item = { "scalar", "item" }, parley_includes = { "scalar", "includes" } }

-- The texts of calls that are not "name(arguments)", by name: false for those that are.
local texts = setmetatable({}, { __index = function(self, name)
  local at = ENTRIES[name] or { "sql_only", name }
  local entry = require("parley.core").function_of(at[1], at[2])
  self[name] = entry and entry.postgres or false
  return self[name]
end })

function postgres.call(name, ...)
  local arguments, text = { ... }, texts[name]
  if not text then return name .. "(" .. table.concat(arguments, ", ") .. ")" end
  return (text:gsub("%$([%d*])", function(place)
    return place == "*" and table.concat(arguments, ", ") or arguments[tonumber(place)]
  end))
end

postgres.works_out_all = false

--- The one value of a group whose others are missing.
function postgres.only(text, type) return (type == "boolean" and "bool_or(%s)" or "max(%s)"):format(text) end

--- The text of an entry of the table of functions; nil where the server cannot be brought to give what SQLite gives,
--- which a query says before it runs.
function postgres.template(entry, form) return entry[form and "postgres_" .. form or "postgres"] end

--- What stands in places that only texts of this dialect have: all arguments as bytes, since functions take no values
--- of any type; how many rows away, a whole number that is no parameter; what restricts an aggregate to some rows.
--- `emit(node)` gives the SQL of an argument.
postgres.places = {
  hashed = function(node, emit)
    local parts = {}
    for i, arg in ipairs(node.args) do parts[i] = ("parley_hashed(%s)"):format(emit(arg)) end
    return table.concat(parts, ", ")
  end,
  filter = function(_, _, filter) return filter and (" FILTER (WHERE %s)"):format(filter) or "" end,
  steps = function(node) return ("%d"):format(node.args[2] and node.args[2].value or 1) end,
}

--- Functions of a user's own are Lua, which no server runs.
function postgres.defined(name) return quote(name) end

--- A part of a packed amount, which has to be told its type.
function postgres.part_of_quantity(packed, place, type)
  return ("CAST(%s ->> %s AS %s)"):format(packed, place, layout_of(type))
end

-- GREATEST and LEAST of the server pass over what is missing; here it makes the whole missing.
local function extreme(sign, other)
  local function of(a, b, ...)
    if not b then return a end
    return of(("(CASE WHEN %s %s %s THEN %s WHEN %s %s %s THEN %s END)"):format(a, sign, b, a, a, other, b, b), ...)
  end
  return of
end
postgres.greatest, postgres.least = extreme(">=", "<"), extreme("<=", ">")

function postgres.choose(condition, yes, no) return ("CASE WHEN %s THEN %s ELSE %s END"):format(condition, yes, no) end

function postgres.is_list(text) return ("strpos(%s, '; ') > 0"):format(text) end

function postgres.same(a, b) return a .. " IS NOT DISTINCT FROM " .. b end
function postgres.differs(a, b) return a .. " IS DISTINCT FROM " .. b end

function postgres.has_shape(text, pattern)
  return text .. " LIKE " .. postgres.text((pattern:gsub("[%%_\\]", "\\%0"):gsub("%*", "%%")))
end

function postgres.prefix(text, n) return ("left(%s, %d)"):format(text, n) end
function postgres.without_zone(text) return ("rtrim(%s, 'Z')"):format(text) end

function postgres.truth(value) return tostring(value) end
function postgres.as_number(condition) return ("CAST(%s AS integer)"):format(condition) end

--- A whole number with its bits further up: of 64 bits, whatever it is made of.
function postgres.shifted(number, bits) return ("(CAST(%s AS bigint) << %d)"):format(number, bits) end

function postgres.bit_at(number, place) return ("((%d >> CAST(%s AS integer)) & 1)"):format(number, place) end

function postgres.joined(value) return ("string_agg(%s, '; ')"):format(postgres.shown(value)) end

local CALCULATES = { ["+"] = "add", ["-"] = "subtract", ["*"] = "multiply", ["/"] = "divide" }

--- Two numbers by an operator. The server's own would refuse what leaves the range of a number, and a divisor of 0.
function postgres.calculated(operator, a, b)
  return ("parley_%s(CAST(%s AS DOUBLE PRECISION), CAST(%s AS DOUBLE PRECISION))"):format(CALCULATES[operator], a, b)
end

postgres.line_break = "chr(10)"
postgres.blanks = [[E'\t\n\u000b\f\r \u00a0']]

local CLOCK = "to_char(clock_timestamp() AT TIME ZONE 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS%s\"Z\"')"
postgres.now, postgres.now_exactly = CLOCK:format "", CLOCK:format ".MS"
postgres.seconds = "CAST(extract(epoch FROM clock_timestamp()) AS DOUBLE PRECISION)"

-- Lists as one parameter ------------------------------------------------------------------------------------------

--- A list as the text of an array.
function postgres.list(list, from, to)
  local items = table.move(list, from or 1, to or #list, 1, {})
  for i, item in ipairs(items) do
    items[i] = type(item) == "string" and '"' .. item:gsub('[\\"]', "\\%0") .. '"' or tostring(item)
  end
  return "{" .. table.concat(items, ",") .. "}"
end

-- Any other test would go through a long list for each row.
function postgres.in_list(value, mark, type)
  local layout = layout_of(type or "text")
  return ("%s IN (SELECT unnest(CAST(%s AS %s[]))%s)"):format(value, mark, layout, layout == "text" and ORDERED or "")
end

-- Rows ------------------------------------------------------------------------------------------------------------

--- Rows have no key of their own; names of system columns cannot be a column's, and what SQLite refuses is refused,
--- so that a dataset can go into a file.
postgres.row_id = false
postgres.row_names = { ctid = true, xmin = true, xmax = true, cmin = true, cmax = true, tableoid = true, rowid = true,
  oid = true, _rowid_ = true }

postgres.materialized = " OFFSET 0"
postgres.computed_once = "MATERIALIZED "

-- A row is grouped, and told from others, by all that it is ordered by, and by no constant; rows that an order leaves
-- level come as the server finds them, unless their place in the table is asked for; what is missing has a type.
postgres.is_strict = true
function postgres.key(sql)
  local is_constant = sql == "NULL" or sql == "true" or sql == "false" or find(sql, "^'[^']*'$")
  return is_constant and ("(SELECT %s)"):format(sql) or sql
end
function postgres.place(alias) return alias .. ".ctid" end
function postgres.missing(type) return ("CAST(NULL AS %s)"):format(layout_of(type)) end

function postgres.replacing(into, names, marks, key)
  local quoted, others, keys = {}, {}, {}
  for i, name in ipairs(key) do keys[i], keys[name] = quote(name), true end
  for i, name in ipairs(names) do
    quoted[i] = quote(name)
    if not keys[name] then others[#others + 1] = quoted[i] end
  end
  return ("INSERT INTO %s(%s) VALUES (%s)%s"):format(into, table.concat(quoted, ", "), marks,
    postgres.or_update(table.concat(keys, ", "), others))
end

-- Transactions ------------------------------------------------------------------------------------------------------

-- One writes at a time, as in a SQLite file: who waits for the lock sees all that was written before.
local LOCK <const> = "SELECT pg_advisory_xact_lock(1885434489, CAST(oid AS integer)) FROM pg_namespace "
  .. "WHERE nspname = current_schema()"

-- Who holds the lock: user, process, program, and for how many seconds where that may be known; how long it is waited
-- for.
postgres.writers = {
  holder = [[SELECT CAST(a.usename AS text), a.pid, a.application_name,
      CAST(extract(epoch FROM clock_timestamp() - a.xact_start) AS DOUBLE PRECISION)
    FROM pg_locks l JOIN pg_stat_activity a ON a.pid = l.pid JOIN pg_namespace n ON n.nspname = current_schema()
    WHERE l.locktype = 'advisory' AND l.classid = 1885434489 AND l.objid = n.oid AND l.objsubid = 2 AND l.granted
      AND l.database = (SELECT oid FROM pg_database WHERE datname = current_database()) LIMIT 1]],
  patience = "SELECT CAST(setting AS DOUBLE PRECISION) / 1000 FROM pg_settings WHERE name = 'lock_timeout'",
}

-- Tables of the connection's own can be made in any of them.
postgres.begin_reading = "BEGIN ISOLATION LEVEL REPEATABLE READ, READ WRITE"
postgres.begin_writing = "BEGIN; " .. LOCK
postgres.rollback = "ROLLBACK"

-- References are looked at before the end, when it can still be told which of them leads nowhere.
postgres.check_references = "SET CONSTRAINTS ALL IMMEDIATE"

-- The number of commits tells others that something was written. A sequence, so that nobody waits for it. Those who
-- listen are told by the commit itself.
postgres.commit = "SELECT pg_notify('parley_commits', current_schema()); COMMIT; SELECT nextval('parley_commits')"
postgres.told = { channel = "parley_commits", listen = "LISTEN parley_commits",
  payload = "SELECT CAST(current_schema() AS text)" }

function postgres.savepoint(name) return "SAVEPOINT " .. name end
function postgres.release(name) return "RELEASE SAVEPOINT " .. name end
function postgres.rollback_to(name) return ("ROLLBACK TO SAVEPOINT %s; RELEASE SAVEPOINT %s"):format(name, name) end

--- A savepoint needs a transaction around it: where there is none, it is one.
postgres.alone = { begin = "BEGIN READ WRITE", keep = "COMMIT", undo = "ROLLBACK" }

-- Tables and plans ----------------------------------------------------------------------------------------------------

function postgres.generated(name, type_name, expression)
  return ("%s %s GENERATED ALWAYS AS (%s) STORED"):format(name, type_name, expression)
end

--- The server refuses a reference to a table that is not there yet: they are added when all tables are.
function postgres.reference() return "" end
function postgres.later_reference(name, column, target)
  return ("ALTER TABLE %s ADD FOREIGN KEY (%s) REFERENCES %s(id) DEFERRABLE INITIALLY DEFERRED"):format(quote(name),
    quote(column), quote(target))
end

-- References are checked at the end of a transaction, and nobody but a superuser can put that off further.
postgres.trust_references, postgres.hold_references = "SET CONSTRAINTS ALL DEFERRED", "SET CONSTRAINTS ALL DEFERRED"

--- How a statement will run, a line each.
function postgres.explain(text) return "EXPLAIN (COSTS OFF) " .. text end

return setmetatable(postgres, { __index = function(dialect, key)
  local entries = require "parley.query.sql.dialect.postgres_file"(dialect)
  setmetatable(dialect, nil)
  for name, entry in pairs(entries) do dialect[name] = entry end
  return entries[key]
end })
