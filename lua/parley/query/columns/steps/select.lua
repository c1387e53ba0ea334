--- select on columns: the relation's columns.

local select_ = {}

--- A relation whose columns are those of bound items; computed once, where they are used often.
function select_.items(relation, list, once)
  local columns = {}
  for i, item in ipairs(list) do columns[i] = relation:compute(item) end
  return relation:with_columns(columns, once)
end

function select_.emit(relation, link) return select_.items(relation, link.step.items, link.step.once) end

return select_
