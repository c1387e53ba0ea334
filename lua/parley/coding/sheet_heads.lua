--- Which column of a sheet is which field, whatever a person did to the heads: moved, deleted, added, merged, renamed.
-- The row of heads is the one among the first that has most of them, as titles may stand above. A head is a field by
-- its name, by what it means as the template says it, as the call says it, or together with the title above it; one
-- that is nearly a field's name is that field, where the sheet has no other column for it. All else is somebody's own
-- notes.

local core = require "parley.core"
local errors = require "parley.base.errors"
local records = require "parley.base.records"
local sheet_fields = require "parley.coding.sheet_fields"
local suggest = require "parley.base.suggest"

local sheet_heads = {}

---@class parley.SheetColumn
---@field head string?  as it stands there
---@field field parley.SheetField?

local LOOKED_AT = 100

--- The column that the copy of a CSV sheet tells its errors in.
sheet_heads.ERRORS = "parley_error"

-- As it is compared: without case, marks at its end and what stands in brackets, and one way to part words.
local function folded(text)
  local plain = core.fold(text):gsub("%b()", ""):gsub("[*:]+%s*$", "")
  return (plain:gsub("[%s_%-]+", "_"):gsub("^_+", ""):gsub("_+$", ""))
end

local function names_of(fields)
  local names = {}
  for i, field in ipairs(fields) do names[i] = field.head end
  return names
end

-- The fields by what may stand above them: meanings that several share say nothing, names come first.
local function by_head(fields)
  local found, twice = {}, {}
  for _, field in ipairs(fields) do
    local meaning = folded(field.column.meaning)
    if found[meaning] then twice[meaning] = true end
    found[meaning] = field
  end
  for meaning in pairs(twice) do found[meaning] = nil end
  for _, field in ipairs(fields) do found[folded(field.head)] = field end
  return found
end

-- Adds what the call says of heads: { ["Partei"] = "party" }.
local function add_stated(known, fields, stated, info)
  if stated == nil then return end
  if type(stated) ~= "table" then errors.raise "bad_argument.sheet_heads" end
  local by_name = {}
  for _, field in ipairs(fields) do by_name[field.head] = field end
  for head, name in records.by_key(stated) do
    if type(head) ~= "string" or type(name) ~= "string" then errors.raise "bad_argument.sheet_heads" end
    if not by_name[name] then
      local names = names_of(fields)
      errors.raise("no_column.sheet", { name = name, table = info.name, known = names,
        hint = suggest.meant(suggest.nearest(name, names)) })
    end
    known[folded(head)] = by_name[name]
  end
end

-- The field of a cell: by itself, or with the title that stands above it or left of that.
local function field_at(grid, at, i, known)
  local text = grid.rows[at][i]
  if not text then return nil end
  local field = known[folded(text)]
  if field or at == 1 then return field end
  local above
  for k = i, 1, -1 do
    above = above or grid.rows[at - 1][k]
  end
  return above and known[folded(above .. " " .. text)]
end

-- The row with most heads among the first, and how many those are.
local function head_row(grid, known)
  local best, most = nil, 0
  for at = 1, math.min(#grid.rows, LOOKED_AT) do
    local count = 0
    for i = 1, grid.width do
      if field_at(grid, at, i, known) then count = count + 1 end
    end
    if count > most then best, most = at, count end
  end
  return best, most
end

local function take_exact(grid, at, known, columns)
  local taken = {}
  for i = 1, grid.width do
    local field = field_at(grid, at, i, known)
    columns[i] = { head = grid.rows[at][i], field = field }
    if field and taken[field] then
      errors.raise("bad_header.sheet_twice", { name = field.head, first = taken[field], second = i })
    end
    if field then taken[field] = i end
  end
  return taken
end

local function take_near(fields, columns, taken)
  local renamed, own, ours = {}, {}, {}
  for _, column in ipairs(columns) do
    local is_ours = column.head and sheet_fields.is_ours(folded(column.head))
    if is_ours and not column.field then
      ours[#ours + 1] = column.head
    elseif column.head and not column.field and column.head ~= sheet_heads.ERRORS then
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
  return renamed, own, ours
end

-- Raises where nothing can enter: without ids no row is anything, without other fields none says anything.
local function check_columns(columns, own, known, path, info)
  local has_id, has_field = false, false
  for _, column in ipairs(columns) do
    has_id = has_id or column.field ~= nil and column.field.of == "id"
    has_field = has_field or column.field ~= nil and column.field.of == "table"
  end
  if has_id and has_field then return end
  errors.raise(has_id and "bad_header.sheet_no_field" or "bad_header.sheet_no_id",
    { path = path, table = info.name, own = own, example = own[1] or "…", known = known,
      field = has_id and info.columns[2].name or "id" })
end

--- The columns of the sheet of a file that has most heads; raises where none has those of the table.
---@param file parley.SheetFile
---@param fields parley.SheetField[]
---@param state { path: string, info: table, heads: table? }
---@return { columns: parley.SheetColumn[], at: integer, renamed: table[], own: string[], ours: string[], known: table }
---@return parley.SheetGrid grid
---@return string[] unread  names of sheets that have such heads too
function sheet_heads.match(file, fields, state)
  local known, columns, found, grid = by_head(fields), {}, {}, nil
  add_stated(known, fields, state.heads, state.info)
  local at, most = nil, 0
  for i, one in ipairs(file.grids) do
    local row, count = head_row(one, known)
    found[i] = count
    if count > most then at, most, grid = row, count, one end
  end
  if not grid then errors.raise("bad_header.sheet", { path = state.path, known = names_of(fields) }) end
  local taken = take_exact(grid, at, known, columns)
  local renamed, own, ours = take_near(fields, columns, taken)
  if suggest.contains(ours, "claim") then errors.raise("bad_header.sheet_claims", { path = state.path }) end
  check_columns(columns, own, names_of(fields), state.path, state.info)
  local unread = {}
  for i, one in ipairs(file.grids) do
    if one ~= grid and found[i] * 2 > most then unread[#unread + 1] = one.name end
  end
  return { columns = columns, at = at, renamed = renamed, own = own, ours = ours, known = known }, grid, unread
end

--- Whether a row says the heads once more, or what they mean.
---@param heads { columns: parley.SheetColumn[], known: table }
---@param cells table
---@return boolean
function sheet_heads.is_repeated(heads, cells)
  local any = false
  for i, column in ipairs(heads.columns) do
    if column.field and cells[i] then
      if heads.known[folded(cells[i])] ~= column.field then return false end
      any = true
    end
  end
  return any
end

return sheet_heads
