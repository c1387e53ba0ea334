--- The tables of a file as a whole: created with their indexes and words, held against the codebook, brought up to it.
-- A dataset in memory makes its tables one by one (parley.storage.schema) and seldom needs this.

local codebook = require "parley.codebook.tables"
local dialect = require "parley.query.sql.dialect"
local schema = require "parley.storage.schema"

local file_schema = {}

--- ## Columns that are there, and those that should be

--- Names of the columns of `t_claims` that are stored, and not computed.
function file_schema.stored_claim_names(d, info)
  local names = { "claim", "id" }
  for _, column in ipairs(schema.claim_columns(d, info)) do names[#names + 1] = column.name end
  return names
end

--- Names of a table's columns in the file, as a set; empty when there is no such table.
---@param store parley.Store
---@param name string
---@return table<string, true>
function file_schema.present(store, name)
  local present = {}
  for column in store:each(dialect.of(store).catalogue.column_names, { n = 1, name }, { "text" }) do
    present[column] = true
  end
  return present
end

--- Whether a name means the place of a row to the database, so that no column can have it.
---@param store parley.Store
---@param name string
---@return boolean
function file_schema.is_row_name(store, name) return dialect.of(store).row_names[name] == true end

-- Adds those of some columns that a table of the file has not; says whether there were any.
local function add_missing(store, name, columns)
  local d, present, changed = dialect.of(store), file_schema.present(store, name), false
  for _, column in ipairs(columns) do
    if not present[column.name] then
      store:exec(("ALTER TABLE %s ADD COLUMN %s %s"):format(d.quote(name), d.quote(column.name), column.declaration))
      changed = true
    end
  end
  return changed
end

--- Adds the columns that a table of things should have and has not; says whether there were any.
---@param store parley.Store
---@param info table
---@return boolean
function file_schema.add_missing(store, info)
  return add_missing(store, info.name, schema.thing_columns(dialect.of(store), info))
end

--- Adds the columns that the table of its claims should have and has not. They stand after the weights.
function file_schema.add_missing_of_claims(store, info)
  return add_missing(store, schema.claims_name(info.name), schema.claim_columns(dialect.of(store), info))
end

--- Whether a table stands in the file as it would be made today; `claims`: the table of its claims.
---@param store parley.Store
---@param info table
---@param claims boolean?
---@return boolean
function file_schema.is_as_today(store, info, claims)
  local d = dialect.of(store)
  local name = claims and schema.claims_name(info.name) or info.name
  local text = store:values(d.catalogue.table_text, { n = 1, name })
  return text ~= nil and text .. ";\n" == (claims and schema.claims_ddl or schema.thing_ddl)(d, info)
end

--- ## Creating

local function index(d, name, table, column, second)
  local columns = d.quote(column) .. (second and ", " .. d.quote(second) or "")
  return ("CREATE INDEX IF NOT EXISTS %s ON %s(%s);\n"):format(d.quote(name), d.quote(table), columns)
end

-- The rows where a column names several, which are few: who looks for one of them need not read the others.
local function index_of_lists(d, table, column)
  local name, key = ("%s_%s_several"):format(table, column), d.quote(column)
  return ("CREATE INDEX IF NOT EXISTS %s ON %s(%s) WHERE %s;\n"):format(d.quote(name), d.quote(table), key,
    d.is_list(key))
end

-- Indexes of one table: references, days, and the claims of a thing.
local function index_ddl(d, info)
  local lines = {}
  for _, column in ipairs(info.columns) do
    local at = column.references and column.name or column.type == "date" and column.name .. "_start"
    local last_day = column.type == "date" and column.name .. "_end" or nil          -- a comparison asks for both
    if at then lines[#lines + 1] = index(d, ("%s_%s"):format(info.name, at), info.name, at, last_day) end
    if column.several then lines[#lines + 1] = index_of_lists(d, info.name, column.name) end
  end
  local claims = schema.claims_name(info.name)
  if info.claims then lines[#lines + 1] = index(d, claims .. "_id", claims, "id") end
  return table.concat(lines)
end

--- Creates the indexes of some tables, or of all of the codebook, unless they are there.
---@param store parley.Store
---@param infos table[]?
function file_schema.create_indexes(store, infos)
  local d, lines = dialect.of(store), {}
  for i, info in ipairs(infos or codebook.tables) do lines[i] = index_ddl(d, info) end
  store:exec(table.concat(lines))
end

--- Creates what gives claims their keys, unless it is there: they are unique over all tables, and never used twice.
---@param store parley.Store
function file_schema.create_keys(store)
  local d = dialect.of(store)
  store:exec(("CREATE TABLE IF NOT EXISTS claim_keys (claim %s,\n  %s %s NOT NULL);\n"):format(d.lasting_key,
    d.quote "table", d.types.text))
end

--- Marks the open database as Parley's, of this version.
function file_schema.mark(store)
  store:exec(dialect.of(store).mark(codebook.application_id, codebook.version))
end

--- Fills `terms` with the vocabularies: new words are added, known ones brought up to date.
function file_schema.fill_terms(store)
  local rows = require "parley.storage.statements.rows"
  rows.insert_all(store, codebook.by_name.terms, require("parley.codebook.vocabularies").rows(), true)
end

--- Fills `crosswalk` with the rows that come with Parley.
function file_schema.fill_crosswalk(store)
  local rows = require "parley.storage.statements.rows"
  rows.insert_all(store, codebook.by_name.crosswalk, require("parley.codebook.crosswalks").rows(), true)
end

--- Adds the references of some tables, where a dialect wants them to come when all tables are there.
---@param store parley.Store
---@param name string
---@param columns table[] of the codebook
function file_schema.refer(store, name, columns)
  local d = dialect.of(store)
  for _, column in ipairs(d.later_reference and columns or {}) do
    if column.references and not column.several then
      store:exec(d.later_reference(name, column.name, column.references))
    end
  end
end

--- Keeps with a table what made it, where the database does not.
---@param store parley.Store
---@param info table
function file_schema.remember(store, info)
  local d = dialect.of(store)
  if not d.remember then return end
  store:exec(d.remember(info.name, schema.thing_ddl(d, info)))
  if info.claims then store:exec(d.remember(schema.claims_name(info.name), schema.claims_ddl(d, info))) end
end

--- Creates all tables with their indexes, inside the caller's transaction.
---@param store parley.Store
---@param bare boolean? whether what comes with Parley is left out, as it comes from elsewhere
function file_schema.create(store, bare)
  local d = dialect.of(store)
  if d.beforehand then store:exec(d.beforehand((store:values(d.ask.schema)))) end
  file_schema.create_keys(store)
  for _, info in ipairs(codebook.tables) do schema.create_table(store, info) end
  for _, info in ipairs(codebook.tables) do
    file_schema.refer(store, info.name, info.columns)
    file_schema.remember(store, info)
  end
  file_schema.create_indexes(store)
  local full_text = require "parley.storage.full_text"
  full_text.create(store)
  file_schema.mark(store)
  if bare then return end
  file_schema.fill_terms(store)
  file_schema.fill_crosswalk(store)
  for _, name in ipairs { "terms", "crosswalk" } do full_text.fill(store, codebook.by_name[name]) end
end

return file_schema
