--- join in SQL: the rows of another query beside, or as a condition on, those of this one.

local dialect = require "parley.query.sql.dialect"
local join_partners = require "parley.query.join_partners"
local other_side = require "parley.query.sql.other_side"
local subqueries = require "parley.query.sql.subqueries"

local join = { look = other_side.look }

local function read_as(d, sql, type) return type and d.read_as(sql, type) or sql end

local function conditions(level, step, alias, names)
  local parts, d = {}, level.c.dialect
  for i, key in ipairs(step.keys) do
    local right = read_as(d, alias .. "." .. d.quote(names[key[2]]), key.reads[2])
    local left = read_as(d, level.columns[key[1]].sql, key.reads[1])
    parts[i] = step.missing == "match" and d.same(right, left) or ("%s = %s"):format(right, left)
  end
  return table.concat(parts, " AND ")
end

function join.emit(level, link, day, engine)
  local step, c = link.step, level.c
  join_partners.check_expected(step)
  level = level:wrap_if(level.limit or level.distinct or level.aggregated)
  local right = step.made or other_side.level(level, step, day, engine)
  local alias, names = c:alias "joined", dialect.inner_names(c.dialect, right.columns)
  local on = conditions(level, step, alias, names)
  local rows = subqueries.named_level(c, alias, right, right.columns, names)
  if step.kind == "semi" or step.kind == "anti" then
    local word = step.kind == "anti" and "NOT EXISTS" or "EXISTS"
    level.where[#level.where + 1] = ("%s (SELECT 1 FROM %s WHERE %s)"):format(word, rows, on)
    return level
  end
  level.joins[#level.joins + 1] = ("%s JOIN %s ON %s"):format(step.kind == "left" and "LEFT" or "INNER", rows, on)
  level.columns = table.move(level.columns, 1, #level.columns, 1, {})
  for _, place in ipairs(step.from) do
    local at = #level.columns + 1
    level.columns[at] = subqueries.outside(c, right.columns[place], alias, names[place], link.columns[at].name)
  end
  return level
end

return join
