-- What counts as a query: ds:sql runs those and nothing else. (What a read-only host refuses: embed_spec.)

require "parley.base.errors"          -- makes the sentences
local core = require "parley.core"

describe("a statement that only selects", function()
  local store

  before_each(function()
    store = core.open(":memory:", { mode = "memory" })
    store:exec "CREATE TABLE t(x); INSERT INTO t VALUES (1)"
  end)

  after_each(function() store:close() end)

  for _, sql in ipairs {
    "SELECT x FROM t",
    "select 1;",
    " \n\t-- a remark\n /* and another */ ; SELECT x FROM t",
    "/**/VALUES (1), (2)",
    "WITH a AS (SELECT x FROM t) SELECT x FROM a",
    "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 3) SELECT i FROM n",
    "EXPLAIN SELECT x FROM t",
    "EXPLAIN QUERY PLAN SELECT x FROM t",
    "SELECT name FROM pragma_table_info('t')",
  } do
    it("is " .. sql:gsub("%s+", " "), function() assert.is_true(store:selects_only(sql)) end)
  end

  for _, sql in ipairs {
    "INSERT INTO t VALUES (2)",
    "INSERT INTO t VALUES (2) RETURNING x",
    "WITH a AS (SELECT 2) INSERT INTO t SELECT * FROM a",
    "UPDATE t SET x = 3",
    "DELETE FROM t",
    "CREATE TEMP TABLE u(x)",
    "PRAGMA user_version",
    "PRAGMA query_only = ON",
    "BEGIN",
    "COMMIT",
    "SAVEPOINT s",
    "ATTACH ':memory:' AS other",
    "VACUUM INTO 'copy.db'",
    "ANALYZE",
    "-- SELECT\nDROP TABLE t",
    "/* SELECT */ DELETE FROM t",
  } do
    it("is not " .. sql:gsub("%s+", " "), function() assert.is_false(store:selects_only(sql)) end)
  end

  it("is looked at, not run", function()
    store:selects_only "DELETE FROM t"
    assert.equal(1, (store:values "SELECT count(*) FROM t"))
  end)
end)
