--- A whole dataset as Lua data files: made for keeping under version control, read back by parley.load.
-- One file per table. A claim has one line, without its key, which is local (parley.export.claim_lines); a row of a
-- table without claims one line, in the order of the ids; columns in the order of the codebook. So one dataset gives
-- the same bytes, and a new claim a difference of one line. Of `terms` and `crosswalk` only what Parley does not bring
-- itself is written. Rows that follow from claims, days of dates and the search index are left out: they
-- are derived; so is the day of a claim that is its source's. Rows that wait in quarantine know their place by keys:
-- while there are any, claims keep theirs, in the order of which they stand then (format 1).

local claim_fields = require "parley.claims.claim_fields"
local claim_lines = require "parley.export.claim_lines"
local claim_lookup = require "parley.storage.statements.claim_lookup"
local codebook = require "parley.codebook.tables"
local errors = require "parley.base.errors"
local folders = require "parley.export.folders"
local lists = require "parley.base.lists"
local luadata = require "parley.export.luadata"
local own_columns = require "parley.storage.own_columns"
local public_call = require "parley.base.public_call"
local rows = require "parley.storage.statements.rows"
local savepoints = require "parley.storage.savepoints"
local schema = require "parley.storage.schema"

local dump = {}

--- Version of the format, and of the one with keys.
dump.version, dump.keyed = 2, 1

--- The file that says what there is.
dump.HEAD = "dataset.lua"

local literal = luadata.literal
local concat = table.concat

-- The rows that come with Parley, by id.
local SHIPPED = {
  terms = function() return require("parley.codebook.vocabularies").rows() end,
  crosswalk = function() return require("parley.codebook.crosswalks").rows() end,
}

local function shipped_by_id(name)
  if not SHIPPED[name] then return nil end
  local by_id = {}
  for _, row in ipairs(SHIPPED[name]()) do by_id[row.id] = row end
  return by_id
end

local function same(info, row, other)
  for _, column in ipairs(info.columns) do
    if row[column.name] ~= other[column.name] then return false end
  end
  return true
end

-- ## Text

local fields = claim_lines.fields

-- With their keys.
local function write_claims(ds, info, write, count)
  local plan = claim_fields(info)
  for row in claim_lookup.all(ds.store, info, plan.names, plan.types) do
    count()
    if row.source_day then row.reported = nil end
    write(("claim(%s, %s, "):format(literal(info.name), literal(row.id)) .. fields(plan.values, plan.value_names, row)
      .. ", " .. fields(plan.provenance, plan.provenance_names, row) .. ")\n")
  end
end

--- Calls `fn(row)` for each row of a table without claims, in the order of ids, but for those that come with Parley.
---@param ds parley.Dataset
---@param info table
---@param fn fun(row: table)
---@param count fun()?  called for each row that is looked at
function dump.own_rows(ds, info, fn, count)
  local names, types = {}, {}
  for i, column in ipairs(info.columns) do names[i], types[i] = column.name, column.type end
  local shipped = shipped_by_id(info.name)
  for row in rows.all(ds.store, info.name, names, types) do
    if count then count() end
    local known = shipped and shipped[row.id]
    if not (known and same(info, row, known)) then fn(row) end
  end
end

local function write_rows(ds, info, write, count)
  local names = lists.field(info.columns, "name")
  dump.own_rows(ds, info, function(row)
    write(("row(%s, "):format(literal(info.name)) .. fields(names, names, row) .. ")\n")
  end, count)
end

-- ## Files

-- Whether a table has anything to write.
local function has_content(ds, info)
  if info.claims then return rows.any(ds.store, ds:claims_info(info).name) end
  if not SHIPPED[info.name] then return rows.any(ds.store, info.name) end
  local found = false
  write_rows(ds, info, function() found = true end, function() end)
  return found
end

-- The last key that was given, when the claim that had it is gone.
local function last_key(ds)
  local last, greatest = claim_lookup.last_key(ds.store)
  return last and last ~= greatest and last or nil
end

-- The columns that the user has added, a line each.
local function own_text(ds)
  local names, lines = { "table", "name", table.unpack(own_columns.fields) }, {}
  for i, column in ipairs(own_columns.all(ds.store)) do
    lines[i] = "    " .. fields(names, names, column) .. ",\n"
  end
  return #lines > 0 and ("  columns = {\n%s  },\n"):format(concat(lines)) or ""
end

local function head_text(ds, names, is_keyed)
  local quoted, last = {}, is_keyed and last_key(ds)
  for i, name in ipairs(names) do quoted[i] = "    " .. literal(name) .. ",\n" end
  local version = is_keyed and dump.keyed or dump.version
  return ("-- A Parley dataset as data; parley.load reads the folder. One file per table, each claim on one line.\n"
    .. "dataset {\n  dump = %d,\n  schema = %d,\n%s%s  tables = {\n%s  },\n}\n"):format(version, codebook.version,
    last and ("  last_key = %d,\n"):format(last) or "", own_text(ds), concat(quoted))
end

local function write_files(ds, put)
  local names, count, is_keyed = {}, public_call.counter(), rows.any(ds.store, "quarantine")
  local imports = not is_keyed and claim_lines.imports(ds)
  for _, info in ipairs(schema.tables(ds.schema)) do
    if has_content(ds, info) then
      names[#names + 1] = info.name
      put(info.name .. ".lua", function(write)
        local each = not info.claims and write_rows or is_keyed and write_claims or claim_lines.write
        each(ds, info, write, count, imports)
        -- what is cut off after a whole statement would be missed by nobody
        write(("complete(%s)\n"):format(literal(info.name)))
      end)
    end
  end
  put(dump.HEAD, function(write) write(head_text(ds, names, is_keyed)) end)
end

-- Files of tables that an earlier dump into the same folder had.
local function obsolete(names, written)
  local now, list = {}, {}
  for _, name in ipairs(written) do now[name] = true end
  for _, name in ipairs(names) do
    local table_name = name:match "^([%w_]+)%.lua$"
    if codebook.by_name[table_name] and not now[name] then list[#list + 1] = name end
  end
  return list
end

local function check(ds)
  if ds.parent then errors.raise "read_only.dump_view" end
  if not ds.schema.parley then
    errors.raise "no_claims.dump"
  end
  if ds.transaction then errors.raise "in_transaction.dump" end
  if ds.host_read_only then errors.raise "read_only.host_files" end
end

--- Writes the dataset into a folder.
---@param ds parley.Dataset
---@param path string
---@param given { overwrite: boolean? }?
---@param complete fun(ds: parley.Dataset)  fills what is stored only when it is first read
---@return true? done, string? message, string? code
function dump.write(ds, path, given, complete)
  folders.check(path, "dump()")
  given = require("parley.base.options").check(given, "dump()", { "overwrite" })
  check(ds)
  complete(ds)
  local asked = { what = { key = "dump_to" }, overwrite = given.overwrite, obsolete = obsolete }
  return folders.write(path, asked, function(put)
    savepoints.reading(ds.store, function() write_files(ds, put) end)
  end)
end

return dump
