--- The codebook, asked of a dataset: its tables with their sizes, or the columns of one table.

local core = require "parley.core"
local errors = require "parley.base.errors"
local schema = require "parley.storage.schema"
local suggest = require "parley.base.suggest"

local describing = {}

-- A Frame from a list of rows, each a list of values in the order of `names`.
local function frame(names, types, rows)
  require "parley.frame.frame"          -- gives Frames their verbs
  local columns = {}
  for c = 1, #names do
    columns[c] = {}
    for r, row in ipairs(rows) do columns[c][r] = row[c] end
  end
  return core.frame_new(names, types, #rows, columns)
end

local function tables(ds)
  ds:ensure_all()
  local rows = {}
  for i, name in ipairs(ds.schema.names) do
    local count = ds.store:values("SELECT count(*) FROM " .. schema.quote(name))
    rows[i] = { name, count, ds.schema.by_name[name].meaning }
  end
  return frame({ "table", "rows", "meaning" }, { "text", "integer", "text" }, rows)
end

local function columns(info)
  local rows = {}
  for i, c in ipairs(info.columns) do rows[i] = { c.name, c.type, c.meaning, c.references, c.vocabulary, c.kind } end
  return frame({ "column", "type", "meaning", "references", "vocabulary", "kind" },
    { "text", "text", "text", "text", "text", "text" }, rows)
end

--- `table, rows, meaning` of all tables; or `column, type, meaning, references, vocabulary, kind` of one.
---@param ds parley.Dataset
---@param name string?
---@return parley.Frame
function describing.describe(ds, name)
  if name == nil then return tables(ds) end
  local info = ds.schema.by_name[name]
  if not info then errors.raise("no table '%s'%s", tostring(name), suggest.hint(tostring(name), ds.schema.names)) end
  return columns(info)
end

return describing
