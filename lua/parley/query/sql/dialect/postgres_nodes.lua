--- Statements that spread a table of a PostgreSQL dataset over servers, the nodes: its partitions, by hash of a column,
-- are foreign tables, each of which is a table of a node (postgres_fdw). Where the server has Citus, it does all of it.

local nodes = {}

local postgres          -- the dialect they belong to, which quotes

-- How the servers talk: rows a round trip, and see create_server.
local HOW = { { "async_capable", "true" }, { "fetch_size", "10000" }, { "batch_size", "1000" },
  { "use_remote_estimate", "false" }, { "fdw_tuple_cost", "1" } }

-- What is installed ---------------------------------------------------------------------------------------------------

nodes.has_citus = "SELECT 1 FROM pg_catalog.pg_extension WHERE extname = 'citus'"
nodes.has_wrapper = "SELECT 1 FROM pg_catalog.pg_extension WHERE extname = 'postgres_fdw'"
nodes.create_wrapper = "CREATE EXTENSION IF NOT EXISTS postgres_fdw"

--- What is the same of two connections only where they lead to one database.
nodes.identity = "SELECT concat_ws(' ', (SELECT system_identifier FROM pg_catalog.pg_control_system()), "
  .. "(SELECT oid FROM pg_catalog.pg_database WHERE datname = current_database()))"

--- The name of a dataset, which tables on nodes are marked with: that of no other one.
nodes.mark = "SELECT concat_ws(' ', 'parley_part', (SELECT system_identifier FROM pg_catalog.pg_control_system()), "
  .. "(SELECT oid FROM pg_catalog.pg_database WHERE datname = current_database()), (SELECT oid FROM "
  .. "pg_catalog.pg_namespace WHERE nspname = current_schema()))"

nodes.whoami = "SELECT CAST(current_user AS text), CAST(current_database() AS text)"

-- Tables of nodes -----------------------------------------------------------------------------------------------------

--- The tables and views of a schema of a node: name and comment.
nodes.present = "SELECT CAST(c.relname AS text), obj_description(c.oid, 'pg_class') FROM pg_catalog.pg_class c "
  .. "JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace WHERE n.nspname = $1 AND c.relkind IN "
  .. "('r', 'p', 'v', 'm', 'f') ORDER BY 1"

nodes.has_schema = "SELECT 1 FROM pg_catalog.pg_namespace WHERE nspname = $1"
function nodes.create_schema(name) return "CREATE SCHEMA IF NOT EXISTS " .. postgres.quote(name) end

-- A name with its schema.
local function within(schema, name) return postgres.quote(schema) .. "." .. postgres.quote(name) end

local function column_list(columns)
  local lines = {}
  for i, column in ipairs(columns) do lines[i] = postgres.quote(column.name) .. " " .. column.declaration end
  return table.concat(lines, ", ")
end

