--- Sentences of failures: postgres, that is of servers and of what runs on them.

return {
  ["misuse.no_part"] = "there is no part of this number",
  ["bad_argument.server_address"] = "this is no address of a server; it is "
    .. "postgresql://USER@HOST:PORT/DATABASE?schema=NAME, "
    .. "where an @, :, / or ? in a user or password is written %40, %3A, %2F or %3F",
  ["bad_argument.server_schema"] = "the address names its schema twice; once is enough: ?schema=NAME",
  ["bad_argument.copy_address"] = "{call}() makes a file; a copy on a server is made by parley.create(address, "
    .. "{from = ds})",
  ["bad_argument.server_password"] = "an @, / or ? in a password is written %40, %2F or %3F in an address",
  ["bad_argument.role_names"] = "the roles of a dataset are called like its schema, and '{name}' is too long for that; "
    .. "give it 56 bytes at most, or make no roles: {roles = false}",
  ["bad_type.roles"] = "roles is true or false, got {got}",
  ["busy.conflict"] = "another connection wrote to the same at the same time ({words}); do it again, or say how often: "
    .. "ds:atomic({attempts = 5}, fn)",
  ["busy.writer"] = "user '{user}' (process {pid}, {program}{since}) is writing to it, and did not end within {ms} ms; "
    .. "try again when that is done, or open it with a longer {timeout = ms}",
  ["busy.connections"] = "the server takes no more connections ({words}); close one, or raise its max_connections",
  ["cancelled.server"] = "somebody on the server has ended the statement ({words}); call again",
  ["limit.server"] = "the server has ended the statement ({words}); ask for less at once, or have its "
    .. "statement_timeout raised: ALTER ROLE NAME SET statement_timeout = '5min'",
  ["constraint.transaction"] = "a statement of this transaction failed, and nothing of it was kept",
  ["exists.dataset_on_server"] = "schema '{name}' holds a dataset already; parley.open() opens it, and ?schema= names "
    .. "another place",
  ["exists.other_on_server"] = "schema '{name}' holds tables that are not Parley's; ?schema= names another place",
  ["bad_argument.create_address"] = "create() makes a dataset on a server, at postgresql://HOST/DATABASE?schema=NAME; "
    .. "parley.open(path) makes one in a file",
  ["bad_type.create_from"] = "from is a dataset or the path of one, got {got}",
  ["read_only.create_from_view"] = "a view shows only part of a dataset; give the dataset itself",
  ["no_claims.create_from"] = "from holds no dataset of Parley's, but tables of others",
  ["in_transaction.create_from"] = "create() cannot copy half a transaction; call it after atomic()",
  ["misuse.backup_of_server"] = "a dataset on a server is copied by its own means: pg_dump DATABASE -n SCHEMA",
  ["misuse.unnamed_statement"] = "a statement that owners write down has a name: {sql}",
  ["misuse.other_postgres"] = "parley/postgres.so and parley/core.so are of two builds; build Parley anew: make",
  ["bad_type.copied"] = "row {row}: column {at} takes {wanted}, not {got}",
  ["locked.copying"] = "rows are being copied into a table by the same connection; finish that first",
  ["missing_program.postgres"] = "datasets on a server need the module parley.postgres, which this build lacks "
    .. "({cause}); install libpq with its headers (Debian: apt-get install libpq-dev) and build Parley anew: make",
  ["no_name.database"] = "the server has no database '{name}'; createdb {name} makes one",
  ["no_name.server_schema"] = "the database has no schema '{name}'{hint}; mode 'rwc' makes it",
  ["no_server.garbled"] = "the server sent a value that is none of its type; the connection is of no use",
  ["no_server.cut"] = "the connection to {server} was lost, without an answer; open the dataset again",
  ["no_server.lost"] = "the connection to {server} was lost ({words}); open the dataset again",
  ["no_server.silent"] = "the server does not answer within {ms} ms; check host and port, or give it longer:"
    .. " ?connect_timeout=SECONDS",
  ["no_server.undone"] = "the connection to {server} was lost in a commit, and the server says that nothing of it was "
    .. "kept; open the dataset and do it again",
  ["no_server.unknown"] = "the connection to {server} was lost in a commit, and what became of it is not known; when "
    .. "the server is back, psql tells it by txid_status({number})",
  ["no_server.unreachable"] = "the server cannot be reached ({words}); check that it runs, its host and its port",
  ["older.server"] = "it was written by an older Parley (schema {found}, and this one knows {newest}); somebody with "
    .. "the right {role}, which {having}, opens it once and brings it up to date",
  ["permission.create_roles"] = "user '{user}' may not make the roles that go with a dataset; somebody who may runs: "
    .. "{sql}; or create it without: {roles = false}, then it is its maker's alone",
  ["permission.other_coder"] = "who connects as '{user}' claims as coder '{user}', and not as '{coder}'; leave coder "
    .. "away, or ask somebody with the right {role}",
  ["permission.others_claim"] = "claim {key} is of coder '{coder}', and who connects as '{user}' takes back their own "
    .. "alone; the right {role} takes back any",
  ["permission.right"] = "this needs the right {role}, which {having}; user '{user}' {has}. Its administrator gives "
    .. "it: {sql}",
  ["permission.schema"] = "user '{user}' has no right to schema '{name}'; its owner gives it: GRANT USAGE ON SCHEMA",
  ["permission.server"] = "the server refuses user '{user}' ({words}); a password is looked for in the address, "
    .. "PGPASSWORD and ~/.pgpass",
  ["sql.copy"] = "COPY from or to the client is no statement for a store; ds:import and q:save do that",
  ["too_large.parameters"] = "a statement on a server takes at most {most} values; import rows, or join a Frame",
  ["unknown_function.on_server"] = "function '{name}' cannot be defined: a server does not call functions of Lua; "
    .. "take the rows into a Frame, which does: q:frame()",
  -- tables that are spread over servers
  ["bad_argument.nodes"] = "nodes is a list of addresses of servers, at least one: "
    .. "distribute('events', {nodes = {'postgresql://HOST/DATABASE', …}})",
  ["bad_argument.node_address"] = "{got} is no address of a node; one is postgresql://USER@HOST:PORT/DATABASE",
  ["bad_argument.node_host"] = "the address {node} names no host; the dataset's server has to find the node by it: "
    .. "postgresql://USER@HOST:PORT/DATABASE",
  ["bad_argument.node_mapping"] = "the server takes no user and password for node {node} ({code}); write the address "
    .. "as postgresql://USER:PASSWORD@HOST:PORT/DATABASE",
  ["bad_argument.distributed_table"] = "{name} rests on claims, or is read by few; only a table in bulk is spread over "
    .. "nodes: events",
  ["bad_argument.spread_by"] = "{table} is spread by {by} already; leave by away, or say by = '{by}'",
  ["bad_argument.parts"] = "parts is a whole number from {least}, one for each node, to {most}",
  ["bad_argument.parts_fixed"] = "{table} is spread over {parts} parts, which it keeps; leave parts away",
  ["bad_value.part_missing"] = "{table} '{id}' has no {column}, by which rows are to be spread; take a column that "
    .. "every row has, such as id",
  ["duplicate.node"] = "{node} and {other} are the same database; name each node once",
  ["exists.part"] = "schema '{schema}' of node {node} holds a table '{name}' already; drop it there, or name another "
    .. "place with ?schema=",
  ["in_transaction.distribute"] = "distribute() makes its own transactions; call it after atomic()",
  ["io.parts"] = "{were} rows were sent to the nodes and {are} arrived; nothing was changed, try it again",
  ["missing_program.wrapper"] = "the server needs the extension postgres_fdw, and does not make it ({words}); an "
    .. "administrator of the server has to make it in this database",
  ["misuse.distribute_file"] = "the dataset lies on one machine; copy it to a server first: "
    .. "parley.create('postgresql://HOST/DATABASE?schema=NAME', {from = ds})",
  ["no_server.node"] = "node {node} does not answer, and a part of the rows is there; check that it runs, and that the "
    .. "server of the dataset reaches it",
  ["no_server.half"] = "node {node} did not keep its rows, and {others} did, since it prepares no transactions; the "
    .. "same import again completes them, and with max_prepared_transactions > 0 all keep them or none",
  ["permission.unfinished"] = "an import was ended in its commit, and node {node} holds rows of it back; who owns the "
    .. "dataset opens it once",
  ["read_only.spread_table"] = "{table} is spread over nodes, whose tables get no column more; add columns before "
    .. "distribute()",
  ["too_large.nodes"] = "{table} has {parts} parts, too few for {nodes} nodes; take at most {parts} nodes",
}
