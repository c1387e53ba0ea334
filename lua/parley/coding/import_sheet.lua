--- A sheet that people filled, read back: all of it enters, or none of it and a copy says what is wrong where.
-- Cells are made what an import takes (parley.coding.sheet_cells), and the import machinery judges words, dates, ids
-- and what a source has said before. It is run in a transaction that is undone where a row is refused; what was refused
-- is left out and the rest tried again, until all that is wrong is known.

local atomic = require "parley.claims.transactions"
local core = require "parley.core"
local errors = require "parley.base.errors"
local fault = require "parley.import.fault"
local import = require "parley.import.import"
local options = require "parley.base.options"
local plain = require "parley.base.plain_text"
local sheet_cells = require "parley.coding.sheet_cells"
local sheet_fields = require "parley.coding.sheet_fields"
local sheet_grid = require "parley.coding.sheet_grid"
local sheet_heads = require "parley.coding.sheet_heads"
local sheet_layout = require "parley.coding.sheet_layout"
local sheet_origin = require "parley.coding.sheet_origin"
local sheet_report = require "parley.coding.sheet_report"
local suggestions = require "parley.import.suggestions"

local import_sheet = {}

local OPTIONS = { "coder", "source", "table", "sheet", "delimiter", "decimal", "dates", "copy", "any_dataset" }

--- ## Options

local function check_text(given, name, key)
  local value = given[name]
  if value == nil or type(value) == "string" and value:find "%S" then return end
  errors.raise(key, { shown = plain.visible(tostring(value)) })
end

local function checked(given)
  given = options.check(given, "import_sheet()", OPTIONS)
  check_text(given, "coder", "bad_argument.sheet_coder")
  check_text(given, "copy", "bad_argument.sheet_copy")
  options.one_of(given.decimal, { ",", "." }, "decimal")
  return given
end

-- The table: the one that is stated, that the hidden sheet says, or that the example row does.
local function table_of(grid, given, path)
  local made = grid.origin and grid.origin.table
  for _, row in ipairs(made and {} or grid.rows) do
    for i = 1, grid.width do
      if not made and sheet_layout.is_example(row[i]) then made = row[i]:match "%S+$" end
    end
  end
  if given.table and made and given.table ~= made then
    errors.raise("bad_argument.sheet_table", { path = path, made = made, given = tostring(given.table) })
  end
  local name = given.table or made
  if not name then errors.raise("bad_argument.sheet_no_table", { path = path }) end
  return name
end

--- ## Rows

local function find_field(heads, key)
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

local function add_fault(state, row, column, wrong)
  if not wrong.hint then wrong.hint = suggestions.of(wrong) end
  table.insert(state.faults, { row = row.at, column = column, value = wrong.value, code = wrong.code,
    reason = fault.text(wrong) })
end

local function add_error(state, row, column, value, err)
  add_fault(state, row, column, fault.of(column and state.heads.columns[column].head, value, err))
end

-- Who says it, and from where, as the call says where the cells do not.
local function put_defaults(state, row)
  local given, is_source = state.given, state.info.name == "sources"
  local source = type(given.source) == "table" and given.source.id or given.source
  row["claim source"] = row["claim source"] or (is_source and row.id or source)
  row["claim coder"] = row["claim coder"] or given.coder or state.grid.origin and state.grid.origin.coder
end

local function check_row(state, row)
  local id_at = find_field(state.heads, "id")
  if not row.id then
    add_error(state, row, id_at, nil, errors.new "no_id.sheet")
  elseif not row["claim source"] then
    add_error(state, row, (find_field(state.heads, "claim source")) or id_at, nil, errors.new "no_source.sheet")
  else
    local key = table.concat({ row.id, row["claim source"], row["claim coder"] or "" }, "\0")
    local before = state.seen[key]
    if before then
      add_error(state, row, id_at, row.id, errors.new("duplicate.sheet_row", { row = before }))
    end
    state.seen[key] = before or state.grid.rows[row.at].number
    row.take = not before
  end
end

local function read_row(state, at)
  local cells = state.grid.rows[at]
  local row = { at = at, given = {}, take = false }
  local id_at = find_field(state.heads, "id")
  if id_at and sheet_layout.is_example(cells[id_at]) then
    state.examples = state.examples + 1
  elseif not says_something(state, cells) then
    state.blank = state.blank + 1
  else
    for i, column in ipairs(state.heads.columns) do
      if column.field then row.given[column.field.key] = cells[i] end
    end
    for i, column in ipairs(state.heads.columns) do
      local wrong = column.field and cells[i] and sheet_cells.put(state.info, column.field, cells[i], row, state.how)
      if wrong then add_error(state, row, i, cells[i], wrong) end
    end
    put_defaults(state, row)
    state.read = state.read + 1
    check_row(state, row)
  end
  return row
end

--- ## The import

