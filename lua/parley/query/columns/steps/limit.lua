--- limit on columns.

local limit = {}

function limit.emit(relation, link)
  return relation:worked_out_if(relation.limit):changed { limit = link.step.n, offset = link.step.offset }
end

return limit
