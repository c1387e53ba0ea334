--- The source an import rests on: an id, or a row of `sources` that the call or the mapping states.
-- A row whose source is there fills what that source lacks, and tells what it says otherwise. A row with another day of
-- publication is another edition: a source of its own, "ID@DAY", so that what it says is not known before that day.

local errors = require "parley.base.errors"
local rows = require "parley.storage.statements.rows"

-- Loaded with the first source.
local function references() return require "parley.claims.references" end
local function writing() return require "parley.claims.writing" end

local source_block = {}

-- What a row says that the source lacks, and the columns in which it says something else.
local function compared(ds, given)
  local missing, differing = {}, {}
  for _, column in ipairs(ds.schema.by_name.sources.columns) do
    local name = column.name
    local value = name ~= "id" and given[name]
    local stored = value and rows.value(ds.store, "sources", name, given.id)
    if value and stored == nil then
      missing[name] = value
    elseif value and stored ~= value then
      differing[#differing + 1] = { column = name, stated = value, stored = stored }
    end
  end
  return missing, differing
end

local function complete(ds, given)
  local missing, differing = compared(ds, given)
  if next(missing) then writing().claim(ds, "sources", given.id, missing, { source = given.id }) end
  return differing
end

-- The other edition of a source; it is there already when the file is read again.
local function edition(ds, given)
  local copy = {}
  for name, value in pairs(given) do copy[name] = value end
  copy.id = ("%s@%s"):format(given.id, given.published)
  ds:ensure "sources"
  if references().exists(ds, "sources", copy.id) then complete(ds, copy) else writing().add(ds, "sources", copy) end
  return copy.id
end

-- Another day of publication is another edition; it is taken out of what differs.
local function other_day(differing)
  for i, one in ipairs(differing) do
    if one.column == "published" then return table.remove(differing, i) end
  end
end

--- Makes the row of `sources` that an import rests on, unless it is there: its id, and what is to be told.
---@param ds parley.Dataset
---@param given string|table|nil an id, or a row
---@return string? id
---@return { column: string, stated: any, stored: any, edition: string? }[] differing
function source_block.put(ds, given)
  if given == nil then return nil, {} end
  if type(given) == "string" then
    references().need(ds, "sources", given, "source")
    return given, {}
  end
  if type(given) ~= "table" or type(given.id) ~= "string" then errors.raise "bad_argument.import_source" end
  ds:ensure "sources"
  if not references().exists(ds, "sources", given.id) then
    writing().add(ds, "sources", given)
    return given.id, {}
  end
  local differing = complete(ds, given)
  local day = other_day(differing)
  if not day then return given.id, differing end
  day.edition = edition(ds, given)
  table.insert(differing, 1, day)
  return day.edition, differing
end

return source_block
