--- Texts that stand for dates or numbers: what would go by their letters is refused, or told.
-- "9" comes after "200", July is no day of July, and a text that most values of its column would explain as a date or
-- a number is one by mistake: of one "about 30" in a file, as a rule (parley.base.odd_values).

local core = require "parley.core"
local errors = require "parley.base.errors"
local notes = require "parley.base.notes"
local operands = require "parley.query.operands"
local why_text = require "parley.query.why_text"

local letters = {}

local is_at_hand, name_of, reason = why_text.is_at_hand, why_text.name_of, why_text.phrase

-- What the texts of a column are meant for, where that is numbers or dates.
local function odd_of(home, node)
  local column = node.type == "text" and node.kind == "column" and node.column
  if not (column and column.texts_of) then return nil end
  return require("parley.base.written_values").of(why_text.texts(home, column.texts_of))
end

-- Whether letters would order texts in another way than what they are meant for: not days as data have them.
local function is_disordered(odd) return not (odd.plain and odd.kind == "date") end

local BESIDE = { date = "bad_type.letters_date", number = "bad_type.letters_number", time = "bad_type.letters_time" }

local WRITTEN = { number = "bad_argument.letters_of_written", date = "bad_argument.letters_of_days",
  time = "bad_argument.letters_of_times" }

local function key_of(odd)
  if not odd then return "bad_argument.letters" end
  if odd.plain then return "bad_argument.letters_of_texts" end
  return odd.written and WRITTEN[odd.kind] or "bad_argument.letters_of_most"
end

local function fail_order(place, node, shown, odd)
  operands.fail(place, place, key_of(odd), { call = shown, name = name_of(node),
    why = node.why or odd.row and reason(odd), kind = odd and odd.kind, value = odd and odd.value })
end

--- Raises where a function that looks for the least or the greatest, or a comparison, would order the texts of a column
--- that is meant for something else.
---@param scope table
---@param node table  bound
---@param shown string  what would order them: "max()"
function letters.refuse_order(scope, node, shown)
  if node.type ~= "text" then return end
  local place = { text = scope.text, pos = node.pos, ordered = node, shown = shown }
  if node.why then return fail_order(place, node, shown) end
  if not (node.kind == "column" and node.column.texts_of) then return end
  if is_at_hand(node.column) then return letters.check(scope.rows.home, place) end
  table.insert(scope.lookups, place)
end

--- The same where only the data can tell, when the query runs.
---@param home table
---@param place table  what refuse_order() left
function letters.check(home, place)
  local odd = odd_of(home, place.ordered)
  if odd and is_disordered(odd) then fail_order(place, place.ordered, place.shown, odd) end
end

-- Texts of a column beside a literal that is written as a date or a number.
local function refuse_literal(scope, column, literal, op)
  local value, record = literal.value, column.column
  local kind, written = require("parley.base.meaning_of_text").of(value)
  if not kind or kind == "time" and not written then return end
  if written then letters.refuse_order(scope, column, "'" .. op .. "'") end          -- which says how such are read
  operands.fail(scope, column, BESIDE[kind], { operator = op, name = record.name,
    shown = operands.described(column), value = value })
end

--- Raises where `node op other` would order texts that are dates or numbers, by the other side or by most of them.
---@param scope table
---@param node table  bound
---@param other table  bound
---@param op string
function letters.refuse_comparison(scope, node, other, op)
  if node.type ~= "text" or not node.path then return end
  local record = node.column
  if record.clock or record.vocabulary or record.references then return end
  if other.kind == "literal" and other.type == "text" then return refuse_literal(scope, node, other, op) end
  letters.refuse_order(scope, node, "'" .. op .. "'")
end

-- Whether a date is one day, which equals nothing but itself.
local function is_day(value)
  local first, last = core.date(value)
  return first == last
end

--- Raises where texts of a column of which most are dates are to equal a month or a period: its days would not.
---@param scope table
---@param node table  bound
---@param other table  bound
---@param op string
function letters.refuse_period(scope, node, other, op)
  if node.type ~= "text" or not node.path or other.kind ~= "literal" or other.type ~= "text" then return end
  local value = other.value
  if not value:find "^%d%d%d%d" or errors.is((select(2, core.date(value)))) or is_day(value) then return end
  if not (node.column.texts_of and is_at_hand(node.column)) then return end
  local odd = odd_of(scope.rows.home, node)
  if not (odd and odd.kind == "date") then return end
  if odd.plain then
    operands.fail(scope, node, "bad_type.letters_date", { operator = op, name = name_of(node),
      shown = operands.described(node) })
  end
  operands.fail(scope, node, "bad_argument.letters_of_most", { call = "'" .. op .. " " .. value .. "'",
    name = name_of(node), why = reason(odd), kind = odd.kind, value = odd.value })
end

-- The note of a key by which rows are sorted; nil: its letters are in order.
local function note_of(home, node)
  local odd = node.type == "text" and not node.why and odd_of(home, node)
  if not (odd or node.why) then return nil end
  local why = node.why or odd.row and reason(odd)
  if not odd or odd.kind == "number" then
    return notes.new(why and "guessed.sorted_by_letters" or "guessed.sorted_numbers", nil,
      { name = name_of(node), why = why, value = odd and odd.value })
  end
  if not odd.written then return nil end
  return notes.new(odd.kind == "date" and "guessed.sorted_days" or "guessed.sorted_times", nil,
    { name = name_of(node), why = why })
end

--- The notes of bound items by which rows are sorted: those that sort numbers, or days as people write them, as texts.
---@param home table
---@param list table[]
---@return parley.Note[]
function letters.notes(home, list)
  local found = {}
  for _, item in ipairs(list) do
    if item.node.type == "text" then found[#found + 1] = note_of(home, item.node) end
  end
  return found
end

return letters
