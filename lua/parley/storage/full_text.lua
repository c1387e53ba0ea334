--- Full text search over a table's own words, with SQLite's FTS5.
-- `search_text` holds one row per thing: its table, id and folded text (case and accents taken away by
-- fold(), so that "ciragan" finds "Çırağan"); `search_index` is the FTS5 index over it, kept in step by
-- triggers. Files carry both. The bundled dataset, and rows as of a day or under a policy, get indexes of
-- their own in SQLite's temporary schema when they are first searched: one for each table whose rows are searched,
-- one over all tables for ds:search().

local errors = require "parley.base.errors"
local core = require "parley.core"

local search = {}

local DDL = [[
CREATE TABLE @search_text (key INTEGER PRIMARY KEY, tbl TEXT NOT NULL, id TEXT NOT NULL, body TEXT NOT NULL,
  UNIQUE (tbl, id));
CREATE VIRTUAL TABLE @search_index USING fts5(body, content='search_text#', content_rowid='key',
  tokenize='unicode61 remove_diacritics 2');
CREATE TRIGGER @search_added# AFTER INSERT ON search_text# BEGIN
  INSERT INTO search_index#(rowid, body) VALUES (new.key, new.body);
END;
CREATE TRIGGER @search_removed# AFTER DELETE ON search_text# BEGIN
  INSERT INTO search_index#(search_index#, rowid, body) VALUES ('delete', old.key, old.body);
END;
CREATE TRIGGER @search_changed# AFTER UPDATE ON search_text# BEGIN
  INSERT INTO search_index#(search_index#, rowid, body) VALUES ('delete', old.key, old.body);
  INSERT INTO search_index#(rowid, body) VALUES (new.key, new.body);
END;
]]

-- The DDL for a schema and a suffix of the names.
local function ddl(schema, suffix)
  local text = DDL:gsub("@search_text", schema .. "search_text" .. suffix)
    :gsub("@search_index", schema .. "search_index" .. suffix):gsub("@", schema):gsub("#", suffix)
  return text
end

--- Creates the index of a file.
function search.create(store) store:exec(ddl("", "")) end

