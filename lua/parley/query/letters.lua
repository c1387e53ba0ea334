--- Texts that stand for dates or numbers: what would go by their letters is refused, or told.
-- "9" comes after "200", July is no day of July, and a text that most values of its column would explain as a date or
-- a number is one by mistake: of one "about 30" in a file, as a rule (parley.base.odd_values).

local core = require "parley.core"
local errors = require "parley.base.errors"
local notes = require "parley.base.notes"
local operands = require "parley.query.operands"

local letters = {}

-- What the Frame calls a column, whatever it is called by now: so it stands in the file.
local function name_of(node)
  local texts_of = node.column.texts_of
  return texts_of and texts_of.name or table.concat(node.path, ".")
end

-- What keeps a column of a Frame from being one of dates or numbers, though most of its texts are such.
local function odd_of(node)
  local column = node.type == "text" and node.kind == "column" and node.column
  if not (column and column.texts_of) then return nil end
  return require("parley.base.odd_values").of(column.texts_of.frame, column.texts_of.name, true)
end

local function reason(odd) return { key = "row_has", row = odd.row, value = odd.value } end

--- Raises where a function that looks for the least or the greatest, or a comparison, would order the texts of a column
--- that is meant for something else.
---@param scope table
---@param node table  bound
---@param shown string  what would order them: "max()"
function letters.refuse_order(scope, node, shown)
  if node.type ~= "text" then return end
  local odd = odd_of(node)
  local why = node.why or odd and reason(odd)
  if not why then return end
  local key = odd and (odd.written and "bad_argument.letters_of_written" or "bad_argument.letters_of_most")
  operands.fail(scope, node, key or "bad_argument.letters", { call = shown,
    name = name_of(node), why = why, kind = odd and odd.kind, value = odd and odd.value })
end

-- Whether a literal is written as a day, month or period of days is.
local function is_date(value) return value:find "^%d%d%d%d%-%d%d" and not errors.is(select(2, core.date(value))) end

local function is_number(value) return tonumber(value) and value:find "^[-+]?%.?%d" end

-- Texts of a column beside a literal that is written as a date or a number.
local function refuse_literal(scope, column, literal, op)
  local value, record = literal.value, column.column
  local date = is_date(value)
  if not (date or is_number(value)) then return end
  operands.fail(scope, column, date and "bad_type.letters_date" or "bad_type.letters_number", { operator = op,
    name = record.name, shown = operands.described(column), value = value })
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
  local odd = odd_of(node)
  if not (odd and odd.kind == "date") then return end
  operands.fail(scope, node, "bad_argument.letters_of_most", { call = "'" .. op .. " " .. value .. "'",
    name = name_of(node), why = reason(odd), kind = odd.kind, value = odd.value })
end

--- Why a column that is compared with a date or a number is text; nil where nothing is known of that.
---@param node table  bound
---@return table? phrase
function letters.why(node)
  local odd = odd_of(node)
  return odd and reason(odd)
end

--- The notes of bound items by which rows are sorted: those that sort numbers as texts.
---@param list table[]
---@return parley.Note[]
function letters.notes(list)
  local found = {}
  for _, item in ipairs(list) do
    local odd = odd_of(item.node)
    local why = item.node.type == "text" and item.node.why or odd and odd.kind == "number" and reason(odd)
    if why then
      found[#found + 1] = notes.new("guessed.sorted_by_letters", nil, { name = name_of(item.node), why = why })
    end
  end
  return found
end

return letters
