--- Files that are called workbooks and are none, are damaged, or made to harm: each is refused with a code and a place.

local parley = require "parley"
local workbook = require "spec.support.workbook"

local ROWS = '<row><c t="inlineStr"><is><t>a</t></is></c></row><row><c><v>1</v></c></row>'

-- What reading a text as a workbook says: its message without the prefix, its code.
local function said(text, given)
  given = given or {}
  given.format, given.reader = "xlsx", function()
    local piece = text
    text = nil
    return piece
  end
  local frame, message, code = parley.read("x.xlsx", given)
  return frame and "read" or message:gsub("^parley: ", ""), code
end

local function refused(part_of_message, code, text, given)
  local message, found = said(text, given)
  assert.matches(part_of_message, message, 1, true)
  assert.equal(code, found)
end

-- A workbook in which one part is changed by a function of its entry.
local function with(name, change, given)
  local entries = workbook.entries(given or { sheets = ROWS })
  for i, entry in ipairs(entries) do
    if entry[1] == name then entries[i] = change(entry) or entry end
  end
  return workbook.zip(entries)
end

local SHEET = "xl/worksheets/sheet1.xml"

local function with_sheet(xml)
  return with(SHEET, function(entry) entry[2] = xml end)
end

describe("a file that is no workbook", function()
  it("is told by what it is", function()
    refused("x.xlsx is empty", "empty", "")
    refused("it is no workbook, which is a ZIP file; if it is text, state format = 'csv'", "bad_encoding", "a,b\n1,2\n")
    refused("it is a workbook of the older kind (.xls)", "bad_encoding",
      "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1" .. ("\0"):rep(2000))
    refused("it is encrypted; open it in the program that made it", "bad_encoding", "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"
      .. ("\0"):rep(70000) .. ("EncryptedPackage"):gsub(".", "%0\0") .. ("\0"):rep(100))
    refused("OpenDocument spreadsheet", "bad_encoding", workbook.zip { { "mimetype", "x" }, { "content.xml", "<a/>" } })
    refused("binary workbook (.xlsb)", "bad_encoding", workbook.zip { { "xl/workbook.bin", "x" } })
    refused("a text document", "bad_encoding", workbook.zip { { "word/document.xml", "<a/>" } })
    refused("a ZIP file without a workbook", "bad_encoding", workbook.zip { { "a.txt", "x" } })
    refused("x.xlsx has no sheets", "empty", workbook.of { sheets = {} })
    refused("no sheet holds a table", "empty", workbook.of { sheets = { { "Chart", "", kind = "chartsheet" } } })
    refused("sheet 'Chart' is a chart or a dialogue, and no table", "no_name",
      workbook.of { sheets = { { "Chart", "", kind = "chartsheet" } } }, { sheet = 1 })
  end)
end)

