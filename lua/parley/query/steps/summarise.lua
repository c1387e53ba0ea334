--- summarise: one row per group, sorted by the group's keys; one row in all without keys.

local bound = require "parley.query.bound"
local expr = require "parley.query.expr"
local items = require "parley.query.items"

local summarise = { after_by = true }

--- The step of a query, whose keys may be those of by().
---@param q parley.Query
---@param list table[]  parsed items
---@return table step, table changes
function summarise.step(q, list)
  return { verb = "summarise", keys = q.keys or {}, items = list }, { keys = false }
end

--- One row per group, sorted by the group's keys (one row in all without `by`).
--- Errors: no_column, bad_expression, bad_type, bad_argument.
--- See also: by, count, pivot.
--- Example: ds.outcomes:by("topic"):summarise("count() as n", "first(id) as one"):limit(2)
---@param q parley.Query
---@param ... any  aggregates, such as "sum(best) as total", each followed by the values of its `?`
---@return table step, table changes
function summarise.apply(q, ...)
  return summarise.step(q, items.parse_some(expr.parse_item, "summarise",
    "summarise(\"count()\", \"sum(best) as total\")", ...))
end

-- What becomes of items that are amounts: three columns of numbers each.
local function in_sides(list)
  local all, amounts = {}, {}
  for _, item in ipairs(list) do
    if item.type == "amount" then
      amounts[#all + 1] = item
      for _, which in ipairs { "low", "best", "high" } do
        local name = item.name .. "_" .. which
        local type = item.node[which].type
        all[#all + 1] = { node = item.node[which], text = item.text, name = name, type = type,
          column = { name = name, type = type } }
      end
    else
      all[#all + 1] = item
    end
  end
  return all, amounts
end

-- The same columns, and before the three of each amount one that says it in words.
local function with_words(link, keys, amounts)
  local typed, list = require "parley.query.typed_nodes", {}
  local function column(place) return typed.column(link.columns[place]) end
  for place, one in ipairs(link.columns) do
    local amount = amounts[place - keys]
    if amount then
      local sides = { low = column(place), best = column(place + 1), high = column(place + 2) }
      list[#list + 1] = { node = require("parley.query.amounts").text(sides), text = amount.text, name = amount.name,
        type = "text", column = { name = amount.name, type = "text" } }
    end
    list[#list + 1] = { node = column(place), text = one.name, name = one.name, type = one.type, column = one }
  end
  return require("parley.query.steps.select").link(link, list)
end

--- The link of keys and aggregates that are bound to the rows of another.
---@param before table
---@param keys table[]
---@param list table[]
---@param lookups table[]?
---@return table
function summarise.link(before, keys, list, lookups)
  local made = { verb = "summarise", keys = keys, items = list, gathers = true, ordered = items.need_order(list),
    adding = items.adding(list), told_apart = items.told_apart(keys, list) }
  return bound.with_columns(before, made, items.columns(list, items.columns(keys)),
    { apart = true, grouped = true, lookups = lookups })
end

function summarise.bind(before, step)
  local keys, list, lookups = items.grouped(before, step, { aggregates = true, keys = true, amounts = true })
  local amounts
  list, amounts = in_sides(list)
  for _, item in ipairs(list) do item.column.vocabulary = nil end
  local link = summarise.link(before, keys, list, lookups)
  if not next(amounts) then return link end
  link.doubts, link.doubtful = true, true
  return with_words(link, #keys, amounts)
end

return summarise
