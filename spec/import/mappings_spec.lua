-- The mappings that come with Parley: small invented files whose every value is known.
-- Holds: query.event_views, query.steps.as, import.mapping_tools, import.plan, import.mappings.corridors, import.mappings.cwm,
--   import.mappings.ethprio_ceasefires, import.mappings.gdelt1, import.mappings.gdelt2, import.mappings.icews,
--   import.mappings.pax, import.mappings.ucdp_pa

local event_codes = require "parley.codebook.event_codes"
local parley = require "parley"
local scratch = require "spec.support.scratch"
local sound = require "spec.support.sound"

local column = scratch.column
local ds, files

-- A new file with this text.
local function written(text, ending)
  local path = os.tmpname()
  os.remove(path)
  path = path .. ending
  local file <close> = assert(io.open(path, "wb"))
  file:write(text)
  files[#files + 1] = path
  return path
end

local function csv(rows) return written(table.concat(rows, "\n") .. "\n", ".csv") end

local function imported(name, path, mapping, options)
  local given = { mapping = mapping }
  for key, value in pairs(options or {}) do given[key] = value end
  local report, message = ds:import(name, path, given)
  assert(report, message)
  return report
end

-- Values of one row, by column, of the columns asked for.
local function row(name, id, ...)
  local found, list = ds:table(name):where { id = id }:select(...):one(), {}
  for i = 1, select("#", ...) do list[i] = found[select(i, ...)] or parley.null end
  return list
end

local function provenance(name, id)
  local claim = ds:table(name):where { id = id }:claims():first()
  return { claim.source, claim.locator, claim.certainty, claim.note or parley.null }
end

before_each(function()
  ds, files = parley.open(":memory:"), {}
end)

after_each(function()
  sound.check()
  ds:close()
  for _, path in ipairs(files) do os.remove(path) end
end)

describe("the mappings that come with Parley", function()
  it("are those that can be named, each with its name and a part of the page", function()
    local page, names = io.open("doc/mappings.md"):read "a", {}
    for name in require "lfs".dir "lua/parley/import/mappings" do names[#names + 1] = name:match "^([%w_]+)%.lua$" end
    table.sort(names)
    assert.same(names, require("parley.import.mappings").names)
    for _, name in ipairs(names) do
      assert.equal(name, require("parley.import.mappings." .. name).name)
      assert.matches("`" .. name .. "`", page, 1, true)
    end
  end)
end)

describe("mapping corridors", function()
  local HEADER = "HC_ID,Date,date,proposal,status_result,Link,status_extra,From,To"

  before_each(function()
    imported("demands", csv { HEADER,
      "1,05.03.22,2022-03-05,Agreed,disputed,https://a.example/1 ;;;; https://a.example/2,disputed,Alphaville,Betatown",
      "2,05.03.22,2022-03-05,Russia,proposed route/outcome unknown,,unknown,Alphaville,Gammaburg",
      "3,06.03.22,2022-03-06,Ukraine,successful,https://a.example/3,successful,Deltaford,Betatown",
      "4,06.03.22,2022-03-06,Agreed,proposed route/outcome unknown,,unknown,Deltaford,Betatown" }, "corridors")
  end)

  it("makes a demand of each route, of nobody when it was agreed", function()
    assert.same({ parley.null, parley.null, "civilians", "accepted", "2022-03-05", "../2022-03-05" },
      row("demands", "corridor-1", "party", "addressee", "topic", "status", "wanted", "made"))
    assert.same({ "russia", "ukraine", "raised", "Alphaville – Gammaburg", "corridors-2022-03-05" },
      row("demands", "corridor-2", "party", "addressee", "status", "scope", "talk"))
    assert.same({ "open a corridor from Deltaford to Betatown" }, row("demands", "corridor-3", "text"))
    assert.equal(4, ds.demands:count())
  end)

  it("makes an outcome where the end is told or the route was agreed", function()
    assert.same({ "corridor-1", "corridor-3", "corridor-4" }, column(ds.outcomes:sort("id"), "id"))
    assert.same({ "agreement", "disputed" }, row("outcomes", "corridor-1", "kind", "status"))
    assert.same({ parley.null, "done", "2022-03-06" }, row("outcomes", "corridor-3", "kind", "status", "due"))
    assert.same({ "agreement", "agreed" }, row("outcomes", "corridor-4", "kind", "status"))
    assert.same({ "corridor-1", "corridor-4" }, column(ds.responses:where { kind = "accept" }:sort("id"), "id"))
  end)

  it("knows a talk for each day, and says that it was inferred", function()
    assert.same({ "corridors-2022", "partial" }, row("talks", "corridors-2022-03-05", "process", "result"))
    assert.equal("inferred", provenance("talks", "corridors-2022-03-06")[3])
    assert.same({ "corridors-2022", "HC_ID 1", "named_medium", "links: https://a.example/1; https://a.example/2" },
      provenance("demands", "corridor-1"))
  end)

  it("sets a row aside whose proposer it does not know", function()
    local report = imported("demands", csv { HEADER, "9,,2022-03-09,Nobody,successful,,,A,B" }, "corridors")
    assert.equal(1, report.quarantined)
    assert.matches("proposal 'Nobody' is not Ukraine, Russia or Agreed", ds.quarantine:first().reason, 1, true)
    assert.equal(4, ds.demands:count())
  end)
end)

describe("mapping ucdp_pa", function()
  local HEADER = "paid,conflict_id,conflict_name,actor_id,actor_name,pa_name,pa_date,pa_comment,pa_3rd,ended,duration," ..
    "pa_type,procID,txt,linktofulltextagreement,intarmy,ddr,withd,pp,intgov,intciv,elections,interim,natalks,shagov," ..
    "aut,fed,ind,ref ,shaloc,regdev,cul,demarcation,locgov,amn,pris,recon,return ,reaffirm,outlin,pko,gender,co_impl," ..
    "cease,"
  local NONE = ",0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0"

  before_each(function()
    imported("documents", csv { HEADER,
      [[7,300,Land: Government,"10, 767","Government of Land, ABC",First Accord,1991-02-03,"A ""partial"" peace]] ..
        "\n" .. [[agreement",Norway,True,1992-01-01,2,4,1,https://a.example/7.pdf]] .. NONE .. ",1,0,0,0,0,0,1,",
      [[8,300,Land: Government,"10, 768, 769","Government of Land, DEF",Last Accord,1999-12-31,,,,,1,4,0,]] .. NONE ..
        ",0,0,0,1,0,0,0," }, "ucdp_pa")
  end)

  it("makes a document and the talk that signed it", function()
    assert.same({ "First Accord", "agreement", "ucdp-pa-7", "published", 'A "partial" peace\nagreement' },
      row("documents", "ucdp-pa-7", "name", "kind", "talk", "release", "text"))
    assert.same({ "1991-02-03", "held", "ceasefire", "ucdp-process-4" },
      row("talks", "ucdp-pa-7", "date", "status", "result", "process"))
    assert.same({ "settlement" }, row("talks", "ucdp-pa-8", "result"))
    assert.same({ "Land: Government", "300" }, row("processes", "ucdp-process-4", "conflict", "ucdp"))
    assert.same({ "ucdp-pa", "paid 7", "document_described", "third parties: Norway" }, provenance("talks", "ucdp-pa-7"))
  end)

  it("makes a provision of each coded column, with its topic", function()
    assert.same({ "ucdp-pa-7-cease", "ucdp-pa-7-return", "ucdp-pa-8-pko" }, column(ds.provisions:sort("id"), "id"))
    assert.same({ "ucdp-pa-7", "return of refugees", "civilians" },
      row("provisions", "ucdp-pa-7-return", "document", "label", "topic"))
    assert.same({ "foreign_troops" }, row("provisions", "ucdp-pa-8-pko", "topic"))
  end)

  it("pairs actors with names only where there is one for each", function()
    assert.same({ "ABC", parley.null }, row("parties", "ucdp-actor-767", "name", "kind"))
    assert.same({ "Government of Land", "state" }, row("parties", "ucdp-actor-10", "name", "kind"))
    assert.same({ parley.null }, row("parties", "ucdp-actor-769", "name"))
    assert.equal(5, ds.participants:count())
    assert.same({ "agreement", "ended 1992-01-01" }, row("outcomes", "ucdp-pa-7", "kind", "text"))
  end)
end)

describe("mapping ethprio_ceasefires", function()
  local HEADER = "uniq_id,location,ucdp_actor_id,actor_name,pax_id,cf_dec_yr,cf_dec_month,cf_dec_day,cf_effect_yr," ..
    "cf_effect_month,cf_effect_day,side,fixed,fixed_time,cf_pp,mediator_send,ended,end_yr,end_month,end_day,coder,id"

  before_each(function()
    imported("outcomes", csv { "\239\187\191" .. HEADER,
      "70001,Land,10,Government of Land,55,1994,1,12,1994,1,-1,2,1,30,why,\"UN, Norway (envoy, retired)\",4,1994,2,0,ZZ,1",
      "70001,Land,767,ABC,55,1994,1,12,1994,1,-1,2,1,30,why,\"UN, Norway (envoy, retired)\",4,1994,2,0,ZZ,2",
      "70002,Land,-1,Étoile Noire,-1,1995,-1,-1,1995,3,5,1,0,0,alone,0,-1,0,0,0,ZZ,3",
      "70003,Land,767,ABC,-1,1996,1,1,1996,1,9,1,0,0,,0,2,1996,1,8,ZZ,4",
      "70004,Land,767,ABC,-1,1997,1,1,1997,2,30,1,0,0,,0,2,-1,-1,-1,ZZ,5" }, "ethprio_ceasefires")
  end)

  it("makes one outcome of a ceasefire and one of each actor's part", function()
    assert.same({ "ethprio-70001", "ethprio-70002", "ethprio-70003" },
      column(ds.outcomes:where("part_of is nil"):sort("id"), "id"))
    assert.same({ "agreement", "reciprocal", "ceasefire", "in effect from 1994-01", 30, "days", "agreed" },
      row("outcomes", "ethprio-70001", "kind", "nature", "topic", "condition", "best", "unit", "status"))
    assert.equal(0, ds:overdue("2024-01-01"):count())
    assert.same({ "ethprio-70001", "ucdp-actor-767", "commitment" },
      row("outcomes", "ethprio-70001-2", "part_of", "giver", "kind"))
    assert.same({ "pledge", "unilateral", "in effect from 1995-03-05", parley.null },
      row("outcomes", "ethprio-70002", "kind", "nature", "condition", "best"))
  end)

  it("tells talks from statements, and names the mediators", function()
    assert.same({ "1994-01-12", "ceasefire" }, row("talks", "ethprio-70001", "date", "result"))
    assert.equal(1, ds.talks:count())
    assert.same({ "Norway (envoy, retired)", "UN" },
      column(ds.participants:where { role = "mediator" }:select("party.name as name"):sort("name"), "name"))
    assert.same({ "ethprio-actor-etoile-noire", "1995", "plan" },
      row("statements", "ethprio-70002-3", "party", "date", "kind"))
    assert.equal("PA-X agreement 55", provenance("outcomes", "ethprio-70001")[4])
    assert.equal(parley.null, provenance("outcomes", "ethprio-70002")[4])
  end)

  it("tells how long it was kept, as far as the file knows", function()
    assert.same({ "1994-01/1994-02", "ethprio-70001-1" }, row("deliveries", "ethprio-70001-1", "date", "outcome"))
    assert.same({ parley.null, "kept by ABC; how it ended: code 2 of the dataset; ended 1996-01-08, which is before " ..
      "it took effect, 1996-01-09" }, row("deliveries", "ethprio-70003-4", "date", "text"))
    assert.equal(3, ds.deliveries:count())
  end)

  it("sets a row with an impossible day aside, and leaves the coder out", function()
    local aside = ds.quarantine:one()
    assert.matches("'1997-02-30' is not a date", aside.reason, 1, true)
    for claim in ds.outcomes:claims():rows() do assert.not_equal("ZZ", claim.coder) end
  end)
end)

describe("mapping pax", function()
  local OLD = "Con,PP,PPName,AgtId,Agt,Dat,Status,Stage,Part,ThrdPart,Ce,TjPrire,TjAm,StBor,SsrFf,ImPK,ImUN"
  local NEW = "Con,PP,PPName,AgtId,Ver,Agt,Dat,Status,Stage,Part,ThrdPart,description,PDF_Hyperlink"

  it("reads versions 4 to 9, with their provisions", function()
    imported("documents", csv { OLD, "Land,12,Land process,901,First Accord,1991-02-03,Signed,Cea," ..
      "Government; ABC,Norway,3,0,1,0,0,2,1" }, "pax")
    assert.same({ "First Accord", "agreement", "pax-901" }, row("documents", "pax-901", "name", "kind", "talk"))
    assert.same({ "1991-02-03", "ceasefire", "pax-process-12" }, row("talks", "pax-901", "date", "result", "process"))
    assert.same({ "Land process", "12" }, row("processes", "pax-process-12", "name", "pax"))
    assert.same({ "pax-901-Ce", "pax-901-ImPK", "pax-901-TjAm" }, column(ds.provisions:sort("id"), "id"))
    assert.same({ "ceasefire", "ceasefire, in full detail" }, row("provisions", "pax-901-Ce", "topic", "text"))
    assert.same({ "justice" }, row("provisions", "pax-901-TjAm", "topic"))
    assert.equal("parties: Government; ABC; third parties: Norway", provenance("talks", "pax-901")[4])
  end)

  it("reads version 10, with days first and no provisions", function()
    imported("documents", csv { "\239\187\191" .. NEW,
      "Land,12,Land process,901,1,First Accord,03/02/1991,Signed,SubPar,Government,,\"Two\nlines\",https://a.example/1" },
      "pax")
    assert.same({ "1991-02-03", "partial" }, row("talks", "pax-901", "date", "result"))
    assert.same({ "Two\nlines" }, row("documents", "pax-901", "text"))
    assert.equal(0, ds.provisions:count())
  end)

  it("sets aside a date of neither kind and a stage of none", function()
    local report = imported("documents", csv { NEW, "Land,12,P,1,1,A,3 Feb 1991,,Cea,,,,", "Land,12,P,2,1,B,03/02/1991,,Xyz,,,," },
      "pax")
    assert.equal(2, report.quarantined)
    local reasons = column(ds.quarantine:sort("line"), "reason")
    assert.matches("'3 Feb 1991' is not a date", reasons[1], 1, true)
    assert.matches("Stage 'Xyz' is none of PA-X's", reasons[2], 1, true)
  end)
end)

-- A record of GDELT as its export has it: the fields given by name, the others empty.
local function record(mapping, given)
  local fields = {}
  for i, name in ipairs(require("parley.import.mappings." .. mapping).input.columns) do fields[i] = given[name] or "" end
  return table.concat(fields, "\t") .. "\n"
end

local EVENT = { GLOBALEVENTID = "11", SQLDATE = "20191024", Actor1Code = "RUSGOV", Actor1Name = 'RUSSIA "TODAY"',
  Actor1CountryCode = "RUS", Actor2Code = "EUR", Actor2CountryCode = "EUR", EventCode = "1056", QuadClass = "3",
  GoldsteinScale = "-7.0", NumMentions = "5", ActionGeo_FullName = "Moscow, Moskva, Russia",
  ActionGeo_CountryCode = "RS", ActionGeo_Lat = "55.75", ActionGeo_Long = "37.6", SOURCEURL = "https://a.example/1" }

for _, mapping in ipairs { "gdelt1", "gdelt2" } do
  describe("mapping " .. mapping, function()
    it("reads a record without header and with bare quotes", function()
      imported("events", written(record(mapping, EVENT), ".export.CSV"), mapping)
      assert.same({ "2019-10-24", "RUSGOV", "EUR", "RUS", parley.null, "1056", "cameo-gdelt", "demand" },
        row("events", "gdelt-11", "date", "source_party", "target_party", "source_country", "target_country", "code",
          "scheme", "act"))
      assert.same({ 3, -7.0, 5, "Moscow, Moskva, Russia", "RUS", 55.75, 37.6, mapping },
        row("events", "gdelt-11", "quad", "goldstein", "mentions", "place", "place_country", "latitude", "longitude",
          "source"))
      assert.same({ 'RUSSIA "TODAY" – ?', "https://a.example/1" }, row("events", "gdelt-11", "text", "url"))
    end)

    it("sets a record with an impossible date aside", function()
      local bad = setmetatable({ SQLDATE = "2019-10-24" }, { __index = EVENT })
      assert.equal(1, imported("events", written(record(mapping, bad), ".tsv"), mapping).quarantined)
      assert.matches("'2019-10-24' is not a date of the form YYYYMMDD", ds.quarantine:one().reason, 1, true)
    end)
  end)
end

it("gdelt1 reads days without addresses, when the columns are stated", function()
  local columns = table.move(require "parley.import.mappings.gdelt1".input.columns, 1, 57, 1, {})
  local text = record("gdelt1", EVENT):gsub("\t[^\t]*\n$", "\n")
  imported("events", written(text, ".tsv"), "gdelt1", { columns = columns })
  assert.same({ "2019-10-24", parley.null }, row("events", "gdelt-11", "date", "url"))
end)

it("gdelt1 and gdelt2 have 58 and 61 columns", function()
  local one, two = require "parley.import.mappings.gdelt1".input.columns, require "parley.import.mappings.gdelt2".input.columns
  assert.same({ 58, 61 }, { #one, #two })
  assert.same({ "Actor1Geo_ADM1Code", "Actor1Geo_Lat" }, { one[39], one[40] })
  assert.same({ "GLOBALEVENTID", "EventCode", "SOURCEURL" }, { two[1], two[27], two[61] })
end)

describe("mapping icews", function()
  local HEADER = "Event ID\tEvent Date\tSource Name\tSource Country\tEvent Text\tCAMEO Code\tIntensity\tTarget Name\t" ..
    "Target Country\tStory ID\tSentence Number\tPublisher\tCity\tProvince\tCountry\tLatitude\tLongitude\n"
  local ONE = "1\t2018-06-01\tEnvoy (Laos)\tLaos\tConsult\t040\t1\tKing (Oman)\tOman\t77\t2\tThe \"Post\"\tNA\tNA\t" ..
    "Russian Federation\t55.7\t37.6\n"
  local BACK = "2\t2018-06-01\tKing (Oman)\tOman\tConsult\t040\t1\tEnvoy (Laos)\tLaos\t77\t2\tThe \"Post\"\tNA\tNA\t" ..
    "Oman\t23.6\t58.5\n"
  local OTHER = "3\t2018-06-01\tEnvoy (Laos)\tLaos\tDemand\t107\t-5\tNA\tNA\t77\t2\tThe Post\tNA\tNA\tNA\tNA\tNA\n"

  it("keeps codes as text and resolves countries by name", function()
    imported("events", written(HEADER .. ONE .. BACK .. OTHER, ".tab"), "icews")
    assert.same({ "2018-06-01", "Envoy (Laos)", "King (Oman)", "LAO", "OMN", "040", "cameo-icews", "talk", 1.0 },
      row("events", "icews-1-2018-06-01", "date", "source_party", "target_party", "source_country", "target_country", "code",
        "scheme", "act", "goldstein"))
    assert.same({ "Russian Federation", "RUS", 55.7, 'Consult (The "Post", story 77)' },
      row("events", "icews-1-2018-06-01", "place", "place_country", "latitude", "text"))
    assert.same({ "demand", parley.null, parley.null, parley.null },
      row("events", "icews-3-2018-06-01", "act", "target_party", "place", "latitude"))
    assert.equal(3, ds.events:count())
  end)

  it("folds mirrored events on demand", function()
    local report = imported("events", written(HEADER .. ONE .. BACK .. OTHER, ".tab"), "icews", { mirrors = "fold" })
    assert.equal(1, report.folded)
    assert.same({ "icews-1-2018-06-01", "icews-3-2018-06-01" }, column(ds.events:sort("id"), "id"))
  end)
end)

describe("mapping cwm", function()
  local HEADER = "country,sidea,sideb,Med_yes.no,year_term,Incompatibility,territory,episode.start.date," ..
    "episode.end.date,med.begins,med.ends,name.of.third.party"

  local function mediation(begins, ends)
    return imported("talks", csv { HEADER, ("Land,\"Land, Ally\",ABC,1,1999,1,North,6/5/03,,%s,%s,\"The Bishop (Rome, Italy)\"")
      :format(begins, ends) }, "cwm")
  end

  it("makes an episode a process, and a mediation a talk with its mediator", function()
    mediation("11/23/09", "2//2010")
    assert.same({ "Land, Ally – ABC", "Land: North", "2003-06-05" },
      row("processes", "cwm-land-abc-north-6-5-03", "name", "conflict", "start"))
    assert.same({ "2009-11-23/2010-02", "held" }, row("talks",
      "cwm-land-abc-north-6-5-03/11-23-09-2-2010-the-bishop-rome-italy", "date", "status"))
    assert.same({ "The Bishop (Rome, Italy)" },
      column(ds.participants:where { role = "mediator" }:select("party.name as name"), "name"))
    assert.same({ "ABC", "Ally", "Land" },
      column(ds.participants:where { role = "delegation" }:select("party.name as name"):sort("name"), "name"))
  end)

  for _, case in ipairs {
    { "1//64", "?", "1964-01/" }, { "?", "?", parley.null }, { "//2003", "//2003", "2003" },
    { "?/?/2009", "2/??/10", "2009/2010-02" }, { "5/8/97", "5/8/97??", "1997-05-08/1997-05-08?" }, { ".", "1/2/45", "/2045-01-02" },
  } do
    it(("reads '%s' to '%s'"):format(case[1], case[2]), function()
      assert.equal(0, mediation(case[1], case[2]).quarantined)
      assert.equal(case[3], ds.talks:one().date or parley.null)
    end)
  end

  for _, case in ipairs {
    { "7//98? 8/1/98 ", "med.begins '7//98? 8/1/98' is not a date of the form month/day/year" },
    { "2/4/91", "med.ends '2/3/91' is before med.begins '2/4/91'", ends = "2/3/91" },
    { "10/1/993", "is not a date of the form month/day/year" }, { "3/2/1882", "lies before the time of the data" },
  } do
    it(("sets '%s' aside"):format(case[1]), function()
      assert.equal(1, mediation(case[1], case.ends or "").quarantined)
      assert.matches(case[2], ds.quarantine:one().reason, 1, true)
      assert.same({ 0, 0 }, { ds.talks:count(), ds.processes:count() })
    end)
  end

  it("takes a mediation that is named where the file does not say that there was one", function()
    imported("talks", csv { HEADER, "Land,Land,ABC,NA,NA,NA,,,,,,Norway", "Land,Land,DEF,NA,NA,NA,,,,,," }, "cwm")
    assert.same({ "cwm-land-abc-none-none/none-none-norway" }, column(ds.talks, "id"))
    assert.equal(2, ds.processes:count())
  end)

  it("makes no talk of a row without mediation, and keeps what it tells all the same", function()
    imported("talks", csv { HEADER, "Land,Land,ABC,0,1999,1,Land,6/5/93,,,,Norway" }, "cwm")
    assert.equal(0, ds.talks:count())
    assert.equal("coded as without mediation, with: Norway", provenance("processes", "cwm-land-abc-land-6-5-93")[4])
    assert.same({ "Land" }, row("processes", "cwm-land-abc-land-6-5-93", "conflict"))
  end)
end)

describe("events as", function()
  local n

  local function event(scheme, code, act)
    n = n + 1
    ds:add("events", { id = "e" .. n, date = "2019-10-24", code = code, scheme = scheme, source = "s", text = "t",
      act = act or event_codes.act(scheme, code), source_party = "RUS", target_party = "TUR", source_country = "RUS" })
  end

  local function shown(name, ...)
    local list = {}
    for _, found in ipairs(ds.events:as(name):select(...):all()) do
      local values = {}
      for i = 1, select("#", ...) do values[i] = found[select(i, ...)] or parley.null end
      list[#list + 1] = values
    end
    return list
  end

  before_each(function()
    n = 0
    ds:add("sources", { id = "s", title = "S", published = "2019-10-25" }, { source = "s" })
  end)

  it("demands have topics by the publisher's own table", function()
    event("cameo-gdelt", "1056")
    event("cameo-gdelt", "107")
    event("cameo-icews", "107")
    event("plover", "REQUEST:assist:humanitarian")
    event("cameo-gdelt", "190")
    assert.same({ { "e1", "ceasefire" }, { "e2", "ceasefire" }, { "e3", parley.null }, { "e4", "civilians" } },
      shown("demands", "id", "topic"))
    assert.same({ "id", "party", "addressee", "topic", "made", "party_country", "addressee_country", "text", "code",
      "scheme", "source", "url" }, { table.unpack(ds.events:as("demands"):columns()) })
    assert.same({ "RUS", "TUR", "2019-10-24", "RUS", "t", "s" },
      { table.unpack(shown("demands", "party", "addressee", "made", "party_country", "text", "source")[1]) })
  end)

  it("talks have kind, format and status", function()
    event("cameo-icews", "046")
    event("cameo-icews", "041")
    event("cameo-icews", "036")
    event("cameo-icews", "044")
    assert.same({ { "round", parley.null, "held" }, { "consultation", "remote", "held" },
      { parley.null, parley.null, "supported" }, { parley.null, parley.null, "held" } },
      shown("talks", "kind", "format", "status"))
  end)

  it("responses and outcomes say what they are", function()
    event("cameo-icews", "1246")
    event("cameo-icews", "164")
    event("cameo-icews", "0841")
    event("cameo-icews", "057")
    event("cameo-icews", "196")
    assert.same({ { "e1", "reject", "ceasefire" }, { "e2", "reject", parley.null } },
      shown("responses", "id", "kind", "topic"))
    assert.same({ { "e3", "hand_over", "done", "RUS", "prisoners" }, { "e4", "agreement", "agreed", "RUS", parley.null },
      { "e5", parley.null, "missed", "RUS", "ceasefire" } }, shown("outcomes", "id", "kind", "status", "giver", "topic"))
  end)

  it("takes every verb before and after", function()
    for _, code in ipairs { "1056", "1053", "1056", "0256" } do event("cameo-gdelt", code) end
    local demands = ds.events:where("code != '0256'"):limit(3):as "demands"
    assert.equal(2, demands:where { topic = "ceasefire" }:count())
    assert.same({ "prisoners", "ceasefire" }, column(demands:by("topic"):count():sort("count"), "topic"))
    assert.equal(3, demands:where("made = '2019-10-24'"):as_of("2019-10-25"):count())
    assert.equal(0, demands:as_of("2019-10-24"):count())
    assert.error_matches(function() return demands:where { topic = "ceasfire" }:count() end, "ceasefire")
  end)

  it("refuses other tables, and events without the columns it needs", function()
    assert.error_matches(function() ds.demands:as "talks" end, "as%(%) turns events into other rows; this query is of demands")
    assert.error_matches(function() ds.events:as "demand" end, "no table of as%(%) 'demand'; did you mean 'demands'?")
    assert.error_matches(function() ds.events:as() end, "as%(%) takes the name of a table")
    assert.error_matches(function() ds.events:select("id"):as "talks" end, "as%(%) needs the column act of the events")
  end)
end)

describe("options that cannot be meant", function()
  it("are refused with what they are", function()
    local own = parley.open ":memory:"
    local key = select(2, pcall(own.import, own, "events", "x.csv", { key = {} }))
    assert.equal('key names the columns that make the id, as in key = {"a", "b"}', key.message)
    local mapping = { rows = { { table = "events", id = "id" } }, mirrored = { same = {} } }
    local mirrored = select(2, pcall(own.import, own, "events", "x.csv", { mapping = mapping }))
    assert.same({ "bad_mapping", 'a mapping\'s mirrored is {same = {…}, swap = {{"a", "b"}}}, with names of columns' },
      { mirrored.code, mirrored.message })
  end)
end)
