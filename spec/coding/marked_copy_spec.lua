-- The copy of a sheet that shows its faults: what other programs see in it, what it keeps, and its way back.

local archive = require "spec.support.archive"
local commands = require "spec.support.commands"
local core = require "parley.core"
local filled_sheet = require "spec.support.filled_sheet"
local scratch = require "spec.support.scratch"

local path, remove = scratch.folder()

-- Three sheets: notes, the filled one below a title and beside a column of the coder's own, and a calculation.
local function faulty()
  return filled_sheet.raw(path, { sheets = {
    { "Notes", filled_sheet.xml { { "look", 1.5 }, { "<c t='b'><v>1</v></c>", "<c><f>1+1</f><v>2</v></c>" } } },
    { "Filled", filled_sheet.xml { { "Demands of June" }, { "id", "party", "days_best", "mine", "pages" },
      { "d1", "norway", 20, 7.25, 3 }, { "d2", "norwey", "<c/>", "keep", "<c t='e'><v>#N/A</v></c>" } } },
    { "Old", filled_sheet.xml { { "x" } }, state = "hidden" } } })
end

local function import(ds, name)
  return assert(ds:import_sheet(name, { table = "demands", coder = "anna", source = "s1" }))
end

describe("The copy of a sheet with faults", function()
  teardown(remove)

  it("keeps cells where they were, with their types, and the other sheets", function()
    local ds = filled_sheet.team()
    local report = import(ds, faulty())
    assert.same({ "B4", "E4" }, { report.faults[1].cell, report.faults[2].cell })
    local function cells(sheet)
      local list = {}
      local reader <close> = assert(core.sheet_rows { path = report.copy, sheet = sheet })
      local number, row = reader:next()
      while number do
        for _, cell in ipairs(row) do
          if cell.value ~= nil then list[#list + 1] = ("%d.%d %s"):format(number, cell.column, cell.value) end
        end
        number, row = reader:next()
      end
      return table.concat(list, ", ")
    end
    assert.equal("1.1 look, 1.2 1.5, 2.1 true, 2.2 2", cells(1))
    assert.equal("1.1 Demands of June, 2.1 id, 2.2 party, 2.3 days_best, 2.4 mine, 2.5 pages, 3.1 d1, 3.2 norway, "
      .. "3.3 20, 3.4 7.25, 3.5 3, 4.1 d2, 4.2 norwey, 4.4 keep, 4.5 #N/A", cells(2))
    assert.equal("1.1 x", cells(3))
    -- it is a sheet like the first
    local again = import(ds, report.copy)
    assert.same({ 2, "B4" }, { #again.faults, again.faults[1].cell })
  end)

  it("opens in openpyxl, where it is found: colours, comments, values; mended there, it enters once #tools", function()
    local python = commands.clean .. "/usr/bin/python3 "
    if select(2, commands.run(python .. "-c 'import openpyxl'")) ~= 0 then return pending "openpyxl is not here" end
    local ds = filled_sheet.team()
    local report = import(ds, faulty())
    local program = filled_sheet.file(path, "py", ([[
import openpyxl
w = openpyxl.load_workbook("%s")
print(w.sheetnames[:3], w["Old"].sheet_state, w["Notes"]["B1"].value, w["Notes"]["A2"].value, w["Notes"]["B2"].value)
s = w["Filled"]
for place in ("B3", "B4", "E4"):
    c = s[place]
    fill = c.fill.fgColor.rgb if c.fill.fill_type else None
    print(place, c.value, fill, c.comment.text if c.comment else None)
print(s["A1"].value, s["C3"].value, s["D3"].value, s["D4"].value, s["B2"].comment is not None)
s["B4"] = "qatar"
s["E4"] = 2
w.save("%s")
]]):format(report.copy, path "mended.xlsx"))
    local seen = commands.run(python .. "-W error " .. program):gsub("%s+$", "")
    assert.equal(table.concat({ "['Notes', 'Filled', 'Old'] hidden 1.5 True 2", "B3 norway None None",
      "B4 norwey FFFFC7CE demands.party: no party 'norwey'; did you mean 'norway'?",
      "E4 #N/A FFFFC7CE the cell shows #N/A, an error of the spreadsheet; mend its formula, or write the value",
      "Demands of June 20 7.25 keep True" }, "\n"), seen)
    local mended = import(ds, path "mended.xlsx")
    assert.same({ true, 2, 0 }, { mended.entered, mended.added, #mended.faults })
    assert.equal(2, import(ds, path "mended.xlsx").unchanged)
  end)

  -- LibreOffice takes seconds to start: PARLEY_OFFICE=1 asks for it.
  if not os.getenv "PARLEY_OFFICE" then return end

  it("goes through LibreOffice with its colours and comments, and is the same sheet #tools", function()
    local ds = filled_sheet.team()
    local report = import(ds, faulty())
    local said, status = commands.run(("%s HOME='%s' soffice --headless --convert-to xlsx --outdir '%s' '%s'"):format(
      commands.clean, path "", path "out", report.copy))
    assert.equal(0, status, said)
    local saved = path("out/" .. report.copy:match "[^/]*$")
    local file <close> = assert(io.open(saved, "rb"))
    local parts = archive.parts(file:read "a")
    assert.is_truthy(parts["xl/styles.xml"]:find("FFFFC7CE", 1, true))
    local comments = 0
    for name, text in pairs(parts) do
      if name:find "comments" and text:find("did you mean", 1, true) then comments = comments + 1 end
    end
    assert.equal(1, comments)
    local again = import(ds, saved)
    assert.same({ report.faults[1].reason, report.faults[2].reason },
      { again.faults[1].reason, again.faults[2].reason })
  end)
end)