--- The columns that hold words: no ids, no references, no codes.
---@param info table
---@return string[]
function search.columns(info)
  local names = {}
  for _, column in ipairs(info.columns) do
    if column.type == "text" and column.name ~= "id" and not column.references and not column.vocabulary then
      names[#names + 1] = column.name
    end
  end
  return names
end

-- SQL of a row's folded words, a line per column.
local function body_sql(info)
  local parts = {}
  for i, name in ipairs(search.columns(info)) do
    parts[i] = ("coalesce(\"%s\" || char(10), '')"):format(name:gsub('"', '""'))
  end
  return #parts > 0 and ("fold(%s)"):format(table.concat(parts, " || ")) or "''"
end

local function fill_sql(target, info, source, where)
  return ("INSERT INTO %s(tbl, id, body) SELECT '%s', id, %s FROM %s WHERE %s"):format(target, info.name,
    body_sql(info), source, where)
end

--- Brings the index of a file in step with one row, or with its removal.
function search.update(store, info, id)
  if #search.columns(info) == 0 then return end
  local insert = fill_sql("search_text", info, ('"%s"'):format(info.name), "id = ?1")
  local changed = store:run(insert .. " ON CONFLICT (tbl, id) DO UPDATE SET body = excluded.body"
    .. " WHERE body <> excluded.body", { n = 1, id })
  if changed > 0 then return end
  store:run(("DELETE FROM search_text WHERE tbl = '%s' AND id = ?1 AND NOT EXISTS (SELECT 1 FROM \"%s\" WHERE id = ?1)")
    :format(info.name, info.name), { n = 1, id })
end

--- Indexes all rows of a table of a file anew.
function search.fill(store, info)
  store:run("DELETE FROM search_text WHERE tbl = ?1", { n = 1, info.name })
  store:run(fill_sql("search_text", info, ('"%s"'):format(info.name), "true"))
end

-- Tables filled in bulk -------------------------------------------------------------------------------

-- A row without an id says that the words of a table are not indexed since it was filled in bulk.

--- Notes that the index of a bulk table is behind its rows.
function search.mark_stale(store, info)
  store:run("INSERT OR IGNORE INTO search_text(tbl, id, body) VALUES (?, '', '')", { n = 1, info.name })
end

--- Whether the index of a table is behind its rows.
function search.is_stale(store, info)
  if not info.bulk then return false end
  return store:values("SELECT 1 FROM search_text WHERE tbl = ? AND id = ''", { n = 1, info.name }) ~= nil
end

-- Brings the index of a file up to date, where it can be written; elsewhere one is made on demand.
local function freshen(ds, infos)
  if ds.parent or ds.bundle or ds.mode == "ro" or ds.host_read_only or not ds.schema.parley then return end
  for _, info in ipairs(infos) do
    if search.is_stale(ds.store, info) then pcall(ds.atomic, ds, search.fill, ds.store, info) end
  end
end

-- Indexes made on demand ------------------------------------------------------------------------------

-- Views share a connection, and so do the copies of Frames: their indexes are kept together, by connection.
local kept = setmetatable({}, { __mode = "k" })       -- store -> { keys in order, keys = key -> index, changes }
local made = 0                                        -- indexes made so far, for their names
local MOST_KEPT = 16

local function kept_of(store)
  kept[store] = kept[store] or { changes = 0, keys = {} }
  return kept[store]
end

-- What the rows depend on: changes made here, and commits of other programs.
local function state_of(store, indexes)
  return ("%d:%d"):format(store:total_changes() - indexes.changes, store:values("PRAGMA data_version"))
end

local function drop(store, indexes, key)
  local suffix = indexes.keys[key].suffix
  -- a cursor still open on it keeps it; it goes with the connection then
  pcall(store.exec, store, ("DROP TABLE temp.search_index%s; DROP TABLE temp.search_text%s"):format(suffix, suffix))
  indexes.keys[key] = nil
  for i, other in ipairs(indexes) do
    if other == key then return table.remove(indexes, i) end
  end
end

-- The index of a key, if it is still good. One made inside a transaction that failed is gone.
local function still_good(store, indexes, key)
  local found = indexes.keys[key]
  if not found then return nil end
  local is_there = "SELECT 1 FROM temp.sqlite_master WHERE name = ?"
  if found.state == state_of(store, indexes)
    and store:values(is_there, { n = 1, "search_index" .. found.suffix }) then
    return found
  end
  drop(store, indexes, key)
end

local function build(home, infos, day, suffix)
  local store = home.store
  store:exec(ddl("temp.", suffix))
  for _, info in ipairs(infos) do
    local text, params = home:rows_sql(info, day)
    local source = text and ("(%s)"):format(text) or ('main."%s"'):format(info.name)
    store:run(fill_sql("temp.search_text" .. suffix, info, source, "true"), text and params)
  end
end

-- What tells apart the rows of two views.
local function key_of(home, name, day)
  local view = home:view()
  local policy = view.policy or {}
  return table.concat({ name, tostring(day or view.as_of), table.concat(policy.prefer or {}, ","),
    table.concat(policy.deny or {}, ","), tostring(policy.certainty), tostring(policy.report),
    tostring(policy.recorded) }, "\0")
end

-- The index over some tables' rows, in SQLite's temporary schema.
local function on_demand(home, name, infos, day)
  local store = home.store
  local indexes, key = kept_of(store), key_of(home, name, day)
  local found = still_good(store, indexes, key)
  if found then return found.suffix end
  if #indexes == MOST_KEPT then drop(store, indexes, indexes[1]) end
  made = made + 1
  local state, suffix, before = state_of(store, indexes), "_" .. made, store:total_changes()
  build(home, infos, day, suffix)
  indexes.changes = indexes.changes + store:total_changes() - before
  indexes.keys[key], indexes[#indexes + 1] = { suffix = suffix, state = state }, key
  return suffix
end

local function named(suffix)
  return { text = "search_text" .. suffix, index = "search_index" .. suffix, column = "search_index" .. suffix }
end

--- Names of the text table and the index that hold the words of a table's rows, as of a day.
---@return { text: string, index: string, column: string }
function search.index(home, info, day)
  if info.bulk and home.schema then freshen(home, { info }) end
  if home:has_stored_index(info) and not day and not home:rows_sql(info) then return named "" end
  return named(on_demand(home, info.name, { info }, day))
end

--- Names of the text table and the index that hold the words of the rows of all tables.
---@param ds parley.Dataset
---@return { text: string, index: string, column: string }
function search.index_of_all(ds)
  local infos = {}
  for i, name in ipairs(ds:tables()) do infos[i] = ds:table_info(name) end
  local view = ds:view()
  freshen(ds, infos)
  local stored = true
  for _, info in ipairs(infos) do stored = stored and ds:has_stored_index(info) end
  if stored and not view.as_of and not view.policy then
    ds:ensure_all()
    return named ""
  end
  return named(on_demand(ds, "all tables", infos))
end

-- What the user types -----------------------------------------------------------------------------------

local function phrase(text, star)
  return '"' .. text:gsub('"', '""') .. '"' .. (star and "*" or "")
end

-- The words and "phrases" of a search, each as an FTS5 phrase.
local function phrases(text)
  local parts, at = {}, 1
  while true do
    local from, to, quoted = text:find('"([^"]*)"', at)
    local plain = text:sub(at, from and from - 1 or -1)
    for word in plain:gmatch("%S+") do
      local stem, star = word:match("^(.-)(%*?)$")
      parts[#parts + 1] = { stem, star == "*" }
    end
    if not from then return parts end
    parts[#parts + 1] = { quoted, false }
    at = to + 1
  end
end

--- An FTS5 expression from what a user types: all words must occur, "…" keeps words together, and
-- `word*` stands for every word that begins so.
---@param text string
---@return string
function search.match(text)
  if type(text) ~= "string" then errors.raise("search() takes text, not a %s", type(text)) end
  local found = {}
  for _, part in ipairs(phrases(text)) do
    local folded = core.fold(part[1])
    if folded:find("[%w\128-\255]") then found[#found + 1] = phrase(folded, part[2]) end
  end
  if #found == 0 then errors.raise("search() needs at least one word to look for, but got '%s'", text) end
  return table.concat(found, " ")
end

return search
