--- What the cells of a workbook are worth: numbers, days and times, texts, and what is none of them.

local core = require "parley.core"
local parley = require "parley"
local scratch = require "spec.support.scratch"
local workbook = require "spec.support.workbook"

local at, remove = scratch.folder()

-- The cells of the first row of a sheet, each as "kind value".
local function cells_of(parts)
  local rows <close> = assert(core.sheet_rows { text = workbook.of(parts), sheet = 1 })
  local _, cells = assert(rows:next())
  local list = {}
  for i, cell in ipairs(cells) do list[i] = cell.kind .. (cell.value ~= nil and " " .. tostring(cell.value) or "") end
  return list
end

local function row(...) return "<row>" .. table.concat({ ... }) .. "</row>" end

-- A number shown by the format that is style 1.
local function shown(value, format, more)
  local parts = { sheets = row(('<c s="1"><v>%s</v></c>'):format(value)), formats = { format } }
  for key, field in pairs(more or {}) do parts[key] = field end
  return cells_of(parts)[1]
end

local FROM_1904 = { workbook = '<workbookPr date1904="1"/>' }

describe("a cell", function()
  it("is a number, shortest", function()
    local written = { "5", "5.0", "-0.5", "44.670000000000002", "1E3", "1.5E-7", "12345678901234567", "+3", " 7 ", "0" }
    local list = {}
    for i, text in ipairs(written) do list[i] = ("<c><v>%s</v></c>"):format(text) end
    assert.same({ "number 5", "number 5", "number -0.5", "number 44.67", "number 1000", "number 1.5e-07",
      "number 12345678901234567", "number 3", "number 7", "number 0" }, cells_of { sheets = row(table.unpack(list)) })
  end)

  it("is a day by its format, built in or its own", function()
    for _, format in ipairs { 14, 15, 16, 17, 22, 27, 36, 50, 58, "yyyy-mm-dd", "dd.mm.yyyy", "mmm yy", "m", "[$-409]d mmm;@",
      "[Red]yyyy", "d \"of\" mmmm", "yyyy\\-mm", "ge", "mm/dd/yy hh:mm AM/PM", "[>1]yyyy;General", "m\"m\"" } do
      assert.equal("date 2025-05-16", shown(45793, format), tostring(format))
    end
  end)

  it("is a plain number by any other format", function()
    for _, format in ipairs { 0, 1, 2, 9, 11, 12, 37, 44, 48, 49, 59, 99999, "0.00", "[Red]0.00", '0 "days"', "0\\d", "General",
      "#,##0_d", "*m0", "0.00E+00", "[$EUR-407] 0", "0;[Blue]-0;\"yes\"", "@", "0;yyyy" } do
      assert.equal("number 45793", shown(45793, format), tostring(format))
    end
  end)

  it("is a time or a duration by its format", function()
    assert.equal("date 14:30:00", shown(0.604166666666667, "h:mm"))
    assert.equal("date 14:29:59.500", shown(0.60416087962963, "hh:mm:ss.000"))
    assert.equal("date 00:05:30", shown(0.00381944444444444, 45))
    assert.equal("date 14:30:00", shown(0.604166666666667, "mm:ss"))
    assert.equal("date 36:30:00", shown(1.52083333333333, "[h]:mm"))
    assert.equal("date -01:30:00", shown(-0.0625, 46))
    assert.equal("date 02:00:00", shown(0.0833333333333333, "[mm]:ss"))
    assert.equal("date 1900-01-01T12:00:00", shown(1.5, "h:mm"))
    assert.equal("date 2025-05-16T14:30:00", shown(45793.6041666667, "yyyy-mm-dd h:mm"))
    assert.equal("date 2025-05-17", shown(45793.999999999, "yyyy-mm-dd h:mm"))
  end)

  it("is a day in both systems, where there is such a day", function()
    assert.equal("date 1900-01-01", shown(1, 14))
    assert.equal("date 1900-02-28", shown(59, 14))
    assert.equal("date 1900-02-29", shown(60, 14))            -- no day: text, which no date reads
    assert.equal("date 1900-03-01", shown(61, 14))
    assert.equal("date 1900-01-00", shown(0, 14))
    assert.equal("date 9999-12-31", shown(2958465, 14))
    assert.equal("number 2958466", shown(2958466, 14))
    assert.equal("number -1", shown(-1, 14))
    assert.equal("date 1904-01-01", shown(0, 14, FROM_1904))
    assert.equal("date 1904-02-29", shown(59, 14, FROM_1904))
    assert.equal("date 2025-05-16", shown(45793 - 1462, 14, FROM_1904))
    assert.equal("date 9999-12-31", shown(2957003, 14, FROM_1904))
    assert.equal("date 06:00:00", shown(0.25, "h:mm", FROM_1904))
    assert.equal("date 1904-01-01T06:00:00", shown(0.25, 22, FROM_1904))
  end)

  it("is a text: shared, its own, or rich, without readings", function()
    local strings = "<si><t>007</t></si><si><r><rPr><b/></rPr><t>New </t></r><r><t xml:space=\"preserve\">York </t></r></si>"
      .. "<si><t>東京</t><rPh sb=\"0\" eb=\"2\"><t>トウキョウ</t></rPh></si><si/><si><t>a_x000D_b_x005F_x0041_ _x_ _xD83D_</t></si>"
    assert.same({ "text 007", "text New York ", "text 東京", "empty", "text a\rb_x0041_ _x_ _xD83D_", "text own text",
      "text 5", "text same", "empty" },
      cells_of { strings = strings, sheets = row('<c t="s"><v>0</v></c><c t="s"><v>1</v></c><c t="s"><v>2</v></c>',
        '<c t="s"><v>3</v></c><c t="s"><v>4</v></c>',
        '<c t="inlineStr"><is><r><t>own </t></r><r><t>text</t></r><rPh><t>no</t></rPh></is></c>',
        '<c t="str"><f>1+4</f><v>5</v></c><c t="inlineStr"><is><t>same</t></is><v>other</v></c>', '<c t="str"><v></v></c>') })
  end)

  it("is true or false, an error, an ISO date, a formula's last value, or nothing", function()
    assert.same({ "boolean true", "boolean false", "error #N/A", "error #DIV/0!", "date 2025-05-16",
      "date 2025-05-16T14:30:00", "date 2025-05-16", "number 3", "empty", "empty", "error #REF!" },
      cells_of { sheets = row('<c t="b"><v>1</v></c><c t="b"><v>0</v></c><c t="e"><v>#N/A</v></c>',
        '<c t="e"><f>1/0</f><v>#DIV/0!</v></c><c t="d"><v>2025-05-16</v></c><c t="d"><v>2025-05-16T14:30:00</v></c>',
        '<c t="d"><v>2025-05-16T00:00:00.000Z</v></c><c><f>1+2</f><v>3</v></c><c><f>1+2</f></c><c/>',
        '<c t="e"><v>#REF!</v></c>') })
  end)

  it("stands where it says, or beside the one before; a row below the one before", function()
    local rows <close> = assert(core.sheet_rows { text = workbook.of {
      sheets = '<row><c><v>1</v></c><c r="D1"><v>2</v></c><c><v>3</v></c></row><row r="7" hidden="1"/><row><c r="AA8"/></row>' } })
    local n, cells, hidden = rows:next()
    assert.same({ 1, 1, 4, 5, false }, { n, cells[1].column, cells[2].column, cells[3].column, hidden })
    assert.same({ 7, {}, true }, { rows:next() })
    n, cells = rows:next()
    assert.same({ 8, 27 }, { n, cells[1].column })
    assert.is_false((rows:next()))
  end)

  it("is read alike of strict files, of any prefix, and of parts with absolute names", function()
    assert.same({ "number 1" }, cells_of { sheets = row "<c><v>1</v></c>", strict = true, absolute = true })
    local entries = workbook.entries { sheets = "" }
    for _, entry in ipairs(entries) do
      if entry[1]:find "sheet1" then
        entry[2] = '<x:worksheet xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><x:sheetData><x:row>'
          .. '<x:c r="A1" t="inlineStr"><x:is><x:t>p</x:t></x:is></x:c></x:row></x:sheetData></x:worksheet>'
      end
    end
    local rows <close> = assert(core.sheet_rows { text = workbook.zip(entries) })
    local _, cells = rows:next()
    assert.equal("p", cells[1].value)
  end)
end)

