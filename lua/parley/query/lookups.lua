--- What only the data can tell of a text beside a column, when the query runs: whether there is such a word, or id; and
-- of a column that is to be ordered, whether its texts are meant for numbers or dates.
-- parley.query.compared notes what is to be looked up.

local operands = require "parley.query.operands"

local lookups = {}

-- Whether some word passes the test that a condition has for the column, or is, through the function that the condition
-- has around it, the value beside it.
local function fits_some(home, words, lookup)
  local word = lookup.through and lookup.through .. "(word)" or "word"
  return home:some_word(words, (lookup.test or "%s = ?"):format(word), lookup.value)
end

local function has_term(home, lookup)
  if not (lookup.test or lookup.through) then return home:has_term(lookup.vocabulary, lookup.value) end
  return fits_some(home, home:term_codes(lookup.vocabulary), lookup)
end

--- Raises when a text beside a column is no word of its vocabulary, or no id of the table it refers to; when no
--- word passes its test, or a function of the column gives none such.
---@param home table  the dataset
---@param lookup { text: string?, pos: integer, value: string, vocabulary: string?, references: string?,
---  test: string?, through: string? }  test: a condition, with %s for a word and ? for the value; through: a function
function lookups.check(home, lookup)
  if lookup.ordered then return require("parley.query.letters").check(home, lookup) end
  local vocabulary, target = lookup.vocabulary, lookup.references
  if vocabulary and not has_term(home, lookup) then
    operands.fail(lookup, lookup, "bad_term", { name = lookup.value, vocabulary = vocabulary:gsub("_", " "),
      known = home:term_codes(vocabulary) })
  end
  local meant = target and home:meant(target, lookup.value)
  if meant == nil or meant and lookup.through and fits_some(home, { meant }, lookup) then return end
  operands.fail(lookup, lookup, "no_row.lookup", { table = target, id = lookup.value,
    hint = require("parley.base.suggest").meant(meant) })
end

return lookups
