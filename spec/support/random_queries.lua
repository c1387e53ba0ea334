--- Random queries over a random table: verbs in any order, each a step { verb, args }, and what is known of the result.
-- While a query grows its state says which columns there are (records as in random_tables, or of what was
-- computed), how many rows at most, and in which order they come:
--   "frame"  as in the Frame        "fixed"  known in another way
--   "ties"   sorted by `by`, with equal rows in any order        "none"  any order
-- Where an answer hangs on the order (limit, first, last, list), an order that is not known is made known first by a
-- sort over all columns. What can fail comes last and alone: engines may differ in which rows they look at.

local chance = require "spec.support.chance"
local expressions = require "spec.support.random_expressions"
local random_tables = require "spec.support.random_tables"
local core = require "parley.core"
local functions = require "parley.query.functions"

local random_queries = {}

local random, pick = math.random, chance.pick

-- The state of a query in the making ----------------------------------------------------------------------

local function start(made)
  return { columns = made.columns, rows = made.n + 0.0, order = "frame", steps = {}, names = 0, made = made }
end

local function known(state) return state.order == "frame" or state.order == "fixed" end

local function context(state, more)
  local c = { columns = state.columns, rows = state.rows, ordered = known(state), pristine = state.order == "frame" }
  for key, value in pairs(more or {}) do c[key] = value end
  return c
end

-- A name for what is computed: mostly a new one.
local function fresh(state)
  state.names = state.names + 1
  if chance.of(0.1) then return ("odd %d"):format(state.names) end
  return ("v%d"):format(state.names)
end

local function column_named(state, name)
  for _, column in ipairs(state.columns) do
    if column.name == name then return column end
  end
end

