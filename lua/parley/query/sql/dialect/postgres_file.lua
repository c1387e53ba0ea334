--- The rest of the dialect of PostgreSQL: what concerns the schema and the connection, the catalogue, and full text.
-- A dataset is a schema, the first of the connection's search path; temporary tables come last in it, so that a name
-- alone is the schema's.

local on_conflict = require "parley.query.sql.dialect.on_conflict"

local entries = {}

local postgres          -- the dialect they belong to, which quotes

-- The schema and the connection -------------------------------------------------------------------------------------

local HERE <const> = "(SELECT oid FROM pg_namespace WHERE nspname = current_schema())"

--- What is asked of an open database: one value each. The marks stand in a table, which has to be there.
entries.ask = {
  marked = "SELECT CAST(to_regclass('parley_meta') AS text)",
  application = "SELECT application FROM parley_meta", version = "SELECT version FROM parley_meta",
  commits = "SELECT coalesce(pg_sequence_last_value(to_regclass('parley_commits')), 0)",
  schema = "SELECT quote_ident(current_schema())",
  objects = "SELECT count(*) FROM pg_class WHERE relnamespace = " .. HERE,
  pages = false, broken_references = false,          -- a file is looked through, a server looks after itself
}

function entries.mark(application, version)
  return ([[CREATE TABLE IF NOT EXISTS parley_meta (application bigint NOT NULL, version bigint NOT NULL);
    DELETE FROM parley_meta; INSERT INTO parley_meta VALUES (%d, %d)]]):format(application, version)
end

entries.or_update, entries.or_keep = on_conflict.or_update, on_conflict.or_keep
entries.or_change = on_conflict.or_change

function entries.or_update_changed(key, names, own) return on_conflict.or_update_changed(postgres, key, names, own) end

-- The server's memory is its owner's.
entries.cache, entries.set_cache = false, false

-- Others read while one writes, whatever is asked for: there is no journal to choose.
entries.journals = false

entries.write_through = "SET synchronous_commit = on"

--- Has names without a schema be of this one from now on. Temporary tables are looked at last, or a stranger's could
--- stand before a table; a schema that is opened as it is may have types that live elsewhere. Compiling a statement
--- takes longer than what ours mostly take.
function entries.enter(name, as_it_is)
  local path = postgres.quote(name) .. (as_it_is and ", public" or "")
  return ("SET search_path TO %s, pg_temp; SET jit = off"):format(path)
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
  -- table, id, target, column and value of the first reference that leads nowhere
  violation = "SELECT v.name, v.id, v.target, v.at, v.value FROM parley_violation() AS v WHERE v.name IS NOT NULL",
  violating_column = "",
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
  ["double precision"] = "number", numeric = "number", date = "date" }

-- A declaration is a promise here: nobody needs to look at what columns hold.
entries.first_text = false

-- Those that have the range and the operators of ours.
local OURS = { bigint = true, ["double precision"] = true, boolean = true, text = true, ["character varying"] = true }

--- The type of ours that a declared one is, and whether it needs no cast to be read as such.
function entries.type_of(declared)
  local name = declared:match "^[%a ]*%a"
  local is_ours = OURS[name] and not declared:find "%[" or false
  return not declared:find "%[" and DECLARED[name] or "text", is_ours
end

-- Tables ------------------------------------------------------------------------------------------------------------

entries.lasting_key = "bigint PRIMARY KEY DEFAULT parley_next_key()"
entries.counted_key = "bigint GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY"
entries.by_key_alone = ""
entries.insert_missing = false

entries.has_loader, entries.copies = true, true

--- Has the server look at what tables hold: until it does so by itself, it takes full ones for small.
---@param names string[]
function entries.analyze(names)
  local quoted = {}
  for i, name in ipairs(names) do quoted[i] = postgres.quote(name) end
  return "ANALYZE " .. table.concat(quoted, ", ")
end

--- Takes all rows out of a table whose rows are counted, from 1 again.
function entries.empty(table) return ("TRUNCATE %s RESTART IDENTITY"):format(table) end

--- What gives the key of a row that is inserted.
function entries.returning(key) return " RETURNING " .. key end

--- The greatest key ever given: of a row that is there, or as it is noted. One writes at a time, so that the next key
--- follows it, and a transaction that is undone gives its keys back. No sequence does so.
function entries.sequence(name)
  local set = "INSERT INTO parley_last_key VALUES (true, $1) ON CONFLICT(one) DO UPDATE SET last = excluded.last"
  local last = "greatest((SELECT max(claim) FROM %s), (SELECT last FROM parley_last_key))"
  return { last = ("SELECT l.last FROM (SELECT " .. last .. " AS last) AS l WHERE l.last IS NOT NULL"):format(name),
    set = set, begin = set }
end

--- Takes a column's references away: one that takes several things has none.
function entries.drop_reference(name, column)
  local at = postgres.text(postgres.quote(name))
  return ([[DO $drop$ DECLARE found text; BEGIN
    FOR found IN SELECT k.conname FROM pg_constraint k JOIN pg_attribute a ON a.attrelid = k.conrelid
      AND a.attnum = k.conkey[1] WHERE k.contype = 'f' AND k.conrelid = CAST(%s AS regclass) AND a.attname = %s
    LOOP EXECUTE format('ALTER TABLE %%s DROP CONSTRAINT %%I', %s, found); END LOOP; END $drop$]]):format(at,
    postgres.text(column), at)
