--- What a claim tells of as planned, expected or wanted: put into the columns that are made for it.
-- `talks.date` tells when a talk was held; a claim that it is to be held on a day fills `planned_date`. So whatever
-- stores a claim asks here, and the statements of an import do the same to many (parley.storage.statements.planned).

local codebook = require "parley.codebook.tables"
local errors = require "parley.base.errors"

local planned = {}

local found = setmetatable({}, { __mode = "k" })      -- table -> its columns for what happened that have one for plans

local function columns_of(info)
  if found[info] then return found[info] end
  local list = {}
  for _, column in ipairs(info.columns) do list[#list + 1] = column.planned and column end
  found[info] = list
  return list
end

--- Moves the values of a claim about what is ahead to the columns for what is planned; raises where another value
--- stands there.
---@param info table
---@param values table column = value
---@param modality string?
function planned.move(info, values, modality)
  if not codebook.ahead[modality] then return end
  for _, column in ipairs(columns_of(info)) do
    local to, value = column.planned, values[column.name]
    if value ~= nil then
      if values[to] ~= nil and values[to] ~= value then
        errors.raise("bad_value.planned", { table = info.name, column = column.name, planned = to,
          modality = modality, value = value, other = values[to] })
      end
      values[to], values[column.name] = value, nil
    end
  end
end

return planned
