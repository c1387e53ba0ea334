--- The rest of the dialect of SQLite: what concerns the file and the connection, the catalogue, and full text.

local on_conflict = require "parley.query.sql.dialect.on_conflict"

local entries = {}

local sqlite            -- the dialect they belong to, which quotes

-- The file and the connection ---------------------------------------------------------------------------------------

--- What is asked of an open database: one value each. `marked`, where there is one, is nil if it has no marks.
entries.ask = {
  application = "PRAGMA application_id", version = "PRAGMA user_version", commits = "PRAGMA data_version",
  objects = "SELECT count(*) FROM sqlite_master",
  pages = "PRAGMA quick_check", broken_references = "PRAGMA foreign_key_check",
}

--- Marks a database as an application's, of a version of its schema.
function entries.mark(application, version)
  return ("PRAGMA application_id = %d; PRAGMA user_version = %d"):format(application, version)
end

--- How much the connection keeps in memory, in pages, or in KiB where it is below zero; false: it keeps none.
entries.cache = "PRAGMA cache_size"
function entries.set_cache(size) return ("PRAGMA cache_size = %d"):format(size) end

--- The two journals of a file: the statement that changes to one, and what it answers where that was done.
entries.journals = {
  rollback = { set = "PRAGMA journal_mode = DELETE", mode = "delete" },
  wal = { set = "PRAGMA journal_mode = WAL", mode = "wal" },
}

--- What is committed is on the disk, whatever the library at hand was built to do.
entries.write_through = "PRAGMA synchronous = FULL"

--- Has names be of a schema from now on; false: a file is one.
entries.enter = false

--- Statements that spread a table over servers; false: a file is on one machine.
entries.nodes = false

--- An insert of a row whose id is not there, where the table has no key that tells; false: it has.
entries.insert_missing = false

-- Catalogue ---------------------------------------------------------------------------------------------------------

--- What a database says of its own tables. The marks are those of the parameters named behind each.
entries.catalogue = {
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
  -- table, row, target and number of the first reference that leads nowhere; where rows have no number, table, id,
  -- target, column and value
  violation = "SELECT * FROM pragma_foreign_key_check LIMIT 1",
  -- its column: name of the table, number of the reference
  violating_column = 'SELECT "from" FROM pragma_foreign_key_list(?1) WHERE id = ?2',
  -- one row when there is a function of that name: the name
  has_function = "SELECT 1 FROM pragma_function_list WHERE name = lower(?1)",
  -- one row when there is a temporary table: its name
  has_temporary = "SELECT 1 FROM temp.sqlite_master WHERE name = ?1",
}

--- Keeps the text that made a table with it; false: the database does so.
entries.remember = false

--- Takes the reference of a column away; false: a table is made anew for that.
entries.drop_reference = false

--- Whether rights are given to roles (parley.storage.server_rights).
entries.has_roles = false

--- How a connection hears of what others write (parley.storage.others_writes); false: it is asked for `commits`.
entries.told = false

--- Who else writes, and how long one waits for them (parley.claims.attempts); false: the library waits.
entries.writers = false

-- What columns hold ---------------------------------------------------------------------------------------------------

--- The type of ours that a declared one is; false: a declaration is no promise, and columns are looked at.
entries.type_of = false

--- Number and value of the first row with a text in a column.
---@param table string
---@param column string
---@return string
function entries.first_text(table, column)
  local name = sqlite.quote(column)
  return ("SELECT rowid, %s FROM %s WHERE typeof(%s) = 'text' LIMIT 1"):format(name, sqlite.quote(table), name)
end

-- Tables ------------------------------------------------------------------------------------------------------------

--- A key that is given once and never again.
entries.lasting_key = "INTEGER PRIMARY KEY AUTOINCREMENT"

--- One that counts the rows from 1.
entries.counted_key = "INTEGER PRIMARY KEY"

--- Whether C takes rows from a file itself.
entries.has_loader = true

--- Whether many rows go into a table as one stream, and are judged together.
entries.copies = false

--- Has the store look at what tables hold, by which it plans; false: it does so when it is time.
entries.analyze = false

--- Takes all rows out of a table, whose next row is its first again.
function entries.empty(name) return "DELETE FROM " .. name end

--- What gives the key of a row that is inserted, behind the insert; false: the store tells it.
entries.returning = false

--- What is made before any table in a schema (`ask.schema`); false: nothing.
entries.beforehand = false

--- What follows the columns of a table that is found by its key alone.
entries.by_key_alone = " WITHOUT ROWID"

--- The greatest key ever given in a table, and setting it: afterwards, and for the first time.
---@param name string
---@return { last: string, set: string, begin: string }
function entries.sequence(name)
  local where = "name = " .. sqlite.text(name)
  return {
    last = "SELECT seq FROM sqlite_sequence WHERE " .. where,
    set = "UPDATE sqlite_sequence SET seq = ?1 WHERE " .. where,
    begin = ("INSERT INTO sqlite_sequence(name, seq) VALUES (%s, ?1)"):format(sqlite.text(name)),
  }
