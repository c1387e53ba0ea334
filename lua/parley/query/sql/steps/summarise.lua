--- summarise in SQL: GROUP BY.

local groups = require "parley.query.sql.groups"
local items = require "parley.query.items"

local summarise = {}

-- The records of what stands beside the keys of a level's groups; `given` is what their context has more.
local function beside(step)
  return function(level, keys, given)
    local columns = {}
    for i, item in ipairs(step.items) do
      columns[i] = level:compute(item, { keys = keys, number = level.number, spread = given and given.spread })
      if #keys == 0 and not items.has_aggregate(item.node) then          -- one row in all, not one for each
        columns[i].sql = level.c.dialect.choose("count(*) >= 0", columns[i].sql, "NULL")
      end
    end
    return columns
  end
end

function summarise.emit(level, link)
  local step = link.step
  level = level:wrap_if(level.limit or level.distinct or level.aggregated)
  if step.ordered and not level.number then level = level:wrap(true) end
  local in_two = level.info and level.info.bulk
    and require("parley.query.sql.two_phases").summarise(level, step, beside(step))
  return in_two or groups(level, step.keys, beside(step))
end

return summarise
