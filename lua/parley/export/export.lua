--- Tables written out: CSV, JSON, JSON Lines, Markdown, LaTeX, HTML; those of edges as graphs (parley.export.graphs).
-- A format is a record: how a value, the header, a row of such texts and the footer are written, so that a
-- new one is one entry of `export.formats`. One loop drives them all and hands batches of text to a sink; a
-- result is never held whole unless a string is asked for.
-- CSV and JSON are for machines: every value is exact, or the export fails. Markdown, LaTeX and HTML are
-- for reading: what cannot be seen is spelt out (parley.base.plain_text), what the format would obey is escaped.

local core = require "parley.core"
local errors = require "parley.base.errors"
local plain = require "parley.base.plain_text"
local suggest = require "parley.base.suggest"

local export = {}

local null = core.null
local type, tostring, math_type = type, tostring, math.type
local find, gsub, byte, concat = string.find, string.gsub, string.byte, table.concat

-- Text is handed to the sink in pieces of about this many bytes.
local BATCH = 65536
-- So many texts are remembered, of at most so many bytes each.
local MEMORY, MEMORABLE = 2048, 256

--- What the formats know of a source; a format may keep what it prepared here.
---@class parley.Shape
---@field names string[]
---@field types string[]
---@field n integer number of columns
---@field numeric boolean[]

---@class parley.Format
---@field extension string
---@field cell fun(value: string|number|boolean): string? text of a value; nil when the format cannot hold it
---@field missing string|false what stands for a missing value
---@field header fun(shape: parley.Shape): string
---@field row fun(cells: (string|integer|false)[], shape: parley.Shape, number: integer): string
---@field footer fun(rows: integer): string
---@field prepare? fun(shape: parley.Shape) raises when the format cannot hold such a table
---@field refuse? fun(value: string, place: string) raises about a value for which `cell` gave nil
---@field write? fun(rows: any, width: integer, sink: any): boolean? writes all rows in C as `row` would, no footer
---@field opening? fun(path: string): string what a file, but not a string, begins with

---@type table<string, parley.Format>
export.formats = {}

local function nothing() return "" end

-- A number or a truth value.
local function bare(value)
  return type(value) == "number" and plain.number(value) or tostring(value)
end

-- Is the text made of letters, digits and marks that no format here minds? Most text is, and a set of what is
-- harmless is searched three times as fast as a set of what is not.
local function is_harmless(text)
  local _, stop = find(text, "^[a-z A-Z0-9.,:;()/?!%-]*")
  return stop == #text
end

local function cells_of_names(shape, cell)
  local cells = {}
  for i, name in ipairs(shape.names) do cells[i] = cell(name) end
  return cells
end

-- CSV --------------------------------------------------------------------------------------------------
-- RFC 4180 with LF. Nothing between two commas is a missing value, "" an empty text.

local function csv_cell(value)
  if type(value) ~= "string" then return bare(value) end
  -- four plain searches are quicker than one for a set of characters
  if value == "" or find(value, ",", 1, true) or find(value, '"', 1, true) or find(value, "\n", 1, true)
    or find(value, "\r", 1, true) or byte(value) == 32 or byte(value, -1) == 32 then
    return '"' .. gsub(value, '"', '""') .. '"'
  end
  return value
end

export.formats.csv = {
  extension = ".csv",
  cell = csv_cell,
  missing = "",
  header = function(shape) return concat(cells_of_names(shape, csv_cell), ",") .. "\n" end,
  row = function(cells, shape) return concat(cells, ",", 1, shape.n) .. "\n" end,
  footer = nothing,
  write = core.write_csv,
}

-- JSON -------------------------------------------------------------------------------------------------
-- RFC 8259. One object per row, its keys in the order of the columns; what JSON lacks (inf, nan) is null.

