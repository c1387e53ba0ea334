--- Near words of the data, for words of a search that no row has: "medinsky" finds "Medynsky".
-- They are looked for when a search without hits is asked for its notes, in the texts of the rows it searched, and
-- compared as similar() does.

local frame_rows = require "parley.query.frame_rows"
local core = require "parley.core"
local full_text = require "parley.storage.full_text"
local notes = require "parley.base.notes"
local tree = require "parley.query.tree"

local near_words = {}

local ALIKE, SHOWN, MOST_ROWS = 0.85, 3, 100000

-- Words of a search that stand alone: folded texts.
local function single_words(words)
  local list = {}
  for _, part in ipairs(words) do
    local word = part[1][1]
    if #part[1] == 1 and word:find "^[%w\128-\255]+$" then list[#list + 1] = { text = word, goes_on = part[2] } end
  end
  return list
end

-- Adds the words of a query's rows: folded -> as it was written first; the folded ones in the order in which they were
-- found.
local function add_words(written, order, rows, names)
  local quoted = {}
  for i, name in ipairs(names) do quoted[i] = tree.quote(name) end
  for row in rows:select(table.unpack(quoted)):limit(MOST_ROWS):rows() do
    for _, name in ipairs(names) do
      for word in (row[name] or ""):gmatch "[%w\128-\255]+" do
        local folded = core.fold(word)
        if not written[folded] then
          written[folded] = word
          order[#order + 1] = folded
        end
      end
    end
  end
end

local function occurs(word, written, order)
  if not word.goes_on then return written[word.text] ~= nil end
  for _, folded in ipairs(order) do
    if folded:sub(1, #word.text) == word.text then return true end
  end
  return false
end

-- The words most alike, the nearest first.
local function nearest(word, written, all)
  local found = {}
  for folded in all:with("similar(word, ?) as alike", word.text):where("alike >= ?", ALIKE):sort("alike desc", "word")
    :limit(SHOWN):each "word" do
    found[#found + 1] = written[folded]
  end
  return found
end

-- The notes of words that are not among those of the rows, and have some near them. `asked` makes a query of a Frame.
local function notes_of(words, written, order, asked)
  local list, all = {}, asked(core.frame_new({ "word" }, { "text" }, #order, { order }))
  for _, word in ipairs(words) do
    if not occurs(word, written, order) then
      local found = nearest(word, written, all)
      if #found > 0 then
        list[#list + 1] = notes.new("left_out.near_words", nil, { word = word.text, near = table.concat(found, ", ") })
      end
    end
  end
  return list
end

--- The notes of a search that found nothing: a word that no row has, and those near it.
---@param rows parley.Query  the rows before the search
---@param link table  of the search
---@param rows_of fun(link: table): parley.Query  the query whose rows a link has
---@return parley.Note[]
function near_words.notes(rows, link, rows_of)
  local names, written, order = {}, {}, {}
  for _, name in ipairs(full_text.columns(link.info)) do
    if link.before.by_name[name] then names[#names + 1] = name end
  end
  local words = single_words(link.step.words)
  if #names == 0 or #words == 0 then return {} end
  add_words(written, order, rows, names)
  return notes_of(words, written, order, function(f) return rows_of(frame_rows.link(f)) end)
end

--- The same of a search through tables of a dataset.
---@param ds parley.Dataset
---@param text string
---@param tables string[]
---@return parley.Note[]
function near_words.in_tables(ds, text, tables)
  local words, written, order = single_words(full_text.words(text)), {}, {}
  if #words == 0 then return {} end
  for _, name in ipairs(tables) do
    local names = full_text.columns(ds:table_info(name))
    if #names > 0 then add_words(written, order, ds:table(name), names) end
  end
  return notes_of(words, written, order, function(f) return f end)
end

return near_words
