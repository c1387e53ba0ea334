--- pivot in SQL: GROUP BY, and for each value a column of aggregates that see only its rows.
-- Which columns there are depends on the rows, so a statement of its own asks for them first.

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
  level = level:with_columns(columns, true)
  return level, level.columns[#columns]
end

function pivot.emit(level, link)
  local step = link.step
  if step.ordered and not level.number then level = level:wrap(true) end
  local below, head = with_heads(level, step.columns)
  return groups(below, step.rows, function(inner, keys)
    local columns = {}
    for i, value in ipairs(step.found) do
      local mark = value == core.null and "NULL" or inner.c:param(value)
      columns[i] = inner:compute(step.values, { keys = keys, number = inner.number,
        filter = inner.c.dialect.same(head.sql, mark) })
      columns[i].name = link.columns[#keys + i].name
    end
    return columns
  end)
end

return pivot
