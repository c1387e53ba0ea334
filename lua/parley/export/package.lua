--- A dataset as a data package: a folder that others can use without Parley.
-- CSV for every table and for the claims behind it, the codebook as CSV, the sources as citations, and a
-- datapackage.json that describes all of them as Frictionless Data Package v1 has it. What is written is what the
-- dataset shows: of a view, its rows and claims. Nothing in it depends on the clock or the machine.

local errors = require "parley.base.errors"
local folders = require "parley.export.folders"
local json = require "parley.base.json"
local options = require "parley.base.options"
local plain = require "parley.base.plain_text"
local claims_table = require "parley.storage.claims_table"
local schema = require "parley.storage.schema"
local types = require "parley.base.types"

local data_package = {}

local OPTIONS = { "tables", "name", "title", "description", "licence", "contributors", "overwrite" }

-- Left out unless asked for: they say nothing about the talks.
local ASIDE = { crosswalk = true, quarantine = true }

local FORMAT_OF_DATES = "a date with precision in EDTF level 1 (ISO 8601-2), such as 2025-06-02, 2025-06, 2025-06~ or "
  .. "2025-06-20/2025-06-30"
local EDTF = "http://id.loc.gov/datatypes/edtf/EDTF-level1"

local object = json.object

-- Text with bytes that are no UTF-8 spelt out, anywhere in a list or an object.
local function mended(value)
  if type(value) == "string" and not utf8.len(value) then return plain.visible(value, true) end
  if type(value) == "table" then
    for i, member in ipairs(value) do value[i] = mended(member) end
  end
  return value
end

-- Fields ----------------------------------------------------------------------------------------------

-- What the standard calls what a value is.
local TYPES = { text = "string", integer = "integer", number = "number", boolean = "boolean" }

-- The words a column may hold, unless it holds others.
local function words_of(ds, rows, column)
  if not column.vocabulary then return nil end
  local codes, known = ds:term_codes(column.vocabulary), {}
  for _, code in ipairs(codes) do known[code] = true end
  for word in rows:select(column.name):distinct():each() do
    if type(word) == "string" and not known[word] then return nil end
  end
  return codes
end

local function constraints_of(ds, rows, column, key)
  if column.name == key then return object("required", true, "unique", true) end
  if column.name == "id" then return object("required", true) end
  local words = words_of(ds, rows, column)
  return words and object("enum", words)
end

local function field_of(ds, rows, column, key)
  local is_date = column.type == "date"
  local meaning = is_date and column.meaning .. "; " .. FORMAT_OF_DATES or column.meaning
  local kind = TYPES[types.kind(column.type)]
  return object("name", column.name, "type", kind, "format", "default", "description", meaning,
    "rdfType", is_date and EDTF or nil, "constraints", constraints_of(ds, rows, column, key))
end

