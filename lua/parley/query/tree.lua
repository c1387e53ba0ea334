--- Syntax trees, before and after they are bound: literals, names of calls, finding nodes, complaints about a place.

local errors = require "parley.base.errors"

local tree = {}

--- Words that name no column, unless they are quoted.
tree.keywords = require "parley.base.expression_words"

--- A column's name as it stands in an expression, whatever it is.
---@param name string
---@return string
function tree.quote(name) return '"' .. name:gsub('"', '""') .. '"' end

--- The text, cut in the middle when it is too long to be quoted in a message.
function tree.shorten(text)
  if #text <= 160 then return text end
  return text:sub(1, 100) .. " … " .. text:sub(-40)
end

--- Raises about `text` at `pos`; without a text, about a condition given as a table.
---@param text string?
---@param pos integer? in bytes
---@param key string of a message
---@param arguments table?
---@return any never
function tree.fail(text, pos, key, arguments)
  errors.raise_in(key, arguments, text and { key = "position", position = pos, text = tree.shorten(text) })
end

--- The node of a value.
---@param value any
---@param pos integer
---@return table node
function tree.literal(value, pos)
  local kind = type(value)
  local types = { string = "text", boolean = "boolean" }
  local value_type = kind == "number" and (math.type(value) == "integer" and "integer" or "number") or types[kind]
  return { kind = "literal", value = value, type = value_type or "null", pos = pos }
end

--- Default column name of a call: `sum(best)` -> sum_best; `text` where its arguments are no plain columns.
function tree.call_name(node, text)
  local parts = { node.name }
  for _, arg in ipairs(node.args) do
    if arg.kind == "column" then parts[#parts + 1] = table.concat(arg.path, "_")
    elseif arg.kind ~= "literal" then return text end
  end
  return table.concat(parts, "_")
end

local CHILDREN = { "left", "right", "operand", "low", "high", "pattern" }

--- The first node of a tree for which test(node) holds, or nil.
---@param node table
---@param test fun(node: table): boolean
function tree.find(node, test)
  if test(node) then return node end
  for i = 1, #CHILDREN do
    local child = node[CHILDREN[i]]
    local found = child and tree.find(child, test)
    if found then return found end
  end
  local list = node.args or node.list
  for i = 1, list and #list or 0 do
    local found = tree.find(list[i], test)
    if found then return found end
  end
end

-- Operators that stand in a row without parentheses, where the types of their operands are known.
local IN_A_ROW = { ["+"] = true, ["-"] = true, ["*"] = true, ["/"] = true, [".."] = true }

local function is_in_a_row(node)
  return node.kind == "binary" and IN_A_ROW[node.op]
    and (node.op == ".." or node.left.type ~= "any" and node.right.type ~= "any")
end

-- Whether the left operand of a node is no deeper than the node: "a + b + c", "a and b and c".
local function goes_on(node, left)
  return node.kind == "logic" and left.kind == "logic" and left.op == node.op or is_in_a_row(node) and is_in_a_row(left)
end

local DATED <const> = 3         -- what a comparison of periods is made of

--- How large and how deep a bound tree is: the nodes it would be worked out from, were nothing shared between columns;
-- how deep they would stand in one another; and how deep without those of its columns.
---@param node table
---@return integer size, integer depth, integer own
function tree.measure(node)
  if node.path then return node.column.size or 1, node.column.depth or 0, 0 end
  if node.kind == "literal" then return 1, 0, 0 end
  local size, depth, own = 1, 0, 0
  local function add(child, less)
    local nodes, deep, deep_own = tree.measure(child)
    size, depth, own = size + nodes, math.max(depth, deep - less), math.max(own, deep_own - less)
  end
  for i = 1, #CHILDREN do
    local child = node[CHILDREN[i]]
    if child then add(child, i == 1 and goes_on(node, child) and 1 or 0) end
  end
  local list = node.args or node.list
  for i = 1, list and #list or 0 do add(list[i], 0) end
  local more = node.dated and DATED or 1
  return size, depth + more, own + more
end

return tree