describe("a container", function()
  it("that is cut off anywhere is refused", function()
    local whole = workbook.of { sheets = ROWS }
    assert.equal("read", (said(whole)))
    for length = 4, #whole - 1, 31 do
      local message, code = said(whole:sub(1, length))
      assert.equal("corrupt", code, length .. ": " .. message)
    end
  end)

  it("keeps to its own list of parts", function()
    refused("part 'xl/worksheets/sheet1.xml': its checksum is wrong", "corrupt",
      with(SHEET, function(e) e.checksum = 5 end))
    refused("it has not as many bytes as is stated", "corrupt", with(SHEET, function(e) e.size = #e[2] + 1 end))
    refused("it has not as many bytes as is stated", "corrupt", with(SHEET, function(e) e.size = #e[2] - 1 end))
    refused("speaks of another part", "corrupt", with(SHEET, function(e) e.local_name = SHEET:upper() .. "x" end))
    refused("is encrypted", "bad_encoding", with(SHEET, function(e) e.flags = 1 end))
    refused("packed in a way that is not read", "bad_encoding", with(SHEET, function(e) e.method = 12 end))
    refused("its packed bytes are damaged", "corrupt", with(SHEET, function(e) e.method = 8 end))
    local entries = workbook.entries { sheets = ROWS }
    entries[#entries + 1] = { SHEET:upper(), "x" }
    refused("part 'XL/WORKSHEETS/SHEET1.XML' is there twice", "corrupt", workbook.zip(entries))
    entries[#entries] = { "other.xml", "x", at = 0 }
    refused("lies on another one", "corrupt", workbook.zip(entries))
    for _, name in ipairs { "../evil", "a/../../evil", "/etc/passwd", "C:evil", "a\\b", "a\0b", "" } do
      entries[#entries] = { name, "x" }
      refused("leads out of the file", "corrupt", workbook.zip(entries))
    end
    entries[#entries] = { "a..b/..c", "x" }
    assert.equal("read", (said(workbook.zip(entries))))
  end)

  it("may have numbers of 64 bits, and descriptors behind its parts", function()
    local entries = workbook.entries { sheets = ROWS }
    for _, entry in ipairs(entries) do entry.large, entry.descriptor = true, ("x"):rep(24) end
    assert.equal("read", (said(workbook.zip(entries, { zip64 = true }))))
    refused("the file is cut off, or no workbook; get it once more, or save it anew", "corrupt", (workbook.zip(entries, { zip64 = true })
      :gsub("PK\5\6", "PK\5\9")))
    refused("its list of parts is damaged", "corrupt", (workbook.zip(entries, { zip64 = true }):gsub("PK\6\6", "PK\6\9")))
  end)

  it("does not lead to other files", function()
    refused("'../../../x.xml' leads out of the file", "malformed", with("xl/_rels/workbook.xml.rels", function(e)
      e[2] = e[2]:gsub("worksheets/sheet1.xml", "../../../x.xml")
    end))
    refused("sheet 'Sheet1' has no part", "malformed", with("xl/_rels/workbook.xml.rels", function(e)
      e[2] = e[2]:gsub('Target="worksheets', 'TargetMode="External" Target="worksheets')
    end))
    refused("the part of sheet 'Sheet1' is not in the file", "corrupt", with(SHEET, function(e) e[1] = "elsewhere.xml" end))
  end)
end)

describe("the XML of a workbook", function()
  it("has no document type, and so no entities", function()
    refused("sheet1.xml', line 1, byte ", "malformed", with_sheet('<!DOCTYPE a [<!ENTITY x "y">]><worksheet/>'))
    refused("a document type, which no workbook has", "malformed", with_sheet('<!DOCTYPE lolz [<!ENTITY lol "lol"><!ENTITY lol2 '
      .. '"&lol;&lol;">]><worksheet><sheetData><row><c><v>&lol2;</v></c></row></sheetData></worksheet>'))
    refused("a document type", "malformed", with("xl/workbook.xml", function(e) e[2] = '<!DOCTYPE a SYSTEM "file:///etc/passwd">'
      .. "<workbook/>" end))
  end)

  it("is told with its place where it is none", function()
    refused("x.xlsx, sheet 'Sheet1', part 'xl/worksheets/sheet1.xml', line 2, byte 3: no XML: mismatched tag", "malformed",
      with_sheet "<worksheet>\n</sheet>")
    refused("no XML: no element found", "malformed", with_sheet "")
    refused("no XML: unclosed token", "malformed", with_sheet "<worksheet><sheetData><row><c")
    refused("elements lie in one another, deeper than 64", "malformed", with_sheet(("<a>"):rep(70) .. ("</a>"):rep(70)))
  end)

  it("places cells and rows in order, with values of their types", function()
    refused("row '1' comes after row 2", "malformed", workbook.of { sheets = '<row r="2"/><row r="1"/>' })
    refused("row 'x' comes after row 0", "malformed", workbook.of { sheets = '<row r="x"/>' })
    refused("row '99999999' comes", "malformed", workbook.of { sheets = '<row r="99999999"/>' })
    refused("row 1 has a cell 'A1' after column B", "malformed", workbook.of { sheets = '<row><c r="B1"/><c r="A1"/></row>' })
    refused("row 1 has a cell 'A2' after", "malformed", workbook.of { sheets = '<row><c r="A2"/></row>' })
    refused("row 1 has a cell 'XFE1' after", "malformed", workbook.of { sheets = '<row><c r="XFE1"/></row>' })
    refused("cell A1 should hold a number, and holds 'x'", "malformed", workbook.of { sheets = "<row><c><v>x</v></c></row>" })
    refused("cell A1 speaks of text number '7'", "malformed", workbook.of { sheets = '<row><c t="s"><v>7</v></c></row>' })
    refused("cell A1 is of type 'q'", "malformed", workbook.of { sheets = '<row><c t="q"><v>7</v></c></row>' })
  end)
end)

describe("a bomb", function()
  -- Zeros deflate a thousandfold: a block of them is 1,032 bytes for each of packed ones.
  it("is refused before it goes off", function()
    local made = io.popen("python3 -c \"import zlib,sys; c=zlib.compressobj(9,8,-15); "
      .. "sys.stdout.buffer.write(c.compress(b' '*80000000)+c.flush())\" 2>/dev/null")
    local packed = made:read "a"
    made:close()
    if packed == "" then return pending "no python3" end
    refused("it grows more than 250-fold when it is unpacked", "too_large", with(SHEET, function(e)
      e.packed, e.method, e.size, e.checksum = packed, 8, 80000000, 0
    end))
  end)
end)
