--- Text as it is compared: without case and accents, spellings (the vocabulary `spelling`) and known names (aliases of
--- parties and people) brought to one form.

local core = require "parley.core"
local item_lists = require "parley.base.item_lists"
local vocabularies = require "parley.codebook.vocabularies"

local compared_text = {}

-- All names the file knows count, whatever day or policy is asked about: how a name is spelt is no news.
local function add_names(forms, ds, name)
  if not ds:table_info(name) then return end
  ds:ensure(name)
  local rows = require "parley.storage.statements.rows"
  for id, label, others in rows.each(ds.store, name, { "id", "name", "aliases" },
    { policy = ds:view().policy, info = ds:table_info(name) }) do
    local form = name .. ":" .. id
    forms[core.fold(id)] = form
    if label then forms[core.fold(label)] = form end
    for _, text in ipairs(item_lists.written(others)) do forms[core.fold(text)] = form end
  end
end

-- Folded word -> the one spelling it is compared by.
local function spellings()
  local map, vocabulary = {}, vocabularies.by_name.spelling
  for _, code in ipairs(vocabulary and vocabulary.codes or {}) do
    for _, text in ipairs(vocabulary.terms[code].aliases or {}) do map[core.fold(text)] = core.fold(code) end
  end
  return map
end

local function form_of(text, forms, words)
  local folded = core.fold(text):gsub("%s+", " ")
  if forms[folded] then return forms[folded] end
  folded = folded:gsub("[%w\128-\255-]+", words)
  return forms[folded] or folded
end

--- A function that brings text to the form in which it is compared. Names are read when they are first needed.
---@param ds parley.Dataset
---@return fun(text: string): string
function compared_text.of(ds)
  local forms, words, known = nil, nil, {}
  return function(text)
    local form = known[text]
    if form then return form end
    if not forms then
      forms, words = {}, spellings()
      add_names(forms, ds, "parties")
      add_names(forms, ds, "people")
    end
    form = form_of(text, forms, words)
    known[text] = form
    return form
  end
end

return compared_text
