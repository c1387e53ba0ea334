--- Constants where a column is meant: what is the same in every row orders, groups and tells apart nothing.
-- `sort("-3")` is a habit of places that count columns, `by("'topic'")` one of quotes; both would give an answer. A
-- constant that is meant has a name: "3 as weight".

local core = require "parley.core"
local errors = require "parley.base.errors"
local functions = require "parley.query.functions"
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

-- Whether a bound node is one value in all rows, and that value.
local function value_of(node)
  if node.constant ~= nil then return true, node.constant end
  return node.kind == "literal", node.value
end

-- What a function of the table gives for such nodes. The column engine is asked, which a database agrees with: what a
-- function means is said nowhere else. Raises what the function raises.
local function given(entry, type, args)
  local nodes, call = {}, { entry.operation, type }
  for i, arg in ipairs(args) do
    local _, value = value_of(arg)
    nodes[i] = { functions.operators.constant.operation, arg.type == "null" and "any" or arg.type, value = value }
    call[i + 2] = i
  end
  nodes[#nodes + 1] = call
  local one_row = core.frame_new({ "row" }, { "integer" }, 1, { { 1 } })
  return core.column_run(one_row, { columns = { nodes }, names = { "given" } })[1].given
end

local function all_constant(args)
  for _, arg in ipairs(args) do
    if not value_of(arg) then return false end
  end
  return true
end

--- Raises where a function that keeps the words of a text is to equal, or to hold, what it never gives: upper(x) =
--- 'kyiv'. Such a function leaves alone what it has made.
---@param scope table
---@param node table  bound, beside the text
---@param literal table  bound
---@param of_part boolean?  it is a pattern or a part of the text
function constants.refuse_never(scope, node, literal, of_part)
  if literal.kind ~= "literal" or literal.type ~= "text" then return end
  local entry = functions.entry_of(node)
  local letters = entry and entry.letters
  if not letters or of_part and letters == "same" then return end
  local args = { literal, table.unpack(node.args, 2) }
  if not all_constant(args) then return end
  local made = given(entry, node.type, args)
  if made == literal.value then return end
  fail(scope, literal, "bad_value.never_given", { call = node.name, value = literal.value, made = made })
end

--- Raises where a call fails in all rows. It does so whether there are rows or none: a database works it out before it
--- looks, and columns would only with the first row.
---@param scope table
---@param call table  bound
---@param entry parley.Function  one that can fail
function constants.check_call(scope, call, entry)
  if not all_constant(call.args) then return end
  local ok, err = pcall(given, entry, call.type, call.args)
  if ok then return end
  if errors.ends_call(err) or not errors.is(err) then error(err, 0) end
  fail(scope, call, err.key, err.arguments)
end

return constants
