-- Workbooks: what stands in each cell, what is refused, and the same bytes for the same rows. Programs of others read
-- them where they are found (openpyxl).
-- Holds: export.formats.xlsx, export.workbook

local archive = require "spec.support.archive"
local core = require "parley.core"
local parley = require "parley"
local scratch = require "spec.support.scratch"
local workbook = require "parley.export.workbook"
local xml = require "spec.support.xml"

local SHEET = "xl/worksheets/sheet1.xml"

local function sheet(bytes) return archive.parts(bytes)[SHEET] end

-- The cells by place: { kind = "n", look = 1, text = … }.
local function cells(text)
  local found = {}
  for place, look, kind, inner in text:gmatch '<c r="(%u+%d+)"(.-)(t?=?"?%w*"?)>(.-)</c>' do
    found[place] = { look = tonumber(look:match 's="(%d+)"') or 0, kind = kind:match '"(%w+)"' or "n",
      text = inner:match "<t.->(.*)</t>" or inner:match "<v>(.*)</v>" }
  end
  return found
end

local function message_of(fn, ...)
  local done, err = pcall(fn, ...)
  assert.is_false(done)
  return err.code, tostring(err)
end

describe("A workbook", function()
  local path, remove = scratch.folder()
  teardown(remove)

  it("has each value as what it is", function()
    local frame = parley.frame { { n = 7, x = 1.5, b = true, d = "2025-06/..", t = "=1+1" }, { t = "" } }
    local found = cells(sheet(frame:select("n", "x", "b", "d", "t"):to_xlsx()))
    local function is(place, kind, look, text)
      assert.same({ place, kind, look, text }, { place, found[place].kind, found[place].look, found[place].text })
    end
    is("A1", "inlineStr", workbook.looks.head, "n")
    is("A2", "n", 0, "7")
    is("B2", "n", 0, "1.5")
    is("C2", "b", 0, "1")
    is("D2", "inlineStr", workbook.looks.words, "2025-06/..")
    is("E2", "inlineStr", workbook.looks.words, "=1+1")
    is("E3", "inlineStr", workbook.looks.words, "")
    assert.is_nil(found.A3)
  end)

  it("has what a number of a sheet cannot hold as a text", function()
    local frame = parley.frame { { a = 1 << 53, b = (1 << 53) + 1, c = -1 / 0 }, { a = -(1 << 53), b = 1, c = 1e300 } }
    local found = cells(sheet(frame:to_xlsx()))
    assert.same({ "n", "inlineStr", "inlineStr" }, { found.A2.kind, found.B2.kind, found.C2.kind })
    assert.same({ "9007199254740992", "9007199254740993", "-inf" }, { found.A2.text, found.B2.text, found.C2.text })
    assert.same({ "n", "1e+300" }, { found.C3.kind, found.C3.text })
  end)

  it("spells what XML cannot hold, and marks a text that looks so", function()
    local found = sheet(parley.frame { { t = " a\1\r\n\tb<&>_x0001_\u{FFFE}" } }:to_xlsx())
    assert.is_truthy(found:find(' xml:space="preserve"> a_x0001__x000D_\n\tb&lt;&amp;&gt;_x005F_x0001__xFFFE_</t>', 1, true))
  end)

  it("is well-formed in all its parts, which name each other", function()
    local frame = parley.frame { { ['a"<&>'] = "x" } }
    assert.is_true(frame:save(path "a & b.xlsx"))
    local file <close> = assert(io.open(path "a & b.xlsx", "rb"))
    local parts, names = archive.parts(file:read "a")
    assert.same({ "[Content_Types].xml", "_rels/.rels", "xl/workbook.xml", "xl/_rels/workbook.xml.rels", "xl/styles.xml",
      SHEET }, names)
    for _, name in ipairs(names) do xml.elements((parts[name]:gsub("^<%?.-%?>", ""))) end
    assert.is_truthy(parts["xl/workbook.xml"]:find('<sheet name="a &amp; b"', 1, true))
    assert.is_truthy(parts[SHEET]:find('state="frozen"', 1, true))
  end)

  it("is the same from a Frame, a query, and rows of other kinds, and on every day", function()
    local ds = parley.open "istanbul-2025"
    local bytes = ds.demands:to_xlsx()
    assert.equal(bytes, ds:frame("demands"):to_xlsx())
    assert.equal(bytes, ds.demands:to_xlsx())
    local frame = ds:frame "demands"
    local rows = { columns = function() return frame:columns() end, types = function() return frame:types() end,
      each = function() return (frame:each()) end }
    local pieces = {}
    require("parley.export.formats.xlsx").whole(rows, function(text)
      pieces[#pieces + 1] = text
      return true
    end, "")
    assert.equal(#frame + 1, select(2, sheet(table.concat(pieces)):gsub("<row ", "")))
  end)

  it("comes in pieces, and ends where the sink says so", function()
    local rows = {}
    for i = 1, 20000 do rows[i] = { id = i, text = ("%d %d"):format(i * 7919 % 10007, i * 104729 % 99991) } end
    local frame, pieces, longest = parley.frame(rows), 0, 0
    local format = require "parley.export.formats.xlsx"
    assert.is_true(format.whole(frame, function(text)
      pieces, longest = pieces + 1, math.max(longest, #text)
      return true
    end, ""))
    assert.is_true(pieces > 5 and longest <= 1 << 15)
    local left = 3
    assert.same({ n = 3, nil, "enough", "full" }, table.pack(format.whole(frame, function()
      left = left - 1
      if left == 0 then return nil, "enough", "full" end
      return true
    end, "")))
  end)

  it("refuses what a sheet cannot hold, with the place and a way out", function()
    local code, text = message_of(function() return parley.frame { { a = 1, t = ("x"):rep(32768) } }:to_xlsx() end)
    assert.equal("too_large", code)
    assert.is_truthy(text:find("cell B2", 1, true) and text:find("32768", 1, true) and text:find("select", 1, true))
    assert.is_true(#parley.frame { { t = ("\u{1F600}"):rep(16383) } }:to_xlsx() > 0)
    assert.equal("too_large", (message_of(function() return parley.frame { { t = ("\u{1F600}"):rep(16384) } }:to_xlsx() end)))
    assert.equal("bad_encoding", (message_of(function() return parley.frame { { t = "\xff" } }:to_xlsx() end)))
    local wide = {}
    for i = 1, 16385 do wide["c" .. i] = i end
    assert.equal("too_large", (message_of(function() return parley.frame { wide }:to_xlsx() end)))
    local zip <close> = core.new_archive(function() return true end)
    zip:part "x"
    assert.is_true(zip:row({ 1 }, 1, 1048576))
    assert.equal("too_large", (message_of(function() return zip:row({ 1 }, 1, 1048577) end)))
  end)

  it("is called as it is told to be, and refuses a name that spreadsheets refuse", function()
    local frame = parley.frame { { a = 1 } }
    assert.is_truthy(archive.parts(frame:to_xlsx { sheet = "my data" })["xl/workbook.xml"]:find('name="my data"', 1, true))
    for _, name in ipairs { "", "a/b", "'a", ("x"):rep(32), "History", 5 } do
      assert.equal("bad_argument", (message_of(function() return frame:to_xlsx { sheet = name } end)))
    end
    assert.equal("no_option", (message_of(function() return frame:to_xlsx { shet = "x" } end)))
    assert.same({ "a b", "data", "history_", ("ї"):rep(31) }, { workbook.sheet_name "a/b", workbook.sheet_name "[]",
      workbook.sheet_name "HISTORY", workbook.sheet_name(("ї"):rep(40)) })
    assert.same({ "A", "Z", "AA", "ZZ", "AAA", "XFD" }, { workbook.letters(1), workbook.letters(26), workbook.letters(27),
      workbook.letters(702), workbook.letters(703), workbook.letters(16384) })
  end)

  it("is read by openpyxl, where it is found", function()
    local found = io.popen("/usr/bin/python3 -c 'import openpyxl' 2>&1"):read "a" == ""
    if not found then return pending "openpyxl is not here" end
    local ds = parley.open "istanbul-2025"
    assert.is_true(ds.demands:select("id", "made", "days_low", "extendable"):save(path "d.xlsx"))
    local pipe = io.popen(([[/usr/bin/python3 -W error -c 'import openpyxl
w = openpyxl.load_workbook("%s")
s = w.worksheets[0]
print(w.sheetnames, s.freeze_panes)
for r in s.iter_rows(values_only=True): print("|".join("" if c is None else str(c).lower() for c in r))']])
      :format(path "d.xlsx"))
    local text = pipe:read "a"
    local lines = { "['d'] A2", "id|made|days_low|extendable" }
    for row in ds.demands:select("id", "made", "days_low", "extendable"):rows() do
      local parts = {}
      for i, name in ipairs { "id", "made", "days_low", "extendable" } do
        parts[i] = row[name] == nil and "" or tostring(row[name]):lower()
      end
      lines[#lines + 1] = table.concat(parts, "|")
    end
    assert.equal(table.concat(lines, "\n") .. "\n", text)
  end)
end)
