-- JSON-LD with PROV: out and in without loss, as a processor of its own reads it, and what is refused.
-- Holds: coding.jsonld_terms, coding.jsonld_writing, coding.jsonld_reading

local parley = require "parley"
local scratch = require "spec.support.scratch"

local IRI = { iri = "https://example.org/talks/" }

local function invented()
  local ds = parley.open ":memory:"
  ds:add("sources", { id = "s1", published = "2025-06-02", url = "https://paper.example/1" })
  ds:add("sources", { id = "s:2/b%", published = "2025-06-05", title = "An \"odd\" one\n" })
  ds:add_column("people", "wikidata", { type = "text" })
  ds:add("terms", { vocabulary = "mood", code = "sour", label = "Sour" })
  ds:add_column("talks", "mood", { type = "text", vocabulary = "mood", meaning = "how it went" })
  ds:add_column("talks", "weight", { type = "number" })
  local ann, ben = { source = "s1", coder = "ann" }, { source = "s:2/b%", coder = "ben o." }
  ds:add("parties", { id = "north", name = "North", kind = "state" }, ann)
  ds:add("parties", { id = "..", name = "South", parent = "north", aliases = "S.; The South" }, ann)
  ds:add("people", { id = "гурін", name = "Петро Гурін", wikidata = "Q42" }, ann)
  ds:add("people", { id = "a b#?", name = "سامي حداد", wikidata = "unknown" }, ben)
  ds:add("talks", { id = "t1", date = "2025-06-01?/2025-06-02", mood = "sour", weight = 0.1 }, ann)
  ds:add("demands", { id = "d1", talk = "t1", party = { "north", ".." }, text = "Peace", days_low = 3,
    extendable = false }, { source = "s1", said_by = "гурін", chain = "outlet; north", stated = "2025-06-01",
    locator = "p2" })
  local best = ds:add("outcomes", { id = "o1", best = 9007199254740993, measure_best = 2.0 }, ann)
  local other = ds:claim("outcomes", "o1", { best = 1200 }, ben)
  ds:claim("outcomes", "o1", { best = 5 }, { source = "s1", said_by = "a man in a hat", polarity = "denied" })
  ds:claim("people", "гурін", { name = "Petr Gurin" }, { source = "s1", coder = "ben o.", reported = "2025-06" })
  ds:retract(ds:claim("talks", "t1", { weight = 1e300 }, ben), "misread")
  ds:amend(best, { locator = "p9" }, "the page")
  ds:prefer(other, "the later count")
  ds:rename("parties", "north", "the-north")
  ds:judge("a b#?", "гурін", "same", "one", { table = "people", coder = "ann" })
  return ds
end

-- What is shown of each table with claims, as text.
local function shown(ds)
  local texts = {}
  for _, name in ipairs(ds.schema.names) do
    if ds:table_info(name).claims then texts[name] = ds:table(name):sort("id"):to_csv() end
  end
  return texts
end

local function check_same(ds, mine)
  local changes = parley.diff(ds, mine)
  assert.is_true(changes:is_empty(), changes:text())
  assert.same(shown(ds), shown(mine))
end

