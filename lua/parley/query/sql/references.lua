--- References in SQL: the columns that dotted paths lead to.

local references = {}

-- Follows a reference: one LEFT JOIN per path, however often the path is used. Gives the columns it leads to.
local function followed(level, column, step)
  local key = step.path .. " by " .. column.sql
  if not level.joined[key] then
    local alias = level.c:alias(step.path)
    local source, quote = level.c:source(level.home, step.info, level.as_of), level.c.dialect.quote
    level.joins[#level.joins + 1] = ("LEFT JOIN %s AS %s ON %s.%s = %s"):format(source, alias, alias, quote(step.key),
      column.sql)
    level.joined[key] = level:of_columns(step.info, alias)
  end
  return level.joined[key]
end

-- What a reference that takes several leads to: where there are several, the values of all, each once, sorted.
local function of_several(level, column, step, far)
  local d, alias = level.c.dialect, level.c:alias(step.path)
  local value, key = alias .. "." .. d.quote(step.info.columns[step.place].name), alias .. "." .. d.quote(step.key)
  local all = ("(SELECT %s FROM (SELECT DISTINCT %s AS v FROM %s AS %s WHERE %s AND %s ORDER BY 1) AS all_items)")
    :format(d.joined "v", value, level.c:source(level.home, step.info, level.as_of), alias,
      d.call("parley_includes", column.sql, key), value .. " IS NOT NULL")
  return level.same(far, { sql = d.choose(d.call("parley_items", column.sql) .. " > 1", all, far.sql) })
end

--- The record of the column that a path leads to.
---@param level table
---@param column table  the record of the column it begins with
---@param path table[]  the references it follows, as parley.query.bound has them
---@return table
function references.column(level, column, path)
  for _, step in ipairs(path) do
    local far = followed(level, column, step)[step.place]
    column = step.all and of_several(level, column, step, far) or far
  end
  return column
end

return references
