--- limit in SQL.

local limit = {}

function limit.emit(level, link)
  level = level:wrap_if(level.limit)
  level.limit, level.offset = link.step.n, link.step.offset
  return level
end

return limit
