--- Statements about how far an import has followed what a source has said, in a table of the connection's own.

local dialect = require "parley.query.sql.dialect"

local followed_claims = {}

local NAME = "parley_followed"

local KEY, OTHERS = { "thing_table", "thing", "source", "unit" }, { "claim", "row" }

local put = dialect.once(function(d, name)
  local names = table.move(OTHERS, 1, #OTHERS, #KEY + 1, table.move(KEY, 1, #KEY, 1, {}))
  return d.replacing(d.temporary(name), names, dialect.marks(d, #names), KEY)
end)

--- Makes the table, empty.
function followed_claims.begin(store)
  local d = dialect.of(store)
  local text, integer = d.types.text, d.types.integer
  store:exec(("DROP TABLE IF EXISTS %s; %s"):format(d.temporary(NAME), d.create_temporary(NAME,
    { "thing_table " .. text, "thing " .. text, "source " .. text, "unit " .. text, "claim " .. integer,
      "row " .. integer, ("PRIMARY KEY (%s)"):format(table.concat(KEY, ", ")) }, d.by_key_alone)))
end

--- Notes that the import has come to a claim about a unit, at a row.
function followed_claims.put(store, name, id, source, unit, claim, row)
  local d = dialect.of(store)
  store:run(put(d, NAME), { n = 6, name, id, source, unit, claim, row })
end

--- What was noted about a thing: unit, claim and row.
---@return fun(): string?, integer?, integer?
function followed_claims.of(store, name, id, source)
  local d = dialect.of(store)
  return store:each(("SELECT unit, claim, row FROM %s WHERE thing_table = %s AND thing = %s AND source = %s"):format(
    d.temporary(NAME), d.param(1), d.param(2), d.param(3)), { n = 3, name, id, source })
end

local PAGE = 500

--- The next things about which something was noted, after one of them or from the first: { table, id, source } each.
---@return string[][]
function followed_claims.page(store, name, id, source)
  local d, list = dialect.of(store), {}
  local after = name and (" WHERE (thing_table, thing, source) > (%s, %s, %s)"):format(d.param(1), d.param(2),
    d.param(3)) or ""
  for found_name, found_id, found_source in store:each(("SELECT DISTINCT thing_table, thing, source FROM %s%s "
    .. "ORDER BY thing_table, thing, source LIMIT %d"):format(d.temporary(NAME), after, PAGE),
    { n = name and 3 or 0, name, id, source }) do
    list[#list + 1] = { found_name, found_id, found_source }
  end
  return list
end

--- Drops the table.
function followed_claims.finish(store) store:exec("DROP TABLE " .. dialect.of(store).temporary(NAME)) end

return followed_claims
