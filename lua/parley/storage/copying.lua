--- A dataset copied from one store into another, whatever these are: claims with their keys, rows as they are resolved,
--- words, columns that were added, rows set aside. Nothing is worked out anew but the words of what has no index.

local codebook = require "parley.codebook.tables"
local claim_lookup = require "parley.storage.statements.claim_lookup"
local dialect = require "parley.query.sql.dialect"
local full_text = require "parley.storage.full_text"
local own_column_changes = require "parley.storage.own_column_changes"
local own_columns = require "parley.storage.own_columns"
local quarantine = require "parley.storage.statements.quarantine"
local schema = require "parley.storage.schema"
local sent_rows = require "parley.storage.statements.sent_rows"

local copying = {}

local ID, KEY = { name = "id", type = "text" }, { name = "claim", type = "integer" }
local KEYS = { KEY, { name = "table", type = "text" } }

-- The columns of a table that hold its rows, or its claims: those of parley.storage.schema, with their types.
local function columns_of(d, info, claims)
  local columns, types = claims and { KEY, ID } or { ID }, {}
  for _, column in ipairs(info.columns) do types[claims and column.claim_name or column.name] = column.type end
  for _, column in ipairs(claims and codebook.provenance or {}) do types[column.name] = column.type end
  types.source_day, types.source_origin = "boolean", "text"
  for _, column in ipairs(claims and schema.claim_columns(d, info) or schema.thing_columns(d, info)) do
    columns[#columns + 1] = { name = column.name, type = types[column.name] or "integer" }          -- a day
  end
  return columns
end

local function add_columns(from, to, of)
  for _, given in ipairs(own_columns.all(from)) do own_column_changes.add(to, of, given) end
end

local function copy_mended(from, to)
  if not quarantine.any_mended(from) then return end
  for name, file, raw, claims in from:each(('SELECT %s, file, raw, claims FROM quarantine_mended'):format(
    dialect.of(from).quote "table")) do
    quarantine.remember_mended(to, name, file, raw, claims)
  end
end

--- Copies all of a dataset into a store that has the codebook's tables, inside the caller's transaction.
---@param from parley.Store
---@param to parley.Store
function copying.all(from, to)
  local of, d = own_columns.schema(to), dialect.of(from)
  add_columns(from, to, of)
  sent_rows.copy(from, to, "claim_keys", KEYS, "claim")
  for _, info in ipairs(schema.tables(of)) do
    if info.claims then
      sent_rows.copy(from, to, schema.claims_name(info.name), columns_of(d, info, true), "claim")
    end
    sent_rows.copy(from, to, info.name, columns_of(d, info, false), d.row_id or "id")
  end
  full_text.copy(from, to, schema.tables(of))
  copy_mended(from, to)
  claim_lookup.set_last_key(to, (claim_lookup.last_key(from)) or 0)
end

return copying
