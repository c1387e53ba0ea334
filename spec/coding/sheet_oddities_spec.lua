-- What people and their programs do to sheets: heads, cells, files and ids; each is read rightly, or refused in its
-- cell with a way out.
-- Holds: coding.sheet_book, coding.sheet_rows

local filled_sheet = require "spec.support.filled_sheet"
local scratch = require "spec.support.scratch"

local team, xml = filled_sheet.team, filled_sheet.xml
local path, remove = scratch.folder()

local function import(name, given, ds)
  given = given or {}
  given.table, given.source = given.table or "demands", given.source or "s1"
  ds = ds or team()
  return assert(ds:import_sheet(name, given)), ds
end

local function csv(rows) return filled_sheet.csv(path, rows) end
local function text(bytes, ending) return filled_sheet.file(path, ending or "csv", bytes) end
local function book(given) return filled_sheet.raw(path, given) end

-- Code words and cells of a report's faults.
local function faults(report)
  local list = {}
  for i, one in ipairs(report.faults) do list[i] = one.cell .. " " .. one.code end
  return table.concat(list, ", ")
end

local function code_of(name, given, ds)
  ds = ds or team()
  given = given or {}
  given.table = given.table or "demands"
  local done, found, _, code = pcall(ds.import_sheet, ds, name, given)
  return done and code or found.code, done and found or tostring(found)
end

-- Values of one column in one sheet: what the dataset has of each then, by the value.
local function taken(column, values, given)
  local rows = { { "id", "topic", column } }
  for i, value in ipairs(values) do rows[i + 1] = { "d" .. i, "ceasefire", value } end
  local report, ds = import(csv(rows), given)
  assert.equal("", faults(report))
  local found = {}
  for i, value in ipairs(values) do found[value] = ds.demands:get("d" .. i) end
  return found
end

