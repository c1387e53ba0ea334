--- The codebook as a Frame: the tables of a schema with their sizes, or the columns of one table.

local errors = require "parley.base.errors"
local from_rows = require "parley.frame.from_rows"
local rows_of = require "parley.storage.statements.rows"

local codebook_frame = {}

local function tables(store, schema, counted)
  local rows = {}
  for i, name in ipairs(schema.names) do
    rows[i] = { name, counted(name) or rows_of.count(store, name), schema.by_name[name].meaning }
  end
  return from_rows.lists({ { "table", "text" }, { "rows", "integer" }, { "meaning", "text" } }, rows)
end

local function columns(info)
  local rows = {}
  for i, c in ipairs(info.columns) do rows[i] = { c.name, c.type, c.meaning, c.references, c.vocabulary, c.kind } end
  return from_rows.lists({ { "column", "text" }, { "type", "text" }, { "meaning", "text" }, { "references", "text" },
    { "vocabulary", "text" }, { "kind", "text" } }, rows)
end

--- `table, rows, meaning` of all tables; or `column, type, meaning, references, vocabulary, kind` of one.
---@param store parley.Store
---@param schema parley.Schema
---@param name string?
---@param counted fun(name: string): integer?  how many rows a table has, where that is known; else it fills the table
---@return parley.Frame
function codebook_frame.describe(store, schema, name, counted)
  if name == nil then return tables(store, schema, counted) end
  local info = schema.by_name[name]
  if not info then errors.raise("no_table.table", { name = name, known = schema.names }) end
  return columns(info)
end

return codebook_frame
