--- Operands of a node that is being bound: which types may stand where, what a literal becomes beside another operand.

local core = require "parley.core"
local item_lists = require "parley.base.item_lists"
local tree = require "parley.query.tree"

local operands = {}

--- What is wanted where: types, and how it is called in a message.
operands.NUMERIC = { name = "a number", integer = true, number = true, any = true, null = true }
operands.TEXTUAL = { name = "text", text = true, date = true, any = true, null = true }
operands.TRUTH = { name = "a condition (true or false)", boolean = true, any = true, null = true }
operands.DATED = { name = "a date", date = true, text = true, any = true, null = true }
local NUMERIC = operands.NUMERIC

--- Raises about a node of the expression of a scope.
function operands.fail(scope, node, key, arguments) tree.fail(scope.text, node.pos, key, arguments) end

local function shown(node)
  if node.kind == "literal" then
    return node.type == "text" and ("'%s'"):format(node.value) or tostring(node.value)
  elseif node.shown then
    return node.shown
  elseif node.path then
    return table.concat(node.path, ".")
  end
  return node.name and node.name .. "()" or "this expression"
end

--- A node for a message: how it is written, and its type.
---@param node table
---@return string
function operands.described(node)
  return ("%s (%s%s)"):format(shown(node), node.type, node.why and ", since " .. node.why or "")
end

-- Raises when a number stands where a column is to be expected, and one is called like that: "2019 > 6". The node is as
-- parsed.
local function refuse_number(scope, node)
  local written = node.written
  if node.kind == "binary" then
    refuse_number(scope, node.left)
    if not (node.left.written and node.right.written) then return end
    refuse_number(scope, node.right)
    written = node.left.written .. node.op .. node.right.written          -- a column "2019-20"
  end
  if not (written and scope.rows.by_name[written]) then return end
  operands.fail(scope, node, "bad_expression.number_or_column", { name = written })
end
operands.refuse_number = refuse_number

-- Literals take the type of what they stand beside ----------------------------------------------------

--- Makes a text literal a date; raises when it is none.
function operands.become_date(scope, node)
  local _, last_or_message = core.date(node.value)
  if type(last_or_message) == "string" then
    operands.fail(scope, node, "bad_date.literal", { message = last_or_message })
  end
  node.type = "date"
end

-- Makes a text literal beside a time of day one: '9:30' is '09:30'.
local function become_clock(scope, node)
  local time = require("parley.base.clock").read(node.value)
  if not time then operands.fail(scope, node, "bad_value.literal_clock", { value = node.value }) end
  node.value = time
end

-- Functions under which a word of a vocabulary is still one.
local CHANGED = { lower = true, upper = true, trim = true, fold = true }

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
    references = column.references, pattern = how and how.pattern, through = how and how.through })
end

-- `other` stands beside `node`. Where they are `compared`, the literal must be a word or an id that there is, since a
-- condition on something that is not there would quietly give no rows; the data tell, when the query runs.
local function adapt(scope, node, other, compared)
  if node.kind ~= "literal" or node.type ~= "text" then return end
  if other.type == "date" then operands.become_date(scope, node) end
  local column = compared and other.column
  if column and column.clock then return become_clock(scope, node) end
  if column then return look_up(scope, node, column) end
  local inner = compared and other.kind == "call" and CHANGED[other.name] and other.args[1].column
  if inner then look_up(scope, node, { vocabulary = inner.vocabulary }, { through = other.name }) end
end

--- Has the data tell whether a pattern beside a column fits any word of its vocabulary; one without `%` and `_` is a
--- word or an id as it stands.
---@param scope table
---@param pattern table  bound
---@param operand table  bound
function operands.look_up_pattern(scope, pattern, operand)
  local column = operand.column
  if not column or pattern.kind ~= "literal" or pattern.type ~= "text" then return end
  if not pattern.value:find "[%%_]" then return look_up(scope, pattern, column) end
  look_up(scope, pattern, { vocabulary = column.vocabulary }, { pattern = true })
end

local function comparable(a, b)
  if a == b or a == "any" or b == "any" or a == "null" or b == "null" then return true end
  return NUMERIC[a] and NUMERIC[b]
end

--- Raises unless two operands can be compared; a literal takes the type of the other.
function operands.check_pair(scope, node, left, right)
  local compared = node.kind ~= "coalesce"
  adapt(scope, left, right, compared)
  adapt(scope, right, left, compared)
  if not comparable(left.type, right.type) then
    operands.fail(scope, node, "bad_type.compare",
      { left = operands.described(left), right = operands.described(right) })
  end
  local missing = left.type == "null" and left or right.type == "null" and right
  if missing and missing.kind == "literal" and node.kind == "compare" then
    operands.fail(scope, node, "bad_expression.compare_nil")
  end
end

--- Raises unless a node has one of the types that are wanted; `what` says where it stands.
---@param scope table
---@param node table  bound
---@param allowed table  such as operands.NUMERIC
---@param what string
function operands.want(scope, node, allowed, what)
  if allowed[node.type] then return end
  if node.type == "amount" then
    operands.fail(scope, node, "bad_type.amount_side", { name = shown(node), what = what })
  end
  operands.fail(scope, node, "bad_type.wanted",
    { what = what, wanted = allowed.name, shown = operands.described(node) })
end

return operands