-- Columns that may be used for keys and conditions.
local function firm(state)
  local found = {}
  for _, column in ipairs(state.columns) do
    if not (column.soft or column.day_only) then found[#found + 1] = column end
  end
  return found
end

-- The record of a column that was computed.
local function computed(name, made)
  return { name = name, type = made.type == "null" and "text" or made.type, bound = made.bound, bits = made.bits,
    length = made.length, datelike = made.column and made.datelike, samples = made.column and made.column.samples,
    kind = made.column and made.column.kind, day_only = made.day_only }
end

-- Adds a step. `names` are the expressions it is made of; `items` those by column, told apart in the result.
local function add(state, verb, args, names, items)
  args.n = args.n or #args
  local step = { verb = verb, args = args, names = names or {}, items = items or {} }
  step.names["verb:" .. verb] = true
  state.steps[#state.steps + 1] = step
  return step
end

-- The same step with one argument other: what tells how far its result may be off.
local function alternative(step, at, text)
  local args = table.move(step.args, 1, step.args.n, 1, { n = step.args.n })
  args[at] = text
  return { verb = step.verb, args = args }
end

local function failing(state, made)
  if made.fails then state.may_fail = true end
end

-- Orders --------------------------------------------------------------------------------------------------

-- What a step that drops or changes columns leaves of a known order with ties.
local function keep_order(state)
  if state.order ~= "ties" then return end
  for _, name in ipairs(state.by) do
    if not column_named(state, name) then
      state.order = "none"
      return
    end
  end
end

local function total_keys(state)
  local keys = {}
  for _, column in ipairs(firm(state)) do
    local name = expressions.quote(column.name)
    keys[#keys + 1] = name .. (chance.of(0.5) and " desc" or "")
    if column.type == "date" then keys[#keys + 1] = name .. " .. ''" end
  end
  return keys
end

-- Sorts by all columns where the order is not known; whether it is known then.
local function settle(state)
  if known(state) then return true end
  for _, column in ipairs(state.columns) do
    if column.soft or column.day_only then return false end
  end
  if state.dynamic then return false end
  add(state, "sort", total_keys(state))
  state.order = "fixed"
  return true
end

-- Items ---------------------------------------------------------------------------------------------------

local TYPES = { "integer", "number", "boolean", "boolean", "date", "text" }

local function item_text(made, name) return expressions.text(made) .. " as " .. expressions.quote(name) end

-- A computed item: node, name and text.
local function item(state, kind)
  local made = expressions.of(context(state, { fails = chance.of(0.1) }), kind or pick(TYPES), random(0, 3))
  if not made then return nil end
  local name = fresh(state)
  return { made = made, name = name, text = item_text(made, name) }
end

-- A column passed on, under its own name or another.
local function plain_item(state, column, taken)
  local name, made = column.name, { type = column.type, parts = { expressions.quote(column.name) }, column = column }
  if taken[name] or chance.of(0.2) then name = fresh(state) end
  local copy = {}
  for key, value in pairs(column) do copy[key] = value end
  copy.name = name
  return { made = made, name = name, column = copy,
    text = name == column.name and expressions.quote(name) or item_text(made, name) }
end

local function items_of(state, least, most, share_plain)
  local list, taken = {}, {}
  for _ = 1, random(least, most) do
    local one = chance.of(share_plain) and #state.columns > 0 and plain_item(state, pick(state.columns), taken)
      or item(state)
    if one and not taken[one.name] and not (state.may_fail and one.made.fails) then
      taken[one.name] = true
      list[#list + 1] = one
      failing(state, one.made)
    end
  end
  return list
end

local function spread(items)
  local texts, columns, names = {}, {}, {}
  for i, one in ipairs(items) do
    texts[i], columns[i] = one.text, one.column or computed(one.name, one.made)
    names[one.name] = expressions.names(one.made, {})
  end
  return texts, columns, names
end

-- Verbs ---------------------------------------------------------------------------------------------------

local VERBS = {}

local function where_expression(state)
  local fails = chance.of(0.2) and #state.steps == 0
  local made = expressions.of(context(state, { params = true, fails = fails }), "boolean", random(1, 4))
  if not made or made.literal then return false end
  local args, params = {}, { n = 0 }
  args[1] = expressions.text(made, params)
  table.move(params, 1, params.n, 2, args)
  args.n = params.n + 1
  add(state, "where", args, expressions.names(made, {}))
  failing(state, made)
  return true
end

local function wanted_value(column)
  local samples = column.samples or {}
  if #samples > 0 and chance.of(0.9) then return pick(samples) end
  if column.datelike then return "2025-06-02" end
  return ({ integer = 3, number = 1.5, boolean = chance.of(0.5), text = "a", date = "2025-06-02" })[column.type]
end

local function where_table(state)
  local conditions = {}
  for _, column in ipairs(chance.some(firm(state), 1, 2)) do
    local value = wanted_value(column)
    if chance.of(0.4) then
      value = { value }
      for i = 1, random(0, 3) do value[i + 1] = chance.of(0.15) and core.null or wanted_value(column) end
      if chance.of(0.05) then value = {} end
    elseif chance.of(0.1) then
      value = core.null
    end
    conditions[column.name] = value
  end
  if next(conditions) == nil then return false end
  add(state, "where", { conditions }, { ["where{}"] = true })
  return true
end

function VERBS.where(state)
  if chance.of(0.25) and not state.dynamic then return where_table(state) end
  return where_expression(state)
end

function VERBS.select(state)
  local items = items_of(state, 1, 4, 0.5)
  if #items == 0 then return false end
  local texts, columns, names = spread(items)
  add(state, "select", texts, nil, names)
  state.columns, state.dynamic = columns, nil
  keep_order(state)
  return true
end

-- Puts columns among those of the state; one of the same name is replaced.
local function put_among(state, columns)
  state.columns = table.move(state.columns, 1, #state.columns, 1, {})
  for _, column in ipairs(columns) do
    local place = #state.columns + 1
    for i, other in ipairs(state.columns) do
      if other.name == column.name then place = i end
    end
    state.columns[place] = column
  end
end

VERBS["with"] = function(state)
  local items = items_of(state, 1, 3, 0.05)
  -- now and then a column is replaced
  if #items > 0 and not items[1].column and chance.of(0.15) and #state.columns > 0 then
    local name = pick(state.columns).name
    items[1].name, items[1].text = name, item_text(items[1].made, name)
    if state.order == "ties" then state.order = "none" end
  end
  if #items == 0 then return false end
  local texts, columns, names = spread(items)
  add(state, "with", texts, nil, names)
  put_among(state, columns)
  return true
end

function VERBS.distinct(state)
  local items = chance.of(0.5) and items_of(state, 1, 3, 0.7) or {}
  for _, one in ipairs(items) do
    if one.column and (one.column.soft or one.column.day_only) then return false end
  end
  if #items == 0 and (#firm(state) < #state.columns or state.dynamic) then return false end
  local texts, columns, names = spread(items)
  add(state, "distinct", texts, nil, names)
  if #items > 0 then state.columns, state.dynamic = columns, nil end
  keep_order(state)
  return true
end

local function sort_key(state)
  local columns = firm(state)
  if #columns > 0 and chance.of(0.75) then
    local column = pick(columns)
    return expressions.quote(column.name), column.name, { ["key:" .. column.type] = true }
  end
  local made = expressions.of(context(state), pick(TYPES), 2)
  if not made or made.literal then return nil end
  return expressions.text(made), nil, expressions.names(made, {})
end

function VERBS.sort(state)
  local args, by, names, plain = {}, {}, { sort = true }, true
  for i = 1, random(1, 3) do
    local text, name, used = sort_key(state)
    if not text then return false end
    local desc = chance.of(0.4) and " desc" or chance.of(0.1) and " asc" or ""
    args[i], by[#by + 1], plain = text .. desc, name, plain and name ~= nil
    if desc == " desc" then names.desc = true end
    for key in pairs(used) do names[key] = true end
  end
  add(state, "sort", args, names)
  if state.order == "frame" then state.order = "fixed" return true end
  state.order, state.by = plain and "ties" or "none", by
  return true
end

function VERBS.limit(state)
  if not settle(state) then return false end
  local n = pick { 0, 1, 2, 3, 5, 10, 50, 1000, random(0, math.min(3000, state.rows // 1 | 0) + 1) }
  local args = { n }
  if chance.of(0.4) then args[2] = pick { 0, 1, 2, 7, random(0, math.min(3000, state.rows // 1 | 0) + 1) } end
  add(state, "limit", args)
  state.rows = math.min(state.rows, n)
  return true
end

-- Groups --------------------------------------------------------------------------------------------------

-- The keys of by(): texts, their columns, and the names that may stand outside aggregates.
local function group_keys(state)
  local texts, columns, free, names, taken = {}, {}, {}, {}, {}
  local candidates = firm(state)
  for _ = 1, random(1, 3) do
    local one
    if #candidates > 0 and chance.of(0.8) then
      local column = pick(candidates)
      one = plain_item(state, column, taken)
      names["key:" .. column.type], free[column.name] = true, true
    else
      one = item(state)
    end
    if one and not one.made.fails and not one.made.literal and not taken[one.name] then
      taken[one.name] = true
      texts[#texts + 1], columns[#columns + 1] = one.text, one.column or computed(one.name, one.made)
      expressions.names(one.made, names)
    end
  end
  return texts, columns, free, names
end

-- The order of groups: by their keys, of which dates may be equal in their days.
local function grouped(state, keys, columns)
  state.columns, state.order, state.by, state.dynamic = columns, "fixed", {}, nil
  for i, key in ipairs(keys) do
    state.by[i] = key.name
    if key.type == "date" then state.order = "ties" end
  end
end

local function summary_items(state, free)
  local c = context(state, { aggregates = true, keys = free, fails = chance.of(0.08) and not state.may_fail })
  local list = {}
  for _ = 1, random(1, 4) do
    local made = expressions.summary(c)
    if made and not (made.fails and state.may_fail) then
      local name = fresh(state)
      list[#list + 1] = { made = made, name = name, text = item_text(made, name) }
      failing(state, made)
    end
  end
  return list
end

-- Notes on the columns of a step which of them are soft, with the step that gives their scale.
local function note_soft(step, items, columns)
  for i, one in ipairs(items) do
    local scale = one.made.soft
    if scale then columns[i].soft = { step = step, alternative = alternative(step, i, item_text(scale, one.name)) } end
  end
end

local function summarise(state)
  local keys, key_columns, free, names = {}, {}, {}, nil
  if chance.of(0.85) then
    keys, key_columns, free, names = group_keys(state)
    if #keys == 0 then return false end
  end
  local items = summary_items(state, free)
  if #items == 0 then return false end
  local texts, columns, used = spread(items)
  if #keys > 0 then add(state, "by", keys, names) end
  local step = add(state, "summarise", texts, nil, used)
  note_soft(step, items, columns)
  local all = table.move(key_columns, 1, #key_columns, 1, {})
  grouped(state, key_columns, table.move(columns, 1, #columns, #all + 1, all))
  if #keys == 0 then state.rows = 1 end
  return true
end

VERBS.summarise = function(state)
  if chance.of(0.5) and #firm(state) == #state.columns and not state.dynamic then settle(state) end
  return summarise(state)
end

local SHORT = { count = true, sum = true, mean = true, min = true, max = true, median = true, count_distinct = true,
  quantile = true, list = true, stddev = true, variance = true, mode = true, corr = true, weighted_mean = true,
  string_agg = true, top = true }

-- The arguments of a short form: expressions as texts, settings as values.
local function short_arguments(made)
  local args, entry = {}, functions.aggregates[made.name]
  for _, part in ipairs(made.parts) do
    if type(part) == "table" then
      args[#args + 1] = expressions.text(part)
    else
      local number, text = part:match "^, ([%d.]+)", part:match "^, '(.*)'$"
      if number then args[#args + 1] = tonumber(number) elseif text then args[#args + 1] = (text:gsub("''", "'")) end
    end
  end
  return #args >= entry.least and args or nil
end

-- The name of the column that a short form makes.
local function short_name(made)
  local parts = { made.name }
  for _, part in ipairs(made.parts) do
    if type(part) == "table" and part.column then parts[#parts + 1] = part.column.name
    elseif type(part) == "table" and not part.literal then return made.name end
  end
  return table.concat(parts, "_")
end

-- with() after by().
function VERBS.windows(state)
  if state.renamed then return false end
  if chance.of(0.5) and #firm(state) == #state.columns and not state.dynamic then settle(state) end
  local keys, _, _, names = group_keys(state)
  local items, c = {}, context(state, { fails = chance.of(0.08) and not state.may_fail })
  for _ = 1, #keys > 0 and random(1, 3) or 0 do
    local made, name = expressions.window(c), fresh(state)
    if made and not (made.fails and state.may_fail) then
      items[#items + 1] = { made = made, name = name, text = item_text(made, name) }
      failing(state, made)
    end
  end
  if #items == 0 then return false end
  local texts, columns, used = spread(items)
  add(state, "by", keys, names)
  note_soft(add(state, "with", texts, { windows = true }, used), items, columns)
  put_among(state, columns)
  if state.order == "frame" then state.order = "fixed" end
  return true
end

-- The arguments of a short form from an aggregate that stands alone: verb, args, and those of its scale.
local function short_form(state)
  local made = expressions.aggregate(context(state, { aggregates = true, keys = {} }))
  if not made or not SHORT[made.name] or made.fails then return nil end
  local arg = type(made.parts[2]) == "table" and made.parts[2] or nil
  local args, scale = short_arguments(made), nil
  if made.soft then
    local name = made.soft.parts[1]:match "^%a+"
    scale = { verb = name, args = { "abs(0.0 + (" .. expressions.text(arg) .. "))", n = 1 } }
  end
  args.n = #args
  return made, args, scale
end

function VERBS.short(state)
  local keys, key_columns, _, names = group_keys(state)
  if #keys == 0 then return false end
  local made, args, scale = short_form(state)
  if not made then return false end
  local name = short_name(made)
  for _, key in ipairs(key_columns) do
    if key.name == name then return false end
  end
  -- the step of the scale names its column otherwise, so it is given in full
  if scale then scale = { verb = "summarise", args = { scale.verb .. "(" .. scale.args[1] .. ") as " ..
    expressions.quote(name), n = 1 } } end
  add(state, "by", keys, names)
  local result = computed(name, made)
  local step = add(state, made.name, args, { short = true }, { [name] = expressions.names(made, {}) })
  if scale then result.soft = { step = step, alternative = scale } end
  local all = table.move(key_columns, 1, #key_columns, 1, {})
  all[#all + 1] = result
  grouped(state, key_columns, all)
  return true
end

function VERBS.pivot(state)
  local keys, key_columns, _, names = group_keys(state)
  local across = firm(state)
  if #keys == 0 or #across == 0 then return false end
  local c = context(state, { aggregates = true, keys = {} })
  local made = expressions.aggregate(c)
  if not made or made.fails then return false end
  local given = { rows = #keys == 1 and keys[1] or keys, columns = expressions.quote(pick(across).name) }
  if chance.of(0.8) then given.values = expressions.text(made) else made = {} end
  local step = add(state, "pivot", { given }, names)
  expressions.names(made, step.names)
  grouped(state, key_columns, table.move(key_columns, 1, #key_columns, 1, {}))
  state.dynamic = { day_only = made.day_only }
  if made.soft then
    local other = { rows = given.rows, columns = given.columns, values = expressions.text(made.soft) }
    state.dynamic.soft = { step = step, alternative = alternative(step, 1, other) }
  end
  return true
end

-- Joins ---------------------------------------------------------------------------------------------------

local KINDS = { "inner", "left", "semi", "anti" }

-- `on` for pairs of names: a name, or a table.
local function on_of(pairs_of_names)
  if #pairs_of_names == 1 and pairs_of_names[1][1] == pairs_of_names[1][2] then return pairs_of_names[1][1] end
  local on = {}
  for _, pair in ipairs(pairs_of_names) do on[pair[1]] = pair[2] end
  return on
end

-- Steps of the query that is joined with, such that its keys stay what they are.
local function joined_query(made, pairs_of_names)
  local state = start(made)
  if chance.of(0.5) then VERBS.where(state) end
  if chance.of(0.3) then VERBS.limit(state) end
  if chance.of(0.3) and not column_named(state, "count") then
    local keys, names = {}, {}
    for i, pair in ipairs(pairs_of_names) do keys[i], names[i] = expressions.quote(pair[2]), pair[2] end
    add(state, "by", keys)
    add(state, "count", {})
    local columns = {}
    for i, name in ipairs(names) do columns[i] = column_named(state, name) end
    columns[#columns + 1] = { name = "count", type = "integer", bound = made.n, bits = 0 }
    state.columns = columns
  end
  return state
end

-- The columns of the right side that come along; a name that is taken becomes one that nobody knows.
local function bring(state, right, pairs_of_names, kind)
  local taken, dropped = {}, {}
  for _, pair in ipairs(pairs_of_names) do dropped[pair[2]] = kind == "inner" and pair[1] == pair[2] end
  for _, column in ipairs(state.columns) do taken[column.name] = true end
  state.columns = table.move(state.columns, 1, #state.columns, 1, {})
  for _, column in ipairs(right.columns) do
    if dropped[column.name] then goto continue end
    if taken[column.name] then state.renamed = true else state.columns[#state.columns + 1] = column end
    ::continue::
  end
end

function VERBS.join(state)
  local candidates = {}
  for _, column in ipairs(firm(state)) do
    if column.kind then candidates[#candidates + 1] = column end
  end
  if #candidates == 0 or state.dynamic then return false end
  local most = state.rows > 200 and 12 or 40
  local made, pairs_of_names = random_tables.partner(candidates, random(0, most))
  local right = chance.of(0.5) and joined_query(made, pairs_of_names) or start(made)
  if right.may_fail then return false end
  local kind = pick(KINDS)
  add(state, "join", { { table = made, steps = right.steps }, { on = on_of(pairs_of_names), kind = kind } },
    { ["join:" .. kind] = true, [#right.steps > 0 and "join:query" or "join:frame"] = true,
      ["join:" .. #pairs_of_names] = true, ["join:" .. column_named(state, pairs_of_names[1][1]).type] = true })
  if kind == "semi" or kind == "anti" then return true end
  bring(state, right, pairs_of_names, kind)
  state.rows, state.order = state.rows * math.max(1, made.n), "none"
  return true
end

-- Whole queries -------------------------------------------------------------------------------------------

local CHOICE = { { 26, "where" }, { 12, "select" }, { 14, "with" }, { 10, "windows" },
  { 20, "summarise" }, { 8, "short" }, { 8, "distinct" },
  { 14, "sort" }, { 10, "limit" }, { 10, "join" }, { 5, "pivot" } }

-- A plain value at the end instead of a Frame.
local function value_end(state)
  local made, args, scale = short_form(state)
  if not made then return nil end
  return { verb = made.name, args = args, scale = scale, day_only = made.day_only,
    names = expressions.names(made, { ["verb:value"] = true }) }
end

local function snapshot(state)
  return { columns = state.columns, order = state.order, by = state.by, dynamic = state.dynamic }
end

local function random_state(made, most)
  local state, tries = start(made), 0
  state.after = { [0] = snapshot(state) }
  local steps = random(1, most or 5)
  while #state.steps < steps and tries < 20 and not state.may_fail do
    tries = tries + 1
    if not state.renamed or chance.of(0.5) then
      local verb = chance.weighted(CHOICE)
      if not (state.renamed and (verb == "distinct" or verb == "limit")) then VERBS[verb](state) end
      state.after[#state.steps] = snapshot(state)
    end
  end
  return state
end

--- A random query over a table: the table, the steps, how it ends, and what is known of the result: its columns,
-- the order of its rows, and whether it may fail; `after` has that for every verb on the way.
function random_queries.query(made, most)
  local state = random_state(made, most)
  local query = snapshot(state)
  query.table, query.steps, query.after, query.may_fail = made, state.steps, state.after, state.may_fail
  if chance.of(0.08) and not state.dynamic and not state.may_fail then query.finish = value_end(state) end
  return query
end

-- Lua code --------------------------------------------------------------------------------------------------

local literal = random_tables.literal

local function written(value, frames)
  if type(value) ~= "table" then
    return value == core.null and "core.null" or literal(value)
  elseif value.table then
    frames[#frames + 1] = random_tables.code(value.table)
    local name = "f" .. #frames
    return #value.steps == 0 and name or ("query_of(%s, engine)"):format(name) ..
      random_queries.steps_code(value.steps, frames)
  end
  local parts, keys = {}, {}
  for i, one in ipairs(value) do parts[i] = written(one, frames) end
  for key in pairs(value) do
    if type(key) == "string" then keys[#keys + 1] = key end
  end
  table.sort(keys)
  for _, key in ipairs(keys) do parts[#parts + 1] = ("[%s] = %s"):format(literal(key), written(value[key], frames)) end
  return "{ " .. table.concat(parts, ", ") .. " }"
end

--- The calls of the steps.
function random_queries.steps_code(steps, frames)
  local calls = {}
  for i, step in ipairs(steps) do
    local args = {}
    for at = 1, step.args.n do args[at] = written(step.args[at], frames) end
    calls[i] = ("\n  :%s(%s)"):format(step.verb, table.concat(args, ", "))
  end
  return table.concat(calls)
end

--- The query as Lua code: a function `answer(engine)`.
function random_queries.code(query)
  local frames = { random_tables.code(query.table) }
  local steps = table.move(query.steps, 1, #query.steps, 1, {})
  if query.finish then steps[#steps + 1] = query.finish end
  local calls = random_queries.steps_code(steps, frames) .. (query.finish and "" or "\n  :frame()")
  local lines = { 'local core = require "parley.core"', 'require "parley.frame.frame"',
    'local query_of = require "spec.support.frame_query"' }
  for i, code in ipairs(frames) do lines[#lines + 1] = ("local f%d = %s"):format(i, code) end
  lines[#lines + 1] = ("local function answer(engine)\n  return query_of(f1, engine)%s\nend"):format(
    calls:gsub("\n", "\n  "))
  return table.concat(lines, "\n")
end

return random_queries
