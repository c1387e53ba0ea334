--- sort on columns.

local sort = {}

-- An order that was there before decides between rows that are equal in the new one.
function sort.emit(relation, link)
  relation = relation:worked_out_if(relation.limit)
  local order = {}
  for i, item in ipairs(link.step.items) do
    order[i] = { node = relation:compute(item).node, desc = item.desc }
  end
  return relation:changed { order = table.move(relation.order, 1, #relation.order, #order + 1, order) }
end

return sort
