--- Operators as SQL: arithmetic, comparisons, conditions, and what stands between them.
-- `emit(c, node)` writes any node and is given by parley.query.sql.expression, which says what the context `c` is.
-- Comparisons with dates are written by parley.query.sql.date_comparison.

local functions = require "parley.query.functions"
local tree = require "parley.query.tree"

local operators = {}

-- Loaded with the first date that is compared.
local function date_comparison() return require "parley.query.sql.date_comparison" end

--- The SQL text of an operator of the table of functions, by its sign or name, over the SQL of its operands.
---@param c table
---@param operator string
---@param ... string
---@return string
function operators.operated(c, operator, ...)
  local operands = { ... }
  local template = c.dialect.template(functions.operators[operator])
  return functions.fill(template, function(place) return operands[tonumber(place)] end)
end
local operated = operators.operated

-- Arithmetic ------------------------------------------------------------------------------------------

-- Arithmetic is left to the database's own operators where the dialect has no others, without needless parentheses,
-- since SQLite's parser takes only a few dozen levels of them. Integers are guarded by exact() around the whole;
-- columns of any type go through functions that look at each value.
local LEVELS = { ["+"] = 1, ["-"] = 1, ["*"] = 2, ["/"] = 2, [".."] = 3 }
local CHECKED = { ["+"] = true, ["-"] = true, ["*"] = true, ["/"] = true }

local function is_dynamic(node) return node.left.type == "any" or node.right.type == "any" end

local function is_plain(node)
  return node.kind == "binary" and LEVELS[node.op] and not (CHECKED[node.op] and is_dynamic(node))
end

local function is_integer_sum(node) return is_plain(node) and node.type == "integer" and node.left.type ~= "date" end

local plain_binary

-- An operand of a plain operator: in parentheses where it binds less tightly.
local function operand(c, node, emit, parent, right)
  if not is_plain(node) then return emit(c, node) end
  if is_integer_sum(node) and parent.type ~= "integer" then return emit(c, node) end
  local text, own, outer = plain_binary(c, node, emit), LEVELS[node.op], LEVELS[parent.op]
  if own < outer or (own == outer and right) then return "(" .. text .. ")" end
  return text
end

-- What is joined with a text, as one.
local function as_text(c, node, sql) return node.type == "text" and sql or c.dialect.shown(sql) end

function plain_binary(c, node, emit)
  local left, right = operand(c, node.left, emit, node), operand(c, node.right, emit, node, true)
  if node.op == ".." then return ("%s || %s"):format(as_text(c, node.left, left), as_text(c, node.right, right)) end
  if node.type == "number" then return c.dialect.calculated(node.op, left, right) end
  return ("%s %s %s"):format(left, node.op, right)
end

function operators.binary(c, node, emit)
  if not is_plain(node) then return operated(c, node.op, emit(c, node.left), emit(c, node.right)) end
  if is_integer_sum(node) then return c.dialect.call("exact", plain_binary(c, node, emit)) end
  return ("(%s)"):format(plain_binary(c, node, emit))
end

function operators.negate(c, node, emit)
  local operand_sql = emit(c, node.operand)
  if operand_sql:find "^%-" then operand_sql = "(" .. operand_sql .. ")" end          -- two of them begin a comment
  if node.operand.type == "any" then return operated(c, "-", "0", operand_sql) end
  if node.type == "integer" then return c.dialect.call("exact", "-" .. operand_sql) end
  return ("(-%s)"):format(operand_sql)
end

-- Conditions ------------------------------------------------------------------------------------------

-- One side of a comparison by which texts are put in order.
local function ordered(c, node, side, emit)
  local sql = emit(c, side)
  return side.type == "text" and node.op ~= "=" and node.op ~= "!=" and c.dialect.in_order(sql) or sql
end

function operators.compare(c, node, emit)
  if node.dated then return date_comparison().value(c, node, emit) end
  return ("(%s %s %s)"):format(emit(c, node.left), node.op, ordered(c, node, node.right, emit))
end

-- The conditions of a chain of one operator.
local function chain_of(node)
  local first, parts = node, {}
  while first.kind == "logic" and first.op == node.op do
    table.insert(parts, 1, first.right)
    first = first.left
  end
  table.insert(parts, 1, first)
  return parts
end

-- A chain as SQL takes it, without parentheses in it.
local function joined(node, parts) return "(" .. table.concat(parts, (" %s "):format(node.op:upper())) .. ")" end

-- PostgreSQL makes one chain of one that begins with a chain, and does not find in it then what rows are grouped by.
local function chained(c, node, each)
  local parts = chain_of(node)
  local begins_with_key = parts[1].kind == "key" and not c.dialect.works_out_all
  for i, part in ipairs(parts) do parts[i] = each(c, part) end
  if begins_with_key then parts[1] = c.dialect.call("coalesce", parts[1]) end
  return joined(node, parts)
end

