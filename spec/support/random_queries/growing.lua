-- The state of a random query in the making: its columns, rows, order and steps, and the items of a step.

local chance = require "spec.support.chance"
local expressions = require "spec.support.random_expressions"

local random, pick = math.random, chance.pick

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
  local c = context(state, { fails = chance.of(0.1), params = true })
  local made = not kind and chance.of(0.1) and expressions.amount_in_words(c)
    or expressions.of(c, kind or pick(TYPES), random(0, 3))
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

-- The items as arguments of a verb: each text, and behind it the values of its `?`.
local function with_values(items)
  local args = { n = 0 }
  for _, one in ipairs(items) do
    local params = { n = 0 }
    local text = one.column and one.text or expressions.text(one.made, params) .. " as " .. expressions.quote(one.name)
    args[args.n + 1] = text
    table.move(params, 1, params.n, args.n + 2, args)
    args.n = args.n + 1 + params.n
  end
  return args
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

return { start = start, known = known, context = context, fresh = fresh, column_named = column_named, firm = firm,
  computed = computed, add = add, alternative = alternative, failing = failing, keep_order = keep_order, settle = settle,
  TYPES = TYPES, item_text = item_text, item = item, plain_item = plain_item, items_of = items_of, spread = spread,
  with_values = with_values,
  put_among = put_among }
