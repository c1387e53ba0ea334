--- What the REPL shows: previews of queries and frames, records, datasets.
-- A preview reads one row more than it shows, so that "…" appears only where there is more, and asks for
-- the count only then. Columns keep their order; those that do not fit are named in the footer, none is
-- dropped silently. Everything ends without a newline, so that `print` and the REPL add the only one.
--
-- A source has columns(), types(), each() and count(), and limit(n) when it is a query; or is a frame.

local amount_columns = require "parley.repl.amount_columns"
local cells = require "parley.repl.cells"
local core = require "parley.core"
local errors = require "parley.base.errors"
local layout = require "parley.repl.layout"
local plain = require "parley.base.plain_text"
local public_call = require "parley.base.public_call"
local terminal = require "parley.base.terminal"

local printing = {}

local null = core.null
local MORE = cells.MORE
local cut, pad, join, widest, GAP = cells.cut, cells.pad, cells.join, cells.widest, cells.GAP
local ROWS = 10
local DEFAULT_WIDTH, NARROWEST = 100, 20
local LEAST_MEANING = 10          -- columns of a table's meaning; less says nothing

local function columns_there_are(opts)
  return math.max(opts and opts.width or terminal.columns(DEFAULT_WIDTH), NARROWEST)
end

local function plural(n, word)
  return ("%d %s%s"):format(n, word, n == 1 and "" or "s")
end

--- One value as a preview shows it, whole.
---@param value any
---@param column_type? string the column's type; a "date" is worded
---@return string
function printing.value(value, column_type) return cells.of(value, column_type) end

-- Previews ---------------------------------------------------------------------------------------------

-- The first rows by column, how many there are of them, and whether there is another. A query is told that no
-- more is wanted, which spares it the sorting of everything; a frame has its rows already.
local function fetch(src, columns, limit)
  if type(src) == "table" then src = src:limit(limit + 1) end
  local step, state, control, closing = src:each()
  local _ <close> = closing
  local values, rows = {}, 0
  for i = 1, columns do values[i] = {} end
  while true do
    local row = { step(state, control) }
    control = row[1]
    if control == nil then return values, rows, false end
    if rows == limit then return values, rows, true end
    rows = rows + 1
    if control == null then row[1] = nil end
    for i = 1, columns do values[i][rows] = row[i] end
  end
end

-- The columns that are wanted, of those there are.
local function chosen(wanted, names, types, values)
  if not wanted then return names, types, values end
  local place, own_types, own_values = {}, {}, {}
  for i, name in ipairs(names) do place[name] = i end
  for i, name in ipairs(wanted) do
    local at = place[name] or errors.raise("no_column.frame", { name = tostring(name), known = names })
    own_types[i], own_values[i] = types[at], values[at]
  end
  return wanted, own_types, own_values
end

