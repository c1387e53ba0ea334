--- unpivot: a row for each row and each of some columns, with the column's name and its value.

local bound = require "parley.query.bound"
local computed_columns = require "parley.query.computed_columns"
local common_columns = require "parley.query.common_columns"
local errors = require "parley.base.errors"
local items = require "parley.query.items"
local options = require "parley.base.options"

local unpivot = {}

local function name_of(given, field, otherwise)
  local name = given[field]
  if name == nil then return otherwise end
  if type(name) ~= "string" or name == "" then
    errors.raise("bad_type.unpivot_name", { field = field, got = name == "" and { key = "empty_text" } or type(name) })
  end
  return name
end

--- The long form: for each of `columns`, in their order, all rows with the column's name in `names` and its value in
--- `values`; the other columns stand beside them. Missing values are rows too.
--- Errors: no_option, no_column, bad_type.
--- See also: pivot.
--- Example: ds.outcomes:where{id = "r1-swap"}:select("id", "low", "high"):unpivot{columns = {"low", "high"}}
---@param given parley.UnpivotOptions
---@return table step
function unpivot.apply(_, given)
  given = options.check(given, "unpivot{}", { "columns", "names", "values" })
  local columns = type(given.columns) == "string" and { given.columns } or given.columns
  if type(columns) ~= "table" or #columns == 0 then errors.raise "no_column.unpivot" end
  for i, name in ipairs(columns) do
    if type(name) ~= "string" then
      errors.raise("bad_expression.argument", { i = i, what = "unpivot", got = type(name) })
    end
  end
  return { verb = "unpivot", names = table.move(columns, 1, #columns, 1, {}),
    head = name_of(given, "names", "name"), value = name_of(given, "values", "value") }
end

local function column_named(before, name)
  local column = before.by_name[name]
  if column then return column end
  items.bind_all(before, { items.of_column(name) })
end

-- The columns to be laid one below the other, each once, and the record of what they come into.
local function laid_down(before, names)
  local list, taken, record = {}, {}, nil
  for i, name in ipairs(names) do
    if taken[name] then errors.raise("twin_columns.unpivot", { name = name }) end
    list[i], taken[name] = column_named(before, name), true
    record = record and common_columns.record(record, list[i]) or list[i]
  end
  return list, taken, record
end

function unpivot.bind(before, step)
  local list, taken, record = laid_down(before, step.names)
  local columns, kept, values, size, depth = {}, {}, {}, 0, 0
  for _, column in ipairs(before.columns) do
    if not taken[column.name] then columns[#columns + 1], kept[#kept + 1] = column, column.place end
  end
  for i, column in ipairs(list) do values[i] = common_columns.item(column, step.value, record.type) end
  values = items.bind_all(before, values)
  for _, item in ipairs(values) do
    size, depth = size + (item.column.size or 1), math.max(depth, (item.column.depth or 0) + 1)
  end
  for _, column in ipairs { { name = step.head, type = "text" },
    bound.copy_of(record, { name = step.value, size = size, depth = depth }) } do
    bound.refuse_twin(columns, column)
    columns[#columns + 1] = column
  end
  return computed_columns.link(before, { verb = "unpivot", kept = kept, names = step.names,
    values = values }, columns, { apart = true, grouped = true })
end

return unpivot
