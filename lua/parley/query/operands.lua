--- Operands of a node that is being bound: which types may stand where.

local tree = require "parley.query.tree"

local operands = {}

--- What is wanted where: types, and the phrase that a message calls them by.
operands.NUMERIC = { name = "a_number", integer = true, number = true, any = true, null = true }
operands.TEXTUAL = { name = "text", text = true, date = true, any = true, null = true }
operands.TRUTH = { name = "a_condition", boolean = true, any = true, null = true }
operands.DATED = { name = "a_date", date = true, text = true, any = true, null = true }

--- Raises about a node of the expression of a scope.
function operands.fail(scope, node, key, arguments) tree.fail(scope.text, node.pos, key, arguments) end

-- How a node is written: its name, its value, or a phrase.
local function shown(node)
  if node.kind == "literal" then
    return node.type == "text" and { key = "quoted", value = node.value } or tostring(node.value)
  elseif node.shown then
    return node.shown
  elseif node.path then
    return table.concat(node.path, ".")
  end
  return node.name and node.name .. "()" or { key = "this_expression" }
end

--- A node for a message: how it is written, and its type, with the reason where it is not what was meant.
---@param node table
---@param why table?  a phrase, of what the data tell
---@return table phrase
function operands.described(node, why)
  why = why or node.why
  return { key = why and "operand_since" or "operand", shown = shown(node), type = node.type, why = why }
end

--- A node for a message where a number or a date is wanted, with why it is text, as the data tell it, and the way out.
---@param scope table
---@param node table  bound
---@param kind "number"|"date"
---@return table phrase, table? hint
function operands.text_described(scope, node, kind)
  local why, hint = require("parley.query.why_text").of(scope.rows.home, node, kind)
  return operands.described(node, why), hint
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

--- Raises unless a node has one of the types that are wanted; `what` says where it stands.
---@param scope table
---@param node table  bound
---@param allowed table  such as operands.NUMERIC
---@param what table  a phrase
function operands.want(scope, node, allowed, what)
  if allowed[node.type] then return end
  if node.type == "amount" then
    operands.fail(scope, node, "bad_type.amount_side", { name = shown(node), what = what })
  end
  local described, hint = operands.described(node), nil
  if allowed.number and node.type == "text" then described, hint = operands.text_described(scope, node, "number") end
  operands.fail(scope, node, "bad_type.wanted",
    { what = what, wanted = { key = allowed.name }, shown = described, hint = hint })
end

return operands