-- What goes where; only what some column of the sheet, or the call, fills.
local function mapping_of(state)
  local columns, provenance = {}, { source = { column = "claim source" }, coder = { column = "claim coder" } }
  for _, field in ipairs(state.fields) do
    local bound = field.column.quantity ~= nil
    if field.of == "table" and (bound or find_field(state.heads, field.key)) then
      columns[field.column.name] = { column = field.key }
    elseif field.of == "claim" and find_field(state.heads, field.key) then
      provenance[field.column.name] = { column = field.key }
    end
  end
  return { rows = { { table = state.info.name, id = { column = "id" }, columns = columns, provenance = provenance,
    when = function(row) return row.take ~= nil end } } }
end

local function keys_of(mapping)
  local keys = { "id", "claim source", "claim coder" }
  local target = mapping.rows[1]
  for _, list in ipairs { target.columns, target.provenance } do
    for _, value in pairs(list) do keys[#keys + 1] = value.column end
  end
  return keys
end

-- The rows as the import reads them, one for each of the sheet, so that its numbers are theirs.
local function each_row(state, keys)
  local i = 0
  return function()
    i = i + 1
    local row = state.rows[i]
    if not row then return nil end
    local given = { take = row.take and "1" or core.null }
    for _, key in ipairs(keys) do given[key] = row.take and row[key] or core.null end
    return given
  end
end

local function set_aside(ds)
  local found = {}
  for row in ds:table("quarantine"):select("id", "line", "column", "value", "code", "reason", "suggestion"):rows() do
    found[row.id] = row
  end
  return found
end

-- The column of the sheet that a refused one stands in; the id where it has none.
local function place_of(state, name)
  for i, column in ipairs(state.heads.columns) do
    local field = column.field
    if field and (field.head == name or field.column.name == name) then return i, field end
  end
  return (find_field(state.heads, "id"))
end

-- Notes what was refused, and takes it out, so that the next try meets what else is wrong.
local function note_refused(state, aside)
  local row = state.rows[aside.line]
  local column, field = place_of(state, aside.column)
  table.insert(state.faults, { row = row.at, column = column, value = aside.value, code = aside.code,
    reason = aside.reason .. (aside.suggestion and "; " .. aside.suggestion or "") })
  if field and row[field.key] ~= nil and field.of ~= "id" and field.of ~= "source" then
    row[field.key] = nil
  else
    row.take = false
  end
end

local UNDO = {}
local MOST_TRIES = 40

-- One try: the report of the import, or nil where something was refused and all was undone.
local function try(state, mapping, keys)
  local before, refused, message, code = set_aside(state.ds), {}, nil, nil
  local report
  local done, err = pcall(atomic.run, state.ds, function()
    report, message, code = import.run(state.ds, state.info.name, each_row(state, keys),
      { mapping = mapping, source = state.given.source, dates = state.given.dates })
    if not report then error(UNDO, 0) end
    for id, row in pairs(report.quarantined > 0 and set_aside(state.ds) or {}) do
      if not before[id] then refused[#refused + 1] = row end
    end
    if #refused > 0 or #state.faults > 0 then error(UNDO, 0) end
  end)
  if not done and err ~= UNDO then error(err, 0) end
  table.sort(refused, function(a, b) return a.line < b.line end)
  for _, row in ipairs(refused) do note_refused(state, row) end
  return done and report or nil, #refused > 0, message, code
end

local function run(state)
  local mapping = mapping_of(state)
  local keys = keys_of(mapping)
  if state.read == 0 then return nil end
  for _ = 1, MOST_TRIES do
    local report, again, message, code = try(state, mapping, keys)
    if message then return nil, message, code end
    if report or not again then return report end
  end
end

--- ## The whole

local function state_of(ds, path, grid, given)
  local info = sheet_fields.table_of(ds, table_of(grid, given, path))
  local fields = sheet_fields.of(info)
  return { ds = ds, path = path, grid = grid, given = given, info = info, fields = fields,
    heads = sheet_heads.match(grid, fields, path), rows = {}, faults = {}, seen = {}, read = 0, blank = 0, examples = 0,
    how = { decimal = given.decimal, told = { days = 0 } } }
end

local function by_place(a, b)
  if a.row ~= b.row then return a.row < b.row end
  return (a.column or 0) < (b.column or 0)
end

--- Reads a sheet back.
---@param ds parley.Dataset
---@param path string
---@param given table?
---@return parley.SheetReport? report, any message, string? code
function import_sheet.run(ds, path, given)
  given = checked(given)
  if type(path) ~= "string" or path == "" then errors.raise "bad_argument.sheet_in" end
  local grid, message, code = sheet_grid.read(path, given)
  if not grid then return nil, message, code end
  if grid.origin and not given.any_dataset then sheet_origin.check(ds, grid.origin, path) end
  local state = state_of(ds, path, grid, given)
  ds:ensure(state.info.name)
  for at = state.heads.at + 1, #grid.rows do state.rows[#state.rows + 1] = read_row(state, at) end
  local report
  report, message, code = run(state)
  if message then return nil, message, code end
  table.sort(state.faults, by_place)
  local result = sheet_report.of(state, report)
  if #state.faults > 0 then
    local copied
    copied, message, code = require("parley.coding.marked_copy").save(state)
    if not copied then return nil, message, code end
    result.copy = copied
  end
  return result
end

return import_sheet
