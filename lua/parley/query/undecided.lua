--- What dates of several days leave undecided in a bound step, and lists count together: conditions on the rows before
-- it, for the notes.
-- A comparison is undecided where some days pass and some do not; a part of a date, or the time between two, where not
-- all days give the same.

local functions = require "parley.query.functions"
local negations = require "parley.query.negations"
local records = require "parley.base.records"
local tree = require "parley.query.tree"
local typed = require "parley.query.typed_nodes"

local undecided = {}

local call, is_nil, joined = typed.call, typed.is_nil, typed.joined

-- A condition with its comparisons of dates read in one way, as inside surely() or possibly().
local function read(node, reading)
  if node.interval then return require("parley.query.amounts").read(node, reading) end
  if node.dated then return node.reading and node or records.copy_of(node, { reading = reading }) end
  if node.kind == "not" then
    return records.copy_of(node, { operand = read(node.operand, typed.OTHER_READING[reading]) })
  end
  if node.kind ~= "logic" then return node end
  return records.copy_of(node, { left = read(node.left, reading), right = read(node.right, reading) })
end

local function is_of_dates(node)
  local entry = functions.entry_of(node)
  return entry ~= nil and entry.shared_days
end

-- Spans -----------------------------------------------------------------------------------------------------

local function column_name(node) return table.concat(node.path, ".") end

-- A tree with lengths of spans put as bounds.
local function with_bound(node, name)
  if node.length then return call(name, "integer", node.length.of) end
  local args = {}
  for i, arg in ipairs(node.args or {}) do args[i] = with_bound(arg, name) end
  return records.copy_of(node, { args = args })
end

-- What is said of the length of a span: the rows without an end, those with bounds; of a mean, its bounds.
local function of_length(doubts, step, item, node)
  local arg, shortest, longest = node.length.of, node.length.low, node.length.high
  local what = ("%s(%s)"):format(node.length.name, column_name(arg))
  local low, high = call(shortest, "integer", arg), call(longest, "integer", arg)
  doubts[#doubts + 1] = { key = "left_out.endless", text = item.text, arguments = { column = column_name(arg) },
    node = joined("and", { is_nil(low), is_nil(arg, true) }) }
  doubts[#doubts + 1] = { key = "undecided.length", text = item.text,
    arguments = { what = what, low = shortest, high = longest },
    node = typed.compare("<", low, high) }
  if not functions.is_average(item.node) or item.node.args[1] ~= node or #step.keys > 0 then return end
  doubts[#doubts + 1] = { key = "undecided.mean", text = item.text,
    arguments = { what = ("%s(%s)"):format(item.node.name, what) },
    bounds = { with_bound(item.node, shortest), with_bound(item.node, longest) } }
end

-- Lengths and starts of spans in an item, each said once.
local function of_spans(doubts, step, item)
  tree.find(item.node, function(node)
    if node.length then of_length(doubts, step, item, node) end
    if node.start_of then
      doubts[#doubts + 1] = { key = "guessed.start", arguments = { what = ("%s(%s)"):format(node.name,
        column_name(node.start_of)) } }
    end
  end)
end

-- Values ----------------------------------------------------------------------------------------------------

