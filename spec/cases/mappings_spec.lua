-- Inputs of mappings, dates and countries that once gave wrong answers without a word, by their numbers, with cousins
-- of each.

local parley = require "parley"
local scratch = require "spec.support.scratch"

local counts, values, with_sources = scratch.counts, scratch.texts, scratch.with_sources
local at, remove
before_each(function() at, remove = scratch.folder() end)
after_each(function() remove() end)

local function file(name, text) return scratch.file(at(name), text) end

describe("mapping icews", function()
  local HEADER = "Event ID\tEvent Date\tSource Name\tSource Country\tEvent Text\tCAMEO Code\tIntensity\tTarget Name\t"
    .. "Target Country\tStory ID\tSentence Number\tPublisher\tCity\tProvince\tCountry\tLatitude\tLongitude\n"

  local function event(id, day, text, source, target)
    return ("%s\t%s\t%s\tTurkey\t%s\t040\t1.0\t%s\tSaint Vincent and the Grenadines\t5\t2\tAFP\tIzmir\tNULL\tTurkey\t"
      .. "38.4\t27.1\n"):format(id, day, source or "A", text, target or "B")
  end

  it("case 13: tells events apart by id and day, and knows its words for missing and its countries", function()
    local ds = parley.open ":memory:"
    local first, second = event("88", "1997-03-04", "Consult"), event("88", "2004-07-08", "Threaten")
    ds:import("events", file("i1.tab", HEADER .. first), { mapping = "icews" })
    assert.equal(1, assert(ds:import("events", file("i2.tab", HEADER .. second), { mapping = "icews" })).added)
    assert.same({ "icews-88-1997-03-04 1997-03-04 Izmir, Turkey VCT TUR",
      "icews-88-2004-07-08 2004-07-08 Izmir, Turkey VCT TUR" },
      values(ds.events:sort("date"), "id", "date", "place", "target_country", "place_country"))
    local both = file("both.tab", HEADER .. first .. second)
    assert.same({ 0, 0, 2, 0 }, counts(assert(ds:import("events", both, { mapping = "icews" }))))
  end)

  it("case 13: is one event whatever the order its day is written in", function()
    local ds = parley.open ":memory:"
    local written = { { "1997-03-04" }, { "04/03/1997", "dmy" }, { "4.3.1997", "dmy" }, { "03/04/1997", "mdy" } }
    for i, one in ipairs(written) do
      local path = file(("w%d.tab"):format(i), HEADER .. event("88", one[1], "Consult"))
      local report = assert(ds:import("events", path, { mapping = "icews", dates = one[2] }))
      assert.same(i == 1 and { 1, 0, 0, 0 } or { 0, 0, 1, 0 }, counts(report))
      report = assert(ds:import("events", parley.read(path), { mapping = "icews", dates = one[2] }))
      assert.equal(1, report.unchanged)
    end
    assert.same({ "icews-88-1997-03-04" }, values(ds.events, "id"))
  end)

  it("case 13: the same of keys and templates of one's own, in rows and claims", function()
    for _, name in ipairs { "events", "talks" } do
      local ds = parley.open ":memory:"
      ds:add("sources", { id = "s" })
      local mapping = { rows = { { table = name, id = "{n}/{date}", columns = { date = "date", place = "place" } } } }
      for i, one in ipairs { { "04/03/1997", "dmy" }, { "1997-03-04" }, { "3-4-1997", { date = "mdy" } } } do
        local path = file(("k%d.csv"):format(i), "n,date,place\na," .. one[1] .. ",Minsk\n")
        for _, how in ipairs { { mapping = mapping }, { key = { "n", "date" } } } do
          how.source, how.dates = "s", one[2]
          assert(ds:import(name, path, how))
        end
      end
      assert.same({ "a/1997-03-04" }, values(ds[name], "id"))
    end
  end)

  it("tells of mirrored rows, with the option that folds them", function()
    local ds = parley.open ":memory:"
    local path = file("m.tab", HEADER .. event("1", "2018-06-01", "Consult") .. event("2", "2018-06-01", "Consult", "B", "A")
      .. event("3", "2018-06-02", "Consult"))
    local report = assert(ds:import("events", path, { mapping = "icews" }))
    assert.equal(1, report.mirrored)
    assert.matches('\n  1 row is the mirror of others: mirrors = "fold" leaves them out', tostring(report))
    report = assert(ds:import("events", path, { mapping = "icews", mirrors = "keep" }))
    assert.equal(0, report.mirrored)
  end)
end)