-- Whether a text of a row is taken for a date, which it need not be.
local function reads_dates(node, entry)
  for i, arg in ipairs(node.args) do
    local is_read = arg.type == "text" and arg.kind ~= "literal" and functions.parameter(entry, i).type == "date"
    if is_read then return true end
  end
  return false
end

-- Whether a part may end the query for some rows.
local function may_fail(part)
  return tree.find(part, function(node)
    if node.kind ~= "call" then return node.kind == "binary" and is_integer_sum(node) end
    local entry = not node.aggregate and functions.scalars[node.name]
    return node.user_defined or entry and (entry.can_fail or reads_dates(node, entry))
  end) ~= nil
end

-- A database that works out both sides of AND is kept from a side that may fail where the one before it decides: what
-- is before it is given where that is false (for AND), and else beside the rest, as it may be missing.
local MOST_STEPS <const> = 8

local function stepped(c, node, emit)
  local parts, risky = chain_of(node), {}
  for i, part in ipairs(parts) do
    if i > 1 and may_fail(part) then risky[#risky + 1] = i end
    parts[i] = emit(c, part)
  end
  if #risky == 0 or #risky > MOST_STEPS then return joined(node, parts) end
  local last, result = #parts, nil
  for i = #risky, 0, -1 do
    local from = risky[i] or 1
    local own = joined(node, table.move(parts, from, last, 1, {}))
    result = result and c.dialect.call("coalesce", c.dialect.call("nullif", own,
      c.dialect.truth(node.op == "and")), joined(node, { result, own })) or own
    last = from - 1
  end
  return result
end

function operators.logic(c, node, emit) return (c.dialect.works_out_all and stepped or chained)(c, node, emit) end

operators["not"] = function(c, node, emit) return ("(NOT %s)"):format(emit(c, node.operand)) end

-- SQLite would make the number 0 or 1 of an empty list: where it sorts or groups, that is the place of a column, and an
-- aggregate on the left would be lost, with the one row it makes.
local function in_nothing(c, node, emit)
  if not tree.find(node.operand, function(inner) return inner.aggregate end) then
    return node.negated and "(1 = 1)" or "(0 = 1)"
  end
  local value = emit(c, node.operand)
  return ("(%s)"):format(c.dialect[node.negated and "same" or "differs"](value, value))
end

-- More constants than this go as one parameter: a statement takes a limited number of them.
local MOST_PARAMETERS <const> = 1000

-- The constants of a long list, where they are texts or whole numbers of the operand's type; nil for any other.
local function long_list(node)
  local values, kind = {}, node.operand.type
  if #node.list <= MOST_PARAMETERS or kind ~= "text" and kind ~= "integer" then return nil end
  for i, item in ipairs(node.list) do
    local value = item.kind == "literal" and item.type == kind and item.value or nil
    if value == nil or kind == "text" and value:find("\0", 1, true) then return nil end
    values[i] = value
  end
  return values
end

operators["in"] = function(c, node, emit)
  local parts = {}
  if #node.list == 0 then return in_nothing(c, node, emit) end
  if node.dated then return date_comparison().value(c, node, emit) end
  local values = long_list(node)
  if values then
    return ("(%s%s)"):format(node.negated and "NOT " or "",
      c.dialect.in_list(emit(c, node.operand), c:param(c.dialect.list(values)), node.operand.type))
  end
  for i, item in ipairs(node.list) do parts[i] = emit(c, item) end
  return ("(%s %sIN (%s))"):format(emit(c, node.operand), node.negated and "NOT " or "", table.concat(parts, ", "))
end

function operators.between(c, node, emit)
  if node.dated then return date_comparison().value(c, node, emit) end
  return ("(%s %sBETWEEN %s AND %s)"):format(emit(c, node.operand), node.negated and "NOT " or "",
    ordered(c, node, node.low, emit), ordered(c, node, node.high, emit))
end

function operators.like(c, node, emit)
  local sql = operated(c, "like", emit(c, node.operand), emit(c, node.pattern))
  return ("(%s%s)"):format(node.negated and "NOT " or "", sql)
end

function operators.is_nil(c, node, emit)
  return ("(%s IS %sNULL)"):format(emit(c, node.operand), node.negated and "NOT " or "")
end

-- Conditions that are emitted in parentheses.
local WRAPPED = { compare = true, logic = true, ["not"] = true, ["in"] = true, between = true, like = true,
  is_nil = true }

-- Whether a condition holds: what is missing and what is false are one, so that comparisons with dates are shorter.
local function holding(emit)
  local function holds(c, node)
    if node.dated then return date_comparison().holds(c, node, emit) end
    return node.kind == "logic" and chained(c, node, holds) or emit(c, node)
  end
  return holds
end

--- SQL of a condition that stands by itself between ANDs: without the outermost parentheses.
function operators.condition(c, node, emit)
  local has_dates = c.bounded and tree.find(node, function(inner) return inner.dated end)
  if has_dates then date_comparison().note_bounds(c, node) end
  local sql = holding(emit)(c, node)
  return WRAPPED[node.kind] and node.op ~= "or" and not node.dated and sql:sub(2, -2) or sql
end

return operators
