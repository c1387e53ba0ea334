-- What the loader in C takes from the reader, with functions called for what has to be made, is what rows one by
-- one give; rows that functions see.

local parley = require "parley"
local scratch = require "spec.support.scratch"

local at, remove
before_each(function() at, remove = scratch.folder() end)
after_each(function() remove() end)

local function file(text) return scratch.file(at "f.csv", text) end

local function mapping(columns, more)
  local target = { table = "events", id = "{Key}", columns = columns }
  for name, value in pairs(more or {}) do target[name] = value end
  return { rows = { target }, source = { id = "s", title = "S" } }
end

local function import(path, given)
  local ds = parley.open ":memory:"
  return ds, assert(ds:import("events", path, given))
end

-- What an import has made, set aside and counted.
local function outcome(ds, report)
  local list = { scratch.counts(report), report.skipped, report.folded }
  for row in ds.events:sort("id"):rows() do list[#list + 1] = row end
  for row in ds.quarantine:select("id", "line", "column", "value", "reason", "suggestion"):rows() do
    list[#list + 1] = row
  end
  for _, entry in ipairs(report.unmapped or {}) do list[#list + 1] = entry end
  return list
end

describe("rows taken by the loader", function()
  local TEXT = "Key,Day,Land,Wort,Spare,Where\n1,3.4.2020,USA,020,x,Rome\n2,,GER,zz,y,\n3,31.2.2020,ITA,020,z,Oslo\n"
    .. ",1.1.2021,ITA,020,z,Oslo\nTotal,1.1.2021,ITA,020,z,Oslo\n6,1.1.2021,ZZZ,999,,Bonn\n"
  local COLUMNS = {
    date = function(row) return row.Day and row.Day:gsub("(%d+).(%d+).(%d+)", "%3-0%2-0%1") or nil end,
    source_country = { column = "Land", country = "cameo" }, code = "Wort", place = { template = "{Where} ({Key})" },
    quad = { column = "Wort", map = { ["020"] = 1, zz = "much" } }, text = function(_, place) return "line " .. place.line end,
    act = { column = "Wort", map = { ["020"] = "demand_made" } },
  }

  it("are what rows one by one give", function()
    for _, more in ipairs { {}, { when = function(row) return row.Spare ~= "y" end }, { optional_id = true },
      { id = function(row) return row.Key and "e" .. row.Key end } } do
      local given = { mapping = mapping(COLUMNS, more) }
      local direct = outcome(import(file(TEXT), given))
      given.types = { Spare = "text" }          -- has rows taken one by one
      local one_by_one = outcome(import(file(TEXT), given))
      assert.same(one_by_one, direct)
      assert.is_true(#direct > 4)
    end
  end)

  -- What a function gives is read as a cell is: clean, of its column's type, within its bounds.
  it("take what functions give as cells are taken", function()
    local answers = { a = "  Jose\u{301} \r\nLopez\u{a0}", b = " 7 ", c = "-5", d = "1.000", e = "31.2.2020", f = "\xff",
      g = true, h = 2.5, i = "  " }
    local function given_by(row) return answers[row.Key] end
    local text = "Key,Spare\na,\nb,\nc,\nd,\ne,\nf,\ng,\nh,\ni,\n"
    for _, column in ipairs { "text", "mentions", "goldstein", "date" } do
      local given = { dates = "dmy", mapping = mapping({ [column] = given_by },
        { id = function(row) return " " .. row.Key .. "\u{a0}" end }) }
      local direct = outcome(import(file(text), given))
      given.types = { Spare = "text" }
      assert.same(outcome(import(file(text), given)), direct)
    end
    local ds = import(file(text), { mapping = mapping { text = given_by } })
    assert.equal("José \nLopez", ds.events:get("a").text)
    assert.equal(2, ds.quarantine:where{ column = "text" }:count())          -- no UTF-8, and true
  end)

  it("are clean where templates and constants are not, and hold no infinite number", function()
    local texts = {}
    for i, types in ipairs { {}, { Spare = "text" } } do
      local ds = parley.open ":memory:"
      ds:add_column("events", "score", { type = "number" })
      local taken = mapping({ place = { template = " {Word} " }, text = { value = " Jose\u{301} " },
        url = { template = "e\u{301}{Word}" }, score = "Score" }, { id = "{Key} " })
      local report = assert(ds:import("events", file "Key,Word,Score,Spare\nk,a,inf,x\nl,b,-inf,x\nm,c,5,x\n",
        { mapping = taken, types = types }))
      texts[i] = outcome(ds, report)
      local row = ds.events:get "m"
      assert.same({ "c", "José", "éc" }, { row.place, row.text, row.url })
    end
    assert.same(texts[2], texts[1])
    assert.same({ 1, 0, 0, 2 }, texts[1][1])
  end)

  it("call no function of a row after what is wrong with it", function()
    local called = {}
    local given = { mapping = mapping { date = function(row) return row.Word end,
      text = function(row) called[#called + 1] = row.Key return "x" end } }
    local _, report = import(file "Key,Word\n1,2020-01-01\n2,never\n3,2020\n", given)
    assert.same({ 2, 0, 0, 1 }, scratch.counts(report))
    assert.same({ "1", "3" }, called)
  end)

  it("come again unchanged, changed and doubly as others do", function()
    local given = { mapping = mapping { text = function(row) return row.Word end, place = "Where" } }
    local ds, report = import(file "Key,Word,Where\n1,a,Rome\n2,b,Oslo\n2,b,Oslo\n2,c,Oslo\n", given)
    assert.same({ 2, 0, 1, 1 }, scratch.counts(report))
    assert.same({ 0, 1, 1, 0 }, scratch.counts(assert(ds:import("events", file "Key,Word,Where\n1,a,Rome\n2,d,\n", given))))
    assert.same({ "d", "Oslo" }, { ds.events:get("2").text, ds.events:get("2").place })
  end)

  it("show functions the cells of their record alone", function()
    local seen = {}
    local given = { mapping = mapping {
      place = function(row)
        row.note = (row.note or "") .. row.Key       -- is gone with the record
        local names = {}
        for name, value in pairs(row) do names[#names + 1] = name .. "=" .. value end
        table.sort(names)
        seen[#seen + 1] = table.concat(names, " ")
        return row.note
      end,
      text = function(row) return (row.note or "") .. tostring(row.Nothing) .. type(row) end } }
    local ds = import(file "Key,Word\n1,a\n2,\n", given)
    assert.same({ "Key=1 Word=a note=1", "Key=2 note=2" }, seen)
    assert.same({ "1", "2", "1niltable" }, { ds.events:get("1").place, ds.events:get("2").place,
      ds.events:get("1").text })
  end)

  it("tell where a function failed, and keep nothing of it", function()
    local ds = parley.open ":memory:"
    local broken = mapping { text = function(row) return row.Word.x.y end, place = "Where" }
    local done, err = pcall(ds.import, ds, "events", file "Key,Word,Where\n1,a,Rome\n2,,Oslo\n", { mapping = broken })
    assert.is_false(done)
    assert.matches("f.csv.*line 2.*events%.text", tostring(err))
    assert.equal(0, ds.events:count())
    local good = mapping { text = function(row) return row.Word end }
    assert.equal(2, assert(ds:import("events", file "Key,Word,Where\n1,a,Rome\n2,,Oslo\n", { mapping = good })).added)
  end)

  it("hold constants against their vocabulary and their table", function()
    local ds, report = import(file "Key,Word\n1,a\n", { mapping = mapping { act = { value = "dancing" }, text = "Word" } })
    assert.same({ 0, 0, 0, 1 }, scratch.counts(report))
    assert.matches("dancing", tostring(ds.quarantine:rows()().reason))
    ds, report = import(file "Key,Word\n1,a\n", { mapping = mapping { source = { value = "nobody" }, text = "Word" } })
    assert.same({ 0, 0, 0, 1 }, scratch.counts(report))
    assert.equal(0, ds.events:count())
  end)

  it("are claimed as rows one by one are", function()
    local text = "id,party,days,certainty,status,locator,by,Spare\n1,p,30,narration,raised,p1,s,x\n2,q,,,,,t,x\n"
      .. "3,nobody,1,,,,s,x\n,p,2,,,,s,x\n4,p,-1,,,,s,x\n5,p,7,odd,,,s,x\n6,p,9,,raised,,,x\n7,p,,,,,nobody,x\n"
      .. "1,p,31,,repeated,,s,x\n2,q,,inferred,,,t,x\n8,,,inferred,,,t,x\n9,p,2.5,,,,s,x\nTotal,p,3,,,,s,x\n"
    local taken = { rows = { { table = "demands", id = "{id}", columns = { party = "party", days_best = "days",
      status = "status" }, provenance = { certainty = "certainty", locator = "locator", source = "by" } } } }
    local results = {}
    for i, types in ipairs { {}, { Spare = "text" } } do
      local ds, list = parley.open ":memory:", {}
      for _, id in ipairs { "s", "t" } do ds:add("sources", { id = id, published = "2020-01-01" }, { source = id }) end
      for _, id in ipairs { "p", "q" } do ds:add("parties", { id = id }, { source = "s" }) end
      for round = 1, 2 do
        local report = assert(ds:import("demands", file(text), { mapping = taken, types = types }))
        list[#list + 1] = { scratch.counts(report), report.bare, report.skipped }
        if round == 1 then assert.same({ 3, 2, 0, 8 }, scratch.counts(report)) end
      end
      for row in ds.demands:claims():select("id", "party", "days_low", "days_best", "days_high", "status", "source", "locator",
        "certainty", "reported", "rank"):rows() do list[#list + 1] = row end
      for row in ds.quarantine:select("line", "row", "column", "value", "reason"):rows() do list[#list + 1] = row end
      results[i] = list
    end
    assert.same(results[2], results[1])
  end)
end)
