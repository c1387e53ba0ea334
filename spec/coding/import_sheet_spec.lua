-- Sheets that come back: filled by our own writer and by openpyxl (where it is found), whatever people did to them, as
-- workbooks and as CSV; what is wrong stands in a copy, and nothing of it has entered.
-- Holds: coding.import_sheet, coding.sheet_grid, coding.sheet_heads, coding.sheet_cells, coding.sheet_report,
--   coding.sheet_rows, coding.marked_copy

local archive = require "spec.support.archive"
local filled_sheet = require "spec.support.filled_sheet"
local parley = require "parley"
local scratch = require "spec.support.scratch"

local function read(name)
  local file <close> = assert(io.open(name, "rb"))
  return file:read "a"
end

local function write(name, text)
  local file <close> = assert(io.open(name, "wb"))
  file:write(text)
end

local function code_of(fn, ...)
  local done, err = pcall(fn, ...)
  assert.is_false(done)
  return err.code, tostring(err)
end

local team = filled_sheet.team

describe("A sheet that comes back", function()
  local path, remove = scratch.folder()
  teardown(remove)

  local function csv(rows) return filled_sheet.csv(path, rows) end
  local function xlsx(rows) return filled_sheet.xlsx(path, rows) end

  local function both(rows, check)
    for _, make in ipairs { csv, xlsx } do check(make(rows)) end
  end

  local function import(ds, name, given)
    given = given or {}
    given.table, given.coder, given.source = given.table or "demands", given.coder or "anna", given.source or "s1"
    return assert(ds:import_sheet(name, given))
  end

  it("enters whole, and once", function()
    both({ { "id", "party", "topic", "made" }, { "d1", "norway", "ceasefire", "2025-06-02" },
      { "d2", "qatar; norway", "prisoners", "2025-06" } }, function(name)
      local ds = team()
      local report = import(ds, name)
      assert.same({ true, 2, 2, 0, 0 }, { report.entered, report.read, report.added, report.updated, report.unchanged })
      assert.same({ "norway; qatar", "2025-06" }, { ds.demands:get("d2").party, ds.demands:get("d2").made })
      local claim = ds.demands:claims():where{ id = "d1" }:one()
      assert.same({ "anna", "s1", "row 1" }, { claim.coder, claim.source, claim.locator })
      local claims = ds.demands:claims():count()
      report = import(ds, name)
      assert.same({ true, 0, 0, 2 }, { report.entered, report.added, report.updated, report.unchanged })
      assert.equal(claims, ds.demands:claims():count())
      -- another coder says it too
      assert.equal(2, import(ds, name, { coder = "ben" }).updated)
      assert.equal(0, ds.quarantine:count())
    end)
  end)

  it("says something new where a cell was changed, and tells an emptied one", function()
    local ds = team()
    import(ds, csv { { "id", "party", "topic", "days_best", "extendable" },
      { "d1", "norway", "ceasefire", "20", "false" } })
    local report = import(ds, csv { { "id", "party", "topic", "days_best", "extendable" }, { "d1", "qatar", "ceasefire" } })
    assert.same({ 0, 1, 0 }, { report.added, report.updated, report.unchanged })
    assert.equal("qatar", ds.demands:get("d1").party)
    assert.same({ "days_best", "extendable" }, { report.emptied[1].column, report.emptied[2].column })
    assert.same({ 20, false, 2, "d1" }, { report.emptied[1].value, report.emptied[2].value, report.emptied[1].row,
      report.emptied[1].id })
    assert.equal(20, ds.demands:get("d1").days_best)          -- nothing is taken back without a word
    assert.is_truthy(tostring(report):find(("retract(%d)"):format(report.emptied[1].claim), 1, true))
    ds:retract(report.emptied[1].claim, "emptied")
    assert.is_nil(ds.demands:get("d1").days_best)
    -- a column that is gone empties nothing
    assert.same({}, import(ds, csv { { "id", "party" }, { "d1", "qatar" } }).emptied)
  end)

  it("is understood whatever was done to its columns and rows", function()
    both({ { "Demands of the second round" }, { nil, "who", nil, "what" }, {},
      { "my notes", "Topic", "  ID", "Partyy", "days best", "days_low", "days_high" },
      { "look again" }, {}, { nil, "ceasefire", "example of demands", "norway" },
      { "sure", "ceasefire", "d1", "norway", "1\u{2013}3" }, { nil, nil, "d9" },
      { nil, "prisoners", "d2", "norway\nqatar", "about 20" } }, function(name)
      local ds = team()
      local report = import(ds, name)
      assert.same({ true, 2, 2, 1, { "my notes" } }, { report.entered, report.read, report.added, report.examples,
        report.own })
      assert.same({ { head = "Partyy", as = "party" } }, report.renamed)
      local d1, d2 = ds.demands:get "d1", ds.demands:get "d2"
      assert.same({ 1, nil, 3 }, { d1.days_low, d1.days_best, d1.days_high })
      assert.same({ nil, 20, nil, "norway; qatar" }, { d2.days_low, d2.days_best, d2.days_high, d2.party })
      assert.is_truthy(tostring(report):find("column 'Partyy' was read as party", 1, true))
      assert.equal(2, import(ds, name).unchanged)
    end)
  end)

  it("has days that became numbers, decimal commas, and bounds in one cell", function()
    local ds = team()
    local report = import(ds, xlsx { { "id", "made", "wanted", "pages", "days_low", "days_best", "extendable" },
      { "d1", 45810, "2025-06-02T00:00:00", "12,5", nil, "at least 5", "yes" },
      { "d2", 2025, nil, "1.5", 4, nil, false }, { "d3", nil, nil, 3, nil, "10 to 12", true } })
    assert.same({ true, 1 }, { report.entered, report.days })
    local d1, d2, d3 = ds.demands:get "d1", ds.demands:get "d2", ds.demands:get "d3"
    assert.same({ "2025-06-02", "2025-06-02", 12.5, 5, nil, true },
      { d1.made, d1.wanted, d1.pages, d1.days_low, d1.days_best, d1.extendable })
    assert.same({ "2025", 1.5, 4, false }, { d2.made, d2.pages, d2.days_low, d2.extendable })
    assert.same({ 3, 10, 12 }, { d3.pages, d3.days_low, d3.days_high })
  end)

  it("has its coders and sources in its cells, where they are", function()
    local ds = team()
    import(ds, csv { { "id", "topic", "coder", "source", "locator", "certainty" },
      { "d1", "ceasefire", "ben", "s2", "p. 4", "on_record_quote" }, { "d2", "prisoners" } })
    local ben, anna = ds.demands:claims():where{ id = "d1" }:one(), ds.demands:claims():where{ id = "d2" }:one()
    assert.same({ "ben", "s2", "p. 4", "on_record_quote" }, { ben.coder, ben.source, ben.locator, ben.certainty })
    assert.same({ "anna", "s1" }, { anna.coder, anna.source })
  end)

  it("comes back as a copy where something is wrong, and nothing of it enters", function()
    local rows = { { "id", "party", "topic", "made", "days_best", "pages", "mine" },
      { "d1", "norway", "ceasefire", "2025-06-02", "3", nil, "keep me" },
      { "d2", "norwai", "cease-fire", "2/6/2025", "12x", "1,234" }, { nil, "qatar" }, { "d1", "qatar" } }
    both(rows, function(name)
      local ds = team()
      local report = import(ds, name)
      assert.is_false(report.entered)
      assert.same({ 0, 0, 2 }, { ds.demands:count(), ds.quarantine:count(), ds.parties:count() })
      local cells = {}
      for i, one in ipairs(report.faults) do cells[i] = one.cell .. " " .. one.code end
      assert.same({ "B3 no_row", "C3 bad_term", "D3 bad_date", "E3 bad_integer", "F3 bad_number", "A4 no_id",
        "A5 duplicate" }, cells)
      assert.is_truthy(report.faults[1].reason:find("did you mean 'norway'?", 1, true))
      assert.is_truthy(report.faults[2].reason:find("did you mean 'ceasefire'?", 1, true))
      assert.equal((name:gsub("%.(%w+)$", ".errors.%1")), report.copy)
      -- mended in the copy, it enters; the copy of a copy has a name of its own
      assert.equal((name:gsub("%.(%w+)$", ".errors-2.%1")), import(ds, report.copy).copy)
      assert.is_truthy(tostring(report):find("nothing entered: 7 cells", 1, true))
    end)
  end)

  it("shows each fault in its cell", function()
    local ds = team()
    assert.is_true(ds:template("demands", { sources = "s1", rows = 1, columns = { "party", "topic" } }):save(path "t.csv"))
    local text = read(path "t.csv"):gsub("(s1%-001,s1,,),,", "%1norway,peace,")
    write(path "t.csv", text)
    local report = assert(ds:import_sheet(path "t.csv"))
    local copy = read(report.copy)
    assert.is_truthy(copy:find(",coder,parley_error\n", 1, true))
    assert.is_truthy(copy:find("topic: 'peace' is no topic", 1, true))
    assert.is_true(ds:template("demands", { sources = "s1", rows = 1, columns = { "party", "topic" } }):save(path "t.xlsx"))
    report = import(ds, xlsx { { "id", "topic" }, { "d1", "peace" } })
    local parts = archive.parts(read(report.copy))
    assert.is_truthy(parts["xl/worksheets/sheet1.xml"]:find('<c r="B2" s="7" t="inlineStr"><is><t>peace</t>', 1, true))
    assert.is_truthy(parts["xl/comments1.xml"]:find('<comment ref="B2".-is no topic'))
    -- it is a sheet like the first: mended, it enters without being told what it is
    local mended = copy:gsub("peace", "ceasefire", 1)
    write(path "m.csv", mended)
    report = assert(ds:import_sheet(path "m.csv", { coder = "anna" }))
    assert.same({ true, 1, {} }, { report.entered, report.added, report.own })
  end)

  it("is refused where it is for something else", function()
    local ds, other = team(), parley.open "istanbul-2025"
    assert.is_true(other:template("demands", { rows = 1 }):save(path "o.xlsx"))
    local code, text = code_of(ds.import_sheet, ds, path "o.xlsx")
    assert.equal("bad_argument", code)
    assert.is_truthy(text:find("any_dataset", 1, true))
    assert.is_true(ds:import_sheet(path "o.xlsx", { any_dataset = true }).entered)
    assert.equal("bad_argument", (code_of(ds.import_sheet, ds, path "o.xlsx", { any_dataset = true, table = "talks" })))
    local name = csv { { "id", "party" }, { "d1", "norway" } }
    assert.equal("bad_argument", (code_of(ds.import_sheet, ds, name)))                     -- which table?
    assert.equal("no_table", (code_of(ds.import_sheet, ds, name, { table = "demnads" })))
    assert.equal("no_claims", (code_of(ds.import_sheet, ds, name, { table = "events" })))
    assert.equal("bad_header", (code_of(ds.import_sheet, ds, csv { { "a", "b" }, { "1", "2" } }, { table = "demands" })))
    assert.equal("bad_header", (code_of(ds.import_sheet, ds, csv { { "id", "id" } }, { table = "demands" })))
    assert.equal("no_row", (code_of(ds.import_sheet, ds, name, { table = "demands", source = "s9" })))
    assert.equal("no_option", (code_of(ds.import_sheet, ds, name, { codr = "anna" })))
    assert.equal("missing_file", select(3, ds:import_sheet(path "none.xlsx", { table = "demands" })))
    assert.equal("read_only", (code_of(other.import_sheet, other, name, { table = "demands" })))
    local report = assert(ds:import_sheet(name, { table = "demands" }))
    assert.same({ false, "no_source" }, { report.entered, report.faults[1].code })
  end)

  it("of a newer Parley is refused, one of an older codebook is not", function()
    local ds = team()
    local template = ds:template("talks", { rows = 1, sources = "s1" })
    template.origin.schema = "99"
    assert.is_true(template:save(path "n.xlsx"))
    assert.equal("newer", (code_of(ds.import_sheet, ds, path "n.xlsx")))
    template.origin.schema = "3"
    assert.is_true(template:save(path "n.xlsx"))
    assert.is_true(ds:import_sheet(path "n.xlsx").entered)
  end)

  it("goes round through every table of three datasets", function()
    for _, from in ipairs { "istanbul-2025", "russia-ukraine-talks", false } do
      local ds = from and parley.open{ bundled = from } or team()
      assert.is_true(ds:save_as(path "copy.db", { overwrite = true }) or true)
      local mine = parley.open(path "copy.db")
      for _, name in ipairs { "demands", "sources", "people" } do
        local id = mine.sources:first().id
        local sheet = mine:template(name, { sources = name ~= "sources" and id or nil, coder = "anna", rows = 2 })
        sheet.rows[2][name == "demands" and "text" or name == "sources" and "outlet" or "name"] = "something new"
        assert.is_true(sheet:save(path(name .. ".xlsx")))
        local report = assert(mine:import_sheet(path(name .. ".xlsx")))
        assert.same({ true, 1, 1, 1 }, { report.entered, report.added, report.blank, report.examples })
        assert.equal(1, mine:import_sheet(path(name .. ".xlsx")).unchanged)
      end
      mine:close()
      os.remove(path "copy.db")
    end
  end)

  it("filled by openpyxl, where it is found, enters", function()
    local found = io.popen("/usr/bin/python3 -c 'import openpyxl' 2>&1"):read "a" == ""
    if not found then return pending "openpyxl is not here" end
    local ds = team()
    assert.is_true(ds:template("demands", { sources = "s1", coder = "anna", rows = 3 }):save(path "p.xlsx"))
    local filling = ([[/usr/bin/python3 -W error -c 'import openpyxl, datetime
w = openpyxl.load_workbook("%s")
s = w.worksheets[0]
h = {c.value: c.column for c in s[1]}
def put(row, **cells):
    for name, value in cells.items(): s.cell(row, h[name], value)
put(3, party="norway; qatar", topic="ceasefire", made=datetime.date(2025, 6, 2), days_best=30, pages=2.5)
put(4, party="qatar", topic="prisoners", days_best="about 20", extendable=True)
s.insert_rows(2)
s["A1"].comment = None
s.merge_cells("A2:C2")
w.save("%s")']]):format(path "p.xlsx", path "q.xlsx")
    assert.is_true(os.execute(filling))
    local report = assert(ds:import_sheet(path "q.xlsx"))
    assert.same({ true, 2, 2, 1 }, { report.entered, report.read, report.added, report.blank })
    local one = ds.demands:get "s1-anna-001"
    assert.same({ "norway; qatar", "2025-06-02", 30, 30, 2.5 },
      { one.party, one.made, one.days_best, one.days_low, one.pages })
    assert.equal("anna", ds.demands:claims():where{ id = "s1-anna-002" }:one().coder)
  end)
end)
