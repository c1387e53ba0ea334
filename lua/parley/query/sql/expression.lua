--- Expressions as SQL: a bound tree in the dialect of a database.
-- Literals become numbered parameters; names come only from column records, never from the text.
-- A date column is three pieces of SQL: its EDTF text (`sql`) and the days it spans (`start`, `stop`). Comparisons with
-- dates are written by parley.query.sql.date_comparison.
--
-- The context `c` has `dialect`, param(value) and column(node), the record of a column; `filter`, a condition every
-- aggregate is restricted to (pivot); `number`, the SQL of a row's place in its order, for first(), last(), list(); and
-- for windows `partition`, the same `ordered`, and spread(c, node), the SQL of an aggregate beside the rows.

local tree = require "parley.query.tree"
local functions = require "parley.query.functions"
local core = require "parley.core"

local sqlexpr = {}
local emit, filled       -- forward: any node to SQL; the SQL text of a function
local fill = functions.fill

-- Loaded with the first date that is compared.
local function date_comparison() return require "parley.query.sql.date_comparison" end

-- The SQL text of an operator, by its sign or name, over the SQL of its operands.
local function operated(c, operator, ...)
  local operands = { ... }
  return fill(c.dialect.template(functions.operators[operator]), function(place) return operands[tonumber(place)] end)
end

-- Dates -----------------------------------------------------------------------------------------------

--- SQL of a date's first day, as days since 1970-01-01.
function sqlexpr.start_of(c, node)
  if node.kind == "literal" and node.value ~= nil then
    return c:param((core.date(node.value)))
  elseif node.path and c:column(node).start then
    return c:column(node).start
  end
  local entry = node.kind == "call" and not node.user_defined and functions.scalars[node.name]
  local day = entry and c.dialect.template(entry, "day")
  if day then return filled(c, node, entry, day) end
  return operated(c, "first_day", emit(c, node))
end

-- Functions -------------------------------------------------------------------------------------------

-- Among arguments of one type, integers beside numbers become numbers, whichever of them is given out.
local function argument(c, node, entry, at)
  local arg = node.args[at]
  if arg.type == "date" and functions.parameter(entry, at).type == "scale" then return sqlexpr.start_of(c, arg) end
  local to_number = entry.gives == "common" and node.type == "number" and arg.type == "integer"
    and functions.parameter(entry, at).type == "any"
  return (to_number and "(%s + 0.0)" or "%s"):format(emit(c, arg))
end

local function all_arguments(c, node, entry)
  if #node.args == 0 then return "*" end
  local parts = {}
  for i in ipairs(node.args) do parts[i] = argument(c, node, entry, i) end
  return table.concat(parts, ", ")
end

-- What the values of a node are ordered by: dates by first, then last day; missing values last.
local function sort_terms(c, node)
  local way = " ASC NULLS LAST"
  if node.type ~= "date" then return emit(c, node) .. way end
  local stop = node.path and c:column(node).stop or c.dialect.call("edtf_stop", emit(c, node))
  return sqlexpr.start_of(c, node) .. way .. ", " .. stop .. way
end

-- The SQL text of an entry, with the arguments of the call in its places.
function filled(c, node, entry, template)
  return fill(template, function(place)
    if place == "*" then return all_arguments(c, node, entry) end
    if place == "row" then return c.number end
    if place == "ordered" or place == "partition" then return c[place] end
    if place == "sort1" then return sort_terms(c, node.args[1]) end
    if place == "blanks" then return c.dialect.blanks end
    local day = place:match "^day(%d)$"
    if day then return sqlexpr.start_of(c, node.args[tonumber(day)]) end
    return argument(c, node, entry, tonumber(place))
  end)
end

-- The text of the dialect for a call; of one that gives or takes dates, perhaps another.
local function call_text(c, node, entry)
  local dates = node.type == "date" or node.args[1] and node.args[1].type == "date"
  return filled(c, node, entry, dates and c.dialect.template(entry, "dates") or c.dialect.template(entry))
end

-- Nodes -----------------------------------------------------------------------------------------------

local NODES = {}

function NODES.literal(c, node)
  if node.value == nil then return "NULL" end
  return c:param(node.value)
end

function NODES.column(c, node) return c:column(node).sql end
NODES.key = NODES.column

-- Arithmetic is left to the database's own operators, without needless parentheses, since its parser takes only a
-- few dozen levels of them. Integers are guarded by exact() around the whole; columns of any type go through
-- functions that look at each value.
local LEVELS = { ["+"] = 1, ["-"] = 1, ["*"] = 2, ["/"] = 2, [".."] = 3 }
local CHECKED = { ["+"] = true, ["-"] = true, ["*"] = true, ["/"] = true }
local SIGNS = { [".."] = "||", ["/"] = "* 1.0 /" }

local function is_dynamic(node) return node.left.type == "any" or node.right.type == "any" end

local function is_plain(node)
  return node.kind == "binary" and LEVELS[node.op] and not (CHECKED[node.op] and is_dynamic(node))
end

local function is_integer_sum(node) return is_plain(node) and node.type == "integer" and node.left.type ~= "date" end

local plain_binary

