--- Workbooks in the format of spreadsheets, .xlsx: the one writer, for tables that are saved and sheets people fill.
-- A book is { sheets = { sheet, … } }; its parts are written to a sink one after the other, rows as they come, so that
-- memory does not grow with them (csrc/text/archive_writer.h), and the same book gives the same bytes.

local core = require "parley.core"
local errors = require "parley.base.errors"
local xml = require "parley.base.xml"

local workbook = {}

---@class parley.Sheet
---@field name string
---@field widths number[]  of its columns, in characters
---@field looks integer[]?  the look of each column's empty cells, of workbook.looks
---@field rows fun(archive: userdata): true?, string?, string?  writes them
---@field frozen integer?  rows that stay in sight, 0 or more
---@field hidden boolean?
---@field locked boolean?  cells whose look says so cannot be changed; there is no password
---@field choices { column: integer, first: integer, last: integer, list: string, free: boolean }[]?  of
---  cells that are free other values may stand in too
---@field notes { row: integer, column: integer, text: string }[]?  comments

workbook.MOST_COLUMNS, workbook.MOST_ROWS = 16384, 1048576

local HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
local MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
local RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
local PACKAGE = "http://schemas.openxmlformats.org/package/2006/"
local KINDS = "application/vnd.openxmlformats-officedocument.spreadsheetml."

--- ## Looks

-- Name, format (49: text, 0: general), font, fill, whether it is locked. The first two are csrc/text/sheet_cells.h's.
local LOOKS = {
  { "plain", 0, 0, 0, true }, { "words", 49, 0, 0, true }, { "head", 49, 1, 2, true },
  { "open", 49, 0, 0, false }, { "open_number", 0, 0, 0, false }, { "fixed", 49, 2, 2, true },
  { "example", 49, 3, 3, false }, { "wrong", 49, 0, 4, false },
}

--- The looks of cells by name: their numbers.
---@type table<string, integer>
workbook.looks = {}
for i, look in ipairs(LOOKS) do workbook.looks[look[1]] = i - 1 end

local FONTS = { "", "<b/>", '<color rgb="FF666666"/>', '<i/><color rgb="FF666666"/>' }
local FILLS = { "FFEDEDED", "FFF7F4E8", "FFFFC7CE" }

