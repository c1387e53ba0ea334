--- The table of the claims about a table's things, described as the codebook describes its tables.

local codebook = require "parley.codebook.tables"
local records = require "parley.base.records"
local schema = require "parley.storage.schema"

local claims_table = {}

local infos = setmetatable({}, { __mode = "k" })      -- table -> that of its claims

local function claims_columns(info)
  local columns = { { name = "claim", type = "integer", meaning = "key of the claim" }, info.columns[1] }
  local function add(column, name)
    columns[#columns + 1] = records.copy_of(column, { name = name })
  end
  for i = 2, #info.columns do add(info.columns[i], info.columns[i].claim_name) end
  for _, column in ipairs(codebook.provenance) do add(column, column.name) end
  return columns
end

--- The table of the claims about a table's things, described like the codebook's tables.
---@param info table
---@return table
function claims_table.info(info)
  local found = infos[info]
  if not found then
    local columns, by_name = claims_columns(info), {}
    for _, column in ipairs(columns) do by_name[column.name] = column end
    found = { name = schema.claims_name(info.name), meaning = "claims: " .. info.meaning, claims = false,
      columns = columns, by_name = by_name }
    infos[info] = found
  end
  return found
end

return claims_table
