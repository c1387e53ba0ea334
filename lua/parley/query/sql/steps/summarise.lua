--- summarise in SQL: GROUP BY.

local groups = require "parley.query.sql.groups"
local items = require "parley.query.items"

local summarise = {}

function summarise.emit(level, link)
  local step = link.step
  level = level:wrap_if(level.limit or level.distinct or level.aggregated)
  if step.ordered and not level.number then level = level:wrap(true) end
  if (level.info or level).bulk then require "parley.query.sql.two_phases"(level, step) end
  level = groups(level, step.keys, function(inner, keys)
    local columns = {}
    for i, item in ipairs(step.items) do
      columns[i] = inner:compute(item, { keys = keys, number = inner.number, spread = inner.spread })
      if #keys == 0 and not items.has_aggregate(item.node) then          -- one row in all, not one for each
        columns[i].sql = inner.c.dialect.choose("count(*) >= 0", columns[i].sql, "NULL")
      end
    end
    return columns
  end)
  return level.merge and level.merge() or level
end

return summarise
