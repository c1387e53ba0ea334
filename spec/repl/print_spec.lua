-- Previews, records and the list of tables, character by character.
-- Holds: repl.methods, repl.cells, repl.layout, repl.amount_columns, base.terminal, analysis.standing_of_fields

local core = require "parley.core"
local printing = require "parley.repl.print"
local source = require "spec.support.source"

local function preview(columns, rows, opts)
  return printing.preview(source(columns, rows), opts or { width = 80 })
end

-- Lines joined as they should be printed.
local function lines(...) return table.concat({ ... }, "\n") end

local function numbered(n)
  local rows = {}
  for i = 1, n do rows[i] = { "d" .. i, i } end
  return rows
end

describe("a preview", function()
  it("shows header, rows and size, numbers to the right, text to the left", function()
    assert.equal(lines(
      "topic         n  held",
      "ceasefire     7  true",
      "prisoners  1200  false",
      "2 rows × 3 columns"),
      preview({ "topic:text", "n:integer", "held:boolean" },
        { { "ceasefire", 7, true }, { "prisoners", 1200, false } }))
  end)

  it("shows the header of an empty result", function()
    assert.equal(lines("id  n", "0 rows × 2 columns"), preview({ "id:text", "n:integer" }, {}))
  end)

  it("counts one row and one column in the singular", function()
    assert.equal(lines("id", "a", "1 row × 1 column"), preview({ "id:text" }, { { "a" } }))
  end)

  it("shows ten of ten rows without a sign of more, and does not count", function()
    local src = source({ "id:text", "n:integer" }, numbered(10))
    local text = printing.preview(src, { width = 80 })
    assert.equal("10 rows × 2 columns", text:match("[^\n]*$"))
    assert.is_nil(text:find("…", 1, true))
    assert.equal(0, src.counted)
  end)

  it("shows ten of eleven rows, then … and the count", function()
    local src = source({ "id:text", "n:integer" }, numbered(11))
    assert.equal(lines("id    n", "d1    1", "d2    2", "d3    3", "d4    4", "d5    5", "d6    6", "d7    7",
      "d8    8", "d9    9", "d10  10", "…", "11 rows × 2 columns"), printing.preview(src, { width = 80 }))
    assert.equal(1, src.counted)
  end)

  it("asks a query for one row more than it shows, and ends the iteration", function()
    local src = source({ "id:text", "n:integer" }, numbered(500))
    printing.preview(src, { width = 80, rows = 3 })
    assert.equal(4, src.limited)
    assert.equal(4, src.fetched)
    assert.equal(1, src.closed)
  end)

  it("ends the iteration when a row fails", function()
    local src = source({ "id:text", "n:integer" }, numbered(5)):fail_at(3, "parley: broken row")
    assert.has_error(function() printing.preview(src) end, "parley: broken row")
    assert.equal(1, src.closed)
  end)

  it("tells a missing value, an empty text and their look-alikes apart", function()
    assert.equal(lines("a       b", "·       ·", "''      1", "'·'     2", "'''x''  3", "' x'    4", "'x '    5",
      "x y     6", "7 rows × 2 columns"),
      preview({ "a:text", "b:integer" },
        { {}, { "", 1 }, { "·", 2 }, { "''x'", 3 }, { " x", 4 }, { "x ", 5 }, { "x y", 6 } }))
  end)

  it("never lets control characters, bidirectional overrides or stray bytes through", function()
    assert.equal(lines("a\\x1b[2J                   b", "\\x1b[31mred⏎\\u{202e}x\\xff  1", "1 row × 2 columns"),
      preview({ "a\27[2J:text", "b:integer" }, { { "\27[31mred\n\u{202e}x\xff", 1 } }))
  end)

  it("measures in terminal columns", function()
    assert.equal(lines("name  n", "東京  1", "Kyïv  2", "Kyi\u{308}v  3", "3 rows × 2 columns"),
      preview({ "name:text", "n:any" }, { { "東京", 1 }, { "Kyïv", 2 }, { "Kyi\u{308}v", 3 } }))
  end)

  it("puts decimal points under each other", function()
    assert.equal(lines("     x  y", " 1.5    a", "10.25   a", " 3.0    a", "     ·  a", "-0.125  a",
      "5 rows × 2 columns"),
      preview({ "x:number", "y:text" }, { { 1.5, "a" }, { 10.25, "a" }, { 3.0, "a" }, { nil, "a" }, { -0.125, "a" } }))
  end)

  it("only aligns to the right where exponents stand", function()
    assert.equal(lines("     x", "   1.5", "1e+300", "   inf", "3 rows × 1 column"),
      preview({ "x:number" }, { { 1.5 }, { 1e300 }, { 1 / 0 } }))
  end)

  it("takes an `any` column of numbers for numbers, and any other for text", function()
    assert.equal(lines(" x  y", " 1  1", "22  22", "2 rows × 2 columns"),
      preview({ "x:any", "y:any" }, { { 1, 1 }, { 22, "22" } }))
  end)

  it("words dates", function()
    assert.equal(lines("date", "2025-06-02", "Jun 2025", "20–30 Jun 2025", "since Mar 2025", "4 rows × 1 column"),
      preview({ "date:date" }, { { "2025-06-02" }, { "2025-06" }, { "2025-06-20/2025-06-30" }, { "2025-03/.." } }))
    assert.equal(lines("date", "2025-06", "1 row × 1 column"), preview({ "date:text" }, { { "2025-06" } }))
  end)

  it("shows a quantity with its bounds as one, the numbers under each other", function()
    assert.equal(lines("id          best (low–high)", "a         6000 (5000–7000)", "b           30", "c   at least 5",
      "d     about 40", "e            9 (at most 10)", "f            ·", "g          1–2", "7 rows × 4 columns"),
      preview({ "id:text", "low:integer", "best:integer", "high:integer" }, { { "a", 5000, 6000, 7000 },
        { "b", 30, 30, 30 }, { "c", 5 }, { "d", nil, 40 }, { "e", nil, 9, 10 }, { "f" }, { "g", 1, nil, 2 } }))
    assert.equal(lines("days_late_low–high", "               3–5", "1 row × 2 columns"),
      preview({ "days_late_low:integer", "days_late_high:integer" }, { { 3, 5 } }))
    assert.equal(lines("id  n_best (low–high)", "a                 1–3", "1 row × 4 columns"),
      preview({ "id:text", "n_best:number", "n_low:number", "n_high:number" }, { { "a", nil, 1.0, 3.0 } }))
  end)

  it("leaves columns of such names alone where their values are no amounts, or words stand beside them", function()
    for _, row in ipairs { { -1, 0, 1 }, { 3, 2, 1 }, { "1", "2", "3" }, { 0, 1, 1 / 0 }, { 0, 0 / 0, 1 } } do
      assert.truthy(preview({ "low:any", "best:any", "high:any" }, { row }):find "^ *low +best +high\n")
    end
    assert.truthy(preview({ "low:integer", "high:integer" }, { { 1, 2 } }):find "^low  high\n")
    assert.truthy(preview({ "n:text", "n_low:integer", "n_high:integer" }, { { "1–2", 1, 2 } }):find "n_low  n_high")
  end)
end)

