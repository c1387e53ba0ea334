--- Statements of a write that goes to nodes straight from a client, and is kept on all of them or on none: each node
-- prepares what it has (PREPARE TRANSACTION), a record in the dataset's own transaction decides, and the nodes follow.
--
-- A record says which write it is, how many of its batches were decided to be kept, and the nodes. It is there before
-- anything is prepared, and goes when nothing is left to be done. While its writer lives, a lock of its number is held.

local prepared = {}

local postgres          -- the dialect they belong to, which quotes

local HERE <const> = "(SELECT oid FROM pg_namespace WHERE nspname = current_schema())"

-- Records -------------------------------------------------------------------------------------------------------------

prepared.has_records = "SELECT 1 FROM pg_class WHERE relname = 'parley_node_writes' AND relnamespace = " .. HERE
prepared.make_records = "CREATE TABLE IF NOT EXISTS parley_node_writes (id BIGINT PRIMARY KEY, kept BIGINT NOT NULL, "
  .. "nodes TEXT NOT NULL); GRANT SELECT ON parley_node_writes TO PUBLIC"

prepared.new_number = "SELECT nextval('parley_commits')"
prepared.add = "INSERT INTO parley_node_writes(id, kept, nodes) VALUES ($1, 0, $2)"
prepared.keep = "UPDATE parley_node_writes SET kept = $2 WHERE id = $1"
prepared.forget = "DELETE FROM parley_node_writes WHERE id = $1"
prepared.all = "SELECT id, kept, nodes FROM parley_node_writes ORDER BY id"
prepared.kept = "SELECT kept FROM parley_node_writes WHERE id = $1"

local KEY <const> = "(CAST(" .. HERE .. " AS bigint) << 32) # CAST($1 AS bigint)"
prepared.lock = "SELECT pg_try_advisory_lock(" .. KEY .. ")"
prepared.unlock = "SELECT pg_advisory_unlock(" .. KEY .. ")"

-- Nodes ---------------------------------------------------------------------------------------------------------------

--- How libpq finds a node, as far as who asks may know it: its user and password are shown to those who own the server.
prepared.options = [[SELECT CAST(o.option_name AS text), o.option_value FROM pg_foreign_server s,
    pg_options_to_table(s.srvoptions) o WHERE s.srvname = $1
  UNION ALL SELECT CAST(o.option_name AS text), o.option_value FROM pg_user_mappings m,
    pg_options_to_table(m.umoptions) o
  WHERE m.srvname = $1 AND (m.umuser = 0 OR m.usename = current_user)]]

--- How many transactions a server keeps prepared.
prepared.room = "SELECT CAST(setting AS bigint) FROM pg_settings WHERE name = 'max_prepared_transactions'"

--- What a node has prepared whose name begins so.
prepared.present = "SELECT gid FROM pg_prepared_xacts WHERE database = current_database() "
  .. "AND left(gid, length($1)) = $1 ORDER BY gid"

prepared.begin = "BEGIN"
function prepared.prepare(name) return "PREPARE TRANSACTION " .. postgres.text(name) end
function prepared.finish(name) return "COMMIT PREPARED " .. postgres.text(name) end
function prepared.undo(name) return "ROLLBACK PREPARED " .. postgres.text(name) end
prepared.commit, prepared.rollback = "COMMIT", "ROLLBACK"

--- A table of the write's own on a node. A temporary one keeps a transaction from being prepared.
function prepared.create_beside(at, lines, mark)
  return ("DROP TABLE IF EXISTS %s; CREATE UNLOGGED TABLE %s (%s); COMMENT ON TABLE %s IS %s"):format(at, at,
    table.concat(lines, ", "), at, postgres.text(mark))
end

--- Drops tables of writes' own.
function prepared.drop_beside(names)
  local quoted = {}
  for i, name in ipairs(names) do quoted[i] = postgres.quote(name) end
  return "DROP TABLE IF EXISTS " .. table.concat(quoted, ", ")
end

return function(dialect)
  postgres = dialect
  return prepared
end
