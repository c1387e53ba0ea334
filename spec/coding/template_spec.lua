-- Templates: what stands in the sheet that people fill, of every table and of columns of one's own.
-- Holds: coding.template, coding.sheet_choices, coding.sheet_fields, coding.sheet_layout, coding.sheet_origin,
--   coding.sheet_words

local archive = require "spec.support.archive"
local parley = require "parley"
local scratch = require "spec.support.scratch"
local xml = require "spec.support.xml"

local function read(name)
  local file <close> = assert(io.open(name, "rb"))
  return file:read "a"
end

local function code_of(fn, ...)
  local done, err = pcall(fn, ...)
  assert.is_false(done)
  return err.code
end

local function team()
  local ds = parley.open ":memory:"
  ds:add("sources", { id = "s1", published = "2025-06-02", title = "A <day> & more" })
  ds:add("sources", { id = "s2", published = "2025-06-03" })
  ds:add("parties", { id = "norway" }, { source = "s1" })
  ds:add("parties", { id = "qatar" }, { source = "s1" })
  ds:add("terms", { vocabulary = "weather", code = "rain", label = "rain" })
  ds:add_column("talks", "seats", { type = "integer", least = 0, meaning = "chairs at the table" })
  ds:add_column("talks", "guests", { references = "parties", several = true, meaning = "who was let in" })
  ds:add_column("talks", "sky", { vocabulary = "weather", meaning = "what it did" })
  return ds
end

-- The rows of a sheet as texts.
local function rows_of(text)
  local rows = {}
  for row in text:gmatch "<row.-</row>" do
    local cells = {}
    for place, inner in row:gmatch '<c r="(%u+)%d+"[^>]->(.-)</c>' do cells[place] = inner:match "<t.->(.*)</t>" end
    rows[#rows + 1] = cells
  end
  return rows
end

describe("A template", function()
  local path, remove = scratch.folder()
  teardown(remove)

  it("has a column a field, lists, comments, locked ids, an example and hidden sheets", function()
    local ds = team()
    local sheet = ds:template("talks", { sources = { "s1", "s2" }, coder = "anna", rows = 2,
      columns = { "place", "date", "seats", "guests", "sky" } })
    assert.equal("template of talks: 14 columns, 4 rows to fill", tostring(sheet))
    assert.is_true(sheet:save(path "t.xlsx"))
    local parts, names = archive.parts(read(path "t.xlsx"))
    for _, name in ipairs(names) do
      -- the boxes of comments have prefixes, which that reader does not know
      if not name:find "vml$" then xml.elements((parts[name]:gsub("^<%?.-%?>", ""))) end
    end
    local text = parts["xl/worksheets/sheet1.xml"]
    local rows = rows_of(text)
    assert.same({ "id", "source", "locator", "date", "place", "seats", "guests", "sky" },
      { rows[1].A, rows[1].B, rows[1].C, rows[1].D, rows[1].E, rows[1].F, rows[1].G, rows[1].H })
    assert.same({ "example of talks", "s1", "2025-06-02", "norway", "rain" },
      { rows[2].A, rows[2].B, rows[2].D, rows[2].G, rows[2].H })
    assert.same({ "s1-anna-001", "s1-anna-002", "s2-anna-001", "s2-anna-002", "s2" },
      { rows[3].A, rows[4].A, rows[5].A, rows[6].A, rows[6].B })
    assert.is_truthy(text:find("<sheetProtection", 1, true))
    assert.is_truthy(text:find('showErrorMessage="1" sqref="B2:B505"><formula1>lists!$A$2:$A$3<', 1, true))
    assert.is_truthy(text:find('showErrorMessage="0" sqref="G2:G505"><formula1>lists!$B$2:$B$3<', 1, true))
    local lists = rows_of(parts["xl/worksheets/sheet3.xml"])
    assert.same({ A = "chosen sources", B = "parties", C = "weather" }, { A = lists[1].A, B = lists[1].B, C = lists[1].C })
    assert.same({ "s1", "norway", "rain" }, { lists[2].A, lists[2].B, lists[2].C })
    local comments = parts["xl/comments1.xml"]
    assert.is_truthy(comments:find('ref="F1"', 1, true) and comments:find("Chairs at the table.", 1, true))
    assert.is_truthy(comments:find("Several stand with ; between them.", 1, true))
    assert.equal(2, select(2, parts["xl/workbook.xml"]:gsub('state="hidden"', "")))
    local origin = rows_of(parts["xl/worksheets/sheet2.xml"])
    assert.same({ "parley sheet", "talks", "anna" }, { origin[1].A, origin[2].B, origin[5].B })
    assert.is_truthy(origin[3].B:find("s1 A &lt;day&gt; &amp; more", 1, true))
  end)

  it("is made of every table that rests on claims, of three datasets, the same each time", function()
    for _, ds in ipairs { parley.open "istanbul-2025", parley.open "russia-ukraine-talks", team() } do
      for _, name in ipairs(ds:tables()) do
        if ds:describe(name) and require("parley.codebook.tables").by_name[name].claims then
          local sheet = ds:template(name, { rows = 1 })
          local csv = sheet:to_csv()
          assert.equal(3, select(2, csv:gsub("\n", "")))
          assert.is_truthy(csv:find("example of " .. name, 1, true))
          assert.equal(csv, ds:template(name, { rows = 1 }):to_csv())
        else
          assert.is_truthy(({ no_claims = true, no_table = true })[code_of(ds.template, ds, name)])
        end
      end
    end
  end)

  it("gives ids that nobody has", function()
    local ds = team()
    ds:add("talks", { id = "s1-anna-002" }, { source = "s1" })
    local sheet = ds:template("talks", { sources = "s1", coder = "anna", rows = 2, example = false })
    assert.same({ "s1-anna-001", "s1-anna-003" }, { sheet.rows[1].id, sheet.rows[2].id })
  end)

  it("is saved as CSV too, and refuses another ending", function()
    local sheet = team():template("talks", { rows = 1, columns = { "place" }, example = false })
    assert.is_true(sheet:save(path "t.csv"))
    assert.equal("\u{feff}id,source,locator,place,said_by,certainty,modality,stated,note,coder\ntalks-001,,,,,,,,,\n",
      read(path "t.csv"))
    assert.equal("bad_argument", code_of(sheet.save, sheet, path "t.ods"))
    assert.equal("missing_folder", select(3, sheet:save(path "none/t.xlsx")))
  end)

  it("refuses what is none: tables, sources, columns, options", function()
    local ds = team()
    local function code(...) return code_of(ds.template, ds, ...) end
    assert.equal("no_table", code "tlaks")
    assert.equal("no_claims", code "events")
    assert.equal("no_row", code("talks", { sources = "s9" }))
    assert.equal("bad_argument", code("talks", { sources = {} }))
    assert.equal("no_column", code("talks", { columns = { "plase" } }))
    assert.equal("no_option", code("talks", { source = "s1" }))
    assert.equal("bad_argument", code("talks", { rows = -1 }))
    assert.equal("bad_argument", code("talks", { coder = "" }))
  end)
end)
