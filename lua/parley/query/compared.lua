--- Operands that stand beside each other: what a literal becomes there, and whether the two can be compared.

local core = require "parley.core"
local errors = require "parley.base.errors"
local functions = require "parley.query.functions"
local item_lists = require "parley.base.item_lists"
local operands = require "parley.query.operands"
local types = require "parley.base.types"

local compared = {}

-- Loaded with the first literal that stands beside no column.
local function constants() return require "parley.query.constants" end

--- Makes a text literal a date; raises when it is none.
function compared.become_date(scope, node)
  local _, last_or_error = core.date(node.value)
  if errors.is(last_or_error) then operands.fail(scope, node, last_or_error.key, last_or_error.arguments) end
  node.type = "date"
end

-- Makes a text literal a value of a written type, as it is written: '9:5' may be '9:05'.
local function become_written(scope, node, kind)
  local value = core.value(kind, node.value)
  if value == nil then operands.fail(scope, node, "bad_value.written", { value = node.value, type = kind }) end
  node.value, node.type = value, kind
end

-- Makes a text literal beside a time of day one: '9:30' is '09:30'.
local function become_clock(scope, node)
  local time = require("parley.base.clock").read(node.value)
  if not time then operands.fail(scope, node, "bad_value.literal_clock", { value = node.value }) end
  node.value = time
end

-- Whether a word of a vocabulary is still one under a call.
local function keeps_words(node)
  local entry = node.kind == "call" and functions.scalars[node.name]
  return entry and not node.user_defined and entry.letters ~= nil
end

-- What only the data can tell: whether there is such a word, or such an id.
local function look_up(scope, node, column, how)
  if not (column.vocabulary or column.references) then return end
  if column.several and item_lists.is_list(node.value) then
    for item in item_lists.each(node.value) do
      look_up(scope, { value = item, pos = node.pos }, { vocabulary = column.vocabulary,
        references = column.references }, how)
    end
    return
  end
  table.insert(scope.lookups, { text = scope.text, pos = node.pos, value = node.value, vocabulary = column.vocabulary,
    references = column.references, test = how and how.test, through = how and how.through })
end

-- What the values of a column, or of a function that keeps words of one, are words or ids of. An id at the end of a
-- path is one of its table, as the column is that refers to it.
local function named_by(node)
  local through = keeps_words(node) and node.name or nil
  local inner = through and node.args[1] or node
  local column = inner.column
  if not column then return nil end
  local references = column.references or inner.via and column.name == "id" and column.table or nil
  return { vocabulary = column.vocabulary, references = references, several = not through and column.several,
    clock = not through and column.clock }, through
end

local IN_ORDER = { ["<"] = true, ["<="] = true, [">"] = true, [">="] = true }

-- `other` stands beside `node`. Where they are compared `by_value`, the literal must be a word or an id that there is,
-- since a condition on something that is not there would quietly give no rows; the data tell, when the query runs.
local function adapt(scope, node, other, by_value, by_order)
  if node.kind ~= "literal" or node.type ~= "text" then return end
  if other.type == "date" then compared.become_date(scope, node) end
  if types.is_written(other.type) then return become_written(scope, node, other.type) end
  local column, through
  if by_value then column, through = named_by(other) end
  if not column then return end
  if column.clock then return become_clock(scope, node) end
  if by_order and through then return end          -- upper(topic) < 'm' is true of words that are there
  look_up(scope, node, column, { through = through })
end

-- Refuses the text that a pattern, or a part, is looked for in; where its case counts, a part that is never there.
local function refuse_part(scope, node, part, any_case)
  if node.kind == "literal" then return constants().refuse_quoted(scope, node, part) end
  if node.kind == "call" and not any_case then constants().refuse_never(scope, node, part, true) end
end

--- Has the data tell whether a pattern beside a column fits any word of its vocabulary; one without `%` and `_` is a
--- word or an id as it stands.
---@param scope table
---@param pattern table  bound
---@param operand table  bound
function compared.look_up_pattern(scope, pattern, operand)
  refuse_part(scope, operand, pattern)
  local column, through = named_by(operand)
  if not column or pattern.kind ~= "literal" or pattern.type ~= "text" then return end
  if not pattern.value:find "[%%_]" then return look_up(scope, pattern, column, { through = through }) end
  look_up(scope, pattern, { vocabulary = column.vocabulary }, { test = "%s like ?", through = through })
end

--- Has the data tell whether any word of a column's vocabulary has the part that a call asks for.
---@param scope table
---@param call table  bound, of a function that finds a part
---@param any_case boolean  whether it does so whatever the case
function compared.look_up_part(scope, call, any_case)
  local column, part = call.args[1].column, call.args[2]
  refuse_part(scope, call.args[1], part, any_case)
  if not column or part.kind ~= "literal" or part.type ~= "text" then return end
  look_up(scope, part, { vocabulary = column.vocabulary }, { test = call.name .. "(%s, ?)" })
end

-- Texts beside each other that no row could tell apart, and a text beside a function that never gives it.
local function refuse_constant(scope, node, left, right)
  if left.kind == "literal" and right.kind == "literal" then return constants().refuse_quoted(scope, left, right) end
  if node.kind == "between" or IN_ORDER[node.op] then return end
  if left.kind == "call" then constants().refuse_never(scope, left, right) end
  if right.kind == "call" then constants().refuse_never(scope, right, left) end
end

local function comparable(a, b)
  if a == b or a == "any" or b == "any" or a == "null" or b == "null" then return true end
  return operands.NUMERIC[a] and operands.NUMERIC[b]
end

local WANTED = { integer = "number", number = "number", date = "date" }

-- A side of a comparison of types that do not meet, as a phrase, with the way out where it is text.
local function described(scope, node, other)
  local kind = node.type == "text" and WANTED[other.type]
  if kind == "number" and node.kind == "literal" and tonumber(node.value) then
    return operands.described(node), { key = "number_unquoted", value = node.value }
  end
  if kind then return operands.text_described(scope, node, kind) end
  return operands.described(node)
end

local function refuse_types(scope, node, left, right)
  local with_number = WANTED[left.type] and WANTED[right.type]          -- a date and a number
  local of_left, out_of_left = described(scope, left, right)
  local of_right, out_of_right = described(scope, right, left)
  operands.fail(scope, node, "bad_type.compare", { left = of_left, right = of_right,
    hint = with_number and { key = "date_as_text" } or out_of_left or out_of_right })
end

--- Raises unless two operands can be compared; a literal takes the type of the other.
function compared.check_pair(scope, node, left, right)
  local by_value, by_order = node.kind ~= "coalesce", node.kind == "between" or IN_ORDER[node.op]
  adapt(scope, left, right, by_value, by_order)
  adapt(scope, right, left, by_value, by_order)
  if by_value then refuse_constant(scope, node, left, right) end
  if not comparable(left.type, right.type) then
    refuse_types(scope, node, left, right)
  end
  local missing = left.type == "null" and left or right.type == "null" and right
  if missing and missing.kind == "literal" and node.kind == "compare" then
    operands.fail(scope, node, "bad_expression.compare_nil")
  end
end

return compared
