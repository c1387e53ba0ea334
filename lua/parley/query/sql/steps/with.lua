--- with in SQL: computed columns in their places among the level's.

local with = {}

function with.emit(level, link)
  level = level:wrap_if(level.distinct or level.aggregated)
  local columns = { table.unpack(level.columns) }
  for i, item in ipairs(link.step.items) do columns[link.step.places[i]] = level:compute(item) end
  return level:with_columns(columns, link.step)
end

return with
