--- What a word asked of help stands for: calls, functions, tables, columns, vocabularies, their words, code words.
-- A word may stand for several things ("search" is a call of datasets and of queries, "topic" a vocabulary and a
-- column); the calls come first. A word that stands for none is looked for in what is said of all of them.

local codebook = require "parley.codebook.tables"
local codes = require "parley.base.codes"
local functions = require "parley.query.functions"
local pages = require "parley.repl.help_pages"
local reference = require "parley.repl.reference"
local vocabularies = require "parley.codebook.vocabularies"

local topics = {}

-- ## What stands before a name

-- A call may be asked for as it is written: "ds:brief", "parley.open", "Query.where", "f:arrow()".
local OWNERS = { parley = "parley", ds = "parley.Dataset", dataset = "parley.Dataset", q = "parley.Query",
  query = "parley.Query", f = "parley.Frame", frame = "parley.Frame", p = "parley.Picture", picture = "parley.Picture",
  stream = "parley.ArrowStream", arrowstream = "parley.ArrowStream", countries = "parley.Countries" }

local function has_class(entry, class) return entry.class == class or entry.also and entry.also[1] == class end

-- The calls of a name; of a class alone where one is meant.
local function calls_of(name, class)
  local found = {}
  for _, entry in ipairs(reference) do
    if entry.name == name and (not class or has_class(entry, class)) then
      found[#found + 1] = function() return pages.call(entry) end
    end
  end
  return found
end

-- ## Words alone

local function add_functions(found, word)
  for _, entry in ipairs(functions.all()) do
    if (entry.sign or entry.name) == word then
      found[#found + 1] = function() return pages.func(entry) end
    end
  end
end

local function add_table(found, word)
  local info = codebook.by_name[word]
  if info then found[#found + 1] = function() return pages.table(info) end end
end

local function add_vocabulary(found, word)
  if vocabularies.by_name[word] then found[#found + 1] = function() return pages.vocabulary(word) end end
end

local function add_words(found, word)
  for _, name in ipairs(vocabularies.names) do
    if vocabularies.has(name, word) then found[#found + 1] = function() return pages.word(name, word) end end
  end
end

local function add_code(found, word)
  local code = codes.by_name[word] or codes.by_name[word:match "^([%l_]+)%.[%l_]+$"]
  if code then found[#found + 1] = function() return pages.code(code, reference) end end
end

local function add_class(found, word)
  local class = OWNERS[word:lower()] and word:find "^%u" and OWNERS[word:lower()] or word
  for _, entry in ipairs(reference) do
    if has_class(entry, class) and not entry.is_class then
      found[#found + 1] = function() return pages.class(class, reference) end
      return
    end
  end
end

local function add_column(found, word)
  local page = pages.column_anywhere(word)
  if page then found[#found + 1] = function() return page end end
end

-- What other tools call it: "avg", "group by".
local function add_elsewhere(found, word)
  local verb = require("parley.query.unknown_verbs").elsewhere[word:lower():gsub("%s+", "_")]
  if verb then table.move(calls_of(verb:match "^%l+", "parley.Query"), 1, 1, 1, found) end
  local entry = functions.called_elsewhere(word)
  if entry then found[#found + 1] = function() return pages.func(entry) end end
end

local KINDS = { add_functions, add_class, add_table, add_vocabulary, add_words, add_code }

local function of_word_alone(word)
  local found = calls_of(word)
  local is_call = #found > 0
  for _, add_kind in ipairs(KINDS) do add_kind(found, word) end
  if not is_call then add_column(found, word) end          -- columns have the names of calls by chance
  if #found == 0 then add_elsewhere(found, word) end
  return found
end

-- ## Names of several parts

-- The table that a column of that name refers to: "host.name" is a column of parties.
local function referred_to(name)
  for _, info in ipairs(codebook.tables) do
    local column = info.by_name[name]
    if column and column.references then return codebook.by_name[column.references] end
  end
end

local function of_path(word)
  local front, name = word:match "^(.*)[.:]([%w_]+)$"
  if not front then return {} end
  front = front:gsub("^ds[.:]", "")
  local last = front:match "[%w_]+$" or ""
  local info = codebook.by_name[last] or referred_to(last)
  if info and info.by_name[name] then return { function() return pages.column(info, info.by_name[name]) end } end
  if info and #calls_of(name, "parley.Query") > 0 then return calls_of(name, "parley.Query") end
  if vocabularies.has(last, name) then return { function() return pages.word(last, name) end } end
  if front == "" or OWNERS[last:lower()] then
    local class = OWNERS[last:lower()]
    local found = calls_of(name, class)
    if #found == 0 and class == "parley" then add_class(found, word) end
    if #found == 0 and functions.has_short_form(name) then add_functions(found, name) end
    if #found == 0 and (last == "ds" or last == "dataset") then add_table(found, name) end
    return found
  end
  return {}
end

--- What a word stands for: functions, each of which gives a page.
---@param word string
---@return (fun(): table)[]
function topics.of_word(word)
  local bare = word:gsub("%s*[({].*$", ""):gsub("^%s+", ""):gsub("%s+$", "")
  if bare == "" then bare = word end
  local found = of_word_alone(bare)
  if #found == 0 then found = of_path(bare) end
  if #found == 0 and bare ~= bare:lower() then return topics.of_word(bare:lower()) end
  return found
end

-- ## Looking for words

-- Calls visit(name, what it is, all that is said of it, its sentence) for everything there is.
local function each_text(visit)
  for _, entry in ipairs(reference) do
    local parts = { entry.name, entry.summary, entry.text or "" }
    for _, list in ipairs { entry.params, entry.options, entry.returns, entry.columns } do
      for _, one in ipairs(list) do parts[#parts + 1] = (one.name or "") .. " " .. (one.text or "") end
    end
    visit(entry.name, entry.signature, table.concat(parts, " "), entry.summary)
  end
  for _, entry in ipairs(functions.all()) do
    visit(entry.name, entry.kind == "operator" and (entry.sign or entry.name) or entry.call,
      entry.name .. " " .. (entry.says or "") .. " " .. (entry.elsewhere or ""), entry.says or "")
  end
  for _, info in ipairs(codebook.tables) do
    visit(info.name, "ds." .. info.name, info.name .. " " .. info.meaning, info.meaning)
    for _, column in ipairs(info.columns) do
      visit(info.name .. "." .. column.name, info.name .. "." .. column.name, column.name .. " " .. column.meaning,
        column.meaning)
    end
  end
  for _, name in ipairs(vocabularies.names) do
    local vocabulary = vocabularies.by_name[name]
    visit(name, name, name .. " " .. vocabulary.meaning, vocabulary.meaning)
    for _, code in ipairs(vocabulary.codes) do
      local term = vocabulary.terms[code]
      visit(name .. "." .. code, name .. "." .. code, table.concat({ code, term.label, term.definition,
        table.concat(term.aliases, " ") }, " "), term.definition)
    end
  end
  for _, code in ipairs(codes.list) do
    visit(code.code, code.code, code.code .. " " .. code.meaning .. " " .. code.remedy, code.meaning)
  end
end

--- All names that help knows.
---@return string[]
function topics.names()
  local names, seen = {}, {}
  each_text(function(name)
    if not seen[name] then
      seen[name] = true
      names[#names + 1] = name
    end
  end)
  return names
end

-- A text as it is looked through: without case and accents, each word with a blank around it.
local function folded(text) return " " .. require("parley.core").fold(text):gsub("[%p%s]+", " ") .. " " end

local function has_all(text, words)
  for _, word in ipairs(words) do
    if not text:find(word, 1, true) then return false end
  end
  return true
end

--- What mentions all of some words, as rows: how it is asked for, and its sentence. Words may be beginnings. Those that
--- have one in their name stand first.
---@param text string
---@return string[][]
function topics.mentioning(text)
  local words, named, others = {}, {}, {}
  for word in folded(text):gmatch "%S+" do words[#words + 1] = " " .. word end
  if #words == 0 then return named end
  each_text(function(name, title, said, sentence)
    if not has_all(folded(said), words) then return end
    name = folded(name)
    local list = others
    for _, word in ipairs(words) do
      if name:find(word, 1, true) then list = named end
    end
    list[#list + 1] = { title, sentence }
  end)
  return table.move(others, 1, #others, #named + 1, named)
end

-- ## What was probably meant

-- The names that may stand behind a front, as calls of its class, columns of its table or words of its vocabulary are.
local function names_behind(last)
  local names, class, info = {}, OWNERS[last:lower()], codebook.by_name[last]
  for _, entry in ipairs(class and reference or {}) do
    if has_class(entry, class) then names[#names + 1] = entry.name end
  end
  for i, column in ipairs(info and info.columns or {}) do names[i] = column.name end
  if class == "parley.Dataset" then table.move(codebook.table_names(), 1, #codebook.tables, #names + 1, names) end
  return #names > 0 and names or vocabularies.codes(last)
end

--- The name that a word was probably meant to be; and where it stands behind a front, all that may, if none is near.
---@param word string
---@return string? near
---@return string[]? known
function topics.meant(word)
  local suggest = require "parley.base.suggest"
  local front, mark, name = word:match "^(.*)([.:])([%w_]+)$"
  local behind = front and names_behind(front:match "[%w_]+$" or "")
  if behind then
    local near = suggest.nearest(name, behind)
    return near and front .. mark .. near, behind
  end
  return suggest.nearest(word, topics.names())
end

return topics
