--- Sentences that carry their footnotes, and the names and labels they are made of.
-- A Text is a list of pieces: { text }, { text, strong = true }, { notes = numbers, facts = … }; a value has its
-- `fact`, which tells the table, the thing and the unit it is of. What is said of a value comes with what stands behind
-- it: `value` says it, adds how weak it is, and marks it. Marks that all stand again a few words later in the same
-- sentence are left out the first time, and how weak a value is stands once in a text for each of its marks.
-- A Prose holds what all texts of an account share, and accounts told one after another: its sources, names by id,
-- labels of the vocabularies, ledgers.

local date_words = require "parley.base.date_words"
local core = require "parley.core"
local item_lists = require "parley.base.item_lists"
local plain = require "parley.base.plain_text"
local public_call = require "parley.base.public_call"
local sourcing = require "parley.analysis.brief.sourcing"
local vocabularies = require "parley.codebook.vocabularies"
local wording = require "parley.analysis.brief.wording"

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
  local facts = table.pack(...)
  local numbers = numbers_of(self.sources, facts)
  if #numbers > 0 then self[#self + 1] = { notes = numbers, facts = facts } end
  return self
end

-- Behind what is no firmer, nor given by more sources, than something else.
local TIE = " (a tie between sources)"

--- Adds a value with how weak it is and its marks.
---@param text string
---@param fact table?  what stands behind it; its weakness is said, and that it is a tie
---@param ... table?  what else does
---@return parley.Text self
function Text:value(text, fact, ...)
  self:say(text)
  self[#self].fact = fact
  local weakness = fact and sourcing.weakness(fact)
  if weakness then self[#self + 1] = { " (" .. weakness .. ")", weak = true } end
  if fact and fact.unit and fact.unit.kind and fact.shown.tied then self[#self + 1] = { TIE, weak = true } end
  return self:mark(fact, ...)
end

local function all_among(numbers, others)
  local among = {}
  for _, number in ipairs(others) do among[number] = true end
  for _, number in ipairs(numbers) do
    if not among[number] then return false end
  end
  return true
end

-- Whether what is marked is a number, and so keeps marks of its own.
local function is_number(text, at)
  while at > 1 and (text[at].notes or text[at].weak) do at = at - 1 end
  return text[at][1] ~= nil and text[at][1]:find "%d" ~= nil
end

-- Where marks stand again in the same sentence; those of a number must have no others beside them there.
local function come_again(text, at)
  local before = text[at - 1]
  if before and not before.notes and before[1]:find "[.?!:;]$" then return nil end
  for i = at + 1, #text do
    local piece = text[i]
    if piece.notes then
      local same = #piece.notes == #text[at].notes
      return all_among(text[at].notes, piece.notes) and (same or not is_number(text, at)) and i or nil
    end
    if not piece.weak and (piece[1]:find "[.?!:;]" or piece[1] == " (") then return nil end
  end
end

-- Marks that come again are left out, and with them how weak a value is, if that is said again too.
local function is_said_again(text, at)
  local piece = text[at]
  if piece.notes then return come_again(text, at) ~= nil end
  if not piece.weak or not (text[at + 1] and text[at + 1].notes) then return false end
  local again = come_again(text, at + 1)
  return again ~= nil and text[again - 1].weak and text[again - 1][1] == piece[1]
end

-- Whether the same has been said of the same marks before; `said` learns it.
local function is_repeated(text, at, said)
  local notes = text[at].weak and text[at + 1] and text[at + 1].notes
  if not notes then return false end
  local key = text[at][1] .. table.concat(notes, ",")
  local repeated = said[key]
  said[key] = true
  return repeated
end

--- The pieces, without marks that come again in the same sentence and without what has been said of a mark before.
---@return table[]
function Text:pieces()
  public_call.check()
  local list, said = {}, {}
  for i, piece in ipairs(self) do
    if not is_said_again(self, i) and not is_repeated(self, i, said) then list[#list + 1] = piece end
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
  local fields = { ds = ds, sources = sourcing.new(ds), names = {}, terms = false, ledgers = {}, blocks = {} }
  return setmetatable(fields, Prose)
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

-- Adds names and, of parties, kinds.
local function add_names(names, step, state, control, closing)
  local _ <close> = closing
  for id, text, kind in step, state, control do
    names[id], names.kinds[id] = text or names[id], kind or names.kinds[id]
  end
end

-- Names by id: those the dataset shows; where it shows none, as of an early day, those the file knows. How somebody is
-- called is no news.
local function names_of(self, name)
  local names = self.names[name]
  if not names then
    names = { kinds = {} }
    self.names[name] = names
    self.ds:ensure(name)
    local rows, view = require "parley.storage.statements.rows", self.ds:view()
    add_names(names, rows.each(self.ds.store, name, { "id", "name", name == "parties" and "kind" or nil },
      { policy = view.policy, info = self.ds:table_info(name) }))
    if view.as_of or view.policy then add_names(names, self.ds:table(name):each("id", "name")) end
  end
  return names
end

-- What `each` gives of the id, or of each of several, one after another as in a sentence.
local function of_each(id, each)
  local parts = item_lists.of(id)
  for i, one in ipairs(parts) do parts[i] = each(one, i) end
  return wording.listed(parts)
end

--- The name of a party, a person or a process, or its id where it has none; the names of several.
---@param name string  the table
---@param id string
---@return string
function Prose:name(name, id)
  local names = names_of(self, name)
  return names[id] or of_each(id, function(one) return names[one] or one end)
end

--- What names are put in order by, whatever their case and accents; no two are the same.
---@param name string  the table
---@param id string
---@return string
function Prose:order(name, id) return core.fold(self:name(name, id)) .. "\0" .. id end

--- A name as it stands in a sentence, or at its beginning: parties may have an article. An id stays as it is.
---@param name string  the table
---@param id string
---@param begins boolean?
---@return string
function Prose:the(name, id, begins)
  local names = names_of(self, name)
  return of_each(id, function(one, i)
    if not names[one] then return one end
    local words = name == "parties" and wording.the(names[one], names.kinds[one]) or names[one]
    return begins and i == 1 and wording.capital(words) or words
  end)
end

--- Says a name within a sentence, or at its beginning; digits in it rest on the claims about the name.
---@param text parley.Text
---@param name string
---@param id string
---@param begins boolean?
---@return parley.Text text
function Prose:say_name(text, name, id, begins)
  return self:mark_name(text:say(self:the(name, id, begins)), name, id)
end

--- Marks a name that has been said, when there are digits in it.
---@param text parley.Text
---@param name string
---@param id string
---@return parley.Text text
function Prose:mark_name(text, name, id)
  for one in item_lists.each(id) do
    if self:name(name, one):find "%d" then
      self.sources:load(name, { one })
      text:mark(self.sources:fact(name, one, "name"))
    end
  end
  return text
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
  return (label:gsub("^%u%f[%l ]", string.lower))
end

-- The name of a party or person whose id some text is.
local function known_name(self, text)
  local party = names_of(self, "parties")[text]
  return party and self:the("parties", text) or names_of(self, "people")[text]
end

--- A value of a column, as a reader says it.
---@param name string  the table
---@param unit table  what is compared as one (parley.analysis.claim_units)
---@param reading table
---@return string
function Prose:reading(name, unit, reading)
  local info = self.ds:table_info(name)
  local column, text = info.by_name[unit.columns[1]], reading.text
  if unit.type == "quantity" then return prose.amount(reading) end
  if column.vocabulary then return self:label(column.vocabulary, text) end
  if column.references then return self:named(column.references, text) end
  if column.type == "date" then return date_words.noun(text) end
  if column.type == "boolean" then return text == "true" and "yes" or "no" end
  if column.type == "integer" then return wording.number(math.tointeger(tonumber(text)) or 0) end
  return unit.kind == "attribution" and known_name(self, text) or "“" .. text .. "”"
end

--- The name of a thing another row refers to.
---@param name string  its table
---@param id string
---@return string
function Prose:named(name, id)
  if self.ds:table_info(name).by_name.name then return self:name(name, id) end
  return "“" .. id .. "”"
end

--- The amount of a reading, in words.
---@param reading { low: number?, best: number?, high: number? }
---@param of string?  what is counted
---@return string
function prose.amount(reading, of)
  return wording.amount(reading.low, reading.best, reading.high, of) or "no number"
end

--- The first day of a date, for sorting; undated rows come last.
---@param date string?
---@return integer
function prose.day(date)
  if not date then return math.maxinteger end
  local first, last = core.date(date)
  return first or last or math.maxinteger
end

--- The last day of a date, for sorting by when all was over; undated rows come last.
---@param date string?
---@return integer
function prose.last_day(date)
  if not date then return math.maxinteger end
  local first, last = core.date(date)
  return last or first or math.maxinteger
end

--- A text that goes on after it: without the full stop at its end.
---@param text string
---@return string
function prose.unstopped(text) return (text:gsub("%s*%.%s*$", "")) end

return prose
