--- What is wrong with a row of a file: the column, the value, and why it cannot be taken, as data.
-- A fault has `code` and `arguments`; `reason` is the sentence made of them, and `hint` the way out that goes with it.

local errors = require "parley.base.errors"

local fault = {}

---@class parley.Fault
---@field column string?
---@field value any
---@field code string a code word of doc/errors.md
---@field arguments table
---@field key string? alike for the same fault of another value or record; a mapping's own function gives none
---@field reason string the sentence, without its hint
---@field hint string? what was probably meant, or what there is
---@field suggestion string? what may help, where that is known already

--- A fault of an error object, or of a sentence with its code word.
---@param column string?
---@param value any
---@param why parley.Error|string
---@param code string? of a sentence; a mapping's own function gives none
---@return parley.Fault
function fault.of(column, value, why, code)
  if errors.is(why) then
    return { column = column, value = value, code = why.code, key = why.key, arguments = why.arguments,
      reason = why.sentence, hint = why.hint }
  end
  return { column = column, value = value, code = code or "bad_value", key = code,
    arguments = { value = value }, reason = why }
end

-- The sentences of what the loader in C refuses, by its code words: what each speaks of.
local REFUSED = {
  bad_value = function(_, told) return told == "" and errors.new "bad_value.id_control" or told end,
  duplicate = function() return errors.new "duplicate.row" end,
  exists = function(id, source) return errors.new("exists.other_source", { id = id, source = source }) end,
  no_id = function() return errors.new "no_id.row" end,
  out_of_range = function(_, told, bounds) return errors.new("out_of_range", { value = told, bounds = bounds }) end,
  total = function() return errors.new "total" end,
}

--- A fault of what the loader in C refuses.
---@param column string
---@param value any
---@param told string what the refusal speaks of
---@param code string
---@param bounds string? what a value lies outside of
---@return parley.Fault
function fault.of_loader(column, value, told, code, bounds)
  local words = REFUSED[code]
  return fault.of(column, value, words and words(value, told, bounds) or told, code)
end

--- The reason with its hint.
---@param wrong parley.Fault
---@return string
function fault.text(wrong) return wrong.reason .. (wrong.hint and "; " .. wrong.hint or "") end

return fault