end

--- A table of the connection's own: how it is called in statements, and how it is made.
function entries.temporary(name) return "temp." .. sqlite.quote(name) end
function entries.create_temporary(name, lines, rest)
  return ("CREATE TEMP TABLE %s (%s)%s"):format(sqlite.quote(name), table.concat(lines, ", "), rest or "")
end

--- A table of the file itself, also where a temporary one has its name.
function entries.of_file(name) return "main." .. sqlite.quote(name) end

-- What only a strict dialect needs.
entries.key, entries.place, entries.missing, entries.places = false, false, false, false

-- What few statements need --------------------------------------------------------------------------------------------

--- The values of rows as the text of a list (parley.base.item_lists).
function entries.joined(value) return ("group_concat(%s, '; ')"):format(value) end

--- A line break.
entries.line_break = "char(10)"

-- The blanks of ASCII and the no-break space, not only the space that trim() knows.
entries.blanks = "char(9, 10, 11, 12, 13, 32, 160)"

entries.or_update, entries.or_keep = on_conflict.or_update, on_conflict.or_keep
entries.or_change = on_conflict.or_change

--- or_update, where that changes something: a row that is as it was is not written, and its indexes are left alone.
---@param key string
---@param names string[] quoted
---@param own string the name of the table, quoted
---@return string
function entries.or_update_changed(key, names, own) return on_conflict.or_update_changed(sqlite, key, names, own) end

--- Whether a text has the shape of a pattern in which '*' stands for any text.
function entries.has_shape(text, pattern) return text .. " GLOB " .. sqlite.text(pattern) end

--- The first `n` bytes of a text that are a word of ASCII.
function entries.prefix(text, n) return sqlite.call("substr", text, "1", tostring(n)) end

--- A text without the "Z" of UTC at its end.
function entries.without_zone(text) return sqlite.call("rtrim", text, "'Z'") end

--- A value where a text is wanted; a whole number where one is wanted that need not be whole.
function entries.shown(text) return text end
function entries.as_real(text) return ("(%s + 0.0)"):format(text) end

--- A part of a packed amount: 0 its low, 1 its best, 2 its high bound, then what is beside it, which is of a type.
---@param packed string
---@param place integer
---@param type string  of ours
---@return string
function entries.part_of_quantity(packed, place, type) -- luacheck: ignore type
  return sqlite.call("quantity_part", packed, tostring(place))
end

--- A whole number with its bits moved up; it has 64 of them.
function entries.shifted(number, bits) return ("(%s << %d)"):format(number, bits) end

--- The bit of a number that we know at a place that we do not, from 0.
function entries.bit_at(number, place) return ("((%d >> (%s)) & 1)"):format(number, place) end

--- An insert that puts a row in the place of one with its key.
---@param into string  a table, as SQL
---@param names string[]  of its columns
---@param marks string  their values, as SQL
---@param key string[]  those that make the key
---@return string
function entries.replacing(into, names, marks, key) -- luacheck: ignore key
  local quoted = {}
  for i, name in ipairs(names) do quoted[i] = sqlite.quote(name) end
  return ("INSERT OR REPLACE INTO %s(%s) VALUES (%s)"):format(into, table.concat(quoted, ", "), marks)
end

--- A statement that adds a reference to a table when all tables are there: its name, the column, the target. False:
--- a reference may lead to a table that is made later.
entries.later_reference = false

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
function entries.full_text(suffix)
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
-- condition that joins it with the texts, false where they stand in it; the order of the hits, best first. The sign
-- before the number of a hit keeps SQLite from asking the index once for each text there is: it takes that for cheap,
-- though each time it reads all hits of a word.
function entries.matches(alias, index, mark) return ("%s.%s MATCH %s"):format(alias, index, mark) end
function entries.same_text(alias, text) return ("%s.key = +%s.rowid"):format(text, alias) end
function entries.best_first(alias) return alias .. ".rank" end

--- The text of a hit with its words between two marks, and its score: more is better. `alias` and the parameter are
--- those of the condition.
function entries.marked(index) return ("highlight(%s, 0, char(1), char(2))"):format(index) end
function entries.score() return "-rank" end

local function phrase(text, star)
  return sqlite.quote(text) .. (star and "*" or "")
end

--- What is looked for: all phrases of a list of { spellings, any of which will do; whether words may go on }.
---@param parts table[]
---@return string
function entries.search_for(parts)
  local found = {}
  for i, part in ipairs(parts) do
    local phrases = {}
    for k, spelling in ipairs(part[1]) do phrases[k] = phrase(spelling, part[2]) end
    found[i] = #phrases > 1 and "(" .. table.concat(phrases, " OR ") .. ")" or phrases[1]
  end
  return table.concat(found, " AND ")
end

--- The entries of a dialect.
---@param dialect table
---@return table
return function(dialect)
  sqlite = dialect
  return entries
end
