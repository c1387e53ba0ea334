--- What a stored claim is made of: the columns in which it stands, as they are read, and what each is called as a value
--- or as provenance. A day that is its source's is none of its own: `source_day` says so.

local codebook = require "parley.codebook.tables"

--- For the claims about a table's things.
---@param info table
---@return { values: string[], value_names: string[], provenance: string[], provenance_names: string[], names: string[],
--- types: string[] }
return function(info)
  local plan = { values = {}, value_names = {}, provenance = { "key" }, provenance_names = { "claim" }, types = {} }
  plan.names, plan.types = { "claim", "id" }, { "integer", "text" }
  local function add(name, column)
    plan.names[#plan.names + 1], plan.types[#plan.types + 1] = name, column.type
  end
  for i = 2, #info.columns do
    local column = info.columns[i]
    plan.values[i - 1], plan.value_names[i - 1] = column.name, column.claim_name
    add(column.claim_name, column)
  end
  for i, column in ipairs(codebook.provenance) do
    plan.provenance[i + 1], plan.provenance_names[i + 1] = column.name, column.name
    add(column.name, column)
  end
  add("source_day", { type = "boolean" })
  return plan
end
