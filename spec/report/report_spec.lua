-- The report: one page that says what the dataset says, on every day, and that nothing in the data can turn against its
-- reader. What a browser makes of it is in browser_spec.lua.
-- Holds: report.progress, report.page, report.content, report.records, report.tables, report.claims, report.spans, report.values,
-- report.writing, report.filters, report.selection, report.redaction, report.account, report.over_days, report.style,
-- report.script, report.sections.overview, report.sections.timeline, report.sections.talks, report.sections.topics,
-- report.sections.ledger, report.sections.disagreements, report.sections.sources, report.sections.records,
-- report.sections.method

local claim_rows = require "parley.analysis.claim_rows"
local core = require "parley.core"
local date_words = require "parley.base.date_words"
local parley = require "parley"
local report = require "parley.report.report"
local scratch = require "spec.support.scratch"
local sha256 = require "parley.report.sha256"

local bundled = parley.open { bundled = "istanbul-2025" }
local page = report.text(bundled)

-- The element of an address, up to its end.
local function element(html, address, tag)
  return html:match('<' .. tag .. ' id="' .. address:gsub("%p", "%%%0") .. '".->.-</' .. tag .. ">")
end

local function small()
  local ds = parley.open ":memory:"
  ds:add("sources", { id = "paper-one", outlet = "The Paper", title = "A secret headline", published = "2025-01-01",
    url = "https://paper.example/one" })
  ds:add("sources", { id = "paper-two", outlet = "Second Daily", published = "2025-02-01" })
  ds:add("parties", { id = "north", name = "North" }, { source = "paper-one" })
  ds:add("talks", { id = "t1", name = "First talk", date = "2024-12-30" }, { source = "paper-one" })
  ds:add("outcomes", { id = "o1", talk = "t1", topic = "prisoners", giver = "north", low = 10, best = 10, high = 10,
    unit = "prisoners" }, { source = "paper-one", locator = "p3", said_by = "a man of A SECRET headline",
    certainty = "narration", note = "from paper-one" })
  ds:claim("outcomes", "o1", { low = 12, best = 12, high = 12 }, { source = "paper-two", certainty = "document_seen" })
  return ds
end

