--- windows in SQL: OVER for the functions that look at single rows of a group; aggregates come from a grouping of the
-- same rows, joined to them by the keys, since few of them can stand before OVER.

local expression = require "parley.query.sql.expression"
local subqueries = require "parley.query.sql.subqueries"

local windows = {}

local function column_of(c, alias, name) return alias .. "." .. c.dialect.quote(name) end

-- Collects the aggregates of the items: `spread(context, node)` gives the SQL of one beside the rows, and `join()` the
-- clause that brings them there, or nil without any.
local function collector(level, keys)
  local c, found, place, alias = level.c, {}, {}, nil
  local function spread(context, node)
    alias = alias or c:alias "groups"
    local inner = level:context(context.text, { number = level.number })
    local text = expression.emit(inner, node)
    if not place[text] then
      found[#found + 1] = text
      place[text] = #found
    end
    return column_of(c, alias, "a" .. place[text])
  end
  local function join()
    if not alias then return nil end
    local columns, on = {}, {}
    for i, key in ipairs(keys) do
      columns[i] = key .. " AS " .. c.dialect.quote("k" .. i)
      on[i] = c.dialect.same(column_of(c, alias, "k" .. i), key)
    end
    for i, text in ipairs(found) do columns[#columns + 1] = text .. " AS " .. c.dialect.quote("a" .. i) end
    local rows = subqueries.named(c, alias, ("SELECT %s\nFROM %s\nGROUP BY %s"):format(
      table.concat(columns, ",\n  "), level.from, table.concat(keys, ", ")))
    return ("INNER JOIN %s ON %s"):format(rows, table.concat(on, " AND "))
  end
  return spread, join
end

function windows.emit(level, link)
  local step, keys = link.step, {}
  level = level:wrap_if(level.distinct)
  level.whole = true
  level = level:wrap(true)
  for i, key in ipairs(step.keys) do keys[i] = level:compute(key).sql end
  local partition = "PARTITION BY " .. table.concat(keys, ", ")
  local spread, join = collector(level, keys)
  local given = { spread = spread, partition = partition, ordered = partition .. " ORDER BY " .. level.number }
  local columns = table.move(level.columns, 1, #level.columns, 1, {})
  for i, item in ipairs(step.items) do columns[step.places[i]] = level:compute(item, given) end
  level.joins[#level.joins + 1] = join()
  level.columns, level.whole = columns, true
  return level:wrap()
end

return windows