local JSON_ESCAPES = setmetatable({
  ['"'] = '\\"', ["\\"] = "\\\\", ["\n"] = "\\n", ["\r"] = "\\r", ["\t"] = "\\t", ["\b"] = "\\b", ["\f"] = "\\f",
  -- line ends to JavaScript, though not to JSON
  ["\u{2028}"] = "\\u2028", ["\u{2029}"] = "\\u2029",
}, { __index = function(_, character) return ("\\u%04x"):format(byte(character)) end })

local function json_text(text)
  if not is_harmless(text) then
    if not utf8.len(text) then return nil end
    text = gsub(text, '[\0-\31"\\\127]', JSON_ESCAPES)
    if find(text, "\226\128", 1, true) then text = gsub(text, "\226\128[\168\169]", JSON_ESCAPES) end
  end
  return '"' .. text .. '"'
end

local function json_cell(value)
  if type(value) == "string" then return json_text(value) end
  if type(value) == "number" and value - value ~= 0 then return "null" end
  return bare(value)
end

local function json_refuse(text, place)
  local _, bad = utf8.len(text)
  errors.raise("%s: byte %d (0x%02x) is not UTF-8, which JSON must be; mend the text, leave the column out with "
    .. "select, or export CSV, which takes any bytes", place, bad, byte(text, bad))
end

-- Makes the text before each value, '{"first":' and ',"second":', once for all rows.
local function json_prepare(shape)
  local keys, seen = {}, {}
  for i, name in ipairs(shape.names) do
    local shown = plain.visible(name)
    if seen[name] then
      errors.raise("two columns are named '%s', and a JSON object keeps one value per name; rename one, as in "
        .. 'select("%s as other")', shown, shown)
    end
    local key = json_text(name) or json_refuse(name, ("the name of column %d"):format(i))
    seen[name], keys[i] = true, (i == 1 and "{" or ",") .. key .. ":"
  end
  shape.keys, shape.pieces = keys, {}
end

-- Key, value, key, value … in a list that lives as long as the export.
local function json_object(cells, shape)
  local pieces, keys = shape.pieces, shape.keys
  for i = 1, shape.n do pieces[2 * i - 1], pieces[2 * i] = keys[i], cells[i] end
  return concat(pieces, "", 1, 2 * shape.n) .. "}"
end

export.formats.json = {
  extension = ".json",
  cell = json_cell,
  missing = "null",
  prepare = json_prepare,
  refuse = json_refuse,
  header = function() return "[" end,
  row = function(cells, shape, number) return (number == 1 and "\n" or ",\n") .. json_object(cells, shape) end,
  footer = function(rows) return rows == 0 and "]\n" or "\n]\n" end,
}

export.formats.jsonl = {
  extension = ".jsonl",
  cell = json_cell,
  missing = "null",
  prepare = json_prepare,
  refuse = json_refuse,
  header = nothing,
  row = function(cells, shape) return json_object(cells, shape) .. "\n" end,
  footer = nothing,
}

-- Formats for reading ----------------------------------------------------------------------------------

-- A cell writer from an escape for visible text, in which every line break is "\n".
local function reader_cell(escape)
  return function(value)
    if type(value) ~= "string" then return bare(value) end
    -- LaTeX minds two hyphens
    if is_harmless(value) and not find(value, "--", 1, true) then return value end
    if find(value, "\r", 1, true) then value = gsub(gsub(value, "\r\n", "\n"), "\r", "\n") end
    return escape(plain.visible(value, true))
  end
end

-- Markdown: GitHub's tables, in which text keeps its meaning: no emphasis, links, code or HTML of its own.

local MARKDOWN = { ["\\"] = "\\\\", ["|"] = "\\|", ["`"] = "\\`", ["*"] = "\\*", ["["] = "\\[", ["<"] = "&lt;",
  ["\n"] = "<br>" }

local markdown_cell = reader_cell(function(text)
  text = gsub(text, "&(#?%w+;)", "&amp;%1")
  text = gsub(text, "[\\|`*%[<\n]", MARKDOWN)
  -- inside a word an underscore is only itself; a single tilde strikes nothing out
  if find(text, "%f[%w_]_") or find(text, "_%f[^%w_]") then text = gsub(text, "_", "\\_") end
  if find(text, "~.*~") then text = gsub(text, "~", "\\~") end
  return text
end)

