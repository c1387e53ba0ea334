--- Constants where a column is meant: what is the same in every row orders, groups and tells apart nothing.
-- `sort("-3")` is a habit of places that count columns, `by("'topic'")` one of quotes; both would give an answer. A
-- constant that is meant has a name: "3 as weight".

local core = require "parley.core"
local operands = require "parley.query.operands"
local tree = require "parley.query.tree"

local constants = {}

local fail = operands.fail

local function varies(node) return node.kind == "column" or node.kind == "call" end

-- The column whose name a text literal is.
local function column_of(scope, node)
  local is_text = node.kind == "literal" and node.type == "text"
  return is_text and scope.rows.by_name[node.value] and node.value or nil
end

-- The way out where a text is a column's name.
local function hint_of(scope, node)
  local name = column_of(scope, node)
  return name and { key = "column_unquoted", name = name } or nil
end

--- Raises where an item without a name of its own is a constant. `true` is one that by() makes one group of; no order
--- has it.
---@param scope table
---@param node table  as parsed
function constants.refuse_item(scope, node)
  if tree.find(node, varies) then return end
  if scope.sorts then
    fail(scope, node, "bad_expression.constant_order", { text = scope.text, hint = hint_of(scope, node) })
  end
  if node.kind == "literal" and (node.type == "boolean" or node.type == "null") then return end
  fail(scope, node, "bad_expression.constant", { text = scope.text, hint = hint_of(scope, node) })
end

--- Raises where an aggregate is asked of a text.
---@param scope table
---@param node table  a text literal
---@param call string  the aggregate
function constants.refuse_text(scope, node, call)
  fail(scope, node, "bad_expression.constant_text", { call = call, value = node.value, hint = hint_of(scope, node) })
end

--- Raises where two texts stand beside each other, one of which is a column's name.
---@param scope table
---@param left table  bound
---@param right table  bound
function constants.refuse_quoted(scope, left, right)
  if left.kind ~= "literal" or right.kind ~= "literal" then return end
  local quoted = column_of(scope, left) and left or column_of(scope, right) and right
  if not quoted then return end
  fail(scope, quoted, "bad_expression.quoted", { value = quoted.value, hint = hint_of(scope, quoted) })
end

local function trimmed(text)
  local before
  repeat
    before, text = text, text:gsub("^%s+", ""):gsub("%s+$", ""):gsub("^\u{a0}", ""):gsub("\u{a0}$", "")
  until text == before
  return text
end

-- What a text becomes under a function that leaves alone what it has made; under `letters`, parts of it too.
local MAKES = { nfc = core.composed, trim = trimmed }
local LETTERS = {
  lower = function(text) return core.cased(text, false) end,
  upper = function(text) return core.cased(text, true) end,
  fold = core.fold,
}

--- Raises where a function is to equal, or to hold, what it never gives: upper(x) = 'kyiv'.
---@param scope table
---@param node table  bound, beside the text
---@param literal table  bound
---@param of_part boolean?  it is a pattern or a part of the text
function constants.refuse_never(scope, node, literal, of_part)
  if literal.kind ~= "literal" or literal.type ~= "text" then return end
  local makes = node.kind == "call" and not node.user_defined and (LETTERS[node.name] or
    not of_part and MAKES[node.name])
  local made = makes and makes(literal.value)
  if not made or made == literal.value then return end
  fail(scope, literal, "bad_value.never_given", { call = node.name, value = literal.value, made = made })
end

-- Calls of constants that overflow. One does so whether there are rows or none: a database works it out before it
-- looks, and columns would only with the first row.
local OVERFLOWS = {
  abs = function(x) return x == math.mininteger and "overflow.integer" end,
  exp = function(x) return math.exp(x) == math.huge and x < math.huge and "overflow.number" end,
  power = function(x, y)
    local finite = x ~= 0 and math.abs(x) < math.huge and math.abs(y) < math.huge
    return finite and math.abs(x ^ y) == math.huge and "overflow.number"
  end,
}

-- The number that a node is in all rows.
local function number_of(node)
  return node.constant or node.kind == "literal" and math.type(node.value) and node.value
end

--- Raises where a call overflows in all rows.
---@param scope table
---@param call table  bound
function constants.check_call(scope, call)
  local overflows, numbers = OVERFLOWS[call.name], {}
  if not overflows then return end
  for i, arg in ipairs(call.args) do
    numbers[i] = number_of(arg)
    if not numbers[i] then return end
  end
  local key = overflows(table.unpack(numbers))
  if key then fail(scope, call, key, { name = call.name }) end
end

return constants
