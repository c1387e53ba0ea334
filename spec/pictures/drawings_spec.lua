-- ds:plot(): what each drawing of a dataset shows, on both bundled datasets, an invented one, and as of a day.
-- Holds: analysis.known_by_day, pictures.dataset_plot, pictures.demand_lines, pictures.drawings.demands, pictures.drawings.disagreements,
--   pictures.drawings.evidence, pictures.drawings.known, pictures.drawings.ledger, pictures.drawings.network,
--   pictures.drawings.positions, pictures.drawings.timeline, pictures.force, pictures.growth, pictures.heading,
--   pictures.lanes, pictures.party_names, pictures.strips, pictures.values

local claim_units = require "parley.analysis.claim_units"
local core = require "parley.core"
local dataset_plot = require "parley.pictures.dataset_plot"
local parley = require "parley"
local scratch = require "spec.support.scratch"
local second = require "spec.support.second"
local xml = require "spec.support.xml"

local istanbul, talks, orvenn = parley.open(), parley.open "russia-ukraine-talks", second.open()

-- What whoever points at something is told, each text with its element; read once a picture.
local read = setmetatable({}, { __mode = "k" })

local function told(picture)
  if read[picture] then return read[picture] end
  local list = {}
  read[picture] = list
  local function walk(elements)
    for _, element in ipairs(elements) do
      local title = element.children[1]
      if element.name ~= "svg" and title and title.name == "title" then
        list[#list + 1] = { words = title.text, at = element }
      end
      walk(element.children)
    end
  end
  walk(xml.elements(picture:to_svg()))
  return list
end

local function find(picture, words)
  for _, entry in ipairs(told(picture)) do if entry.words:find(words, 1, true) then return entry.at, entry.words end end
end

local WHOLE = { evidence = { table = "outcomes", id = "r2-bodies-ua" } }

-- Where each dataset has something to draw.
local function options_of(ds, kind)
  if kind ~= "evidence" then return nil end
  if ds == istanbul then return WHOLE.evidence end
  return { table = "talks", id = ds.talks:sort("id"):first().id }
end

describe("every drawing of every dataset", function()
  for _, kind in ipairs(dataset_plot.KINDS) do
    for name, ds in pairs { istanbul = istanbul, talks = talks, orvenn = orvenn } do
      it(("%s of %s is well-formed, says what it shows, and is the same each time"):format(kind, name), function()
        local picture = ds:plot(kind, options_of(ds, kind))
        local svg = picture:to_svg()
        local root = xml.elements(svg)[1]
        assert.equal(picture.title, root.children[1].text)
        assert.equal(picture.description, root.children[2].text)
        assert.equal(svg, ds:plot(kind, options_of(ds, kind)):to_svg())
        assert.is_true(#told(picture) > 0)
        assert.is_true(#picture:frame() > 0)
      end)

      it(("%s of %s keeps to the width of a terminal"):format(kind, name), function()
        local picture = ds:plot(kind, options_of(ds, kind))
        for _, width in ipairs { 60, 120 } do
          for line in picture:text({ width = width, ascii = false }):gmatch "[^\n]+" do
            assert.is_true(core.width(line) <= width, line)
          end
        end
      end)
    end
  end
end)

describe("the timeline", function()
  it("tells a day from a period, and what was planned from what was held", function()
    local picture = istanbul:plot "timeline"
    local meeting = find(picture, "leaders' meeting")
    assert.equal("rect", meeting.name)
    local held = find(picture, "2025-06-02: talk held: second round")
    assert.equal("path", held.name)
    assert.equal("p-s1", held.class)
    local planned
    for _, entry in ipairs(told(picture)) do
      local is_talk = entry.at.name == "path" and entry.at.class:find "^p%-s1"
      if is_talk and entry.words:find("leaders' meeting", 1, true) then planned = entry.at end
    end
    assert.equal("p-s1-line", planned.class)
  end)

  it("can be cut by what ds:timeline{} takes", function()
    local few = istanbul:plot("timeline", { party = "turkiye" })
    assert.equal(#istanbul:timeline { party = "turkiye" }, #few:frame())
    assert.is_true(#few:frame() < #istanbul:plot("timeline"):frame())
  end)

  it("calls parties by their names, and by their ids where they have none", function()
    local svg = istanbul:plot("timeline"):to_svg()
    assert.is_truthy(svg:find(">White House</text>", 1, true))
    assert.is_nil(svg:find(">white-house</text>", 1, true))
    local asked = talks:plot("positions", { topic = "ceasefire" }):to_svg()
    assert.is_nil(asked:find(">ukraine</text>", 1, true))
    assert.same(2, select(2, asked:gsub(">Ukraine</text>", "")))          -- the heading and the legend
    local ds = scratch.dataset()
    for _, id in ipairs { "red", "blue" } do ds:add("parties", { id = id }, { source = "s1" }) end
    ds:add("statements", { id = "t1", party = { "red", "blue" }, date = "2025-06-01" }, { source = "s1" })
    local before = ds:plot("timeline"):to_svg()
    ds:claim("parties", "blue", { name = "The <Blue>" }, { source = "s1" })
    assert.is_truthy(before:find(">blue, red</text>", 1, true))
    assert.is_truthy(ds:plot("timeline"):to_svg():find(">The &lt;Blue&gt;, red</text>", 1, true))
  end)

  it("says from which day to which it goes, whatever is open or imprecise", function()
    local ds = scratch.dataset()
    for i, date in ipairs { "2025-03/..", "2025-06", "2024-12-24" } do
      ds:add("statements", { id = "t" .. i, date = date }, { source = "s1" })
    end
    local svg = ds:plot("timeline", { tables = "statements" }):to_svg()
    assert.is_truthy(svg:find("3 entries in 1 lane, from 2024-12-24 to 2025-06-30.", 1, true))
  end)

  it("counts what it cannot stack, and says so", function()
    assert.is_truthy(talks:plot("timeline"):to_svg():find("lanes hold more than can be told apart", 1, true))
  end)
end)

describe("demands", function()
  it("are lines through the days they were made, with what became of them", function()
    local picture = istanbul:plot("demands", { topic = "ceasefire" })
    local _, words = find(picture, "A complete ceasefire")
    assert.is_truthy(words:find("(countered)", 1, true))
    assert.is_truthy(find(picture, "since Mar 2025, ukraine"))
    assert.is_nil(find(picture, "Russian is to be an official language"))
  end)

  it("of several are each one's, and end with the day that is asked about", function()
    local ds = scratch.dataset()
    ds:add("demands", { id = "d1", party = { "russia", "ukraine" }, made = "2025-06-01" }, { source = "s1" })
    for _, party in ipairs { "russia", "ukraine" } do
      assert.is_true(#told(ds:plot("demands", { party = party })) > 0)
    end
    local day = talks:plot("positions", { topic = "ceasefire", as_of = "2025-06-01" })
    local latest = talks:as_of("2025-06-01").talks:where("status = 'held' and date > '2024'"):first()
    assert.is_truthy(find(day, latest.name))
  end)

  it("that a party gave up end; those that stand are open", function()
    local picture = orvenn:plot "demands"
    local withdrawn = orvenn.demands:where "status = 'withdrawn'":first()
    local line = find(picture, withdrawn.text)
    assert.is_truthy(line)
    for _, entry in ipairs(told(picture)) do
      if entry.words:find(withdrawn.text, 1, true) then assert.is_nil(entry.at.mask) end
    end
  end)

  it("are those that were known on a day", function()
    local before = istanbul:plot("demands", { as_of = "2025-06-02" })
    assert.is_true(#before:frame() < #istanbul:plot("demands"):frame())
  end)
end)

describe("the ledger", function()
  it("draws promised amounts to scale, units apart", function()
    local picture = istanbul:plot "ledger"
    local whole, part = find(picture, "r2-bodies: promised 12000"), find(picture, "r2-bodies-ru: promised 6000")
    assert.is_true(math.abs(whole.width - 2 * part.width) < 0.05)
    assert.is_truthy(find(picture, "r2-pows: promised 1000–1200"))
    assert.is_truthy(picture:to_svg():find(">prisoners of war<", 1, true))
  end)

  it("says nothing reported where nothing is, and never zero", function()
    local mark = find(istanbul:plot "ledger", "r1-swap: nothing reported")
    assert.equal("path", mark.name)
    assert.is_nil(find(istanbul:plot "ledger", "r1-swap: delivered"))
  end)

  it("tells what was promised and had come by each day, as the ledger has it on that day", function()
    local ds = scratch.dataset()
    ds:add("talks", { id = "k1", date = "2025-06-01" }, { source = "s1" })
    ds:add("talks", { id = "k2", date = "2025-08-01" }, { source = "s1" })
    ds:add("outcomes", { id = "o1", talk = "k1", unit = "bodies", low = 100, best = 100, high = 100 },
      { source = "s1" })
    ds:add("outcomes", { id = "o2", talk = "k2", unit = "bodies", low = 50, high = 60 }, { source = "s1" })
    ds:add("deliveries", { id = "v1", outcome = "o1", date = "2025-06-10", low = 30, best = 30, high = 30 },
      { source = "s1" })
    assert.is_nil(find(ds:plot "ledger", "by 2025-06-10"))
    ds:add("deliveries", { id = "v2", outcome = "o1", date = "2025-07", low = 20, best = 20, high = 20 },
      { source = "s1" })
    local picture = ds:plot "ledger"
    for _, words in ipairs { "by 2025-06-01: promised 100", "by 2025-06-01: delivered 0", "by 2025-06-10: delivered 30",
      "by 2025-07-01: delivered 30–50", "by 2025-07-31: delivered 50", "by 2025-08-01: promised 150–160" } do
      assert.is_truthy(find(picture, words), words)
    end
    for _, entry in ipairs(told(picture)) do
      local day, low = entry.words:match "^by ([%d-]+): delivered (%d+)"
      local f = day and ds:ledger { as_of = day }
      if f and #f > 0 and f[1].deliveries > 0 then assert.equal(f[1].delivered_low, tonumber(low)) end
    end
  end)

  it("has what is there in its legend, and no more", function()
    local ds = scratch.dataset()
    local function legend()
      local found = {}
      for _, words in ipairs { "delivered, disputed", "nothing reported", "from the least to the most" } do
        found[#found + 1] = ds:plot("ledger"):to_svg():find(">" .. words .. "</text>", 1, true) and words or nil
      end
      return found
    end
    ds:add("outcomes", { id = "o1", unit = "bodies", low = 5, best = 5, high = 5 }, { source = "s1" })
    ds:add("deliveries", { id = "v1", outcome = "o1", low = 5, best = 5, high = 5 }, { source = "s1" })
    assert.same({}, legend())
    ds:add("outcomes", { id = "o2", unit = "bodies", low = 3, high = 9 }, { source = "s1" })
    assert.same({ "nothing reported", "from the least to the most" }, legend())
    ds:add("deliveries", { id = "v2", outcome = "o2", low = 3, best = 3, high = 3 }, { source = "s1" })
    ds:claim("outcomes", "o2", { status = "disputed" }, { source = "s1" })
    assert.same({ "delivered, disputed", "from the least to the most" }, legend())
  end)
end)

describe("disagreements", function()
  it("show every reading, who says it, how firmly, and which is shown", function()
    local picture = istanbul:plot("disagreements", { table = "demands" })
    local shown, other = find(picture, "2, on_record_paraphrase (shown)"), find(picture, "2–3, narration")
    assert.equal("p-s1", shown.class)
    assert.equal("rect", other.name)
    assert.is_truthy(picture:to_svg():find("russia-delegation in s4", 1, true))
  end)

  it("show every claim of the reading that is shown filled, and no other", function()
    local picture, filled, hollow = istanbul:plot("disagreements", { table = "talks" }), 0, 0
    for _, entry in ipairs(told(picture)) do
      local is_hollow = entry.at.class == "p-s2-line"
      if entry.words:find "^Istanbul, " then filled = filled + 1 assert.is_false(is_hollow, entry.words) end
      if entry.words:find "^the Turkish capital, " then hollow = hollow + 1 assert.is_true(is_hollow, entry.words) end
    end
    assert.same({ 6, 1 }, { filled, hollow })
  end)

  it("show a denial as one", function()
    local picture = talks:plot("disagreements", { table = "talks" })
    local denials = 0
    for _, entry in ipairs(told(picture)) do denials = denials + (entry.words:find "^not " and 1 or 0) end
    assert.is_true(denials > 0)
    assert.is_truthy(find(picture, "not direct"))
  end)

  it("are as many as ds:disagreements() has", function()
    assert.equal(#istanbul:disagreements():frame(), #istanbul:plot("disagreements"):frame())
  end)
end)

-- How many values the tables of a day have by the certainty of the claim that is shown, as evidence tells it cell by cell.
local function values_by_certainty(view)
  local counts = {}
  for _, name in ipairs(view:tables()) do
    local info = view:table_info(name)
    for row in info.claims and view:table(name):rows() or function() end do
      for _, unit in ipairs(claim_units.of_table(info)) do
        local there = false
        for _, column in ipairs(unit.columns) do there = there or row[column] ~= nil end
        local shown = there and view:evidence(name, row.id, unit.field):where "shown":first()
        if shown then counts[shown.certainty or "(none)"] = (counts[shown.certainty or "(none)"] or 0) + 1 end
      end
    end
  end
  return counts
end

-- The counts of the last rows by a day.
local function known_by(f, day)
  local claims, values = {}, {}
  for i = 1, #f do
    local row = f[i]
    if row.day <= day then
      claims[row.certainty], values[row.certainty] = row.claims > 0 and row.claims or nil, row.values > 0 and row.values or nil
    end
  end
  return claims, values
end

describe("what was known", function()
  it("is the number of claims by each day, none of them before it was reported", function()
    local f = istanbul:plot("known"):frame()
    local last = {}
    for day, certainty, claims in f:each("day", "certainty", "claims") do
      assert.is_true((last[certainty] or 0) <= claims, day)
      last[certainty] = claims
    end
    local total, all = 0, 0
    for _, claims in pairs(last) do total = total + claims end
    for _, name in ipairs(istanbul:tables()) do
      if istanbul:claims_info(istanbul:table_info(name)) then
        all = all + istanbul[name]:claims():where("reported is not nil"):count()
      end
    end
    assert.equal(all, total)
  end)

  it("is the number of values by the certainty of the claim that is shown on each day", function()
    local views = { istanbul, istanbul:with_policy { deny = { "s4" } }, orvenn }
    for i, ds in ipairs(views) do
      local f = ds:plot("known"):frame()
      for _, day in ipairs { f[1].day, f[#f // 2].day, f[#f].day } do
        local _, values = known_by(f, day)
        assert.same(values_by_certainty(ds:as_of(day)), values, i .. " " .. day)
      end
    end
  end)

  it("counts a value that another one replaces no more", function()
    local ds = scratch.dataset()
    for i = 1, 2 do ds:add("sources", { id = "n" .. i, published = "2030-01-0" .. i }) end
    ds:add("talks", { id = "k1", place = "Bern" }, { source = "n1", certainty = "anonymous" })
    ds:claim("talks", "k1", { place = "Rome" }, { source = "n2", certainty = "on_record_quote" })
    local f = ds:plot("known"):frame()
    local claims, values = known_by(f, "2030-01-01")
    assert.same({ 1, 1 }, { claims.anonymous, values.anonymous })
    claims, values = known_by(f, "2030-01-02")
    assert.same({ 1, 1, 1 }, { claims.anonymous, claims.on_record_quote, values.on_record_quote })
    assert.is_nil(values.anonymous)
  end)

  it("of one value is what as_of shows after each report", function()
    local f = istanbul:plot("known", { table = "demands", id = "ru-truce", field = "days_best" }):frame()
    for day, value in f:each("day", "value") do
      local row = istanbul:as_of(day).demands:where { id = "ru-truce" }:first()
      assert.equal(value:match "^%d+", row and tostring(row.days_best or row.days_low))
    end
  end)
end)

describe("evidence", function()
  it("meets where claims come from one origin", function()
    local ds = scratch.with_sources("a", "b", "c")
    ds:add("talks", { id = "t", place = "Bern" }, { source = "a", chain = "outlet; agency" })
    ds:claim("talks", "t", { place = "Bern" }, { source = "b", chain = "outlet; agency" })
    ds:claim("talks", "t", { place = "Rome" }, { source = "c", chain = "outlet; minister" })
    local picture = ds:plot("evidence", { table = "talks", id = "t" })
    assert.equal("3 claims about talks t, which come from 2 origins.", picture.description)
    local agencies = 0
    for _, entry in ipairs(told(picture)) do agencies = agencies + (entry.words == "agency" and 1 or 0) end
    assert.equal(1, agencies)
  end)
end)

describe("the network", function()
  it("has every tie of its nodes once, the thicker the more there are", function()
    local picture = orvenn:plot "network"
    local most, thick = 0, nil
    for _, entry in ipairs(told(picture)) do
      local count = entry.at.name == "polyline" and tonumber(entry.words:match ": (%d+)$")
      if count and count > most then most, thick = count, tonumber(entry.at["stroke-width"]) end
    end
    assert.is_true(most > 1 and thick > 0.6)
  end)
end)

describe("bad input to plot()", function()
  local cases = {
    { { "tmeline" }, "no kind of picture 'tmeline'; did you mean 'timeline'?" },
    { {}, "plot() takes a kind of picture, such as \"timeline\", not a nil; known: demands, disagreements, evidence, "
      .. "known, ledger, network, positions, timeline" },
    { { "timeline", { form = "2025" } }, "plot(\"timeline\", {}) has no option 'form'; did you mean 'from'?" },
    { { "evidence" }, "plot(\"evidence\") takes the table and the id of a thing, and a field if wanted: "
      .. "{table = \"outcomes\", id = \"r2-bodies\", field = \"best\"}" },
    { { "known", { id = "x" } }, "plot(\"known\") takes table, id and field together, or none of them: "
      .. "{table = \"outcomes\", id = \"r2-bodies\", field = \"best\"}" },
    { { "known", { table = "demands", id = "ru-truce", field = "dys" } }, "no field 'dys' in demands" },
    { { "positions", { topic = "ceasefir" } }, "no topic 'ceasefir'; did you mean 'ceasefire'?" },
    { { "disagreements", { table = "delivery" } }, "no table with claims 'delivery'; did you mean 'deliveries'?" },
    { { "timeline", { party = "lithuania" } }, "there is nothing to draw in a picture of kind \"timeline\"" },
  }
  for _, case in ipairs(cases) do
    it("is refused: " .. case[2], function()
      assert.equal(case[2], scratch.message_of(istanbul.plot, istanbul, table.unpack(case[1], 1, 2)))
    end)
  end

  it("says so in a closed dataset", function()
    local ds = parley.open ":memory:"
    ds:close()
    assert.equal("this dataset is closed; open it again with parley.open()", scratch.message_of(ds.plot, ds, "timeline"))
  end)
end)
