--- What a sheet about a table has columns for: its id, the source, the table's own columns and what is said of a claim.
-- The same list makes a template and reads a sheet back, so that what was offered is what is understood.

local codebook = require "parley.codebook.tables"
local errors = require "parley.base.errors"
local plan = require "parley.import.plan"
local suggest = require "parley.base.suggest"

local sheet_fields = {}

---@class parley.SheetField
---@field head string  what stands above its column
---@field key string  its name among the values of a row, apart from the table's columns where it is of provenance
---@field column table  as the codebook describes it
---@field of "id"|"source"|"table"|"claim"

-- Before the table's columns, and after them; what a template does not ask for, and a sheet may say.
local BEFORE, AFTER = { "locator" }, { "said_by", "certainty", "modality", "stated", "note", "coder" }
local MORE = { "chain", "polarity", "reported", "rank" }

local provenance = {}
for _, column in ipairs(codebook.provenance) do provenance[column.name] = column end

-- A table's column of the same name keeps it; what is said of the claim is then called by both.
local function of_claim(info, name)
  local head = info.by_name[name] and name ~= "source" and "claim " .. name or name
  return { head = head, key = "claim " .. name, column = provenance[name],
    of = name == "source" and "source" or "claim" }
end

--- The table that is asked for; raises where no sheet can be made of it.
---@param ds parley.Dataset
---@param name any
---@return table info
function sheet_fields.table_of(ds, name)
  local info = type(name) == "string" and ds.schema.by_name[name]
  if not info then errors.raise("no_table.table", { name = tostring(name), known = ds.schema.names }) end
  plan.check_table(name)
  if not info.claims then errors.raise("no_claims.sheet", { name = name }) end
  return info
end

--- All of them, in the order of a template.
---@param info table
---@return parley.SheetField[]
function sheet_fields.of(info)
  local list = { { head = "id", key = "id", column = info.by_name.id, of = "id" } }
  if info.name ~= "sources" then list[2] = of_claim(info, "source") end
  for _, name in ipairs(BEFORE) do list[#list + 1] = of_claim(info, name) end
  for i = 2, #info.columns do
    local column = info.columns[i]
    list[#list + 1] = { head = column.name, key = column.name, column = column, of = "table" }
  end
  for _, name in ipairs(AFTER) do list[#list + 1] = of_claim(info, name) end
  return list
end

--- Those that a sheet may have: what else is said of a claim is understood where it stands there.
---@param info table
---@return parley.SheetField[]
function sheet_fields.read(info)
  local list = sheet_fields.of(info)
  for _, name in ipairs(MORE) do list[#list + 1] = of_claim(info, name) end
  return list
end

--- Whether a head is that of what only Parley writes of a claim: its key, when it was recorded, what it decides.
---@param head string  folded
---@return boolean
function sheet_fields.is_ours(head)
  return head == "claim" or head == "entered_by" or plan.is_provenance(head) and not plan.is_stated(head)
end

--- Whether a value below such a head says that the claim was taken back, or decides between others.
---@param head string
---@return boolean
function sheet_fields.sets_apart(head)
  head = head:lower()
  return head == "retracted_at" or head == "decides"
end

--- Those of some of the table's columns; what is not the table's stays.
---@param info table
---@param names string[]?
---@return parley.SheetField[]
function sheet_fields.chosen(info, names)
  local list = sheet_fields.of(info)
  if names == nil then return list end
  for _, name in ipairs(names) do
    if not info.by_name[name] then
      local known = {}
      for i, column in ipairs(info.columns) do known[i] = column.name end
      errors.raise("no_column.sheet", { name = tostring(name), table = info.name, known = known,
        hint = suggest.meant(suggest.nearest(tostring(name), known)) })
    end
  end
  local kept = {}
  for _, field in ipairs(list) do
    if field.of ~= "table" or suggest.contains(names, field.head) then kept[#kept + 1] = field end
  end
  return kept
end

return sheet_fields
