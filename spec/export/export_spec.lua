-- Exports, byte by byte; read back by readers that know nothing of the writers.
-- Holds: base.latex, export.formats, export.formats.csv, export.formats.html, export.formats.json, export.formats.jsonl,
--   export.formats.latex, export.formats.markdown, export.methods, export.readable, export.stream

local lfs = require "lfs"
local core = require "parley.core"
local export = require "parley.export.export"
local scratch = require "spec.support.scratch"
local source = require "spec.support.source"

local function written(format, columns, rows)
  return export.to_string(source(columns, rows), format)
end

local function lines(...) return table.concat({ ... }, "\n") .. "\n" end

local function message_of(f, ...)
  local ok, message = pcall(f, ...)
  assert.is_false(ok)
  return message
end

-- CSV --------------------------------------------------------------------------------------------------

-- A reader of RFC 4180, a character at a time: rows of fields; an unquoted empty field is false.
local function read_csv(text)
  local rows, row, at = {}, {}, 1
  while at <= #text do
    local field
    if text:sub(at, at) == '"' then
      local parts = {}
      repeat
        local close = text:find('"', at + 1, true)
        parts[#parts + 1] = text:sub(at + 1, close - 1)
        at = close + 1
      until text:sub(at, at) ~= '"'
      field = table.concat(parts, '"')
    else
      local stop = text:find("[,\n]", at)
      field, at = text:sub(at, stop - 1), stop
      if field == "" then field = false end
    end
    row[#row + 1] = field
    if text:sub(at, at) == "\n" then rows[#rows + 1], row = row, {} end
    at = at + 1
  end
  return rows
end

describe("CSV", function()
  it("writes names, then rows, with every type", function()
    assert.equal(lines("id,n,x,held,date", "r2,12,0.5,true,2025-06-20/2025-06-30", "r3,-1,3.0,false,2025-07~"),
      written("csv", { "id:text", "n:integer", "x:number", "held:boolean", "date:date" },
        { { "r2", 12, 0.5, true, "2025-06-20/2025-06-30" }, { "r3", -1, 3.0, false, "2025-07~" } }))
  end)

  it("quotes commas, quotes, line ends, blank edges and empty text, and nothing else", function()
    local row = { "a,b", 'say "no"', "x\ny", "x\ry", " x", "x ", "", "plain text; 'fine'", "\ttab" }
    local columns = {}
    for i = 1, #row do columns[i] = ("c%d:text"):format(i) end
    assert.equal('"a,b","say ""no""","x\ny","x\ry"," x","x ","",plain text; \'fine\',\ttab\n',
      (written("csv", columns, { row }):gsub("^[^\n]*\n", "")))
  end)

  it("tells a missing value from an empty text", function()
    assert.equal(lines("a,b,c", ',"",', '"",,'),
      written("csv", { "a:text", "b:text", "c:integer" }, { { nil, "" }, { "" } }))
  end)

  it("quotes names as it quotes text", function()
    assert.equal(lines('"a,b","say ""x""",""'), written("csv", { "a,b:text", 'say "x":text', ":text" }, {}))
  end)

  it("keeps numbers exact", function()
    assert.equal(lines("n,x", "-9223372036854775808,0.30000000000000004", "9007199254740993,1e+300", "0,-0.0", "0,0.0",
      "1,inf", "2,-inf", "3,nan"),
      written("csv", { "n:integer", "x:number" }, { { math.mininteger, 0.1 + 0.2 }, { 9007199254740993, 1e300 },
        { 0, -0.0 }, { 0, 0.0 }, { 1, 1 / 0 }, { 2, -1 / 0 }, { 3, 0 / 0 } }))
  end)

  it("takes any bytes", function()
    assert.equal("a\n\0\xff\27\n", written("csv", { "a:text" }, { { "\0\xff\27" } }))
  end)

  it("gives the header of an empty result", function()
    assert.equal("id,n\n", written("csv", { "id:text", "n:integer" }, {}))
  end)
end)

-- JSON -------------------------------------------------------------------------------------------------

describe("JSON", function()
  local columns = { "id:text", "n:integer", "x:number", "held:boolean" }
  local rows = { { "r2", 12, 0.5, true }, { nil, nil, 3.0, false }, { "", math.mininteger } }

  it("is an array with an object per line, keys in the order of the columns", function()
    assert.equal(lines("[", '{"id":"r2","n":12,"x":0.5,"held":true},', '{"id":null,"n":null,"x":3.0,"held":false},',
      '{"id":"","n":-9223372036854775808,"x":null,"held":null}', "]"), written("json", columns, rows))
  end)

  it("is an object per line as JSON Lines", function()
    assert.equal(lines('{"id":"r2","n":12,"x":0.5,"held":true}', '{"id":null,"n":null,"x":3.0,"held":false}',
      '{"id":"","n":-9223372036854775808,"x":null,"held":null}'), written("jsonl", columns, rows))
  end)

  it("is [] or nothing for an empty result", function()
    assert.equal("[]\n", written("json", columns, {}))
    assert.equal("", written("jsonl", columns, {}))
  end)

  it("escapes what JSON and JavaScript would misread", function()
    assert.equal('{"a\\"b":"\\"\\\\\\n\\r\\t\\b\\f\\u0000\\u001b\\u007f/é\\u2028\\u2029\u{2030}"}\n',
      written("jsonl", { 'a"b:text' }, { { '"\\\n\r\t\b\f\0\27\127/é\u{2028}\u{2029}\u{2030}' } }))
  end)

  it("writes null for what is no JSON number", function()
    assert.equal('{"a":null,"b":null,"c":null}\n',
      written("jsonl", { "a:number", "b:number", "c:number" }, { { 1 / 0, -1 / 0, 0 / 0 } }))
  end)

  it("refuses bytes that are no UTF-8, naming row, column, place and a way out", function()
    assert.equal("parley: row 2, column 'text': byte 4 (0xe9) is not UTF-8, which JSON must be; mend the text, leave "
      .. "the column out with select, or export CSV, which takes any bytes",
      message_of(written, "json", { "id:text", "text:text" }, { { "a", "ok" }, { nil, "caf\xe9" } })
        :match("parley: .*"))
  end)

  it("refuses a name that is no UTF-8", function()
    assert.equal("parley: the name of column 2: byte 1 (0xff) is not UTF-8",
      message_of(written, "jsonl", { "a:text", "\xff:text" }, {}):match("parley: [^,]*"))
  end)

  it("refuses two columns of one name", function()
    for _, format in ipairs { "json", "jsonl" } do
      assert.equal("parley: two columns are named 'name', and a JSON object keeps one value per name; rename one, "
        .. 'as in select("name as other")',
        message_of(written, format, { "name:text", "id:text", "name:text" }, {}):match("parley: .*"))
    end
  end)
end)

-- Formats for reading ----------------------------------------------------------------------------------

describe("Markdown", function()
  it("is a table with numbers to the right", function()
    assert.equal(lines("| topic | n | x |", "| --- | ---: | ---: |", "| ceasefire | 7 | 0.5 |", "|  |  | 3.0 |"),
      written("markdown", { "topic:text", "n:integer", "x:number" }, { { "ceasefire", 7, 0.5 }, { nil, nil, 3.0 } }))
  end)

  it("gives the header of an empty result", function()
    assert.equal(lines("| a |", "| --- |"), written("markdown", { "a:text" }, {}))
  end)

  local cells = {
    { "a|b", "a\\|b" }, { "C:\\x", "C:\\\\x" }, { "one\ntwo\r\nthree\rfour", "one<br>two<br>three<br>four" },
    { "*all* for `all`", "\\*all\\* for \\`all\\`" }, { "[x](javascript:alert(1))", "\\[x](javascript:alert(1))" },
    { "<script>alert(1)</script>", "&lt;script>alert(1)&lt;/script>" }, { "&lt; AT&T &", "&amp;lt; AT&T &" },
    { "on_record_quote", "on_record_quote" }, { "_x_", "\\_x\\_" }, { "2025-06~", "2025-06~" },
    { "~~x~~", "\\~\\~x\\~\\~" },
    { "\27[31m\xff\u{202e}", "\\\\x1b\\[31m\\\\xff\\\\u{202e}" },
  }
  for _, case in ipairs(cells) do
    it("writes " .. case[2], function()
      assert.equal(("| %s |"):format(case[2]), written("markdown", { "a:text" }, { { case[1] } }):match("([^\n]*)\n$"))
      assert.equal(("| %s |"):format(case[2]), written("markdown", { case[1] .. ":text" }, {}):match("^[^\n]*"))
    end)
  end
end)

describe("LaTeX", function()
  it("is a tabular with the rules of booktabs", function()
    assert.equal(lines("\\begin{tabular}{lrr}", "\\toprule", "topic & n & x \\\\", "\\midrule",
      "ceasefire & 7 & 0.5 \\\\", " &  & 3.0 \\\\", "\\bottomrule", "\\end{tabular}"),
      written("latex", { "topic:text", "n:integer", "x:number" }, { { "ceasefire", 7, 0.5 }, { nil, nil, 3.0 } }))
  end)

  local cells = {
    { "\\input{x}", "\\textbackslash{}input\\{x\\}" }, { "50 % of $5 & #1_a", "50 \\% of \\$5 \\& \\#1\\_a" },
    { "a^b~c", "a\\textasciicircum{}b\\textasciitilde{}c" }, { "<a|b>", "\\textless{}a\\textbar{}b\\textgreater{}" },
    { "[1ex] *x", "{[}1ex] {*}x" }, { 'say "no"', "say \\char34{}no\\char34{}" },
    { "1--2---3-4", "1-{}-2-{}-{}-3-4" }, { "one\r\ntwo", "one two" }, { "\a", "\\textbackslash{}x07" },
  }
  for _, case in ipairs(cells) do
    it("writes " .. case[2], function()
      local text = written("latex", { case[1] .. ":text" }, { { case[1] } })
      assert.equal(lines("\\begin{tabular}{l}", "\\toprule", case[2] .. " \\\\", "\\midrule", case[2] .. " \\\\",
        "\\bottomrule", "\\end{tabular}"), text)
    end)
  end
end)

describe("HTML", function()
  it("is a table with a head and a body", function()
    assert.equal(lines('<table class="parley">', "<thead>",
      '<tr><th scope="col">topic</th><th scope="col" class="number">n</th></tr>', "</thead>", "<tbody>",
      '<tr><td>ceasefire</td><td class="number">7</td></tr>',
      '<tr><td class="missing"></td><td class="missing"></td></tr>',
      '<tr><td></td><td class="number">0</td></tr>', "</tbody>", "</table>"),
      written("html", { "topic:text", "n:integer" }, { { "ceasefire", 7 }, {}, { "", 0 } }))
  end)

  it("escapes cells and names alike", function()
    local hostile = "<script>alert('x')</script>\n<img src=\"x\" onerror=a>&amp;\27"
    local safe = "&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;<br>"
      .. "&lt;img src=&quot;x&quot; onerror=a&gt;&amp;amp;\\x1b"
    local text = written("html", { hostile .. ":text" }, { { hostile } })
    assert.equal(('<tr><th scope="col">%s</th></tr>'):format(safe), text:match("<thead>\n([^\n]*)"))
    assert.equal(("<tr><td>%s</td></tr>"):format(safe), text:match("<tbody>\n([^\n]*)"))
  end)

  it("never lets a cell make a tag, whatever its bytes", function()
    math.randomseed(186)
    local pieces = { "<", ">", "&", '"', "'", "script", "/", "\n", "\r", "\0", "\xff", "\xc3", "=", " ", "<!--", "]]>" }
    for _ = 1, 500 do
      local parts = {}
      for i = 1, math.random(0, 10) do parts[i] = pieces[math.random(#pieces)] end
      local text = written("html", { "a:text" }, { { table.concat(parts) } })
      local cell = text:match("<tr><td>(.-)</td></tr>")
      assert.is_nil(cell:gsub("<br>", ""):find("[<>\"']"))
      assert.is_nil(cell:gsub("&%a+;", ""):gsub("&#39;", ""):find("&", 1, true))
    end
  end)
end)

-- Round trips ------------------------------------------------------------------------------------------

-- Random tables of hostile text, numbers and gaps, the same every time.
local function random_tables(seed, pieces, visit)
  math.randomseed(seed)
  local makers = {
    text = function()
      local parts = {}
      for i = 1, math.random(0, 6) do parts[i] = pieces[math.random(#pieces)] end
      return table.concat(parts)
    end,
    integer = function() return math.random(0) >> math.random(0, 63) end,
    number = function() return (math.random() - 0.5) * 10.0 ^ math.random(-300, 300) end,
    boolean = function() return math.random(2) == 1 end,
  }
  local kinds = { "text", "integer", "number", "boolean" }
  for _ = 1, 200 do
    local columns, types, rows = { "k:integer" }, { "integer" }, {}
    for c = 2, math.random(2, 6) do
      types[c] = kinds[math.random(4)]
      columns[c] = ("c%d:%s"):format(c, types[c])
    end
    for r = 1, math.random(0, 30) do
      rows[r] = { r }
      for c = 2, #columns do rows[r][c] = math.random(4) > 1 and makers[types[c]]() or nil end
    end
    visit(columns, types, rows)
  end
end

local HOSTILE = { ",", '"', "\n", "\r", "\r\n", " ", "", "x", "null", "\\", "\\u0041", "é", "東", "\u{2028}", "\1",
  "\27", "\127", "{", "}", "[", "':", "0", "1e5", "true", "\u{10ffff}", "👩‍👩‍👧" }

describe("reading back", function()
  it("gives the same table from CSV", function()
    local bytes = table.move(HOSTILE, 1, #HOSTILE, 4, { "\xff", "\xc3", "\0" })
    random_tables(41, bytes, function(columns, types, rows)
      local back = read_csv(written("csv", columns, rows))
      assert.equal(#rows + 1, #back)
      for r, row in ipairs(rows) do
        assert.equal(#columns, #back[r + 1])
        for c = 1, #columns do
          local value, field = row[c], back[r + 1][c]
          if value == nil then
            assert.is_false(field)
          elseif types[c] == "text" or types[c] == "boolean" then
            assert.equal(tostring(value), field)
          else
            assert.equal(value, tonumber(field))
            assert.equal(math.type(value), math.type(tonumber(field)))
          end
        end
      end
    end)
  end)

  -- without NUL, at which SQLite's JSON functions end a text
  it("gives the same table from JSON, as SQLite reads it", function()
    local store = assert(core.open(":memory:", { mode = "memory" }))
    local sql = [[SELECT r.key + 1, c.key, c.type, CASE c.type WHEN 'text' THEN hex(c.atom) ELSE c.atom END
      FROM json_each(?) AS r, json_each(r.value) AS c]]
    random_tables(42, HOSTILE, function(columns, types, rows)
      local json = written("json", columns, rows)
      assert.equal(1, store:values("SELECT json_valid(?)", { n = 1, json }))
      local cells = 0
      for r, name, kind, atom in store:each(sql, { n = 1, json }) do
        local c = name == "k" and 1 or tonumber(name:sub(2))
        local value = rows[r][c]
        cells = cells + 1
        if value == nil then
          assert.equal("null", kind)
        elseif types[c] == "boolean" then
          assert.equal(tostring(value), kind)
        elseif types[c] == "text" then
          assert.equal("text", kind)
          assert.equal((value:gsub(".", function(char) return ("%02X"):format(char:byte()) end)), atom)
        else
          assert.equal(types[c] == "integer" and "integer" or "real", kind)
          -- SQLite's own reading of decimals may be off by the last bit
          assert.is_true(value == atom or math.abs(value / atom - 1) < 1e-15)
        end
      end
      assert.equal(#rows * #columns, cells)
    end)
    store:close()
  end)

  it("gives each line of JSON Lines as the object of the array", function()
    random_tables(43, HOSTILE, function(columns, _, rows)
      local objects = written("json", columns, rows):gsub("^%[\n?", ""):gsub("\n?%]\n$", ""):gsub("},\n", "}\n")
      assert.equal(objects, (written("jsonl", columns, rows):gsub("\n$", "")))
    end)
  end)
end)

-- Strings and batches ----------------------------------------------------------------------------------

describe("a long export", function()
  it("is the same as its rows one by one, over many batches", function()
    local rows, expected = {}, { "id,text" }
    for i = 1, 5000 do
      rows[i] = { i, ("text %d, "):format(i % 3000) .. ("x"):rep(i % 90) }
      expected[i + 1] = ('%d,"%s"'):format(i, rows[i][2]:gsub('"', '""'))
    end
    assert.equal(lines(table.unpack(expected)), written("csv", { "id:integer", "text:text" }, rows))
  end)

  it("ends the iteration, also when a row fails", function()
    local src = source({ "id:text" }, { { "a" }, { "b" } })
    export.to_string(src, "csv")
    assert.equal(1, src.closed)
    src:fail_at(2, "parley: integer overflow in a + b")
    assert.equal("parley: integer overflow in a + b", message_of(export.to_string, src, "csv"))
    assert.equal(2, src.closed)
  end)

  it("refuses a format it does not know, with a suggestion", function()
    assert.equal("parley: no export format 'cvs'; did you mean 'csv'?",
      message_of(written, "cvs", { "a:text" }, {}):match("parley: .*"))
  end)
end)

-- Files ------------------------------------------------------------------------------------------------

describe("save", function()
  local path, remove
  local rows = { { "r2", 1 }, { "r3", 2 } }
  local function src() return source({ "id:text", "n:integer" }, rows) end

  local function read(name)
    local file = assert(io.open(path(name), "rb"))
    local text = file:read("a")
    file:close()
    return text
  end

  local function write(name, text) scratch.write(path(name), text) end

  local function listing()
    local names = {}
    for name in lfs.dir(path ".") do
      if name ~= "." and name ~= ".." then names[#names + 1] = name end
    end
    table.sort(names)
    return table.concat(names, " ")
  end

  before_each(function() path, remove = scratch.folder() end)
  after_each(function() remove() end)

  it("writes the format its extension names", function()
    for extension, format in pairs { csv = "csv", json = "json", jsonl = "jsonl", md = "markdown", tex = "latex" } do
      assert.is_true(export.save(src(), path("demands." .. extension)))
      assert.equal(export.to_string(src(), format), read("demands." .. extension))
    end
    assert.equal("demands.csv demands.json demands.jsonl demands.md demands.tex", listing())
    assert.is_true(export.save(src(), path ".x.CSV"))
    assert.equal("id,n\nr2,1\nr3,2\n", read(".x.CSV"))
  end)

  it("tells a browser the encoding of an HTML file", function()
    assert.is_true(export.save(src(), path "<a>.html"))
    local opening = '<!DOCTYPE html>\n<meta charset="utf-8">\n<title>&lt;a&gt;.html</title>\n'
    assert.equal(opening .. export.to_string(src(), "html"), read("<a>.html"))
  end)

  it("replaces an older file", function()
    write("x.csv", "old")
    assert.is_true(export.save(src(), path "x.csv"))
    assert.equal("id,n\nr2,1\nr3,2\n", read("x.csv"))
    assert.equal("x.csv", listing())
  end)

  it("leaves the older file whole, and no other, when a row fails", function()
    write("x.csv", "old")
    local failing = src():fail_at(2, "parley: integer overflow in a + b")
    assert.equal("parley: integer overflow in a + b", message_of(export.save, failing, path "x.csv"))
    assert.equal("old", read("x.csv"))
    assert.equal("x.csv", listing())
    assert.equal(1, failing.closed)
  end)

  it("leaves the older file whole when the format refuses the table", function()
    write("x.json", "old")
    local bad = source({ "id:text" }, { { "\xff" } })
    assert.matches("row 1, column 'id': byte 1 %(0xff%) is not UTF%-8",
      message_of(export.save, bad, path "x.json"))
    assert.equal("old", read("x.json"))
    assert.equal("x.json", listing())
  end)

  it("does not take another's unfinished file", function()
    write("x.csv.1.part", "of another process")
    assert.is_true(export.save(src(), path "x.csv"))
    assert.equal("of another process", read("x.csv.1.part"))
    assert.equal("x.csv x.csv.1.part", listing())
  end)

  -- A file whose disk is full, as soon as it is written to or only when it is closed.
  local function with_full_disk(method, f)
    local open = io.open
    io.open = function(name, mode)   -- luacheck: ignore 122
      local file, message, code = open(name, mode)
      if mode ~= "wb" or not file then return file, message, code end
      local fake = { write = function() return true end, close = function() return file:close() end }
      fake[method] = function()
        if method == "close" then file:close() end
        return nil, "No space left on device", 28
      end
      return fake
    end
    local results = table.pack(pcall(f))
    io.open = open   -- luacheck: ignore 122
    return table.unpack(results, 1, results.n)
  end

  for _, method in ipairs { "write", "close" } do
    it("leaves the older file whole when the disk is full at " .. method, function()
      write("x.csv", "old")
      local _, ok, message, code = with_full_disk(method, function() return export.save(src(), path "x.csv") end)
      assert.is_nil(ok)
      assert.equal(("cannot save '%s': No space left on device"):format(path "x.csv"), message.message)
      assert.equal("full", code)
      assert.equal("old", read("x.csv"))
      assert.equal("x.csv", listing())
    end)
  end

  it("names a missing folder", function()
    local ok, message, code = export.save(src(), path "no/such/x.csv")
    assert.is_nil(ok)
    assert.equal(("cannot save '%s': no directory '%s'; create it first")
      :format(path "no/such/x.csv", path "no/such"), message.message)
    assert.equal("missing_folder", code)
  end)

  it("says so when a folder stands where the file should go", function()
    assert(lfs.mkdir(path "x.csv"))
    write("x.csv/y", "kept")
    local ok, message, code = export.save(src(), path "x.csv")
    assert.is_nil(ok)
    assert.equal(("cannot save '%s': Is a directory"):format(path "x.csv"), message.message)
    assert.equal("is_folder", code)
    assert.equal("x.csv", listing())
  end)

  local KNOWN = "; it must end in one of .arrow .arrows .csv .dot .graphml .html .json .jsonl .md .tex .tsv .xlsx"
  local wrong = { { "demands.xls", KNOWN .. "; did you mean '.xlsx'?" }, { "demands", KNOWN }, { ".csv", KNOWN }, { "a.csv/b", KNOWN },
    { "demands.jsn", KNOWN .. "; did you mean '.json'?" }, { "demands.htm", KNOWN .. "; did you mean '.html'?" } }
  for _, case in ipairs(wrong) do
    it("refuses the name " .. case[1], function()
      assert.equal(("parley: the name '%s' does not say the format%s"):format(case[1], case[2]),
        message_of(export.save, src(), case[1]):match("parley: .*"))
    end)
  end

  it("refuses what is no path", function()
    for _, wrong_path in ipairs { "", 12, "a\0.csv", false } do
      assert.equal('parley: save needs the path of a file, such as "demands.csv"',
        message_of(export.save, src(), wrong_path):match("parley: .*"))
    end
  end)

  it("names the caller's line", function()
    assert.matches("^spec/export/export_spec%.lua:%d+: parley: ", message_of(function() export.save(src(), "x.xls") end))
  end)
end)
