--- Columns carried along: the rows of a later link with something of an earlier one behind their own columns, though
-- the steps between the two left it out.

local bound = require "parley.query.bound"
local items = require "parley.query.items"
local select_ = require "parley.query.steps.select"

local carried = {}

-- A name that no column of some links has.
local function free_name(name, links)
  for _, link in ipairs(links) do
    if link.by_name[name] then return free_name("#" .. name, links) end
  end
  return name
end

-- The rows of a link with further items as columns behind its own.
local function with_items(from, list, links)
  local all = items.last(from, #from.columns)
  for i, item in ipairs(list) do
    local name = free_name("#key" .. i, links)
    all[#all + 1] = bound.copy_of(item, { name = name, column = bound.copy_of(item.column, { name = name }) })
  end
  return select_.link(from, all)
end

-- How a step takes rows that have some more columns at their end; `in_order`: only where they stand as they did.
local function way_of(step, in_order) return step.carry or not in_order and step.carry_along or nil end

--- Whether the steps from one link to a later one can carry columns along.
---@param from table
---@param to table
---@return boolean
function carried.can_be(from, to)
  while not rawequal(to, from) do
    if not (to.step and way_of(to.step)) then return false end
    to = to.before
  end
  return true
end

--- The rows of a link, behind whose columns stand items of an earlier one.
---@param from table  the earlier link
---@param to table
---@param list table[]  items bound to it
---@param in_order boolean?  by steps that leave the rows in their order
---@return table rows, table[] carried  the link; the items, bound to it
function carried.rows(from, to, list, in_order)
  local links, at = { from }, to
  while not rawequal(at, from) do table.insert(links, at); at = at.before end
  local rows = with_items(from, list, links)
  for i = #links, 2, -1 do
    local link = links[i]
    rows = way_of(link.step, in_order)(rows, link, #list)
    rows.lookups, rows.doubts, rows.doubtful = link.lookups, link.doubts, link.doubtful
  end
  return rows, items.last(rows, #list)
end

return carried
