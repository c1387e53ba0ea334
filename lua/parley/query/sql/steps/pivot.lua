--- pivot in SQL: GROUP BY, and for each value a column of aggregates that see only its rows.
-- Which columns there are depends on the rows, so a statement of its own asks for them first.
-- A value of several aggregates is worked out once for each cell, in a level below: written for each column, it would
-- be more than SQLite takes.

local core = require "parley.core"
local groups = require "parley.query.sql.groups"
local pivot_shape = require "parley.query.pivot_shape"
local Level = require "parley.query.sql.level"

local pivot = {}

--- The level to be grouped, and the values that become columns, in order.
---@return table level, any[] values
function pivot.look(level, link)
  level = level:wrap_if(level.limit or level.distinct or level.aggregated)
  local c, step, saved = level.c, link.step, level.columns
  local column = level:compute(step.columns)
  level.columns = { Level.same(column, { name = "value" }) }
  local text = ("SELECT DISTINCT value FROM (%s) AS found LIMIT %d"):format(level:render(),
    pivot_shape.MAX_COLUMNS + 1)
  level.columns = saved
  local values = {}
  text = c:with_text(text)
  for value in c.store:each(text, c:used_params(text), { column.type }) do values[#values + 1] = value end
  pivot_shape.check_count(step, #values)
  return level, pivot_shape.in_order(link, values, column.type)
end

-- The level and its column of the values. One that is worked out is so in a level below, since it stands in the filter
-- of every column of the cross table.
local function with_heads(level, item)
  local head = level:compute(item)
  if item.node.path then return level, head end
  local columns = table.move(level.columns, 1, #level.columns, 1, {})
  columns[#columns + 1] = Level.same(head, { name = "#head" })
  level = level:with_columns(columns, { once = true })
  return level, level.columns[#columns]
end

-- A column for each value; `of(mark)` gives its SQL.
local function spread(level, link, head, keys, of)
  local columns, d, step = {}, level.c.dialect, link.step
  for i, value in ipairs(step.found) do
    local mark = value == core.null and "NULL" or level.c:param(value)
    columns[i] = of(d.same(head.sql, mark))
    columns[i].name, columns[i].type = link.columns[#keys + i].name, step.values.type
  end
  return columns
end

-- Each cell that has rows, with its value, in the order of the keys; and beside it the value of a cell without rows,
-- which may depend on the keys.
local function cells(below, step, head)
  local level = groups(below, step.rows, function(inner, keys)
    local value = inner:compute(step.values, { keys = keys, number = inner.number })
    local without = inner:compute(step.values, { keys = keys, number = inner.number,
      filter = inner.c.dialect.truth(false) })
    return { Level.same(head, { name = "#head" }), Level.same(value, { name = "#value" }),
      Level.same(without, { name = "#without" }) }
  end)
  level.group[#level.group + 1] = head.sql
  return level:wrap(true, true)
end

-- The cells side by side. There is one of each at most: its maximum is its value.
local function beside(level, link)
  local keys = table.move(level.columns, 1, #level.columns - 3, 1, {})
  local head, value, without = table.unpack(level.columns, #keys + 1)
  local d, group, of_type = level.c.dialect, {}, link.step.values.type
  for i, key in ipairs(keys) do group[i] = key.sql end
  local function of(condition)
    local function seen(sql) return ("%s FILTER (WHERE %s)"):format(sql, condition) end
    return { sql = d.choose(seen(d.call("count", "*")) .. " > 0", seen(d.only(value.sql, of_type)),
      d.only(without.sql, of_type)) }
  end
  local columns = spread(level, link, head, keys, of)
  level.group, level.order = group, { d.call("min", level.number) }
  level.columns, level.number, level.aggregated = table.move(columns, 1, #columns, #keys + 1, keys), nil, true
  return level
end

function pivot.emit(level, link)
  local step = link.step
  if step.ordered and not level.number then level = level:wrap(true) end
  local below, head = with_heads(level, step.columns)
  if not step.values.node.aggregate then return beside(cells(below, step, head), link) end
  return groups(below, step.rows, function(inner, keys)
    return spread(inner, link, head, keys, function(condition)
      return inner:compute(step.values, { keys = keys, number = inner.number, filter = condition })
    end)
  end)
end

return pivot
