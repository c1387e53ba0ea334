-- parley.read and parley.sniff: types settled over the whole column, nothing guessed, and messages with a place.
-- Holds: import.reader_options, import.header, import.sniff, import.pipes

local parley = require "parley"
local scratch = require "spec.support.scratch"

local at, remove
before_each(function() at, remove = scratch.folder() end)
after_each(function() remove() end)

local function file(name, text) return scratch.file(at(name), text) end

-- A function that gives these pieces, one by one.
local function pieces(...)
  local list, i = { ... }, 0
  return function()
    i = i + 1
    return list[i]
  end
end

describe("parley.read", function()
  it("types a column by all its values", function()
    local f = assert(parley.read(file("a.csv", "n,x,yes,day,code,word\n1,2,true,2025-06-02,007,a\n-3,2.5,FALSE,2025-06,8,\n")))
    assert.same({ "n", "x", "yes", "day", "code", "word" }, f:columns())
    assert.same({ "integer", "number", "boolean", "date", "text", "text" }, f:types())
    assert.same({ n = 1, x = 2.0, yes = true, day = "2025-06-02", code = "007", word = "a" }, f[1])
    assert.same({ n = -3, x = 2.5, yes = false, day = "2025-06", code = "8" }, f[2])
    assert.equal(1, f:where("overlaps(day, '2025-06-02') and n > 0"):count())
  end)

  it("keeps a column text for a thousands separator, a 65-bit integer, and dates in no stated order", function()
    local f = assert(parley.read(file("a.csv", 'n,big,day\n"1,000",1,05/06/2025\n2,18446744073709551616,06/06/2025\n')))
    assert.same({ "text", "text", "text" }, f:types())
    assert.same({ n = "1,000", big = "1", day = "05/06/2025" }, f[1])
  end)

  it("reads dates, missing codes and types as they are stated", function()
    local f = assert(parley.read(file("a.csv", "day,n,m,code\n05/06/2025,-9,-9,01\n07.06.25,3,4,02\n"),
      { dates = "dmy", short_years = 1950, missing = { n = { "-9" } }, types = { code = "integer" } }))
    assert.same({ "date", "integer", "integer", "integer" }, f:types())
    assert.same({ day = "2025-06-05", m = -9, code = 1 }, f[1])
    assert.same({ day = "2025-06-07", n = 3, m = 4, code = 2 }, f[2])
  end)

  it("takes the order of dates for one column alone", function()
    local path = file("a.csv", "a,b\n05/06/2025,05/06/2025\n")
    local f = assert(parley.read(path, { dates = { a = "mdy" } }))
    assert.same({ a = "2025-05-06", b = "05/06/2025" }, f[1])
  end)

  it("tells of fields between tabs that stand in quotes, and reads what it has saved with quotes = true", function()
    local saved = parley.frame { { a = 'say "x"', b = "tab\there" }, { a = '"q"', b = "two\nlines" } }
    saved:save(at "own.tsv")
    local f = assert(parley.read(at "own.tsv", { quotes = true }))
    assert.same({ n = 2, 'say "x"', '"q"' }, f:values "a")
    assert.same({ n = 2, "tab\there", "two\nlines" }, f:values "b")
    assert.equal(0, #f:notes())
    local path = file("q.tsv", 'a\tb\n"say ""x"""\ty\n')
    f = assert(parley.read(path))
    assert.equal('"say ""x"""', f[1].a)
    assert.matches("quotes between tabs are data", f:notes()[1].note, 1, true)
    assert.matches("quotes = true takes them off", f:notes()[1].note, 1, true)
    for _, text in ipairs { 'a\tb\n"x\t1"\n', 'a\tb\n"x" and "y"\t1\n' } do
      assert.equal(0, #assert(parley.read(file("p.tsv", text))):notes())
    end
    assert.equal(0, #assert(parley.read(path, { quotes = false })):notes())
  end)

  it("reads tabs with quotes as data, other delimiters, and texts without a header", function()
    assert.same({ a = '"x', b = "1\"" }, assert(parley.read(file("a.tsv", 'a\tb\n"x\t1"\n')))[1])
    assert.same({ a = "x;y", b = 2 }, assert(parley.read(file("a.csv", 'a;b\n"x;y";2\n'), { delimiter = ";" }))[1])
    local f = assert(parley.read(file("b.csv", "1,x\n2,y\n"), { header = false }))
    assert.same({ "column_1", "column_2" }, f:columns())
    assert.same({ column_1 = 2, column_2 = "y" }, f[2])
    f = assert(parley.read(at "b.csv", { header = false, columns = { "n", "w" } }))
    assert.same({ n = 1, w = "x" }, f[1])
  end)

  it("reads JSON, JSON Lines, packed files, functions and standard input", function()
    local f = assert(parley.read(file("a.json", '[{"a": 1, "b": "x"}, {"b": "2025-06-02", "c": [1]}]')))
    assert.same({ "a", "b", "c" }, f:columns())
    assert.same({ b = "2025-06-02", c = "[1]" }, f[2])
    assert.same({ a = 2.5 }, assert(parley.read(file("a.jsonl", '{"a": 1}\n{"a": 2.5}\n')))[2])
    assert.is_true(os.execute(("printf 'a,b\\n1,ä\\n' | gzip > '%s'"):format(at "p.csv.gz")))
    assert.same({ a = 1, b = "ä" }, assert(parley.read(at "p.csv.gz"))[1])
    f = assert(parley.read(nil, { format = "csv", reader = pieces("a,", "b\n", "1,x\n2", ",y\n") }))
    assert.same({ { a = 1, b = "x" }, { a = 2, b = "y" } }, f:all())
    local script = scratch.script(at "stdin.lua", [[io.write(require("parley").read("-", {format = "csv"}):to_csv())]])
    local pipe <close> = assert(io.popen(("printf 'a\\n1\\n2\\n' | env %s"):format(script)))
    assert.equal("a\n1\n2\n", (pipe:read "a":gsub("\r", "")))
  end)

  it("reads another encoding when it is stated, and refuses bytes that are none", function()
    local path = file("a.csv", "a,b\nM\xFCnster,1\n")
    assert.equal("Münster", assert(parley.read(path, { encoding = "windows-1252" }))[1].a)
    local f, message, code = parley.read(path)
    assert.is_nil(f)
    assert.matches("a.csv is not UTF-8: line 2 byte 2 field 1 'M\\xFCnster'; state its encoding", message, 1, true)
    assert.equal("string", type(code))
  end)

  it("says of a file that cannot be read what is wrong, and where", function()
    local function refused(expected, path, options)
      local f, message, code = parley.read(path, options)
      assert.is_nil(f)
      assert.matches(expected, message, 1, true)
      assert.equal("parley: ", message:sub(1, 8))
      assert.equal("string", type(code))
    end
    refused("none.csv: no such file; check the path", at "none.csv")
    refused("it is a folder", at "", { format = "csv" })
    refused("is empty", file("empty.csv", ""))
    assert(os.execute(("mkfifo '%s'"):format(at "pipe.csv")))
    refused("pipe.csv: it is a pipe or a device, which can be read only once; give it as standard input", at "pipe.csv")
    refused("is not text: its first line holds a NUL byte", file("binary.csv", "ab\0\0\8\0\n\0\n"))
    refused("is not text but a spreadsheet or a ZIP file; save it as CSV, or unpack it", file("x.csv", "PK\3\4\0\0\n"))
    refused("line 2: the quote that opens a field here is never closed", file("open.csv", 'a,b\n"x,1\n'))
    refused("columns 1 and 3 are both called 'a'; names = \"unique\" numbers such twins", file("twice.csv", "a,b,a\n1,2,3\n"))
    refused("line 3: 3 fields, not 2 (and 1 more such records)", file("wide.csv", "a,b\n1,2\n1,2,3\n1\n"))
    refused("line 2, column 'n': '12.000' is not an integer: it may mean thousands or decimals",
      file("thousands.csv", "n\n12.000\n900\n"), { types = { n = "integer" } })
    refused("line 3, column 'n': 'x' is not an integer", file("typed.csv", "n\n1\nx\n"), { types = { n = "integer" } })
    refused("no column 'm', for which missing is stated; known: n", at "typed.csv", { missing = { m = { "x" } } })
    refused("columns = {…} names 1", at "twice.csv", { columns = { "a" } })
    refused("no encoding 'no-such'", at "twice.csv", { encoding = "no-such" })
  end)

  it("refuses a header that was cut at the wrong delimiter, unless the delimiter is stated", function()
    local function refused(expected, text, options, name)
      local path = file(name or "cut.csv", text)
      local f, message, code = parley.read(path, options)
      assert.is_nil(f)
      assert.equal(("parley: %s: %s"):format(path, expected), message)
      assert.equal("bad_header", code)
    end
    refused("the header is one column, 'a;b;c'; state delimiter = ';', or delimiter = ',' where it is one", "a;b;c\n1;2;3\n")
    refused("the header is one column, 'a\\tb'; state delimiter = '\\t', or delimiter = ',' where it is one", "a\tb\n1\t2\n")
    refused("the header is one column, 'a|b'; state delimiter = '|', or delimiter = ',' where it is one", "a|b\n1,5|2\n")
    refused("the header is one column, 'a,b'; state delimiter = ',', or delimiter = '\\t' where it is one", "a,b\n1,2\n",
      nil, "cut.tsv")
    refused("the header is one column, '" .. ("ä"):rep(40) .. "…'; state delimiter = ';', or delimiter = ',' where it is one",
      ("ä"):rep(50) .. ";b\n1;2\n")
    refused("its first line says that the delimiter is ';', and delimiter = ',' is stated", "sep=;\na;b\n1;2\n",
      { delimiter = "," })
    assert.same({ a = 1, b = 2 }, assert(parley.read(file("cut.csv", "a;b\n1;2\n"), { delimiter = ";" }))[1])
    assert.same({ ["a;b"] = "1;2" }, assert(parley.read(at "cut.csv", { delimiter = "," }))[1])
    assert.same({ "one" }, assert(parley.read(at "cut.csv", { columns = { "one" } })):columns())
    assert.equal(2, #assert(parley.read(at "cut.csv", { header = false })))
  end)

  it("says when the stated order of dates does not fit", function()
    local function refused(expected, text, options)
      local path = file("d.csv", text)
      local f, message, code = parley.read(path, options)
      assert.is_nil(f)
      assert.equal(("parley: %s: %s"):format(path, expected), message)
      assert.equal("bad_date", code)
    end
    local function fits(types, text, options)
      assert.same(types, assert(parley.read(file("d.csv", text), options)):types())
    end
    local keep = 'mend it, or keep the column as it stands: types = {["day"] = "text"}'
    -- all values look like days, and one is none
    refused("dates = \"dmy\" does not fit column 'day': line 3 is no day in the order dmy ('31/06/2024'); " .. keep,
      "n,day,end\n1,01/06/2024,01/06/2024\n2,31/06/2024,02/06/2024\n", { dates = "dmy" })
    refused("dates = \"dmy\" does not fit column 'day': line 2 is no day in the order dmy ('06/30/2023'); "
      .. "dates='mdy' fits: the second part goes up to 30; " .. keep, "day\n06/30/2023\n", { dates = "dmy" })
    refused("dates = \"iso\" does not fit column 'day': line 2 looks like a date in no stated order ('30.6.2023'); "
      .. "dates='dmy' fits: the first part goes up to 30; " .. keep, "day\n30.6.2023\n", { dates = "iso" })
    refused("dates = \"mdy\" does not fit column 'day': line 2 has a year of two digits ('6/30/23'); "
      .. "state the first of the hundred years that two digits stand for; " .. keep, "day\n6/30/23\n", { dates = "mdy" })
    -- no column fits, and one comes near
    refused("dates = \"dmy\" does not fit column 'day': line 3 is a text ('soon'); if 'soon' (1×) means missing, "
      .. "say so: the rest is date; " .. keep, "n,day\n1,01/06/2024\n2,soon\n", { dates = "dmy" })
    -- the column was named
    refused("dates = \"dmy\" does not fit column 'day': line 2 is a text ('soon'); " .. keep, "n,day\n1,soon\n",
      { dates = { day = "dmy" } })
    refused("dates = \"dmy\" does not fit column 'day': integer: all 2 values; " .. keep, "n,day\n1,2\n2,3\n",
      { dates = { day = "dmy" } })
    -- what fits, what is said to be text, and what has nothing to do with dates
    fits({ "date", "text" }, "a,b\n01/06/2024,01/06/2024\n02/06/2024,soon\n", { dates = "dmy" })
    fits({ "text" }, "a\n31/06/2024\n", { dates = "dmy", types = { a = "text" } })
    fits({ "integer", "text", "date" }, "a,b,c\n1,x,2024-06-01\n", { dates = "dmy" })
    fits({ "text" }, "a\n31/06/2024\n")
    fits({ "text", "integer" }, "a,b\n,1\n", { dates = { a = "dmy" } })
  end)

  it("takes text alone from a function, and not without end", function()
    local function refused(expected, options)
      options.format = "csv"
      local f, message, code = parley.read(nil, options)
      assert.is_nil(f)
      assert.matches(expected, message, 1, true)
      assert.equal("string", type(code))
      return code
    end
    for _, answer in ipairs { {}, 7, 1.5, true, print } do
      local expected = ("parley: the reader function gave a %s: it gives pieces of text, and nil at the end"):format(type(answer))
      refused(expected, { reader = function() return answer end })
      local report, message = parley.sniff(nil, { format = "csv", reader = function() return answer end })
      assert.is_nil(report)
      assert.equal(expected, message)
    end
    refused("parley: the reader function failed: spec/import/read_spec.lua:", { reader = function() error "boom" end })
    local calls = 0
    local function endless()
      calls = calls + 1
      return "a,b\n1,2\n"
    end
    assert.equal("limit", refused("parley: the function's text gives more than the 100000 bytes that may be used; ds:import()",
      { reader = endless, memory = 100000 }))
    assert.equal(100000 // 8 + 1, calls)
    local report = assert(parley.sniff(nil, { format = "csv", reader = endless, rows = 3 }))
    assert.same({ 3, false }, { report.rows, report.all })
    local f = assert(parley.read(nil, { format = "csv", reader = pieces("a\n1\n", "", "2\n") }))
    assert.equal(1, #f)
  end)

  it("is bound by the memory that the host allows", function()
    local core = require "parley.core"
    local limits = core.limits
    finally(function() core.limits = limits end)
    core.limits = function() return { memory = 50000, time_ms = 0, read_only = false } end
    local f, message = parley.read(nil, { format = "csv", reader = function() return "a\n1\n" end })
    assert.is_nil(f)
    assert.matches("gives more than the 50000 bytes that may be used", message, 1, true)
  end)

  it("refuses early what does not fit into memory, with another way", function()
    local lines = { "n" }
    for i = 1, 2000 do lines[i + 1] = tostring(i) end
    local f, message = parley.read(file("large.csv", table.concat(lines, "\n")), { memory = 1000 })
    assert.is_nil(f)
    assert.matches("its 2000 rows take at least", message, 1, true)
    assert.matches("ds:import() takes a text of any size", message, 1, true)
  end)

  it("raises for what cannot be meant", function()
    local function raised(expected, ...)
      assert.matches(expected, scratch.message_of(parley.read, ...), 1, true)
    end
    raised("parley.read takes the name of a file", 7)
    raised("x.bin' does not tell its format", file("x.bin", "a\n1\n"))
    raised("no order of dates 'ymd'", "x.csv", { dates = "ymd" })
    raised("parley.read has no option 'delimeter'; did you mean 'delimiter'?", "x.csv", { delimeter = ";" })
    raised("no type for column 'a': 'int'", "x.csv", { types = { a = "int" } })
    raised("missing is a list of codes", "x.csv", { missing = "NA" })
    raised("short_years is the first year", "x.csv", { short_years = "50" })
    raised("needs its format", nil, { reader = print })
    raised("'a.xls' is a spreadsheet; save it as .xlsx or CSV with the program that made it", "a.xls")
    raised("'a.dta' is no text; save it as CSV", "a.dta")
    raised("'a.csv.zip' is packed; unpack it, or pack it with gzip", "a.csv.zip")
    raised("'https://example.org/a.csv' is an address; download the file", "https://example.org/a.csv")
    raised("types takes columns by name, as in {day = …}; 1 names none", "x.csv", { types = { "integer" } })
    raised("dates takes columns by name, as in {day = …}; 1 names none", "x.csv", { dates = { "dmy" } })
    raised("short_years is the first year that two digits can mean, such as 1950, not 50", "x.csv", { short_years = 50 })
    raised("the option delimiter is text, not a number", "x.csv", { delimiter = 5 })
    raised("the option encoding is text, not a table", "x.csv", { encoding = {} })
    raised("the option format is text, not a boolean", "x.csv", { format = true })
    raised("columns = {…} names 'a' twice, as 1 and 3", "x.csv", { columns = { "a", "b", "a" } })
    raised("skip is the number of lines above the header, not -1", "x.csv", { skip = -1 })
    raised("comment is what lines begin with that are no records, such as \"#\", not \"a b\"", "x.csv", { comment = "a b" })
    raised("longest_record is a number of bytes, from 1 to 2147483647, not 0", "x.csv", { longest_record = 0 })
    raised("no way to name columns: names = 'uniq'; did you mean 'unique'?", "x.csv", { names = "uniq" })
    raised("skip is for CSV and TSV; jsonl has no such thing", "x.jsonl", { skip = 1 })
    raised("columns = {…}: name 2 is empty", "x.csv", { columns = { "a", "" } })
  end)

  it("looks for odd values when somebody asks for notes, in the values as they were read", function()
    package.loaded["parley.base.odd_values"] = nil
    local types = { day = "text" }
    local f = assert(parley.read(file("a.csv", "n,m,e,day\n1,1.000,cafe\u{301},2025-01-01\n2,2.000,b,2025-01-02\n"
      .. "3,3.000,c,2025-01-03\nabout 4,4.000,d,x\n"), { types = types }))
    types.day, types.n = nil, "text"          -- the table is its owner's, who may go on with it
    assert.is_nil(package.loaded["parley.base.odd_values"])
    local told = {}
    for i, note in ipairs(f:notes()) do told[i] = note.note:match "'(%w+)'" end
    assert.same({ "m", "n", "e" }, told)
    assert.is_table(package.loaded["parley.base.odd_values"])
    assert.same(#told, #f:notes())
  end)
end)

describe("parley.sniff", function()
  it("says what was understood, why, and what could be stated", function()
    local report = assert(parley.sniff(file("a.csv", "id,day,n,ref \n007,31.12.2024,1,x\n8,05.06.2025,-9,NA\n")))
    assert.equal(2, report.rows)
    assert.is_true(report.all)
    local code, day, n, ref = table.unpack(report.columns)
    assert.same({ "text", "text: line 2 has a leading zero ('007')" }, { code.type, code.reason })
    assert.equal("dates='dmy' fits: the first part goes up to 31", day.suggestion)
    assert.same({ "integer", "integer: all 2 values" }, { n.type, n.reason })
    assert.equal("'-9' stands there 1×: if it means missing, state missing = {[\"n\"] = {\"-9\"}}", n.suggestion)
    assert.matches("'NA' stands there 1×", ref.suggestion, 1, true)
    assert.same({ "the column 'ref ' is called 'ref': blanks and invisible marks around it are left out" }, report.notes)
    assert.same({ "007", "8" }, code.examples)
    local text = tostring(report)
    assert.matches("a.csv: csv, delimiter ',', quotes \", header, utf-8; 2 rows × 4 columns\n", text, 1, true)
    assert.matches("→ dates='dmy' fits", text, 1, true)
  end)

  it("recommends no order in which a value is no day", function()
    local function suggestion(...)
      return assert(parley.sniff(file("a.csv", "day\n" .. table.concat({ ... }, "\n") .. "\n"))).columns[1].suggestion
    end
    assert.equal("no order of day and month fits all values: not line 3 ('31/06/2024')", suggestion("01/06/2024", "31/06/2024"))
    assert.equal("no order of day and month fits all values: not line 2 ('30/02/2024')", suggestion("30/02/2024", "13/05/2024"))
    assert.equal("no order of day and month fits all values: not line 3 ('05/13/2024')", suggestion("13/05/2024", "05/13/2024"))
    assert.equal("dates='mdy' fits: the second part goes up to 29", suggestion("02/29/2024", "01/02/2024"))
    assert.equal("no order of day and month fits all values: not line 2 ('02/29/2023')", suggestion("02/29/2023"))
  end)

  it("refuses a number of rows that is none", function()
    for _, rows in ipairs { -1, 1.5, "ten" } do
      assert.matches("rows is a whole number of rows to look at, 0 for all, not " .. tostring(rows),
        scratch.message_of(parley.sniff, file("a.csv", "a\n1\n"), { rows = rows }), 1, true)
    end
  end)

  it("does not choose when both orders of dates fit", function()
    local report = assert(parley.sniff(file("a.csv", "day\n05/06/2025\n")))
    assert.equal("text", report.columns[1].type)
    assert.equal("dates='dmy' and dates='mdy' both fit: the source has to tell", report.columns[1].suggestion)
  end)

  it("notes a likely delimiter, a missing header and faults", function()
    assert.same({ "the header is one column, 'a;b;c'; state delimiter = ';', or delimiter = ',' where it is one" },
      assert(parley.sniff(file("a.csv", "a;b;c\n1;2;3\n"))).notes)
    assert.same({ "the header looks like data; header = false says that there is none" },
      assert(parley.sniff(file("b.csv", "1,2\n3,4\n"))).notes)
    assert.matches("c.csv, line 2: 1 field, not 2", assert(parley.sniff(file("c.csv", "a,b\n1\n"))).notes[1], 1, true)
  end)

  it("looks at as many rows as asked", function()
    local report = assert(parley.sniff(file("a.csv", "n\n1\n2\nx\n"), { rows = 2 }))
    assert.same({ 2, false, "integer" }, { report.rows, report.all, report.columns[1].type })
    assert.matches("the first 2 rows", tostring(report), 1, true)
  end)
end)
