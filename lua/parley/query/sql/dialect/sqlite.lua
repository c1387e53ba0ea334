--- The dialect of SQLite: whatever one database writes otherwise than another.
-- Everything that makes SQL text (parley.query.sql and parley.storage) asks a dialect for names, literals, marks of
-- parameters, calls of functions and for the clauses below, and writes only what every database reads alike. A
-- dialect for another database has the same entries; spec/support has one, which proves that nothing is missing.
-- What concerns the file, its catalogue and full text stands in sqlite_file, which is read when it is first asked for.

---@class parley.Dialect
local sqlite = { name = "sqlite", title = "SQLite" }

local find = string.find

-- The text of a statement, once it is complete: a dialect may have a last word.
sqlite.finished = false

-- Names and values --------------------------------------------------------------------------------------------

--- A name as an identifier.
---@param name string
---@return string
function sqlite.quote(name)
  if find(name, '"', 1, true) then name = name:gsub('"', '""') end
  return '"' .. name .. '"'
end
local quote = sqlite.quote

--- A text of our own as a literal. What users write is bound, and never stands in a statement.
---@param text string
---@return string
function sqlite.text(text) return "'" .. text:gsub("'", "''") .. "'" end

--- The mark of the n-th parameter.
---@param n integer
---@return string
function sqlite.param(n) return "?" .. n end

--- The name under which a column is told from its neighbours: names are equal without case.
---@param name string
---@return string
function sqlite.fold_name(name) return name:lower() end

local NOT_NAMES = { ["true"] = true, ["false"] = true }

--- Whether a quoted name would be read as something else, or not at all.
---@param name string
---@return boolean
function sqlite.is_odd_name(name) return NOT_NAMES[name:lower()] or name:find '[%c"]' ~= nil end

--- The greatest number of a parameter in a statement; 0 without any.
---@param text string
---@return integer
function sqlite.last_param(text)
  local last = 0
  for n in text:gsub('"[^"]*"', ""):gmatch "%?(%d+)" do last = math.max(last, math.tointeger(n)) end
  return last
end

--- Declared types of columns, by our own.
sqlite.types = setmetatable({}, { __index = function(self, name)
  local entry = require("parley.base.types").of(name)
  self[name] = entry and entry.sqlite
  return rawget(self, name)
end })

--- A value as another type, whatever the column was declared to be.
---@param text string  an expression
---@param type string  of ours
---@return string
function sqlite.read_as(text, type) return ("CAST(%s AS %s)"):format(text, sqlite.types[type]) end

--- A text where it matters in which order texts stand: that of their bytes.
function sqlite.in_order(text) return text end

-- Functions ---------------------------------------------------------------------------------------------------

--- A call of a function by its name in Parley; SQLite knows them by the same.
---@param name string
---@param ... string arguments, as SQL
---@return string
function sqlite.call(name, ...) return name .. "(" .. table.concat({ ... }, ", ") .. ")" end

--- The text of an entry of the table of functions (csrc/value/functions.def), with places for the arguments.
---@param entry table
---@param form "dates"|"day"|"item"|nil of dates; the first day of what it gives; of a list asked for one item
---@return string? where it has that form
function sqlite.template(entry, form) return entry[form and "sqlite_" .. form or "sqlite"] end

--- The name of a function of the user's own, for a call.
function sqlite.defined(name) return quote(name) end

--- Whether both sides of AND and OR are worked out, also where the left one decides.
sqlite.works_out_all = true

--- The greater, the lesser of two or more values; missing when one of them is.
function sqlite.greatest(...) return sqlite.call("max", ...) end
function sqlite.least(...) return sqlite.call("min", ...) end

--- The one value of a group, of a type of ours, whose others are missing.
function sqlite.only(text) return sqlite.call("max", text) end

--- A value for a condition, and another where it does not hold.
function sqlite.choose(condition, yes, no) return sqlite.call("iif", condition, yes, no) end

--- Whether a text is a list of several items.
---@param text string  an expression
---@return string
function sqlite.is_list(text) return ("instr(%s, '; ') > 0"):format(text) end