-- An operand of a plain operator: in parentheses where it binds less tightly.
local function operand(c, node, parent, right)
  if not is_plain(node) then return emit(c, node) end
  if is_integer_sum(node) and parent.type ~= "integer" then return emit(c, node) end
  local text, own, outer = plain_binary(c, node), LEVELS[node.op], LEVELS[parent.op]
  if own < outer or (own == outer and right) then return "(" .. text .. ")" end
  return text
end

function plain_binary(c, node)
  local left, right = operand(c, node.left, node), operand(c, node.right, node, true)
  return ("%s %s %s"):format(left, SIGNS[node.op] or node.op, right)
end

function NODES.binary(c, node)
  if not is_plain(node) then return operated(c, node.op, emit(c, node.left), emit(c, node.right)) end
  if is_integer_sum(node) then return c.dialect.call("exact", plain_binary(c, node)) end
  return ("(%s)"):format(plain_binary(c, node))
end

function NODES.negate(c, node)
  local operand_sql = emit(c, node.operand)
  if node.operand.type == "any" then return operated(c, "-", "0", operand_sql) end
  if node.type == "integer" then return c.dialect.call("exact", "-" .. operand_sql) end
  return ("(-%s)"):format(operand_sql)
end

function NODES.compare(c, node)
  if node.dated then return date_comparison().value(c, node, emit) end
  return ("(%s %s %s)"):format(emit(c, node.left), node.op, emit(c, node.right))
end

-- A chain of one operator, which SQL takes without parentheses in it.
local function chained(c, node, each)
  local first, parts = node, {}
  while first.kind == "logic" and first.op == node.op do
    table.insert(parts, 1, first.right)
    first = first.left
  end
  table.insert(parts, 1, first)
  for i, part in ipairs(parts) do parts[i] = each(c, part) end
  return "(" .. table.concat(parts, (" %s "):format(node.op:upper())) .. ")"
end

function NODES.logic(c, node) return chained(c, node, emit) end

NODES["not"] = function(c, node) return ("(NOT %s)"):format(emit(c, node.operand)) end

-- SQLite would make the number 0 or 1 of an empty list: where it sorts or groups, that is the place of a column, and an
-- aggregate on the left would be lost, with the one row it makes.
local function in_nothing(c, node)
  if not tree.find(node.operand, function(inner) return inner.aggregate end) then
    return node.negated and "(1 = 1)" or "(0 = 1)"
  end
  local value = emit(c, node.operand)
  return ("(%s)"):format(c.dialect[node.negated and "same" or "differs"](value, value))
end

NODES["in"] = function(c, node)
  local parts = {}
  if #node.list == 0 then return in_nothing(c, node) end
  if node.dated then return date_comparison().value(c, node, emit) end
  for i, item in ipairs(node.list) do parts[i] = emit(c, item) end
  return ("(%s %sIN (%s))"):format(emit(c, node.operand), node.negated and "NOT " or "", table.concat(parts, ", "))
end

function NODES.between(c, node)
  if node.dated then return date_comparison().value(c, node, emit) end
  return ("(%s %sBETWEEN %s AND %s)"):format(emit(c, node.operand), node.negated and "NOT " or "",
    emit(c, node.low), emit(c, node.high))
end

function NODES.like(c, node)
  local sql = operated(c, "like", emit(c, node.operand), emit(c, node.pattern))
  return ("(%s%s)"):format(node.negated and "NOT " or "", sql)
end

function NODES.is_nil(c, node)
  return ("(%s IS %sNULL)"):format(emit(c, node.operand), node.negated and "NOT " or "")
end

local function user_call(c, node)
  local parts = {}
  for i, arg in ipairs(node.args) do parts[i] = emit(c, arg) end
  return c.dialect.call(c.dialect.defined(node.name), table.unpack(parts))
end

function NODES.call(c, node)
  if node.window then return call_text(c, node, functions.windows[node.name]) end
  if node.aggregate and c.spread then return c.spread(c, node) end
  if node.aggregate then
    local sql = call_text(c, node, functions.aggregates[node.name])
    return c.filter and ("%s FILTER (WHERE %s)"):format(sql, c.filter) or sql
  end
  if node.user_defined then return user_call(c, node) end
  return call_text(c, node, functions.scalars[node.name])
end

function emit(c, node) return NODES[node.kind](c, node) end

--- SQL of a bound tree; its literals are added to the context's parameters.
---@param c table
---@param node table
---@return string
function sqlexpr.emit(c, node) return emit(c, node) end

-- Conditions that are emitted in parentheses.
local WRAPPED = { compare = true, logic = true, ["not"] = true, ["in"] = true, between = true, like = true,
  is_nil = true }

-- Whether a condition holds: what is missing and what is false are one, so that comparisons with dates are shorter.
local function holds(c, node)
  if node.dated then return date_comparison().holds(c, node, emit) end
  return node.kind == "logic" and chained(c, node, holds) or emit(c, node)
end

--- SQL of a condition that stands by itself between ANDs: without the outermost parentheses.
function sqlexpr.condition(c, node)
  local has_dates = c.bounded and tree.find(node, function(inner) return inner.dated end)
  if has_dates then date_comparison().note_bounds(c, node) end
  local sql = holds(c, node)
  return WRAPPED[node.kind] and node.op ~= "or" and not node.dated and sql:sub(2, -2) or sql
end

return sqlexpr