describe("mapping pax", function()
  local HEADER = "Con,PP,PPName,AgtId,Agt,Dat,Stage,Ce\n"
  local function agreement(id, code, day) return ("C,7,P,%s,A,%s,Cea,%s\n"):format(id, day or "2001-02-03", code) end

  it("case 17: keeps 0, 1, 2, 3 and blank apart, and sets other codes aside", function()
    local ds, text = parley.open ":memory:", HEADER
    for i, code in ipairs { "Yes", "4", "2.0", "0", "", "1", "3", "-1", "1.5" } do text = text .. agreement(900 + i, code) end
    assert.equal(4, assert(ds:import("documents", file("pax.csv", text), { mapping = "pax" })).quarantined)
    assert.same({ "Ce Yes", "Ce 4", "Ce -1", "Ce 1.5" }, values(ds.quarantine:sort("line"), "column", "value"))
    assert.same({ "pax-903-Ce ceasefire, in some detail affirmed", "pax-906-Ce ceasefire, mentioned affirmed",
      "pax-907-Ce ceasefire, in full detail affirmed" },
      values(ds.provisions:claims():sort("id"), "id", "text", "polarity"))
    assert.same({ "pax-904-Ce ceasefire denied" }, (function()
      local list = {}
      for row in ds:sql("select id, label, polarity from provisions_claims where polarity = 'denied'"):rows() do
        list[#list + 1] = ("%s %s %s"):format(row.id, row.label, row.polarity)
      end
      return list
    end)())
    assert.same({ "pax-903-Ce", "pax-906-Ce", "pax-907-Ce" }, values(ds.provisions:sort("id"), "id"))
  end)

  it("case 18: has the provision that an agreement is recoded to, or none", function()
    local ds = parley.open ":memory:"
    local function recoded(code)
      assert(ds:import("documents", file("x.csv", HEADER .. agreement(901, code)), { mapping = "pax" }))
      return values(ds.provisions, "label", "text")
    end
    local FULL, SOME = { "ceasefire ceasefire, in full detail" }, { "ceasefire ceasefire, in some detail" }
    assert.same(FULL, recoded "3")
    assert.same({}, recoded "0")
    assert.same({ "denied" }, values(ds:sql "select polarity from provisions_claims where retracted_at is null", "polarity"))
    assert.same({}, recoded "0")
    assert.same(SOME, recoded "2")
    assert.same({ "ceasefire ceasefire, mentioned" }, recoded "1")
    assert.same({}, recoded "0")
    assert.same({}, recoded "")
    assert.same(FULL, recoded "3")
    assert.same({ "row 1 of " .. at "x.csv" .. " says that there is none" }, (function()
      local sql = "select distinct retraction from provisions_claims where text = 'ceasefire, in full detail' "
        .. "and retracted_at is not null"
      return values(ds:sql(sql), "retraction")
    end)())
    assert.equal(0, #ds:disagreements())
  end)

  it("case 18: tells of an older state, which the source had left", function()
    local ds = parley.open ":memory:"
    local function told(code)
      local report = assert(ds:import("documents", file("y.csv", HEADER .. agreement(901, code)), { mapping = "pax" }))
      return #report.notes == 0 and "" or report.notes[1].note
    end
    for _, code in ipairs { "3", "0", "0", "2" } do assert.equal("", told(code)) end
    for _, code in ipairs { "0", "3" } do
      assert.matches("^row 1 says of 'pax%-901%-Ce' in provisions what its source had said before it said", told(code))
      assert.equal("", told(code))
    end
  end)

  it("case 18: keeps what others say of the provision, and what one file says itself", function()
    local ds = with_sources "s"
    assert(ds:import("documents", file("x.csv", HEADER .. agreement(901, "3")), { mapping = "pax" }))
    ds:claim("provisions", "pax-901-Ce", { text = "a truce" }, { source = "s" })
    ds:claim("provisions", "pax-901-Ce", { label = "truce" }, { source = "pax" })
    local both = file("y.csv", HEADER .. agreement(901, "0") .. agreement(901, "2"))
    for _ = 1, 2 do assert(ds:import("documents", both, { mapping = "pax" })) end
    assert.same({ "a truce", "ceasefire, in some detail" }, values(ds.provisions:claims():where "text is not nil":sort("text"),
      "text"))
    assert.equal(1, ds.provisions:claims():where { label = "truce" }:count())
  end)

  it("case 19: reads dates in the order that is stated", function()
    for order, day in pairs { mdy = "2001-03-04", dmy = "2001-04-03", none = "2001-04-03" } do
      local ds = parley.open ":memory:"
      ds:import("documents", file("m.csv", HEADER .. agreement(901, "", "03/04/2001") .. agreement(902, "", "2001-03-04")),
        { mapping = "pax", dates = order ~= "none" and order or nil })
      assert.same({ day, "2001-03-04" }, values(ds.talks:sort("id"), "date"))
    end
  end)
end)

describe("dates", function()
  it("case 19: of the Civil War Mediation data come in the order that is stated", function()
    local header = "country,sidea,sideb,territory,episode.start.date,year_term,Incompatibility,Med_yes.no,med.begins,"
      .. "med.ends,name.of.third.party\n"
    for order, days in pairs { none = "2001-03-04/2001-05-04", mdy = "2001-03-04/2001-05-04", dmy = "2001-04-03/2001-04-05" } do
      local ds = parley.open ":memory:"
      assert(ds:import("talks", file("c.csv", header .. "A,G,R,A,1/2/2000,1,1,1,3/4/2001,5/4/2001,UN\n"),
        { mapping = "cwm", dates = order ~= "none" and order or nil }))
      assert.same({ days }, values(ds.talks, "date"))
    end
  end)

  it("case 65: reach functions, templates, expressions and intervals", function()
    local forms = { function(row) return row.d end, { template = "{d}" }, { expr = "d" }, { from = "d", to = "d" },
      { from = function(row) return row.d end, to = { expr = "d" } }, "d", { column = "d" } }
    for i, form in ipairs(forms) do
      for order, day in pairs { dmy = "2020-04-03", mdy = "2020-03-04" } do
        for _, ending in ipairs { "csv", "jsonl" } do
          local ds = with_sources "s"
          local text = ending == "csv" and "id,d\nk,03/04/2020\n" or '{"id":"k","d":"03/04/2020"}\n'
          assert(ds:import("talks", file("df." .. ending, text), { dates = order, source = "s",
            mapping = { rows = { { table = "talks", id = "{id}", columns = { date = form } } } } }))
          assert.same({ day }, values(ds.talks, "date"), i)
        end
      end
    end
  end)

  it("case 65: reach texts around a date, and provenance", function()
    local ds = with_sources "s"
    assert(ds:import("talks", file("df.csv", "id,d\nk,03/04/2019\n"), { dates = "dmy", source = "s",
      mapping = { rows = { { table = "talks", id = "{id}", columns = { date = { template = "../{d}" } },
        provenance = { stated = "{d}" } } } } }))
    assert.same({ "../2019-04-03 2019-04-03" }, values(ds.talks:claims(), "date", "stated"))
  end)

  it("case 65: are told to functions of a mapping, by column", function()
    local ds, told = with_sources "s", {}
    local function note(_, place)
      told = { place.dates "d", place.dates "id" }
    end
    ds:import("talks", file("df.csv", "id,d,place\nk,03/04/2020,x\n"), { dates = { d = "dmy" }, source = "s",
      mapping = { rows = { { table = "talks", id = "{id}", columns = { date = note, place = "place" } } } } })
    assert.same({ "dmy" }, told)
  end)
end)

describe("countries", function()
  local countries = require "parley.codebook.countries"

  it("case 61: are known by the codes of several systems", function()
    for wanted, given in pairs { SRB = { { "fips", "RB" }, { "fips", "YI" }, { "gw", 340 }, { "cow", "345" }, { "un", "688" } },
      CUW = { { "fips", "NT" } }, GBR = { { "iso2", "UK" }, { "iso2", "GB" }, { "fips", "UK" }, { "un", 826 } },
      PSE = { { "cameo", "WSB" }, { "cameo", "GZS" }, { "cameo", "PSE" }, { "fips", "GZ" } },
      RUS = { { "cow", 365 }, { "gw", "365" }, { "cameo", "RUS" }, { "fips", "RS" } }, UKR = { { "gw", 369 } },
      AFG = { { "un", "004" }, { "un", 4 } }, YEM = { { "gw", 678 }, { "cow", 679 }, { "cow", 678 } },
      DEU = { { "cow", 255 }, { "gw", 260 } } } do
      for _, code in ipairs(given) do assert.equal(wanted, countries.iso3(code[1], code[2]), code[1] .. code[2]) end
    end
  end)

  it("case 61: had other codes in other years", function()
    for _, case in ipairs { { "fips", "YI", 1995, "YUG" }, { "fips", "YI", 2004, "SCG" }, { "fips", "YI", 2010, "SRB" },
      { "fips", "NT", 2005, "ANT" }, { "cow", 345, 1999, "YUG" }, { "gw", 365, 1985, "SUN" }, { "gw", 365, 1992, "RUS" } } do
      assert.equal(case[4], countries.iso3(case[1], case[2], case[3]))
    end
  end)

  it("case 61: are known by short and old names, and those of mediation data", function()
    for name, wanted in pairs { ["Congo, DRC"] = "COD", ["Congo/Zaire"] = "COD", ["Dem. Rep. Congo"] = "COD", DPRK = "PRK",
      PRC = "CHN", CAR = "CAF", PNG = "PNG", Holland = "NLD", ["S. Sudan"] = "SSD", Byelorussia = "BLR", Surinam = "SUR",
      ["Venezuela, Bolivarian Republic of"] = "VEN", ["Taiwan (Province of China)"] = "TWN",
      ["FALKLAND ISLANDS [MALVINAS]"] = "FLK", ["Yemen North (Arab Repub)"] = "YEM", Aland = "ALA" } do
      assert.equal(wanted, countries.iso3("name", name), name)
    end
    assert.same({ "YMD", "YEM" }, { countries.iso3("name", "Yemen South (people repub)", 1980),
      countries.iso3("name", "Yemen South (people repub)", 2000) })
    for _, name in ipairs { "Abkhazia", "Tibet", "Somaliland", "Korea", "England" } do
      assert.is_nil(countries.iso3("name", name), name)
    end
  end)

  it("case 61: are known by the names that datasets write", function()
    for name, wanted in pairs { ["Myanmar (Burma)"] = "MMR", ["Russia (Soviet Union)"] = "RUS", ["Bosnia-Herzegovina"] = "BIH",
      ["DR Congo (Zaire)"] = "COD", ["Saint Vincent and the Grenadines"] = "VCT", ["West Bank"] = "PSE",
      ["Iran (Islamic Republic of)"] = "IRN", ["Gambia, The"] = "GMB", ["Trinidad & Tobago"] = "TTO", [" Ukraine "] = "UKR",
      ["Korea, North"] = "PRK", ["Korea, Republic of"] = "KOR", ["Congo, Democratic Republic of the"] = "COD",
      ["Congo (Brazzaville)"] = "COG", ["Kingdom of eSwatini (Swaziland)"] = "SWZ", ["Yemen (North Yemen)"] = "YEM",
      ["Cote d'Ivoire"] = "CIV", ["St. Lucia"] = "LCA", ["Republic of China"] = "TWN", ["People's Republic of China"] = "CHN",
      ["Tanzania, United Republic of"] = "TZA", ["Guinea-Bissau"] = "GNB", ["Macedonia, FYR"] = "MKD" } do
      assert.equal(wanted, countries.iso3("name", name), name)
    end
    for _, name in ipairs { "Atlantis", "Korea", "Ukraine (Russia)", "Republic of Korea (North)", "", "Congo (Atlantis)" } do
      assert.is_nil(countries.iso3("name", name), name)
    end
  end)

  it("case 61: are known by the names of states that are gone, and what they were in a year", function()
    for _, case in ipairs { { "Yugoslavia", nil, "SRB" }, { "Yugoslavia", 1999, "YUG" }, { "Yugoslavia", 2003, "SRB" },
      { "Russia (Soviet Union)", 1985, "SUN" }, { "Russia (Soviet Union)", 1999, "RUS" }, { "USSR", 1991, "SUN" },
      { "German Democratic Republic", nil, "DEU" }, { "East Germany", 1990, "DDR" }, { "Ukraine", 1985, "UKR" },
      { "People's Democratic Republic of Yemen", 1989, "YMD" } } do
      assert.equal(case[3], countries.iso3("name", case[1], case[2]), case[1])
    end
  end)

  it("case 61: are known by the long names that states give themselves, and by those of the UN's statisticians", function()
    for name, wanted in pairs { ["the French Republic"] = "FRA", ["Cook Islands (the) **"] = "COK", ["Niue **"] = "NIU",
      ["the State of Palestine *"] = "PSE", ["China, Hong Kong Special Administrative Region"] = "HKG",
      ["Saint Martin (French Part)"] = "MAF", ["the Socialist Republic of Viet Nam"] = "VNM", ["Korea, Rep."] = "KOR",
      ["Congo, Dem. Rep."] = "COD", ["Myanmar/Burma"] = "MMR", ["Bailiwick of Jersey"] = "JEY" } do
      assert.equal(wanted, countries.iso3("name", name), name)
    end
  end)

  it("case 61: are asked for in scripts", function()
    assert.same({ "SRB", "Serbia", 8 }, { parley.countries.iso3("gw", 340), parley.countries.name "SRB",
      #parley.countries.systems })
    assert.error_matches(function() parley.countries.iso3("fisp", "RS") end, "no country system 'fisp'")
    assert.is_nil(parley.countries.iso3("iso3", nil))
  end)

  it("case 61: that have no code are counted in the report", function()
    local ds = with_sources "s"
    local report = assert(ds:import("events", file("c.csv", "id,date,c\n1,1995-01-01,YI\n2,2020-01-01,YI\n3,2020-01-01,ZZ\n"
      .. "4,2020-01-01,ZZ\n5,2020-01-01,\n"), { source = "s", mapping = { rows = { { table = "events", id = "{id}",
      columns = { date = "date", place_country = { column = "c", country = "fips", on = "date" } } } } } }))
    assert.same({ "YUG", "SRB", "nil", "nil", "nil" }, values(ds.events:sort("id"), "place_country"))
    assert.same({ { "events.place_country", "ZZ", 2 } },
      { { report.unmapped[1].target, report.unmapped[1].value, report.unmapped[1].count } })
    assert.error_matches(function()
      ds:import("events", at "c.csv", { mapping = { rows = { { table = "events", id = "{id}",
        columns = { place_country = { column = "c", country = "fisp" } } } } } })
    end, "no country system 'fisp'")
  end)
end)
