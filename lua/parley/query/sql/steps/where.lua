--- where in SQL: conditions of the level.

local where = {}

function where.emit(level, link)
  level = level:wrap_if(level.limit or level.distinct or level.aggregated)
  for _, condition in ipairs(link.step.conditions) do
    level.where[#level.where + 1] = level:condition(condition)
  end
  return level
end

return where
