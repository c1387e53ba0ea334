--- Values as a reader sees them: labels of words, names of parties, dates and amounts in words.

local date_words = require "parley.base.date_words"
local interval = require "parley.analysis.interval"
local item_lists = require "parley.base.item_lists"
local plain = require "parley.base.plain_text"
local vocabularies = require "parley.codebook.vocabularies"

local values = {}

-- Labels of the words that were added to the dataset.
local function added_terms(ds)
  local labels = {}
  if ds.bundle then return labels end
  for vocabulary, code, label in ds:table("terms"):each("vocabulary", "code", "label") do
    if code then labels[vocabulary .. "/" .. code] = label end
  end
  return labels
end

--- A function that gives the label of a word of a vocabulary.
---@param ds parley.Dataset
---@return fun(vocabulary: string, code: string): string
function values.labels(ds)
  local added
  return function(vocabulary, code)
    local known = vocabularies.by_name[vocabulary]
    local term = known and known.terms[code]
    if term and term.label then return term.label end
    added = added or added_terms(ds)
    return added[vocabulary .. "/" .. code] or (code:gsub("_", " "))
  end
end

--- What a quantity of a row comes to, in words.
---@param unit table
---@param row table
---@return string?
local function amount(unit, row)
  local bounds = {}
  for which, place in pairs(unit.bounds) do bounds[which] = row[unit.columns[place]] end
  return interval.text(bounds.low, bounds.best, bounds.high)
end

-- What is named by a reference, or by each of several, as links.
local function references(c, column, text)
  local names, links = {}, {}
  for item in item_lists.each(text, column.several or false) do
    names[#names + 1] = c.name(column.references, item)
    links[#links + 1] = c.link(column.references, item, names[#names])
  end
  return table.concat(names, "; "), table.concat(links, "; ")
end

--- The value of a unit in a row: as text, as HTML, and of a date as it is stored, by which it sorts; nil where there is
--- none.
---@param c table  the content of the report
---@param info table
---@param unit table
---@param row table
---@return string? text, string? html, string? raw
function values.of(c, info, unit, row)
  if unit.type == "quantity" then
    local text = amount(unit, row)
    return text, text and c.write:text(text)
  end
  local column, value = info.by_name[unit.columns[1]], row[unit.columns[1]]
  if value == nil then return nil end
  if column.references then
    return references(c, column, value)
  end
  local text = column.vocabulary and c.label(column.vocabulary, value)
    or column.type == "date" and date_words.noun(value) or column.type == "boolean" and (value and "yes" or "no")
    or type(value) == "string" and value or plain.bare(value)
  return text, column.name == "url" and c.write:outside(text) or c.write:words(text),
    column.type == "date" and c.write:text(value) or nil
end

return values
