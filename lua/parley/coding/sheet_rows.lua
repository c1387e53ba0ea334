--- The rows of a sheet that came back, as an import takes them: what each says, who says it and from where, and what is
--- wrong with it before anything is tried.
-- A row that says nothing, or what the heads say, or that is of a claim which no longer stands, is passed over.

local core = require "parley.core"
local errors = require "parley.base.errors"
local fault = require "parley.import.fault"
local sheet_cells = require "parley.coding.sheet_cells"
local sheet_fields = require "parley.coding.sheet_fields"
local sheet_heads = require "parley.coding.sheet_heads"
local sheet_layout = require "parley.coding.sheet_layout"
local suggestions = require "parley.import.suggestions"

local sheet_rows = {}

--- ## Columns

--- The column of a field, and the field.
---@param heads table
---@param key string
---@return integer? at, parley.SheetField? field
function sheet_rows.find(heads, key)
  for i, column in ipairs(heads.columns) do
    if column.field and column.field.key == key then return i, column.field end
  end
end

-- Whether a row says more than its id, its source and who codes.
local function says_something(state, cells)
  for i, column in ipairs(state.heads.columns) do
    local field = column.field
    local is_said = field and field.of ~= "id" and field.of ~= "source" and field.key ~= "claim coder"
    if cells[i] and is_said then return true end
  end
  return false
end

-- Whether it is of a claim that was taken back, or of one that decides between others.
local function stands_apart(state, cells)
  for i, column in ipairs(state.heads.columns) do
    local is_ours = cells[i] and not column.field and column.head and sheet_fields.sets_apart(column.head)
    if is_ours then return true end
  end
  return false
end

--- ## Faults

-- Faults with words for sheets say how a cell is written; what helps a file of rows would contradict them.
local function hint_of(wrong)
  local hint = suggestions.of(wrong)
  local has_words = wrong.key and wrong.key:find(".sheet", 1, true)
  return (not has_words or hint and hint.key == "means_missing") and hint or nil
end

local function add_error(state, row, column, value, err)
  local wrong = fault.of(column and state.heads.columns[column].head, value, err)
  wrong.hint = wrong.hint or hint_of(wrong)
  table.insert(state.faults, { row = row.at, column = column, value = value, code = wrong.code,
    reason = fault.text(wrong) })
end

--- ## Ids

-- As ids are alike that people change without meaning to: case, blanks, and zeros that a program takes for nothing.
local function likeness(id) return (core.fold(id):gsub("[%s_%-]+", "-"):gsub("%f[%d]0+(%d)", "%1")) end

local function ids_of(state)
  if state.ids then return state.ids end
  state.ids = { all = {}, alike = {} }
  for row in state.ds:table(state.info.name):select "id":rows() do
    state.ids.all[row.id], state.ids.alike[likeness(row.id)] = true, row.id
  end
  return state.ids
end

-- The id that a new one is nearly, and probably was.
local function id_before(state, id)
  local ids = ids_of(state)
  return not ids.all[id] and ids.alike[likeness(id)] or nil
end

--- ## A row

-- Who says it, and from where, as the call says where the cells do not.
local function put_defaults(state, row)
  local given, stamped, is_source = state.given, state.voice and state.voice.given or {}, state.info.name == "sources"
  local source = type(given.source) == "table" and given.source.id or given.source or stamped.source
  row["claim source"] = row["claim source"] or (is_source and row.id or source)
  row["claim coder"] = row["claim coder"] or given.coder or stamped.coder or state.origin and state.origin.coder
end

-- Adds a fault of the row as a whole; true where there is one.
local function is_wrong(state, row)
  local id_at, coder_at = sheet_rows.find(state.heads, "id"), sheet_rows.find(state.heads, "claim coder")
  local voice, coder = state.voice, row["claim coder"]
  if not row.id then
    add_error(state, row, id_at, nil, errors.new "no_id.sheet")
  elseif not row["claim source"] then
    add_error(state, row, sheet_rows.find(state.heads, "claim source") or id_at, nil, errors.new "no_source.sheet")
  elseif voice and voice.coder and not voice.others and coder ~= voice.coder then
    add_error(state, row, coder_at or id_at, coder,
      errors.new("permission.view_coder", { coder = voice.coder, other = coder }))
  else
    local near = id_before(state, row.id)
    if not near then return false end
    add_error(state, row, id_at, row.id, errors.new("duplicate.sheet_near", { id = row.id, near = near }))
  end
  return true
end

local function check_row(state, row)
  if is_wrong(state, row) then return end
  local key = table.concat({ row.id, row["claim source"], row["claim coder"] or "" }, "\0")
  local before = state.seen[key]
  if before then
    add_error(state, row, sheet_rows.find(state.heads, "id"), row.id,
      errors.new("duplicate.sheet_row", { row = before }))
  end
  state.seen[key] = before or state.grid.rows[row.at].number
  row.take = not before
end

-- The cells of a row without those that are stated to mean nothing.
local function cells_of(state, at)
  local cells, missing = state.grid.rows[at], state.missing
  if not next(missing) then return cells end
  local kept = {}
  for i = 1, state.grid.width do
    if cells[i] and not missing[cells[i]] then kept[i] = cells[i] end
  end
  return kept
end

local function put_cells(state, row, cells)
  for i, column in ipairs(state.heads.columns) do
    if column.field then row.given[column.field.key] = cells[i] end
  end
  for i, column in ipairs(state.heads.columns) do
    local wrong = column.field and cells[i] and sheet_cells.put(state.info, column.field, cells[i], row, state.how)
    if wrong then add_error(state, row, i, cells[i], wrong) end
  end
end

--- Reads a row of the sheet, by its place in the grid.
---@param state table
---@param at integer
---@return table row
function sheet_rows.read(state, at)
  local cells = cells_of(state, at)
  local row = { at = at, given = {}, take = false }
  local id_at = sheet_rows.find(state.heads, "id")
  if id_at and sheet_layout.is_example(cells[id_at]) then
    state.examples = state.examples + 1
  elseif not says_something(state, cells) or sheet_heads.is_repeated(state.heads, cells) then
    state.blank = state.blank + 1
  elseif stands_apart(state, cells) then
    state.apart = state.apart + 1
  else
    put_cells(state, row, cells)
    put_defaults(state, row)
    state.read = state.read + 1
    check_row(state, row)
  end
  return row
end

return sheet_rows
