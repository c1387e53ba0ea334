-- The verbs of one relation in the naive engine: what a step makes of it.

local core = require "parley.core"
local expr = require "parley.query.expr"
local plain_text = require "parley.base.plain_text"
local parsed = require "parley.query.items"
local tree = require "parley.query.tree"
local functions = require "parley.query.functions"
local relations = require "spec.support.plain_engine.relations"
local reshaping = require "spec.support.plain_engine.reshaping"
local semantics = require "spec.support.plain_engine.semantics"
local evaluate = require "spec.support.plain_engine.expressions"

local aggregated, checked, item_of = relations.aggregated, relations.checked, relations.item_of
local kind_of, made, computed, sorted = relations.kind_of, relations.made, relations.computed, relations.sorted
local by_columns, kept = relations.by_columns, relations.kept
local clean, same_key = semantics.clean, semantics.same_key

local VERBS = {}

local function matches(value, wanted)
  if rawequal(wanted, core.null) then return value == nil end
  return value ~= nil and value == wanted
end

-- Whether a date is within one of some periods, which is what the words of an expression say.
local function dated(relation, name, wanted)
  local periods, places = {}, {}
  for _, one in ipairs(wanted) do
    if not rawequal(one, core.null) then periods[#periods + 1], places[#places + 1] = one, "?" end
  end
  if #periods == 0 then return function() return false end end
  periods.n = #periods
  local text = ('"%s" in (%s)'):format(name:gsub('"', '""'), table.concat(places, ", "))
  local node = checked(relation, text, expr.parse(text, periods))
  return function(row) return evaluate(node, row) == true end
end

local function where_table(relation, conditions)
  for _, column in ipairs(relation.columns) do
    local wanted = conditions[column.name]
    if wanted ~= nil then
      if type(wanted) ~= "table" then wanted = { wanted } end
      local within = column.type == "date" and dated(relation, column.name, wanted)
      relation = kept(relation, function(row)
        local value = row[column.at]
        for _, one in ipairs(wanted) do
          if within and not rawequal(one, core.null) then
            if within(row) then return true end
          elseif matches(value, one) then
            return true
          end
        end
        return false
      end)
    end
  end
  return relation
end

function VERBS.where(relation, condition, ...)
  if type(condition) == "table" then return where_table(relation, condition) end
  local node = checked(relation, condition, expr.parse(condition, table.pack(...)))
  return kept(relation, function(row) return evaluate(node, row) == true end)
end

local function items_of(relation, ...)
  local items = {}
  for i, item in ipairs(parsed.parse_all(expr.parse_item, "plain", ...)) do items[i] = item_of(relation, item) end
  return items
end

function VERBS.select(relation, ...) return computed(relation, items_of(relation, ...)) end

local function column_item(column)
  return { name = column.name, node = { kind = "column", column = column, type = column.type } }
end

-- The items of all columns, with these among them.
local function put_among(relation, more)
  local items = {}
  for i, column in ipairs(relation.columns) do items[i] = column_item(column) end
  for _, item in ipairs(more) do
    local place = #items + 1
    for i, other in ipairs(items) do
      if other.name == item.name then place = i end
    end
    items[place] = item
  end
  return items
end

local function row_key(row, count)
  local parts = {}
  for i = 1, count do parts[i] = same_key(row[i]) end
  return table.concat(parts, "\0")
end

function VERBS.distinct(relation, ...)
  if select("#", ...) > 0 then relation = VERBS.select(relation, ...) end
  local seen = {}
  return kept(relation, function(row)
    local key = row_key(row, #relation.columns)
    local new = not seen[key]
    seen[key] = true
    return new
  end)
end

function VERBS.sort(relation, ...)
  local keys = {}
  for i, text in ipairs { ... } do
    local item = expr.parse_sort(text)
    local node = checked(relation, text, item.node)
    keys[i] = { type = node.type, desc = item.desc, value = function(row) return clean(evaluate(node, row)) end }
  end
  return { columns = relation.columns, rows = sorted(relation.rows, keys), sort_keys = keys }
end

-- Those level with the last come along, by the keys of the sort before.
local function limit_with_ties(relation, n)
  local rows = table.move(relation.rows, 1, math.min(#relation.rows, n), 1, {})
  local last = rows[n]
  for at = n + 1, last and #relation.rows or 0 do
    if not relations.level(relation.rows[at], last, relation.sort_keys) then break end
    rows[at] = relation.rows[at]
  end
  return { columns = relation.columns, rows = rows }
end

function VERBS.limit(relation, n, offset)
  if type(offset) == "table" then return limit_with_ties(relation, n) end
  offset = offset or 0
  return { columns = relation.columns, rows = table.move(relation.rows, offset + 1,
    math.min(#relation.rows, offset + n), 1, {}) }
end

-- Groups ---------------------------------------------------------------------------------------------------------

function VERBS.by(relation, ...)
  return { columns = relation.columns, rows = relation.rows, keys = items_of(relation, ...) }
end

-- The groups: rows by key, with the values of the keys, in the order of the keys.
local function groups_of(relation)
  local keys = relation.keys or {}
  local values, groups, by_key = computed(relation, keys), {}, {}
  for r, row in ipairs(relation.rows) do
    local key = row_key(values.rows[r], #keys)
    if not by_key[key] then
      by_key[key] = { rows = {}, first = row }
      for i = 1, #keys do by_key[key][i] = values.rows[r][i] end
      groups[#groups + 1] = by_key[key]
    end
    table.insert(by_key[key].rows, row)
  end
  if #keys == 0 and #groups == 0 then groups[1] = { rows = {}, first = {} } end
  return sorted(groups, by_columns(values.columns, #keys)), values.columns
end

-- with() after by(): each row in its place among the rows of its group.
local function windowed(relation, ...)
  local items, group_of, place_of = {}, {}, {}
  for i, text in ipairs { ... } do items[i] = item_of(relation, text, { aggregates = true, windows = true }) end
  for _, group in ipairs((groups_of(relation))) do
    for at, row in ipairs(group.rows) do group_of[row], place_of[row] = group, at end
  end
  return computed(relation, put_among(relation, items), function(node, row)
    local found = aggregated(node, group_of[row].rows, place_of[row])
    return evaluate(node, setmetatable({ aggregates = found }, { __index = row }))
  end)
end

VERBS["with"] = function(relation, ...)
  if relation.keys then return windowed(relation, ...) end
  return computed(relation, put_among(relation, items_of(relation, ...)))
end

local function summarised(relation, items)
  local groups, columns = groups_of(relation)
  local keys, rows = #columns, {}
  for i, item in ipairs(items) do columns[keys + i] = { name = item.name, type = kind_of(item.node) } end
  for g, group in ipairs(groups) do
    rows[g] = table.move(group, 1, keys, 1, {})
    for i, item in ipairs(items) do
      local row = setmetatable({ keys = group, aggregates = aggregated(item.node, group.rows) }, { __index = group.first })
      rows[g][keys + i] = clean(evaluate(item.node, row))
    end
  end
  return made(columns, rows)
end

-- Adds the sides of a sum to the items. Gives their name.
local function sides_of(item, items)
  for _, side in ipairs { "low", "best", "high" } do
    items[#items + 1] = { name = item.name .. "_" .. side, node = item.node[side] }
  end
  return item.name
end

-- An amount in words, by its sides.
local function worded(low, best, high)
  local function text(value) return ("%.15g"):format(value) end
  if low and low == high then return text(low) end
  if not (low or high) then return best and "about " .. text(best) end
  local bounds = not high and "at least " .. text(low) or not low and "at most " .. text(high)
    or text(low) .. "–" .. text(high)
  local says_more = best and (low and high or best ~= (low or high))
  return says_more and text(best) .. " (" .. bounds .. ")" or bounds
end

-- The same, with a column before the sides of each sum that says it in words.
local function with_words(relation, names)
  for _, name in ipairs(names) do
    local at = 1
    while relation.columns[at].name ~= name .. "_low" do at = at + 1 end
    table.insert(relation.columns, at, { name = name, type = "text" })
    for _, row in ipairs(relation.rows) do
      local word = worded(row[at], row[at + 1], row[at + 2])
      table.move(row, at, #relation.columns, at + 1)
      row[at] = word
    end
  end
  return made(relation.columns, relation.rows)
end

function VERBS.summarise(relation, ...)
  local items, wholes = {}, {}
  for _, text in ipairs { ... } do
    local item = item_of(relation, text, { aggregates = true, keys = relation.keys or {} })
    if item.node.type == "amount" then wholes[#wholes + 1] = sides_of(item, items) else items[#items + 1] = item end
  end
  return with_words(summarised(relation, items), wholes)
end

-- The short form of an aggregate, as an item.
local function short_item(relation, name, ...)
  local node, entry = { kind = "call", name = name, args = {}, pos = 1 }, functions.aggregates[name]
  for at, given in ipairs { ... } do
    node.args[at] = functions.is_setting(entry, at) and tree.literal(given, 1) or expr.parse_item(given).node
  end
  return { node = checked(relation, name, node, { aggregates = true, keys = {} }), name = tree.call_name(node, name) }
end

for name in pairs(functions.aggregates) do
  VERBS[name] = function(relation, ...) return summarised(relation, { short_item(relation, name, ...) }) end
end

-- Pivot ----------------------------------------------------------------------------------------------------------

local function different_values(relation, item)
  local values, seen = {}, {}
  for _, row in ipairs(relation.rows) do
    local value = clean(evaluate(item.node, row))
    local key = same_key(value)
    if not seen[key] then
      seen[key] = true
      values[#values + 1] = { value = value }
    end
  end
  local function value(entry) return entry.value end
  return sorted(values, { { type = item.node.type, value = value }, { type = "value", value = value } })
end

function VERBS.pivot(relation, given)
  local texts = type(given.rows) == "table" and given.rows or { given.rows }
  local keyed = VERBS.by(relation, table.unpack(texts))
  local across = item_of(relation, given.columns)
  local values = item_of(relation, given.values or "count()", { aggregates = true, keys = keyed.keys })
  local groups, columns = groups_of(keyed)
  local keys, rows, taken = #columns, {}, {}
  for _, key in ipairs(columns) do taken[key.name] = true end
  for g, group in ipairs(groups) do rows[g] = table.move(group, 1, keys, 1, {}) end
  if given.margins and #groups > 0 then
    groups[#groups + 1] = { rows = relation.rows, first = {} }
    rows[#groups] = { columns[1].type == "text" and "total" or nil }
    groups[#groups][1] = rows[#groups][1]
  end
  local function cell(group, of_value)
    local row = setmetatable({ keys = group, aggregates = aggregated(values.node, of_value) }, { __index = group.first })
    return clean(evaluate(values.node, row))
  end
  for i, entry in ipairs(different_values(relation, across)) do
    local name = entry.value == nil and "missing" or type(entry.value) == "string" and entry.value
      or plain_text.bare(entry.value)
    if taken[name] then name = ("%s = %s"):format(across.name, name) end
    taken[name], columns[keys + i] = true, { name = name, type = kind_of(values.node) }
    for g, group in ipairs(groups) do
      local of_value = kept({ rows = group.rows }, function(row)
        return same_key(clean(evaluate(across.node, row))) == same_key(entry.value)
      end)
      rows[g][keys + i] = cell(group, of_value.rows)
    end
  end
  if given.margins then
    columns[#columns + 1] = { name = "total", type = kind_of(values.node) }
    for g, group in ipairs(groups) do rows[g][#columns] = cell(group, group.rows) end
  end
  return made(columns, rows)
end

VERBS.unpivot, VERBS.sample, VERBS.complete = reshaping.unpivot, reshaping.sample, reshaping.complete
VERBS.split = reshaping.split

return VERBS
