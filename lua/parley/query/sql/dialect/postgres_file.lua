--- The rest of the dialect of PostgreSQL: what concerns the schema and the connection, the catalogue, and full text.
-- A dataset is a schema, the first of the connection's search path; temporary tables come last in it, so that a name
-- alone is the schema's.

local entries = {}

local postgres          -- the dialect they belong to, which quotes

-- The schema and the connection -------------------------------------------------------------------------------------

local HERE <const> = "(SELECT oid FROM pg_namespace WHERE nspname = current_schema())"

--- What is asked of an open database: one value each. The marks stand in a table, which has to be there.
entries.ask = {
  marked = "SELECT CAST(to_regclass('parley_meta') AS text)",
  application = "SELECT application FROM parley_meta", version = "SELECT version FROM parley_meta",
  commits = "SELECT coalesce(pg_sequence_last_value(to_regclass('parley_commits')), 0)",
  schema = "SELECT quote_ident(current_schema())", cache = "SELECT 0",
  objects = "SELECT count(*) FROM pg_class WHERE relnamespace = " .. HERE,
}

function entries.mark(application, version)
  return ([[CREATE TABLE IF NOT EXISTS parley_meta (application bigint NOT NULL, version bigint NOT NULL);
    DELETE FROM parley_meta; INSERT INTO parley_meta VALUES (%d, %d)]]):format(application, version)
end

-- The server's memory is its owner's.
function entries.set_cache() return "SELECT 0" end

-- Others read while one writes, whatever is asked for.
entries.share_reading = "SELECT 0"
entries.write_through = "SET synchronous_commit = on"

--- Has names without a schema be of this one from now on. Temporary tables are looked at last, or a stranger's could
--- stand before a table; a schema that is opened as it is may have types that live elsewhere.
function entries.enter(name, as_it_is)
  return ("SET search_path TO %s%s, pg_temp"):format(postgres.quote(name), as_it_is and ", public" or "")
end

-- Catalogue ---------------------------------------------------------------------------------------------------------

-- The table called by the first parameter.
local NAMED <const> = "c.relnamespace = " .. HERE .. " AND c.relname = $1"

entries.catalogue = {
  -- the text that made a table is kept as its comment (`remember`)
  table_text = "SELECT coalesce(obj_description(c.oid, 'pg_class'), '') FROM pg_class c WHERE c.relkind IN ('r', 'p') "
    .. "AND " .. NAMED,
  tables = [[SELECT CAST(c.relname AS text), CASE WHEN c.relkind IN ('v', 'm') THEN 'view' ELSE 'table' END
    FROM pg_class c WHERE c.relkind IN ('r', 'p', 'v', 'm', 'f') AND c.relnamespace = ]] .. HERE
    .. " ORDER BY c.relname",
  columns = [[SELECT CAST(a.attname AS text), format_type(a.atttypid, a.atttypmod),
      coalesce(array_position(CAST(i.indkey AS smallint[]), a.attnum) + 1, 0)
    FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid
    LEFT JOIN pg_index i ON i.indrelid = c.oid AND i.indisprimary
    WHERE a.attnum > 0 AND NOT a.attisdropped AND ]] .. NAMED .. " ORDER BY a.attnum",
  column_names = "SELECT CAST(a.attname AS text) FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid "
    .. "WHERE a.attnum > 0 AND NOT a.attisdropped AND " .. NAMED .. " ORDER BY a.attnum",
  references = [[SELECT CAST(t.relname AS text), CAST(a.attname AS text), CAST(b.attname AS text) FROM pg_class c
    JOIN pg_constraint k ON k.conrelid = c.oid AND k.contype = 'f' AND cardinality(k.conkey) = 1
    JOIN pg_class t ON t.oid = k.confrelid JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = k.conkey[1]
    JOIN pg_attribute b ON b.attrelid = t.oid AND b.attnum = k.confkey[1] WHERE ]] .. NAMED .. " ORDER BY k.oid",
  indexes = [[SELECT CAST(x.relname AS text), pg_get_indexdef(i.indexrelid) FROM pg_class c
    JOIN pg_index i ON i.indrelid = c.oid JOIN pg_class x ON x.oid = i.indexrelid
    WHERE NOT i.indisunique AND ]] .. NAMED .. " ORDER BY x.relname",
  -- the end of a transaction that breaks one is the end of all that was written: there is nothing left to look at
  violation = "SELECT CAST(NULL AS text) WHERE false",
  violating_column = "SELECT CAST(NULL AS text) WHERE false",
  has_function = "SELECT 1 FROM pg_proc WHERE proname = lower($1) AND (pronamespace = " .. HERE
    .. " OR pronamespace = CAST('pg_catalog' AS regnamespace)) LIMIT 1",
  has_temporary = "SELECT 1 FROM pg_class WHERE relnamespace = pg_my_temp_schema() AND relname = $1",
}

--- Keeps the text that made a table with it.
function entries.remember(name, text)
  return ("COMMENT ON TABLE %s IS %s;\n"):format(postgres.quote(name), postgres.text((text:gsub(";\n$", ""))))
end

-- What columns hold ---------------------------------------------------------------------------------------------------

-- Our types of those that a column can be declared to have; any other is shown as its text.
local DECLARED = { smallint = "integer", integer = "integer", bigint = "integer", real = "number", boolean = "boolean",
  ["DOUBLE PRECISION"] = "number", numeric = "number", date = "date" }

-- A declaration is a promise here: nobody needs to look at what columns hold.
entries.kinds_held, entries.first_text = false, false

