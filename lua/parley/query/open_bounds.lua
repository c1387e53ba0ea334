--- Bounds of amounts that a step passes over: rows whose number has another bound than the one it asks for.
-- "At least 5" has a low and no best, so that best > 3 does not find it, nor sum(best) add it: the notes say so, and
-- where "about 250" counts as 250.

local functions = require "parley.query.functions"
local tree = require "parley.query.tree"
local typed = require "parley.query.typed_nodes"

local open_bounds = {}

local is_nil, both, either = typed.is_nil, typed.both, typed.either

local function is_bound(node) return node.kind == "column" and not node.via and node.column.quantity ~= nil end

local COMPARING = { compare = true, between = true, ["in"] = true }

-- The bounds that a tree compares or aggregates: name -> node; and the quantities it speaks of in any way, by bound.
local function bounds_in(node)
  local asked, named = {}, {}
  tree.find(node, function(inner)
    if is_bound(inner) then named[inner.column.name] = true end
    if COMPARING[inner.kind] or inner.aggregate and not functions.aggregates[inner.name].presence then
      tree.find(inner, function(below)
        if is_bound(below) then asked[#asked + 1] = below end
      end)
    end
  end)
  return asked, named
end

-- The condition that a bound is missing and another of its number is there; nil where the tree speaks of that one too.
local function passed_over(before, node, named)
  local others
  for _, column in ipairs(before.columns) do
    local same = column.quantity == node.column.quantity and column.table == node.column.table
    if same and column.name ~= node.column.name then
      if named[column.name] then return nil end
      others = either(others, is_nil(typed.column(column), true))
    end
  end
  return others and both(is_nil(node), others)
end

local function doubt(key, node, item, column)
  return { key = key, node = node, text = item.text, arguments = { column = column } }
end

-- A sum that is missing where a row has the other side of its number; a mean, which leaves out rows without a number.
local function add_aggregates(doubts, before, item)
  tree.find(item.node, function(node)
    if node.open then doubts[#doubts + 1] = doubt("left_out.bound", node.open.where, item, node.open.name) end
    local arg = functions.is_average(node) and node.args[1]
    if arg and is_bound(arg) then
      local others = passed_over(before, arg, {})
      local any = others and either(is_nil(arg, true), others) or is_nil(arg, true)
      doubts[#doubts + 1] = doubt("left_out.number", typed.negation(any), item)
    end
    return node.aggregate
  end)
end

local function add(doubts, seen, before, item)
  local asked, named = bounds_in(item.node)
  for _, node in ipairs(asked) do
    local condition = not seen[node.column.name] and passed_over(before, node, named)
    if condition then
      seen[node.column.name] = true
      doubts[#doubts + 1] = doubt("left_out.bound", condition, item, node.column.name)
    end
  end
end

-- Amounts compared or summed whose number is only about right, each told once a step.
local function add_about(doubts, seen, item)
  tree.find(item.node, function(node)
    for _, amount in pairs(node.about or {}) do
      if not seen[amount.name] then doubts[#doubts + 1] = doubt("guessed.about", amount.where, item, amount.name) end
      seen[amount.name] = true
    end
  end)
end

--- What a bound step passes over: { key, node, text, arguments } each, as parley.query.undecided has them.
---@param link table
---@return table[]
function open_bounds.doubts(link)
  local doubts, seen, about, step = {}, {}, {}, link.step
  for _, list in ipairs { step.conditions or {}, step.gathers and step.items or {} } do
    for _, item in ipairs(list) do
      add(doubts, seen, link.before, item)
      add_aggregates(doubts, link.before, item)
      add_about(doubts, about, item)
    end
  end
  return doubts
end

return open_bounds
