--- by: the keys of groups. What becomes of the groups is said by the verb after it; `by` itself is no step.

local bound = require "parley.query.bound"
local expr = require "parley.query.expr"
local items = require "parley.query.items"

local by = {}

--- Groups the rows by these values; `summarise`, `count`, `sum`, … say what becomes of the groups. A row that names
--- several in a column that takes several is one of each's.
--- Errors: no_column, bad_expression.
--- See also: summarise, count, with.
--- Example: ds.demands:by("party"):count()
---@param q parley.Query
---@param ... any  expressions, each followed by the values of its `?`
---@return nil step, table changes
function by.apply(q, ...)
  local keys = items.parse_some(expr.parse_item, "by", "by(\"party\", \"topic\")", ...)
  if q.bound.open then return nil, { keys = keys } end
  local each_item = require "parley.query.each_item"
  local link, each = each_item.link(q.bound, keys)
  each.bound, each.lookups = items.keys(link, each)
  if link.asks and link ~= q.bound then
    link.again = function() return (each_item.link(bound.looked(q.bound), keys)) end
  end
  return nil, { keys = each, bound = link }
end

return by
