--- where on columns: filters of the relation.

local where = {}

function where.emit(relation, link)
  relation = relation:worked_out_if(relation.limit)
  local filters = table.move(relation.filters, 1, #relation.filters, 1, {})
  for _, condition in ipairs(link.step.conditions) do
    filters[#filters + 1] = relation:node(condition.text, condition.node)
  end
  return relation:changed { filters = filters }
end

return where