-- Those that have the range and the operators of ours.
local OURS = { bigint = true, ["double precision"] = true, boolean = true, text = true, ["character varying"] = true }

--- The type of ours that a declared one is, and whether it needs no cast to be read as such.
function entries.type_of(declared)
  local name = declared:match "^[%a ]*%a"
  local is_ours = OURS[name] and not declared:find "%[" or false
  return not declared:find "%[" and DECLARED[name] or "text", is_ours
end

-- Tables ------------------------------------------------------------------------------------------------------------

entries.lasting_key = "bigint GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY"
entries.counted_key = "bigint GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY"
entries.by_key_alone = ""

--- Takes all rows out of a table whose rows are counted, from 1 again.
function entries.empty(table) return ("TRUNCATE %s RESTART IDENTITY"):format(table) end

--- What gives the key of a row that is inserted.
function entries.returning(key) return " RETURNING " .. key end

--- A table whose keys are given once: those that come with a row are not given again either.
function entries.keep_keys(name, key)
  local sequence = ("pg_get_serial_sequence(%s, %s)"):format(postgres.text(postgres.quote(name)), postgres.text(key))
  return ([[CREATE OR REPLACE FUNCTION parley_keep_keys() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE greatest_key bigint := (SELECT max(%s) FROM added);
BEGIN
  IF greatest_key > coalesce(pg_sequence_last_value(CAST(%s AS regclass)), 0) THEN
    PERFORM setval(CAST(%s AS regclass), greatest_key);
  END IF;
  RETURN NULL;
END $$;
CREATE OR REPLACE TRIGGER parley_keep_keys AFTER INSERT ON %s REFERENCING NEW TABLE AS added FOR EACH STATEMENT
  EXECUTE FUNCTION parley_keep_keys();
]]):format(postgres.quote(key), sequence, sequence, postgres.quote(name))
end

function entries.sequence(name)
  local sequence = ("CAST(pg_get_serial_sequence(%s, 'claim') AS regclass)"):format(postgres.text(postgres.quote(name)))
  local set = ("SELECT setval(%s, $1)"):format(sequence)
  return { last = ("SELECT pg_sequence_last_value(%s) WHERE pg_sequence_last_value(%s) IS NOT NULL"):format(sequence,
    sequence), set = set, begin = set }
end

function entries.temporary(name) return "pg_temp." .. postgres.quote(name) end

--- A table, in a statement, of the rows that a parameter holds as JSON: a list of objects, in which what is missing is
--- left out.
---@param columns { name: string, type: string }[]
---@param mark string
---@return string
function entries.rows_in(columns, mark)
  local list = {}
  for i, column in ipairs(columns) do
    list[i] = ("%s %s"):format(postgres.quote(column.name), (postgres.types[column.type]:gsub(" COLLATE.*", "")))
  end
  return ("json_to_recordset(CAST(%s AS json)) AS given(%s)"):format(mark, table.concat(list, ", "))
end

function entries.create_temporary(name, lines, rest)
  return ("CREATE TEMP TABLE %s (%s)%s"):format(postgres.quote(name), table.concat(lines, ", "), rest or "")
end

function entries.of_file(name) return postgres.quote(name) end

--- What is made in a schema before any table: functions, and what tells others of commits.
---@param schema string  quoted
function entries.beforehand(schema)
  local functions = require "parley.query.sql.dialect.postgres_functions"
  local words = require "parley.query.sql.dialect.postgres_words"()
  return ("%s\n%s\nCREATE SEQUENCE IF NOT EXISTS parley_commits;\n"):format(functions.create(schema),
    functions.qualify(words, schema))
end

-- Full text -----------------------------------------------------------------------------------------------------------

--- Texts and their words stand in one table.
function entries.full_text(suffix)
  local name = "search_text" .. (suffix or "")
  local at = suffix and entries.temporary(name) or name
  return { text = name, index = name, filled = at,
    create = ([[CREATE %sTABLE %s (key bigint GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY,
  tbl text COLLATE "C" NOT NULL, id text COLLATE "C" NOT NULL, body text COLLATE "C" NOT NULL,
  words tsvector GENERATED ALWAYS AS (parley_words(body)) STORED, UNIQUE (tbl, id));
CREATE INDEX %s_words ON %s USING gin (words);
]]):format(suffix and "TEMP " or "", name, name, at), drop = "DROP TABLE " .. at }
end

local function query(mark) return ("parley_search(%s)"):format(mark) end

function entries.matches(alias, _, mark) return ("%s.words @@ %s"):format(alias, query(mark)) end
function entries.same_text(alias, text) return ("%s.key = %s.key"):format(alias, text) end
function entries.best_first(alias, mark) return ("ts_rank(%s.words, %s) DESC"):format(alias, query(mark)) end
function entries.marked(_, alias, mark) return ("parley_marked(%s.body, %s)"):format(alias, mark) end
function entries.score(alias, mark)
  return ("CAST(ts_rank(%s.words, %s) AS DOUBLE PRECISION)"):format(alias, query(mark))
end

--- What is looked for, as a list of { spellings, whether words may go on } in JSON.
function entries.search_for(parts)
  local json, found = require "parley.base.json", {}
  for i, part in ipairs(parts) do
    found[i] = ("[%s, %s]"):format(json.list(part[1]), tostring(part[2] == true))
  end
  return "[" .. table.concat(found, ", ") .. "]"
end

return function(dialect)
  postgres = dialect
  return entries
end
