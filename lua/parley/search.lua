--- Full text search over a table's own words, with SQLite's FTS5.
-- `search_text` holds one row per thing: its table, id and folded text (case and accents taken away by
-- fold(), so that "ciragan" finds "Çırağan"); `search_index` is the FTS5 index over it, kept in step by
-- triggers. Files carry both. The bundled dataset, and rows as of a day or under a policy, get an index of
-- their own in SQLite's temporary schema when they are first searched.

local errors = require "parley.errors"
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

-- The columns that hold words: no ids, no references, no codes.
local function text_columns(info)
  local names = {}
  for _, column in ipairs(info.columns) do
    if column.type == "text" and column.name ~= "id" and not column.references and not column.vocabulary then
      names[#names + 1] = ('"%s"'):format(column.name:gsub('"', '""'))
    end
  end
  return names
end

-- SQL of a row's folded words, a line per column.
local function body_sql(info)
  local parts = {}
  for i, name in ipairs(text_columns(info)) do parts[i] = ("coalesce(%s || char(10), '')"):format(name) end
  return #parts > 0 and ("fold(%s)"):format(table.concat(parts, " || ")) or "''"
end

local function fill_sql(target, info, source, where)
  return ("INSERT INTO %s(tbl, id, body) SELECT '%s', id, %s FROM %s WHERE %s"):format(target, info.name,
    body_sql(info), source, where)
end

--- Brings the index of a file in step with one row, or with its removal.
function search.update(store, info, id)
  if #text_columns(info) == 0 then return end
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

-- Indexes made on demand ------------------------------------------------------------------------------

-- What the rows depend on: changes made here, and commits of other programs.
local function state_of(home)
  local changes = home.store:total_changes() - (home.index_changes or 0)
  return ("%d:%d"):format(changes, home.store:values("PRAGMA data_version"))
end

local function drop(home, suffix)
  -- a cursor still open on it keeps it; it goes with the connection then
  local drops = ("DROP TABLE temp.search_index%s; DROP TABLE temp.search_text%s"):format(suffix, suffix)
  pcall(home.store.exec, home.store, drops)
end

local function build(home, info, day, suffix)
  local store = home.store
  store:exec(ddl("temp.", suffix))
  local text, params = home:rows_sql(info, day)
  local source = text and ("(%s)"):format(text) or ('main."%s"'):format(info.name)
  store:run(fill_sql("temp.search_text" .. suffix, info, source, "true"), params)
end

local made = 0          -- indexes made so far: views share a connection, so names are counted here

local function on_demand(home, info, day)
  home.indexes = home.indexes or {}
  local key, state = ("%s as of %s"):format(info.name, tostring(day)), state_of(home)
  local found = home.indexes[key]
  if found and found.state == state then return found.suffix end
  if found then drop(home, found.suffix) end
  made = made + 1
  local suffix, before = "_" .. made, home.store:total_changes()
  build(home, info, day, suffix)
  home.index_changes = (home.index_changes or 0) + home.store:total_changes() - before
  home.indexes[key] = { suffix = suffix, state = state }
  return suffix
end

--- Names of the text table and the index that hold the words of a table's rows, as of a day.
---@return { text: string, index: string, column: string }
function search.index(home, info, day)
  if home:has_stored_index(info) and not day and not home:rows_sql(info) then
    return { text = "search_text", index = "search_index", column = "search_index" }
  end
  local suffix = on_demand(home, info, day)
  return { text = "search_text" .. suffix, index = "search_index" .. suffix, column = "search_index" .. suffix }
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
