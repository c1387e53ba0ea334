--- Which column of a sheet is which field, whatever a person did to the heads: moved, deleted, added, merged, renamed.
-- The row of heads is the one among the first that has most of them, as titles may stand above. A head that is nearly a
-- field's name is that field, where the sheet has no other column for it; all else is somebody's own notes.

local core = require "parley.core"
local errors = require "parley.base.errors"
local suggest = require "parley.base.suggest"

local sheet_heads = {}

---@class parley.SheetColumn
---@field head string?  as it stands there
---@field field parley.SheetField?

local LOOKED_AT = 20

--- The column that the copy of a CSV sheet tells its errors in.
sheet_heads.ERRORS = "parley_error"

-- As it is compared: without case, and one way to part words.
local function folded(text) return (core.fold(text):gsub("[%s_%-]+", "_"):gsub("^_+", ""):gsub("_+$", "")) end

local function by_head(fields)
  local found = {}
  for _, field in ipairs(fields) do found[folded(field.head)] = field end
  return found
end

-- The place of the row with most heads among the first.
local function head_row(grid, known)
  local best, most
  for at = 1, math.min(#grid.rows, LOOKED_AT) do
    local count = 0
    for i = 1, grid.width do
      local text = grid.rows[at][i]
      if text and known[folded(text)] then count = count + 1 end
    end
    if count > (most or 0) then best, most = at, count end
  end
  return best
end

local function take_exact(grid, at, known, columns)
  local taken = {}
  for i = 1, grid.width do
    local head = grid.rows[at][i]
    local field = head and known[folded(head)]
    columns[i] = { head = head, field = field }
    if field and taken[field] then
      errors.raise("bad_header.sheet_twice", { name = field.head, first = taken[field], second = i })
    end
    if field then taken[field] = i end
  end
  return taken
end

local function take_near(fields, columns, taken)
  local renamed, own = {}, {}
  for _, column in ipairs(columns) do
    if column.head and not column.field and column.head ~= sheet_heads.ERRORS then
      local left, by = {}, {}
      for _, field in ipairs(fields) do
        if not taken[field] then left[#left + 1], by[field.head] = field.head, field end
      end
      local near = suggest.nearest(column.head, left)
      column.field = near and by[near]
      if near then
        taken[by[near]], renamed[#renamed + 1] = true, { head = column.head, as = near }
      else
        own[#own + 1] = column.head
      end
    end
  end
  return renamed, own
end

--- The columns of a sheet; raises where it has no heads of the table.
---@param grid parley.SheetGrid
---@param fields parley.SheetField[]
---@param path string
---@return { columns: parley.SheetColumn[], at: integer, renamed: table[], own: string[] }
function sheet_heads.match(grid, fields, path)
  local known, columns = by_head(fields), {}
  local at = head_row(grid, known)
  if not at then
    local names = {}
    for i, field in ipairs(fields) do names[i] = field.head end
    errors.raise("bad_header.sheet", { path = path, known = names })
  end
  local taken = take_exact(grid, at, known, columns)
  local renamed, own = take_near(fields, columns, taken)
  return { columns = columns, at = at, renamed = renamed, own = own }
end

return sheet_heads