local function markdown_row(cells, shape)
  return "| " .. concat(cells, " | ", 1, shape.n) .. " |\n"
end

export.formats.markdown = {
  extension = ".md",
  cell = markdown_cell,
  missing = "",
  header = function(shape)
    local rules = {}
    for i = 1, shape.n do rules[i] = shape.numeric[i] and "---:" or "---" end
    return markdown_row(cells_of_names(shape, markdown_cell), shape) .. markdown_row(rules, shape)
  end,
  row = markdown_row,
  footer = nothing,
}

-- LaTeX: a tabular for \usepackage{booktabs}. [ and * would be arguments of the \\ before them.

local LATEX = { ["\\"] = "\\textbackslash{}", ["{"] = "\\{", ["}"] = "\\}", ["$"] = "\\$", ["&"] = "\\&",
  ["#"] = "\\#", ["%"] = "\\%", ["_"] = "\\_", ["^"] = "\\textasciicircum{}", ["~"] = "\\textasciitilde{}",
  ["<"] = "\\textless{}", [">"] = "\\textgreater{}", ["|"] = "\\textbar{}", ['"'] = "\\textquotedbl{}",
  ["["] = "{[}", ["*"] = "{*}", ["\n"] = " " }

local latex_cell = reader_cell(function(text)
  text = gsub(text, '[\\{}$&#%%_^~<>|"%[*\n]', LATEX)
  -- two hyphens would be set as a dash; of three, the first pass leaves a pair
  if find(text, "--", 1, true) then text = gsub(gsub(text, "%-%-", "-{}-"), "%-%-", "-{}-") end
  return text
end)

local function latex_row(cells, shape)
  return concat(cells, " & ", 1, shape.n) .. " \\\\\n"
end

export.formats.latex = {
  extension = ".tex",
  cell = latex_cell,
  missing = "",
  header = function(shape)
    local letters = {}
    for i = 1, shape.n do letters[i] = shape.numeric[i] and "r" or "l" end
    return ("\\begin{tabular}{%s}\n\\toprule\n"):format(concat(letters))
      .. latex_row(cells_of_names(shape, latex_cell), shape) .. "\\midrule\n"
  end,
  row = latex_row,
  footer = function() return "\\bottomrule\n\\end{tabular}\n" end,
}

-- HTML: no text of a cell or a column name can become a tag, an attribute or an entity.

local HTML = { ["&"] = "&amp;", ["<"] = "&lt;", [">"] = "&gt;", ['"'] = "&quot;", ["'"] = "&#39;", ["\n"] = "<br>" }

local function html_text(text)
  return (gsub(text, "[&<>\"'\n]", HTML))
end

local html_cell = reader_cell(html_text)

export.formats.html = {
  extension = ".html",
  cell = html_cell,
  missing = false,
  prepare = function(shape)
    shape.tags = {}
    for i = 1, shape.n do shape.tags[i] = shape.numeric[i] and '<td class="number">' or "<td>" end
  end,
  -- a browser that opens the file needs to be told its encoding
  opening = function(path)
    return ('<!DOCTYPE html>\n<meta charset="utf-8">\n<title>%s</title>\n'):format(
      html_text(plain.visible(path:match("[^/]*$"))))
  end,
  header = function(shape)
    local cells = cells_of_names(shape, html_cell)
    for i = 1, shape.n do
      cells[i] = ('<th scope="col"%s>%s</th>'):format(shape.numeric[i] and ' class="number"' or "", cells[i])
    end
    return '<table class="parley">\n<thead>\n<tr>' .. concat(cells) .. "</tr>\n</thead>\n<tbody>\n"
  end,
  row = function(cells, shape)
    local tags = shape.tags
    for i = 1, shape.n do
      local text = cells[i]
      cells[i] = text and tags[i] .. text .. "</td>" or '<td class="missing"></td>'
    end
    return "<tr>" .. concat(cells, "", 1, shape.n) .. "</tr>\n"
  end,
  footer = function() return "</tbody>\n</table>\n" end,
}

-- Graphs: a table of edges is written in two more formats.
for name, format in pairs(require "parley.export.graphs") do export.formats[name] = format end

-- The loop ---------------------------------------------------------------------------------------------

local function shape_of(src, format)
  local names, types = src:columns(), src:types()
  local shape = { names = names, types = types, n = #names, numeric = {} }
  for i = 1, shape.n do shape.numeric[i] = types[i] == "integer" or types[i] == "number" end
  if format.prepare then format.prepare(shape) end
  return shape
end

-- A table that writes a value the first time it is asked for it: codes, names and scores come back again and
-- again, and looking them up costs a tenth. It forgets everything when it is full.
local function new_memory(cell)
  local size = 0
  return setmetatable({}, { __index = function(memory, value)
    local text = cell(value)
    -- nan is no key, and -0.0 is the same key as 0.0
    if not text or #text > MEMORABLE or value ~= value or value == 0 then return text end
    if size == MEMORY then
      for key in next, memory do memory[key] = nil end
      size = 0
    end
    memory[value], size = text, size + 1
    return text
  end })
end

-- Values to texts, in place; integers stand as they are written.
local function spell(row, shape, format, memory, number)
  for i = 1, shape.n do
    local value = row[i]
    if value == nil then
      row[i] = format.missing
    elseif math_type(value) ~= "integer" then
      row[i] = memory[value]
        or format.refuse(value, ("row %d, column '%s'"):format(number, plain.visible(shape.names[i])))
    end
  end
end

-- A buffer that passes text on in batches; `put` and `flush` give nil, message, code when the sink fails.
local function new_buffer(sink)
  local parts, n, size = {}, 0, 0
  local function flush()
    local text = concat(parts, "", 1, n)
    n, size = 0, 0
    return sink(text)
  end
  local function put(text)
    n, size = n + 1, size + #text
    parts[n] = text
    if size >= BATCH then return flush() end
    return true
  end
  return put, flush
end

-- Rows written in C, where there is a writer for the format and the rows are SQLite's or a Frame's: true, or nil
-- with what the sink said; nothing when they have to be written here.
local function stream_in_c(src, closing, shape, write, sink)
  if type(closing) == "userdata" then return write(closing, shape.n, sink) end
  if type(src) == "userdata" then return write(src, shape.n, sink) end
end

-- Writes all rows of an iteration; gives their number, or nil with what the sink said.
local function stream_rows(shape, format, put, step, state, control)
  local memory, number = new_memory(format.cell), 0
  while true do
    local row = { step(state, control) }
    control = row[1]
    if control == nil then return number end
    if control == null then row[1] = nil end
    number = number + 1
    spell(row, shape, format, memory, number)
    local ok, message, code = put(format.row(row, shape, number))
    if not ok then return nil, message, code end
  end
end

-- Writes the table, after `opening`, to a file or to sink(text); a sink that gives nil, message, code ends it at once.
local function stream(src, format, sink, opening)
  local shape = shape_of(src, format)
  local give = type(sink) == "function" and sink or function(text) return sink:write(text) end
  local put, flush = new_buffer(give)
  put(opening .. format.header(shape))
  local step, state, control, closing = src:each()
  local _ <close> = closing
  if format.write then
    local started, message, code = flush()
    if not started then return nil, message, code end
    local results = table.pack(stream_in_c(src, closing, shape, format.write,
      type(sink) == "userdata" and sink or give))
    if results.n > 0 then return table.unpack(results, 1, results.n) end
  end
  local number, message, code = stream_rows(shape, format, put, step, state, control)
  if not number then return nil, message, code end
  put(format.footer(number))
  return flush()
end

-- Strings ----------------------------------------------------------------------------------------------

local function format_names()
  local names = {}
  for name in pairs(export.formats) do names[#names + 1] = name end
  table.sort(names)
  return names
end

--- The whole table as one string.
---@param src table|userdata a query or a frame
---@param name "csv"|"json"|"jsonl"|"markdown"|"latex"|"html"|"graphml"|"dot"
---@return string
function export.to_string(src, name)
  local format = export.formats[name]
  if not format then
    errors.raise("no export format '%s'%s", plain.visible(tostring(name)), suggest.hint(name, format_names()))
  end
  local batches = {}
  stream(src, format, function(text)
    batches[#batches + 1] = text
    return true
  end, "")
  return concat(batches)
end

--- Writes the whole table to an open file; gives true, or nil, message and errno.
---@param src table|userdata a query or a frame
---@param name string a format
---@param file file*
---@return true? ok, string? message, integer? code
function export.write(src, name, file) return stream(src, export.formats[name], file, "") end

-- Files ------------------------------------------------------------------------------------------------

local function extensions()
  local list = {}
  for _, format in pairs(export.formats) do list[#list + 1] = format.extension end
  table.sort(list)
  return list
end

local function format_of(path)
  if type(path) ~= "string" or path == "" or find(path, "\0", 1, true) then
    errors.raise("save needs the path of a file, such as \"demands.csv\"")
  end
  local extension = path:match("[^/.][^/]*(%.[^./]*)$")
  local known = extensions()
  for _, format in pairs(export.formats) do
    if extension and extension:lower() == format.extension then return format end
  end
  local near = extension and suggest.nearest(extension, known)
  errors.raise("the name '%s' does not say the format; it must end in one of %s%s", plain.visible(path),
    concat(known, " "), near and ("; did you mean '%s'?"):format(near) or "")
end

-- A host program need not open these libraries.
local function need_files()
  if io and os then return end
  errors.raise("save() writes files, and this program has opened neither io nor os; use to_csv()")
end

local function exists(path)
  local file = io.open(path, "rb")
  if file then file:close() end
  return file ~= nil
end

-- Words a failure of the file system, whose own message may begin with the name of the unfinished file.
local function cannot(path, message, code, unfinished)
  local folder = path:match("^(.+)/[^/]*$")
  if folder and not exists(folder) then
    message = ("no directory '%s'; create it first"):format(plain.visible(folder))
  elseif message:sub(1, #unfinished + 2) == unfinished .. ": " then
    message = message:sub(#unfinished + 3)
  end
  return nil, ("parley: cannot save '%s': %s"):format(plain.visible(path), message), code
end

-- A file beside the target under a name nobody uses: a rename within one folder is atomic.
local function open_beside(path)
  for n = 1, 100 do
    local name = ("%s.%d.part"):format(path, n)
    if not exists(name) then
      local file, message, code = io.open(name, "wb")
      return file, name, message, code
    end
  end
  return nil, path, "unfinished files of earlier attempts (.part) stand beside it; remove them"
end

-- The stream's own answer, with the file closed: data may fail to reach the disk even then.
local function fill(file, src, format, path)
  local opening = format.opening and format.opening(path) or ""
  local ran, ok, message, code = pcall(stream, src, format, file, opening)
  local closed, close_message, close_code = file:close()
  if ran and ok and not closed then ok, message, code = nil, close_message, close_code end
  return ran, ok, message, code
end

--- Writes the table to `path`, in the format its extension names. The file appears, or replaces an older
--- one, only when it is complete: after any failure what was there before is still there.
---@param src table|userdata a query or a frame
---@param path string
---@return true? ok
---@return string? message when the file cannot be written
---@return integer? code errno
function export.save(src, path)
  need_files()
  local format = format_of(path)
  local file, name, message, code = open_beside(path)
  if not file then return cannot(path, message, code, name) end
  local ran, ok
  ran, ok, message, code = fill(file, src, format, path)
  if ran and ok then
    ok, message, code = os.rename(name, path)
    if ok then return true end
  end
  os.remove(name)
  if not ran then error(ok, 0) end
  return cannot(path, message, code, name)
end

return export
