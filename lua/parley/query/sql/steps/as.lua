--- as in SQL: events seen as talks, demands, responses or outcomes, by their acts and the words of their codes.

local Level = require "parley.query.sql.level"

local as = {}

-- WHEN branches of the codes of one length, and the lengths, longest first.
local function branches_by_length(d, rows)
  local lengths, branches = {}, {}
  for _, row in ipairs(rows) do
    local n = #row[1]
    if not branches[n] then
      branches[n], lengths[#lengths + 1] = {}, n
    end
    table.insert(branches[n], ("WHEN %s THEN %s"):format(d.text(row[1]), d.text(row[2])))
  end
  return lengths, branches
end

-- A code that begins with the code of a row: the longest such row.
local function prefix_sql(d, rows, code)
  local lengths, branches = branches_by_length(d, rows)
  local parts = {}
  for i, n in ipairs(lengths) do
    parts[i] = ("CASE %s %s END"):format(d.prefix(code, n), table.concat(branches[n], " "))
  end
  return #parts == 1 and parts[1] or d.call("coalesce", table.unpack(parts))
end

-- A code of the shape of a row: the first such row.
local function shape_sql(d, rows, code)
  local branches = {}
  for i, row in ipairs(rows) do
    branches[i] = ("WHEN %s THEN %s"):format(d.has_shape(code .. " || '::'", row[1]), d.text(row[2]))
  end
  return ("CASE %s END"):format(table.concat(branches, " "))
end

-- A word by the scheme of an event and its code.
local function word_sql(d, words, scheme, code)
  local branches = {}
  for i, known in ipairs(words) do
    local sql = (known.shapes and shape_sql or prefix_sql)(d, known.rows, code)
    branches[i] = ("WHEN %s THEN %s"):format(d.text(known.scheme), sql)
  end
  return ("CASE %s %s END"):format(scheme, table.concat(branches, " "))
end

-- A word by what the event is.
local function by_act_sql(d, words, act)
  local branches = {}
  for i, one in ipairs(words) do branches[i] = ("WHEN %s THEN %s"):format(d.text(one[1]), d.text(one[2])) end
  return ("CASE %s %s END"):format(act, table.concat(branches, " "))
end

-- The SQL of a word: by the event's code, by the act, or by the act where no code has one.
local function word(level, step, column)
  local d, columns = level.c.dialect, level.columns
  local sql = column.words and word_sql(d, column.words, columns[step.scheme].sql, columns[step.code].sql)
  if not column.by_act then return sql end
  local other = by_act_sql(d, column.by_act, columns[step.act].sql)
  return sql and d.call("coalesce", sql, other) or other
end

function as.emit(level, link)
  level = level:wrap_if(level.limit or level.distinct or level.aggregated)
  local step, columns, acts = link.step, {}, {}
  for i, act in ipairs(step.acts) do acts[i] = level.c:param(act) end
  level.where[#level.where + 1] = ("%s IN (%s)"):format(level.columns[step.act].sql, table.concat(acts, ", "))
  for i, column in ipairs(step.columns) do
    local name = link.columns[i].name
    columns[i] = column.place and Level.same(level.columns[column.place], { name = name })
      or { name = name, type = "text", sql = word(level, step, column) }
  end
  return level:with_columns(columns, step)
end

return as
