--- What the REPL shows: previews of queries and frames, records, datasets.
-- A preview reads one row more than it shows, so that "…" appears only where there is more, and asks for
-- the count only then. Columns keep their order; those that do not fit are named in the footer, none is
-- dropped silently. Numbers are never cut, for a cut number is another number. A missing value is `·`, an
-- empty text `''`; text that could be mistaken for either, or whose edges are blank, stands in quotes.
-- Everything ends without a newline, so that `print` and the REPL add the only one.
--
-- A source has columns(), types(), each() and count(), and limit(n) when it is a query; or is a frame.

local column_types = require "parley.base.types"
local core = require "parley.core"
local date_words = require "parley.base.date_words"
local plain = require "parley.base.plain_text"
local public_call = require "parley.base.public_call"

local printing = {}

local null = core.null
local MISSING, MORE, GAP = "·", "…", "  "
local ROWS = 10
local DEFAULT_WIDTH, NARROWEST = 100, 20
-- A text column gets at least LEAST and, beside another wide one, at most CAP terminal columns.
local LEAST, CAP = 20, 40

local function terminal_width(opts)
  local width = opts and opts.width or tonumber(os and os.getenv "COLUMNS") or DEFAULT_WIDTH
  return math.max(math.floor(width), NARROWEST)
end

local function plural(n, word)
  return ("%d %s%s"):format(n, word, n == 1 and "" or "s")
end

-- Cells ------------------------------------------------------------------------------------------------

-- Would the bare text read as a mark of ours, or hide blanks at its edges?
local function needs_quotes(text)
  return text == "" or text == MISSING or text:find("^ ") or text:find(" $") or text:find("^'.*'$")
end

-- A megabyte of text need not be measured to show forty columns of it: `room` bytes are enough, and the
-- cut falls between characters.
local function shorten(text, room)
  local last = room
  while last > 1 and (text:byte(last + 1) or 0) & 0xc0 == 0x80 do last = last - 1 end
  return text:sub(1, last)
end

local function text_cell(text, room)
  if needs_quotes(text) then text = "'" .. text .. "'" end
  if room and #text > room then return plain.visible(shorten(text, room)) .. MORE end
  return plain.visible(text)
end