local function font(extra)
  local bold = extra:match "^<[bi]/>" or ""
  return ('<font>%s<sz val="11"/>%s<name val="Calibri"/><family val="2"/></font>'):format(bold, extra:sub(#bold + 1))
end

local function styles()
  local fonts, fills, looks = {}, { '<fill><patternFill patternType="none"/></fill>',
    '<fill><patternFill patternType="gray125"/></fill>' }, {}
  for i, extra in ipairs(FONTS) do fonts[i] = font(extra) end
  for _, colour in ipairs(FILLS) do
    fills[#fills + 1] = ('<fill><patternFill patternType="solid"><fgColor rgb="%s"/><bgColor indexed="64"/>'
      .. '</patternFill></fill>'):format(colour)
  end
  for i, look in ipairs(LOOKS) do
    looks[i] = ('<xf numFmtId="%d" fontId="%d" fillId="%d" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1" '
      .. 'applyFill="1" applyProtection="1"><protection locked="%d"/></xf>'):format(look[2], look[3], look[4],
      look[5] and 1 or 0)
  end
  return ('<styleSheet xmlns="%s"><fonts count="%d">%s</fonts><fills count="%d">%s</fills><borders count="1"><border>'
    .. '<left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0'
    .. '" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="%d">%s</cellXfs><cellStyles count="1"><cellStyle '
    .. 'name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>'):format(MAIN, #fonts, table.concat(fonts),
    #fills, table.concat(fills), #looks, table.concat(looks))
end

--- ## Places

--- The letters of a column, from 1.
---@param column integer
---@return string
function workbook.letters(column)
  local text = ""
  while column > 0 do
    text, column = string.char(65 + (column - 1) % 26) .. text, (column - 1) // 26
  end
  return text
end

--- A text as the name of a sheet: without what spreadsheets refuse there, and as short as they want it.
---@param text string
---@return string
function workbook.sheet_name(text)
  text = text:gsub("[%c%[%]:*?/\\]", " "):gsub("^[%s']+", ""):gsub("[%s']+$", "")
  if not utf8.len(text) or text == "" then return "data" end
  if utf8.len(text) > 31 then text = text:sub(1, utf8.offset(text, 32) - 1):gsub("[%s']+$", "") end
  return text:lower() == "history" and "history_" or text
end

--- ## Parts

-- A text as XML can hold it: control characters are left out, as nobody's values stand here.
local function words(text) return (xml.text(text):gsub("[\0-\8\11\12\14-\31]", " ")) end

local function has_notes(sheet) return sheet.notes ~= nil and #sheet.notes > 0 end

local function content_types(book)
  local parts = {}
  local function add(path, kind)
    parts[#parts + 1] = ('<Override PartName="/xl/%s" ContentType="%s%s+xml"/>'):format(path, KINDS, kind)
  end
  add("workbook.xml", "sheet.main")
  add("styles.xml", "styles")
  for i, sheet in ipairs(book.sheets) do
    add(("worksheets/sheet%d.xml"):format(i), "worksheet")
    if has_notes(sheet) then add(("comments%d.xml"):format(i), "comments") end
  end
  return ('<Types xmlns="%scontent-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package'
    .. '.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Default Extension="vml" '
    .. 'ContentType="application/vnd.openxmlformats-officedocument.vmlDrawing"/>%s</Types>'):format(PACKAGE,
    table.concat(parts))
end

-- { kind, target } each, as rId1 and so on.
local function relations(list)
  local parts = {}
  for i, one in ipairs(list) do
    parts[i] = ('<Relationship Id="rId%d" Type="%s/%s" Target="%s"/>'):format(i, RELATIONS, one[1], one[2])
  end
  return ('<Relationships xmlns="%srelationships">%s</Relationships>'):format(PACKAGE, table.concat(parts))
end

local function main_part(book)
  local sheets = {}
  for i, sheet in ipairs(book.sheets) do
    sheets[i] = ('<sheet name="%s" sheetId="%d"%s r:id="rId%d"/>'):format(words(sheet.name), i,
      sheet.hidden and ' state="hidden"' or "", i)
  end
  return ('<workbook xmlns="%s" xmlns:r="%s"><bookViews><workbookView/></bookViews><sheets>%s</sheets></workbook>')
    :format(MAIN, RELATIONS, table.concat(sheets))
end

local function main_relations(book)
  local list = {}
  for i in ipairs(book.sheets) do list[i] = { "worksheet", ("worksheets/sheet%d.xml"):format(i) } end
  list[#list + 1] = { "styles", "styles.xml" }
  return relations(list)
end

local function views(sheet, first)
  local selected = first and ' tabSelected="1"' or ""
  local frozen = sheet.frozen or 0
  if frozen == 0 then return ('<sheetViews><sheetView%s workbookViewId="0"/></sheetViews>'):format(selected) end
  local below = ("A%d"):format(frozen + 1)
  return ('<sheetViews><sheetView%s workbookViewId="0"><pane ySplit="%d" topLeftCell="%s" activePane="bottomLeft" '
    .. 'state="frozen"/><selection pane="bottomLeft" activeCell="%s" sqref="%s"/></sheetView></sheetViews>'):format(
    selected, frozen, below, below, below)
end

local function columns(sheet)
  local parts = {}
  for i, width in ipairs(sheet.widths) do
    local look = sheet.looks and sheet.looks[i] or 0
    parts[i] = ('<col min="%d" max="%d" width="%s"%s customWidth="1"/>'):format(i, i, width,
      look > 0 and (' style="%d"'):format(look) or "")
  end
  return #parts > 0 and "<cols>" .. table.concat(parts) .. "</cols>" or ""
end

local function choices(sheet)
  local parts = {}
  for i, one in ipairs(sheet.choices or {}) do
    local letters = workbook.letters(one.column)
    parts[i] = ('<dataValidation type="list" allowBlank="1" showErrorMessage="%d" sqref="%s%d:%s%d"><formula1>%s'
      .. '</formula1></dataValidation>'):format(one.free and 0 or 1, letters, one.first, letters, one.last,
      words(one.list))
  end
  if #parts == 0 then return "" end
  return ('<dataValidations count="%d">%s</dataValidations>'):format(#parts, table.concat(parts))
end

-- Sorting, filtering, widths, and columns and rows of one's own stay possible.
local LOCKED = '<sheetProtection sheet="1" objects="0" scenarios="0" formatCells="0" formatColumns="0" formatRows="0" '
  .. 'insertColumns="0" insertRows="0" deleteColumns="0" deleteRows="0" sort="0" autoFilter="0"/>'

local function put_sheet(archive, sheet, first)
  local done, message, code = archive:write(HEAD .. ('<worksheet xmlns="%s" xmlns:r="%s">'):format(MAIN, RELATIONS)
    .. views(sheet, first) .. '<sheetFormatPr defaultRowHeight="15"/>' .. columns(sheet) .. "<sheetData>\n")
  if not done then return nil, message, code end
  done, message, code = sheet.rows(archive)
  if not done then return nil, message, code end
  return archive:write("</sheetData>" .. (sheet.locked and LOCKED or "") .. choices(sheet)
    .. '<pageMargins left="0.7" right="0.7" top="0.75" bottom="0.75" header="0.3" footer="0.3"/>'
    .. (has_notes(sheet) and '<legacyDrawing r:id="rId2"/>' or "") .. "</worksheet>")
end

--- ## Comments: what they say, and the boxes that old programs draw them in

local function comments(sheet)
  local parts = {}
  for i, note in ipairs(sheet.notes) do
    parts[i] = ('<comment ref="%s%d" authorId="0"><text><r><rPr><sz val="9"/></rPr><t xml:space="preserve">%s</t></r>'
      .. '</text></comment>'):format(workbook.letters(note.column), note.row, words(note.text))
  end
  return ('<comments xmlns="%s"><authors><author>parley</author></authors><commentList>%s</commentList></comments>')
    :format(MAIN, table.concat(parts))
end

local function boxes(sheet)
  local parts = { '<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" '
    .. 'xmlns:x="urn:schemas-microsoft-com:office:excel"><v:shapetype id="_x0000_t202" coordsize="21600,21600" '
    .. 'o:spt="202" path="m,l,21600r21600,l21600,xe"><v:stroke joinstyle="miter"/><v:path gradientshapeok="t" '
    .. 'o:connecttype="rect"/></v:shapetype>' }
  for i, note in ipairs(sheet.notes) do
    local row, column, lines = note.row - 1, note.column - 1, 3 + #note.text // 34
    parts[i + 1] = ('<v:shape id="_x0000_s%d" type="#_x0000_t202" style="position:absolute;visibility:hidden" '
      .. 'fillcolor="#ffffe1" o:insetmode="auto"><v:fill color2="#ffffe1"/><v:path o:connecttype="none"/>'
      .. '<x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/><x:Anchor>%d, 15, %d, 2, %d, 31, %d, 1'
      .. '</x:Anchor><x:AutoFill>False</x:AutoFill><x:Row>%d</x:Row><x:Column>%d</x:Column></x:ClientData></v:shape>')
      :format(1024 + i, column + 1, math.max(row - 1, 0), column + 4, math.max(row - 1, 0) + lines, row, column)
  end
  return table.concat(parts) .. "</xml>"
end

local function note_relations(i)
  return relations { { "comments", ("../comments%d.xml"):format(i) },
    { "vmlDrawing", ("../drawings/vmlDrawing%d.vml"):format(i) } }
end

--- ## The whole

-- The parts in order: { name, text, or a function of the archive }.
local function parts_of(book)
  local parts = { { "[Content_Types].xml", content_types(book) },
    { "_rels/.rels", relations { { "officeDocument", "xl/workbook.xml" } } },
    { "xl/workbook.xml", main_part(book) }, { "xl/_rels/workbook.xml.rels", main_relations(book) },
    { "xl/styles.xml", styles() } }
  for i, sheet in ipairs(book.sheets) do
    parts[#parts + 1] = { ("xl/worksheets/sheet%d.xml"):format(i),
      function(archive) return put_sheet(archive, sheet, i == 1) end }
    if has_notes(sheet) then
      parts[#parts + 1] = { ("xl/worksheets/_rels/sheet%d.xml.rels"):format(i), note_relations(i) }
      parts[#parts + 1] = { ("xl/comments%d.xml"):format(i), comments(sheet) }
      parts[#parts + 1] = { ("xl/drawings/vmlDrawing%d.vml"):format(i), boxes(sheet) }
    end
  end
  return parts
end

local function put_part(archive, part)
  local done, message, code = archive:part(part[1])
  if not done then return nil, message, code end
  if type(part[2]) == "function" then return part[2](archive) end
  return archive:write(HEAD .. part[2])
end

--- Writes a book to a file or to a function that takes the bytes in pieces.
---@param book { sheets: parley.Sheet[] }
---@param sink any
---@return true? done, string? message, string? code
function workbook.write(book, sink)
  for _, sheet in ipairs(book.sheets) do
    if #sheet.widths > workbook.MOST_COLUMNS then
      errors.raise("too_large.sheet_columns", { count = #sheet.widths, most = workbook.MOST_COLUMNS })
    end
  end
  local archive <close> = core.new_archive(sink)
  for _, part in ipairs(parts_of(book)) do
    local done, message, code = put_part(archive, part)
    if not done then return nil, message, code end
  end
  return archive:finish()
end

return workbook
