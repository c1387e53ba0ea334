--- A sheet as it is written, for a template and for the copy that tells errors: heads with comments, lists to choose
--- from, locked ids, the hidden sheets.

local core = require "parley.core"
local sheet_origin = require "parley.coding.sheet_origin"
local sheet_words = require "parley.coding.sheet_words"
local workbook = require "parley.export.workbook"

local sheet_layout = {}

local looks = workbook.looks
local LISTS = sheet_origin.LISTS
-- So many rows below those that are filled still offer their choices.
local BEYOND = 500
local NUMERIC = { integer = true, number = true }

--- Whether an id is that of an example row.
---@param id any
---@return boolean
function sheet_layout.is_example(id)
  return type(id) == "string" and id:lower():sub(1, #sheet_words.EXAMPLE) == sheet_words.EXAMPLE
end

--- ## Columns

local WIDTHS = { integer = 11, number = 12, boolean = 9, date = 14 }

local function width_of(field)
  local width = WIDTHS[field.column.type] or field.of == "id" and 22 or field.column.name == "text" and 50 or 18
  return math.max(width, utf8.len(field.head) + 3)
end

-- A range in a cell of numbers would be made a date.
local function look_of(field)
  return NUMERIC[field.column.type] and not field.column.quantity and looks.open_number or looks.open
end

--- ## The hidden lists

-- Each list once: { name, values }, and the column of each field's.
local function gathered(choices, width)
  local lists, at, places = {}, {}, {}
  for i = 1, width do
    local one = choices[i]
    if one and not at[one.name] then
      lists[#lists + 1], at[one.name] = one, #lists + 1
    end
    places[i] = one and at[one.name]
  end
  return lists, places
end

local function lists_sheet(lists)
  local most, widths = 0, {}
  for i, list in ipairs(lists) do most, widths[i] = math.max(most, #list.values), 24 end
  return { name = LISTS, hidden = true, widths = widths, frozen = 1, rows = function(archive)
    local done, message, code
    for row = 0, most do
      local cells, styles = {}, {}
      for i, list in ipairs(lists) do
        cells[i], styles[i] = row == 0 and list.name or list.values[row], looks.words
      end
      done, message, code = archive:row(cells, #lists, row + 1, styles)
      if not done then return nil, message, code end
    end
    return true
  end }
end

local function origin_sheet(origin)
  local rows = sheet_origin.rows(origin)
  return { name = sheet_origin.SHEET, hidden = true, widths = { 16, 40 }, rows = function(archive)
    for i, row in ipairs(rows) do
      local done, message, code = archive:row(row, 2, i, { looks.words, looks.words })
      if not done then return nil, message, code end
    end
    return true
  end }
end

--- ## The sheet that is filled

local function choices_of(sheet, choices, places, lists, last)
  for i in pairs(places) do
    local list = lists[places[i]]
    sheet.choices[#sheet.choices + 1] = { column = i, first = sheet.frozen + 1, last = last, free = choices[i].free,
      list = ("%s!$%s$2:$%s$%d"):format(LISTS, workbook.letters(places[i]), workbook.letters(places[i]),
        #list.values + 1) }
  end
  table.sort(sheet.choices, function(a, b) return a.column < b.column end)
end

-- Writes rows that have their numbers, the heads among them.
local function put_rows(archive, rows, width)
  for _, row in ipairs(rows) do
    local done, message, code = archive:row(row.cells, width, row.number, row.looks)
    if not done then return nil, message, code end
  end
  return true
end

--- A sheet that people fill, and the hidden ones that go with it. Rows stand where their numbers say, below the heads
--- and above them.
---@param name string
---@param columns table[]  { field =, head =, choices = } each; a column without a field is somebody's own
---@param rows table[]  { number = integer, cells = {…}, looks = {…}? } each, in order
---@param given { heads_at: integer, notes: table[], origin: table<string, string> }  notes are comments beside those
--- of the heads
---@return parley.Sheet sheet, parley.Sheet[] hidden
function sheet_layout.sheets(name, columns, rows, given)
  local sheet = { name = workbook.sheet_name(name), widths = {}, looks = {}, frozen = given.heads_at, locked = true,
    choices = {}, notes = {} }
  local heads, choices, all = { number = given.heads_at, cells = {}, looks = {} }, {}, {}
  for i, column in ipairs(columns) do
    heads.cells[i], heads.looks[i], choices[i] = column.head, looks.head, column.choices
    sheet.widths[i] = column.field and width_of(column.field) or 18
    sheet.looks[i] = column.field and look_of(column.field) or looks.open
    if column.field then
      sheet.notes[#sheet.notes + 1] = { row = given.heads_at, column = i, text = sheet_words.comment(column.field) }
    end
  end
  for _, row in ipairs(rows) do
    if heads and row.number > heads.number then all[#all + 1], heads = heads, nil end
    all[#all + 1] = row
  end
  all[#all + 1] = heads
  table.move(given.notes, 1, #given.notes, #sheet.notes + 1, sheet.notes)
  local lists, places = gathered(choices, #columns)
  choices_of(sheet, choices, places, lists, all[#all].number - 1 + BEYOND)
  function sheet.rows(archive) return put_rows(archive, all, #columns) end
  return sheet, { origin_sheet(given.origin), #lists > 0 and lists_sheet(lists) or nil }
end

--- ## Templates

local function columns_of(template)
  local columns = {}
  for i, field in ipairs(template.fields) do
    columns[i] = { field = field, head = field.head, choices = template.choices[i] }
  end
  return columns
end

local function looks_of(template, is_example)
  local list = {}
  for i, field in ipairs(template.fields) do
    list[i] = is_example and looks.example or field.of == "id" and looks.fixed or look_of(field)
  end
  return list
end

local function rows_of(template)
  local rows, plain_looks, example_looks = {}, looks_of(template, false), looks_of(template, true)
  for i, row in ipairs(template.rows) do
    local cells = {}
    for c, field in ipairs(template.fields) do cells[c] = row[field.head] end
    rows[i] = { number = i + 1, cells = cells,
      looks = sheet_layout.is_example(row.id) and example_looks or plain_looks }
  end
  return rows
end

--- Writes a template as a workbook.
---@param template parley.Template
---@param file any
---@return true? done, string? message, string? code
function sheet_layout.write(template, file)
  local sheet, hidden = sheet_layout.sheets(template.table, columns_of(template), rows_of(template),
    { heads_at = 1, notes = {}, origin = template.origin })
  return workbook.write({ sheets = { sheet, table.unpack(hidden) } }, file)
end

--- A template as CSV: the heads and the rows, without what only a workbook has. Its mark tells spreadsheets that it is
--- UTF-8.
---@param template parley.Template
---@return string
function sheet_layout.csv(template)
  local heads = {}
  for i, field in ipairs(template.fields) do heads[i] = field.head end
  local lines = { "\u{feff}", core.csv_line(heads, #heads) }
  for _, row in ipairs(rows_of(template)) do lines[#lines + 1] = core.csv_line(row.cells, #heads) end
  return table.concat(lines)
end

return sheet_layout
