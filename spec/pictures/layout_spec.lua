-- Where words stand: in no picture does a text run over the edge of the paper, over another text, or, in a network, over
-- a mark; whatever the data are like: one row, all alike, long words, words of other scripts, numbers of any size.
-- Holds: pictures.chart_scales, pictures.evidence_tree, pictures.ledger_days, pictures.legend, pictures.node_names

local dataset_plot = require "parley.pictures.dataset_plot"
local metrics = require "parley.pictures.metrics"
local parley = require "parley"
local second = require "spec.support.second"
local xml = require "spec.support.xml"

local function elements_of(svg, name)
  local found = {}
  local function walk(list)
    for _, element in ipairs(list) do
      if element.name == name then found[#found + 1] = element end
      walk(element.children)
    end
  end
  local root = xml.elements(svg)
  walk(root)
  return found, root[1]
end

-- The place of each text: left, top, right, bottom, and what it says.
local function boxes_of(svg)
  local boxes, texts, root = {}, elements_of(svg, "text")
  for i, text in ipairs(texts) do
    local size = tonumber(text["font-size"])
    local width = metrics.letters.width(text.text, size, text["font-weight"] == "bold")
    local anchor, x, y = text["text-anchor"] or "start", tonumber(text.x), tonumber(text.y)
    -- what runs from right to left begins at the right
    local to_the_left = text.direction == "rtl" and "start" or "end"
    local left = anchor == to_the_left and x - width or anchor == "middle" and x - width / 2 or x
    boxes[i] = { left, y - size * 0.75, left + width, y + size * 0.2, text.text }
  end
  return boxes, tonumber(root.width), tonumber(root.height)
end

local function overlap(a, b) return a[1] < b[3] and b[1] < a[3] and a[2] < b[4] and b[2] < a[4] end

-- What stands where it should not, in words.
local function faults_of(svg)
  local faults, boxes, width, height = {}, boxes_of(svg)
  for i, a in ipairs(boxes) do
    if a[1] < -0.5 or a[3] > width + 0.5 or a[2] < -0.5 or a[4] > height + 0.5 then
      faults[#faults + 1] = "over the edge: " .. a[5]
    end
    for j = i + 1, #boxes do
      if overlap(a, boxes[j]) then faults[#faults + 1] = a[5] .. " over " .. boxes[j][5] end
    end
  end
  return faults
end

describe("a drawing of a dataset", function()
  local datasets = { istanbul = parley.open(), talks = parley.open "russia-ukraine-talks", orvenn = second.open() }
  for _, kind in ipairs(dataset_plot.KINDS) do
    for name, ds in pairs(datasets) do
      it(("has each text at a place of its own: %s of %s"):format(kind, name), function()
        local thing = kind == "evidence" and { table = "talks", id = ds.talks:sort("id"):first().id } or {}
        for _, width in ipairs { 960, 480 } do
          thing.width = width
          assert.same({}, faults_of(ds:plot(kind, thing):to_svg()))
        end
      end)
    end
  end

  it("has no name over a mark of another", function()
    for _, ds in pairs(datasets) do
      local svg = ds:plot("network"):to_svg()
      local marks = {}
      for i, mark in ipairs(elements_of(svg, "path")) do
        local x, y = (mark.transform or ""):match "translate%(([%d.]+) ([%d.]+)%)"
        marks[i] = { tonumber(x) - 4, tonumber(y) - 4, tonumber(x) + 4, tonumber(y) + 4 }
      end
      for _, box in ipairs(boxes_of(svg)) do
        for _, mark in ipairs(marks) do assert.is_false(overlap(box, mark), box[5]) end
      end
    end
  end)

  it("tells whose each demand is in words, not by a colour alone", function()
    local svg = datasets.istanbul:plot("demands", { topic = "ceasefire" }):to_svg()
    assert.is_truthy(svg:find(">Ukraine: A complete ceasefire", 1, true))
    assert.is_truthy(svg:find(">Russia: A short truce", 1, true))
  end)

  it("has claims that say the same together, the reading that is shown first", function()
    local made = require("parley.pictures.drawings.evidence").of(datasets.istanbul,
      { table = "talks", id = "r2", field = "place" })
    local said = {}
    for i, path in ipairs(made.paths) do said[i] = path[1].text end
    assert.equal("Istanbul Istanbul Istanbul Istanbul Istanbul Istanbul the Turkish capital", table.concat(said, " "))
  end)
end)

-- Awkward data ---------------------------------------------------------------------------------------------------

local long, many, words = {}, {}, { "שלום עולם", "مرحبا بالعالم 12", "北京会谈\u{202e}abc", "Тбилиси" }
for i = 1, 12 do
  long[i] = { w = "a label that nobody would want to read in full, and no picture has room for, number " .. i, n = i * 10,
    low = i, high = i * 20, d = ("20%02d"):format(i + 10) }
end
for s = 1, 25 do
  for i = 1, 6 do
    many[#many + 1] = { s = "series " .. s, d = ("2025-%02d"):format(i), n = s * 3 + i, w = "p" .. i, low = s, high = s + 3 }
  end
end
local other = {}
for i, word in ipairs(words) do other[i] = { w = word, d = "2025-0" .. i, n = i * 1000, low = i, high = i + 1 } end

local function of_numbers(...)
  local rows = {}
  for i, n in ipairs { ... } do
    rows[i] = { w = "w" .. i, d = ("2025-%02d-01"):format(i), n = n, low = n - math.abs(n) / 2, high = n + math.abs(n) / 2 }
  end
  return rows
end

local FRAMES = { one = { { w = "only", d = "2025-06", n = 3, low = 1, high = 5 } }, alike = of_numbers(7, 7, 7),
  negative = of_numbers(-7, 3, -1), huge = of_numbers(1.2e15, 3e18, 7e12), tiny = of_numbers(1e-9, 3e-9),
  long = long, other = other }

local CHARTS = { { "bar", x = "w", y = "n" }, { "bar", x = "d", y = "n" }, { "line", x = "d", y = "n" },
  { "area", x = "d", y = "n" }, { "step", x = "d", y = "n" }, { "point", x = "d", y = "n" }, { "point", x = "w", y = "n" },
  { "range", x = "w", low = "low", high = "high" }, { "range", x = "d", low = "low", high = "high" },
  { "histogram", x = "n" }, { "histogram", x = "d" }, { "heat", x = "d", y = "w", value = "n" },
  { "heat", x = "w", y = "d", value = "n" } }

local function chart(rows, options, more)
  local given = {}
  for _, list in ipairs { options, more or {} } do
    for key, value in pairs(list) do given[key == 1 and "kind" or key] = value end
  end
  return parley.frame(rows):plot(given)
end

describe("a chart", function()
  for _, options in ipairs(CHARTS) do
    it(("of %s and %s has each text at a place of its own"):format(options[1], options.x), function()
      for name, rows in pairs(FRAMES) do
        for _, width in ipairs { 720, 320 } do
          assert.same({}, faults_of(chart(rows, options, { width = width }):to_svg()), name)
        end
      end
    end)
  end

  it("of 25 series or panels has each text at a place of its own", function()
    for _, kind in ipairs { "bar", "line", "area", "step", "point" } do
      assert.same({}, faults_of(chart(many, { kind, x = "d", y = "n", by = "s" }):to_svg()), kind)
    end
    assert.same({}, faults_of(chart(many, { "line", x = "d", y = "n", facet = "s" }):to_svg()))
    assert.same({}, faults_of(chart(many, { "range", x = "w", low = "low", high = "high", by = "s" }):to_svg()))
  end)

  it("has every word of its axis, and no more of one than can be read", function()
    local svg = chart(FRAMES.negative, { "bar", x = "w", y = "n" }):to_svg()
    for i = 1, 3 do assert.is_truthy(svg:find((">w%d</text>"):format(i), 1, true)) end
    local cut = chart(long, { "point", x = "w", y = "n" }):to_svg()
    local seen, count = {}, 0
    for label in cut:gmatch ">(a label that[^<]*…[^<]*)</text>" do
      assert.is_nil(seen[label], label)
      seen[label], count = true, count + 1
    end
    assert.equal(12, count)
  end)

  it("spells out in its place what a screen would obey", function()
    for line in chart(other, { "bar", x = "w", y = "n" }):text({ width = 80, ascii = false }):gmatch "[^\n]+" do
      if line:find("abc", 1, true) then assert.is_truthy(line:find("北京会谈\\u{202e}abc", 1, true)) end
    end
  end)

  it("is of months where months are all that is known, and has parts for them", function()
    local months = { { d = "2025-01" }, { d = "2025-02" }, { d = "2025-04" }, { d = "2025-04" } }
    local drawn = parley.frame(months):plot { kind = "histogram", x = "d" }
    local svg = drawn:to_svg()
    assert.is_truthy(svg:find("<title>Apr 2025: 2</title>", 1, true))
    assert.is_truthy(svg:find(">Feb</text>", 1, true))
    assert.is_nil(svg:find(">%d+ Feb</text>"))
    assert.equal(0, #drawn:notes())
    local open = parley.frame { { d = "2025-01-01/.." }, { d = "2025-02-01/.." } }
    local done, err = pcall(open.plot, open, { kind = "histogram", x = "d" })
    assert.is_false(done)
    assert.equal("empty", err.code)
  end)

  it("marks a range whose ends are one", function()
    local svg = chart(FRAMES.alike, { "range", x = "w", low = "n", high = "n" }):to_svg()
    assert.same(3, select(2, svg:gsub("<path [^>]*><title>w%d", "")))
  end)

  it("draws ranges of small numbers to scale", function()
    local svg = chart(FRAMES.tiny, { "range", x = "w", low = "low", high = "high" }):to_svg()
    assert.is_truthy(svg:find(">1e-09</text>", 1, true))
  end)

  it("has a line at zero where numbers lie at both sides of it", function()
    local function zeros(rows)
      return select(2, chart(rows, { "bar", x = "w", y = "n" }):to_svg():gsub('<polyline [^>]*class="p%-axis%-line"', ""))
    end
    assert.equal(zeros(FRAMES.alike) + 1, zeros(FRAMES.negative))
  end)
end)

describe("a legend in a terminal", function()
  it("has a cell of what each bar is filled with", function()
    local text = parley.open():plot("ledger"):text { width = 80, ascii = false }
    assert.is_truthy(text:find("▒ promised", 1, true))
    assert.is_truthy(text:find("█ delivered", 1, true))
  end)
end)

-- The texts of a picture, in their order.
local function texts_of(svg)
  local texts = {}
  for i, box in ipairs(boxes_of(svg)) do texts[i] = box[5] end
  return texts
end

local function contains(list, text)
  for _, one in ipairs(list) do if one == text then return true end end
  return false
end

describe("names", function()
  local LONG = "The United Provisional Revolutionary Council of the Northern and Eastern Provinces"

  it("that would be cut to the same words keep their ends: at an axis, above panels, beside lanes", function()
    local rows = { { w = LONG .. " A", n = 1, g = "x" }, { w = LONG .. " B", n = 2, g = "x" }, { w = "short", n = 3, g = "x" } }
    local ds = parley.open ":memory:"
    ds:add("sources", { id = "s1", published = "2025-01-02" })
    for _, letter in ipairs { "A", "B" } do
      ds:add("parties", { id = letter, name = LONG .. " " .. letter }, { source = "s1" })
      ds:add("demands", { id = "of" .. letter, party = letter, made = "2025-01-0" .. #letter, text = "all roads open" },
        { source = "s1" })
    end
    for what, svg in pairs { axis = chart(rows, { "bar", x = "w", y = "n" }):to_svg(),
      panels = chart(rows, { "bar", x = "g", y = "n", facet = "w" }):to_svg(), lanes = ds:plot("timeline"):to_svg() } do
      for _, letter in ipairs { "A", "B" } do
        assert.is_truthy(svg:find((">The [^<]*…[^<]* %s</text>"):format(letter)), what .. letter)
      end
    end
    assert.is_truthy(ds:plot("demands"):to_svg():find(">The [^<]*…: all roads open</text>"))
  end)

  it("of things in time have the room that there is beside them", function()
    local ds = parley.open ":memory:"
    ds:add("sources", { id = "s1", published = "2025-12-31" })
    ds:add("talks", { id = "t1", name = "a meeting on the harbour, the road and the lake", date = "2025-01-01" },
      { source = "s1" })
    ds:add("talks", { id = "t2", name = "a second meeting on the harbour, the road and the lake", date = "2025-12-30" },
      { source = "s1" })
    local texts = texts_of(ds:plot("timeline"):to_svg())
    assert.is_true(contains(texts, "a meeting on the harbour, the road and the lake"))
    assert.is_true(contains(texts, "a second meeting on the harbour, the road and the lake"))
  end)

  it("that run from right to left begin at their right end, and end with what was cut at the left", function()
    local word = "المجلس الوطني الانتقالي"
    local rows = { { w = word, n = 1 }, { w = (word .. " "):rep(5), n = 2 }, { w = "abc", n = 3 } }
    local found = {}
    for _, text in ipairs(elements_of(chart(rows, { "bar", x = "w", y = "n" }):to_svg(), "text")) do
      if text.direction or text.text == "abc" then
        found[#found + 1] = ("%s %s %s"):format(text.direction or "ltr", text["text-anchor"] or "start",
          text.text:find "…$" and "cut" or "whole")
      end
    end
    assert.same({ "rtl start whole", "rtl start cut", "ltr end whole" }, found)
  end)
end)

describe("panels", function()
  it("have room for their bars beside long words, side by side where there is", function()
    local rows = {}
    for i = 1, 12 do
      rows[i] = { w = ("an identifier of some length, number %d"):format(i), n = i, g = "panel " .. (i - 1) // 4 }
    end
    for _, box in ipairs(elements_of(chart(rows, { "bar", x = "w", y = "n", facet = "g" }):to_svg(), "rect")) do
      local title = box.children[1]
      if title and title.text:find("number 12", 1, true) then assert.is_true(tonumber(box.width) > 90, box.width) end
    end
  end)

  it("are named where one was asked for, and one series too", function()
    local rows = { { w = "a", n = 1, g = "only this" } }
    assert.is_true(contains(texts_of(chart(rows, { "bar", x = "w", y = "n", facet = "g" }):to_svg()), "only this"))
    assert.is_true(contains(texts_of(chart(rows, { "bar", x = "w", y = "n", by = "g" }):to_svg()), "only this"))
    assert.is_false(contains(texts_of(chart(rows, { "bar", x = "w", y = "n" }):to_svg()), "only this"))
  end)

  it("are at most 40, with a note", function()
    local rows = {}
    for i = 1, 45 do rows[i] = { w = "a", n = i, g = "panel " .. i } end
    local picture = chart(rows, { "bar", x = "w", y = "n", facet = "g" })
    local texts = texts_of(picture:to_svg())
    assert.is_true(contains(texts, "panel 40"))
    assert.is_false(contains(texts, "panel 41"))
    assert.equal("5 panels are not drawn: the first 40 are; sort() or where() say which", picture:notes()[1].note)
  end)

  it("and series have their words in the order of the rows", function()
    local rows = {}
    for i = 1, 50 do rows[i] = { w = "word " .. i, n = i, g = ({ "x", "y", "z" })[i % 3 + 1] } end
    for _, role in ipairs { "by", "facet" } do
      local picture = chart(rows, { "bar", x = "w", y = "n", [role] = "g" })
      local texts, seen, met = texts_of(picture:to_svg()), {}, {}
      for _, text in ipairs(texts) do
        if text:find "^word" and not seen[text] then seen[text], met[#met + 1] = true, text end
      end
      for i = 1, 40 do assert.equal("word " .. i, met[i], role) end
      assert.equal(40, #met)
    end
  end)
end)
