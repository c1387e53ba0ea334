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
local growing = require "spec.support.random_queries.growing"
local groups = require "spec.support.random_queries.groups"
local reshaping = require "spec.support.random_queries.reshaping"

local start, context, column_named, firm = growing.start, growing.context, growing.column_named, growing.firm
local add, failing, keep_order, settle = growing.add, growing.failing, growing.keep_order, growing.settle
local TYPES, item_text, items_of, spread = growing.TYPES, growing.item_text, growing.items_of, growing.spread
local put_among, with_values = growing.put_among, growing.with_values
local short_form, VERBS = groups.short_form, groups.VERBS
local random, pick = math.random, chance.pick

local random_queries = {}

-- Verbs ---------------------------------------------------------------------------------------------------

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
  local _, columns, names = spread(items)
  add(state, "select", with_values(items), nil, names)
  state.columns, state.dynamic = columns, nil
  keep_order(state)
  return true
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
  local _, columns, names = spread(items)
  add(state, "with", with_values(items), nil, names)
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

-- With those level with the last: behind a sort, whatever order equal rows have.
local function limit_with_ties(state)
  local n = pick { 0, 1, 2, 3, 10 }
  add(state, "limit", { n, { ties = true } }, { ["limit:ties"] = true })
  return true
end

function VERBS.limit(state)
  local last = state.steps[#state.steps]
  if last and last.verb == "sort" and chance.of(0.7) then return limit_with_ties(state) end
  if not settle(state) then return false end
  local n = pick { 0, 1, 2, 3, 5, 10, 50, 1000, random(0, math.min(3000, state.rows // 1 | 0) + 1) }
  local args = { n }
  if chance.of(0.4) then args[2] = pick { 0, 1, 2, 7, random(0, math.min(3000, state.rows // 1 | 0) + 1) } end
  add(state, "limit", args)
  state.rows = math.min(state.rows, n)
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

-- Days apart that a pair of dates may be, where there is one: a join in time.
local function within_of(state, pairs_of_names)
  local dates = 0
  for _, pair in ipairs(pairs_of_names) do
    if column_named(state, pair[1]).type == "date" then dates = dates + 1 end
  end
  return dates == 1 and chance.of(0.6) and pick { 0, 1, 3, 30, 400, 1000000 } or nil
end

-- The columns of the right side that come along; a name that is taken becomes one that nobody knows.
local function bring(state, right, pairs_of_names, given)
  local taken, dropped = {}, {}
  for _, pair in ipairs(pairs_of_names) do
    dropped[pair[2]] = given.kind == "inner" and pair[1] == pair[2]
      and not (given.within and column_named(state, pair[1]).type == "date")
  end
  for _, column in ipairs(state.columns) do taken[column.name] = true end
  state.columns = table.move(state.columns, 1, #state.columns, 1, {})
  for _, column in ipairs(right.columns) do
    if dropped[column.name] then goto continue end
    if taken[column.name] then state.renamed = true else state.columns[#state.columns + 1] = column end
    ::continue::
  end
end

-- Columns that keys can be made of; now and then a date alone.
local function key_candidates(state)
  local candidates, dates = {}, {}
  for _, column in ipairs(firm(state)) do
    if column.kind then candidates[#candidates + 1] = column end
    if column.kind and column.type == "date" then dates[#dates + 1] = column end
  end
  return #dates > 0 and chance.of(0.25) and { pick(dates) } or candidates
end

function VERBS.join(state)
  local candidates = key_candidates(state)
  if #candidates == 0 or state.dynamic then return false end
  local most = state.rows > 200 and 12 or 40
  local made, pairs_of_names = random_tables.partner(candidates, random(0, most))
  local right = chance.of(0.5) and joined_query(made, pairs_of_names) or start(made)
  if right.may_fail then return false end
  local kind = pick(KINDS)
  local given = { on = on_of(pairs_of_names), kind = kind, missing = chance.of(0.2) and "match" or nil,
    within = within_of(state, pairs_of_names) }
  add(state, "join", { { table = made, steps = right.steps }, given }, { ["join:" .. kind] = true,
      ["join:" .. (given.within and "within" or "equal")] = true,
      [#right.steps > 0 and "join:query" or "join:frame"] = true,
      ["join:" .. #pairs_of_names] = true, ["join:" .. column_named(state, pairs_of_names[1][1]).type] = true })
  if kind == "semi" or kind == "anti" then return true end
  bring(state, right, pairs_of_names, given)
  state.rows, state.order = state.rows * math.max(1, made.n), "none"
  return true
end

reshaping.steps, groups.where = VERBS, where_expression
for name, verb in pairs(reshaping.VERBS) do VERBS[name] = verb end

-- Whole queries -------------------------------------------------------------------------------------------

local CHOICE = { { 26, "where" }, { 12, "select" }, { 14, "with" }, { 10, "windows" },
  { 20, "summarise" }, { 8, "short" }, { 8, "distinct" },
  { 14, "sort" }, { 10, "limit" }, { 10, "join" }, { 5, "pivot" }, { 6, "union" },
  { 6, "unpivot" }, { 5, "split" }, { 4, "sample" }, { 4, "complete" },
  { 12, "diff" } }

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
    if step.verb == "diff" then calls[i] = calls[i] .. ":where('true')" end          -- a query of the Frame it gives
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