local function schema_of(ds, rows, columns, key, foreign_keys)
  local fields = {}
  for i, column in ipairs(columns) do fields[i] = field_of(ds, rows, column, key) end
  return object("fields", fields, "missingValues", { "" }, "primaryKey", key and { key },
    "foreignKeys", #foreign_keys > 0 and foreign_keys or nil)
end

-- References between files ----------------------------------------------------------------------------

local function foreign_key(field, resource, other)
  return object("fields", { field }, "reference", object("resource", resource, "fields", { other }))
end

-- Whether every value of a column is an id of a table, as the dataset shows them: a view may show the one and not yet
-- the other.
local function holds(ds, rows, column, target)
  local view = ds:view()
  if not (view.as_of or view.policy) then return true end
  local known = {}
  for id in ds:table(target):select("id"):each() do known[id] = true end
  for id in rows:select(column):distinct():each() do
    if type(id) == "string" and not known[id] then return false end
  end
  return true
end

local function references_of(ds, rows, info, present)
  local list = {}
  for _, column in ipairs(info.columns) do
    local target = column.references
    if target and not column.several and present[target] and holds(ds, rows, column.name, target) then
      list[#list + 1] = foreign_key(column.name, target == info.name and "" or target, "id")
    end
  end
  return list
end

-- Of claims, the thing and the source are certain to be there.
local function references_of_claims(ds, rows, info, present)
  local list = { foreign_key("id", info.name, "id") }
  if present.sources and holds(ds, rows, "source", "sources") then
    list[2] = foreign_key("source", "sources", "id")
  end
  return list
end

-- Files -----------------------------------------------------------------------------------------------

local function csv_resource(name, meaning, bytes, fields)
  return object("name", name, "path", name .. ".csv", "profile", "tabular-data-resource", "title", meaning,
    "format", "csv", "mediatype", "text/csv", "encoding", "utf-8", "bytes", bytes,
    "dialect", object("delimiter", ",", "lineTerminator", "\n", "quoteChar", '"', "doubleQuote", true, "header", true,
      "caseSensitiveHeader", true), "schema", fields)
end

-- Writes rows, and gives their number of bytes.
local function put_csv(put, name, rows)
  local bytes
  put(name .. ".csv", function(_, file)
    local ok, message, code = require("parley.export.export").write(rows, "csv", file)
    if ok then
      -- what is still in the file's buffer is written now, and may fail to be
      ok, message, code = file:seek "end"
    end
    if not ok then error(errors.of(message, code), 0) end
    bytes = ok
  end)
  return bytes
end

local function put_table(ds, put, info, present)
  local rows = ds:table(info.name):sort "id"
  local fields = schema_of(ds, rows, info.columns, "id", references_of(ds, rows, info, present))
  return csv_resource(info.name, info.meaning, put_csv(put, info.name, rows), fields)
end

-- Links of the things of a table to those that its column names, where it names several anywhere: a row for each.
local function put_links(ds, put, info, present, resources)
  for _, column in ipairs(info.columns) do
    local q = ds:table(info.name)
    if column.several and present[column.references] and q:where(("items(%s) > 1"):format(column.name)):count() > 0 then
      local name = ("%s_%s"):format(info.name, column.name)
      local rows = q:where(column.name .. " is not nil"):select("id", column.name):split(column.name)
        :sort("id", column.name)
      local fields = schema_of(ds, rows, { info.columns[1], column }, nil,
        { foreign_key("id", info.name, "id"), foreign_key(column.name, column.references, "id") })
      resources[#resources + 1] = csv_resource(name, ("each of those in %s.%s: %s"):format(info.name, column.name,
        column.meaning), put_csv(put, name, rows), fields)
    end
  end
end

local function put_claims(ds, put, info, present)
  local rows, described = ds:table(info.name):claims():sort "claim", claims_table.info(info)
  local fields = schema_of(ds, rows, described.columns, "claim", references_of_claims(ds, rows, info, present))
  return csv_resource(described.name, described.meaning, put_csv(put, described.name, rows), fields)
end

local CODEBOOK = {
  { name = "table", type = "text", meaning = "the file, without .csv" },
  { name = "column", type = "text", meaning = "the column" },
  { name = "type", type = "text", meaning = "text, integer, number, boolean or date" },
  { name = "meaning", type = "text", meaning = "what it holds" },
  { name = "references", type = "text", meaning = "the table whose id it holds" },
  { name = "vocabulary", type = "text", meaning = "the vocabulary of its words, which terms.csv explains" },
}

local function codebook_rows(infos)
  local rows = {}
  local function add(info)
    for _, column in ipairs(info.columns) do
      rows[#rows + 1] = { info.name, column.name, column.type, column.meaning, column.references, column.vocabulary }
    end
  end
  for _, info in ipairs(infos) do add(info) end
  for _, info in ipairs(infos) do
    if info.claims then add(claims_table.info(info)) end
  end
  return rows
end

local function put_codebook(ds, put, infos)
  local columns = {}
  for i, column in ipairs(CODEBOOK) do columns[i] = { column.name, column.type } end
  local rows = require("parley.frame.from_rows").lists(columns, codebook_rows(infos))
  local fields = schema_of(ds, rows, CODEBOOK, nil, {})
  return csv_resource("codebook", "the columns of all files", put_csv(put, "codebook", rows), fields)
end

local CITATIONS = {
  { "citations", "citations.txt", "text", "txt", "text/plain" },
  { "citations-bibtex", "citations.bib", "bibtex", "bib", "application/x-bibtex" },
  { "citations-csl", "citations.json", "csl", "json", "application/vnd.citationstyles.csl+json" },
}

local function put_citations(ds, put, resources)
  for _, entry in ipairs(CITATIONS) do
    local name, path, format, extension, mediatype = table.unpack(entry)
    local text = ds:cite(ds.sources, format) .. "\n"
    put(path, function(write) write(text) end)
    resources[#resources + 1] = object("name", name, "path", path, "profile", "data-resource",
      "title", "the sources, as " .. (format == "csl" and "CSL-JSON" or format == "bibtex" and "BibTeX" or "text"),
      "format", extension, "mediatype", mediatype, "encoding", "utf-8", "bytes", #text)
  end
end

-- The descriptor --------------------------------------------------------------------------------------

local function is_url(text) return text ~= nil and text:find "^https?://[^%s\"<>]+$" ~= nil end

local function sources_of(ds)
  local list = {}
  for row in ds.sources:sort("id"):rows() do
    list[#list + 1] = object("title", row.title or row.id, "path", is_url(row.url) and row.url or nil)
  end
  return #list > 0 and list or nil
end

local function licences_of(given)
  if given == nil then return nil end
  if type(given) == "string" then return { object("name", given) } end
  return { object("name", given.name, "path", given.path, "title", given.title) }
end

local function contributors_of(given)
  if given == nil then return nil end
  local list = {}
  for i, one in ipairs(given) do
    if type(one) == "string" then one = { title = one } end
    list[i] = object("title", one.title, "role", one.role, "email", one.email, "path", one.path,
      "organization", one.organization)
  end
  return list
end

local function descriptor(ds, name, given, resources)
  local title = given.title or (ds.bundle and ds.bundle.title) or nil
  return json.write(mended(object("profile", "data-package", "name", name, "title", title,
    "description", given.description, "licenses", licences_of(given.licence),
    "contributors", contributors_of(given.contributors), "sources", sources_of(ds), "resources", resources)),
    json.styles.indented) .. "\n"
end

-- What is asked for -----------------------------------------------------------------------------------

local function has_rows(ds, name) return ds:table(name):limit(1):count() > 0 end

local function default_tables(ds)
  local infos = {}
  for _, info in ipairs(schema.tables(ds.schema)) do
    if not ASIDE[info.name] and has_rows(ds, info.name) then infos[#infos + 1] = info end
  end
  return infos
end

-- The tables asked for, in the order of the codebook.
local function tables_of(ds, wanted)
  if wanted == nil then return default_tables(ds) end
  if type(wanted) ~= "table" or #wanted == 0 then
    errors.raise "bad_argument.tables_option"
  end
  local asked, infos = {}, {}
  for _, name in ipairs(wanted) do
    if not ds.schema.by_name[name] then
      errors.raise("no_table.table", { name = name, known = ds.schema.names })
    end
    asked[name] = true
  end
  for _, info in ipairs(schema.tables(ds.schema)) do
    if asked[info.name] then infos[#infos + 1] = info end
  end
  return infos
end

local function check_text(given, name)
  if given[name] ~= nil and (type(given[name]) ~= "string" or given[name] == "") then
    errors.raise("bad_type.text_option", { name = name })
  end
end

local function check_licence(licence)
  if licence == nil or type(licence) == "string" and licence:find "^[%w._-]+$" then return end
  if type(licence) == "table" and (type(licence.name) == "string" or is_url(licence.path)) then return end
  errors.raise "bad_argument.licence"
end

local function check_contributors(list)
  if list == nil then return end
  local good = type(list) == "table" and #list > 0
  for _, one in ipairs(good and list or {}) do
    good = good and (type(one) == "string" or type(one) == "table" and type(one.title) == "string")
  end
  if good then return end
  errors.raise "bad_argument.contributors"
end

local function check_name(name)
  if name ~= nil and (type(name) ~= "string" or not name:find "^[a-z0-9._-]+$") then
    errors.raise("bad_argument.package_name", { name = plain.visible(tostring(name)) })
  end
end

-- "My talks/" is named my-talks.
local function name_from(path)
  local last = path:gsub("/+$", ""):match "[^/]*$"
  local name = last:lower():gsub("[^a-z0-9._-]+", "-"):gsub("^%-+", ""):gsub("%-+$", "")
  return name:find "[a-z0-9]" and name or "dataset"
end

local function check(ds, given)
  check_name(given.name)
  check_text(given, "title")
  check_text(given, "description")
  check_licence(given.licence)
  check_contributors(given.contributors)
  if not ds.schema.parley then
    errors.raise "no_claims.save_package"
  end
  if ds.transaction then errors.raise "in_transaction.save_package" end
  if ds.host_read_only then errors.raise "read_only.host_files" end
end

-- Files of an earlier package of more tables.
local function obsolete(ds, names, written)
  local now, list, ours = {}, {}, {}
  for _, name in ipairs(written) do now[name] = true end
  for _, info in ipairs(schema.tables(ds.schema)) do
    ours[info.name .. ".csv"], ours[schema.claims_name(info.name) .. ".csv"] = true, true
    for _, column in ipairs(info.columns) do
      if column.several then ours[("%s_%s.csv"):format(info.name, column.name)] = true end
    end
  end
  for _, name in ipairs(names) do
    if ours[name] and not now[name] then list[#list + 1] = name end
  end
  return list
end

local function write_files(ds, put, name, given)
  local infos, present, resources = tables_of(ds, given.tables), {}, {}
  for _, info in ipairs(infos) do present[info.name] = true end
  for _, info in ipairs(infos) do resources[#resources + 1] = put_table(ds, put, info, present) end
  for _, info in ipairs(infos) do put_links(ds, put, info, present, resources) end
  for _, info in ipairs(infos) do
    if info.claims then resources[#resources + 1] = put_claims(ds, put, info, present) end
  end
  resources[#resources + 1] = put_codebook(ds, put, infos)
  put_citations(ds, put, resources)
  local text = descriptor(ds, name, given, resources)
  put("datapackage.json", function(write) write(text) end)
end

--- Writes a data package into a folder.
---@param ds parley.Dataset
---@param path string
---@param given table?
---@return true? done, string? message, string? code
function data_package.save(ds, path, given)
  folders.check(path, "save_package()")
  given = options.check(given, "save_package()", OPTIONS)
  check(ds, given)
  ds:ensure_all()
  tables_of(ds, given.tables)
  local asked = { what = { key = "save_package" }, overwrite = given.overwrite,
    obsolete = function(names, written) return obsolete(ds, names, written) end }
  return folders.write(path, asked, function(put)
    require("parley.storage.savepoints").reading(ds.store, function()
      write_files(ds, put, given.name or name_from(path), given)
    end)
  end)
end

return data_package
