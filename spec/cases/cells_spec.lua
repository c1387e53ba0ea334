-- Cells of files that an import once took for something else without a word, by their numbers, with cousins of each: in
-- every kind of file, copied, made by a mapping, and read into a Frame.
-- Holds: import.decimal_points

local parley = require "parley"
local readers = require "spec.support.readers"
local scratch = require "spec.support.scratch"

local values, with_sources = scratch.texts, scratch.with_sources
local at, remove
before_each(function() at, remove = scratch.folder() end)
after_each(function() remove() end)

-- The same column in every kind of file, and made by the forms of a mapping: what an import makes of its cells.
local function each_way(name, column, cells, check, given)
  local function import(file, text, mapping)
    local ds, all = with_sources "s", { source = "s", mapping = mapping }
    for key, value in pairs(given or {}) do all[key] = value end
    check(ds, assert(ds:import(name, scratch.file(at(file), text), all)), file)
    ds:close()
  end
  local csv, jsonl = { "id," .. column }, {}
  for i, cell in ipairs(cells) do
    csv[#csv + 1] = ('%02d,"%s"'):format(i, cell)
    jsonl[i] = ('{"id":"%02d","%s":"%s"}'):format(i, column, cell)
  end
  local text = table.concat(csv, "\n") .. "\n"
  import("c.csv", text)
  import("c.tsv", (text:gsub('"', ""):gsub(",", "\t", 1):gsub("\n(%d+),", "\n%1\t")))
  import("c.jsonl", table.concat(jsonl, "\n"))
  for _, form in ipairs { column, { template = "{" .. column .. "}" }, { expr = column },
    function(row) return row[column] end } do
    import("c.csv", text, { rows = { { table = name, id = "{id}", columns = { [column] = form } } } })
  end
end

it("case 20: 1.000 may be a thousand, and is set aside where a whole number is meant", function()
  local cells = { "900", "1.000", "12.000", "-1.000", "1.000.000", "1.0", "7.00" }
  each_way("outcomes", "best", cells, function(ds, report, file)
    assert.same({ 3, 4 }, { report.added, report.quarantined }, file)
    assert.same({ "01 900", "06 1", "07 7" }, values(ds.outcomes:sort("id"), "id", "best"))
  end)
  each_way("outcomes", "best", { "1.000", "12.500", "7" }, function(ds, report)
    assert.same({ 3, 0, "1000 12500 7" }, { report.added, report.quarantined,
      table.concat(values(ds.outcomes:sort("id"), "best"), " ") })
  end, { thousands = ".", decimal = "," })
  for _, text in ipairs { "c\n1.000\n", "c\n5\n12.000\n" } do
    local frame, message = parley.read(scratch.file(at "r.csv", text), { types = { c = "integer" } })
    assert.is_nil(frame)
    assert.matches("it may mean thousands or decimals", message, 1, true)
  end
end)

it("case 20: and is told where a number is meant", function()
  local told = 'the column \'x\' is read as decimals, such as 1.000; where that is thousands, decimal = {["x"] = ","}, '
    .. 'thousands = {["x"] = "."} reads it so'
  for text, expected in pairs { ["x\n1.000\n12.500\n7\n"] = told, ["x\n1.000\n-2.000\n\n1.234\n"] = told,
    ["x\n1.000\n1.234\n"] = false, ["x\n1.000\n1500\n"] = false, ["x\n0.000\n1.000\n"] = false,
    ["x\n1.5\n2.500\n"] = false, ["x\n50.450\n30.523\n"] = false } do
    local frame, notes = readers.all(at "d.csv", text)
    assert(frame, notes)
    assert.same({ expected or nil }, notes, text)
  end
  assert.same({}, (select(2, readers.all(at "d.csv", "x\n1.000\n", { types = { x = "number" } }))))
  assert.same({}, (select(2, readers.all(at "d.csv", "x;y\n1.000;2\n", { delimiter = ";", decimal = ".", thousands = "," }))))
  local frame = readers.all(at "d.csv", "x;y\n1.000;2\n12.500;3\n",
    { delimiter = ";", decimal = { x = "," }, thousands = { x = "." } })
  assert.same({ 1000, 12500 }, { frame[1].x, frame[2].x })
  local ds = with_sources "s"
  local path = scratch.file(at "g.csv", "id,goldstein,mentions\n1,1.000,3\n2,-5.000,1.000\n")
  local report = assert(ds:import("events", path, { source = "s" }))
  assert.same({ 1, 1 }, { report.added, report.quarantined })
  assert.matches("^the column 'goldstein' is read as decimals, such as 1%.000", report.notes[1].note)
end)

it("case 21: negative people, trucks and days are codes for missing, and set aside with that as advice", function()
  for name, column in pairs { outcomes = "best", demands = "days_best", events = "mentions" } do
    each_way(name, column, { "40", "-9", "-99", "-1", "0" }, function(ds, report)
      assert.same({ 2, 3 }, { report.added, report.quarantined })
      assert.same({ "-9", "-99", "-1" }, values(ds.quarantine:sort("line"), "value"))
    end)
    each_way(name, column, { "40", "-9", "-9.0" }, function(ds, report)
      assert.same({ 3, 0, "40" }, { report.added, report.quarantined, values(ds:table(name):sort("id"), column)[1] })
    end, { missing = { "-9" } })
  end
end)

it("case 23: nobody is quoted with words of a day after the report", function()
  local ds = with_sources()
  ds:add("sources", { id = "a", published = "2019-07-01" }, { source = "a" })
  local text = "id,status,stated\nk,held,2019-06-30\nl,held,2091-06-20\nm,held,2019-07\n"
  local mapping = { rows = { { table = "talks", id = "{id}", columns = { status = "status" },
    provenance = { stated = "stated" } } } }
  for _, given in ipairs { {}, { mapping = mapping } } do
    given.source = "a"
    assert.same({ "2091-06-20" }, (function()
      local report = assert(ds:import("talks", scratch.file(at "st.csv", text), given))
      assert.equal(1, report.quarantined)
      local reason = ds.quarantine:first().reason
      return { reason:match "%d%d%d%d%-%d%d%-%d%d" }
    end)())
    assert.same({ "k", "m" }, values(ds.talks:sort("id"), "id"))
  end
end)

it("case 25: parts of a date are no date without the month, nor with a year of two digits", function()
  local text = "id,y,m,d\na,20,5,1\nb,2020,,5\nc,2020,5,\nd,2020,,\ne,,5,1\nf,2020,13,1\ng,1999.0,2,29\nh,99,12,31\n"
  local mapping = { rows = { { table = "talks", id = "{id}",
    columns = { date = { date = { year = "y", month = "m", day = "d" } } } } } }
  local ds = with_sources "s"
  local report = assert(ds:import("talks", scratch.file(at "dp.csv", text), { source = "s", mapping = mapping }))
  assert.same({ 2, 6 }, { report.added, report.quarantined })
  assert.same({ "c 2020-05", "d 2020" }, values(ds.talks:sort("id"), "id", "date"))
  ds = with_sources "s"
  assert(ds:import("talks", at "dp.csv", { source = "s", mapping = mapping, short_years = 1950 }))
  assert.same({ "a 2020-05-01", "c 2020-05", "d 2020", "h 1999-12-31" }, values(ds.talks:sort("id"), "id", "date"))
end)
