--- Words looked for in all tables at once: the hits, best first, each with the words around it.
-- Method. All rows of a dataset stand in one full text index (storage/full_text.lua), so that their scores can be
-- compared: the score is BM25, which counts how often the words occur in a row, and how rare they are in the whole
-- dataset, against the length of the row's text; more is better. All words of a search must occur in a row, in any of
-- its columns of text. Rows of one score come by table and id. The words of the vocabularies (`terms`, `crosswalk`) are
-- no data and are looked through only when they are asked for.
-- The index holds folded text, without case and accents, with signs that part words. It marks the hits there; the place
-- of each is then found in the text as it was written, character by character, so that what is shown is the original
-- with the hits marked.
-- Of several columns with hits, the one with most different ones is shown, then the one with most; of equal ones
-- `text`, which holds sentences, or the first.

local core = require "parley.core"
local errors = require "parley.base.errors"
local options = require "parley.base.options"
local scope = require "parley.analysis.scope"
local full_text = require "parley.storage.full_text"

local search = {}

local COLUMNS = { { "table", "text" }, { "id", "text" }, { "column", "text" }, { "text", "text" },
  { "score", "number" } }

-- Tables of words, not of things.
local WORD_TABLES = { terms = true, crosswalk = true }

local OPEN, CLOSE = "\1", "\2"            -- marks in the folded text
local BEFORE, SHOWN = 6, 24               -- words before the first hit, and in all
local SHORT = 160                         -- a text of so many bytes is shown whole
local MANY = 5000                         -- rows fetched at once

-- Hits ------------------------------------------------------------------------------------------------------

