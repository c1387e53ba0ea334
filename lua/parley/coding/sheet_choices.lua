--- What may stand in the columns of a sheet: words of vocabularies, ids of things, and true or false.

local lists = require "parley.base.lists"

local sheet_choices = {}

-- Ids beyond these are no list that anybody chooses from.
local MOST_IDS = 5000

local function ids_of(ds, name)
  local list = lists.field(ds:table(name):select "id":sort "id":limit(MOST_IDS + 1):all(), "id")
  return #list <= MOST_IDS and list or {}
end

--- The choices of a field: a list with its name, and whether other values may stand beside them.
---@param ds parley.Dataset
---@param field parley.SheetField
---@param sources string[]?  those the sheet is about
---@return { name: string, values: string[], free: boolean }?
function sheet_choices.of(ds, field, sources)
  local column = field.column
  if field.of == "source" and sources then return { name = "chosen sources", values = sources, free = false } end
  if column.vocabulary then
    return { name = column.vocabulary, values = ds:term_codes(column.vocabulary), free = false }
  end
  if column.type == "boolean" then return { name = "true or false", values = { "true", "false" }, free = true } end
  if not column.references then return nil end
  local values = ids_of(ds, column.references)
  return #values > 0 and { name = column.references, values = values, free = true } or nil
end

return sheet_choices