describe("JSON-LD", function()
  it("of the bundled datasets comes back whole", function()
    for _, name in ipairs { "istanbul-2025", "russia-ukraine-talks" } do
      local ds <close> = parley.open(name)
      local mine <close> = parley.open ":memory:"
      local report = assert(mine:import_jsonld(ds:to_jsonld(IRI)))
      assert.same({ report.read, 0, 0 }, { report.claims, report.known, report.unread })
      check_same(ds, mine)
    end
  end)

  it("holds ids, words, days, numbers, decisions and retractions of any kind", function()
    local ds <close> = invented()
    local mine <close> = parley.open ":memory:"
    local text = ds:to_jsonld(IRI)
    local report = mine:import_jsonld(text)
    assert.same({ report.read, 0 }, { report.claims, report.unread })
    check_same(ds, mine)
    assert.equal(9007199254740993, mine.outcomes:claims():where("best > 10000"):first().best)
    assert.same({ "float", 2.0 }, { math.type(mine.outcomes:first().measure_best), mine.outcomes:first().measure_best })
    assert.equal("..; the-north", mine.demands:get("d1").party)
    assert.equal(1, mine:resolved().people:count())
    -- and once more there is nothing new in it
    report = mine:import_jsonld(text)
    assert.same({ 0, report.read, 0 }, { report.claims, report.known, report.retracted })
  end)

  it("holds who decided what, and for which claim", function()
    local ds <close> = invented()
    local key = ds.people:claims():where { coder = "ann", id = "гурін" }:first().claim
    ds:as_coder("eve", { others = true }):adjudicate("people", "гурін", "name", key, "the register")
    local mine <close> = parley.open ":memory:"
    mine:import_jsonld(ds:to_jsonld(IRI))
    local function decided(one)
      local row = one:adjudications():one()
      return { row.id, row.field, row.stood, row.stands, row.by, row.reason, one:evidence("people", row.id)
        :where { claim = row.decides }:one().coder }
    end
    assert.same({ "гурін", "name", "Петро Гурін", "Петро Гурін", "eve", "the register", "ann" }, decided(ds))
    assert.same(decided(ds), decided(mine))
    assert.same(shown(ds), shown(mine))
  end)

  it("brings only what is new, and what was taken back since", function()
    local ds <close> = invented()
    local mine <close> = parley.open ":memory:"
    mine:import_jsonld(ds:to_jsonld(IRI))
    ds:claim("talks", "t1", { place = "Ankara" }, { source = "s1" })
    ds:retract(ds.people:claims():where { coder = "ben o.", id = "гурін" }:first().claim, "another man")
    local report = mine:import_jsonld(ds:to_jsonld(IRI))
    assert.same({ 1, 1 }, { report.claims, report.retracted })
    check_same(ds, mine)
  end)

  it("is written into files, and read from them", function()
    local at, remove = scratch.folder()
    local ds <close> = invented()
    assert.is_true(ds:to_jsonld { iri = IRI.iri, into = at "d.jsonld" })
    assert.equal(ds:to_jsonld(IRI), scratch.read(at "d.jsonld"))
    local mine <close> = parley.open ":memory:"
    assert.truthy(assert(mine:import_jsonld(at "d.jsonld")).claims > 0)
    local done, message, code = ds:to_jsonld { iri = IRI.iri, into = at "none/d.jsonld" }
    assert.same({ nil, "missing_folder" }, { done, code }, message)
    assert.equal("missing_file", select(3, mine:import_jsonld(at "x.jsonld")))
    remove()
  end)

  it("is read after another tool has spelt out its IRIs and values", function()
    local ds <close> = invented()
    local text = ds:to_jsonld(IRI)
      :gsub('"about":"people:([^"]*)"', '"about":[{"@id":"https://example.org/talks/people/%1"}]')
      :gsub('"source":"(s[^"]*)"', '"source":{"@id":"%1"}')
      :gsub('("@id":"people:[^"]*",)"name":"([^"]*)"', '%1"name":{"@value":"%2"}')
    local mine <close> = parley.open ":memory:"
    mine:import_jsonld(text)
    check_same(ds, mine)
  end)

  it("that is not ours or not right is refused whole", function()
    local ds <close> = invented()
    local text = ds:to_jsonld(IRI)
    local mine <close> = parley.open ":memory:"
    assert.equal("malformed", select(3, mine:import_jsonld "{"))
    assert.equal("malformed", select(3, mine:import_jsonld(("["):rep(1e6))))
    assert.equal("malformed", select(3, mine:import_jsonld '{"@context":"https://schema.org/"}'))
    assert.equal("malformed", select(3, mine:import_jsonld(text:sub(1, -40))))
    for wrong, told in pairs {
      [text:gsub('"stated":"2025%-06%-01"', '"stated":"1 June"')] = "stated of claim:",
      [text:gsub('"kind":"state"', '"kind":"stat"')] = "parties.kind of claim:",
      [text:gsub('"about":"talks:t1"', '"about":"events:t1"')] = "is a claim about nothing",
      [text:gsub('"source":"sources:s1"', '"source":"sources:s9"')] = "no source 's9'",
      [text:gsub('"talk":"talks:t1"', '"talk":"talks:t9"')] = "no talk 't9'",
    } do
      local done, err = pcall(mine.import_jsonld, mine, wrong)
      assert.is_false(done)
      assert.truthy(tostring(err):find(told, 1, true), tostring(err))
    end
    assert.equal(0, mine.people:count() + mine.sources:count())
    for _, given in ipairs { {}, { iri = "talks" }, { iri = "https://example.org/a b/" } } do
      local _, err = pcall(ds.to_jsonld, ds, given)
      assert.equal("bad_argument", err.code)
    end
    local _, err = pcall(ds.to_jsonld, ds:as_of "2025-06-02", IRI)
    assert.equal("read_only", err.code)
    _, err = pcall(mine.import_jsonld, mine:as_coder "zoe", text)
    assert.equal("permission", err.code)
  end)
end)

