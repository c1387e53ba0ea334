--- Ties: the rows that a limit cuts off though they stand level with the last one it keeps.

local bound = require "parley.query.bound"
local core = require "parley.core"

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

-- Steps that leave the rows and their order alone.
local KEEPING = { select = true, with = true }

--- The order of the rows that a limit cuts: the sort before it, and the link behind that whose rows are those of the
--- limit, though select() and with() may have made other columns of them. Nil where no sort says how they stand.
---@param before table  the link before the limit
---@return table? sort, table? rows
function ties.order(before)
  local at = before
  while at.step and KEEPING[at.step.verb] do at = at.before end
  local rows = at
  while at.step and at.step.verb == "where" do at = at.before end
  if at.step and at.step.verb == "sort" and not at.unbound then return at.step, rows end
end

--- The link that has nothing but the keys of the sort before a limit; nil where there is none.
---@param link table  of the limit
---@return table?
function ties.keys(link)
  local sort, rows = ties.order(link.before)
  if not sort then return nil end
  local list, columns = {}, {}
  for i, item in ipairs(sort.items) do
    local column = bound.copy_of(item.column, { name = "#" .. i })
    list[i], columns[i] = bound.copy_of(item, { name = column.name, column = column }), column
  end
  return bound.with_columns(rows, { verb = "select", items = list }, columns, { lookups = rows.lookups })
end

return ties
