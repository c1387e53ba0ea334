--- The dialect of SQLite: whatever one database writes otherwise than another.
-- Everything that makes SQL text (parley.query.sql and parley.storage) asks a dialect for names, literals, marks of
-- parameters, calls of functions and for the clauses below, and writes only what every database reads alike. A
-- dialect for another database has the same entries; spec/support has one, which proves that nothing is missing.

---@class parley.Dialect
local sqlite = { name = "sqlite", title = "SQLite" }

-- Names and values --------------------------------------------------------------------------------------------

--- A name as an identifier.
---@param name string
---@return string
function sqlite.quote(name) return '"' .. name:gsub('"', '""') .. '"' end
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
sqlite.types = { text = "TEXT", integer = "INTEGER", number = "REAL", boolean = "BOOLEAN", date = "TEXT" }

-- Functions ---------------------------------------------------------------------------------------------------

--- A call of a function by its name in Parley; SQLite knows them by the same.
---@param name string
---@param ... string arguments, as SQL
---@return string
function sqlite.call(name, ...) return name .. "(" .. table.concat({ ... }, ", ") .. ")" end

--- The text of an entry of the table of functions (csrc/value/functions.def), with places for the arguments.
---@param entry table
---@param form "dates"|"day"|nil of dates; the first day of what it gives
---@return string? where it has that form
function sqlite.template(entry, form) return entry[form and "sqlite_" .. form or "sqlite"] end

--- The name of a function of the user's own, for a call.
function sqlite.defined(name) return quote(name) end

--- The greater, the lesser of two or more values; missing when one of them is.
function sqlite.greatest(...) return sqlite.call("max", ...) end
function sqlite.least(...) return sqlite.call("min", ...) end

--- A value for a condition, and another where it does not hold.
function sqlite.choose(condition, yes, no) return sqlite.call("iif", condition, yes, no) end

--- Whether two values are the same, or both missing; and whether they are not.
function sqlite.same(a, b) return a .. " IS " .. b end
function sqlite.differs(a, b) return a .. " IS NOT " .. b end

--- Whether a text has the shape of a pattern in which '*' stands for any text.
function sqlite.has_shape(text, pattern) return text .. " GLOB " .. sqlite.text(pattern) end

--- The first `n` bytes of a text that are a word of ASCII.
function sqlite.prefix(text, n) return sqlite.call("substr", text, "1", tostring(n)) end

--- A text without the "Z" of UTC at its end.
function sqlite.without_zone(text) return sqlite.call("rtrim", text, "'Z'") end

--- A condition as a number: 1, or 0.
function sqlite.as_number(condition) return "(" .. condition .. ")" end

--- A line break.
sqlite.line_break = "char(10)"

-- The blanks of ASCII and the no-break space, not only the space that trim() knows.
sqlite.blanks = "char(9, 10, 11, 12, 13, 32, 160)"

--- Now, as text in UTC: to the second, and to the millisecond; and as seconds, to take differences of.
sqlite.now = "strftime('%Y-%m-%dT%H:%M:%SZ', 'now')"
sqlite.now_exactly = "strftime('%Y-%m-%dT%H:%M:%fZ', 'now')"
sqlite.seconds = "julianday('now') * 86400.0"

-- Lists as one parameter ------------------------------------------------------------------------------------------

local function escaped(char) return ("\\u%04x"):format(char:byte()) end

--- A list of texts as the value of one parameter: JSON.
---@param list string[]
---@param from integer?
---@param to integer?
---@return string
function sqlite.list(list, from, to)
  local parts = {}
  for i = from or 1, to or #list do parts[#parts + 1] = '"' .. list[i]:gsub('[%c"\\]', escaped) .. '"' end
  return "[" .. table.concat(parts, ",") .. "]"
end

--- The condition that a value stands in such a list.
---@param value string
---@param mark string
---@return string
function sqlite.in_list(value, mark) return ("%s IN (SELECT value FROM json_each(%s))"):format(value, mark) end

--- The members of a JSON text: key, kind and value of each.
function sqlite.json_members(mark) return ("SELECT key, type, value FROM json_each(%s)"):format(mark) end

-- Rows ------------------------------------------------------------------------------------------------------------

--- The key that every row has.
sqlite.row_id = "rowid"

-- Keeps a subquery from being merged into the query around it, which would compute its columns anew at each use.
sqlite.materialized = " LIMIT -1"

--- Before the text of a named subquery: its columns are computed once, however often they are used.
sqlite.computed_once = "MATERIALIZED "

