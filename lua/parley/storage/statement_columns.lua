--- Columns of a statement of the user's own: their names, no two alike, and their types.

local notes = require "parley.base.notes"

local statement_columns = {}

-- Names with a number where one before is called alike; a note for each of these.
local function names_of(columns)
  local names, taken, seen, told = {}, {}, {}, {}
  for _, column in ipairs(columns) do taken[column.name] = true end
  for i, column in ipairs(columns) do
    local name, at = column.name, 1
    while seen[name] or name ~= column.name and taken[name] do
      at = at + 1
      name = column.name .. "_" .. at
    end
    seen[name], names[i] = true, name
    if name ~= column.name then
      told[#told + 1] = notes.new("guessed.twin_name", nil, { index = i, name = column.name, as = name })
    end
  end
  return names, told
end

-- What a table declares as a date stays one; all else is what its values are.
local function types_of(columns, schema)
  local types = {}
  for i, column in ipairs(columns) do
    local info = column.table and schema.by_name[column.table]
    local known = info and info.by_name[column.column]
    local declared = known and known.type == "date" or not info and (column.decltype or ""):lower() == "date"
    types[i] = declared and "date" or "any"
  end
  return types
end

-- The table and the column that each is, false where it is none of the schema.
local function origins_of(columns, schema)
  local origins = {}
  for i, column in ipairs(columns) do
    local info = column.table and schema.by_name[column.table]
    origins[i] = info and info.by_name[column.column] and { info = info, name = column.column } or false
  end
  return origins
end

--- Names and types of the columns of a statement, where they come from, and what is to be told of the names.
---@param store parley.Store
---@param text string
---@param schema parley.Schema
---@return { names: string[], types: string[], origins: table[], notes: parley.Note[] }
function statement_columns.of(store, text, schema)
  local columns = store:columns(text)
  local names, told = names_of(columns)
  return { names = names, types = types_of(columns, schema), origins = origins_of(columns, schema), notes = told }
end

--- Has a Frame of these columns keep what is to be told of them.
---@param f parley.Frame
---@param columns table  as of() gives them
---@return parley.Frame f
function statement_columns.told(f, columns)
  for _, note in ipairs(columns.notes) do notes.add(f, note) end
  return f
end

return statement_columns