describe("a wide preview", function()
  local long = ("word "):rep(30) .. "end"

  -- The row of a preview of texts of two lengths.
  local function two_columns(a, b, width)
    return preview({ "a:text", "b:text" }, { { ("a"):rep(a), ("b"):rep(b) } }, { width = width }):match("\n([^\n]*)")
  end

  it("names the columns that do not fit", function()
    assert.equal(lines("alpha       beta", "aaaaaaaaaa  bbbbbbbbbb", "1 row × 4 columns",
      "+ 2 more columns: gamma, d…"),
      preview({ "alpha:text", "beta:text", "gamma:text", "delta:text" },
        { { ("a"):rep(10), ("b"):rep(10), ("c"):rep(10), ("d"):rep(10) } }, { width = 27 }))
  end)

  it("names one column in the singular, and cuts a long list of names", function()
    local text = preview({ "a:text", "b:integer" }, { { ("a"):rep(15), 10 ^ 14 // 1 | 0 } }, { width = 20 })
    assert.equal("+ 1 more column: b", text:match("[^\n]*$"))
    local columns, row = {}, {}
    for i = 1, 30 do columns[i], row[i] = ("column_%d:text"):format(i), ("x"):rep(20) end
    local last = preview(columns, { row }, { width = 42 }):match("[^\n]*$")
    assert.equal("+ 27 more columns: column_4, column_5, co…", last)
  end)

  it("gives a lone wide column what is left", function()
    local text = preview({ "id:text", "text:text" }, { { "r2", long } }, { width = 60 })
    assert.equal("r2  word word word word word word word word word word word …", text:match("\n([^\n]*)"))
    assert.equal(60, core.width(text:match("\n([^\n]*)")))
  end)

  it("holds two wide columns to forty each", function()
    assert.equal(("a"):rep(39) .. "…  " .. ("b"):rep(39) .. "…", two_columns(90, 90, 120))
  end)

  it("shares what is left evenly", function()
    assert.equal(("a"):rep(24) .. "…  " .. ("b"):rep(24) .. "…", two_columns(90, 30, 52))
    assert.equal(("a"):rep(28) .. "…  " .. ("b"):rep(21), two_columns(90, 21, 52))
  end)

  it("never cuts a number", function()
    local row = preview({ "n:integer" }, { { math.mininteger } }, { width = 20 }):match("\n([^\n]*)")
    assert.equal("-9223372036854775808", row)
    row = preview({ "t:text", "n:integer" }, { { ("t"):rep(90), math.maxinteger } }, { width = 42 }):match("\n([^\n]*)")
    assert.equal(("t"):rep(20) .. "…  9223372036854775807", row)
  end)

  it("never cuts a date", function()
    local text = preview({ "id:text", "due:date" }, { { "a", "2025-05-28/2025-06-02" } }, { width = 20 })
    assert.equal(lines("id", "a", "1 row × 2 columns", "+ 1 more column: due"), text)
    text = preview({ "text:text", "due:date" }, { { long, "2024-12-28/2025-06-02" } }, { width = 50 })
    assert.truthy(text:find("…  28 Dec 2024 – 2 Jun 2025\n", 1, true))
  end)

  it("names the columns of an amount that does not fit", function()
    assert.equal("+ 3 more columns: d_best, d_low, d_high", preview({ "a:text", "d_best:integer", "d_low:integer",
      "d_high:integer" }, { { long, 200000000, 100000000, 300000000 } }, { width = 42 }):match "[^\n]*$")
  end)

  it("shows six digits of a long fraction", function()
    assert.equal("0.333333", (preview({ "x:number" }, { { 1 / 3 } }):match("\n([^\n]*)")))
    assert.equal("1.23457e+20", (preview({ "x:number" }, { { 123456789012345678901.0 } }):match("\n([^\n]*)")))
    assert.equal("0.25", (preview({ "x:number" }, { { 0.25 } }):match("\n([^\n]*)")))
  end)

  it("leaves an id whole up to forty columns", function()
    local text = preview({ "id:text", "text:text" }, { { ("i"):rep(40), long } }, { width = 62 })
    assert.equal(("i"):rep(40) .. "  word word word word…", text:match("\n([^\n]*)"))
    text = preview({ "id:text", "text:text" }, { { ("i"):rep(40), long } }, { width = 20 })
    assert.equal(("i"):rep(9) .. "…  word wo…", text:match("\n([^\n]*)"))
  end)

  it("shows at least one column", function()
    assert.equal(lines("a", ("x"):rep(19) .. "…", "1 row × 2 columns", "+ 1 more column: b"),
      preview({ "a:text", "b:integer" }, { { ("x"):rep(50), 123456789012 } }, { width = 5 }))
    assert.equal(lines("a                  b", ("x"):rep(16) .. "…  y", "1 row × 2 columns"),
      preview({ "a:text", "b:text" }, { { ("x"):rep(50), "y" } }, { width = 5 }))
  end)

  it("has long texts go on below, within their column", function()
    assert.equal(lines("id    n  text", "a     1  one two three", "         four five six⏎", "         seven", "bcd  22  ·",
      "2 rows × 3 columns"),
      preview({ "id:text", "n:integer", "text:text" }, { { "a", 1, "one two three four five six\nseven" }, { "bcd", 22 } },
        { width = 24, wrap = true }))
    assert.equal(lines("a             b", "aaaaaaaaaaaa  東東東東東東", "aaa           東東", "1 row × 2 columns"),
      preview({ "a:text", "b:text" }, { { ("a"):rep(15), ("東"):rep(8) } }, { width = 26, wrap = true }))
  end)

  it("shows the columns that are wanted", function()
    assert.equal(lines("n  id", "1  a", "1 row × 2 columns"),
      preview({ "id:text", "x:text", "n:integer" }, { { "a", "b", 1 } }, { width = 80, columns = { "n", "id" } }))
  end)

  it("cuts between characters, whatever their width", function()
    local text = preview({ "a:text" }, { { ("東"):rep(50) } }, { width = 24 })
    assert.equal(("東"):rep(11) .. "…", text:match("\n([^\n]*)"))
    local huge = preview({ "a:text" }, { { ("é"):rep(500000) } }, { width = 24 })
    assert.equal(("é"):rep(23) .. "…", huge:match("\n([^\n]*)"))
  end)

  it("keeps every line within the terminal, with hostile text as well", function()
    math.randomseed(15)
    local pieces = { "a", " ", "東", "e\u{301}", "\27", "\n", "\xff", "\u{202e}", "👩‍👩‍👧", "·", "'" }
    for _ = 1, 300 do
      local columns, rows = {}, {}
      for c = 1, math.random(1, 8) do columns[c] = ("c%d:text"):format(c) end
      for r = 1, math.random(0, 12) do
        rows[r] = {}
        for c = 1, #columns do
          local parts = {}
          for i = 1, math.random(0, 40) do parts[i] = pieces[math.random(#pieces)] end
          rows[r][c] = math.random(5) > 1 and table.concat(parts) or nil
        end
      end
      local width = math.random(20, 120)
      for line in preview(columns, rows, { width = width }):gmatch("[^\n]+") do
        assert.is_true(core.width(line) <= width, line)
        assert.is_nil(line:find("[\0-\31\127]"))
      end
    end
  end)
end)

describe("the terminal's width", function()
  local row = { { ("x"):rep(300) } }
  local getenv, terminal_size = os.getenv, core.terminal_size
  before_each(function() core.terminal_size = function() end end)
  after_each(function()
    os.getenv, core.terminal_size = getenv, terminal_size   -- luacheck: ignore 122
  end)

  local function width_with(columns)
    os.getenv = function(name) return name == "COLUMNS" and columns or nil end   -- luacheck: ignore 122
    return core.width(printing.preview(source({ "a:text" }, row)):match("\n([^\n]*)"))
  end

  it("is COLUMNS, or 100", function()
    assert.equal(64, width_with("64"))
    assert.equal(100, width_with(nil))
    assert.equal(100, width_with("wide"))
    assert.equal(20, width_with("0"))
  end)

  it("is that of the terminal where COLUMNS is not known", function()
    core.terminal_size = function(descriptor) return descriptor == 1 and 72 or nil, 24 end
    assert.equal(72, width_with(nil))
    assert.equal(64, width_with("64"))
  end)
end)

describe("what show() takes", function()
  local parley = require "parley"
  local rows = {}
  for i = 1, 12 do rows[i] = { id = "r" .. i, n = i } end
  local f = parley.frame(rows)

  it("is a number of rows, or options, for queries, Frames and lists", function()
    local two = "^id  n\nr1  1\nr2  2\n…\n12 rows × 2 columns$"
    for _, thing in ipairs { f, f:where "n > 0", f:all(), f:where("n > 0"):all() } do
      assert.truthy(thing:show(2):find(two), thing:show(2))
      assert.truthy(thing:show { rows = 2 }:find(two))
      assert.equal(13, select(2, thing:show("all"):gsub("\n", "")))
      assert.equal(13, select(2, thing:show { rows = "all" }:gsub("\n", "")))
      assert.truthy(thing:show { columns = "n", rows = 1 }:find "^n\n1\n…\n12 rows × 1 column$")
      assert.truthy(thing:show { columns = { "n", "id" }, rows = 1, width = 20, wrap = true }:find "^n  id\n1  r1\n")
    end
  end)

  it("is refused where it is something else", function()
    local function refused(given, message)
      local _, err = pcall(f.show, f, given)
      assert.equal(message, err.message)
    end
    refused({ colums = "n" }, "show{} has no option 'colums'; did you mean 'columns'?")
    refused({ columns = 1 }, "columns of show{} is a list of texts, not a number")
    refused({ columns = { "nn" } }, "no column 'nn'; did you mean 'n'?")
    refused({ wrap = 1 }, "wrap is true or false, not a number")
    refused(-1, 'show(n), or show("all"): n must be a whole number, 0 or more, not -1')
  end)
end)

describe("the width of text", function()
  local cases = {
    { 2, "👩\u{200d}👩\u{200d}👧\u{200d}👦" }, { 2, "🇺🇦" }, { 4, "🇺🇦🇹🇷" }, { 1, "🇺" }, { 2, "❤\u{fe0f}" }, { 1, "❤" },
    { 2, "👍🏽" }, { 2, "1\u{fe0f}\u{20e3}" }, { 2, "🏴\u{200d}☠\u{fe0f}" }, { 2, "한" }, { 2, "\u{1112}\u{1161}\u{11ab}" },
    { 1, "e\u{301}\u{323}" }, { 6, "東京都" }, { 4, "ＡＢ" }, { 3, "ｱｲｳ" }, { 4, "سلام" }, { 3, "\xff\xfe\x80" },
  }
  for i, case in ipairs(cases) do
    it(("is %d columns (%d)"):format(case[1], i), function()
      assert.equal(case[1], core.width(case[2]))
      assert.equal(case[1] + 2, core.width("a" .. case[2] .. "b"))
    end)
  end

  it("is never cut within what is seen as one character", function()
    for _, case in ipairs(cases) do
      local text = "a" .. case[2] .. "b"
      for columns = 0, 8 do
        local kept, width = core.truncate(text, columns)
        assert.equal(width, core.width(kept))
        assert.is_true(width <= columns)
      end
    end
    assert.equal("a", (core.truncate("a👩\u{200d}👩", 2)))
    assert.equal("a🇺🇦", (core.truncate("a🇺🇦🇹🇷", 4)))
  end)
end)

describe("one value", function()
  it("reads as in a preview, whole", function()
    assert.equal("·", printing.value(nil))
    assert.equal("·", printing.value(core.null))
    assert.equal("''", printing.value("", "text"))
    assert.equal("Jun 2025", printing.value("2025-06", "date"))
    assert.equal("false", printing.value(false, "boolean"))
    assert.equal("0.5", printing.value(0.5, "number"))
    assert.equal(("x"):rep(1000), printing.value(("x"):rep(1000), "text"))
  end)
end)

describe("a record", function()
  local fields = {
    { name = "id", type = "text", value = "r2" },
    { name = "date", type = "date", value = "2025-06-02", claims = 12 },
    { name = "gap", type = "integer", value = 3, claims = 1 },
    { name = "purpose", type = "text", value = "to bring the two sides to one table", claims = 2 },
    { name = "host", type = "text", claims = 0 },
  }

  it("shows each field with its number of claims, and wraps by words", function()
    assert.equal(lines(
      "talks r2",
      "id       r2",
      "date     2025-06-02          12 claims",
      "gap      3                    1 claim",
      "purpose  to bring the two     2 claims",
      "         sides to one table",
      "host     ·"),
      printing.record({ title = "talks r2", fields = fields }, { width = 40 }))
  end)

  it("shows how firm each value is, who says something else, and bounds with their number", function()
    local own = {
      { name = "id", type = "text", value = "d1" },
      { name = "kind", type = "text", value = "demand", claims = 3, certainty = "narration", others = 2 },
      { name = "days_best", type = "integer", value = 30, claims = 1, certainty = "anonymous", others = 1 },
      { name = "days_low", type = "integer", value = 20, claims = 2 },
      { name = "days_high", type = "integer", claims = 1 },
      { name = "made", type = "date" },
    }
    assert.equal(lines(
      "id                    d1",
      "kind                  demand            narration  3 claims, 2 sources disagree",
      "days_best (low–high)  30 (at least 20)  anonymous  2 claims, 1 source disagrees",
      "made                  ·"), printing.record({ fields = own }, { width = 90 }))
    assert.equal(lines(
      "id                    d1",
      "kind                  demand            narration  3 claims",
      "                                                   2 sources disagree",
      "days_best (low–high)  30 (at least 20)  anonymous  2 claims",
      "                                                   1 source disagrees",
      "made                  ·"), printing.record({ fields = own }, { width = 75 }))
    assert.equal(lines(
      "id                    d1",
      "kind                  demand            narration",
      "                                        3 claims",
      "                                        2 sources disagree",
      "days_best (low–high)  30 (at least 20)  anonymous",
      "                                        2 claims",
      "                                        1 source disagrees",
      "made                  ·"), printing.record({ fields = own }, { width = 62 }))
  end)

  it("keeps to narrow terminals: what does not fit beside a name stands below it", function()
    local own = {
      { name = "id", type = "text", value = "d1" },
      { name = "text", type = "text", value = "a truce of three days", claims = 2, certainty = "narration", tie = true },
      { name = "days_best", type = "integer", value = 30, claims = 1, certainty = "on_record_paraphrase", others = 1 },
      { name = "days_low", type = "integer", value = 20, claims = 2 },
      { name = "days_high", type = "integer", claims = 1 },
    }
    assert.equal(lines(
      "demands d1",
      "id  d1",
      "text  a truce of three days",
      "  narration, 2 claims, a tie",
      "days_best (low–high)  30 (at least 20)",
      "  on_record_paraphrase, 2 claims, 1",
      "  source disagrees"), printing.record({ title = "demands d1", fields = own }, { width = 40 }))
    for width = 20, 70 do
      local text = printing.record({ title = "demands " .. ("d"):rep(30), fields = own }, { width = width })
      for line in text:gmatch "[^\n]+" do assert.is_true(core.width(line) <= width, width .. ": " .. line) end
      local plain = text:gsub("%s", "")
      for _, part in ipairs { ("d"):rep(30), "days_best", "30", "disagrees", "on_record_paraphrase" } do
        assert.truthy(plain:find(part, 1, true), part)
      end
    end
  end)

  it("has no title when none is given", function()
    assert.equal("a  1", printing.record { fields = { { name = "a", type = "integer", value = 1 } } })
  end)

  it("breaks lines where the text does, and words that are too long", function()
    assert.equal(lines("t  one⏎", "   two  x⏎", "   " .. ("y"):rep(21), "   yyy"),
      printing.record({ fields = { { name = "t", type = "text", value = "one\ntwo  x\n" .. ("y"):rep(24) } } },
        { width = 24 }))
  end)

  it("lets no control character through", function()
    assert.equal("a\\x1b\nn\\x07  x\\x1b[1m  1 claim", printing.record { title = "a\27",
      fields = { { name = "n\a", type = "text", value = "x\27[1m", claims = 1 } } })
  end)

  it("ends with a cluster of characters wider than a line", function()
    local cluster = ("👩\u{200d}"):rep(60) .. "👩"
    local text = printing.record({ fields = { { name = "a", type = "text", value = cluster } } }, { width = 20 })
    assert.equal(cluster, (text:gsub("^a  ", ""):gsub("\n   ", "")))
  end)
end)

describe("a dataset", function()
  -- What printing asks of a dataset.
  local function fake(fields)
    local entries = { talks = { 12, "a round of talks" }, demands = { 1234, ("m "):rep(40) }, ["x\27"] = { 0 } }
    local ds = {
      mode = "rwc", path = "talks.db", bundle = false,
      tables = function() return { "talks", "demands", "x\27" } end,
      table_info = function(_, name) return { meaning = entries[name][2] } end,
      row_count = function(_, name) return entries[name][1] end,
      view = function() return fields and fields.seen or {} end,
    }
    for key, value in pairs(fields or {}) do ds[key] = value end
    return ds
  end

  it("lists its tables with rows and meaning", function()
    assert.equal(lines(
      "talks.db (read and write)",
      "talks      12  a round of talks",
      "demands  1234  m m m m m m m m m m m m …",
      "x\\x1b       0"),
      printing.tables(fake(), { width = 40 }))
  end)

  it("leaves their meaning out where there is no room for it", function()
    assert.equal(lines("talks.db (read and", "write)", "talks      12", "demands  1234", "x\\x1b       0"),
      printing.tables(fake(), { width = 20 }))
  end)

  it("says what it is and what it shows", function()
    local function title(fields) return printing.tables(fake(fields)):match("^[^\n]*") end
    assert.equal("istanbul-2025: The talks (bundled, read-only)",
      title { bundle = { name = "istanbul-2025", title = "The talks" }, mode = "ro", path = false })
    assert.equal("dataset (in memory)", title { mode = "memory", path = false })
    local policy = require("parley.claims.policy").new { name = "mine", prefer = { "s1" }, certainty = "narration" }
    assert.equal("talks.db (read-only, as of 2025-06-05, policy 'mine': prefers s1; nothing weaker than narration)",
      title { mode = "ro", seen = { as_of = core.date("2025-06-05"), policy = policy } })
  end)
end)
