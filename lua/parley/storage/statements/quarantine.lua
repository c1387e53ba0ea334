--- Statements about rows of a file that were set aside, and about those that were taken after a fix.

local connection = require "parley.storage.connection"
local dialect = require "parley.query.sql.dialect"

local quarantine = {}

local quoted_list, marks = dialect.quoted_list, dialect.marks

local COLUMNS = { "id", "table", "file", "line", "row", "entry", "column", "value", "code", "fault", "arguments",
  "reason", "suggestion", "raw", "import" }

--- ## Rows set aside

--- Sets a row aside, in the place of one with its id.
---@param store parley.Store
---@param row table by column
function quarantine.put(store, row)
  local d, params = dialect.of(store), { n = #COLUMNS }
  for i, name in ipairs(COLUMNS) do params[i] = row[name] end
  store:run(d.replacing("quarantine", COLUMNS, marks(d, #COLUMNS), { "id" }), params)
end

--- Takes a row out again.
function quarantine.remove(store, id)
  store:run("DELETE FROM quarantine WHERE id = " .. dialect.of(store).param(1), { n = 1, id })
end

--- Takes out the rows of a file for a table.
function quarantine.clear(store, name, file)
  local d = dialect.of(store)
  store:run(("DELETE FROM quarantine WHERE %s = %s AND file = %s"):format(d.quote "table", d.param(1), d.param(2)),
    { n = 2, name, file })
end

--- Takes out the rows that read like one.
---@param store parley.Store
---@param name string table
---@param file string
---@param raw string
function quarantine.clear_row(store, name, file, raw)
  local d = dialect.of(store)
  store:run(("DELETE FROM quarantine WHERE %s = %s AND file = %s AND raw = %s"):format(d.quote "table", d.param(1),
    d.param(2), d.param(3)), { n = 3, name, file, raw })
end

--- Whether there are rows whose id is a text, "/" and anything.
---@return boolean
function quarantine.has_ids(store, prefix)
  local d = dialect.of(store)
  return store:values(("SELECT 1 FROM quarantine WHERE id >= %s AND id < %s LIMIT 1"):format(d.param(1), d.param(2)),
    { n = 2, prefix .. "/", prefix .. "0" }) ~= nil          -- "0" comes after "/"
end

--- The names of the files that have rows set aside, or taken after a fix, for a table.
---@return string[]
function quarantine.files(store, name)
  local d, list = dialect.of(store), {}
  local sql = ("SELECT DISTINCT file FROM quarantine WHERE %s = %s"):format(d.quote "table", d.param(1))
  if quarantine.any_mended(store) then sql = sql .. " UNION " .. sql:gsub("quarantine", "quarantine_mended", 1) end
  for file in store:each(sql, { n = 1, name }) do list[#list + 1] = file end
  return list
end

local PLACES = "parley_places"

--- Keeps the places of the rows of a file for a table, before they are taken out: whether there are any.
---@return boolean
function quarantine.keep_places(store, name, file)
  local d = dialect.of(store)
  local of_file = (" FROM quarantine WHERE %s = %s AND file = %s AND entry IS NOT NULL"):format(d.quote "table",
    d.param(1), d.param(2))
  local params = { n = 2, name, file }
  if store:values("SELECT 1" .. of_file .. " LIMIT 1", params) == nil then return false end
  store:exec(("DROP TABLE IF EXISTS %s; %s"):format(d.temporary(PLACES), d.create_temporary(PLACES,
    { ("raw %s PRIMARY KEY"):format(d.types.text), "entry " .. d.types.integer }, d.by_key_alone)))
  store:run(("INSERT INTO %s SELECT raw, min(entry)%s GROUP BY raw"):format(d.temporary(PLACES), of_file), params)
  return true
end

--- The place kept for a row.
---@return integer?
function quarantine.place_of(store, raw)
  local d = dialect.of(store)
  return (store:values(("SELECT entry FROM %s WHERE raw = %s"):format(d.temporary(PLACES), d.param(1)), { n = 1, raw }))
end

--- Drops what quarantine.keep_places has made.
function quarantine.drop_places(store) store:exec("DROP TABLE " .. dialect.of(store).temporary(PLACES)) end

--- Rows in the order of their files; of one table, of one file, where they are named.
function quarantine.list(store, name, file)
  local d = dialect.of(store)
  local columns = { "id", "file", "line", "row", "entry", "column", "value", "code", "fault", "arguments", "reason",
    "suggestion", "raw", "import" }
  local table_mark, file_mark = d.param(1), d.param(2)
  return store:rows(("SELECT %s FROM quarantine WHERE (%s = %s OR %s IS NULL) AND (file = %s OR %s IS NULL) "
    .. "ORDER BY file, line"):format(quoted_list(d, columns), d.quote "table", table_mark, table_mark, file_mark,
    file_mark), { n = 2, name, file }, columns)
end

--- What is needed to try a row again.
---@return string file, integer line, integer row, integer? entry, string raw, string import
function quarantine.find(store, id)
  local d = dialect.of(store)
  return store:values(("SELECT file, line, row, entry, raw, %s FROM quarantine WHERE id = %s"):format(
    d.quote "import", d.param(1)), { n = 1, id })
end

--- ## Rows taken after a fix

local function own_name(d) return d.quote "table" end

--- Creates the table for them, unless it is there.
function quarantine.create_mended(store)
  local d = dialect.of(store)
  local own, text = own_name(d), d.types.text
  store:exec(("CREATE TABLE IF NOT EXISTS quarantine_mended (%s %s NOT NULL, file %s NOT NULL,\n  raw %s NOT NULL, "
    .. "claims %s, PRIMARY KEY (%s, file, raw))%s"):format(own, text, text, text, text, own, d.by_key_alone))
end

--- Remembers a row as it stands in its file, and the claims that say what it says, as a JSON list of keys.
function quarantine.remember_mended(store, name, file, raw, claims)
  local d = dialect.of(store)
  if not quarantine.any_mended(store) then quarantine.create_mended(store) end
  local own = own_name(d)
  store:run(("INSERT INTO quarantine_mended VALUES (%s)%s"):format(marks(d, 4), d.or_keep(own .. ", file, raw")),
    { n = 4, name, file, raw, claims })
end

--- Puts the claims of a row in the place of those that are remembered of it, if any are.
function quarantine.set_mended(store, name, file, raw, claims)
  if not quarantine.any_mended(store) then quarantine.create_mended(store) end
  local d = dialect.of(store)
  store:run(d.replacing("quarantine_mended", { "table", "file", "raw", "claims" }, marks(d, 4),
    { "table", "file", "raw" }), { n = 4, name, file, raw, claims })
end

--- Rows that have been remembered, behind one of them.
---@param store parley.Store
---@param last { table: string, file: string, raw: string }?
---@param most integer
---@return { table: string, file: string, raw: string, claims: string? }[]
function quarantine.mended_after(store, last, most)
  local d, list, names = dialect.of(store), {}, { "table", "file", "raw", "claims" }
  local own = own_name(d)
  local behind = last and ("WHERE (%s, file, raw) > (%s)"):format(own, marks(d, 3)) or ""
  local sql = ("SELECT %s FROM quarantine_mended %s ORDER BY %s, file, raw LIMIT %d"):format(quoted_list(d, names),
    behind, own, most)
  for row in store:rows(sql, last and { n = 3, last.table, last.file, last.raw }, names) do list[#list + 1] = row end
  return list
end

--- Whether any row has been remembered.
function quarantine.any_mended(store) return connection.has_table(store, "quarantine_mended") end

--- Whether this row has been, and its claims.
---@return boolean is_mended, string? claims
function quarantine.mended(store, name, file, raw)
  local d = dialect.of(store)
  local found, keys = store:values(("SELECT 1, claims FROM quarantine_mended WHERE %s = %s AND file = %s AND raw = %s")
    :format(d.quote "table", d.param(1), d.param(2), d.param(3)), { n = 3, name, file, raw })
  return found ~= nil, keys
end

return quarantine
