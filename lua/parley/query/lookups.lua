--- What only the data can tell of a text beside a column, when the query runs: whether there is such a word, or id.
-- parley.query.compared notes what is to be looked up.

local functions = require "parley.query.functions"
local operands = require "parley.query.operands"

local lookups = {}

local function is_plain(word) return not word:find "[\128-\255]" end

-- What becomes of a plain word under functions that keep words, by what they do with letters.
local THROUGH = { lower = string.lower, upper = string.upper, same = function(word) return word end }

-- The signs of a pattern of `like` as those of a pattern of Lua.
local LIKE = setmetatable({ ["%"] = ".*", ["_"] = "." }, { __index = function(_, sign)
  return sign:find "[%w\128-\255]" and sign or "%" .. sign
end })

local function escaped(text) return (text:lower():gsub("%W", "%%%0")) end

-- Patterns of Lua for what is looked for in a word; those of the functions, which read all letters as small ones.
local PATTERNS = {
  like = function(value) return "^" .. value:gsub(".", LIKE) .. "$" end,
  contains = escaped,
  starts_with = function(value) return "^" .. escaped(value) end,
  ends_with = function(value) return escaped(value) .. "$" end,
}

local function through_of(lookup)
  return THROUGH[lookup.through and functions.scalars[lookup.through].letters or "same"]
end

-- Whether a word of a vocabulary is what a pattern, or a function of the column, is compared with. Other letters than
-- those of ASCII are left to the engines.
local function fits_some(words, lookup)
  local pattern = lookup.pattern and PATTERNS[lookup.pattern](lookup.value)
  local folds = pattern and lookup.pattern ~= "like"
  local through = folds and string.lower or through_of(lookup)
  if not is_plain(lookup.value) then return true end
  for _, word in ipairs(words) do
    if not is_plain(word) then return true end
    if pattern and through(word):find(pattern) or not pattern and through(word) == lookup.value then return true end
  end
  return false
end

local function has_term(home, lookup)
  if not (lookup.pattern or lookup.through) then return home:has_term(lookup.vocabulary, lookup.value) end
  return fits_some(home:term_codes(lookup.vocabulary), lookup)
end

--- Raises when a text beside a column is no word of its vocabulary, or no id of the table it refers to; when a pattern
--- fits no word, or a function of the column gives none such.
---@param home table  the dataset
---@param lookup { text: string?, pos: integer, value: string, vocabulary: string?, references: string?,
---  pattern: string?, through: string? }
function lookups.check(home, lookup)
  local vocabulary, target = lookup.vocabulary, lookup.references
  if vocabulary and not has_term(home, lookup) then
    operands.fail(lookup, lookup, "bad_term", { name = lookup.value, vocabulary = vocabulary:gsub("_", " "),
      known = home:term_codes(vocabulary) })
  end
  local meant = target and home:meant(target, lookup.value)
  if meant == nil or meant and lookup.through and through_of(lookup)(meant) == lookup.value then return end
  operands.fail(lookup, lookup, "no_row.lookup", { table = target, id = lookup.value,
    hint = require("parley.base.suggest").meant(meant) })
end

return lookups
