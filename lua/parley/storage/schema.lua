--- The SQL schema, derived from the codebook.
-- A table `t` of things has the columns of the codebook, each date with its two days beside it. Where
-- sources compete, `t_claims` holds a row for each claim: the same columns, provenance, and the claim's
-- two weights under the default policy. References are foreign keys between the tables of things, checked
-- at the end of a transaction. Claims have none: a retracted claim keeps its row, and must not hold a
-- wrong thing in place; their references are checked when they are written (writing.lua).

local codebook = require "parley.codebook.tables"
local claim_ranking = require "parley.storage.claim_ranking"

local schema = {}

local SQL_TYPES = { text = "TEXT", integer = "INTEGER", number = "REAL", boolean = "BOOLEAN", date = "TEXT" }

--- Quotes a name for SQL.
function schema.quote(name) return '"' .. name:gsub('"', '""') .. '"' end
local quote = schema.quote

--- Name of the table that holds the claims about `name`.
function schema.claims_name(name) return name .. "_claims" end

--- ## Tables of Parley's own

local function add_column(lines, name, column, constraint)
  lines[#lines + 1] = ("%s %s%s"):format(quote(name), SQL_TYPES[column.type], constraint or "")
  if column.type == "date" then
    lines[#lines + 1] = quote(name .. "_start") .. " INTEGER"
    lines[#lines + 1] = quote(name .. "_end") .. " INTEGER"
  end
end

local function reference(column)
  if not column.references then return "" end
  return (" REFERENCES %s(id) DEFERRABLE INITIALLY DEFERRED"):format(quote(column.references))
end

local function create(name, lines)
  return ("CREATE TABLE %s (\n  %s\n);\n"):format(quote(name), table.concat(lines, ",\n  "))
end

--- Lines of `t`: one for each column.
function schema.thing_lines(info)
  local lines = { "id TEXT PRIMARY KEY NOT NULL" }
  for i = 2, #info.columns do
    local column = info.columns[i]
    add_column(lines, column.name, column, reference(column))
  end
  return lines
end

local function generated(name, weight)
  return ("%s INTEGER GENERATED ALWAYS AS (%s) STORED"):format(name, weight)
end

local weight_lines

-- Lines of `t_claims`.
local function claim_lines(info)
  weight_lines = weight_lines or {
    generated("claim_weight", (claim_ranking.weight_sql(claim_ranking.default))),
    generated("state_weight", (claim_ranking.state_weight_sql(claim_ranking.default))),
  }
  local lines = { "claim INTEGER PRIMARY KEY", "id TEXT NOT NULL" }
  for i = 2, #info.columns do add_column(lines, info.columns[i].claim_name, info.columns[i]) end
  for _, column in ipairs(codebook.provenance) do add_column(lines, column.name, column) end
  return table.move(weight_lines, 1, 2, #lines + 1, lines)
end

--- Statement that creates `t`.
function schema.thing_ddl(info) return create(info.name, schema.thing_lines(info)) end

--- Statement that creates `t_claims`.
function schema.claims_ddl(info) return create(schema.claims_name(info.name), claim_lines(info)) end

--- Statements that create everything one table of the codebook needs, without indexes.
function schema.table_ddl(info)
  return schema.thing_ddl(info) .. (info.claims and schema.claims_ddl(info) or "")
end

local function index(name, table, column)
  return ("CREATE INDEX IF NOT EXISTS %s ON %s(%s);\n"):format(quote(name), quote(table), quote(column))
end

--- Indexes of one table: references, days, and the claims of a thing.
function schema.index_ddl(info)
  local lines = {}
  for _, column in ipairs(info.columns) do
    local at = column.references and column.name or column.type == "date" and column.name .. "_start"
    if at then lines[#lines + 1] = index(("%s_%s"):format(info.name, at), info.name, at) end
  end
  local claims = schema.claims_name(info.name)
  if info.claims then lines[#lines + 1] = index(claims .. "_id", claims, "id") end
  return table.concat(lines)
end

--- Keys of claims are unique over all tables, and never used twice.
schema.keys_ddl = [[CREATE TABLE IF NOT EXISTS claim_keys (claim INTEGER PRIMARY KEY AUTOINCREMENT,
  "table" TEXT NOT NULL);
]]

--- Marks the open database as Parley's, of this version.
function schema.mark(store)
  store:exec(("PRAGMA application_id = %d; PRAGMA user_version = %d"):format(codebook.application_id,
    codebook.version))
end

--- Fills `terms` with the vocabularies: new words are added, known ones brought up to date.
function schema.fill_terms(store)
  local info, columns, set, marks = codebook.by_name.terms, {}, {}, {}
  for i, column in ipairs(info.columns) do
    columns[i], marks[i] = quote(column.name), "?" .. i
    if i > 1 then set[#set + 1] = ("%s = excluded.%s"):format(columns[i], columns[i]) end
  end
  local insert = ("INSERT INTO terms(%s) VALUES (%s) ON CONFLICT(id) DO UPDATE SET %s"):format(
    table.concat(columns, ", "), table.concat(marks, ", "), table.concat(set, ", "))
  schema.insert_rows(store, insert, info, require("parley.codebook.vocabularies").rows())
end

--- Fills `crosswalk` with the rows that come with Parley.
function schema.fill_crosswalk(store)
  local crosswalk = require "parley.codebook.crosswalks"
  local info = codebook.by_name.crosswalk
  local marks = ("?, "):rep(#info.columns - 1) .. "?"
  schema.insert_rows(store, ("INSERT OR REPLACE INTO crosswalk VALUES (%s)"):format(marks), info, crosswalk.rows())
end

--- Runs one insert for each row, its parameters in the order of the table's columns.
function schema.insert_rows(store, insert, info, rows)
  local params = { n = #info.columns }
  for _, row in ipairs(rows) do
    for i, column in ipairs(info.columns) do params[i] = row[column.name] end
    store:run(insert, params)
  end
end

--- Creates all tables with their indexes, inside the caller's transaction.
function schema.create(store)
  local statements = { schema.keys_ddl }
  for _, info in ipairs(codebook.tables) do
    statements[#statements + 1] = schema.table_ddl(info)
    statements[#statements + 1] = schema.index_ddl(info)
  end
  store:exec(table.concat(statements))
  schema.fill_terms(store)
  schema.fill_crosswalk(store)
  local search = require "parley.storage.full_text"
  search.create(store)
  for _, name in ipairs { "terms", "crosswalk" } do search.fill(store, codebook.by_name[name]) end
  schema.mark(store)
end

--- ## What a dataset knows of its tables

---@class parley.Schema
---@field parley boolean whether the tables are the codebook's, with claims
---@field names string[] in the order they are printed
---@field by_name table<string, table> name -> { name, meaning, claims, columns, by_name }

local claims_infos = {}

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
  local found = claims_infos[info.name]
  if not found then
    local columns, by_name = claims_columns(info), {}
    for _, column in ipairs(columns) do by_name[column.name] = column end
    found = { name = schema.claims_name(info.name), meaning = "claims: " .. info.meaning, claims = false,
      columns = columns, by_name = by_name }
    claims_infos[info.name] = found
  end
  return found
end

--- The codebook's own tables.
---@return parley.Schema
function schema.of_codebook()
  return { parley = true, names = codebook.table_names(), by_name = codebook.by_name }
end

return schema
