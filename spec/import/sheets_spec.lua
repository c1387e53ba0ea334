--- Workbooks read as texts are: sheets, ranges, headers, and values as they are typed.

local commands = require "spec.support.commands"
local parley = require "parley"
local scratch = require "spec.support.scratch"
local workbook = require "spec.support.workbook"

local at, remove = scratch.folder()

local function file(name, text)
  local f = assert(io.open(at(name), "wb"))
  f:write(text)
  f:close()
  return at(name)
end

-- The Frame of a workbook made of parts.
local function read(parts, given)
  return parley.read(file("made.xlsx", workbook.of(type(parts) == "table" and parts or { sheets = parts })), given)
end

local function cell(value) return ('<c t="inlineStr"><is><t>%s</t></is></c>'):format(value) end
local function row(...)
  local cells = {}
  for i, value in ipairs { ... } do
    cells[i] = type(value) == "string" and cell(value) or ("<c><v>%s</v></c>"):format(value)
  end
  return "<row>" .. table.concat(cells) .. "</row>"
end

describe("a workbook", function()
  teardown(remove)

  it("is read as its cells are typed", function()
    local frame = assert(read(row("id", "n", "x", "ok") .. row("007", 1, 1.5) .. row("a-1", 2, 0.1)
      .. '<row><c r="A4" t="str"><v>0&amp;0</v></c><c r="C4"><v>44.670000000000002</v></c><c r="D4" t="b"><v>1</v></c></row>'))
    assert.same({ "text", "integer", "number", "boolean" }, frame:types())
    assert.same([[
id   n      x  ok
007  1   1.5   ·
a-1  2   0.1   ·
0&0  ·  44.67  true
3 rows × 4 columns]], tostring(frame))
  end)

  it("has the sheet that is asked for, by name or number", function()
    local two = { sheets = { { "Hidden", row "no", state = "hidden" }, { "Talks", row "a" .. row(1) },
      { "Demands", row "b" .. row(2) } } }
    assert.same({ "a" }, read(two):columns())
    assert.same({ "b" }, read(two, { sheet = "demands" }):columns())
    assert.same({ "no" }, read(two, { sheet = 1, header = 1 }):columns())
    local _, message, code = read(two, { sheet = "Demand" })
    assert.matches("no sheet 'Demand'; there are Hidden, Talks, Demands; did you mean 'Demands'?", message, 1, true)
    assert.equal("no_name", code)
    assert.matches("no sheet 4; there are 3: Hidden, Talks, Demands", select(2, read(two, { sheet = 4 })), 1, true)
  end)

  it("is read from a range, its header where it is stated", function()
    local rows = row("A table of demands", "") .. "<row/>" .. row("x", "id", "n") .. row("y", "d1", 1) .. row("z", "d2", 2)
      .. row("total", "", 3)
    local function said(given) return (tostring((assert(read(rows, given)))):gsub("\nnote:.*", "")) end
    assert.equal("id  n\nd1  1\nd2  2\n2 rows × 2 columns", said { range = "B3:C5" })
    assert.equal("id  n\nd1  1\nd2  2\n·   3\n3 rows × 2 columns", said { range = "$B:$C", header = 3 })
    assert.equal("id  n\nd1  1\nd2  2\n2 rows × 2 columns", said { range = "B1:C5", header = 3 })
    assert.equal("column_1  column_2\nd1               1\nd2               2\n2 rows × 2 columns",
      said { range = "B4:C5", header = false })
    assert.equal("x  id  n\ny  d1  1\nz  d2  2\n2 rows × 3 columns", said { range = "3:5" })
    assert.equal("x  id  n\ny  d1  1\nz  d2  2\n2 rows × 3 columns", said { skip = 2, range = "1:5" })
    assert.matches("row 2, where the header should stand, is empty", select(2, read(rows, { header = 2 })), 1, true)
    local noted = row("Table: all, 2025.", "", "") .. row("Source:", "", "") .. row("x", "id", "n") .. row("y", "d1", 1)
    assert.matches("looks like a note, and line 3 like the header: '\"x\",\"id\",\"n\"'; skip = 2 begins there",
      (select(2, read(noted))), 1, true)
    for _, range in ipairs { "", "B3:", "B5:C3", "3:C", "XFE1", "B0:C2", "x y" } do
      local _, message, code = read(rows, { range = range })
      assert.matches("is no range; such as 'B3:F20'", message, 1, true)
      assert.equal("bad_argument", code)
    end
  end)

  it("has names of several rows of a header, those of merged cells above all of them", function()
    local xml = "<sheetData>" .. '<row>' .. cell "Place" .. cell "Women" .. "<c/>" .. cell "All" .. "</row>"
      .. "<row><c/>" .. cell "2024" .. "<c><v>2025</v></c><c/></row>" .. row("Kyiv", 1, 2, 3)
      .. '</sheetData><mergeCells><mergeCell ref="B1:C1"/><mergeCell ref="A1:A2"/></mergeCells>'
    local frame = assert(read(xml, { header = { 1, 2 } }))
    assert.same({ "Place", "Women 2024", "Women 2025", "All" }, frame:columns())
    assert.equal(2, frame[1]["Women 2025"])
    assert.same({ "Women 2024" }, read(xml, { header = { 1, 2 }, range = "B:B" }):columns())
  end)

  it("begins and ends where cells hold something, and skips blank rows", function()
    local xml = '<dimension ref="A1:Z99"/><sheetData><row r="3"><c r="A3" s="1"/><c r="C3" t="str"><v>id</v></c><c r="Z3" s="1"/>'
      .. '</row><row r="5"><c r="C5"><v>1</v></c></row><row r="6"><c r="C6"/></row><row r="9"><c r="C9"><v>2</v></c>'
      .. '<c r="E9"><v>7</v></c></row></sheetData>'
    assert.equal("id  column_2  column_3\n 1  ·                ·\n 2  ·                7\n2 rows × 3 columns",
      (tostring((read(xml))):gsub("\nnote:.*", "")))
    assert.matches("is empty", select(2, read "<row/>"), 1, true)
    assert.equal(1, #assert(read(row "a" .. "<row/><row/>" .. row(1))))
  end)

  it("tells of errors, formulas without a value, and hidden rows, which can be left out", function()
    local rows = row("a", "b") .. '<row><c t="e"><v>#N/A</v></c><c><f>1+1</f></c></row>'
      .. '<row hidden="1"><c><v>2</v></c><c t="e"><v>#N/A</v></c></row>' .. row(3, 4)
    local function notes_of(given)
      local list = {}
      for i, note in ipairs(assert(read(rows, given)):notes()) do list[i] = note.note end
      return table.concat(list, "\n")
    end
    assert.equal("2 cells hold the error #N/A and are missing; the first is A2\n1 formula has no stored value and is missing, "
      .. "the first in B2; open and save the workbook in a program that computes them\n1 row hidden in the sheet is among "
      .. "these, the first of them row 3; hidden = false leaves them out", notes_of())
    assert.matches("1 hidden row is left out, the first of them row 3", notes_of { hidden = false }, 1, true)
    assert.equal("a  b\n·  ·\n3  4\n2 rows × 2 columns", (tostring((read(rows, { hidden = false }))):gsub("\nnote:.*", "")))
  end)

  it("refuses options of texts, and texts those of workbooks", function()
    local function raised(part, path, given)
      local done, err = pcall(parley.read, path, given)
      assert.is_false(done)
      assert.matches(part, tostring(err), 1, true)
    end
    local path, text = file("made.xlsx", workbook.of { sheets = row "a" }), file("x.csv", "a\n1\n")
    for _, option in ipairs { "delimiter", "encoding", "comment", "path" } do
      raised(option .. " is an option of texts", path, { [option] = ";" })
    end
    raised("sheet is an option of workbooks, and the format is csv", text, { sheet = 1 })
    raised("header is true or false for csv; for a header that stands lower, state skip", text, { header = 3 })
    raised("header is the number of a row", path, { header = { 4, 3 } })
    raised("header is the number of a row", path, { header = "3" })
    raised("a sheet is its name or its number from 1, not 0", path, { sheet = 0 })
  end)

  it("is looked at, and read from a function", function()
    local whole = workbook.of { sheets = row("id", "n") .. row("007", 5) }
    local path = file("made.xlsx", whole)
    assert.matches("made.xlsx: xlsx, utf-8; 1 rows × 2 columns", tostring(parley.sniff(path)), 1, true)
    for _, look in ipairs { parley.read, parley.sniff } do
      local at_byte = 0
      local answer = assert(look(nil, { format = "xlsx", reader = function()
        at_byte = at_byte + 100
        return whole:sub(at_byte - 99, at_byte)
      end }))
      assert.matches("007", tostring(answer), 1, true)
    end
  end)

  it("is imported as a text is: rows set aside keep their place and are tried again", function()
    local rows = row("id", "date", "place") .. '<row r="3">' .. cell "e1" .. '<c s="1"><v>45793</v></c>' .. cell "Kyiv" .. "</row>"
      .. '<row r="7">' .. cell "e2" .. cell "16.5.2025" .. cell "a \"b\",&#10;c" .. "</row>"
      .. '<row>' .. cell "e3" .. '<c t="e"><v>#N/A</v></c></row>'
    local path = file("events.xlsx", workbook.of { sheets = { { "First", "" }, { "Events", rows } }, formats = { 14 } })
    local ds = parley.open ":memory:"
    local report = assert(ds:import("events", path, { sheet = "Events", source = { id = "s1" } }))
    assert.equal(2, report.added)
    assert.matches("1 cell holds the error #N/A and is missing; the first is B8", tostring(report), 1, true)
    assert.equal("2025-05-16", ds.events:get("e1").date)
    local aside = ds.quarantine:all()
    assert.same({ 1, 7, "date" }, { #aside, aside[1].line, aside[1].column })
    ds:requeue(nil, { dates = "dmy" })
    assert.equal("2025-05-16", ds.events:get("e2").date)
    assert.equal("a \"b\",\nc", ds.events:get("e2").place)
    ds:close()
  end)

  it("is read by the program #tools", function()
    local path = file("made.xlsx", workbook.of { sheets = { { "One", row "a" .. row(1) }, { "2024", row "b" .. row(2) } } })
    local function run(arguments)
      return (commands.run(commands.clean .. (arg and arg[-1] or "lua5.4") .. " bin/parley " .. arguments:gsub("FILE", "'" .. path .. "'")))
    end
    assert.equal("a\n1\n", run "FILE rows --csv")
    assert.equal("b\n2\n", run "FILE rows --csv --sheet 2024")
    assert.equal("b\n2\n", run "FILE rows --csv --sheet 2")
    assert.equal("column_1\na\n1\n", run "- rows --csv --range A1:A2 --no-header <FILE")
  end)
end)
