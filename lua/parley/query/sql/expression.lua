--- Expressions as SQL: a bound tree in the dialect of a database.
-- Literals become numbered parameters; names come only from column records, never from the text.
-- A date column is three pieces of SQL: its EDTF text (`sql`) and the days it spans (`first_day`, `last_day`).
-- Operators are written by parley.query.sql.operators.
--
-- The context `c` has `dialect`, param(value) and column(node), the record of a column; `filter`, a condition every
-- aggregate is restricted to (pivot); `number`, the SQL of a row's place in its order, for first(), last(), list(); and
-- for windows `partition`, the same `ordered`, and spread(c, node), the SQL of an aggregate beside the rows.
-- `aggregates` is a list that gets the SQL of each.

local functions = require "parley.query.functions"
local core = require "parley.core"
local types = require "parley.base.types"

local sqlexpr = {}
local emit, filled       -- forward: any node to SQL; the SQL text of a function
local fill = functions.fill

-- Loaded with the first expression that is more than columns and calls.
local function operators() return require "parley.query.sql.operators" end

-- Dates -----------------------------------------------------------------------------------------------

--- SQL of a date's first day, as days since 1970-01-01.
function sqlexpr.start_of(c, node)
  if node.kind == "literal" and node.value ~= nil then
    return c:param((core.date(node.value)))
  elseif node.path and c:column(node).first_day then
    return c:column(node).first_day
  end
  local entry = node.kind == "call" and not node.user_defined and functions.scalars[node.name]
  local day = entry and c.dialect.template(entry, "day")
  if day then return filled(c, node, entry, day) end
  return operators().operated(c, "first_day", emit(c, node))
end

-- Functions -------------------------------------------------------------------------------------------

-- A number of a written type among texts is its text.
local function becomes_text(entry, arg) return entry.gives == "text" and types.is_written(arg.type) end

local function argument(c, node, entry, at)
  local arg = node.args[at]
  if becomes_text(entry, arg) then return c.dialect.call("written_text", emit(c, arg), c.dialect.text(arg.type)) end
  return emit(c, arg)
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
  local last_day = node.path and c:column(node).last_day or c.dialect.call("edtf_stop", emit(c, node))
  return sqlexpr.start_of(c, node) .. way .. ", " .. last_day .. way
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
    local number = tonumber(place)
    if number then return argument(c, node, entry, number) end
    return c.dialect.places[place](node, function(arg) return emit(c, arg) end, c.filter)
  end)
end

-- Whether a column of lists is asked for one item that is known.
local function asks_for_item(list, item)
  return item ~= nil and list.kind == "column" and item.kind == "literal" and item.type == "text" and item.value ~= nil
    and not item.value:find("; ", 1, true)
end

-- The text of the dialect for a call; of one that gives or takes dates, or asks for an item, perhaps another.
local function call_text(c, node, entry)
  local first = node.args[1]
  local form = first and first.type
  if node.type == "date" or form == "date" then
    form = "dates"
  elseif first and asks_for_item(first, node.args[2]) then
    form = "item"
  end
  local template = c.dialect.template(entry, form) or c.dialect.template(entry)
    or require("parley.query.sql.strict").refuse(c.dialect, entry)
  local sql = filled(c, node, entry, template)
  if not c.filter or not node.aggregate or template:find "%$filter" then return sql end
  return ("%s FILTER (WHERE %s)"):format(sql, c.filter)
end

-- Nodes -----------------------------------------------------------------------------------------------

local NODES = {}

function NODES.literal(c, node)
  if node.value == nil then return "NULL" end
  return c:param(types.is_written(node.type) and types.stored(node.type, node.value) or node.value)
end

function NODES.column(c, node) return c:column(node).sql end
NODES.key = NODES.column

function NODES.convert(c, node)
  if node.operand.type == "date" then return sqlexpr.start_of(c, node.operand) end
  return c.dialect.as_real(emit(c, node.operand))
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
    if c.aggregates then c.aggregates[#c.aggregates + 1] = sql end
    return sql
  end
  if node.user_defined then return user_call(c, node) end
  return call_text(c, node, functions.scalars[node.name])
end

function emit(c, node)
  local kind = node.kind
  if NODES[kind] then return NODES[kind](c, node) end
  return operators()[kind](c, node, emit)
end

--- SQL of a bound tree; its literals are added to the context's parameters.
---@param c table
---@param node table
---@return string
function sqlexpr.emit(c, node) return emit(c, node) end

--- SQL of a condition that stands by itself between ANDs: without the outermost parentheses.
function sqlexpr.condition(c, node) return operators().condition(c, node, emit) end

return sqlexpr
