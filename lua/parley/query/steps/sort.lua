--- sort: by expressions, "made desc" downwards; missing values come last either way.

local bound = require "parley.query.bound"
local errors = require "parley.base.errors"
local expr = require "parley.query.expr"
local items = require "parley.query.items"

local sort = {}

--- Sorts by expressions, `"made desc"` downwards; missing values come last either way.
--- Errors: no_column, bad_expression, bad_argument.
--- See also: limit.
--- Example: ds.talks:sort("date desc"):select("id", "date"):limit(2)
---@param ... any  expressions, each with "desc" after it or not, and followed by the values of its `?`
---@return table step
function sort.apply(_, ...)
  for i = 1, select("#", ...) do
    local word = select(i, ...)
    if word == "desc" or word == "asc" then
      errors.raise("bad_argument.sort_direction", { word = word })
    end
  end
  return { verb = "sort", items = items.parse_some(expr.parse_sort, "sort", "sort(\"made desc\", \"topic\")", ...) }
end

-- Whether texts may be meant for numbers: what its notes look at.
local function may_be_letters(list)
  for _, item in ipairs(list) do
    local node = item.node
    if node.type == "text" and (node.why or node.kind == "column" and node.column.texts_of) then return true end
  end
  return false
end

-- The same step on rows that have further columns at their end.
local function carry_along(before, link) return bound.after(before, link.step) end

function sort.bind(before, step)
  local list, lookups = items.bind_all(before, step.items, { sorts = true })
  return bound.after(before, { verb = "sort", items = list, keeps_rows = true, orders = true,
    carry_along = carry_along }, { lookups = lookups,
    doubtful = before.doubtful or may_be_letters(list) })
end

--- What its notes tell: numbers that are texts, which it sorts as texts.
function sort.notes(link) return require("parley.query.letters").notes(link.home, link.step.items) end

return sort