local function hidden_line(columns, shown, width)
  local names = {}
  for i = shown + 1, #columns do table.move(columns[i].names, 1, #columns[i].names, #names + 1, names) end
  for i, name in ipairs(names) do names[i] = plain.visible(name) end
  return cut(("+ %d more column%s: "):format(#names, #names == 1 and "" or "s") .. table.concat(names, ", "), width)
end

local function head_line(columns, shown)
  local line = {}
  for i = 1, shown do line[i] = pad(columns[i].head, columns[i].width, columns[i].right) end
  return join(line)
end

local function row_line(columns, shown, row)
  local line = {}
  for i = 1, shown do line[i] = pad(columns[i].cells[row], columns[i].width, columns[i].right) end
  return join(line)
end

-- A row whose long texts go on below, each within its column.
local function add_wrapped(lines, columns, shown, row)
  local wrapped, height = {}, 1
  for i = 1, shown do
    local column = columns[i]
    wrapped[i] = column.right and { column.cells[row] } or cells.wrap(column.cells[row], column.width)
    height = math.max(height, #wrapped[i])
  end
  for at = 1, height do
    if at % 64 == 0 then public_call.check() end
    local line = {}
    for i = 1, shown do line[i] = pad(wrapped[i][at] or "", columns[i].width, columns[i].right) end
    lines[#lines + 1] = join(line)
  end
end

local function add_rows(lines, columns, shown, rows, wrap)
  for row = 1, rows do
    if row % 64 == 0 then public_call.check() end
    if wrap then
      add_wrapped(lines, columns, shown, row)
    else
      lines[#lines + 1] = row_line(columns, shown, row)
    end
  end
end

-- What the rows left out or undecided, a line each.
local function add_notes(lines, src)
  local found = src.notes and src:notes() or {}
  for _, note in ipairs(found) do lines[#lines + 1] = "note: " .. note.note end
end

---@class parley.PrintOptions
---@field rows integer?      how many (10)
---@field columns string[]?  which, in this order (all)
---@field width integer?     columns of the terminal
---@field wrap boolean?      long texts go on in further lines, where they are cut else

--- The header, the first rows, a footer with the size of the whole, and the notes.
---@param src table|userdata a query or a frame
---@param opts? parley.PrintOptions
---@return string
function printing.preview(src, opts)
  opts = opts or {}
  local width, limit = columns_there_are(opts), opts.rows or ROWS
  local all = src:columns()
  local values, rows, more = fetch(src, #all, limit)
  local names, types
  names, types, values = chosen(opts.columns, all, src:types(), values)
  local columns, shown = layout.fit(layout.columns(names, types, values, rows, width, opts.wrap), width)
  local lines = { #names > 0 and head_line(columns, shown) or nil }
  add_rows(lines, columns, shown, rows, opts.wrap)
  if more then lines[#lines + 1] = MORE end
  lines[#lines + 1] = plural(more and src:count() or rows, "row") .. " × " .. plural(#names, "column")
  if shown < #columns then lines[#lines + 1] = hidden_line(columns, shown, width) end
  add_notes(lines, src)
  return table.concat(lines, "\n")
end

-- Records ----------------------------------------------------------------------------------------------

-- How many claims give a field its value, how many sources say something else, and whether nothing decides: parts.
local function claim_notes(fields)
  local digits = 1
  for _, field in ipairs(fields) do digits = math.max(digits, #tostring(field.claims or 0)) end
  local notes = {}
  for i, field in ipairs(fields) do
    local n, others = field.claims or 0, field.others or 0
    local parts = { n > 0 and ("%" .. digits .. "d claim%s"):format(n, n == 1 and "" or "s") or nil }
    if n > 0 and others > 0 then
      parts[2] = plural(others, "source") .. (others == 1 and " disagrees" or " disagree")
    end
    if n > 0 and field.tie then parts[#parts + 1] = "a tie" end
    notes[i] = parts
  end
  return notes
end

-- The fields with amounts as one, each with the lines of its value still to be made.
local function record_cells(fields)
  local names, values, shown = {}, {}, {}
  for i, field in ipairs(fields) do names[i], values[i] = field.name, { field.value } end
  for i, column in ipairs(amount_columns.of(names, values, 1)) do
    local field, places = fields[column.place], column.places
    local text = not places and cells.of(field.value, field.type)
      or amount_columns.text(values[places.low][1], places.best and values[places.best][1], values[places.high][1])
      or cells.MISSING
    local claims = field.claims
    for _, place in pairs(places or {}) do claims = math.max(claims or 0, fields[place].claims or 0) end
    shown[i] = { name = plain.visible(column.name), text = text, claims = claims, certainty = field.certainty or "",
      others = field.others, tie = field.tie }
  end
  return shown
end

-- A field's first line carries its name; its value, and each column of what stands behind it, may take several.
local function add_field(lines, field, behind, widths)
  local height = #field.lines
  for _, column in ipairs(behind) do height = math.max(height, #column) end
  for i = 1, height do
    local line = { pad(i == 1 and field.name or "", widths.name), pad(field.lines[i] or "", widths.value) }
    for at, column in ipairs(behind) do line[#line + 1] = pad(column[i] or "", widths.behind[at]) end
    lines[#lines + 1] = (join(line):gsub(" +$", ""))
  end
end

-- Ways to set what stands behind a field, the widest first: its certainty and the claims beside each other, the claims
-- in a line for each part, both in one column. Each gives columns, which are lists of lines.
local WAYS = {
  function(certainty, parts) return { { certainty }, { table.concat(parts, ", ") } } end,
  function(certainty, parts) return { { certainty }, parts } end,
  function(certainty, parts) return { table.move(parts, 1, #parts, certainty ~= "" and 2 or 1, { certainty }) } end,
}

-- The columns of each field, their widths, and the room they leave.
local function set_behind(way, fields, notes, room)
  local columns, widths = {}, {}
  for i, field in ipairs(fields) do
    columns[i] = way(field.certainty, notes[i])
    for at, column in ipairs(columns[i]) do widths[at] = math.max(widths[at] or 0, widest(column)) end
  end
  for at = #widths, 1, -1 do
    if widths[at] > 0 then room = room - widths[at] - #GAP else
      table.remove(widths, at)
      for _, of_field in ipairs(columns) do table.remove(of_field, at) end
    end
  end
  return columns, widths, room
end

-- What stands behind the fields, in the widest way that leaves room for the values; in the narrowest, if none does.
local function columns_behind(fields, room)
  local notes = claim_notes(fields)
  for i, way in ipairs(WAYS) do
    local columns, widths, left = set_behind(way, fields, notes, room)
    if left >= NARROWEST or i == #WAYS then return columns, widths, left end
  end
end

-- Where not even the narrowest way leaves room beside the names: a value stands behind its name if both fit into a
-- line, else below it, and so does what stands behind the value.
local function add_below(lines, field, notes, width)
  local function below(text)
    for _, line in ipairs(cells.wrap(text, width - #GAP)) do lines[#lines + 1] = GAP .. line end
  end
  local beside = join { field.name, field.text }
  if not field.text:find "\u{23ce}" and core.width(beside) <= width then
    lines[#lines + 1] = beside
  else
    lines[#lines + 1] = cut(field.name, width)
    below(field.text)
  end
  local behind = table.concat(table.move(notes, 1, #notes, 2, { field.certainty }), ", ")
  if #notes > 0 then below((behind:gsub("^, ", ""))) end
end

local function narrow_lines(lines, fields, width)
  local notes = claim_notes(fields)
  for i, field in ipairs(fields) do add_below(lines, field, notes[i], width) end
  return lines
end

local function beside_lines(lines, fields, behind, widths)
  for _, field in ipairs(fields) do widths.value = math.max(widths.value, widest(field.lines)) end
  for i, field in ipairs(fields) do add_field(lines, field, behind[i], widths) end
  return lines
end

--- One record as field/value lines, each with the certainty of its value and the number of claims behind it.
---@param record { title?: string, fields: { name: string, type?: string, value: any, claims?: integer,
--- certainty?: string, others?: integer, tie?: boolean }[] }
---@param opts? { width?: integer }
---@return string
function printing.record(record, opts)
  local fields, names, width = record_cells(record.fields), {}, columns_there_are(opts)
  for i, field in ipairs(fields) do names[i] = field.name end
  local widths = { name = widest(names), value = 0 }
  local behind, behind_widths, room = columns_behind(fields, width - widths.name - #GAP)
  widths.behind = behind_widths
  local lines = record.title and cells.wrap(plain.visible(record.title), width) or {}
  if room < NARROWEST then return table.concat(narrow_lines(lines, fields, width), "\n") end
  for _, field in ipairs(fields) do field.lines = cells.wrap(field.text, room) end
  return table.concat(beside_lines(lines, fields, behind, widths), "\n")
end

-- Datasets ---------------------------------------------------------------------------------------------

local MODES = { ro = "read-only", rw = "read and write", rwc = "read and write", memory = "in memory" }

--- What a dataset is, where it lives, and what it has been told to show.
---@param ds parley.Dataset
---@return string
function printing.title(ds)
  local notes, view = { ds.bundle and "bundled, read-only" or MODES[ds.mode] }, ds:view()
  if view.as_of then notes[#notes + 1] = "as of " .. core.day_text(view.as_of) end
  if view.policy then
    local summary = require("parley.claims.policy").summary(view.policy)
    notes[#notes + 1] = ("policy '%s': %s"):format(view.policy.name, summary)
  end
  local name = ds.bundle and ("%s: %s"):format(ds.bundle.name, ds.bundle.title) or ds.path or "dataset"
  return ("%s (%s)"):format(plain.visible(name), table.concat(notes, ", "))
end

--- The tables of a dataset, with their numbers of rows and what they hold, under a line that names it.
---@param ds parley.Dataset
---@param opts? { width?: integer }
---@return string
function printing.tables(ds, opts)
  local names, counts, meanings = ds:tables(), {}, {}
  for i, name in ipairs(names) do
    counts[i] = plain.number(ds:row_count(name))
    meanings[i] = plain.visible(ds:table_info(name).meaning or "")
    names[i] = plain.visible(name)
  end
  local name_width, count_width = widest(names), widest(counts)
  local width = columns_there_are(opts)
  local room, lines = width - name_width - count_width - 2 * #GAP, cells.wrap(printing.title(ds), width)
  for i, name in ipairs(names) do
    local meaning = room >= LEAST_MEANING and cut(meanings[i], room) or nil
    lines[#lines + 1] = join { pad(name, name_width), pad(counts[i], count_width, true), meaning }
  end
  return table.concat(lines, "\n")
end

return printing