-- The condition that a value of dates is missing, though the dates are there.
local function value_undecided(node)
  local parts = { is_nil(node) }
  for _, arg in ipairs(node.args) do
    if arg.kind ~= "literal" then parts[#parts + 1] = is_nil(arg, true) end
  end
  return joined("and", parts)
end

local function comparison_undecided(node)
  return joined("and", { is_nil(node), is_nil(records.copy_of(node, { reading = "possibly" }), true) })
end

-- What is made of all the rows of a group.
local function is_over_rows(node) return node.aggregate or node.window end

-- What no row has of its own: that, and keys, which have notes of their own.
local function is_of_group(node) return node.kind == "key" or is_over_rows(node) end

-- Conditions for all the values and comparisons in a tree that rows can leave undecided, and for those that groups can:
-- the last date less the first, a date less that of the row before.
local function all_in(node, values_only)
  local list, of_groups = {}, {}
  tree.find(node, function(inner)
    local found = is_of_dates(inner) and value_undecided(inner)
      or not values_only and inner.dated and not inner.reading and comparison_undecided(inner)
    if not found then return end
    if not tree.find(inner, is_of_group) then list[#list + 1] = found
    elseif tree.find(inner, is_over_rows) then of_groups[#of_groups + 1] = found end
  end)
  return list, of_groups
end

-- A row that the wide reading takes in, and one whose condition is missing for want of a value.
local function of_conditions(conditions)
  local nodes, doubts, values = {}, {}, {}
  for i, condition in ipairs(conditions) do
    nodes[i] = condition.node
    for _, value in ipairs(all_in(condition.node, true)) do values[#values + 1] = value end
  end
  local all = joined("and", nodes)
  local wide, text = read(all, "possibly"), conditions[1].text
  local dates = tree.find(all, function(node) return node.dated and not node.reading end)
  if dates or tree.find(all, function(node) return node.interval and not node.reading end) then
    doubts[1] = { key = dates and "undecided.rows" or "undecided.amounts", text = text,
      node = joined("and", { wide, is_nil(all) }) }
  end
  if #values > 0 then
    doubts[#doubts + 1] = { key = "undecided.condition", text = text,
      node = joined("and", { is_nil(wide), joined("or", values) }) }
  end
  local denied = negations.doubt(all, wide)
  if denied then
    denied.text = text
    doubts[#doubts + 1] = denied
  end
  return doubts
end

local function is_time_between(node)
  local entry = functions.entry_of(node)
  return entry ~= nil and entry.between
end

-- Several that are counted as one value: by() and split() take each.
local function of_lists(doubts, item)
  tree.find(item.node, function(node)
    local list = functions.counted_together(node)
    if not list then return end
    local name = column_name(list)
    doubts[#doubts + 1] = { key = "repeated.together", text = item.text, arguments = { column = name },
      node = typed.compare(">", call("items", "integer", list), typed.value(1, "integer")) }
  end)
end

local function of_item(doubts, step, item)
  if not item.doubtful then return end
  of_spans(doubts, step, item)
  of_lists(doubts, item)
  local list, of_groups = all_in(item.node)
  local key = tree.find(item.node, is_time_between) and "undecided.between" or "undecided.values"
  local what = item.text:gsub("%s+[aA][sS]%s+%S+%s*$", "")
  local function add(conditions, keys)
    if #conditions == 0 then return end
    doubts[#doubts + 1] = { key = key, text = item.text, node = joined("or", conditions), keys = keys,
      arguments = { what = what } }
  end
  add(list)
  add(of_groups, step.keys or {})
end

-- Parts of the dates of columns in the lists of a step: name of the function -> name of the column -> the column.
local function parts_in(computed)
  local parts = {}
  for _, list in ipairs(computed) do
    for _, item in ipairs(list) do
      tree.find(item.node, function(node)
        local arg = is_of_dates(node) and node.args[1]
        if not (arg and arg.path) then return end
        parts[node.name] = parts[node.name] or {}
        parts[node.name][column_name(arg)] = arg
      end)
    end
  end
  return parts
end

-- A part of a date beside another one of it that it does not count within: a year beside a week, which at the turn of
-- the year may belong to another one.
local function of_parts(doubts, computed)
  local parts = parts_in(computed)
  for name, columns in records.by_key(parts) do
    local entry = functions.scalars[name]
    for column in records.by_key(parts[entry.beside] or {}) do
      local arg = columns[column]
      doubts[#doubts + 1] = arg and { key = "guessed.week_year", text = column, arguments = { column = column },
        node = typed.compare("!=", call(entry.beside, "integer", arg), call(entry.within, "integer", arg)) }
    end
  end
end

-- Dates join where their texts are the same; those of several days may yet have been other days.
local function of_meeting_dates(dates)
  local doubts = {}
  for i, column in ipairs(dates) do
    doubts[i] = { key = "undecided.join", node = typed.is_wide(typed.column(column)),
      arguments = { column = column.name } }
  end
  return doubts
end

--- What a bound step leaves undecided: { key, node, text, arguments } each, where the node is a condition on the rows
-- before the step that holds for the rows concerned, and the others are of the note; with `keys` it is a condition on
-- the groups that these make of the rows. Instead of a node there may be two `bounds`, aggregates whose values are the
-- note's {low} and {high}; or nothing, where nothing is counted.
---@param link table
---@return table[]
function undecided.doubts(link)
  local step, doubts = link.step, {}
  if step.conditions then return of_conditions(step.conditions) end
  if step.said then return step.said end
  if step.dates then return of_meeting_dates(step.dates) end
  local computed = { step.keys or {}, step.rows or {}, { step.columns }, step.items or {}, { step.values } }
  for _, list in ipairs(computed) do
    for _, item in ipairs(list) do of_item(doubts, step, item) end
  end
  of_parts(doubts, computed)
  return doubts
end

return undecided
