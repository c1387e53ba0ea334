--- The SQL schema, derived from the codebook.
-- A table `t` of things has the columns of the codebook, each date with its two days beside it. Where
-- sources compete, `t_claims` holds a row for each claim: the same columns, provenance, and the claim's
-- two weights under the default policy and its voice. References are foreign keys between the tables of things, checked
-- at the end of a transaction. Claims have none: a retracted claim keeps its row, and must not hold a
-- wrong thing in place; their references are checked when they are written (writing.lua).

local codebook = require "parley.codebook.tables"
local dialect = require "parley.query.sql.dialect"
local ranking = require "parley.storage.claim_ranking"

local schema = {}

--- Name of the table that holds the claims about `name`.
function schema.claims_name(name) return name .. "_claims" end

--- The table of the claims about a table's things, as statements name it.
---@param d parley.Dialect
---@param info table
---@return string
function schema.quoted_claims(d, info) return d.quote(schema.claims_name(info.name)) end

--- ## Tables of Parley's own

-- A date has its two days beside it.
local function add_column(d, columns, name, column, constraint)
  columns[#columns + 1] = { name = name, declaration = d.types[column.type] .. (constraint or "") }
  if column.type == "date" then
    for _, day in ipairs { "_start", "_end" } do
      columns[#columns + 1] = { name = name .. day, declaration = d.types.integer }
    end
  end
end

local function create(d, name, key, columns)
  local lines = { key }
  for _, column in ipairs(columns) do
    lines[#lines + 1] = column.generated or d.quote(column.name) .. " " .. column.declaration
  end
  return ("CREATE TABLE %s (\n  %s\n);\n"):format(d.quote(name), table.concat(lines, ",\n  "))
end

--- Columns of `t` after the id: { name, declaration } each.
---@param d parley.Dialect
---@param info table
---@return { name: string, declaration: string }[]
function schema.thing_columns(d, info)
  local columns = {}
  for i = 2, #info.columns do
    local column = info.columns[i]
    local is_one = column.references and not column.several
    add_column(d, columns, column.name, column, is_one and d.reference(column.references))
  end
  return columns
end

local WEIGHTS = { claim_weight = "field", state_weight = "state" }

-- A computed column of all claims, by its name.
local weight_column = dialect.once(function(d, name)
  local weight = require("parley.storage.statements.claim_weights")[WEIGHTS[name]]
  return { name = name, generated = d.generated(name, d.types.integer, weight(d, ranking.default)) }
end)

local voice_column = dialect.once(function(d)
  local voice = require("parley.storage.statements.claim_weights").voice(d)
  return { name = "voice", generated = d.generated("voice", d.types.text, voice) }
end)

-- Columns of `t_claims` after the key and the id, those that are stored, and then the weights.
local function claim_columns(d, info)
  local columns = {}
  for i = 2, #info.columns do add_column(d, columns, info.columns[i].claim_name, info.columns[i]) end
  for _, column in ipairs(codebook.provenance) do add_column(d, columns, column.name, column) end
  add_column(d, columns, "source_day", { type = "boolean" })           -- parley.storage.statements.report_days
  add_column(d, columns, "source_origin", { type = "text" })           -- parley.storage.statements.origins
  return columns
end

--- Statement that creates `t`.
function schema.thing_ddl(d, info)
  return create(d, info.name, ("id %s PRIMARY KEY NOT NULL"):format(d.types.text), schema.thing_columns(d, info))
end

--- Statement that creates `t_claims`.
function schema.claims_ddl(d, info)
  local key = ("claim %s PRIMARY KEY,\n  id %s NOT NULL"):format(d.types.integer, d.types.text)
  local columns = claim_columns(d, info)
  for _, name in ipairs { "claim_weight", "state_weight" } do columns[#columns + 1] = weight_column(d, name) end
  columns[#columns + 1] = voice_column(d, "voice")
  return create(d, schema.claims_name(info.name), key, columns)
end

--- Names of the columns of `t_claims` that are stored, and not computed.
function schema.stored_claim_names(d, info)
  local names = { "claim", "id" }
  for _, column in ipairs(claim_columns(d, info)) do names[#names + 1] = column.name end
  return names
end

--- Names of a table's columns in the file, as a set; empty when there is no such table.
---@param store parley.Store
---@param name string
---@return table<string, true>
function schema.present(store, name)
  local present = {}
  for column in store:each(dialect.of(store).catalogue.column_names, { n = 1, name }, { "text" }) do
    present[column] = true
  end
  return present
end

-- Adds those of some columns that a table of the file has not; says whether there were any.
local function add_missing(store, name, columns)
  local d, present, changed = dialect.of(store), schema.present(store, name), false
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
function schema.add_missing(store, info)
  return add_missing(store, info.name, schema.thing_columns(dialect.of(store), info))
end

--- Adds the columns that the table of its claims should have and has not. They stand after the weights.
function schema.add_missing_of_claims(store, info)
  return add_missing(store, schema.claims_name(info.name), claim_columns(dialect.of(store), info))
end

--- Whether a table stands in the file as it would be made today; `claims`: the table of its claims.
---@param store parley.Store
---@param info table
---@param claims boolean?
---@return boolean
function schema.is_as_today(store, info, claims)
  local d = dialect.of(store)
  local name = claims and schema.claims_name(info.name) or info.name
  local text = store:values(d.catalogue.table_text, { n = 1, name })
  return text ~= nil and text .. ";\n" == (claims and schema.claims_ddl or schema.thing_ddl)(d, info)
end

--- Creates everything one table of the codebook needs, without indexes.
---@param store parley.Store
---@param info table
function schema.create_table(store, info)
  local d = dialect.of(store)
  store:exec(schema.thing_ddl(d, info) .. (info.claims and schema.claims_ddl(d, info) or ""))
end

local function index(d, name, table, column, second)
  local columns = d.quote(column) .. (second and ", " .. d.quote(second) or "")
  return ("CREATE INDEX IF NOT EXISTS %s ON %s(%s);\n"):format(d.quote(name), d.quote(table), columns)
end

-- Indexes of one table: references, days, and the claims of a thing.
local function index_ddl(d, info)
  local lines = {}
  for _, column in ipairs(info.columns) do
    local at = column.references and column.name or column.type == "date" and column.name .. "_start"
    local last_day = column.type == "date" and column.name .. "_end" or nil          -- a comparison asks for both
    if at then lines[#lines + 1] = index(d, ("%s_%s"):format(info.name, at), info.name, at, last_day) end
  end
  local claims = schema.claims_name(info.name)
  if info.claims then lines[#lines + 1] = index(d, claims .. "_id", claims, "id") end
  return table.concat(lines)
end

--- Creates the indexes of some tables, or of all of the codebook, unless they are there.
---@param store parley.Store
---@param infos table[]?
function schema.create_indexes(store, infos)
  local d, lines = dialect.of(store), {}
  for i, info in ipairs(infos or codebook.tables) do lines[i] = index_ddl(d, info) end
  store:exec(table.concat(lines))
end

--- Creates what gives claims their keys, unless it is there: they are unique over all tables, and never used twice.
---@param store parley.Store
function schema.create_keys(store)
  local d = dialect.of(store)
  store:exec(("CREATE TABLE IF NOT EXISTS claim_keys (claim %s,\n  %s %s NOT NULL);\n"):format(d.lasting_key,
    d.quote "table", d.types.text))
end

--- Marks the open database as Parley's, of this version.
function schema.mark(store)
  store:exec(dialect.of(store).mark(codebook.application_id, codebook.version))
end

--- Fills `terms` with the vocabularies: new words are added, known ones brought up to date.
function schema.fill_terms(store)
  local rows = require "parley.storage.statements.rows"
  rows.insert_all(store, codebook.by_name.terms, require("parley.codebook.vocabularies").rows(), true)
end

--- Fills `crosswalk` with the rows that come with Parley.
function schema.fill_crosswalk(store)
  local rows = require "parley.storage.statements.rows"
  rows.insert_all(store, codebook.by_name.crosswalk, require("parley.codebook.crosswalks").rows(), true)
end

--- Creates all tables with their indexes, inside the caller's transaction.
function schema.create(store)
  schema.create_keys(store)
  for _, info in ipairs(codebook.tables) do schema.create_table(store, info) end
  schema.create_indexes(store)
  schema.fill_terms(store)
  schema.fill_crosswalk(store)
  local full_text = require "parley.storage.full_text"
  full_text.create(store)
  for _, name in ipairs { "terms", "crosswalk" } do full_text.fill(store, codebook.by_name[name]) end
  schema.mark(store)
end

--- ## What a dataset knows of its tables

---@class parley.Schema
---@field parley boolean whether the tables are the codebook's, with claims
---@field names string[] in the order they are printed
---@field by_name table<string, table> name -> { name, meaning, claims, columns, by_name }

local claims_infos = setmetatable({}, { __mode = "k" })      -- table -> that of its claims

local function claims_columns(info)
  local columns = { { name = "claim", type = "integer", meaning = "key of the claim" }, info.columns[1] }
  local function add(column, name)
    local copy = {}
    for key, value in pairs(column) do copy[key] = value end
    copy.name = name
    columns[#columns + 1] = copy
  end
  for i = 2, #info.columns do add(info.columns[i], info.columns[i].claim_name) end
  for _, column in ipairs(codebook.provenance) do add(column, column.name) end
  return columns
end

--- The table of the claims about a table's things, described like the codebook's tables.
---@param info table
---@return table
function schema.claims_info(info)
  local found = claims_infos[info]
  if not found then
    local columns, by_name = claims_columns(info), {}
    for _, column in ipairs(columns) do by_name[column.name] = column end
    found = { name = schema.claims_name(info.name), meaning = "claims: " .. info.meaning, claims = false,
      columns = columns, by_name = by_name }
    claims_infos[info] = found
  end
  return found
end

--- The codebook's own tables, as a schema of its own that columns can join (parley.storage.own_columns).
---@return parley.Schema
function schema.of_codebook()
  return { parley = true, names = codebook.table_names(), by_name = setmetatable({}, { __index = codebook.by_name }) }
end

--- Descriptions of all tables, in the order they are printed.
---@param of parley.Schema
---@return table[]
function schema.tables(of)
  local list = {}
  for i, name in ipairs(of.names) do list[i] = of.by_name[name] end
  return list
end

return schema
