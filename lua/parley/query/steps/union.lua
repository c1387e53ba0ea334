--- union: the rows of another query, or of a Frame, below these; columns meet by their names.

local bound = require "parley.query.bound"
local common_columns = require "parley.query.common_columns"
local items = require "parley.query.items"
local other_side = require "parley.query.other_side"

local union = {}

--- The rows of another query, or of a Frame, below these. Columns meet by their names, integers beside numbers become
--- numbers, and a column that one side lacks is missing there, as notes() says. What as_of(), a policy or a filter say
--- of one side before holds for that side.
--- Errors: bad_argument, bad_type.
--- See also: join.
--- Example: ds.talks:select("id"):union(ds.demands:select("id")):count()
---@param other parley.Query|parley.Frame
---@return table step
function union.apply(_, other)
  local rows, query = other_side.of(other, "union")
  return { verb = "union", right = rows, query = query }
end

-- The day whose knowledge a link draws on, and whose rows they are: a path would be followed for both sides alike.
local function knowledge(rows)
  local day, at = nil, rows
  while at do
    local known = at.day or at.step and at.step.day
    day = known and math.min(known, day or known) or day
    at = at.before
  end
  return day, rows.source and rows.source.home
end

local function same_knowledge(left, right)
  local day, home = knowledge(left)
  local other_day, other_home = knowledge(right)
  return day == other_day and rawequal(home, other_home)
end

-- The columns of both: what each is made of on either side, where it is there.
local function meeting(left, right)
  local columns, sources = {}, {}
  for i, column in ipairs(left.columns) do
    local beside = right.by_name[column.name]
    columns[i] = beside and common_columns.record(column, beside) or bound.copy_of(column)
    sources[i] = { left = column, right = beside }
  end
  for _, column in ipairs(right.columns) do
    if not left.by_name[column.name] then
      columns[#columns + 1] = bound.copy_of(column)
      sources[#columns] = { right = column }
    end
  end
  return columns, sources
end

-- The items of a side, bound to its rows.
local function items_of(side, columns, sources, which)
  local list = {}
  for i, column in ipairs(columns) do
    local from = sources[i][which]
    list[i] = from and common_columns.item(from, column.name, column.type)
      or common_columns.missing(column.name, column.type)
  end
  return (items.bind_all(side, list))
end

-- What notes() says of columns that one side lacks.
local function missing_columns(columns, sources)
  local said
  for _, where in ipairs { { "left", "above" }, { "right", "below" } } do
    local names = {}
    for i, column in ipairs(columns) do
      if not sources[i][where[1]] then names[#names + 1] = "'" .. column.name .. "'" end
    end
    if #names > 0 then
      said = said or {}
      said[#said + 1] = { key = #names == 1 and "left_out.column" or "left_out.columns",
        arguments = { columns = table.concat(names, ", "), where = where[2] } }
    end
  end
  return said
end

--- The link of a union with rows whose columns are not yet known.
---@param before table
---@param given table  as apply() gives it
---@return table
function union.waiting(before, given) return bound.waiting(before, bound.copy_of(given, { verb = "union" })) end

--- A right side whose columns are not yet known is waited for.
function union.bind(before, step)
  if step.right.open then return bound.after(before, step, { open = true }) end
  local right = other_side.seen_from(before, step.right)
  local columns, sources = meeting(before, right)
  if not same_knowledge(before, right) then
    for _, column in ipairs(columns) do column.references, column.key = nil, nil end
  end
  local made = { verb = "union", right = step.right, query = step.query, made = step.made,
    items = items_of(before, columns, sources, "left"), right_items = items_of(right, columns, sources, "right"),
    said = missing_columns(columns, sources) }
  return bound.with_columns(before, made, columns, { doubtful = before.doubtful or step.right.doubtful, apart = true,
    grouped = true, mixed = before.mixed or step.right.mixed or step.right.info ~= before.info })
end

--- Binds a union whose right side is known by now: `found` has its last link, and what the engine made of it.
function union.finish(link, found)
  return union.bind(link.before, bound.copy_of(link.step, { right = found.rows, made = found.made }))
end

return union
