--- What would mislead: findings about a dataset, each with a way out.
-- Method. Nothing here is an error: the dataset can hold all of it, and its tables show it as it stands. What is looked
-- for stands in CHECKS, and how in the files of this folder. Under a policy or as of a day, what is shown then counts.

local errors = require "parley.base.errors"

local lint = {}

local COLUMNS = { { "table", "text" }, { "id", "text" }, { "field", "text" }, { "what", "text" },
  { "way_out", "text" } }

-- The file and its functions, in the order of the findings.
local CHECKS = {
  { "claims", "undated_sources", "locators", "days" },
  { "amounts", "wholes", "units", "bounds" },
  { "happenings", "foretold", "outlasting", "deliveries", "offices", "delegations" },
  { "names", "shared" },
  { "references", "dangling" },
  { "identities", "contradictions" },
  { "wording", "words", "texts" },
}

--- What would mislead, one finding a row: table, id, field, what, way_out.
---@param ds parley.Dataset
---@return parley.Frame
function lint.of_dataset(ds)
  if not ds.schema.parley then errors.raise("no_claims.file", { call = "lint()" }) end
  local result, infos = {}, require("parley.analysis.claim_rows").tables(ds)
  local function add(...) result[#result + 1] = { ... } end
  ds:ensure_all()
  for _, entry in ipairs(CHECKS) do
    local checks = require("parley.analysis.lint." .. entry[1])
    for i = 2, #entry do checks[entry[i]](ds, add, infos) end
  end
  return require("parley.frame.from_rows").lists(COLUMNS, result)
end

return lint
