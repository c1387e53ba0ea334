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

--- A fault of what the loader in C refuses.
---@param column string
---@param value any
---@param reason string
---@param code string
---@return parley.Fault
function fault.of_loader(column, value, reason, code)
  if code == "exists" then reason = errors.new("exists.other_source", { id = value, source = reason }) end
  return fault.of(column, value, code == "duplicate" and errors.new "duplicate.row" or reason, code)
end

--- The reason with its hint.
---@param wrong parley.Fault
---@return string
function fault.text(wrong) return wrong.reason .. (wrong.hint and "; " .. wrong.hint or "") end

return fault
