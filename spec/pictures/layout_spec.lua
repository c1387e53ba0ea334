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
    local anchor, x, y = text["text-anchor"], tonumber(text.x), tonumber(text.y)
    local left = anchor == "end" and x - width or anchor == "middle" and x - width / 2 or x
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
    assert.same(12, select(2, cut:gsub(">a label that nobody would[^<]*…</text>", "")))
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
