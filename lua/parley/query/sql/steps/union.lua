--- union in SQL: UNION ALL.
-- Where a side has an order, the rows carry the number of their side and their place in it.

local dialect = require "parley.query.sql.dialect"
local other_side = require "parley.query.sql.other_side"
local select_ = require "parley.query.sql.steps.select"
local subqueries = require "parley.query.sql.subqueries"

local union = { look = other_side.look }

local function has_order(level) return level.order ~= nil or level.limit ~= nil end

-- The SELECT of a side.
local function part(level, side, names, ordered)
  level = level:wrap_if(level.limit or level.distinct or level.order)
  local places = ordered and { { name = "#side", sql = tostring(side) },
    { name = "#", sql = level.number or "row_number() OVER ()" } }
  level.order = nil
  return level:render(places, names)
end

function union.emit(level, link, day, engine)
  local step, c = link.step, level.c
  local left = select_.items(level, step.items, step)
  local right = select_.items(step.made or other_side.level(level, step, day, engine), step.right_items, step)
  if c.dialect.is_strict then
    for _, side in ipairs { left, right } do require("parley.query.sql.strict").union(side, link.columns) end
  end
  local ordered, names = has_order(left) or has_order(right), dialect.inner_names(c.dialect, link.columns)
  local alias, quote = c:alias "stacked", c.dialect.quote
  subqueries.named(c, alias, part(left, 1, names, ordered) .. "\nUNION ALL\n" .. part(right, 2, names, ordered))
  c.stacked = true
  local outer = level:over(alias)
  for i, column in ipairs(link.columns) do
    outer.columns[i] = { name = column.name, type = column.type, sql = alias .. "." .. quote(names[i]) }
  end
  if ordered then outer.order = { alias .. "." .. quote "#side", alias .. "." .. quote "#" } end
  return outer
end

return union
