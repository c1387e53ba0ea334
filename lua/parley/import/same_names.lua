--- Files whose columns go to columns of the same name, in a table or in the provenance of its claims.

local codebook = require "parley.codebook.tables"
local errors = require "parley.base.errors"
local lists = require "parley.base.lists"
local plan = require "parley.import.plan"
local suggest = require "parley.base.suggest"

local same_names = {}

--- The names of columns that a file can have for a table: its own, and of claims the provenance that a row can state.
---@param info table
---@return string[]
function same_names.taken(info)
  local names = lists.field(info.columns, "name")
  for _, column in ipairs(info.claims and codebook.provenance or {}) do
    if plan.is_stated(column.name) then names[#names + 1] = column.name end
  end
  return names
end

-- What to do: take columns of the table that columns of the file may stand for, "'place' for 'Place', …", or say it.
local function way_out(info, names)
  local known, list, all = same_names.taken(info), {}, {}
  for i, name in ipairs(names) do
    local near = not info.by_name[name] and suggest.nearest(name, known)
    if near then list[#list + 1] = ("'%s' for '%s'"):format(near, name) end
    all[i] = ("%q"):format(near or name)
  end
  if #list == 0 then return { key = "by_mapping" } end
  return { key = "near_columns", columns = table.concat(list, ", "), list = table.concat(all, ", ") }
end

--- Whether a mapping of the same names takes more than the id; nil and what the file has instead.
---@param mapping table
---@param info table
---@param names string[] columns of the file
---@param path string
---@return boolean? good, string? message, string? code
function same_names.check(mapping, info, names, path)
  if next(mapping.rows[1].columns) ~= nil then return true end
  return errors.fail(mapping.rows[1].id and "no_column.beside_id" or "no_column.same_names",
    { table = info.name, names = table.concat(names, ", "), hint = way_out(info, names) }, path)
end

-- Claims that were saved: their own key, and what they deny, tell them from rows.
local function are_claims(info, names)
  return info.claims and suggest.contains(names, "claim") and suggest.contains(names, "polarity")
end

-- The column of the table that a column of the file holds: of claims by its name among them.
local function column_of(info, name, saved)
  for _, column in ipairs(saved and info.columns or {}) do
    if column.claim_name == name then return column.name end
  end
  return not (saved and plan.is_provenance(name)) and info.by_name[name] and name or nil
end

local function is_standing(row) return row.retracted_at == nil end

--- The mapping that takes columns of the same name, and for claims those of their provenance.
---@param info table
---@param names string[] columns of the file
---@return table
function same_names.mapping(info, names)
  local target = { table = info.name, id = suggest.contains(names, "id") and "id" or nil, columns = {},
    provenance = info.claims and {} or nil }
  local saved = are_claims(info, names)
  for _, name in ipairs(names) do
    local column = name ~= "id" and column_of(info, name, saved)
    if column then target.columns[column] = name end
    if not column and info.claims and plan.is_stated(name) then target.provenance[name] = name end
  end
  if saved and suggest.contains(names, "retracted_at") then target.when = is_standing end
  return { rows = { target }, same_names = true }
end

return same_names
