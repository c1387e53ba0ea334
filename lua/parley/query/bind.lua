--- Expressions bound to the rows they are asked of: names resolved, types known, once and for every engine.
-- `bind.expression` takes a syntax tree, which it leaves as it is, and makes a new one of it, in which every node has a
-- `type`: integer, number, boolean, text, date, null, or any (columns of a foreign SQLite file and results of functions
-- defined in Lua). A column's node has its place among the columns at hand, and `via`, the references its dotted path
-- follows; a call says what it calls. Text next to a date becomes a date. Complaints name the place, what is there and
-- a way out.
--
-- A scope has: rows (parley.query.bound: the columns at hand, and the home that knows tables and functions); text (the
-- expression as written); lookups, a list to which words and ids are added that only the data can tell;
-- aggregates = true where count(), sum(x), … may stand, windows = true where lag(x), … may, too; keys = those of a
-- group where only they stand outside of aggregates, bound; reading, of dates (parley.query.date_operators). It becomes
-- `doubtful` where rows may be undecided, or a value of dates that are too wide.

local bound = require "parley.query.bound"
local functions = require "parley.query.functions"
local operands = require "parley.query.operands"
local tree = require "parley.query.tree"

local bind = {}
local expression          -- forward: binds any node

local become_date, check_pair, fail, want = operands.become_date, operands.check_pair, operands.fail, operands.want
local NUMERIC, TEXTUAL, TRUTH, DATED = operands.NUMERIC, operands.TEXTUAL, operands.TRUTH, operands.DATED

-- Loaded with the first expression that is more than columns and calls.
local function operators() return require "parley.query.operators" end

-- Loaded with the first path that leads to no column, and the first aggregate of a bound.
local function amounts() return require "parley.query.amounts" end

-- Functions -------------------------------------------------------------------------------------------

local INTEGER = { integer = true, any = true, null = true, name = "an integer" }
local SCALE = { integer = true, number = true, date = true, any = true, null = true, name = "a number or a date" }
local ANY = setmetatable({ name = "a value" }, { __index = function() return true end })

-- What a parameter of each type of the table takes.
local ALLOWED = { any = ANY, number = NUMERIC, integer = INTEGER, text = TEXTUAL, date = DATED, boolean = TRUTH,
  countable = NUMERIC, scale = SCALE, choice = TEXTUAL }

-- A number of any type stays what it is; what is known to be an integer or a number keeps its type.
local function same_number(kind) return (kind == "integer" or kind == "any") and kind or "number" end

-- What other tools have functions for, and Parley needs none.
local NO_FUNCTION = {
  concat = "text is joined with '..'", date = "a date is written as text: '2025-06-02'",
  now = "give the day as a parameter: \"due < ?\"", today = "give the day as a parameter: \"due < ?\"",
}

