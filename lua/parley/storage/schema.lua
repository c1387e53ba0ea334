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
    lines[#lines + 1] = column.generated or d.quote(column.name) .. " " .. (column.created or column.declaration)
  end
  return ("CREATE TABLE %s (\n  %s\n);\n"):format(d.quote(name), table.concat(lines, ",\n  "))
end

--- Columns of `t` after the id: { name, declaration } each; where a reference comes later, `created` is how the column
--- of a new table is declared, and `target` what it refers to.
---@param d parley.Dialect
---@param info table
---@return { name: string, declaration: string, created: string?, target: string? }[]
function schema.thing_columns(d, info)
  local columns = {}
  for i = 2, #info.columns do
    local column, at = info.columns[i], #columns + 1
    local is_one = column.references and not column.several
    add_column(d, columns, column.name, column, is_one and d.reference(column.references))
    if is_one and d.later_reference then columns[at].created, columns[at].target = d.types.text, column.references end
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

-- What is asked of nearly every claim, and so stands in front: a row is taken apart up to the last column of interest,
-- which would be the fifty-fifth of an outcome. Files that were made before keep their order.
local ASKED_FIRST = { retracted_at = true, reported_start = true }

local function asked_first(columns)
  local sorted, others = {}, {}
  for _, column in ipairs(columns) do
    local list = ASKED_FIRST[column.name] and sorted or others
    list[#list + 1] = column
  end
  return table.move(others, 1, #others, #sorted + 1, sorted)
end

--- Columns of `t_claims` after the key and the id that are stored, and not computed: { name, declaration } each.
---@param d parley.Dialect
---@param info table
---@return { name: string, declaration: string }[]
function schema.claim_columns(d, info)
  local columns = {}
  for i = 2, #info.columns do add_column(d, columns, info.columns[i].claim_name, info.columns[i]) end
  for _, column in ipairs(codebook.provenance) do add_column(d, columns, column.name, column) end
  add_column(d, columns, "source_day", { type = "boolean" })           -- parley.storage.statements.report_days
  add_column(d, columns, "source_origin", { type = "text" })           -- parley.storage.statements.origins
  return asked_first(columns)
end

--- Statement that creates `t`.
function schema.thing_ddl(d, info)
  return create(d, info.name, ("id %s PRIMARY KEY NOT NULL"):format(d.types.text), schema.thing_columns(d, info))
end

--- Statement that creates `t_claims`.
function schema.claims_ddl(d, info)
  local key = ("claim %s PRIMARY KEY,\n  id %s NOT NULL"):format(d.types.integer, d.types.text)
  local columns = schema.claim_columns(d, info)
  for _, name in ipairs { "claim_weight", "state_weight" } do columns[#columns + 1] = weight_column(d, name) end
  columns[#columns + 1] = voice_column(d, "voice")
  return create(d, schema.claims_name(info.name), key, columns)
end

--- Creates everything one table of the codebook needs, without indexes.
---@param store parley.Store
---@param info table
function schema.create_table(store, info)
  local d = dialect.of(store)
  local things, claims = schema.thing_ddl(d, info), info.claims and schema.claims_ddl(d, info) or ""
  store:exec(things .. claims)
  if not d.remember then return end
  store:exec(d.remember(info.name, things) .. (info.claims and d.remember(schema.claims_name(info.name), claims) or ""))
end

--- ## What a dataset knows of its tables

---@class parley.Schema
---@field parley boolean whether the tables are the codebook's, with claims
---@field names string[] in the order they are printed
---@field by_name table<string, table> name -> { name, meaning, claims, columns, by_name }

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
