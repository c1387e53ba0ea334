-- ds:cite(): which sources stand behind something, and how they are written as text, BibTeX and CSL-JSON.
-- Holds: analysis.authors, analysis.citation_formats

local parley = require "parley"
local scratch = require "spec.support.scratch"
local second = require "spec.support.second"

local istanbul, orvenn = parley.open(), second.open()

-- Ids of the sources in a citation as text, in order.
local function sources(text)
  local list = {}
  for line in (text .. "\n"):gmatch "(.-)\n" do list[#list + 1] = line:match "^%[([^%]]+)%] " end
  return table.concat(list, " ")
end

describe("what is cited", function()
  it("is a source by its id", function()
    assert.equal('[s4] "Negotiations between Ukraine and russia in Istanbul: what did the parties agree on?". Visit '
      .. "Ukraine, 2025-06-03. Terms: all rights reserved; use only with a hyperlink to the publisher.",
      istanbul:cite "s4")
  end)

  it("is described by our own words, in brackets, where it prints no title", function()
    assert.equal("[s3] [The second round ends without a ceasefire]. 2025-06-02/2025-06-03?.", istanbul:cite "s3")
  end)

  it("is a list, each source once, the earlier published first and undated ones last", function()
    assert.equal("s0 s1 s3 s4 s2", sources(istanbul:cite { "s2", "s3", "s4", "s3", "s1", "s0" }))
    assert.equal("beacon radio gazette report letter", sources(orvenn:cite(orvenn.sources)))
  end)

  it("is a record, by the claims about it, with their places in reading order", function()
    assert.equal("[s3] [The second round ends without a ceasefire]. 2025-06-02/2025-06-03?, p9.\n"
      .. '[s4] "Negotiations between Ukraine and russia in Istanbul: what did the parties agree on?". Visit Ukraine, '
      .. "2025-06-03, p16. Terms: all rights reserved; use only with a hyperlink to the publisher.",
      istanbul:cite(istanbul.outcomes:get "r2-bodies-ua"))
    assert.truthy(istanbul:cite(istanbul.demands:get "ua-children"):find("2025-06-03, heading before p19, p19, p20.", 1,
      true))
    assert.truthy(istanbul:cite(istanbul.outcomes:get "r2-pows"):find(", p14, p17, p18.", 1, true))
    assert.truthy(istanbul:cite(istanbul.talks:get "r1"):find("2025-07-21 (uncertain), p8, p10. https", 1, true))
  end)

  it("is a Frame of a table's rows, as the query was", function()
    local q = istanbul.responses:where { demand = "ua-ceasefire" }
    assert.equal(sources(istanbul:cite(q)), sources(istanbul:cite(q:frame())))
    assert.has_error(function() istanbul:cite(q:select("kind"):frame()) end)
  end)

  it("is a query, by the claims about its rows", function()
    assert.equal("s3 s4 s2", sources(istanbul:cite(istanbul.responses:where { demand = "ua-ceasefire" })))
    assert.equal("", istanbul:cite(istanbul.responses:where { id = "nothing" }))
  end)

  it("is a query over claims, by these", function()
    local claims = istanbul.outcomes:where({ id = "r2-bodies" }):claims():where "best = 12000"
    assert.equal("[s3] [The second round ends without a ceasefire]. 2025-06-02/2025-06-03?, p2.", istanbul:cite(claims))
    assert.equal("[s3] [The second round ends without a ceasefire]. 2025-06-02/2025-06-03?.",
      istanbul:cite(claims:select("source")))
  end)

  it("is a Frame of an analysis, by table, id and field", function()
    local frame = istanbul:resting_on({ "anonymous" }):where({ id = "r2", field = "purpose" }):frame()
    local expected = '[s1] "Russia, Ukraine to Hold Next Round of Ceasefire Talks in Istanbul on Monday". 2025-06-01, '
      .. "p1. https://wenewsenglish.com/russia-ukraine-to-hold-next-round-of-ceasefire-talks-in-istanbul-on-monday."
    assert.equal(expected, istanbul:cite(frame))
    assert.equal(expected, istanbul:cite(frame[1]))
    assert.equal("s3 s4", sources(istanbul:cite { table = "outcomes", id = "r2-bodies-ua", field = "high" }))
    assert.equal("s3", sources(istanbul:cite { table = "outcomes", id = "r2-bodies", field = "basis" }))
  end)

  it("is a query over such a Frame", function()
    assert.equal("s1", sources(istanbul:cite(istanbul:resting_on({ "anonymous" }):where { id = "r2", field = "purpose" })))
  end)

  it("is the evidence itself", function()
    assert.equal("[s3] [The second round ends without a ceasefire]. 2025-06-02/2025-06-03?, p2.",
      istanbul:cite(istanbul:evidence("outcomes", "r2-bodies", "best")))
  end)

  it("is the demand, the answer or the outcome an analysis names", function()
    assert.equal("s2", sources(istanbul:cite(istanbul:concessions():where { demand = "ua-r3" })))
    assert.equal("s0 s1 s3 s4", sources(istanbul:cite(istanbul:concessions():where { answer = "ru-children" })))
    assert.equal("s3 s4", sources(istanbul:cite(istanbul:ledger():where { outcome = "r2-bodies-ua" })))
    assert.equal("gazette", sources(orvenn:cite(orvenn:ledger():where({ outcome = "o3-return" }):frame()[1])))
    assert.equal("beacon gazette", sources(orvenn:cite { demand = "fr-amnesty-1", answer = "r-detainees-3" }))
  end)

  it("is every reading of a disagreement, denied and deprecated ones too", function()
    assert.equal("s0 s1", sources(istanbul:cite(istanbul:disagreements { table = "statements", kind = "date" })))
    assert.equal("gazette letter", sources(orvenn:cite(orvenn:disagreements { table = "talks" }
      :where { id = "o3" })))
    assert.equal("gazette", sources(orvenn:cite(orvenn.talks:where { id = "o3" })))
  end)

  it("is a coded event by its source", function()
    assert.equal("beacon gazette", sources(orvenn:cite(orvenn.events)))
    assert.equal("gazette", sources(orvenn:cite { table = "events", id = "e2" }))
  end)

  it("is a row of sources by itself", function()
    assert.equal(istanbul:cite "s4", istanbul:cite(istanbul.sources:get "s4"))
    assert.equal(istanbul:cite "s4", istanbul:cite { table = "sources", id = "s4" })
    assert.equal(istanbul:cite "s4", istanbul:cite { source = "s4" })
  end)

  it("follows the day and the policy", function()
    local q = istanbul.talks:where { id = "r2" }
    assert.equal("s0 s1 s3 s4 s2", sources(istanbul:cite(q)))
    assert.equal("s0 s1", sources(istanbul:cite(q:as_of "2025-06-01")))
    local early, strict = istanbul:as_of "2025-06-01", istanbul:with_policy { deny = { "s0" }, certainty = "narration" }
    assert.equal("s0 s1", sources(early:cite(early.talks:where { id = "r2" })))
    assert.equal("s1 s3 s4 s2", sources(strict:cite(strict.talks:where { id = "r2" })))
  end)

  it("is described alike whatever the policy", function()
    local strict = istanbul:with_policy { certainty = "on_record_quote" }
    assert.equal(istanbul:cite "s0", strict:cite "s0")
  end)
end)

describe("what cannot be cited", function()
  local function refused(expected, ...) assert.equal(expected, scratch.message_of(istanbul.cite, istanbul, ...)) end
  local HOW = "cite() takes the id of a source, a record, a query, or rows with a table and an id (or with a source)"

  it("is refused by name", function()
    refused("no source 's5'; did you mean 's0'?", "s5")
    refused("no format of citations 'bibtx'; did you mean 'bibtex'?", "s4", "bibtx")
    refused("no source 's9'; did you mean 's0'?", { source = "s9" })
    refused("no outcome 'r2-bodyes'; did you mean 'r2-bodies'?", { table = "outcomes", id = "r2-bodyes" })
    refused("cite(): no table 'outcoms'; did you mean 'outcomes'?", { table = "outcoms", id = "r2-bodies" })
    refused("no field 'bst' in outcomes; did you mean 'best'?", { table = "outcomes", id = "r2-bodies", field = "bst" })
    refused("rows of terms have no source to cite", istanbul.terms)
  end)

  it("is told what can be", function()
    refused(HOW .. ", not a nil")
    refused(HOW .. ", not a number", 4)
    refused(HOW, {})
    refused("cite() needs rows with their id; keep it, as in select(\"id\", …)", istanbul.talks:select "date")
    refused(HOW .. "; this Frame has none: cite the query its rows come from", istanbul.talks:select("date"):frame())
    refused("cite() takes rows of this dataset, and these are of another one", orvenn.talks)
  end)
end)

-- Writing -----------------------------------------------------------------------------------------------------

describe("a citation", function()
  local ds
  before_each(function() ds = parley.open(":memory:") end)
  after_each(function() ds:close() end)

  local function source(row)
    row.id = row.id or "x"
    ds:add("sources", row)
    return row.id
  end

  it("as text leaves out what is not known", function()
    assert.equal("[x] untitled. undated.", ds:cite(source {}))
  end)

  it("as text gives author, title, outlet, date and address on one line", function()
    assert.equal('[x] Jo Doe: "Two lines". Beacon, 2025-06-03. https://b.example/a. Terms: CC BY.', ds:cite(source {
      author = "Jo Doe", title = "Two\nlines", outlet = "Beacon", published = "2025-06-03",
      url = "https://b.example/a", licence = "CC BY" }))
  end)

  for date, words in pairs {
    ["2025-06"] = "Jun 2025", ["2025"] = "2025", ["2025-06-03?"] = "2025-06-03 (uncertain)",
    ["2025-06~"] = "about Jun 2025", ["2025-06-02/2025-06-05"] = "2–5 Jun 2025", ["2025-03/.."] = "since Mar 2025",
    ["2025-22"] = "summer 2025",
  } do
    it("as text words the date " .. date, function()
      assert.equal(("[x] untitled. %s."):format(words), ds:cite(source { published = date }))
    end)
  end

  it("as BibTeX has fields in order, and a title that keeps its case", function()
    assert.equal([[
@misc{x,
  author = {Doe, Jo and Roe, Ann B. and {Jo Poe} and {United Nations Office and Cher}},
  title = {{A Title}},
  howpublished = {Beacon},
  year = {2025},
  month = jun,
  url = {https://b.example/a_b?c=1&d=2#e},
  language = {en},
  note = {2025-06-03; terms: CC BY}
}]], ds:cite(source { author = "Doe, Jo; Roe, Ann B.; Jo Poe; United Nations Office and Cher", title = "A Title",
      outlet = "Beacon", published = "2025-06-03", url = "https://b.example/a_b?c=1&d=2#e", language = "en",
      licence = "CC BY" }, "bibtex"))
  end)

  it("as BibTeX escapes what TeX would obey, and leaves braces balanced", function()
    local text = ds:cite(source { title = [[50% & $5_a #1 {x ~ ^ \end}}]], url = "https://b.example/{a} b\\" }, "bibtex")
    assert.truthy(text:find([[title = {{50\% \& \$5\_a \#1 \textbraceleft{}x \textasciitilde{} \textasciicircum{} ]]
      .. [[\textbackslash{}end\textbraceright{}\textbraceright{}}}]], 1, true), text)
    assert.truthy(text:find("url = {https://b.example/%7Ba%7D%20b%5C}", 1, true), text)
    local depth = 0
    for brace in text:gmatch "[{}]" do
      depth = depth + (brace == "{" and 1 or -1)
      assert.is_true(depth >= 0)
    end
    assert.equal(0, depth)
  end)

  for date, expected in pairs {
    ["2025-06-03"] = "2025 jun", ["2025-06"] = "2025 jun", ["2025"] = "2025 -", ["2025-05/2025-06"] = "2025 -",
    ["2024-12-30/2025-01-02"] = "- -", ["2025-06/.."] = "- -", ["201X"] = "- -", ["2025-06-XX?"] = "2025 jun",
    ["2025-24"] = "- -", ["-0044-03"] = "-0044 mar",
  } do
    it("as BibTeX has a year and a month only where all days share it: " .. date, function()
      local text = ds:cite(source { published = date }, "bibtex")
      assert.equal(expected, ("%s %s"):format(text:match "year = {([^}]*)}" or "-", text:match "month = (%a+)" or "-"))
    end)
  end

  it("as BibTeX has keys of its own", function()
    for _, id in ipairs { "a b", "a-b", "a,b", "Ä{", "…" } do source { id = id } end
    local keys = {}
    for key in ds:cite(ds.sources:sort "id", "bibtex"):gmatch "@misc{([^,\n]+)" do keys[#keys + 1] = key end
    table.sort(keys)
    assert.same({ "-", "a-", "a-b", "a-b-2", "a-b-3" }, keys)
  end)

  it("as CSL has what the source says, in the schema's words", function()
    assert.equal('[\n  {"id": "x", "type": "article-newspaper", "title": "A \\"Title\\"\\\\\\ntwo lines", "author": [{"family": '
      .. '"Doe", "given": "Jo"}, {"literal": "United Nations Office"}], "container-title": "Beacon", "issued": '
      .. '{"date-parts": [[2025, 6, 3]]}, "URL": "https://b.example/a", "language": "en", "note": "terms: CC BY"}\n]',
      ds:cite(source { author = "Doe, Jo; United Nations Office", title = 'A "Title"\\\ntwo lines', outlet = "Beacon",
        published = "2025-06-03", url = "https://b.example/a", language = "en", licence = "CC BY" }, "csl"))
  end)

  for date, issued in pairs {
    ["2025-06-03"] = '"date-parts": [[2025, 6, 3]]', ["2025-06"] = '"date-parts": [[2025, 6]]',
    ["2025"] = '"date-parts": [[2025]]', ["2025-06-XX"] = '"date-parts": [[2025, 6]]',
    ["2025-XX-XX"] = '"date-parts": [[2025]]', ["2025-06-03?"] = '"date-parts": [[2025, 6, 3]], "circa": true',
    ["2025~"] = '"date-parts": [[2025]], "circa": true', ["2025-21"] = '"date-parts": [[2025]], "season": 1',
    ["2025-06-02/2025-06-05"] = '"date-parts": [[2025, 6, 2], [2025, 6, 5]]',
    -- processors refuse a range of two precisions
    ["2025-05/2025-06-05~"] = '"date-parts": [[2025, 5], [2025, 6]], "circa": true',
    ["-0044-03-15"] = '"date-parts": [[-44, 3, 15]]',
    ["201X"] = '"literal": "201X"', ["2025-03/.."] = '"literal": "since Mar 2025"',
    ["../2025-06-30"] = '"literal": "by 30 Jun 2025"', ["2025-21/2025-22"] = '"literal": "spring–summer 2025"',
  } do
    it("as CSL has the date " .. date .. " in parts, or in words", function()
      local text = ds:cite(source { published = date }, "csl")
      assert.equal(('{"id": "x", "type": "article", "issued": {%s}}'):format(issued), text:match "  (.-)\n")
    end)
  end

  it("as CSL is a dataset where events come from it, a page with an address, or an article", function()
    source { id = "a", outlet = "UCDP" }
    source { id = "b", url = "https://b.example" }
    source { id = "c" }
    ds:add("events", { id = "e", date = "2025", source = "a" })
    local types = {}
    for id, kind in ds:cite(ds.sources, "csl"):gmatch '"id": "(%a)", "type": "([%a-]+)"' do types[id] = kind end
    assert.same({ a = "dataset", b = "webpage", c = "article" }, types)
  end)

  it("as CSL of nothing is an empty list", function() assert.equal("[]", ds:cite(ds.sources, "csl")) end)

  it("as CSL keeps to the schema, on everything bundled", function()
    local known = { id = true, type = true, title = true, author = true, ["container-title"] = true, issued = true,
      ["date-parts"] = true, season = true, circa = true, literal = true, family = true, given = true, URL = true,
      language = true, note = true }
    for _, data in ipairs { istanbul, orvenn } do
      local text = data:cite(data.sources, "csl")
      for name in text:gmatch '"([%a-]+)":' do assert.is_true(known[name] or false, name) end
      for kind in text:gmatch '"type": "([^"]*)"' do
        assert.is_true(({ dataset = true, ["article-newspaper"] = true, webpage = true, article = true })[kind])
      end
      local items = 0
      for line in text:gmatch '  {"id": [^\n]*' do
        items = items + 1
        assert.equal(1, select(2, line:gsub('"type":', "")))
      end
      assert.equal(5, items)
    end
  end)
end)
