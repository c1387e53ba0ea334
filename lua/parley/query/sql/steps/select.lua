--- select in SQL: the level's columns.

local select_ = {}

--- A level whose columns are those of bound items, of a step.
function select_.items(level, list, step)
  -- without keys there is one row because of the aggregates, and perhaps none of them is selected
  level = level:wrap_if(level.distinct or level.aggregated and #level.group == 0)
  local columns = {}
  for i, item in ipairs(list) do columns[i] = level:compute(item) end
  return level:with_columns(columns, step)
end

function select_.emit(level, link) return select_.items(level, link.step.items, link.step) end

return select_