-- A number as somebody may have written it down keeps all its digits. One that needs more than fifteen was computed,
-- and six of them are enough to look at, with two after the point; exports and values keep them all.
local function number_cell(value)
  if math.type(value) == "integer" or tonumber(("%.15g"):format(value)) == value or value ~= value then
    return plain.number(value)
  end
  local size = math.abs(value)
  if size >= 1e15 or size < 1e-4 then return ("%.6g"):format(value) end
  local digits = math.max(6, #("%d"):format(size // 1) + 2)
  return (("%%.%dg"):format(digits):format(value))
end

local function cell(value, column_type, room)
  local kind = type(value)
  if value == nil or value == null then return MISSING end
  if kind == "number" then return number_cell(value) end
  if kind ~= "string" then return tostring(value) end
  if column_type == "date" then value = date_words.short(value) end
  return text_cell(value, room)
end

--- One value as a preview shows it, whole.
---@param value any
---@param column_type? string the column's type; a "date" is worded
---@return string
function printing.value(value, column_type)
  return cell(value, column_type)
end

local function cut(text, width)
  if core.width(text) <= width then return text end
  return (core.truncate(text, width - 1)) .. MORE
end

local function pad(text, width, right)
  text = cut(text, width)
  local blanks = (" "):rep(width - core.width(text))
  return right and blanks .. text or text .. blanks
end

-- Joins padded cells; blanks at the end of a line are nobody's.
local function join(cells)
  return (table.concat(cells, GAP):gsub(" +$", ""))
end

-- Columns ----------------------------------------------------------------------------------------------

local function is_numeric(column_type, values, rows)
  if column_types.is_numeric(column_type) then return true end
  if column_type and column_type ~= "any" then return false end
  local numbers = 0
  for row = 1, rows do
    local value = values[row]
    if type(value) == "number" then numbers = numbers + 1 elseif value ~= nil then return false end
  end
  return numbers > 0
end

local function fraction_length(text)
  return #text - (text:find(".", 1, true) or #text + 1) + 1
end

-- Pads fractions so that the points stand under each other; exponents, inf and nan have no such place.
local function align_points(cells)
  local longest = 0
  for _, text in ipairs(cells) do
    if text:find("[en]") then return end
    longest = math.max(longest, fraction_length(text))
  end
  for i, text in ipairs(cells) do
    if text ~= MISSING then cells[i] = text .. (" "):rep(longest - fraction_length(text)) end
  end
end

local function widest(cells)
  local width = 0
  for _, text in ipairs(cells) do width = math.max(width, core.width(text)) end
  return width
end

-- Numbers that differ look different, if with all their digits.
local function tell_apart(cells, values, rows)
  local shown = {}
  for row = 1, rows do
    local value, text = values[row], cells[row]
    if type(value) == "number" and (shown[text] or value) ~= value then
      for at = 1, rows do
        if type(values[at]) == "number" then cells[at] = plain.number(values[at]) end
      end
      return
    end
    shown[text] = value
  end
end

local function new_column(name, column_type, values, rows, room)
  local column = { name = plain.visible(name), cells = {}, right = is_numeric(column_type, values, rows) }
  for row = 1, rows do
    if row % 64 == 0 then public_call.check() end
    column.cells[row] = cell(values[row], column_type, room)
  end
  tell_apart(column.cells, values, rows)
  if column.right then align_points(column.cells) end
  local body, head = widest(column.cells), core.width(column.name)
  column.natural = math.max(body, head)
  -- an id is there to be typed again, so it is cut late
  local least = name == "id" and CAP or LEAST
  column.width = column.right and math.max(body, math.min(head, LEAST)) or math.min(column.natural, least)
  return column
end

-- How many leading columns fit at their least width, and the room they leave.
local function leading(columns, width)
  local shown, used = 0, -#GAP
  for i, column in ipairs(columns) do
    local with = used + #GAP + column.width
    if with > width and i > 1 then break end
    shown, used = i, with
  end
  return shown, width - used
end

-- Two wide columns keep each other modest; a single one may take all the room there is.
local function set_goals(columns, shown)
  local wide = 0
  for i = 1, shown do
    if columns[i].natural > CAP then wide = wide + 1 end
  end
  for i = 1, shown do
    local column = columns[i]
    column.goal = wide > 1 and not column.right and math.min(column.natural, CAP) or column.natural
  end
end

-- Hands out `room` in equal parts to the columns still short of their goal, until one of both is used up.
local function share(columns, shown, room)
  set_goals(columns, shown)
  while room > 0 do
    local short = {}
    for i = 1, shown do
      if columns[i].width < columns[i].goal then short[#short + 1] = columns[i] end
    end
    if #short == 0 then return end
    local part = math.max(1, room // #short)
    for _, column in ipairs(short) do
      local more = math.min(part, column.goal - column.width, room)
      column.width, room = column.width + more, room - more
    end
  end
end

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

local function hidden_line(columns, shown, width)
  local hidden = #columns - shown
  local line = ("+ %d more column%s: "):format(hidden, hidden == 1 and "" or "s")
  local names = {}
  for i = shown + 1, #columns do names[#names + 1] = columns[i].name end
  return cut(line .. table.concat(names, ", "), width)
end

-- Columns in their order, but those without a value in these rows after the others: where room is short, it goes
-- to what there is to see.
local function filled_first(columns, values)
  local filled, empty = {}, {}
  for i, column in ipairs(columns) do
    local list = next(values[i]) ~= nil and filled or empty
    list[#list + 1] = column
  end
  return table.move(empty, 1, #empty, #filled + 1, filled)
end

local function row_line(columns, shown, row)
  local cells = {}
  for i = 1, shown do
    local column = columns[i]
    cells[i] = pad(row == 0 and column.name or column.cells[row], column.width, column.right)
  end
  return join(cells)
end

-- What the rows left out or undecided, a line each.
local function add_notes(lines, src)
  local found = src.notes and src:notes() or {}
  for _, note in ipairs(found) do lines[#lines + 1] = "note: " .. note.note end
end

--- The header, the first rows, a footer with the size of the whole, and the notes.
---@param src table|userdata a query or a frame
---@param opts? { rows?: integer, width?: integer } how many rows (10); columns of the terminal
---@return string
function printing.preview(src, opts)
  local width, limit = terminal_width(opts), opts and opts.rows or ROWS
  local names, types = src:columns(), src:types()
  local values, rows, more = fetch(src, #names, limit)
  local columns = {}
  for i, name in ipairs(names) do columns[i] = new_column(name, types[i], values[i], rows, width * 16) end
  local shown, room = leading(columns, width)
  if shown < #columns then
    columns = filled_first(columns, values)
    shown, room = leading(columns, width)
  end
  share(columns, shown, room)
  local lines = {}
  for row = #names == 0 and 1 or 0, rows do
    if row % 64 == 0 then public_call.check() end
    lines[#lines + 1] = row_line(columns, shown, row)
  end
  if more then lines[#lines + 1] = MORE end
  lines[#lines + 1] = plural(more and src:count() or rows, "row") .. " × " .. plural(#names, "column")
  if shown < #names then lines[#lines + 1] = hidden_line(columns, shown, width) end
  add_notes(lines, src)
  return table.concat(lines, "\n")
end

-- Records ----------------------------------------------------------------------------------------------

-- Cuts a word that is longer than a line; gives the lines it fills and what is left.
local function break_word(word, room, lines)
  while core.width(word) > room do
    local head = core.truncate(word, room)
    -- a single cluster wider than the line cannot be cut
    if head == "" then break end
    lines[#lines + 1] = head
    word = word:sub(#head + 1)
  end
  return word
end

local function wrap_line(text, room, lines)
  local line = ""
  for blanks, word in text:gmatch("( *)([^ ]+)") do
    if line ~= "" and core.width(line .. blanks .. word) > room then
      lines[#lines + 1] = line
      line, blanks = "", ""
    end
    line = break_word(line .. blanks .. word, room, lines)
  end
  lines[#lines + 1] = line
end

-- Lines of at most `room` columns, broken at blanks and after every line break of the text itself.
local function wrap(text, room)
  local lines = {}
  text = text:gsub("⏎", "⏎\n")
  for part in text:gmatch("[^\n]+") do wrap_line(part, room, lines) end
  return lines
end

local function claim_notes(fields)
  local digits = 1
  for _, field in ipairs(fields) do digits = math.max(digits, #tostring(field.claims or 0)) end
  local notes = {}
  for i, field in ipairs(fields) do
    local n = field.claims or 0
    notes[i] = n > 0 and ("%" .. digits .. "d claim%s%s"):format(n, n == 1 and "" or "s", field.tie and ", a tie" or "")
      or ""
  end
  return notes
end

-- A field's first line carries its name and the number of claims; the others continue its value.
local function field_lines(field, note, layout, lines)
  for i, text in ipairs(field.lines) do
    local name = pad(i == 1 and field.name or "", layout.name)
    lines[#lines + 1] = join { name, pad(text, layout.value), i == 1 and note or "" }
  end
end

--- One record as field/value lines, each with the number of claims behind it.
---@param record { title?: string, fields: { name: string, type?: string, value: any, claims?: integer,
--- tie?: boolean }[] }
---@param opts? { width?: integer }
---@return string
function printing.record(record, opts)
  local notes = claim_notes(record.fields)
  local names, fields, value_width = {}, {}, 0
  for i, field in ipairs(record.fields) do names[i] = plain.visible(field.name) end
  local layout = { name = widest(names) }
  local room = terminal_width(opts) - layout.name - widest(notes) - 2 * #GAP
  for i, field in ipairs(record.fields) do
    local wrapped = wrap(cell(field.value, field.type), math.max(room, NARROWEST))
    fields[i] = { name = names[i], lines = wrapped }
    value_width = math.max(value_width, widest(wrapped))
  end
  layout.value = value_width
  local lines = { record.title and plain.visible(record.title) }
  for i, field in ipairs(fields) do field_lines(field, notes[i], layout, lines) end
  return table.concat(lines, "\n")
end

-- Datasets ---------------------------------------------------------------------------------------------

local MODES = { ro = "read-only", rw = "read and write", rwc = "read and write", memory = "in memory" }

-- What the dataset is, where it lives, and what it has been told to show.
local function title_of(ds)
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
    counts[i] = plain.number(ds:table(name):count())
    meanings[i] = plain.visible(ds:table_info(name).meaning or "")
    names[i] = plain.visible(name)
  end
  local name_width, count_width = widest(names), widest(counts)
  local room = math.max(terminal_width(opts) - name_width - count_width - 2 * #GAP, NARROWEST)
  local lines = { title_of(ds) }
  for i, name in ipairs(names) do
    lines[i + 1] = join { pad(name, name_width), pad(counts[i], count_width, true), cut(meanings[i], room) }
  end
  return table.concat(lines, "\n")
end

return printing