local function known_functions(scope)
  local names = functions.names(functions.scalars)
  for name in pairs(scope.rows.home.functions or {}) do names[#names + 1] = name end
  if scope.aggregates then for name in pairs(functions.aggregates) do names[#names + 1] = name end end
  if scope.windows then for name in pairs(functions.windows) do names[#names + 1] = name end end
  table.sort(names)
  return names
end

local function check_count(scope, node, entry)
  local least, most, given = entry.least, entry.most, #node.args
  if given >= least and given <= most then return end
  local wanted = least == most and tostring(least) or most == math.huge and ("at least %d"):format(least)
    or ("%d to %d"):format(least, most)
  fail(scope, node, "bad_argument.count", { name = node.name, wanted = wanted, plural = wanted == "1" and "" or "s",
    given = given })
end

-- The node of a call whose arguments are still to be bound.
local function begin_call(node) return { kind = "call", name = node.name, pos = node.pos, args = {} } end

local function bind_arguments(scope, node, call)
  if node.args[1] then operands.refuse_number(scope, node.args[1]) end
  for i, arg in ipairs(node.args) do call.args[i] = expression(scope, arg) end
end

local ORDINALS = { "first", "second", "third", "fourth" }

-- One of a few words, written out.
local function check_choice(scope, node, at, parameter)
  local arg = node.args[at]
  for _, word in ipairs(parameter.words) do
    if arg.kind == "literal" and arg.value == word then return end
  end
  local words = "'" .. table.concat(parameter.words, "', '", 1, #parameter.words - 1) .. "' or '"
    .. parameter.words[#parameter.words] .. "'"
  fail(scope, arg, "bad_argument.choice", { at = ORDINALS[at], call = node.name, words = words, name = arg.value,
    known = arg.kind == "literal" and parameter.words or nil })
end

local function check_arguments(scope, node, entry)
  for i, arg in ipairs(node.args) do
    local parameter = functions.parameter(entry, i)
    if arg.type == "null" and arg.kind == "literal" and entry.gives == "boolean" and entry.missing == "spreads" then
      fail(scope, arg, "bad_expression.nil_in", { what = node.name .. "()" })
    end
    local allowed = ALLOWED[parameter.type]
    if parameter.words then check_choice(scope, node, i, parameter) end
    want(scope, arg, allowed, ("argument %d of %s()"):format(i, node.name))
    if allowed == DATED and arg.kind == "literal" and arg.type == "text" then become_date(scope, arg) end
  end
end

-- The arguments of any type have to share one: that of the first of a known type.
local function common_type(scope, node, entry)
  local first, sharing = nil, {}
  for i, arg in ipairs(node.args) do
    if functions.parameter(entry, i).type == "any" then sharing[#sharing + 1] = arg end
  end
  for _, arg in ipairs(sharing) do
    if arg.type ~= "null" then first = first or arg end
  end
  if not first then return "null" end
  local result = first.type
  for _, arg in ipairs(sharing) do
    check_pair(scope, { kind = "coalesce", pos = arg.pos }, first, arg)
    if result == "integer" and arg.type == "number" then result = "number" end
  end
  return result
end

-- surely(c), possibly(c): the condition c, whose comparisons with dates are read in that way. A comparison that stands
-- alone is one of dates, also where its sides are texts.
local function condition_read(scope, node)
  local arg, outer = node.args[1], scope.reading
  scope.reading = node.name
  local made = arg.kind == "compare" and operators().compare(scope, arg, expression, true) or expression(scope, arg)
  scope.reading = outer
  local function has_two_readings(inner) return inner.dated or inner.interval end
  if made.type == "boolean" and tree.find(made, has_two_readings) then return made end
  fail(scope, node, "bad_argument.comparison", { name = node.name })
end

local function user_function(scope, node, defined)
  if defined.args and defined.args >= 0 and #node.args ~= defined.args then
    fail(scope, node, "bad_argument.defined", { name = node.name, wanted = defined.args,
      plural = defined.args == 1 and "" or "s", given = #node.args })
  end
  local call = begin_call(node)
  bind_arguments(scope, node, call)
  call.type, call.user_defined = "any", true
  return call
end

-- The type that a call gives, by what the table says of it.
local function result_type(scope, node, entry)
  if entry.gives == "common" then return common_type(scope, node, entry) end
  if entry.gives == "same" then return node.args[1].type end
  if entry.gives ~= "same number" then return entry.gives end
  return node.args[1].counted and "integer" or same_number(node.args[1].type)
end

-- Parameters that are not columns but settings: the key of what they take, and the test.
local SETTINGS = {
  share = { "bad_argument.share", function(value)
    return math.type(value) and value >= 0 and value <= 1
  end },
  whole = { "bad_argument.whole", function(value)
    return math.type(value) == "integer" and value >= 1 and value <= 0x7fffffff
  end },
  separator = { "bad_argument.separator", function(value) return type(value) == "string" end },
}

local function check_setting(scope, node, at, setting)
  local arg = node.args[at]
  if arg.kind == "literal" and setting[2](arg.value) then return end
  fail(scope, arg, setting[1], { at = ORDINALS[at], name = node.name })
end

-- The arguments of an aggregate, bound: conditions may be counted where numbers are.
local function aggregated(scope, node, entry)
  local first, call = entry.parameters[1], begin_call(node)
  if first and ALLOWED[first.type] == NUMERIC then check_count(scope, node, entry) end
  bind_arguments(scope, node, call)
  check_count(scope, node, entry)
  local several = functions.column_count(entry) > 1
  for i, arg in ipairs(call.args) do
    local kind = functions.parameter(entry, i).type
    if SETTINGS[kind] then
      check_setting(scope, call, i, SETTINGS[kind])
    elseif arg.type == "boolean" and kind == "countable" then
      arg.counted = true
    elseif arg.type ~= "amount" then
      want(scope, arg, ALLOWED[kind], ("%s of %s()"):format(several and "argument " .. i or "the argument", node.name))
    end
  end
  return call
end

-- The least and the greatest of texts that are meant to be numbers or dates would be so by their letters.
local function refuse_letters(scope, made)
  local arg, source = made.args[1], scope.rows.source
  local frame = arg.kind == "column" and not scope.rows.reshaped and source.frame
  local odd = frame and require("parley.base.odd_values").of(frame, arg.column.name)
  local why = arg.why or odd and ("row %d has '%s'"):format(odd.row, odd.value)
  if not why then return end
  fail(scope, arg, odd and "bad_argument.letters_of_most" or "bad_argument.letters", { call = made.name,
    name = table.concat(arg.path, "."), why = why, kind = odd and odd.kind, value = odd and odd.value })
end

-- An aggregate, or a window function, whose arguments are the same.
local function aggregate(scope, node, entry)
  local window = entry.kind == "window"
  if window and not scope.windows then
    fail(scope, node, "bad_expression.window", { name = node.name, call = entry.call })
  elseif not scope.aggregates then
    fail(scope, node, "bad_expression.aggregate", { name = node.name })
  end
  if scope.inside then
    fail(scope, node, "bad_expression.nested_aggregate", { name = node.name, outer = scope.inside })
  end
  scope.inside = node.name
  local call = aggregated(scope, node, entry)
  call.aggregate, call.window = not window or nil, window or nil
  local first = call.args[1]
  if (call.name == "min" or call.name == "max") and first.type == "text" then refuse_letters(scope, call) end
  local of_amount = first and (first.type == "amount" or first.side or first.column and first.column.quantity)
  local special = of_amount and amounts().aggregate(scope, call, expression)
  scope.inside = nil
  if special then return special end
  call.type = result_type(scope, call, entry)
  return call
end

local function scalar(scope, node, entry)
  check_count(scope, node, entry)
  if functions.place_of(entry, "comparison") then return condition_read(scope, node) end
  local call = begin_call(node)
  bind_arguments(scope, node, call)
  check_arguments(scope, call, entry)
  call.type = result_type(scope, call, entry)
  scope.doubtful = scope.doubtful or entry.shared_days
  local first = call.args[1]
  local span = first and first.column and first.column.span and require("parley.query.span_calls").bound(call)
  return span or call
end

local function call(scope, node)
  local defined = (scope.rows.home.functions or {})[node.name]
  if defined then return user_function(scope, node, defined) end
  if functions.scalars[node.name] then return scalar(scope, node, functions.scalars[node.name]) end
  local over_rows = functions.aggregates[node.name] or functions.windows[node.name]
  if over_rows then return aggregate(scope, node, over_rows) end
  local name = node.name:lower()
  local ours, hint = functions.called_elsewhere(name), NO_FUNCTION[name]
  if ours then hint = "use " .. ours.call end
  fail(scope, node, "unknown_function", { name = node.name, known = known_functions(scope),
    hint = hint and "; " .. hint })
end

-- Nodes -----------------------------------------------------------------------------------------------

-- Raises about a path that leads nowhere.
local function no_column(scope, node)
  local known, where, part = bound.known(scope.rows, node.path)
  local near = require("parley.base.suggest").nearest(part, known)
  local hint = near and ("; did you mean '%s'?"):format(near) or #known == 0 and ""
    or scope.aggregates and "; a result is named with 'as', as in \"count() as n\""
    or ("; text is written in 'single quotes'" .. (#known <= 12 and "; columns: " .. table.concat(known, ", ") or ""))
  fail(scope, node, "no_column.expression", { name = table.concat(node.path, "."), hint = hint,
    within = where and " in " .. where or "" })
end

-- The key of a group that a column is: the same column, or one of its name.
local function key_of(scope, node)
  local path, by_name = table.concat(node.path, "."), nil
  for i, key in ipairs(scope.keys) do
    if key.node.kind == "column" and table.concat(key.node.path, ".") == path then return i, key end
    if key.name == node.column.name then by_name = i end
  end
  return by_name, scope.keys[by_name]
end

local function column(scope, node)
  local found, via, place = bound.column(scope.rows, node.path)
  if not found then return amounts().column(scope, node, expression) or no_column(scope, node) end
  local type, held = bound.type_of(found)
  local made = { kind = "column", path = node.path, pos = node.pos, column = found, via = via, place = place,
    type = type, reads_as = held and held.reads_as, why = held and held.why }
  if not scope.keys or scope.inside then return made end
  local at, key = key_of(scope, made)
  if not at then
    fail(scope, node, "bad_expression.outside_aggregate", { name = found.name })
  end
  return { kind = "key", path = node.path, pos = node.pos, column = key.column, place = at, type = key.type,
    why = made.why }
end

local NODES = { column = column, call = call }

function NODES.literal(_, node) return { kind = "literal", value = node.value, type = node.type, pos = node.pos } end

-- What surely() and possibly() say goes through these; others see to their own operands, or to none.
local READ = { compare = true, logic = true, ["not"] = true, ["in"] = true, between = true }

function expression(scope, node)
  local kind, reading = node.kind, scope.reading
  if not READ[kind] then scope.reading = nil end
  local made = (NODES[kind] or operators()[kind])(scope, node, expression)
  scope.reading = reading
  return made
end

--- Binds a tree in a scope.
---@param scope table
---@param node table  a syntax tree, which stays as it is
---@return table node  a typed tree of its own
function bind.expression(scope, node) return expression(scope, node) end

--- The same for a condition: its type must be boolean.
---@param scope table
---@param node table
---@return table node
function bind.condition(scope, node)
  local made = expression(scope, node)
  if not TRUTH[made.type] then
    fail(scope, made, "bad_type.condition", { shown = operands.described(made) })
  end
  return made
end

local function is_plain(word) return not word:find "[\128-\255]" end

local THROUGH = {
  lower = string.lower, fold = string.lower, upper = string.upper, trim = function(word) return word end,
}

-- The signs of a pattern of `like` as those of a pattern of Lua.
local LIKE = setmetatable({ ["%"] = ".*", ["_"] = "." }, { __index = function(_, sign)
  return sign:find "[%w\128-\255]" and sign or "%" .. sign
end })

-- Whether a word of a vocabulary is what a pattern, or a function of the column, is compared with. Other letters than
-- those of ASCII are left to the engines.
local function fits_some(words, lookup)
  local pattern = lookup.pattern and "^" .. lookup.value:gsub(".", LIKE) .. "$"
  for _, word in ipairs(words) do
    if not is_plain(word) then return true end
    if pattern and word:find(pattern) then return true end
    if not pattern and THROUGH[lookup.through](word) == lookup.value then return true end
  end
  return false
end

local function has_term(home, lookup)
  if not (lookup.pattern or lookup.through) then return home:has_term(lookup.vocabulary, lookup.value) end
  return fits_some(home:term_codes(lookup.vocabulary), lookup)
end

--- Raises when a text beside a column is no word of its vocabulary, or no id of the table it refers to; when a pattern
--- fits no word, or a function of the column gives none such.
---@param home table  the dataset
---@param lookup { text: string?, pos: integer, value: string, vocabulary: string?, references: string?, pattern: true?,
---  through: string? }
function bind.look_up(home, lookup)
  local vocabulary, target = lookup.vocabulary, lookup.references
  if vocabulary and not has_term(home, lookup) then
    fail(lookup, lookup, "bad_term", { name = lookup.value, vocabulary = vocabulary:gsub("_", " "),
      known = home:term_codes(vocabulary) })
  end
  local meant = target and home:meant(target, lookup.value)
  if meant == nil then return end
  fail(lookup, lookup, "no_row.lookup", { table = target, id = lookup.value,
    hint = meant and ("; did you mean '%s'?"):format(meant) or nil })
end

return bind
