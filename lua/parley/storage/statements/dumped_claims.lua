--- Statements for claims that go out and come in without their keys: by thing, and what of them names other claims.

local dialect = require "parley.query.sql.dialect"
local schema = require "parley.storage.schema"

local dumped_claims = {}

local quoted_claims = schema.quoted_claims

--- All claims, those about one thing together, in the order of ids and keys, as rows with these columns.
---@param store parley.Store
---@param info table
---@param names string[]
---@param types string[]
function dumped_claims.by_thing(store, info, names, types)
  local d = dialect.of(store)
  local sql = ("SELECT %s FROM %s ORDER BY id, claim"):format(dialect.quoted_list(d, names), quoted_claims(d, info))
  return store:rows(sql, nil, names, types)
end

--- The keys of the claims that others restate or decide for.
---@return table<integer, true>
function dumped_claims.named(store, info)
  local at, keys = quoted_claims(dialect.of(store), info), {}
  for key in store:each(("SELECT restates FROM %s WHERE restates IS NOT NULL UNION "
    .. "SELECT decides FROM %s WHERE decides IS NOT NULL"):format(at, at)) do
    keys[key] = true
  end
  return keys
end

--- When the first claim of each import was taken in, the earliest import first: number, time.
---@param infos table[]
---@return fun(): integer?, string?
function dumped_claims.imports(store, infos)
  local d, parts = dialect.of(store), {}
  for i, info in ipairs(infos) do
    parts[i] = ("SELECT import, recorded_at FROM %s WHERE import IS NOT NULL"):format(quoted_claims(d, info))
  end
  return store:each(("SELECT import, min(recorded_at) AS first FROM (%s) AS made GROUP BY import "
    .. "ORDER BY first, import"):format(table.concat(parts, " UNION ALL ")))
end

--- Has a claim name another one.
---@param column "restates"|"decides"
function dumped_claims.name(store, info, key, column, other)
  local d = dialect.of(store)
  store:run(("UPDATE %s SET %s = %s WHERE claim = %s"):format(quoted_claims(d, info), column, d.param(1), d.param(2)),
    { n = 2, other, key })
end

--- Gives the imports -1, -2, … the numbers `now[1]`, `now[2]`, …
---@param now integer[]
function dumped_claims.number_imports(store, info, now)
  local parts = {}
  for i, number in ipairs(now) do parts[i] = ("WHEN %d THEN %d"):format(-i, number) end
  store:run(("UPDATE %s SET import = CASE import %s END WHERE import < 0"):format(
    quoted_claims(dialect.of(store), info), table.concat(parts, " ")))
end

return dumped_claims
