--- with on columns: computed columns in their places among the relation's.

local with = {}

function with.emit(relation, link)
  local columns = { table.unpack(relation.columns) }
  for i, item in ipairs(link.step.items) do columns[link.step.places[i]] = relation:compute(item) end
  return relation:with_columns(columns, link.step.once)
end

return with
