--- What is wrong with a row of a file: the column, the value, and why it cannot be taken, as data.
-- A fault has `code`, `key` and `arguments`; `reason` is the sentence made of them, and `hint` the way out.

local errors = require "parley.base.errors"

local fault = {}

---@class parley.Fault
---@field column string?
---@field value any
---@field code string a code word of doc/errors.md
---@field key string? the code word, with the variant of its words; none of a row that an older Parley has set aside
---@field arguments table? what the reason speaks of
---@field reason string the sentence, without its hint
---@field hint parley.Hint? what was probably meant, or what there is
---@field suggestion parley.Hint? what was told to help when it was set aside
---@field err parley.Error? all of it, where it has just happened

--- A fault of an error object, or of a mapping's own function: its sentence, with a code word or none.
---@param column string?
---@param value any
---@param why parley.Error|string
---@param code string?
---@return parley.Fault
function fault.of(column, value, why, code)
  local err = errors.is(why) and why or errors.of(why, code or "bad_value")
  return { column = column, value = value, code = err.code, key = err.key, reason = err.sentence, hint = err.suggestion,
    arguments = errors.is(why) and err.arguments or { words = why }, err = err }
end

--- The reason with its hint.
---@param wrong parley.Fault
---@return string
function fault.text(wrong) return wrong.reason .. (wrong.hint and "; " .. errors.hint(wrong.hint) or "") end

-- Arguments that go with the row: the same fault of another row has others.
local OF_A_ROW = { value = true, name = true, id = true, subject = true, other = true, count = true, year = true,
  month = true, day = true, days = true }

local function sorted_names(arguments)
  local names = {}
  for name in pairs(arguments) do names[#names + 1] = name end
  table.sort(names)
  return names
end

-- The variant of a key for one of a thing is none of its own.
local function counted_key(key) return (key:gsub("%.one$", "")) end

-- Adds what arguments speak of but for the row's own values, a phrase by its key and what it speaks of.
local function add_arguments(parts, arguments)
  for _, name in ipairs(sorted_names(arguments)) do
    local value = arguments[name]
    if errors.is_phrase(value) and name ~= "hint" then
      parts[#parts + 1] = name .. "{"
      add_arguments(parts, value)
      parts[#parts + 1] = "}"
    elseif not OF_A_ROW[name] and type(value) ~= "table" then
      parts[#parts + 1] = name .. "=" .. tostring(value)
    end
  end
end

--- What is alike for like faults: the column, the key, and what it speaks of but for the row's own values.
---@param wrong parley.Fault
---@return string
function fault.kind(wrong)
  local parts = { wrong.column or "", wrong.key and counted_key(wrong.key) or wrong.reason }
  add_arguments(parts, wrong.arguments or {})
  return table.concat(parts, "\0")
end

-- Whether two values are equal, tables by what is in them.
local function equal(a, b)
  if type(a) ~= "table" or type(b) ~= "table" then return a == b end
  for name, value in pairs(a) do
    if not equal(value, b[name]) then return false end
  end
  for name in pairs(b) do
    if a[name] == nil then return false end
  end
  return true
end

--- Whether the same way out goes with two faults.
---@param a parley.Fault
---@param b parley.Fault
---@return boolean
function fault.same_hint(a, b) return equal(a.hint, b.hint) end

-- What can be kept: texts, numbers and truth values, and phrases made of them.
local function kept(arguments)
  local made = {}
  for name, value in pairs(arguments) do
    if errors.is_phrase(value) then made[name] = name ~= "hint" and kept(value) or nil
    elseif type(value) ~= "table" then made[name] = value end
  end
  return made
end

--- What is kept of a row that is set aside, besides its sentence: the arguments, with the hint.
---@param wrong parley.Fault
---@param hint parley.Hint? what may help
---@return table?
function fault.kept(wrong, hint)
  local made = wrong.arguments and kept(wrong.arguments)
  if made then made.hint = hint and kept(hint) end
  return made
end

--- A fault as it was set aside.
---@param entry { column: string?, value: string?, code: string?, fault: string?, reason: string }
---@param arguments table? what fault.kept gave
---@return parley.Fault
function fault.again(entry, arguments)
  return { column = entry.column, value = entry.value, code = entry.code, key = entry.fault, reason = entry.reason,
    suggestion = arguments and arguments.hint, arguments = arguments }
end

return fault
