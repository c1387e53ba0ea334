--- select on columns: the relation's columns.

local select_ = {}

--- A relation whose columns are those of bound items.
function select_.items(relation, list)
  local columns = {}
  for i, item in ipairs(list) do columns[i] = relation:compute(item) end
  return relation:with_columns(columns)
end

function select_.emit(relation, link) return select_.items(relation, link.step.items) end

return select_
