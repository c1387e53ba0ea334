--- Ties: the rows that a limit cuts off though they stand level with the last one it keeps.

local bound = require "parley.query.bound"
local carried = require "parley.query.carried"
local core = require "parley.core"
local select_ = require "parley.query.steps.select"

local ties = {}

-- Whether two rows have the same place: their keys are equal, and dates have the same days.
local function same(a, b, types)
  for i, kind in ipairs(types) do
    local equal = a[i] == b[i]
    if not equal and kind == "date" and type(a[i]) == "string" and type(b[i]) == "string" then
      local first, last = core.date(a[i])
      local other_first, other_last = core.date(b[i])
      equal = first == other_first and last == other_last
    end
    if not equal then return false end
  end
  return true
end

--- How many rows behind the last one kept have its keys.
---@param keys parley.Query|parley.Frame  nothing but the keys, in order
---@param step table  of limit
---@return integer
function ties.count(keys, step)
  local last, row, found, kept = nil, 0, 0, (step.offset or 0) + step.n
  if step.n == 0 then return 0 end
  local types = keys:types()
  local following, state, control, closing = keys:each()
  local _ <close> = closing
  while true do
    local values = table.pack(following(state, control))
    control = values[1]
    if control == nil then return found end
    row = row + 1
    if row == kept then
      last = values
    elseif row > kept then
      if not same(values, last, types) then return found end
      found = found + 1
    end
  end
end

-- Order -----------------------------------------------------------------------------------------------------------

--- The link of the sort whose order the rows of a link have: the steps between them can carry its keys along. Else the
--- link that gives the order up, where a sort stands before it.
---@param link table
---@return table? sort, table? between
function ties.sort_before(link)
  while link.step and link.step.carry do link = link.before end
  if link.step and link.step.orders then return link end
  local between = link
  while link and not (link.step and link.step.orders) do link = link.before end
  return nil, link and between
end

--- The rows of a link and the keys of the sort they have their order from, bound to these. Where steps between the two
--- make other columns, the keys stand behind them: it is another link then. Nil where no sort says how the rows stand.
---@param link table
---@return table? rows, table[] keys
function ties.keyed(link)
  local sort = ties.sort_before(link)
  if not sort then return nil, {} end
  if rawequal(link.columns, sort.columns) then return link, sort.step.items end
  local rows, keys = carried.rows(sort, link, sort.step.items, true)
  for i, key in ipairs(keys) do key.desc = sort.step.items[i].desc end
  return rows, keys
end

-- Nothing but the keys of the rows that a limit cuts.
local function only_keys(link)
  local rows, keys = ties.keyed(link.before)
  local list = {}
  for i, key in ipairs(keys) do
    list[i] = bound.copy_of(key, { name = "#" .. i, column = bound.copy_of(key.column, { name = "#" .. i }) })
  end
  return rows and select_.link(rows, list, rows.lookups)
end

--- The note of a limit: how many rows it cuts off though they stand level with the last one.
---@param link table
---@param rows_of fun(link: table): parley.Query
---@return parley.Note[]
function ties.notes(link, rows_of)
  local keys = only_keys(link)
  local rows = keys and ties.count(rows_of(keys), link.step) or 0
  if rows == 0 then return {} end
  return { require("parley.base.notes").new("cut.ties", rows, { limit = link.step.n }) }
end

return ties
