-- The verbs of random queries that group: summarise, windows, short forms and pivot.

local chance = require "spec.support.chance"
local expressions = require "spec.support.random_expressions"
local functions = require "parley.query.functions"
local growing = require "spec.support.random_queries.growing"

local context, fresh, firm, computed, add = growing.context, growing.fresh, growing.firm, growing.computed, growing.add
local alternative, failing, settle, item_text = growing.alternative, growing.failing, growing.settle, growing.item_text
local item, plain_item, spread, put_among = growing.item, growing.plain_item, growing.spread, growing.put_among
local random, pick = math.random, chance.pick

local VERBS = {}
local groups = { VERBS = VERBS }          -- where: given by random_queries, which has it

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

-- The columns that the sum of an amount becomes: in words, and its sides. Its text comes to those of the items.
local function sum_columns(state, whole, texts)
  local name = fresh(state)
  texts[#texts + 1] = item_text(whole, name)
  local columns = { { name = name, type = "text", length = 120 } }
  for i, side in ipairs { "low", "best", "high" } do
    columns[i + 1] = computed(name .. "_" .. side, { type = whole.side_type, bound = whole.bound, bits = whole.bits })
  end
  return columns
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
  local whole = chance.of(0.3) and expressions.sum_of_amount(context(state, { aggregates = true, keys = free }))
  if whole then table.move(sum_columns(state, whole, texts), 1, 4, #columns + 1, columns) end
  if #keys > 0 then add(state, "by", keys, names) end
  local step = add(state, "summarise", texts, whole and { ["sum of an amount"] = true } or nil, used)
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
    if type(part) == "table" and (part.column or part.called) then parts[#parts + 1] = part.called or part.column.name
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
  if not made or not functions.has_short_form(made.name) or made.fails then return nil end
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
  local column = pick(across)
  local given = { rows = #keys == 1 and keys[1] or keys, columns = expressions.quote(column.name) }
  if chance.of(0.8) then given.values = expressions.text(made) else made = {} end
  given.margins = chance.of(0.3) or nil
  if given.margins then names["pivot:margins"] = true end
  local step = add(state, "pivot", { given }, names)
  expressions.names(made, step.names)
  grouped(state, key_columns, table.move(key_columns, 1, #key_columns, 1, {}))
  state.dynamic = { day_only = made.day_only }
  if made.soft then
    local other = { rows = given.rows, columns = given.columns, values = expressions.text(made.soft),
      margins = given.margins }
    state.dynamic.soft = { step = step, alternative = alternative(step, 1, other) }
  end
  return true
end

-- Aggregates whose values are the same to the last bit, since each is compared.
local function exact_items(state, free)
  local list, c = {}, context(state, { aggregates = true, keys = free })
  for _ = 1, random(1, 3) do
    local made, name = expressions.summary(c), fresh(state)
    if made and not (made.fails or made.soft or made.day_only) then
      list[#list + 1] = { made = made, name = name, text = item_text(made, name) }
    end
  end
  return list
end

-- Two summaries of the table, one of some of its rows, which meet by the keys of their groups.
function VERBS.diff(state)
  if #state.steps > 0 then return false end
  local keys, columns, free, names = group_keys(state)
  local items = #keys > 0 and exact_items(state, free) or {}
  if #items == 0 then return false end
  local texts, _, used = spread(items)
  local lower, key = growing.start(state.made), {}
  if chance.of(0.7) then groups.where(lower) end
  if lower.may_fail then return false end
  for _, side in ipairs { state, lower } do
    add(side, "by", keys, names)
    add(side, "summarise", texts, nil, used)
  end
  for i, column in ipairs(columns) do key[i] = column.name end
  add(state, "diff", { { table = state.made, steps = lower.steps }, { key = key } })
  state.columns = {}
  for i, column in ipairs(columns) do
    state.columns[i] = {}
    for field, value in pairs(column) do state.columns[i][field] = value end
    state.columns[i].traits = nil          -- diff() gives a Frame of its own
  end
  for _, name in ipairs { "change", "column", "before", "after" } do
    state.columns[#state.columns + 1] = { name = name, type = "text", length = 200 }
  end
  state.rows, state.order, state.dynamic = 4 * state.rows, "none", nil
  return true
end

groups.short_form = short_form
return groups
