-- The verbs of the naive engine that put rows below each other: union and unpivot.

local relations = require "spec.support.plain_engine.relations"

local made = relations.made

local reshaping = {}

-- The type of a column that two come into; integers beside numbers become numbers.
local function common_type(a, b)
  assert(a == b or a ~= "text" and b ~= "text", "two types in one column")
  return a == b and a or "number"
end

local function as(value, type) return type == "number" and value and value + 0.0 or value end

local function column_named(columns, name)
  for _, column in ipairs(columns) do
    if column.name == name then return column end
  end
end

function reshaping.union(upper, lower)
  local columns, rows = {}, {}
  for i, column in ipairs(upper.columns) do columns[i] = { name = column.name, type = column.type } end
  for _, column in ipairs(lower.columns) do
    local met = column_named(columns, column.name)
    if met then met.type = common_type(met.type, column.type)
    else columns[#columns + 1] = { name = column.name, type = column.type } end
  end
  for _, side in ipairs { upper, lower } do
    for _, row in ipairs(side.rows) do
      local longer = {}
      for i, column in ipairs(columns) do
        local from = column_named(side.columns, column.name)
        if from then longer[i] = as(row[from.at], column.type) end
      end
      rows[#rows + 1] = longer
    end
  end
  return made(columns, rows)
end

function reshaping.unpivot(relation, given)
  local columns, rows, type, taken = {}, {}, nil, {}
  for _, name in ipairs(given.columns) do
    local column = column_named(relation.columns, name)
    taken[column], type = true, type and common_type(type, column.type) or column.type
  end
  local kept = {}
  for _, column in ipairs(relation.columns) do
    if not taken[column] then
      kept[#kept + 1] = column.at
      columns[#columns + 1] = { name = column.name, type = column.type }
    end
  end
  columns[#kept + 1] = { name = given.names or "name", type = "text" }
  columns[#kept + 2] = { name = given.values or "value", type = type }
  for _, name in ipairs(given.columns) do
    local at = column_named(relation.columns, name).at
    for _, row in ipairs(relation.rows) do
      local longer = {}
      for i, place in ipairs(kept) do longer[i] = row[place] end
      longer[#kept + 1], longer[#kept + 2] = name, as(row[at], type)
      rows[#rows + 1] = longer
    end
  end
  return made(columns, rows)
end

return reshaping