-- The same of values that are all refused: code words and reasons, by the value.
local function refused(column, values, given)
  local rows = { { "id", "topic", column } }
  for i, value in ipairs(values) do rows[i + 1] = { "d" .. i, "ceasefire", value } end
  local report = import(csv(rows), given)
  assert.equal(#values, #report.faults)
  local codes, reasons = {}, {}
  for i, one in ipairs(report.faults) do codes[values[i]], reasons[values[i]] = one.code, one.reason end
  return codes, reasons
end

local function keys_of(map)
  local keys = {}
  for key in pairs(map) do keys[#keys + 1] = key end
  table.sort(keys)
  return keys
end

describe("What people do to a sheet", function()
  teardown(remove)

  it("quantities are read as they are written, or told how to write them", function()
    local bounds = { ["1–3"] = { 1, nil, 3 }, ["1 - 3"] = { 1, nil, 3 }, ["1 bis 3"] = { 1, nil, 3 },
      ["between 5 and 10"] = { 5, nil, 10 }, ["30+"] = { 30 }, ["min. 5"] = { 5 }, ["5 or more"] = { 5 },
      ["no more than 5"] = { nil, nil, 5 }, ["max 5"] = { nil, nil, 5 }, ["ca. 30"] = { nil, 30 },
      ["30 (approx.)"] = { nil, 30 }, ["etwa 30"] = { nil, 30 }, ["1 000"] = { 1000, 1000, 1000 },
      ["1\u{A0}000"] = { 1000, 1000, 1000 }, ["1 000–2 000"] = { 1000, nil, 2000 },
      ["1.234.567"] = { 1234567, 1234567, 1234567 } }
    for written, row in pairs(taken("days_best", keys_of(bounds))) do
      local want = bounds[written]
      assert.same({ want[1], want[2], want[3] }, { row.days_low, row.days_best, row.days_high }, written)
    end
    local codes, reasons = refused("days_best", { "<5", "over 30", "30?", "5 or 6", "thirty", "-", "12 05" })
    for written, code in pairs(codes) do
      assert.equal("bad_integer", code, written)
      assert.is_truthy(reasons[written]:find("1–3, about 20, at least 5", 1, true))
    end
    -- three digits behind a mark are thousands or decimals
    assert.same({ ["1.000"] = "bad_number", ["1,000"] = "bad_number" }, (refused("days_best", { "1.000", "1,000" })))
    assert.equal(1000, taken("days_best", { "1.000" }, { decimal = "," })["1.000"].days_best)
    local by_point = taken("days_best", { "1.000", "1,000" }, { decimal = "." })
    assert.same({ 1, 1000 }, { by_point["1.000"].days_best, by_point["1,000"].days_best })
  end)

  it("numbers keep their decimals, and shares are asked about", function()
    local numbers = { ["12,5"] = 12.5, ["1.234,5"] = 1234.5, ["1,234.5"] = 1234.5, ["1 234,5"] = 1234.5,
      ["1'234.5"] = 1234.5, ["1234567,89"] = 1234567.89 }
    for written, row in pairs(taken("pages", keys_of(numbers))) do
      assert.equal(numbers[written], row.pages, written)
    end
    local _, reasons = refused("pages", { "1,234", "12,5 %" })
    assert.is_truthy(reasons["1,234"]:find("1.234 or 1234", 1, true))
    assert.is_truthy(reasons["12,5 %"]:find("12.5 of a hundred or 0.125 of one", 1, true))
  end)

  it("days, intervals and truths of other programs and languages", function()
    local days = { ["45810"] = "2025-06-02", ["45810.0"] = "2025-06-02", ["44348.99999"] = "2021-06-02",
      ["2025-06-20 – 2025-06-30"] = "2025-06-20/2025-06-30", ["2025-06-20 - 2025-06-30"] = "2025-06-20/2025-06-30",
      ["2025–2026"] = "2025/2026", ["2025"] = "2025" }
    for written, row in pairs(taken("made", keys_of(days))) do assert.equal(days[written], row.made, written) end
    local _, reasons = refused("made", { "45810.5" })
    assert.is_truthy(reasons["45810.5"]:find("without the time of day: '2025-06-02'", 1, true))
    for _, row in pairs(taken("made", { "2.6.2025", "2.6.25" }, { dates = "dmy", short_years = 1950 })) do
      assert.equal("2025-06-02", row.made)
    end
    local truths = { Ja = true, NEIN = false, oui = true, ["Ні"] = false, ["ДА"] = true, WAHR = true, FAUX = false,
      ["✓"] = true, ["Sí"] = true }
    for written, row in pairs(taken("extendable", keys_of(truths))) do
      assert.equal(truths[written], row.extendable, written)
    end
    assert.equal("bad_boolean", refused("extendable", { "maybe" }).maybe)
  end)

  it("words for nothing are stated", function()
    local rows = { { "id", "party", "days_best" }, { "d1", "norway", "NA" }, { "d2", "-", "3" } }
    assert.equal("C2 bad_integer, B3 no_row", faults((import(csv(rows)))))
    local report, ds = import(csv(rows), { missing = { "NA", "-" } })
    assert.is_true(report.entered)
    assert.is_nil(ds.demands:get("d1").days_best)
    assert.equal("bad_type", (code_of(csv(rows), { missing = "NA" })))
  end)

  it("heads in several rows, lower down, said again, as meanings, and in other words", function()
    for _, rows in ipairs {
      { { "Identity", nil, "Days" }, { "id", "topic", "low", "best", "high" }, { "d1", "ceasefire", "1", nil, "4" } },
      { {}, { "x" }, {}, {}, { "y" }, {}, { nil, "id", "topic", "days_low", "days_high" },
        { nil, "d1", "ceasefire", "1", "4" } },
      { { "ID *", "What it is about", "days low (at least)", "days-high:" }, { "d1", "ceasefire", "1", "4" } },
      { { "id", "topic", "days_low", "days_high" }, { "stable, readable key", "what it is about" },
        { "d1", "ceasefire", "1", "4" }, { "id", "topic", "days_low", "days_high" } },
    } do
      local report, ds = import(csv(rows))
      assert.same({ true, 1 }, { report.entered, report.read })
      local row = ds.demands:get "d1"
      assert.same({ "ceasefire", 1, 4 }, { row.topic, row.days_low, row.days_high })
    end
    local german = { { "Kennung", "Thema" }, { "d1", "ceasefire" } }
    assert.equal("bad_header", (code_of(csv(german))))
    assert.equal("ceasefire", select(2, import(csv(german), { heads = { Kennung = "id", Thema = "topic" } })).demands
      :get("d1").topic)
    assert.equal("no_column", (code_of(csv(german), { heads = { Kennung = "idd" } })))
    assert.equal("bad_argument", (code_of(csv(german), { heads = "id" })))
    -- without an id, or anything but it, nothing can enter
    assert.equal("bad_header", (code_of(csv { { "topic", "party" }, { "ceasefire", "norway" } })))
    assert.equal("bad_header", (code_of(csv { { "id", "Thema" }, { "d1", "ceasefire" } })))
  end)

  it("totals and notes below the rows", function()
    local rows = { { "id", "topic", "days_best" }, { "d1", "ceasefire", "20" }, {}, { "only those of June" } }
    assert.is_true(import(csv(rows)).entered)
    rows[5] = { nil, nil, "20" }
    local report = import(csv(rows))
    assert.equal("A5 no_id", faults(report))
    assert.is_nil(report.faults[1].reason:find("key =", 1, true))     -- no option of this call
    rows[5] = { nil, "what is asked" }
    assert.is_nil(import(csv(rows)).faults[1].reason:find("requeue", 1, true))
  end)

  it("CSV of other languages and encodings", function()
    local rows = "id;topic;text\r\nd1;ceasefire;\"Зал, \xE2\x80\x9E7\"\r\n"
    local utf16 = { "\xFF\xFE" }
    for _, code in utf8.codes((rows:gsub(";", "\t"))) do utf16[#utf16 + 1] = ("<I2"):pack(code) end
    for _, bytes in ipairs { rows, "sep=;\r\n" .. rows, table.concat(utf16), (rows:gsub(";", "\t")) } do
      local name = text(bytes)
      assert.equal("Зал, „7", select(2, import(name)).demands:get("d1").text)
    end
    local old = text "id;topic;text\r\nd1;ceasefire;caf\xE9\r\n"
    assert.equal("bad_encoding", (code_of(old)))
    assert.equal("café", select(2, import(old, { encoding = "windows-1252" })).demands:get("d1").text)
    -- the copy has the delimiter of the first
    local copy = import(text "id;topic\nd1;peace, soon\n").copy
    local file <close> = assert(io.open(copy, "rb"))
    assert.equal("\u{feff}id;topic;parley_error", file:read())
  end)

  it("files that are none, or half of one", function()
    local whole = filled_sheet.xlsx(path, { { "id", "topic" }, { "d1", "ceasefire" } })
    local file <close> = assert(io.open(whole, "rb"))
    local bytes = file:read "a"
    assert.equal("corrupt", (code_of(text(bytes:sub(1, #bytes // 2), "xlsx"))))
    assert.equal("malformed", (code_of(text "id,topic\nd1,\"cease")))
    assert.equal("empty", (code_of(text "")))
    assert.equal("bad_encoding", (code_of(text("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1" .. ("\0"):rep(600), "xlsx"))))
    for _, ending in ipairs { "xls", "ods" } do
      local code, words = code_of(text("PK", ending))
      assert.equal("bad_argument", code)
      assert.is_truthy(words:find("save it as .xlsx or CSV", 1, true))
    end
    assert.is_true(import(text("id,topic\nd1,ceasefire\n", "xlsx"), { format = "csv" }).entered)
    local lock = path "~$talks.xlsx"
    os.rename(text "x", lock)
    local code, words = code_of(lock)
    assert.equal("bad_argument", code)
    assert.is_truthy(words:find("import talks.xlsx", 1, true))
    os.rename(whole, path "talks.xlsx")
    assert.is_true(import(path "talks.xlsx").open)
  end)

  local HEADS = { "id", "topic", "days_best", "pages", "made" }

  it("cells without a value are faults", function()
    local report = import(book { sheets = xml { HEADS, { "d1", "ceasefire", "<c><f>1+2</f></c>",
      "<c t='e'><v>#DIV/0!</v></c>", "#REF!" } } })
    assert.equal("C2 bad_value, D2 bad_value, E2 bad_value", faults(report))
    -- a formula that came to an empty text is empty
    report = import(book { sheets = xml { HEADS, { "d1", "ceasefire", "<c t='str'><f>X</f><v></v></c>" } } })
    assert.is_true(report.entered)
    assert.equal("D2 bad_number", faults((import(book { formats = { "0.0%" },
      sheets = xml { HEADS, { "d1", "ceasefire", "<c/>", "<c s='1'><v>0.125</v></c>" } } }))))
  end)

  it("day numbers count from where the workbook does", function()
    for epoch, number in pairs { [0] = 45810, [1] = 44348 } do
      for _, format in ipairs { "", "s='1'" } do
        local day = ("<c %s><v>%d</v></c>"):format(format, number)
        local _, ds = import(book { formats = { 14 }, workbook = ("<workbookPr date1904='%d'/>"):format(epoch),
          sheets = xml { HEADS, { "d1", "ceasefire", "<c/>", "<c/>", day } } })
        assert.equal("2025-06-02", ds.demands:get("d1").made)
      end
    end
  end)

  it("merged cells hold their value in each row, hidden rows are read and told", function()
    local report, ds = import(book { sheets = "<sheetData>" .. xml { HEADS, { "d1", "ceasefire" },
      { "d2", "<c/>", 3, hidden = true } } .. "</sheetData><mergeCells><mergeCell ref='B2:B3'/></mergeCells>" })
    assert.same({ true, 1 }, { report.entered, report.hidden })
    assert.equal("ceasefire", ds.demands:get("d2").topic)
    assert.is_truthy(tostring(report):find("1 row is hidden", 1, true))
  end)

  it("the sheet with the heads is read, and another like it told", function()
    local name = book { sheets = { { "notes", xml { { "my notes" } } },
      { "anna", xml { HEADS, { "d1", "ceasefire" } } }, { "ben", xml { HEADS, { "d2", "ceasefire" } } } } }
    local report, ds = import(name)
    assert.same({ 1, { "ben" } }, { report.added, report.unread })
    assert.equal("d2", select(2, import(name, { sheet = "ben" })).demands:first().id)
    assert.equal("d1", ds.demands:first().id)
  end)

  it("ids that a program or a hand changed are faults", function()
    local ds = team()
    for _, id in ipairs { "007", "s1-anna-003" } do
      ds:add("demands", { id = id, topic = "ceasefire" }, { source = "s1" })
    end
    local changed = csv { { "id", "topic" }, { "7", "prisoners" }, { "S1-Anna-3", "prisoners" },
      { "s1 anna 003", "prisoners" } }
    assert.equal("A2 duplicate, A3 duplicate, A4 duplicate", faults((import(changed, nil, ds))))
    -- others, and blanks around one, are not
    local report = import(csv { { "id", "topic" }, { "70", "prisoners" }, { " 007\u{A0}", "ceasefire" },
      { "s1-anna-004", "prisoners" } }, nil, ds)
    assert.same({ true, 2 }, { report.entered, report.added })
  end)

  it("coders: the sheet's own, and who speaks through a view", function()
    local ds = team()
    assert.is_true(ds:template("demands", { coder = "ben", rows = 1 }):save(path "ben.xlsx"))
    assert.equal("bad_argument", (code_of(path "ben.xlsx", { coder = "anna" }, ds)))
    local anna = ds:as_coder "anna"
    local rows = { { "id", "topic", "coder", "source" }, { "d1", "ceasefire" }, { "d2", "prisoners", "ben", "s2" } }
    assert.equal("C3 permission", faults((import(csv(rows), nil, anna))))
    rows[3] = nil
    assert.is_true(import(csv(rows), nil, anna).entered)
    assert.equal("anna", ds.demands:claims():one().coder)
    assert.equal("permission", (code_of(csv(rows), nil, ds:as_coder("ben", { blind = true }))))
    local stamped = ds:with_provenance { coder = "eva", source = "s2" }
    local name = csv { { "id", "topic" }, { "d3", "ceasefire" } }
    assert.is_true(stamped:import_sheet(name, { table = "demands" }).entered)
    local claim = ds.demands:claims():where{ id = "d3" }:one()
    assert.same({ "eva", "s2" }, { claim.coder, claim.source })
  end)

  it("what Parley exports: a table comes back, claims say which way", function()
    local ds = team()
    ds:add("demands", { id = "d1", topic = "ceasefire", days_low = 3 }, { source = "s1", coder = "anna" })
    local claim = ds:claim("demands", "d1", { party = "qatar" }, { source = "s1", coder = "anna" })
    local kept = ds:claim("demands", "d1", { party = "norway" }, { source = "s1", coder = "anna" })
    ds:retract(claim, "misread")
    ds:adjudicate("demands", "d1", "party", kept, "heard it")
    assert.is_true(ds.demands:save(path "table.xlsx"))
    local report = import(path "table.xlsx", { coder = "anna" }, ds)
    assert.same({ true, 0, 0, 1 }, { report.entered, report.added, report.updated, report.unchanged })
    -- nor does a file whose rows an editor has decided about since
    local rows = csv { { "id", "topic", "party" }, { "d1", "ceasefire", "norway" } }
    report = ds:import("demands", rows, { mapping = { rows = { { table = "demands", id = { column = "id" },
      columns = { topic = { column = "topic" }, party = { column = "party" } },
      provenance = { coder = { value = "anna" } } } } }, source = "s1" })
    assert.equal(1, report.unchanged)
    assert.is_true(ds.demands:claims():save(path "claims.xlsx"))
    local code, words = code_of(path "claims.xlsx", { source = "s1" }, ds)
    assert.equal("bad_header", code)
    assert.is_truthy(words:find("export of claims", 1, true) and words:find("template()", 1, true))
    -- without keys its rows are said anew, but those that no longer stand; denials stay denials
    local name = csv { { "id", "topic", "coder", "polarity", "rank", "retracted_at", "decides", "entered_by" },
      { "d1", "prisoners", "ben", "denied", "preferred" }, { "d3", "ceasefire", "anna", nil, nil, "2025-06-02" },
      { "d4", "ceasefire", "anna", nil, nil, nil, "7", "eva" } }
    report = import(name, nil, ds)
    assert.same({ true, 1, 2, { "retracted_at", "decides", "entered_by" } },
      { report.entered, report.updated, report.apart, report.ours })
    local one = ds.demands:claims():where{ coder = "ben" }:one()
    assert.same({ "denied", "preferred" }, { one.polarity, one.rank })
  end)
end)
