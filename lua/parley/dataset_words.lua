--- What the other modules ask a dataset about words and ids: those of its vocabularies, those that its user has added,
-- and what one that is not there was meant to be.

local core = require "parley.core"

---@class parley.Dataset
local Dataset = {}

-- Words added to the table `terms`, beyond those that come with Parley.
local function added_terms(ds, vocabulary)
  local codes = {}
  if not ds.schema.parley or ds.bundle then return codes end
  for code in require("parley.storage.statements.terms").codes(ds.store, vocabulary) do codes[#codes + 1] = code end
  return codes
end

--- Whether a vocabulary has a word.
---@param vocabulary string
---@param code any
---@return boolean
function Dataset:has_term(vocabulary, code)
  if require("parley.codebook.vocabularies").has(vocabulary, code) then return true end
  return require("parley.base.suggest").contains(added_terms(self, vocabulary), code)
end

--- The id that one which no row has was probably meant to be; nil when a row has it, false when none is near.
---@param target string a table
---@param given string
---@return string|false|nil
function Dataset:meant(target, given)
  if not self.schema.parley then return nil end
  local references = require "parley.claims.references"
  self:ensure(target)
  if references.exists(self, target, given) then return nil end
  return references.nearest(self, target, given) or false
end

--- The words of a vocabulary, those added by the user last.
---@param vocabulary string
---@return string[]
function Dataset:term_codes(vocabulary)
  local vocabularies = require "parley.codebook.vocabularies"
  local known = vocabularies.codes(vocabulary) or {}
  local codes = table.move(known, 1, #known, 1, {})
  for _, code in ipairs(added_terms(self, vocabulary)) do
    if not vocabularies.has(vocabulary, code) then codes[#codes + 1] = code end
  end
  return codes
end

--- Whether a condition holds for one of some words.
---@param words string[]
---@param condition string  of `word`, with a `?`
---@param value any  for that
---@return boolean
function Dataset.some_word(_, words, condition, value)
  require "parley.frame.frame"          -- gives Frames their verbs
  return core.frame_new({ "word" }, { "text" }, #words, { words }):where(condition, value):count() > 0
end

return Dataset
