--- Sentences that carry their footnotes, and the names and labels they are made of.
-- A Text is a list of pieces: { text }, { text, strong = true }, { notes = numbers }. What is said of a value comes
-- with what stands behind it: `value` says it, adds how weak it is, and marks it. Marks that the same sentence repeats
-- a few words later are left out the first time.
-- A Prose holds what all texts of an account share: its sources, names by id, labels of the vocabularies.

local core = require "parley.core"
local plain = require "parley.plain"
local sourcing = require "parley.analysis.sourcing"
local vocabularies = require "parley.vocabularies"
local wording = require "parley.analysis.wording"

local prose = {}

-- Texts -----------------------------------------------------------------------------------------------------

---@class parley.Text
local Text = {}
Text.__index = Text

-- On one line, with nothing in it that a screen would obey.
local function clean(text) return plain.visible((text:gsub("%s+", " "))) end

--- Adds words.
---@param text string
---@return parley.Text self
function Text:say(text)
  self[#self + 1] = { clean(text) }
  return self
end

--- Adds words that stand out.
---@param text string
---@return parley.Text self
function Text:strong(text)
  self[#self + 1] = { clean(text), strong = true }
  return self
end

-- The claims of some facts, and the numbers of their footnotes in order.
local function numbers_of(sources, facts)
  local list, seen, numbers = {}, {}, {}
  for i = 1, facts.n do
    if facts[i] then sources:cite(facts[i].claims, list) end
  end
  for _, number in ipairs(list) do
    if not seen[number] then seen[number], numbers[#numbers + 1] = true, number end
  end
  table.sort(numbers)
  return numbers
end

--- Adds the marks of some facts.
---@param ... table?  facts
---@return parley.Text self
function Text:mark(...)
  local numbers = numbers_of(self.sources, table.pack(...))
  if #numbers > 0 then self[#self + 1] = { notes = numbers } end
  return self
end

--- Adds a value with how weak it is and its marks.
---@param text string
---@param fact table?  what stands behind it; its weakness is said
---@param ... table?  what else does
---@return parley.Text self
function Text:value(text, fact, ...)
  self:say(text)
  local weakness = fact and sourcing.weakness(fact)
  if weakness then self:say(" (" .. weakness .. ")") end
  return self:mark(fact, ...)
end

local function same_numbers(a, b)
  if #a ~= #b then return false end
  for i, number in ipairs(a) do
    if b[i] ~= number then return false end
  end
  return true
end

-- Whether marks stand again in the same sentence.
local function come_again(text, at)
  for i = at + 1, #text do
    local piece = text[i]
    if piece.notes then return same_numbers(piece.notes, text[at].notes) end
    if piece[1]:find "[.?!:;]" then return false end
  end
  return false
end

--- The pieces, without marks that come again in the same sentence.
---@return table[]
function Text:pieces()
  local list = {}
  for i, piece in ipairs(self) do
    if not piece.notes or not come_again(self, i) then list[#list + 1] = piece end
  end
  return list
end

-- Prose -----------------------------------------------------------------------------------------------------

---@class parley.Prose
local Prose = {}
Prose.__index = Prose

--- What an account is written with.
---@param ds parley.Dataset
---@return parley.Prose
function prose.new(ds)
  return setmetatable({ ds = ds, sources = sourcing.new(ds), names = {}, terms = false, blocks = {} }, Prose)
end

--- A text to be filled.
---@return parley.Text
function Prose:text() return setmetatable({ sources = self.sources }, Text) end

--- What stands behind a field of a row.
---@param name string  the table
---@param row table
---@param field string
---@return table?
function Prose:fact(name, row, field) return self.sources:fact(name, row.id, field) end

-- Blocks ------------------------------------------------------------------------------------------------------

--- Begins a part of the account.
---@param level integer
---@param text parley.Text|string
function Prose:heading(level, text)
  if type(text) == "string" then text = self:text():say(text) end
  self.blocks[#self.blocks + 1] = { kind = "heading", level = level, pieces = text:pieces() }
end

--- Adds a paragraph, unless nothing is said in it.
---@param text parley.Text
function Prose:paragraph(text)
  if #text > 0 then self.blocks[#self.blocks + 1] = { kind = "paragraph", pieces = text:pieces() } end
end

--- Adds an item of a list.
---@param depth integer  1 for the outermost
---@param text parley.Text
function Prose:item(depth, text)
  self.blocks[#self.blocks + 1] = { kind = "item", depth = depth, pieces = text:pieces() }
end

-- Names and labels ----------------------------------------------------------------------------------------------

local function names_of(self, name)
  local names = self.names[name]
  if not names then
    names = {}
    for id, text in self.ds:table(name):each("id", "name") do names[id] = text end
    self.names[name] = names
  end
  return names
end

--- The name of a party, a person or a process; its id where it has none.
---@param name string  the table
---@param id string
---@return string
function Prose:name(name, id) return names_of(self, name)[id] or id end

--- Says a name; digits in it rest on the claims about the name.
---@param text parley.Text
---@param name string
---@param id string
---@return parley.Text text
function Prose:say_name(text, name, id)
  local words = self:name(name, id)
  text:say(words)
  if not words:find "%d" then return text end
  self.sources:load(name, { id })
  return text:mark(self.sources:fact(name, id, "name"))
end

-- Labels of words that were added to the dataset.
local function added_label(self, vocabulary, code)
  if not self.terms then
    self.terms = {}
    for of, word, label in self.ds:table("terms"):each("vocabulary", "code", "label") do
      if word then self.terms[of .. "/" .. word] = label end
    end
  end
  return self.terms[vocabulary .. "/" .. code]
end

--- The label of a word of a vocabulary, within a sentence.
---@param vocabulary string
---@param code string
---@return string
function Prose:label(vocabulary, code)
  local known = vocabularies.by_name[vocabulary]
  local term = known and known.terms[code]
  local label = term and term.label or added_label(self, vocabulary, code) or code:gsub("_", " ")
  return (label:gsub("^%u%f[%l]", string.lower))
end

--- A value of a column, as a reader says it.
---@param name string  the table
---@param unit table  what is compared as one (parley.analysis.readings)
---@param reading table
---@return string
function Prose:reading(name, unit, reading)
  local info = self.ds:table_info(name)
  local column, text = info.by_name[unit.columns[1]], reading.text
  if unit.type == "quantity" then return prose.amount(unit, reading.claim) end
  if column.vocabulary then return self:label(column.vocabulary, text) end
  if column.references then return self:named(column.references, text) end
  if column.type == "date" then return wording.date(text) end
  if column.type == "boolean" then return text == "true" and "yes" or "no" end
  if column.type == "integer" then return wording.number(math.tointeger(tonumber(text)) or 0) end
  return "“" .. text .. "”"
end

--- The name of a thing another row refers to.
---@param name string  its table
---@param id string
---@return string
function Prose:named(name, id)
  if self.ds:table_info(name).by_name.name then return self:name(name, id) end
  return "“" .. id .. "”"
end

--- The amount a claim gives, in words.
---@param unit table
---@param claim table
---@return string
function prose.amount(unit, claim)
  local bounds, from = unit.bounds, unit.from
  local function bound(name) return bounds[name] and claim[from + bounds[name]] end
  return wording.amount(bound "low", bound "best", bound "high") or "no number"
end

--- The first day of a date, for sorting; undated rows come last.
---@param date string?
---@return integer
function prose.day(date)
  if not date then return math.maxinteger end
  local first, last = core.date(date)
  return first or last or math.maxinteger
end

--- A text that goes on after it: without the full stop at its end.
---@param text string
---@return string
function prose.unstopped(text) return (text:gsub("%s*%.%s*$", "")) end

return prose
