--- sort in SQL.

local order_terms = require "parley.query.sql.order"

local sort = {}

-- Rows that an order leaves level stay as a sort, a search or a list of claims before it put them, as in Frames.
local function add_order_before(level, order)
  if level.order and not level.number and not level.aggregated then
    table.move(level.order, 1, #level.order, #order + 1, order)
  elseif level.c.dialect.is_strict then
    require("parley.query.sql.strict").sort(level, order)
  end
end

function sort.emit(level, link)
  level = level:wrap_if(level.limit or level.distinct)
  local order = {}
  for _, item in ipairs(link.step.items) do
    table.move(order_terms(level, item, level:compute(item)), 1, 2, #order + 1, order)
  end
  add_order_before(level, order)
  level.order, level.number = order, nil
  return level
end

return sort
