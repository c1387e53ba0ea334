-- q:plot{}: what stands where in each kind of chart, what is refused, and what is said of what is not drawn.
-- Holds: pictures.axes, pictures.canvas, pictures.chart, pictures.charts.area, pictures.charts.bar, pictures.charts.bars,
--   pictures.charts.crowd, pictures.charts.density, pictures.charts.gaps, pictures.charts.heat, pictures.charts.histogram,
--   pictures.charts.line, pictures.charts.point, pictures.charts.range, pictures.charts.step, pictures.legend, pictures.methods,
--   pictures.metrics, pictures.picture, pictures.series, pictures.svg, pictures.asked_rows, pictures.chart_options,
--   pictures.chart_words, pictures.places, pictures.points

local parley = require "parley"
local scratch = require "spec.support.scratch"
local xml = require "spec.support.xml"

-- Elements of the picture by their name, with their numbers as numbers.
local function drawn(picture, name)
  local found = {}
  local function walk(list)
    for _, element in ipairs(list) do
      if element.name == name then found[#found + 1] = element end
      walk(element.children)
    end
  end
  walk(xml.elements(picture:to_svg()))
  return found
end

-- What has words for whoever points at it: { words, element } in their order.
local function told(picture)
  local list = {}
  for _, name in ipairs { "rect", "path", "polyline", "polygon" } do
    for _, element in ipairs(drawn(picture, name)) do
      local title = element.children[1]
      if title and title.name == "title" then list[#list + 1] = { words = title.text, at = element, kind = name } end
    end
  end
  return list
end

local function words(picture)
  local list = {}
  for i, entry in ipairs(told(picture)) do list[i] = entry.words end
  return list
end

local function frame(columns, ...)
  local rows = {}
  for i, values in ipairs { ... } do
    rows[i] = {}
    for j, name in ipairs(columns) do rows[i][name] = values[j] end
  end
  return parley.frame(rows, { columns = columns })
end

local function text_of(picture) return picture:text { width = 80, ascii = false } end

local PARTIES = frame({ "party", "n" }, { "ukraine", 10 }, { "russia", 20 }, { "usa", 5 })

describe("a bar chart", function()
  it("has bars as long as their numbers, from zero", function()
    local bars = told(PARTIES:plot { kind = "bar", x = "party", y = "n" })
    assert.same({ "ukraine: 10", "russia: 20", "usa: 5" }, { bars[1].words, bars[2].words, bars[3].words })
    local ukraine, russia, usa = bars[1].at, bars[2].at, bars[3].at
    assert.is_true(math.abs(russia.width - 2 * ukraine.width) < 0.05)
    assert.is_true(math.abs(ukraine.width - 2 * usa.width) < 0.05)
    assert.same({ ukraine.x, ukraine.x }, { russia.x, usa.x })
    assert.is_true(tonumber(russia.y) > tonumber(ukraine.y))
  end)

  it("counts rows without y, and stands over years, with room for those that are missing", function()
    local picture = frame({ "year" }, { 2020 }, { 2020 }, { 2023 }):plot { kind = "bar", x = "year" }
    assert.same({ "2020: 2", "2023: 1" }, words(picture))
    local bars = told(picture)
    -- three stripes apart, of which each bar fills three quarters
    local step = (bars[2].at.x - bars[1].at.x) / 3
    assert.is_true(math.abs(bars[1].at.width / step - 0.76) < 0.02)
  end)

  it("draws negative numbers to the other side of zero", function()
    local bars = told(frame({ "x", "y" }, { "a", -10 }, { "b", 10 }):plot { kind = "bar", x = "x", y = "y" })
    local a, b = bars[1].at, bars[2].at
    assert.is_true(math.abs(a.x + a.width - b.x) < 0.05)
  end)

  it("brings the ends of a quantity along as lines, and says them", function()
    local picture = parley.open().outcomes:where "id = 'r2-pows'":plot { kind = "bar", x = "id", y = "amount" }
    assert.same({ "r2-pows: 1000–1200" }, words(picture))
    local lines = 0
    for _, line in ipairs(drawn(picture, "polyline")) do
      if line.class == "p-text-line" then lines = lines + 1 end
    end
    assert.equal(3, lines)
  end)

  it("refuses two numbers for one bar, and says what would do", function()
    local rows = frame({ "party", "n" }, { "a", 1 }, { "a", 2 })
    assert.equal("'a' has several rows, and a chart of kind \"bar\" shows one number there; say which with "
      .. "by(\"party\"):summarise(\"sum(n) as total\"), or ask for kind = \"point\"",
      scratch.message_of(rows.plot, rows, { kind = "bar", x = "party", y = "n" }))
  end)

  it("says how many words it leaves out", function()
    local rows = {}
    for i = 1, 50 do rows[i] = { ("w%02d"):format(i), i } end
    local picture = frame({ "w", "n" }, table.unpack(rows)):plot { kind = "bar", x = "w", y = "n" }
    assert.equal(40, #words(picture))
    assert.equal("10 more are not drawn: the first 40 are; sort() or where() say which", picture:notes()[1].note)
  end)
end)

describe("series", function()
  it("differ in shape and pattern, not in colour alone", function()
    local rows = {}
    for i = 1, 8 do rows[i] = { "s" .. i, 1, i } end
    local picture = frame({ "s", "x", "y" }, table.unpack(rows)):plot { kind = "point", x = "x", y = "y", by = "s" }
    local looks, seen = told(picture), {}
    assert.equal(8, #looks)
    for _, look in ipairs(looks) do
      local shape = look.at.d
      assert.is_nil(seen[shape])
      seen[shape] = true
    end
  end)

  it("beyond twenty are one in the legend, and the notes say so", function()
    local rows = {}
    for i = 1, 25 do rows[i] = { "s" .. i, 1, i } end
    local picture = frame({ "s", "x", "y" }, table.unpack(rows)):plot { kind = "point", x = "x", y = "y", by = "s" }
    assert.equal("5 more series than can be told apart are drawn alike, as other", picture:notes()[1].note)
    assert.is_truthy(picture:to_svg():find("other (5)", 1, true))
    assert.equal(25, #told(picture))
  end)

  it("beyond twenty have bars of their own, none on top of another", function()
    local rows = {}
    for i = 1, 30 do rows[i] = { "s" .. i, 1, i % 7 + 1 } end
    for _, options in ipairs { { kind = "bar", x = "x", y = "n" }, { kind = "histogram", x = "n", bins = 1 },
      { kind = "range", x = "x", low = "0", high = "n" } } do
      options.by = "s"
      local places, seen = {}, {}
      for x in frame({ "s", "x", "n" }, table.unpack(rows)):plot(options):to_svg():gmatch '<rect x="([%d.]+)"' do
        if not seen[x] then seen[x], places[#places + 1] = true, tonumber(x) end
      end
      assert.is_true(#places >= 30, options.kind .. ": " .. #places)
    end
  end)
end)

describe("a line", function()
  local function lines(...)
    local list = {}
    local picture = frame({ "m", "n" }, ...):plot { kind = "line", x = "m", y = "n" }
    for _, line in ipairs(drawn(picture, "polyline")) do
      if line.class == "p-s1-line" then list[#list + 1] = select(2, line.points:gsub(",", "")) end
    end
    return list
  end

  it("ends where a month is missing", function()
    assert.same({ 2, 2 }, lines({ "2024-01", 1 }, { "2024-02", 2 }, { "2024-04", 3 }, { "2024-05", 4 }))
    assert.same({ 3 }, lines({ "2024-01", 1 }, { "2024-02", 2 }, { "2024-03", 3 }))
  end)

  it("ends where a year is missing, and goes on where distances are free", function()
    assert.same({ 3, 2 }, lines({ 2001, 1 }, { 2002, 2 }, { 2003, 2 }, { 2007, 3 }, { 2008, 4 }))
    assert.same({ 3 }, lines({ 1.5, 1 }, { 2.5, 2 }, { 9.5, 3 }))
    assert.same({ 3 }, lines({ "2024-01-03", 1 }, { "2024-02-17", 2 }, { "2024-06-01", 3 }))
  end)

  it("is drawn in the order of x, whatever the order of the rows", function()
    local a = frame({ "m", "n" }, { "2024-02", 2 }, { "2024-01", 1 }):plot { kind = "line", x = "m", y = "n" }
    local b = frame({ "m", "n" }, { "2024-01", 1 }, { "2024-02", 2 }):plot { kind = "line", x = "m", y = "n" }
    assert.equal(drawn(a, "polyline")[1].points, drawn(b, "polyline")[1].points)
  end)
end)

describe("points in time", function()
  local ds
  setup(function()
    ds = scratch.with_sources "s"
    for i, date in ipairs { "2024-03-05", "2024-03", "2024-03/..", "2024-05-01" } do
      ds:add("talks", { id = "t" .. i, date = date, round = i }, { source = "s" })
    end
  end)

  it("are marks for days and bars of the whole period for months; open ends fade", function()
    local list = told(ds.talks:plot { kind = "point", x = "date", y = "round" })
    local bars = {}
    for _, entry in ipairs(list) do if entry.kind == "rect" then bars[entry.words] = entry.at end end
    local month, open = bars["2024-03: 2"], bars["2024-03/..: 3"]
    assert.is_nil(bars["2024-03-05: 1"])
    assert.is_nil(month.mask)
    assert.equal("url(#flr)", open.mask)
    assert.is_true(month.width + 0 > 20)
  end)

  it("are in no part of a histogram that they may not lie in", function()
    local picture = ds.talks:plot { kind = "histogram", x = "date", bins = 9 }
    assert.equal("date is undecided in 2 rows: dates too wide", picture:notes()[1].note)
    assert.equal(2, #words(picture))
  end)

  it("are counted by month where their months are known", function()
    local picture = ds.talks:where "id != 't3'":plot { kind = "histogram", x = "date", bins = 3 }
    assert.same({ "Mar 2024: 2", "May 2024: 1" }, words(picture))
    assert.same({}, picture:notes())
  end)
end)

describe("a histogram", function()
  it("counts every number once", function()
    local rows = {}
    for i = 1, 100 do rows[i] = { i % 37 } end
    local total = 0
    for _, entry in ipairs(words(frame({ "v" }, table.unpack(rows)):plot { kind = "histogram", x = "v" })) do
      total = total + entry:match ": (%d+)$"
    end
    assert.equal(100, total)
  end)
end)

describe("a heat map", function()
  it("has a square for each pair, with its number", function()
    local rows = frame({ "a", "b", "v" }, { "x", "p", 1 }, { "x", "q", 9 }, { "y", "p", 5 })
    local list = told(rows:plot { kind = "heat", x = "a", y = "b", value = "v" })
    assert.equal("x, p: 1", list[1].words)
    assert.is_true(list[2].at["fill-opacity"] + 0 > list[3].at["fill-opacity"] + 0)
  end)
end)

describe("ranges", function()
  it("go from low to high, and fade where an end is not stated", function()
    local rows = frame({ "id", "l", "b", "h" }, { "a", 1, 2, 3 }, { "b", 2, nil, nil })
    local list = told(rows:plot { kind = "range", x = "id", y = "b", low = "l", high = "h" })
    assert.equal("a: 2 (1–3)", list[1].words)
    assert.equal("b: at least 2", list[2].words)
    assert.equal("url(#fr)", list[2].at.mask)
  end)
end)

describe("many points", function()
  it("are counted in squares, with a word about it, and in a small file", function()
    local rows = {}
    for i = 1, 20000 do rows[i] = { x = i % 977, y = (i * 7919) % 4001 } end
    local picture = parley.frame(rows):plot { kind = "point", x = "x", y = "y" }
    assert.equal("20000 points are more than can be told apart: squares show how many lie in them",
      picture:notes()[1].note)
    assert.is_true(#picture:to_svg() < 1000000)
  end)
end)

describe("what is missing", function()
  it("is left out and counted", function()
    local picture = frame({ "x", "y" }, { "a", 1 }, { "b", nil }, { nil, 3 }):plot { kind = "bar", x = "x", y = "y" }
    assert.equal("2 rows have no value to draw, and are left out", picture:notes()[1].note)
    assert.is_truthy(picture:to_svg():find("note: 2 rows have no value", 1, true))
  end)
end)

describe("small multiples", function()
  it("share their scales, one panel for each word", function()
    local rows = frame({ "p", "x", "y" }, { "a", "k", 10 }, { "b", "k", 20 })
    local list = told(rows:plot { kind = "bar", x = "x", y = "y", facet = "p" })
    assert.is_true(math.abs(list[2].at.width - 2 * list[1].at.width) < 0.05)
  end)
end)

describe("a picture", function()
  it("is the same bytes for the same rows", function()
    local options = { kind = "bar", x = "party", y = "n" }
    assert.equal(PARTIES:plot(options):to_svg(), PARTIES:plot(options):to_svg())
  end)

  it("says in words what it shows", function()
    local picture = PARTIES:plot { kind = "bar", x = "party", y = "n" }
    assert.equal("Bar chart of n by party: 3 values, from 5 (usa) to 20 (russia).", picture.description)
    local svg = xml.elements(picture:to_svg())[1]
    assert.same({ "title", "desc" }, { svg.children[1].name, svg.children[2].name })
    assert.equal(picture.description, svg.children[2].text)
  end)

  it("has whole words below its axis, in as many lines as they need", function()
    local of_words = frame({ "w", "n" }, { "Humanitarian corridors", 1 }, { "Exchange of prisoners", 2 },
      { "Internationalization", 3 }, { "Ceasefire", 4 }):plot { kind = "point", x = "w", y = "n", width = 380 }
    for _, text in ipairs { of_words:to_svg(), of_words:text { width = 56, ascii = true } } do
      assert.is_nil(text:find "…")
      for _, word in ipairs { "corridors", "Exchange", "prisoners", "Ceasefire" } do
        assert.is_truthy(text:find(word, 1, true), word)
      end
      assert.is_truthy(text:find "Inter%l+%-")
    end
  end)

  it("holds no markup of the data's", function()
    local evil = "</text><script>alert(1)</script>\"'&\u{202e}\0"
    local picture = frame({ "x", "y" }, { evil, 1 }):plot { kind = "bar", x = "x", y = "y", title = evil }
    local svg = picture:to_svg()
    assert.is_nil(svg:find("<script", 1, true))
    assert.is_nil(svg:find("\u{202e}", 1, true))
    assert.equal("\\u{202e}\\x00", drawn(picture, "title")[1].text:match "\\u.*$")
    assert.is_nil(picture:to_html():find("<script", 1, true))
  end)
end)

describe("what may mislead", function()
  it("amounts of several units are on no scale together, unless each is apart", function()
    local ds = scratch.dataset()
    for i, unit in ipairs { "bodies", "prisoners of war", "bodies" } do
      ds:add("outcomes", { id = "o" .. i, unit = unit, low = i, best = i, high = i }, { source = "s1" })
      ds:add("deliveries", { id = "v" .. i, outcome = "o" .. i, date = "2025-06-0" .. i, low = 1, best = 1, high = 1 },
        { source = "s1" })
    end
    local function refused(q, given, name, unit)
      assert.equal(("%s counts in several units (bodies, prisoners of war), which have no scale in common: draw "
        .. "one of them, as where(\"%s = 'bodies'\"), or each apart, with by = \"%s\" or facet = \"%s\""):format(name,
        unit, unit, unit), scratch.message_of(q.plot, q, given))
    end
    for _, y in ipairs { "best", "amount", "low", "best * 2" } do
      refused(ds.outcomes, { kind = "bar", x = "id", y = y }, y, "unit")
    end
    refused(ds.outcomes, { kind = "range", x = "id", low = "low", high = "high" }, "low", "unit")
    refused(ds.outcomes, { kind = "histogram", x = "best" }, "best", "unit")
    refused(ds.outcomes:frame(), { kind = "bar", x = "id", y = "best" }, "best", "unit")
    refused(ds.outcomes:select("id", "best as b"), { kind = "bar", x = "id", y = "b" }, "b", "unit")
    refused(ds.deliveries, { kind = "line", x = "date", y = "best" }, "best", "unit")
    ds:add("outcomes", { id = "o4", low = 1, best = 1, high = 1 }, { source = "s1" })
    ds:add("outcomes", { id = "o5", unit = "a's, b's", low = 1, best = 1, high = 1 }, { source = "s1" })
    local hint = scratch.message_of(ds.outcomes.plot, ds.outcomes, { kind = "bar", x = "id", y = "best" })
    assert.is_truthy(hint:find("(a's, b's, bodies, no unit, prisoners of war)", 1, true))
    assert.equal(1, ds.outcomes:where(hint:match 'where%("(.-)"%)'):count())
    for _, id in ipairs { "o4", "o5" } do
      for claim in ds.outcomes:claims():where { id = id }:each "claim" do ds:retract(claim, "only tried") end
    end
    for _, given in ipairs { { by = "unit" }, { facet = "unit" } } do
      given.kind, given.x, given.y = "bar", "id", "best"
      assert.equal(3, #ds.outcomes:plot(given):frame())
    end
    assert.equal(3, #ds.deliveries:plot { kind = "point", x = "date", y = "best", by = "outcome.unit" }:frame())
    assert.equal(2, #ds.outcomes:where "unit = 'bodies'":plot { kind = "bar", x = "id", y = "best" }:frame())
  end)

  it("a line of one series ends where a year is missing that another series has", function()
    local rows = frame({ "y", "k", "n" }, { 2022, "a", 3 }, { 2025, "a", 10 }, { 2023, "b", 1 }, { 2024, "b", 1 })
    local lines = 0
    for _, line in ipairs(drawn(rows:plot { kind = "line", x = "y", y = "n", by = "k" }, "polyline")) do
      lines = lines + (line.class == "p-s1-line" and 1 or 0)
    end
    assert.equal(1, lines)   -- the sample in the legend
  end)

  it("years that are texts are years", function()
    local rows = frame({ "y", "n" }, { "2019", 1 }, { "2020", 2 }, { "2025", 3 })
    local lines = {}
    for _, line in ipairs(drawn(rows:plot { kind = "line", x = "y", y = "n" }, "polyline")) do
      if line.class == "p-s1-line" then lines[#lines + 1] = select(2, line.points:gsub(",", "")) end
    end
    assert.same({ 2 }, lines)
  end)

  it("columns of a heat map that are numbers stand in their order", function()
    local rows = frame({ "y", "k" }, { 2026, "a" }, { 2022, "a" }, { 2024, "b" })
    local list = told(rows:plot { kind = "heat", x = "y", y = "k" })
    local places = {}
    for _, entry in ipairs(list) do places[entry.words:match "^%d+"] = tonumber(entry.at.x) end
    assert.is_true(places["2022"] < places["2024"] and places["2024"] < places["2026"])
  end)

  it("a square without a row is left out and counted", function()
    local picture = frame({ "x", "y" }, { "a", "p" }, { "b", nil }):plot { kind = "heat", x = "x", y = "y" }
    assert.equal("1 row has no value to draw, and is left out", picture:notes()[1].note)
  end)

  it("what is infinite is left out and counted", function()
    local rows = frame({ "a", "n" }, { 1, math.huge }, { 2, 5 }, { 3, -math.huge })
    local picture = rows:plot { kind = "point", x = "a", y = "n" }
    assert.equal("2 rows have no value to draw, and are left out", picture:notes()[1].note)
    assert.is_nil(picture:to_svg():find("nan", 1, true))
    assert.is_string(text_of(picture))
  end)

  it("a row in which several stand is one for each, as after by()", function()
    local ds = scratch.dataset()
    ds:add("demands", { id = "d1", party = { "russia", "ukraine" } }, { source = "s1" })
    ds:add("demands", { id = "d2", party = "ukraine" }, { source = "s1" })
    local picture = ds.demands:sort("id"):plot { kind = "bar", x = "party" }
    local list = words(picture)
    table.sort(list)
    assert.same({ "russia: 1", "ukraine: 2" }, list)
    assert.is_truthy(picture:notes()[1].note:find("stands once for each", 1, true))
  end)
end)

describe("a line over words", function()
  it("is drawn where these say when or how many", function()
    for _, labels in ipairs { { "2025-W09", "2025-W10" }, { "2024-Q4", "2025-Q1" }, { "10-19", "20-29" } } do
      local f = frame({ "w", "n" }, { labels[1], 1 }, { labels[2], 2 })
      local picture = f:plot { kind = "line", x = "w", y = "n" }
      assert.matches("^Line chart of n by w: 2 values", picture.description)
      assert.is_truthy(drawn(picture, "polyline")[1])
    end
  end)

  it("is refused where they do not", function()
    local f = frame({ "w", "n" }, { "russia", 1 }, { "ukraine", 2 })
    for _, kind in ipairs { "line", "step", "area" } do
      for _, verb in ipairs { "plot", "vega" } do
        assert.error_matches(function() f[verb](f, { kind = kind, x = "w", y = "n" }) end, "follow no order", 1, true)
      end
    end
  end)
end)

describe("bad input to plot{}", function()
  local f = frame({ "w", "n", "zero" }, { "a", 1, 0 }, { "b", 2, 5 })
  local cases = {
    { nil, "plot{} needs a kind: area, bar, heat, histogram, line, point, range, step" },
    { { kind = "bra", x = "w" }, "no kind of chart 'bra'; did you mean 'bar'?" },
    { { kind = "bar" }, "a chart of kind \"bar\" needs x, as in plot{kind = \"bar\", x = \"party\", y = \"n\"}" },
    { { kind = "bar", x = "nn" }, "no column 'nn' in the Frame; did you mean 'n'? (position 1 of \"nn\")" },
    { { kind = "bar", x = "w", y = "w" }, "y of plot{} has to be a number, and w has the value 'a'" },
    { { kind = "bar", x = 5 }, "x of plot{} takes an expression as text, such as \"party\", not a number" },
    { { kind = "line", x = "w" }, "a chart of kind \"line\" needs y, as in "
      .. "plot{kind = \"bar\", x = \"party\", y = \"n\"}" },
    { { kind = "area", x = "w", y = "n" }, "a chart of kind \"area\" joins what follows one another, and the words of w, "
      .. "such as 'a', follow no order; kind = \"bar\" or \"point\" shows each" },
    { { kind = "histogram", x = "w" }, "a histogram needs numbers or dates, and w has words; "
      .. "kind = \"bar\" without y counts them" },
    { { kind = "histogram", x = "n", y = "n" }, "a histogram counts rows, and takes no y; "
      .. "for a number a bar, ask for kind = \"bar\"" },
    { { kind = "bar", x = "w", y = "n", log = true }, "a chart of kind \"bar\" begins at zero, which has no logarithm; "
      .. "kind = \"point\" can have log = true" },
    { { kind = "point", x = "n", y = "zero", log = true }, "zero has 0, which has no logarithm; "
      .. "leave log out, or such rows with where()" },
    { { kind = "bar", x = "w", colour = "red" }, "plot{} has no option 'colour'; known: kind, x, y, low, high, value, by, "
      .. "facet, title, log, bins, width" },
    { { kind = "bar", x = "w", y = "n", bins = 4 }, "bins belongs to kind = \"histogram\", not to \"bar\"" },
    { { kind = "bar", x = "w", y = "n", width = 0 }, "width of plot{} is a whole number from 200 to 4000, not 0" },
  }
  for _, case in ipairs(cases) do
    it("is refused: " .. case[2], function() assert.equal(case[2], scratch.message_of(f.plot, f, case[1])) end)
  end

  it("says so of an empty query", function()
    local empty = f:where "n > 5"
    assert.equal("there is nothing to draw: 0 rows, none with the values that are asked for",
      scratch.message_of(empty.plot, empty, { kind = "bar", x = "w", y = "n" }))
  end)
end)

describe("a hundred thousand values #plot", function()
  -- Values that lie apart in every column, one of them far above the others.
  local rows = {}
  for i = 1, 100000 do
    rows[i] = { x = i, y = i == 70123 and 5000 or i * 7919 % 1009, low = i % 10, high = i % 10 + 5, s = i % 30,
      column = i % 400, row = i // 400 }
  end
  local many = parley.frame(rows)
  local OUTLINE = "100000 values are more than can be told apart"

  for _, case in ipairs {
    { { kind = "line", x = "x", y = "y" }, OUTLINE }, { { kind = "line", x = "x", y = "y", by = "s" }, OUTLINE },
    { { kind = "area", x = "x", y = "y" }, OUTLINE }, { { kind = "bar", x = "x", y = "y" }, OUTLINE },
    { { kind = "range", x = "x", low = "low", high = "high" }, OUTLINE },
    { { kind = "point", x = "x", y = "y" }, "100000 points are more than can be told apart" },
    { { kind = "heat", x = "column", y = "row", value = "y" }, "100000 cells are more than can be told apart" },
    { { kind = "histogram", x = "y" } },
  } do
    local options, word = case[1], case[2]
    it(("are drawn in less than a megabyte as %s%s, with a word about it"):format(options.kind,
      options.by and " by series" or ""), function()
      local picture = many:plot(options)
      local svg = picture:to_svg()
      assert.is_true(#svg < 1000000, #svg)
      if word then assert.is_truthy(svg:find(word, 1, true)) end
    end)
  end

  it("keep their extremes, and are all told of", function()
    local svg = many:plot({ kind = "bar", x = "x", y = "y" }):to_svg()
    assert.is_truthy(svg:find("70123: 5000", 1, true))
    assert.is_truthy(svg:find("100000 values, from 0 (1009) to 5000 (70123)", 1, true))
    local few = parley.frame(table.move(rows, 1, 5000, 1, {})):plot { kind = "bar", x = "x", y = "y" }
    assert.is_nil(few:to_svg():find("told apart", 1, true))
  end)
end)
