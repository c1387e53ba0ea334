--- A sheet that people filled, read back: all of it enters, or none of it and a copy says what is wrong where.
-- Cells are made what an import takes (parley.coding.sheet_cells), and the import machinery judges words, dates, ids
-- and what a source has said before. It is run in a transaction that is undone where a row is refused; what was refused
-- is left out and the rest tried again, until all that is wrong is known.

local atomic = require "parley.claims.transactions"
local core = require "parley.core"
local errors = require "parley.base.errors"
local import = require "parley.import.import"
local input = require "parley.import.reader_options"
local options = require "parley.base.options"
local plain = require "parley.base.plain_text"
local quarantine = require "parley.import.quarantine"
local sheet_fields = require "parley.coding.sheet_fields"
local sheet_grid = require "parley.coding.sheet_grid"
local sheet_heads = require "parley.coding.sheet_heads"
local sheet_layout = require "parley.coding.sheet_layout"
local sheet_origin = require "parley.coding.sheet_origin"
local sheet_report = require "parley.coding.sheet_report"
local sheet_rows = require "parley.coding.sheet_rows"
local speaking = require "parley.claims.speaking"

local import_sheet = {}

local OPTIONS = { "coder", "source", "table", "sheet", "delimiter", "decimal", "dates", "copy", "any_dataset", "format",
  "encoding", "missing", "short_years", "heads" }

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
  input.check { missing = given.missing, dates = given.dates, short_years = given.short_years }
  return given
end

-- What a row of examples says it is of.
local function table_of_examples(file)
  for _, grid in ipairs(file.grids) do
    for _, row in ipairs(grid.rows) do
      for i = 1, grid.width do
        if sheet_layout.is_example(row[i]) then return row[i]:match "%S+$" end
      end
    end
  end
end

-- The table: the one that is stated, that the hidden sheet says, or that the example row does.
local function table_of(file, given, path)
  local made = file.origin and file.origin.table or not file.origin and table_of_examples(file) or nil
  if given.table and made and given.table ~= made then
    errors.raise("bad_argument.sheet_table", { path = path, made = made, given = tostring(given.table) })
  end
  local name = given.table or made
  if not name then errors.raise("bad_argument.sheet_no_table", { path = path }) end
  return name
end

-- A sheet that was made for one coder is not another's.
local function check_coder(file, given, path)
  local made = file.origin and file.origin.coder
  if made and given.coder and given.coder ~= made then
    errors.raise("bad_argument.sheet_coder_made", { path = path, made = made, given = given.coder })
  end
end

--- ## The import

-- What goes where; only what some column of the sheet, or the call, fills.
local function mapping_of(state)
  local columns, provenance = {}, { source = { column = "claim source" }, coder = { column = "claim coder" } }
  local voice = state.voice
  if voice and voice.coder and not voice.others then provenance.coder = nil end -- who speaks is stamped
  for _, field in ipairs(state.fields) do
    local bound = field.column.quantity ~= nil
    if field.of == "table" and (bound or sheet_rows.find(state.heads, field.key)) then
      columns[field.column.name] = { column = field.key }
    elseif field.of == "claim" and field.key ~= "claim coder" and sheet_rows.find(state.heads, field.key) then
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
  local columns = { "id", "line", "column", "value", "code", "reason", "suggestion", "arguments" }
  for row in ds:table("quarantine"):select(table.unpack(columns)):rows() do
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
  return (sheet_rows.find(state.heads, "id"))
end

-- What may help; a row that was refused waits nowhere, so it is imported again.
local function suggestion_of(aside)
  local hint = aside.arguments and quarantine.read(aside.arguments).hint
  if type(hint) == "table" and hint.key == "add_and_requeue" then
    return errors.hint { key = "add_first", table = hint.table, id = hint.id }
  end
  return aside.suggestion
end

-- Notes what was refused, and takes it out, so that the next try meets what else is wrong.
local function note_refused(state, aside)
  local row = state.rows[aside.line]
  local column, field = place_of(state, aside.column)
  local suggestion = suggestion_of(aside)
  table.insert(state.faults, { row = row.at, column = column, value = aside.value, code = aside.code,
    reason = aside.reason .. (suggestion and "; " .. suggestion or "") })
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
      { mapping = mapping, source = state.given.source, dates = state.given.dates,
        short_years = state.given.short_years })
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

local function missing_of(given)
  local missing = {}
  for _, word in ipairs(given.missing or {}) do missing[word] = true end
  return missing
end

local function state_of(ds, path, file, given)
  local info = sheet_fields.table_of(ds, table_of(file, given, path))
  local fields = sheet_fields.read(info)
  local heads, grid, unread = sheet_heads.match(file, fields, { path = path, info = info, heads = given.heads })
  local later = file.book and file.book.from_1904 and 1462 or 0
  return { ds = ds, voice = ds.speaking, path = path, file = file, origin = file.origin, grid = grid, given = given,
    info = info, fields = fields, heads = heads, unread = unread, missing = missing_of(given), rows = {}, faults = {},
    seen = {}, read = 0, blank = 0, examples = 0, apart = 0,
    how = { decimal = given.decimal, told = { days = 0, later = later } } }
end

local function by_place(a, b)
  if a.row ~= b.row then return a.row < b.row end
  return (a.column or 0) < (b.column or 0)
end

local function run_on(ds, path, given)
  local file, message, code = sheet_grid.open(path, given)
  if not file then return nil, message, code end
  if file.origin and not given.any_dataset then sheet_origin.check(ds, file.origin, path) end
  check_coder(file, given, path)
  local state = state_of(ds, path, file, given)
  ds:ensure(state.info.name)
  for at = state.heads.at + 1, #state.grid.rows do state.rows[#state.rows + 1] = sheet_rows.read(state, at) end
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

--- Reads a sheet back, as who speaks through a view.
---@param ds parley.Dataset
---@param path string
---@param given table?
---@return parley.SheetReport? report, any message, string? code
function import_sheet.run(ds, path, given)
  given = checked(given)
  if type(path) ~= "string" or path == "" then errors.raise "bad_argument.sheet_in" end
  speaking.check_blind(ds, "import_sheet")
  return speaking.run(ds, run_on, path, given)
end

return import_sheet
