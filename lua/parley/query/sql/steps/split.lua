--- split in SQL: the rows beside the items of the lists that stand in a column, each list once.

local Level = require "parley.query.sql.level"
local subqueries = require "parley.query.sql.subqueries"

local split = {}

-- The items of all lists that there are, with their places; the rows are those of the level.
local function members(level, column)
  local c, d = level.c, level.c.dialect
  local alias, list, n, item = c:alias "items", d.quote "list", d.quote "n", d.quote "item"
  local lists = setmetatable({ columns = { Level.same(column, { name = "list" }) }, distinct = true, order = false },
    { __index = level })
  local one, more = d.call("parley_item", list, "1"), d.call("parley_item", list, n .. " + 1")
  local count = d.call("parley_items", list)
  subqueries.named(c, alias, ("SELECT %s, 1 AS %s, %s AS %s FROM (\n%s\n) AS lists WHERE %s > 1\nUNION ALL\n"
    .. "SELECT %s, %s + 1, %s FROM %s WHERE %s < %s"):format(list, n, one, item, subqueries.indent(Level.render(lists)),
    count, list, n, more, alias, n, count), { recursive = true })
  return alias .. "." .. list, alias .. "." .. n, alias .. "." .. item, alias
end

function split.emit(level, link)
  level = level:wrap_if(level.limit or level.distinct or level.aggregated)
  local place = link.step.place
  local column, d = level.columns[place], level.c.dialect
  local list, n, item, alias = members(level, column)
  -- with the place in it, the index that SQLite makes of the items holds them in their order; rows that are level keep
  -- theirs, as with any sort
  level.joins[#level.joins + 1] = ("LEFT JOIN %s ON %s = %s AND %s > 0"):format(alias, list, column.sql, n)
  local columns = table.move(level.columns, 1, #level.columns, 1, {})
  columns[place] = Level.same(column, { sql = d.call("coalesce", item, column.sql) })
  level.number = nil
  return level:with_columns(columns, link.step)
end

return split