describe("a column of a sheet", function()
  teardown(remove)

  local function types_of(...)
    local list = { '<row><c t="inlineStr"><is><t>a</t></is></c></row>' }
    for i, cell in ipairs { ... } do list[i + 1] = row(cell) end
    local path = at "types.xlsx"
    local f <close> = assert(io.open(path, "wb"))
    f:write(workbook.of { sheets = table.concat(list), formats = { 14 } })
    f:close()
    local frame = assert(parley.read(path))
    local values = {}
    for i = 1, #frame do values[i] = tostring(frame[i].a) end
    return frame:types()[1] .. " " .. table.concat(values, "|")
  end
  local function text(value) return ('<c t="inlineStr"><is><t>%s</t></is></c>'):format(value) end
  local function number(value, style) return ('<c s="%d"><v>%s</v></c>'):format(style or 0, value) end

  it("has the type of its values: texts stay texts", function()
    assert.equal("integer 1|2", types_of(number(1), number(2)))
    assert.equal("number 1.5|2.0", types_of(number(1.5), number(2)))
    assert.equal("text 01|02", types_of(text "01", text "02"))
    assert.equal("text 1|2", types_of(text "1", text "2"))
    assert.equal("text 1|2", types_of(number(1), text "2"))
    assert.equal("date 2025-05-16|2025-06", types_of(number(45793, 1), text "2025-06"))
    assert.equal("text 2025-05-16|1900-02-29", types_of(number(45793, 1), number(60, 1)))
    assert.equal("integer 1|nil|2", types_of(number(1), '<c t="e"><v>#N/A</v></c><c r="C3"><v>0</v></c>', number(2)))
  end)
end)