-- Asks a processor of its own: how many nodes of each kind, and who says what.
local QUESTIONS = [[
import sys, rdflib
g = rdflib.ConjunctiveGraph()
g.parse(sys.argv[1], format="json-ld")
def ask(text):
    rows = sorted("|".join("" if v is None else str(v).replace("https://example.org/talks/", "") for v in row)
                  for row in g.query("PREFIX prov: <http://www.w3.org/ns/prov#> PREFIX schema: <http://schema.org/> "
                  "PREFIX owl: <http://www.w3.org/2002/07/owl#> PREFIX v: <https://example.org/talks/vocabulary#> "
                  "PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> " + text))
    print("\n".join(rows))
ask("SELECT (count(?c) AS ?n) WHERE { ?c a prov:Entity, v:Claim ; prov:hadPrimarySource ?s ; prov:generatedAtTime ?t }")
ask("SELECT (count(?c) AS ?n) WHERE { ?c prov:invalidatedAtTime ?t . FILTER(datatype(?t) = "
    "<http://www.w3.org/2001/XMLSchema#dateTime>) }")
ask("SELECT DISTINCT ?t ?name ?who WHERE { ?c schema:about ?t ; prov:wasAttributedTo ?who . ?t a schema:Person . "
    "GRAPH ?c { ?t schema:name ?name } }")
ask("SELECT DISTINCT ?who ?hop WHERE { ?c v:locator 'p2' ; prov:wasAttributedTo ?who ; prov:wasDerivedFrom ?hop . "
    "GRAPH ?c { ?t v:days_low 3 } }")
ask("SELECT ?party WHERE { GRAPH ?c { ?d v:demands.party ?list } ?c v:polarity 'affirmed' . "
    "GRAPH ?c { ?list rdf:rest*/rdf:first ?party } FILTER NOT EXISTS { ?c prov:invalidatedAtTime ?x } }")
ask("SELECT ?by ?why ?name WHERE { ?c v:entered_by ?by ; v:decides ?of ; "
    "<http://www.w3.org/2000/01/rdf-schema#comment> ?why . GRAPH ?of { ?o schema:name ?name } }")
ask("SELECT ?t WHERE { ?t owl:sameAs <http://www.wikidata.org/entity/Q42> }")
]]

describe("JSON-LD as others read it #tools", function()
  it("has the claims with their provenance", function()
    local python = "env -u LD_PRELOAD /usr/bin/python3"
    if io.popen(python .. " -c 'import rdflib' 2>&1"):read "a" ~= "" then return pending "rdflib is not here" end
    local at, remove = scratch.folder()
    local ds <close> = invented()
    local key = ds.people:claims():where { coder = "ann", id = "гурін" }:first().claim
    ds:as_coder("eve", { others = true }):adjudicate("people", "гурін", "name", key, "the register")
    assert(ds:to_jsonld { iri = IRI.iri, into = at "d.jsonld" })
    scratch.write(at "ask.py", QUESTIONS)
    local pipe = io.popen(("%s %s %s 2>&1"):format(python, at "ask.py", at "d.jsonld"))
    local answer = pipe:read "a"
    pipe:close()
    local all, gone = 0, 0
    for _, name in ipairs(ds.schema.names) do
      local info = ds:table_info(name)
      if info.claims then
        for day in ds.store:each(("SELECT coalesce(retracted_at, '') FROM %s"):format(ds:claims_info(info).name)) do
          all, gone = all + 1, gone + (day ~= "" and 1 or 0)
        end
      end
    end
    assert.equal(([[
%d
%d
people/a%%20b%%23%%3F|سامي حداد|coder/ben%%20o%%2E
people/гурін|Petr Gurin|coder/ben%%20o%%2E
people/гурін|Петро Гурін|coder/ann
people/гурін|hop/north
people/гурін|hop/outlet
parties/%%2E%%2E
parties/the-north
coder/eve|the register|Петро Гурін
people/гурін
]]):format(all, gone), answer)
    remove()
  end)
end)