--- What follows an insert: a row whose key is there already takes the new values of `names`.
---@param key string
---@param names string[] quoted
---@return string
function sqlite.or_update(key, names)
  local set = {}
  for i, name in ipairs(names) do set[i] = ("%s = excluded.%s"):format(name, name) end
  return (" ON CONFLICT(%s) DO UPDATE SET %s"):format(key, table.concat(set, ", "))
end

--- What follows an insert: a row whose key is there already stays as it is.
---@param key string
---@return string
function sqlite.or_keep(key) return (" ON CONFLICT(%s) DO NOTHING"):format(key) end

--- What follows an insert: of a row whose key is there already, one column changes.
---@param key string
---@param change string
---@return string
function sqlite.or_change(key, change) return (" ON CONFLICT(%s) DO UPDATE SET %s"):format(key, change) end

--- The beginning of an insert that puts a row in the place of one with its key, at the end of the table.
sqlite.replace = "INSERT OR REPLACE INTO"

-- Transactions ------------------------------------------------------------------------------------------------------

sqlite.begin_reading, sqlite.begin_writing = "BEGIN", "BEGIN IMMEDIATE"
sqlite.commit, sqlite.rollback = "COMMIT", "ROLLBACK"

function sqlite.savepoint(name) return "SAVEPOINT " .. name end
function sqlite.release(name) return "RELEASE " .. name end
function sqlite.rollback_to(name) return ("ROLLBACK TO %s; RELEASE %s"):format(name, name) end

-- The file and the connection ---------------------------------------------------------------------------------------

--- What is asked of an open database: one value each.
sqlite.ask = {
  application = "PRAGMA application_id", version = "PRAGMA user_version", commits = "PRAGMA data_version",
  cache = "PRAGMA cache_size", objects = "SELECT count(*) FROM sqlite_master",
}

--- Marks a database as an application's, of a version of its schema.
function sqlite.mark(application, version)
  return ("PRAGMA application_id = %d; PRAGMA user_version = %d"):format(application, version)
end

--- How much the connection may keep in memory, in pages, or in KiB where it is below zero.
function sqlite.set_cache(size) return ("PRAGMA cache_size = %d"):format(size) end

--- Lets others read while one writes, where the file system can do it.
sqlite.share_reading = "PRAGMA journal_mode = WAL"

--- What is committed is on the disk, whatever the library at hand was built to do.
sqlite.write_through = "PRAGMA synchronous = FULL"

--- Lets a reference be there before what it points at.
sqlite.trust_references = "PRAGMA foreign_keys = OFF"

--- How a statement will run: id, parent, –, words.
function sqlite.explain(text) return "EXPLAIN QUERY PLAN " .. text end

-- Catalogue ---------------------------------------------------------------------------------------------------------

