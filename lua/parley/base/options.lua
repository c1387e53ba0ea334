--- Options of calls: `{topic = "ceasefire", party = "ukraine"}`, checked with the name that was meant.

local errors = require "parley.base.errors"
local suggest = require "parley.base.suggest"

local options = {}

--- The options themselves ({} for nil), after refusing unknown names.
---@param given table?
---@param what string  the call, for messages: "timeline{}"
---@param known string[]
---@return table
function options.check(given, what, known)
  if given == nil then return {} end
  if type(given) ~= "table" then errors.raise("%s takes a table of options, not a %s", what, type(given)) end
  for key in pairs(given) do
    if not suggest.contains(known, key) then
      errors.raise("%s has no option '%s'%s", what, tostring(key), suggest.hint(tostring(key), known))
    end
  end
  return given
end

--- Refuses arguments where a call takes no more.
---@param what string  what the call takes instead, for the message
---@param ... any
function options.none(what, ...)
  if (...) ~= nil then errors.raise("%s; '%s' is one argument too many", what, tostring((...))) end
end

--- The value, when it is one of a list or nil.
---@param value any
---@param list string[]
---@param what string  what the list is of, for messages: "kind of disagreement"
function options.one_of(value, list, what)
  if value == nil or suggest.contains(list, value) then return value end
  errors.raise("no %s '%s'%s", what, tostring(value), suggest.hint(tostring(value), list))
end

--- The value, when it is a word of a vocabulary of the dataset or nil.
---@param ds parley.Dataset
---@param vocabulary string
---@param value any
function options.term(ds, vocabulary, value)
  if value == nil or (type(value) == "string" and ds:has_term(vocabulary, value)) then return value end
  errors.raise("no %s '%s'%s", vocabulary, tostring(value), suggest.hint(tostring(value), ds:term_codes(vocabulary)))
end

--- The value, when it is the id of a row of that table or nil; names and aliases serve as suggestions.
---@param ds parley.Dataset
---@param target string  a table's name
---@param value any
function options.id(ds, target, value)
  if value == nil then return nil end
  local references = require "parley.claims.references"
  ds:ensure(target)
  if type(value) == "string" and references.exists(ds, target, value) then return value end
  local near = type(value) == "string" and references.nearest(ds, target, value)
  errors.raise("no %s '%s'%s", references.singular(target), tostring(value),
    near and ("; did you mean '%s'?"):format(near) or "")
end

return options
