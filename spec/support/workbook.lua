--- Workbooks made of raw parts: a ZIP file of stored parts, and the few parts that a workbook needs.
-- So specs have files that no program writes: each part, and each field of an entry, can be something else.

local workbook = {}

--- ## ZIP

local TABLE = {}
for byte = 0, 255 do
  local crc = byte
  for _ = 1, 8 do crc = crc & 1 == 1 and (crc >> 1) ~ 0xEDB88320 or crc >> 1 end
  TABLE[byte] = crc
end

--- The checksum of a ZIP entry.
function workbook.checksum(text)
  local crc = 0xFFFFFFFF
  for i = 1, #text do crc = TABLE[(crc ~ text:byte(i)) & 0xFF] ~ (crc >> 8) end
  return crc ~ 0xFFFFFFFF
end

-- An entry: { name, text, packed =, method =, flags =, checksum =, size =, local_name =, extra =, large = }. A packed text
-- goes with method 8; `large` writes its sizes as ZIP64 does.
local function header(entry, text, packed)
  return ("<I2I2I2I2I4I4I4"):pack(entry.flags or 0, entry.method or 0, 0, 0x21,
    entry.checksum or workbook.checksum(text), entry.large and 0xFFFFFFFF or #packed,
    entry.large and 0xFFFFFFFF or entry.size or #text)
end

--- A ZIP file of a list of entries.
function workbook.zip(entries, given)
  given = given or {}
  local pieces, directory, at = {}, {}, 0
  for _, entry in ipairs(entries) do
    local name, text = entry[1], entry[2]
    local packed = entry.packed or text
    local near = entry.local_name or name
    local fields = header(entry, text, packed)
    local extra = entry.large and ("<I2I2I8I8"):pack(1, 16, entry.size or #text, #packed) or ""
    local piece = "PK\3\4\20\0" .. fields .. ("<I2I2"):pack(#near, 0) .. near .. packed .. (entry.descriptor or "")
    directory[#directory + 1] = "PK\1\2\20\0\20\0" .. fields .. ("<I2I2I2I2I2I4I4"):pack(#name, #extra, 0, 0, 0, 0,
      entry.at or at) .. name .. extra
    pieces[#pieces + 1] = piece
    at = at + #piece
  end
  local list = table.concat(directory)
  local ending = ("<I2I2I2I2I4I4I2"):pack(0, 0, #entries, #entries, #list, at, 0)
  if given.zip64 then
    ending = ("<I2I2I2I2I4I4I2"):pack(0, 0, 0xFFFF, 0xFFFF, 0xFFFFFFFF, 0xFFFFFFFF, 0)
    list = list .. "PK\6\6" .. ("<I8I2I2I4I4I8I8I8I8"):pack(44, 45, 45, 0, 0, #entries, #entries, #list, at)
      .. "PK\6\7" .. ("<I4I8I4"):pack(0, at + #list, 1)
  end
  return table.concat(pieces) .. list .. "PK\5\6" .. ending
end

--- ## Parts

local MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
local DOCUMENT = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
local STRICT_MAIN, STRICT = "http://purl.oclc.org/ooxml/spreadsheetml/main",
  "http://purl.oclc.org/ooxml/officeDocument/relationships"

local HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

local function relations(list)
  local lines = {}
  for i, one in ipairs(list) do
    lines[i] = ('<Relationship Id="rId%d" Type="%s" Target="%s"/>'):format(i, one[1], one[2])
  end
  return HEAD .. '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    .. table.concat(lines) .. "</Relationships>"
end

-- A sheet of what stands in its <sheetData>, or of all its own elements where it begins with "<dimension" or the like.
local function sheet_part(xml, main)
  if not xml:find "<sheetData" then xml = "<sheetData>" .. xml .. "</sheetData>" end
  return HEAD .. ('<worksheet xmlns="%s">%s</worksheet>'):format(main, xml)
end

local function own_format(i, code)
  local escaped = code:gsub("[&\"]", { ["&"] = "&amp;", ['"'] = "&quot;" })
  return ('<numFmt numFmtId="%d" formatCode="%s"/>'):format(163 + i, escaped)
end

local function styles_part(formats, main)
  local own, styles = {}, { '<xf numFmtId="0"/>' }
  for i, code in ipairs(formats) do
    if type(code) == "string" then own[#own + 1] = own_format(i, code) end
    styles[#styles + 1] = ('<xf numFmtId="%d"/>'):format(type(code) == "string" and 163 + i or code)
  end
  return HEAD .. ('<styleSheet xmlns="%s"><numFmts>%s</numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>'
    .. "<cellXfs>%s</cellXfs></styleSheet>"):format(main, table.concat(own), table.concat(styles))
end

--- The entries of a workbook: `sheets` is a list of { name, xml, state = } or one text, the rows of a single sheet;
--- `strings` the <si> elements, `formats` a list of format codes or numbers that styles 1, 2, … have, `workbook` more
--- elements of the workbook.
---@return table[] entries
function workbook.entries(given)
  local main, document = given.strict and STRICT_MAIN or MAIN, given.strict and STRICT or DOCUMENT
  local sheets = given.sheets
  if type(sheets) ~= "table" then sheets = { { "Sheet1", sheets } } end
  local entries, list, names = {}, {}, {}
  for i, sheet in ipairs(sheets) do
    local target = given.absolute and ("/xl/worksheets/sheet%d.xml"):format(i) or ("worksheets/sheet%d.xml"):format(i)
    list[i] = { document .. "/" .. (sheet.kind or "worksheet"), target }
    names[i] = ('<sheet name="%s" sheetId="%d" r:id="rId%d"%s/>'):format(sheet[1], i, i,
      sheet.state and (' state="%s"'):format(sheet.state) or "")
    entries[#entries + 1] = { ("xl/worksheets/sheet%d.xml"):format(i), sheet_part(sheet[2], main) }
  end
  if given.strings then
    list[#list + 1] = { document .. "/sharedStrings", "sharedStrings.xml" }
    entries[#entries + 1] = { "xl/sharedStrings.xml", HEAD .. ('<sst xmlns="%s">%s</sst>'):format(main, given.strings) }
  end
  if given.formats then
    list[#list + 1] = { document .. "/styles", "styles.xml" }
    entries[#entries + 1] = { "xl/styles.xml", styles_part(given.formats, main) }
  end
  entries[#entries + 1] = { "xl/workbook.xml", HEAD .. ('<workbook xmlns="%s" xmlns:r="%s">%s<sheets>%s</sheets>'
    .. "</workbook>"):format(main, document, given.workbook or "", table.concat(names)) }
  entries[#entries + 1] = { "xl/_rels/workbook.xml.rels", relations(list) }
  entries[#entries + 1] = { "_rels/.rels", relations { { document .. "/officeDocument",
    given.absolute and "/xl/workbook.xml" or "xl/workbook.xml" } } }
  return entries
end

--- The text of a workbook.
---@return string
function workbook.of(given) return workbook.zip(workbook.entries(given), given) end

return workbook
