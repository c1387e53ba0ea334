--- join: the rows of another query beside, or as a condition on, those of this one.

local errors = require "parley.errors"
local suggest = require "parley.suggest"
local sqlexpr = require "parley.sqlexpr"
local Level = require "parley.sql.level"

local quote = sqlexpr.quote

local function key_column(level, name, side)
  local column = level.by_name[name]
  if column then return column end
  errors.raise("no column '%s' on the %s of the join%s", name, side, suggest.hint(name, Level.names_of(level.columns)))
end

-- Where `on` is not given: the one column of the left that refers to the right's table.
local function natural_keys(level, right)
  local target, found = right.info and right.info.name, {}
  for _, column in ipairs(level.columns) do
    if target and column.references == target then found[#found + 1] = column.name end
  end
  if #found == 1 and right.by_name.id then return { { found[1], "id" } } end
  errors.raise("state how the join meets: {on = \"column\"} or {on = {left_column = \"right_column\"}}%s",
    #found > 1 and "; several columns refer to " .. target .. ": " .. table.concat(found, ", ") or "")
end

local function join_conditions(level, right, alias, keys)
  local conditions, dropped = {}, {}
  for _, key in ipairs(keys) do
    local a, b = key_column(level, key[1], "left"), key_column(right, key[2], "right")
    local numeric = { integer = true, number = true }
    if a.type ~= b.type and a.type ~= "any" and b.type ~= "any" and not (numeric[a.type] and numeric[b.type]) then
      errors.raise("cannot join %s (%s) with %s (%s)", a.name, a.type, b.name, b.type)
    end
    conditions[#conditions + 1] = ("%s.%s = %s"):format(alias, quote(b.name), a.sql)
    dropped[b.name] = true
  end
  return table.concat(conditions, " AND "), dropped
end

-- The right side's columns beside the left's: keys dropped, a taken name prefixed with its table's.
local function joined_columns(level, right, alias, dropped)
  for _, column in ipairs(right.columns) do
    if not dropped[column.name] then
      local name = column.name
      if level.by_name[name] then name = (right.info and right.info.name or "right") .. "_" .. name end
      if level.by_name[name] then
        errors.raise("both sides of the join have a column '%s'; rename one with select(\"%s as other\")", name, name)
      end
      level:add_column(Level.outside(column, alias, name))
    end
  end
end

--- The step, for parley.sql.
local function join(level, step)
  level = level:wrap_if(level.limit or level.distinct or level.aggregated)
  local right = require("parley.sql").level(level.c, step.query)
  local keys = step.keys or natural_keys(level, right)
  local alias = level.c:alias("joined")
  local conditions, dropped = join_conditions(level, right, alias, keys)
  local rows = level.c:named(alias, right:render())
  if step.kind == "semi" or step.kind == "anti" then
    local word = step.kind == "anti" and "NOT EXISTS" or "EXISTS"
    level.where[#level.where + 1] = ("%s (SELECT 1 FROM %s WHERE %s)"):format(word, rows, conditions)
    return level
  end
  local word = step.kind == "left" and "LEFT" or "INNER"
  level.joins[#level.joins + 1] = ("%s JOIN %s ON %s"):format(word, rows, conditions)
  level.reshaped = true
  joined_columns(level, right, alias, dropped)
  return level
end

return join
