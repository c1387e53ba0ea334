-- Exports and searches that once changed what they showed, by their numbers, with cousins of each.

local parley = require "parley"
local scratch = require "spec.support.scratch"

local at, remove
before_each(function() at, remove = scratch.folder() end)
after_each(function() remove() end)

-- The cells of a table of one column, as a format writes them.
local PATTERNS = { latex = "\n([^\n]*) \\\\%f[\n]", markdown = "| ([^\n]*) |\n" }

local function cells(format, texts)
  local rows, list = {}, {}
  for i, text in ipairs(texts) do rows[i] = { a = text } end
  local written = require("parley.export.export").to_string(parley.frame(rows), format)
  for cell in written:gmatch(PATTERNS[format]) do list[#list + 1] = cell end
  return table.move(list, #list - #texts + 1, #list, 1, {})
end

-- Names of authors as they are cited: what BibTeX says of them.
local function bibtex_authors(text)
  local ds = parley.open ":memory:"
  ds:add("sources", { id = "s", author = text }, { source = "s" })
  return ds:cite("s", "bibtex"):match "author = (%b{})"
end

local function csl_authors(text)
  local ds = parley.open ":memory:"
  ds:add("sources", { id = "s", author = text }, { source = "s" })
  return ds:cite("s", "csl"):match '"author": (%b[])'
end

-- Authors ----------------------------------------------------------------------------------------------

describe("authors", function()
  local BODY = "Ministry of Foreign Affairs, Norway"
  for name, expected in pairs {
    ["Amnesty International; UN Women"] = "{{Amnesty International} and {UN Women}}",
    ["Kim Jong-un"] = "{{Kim Jong-un}}", ["Xi Jinping"] = "{{Xi Jinping}}", ["Staff writer"] = "{{Staff writer}}",
    ["Smith, John, and Doe, Jane"] = "{Smith, John and Doe, Jane}",
    ["John Smith, Jane Doe"] = "{{John Smith, Jane Doe}}", ["{Human Rights Watch}"] = "{{Human Rights Watch}}",
    -- bodies with "and", and with a comma
    ["Food and Agriculture Organization"] = "{{Food and Agriculture Organization}}",
    ["Ministry of Defence and Security; Oxfam"] = "{{Ministry of Defence and Security} and {Oxfam}}",
    ["{Ernst and Young; Partners}"] = "{{Ernst and Young; Partners}}", [BODY] = "{{" .. BODY .. "}}",
    ["OSCE, Vienna"] = "{{OSCE, Vienna}}", ["Human Rights Watch, Geneva"] = "{{Human Rights Watch, Geneva}}",
    ["Министерство обороны, Москва"] = "{{Министерство обороны, Москва}}",
    -- persons
    ["van der Berg, Jan Willem and de la Cruz, Juan"] = "{van der Berg, Jan Willem and de la Cruz, Juan}",
    ["García Márquez, Gabriel"] = "{García Márquez, Gabriel}", ["Al-Assad, Bashar"] = "{Al-Assad, Bashar}",
    ["{Ortega y Gasset}, José"] = "{Ortega y Gasset, José}", ["Smith, J. & Doe, A. B."] = "{Smith, J. and Doe, A. B.}",
    ["Smith J., Doe A."] = "{{Smith J., Doe A.}}", ["Smith JA, Doe B"] = "{{Smith JA, Doe B}}",
    ["John Smith and Jane Doe"] = "{{John Smith} and {Jane Doe}}", ["王毅；李强"] = "{{王毅} and {李强}}",
    ["DeRouen, Bercovitch and Pospieszna"] = "{{DeRouen, Bercovitch and Pospieszna}}",
  } do
    it("case 57: keep bodies and family-first names whole: " .. name, function()
      assert.equal(expected, bibtex_authors(name))
    end)
  end

  it("case 57: are the same names in CSL", function()
    assert.equal('[{"literal": "Kim Jong-un"}, {"family": "van der Berg", "given": "Jan"}, {"literal": "Food and '
      .. 'Agriculture Organization"}]', csl_authors "{Kim Jong-un}; van der Berg, Jan; Food and Agriculture Organization")
  end)

  it("case 57: are shown to people without the braces that say one name", function()
    local ds = parley.open ":memory:"
    ds:add("sources", { id = "s", author = "{Ernst and Young}", title = "T" }, { source = "s" })
    assert.equal('[s] Ernst and Young: "T". undated.', ds:cite "s")
  end)
end)

-- GraphML ----------------------------------------------------------------------------------------------

describe("GraphML", function()
  it("case 58: keeps the ids of rows from the ids that readers give to edges and nodes", function()
    local text = parley.open():network { role = "host", tables = "talks" }:to_graphml()
    assert.truthy(text:find('<key id="e6" for="edge" attr.name="row_id" attr.type="string"/>', 1, true))
    assert.truthy(text:find('<data key="e6">r1</data>', 1, true))
    assert.is_nil(text:find('attr.name="id"', 1, true))
  end)

  it("case 58: gives every attribute a name of its own", function()
    local columns = { "source", "target", "id", "row_id", "source_label", "target_label", "source_id", "target_id" }
    local row = {}
    for _, name in ipairs(columns) do row[name] = name end
    local names = {}
    for of, name in parley.frame({ row }, { columns = columns }):to_graphml():gmatch 'for="(%a+)" attr.name="([^"]*)"' do
      names[#names + 1] = of .. " " .. name
    end
    assert.same({ "node label", "node label_2", "node row_id", "edge row_id_2", "edge row_id" }, names)
  end)

  it("case 58: leaves letters of every script in the ids of nodes", function()
    local text = parley.frame({ { source = "Україна", target = "東京 (都)" } }, { columns = { "source", "target" } })
      :to_graphml()
    assert.truthy(text:find('source="Україна" target="東京_x20__x28_都_x29_"', 1, true), text)
  end)
end)

-- LaTeX ------------------------------------------------------------------------------------------------

-- Everything that ASCII has, alone, in pairs with itself and in threes, and what LaTeX joins.
local function awkward()
  local texts = { "why?`x !`y ``q'' ,,z", 'say "no"', "?``", "'''", "---", "*x", "[1ex]", "\\\\[1ex]", "%", "a -- b" }
  for code = 32, 126 do
    local character = string.char(code)
    texts[#texts + 1] = character .. " " .. character:rep(2) .. " " .. character:rep(3) .. "x"
  end
  return texts
end

describe("LaTeX", function()
  it("case 59: joins no two signs of a text into another", function()
    assert.same({ "why?{}`x !{}`y `{}`q'{}' ,{},z", "say \\char34{}no\\char34{}", "?{}`{}`", "'{}'{}'",
      "-{}-{}-" }, cells("latex", { "why?`x !`y ``q'' ,,z", 'say "no"', "?``", "'''", "---" }))
  end)

  it("case 59: names signs and blanks that stand beside numbers", function()
    assert.same({ "\\ensuremath{\\leq} 5", "\\ensuremath{-}3 °", "1\\,000", "a–b — … “q” €" },
      cells("latex", { "≤ 5", "−3 °", "1\u{202f}000", "a–b — … “q” €" }))
  end)

  -- Whether pdflatex sets these lines in a document with booktabs alone.
  local function compiles(lines)
    scratch.file(at "t.tex", "\\documentclass{article}\\usepackage{booktabs}\\begin{document}\n" .. lines
      .. "\\end{document}\n")
    return os.execute(("cd '%s' && pdflatex -halt-on-error -interaction=batchmode t.tex >out.txt 2>&1"):format(at ""))
  end

  it("case 59: compiles with booktabs alone", function()
    if not compiles "x\n" then return pending "needs pdflatex with booktabs" end
    local rows = {}
    local texts = awkward()
    table.move({ "5 ≤ x ≥ −3 ≠ ≈ ≡ ∞ ↔ ⇒ 5′ 30″ √ ∑ ∈", "1\u{202f}000\u{2009}m\u{2002}a\u{2003}b\u{2060}c" }, 1, 2, #texts + 1, texts)
    for i, text in ipairs(texts) do rows[i] = { a = text, b = i } end
    assert.truthy(compiles(parley.frame(rows, { columns = { "a", "b" } }):to_latex()))
  end)
end)

-- Markdown ---------------------------------------------------------------------------------------------

describe("Markdown", function()
  it("case 60: sets no mathematics, and leaves addresses whole", function()
    assert.same({ "from 5\\$ to 10\\$", "https://example.org/x_y_(z)" },
      cells("markdown", { "from 5$ to 10$", "https://example.org/x_y_(z)" }))
  end)

  for text, expected in pairs {
    ["see (https://a.org/b_c), x_"] = "see (https://a.org/b_c), x\\_",
    ["https://a.org/_x_/*y*|z"] = "<https://a.org/_x_/*y*\\|z>",
    ["https://a.org/~u/~v/$w$"] = "<https://a.org/~u/~v/$w$>",
    ["https://a.org/b_"] = "<https://a.org/b_>",
    ["`https://a.org/b`"] = "\\`<https://a.org/b>\\`",
    ["https://a.org/?x=1&copy;=2"] = "<https://a.org/?x=1&amp;copy;=2>",
    ["https://a.org<b>"] = "<https://a.org>&lt;b>",
    ["「https://a.org/維基_(百科)」"] = "「<https://a.org/維基_(百科)>」",
    ["one\nhttps://a.org/b_c\n_two_"] = "one<br>https://a.org/b_c<br>\\_two\\_",
    ["javascript://x_y_ _a_"] = "javascript://x\\_y\\_ \\_a\\_",
    ["x^2^"] = "x\\^2\\^",
  } do
    it("case 60: writes " .. expected, function() assert.equal(expected, cells("markdown", { text })[1]) end)
  end
end)

-- Search -----------------------------------------------------------------------------------------------

describe("search", function()
  local TEXTS = { cn = "停战协议已经签署", jp = "和平交渉が始まった", kr = "휴전 협상이", th = "การเจรจาสันติภาพ",
    fw = "ＵＮ mission", half = "ｶﾀｶﾅ", hy = "a ceasefire held", hyphen = "the Cease-Fire of 2019年3月, in 1990-1995",
    nu = "about 1,000 men", nus = "1234 and 1,234,567 shells", km = "កិច្ចព្រមព្រៀង" }

  local FOUND = { ["停战"] = "cn", ["协议"] = "cn", ["战"] = "cn", ["停議"] = "", ["交渉"] = "jp", ["협상"] = "kr",
    ["สันติภาพ"] = "th", ["UN mission"] = "fw", ["ＵＮ"] = "fw", ["カタカナ"] = "half", ["cease-fire"] = "hy hyphen",
    ["Ceasefire"] = "hy hyphen", ["ceasefi*"] = "hy hyphen", ["cease-fi*"] = "hy hyphen", fire = "hyphen",
    ['"cease-fire of"'] = "hyphen", ["2019年"] = "hyphen", ["2019"] = "hyphen", ["3月 ceasefire"] = "hyphen",
    ["19901995"] = "", ["1990"] = "hyphen", ["1000"] = "nu", ["1,000"] = "nu", ["1234567"] = "nus", ["567"] = "nus",
    ["ព្រមព្រៀង"] = "km" }

  local function fill(ds)
    ds:add("sources", { id = "s", published = "2020-01-01" }, { source = "s" })
    for _, id in ipairs { "cn", "jp", "kr", "th", "fw", "half", "hy", "hyphen", "nu", "nus", "km" } do
      ds:add("statements", { id = id, text = TEXTS[id] }, { source = "s" })
    end
    return ds
  end

  local function ids(hits)
    local list = {}
    for row in hits:rows() do list[#list + 1] = row.id end
    table.sort(list)
    return table.concat(list, " ")
  end

  local function check(ds)
    for text, expected in pairs(FOUND) do
      assert.equal(expected, ids(ds:search(text)), text)
      assert.equal(expected, ids(ds.statements:search(text)), text)
    end
  end

  it("case 56: finds words of scripts without blanks, full width, hyphens and numbers with commas", function()
    check(fill(parley.open ":memory:"))
  end)

  it("case 56: finds them in files, in views, and in a file that an older version indexed", function()
    local path = at "a.db"
    local ds = fill(parley.open(path))
    check(ds)
    check(ds:as_of "2021-01-01")
    ds:close()
    local store = assert(require("parley.core").open(path))
    store:exec "UPDATE search_text SET body = fold(body) || ' old'; PRAGMA user_version = 3"
    store:close()
    local again = parley.open(path)
    assert.equal("", ids(again:search "old"))
    check(again)
  end)

  it("case 56: shows what was found as it was written", function()
    local ds = fill(parley.open ":memory:")
    for text, expected in pairs { ["协议"] = "停战[协议]已经签署", ["협상"] = "휴전 [협상]이", un = "[ＵＮ] mission",
      ["ceasefire 1990"] = "the [Cease-Fire] of 2019年3月, in [1990]-1995",
      ["ceasefire held"] = "a [ceasefire] [held]", ["1234567"] = "1234 and [1,234,567] shells",
      ["cease-fire 3月"] = "the [Cease-Fire] of 2019年[3月], in 1990-1995", ["1000 men"] = "about [1,000] [men]" } do
      assert.equal(expected, ds:search(text)[1].text)
    end
  end)

  it("case 56: folds as contains() does", function()
    local ds = fill(parley.open ":memory:")
    assert.equal("fw", ids(ds.statements:where "contains(text, 'un MISSION')"))
    assert.equal("un mission 1", require("parley.core").fold "ＵＮ　mission　１")
  end)
end)