--- What a database says of its own tables. The marks are those of the parameters named behind each.
sqlite.catalogue = {
  -- the text that made a table: its name
  table_text = "SELECT sql FROM sqlite_master WHERE type = 'table' AND name = ?1",
  -- name and kind of every table and view
  tables = [[SELECT name, type FROM pragma_table_list WHERE schema = 'main' AND type IN ('table', 'view', 'virtual')
    AND name NOT LIKE 'sqlite\_%' ESCAPE '\' ORDER BY name]],
  -- name, declaration and place in the key of the columns: name of the table
  columns = "SELECT name, type, pk FROM pragma_table_xinfo(?1) WHERE hidden <> 1 ORDER BY cid",
  -- names of all columns, computed ones too: name of the table
  column_names = "SELECT name FROM pragma_table_xinfo(?1) ORDER BY cid",
  -- target, column and key of the references of one column: name of the table
  references = [[SELECT "table", "from", "to" FROM pragma_foreign_key_list(?1) AS k
    WHERE (SELECT count(*) FROM pragma_foreign_key_list(?1) AS o WHERE o.id = k.id) = 1 ORDER BY id]],
  -- name and text of the plain indexes: name of the table
  indexes = [[SELECT name, sql FROM sqlite_master WHERE type = 'index' AND tbl_name = ?1 AND sql IS NOT NULL
    AND sql NOT LIKE 'CREATE UNIQUE%' ORDER BY name]],
  -- table, row, target and number of the first reference that leads nowhere
  violation = "SELECT * FROM pragma_foreign_key_check LIMIT 1",
  -- its column: name of the table, number of the reference
  violating_column = 'SELECT "from" FROM pragma_foreign_key_list(?1) WHERE id = ?2',
  -- one row when there is a function of that name: the name
  has_function = "SELECT 1 FROM pragma_function_list WHERE name = lower(?1)",
  -- one row when there is a temporary table: its name
  has_temporary = "SELECT 1 FROM temp.sqlite_master WHERE name = ?1",
}

-- Tables ------------------------------------------------------------------------------------------------------------

--- A column whose value is computed when a row is written.
function sqlite.generated(name, type_name, expression)
  return ("%s %s GENERATED ALWAYS AS (%s) STORED"):format(name, type_name, expression)
end

--- A reference that is checked at the end of a transaction.
function sqlite.reference(target) return (" REFERENCES %s(id) DEFERRABLE INITIALLY DEFERRED"):format(quote(target)) end

--- A key that is given once and never again.
sqlite.lasting_key = "INTEGER PRIMARY KEY AUTOINCREMENT"

--- What follows the columns of a table that is found by its key alone.
sqlite.by_key_alone = " WITHOUT ROWID"

--- The greatest key ever given in a table, and setting it: afterwards, and for the first time.
---@param name string
---@return { last: string, set: string, begin: string }
function sqlite.sequence(name)
  local where = "name = " .. sqlite.text(name)
  return {
    last = "SELECT seq FROM sqlite_sequence WHERE " .. where,
    set = "UPDATE sqlite_sequence SET seq = ?1 WHERE " .. where,
    begin = ("INSERT INTO sqlite_sequence(name, seq) VALUES (%s, ?1)"):format(sqlite.text(name)),
  }
end

--- A table of the connection's own: how it is called in statements, and how it is made.
function sqlite.temporary(name) return "temp." .. quote(name) end
function sqlite.create_temporary(name, lines, rest)
  return ("CREATE TEMP TABLE %s (%s)%s"):format(quote(name), table.concat(lines, ", "), rest or "")
end

--- A table of the file itself, also where a temporary one has its name.
function sqlite.of_file(name) return "main." .. quote(name) end

-- Full text -----------------------------------------------------------------------------------------------------------

local INDEX = [[
CREATE TABLE @search_text (key INTEGER PRIMARY KEY, tbl TEXT NOT NULL, id TEXT NOT NULL, body TEXT NOT NULL,
  UNIQUE (tbl, id));
CREATE VIRTUAL TABLE @search_index USING fts5(body, content='search_text#', content_rowid='key',
  tokenize='unicode61 remove_diacritics 2');
CREATE TRIGGER @search_added# AFTER INSERT ON search_text# BEGIN
  INSERT INTO search_index#(rowid, body) VALUES (new.key, new.body);
END;
CREATE TRIGGER @search_removed# AFTER DELETE ON search_text# BEGIN
  INSERT INTO search_index#(search_index#, rowid, body) VALUES ('delete', old.key, old.body);
END;
CREATE TRIGGER @search_changed# AFTER UPDATE ON search_text# BEGIN
  INSERT INTO search_index#(search_index#, rowid, body) VALUES ('delete', old.key, old.body);
  INSERT INTO search_index#(rowid, body) VALUES (new.key, new.body);
END;
]]

--- Names and statements of an index over words: of the file where `suffix` is absent, else of the connection.
-- `text` holds a row per thing (key, tbl, id, body), `index` the words of its body, kept in step by itself.
---@param suffix string?
---@return { text: string, index: string, hits: string, create: string, drop: string }
function sqlite.full_text(suffix)
  local schema = suffix and "temp." or ""
  suffix = suffix or ""
  local create = INDEX:gsub("@search_text", schema .. "search_text" .. suffix)
    :gsub("@search_index", schema .. "search_index" .. suffix):gsub("@", schema):gsub("#", suffix)
  return {
    text = "search_text" .. suffix, index = "search_index" .. suffix, create = create,
    filled = schema .. "search_text" .. suffix,
    drop = ("DROP TABLE temp.search_index%s; DROP TABLE temp.search_text%s"):format(suffix, suffix),
  }
end

--- The condition that an index, which stands in a statement as `alias`, finds what a parameter looks for; the
-- condition that joins it with the texts; the order of the hits, best first.
function sqlite.matches(alias, index, mark) return ("%s.%s MATCH %s"):format(alias, index, mark) end
function sqlite.same_text(alias, text) return ("%s.rowid = %s.key"):format(alias, text) end
function sqlite.best_first(alias) return alias .. ".rank" end

--- The text of a hit with its words between two marks, and its score: more is better.
function sqlite.marked(index) return ("highlight(%s, 0, char(1), char(2))"):format(index) end
sqlite.score = "-rank"

local function phrase(text, star)
  return '"' .. text:gsub('"', '""') .. '"' .. (star and "*" or "")
end

--- What is looked for: all words and phrases of a list of { text, whether words may go on }.
---@param parts table[]
---@return string
function sqlite.search_for(parts)
  local phrases = {}
  for i, part in ipairs(parts) do phrases[i] = phrase(part[1], part[2]) end
  return table.concat(phrases, " ")
end

return sqlite