-- All hits in order, as { table, id, marked text, score }; and by table, how many.
local function hits_of(ds, text, tables, limit)
  local hits = {}
  for name, id, marked, score in full_text.hits(ds, text, tables, limit) do
    hits[#hits + 1] = { table = name, id = id, marked = marked, score = score }
  end
  return hits
end

-- The text of the hits --------------------------------------------------------------------------------------------

-- Gives some hits in a table the texts of their rows: a list each that may have gaps.
local function fetch(ds, name, columns, hits, from, to)
  local by_id, ids = {}, {}
  for i = from, to do
    local hit = hits[i]
    by_id[hit.id], ids[#ids + 1], hit.columns, hit.texts = hit, hit.id, columns, {}
  end
  local q = ds:table(name):where { id = ids }
  local step, state, control, closing <close> = q:each("id", table.unpack(columns))
  while true do
    local row = { step(state, control) }
    if row[1] == nil then return closing and nil end
    local hit = by_id[row[1]]
    hit.texts = table.move(row, 2, #columns + 1, 1, hit.texts)
  end
end

local function fetch_all(ds, hits)
  local by_table, names = {}, {}
  for _, hit in ipairs(hits) do
    if not by_table[hit.table] then by_table[hit.table], names[#names + 1] = {}, hit.table end
    table.insert(by_table[hit.table], hit)
  end
  for _, name in ipairs(names) do
    local list, columns = by_table[name], full_text.columns(ds:table_info(name))
    for from = 1, #list, MANY do fetch(ds, name, columns, list, from, math.min(from + MANY - 1, #list)) end
  end
end

-- Places ----------------------------------------------------------------------------------------------------------

-- Adds a place; one that overlaps the last ones is one with them.
local function add_place(list, from, to)
  while list[1] and list[#list][2] >= from do
    from = math.min(from, table.remove(list)[1])
  end
  list[#list + 1] = { from, to }
end

-- Where the marks stand in the folded text without them and the signs of the index: { first byte, last byte, the
-- words } each. A mark on the joined form of a word is one on the word itself.
local function marked_places(marked)
  local list, parts, at, open, word, in_joined = {}, {}, 1, nil, nil, false
  for run, sign in marked:gmatch("([^\1\2\29-\31]*)([\1\2\29-\31]?)") do
    if not in_joined then
      parts[#parts + 1] = run
      at = at + #run
    end
    if sign == OPEN then
      open = in_joined and word or at
    elseif sign == CLOSE then
      add_place(list, open, at - 1)
    elseif sign == "\29" then
      word = at
    elseif sign == "\30" then
      in_joined = not in_joined
    end
  end
  local folded = table.concat(parts)
  for _, place in ipairs(list) do place[3] = folded:sub(place[1], place[2]) end
  return list
end

-- The hits of one column, and how many of them are different.
local function column_hits(places, first, last)
  local found, seen = { different = 0 }, {}
  for _, place in ipairs(places) do
    if place[1] >= first and place[1] <= last then
      found[#found + 1] = { place[1] - first + 1, math.min(place[2], last) - first + 1 }
      if not seen[place[3]] then found.different, seen[place[3]] = found.different + 1, true end
    end
  end
  return found
end

local function better(a, b, name)
  if a.different ~= b.different then return a.different > b.different end
  if #a ~= #b then return #a > #b end
  return name == "text"
end

-- The column to show: its number and the hits in its folded text. The folded columns stand one after the other, each
-- with a line break after it.
local function best_column(hit)
  local places, at = marked_places(hit.marked), 1
  local best, shown
  for i = 1, #hit.columns do
    local text = hit.texts[i]
    if text then
      local length = #core.fold(text)
      local found = column_hits(places, at, at + length - 1)
      if not best or better(found, best, hit.columns[i]) then best, shown = found, i end
      at = at + length + 1
    end
  end
  return shown, best
end

-- Length of a word's or a character's folded form; those beyond ASCII are remembered while a search lasts.
local function folded_length(text, known)
  if not text:find "[\128-\255]" then return #text end
  known[text] = known[text] or #core.fold(text)
  return known[text]
end

local CHARACTER = "()([\0-\127\194-\253][\128-\191]*)()"

-- The character of a word that holds the k-th byte of the folded word: its first and last byte. Marks that fold to
-- nothing belong to the letter before them.
local function character_at(word, k, known)
  if not word:find "[\128-\255]" then return k, k end
  local at, from, to = 1, nil, nil
  for first, character, after in word:gmatch(CHARACTER) do
    local length = folded_length(character, known)
    if from and length > 0 then break end
    at = at + length
    if from or at > k then from, to = from or first, after - 1 end
  end
  return from or 1, to or #word
end

-- Moves places from the folded text to the original one, word by word.
local function to_original(text, places, known)
  if not text:find "[\128-\255]" then return places end
  local result, at, start = {}, 1, nil
  for first, word in text:gmatch "()(%s*%S+)" do
    local last = at + folded_length(word, known) - 1
    local place = places[#result + 1]
    while place and (start or place[1] <= last) do
      start = start or first - 1 + character_at(word, place[1] - at + 1, known)
      if place[2] > last then break end
      local _, end_at = character_at(word, place[2] - at + 1, known)
      result[#result + 1], start = { start, first - 1 + end_at }, nil
      place = places[#result + 1]
    end
    if not place then break end
    at = last + 1
  end
  return result
end

-- Words around -----------------------------------------------------------------------------------------------------

-- First and last byte of the words that are shown: some before the first hit, and after it until there are enough.
local function window(text, places)
  if #text <= SHORT then return 1, #text end
  local starts, ends, at = {}, {}, 1
  for first, after in text:gmatch "()%S+()" do
    starts[#starts + 1], ends[#ends + 1] = first, after - 1
  end
  local hit = places[1] or { 1, 1 }
  while at < #starts and ends[at] < hit[1] do at = at + 1 end
  local first = math.max(1, math.min(at - BEFORE, #starts - SHOWN + 1))
  local last = math.min(#starts, first + SHOWN - 1)
  return starts[first] or 1, math.max(ends[last] or #text, hit[2]), first > 1, last < #starts
end

-- The words around the hits, with the hits in brackets.
local function around(text, places)
  local first, last, more_before, more_after = window(text, places)
  local parts, at = {}, first
  for _, place in ipairs(places) do
    if place[1] <= last then
      parts[#parts + 1] = text:sub(at, place[1] - 1) .. "[" .. text:sub(place[1], math.min(place[2], last)) .. "]"
      at = place[2] + 1
    end
  end
  parts[#parts + 1] = text:sub(at, last)
  local shown = table.concat(parts):gsub("%s+", " ")
  return (more_before and "… " or "") .. shown .. (more_after and " …" or "")
end

local function row_of(hit, known)
  local at, places = best_column(hit)
  if not at then return { hit.table, hit.id, nil, nil, hit.score } end
  local text = hit.texts[at]
  return { hit.table, hit.id, hit.columns[at], around(text, to_original(text, places, known)), hit.score }
end

-- Options ------------------------------------------------------------------------------------------------------------

local function tables_of(ds, given)
  local names, list = ds:tables(), {}
  for _, name in ipairs(scope.list(given.tables, options.of("search()", "tables")) or names) do
    options.one_of(name, names, "table")
    if given.tables ~= nil or not WORD_TABLES[name] then list[#list + 1] = name end
  end
  return list
end

local function limit_of(given)
  local limit = type(given.limit) == "number" and math.tointeger(given.limit) or nil
  if given.limit ~= nil and not (limit and limit > 0) then
    errors.raise("bad_argument.search_limit", { limit = given.limit })
  end
  return limit
end

--- Rows whose words are looked for, in all tables, best first.
-- Columns: table, id; column (the one the text is from), text (the words around the hits, which stand in brackets),
-- score. "…" in the text keeps words together, `word*` finds every word that begins so, and neither case nor accents
-- matter. Where nothing is found, a note names near words of the data. `tables` takes a name or a list of them, `limit`
-- how many hits at most.
---@param ds parley.Dataset
---@param text string
---@param given { tables: any, limit: integer? }?
---@return parley.Frame
function search.of_dataset(ds, text, given)
  given = options.check(given, "search()", { "tables", "limit" })
  if not ds.schema.parley then
    errors.raise "no_claims.search"
  end
  local tables = tables_of(ds, given)
  local hits = hits_of(ds, text, tables, limit_of(given))
  fetch_all(ds, hits)
  local rows, known = {}, {}
  for i, hit in ipairs(hits) do rows[i] = row_of(hit, known) end
  local f = require("parley.frame.from_rows").lists(COLUMNS, rows)
  if #rows > 0 then return f end
  return require("parley.base.notes").add(f, function()
    return require("parley.query.near_words").in_tables(ds, text, tables)
  end)
end

return search
