--- Full text search over a table's own words.
-- `search_text` holds one row per thing: its table, id and folded text (case and accents taken away by
-- fold(), so that "ciragan" finds "Çırağan"), with signs that part words in every script and say what stands twice
-- (csrc/value/index_text.h); `search_index` is the index over it, kept in step by
-- triggers. Files carry both. The bundled dataset, and rows as of a day or under a policy, get indexes of
-- their own in the connection's temporary schema when they are first searched: one for each table whose rows are
-- searched, one over all tables for ds:search().

local errors = require "parley.base.errors"
local connection = require "parley.storage.connection"
local core = require "parley.core"
local derivations = require "parley.storage.derivations"
local dialect = require "parley.query.sql.dialect"
local ranking = require "parley.storage.claim_ranking"

local search = {}

--- Whether a file has an index, and creating it.
function search.is_there(store) return connection.has_table(store, "search_text") end
function search.create(store) store:exec(dialect.of(store).full_text().create) end

--- The columns that hold words: no ids, no references, no codes.
---@param info table
---@return string[]
function search.columns(info)
  local names = {}
  for _, column in ipairs(info.columns) do
    local is_code = column.references or column.vocabulary or column.names
    if column.type == "text" and column.name ~= "id" and not is_code then
      names[#names + 1] = column.name
    end
  end
  return names
end

-- SQL of a row's folded words, a line per column.
local function body_sql(d, info)
  local parts = {}
  for i, name in ipairs(search.columns(info)) do
    parts[i] = d.call("coalesce", ("%s || %s"):format(d.quote(name), d.line_break), "''")
  end
  return #parts > 0 and d.call("index_text", table.concat(parts, " || ")) or "''"
end

local function fill_sql(d, target, info, source, where)
  return ("INSERT INTO %s(tbl, id, body) SELECT %s, id, %s FROM %s WHERE %s"):format(target, d.text(info.name),
    body_sql(d, info), source, where)
end

-- The statements that bring the index in step with the rows for which a condition on their id holds, and with the
-- removal of others.
local function update_sql(d, info, condition)
  local own = d.quote(info.name)
  local insert = fill_sql(d, "search_text", info, own, condition)
  return insert .. d.or_update("tbl, id", { "body" }) .. " WHERE search_text.body <> excluded.body",
    ("DELETE FROM search_text WHERE tbl = %s AND %s AND NOT EXISTS (SELECT 1 FROM %s o WHERE o.id = search_text.id)")
      :format(d.text(info.name), condition, own)
end

local statements = dialect.once(function(d, info)
  local one, some, mark = {}, {}, d.param(1)
  one.insert, one.delete = update_sql(d, info, "id = " .. mark)
  some.insert, some.delete = update_sql(d, info, d.in_list("id", mark))
  return { one = one, some = some }
end)

--- Brings the index of a file in step with one row, or with its removal.
function search.update(store, info, id)
  if #search.columns(info) == 0 then return end
  local sql, params = statements(dialect.of(store), info).one, { n = 1, id }
  if derivations.run(store, "index_one", info.name, sql.insert, params) > 0 then return end
  derivations.run(store, "forget_one", info.name, sql.delete, params)
end

--- Brings it in step with a list of rows, or with their removal.
---@param ids string[]
function search.update_all(store, info, ids)
  if #ids == 1 then return search.update(store, info, ids[1]) end
  if #search.columns(info) == 0 then return end
  local sql = statements(dialect.of(store), info).some
  connection.some_at_a_time(store, ids, function(params)
    derivations.run(store, "index_some", info.name, sql.insert, params)
    derivations.run(store, "forget_some", info.name, sql.delete, params)
  end)
end

--- Brings it in step with rows that are there.
---@param selected string SQL that gives their ids
---@param before integer? the number of the last row before them, where they are the last of the table
function search.update_selected(store, info, selected, before)
  if #search.columns(info) == 0 then return end
  local d = dialect.of(store)
  local condition = before and ("%s > %s"):format(d.row_id, d.param(1)) or ("id IN (%s)"):format(selected)
  store:run((update_sql(d, info, condition)), before and { n = 1, before } or nil)
end

--- Indexes all rows of a table of a file anew.
function search.fill(store, info)
  local d = dialect.of(store)
  store:run("DELETE FROM search_text WHERE tbl = " .. d.param(1), { n = 1, info.name })
  if #search.columns(info) == 0 then return end
  store:run(fill_sql(d, "search_text", info, d.quote(info.name), "true"))
end

local function count_in(store, name)
  local sql = ("SELECT count(*) FROM search_text WHERE tbl = %s AND id <> ''"):format(dialect.of(store).param(1))
  return (store:values(sql, { n = 1, name }))
end

--- Takes the words of a store that keeps them along into another, which has its rows; those of tables whose words it
--- does not have, or not all, are indexed anew.
---@param from parley.Store
---@param to parley.Store  on a server
---@param infos table[]
function search.copy(from, to, infos)
  local is_there = search.is_there(from)
  if is_there then
    require("parley.storage.statements.sent_rows").copy(from, to, "search_text",
      { { name = "tbl", type = "text" }, { name = "id", type = "text" }, { name = "body", type = "text" } }, "id")
  end
  local count = require("parley.storage.statements.rows").count
  for _, info in ipairs(infos) do
    local known = is_there and (search.is_stale(from, info) or count_in(from, info.name) == count(from, info.name))
    if not known then search.fill(to, info) end
  end
end

-- Tables filled in bulk -------------------------------------------------------------------------------

-- A row without an id says that the words of a table are not indexed since it was filled in bulk.

--- Notes that the index of a bulk table is behind its rows.
function search.mark_stale(store, info)
  local d = dialect.of(store)
  store:run(("INSERT INTO search_text(tbl, id, body) VALUES (%s, '', '')%s"):format(d.param(1), d.or_keep "tbl, id"),
    { n = 1, info.name })
end

--- Whether the index of a table is behind its rows.
function search.is_stale(store, info)
  if not info.bulk then return false end
  local sql = ("SELECT 1 FROM search_text WHERE tbl = %s AND id = ''"):format(dialect.of(store).param(1))
  return store:values(sql, { n = 1, info.name }) ~= nil
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
local kept = setmetatable({}, { __mode = "k" })       -- store -> { keys in order, keys = key -> index, changes, made }
local MOST_KEPT = 16

local function kept_of(store)
  kept[store] = kept[store] or { changes = 0, keys = {}, made = 0 }
  return kept[store]
end

-- What the rows depend on: changes made here, but not in the indexes, and commits of other programs.
local function state_of(store, indexes) return connection.state(store, indexes.changes) end

local function drop(store, indexes, key)
  local suffix = indexes.keys[key].suffix
  -- a cursor still open on it keeps it; it goes with the connection then
  pcall(store.exec, store, dialect.of(store).full_text(suffix).drop)
  indexes.keys[key] = nil
  for i, other in ipairs(indexes) do
    if other == key then return table.remove(indexes, i) end
  end
end

-- The index of a key, if it is still good. One made inside a transaction that failed is gone.
local function still_good(store, indexes, key)
  local found = indexes.keys[key]
  if not found then return nil end
  local is_there = dialect.of(store).catalogue.has_temporary
  if found.state == state_of(store, indexes)
    and store:values(is_there, { n = 1, dialect.of(store).full_text(found.suffix).index }) then
    return found
  end
  drop(store, indexes, key)
end

local function build(home, infos, day, suffix)
  local store = home.store
  local d = dialect.of(store)
  local index = d.full_text(suffix)
  require("parley.storage.temporary_tables").make(store, index.create)
  for _, info in ipairs(infos) do
    local params, bind = dialect.params(d)
    local write = home:rows_sql(info, day, d, bind)
    local source = write and ("(%s) AS shown"):format(write()) or d.of_file(info.name)
    store:run(fill_sql(d, index.filled, info, source, "true"), params)
  end
end

-- What tells apart the rows of two views.
local function key_of(home, name, day)
  local view = home:view()
  local policy = view.policy and ranking.key(view.policy) or ""
  return ("%s as of %s under %s"):format(name, tostring(day or view.as_of), policy)
end

-- The index over some tables' rows, in SQLite's temporary schema.
local function on_demand(home, name, infos, day)
  local store = home.store
  local indexes, key = kept_of(store), key_of(home, name, day)
  local found = still_good(store, indexes, key)
  if found then return found.suffix end
  if #indexes == MOST_KEPT then drop(store, indexes, indexes[1]) end
  indexes.made = indexes.made + 1
  local state, suffix, before = state_of(store, indexes), "_" .. indexes.made, store:total_changes()
  build(home, infos, day, suffix)
  indexes.changes = indexes.changes + store:total_changes() - before
  indexes.keys[key], indexes[#indexes + 1] = { suffix = suffix, state = state }, key
  return suffix
end

--- Names of the text table and the index that hold the words of a table's rows, as of a day.
---@return { text: string, index: string }
function search.index(home, info, day)
  if info.bulk and home.schema then freshen(home, { info }) end
  local d = dialect.of(home.store)
  local _, unused = dialect.params(d)
  if home:has_stored_index(info) and not day and not home:rows_sql(info, nil, d, unused) then return d.full_text() end
  return d.full_text(on_demand(home, info.name, { info }, day))
end

--- Names of the text table and the index that hold the words of the rows of all tables.
---@param ds parley.Dataset
---@return { text: string, index: string }
function search.index_of_all(ds)
  local infos = {}
  for i, name in ipairs(ds:tables()) do infos[i] = ds:table_info(name) end
  local view = ds:view()
  freshen(ds, infos)
  local stored = true
  for _, info in ipairs(infos) do stored = stored and ds:has_stored_index(info) end
  if stored and not view.as_of and not view.policy then
    ds:ensure_all()
    return dialect.of(ds.store).full_text()
  end
  return dialect.of(ds.store).full_text(on_demand(ds, "all tables", infos))
end

-- What the user types -----------------------------------------------------------------------------------

-- The words and "phrases" of a search, each with whether words may go on.
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

-- A whole number as it stands with blanks, points or apostrophes before every three digits; nil of other texts.
local function in_thousands(folded)
  local first, rest = folded:match "^(%d%d?%d?)(%d*)$"
  if not first or rest == "" then return nil end
  local parted = (" "):rep(-#folded % 3) .. folded
  return (parted:gsub("...", "%0 "):match "^%s*(.-)%s*$")
end

-- How a folded phrase may stand in a text: as it is typed, in parts, and joined ("cease-fire", "cease fire",
-- "ceasefire"). Only what is typed whole can go on as both.
local function spellings(folded, goes_on)
  local whole = core.index_text(folded)
  local thousands = not goes_on and in_thousands(folded)
  if thousands then return { whole, thousands } end
  if not whole:find("\30", 1, true) then return { whole } end
  local parts, joined = whole:gsub("\30[^\30]*\30", ""), whole:gsub("\29[^\30]*\30([^\30]*)\30", "%1")
  return goes_on and { parts, joined } or { parts, joined, whole }
end

--- What to look for, from what a user types: all words must occur, "…" keeps words together, and `word*` stands for
-- every word that begins so.
---@param text string
---@return table[] { spellings of words that stand together, whether they may go on } each
function search.words(text)
  if type(text) ~= "string" then errors.raise("bad_type.search_text", { got = type(text) }) end
  local found = {}
  for _, part in ipairs(phrases(text)) do
    local folded = core.fold(part[1])
    if core.has_word(folded) then found[#found + 1] = { spellings(folded, part[2]), part[2] } end
  end
  if #found == 0 then errors.raise("bad_argument.search_words", { text = text }) end
  return found
end

--- ## Hits of all tables

--- Rows whose words are found, best first: table, id, text with the words between two marks, score (more is better).
---@param ds parley.Dataset
---@param text string what a user types
---@param tables string[]
---@param limit integer?
---@return function step, any state, any control, any closing
function search.hits(ds, text, tables, limit)
  local d, at = dialect.of(ds.store), search.index_of_all(ds)
  local params, bind = dialect.params(d)
  local wanted, among = bind(d.search_for(search.words(text))), {}
  for i, name in ipairs(tables) do among[i] = bind(name) end
  local found = d.same_text and ("%s AS i JOIN %s AS t ON %s"):format(at.index, at.text, d.same_text("i", "t"))
    or at.text .. " AS t"
  local i = d.same_text and "i" or "t"
  local sql = ("SELECT t.tbl, t.id, %s, %s FROM %s WHERE %s AND t.tbl IN (%s) ORDER BY %s, t.tbl, t.id%s"):format(
    d.marked(at.index, i, wanted), d.score(i, at.index, wanted), found, d.matches(i, at.index, wanted),
    table.concat(among, ", "), d.best_first(i, at.index, wanted), limit and " LIMIT " .. bind(limit) or "")
  return ds.store:each(sql, params)
end

return search