--- Makes the table of a part on a node; `indexes`: lists of columns.
---@param schema string
---@param name string
---@param columns { name: string, declaration: string }[]
---@param indexes string[][]
---@param mark string
---@return string
function nodes.create_table(schema, name, columns, indexes, mark)
  local at, lines = within(schema, name), {}
  lines[1] = ("CREATE TABLE %s (%s, PRIMARY KEY (id))"):format(at, column_list(columns))
  for _, index in ipairs(indexes) do
    local quoted = {}
    for i, column in ipairs(index) do quoted[i] = postgres.quote(column) end
    lines[#lines + 1] = ("CREATE INDEX ON %s (%s)"):format(at, table.concat(quoted, ", "))
  end
  lines[#lines + 1] = ("COMMENT ON TABLE %s IS %s"):format(at, postgres.text(mark))
  return table.concat(lines, ";\n")
end

function nodes.drop_table(schema, name) return "DROP TABLE IF EXISTS " .. within(schema, name) end
function nodes.analyze(schema, name) return "ANALYZE " .. within(schema, name) end

-- The dataset's server ------------------------------------------------------------------------------------------------

local function options_of(list)
  local parts = {}
  for i, option in ipairs(list) do parts[i] = ("%s %s"):format(postgres.quote(option[1]), postgres.text(option[2])) end
  return #parts > 0 and (" OPTIONS (%s)"):format(table.concat(parts, ", ")) or ""
end

--- Makes a node known. `async_capable` has the nodes work at the same time; a row that crosses is dear, so that groups
--- are made where the rows are. What a statement costs is not asked of the nodes.
---@param name string
---@param options string[][]  name and value each
---@return string
function nodes.create_server(name, options)
  local all = table.move(options, 1, #options, 1, {})
  for _, option in ipairs(HOW) do all[#all + 1] = option end
  return ("CREATE SERVER %s FOREIGN DATA WRAPPER postgres_fdw%s"):format(postgres.quote(name), options_of(all))
end

--- Who the dataset's server is to a node. There may be a password in it.
function nodes.create_mapping(name, options)
  return ("CREATE USER MAPPING FOR PUBLIC SERVER %s%s"):format(postgres.quote(name), options_of(options))
end

function nodes.drop_server(name) return "DROP SERVER IF EXISTS " .. postgres.quote(name) .. " CASCADE" end

nodes.servers = [[SELECT CAST(s.srvname AS text) FROM pg_catalog.pg_foreign_server s WHERE s.srvname = $1]]

--- The parts of a table: name, node, remainder of the hash, schema and table there.
nodes.parts = [[SELECT CAST(c.relname AS text), CAST(s.srvname AS text),
    CAST(substring(pg_get_expr(c.relpartbound, c.oid) FROM 'remainder ([0-9]+)') AS bigint),
    CAST(substring(pg_get_expr(c.relpartbound, c.oid) FROM 'modulus ([0-9]+)') AS bigint),
    (SELECT option_value FROM pg_options_to_table(t.ftoptions) WHERE option_name = 'schema_name'),
    (SELECT option_value FROM pg_options_to_table(t.ftoptions) WHERE option_name = 'table_name')
  FROM pg_inherits i JOIN pg_class p ON p.oid = i.inhparent JOIN pg_class c ON c.oid = i.inhrelid
  JOIN pg_foreign_table t ON t.ftrelid = c.oid JOIN pg_foreign_server s ON s.oid = t.ftserver
  WHERE p.relname = $1 AND p.relnamespace = (SELECT oid FROM pg_namespace WHERE nspname = current_schema())
  ORDER BY 3]]

--- The schema of a node in which the dataset has parts.
nodes.schema_of = [[SELECT min(o.option_value) FROM pg_foreign_table t JOIN pg_class c ON c.oid = t.ftrelid
  JOIN pg_foreign_server s ON s.oid = t.ftserver, pg_options_to_table(t.ftoptions) o
  WHERE s.srvname = $1 AND o.option_name = 'schema_name'
  AND c.relnamespace = (SELECT oid FROM pg_namespace WHERE nspname = current_schema())]]

--- Whether a text, the second parameter, is of a part, the first.
function nodes.is_of_part(name, modulus)
  return ("SELECT satisfies_hash_partition(CAST(%s AS regclass), %d, CAST($1 AS integer), CAST($2 AS text))"):format(
    postgres.text(postgres.quote(name)), modulus)
end

--- Whether any table of the dataset is spread.
nodes.any_spread = [[SELECT 1 FROM pg_partitioned_table p JOIN pg_class c ON c.oid = p.partrelid
  WHERE c.relnamespace = (SELECT oid FROM pg_namespace WHERE nspname = current_schema()) LIMIT 1]]

--- The nodes of the dataset, each with a part that is there.
nodes.all_parts = [[SELECT CAST(s.srvname AS text), min(CAST(c.relname AS text)) FROM pg_foreign_table t
  JOIN pg_class c ON c.oid = t.ftrelid JOIN pg_foreign_server s ON s.oid = t.ftserver
  WHERE c.relnamespace = (SELECT oid FROM pg_namespace WHERE nspname = current_schema()) GROUP BY 1 ORDER BY 1]]

--- The column by which a table is spread.
nodes.spread_by = [[SELECT CAST(a.attname AS text) FROM pg_partitioned_table p JOIN pg_class c ON c.oid = p.partrelid
  JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = p.partattrs[0]
  WHERE c.relname = $1 AND c.relnamespace = (SELECT oid FROM pg_namespace WHERE nspname = current_schema())]]

function nodes.lock(name) return ("LOCK TABLE %s IN ACCESS EXCLUSIVE MODE"):format(postgres.quote(name)) end

--- Puts an empty table in the place of one, spread by hash of a column; the other is called `before` from now on. Who
--- might do what with it may do so still.
function nodes.replace(name, before, by)
  local text = [[ALTER TABLE @NAME RENAME TO @BEFORE;
CREATE TABLE @NAME (LIKE @BEFORE INCLUDING DEFAULTS) PARTITION BY HASH (@BY);
DO $do$ DECLARE g record; BEGIN
  FOR g IN SELECT CASE grantee WHEN 0 THEN 'PUBLIC' ELSE quote_ident(pg_get_userbyid(grantee)) END AS who,
      privilege_type AS what FROM pg_class c, aclexplode(c.relacl) WHERE c.oid = CAST(@TEXT AS regclass)
  LOOP
    EXECUTE format('GRANT %s ON @NAME TO %s', g.what, g.who);
  END LOOP;
END $do$]]
  return (text:gsub("@(%u+)", { NAME = postgres.quote(name), BEFORE = postgres.quote(before), BY = postgres.quote(by),
    TEXT = postgres.text(postgres.quote(before)) }))
end

--- Makes a part: a partition of a table, or beside it where `columns` are given.
---@param part { name: string, server: string, remainder: integer, schema: string }
function nodes.create_part(table_name, part, modulus, columns)
  local what = columns and (" (%s)"):format(column_list(columns)) or (" PARTITION OF %s FOR VALUES WITH (MODULUS %d, "
    .. "REMAINDER %d)"):format(postgres.quote(table_name), modulus, part.remainder)
  return ("CREATE FOREIGN TABLE %s%s SERVER %s%s"):format(postgres.quote(part.name), what, postgres.quote(part.server),
    options_of { { "schema_name", part.schema }, { "table_name", part.name } })
end

--- Puts a part in the place of another one.
function nodes.swap(table_name, old, new, modulus)
  local name = postgres.quote(table_name)
  return ("ALTER TABLE %s DETACH PARTITION %s;\nALTER TABLE %s ATTACH PARTITION %s FOR VALUES WITH (MODULUS %d, "
    .. "REMAINDER %d);\nDROP FOREIGN TABLE %s"):format(name, postgres.quote(old.name), name, postgres.quote(new.name),
    modulus, new.remainder, postgres.quote(old.name))
end

function nodes.copy(from, to, columns)
  local names = {}
  for i, column in ipairs(columns) do names[i] = postgres.quote(column.name) end
  local list = table.concat(names, ", ")
  return ("INSERT INTO %s (%s) SELECT %s FROM %s"):format(postgres.quote(to), list, list, postgres.quote(from))
end

function nodes.drop(name) return "DROP TABLE " .. postgres.quote(name) end

--- Whether a row of a table lacks a column; how many rows it has.
function nodes.lacks(name, column)
  return ("SELECT id FROM %s WHERE %s IS NULL LIMIT 1"):format(postgres.quote(name), postgres.quote(column))
end

--- Where a part is.
nodes.node_of = [[SELECT CAST(s.srvname AS text) FROM pg_foreign_table t JOIN pg_class c ON c.oid = t.ftrelid
  JOIN pg_foreign_server s ON s.oid = t.ftserver WHERE c.relname = $1
  AND c.relnamespace = (SELECT oid FROM pg_namespace WHERE nspname = current_schema())]]

--- How a statement has run: what was asked of nodes, and how many rows they gave.
function nodes.explain(text) return "EXPLAIN (ANALYZE, VERBOSE, COSTS OFF, TIMING OFF, SUMMARY OFF) " .. text end

--- Statements of writes that go to nodes straight from a client.
function nodes.prepared() return require "parley.query.sql.dialect.postgres_prepared"(postgres) end

-- Citus ---------------------------------------------------------------------------------------------------------------

nodes.citus = {
  --- Whether a table is spread.
  spread = "SELECT CAST(distribution_column AS text) FROM citus_tables WHERE table_name = CAST($1 AS regclass)",
  add_node = "SELECT citus_add_node($1, CAST($2 AS integer))",
  rebalance = "SELECT rebalance_table_shards(CAST($1 AS regclass))",
}

--- Spreads a table: its key has to hold the column, and nothing may refer to what is spread otherwise.
function nodes.citus.distribute(name, by)
  local quoted = postgres.quote(name)
  local key = by == "id" and "" or ("ALTER TABLE %s DROP CONSTRAINT %s, ADD PRIMARY KEY (id, %s);\n"):format(quoted,
    postgres.quote(name .. "_pkey"), postgres.quote(by))
  return ([[DO $do$ DECLARE k record; BEGIN
  FOR k IN SELECT conname FROM pg_constraint WHERE contype = 'f' AND conrelid = CAST(%s AS regclass)
  LOOP EXECUTE format('ALTER TABLE %s DROP CONSTRAINT %%I', k.conname); END LOOP;
END $do$;
%sSELECT create_distributed_table(%s, %s)]]):format(postgres.text(quoted), quoted, key, postgres.text(quoted),
    postgres.text(by))
end

return function(dialect)
  postgres = dialect
  return nodes
end
