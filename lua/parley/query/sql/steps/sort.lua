--- sort in SQL.

local order_terms = require "parley.query.sql.order"

local sort = {}

function sort.emit(level, link)
  level = level:wrap_if(level.limit or level.distinct)
  local order = {}
  for _, item in ipairs(link.step.items) do
    table.move(order_terms(level, item, level:compute(item)), 1, 2, #order + 1, order)
  end
  if level.c.dialect.is_strict then require("parley.query.sql.strict").sort(level, order) end
  level.order, level.number = order, nil
  return level
end

return sort
