--- distinct in SQL.

local select_ = require "parley.query.sql.steps.select"

local distinct = {}

function distinct.emit(level, link)
  if link.step.items then level = select_.items(level, link.step.items, link.step) end
  level = level:wrap_if(level.limit or level.order)
  if level.order and level.c.dialect.is_strict then return require("parley.query.sql.strict").distinct(level) end
  level.distinct = true
  return level
end

return distinct
