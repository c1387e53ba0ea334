--- Statements about rows seen in a file, counted in a table of the connection's own.

local dialect = require "parley.query.sql.dialect"

local seen_rows = {}

local NAME = "parley_mirrors"

--- Makes the table, empty.
function seen_rows.begin(store)
  local d = dialect.of(store)
  store:exec(("DROP TABLE IF EXISTS %s; %s"):format(d.temporary(NAME), d.create_temporary(NAME,
    { ("row %s PRIMARY KEY"):format(d.types.text), "n " .. d.types.integer }, d.by_key_alone)))
end

--- Takes one of the rows of this text away, if there is any: whether there was.
function seen_rows.take(store, text)
  local d = dialect.of(store)
  return store:run(("UPDATE %s SET n = n - 1 WHERE row = %s AND n > 0"):format(d.temporary(NAME), d.param(1)),
    { n = 1, text }) > 0
end

--- Adds a row of this text.
function seen_rows.add(store, text)
  local d = dialect.of(store)
  local counted = d.or_change("row", ("n = %s.n + 1"):format(NAME))
  store:run(("INSERT INTO %s VALUES (%s, 1)%s"):format(d.temporary(NAME), d.param(1), counted), { n = 1, text })
end

--- Drops the table.
function seen_rows.finish(store) store:exec("DROP TABLE " .. dialect.of(store).temporary(NAME)) end

return seen_rows
