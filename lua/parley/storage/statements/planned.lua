--- Statements that put what claims tell of as planned into the columns for it, many at once (parley.claims.planned).

local codebook = require "parley.codebook.tables"
local dialect = require "parley.query.sql.dialect"
local schema = require "parley.storage.schema"

local planned = {}

-- The words of claims about what is ahead, as a list of SQL, in a stable order.
local function ahead(d)
  local list = {}
  for word in pairs(codebook.ahead) do list[#list + 1] = d.text(word) end
  table.sort(list)
  return table.concat(list, ", ")
end

--- The statement that moves one column to another in rows with a modality.
---@param d parley.Dialect
---@param at string the table, as SQL
---@param modality string SQL of the modality of a row
---@param from string[] quoted names: of the column, and of its days where it is a date that has them
---@param to string[]
---@return string
function planned.statement(d, at, modality, from, to)
  local set = {}
  for i, name in ipairs(from) do set[i] = ("%s = %s, %s = NULL"):format(to[i], name, name) end
  return ("UPDATE %s SET %s WHERE %s IN (%s) AND %s IS NOT NULL AND (%s IS NULL OR %s = %s)"):format(at,
    table.concat(set, ", "), modality, ahead(d), from[1], to[1], to[1], from[1])
end

local function with_days(d, column)
  local names = { d.quote(column.claim_name) }
  if column.type == "date" then
    for i, day in ipairs { "_start", "_end" } do names[i + 1] = d.quote(column.claim_name .. day) end
  end
  return names
end

--- Moves what the claims of a table tell of as planned: those of a file, or a dump, from before there were columns for
--- it.
---@param store parley.Store
---@param info table
function planned.move(store, info)
  local d = dialect.of(store)
  for _, column in ipairs(info.columns) do
    if column.planned then
      store:run(planned.statement(d, d.quote(schema.claims_name(info.name)), "modality", with_days(d, column),
        with_days(d, info.by_name[column.planned])))
    end
  end
end

return planned