describe("a report #report", function()
  it("has its parts in order, and is the same bytes each time", function()
    local at = 0
    for _, id in ipairs { "overview", "timeline", "by-talk", "topics", "ledger", "disagreements", "cited", "records",
      "method" } do
      local here = page:find(('<section id="%s">'):format(id), 1, true)
      assert.is_truthy(here and here > at, id)
      at = here
    end
    assert.equal(page, report.text(bundled))
    assert.is_true(#page < 1500000)
  end)

  it("marks each value with its claims, which say who, in which source, where and how firmly", function()
    local claims = bundled:evidence("outcomes", "r2-pows-young", "age_min")
    local age = element(page, "outcomes/r2-pows-young/age_min", "div")
    assert.is_truthy(age:find(("18–25<sup><a href=\"#claim/%d\">%d</a></sup>"):format(claims[1].claim, claims[1].claim),
      1, true))
    assert.is_truthy(age:find(("<q>at most 25</q> <sup><a href=\"#claim/%d\">"):format(claims[2].claim), 1, true))
    local claim = element(page, "claim/" .. claims[1].claim, "li")
    assert.is_truthy(claim:find("Rustem Umerov</a>, in <a href=\"#sources/s4\">Visit Ukraine</a>, p14-p15: On record, "
      .. "quoted, said on 2 June 2025", 1, true))
    assert.is_truthy(claim:find("through outlet ← Umerov", 1, true))
    assert.is_truthy(claim:find("age: 18–25", 1, true))
  end)

  it("has each address once, and no link that leads nowhere", function()
    local ids = {}
    for id in page:gmatch ' id="([^"]*)"' do
      assert.is_nil(ids[id], id)
      ids[id] = true
    end
    for id in page:gmatch 'href="#([^"]*)"' do assert.is_true(ids[id], id) end
  end)

  it("says on each day what as_of says", function()
    local ds = small()
    local html = report.text(ds)
    assert.is_truthy(html:find('data-days="2025-01-01 2025-02-01"', 1, true))
    local amount = element(html, "outcomes/o1/low", "div")
    assert.is_truthy(amount:find('<b data-b="2" hidden>10</b><b data-a="2">12</b>', 1, true))
    assert.is_truthy(amount:find('<li class="was">10 before 2025-02-01</li>', 1, true))
    assert.equal(10, ds:as_of("2025-01-31").outcomes:get("o1").best)
    local early = report.text(ds, { as_of = "2025-01-15" })
    assert.is_truthy(element(early, "outcomes/o1/low", "div"):find("<dd>10<sup>", 1, true))
    assert.is_nil(early:find("Second Daily", 1, true))
  end)

  it("links the numbers of its prose to what they rest on", function()
    local words = page:match '<section id="talk/r2".-<details class="last account">(.-)</details>'
    assert.is_truthy(words:find('<a href="#outcomes/r2-bodies/best">12,000 bodies</a>', 1, true))
    assert.is_truthy(words:find('on <a href="#talks/r2/date">2 June 2025</a>', 1, true)
      or words:find('<a href="#talks/r2/date">on 2 June 2025</a>', 1, true))
  end)

  it("carries the rows of the ledger and of the disagreements", function()
    local ledger = page:match '<table data%-name="ledger">(.-)</table>'
    for row in bundled:ledger():rows() do
      assert.is_truthy(ledger:find(('href="#outcomes/%s"'):format(row.outcome), 1, true), row.outcome)
      if row.due then assert.is_truthy(ledger:find(date_words.noun(row.due), 1, true)) end
    end
    local differ = page:match '<table data%-name="disagreements">(.-)</table>'
    for row in bundled:disagreements():rows() do
      assert.is_truthy(differ:find(('href="#%s/%s/%s"'):format(row.table, row.id, row.field), 1, true), row.id)
    end
  end)
end)

describe("a report keeps #report", function()
  it("its script and its style known by their hashes, and asks nobody for anything", function()
    local rules = page:match 'Content%-Security%-Policy" content="(.-)">'
    assert.is_truthy(rules:find("default-src 'none'", 1, true))
    assert.is_truthy(rules:find("script-src " .. sha256.source(page:match "<script>(.-)</script>"), 1, true))
    assert.is_truthy(rules:find("style-src " .. sha256.source(page:match "<style>(.-)</style>"), 1, true))
    assert.is_nil(page:find "<[^>]+ src=")
    assert.is_nil(page:find "<link")
    assert.is_nil(page:find "<[^>]+ style=")
    assert.is_nil(page:find "<[^>]+ on%l+=")
    local _, scripts = page:gsub("<script", "")
    assert.equal(1, scripts)
  end)

  it("markup, quotes and hidden characters as text, wherever they stand", function()
    local ds = parley.open ":memory:"
    local bad = "</script><script>alert(1)</script><img src=x onerror=alert(1)>\" onload='x' \u{202e}abc&amp;"
    ds:add("sources", { id = "s \"1'<b>", title = bad, outlet = bad, url = "javascript:alert(1)", note = bad,
      published = "2025-01-01" })
    ds:add("parties", { id = "p<i>", name = bad }, { source = "s \"1'<b>", said_by = bad, locator = bad, note = bad,
      chain = bad })
    ds:add("talks", { id = "t", name = bad }, { source = "s \"1'<b>" })
    ds:add("demands", { id = "d", talk = "t", party = "p<i>", text = bad:rep(100) }, { source = "s \"1'<b>" })
    local html = report.text(ds, { title = bad, authors = { bad }, note = bad, made = bad, lang = "\"><script>" })
    local _, scripts = html:gsub("<script", "")
    assert.equal(1, scripts)
    assert.is_nil(html:find "<img")
    assert.is_nil(html:find "<b>\"")
    assert.is_nil(html:find 'href="javascript')
    assert.is_nil(html:find("\u{202e}", 1, true))
    assert.is_truthy(html:find("\\u{202e}abc&amp;amp;", 1, true))
    assert.is_nil(html:find("<[^>]- on%l+=[^>]->"))
    assert.is_truthy(html:find('id="parties/p%3Ci%3E"', 1, true))
  end)

  it("withheld sources out of every byte", function()
    local ds = small()
    local html = report.text(ds, { redactions = "paper-one" })
    for _, name in ipairs { "paper%-one", "[Tt]he [Pp]aper", "[Ss][Ee][Cc][Rr][Ee][Tt] headline", "paper%.example", "p3" } do
      assert.is_nil(html:find(name), name)
    end
    assert.is_truthy(html:find("withheld-1", 1, true))
    assert.is_truthy(html:find("Second Daily", 1, true))
    assert.is_truthy(html:find("This source is withheld.", 1, true))
    assert.is_truthy(report.text(ds):find("paper-one", 1, true))
  end)
end)

-- What a page says, however it is written there: letters folded, addresses and entities decoded, cells apart.
local function readings_of(html)
  local entities = { ["&amp;"] = "&", ["&lt;"] = "<", ["&gt;"] = ">", ["&quot;"] = '"', ["&#39;"] = "'" }
  local decoded = html:gsub("%%(%x%x)", function(byte) return string.char(tonumber(byte, 16)) end)
  decoded = decoded:gsub("&[#%w]+;", entities)
  return core.fold((decoded:gsub("%s+", " ")))
end

describe("what is withheld #report", function()
  local kinds = { "timeline", "demands", "positions", "ledger", "disagreements", "known", "network" }
  local bits = { "paper-one", "smith", "sons", "secret", "headline", "олена", "браян", "longname", "paper.example" }

  local function named()
    local ds = parley.open ":memory:"
    ds:add("sources", { id = "paper-one", outlet = "Smith & Söns", title = "A  secret \"headline\" <b>",
      author = "Олена О'Браян; Jane Longname of Nowhere", published = "2025-01-01",
      url = "https://www.paper.example/one?a=1&b=2" })
    ds:add("sources", { id = "two", outlet = "Second Daily", published = "2025-02-01" })
    ds:add("parties", { id = "smith & söns", name = "SMITH & SÖNS" }, { source = "paper-one" })
    ds:add("talks", { id = "talk of paper-one", date = "2024-12-30",
      name = "talk of Jane Longname of Nowhere and of many more who fill the label of a picture to where it is cut" },
      { source = "paper-one" })
    ds:add("demands", { id = "d1", talk = "talk of paper-one", topic = "prisoners", party = "smith & söns",
      made = "2024-12-30", text = "ОЛЕНА О’БРАЯН: \"a secret\n\u{200b}\"HEADLINE\" <b>\" in PAPER.EXAMPLE" },
      { source = "paper-one", locator = "p3" })
    ds:add("outcomes", { id = "o1", talk = "talk of paper-one", low = 10, best = 10, high = 10, unit = "prisoners" },
      { source = "two", said_by = "a man of smith &  söns" })
    ds:claim("outcomes", "o1", { low = 12, best = 12, high = 12 }, { source = "paper-one" })
    return ds
  end

  it("is in no byte of a page, in no letters and no writing, its pictures and addresses too", function()
    local ds = named()
    local open = readings_of(report.text(ds, { pictures = kinds }))
    for _, bit in ipairs(bits) do assert.is_truthy(open:find(bit, 1, true), bit) end
    local html = report.text(ds, { pictures = kinds, redactions = { "paper-one" } })
    for _, bit in ipairs(bits) do assert.is_nil(readings_of(html):find(bit, 1, true), bit) end
    local ids = {}
    for id in html:gmatch ' id="([^"]*)"' do
      assert.is_nil(ids[id], id)
      ids[id] = true
    end
    for id in html:gmatch 'href="#([^"]*)"' do assert.is_true(ids[id], id) end
  end)

  it("takes no outlet, author or site from others who have it too", function()
    local ds = named()
    ds:add("sources", { id = "three", outlet = "smith & söns", author = "Jane Longname of Nowhere",
      url = "https://paper.example/three", published = "2025-03-01" })
    ds:claim("outcomes", "o1", { low = 9, best = 9, high = 9 }, { source = "three" })
    local html = readings_of(report.text(ds, { redactions = { "paper-one" } }))
    for _, bit in ipairs { "smith & sons", "jane longname of nowhere", "paper.example/three" } do
      assert.is_truthy(html:find(bit, 1, true), bit)
    end
    for _, bit in ipairs { "paper-one", "secret", "олена", "paper.example/one" } do
      assert.is_nil(html:find(bit, 1, true), bit)
    end
  end)

  it("refuses a page that has it where it cannot be taken out, and says by which words", function()
    local ds = named()
    ds:add("sources", { id = "four", title = "Records", published = "2025-03-01" })
    local done, err = pcall(report.text, ds, { redactions = { "four" } })
    assert.is_false(done)
    assert.equal("misuse", err.code)
    assert.matches("'records'", tostring(err))
  end)
end)

describe("a report in the dark #report", function()
  it("has marks of the colours of the page, and pictures of a size that can be read", function()
    local style = page:match "<style>(.-)</style>"
    assert.is_truthy(style:find('svg path[class$="-line"] { fill: var(--surface); }', 1, true))
    assert.is_truthy(style:find("figure svg { display: block; min-width: 60rem;", 1, true))
    local print = style:match "@media print {(.*)$"         -- else empty columns leave a word a line to texts
    assert.is_truthy(print:find("td, tbody th { min-width: 0; }", 1, true))
    assert.equal("960", page:match '<svg [^>]*width="(%d+)"')
  end)
end)

describe("a report of nothing", function()
  it("says so", function()
    local html = report.text(parley.open ":memory:", {})
    assert.is_truthy(html:find("<p>No talk, party, demand, outcome or source is in it.</p>", 1, true))
    assert.is_nil(html:find("claims behind them", 1, true))
  end)
end)

describe("a report takes #report", function()
  it("some talks, a span, some tables, and what these name", function()
    local one = report.text(bundled, { talks = { "r1" } })
    assert.is_truthy(one:find('id="outcomes/r1-swap"', 1, true))
    assert.is_nil(one:find('id="outcomes/r2-bodies"', 1, true))
    assert.is_truthy(one:find('id="parties/russia"', 1, true))
    local july = report.text(bundled, { from = "2025-07-01" })
    assert.is_nil(july:find('id="talks/r1"', 1, true))
    local tables = report.text(bundled, { tables = { "outcomes", "sources" } })
    assert.is_truthy(tables:find('id="outcomes/r2-bodies/best"', 1, true))
    assert.is_nil(tables:find('id="parties/russia"', 1, true))
  end)

  it("a title, authors, a note, a day, a language, pictures and colours", function()
    local html = report.text(bundled, { title = "Talks & more", authors = "A. Nalyst", note = "A note.", made = "1 May",
      lang = "uk", pictures = { "ledger", "timeline" }, theme = { accent = "#123456" } })
    assert.is_truthy(html:find("<title>Talks &amp; more</title>", 1, true))
    assert.is_truthy(html:find('<html lang="uk">', 1, true))
    assert.is_truthy(html:find('<p class="by">A. Nalyst · 1 May</p>\n<p>A note.</p>', 1, true))
    assert.is_truthy(html:find("--accent: #123456;", 1, true))
    local _, pictures = html:gsub("<svg ", "")
    assert.equal(2, pictures)
    local _, none = report.text(bundled, { pictures = false }):gsub("<svg ", "")
    assert.equal(0, none)
  end)

  it("nothing else, and says what is wrong", function()
    local function message(options)
      local done, err = pcall(report.text, bundled, options)
      assert.is_false(done)
      return tostring(err)
    end
    assert.matches("titel.*title", message { titel = "x" })
    assert.matches("outcome.*did you mean 'outcomes'", message { tables = { "outcome" } })
    assert.matches("r9", message { talks = { "r9" } })
    assert.matches("timelin.*did you mean 'timeline'", message { pictures = { "timelin" } })
    assert.matches("title of report{} takes a text", message { title = 1 })
    assert.matches("colour", message { theme = { accent = "red;}" } })
    assert.matches("acent.*accent", message { theme = { acent = "#fff" } })
    assert.matches("s99", message { redactions = { "s99" } })
    assert.matches("authors of report{} takes a list", message { authors = 7 })
  end)

  it("no more claims than a page carries", function()
    local content = require "parley.report.content"
    local most, read = content.MOST_CLAIMS, 0
    local each_thing = claim_rows.each_thing
    content.MOST_CLAIMS = 300
    claim_rows.each_thing = function(...)
      read = read + 1
      return each_thing(...)
    end
    local done, err = pcall(report.text, bundled)
    assert.equal(0, read)                            -- it is refused before a claim is read
    assert.is_false((pcall(report.text, bundled, { from = "2020" })))
    assert.is_true((pcall(report.text, bundled, { talks = { "r1" } })))
    content.MOST_CLAIMS, claim_rows.each_thing = most, each_thing
    assert.is_false(done)
    assert.equal("too_large", err.code)
    assert.matches("362 claims or more are too many for one page %(at most 300%); select some of the 6 talks from 2025%-05%-16 "
      .. "to 2025%-06%-02, as with talks = {\"[%w-]+\"}, or some of that time, as with from = \"2025%-06%-01\"",
      tostring(err))
  end)
end)

describe("a report is saved #report", function()
  local path, remove
  before_each(function() path, remove = scratch.folder() end)
  after_each(function() remove() end)

  it("whole, and by a name of HTML", function()
    assert.is_true(bundled:report(path "talks.html"))
    assert.equal(page, scratch.read(path "talks.html"))
    assert.same({ "talks.html" }, scratch.listing(path ""))
    assert.has_error(function() bundled:report(path "talks.pdf") end)
    assert.has_error(function() bundled:report() end)
  end)

  it("or not at all: what was there stays", function()
    local done, message, code = bundled:report(path "nowhere/talks.html")
    assert.is_nil(done)
    assert.equal("missing_folder", code)
    assert.matches("nowhere", message)
    assert.is_true(bundled:report(path "talks.html"))
    local rename = os.rename
    os.rename = function() return nil, "stopped", 5 end -- luacheck: ignore
    done = bundled:report(path "talks.html", { title = "Other" })
    os.rename = rename -- luacheck: ignore
    assert.is_nil(done)
    assert.equal(page, scratch.read(path "talks.html"))
    assert.same({ "talks.html" }, scratch.listing(path ""))
  end)
end)
