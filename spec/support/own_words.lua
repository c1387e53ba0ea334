--- Whether the texts of a bundled dataset are in its own words: no run of words stands in a text that it was read from.
-- The texts lie beside the checkout and are no part of it; without them a spec is pending.

local codebook = require "parley.codebook.tables"

local own_words = {}

-- A title, and an address made of one, is printed as it stands; else no run of this many words is a source's.
local RUN = 7
local CITED = { title = true, url = true }

-- The whole file beside the checkout; nil without it.
function own_words.read(path)
  local file <close> = io.open("../shared/" .. path, "rb")
  return file and file:read "a"
end

-- Lower-case words; curly quotes and dashes part words or vanish as straight ones do.
local function words_of(text)
  local words = {}
  text = text:gsub("’", ""):gsub("'", ""):gsub("\u{2018}", " "):gsub("[\u{2013}\u{2014}]", " ")
  for word in text:lower():gmatch "[%w\128-\255]+" do words[#words + 1] = word end
  return words
end

local function runs_of(text)
  local words, runs = words_of(text), {}
  for i = 1, #words - RUN + 1 do runs[#runs + 1] = table.concat(words, " ", i, i + RUN - 1) end
  return runs
end

--- The runs of words of some texts, each with the name of its text.
---@param texts table<string, string>  by name
---@return table<string, string>
function own_words.runs(texts)
  local runs = {}
  for name, text in pairs(texts) do
    for _, run in ipairs(runs_of(text)) do runs[run] = name end
  end
  return runs
end

--- Every text of every claim that is the dataset's own, as { table, id, column, text }.
---@param ds parley.Dataset
---@return table[]
function own_words.texts(ds)
  local list = {}
  for _, info in ipairs(codebook.tables) do
    for row in info.claims and ds:table(info.name):claims():rows() or function() end do
      for column, value in pairs(row) do
        if type(value) == "string" and not (info.name == "sources" and CITED[column]) then
          list[#list + 1] = { info.name, row.id, column, value }
        end
      end
    end
  end
  return list
end

--- Where the texts of a dataset share a run of words with others: "table id column: the run (whose)".
---@param ds parley.Dataset
---@param runs table<string, string>
---@return string[]
function own_words.shared(ds, runs)
  local found = {}
  for _, entry in ipairs(own_words.texts(ds)) do
    for _, run in ipairs(runs_of(entry[4])) do
      if runs[run] then
        found[#found + 1] = ("%s %s %s: %s (%s)"):format(entry[1], entry[2], entry[3], run, runs[run])
      end
    end
  end
  return found
end

--- The five texts that istanbul-2025 was read from, by name; nil without them.
---@return table<string, string>?
function own_words.seeds()
  local texts = {}
  for _, name in ipairs { "000_dca16f162182b2b1", "001_a1052e944c2760f1", "002_aab74a5bb8e2867e",
    "003_244d15197600b31d", "004_c51001d9e643cd5a" } do
    texts[name] = own_words.read("seeds/" .. name .. ".txt")
    if not texts[name] then return nil end
  end
  return texts
end

--- The titles of the pages that russia-ukraine-talks was read from, by page; nil without their list.
---@return table<string, string>?
function own_words.titles()
  local list, titles = own_words.read "rounds/SOURCES.md", {}
  for page, title in (list or ""):gmatch "\n|(p%d+)|[^|\n]*|([^|\n]*)|" do
    if title ~= "—" then titles[page] = title end
  end
  return list and titles
end

return own_words