--- Whether two values are the same, or both missing; and whether they are not.
function sqlite.same(a, b) return a .. " IS " .. b end
function sqlite.differs(a, b) return a .. " IS NOT " .. b end

--- True and false, as a column holds them and a condition can be; a bare number is a condition to SQLite alone.
---@param value boolean
---@return string
function sqlite.truth(value) return value and "1" or "0" end

--- A condition as a number: 1, or 0.
function sqlite.as_number(condition) return "(" .. condition .. ")" end

--- Now, as text in UTC: to the second, and to the millisecond; and as seconds, to take differences of.
sqlite.now = "strftime('%Y-%m-%dT%H:%M:%SZ', 'now')"
sqlite.now_exactly = "strftime('%Y-%m-%dT%H:%M:%fZ', 'now')"
sqlite.seconds = "julianday('now') * 86400.0"

-- Lists as one parameter ------------------------------------------------------------------------------------------

--- A list of texts or whole numbers as the value of one parameter: JSON.
---@param list (string|integer)[]
---@param from integer?
---@param to integer?
---@return string
function sqlite.list(list, from, to) return require("parley.base.json").list(list, from, to) end

--- The condition that a value stands in such a list, whose items are of a type of ours: texts if absent.
---@param value string
---@param mark string
---@param type string?
---@return string
function sqlite.in_list(value, mark, type) -- luacheck: ignore type
  return ("%s IN (SELECT value FROM json_each(%s))"):format(value, mark)
end

-- Rows ------------------------------------------------------------------------------------------------------------

--- The key that every row has, or false; and all names by which a statement may ask for it unless a column has them.
sqlite.row_id = "rowid"
sqlite.row_names = { rowid = true, oid = true, _rowid_ = true }

-- Keeps a subquery from being merged into the query around it, which would compute its columns anew at each use.
sqlite.materialized = " LIMIT -1"

--- Before the text of a named subquery: its columns are computed once, however often they are used.
sqlite.computed_once = "MATERIALIZED "

--- Two numbers by an operator; a quotient is missing where the divisor is 0.
function sqlite.calculated(operator, a, b)
  return ("%s %s %s"):format(a, operator == "/" and "* 1.0 /" or operator, b)
end

--- Whether rows have to be grouped, and told apart, by all that they are sorted by, and values to have a type: then
--- there are `key`, an expression as one to group or sort by; `place`, that of a row in its table; and `missing`, a
--- missing value of a type.
sqlite.is_strict = false

-- Transactions ------------------------------------------------------------------------------------------------------

sqlite.begin_reading, sqlite.begin_writing = "BEGIN", "BEGIN IMMEDIATE"
sqlite.commit, sqlite.rollback = "COMMIT", "ROLLBACK"

--- What is asked before a commit, so that a reference that leads nowhere can be named; false: a commit fails by itself.
sqlite.check_references = false

function sqlite.savepoint(name) return "SAVEPOINT " .. name end
function sqlite.release(name) return "RELEASE " .. name end
function sqlite.rollback_to(name) return ("ROLLBACK TO %s; RELEASE %s"):format(name, name) end

--- What a savepoint is where no transaction is open (begin, keep, undo); false: a savepoint begins one.
sqlite.alone = false

-- Tables and plans ----------------------------------------------------------------------------------------------------

--- A column whose value is computed when a row is written.
function sqlite.generated(name, type_name, expression)
  return ("%s %s GENERATED ALWAYS AS (%s) STORED"):format(name, type_name, expression)
end

--- A reference that is checked at the end of a transaction.
function sqlite.reference(target) return (" REFERENCES %s(id) DEFERRABLE INITIALLY DEFERRED"):format(quote(target)) end

--- Lets a reference be there before what it points at.
sqlite.trust_references = "PRAGMA foreign_keys = OFF"
sqlite.hold_references = "PRAGMA foreign_keys = ON"

--- How a statement will run: id, parent, –, words; or lines.
function sqlite.explain(text) return "EXPLAIN QUERY PLAN " .. text end

return setmetatable(sqlite, { __index = function(dialect, key)
  local entries = require "parley.query.sql.dialect.sqlite_file"(dialect)
  for name, entry in pairs(entries) do dialect[name] = entry end
  return entries[key]
end })