end

function entries.temporary(name) return "pg_temp." .. postgres.quote(name) end

function entries.create_temporary(name, lines, rest)
  return ("CREATE TEMP TABLE %s (%s)%s"):format(postgres.quote(name), table.concat(lines, ", "), rest or "")
end

function entries.of_file(name) return postgres.quote(name) end

local OWN <const> = [[
CREATE TABLE IF NOT EXISTS parley_last_key (one boolean PRIMARY KEY, last bigint NOT NULL);
CREATE SEQUENCE IF NOT EXISTS parley_commits;

CREATE OR REPLACE FUNCTION parley_next_key() RETURNS bigint LANGUAGE plpgsql AS $$
BEGIN
  RETURN coalesce(greatest((SELECT max(claim) FROM claim_keys), (SELECT last FROM parley_last_key)), 0) + 1;
END $$;

CREATE OR REPLACE FUNCTION parley_violation(OUT name text, OUT id text, OUT target text, OUT at text, OUT value text)
LANGUAGE plpgsql STABLE AS $$
BEGIN
  FOR name, target, at IN SELECT c.relname, t.relname, a.attname FROM pg_constraint k
    JOIN pg_class c ON c.oid = k.conrelid JOIN pg_class t ON t.oid = k.confrelid
    JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = k.conkey[1]
    WHERE k.contype = 'f' AND c.relnamespace = @HERE ORDER BY c.relname, a.attname
  LOOP
    EXECUTE format('SELECT o.id, o.%2$I FROM %1$I o WHERE o.%2$I IS NOT NULL AND NOT EXISTS '
      '(SELECT 1 FROM %3$I t WHERE t.id = o.%2$I) ORDER BY o.id LIMIT 1', name, at, target) INTO id, value;
    IF id IS NOT NULL THEN RETURN; END IF;
  END LOOP;
  name := NULL;
END $$;
]]

--- What is made in a schema before any table: functions, what tells others of commits, the last key.
---@param schema string  quoted
function entries.beforehand(schema)
  local functions = require "parley.query.sql.dialect.postgres_functions"
  local words = require "parley.query.sql.dialect.postgres_words"()
  return functions.create(schema) .. "\n" .. functions.qualify(words .. OWN:gsub("@HERE", HERE), schema)
end

-- Full text -----------------------------------------------------------------------------------------------------------

-- Words in their order, how many there are and what the index finds are worked out as rows are written; so are totals.
local SEARCH_TEXT <const> = [[
CREATE @TEMP TABLE @NAME (key bigint GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY,
  tbl text COLLATE "C" NOT NULL, id text COLLATE "C" NOT NULL, body text COLLATE "C" NOT NULL,
  tokens text COLLATE "C" NOT NULL, length integer NOT NULL, words tsvector NOT NULL, UNIQUE (tbl, id));
CREATE INDEX @NAME_words ON @AT USING gin (words);
CREATE TRIGGER parley_row BEFORE INSERT OR UPDATE ON @AT FOR EACH ROW EXECUTE FUNCTION parley_search_row();
]]
local TOTALS <const> = [[
DELETE FROM parley_search_totals;
CREATE TRIGGER parley_added AFTER INSERT ON search_text REFERENCING NEW TABLE AS added
  FOR EACH STATEMENT EXECUTE FUNCTION parley_search_total();
CREATE TRIGGER parley_changed AFTER UPDATE ON search_text REFERENCING OLD TABLE AS removed NEW TABLE AS added
  FOR EACH STATEMENT EXECUTE FUNCTION parley_search_total();
CREATE TRIGGER parley_removed AFTER DELETE ON search_text REFERENCING OLD TABLE AS removed
  FOR EACH STATEMENT EXECUTE FUNCTION parley_search_total();
]]

--- Texts and their words stand in one table.
function entries.full_text(suffix)
  local name = "search_text" .. (suffix or "")
  local at = suffix and entries.temporary(name) or name
  local create = SEARCH_TEXT:gsub("@(%u+)", { TEMP = suffix and "TEMP" or "", NAME = name, AT = at })
  return { text = name, index = name, filled = at, create = suffix and create or create .. TOTALS,
    drop = "DROP TABLE " .. at }
end

local function phrases(mark) return ("(SELECT parley_phrases(%s))"):format(mark) end

-- What the index finds is looked at again where it does not tell all.
function entries.matches(alias, _, mark)
  return ("%s.words @@ parley_search(parley_phrases(%s)) AND (%s.length < 1000 AND NOT (SELECT parley_may_fail("
    .. "parley_phrases(%s))) OR parley_holds(%s.tokens, %s))"):format(alias, mark, alias, mark, alias, phrases(mark))
end
entries.same_text = false
function entries.score(alias, index, mark)
  return ("parley_score(%s.tokens, %s.length, %s, (SELECT parley_weights(%s, parley_phrases(%s))))"):format(alias,
    alias, phrases(mark), postgres.text(index), mark)
end
function entries.best_first(alias, index, mark) return entries.score(alias, index, mark) .. " DESC" end
function entries.marked(_, alias, mark) return ("parley_marked(%s.body, %s)"):format(alias, phrases(mark)) end

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
  entries.nodes = require "parley.query.sql.dialect.postgres_nodes"(dialect)
  return entries
end
