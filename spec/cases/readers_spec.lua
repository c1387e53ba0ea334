-- Texts that go wrong in the hands of readers: each case is one instance of a kind, read by every reader there is.

local parley = require "parley"
local readers = require "spec.support.readers"
local scratch = require "spec.support.scratch"

local at, remove
before_each(function() at, remove = scratch.folder() end)
after_each(function() remove() end)

-- The rows on which all readers agree, and what is told of them.
local function rows(name, text, given)
  local frame, told = readers.all(at(name), text, given)
  return assert(frame, told):all(), told
end

local function refused(expected, name, text, given)
  local frame, message, code = readers.all(at(name), text, given)
  assert.is_nil(frame)
  assert.matches(expected, message, 1, true)
  return code
end

local function dataset()
  local ds = parley.open ":memory:"
  ds:add("sources", { id = "s" }, { source = "s" })
  return ds
end

describe("the top of a table", function()
  it("case 27: a line sep= states the delimiter, beside one that is stated, and a comma", function()
    local expected = { { name = "x", n = 1 } }
    assert.same(expected, rows("a.csv", "sep=;\nname;n\nx;1\n", { delimiter = ";" }))
    assert.same(expected, rows("a.csv", "sep=,\nname,n\nx,1\n"))
    assert.same(expected, rows("a.csv", "SEP=|\r\nname|n\r\nx|1\r\n"))
    assert.same(expected, rows("a.csv", "sep=\t\nname\tn\nx\t1\n"))
    assert.same(expected, rows("a.tsv", "sep=;\nname;n\nx;1\n"))
    assert.same({ { column_1 = "x", column_2 = 1 } }, rows("a.csv", "sep=;\nx;1\n", { header = false }))
    assert.equal("bad_header", refused("its first line says that the delimiter is ';', and delimiter = ',' is stated",
      "a.csv", "sep=;\nname;n\nx;1\n", { delimiter = "," }))
    assert.same({ { ["sep="] = "a", column_2 = "b" } }, rows("a.csv", "sep=,x\na,b\n", { columns = { "sep=", "column_2" } }))
  end)

  it("case 27: what an import sets aside of such a file is tried again as it was cut", function()
    local ds = dataset()
    local path = scratch.file(at "s.csv", "sep=;\nid;status\nk;heldd\n")
    assert.equal(1, assert(ds:import("talks", path, { source = "s" })).quarantined)
    ds:requeue { status = { heldd = "held" } }
    assert.equal("held", ds.talks:get("k").status)
  end)

  it("case 28: a note above the table is no header in silence; skip and comment read it", function()
    local one = "Annex B of the report\ncode;place;n\n1;Oslo;4\n"
    assert.equal("bad_header", refused("'Annex B of the report', has one column, and the lines from 2 on have a delimiter: "
      .. "state skip = 1, delimiter = ';'", "n.csv", one))
    assert.same({ { code = 1, place = "Oslo", n = 4 } }, rows("n.csv", one, { skip = 1, delimiter = ";" }))
    local two = "Source: UN, 2020\ncode,place\n1,Oslo\n"
    refused("'Source: UN, 2020', looks like a note, and line 2 like the header: 'code,place'; skip = 1", "n.csv", two)
    assert.same({ { code = 1, place = "Oslo" } }, rows("n.csv", two, { skip = 1 }))
    assert.same({ "Source: UN", "2020" }, (readers.all(at "n.csv", two, { skip = 0 })):columns())
    local three = "# one, two\ncode,place\n1,Oslo\n# the end\n"
    refused("looks like a comment; comment = \"#\" leaves such lines out", "n.csv", three)
    assert.same({ { code = 1, place = "Oslo" } }, rows("n.csv", three, { comment = "#" }))
  end)

  it("case 28: so are several lines, blank ones among them, empty cells, tabs, and notes with the delimiter", function()
    refused("the lines from 5 on have a delimiter: state skip = 4, delimiter = ';'", "n.csv",
      "Annex\nby: us\n\nall figures: rounded\ncode;n\n1;4\n2;5\n3;6\n4;7\n")
    refused("skip = 2 begins there", "n.csv", "Table 3. Arms, 2020\nRetrieved: May, 2021\ncode,place\n1,Oslo\n")
    refused("skip = 1 begins there", "n.csv", "Annex B,,\ncode,place,n\n1,Oslo,4\n")
    refused("has 2 of 3 columns, and line 2 looks like the header", "n.csv", "Source: UN, 2020\ncode,place,n\n1,Oslo,4\n2,Rome,5\n")
    refused("state skip = 1, delimiter = '\\t'", "n.tsv", "Annex B\ncode\tn\n1\t4\n2\t5\n")
    refused("comment = \"%\"", "n.csv", "% made by hand\ncode,place\n1,Oslo\n")
    assert.same({ { code = 1, n = 4 } }, rows("n.csv", "Annex \"B\n\ncode,n\n1,4\n", { skip = 2 }))
    assert.same({ { code = 1 } }, rows("n.csv", "// a \"note\n//\ncode\n//, more\n1\n", { comment = "//" }))
  end)

  it("case 28: a column of quoted texts with the delimiter in them has no note above it", function()
    assert.same({ { name = "Lavrov, Sergei" }, { name = "Fidan, Hakan" } },
      rows("n.csv", 'name\n"Lavrov, Sergei"\n"Fidan, Hakan"\n'))
    assert.same({ { n = "1,000" }, { n = "2;500" } }, rows("n.csv", 'n\n"1,000"\n"2;500"\n'))
  end)

  it("case 28: lines of comments are left out whatever they hold", function()
    for _, text in ipairs { "a\n# x\n1\n", "a\n1\n# x", 'a\n"1"\n# y\n', "# z\na\n# x\n1\n# y\n" } do
      assert.same({ { a = 1 } }, rows("n.csv", text, { comment = "#" }))
    end
    assert.same({ { a = 1, b = 2 } }, rows("n.csv", "a,b\n# x,y\n1,2\n#,\n", { comment = "#" }))
    assert.same({ { a = "# x" } }, rows("n.csv", 'a\n"# x"\n# y\n', { comment = "#" }))
    assert.same({ { a = 1, b = "x\n# y" } }, rows("n.csv", 'a,b\n1,"x\n# y"\n', { comment = "#" }))
    assert.same({ { a = 1, b = "#2" } }, rows("n.csv", "a,b\n1,#2\n", { comment = "#" }))
  end)

  it("case 28: what is no table is no table of one column", function()
    refused("a pointer of Git LFS", "l.csv", "version https://git-lfs.github.com/spec/v1\noid sha256:4d7a\nsize 12\n")
    refused("looks like a web page", "w.csv", "<!DOCTYPE html>\n<html><body>Not found</body></html>\n")
    refused('format = "json" reads it', "j.csv", "[\n{\n'a': 1\n}\n]\n")
    assert.same({ { ["<html>"] = 1 } }, rows("w.csv", "<html>\n1\n", { skip = 0 }))
  end)

  it("case 28: an import refuses and takes the same", function()
    local ds = dataset()
    local path = scratch.file(at "i.csv", "Source: UN, 2020\nid,round\nk1,1\nk2,2\n")
    local report, message, code = ds:import("talks", path, { source = "s" })
    assert.same({ nil, "bad_header" }, { report, code })
    assert.matches("skip = 1 begins there", message, 1, true)
    assert.equal(2, assert(ds:import("talks", path, { source = "s", skip = 1 })).added)
    path = scratch.file(at "c.csv", "#\nid,place\n# k1,Rome\nk1,Kyiv\n")
    assert.equal(1, assert(ds:import("talks", path, { source = "s", comment = "#" })).updated)
  end)

  it("case 28: headers of questions, of years and of words stay headers", function()
    for _, text in ipairs { "Q1: How old are you?,Q2. Where do you live?\nyoung,north\nold,south\n",
      "country,2019,2020\nNorway,high,low\nChad,low,low\n", "name,score\nAnn,absent\nBob,5\n", "name,,city\nAnn,S,Oslo\n",
      "#id,#place\nk,Oslo\n", "a,b\nc,d\n", "note\nhello; world\nand; so; on\n", "id, name\nk, Ann\nl, Bob\n" } do
      assert(readers.all(at "h.csv", text))
    end
  end)

  it("case 68: names = \"unique\" numbers twins", function()
    local text = "id,status,status,status_2\nk,held,postponed,x\n"
    refused("columns 2 and 3 are both called 'status'; names = \"unique\" numbers such twins", "t.csv", text)
    local found, told = rows("t.csv", text, { names = "unique" })
    assert.same({ { id = "k", status = "held", status_3 = "postponed", status_2 = "x" } }, found)
    assert.same({ "column 3 is called 'status_3', as another one before it is called 'status'" }, told)
    local report = assert(dataset():import("talks", at "t.csv", { source = "s", names = "unique" }))
    assert.same(told, { report.notes[1].note })
    assert.matches("note: column 3 is called 'status_3'", tostring(report), 1, true)
  end)

  it("case 70: a header in quotes is one column", function()
    assert.same({ { ["Town, oblast"] = "Sumy" }, { ["Town, oblast"] = "Dnipro" } },
      rows("q.csv", '"Town, oblast"\nSumy\nDnipro\n'))
    assert.same({ { ["a;b"] = "x" } }, rows("q.csv", '"a;b"\nx\n'))
    refused("its lines stand in quotes as a whole, such as 'a,b'", "q.csv", '"a,b"\n"1,2"\n"3,4"\n')
  end)

  it("case 76: marks and blanks around names are left out, and that is told", function()
    for mark, spelled in pairs { ["\u{feff}\u{feff}id"] = "\\u{feff}id", ["\u{200b}id"] = "\\u{200b}id",
      ["id\u{200b}"] = "id\\u{200b}", ["\u{a0}id"] = "\\u{a0}id", ["id\u{2060} "] = "id\\u{2060} ", [" id"] = " id" } do
      local found, told = rows("m.csv", mark .. ",place\nk,Oslo\n")
      assert.same({ { id = "k", place = "Oslo" } }, found)
      assert.same({ ("the column '%s' is called 'id': blanks and invisible marks around it are left out"):format(spelled) }, told)
      local report = assert(dataset():import("talks", at "m.csv", { source = "s" }))
      assert.same({ 1, told[1] }, { report.added, report.notes[1].note })
    end
    refused("columns 1 and 2 are both called 'id'", "m.csv", "id,\u{a0}id\n1,2\n")
  end)

  it("tells an event file of GDELT, which has tabs and no header, by its first line", function()
    local function row(columns)
      local cells = { "1234567", "20250602", "202506", "2025" }
      for i = 5, columns do cells[i] = i == 20 and "a,b" or "" end
      return table.concat(cells, "\t") .. "\n"
    end
    assert.equal("bad_header", refused('ds:import("events", path, {mapping = "gdelt2"}) takes it, and parley.read(path, '
      .. '{format = "tsv", header = false}) reads it', "20250602.export.CSV", row(61) .. row(61)))
    refused('mapping = "gdelt1"', "20100102.csv", row(57))
    refused('mapping = "gdelt1"', "e.tsv", row(58))
    assert.equal(1, #(readers.all(at "e.csv", row(58), { format = "tsv", header = false })))
  end)
end)

describe("the rest of a table", function()
  it("case 24: a repeated header is told, and so is what can be done about records that cannot be read", function()
    local _, told = rows("h.csv", "id,n\n1,2\nid,n\n3,4\n5,6\n")
    assert.same({ "the column 'id' is text, since row 2 repeats the header; ds:import() sets such a row aside",
      "the column 'n' is text, since row 2 repeats the header; ds:import() sets such a row aside" }, told)
    refused("line 4: 1 field, not 2; ds:import() sets such records aside", "f.csv", "id,n\n1,2\n3,4\nSource: UN\n")
  end)

  it("case 76: marks and foreign letters within names are spelled out where they are meant, or listed", function()
    for name, part in pairs { ["i\u{200b}d"] = "did you mean 'i\\u{200b}d'?", ["\1id"] = "did you mean '\\x01id'?",
      ["\u{456}d"] = "columns: \\u{456}d, place", ["i\u{ad}d"] = "did you mean 'i\\u{ad}d'?" } do
      local f = parley.read(scratch.file(at "m.csv", name .. ",place\nk,Oslo\n"))
      for _, q in ipairs { f, require("parley.query.sql.frame_queries").of(f) } do
        local ok, err = pcall(q.select, q, "id")
        assert.is_false(ok)
        assert.is_truthy(tostring(err):find(part, 1, true), tostring(err))
      end
      assert.equal(1, f:select('"' .. name .. '"'):count())
      if not name:find "\u{456}" then
        local done, why = pcall(function() return dataset():import("talks", at "m.csv", { source = "s" }) end)
        assert.is_false(done)
        assert.is_truthy(tostring(why):find('is a column of the file', 1, true), tostring(why))
      end
    end
    local ok, err = pcall(function() return parley.frame({ { ["місце"] = 1 } }):select "x" end)
    assert.is_false(ok)
    assert.is_truthy(tostring(err):find("columns: місце", 1, true))          -- a word of one script stays one
  end)

  it("case 76: a name in another encoding can be printed", function()
    local report = assert(parley.sniff(scratch.file(at "e.csv", "id,pa\xeds\n1,x\n")))
    assert.matches("pa\\xeds  text", tostring(report), 1, true)
  end)

  it("case 76: keys of JSON that are odd are told", function()
    local _, told = rows("k.jsonl", '{" id":1,"":2,"n\u{200b}":3,"m":4}\n')
    assert.same({ "the name of the column ' id' has blanks or invisible marks around it",
      "one of the columns has an empty name",
      "the name of the column 'n\\u{200b}' has blanks or invisible marks around it" }, told)
    local report = assert(dataset():import("talks", scratch.file(at "k.jsonl", '{"id":"k","place ":"Oslo","venue":"x"}\n'),
      { source = "s" }))
    assert.equal("the name of the column 'place ' has blanks or invisible marks around it", report.notes[1].note)
  end)
end)

describe("bytes and quotes", function()
  it("case 29: UTF-8 is not read as another encoding that is stated", function()
    for _, encoding in ipairs { "windows-1251", "windows-1252", "iso-8859-1", "utf-16" } do
      assert.equal("bad_encoding", refused("begins with the mark of UTF-8", "u.csv", "\u{feff}place\nКиїв\n", { encoding = encoding }))
    end
    assert.equal("bad_encoding", refused("is UTF-8 from its start to its end, and encoding = 'windows-1251' is stated", "u.csv",
      "place\nКиїв\n", { encoding = "windows-1251" }))
    refused("so it is not utf-16", "u.csv", "place\nKyiv\n", { encoding = "utf-16" })
    assert.same({ { place = "Київ" } }, rows("u.csv", "place\n\xca\xe8\xbf\xe2\n", { encoding = "windows-1251" }))
    assert.same({ { place = "Kyiv" } }, rows("u.csv", "place\nKyiv\n", { encoding = "windows-1251" }))
    local report, message = dataset():import("talks", scratch.file(at "u.csv", "id,place\nk,Київ\n"),
      { source = "s", encoding = "windows-1251" })
    assert.is_nil(report)
    assert.matches("leave the encoding out", message, 1, true)
  end)

  it("case 66: longest_record lets longer records in, and the limit does not blame a quote", function()
    local long = 'a\n"' .. ("y"):rep(300) .. '"\n'
    refused("line 2: the record that begins here is longer than 200 bytes; perhaps a quote in it is never closed; "
      .. "longest_record = n takes longer ones", "l.csv", long, { longest_record = 200 })
    assert.equal(300, #rows("l.csv", long, { longest_record = 400 })[1].a)
    refused("longer than 200 bytes; longest_record = n", "l.jsonl", '{"a": "' .. ("y"):rep(300) .. '"}\n', { longest_record = 200 })
  end)

  it("case 69: blanks around quotes are no part of the field", function()
    assert.same({ { Town = "Sumy", n = 1 } }, rows("q.csv", ' "Town" , "n" \nSumy,1\n'))
    assert.same({ { a = "x,\ny ", b = ' z"' } }, rows("q.csv", 'a,b\n\t "x,\ny " ,  " z"""\t\n'))
    assert.same({ { a = '"x', b = " y" } }, rows("q.csv", "a\tb\n\"x\t y\n", { format = "tsv" }))
    refused("the field goes on after its closing quote", "q.csv", 'a,b\n "x" y,1\n')
  end)

  it("case 72: a mark of UTF-16 or UTF-32 states the encoding", function()
    local function wide(text, width, big)
      return (text:gsub("[^\n]", "%0"):gsub(".", function(c)
        local zeros = ("\0"):rep(width - 1)
        return big and zeros .. c or c .. zeros
      end))
    end
    for _, text in ipairs { "\xff\xfe" .. wide("a,b\n1,x\n", 2), "\xfe\xff" .. wide("a,b\n1,x\n", 2, true),
      "\xff\xfe\0\0" .. wide("a,b\n1,x\n", 4), "\0\0\xfe\xff" .. wide("a,b\n1,x\n", 4, true) } do
      assert.same({ { a = 1, b = "x" } }, rows("w.csv", text))
    end
    assert.equal("utf-16", assert(parley.sniff(scratch.file(at "w.csv", "\xff\xfea\0\n\0001\0\n\0"))).encoding)
    assert.same({ { a = 1 } }, rows("w.jsonl", "\xff\xfe" .. wide('{"a":1}\n', 2)))
    assert.equal(1, assert(dataset():import("talks", scratch.file(at "i.csv", "\xff\xfe" .. wide("id,place\nk,Oslo\n", 2)),
      { source = "s" })).added)
  end)
end)

describe("numbers and labels", function()
  local function types(text, given)
    local frame, told = readers.all(at "n.csv", text, given)
    return assert(frame, told):types()
  end

  it("case 30: 2020-21 and 2021-22 are years, and seasons where that is stated or days stand beside them", function()
    local text = "fy,n\n2020-21,5\n2021-22,6\n2022-23,7\n"
    assert.same({ "text", "integer" }, types(text))
    local report = assert(parley.sniff(at "n.csv"))
    assert.equal("text: line 2 may be a season or two years ('2020-21')", report.columns[1].reason)
    assert.equal("if they are seasons, state the type date", report.columns[1].suggestion)
    assert.same({ "date", "integer" }, types(text:gsub("2022%-23,7\n", ""), { types = { fy = "date" } }))
    assert.same({ "text" }, types "fy\n2009-10\n2011-12\n2020-21\n")
    assert.same({ "text" }, types "fy\n2019\n2020-21\n")
    assert.same({ "date" }, types "d\n2020-21\n2020-03-05\n")
    assert.same({ "date" }, types "d\n2011-12\n2010-11\n")
  end)

  it("case 31: 1.10 beside 1.1 is a label, also after a save", function()
    assert.same({ "text" }, types "para\n1.1\n1.10\n1.2\n")
    assert.same({ { para = "1.1" }, { para = "1.10" }, { para = "1.2" } }, parley.read(at "n.csv"):all())
    assert.equal("text: line 3 has a zero that a number would lose ('1.10')", assert(parley.sniff(at "n.csv")).columns[1].reason)
    local rows_in = { { v = "1.10" }, { v = "1.1" }, { v = "2.20" } }
    for _, name in ipairs { "rt.csv", "rt.json", "rt.jsonl" } do
      assert(parley.frame(rows_in):save(at(name)))
      assert.same(rows_in, assert(parley.read(at(name))):all())
    end
    assert.same({ "number", "number", "number", "number" }, types "fixed,float,mixed,one\n1.50,5.0,3,1.10\n2.25,2.25,1.5,1.20\n")
    assert.same({ "number" }, types("para\n1.1\n1.10\n", { types = { para = "number" } }))
    assert.same({ "text" }, types("v\n" .. ("1.5\n"):rep(3000) .. "2.10\n" .. ("x"):rep(0)))
    assert.same({ "number" }, assert(parley.read(scratch.file(at "j.jsonl", '{"v":1.1}\n{"v":1.10}\n'))):types())
  end)

  it("case 32: 0e12 and 12E5 are codes; a point or a signed exponent makes a number, and so does JSON", function()
    for _, code in ipairs { "0e12", "12E5", "-0e1", "7e3" } do assert.same({ "text" }, types("code\n" .. code .. "\n")) end
    for _, number in ipairs { "1e+05", "1.5E10", "2E-7", "0.0e1", ".5e3" } do
      assert.same({ "number" }, types("x\n" .. number .. "\n"))
    end
    assert.same({ "number" }, assert(parley.read(scratch.file(at "j.jsonl", '{"v":12E5}\n'))):types())
    assert.same({ { code = 1200000 } }, rows("n.csv", "code\n12E5\n", { types = { code = "integer" } }))
  end)

  it("case 33: whole numbers are exact or refused, however they are written", function()
    assert.same({ { c = 9007199254740993 } }, rows("n.csv", "c\n9007199254740993.0\n", { types = { c = "integer" } }))
    assert.same({ { c = math.maxinteger } }, rows("n.csv", "c\n9223372036854775807.00\n", { types = { c = "integer" } }))
    assert.same({ { c = "9007199254740993.0" } }, rows("n.csv", "c\n9007199254740993.0\n"))
    assert.same({ { c = "9007199254740993" } }, rows("j.jsonl", '{"c":9007199254740993.0}\n'))
    assert.same({ { c = 9007199254740994.0 } }, rows("n.csv", "c\n9007199254740994.0\n"))
    for _, text in ipairs { "9007199254740993e0", "-9007199254740993E+0", "90071992547409930e-1", "9007199254740993e1",
      "9223372036854775807e0", "123456789012345678e3", "9007199254740992000000000000001e0", "9.007199254740993e15" } do
      assert.same({ "text" }, assert(parley.read(scratch.file(at "j.jsonl", '{"c":' .. text .. "}\n"))):types())
      refused("is not a number", "n.csv", "c\n" .. text .. "\n", { types = { c = "number" } })
    end
    for _, text in ipairs { "9007199254740992e0", "1.2345678901234568e+18", "9.2233720368547758e18", "1e22", "12E5", "9e300",
      "-1.7976931348623157e308", "12345678901234567e10", "1.5e-7" } do
      assert.same({ { c = tonumber(text) } }, rows("j.jsonl", '{"c":' .. text .. "}\n"))
    end
    for _, text in ipairs { "9007199254740993.0", "9007199254740993", "99999999999999999999" } do
      refused("is not a number", "n.csv", "c\n" .. text .. "\n", { types = { c = "number" } })
    end
    for _, text in ipairs { "9223372036854775808.0", "1e19", "5.5", "5e-1", "1.000" } do
      refused("is not an integer", "n.csv", "c\n" .. text .. "\n", { types = { c = "integer" } })
    end
  end)

  it("case 34: a code that is a number stands for it however it is written, and blanks around a code are none of it", function()
    local frame = assert(readers.all(at "m.csv", "a,b\n1,-99.0\n2,5\n3,-99\n4, -99 \n5,-9.9e1\n6,NA\n7, NA\n",
      { missing = { "-99", "NA" } }))
    assert.same({ "integer", "integer" }, frame:types())
    assert.equal(5.0, frame:mean "b")
    assert.same({ "text" }, types("b\n-99\n-990\n-9.99\nna\n", { missing = { "-99", "NA" } }))
    assert.same({ { b = 5 }, {} }, rows("m.csv", "b\n5\n-99,0\n",
      { delimiter = ";", decimal = ",", missing = { b = "-99" } }))
  end)

  it("case 35: infinite numbers return", function()
    local values = { { x = math.huge }, { x = -math.huge }, { x = 1.5 } }
    assert(parley.frame(values):save(at "inf.csv"))
    assert.same(values, assert(parley.read(at "inf.csv")):all())
    assert.same({ { x = math.huge }, { x = -math.huge }, { x = 2 } }, rows("n.csv", "x\nInf\n-Infinity\n2\n"))
    assert.same({ "text" }, types "x\nINF\n2\n")
    assert.same({ { x = math.huge } }, rows("n.csv", "x\n+inf\n", { types = { x = "number" } }))
  end)

  it("case 71: 3e3, -0, +5 and 1e+05 are integers where that is stated", function()
    local text = "id,best\na,3e3\nb,-0\nc,+5\nd,1e+05\ne,2.50e1\n"
    local found = rows("n.csv", text, { types = { best = "integer" } })
    assert.same({ 3000, 0, 5, 100000, 25 }, { found[1].best, found[2].best, found[3].best, found[4].best, found[5].best })
    local ds = dataset()
    assert.equal(5, assert(ds:import("outcomes", at "n.csv", { source = "s" })).added)
    assert.equal(103030, ds.outcomes:sum "best")
  end)

  it("case 71: decimal and thousands say how numbers are written", function()
    local text = "x;y\n1,5;2\n2,25;3\n"
    assert.same({ "text", "integer" }, types(text, { delimiter = ";" }))
    assert.same({ { x = 1.5, y = 2 }, { x = 2.25, y = 3 } }, rows("n.csv", text, { delimiter = ";", decimal = "," }))
    assert.same({ { x = 1234.5, y = 1000 }, { x = -2000000.25, y = 12 } }, rows("n.csv",
      "x;y\n1.234,5;1.000\n-2.000.000,25;12\n", { delimiter = ";", decimal = ",", thousands = "." }))
    assert.same({ { x = 1234.5, y = 12345 }, { x = 3.5 } }, rows("n.csv", "x;y\n1'234.50;12\u{a0}345\n3.5;\n",
      { delimiter = ";", thousands = { x = "'", y = " " } }))
    for _, number in ipairs { "1.23", "12.34,5", "1234.567", "1,2,3", "1,234.5" } do
      assert.same({ "text" }, types("x\n" .. number .. "\n", { delimiter = ";", decimal = ",", thousands = "." }))
    end
    refused("'1.5' is not a number: it is written with another mark than stated", "n.csv", "x;y\n1.5;1\n",
      { delimiter = ";", decimal = ",", types = { x = "number" } })
    local ds = dataset()
    local path = scratch.file(at "o.csv", "id;best\na;1.000\nb;12.500\nc;1.5\n")
    local report = assert(ds:import("outcomes", path, { source = "s", delimiter = ";", decimal = ",", thousands = "." }))
    assert.same({ 2, 1, 13500 }, { report.added, report.quarantined, ds.outcomes:sum "best" })
    ds:requeue { best = { ["1.5"] = "1.500" } }
    assert.equal(15000, ds.outcomes:sum "best")
    assert.has_error(function() parley.read(path, { decimal = ",", thousands = "," }) end)
    assert.has_error(function() parley.read(path, { decimal = ";" }) end)
  end)
end)

describe("JSON", function()
  it("case 36: an empty text is empty, and {} a record without fields", function()
    for _, text in ipairs { "", " \n ", "\n\n" } do
      for _, name in ipairs { "e.json", "e.jsonl" } do assert.equal("empty", refused("is empty", name, text)) end
    end
    assert.equal("empty", refused("is empty", "e.csv", ""))
    assert.equal("empty", refused("is empty", "e.csv", "", { skip = 3 }))
    assert.equal("empty", select(3, dataset():import("talks", scratch.file(at "e.json", " \n"), { source = "s" })))
    assert.equal(0, #(readers.all(at "e.json", "[]")))
    for name, texts in pairs { json = { "{}", "[{}]" }, jsonl = { "{}\n" } } do
      for _, text in ipairs(texts) do
        local frame, told = readers.all(at("e." .. name), text)
        assert.same({ 0, "1 row has no fields, and is left out" }, { #frame, told[1] })
      end
    end
    assert.same({ "2 rows have no fields, and are left out" }, (select(2, readers.all(at "e.json", "[{}, {}]"))))
    assert.same({ { a = 1 }, {} }, rows("e.json", '[{"a":1},{}]'))
    local report, message, code = dataset():import("talks", scratch.file(at "e.json", "[{},{}]"), { source = "s" })
    assert.same({ nil, "empty" }, { report, code })
    assert.matches("none of its records (2) has a field", message, 1, true)
  end)

  it("case 69: one object over several lines is one record", function()
    assert.same({ { a = 1, b = "[1,\n 2]" } }, rows("p.json", '{\n "a": 1,\n "b": [1,\n 2]\n}\n'))
    assert.same({ { a = 1 } }, rows("p.json", '\n{"a"\n:1}'))
    assert.same({ { a = 1 }, { a = 2 } }, rows("p.json", '{"a": 1}\n{"a": 2}\n'))
    refused("line 1, byte 7: the value that begins here is not closed", "p.json", '{"a": 1\n{"a": 2}\n')
    refused("line 2, byte 8: text after the object", "p.json", '{\n"a": 1}\n"x"')
  end)

  it("cases 69 and 90: a list in an object is offered, and path reads it", function()
    local text = '{"status": 200, "data": [{"a": 1}, {"a": 2}], "next": null}'
    assert.equal("malformed", refused("is one object, and 'data' in it is a list of objects; path = 'data' reads these, and "
      .. "path = '' takes the object as one record", "d.json", text))
    assert.same({ { a = 1 }, { a = 2 } }, rows("d.json", text, { path = "data" }))
    assert.same({ { status = 200, data = '[{"a": 1}, {"a": 2}]' } }, rows("d.json", text, { path = "" }))
    refused("path = 'r.items' reads", "d.json", '{\n"n": 1,\n"r": {"items": [{"a": 1}]}}')
    assert.same({ { a = 1 } }, rows("d.json", '{\n"n": 1,\n"r": {"items": [{"a": 1}]}}', { path = "r.items" }))
    refused("has no list at path = 'dat'", "d.json", text, { path = "dat" })
    refused("has no list at path = 'status'", "d.json", text, { path = "status" })
    refused("what comes after the list is no JSON", "d.json", '{"data": [{"a": 1}], "n": }', { path = "data" })
    refused("what comes before the list is no JSON", "d.json", '{"n": 01, "data": [{"a": 1}]}', { path = "data" })
    local ds = dataset()
    local path = scratch.file(at "i.json", '{"ok": true, "data": [{"id": "k", "place": "Oslo"}]}')
    assert.equal("malformed", select(3, ds:import("talks", path, { source = "s" })))
    assert.equal(1, assert(ds:import("talks", path, { source = "s", path = "data" })).added)
    assert.has_error(function() parley.read(at "x.csv", { path = "data" }) end)
  end)

  it("case 90: a service's empty list is no record, until somebody says so", function()
    for text, path in pairs { ['{"status": 200, "data": []}'] = "data", ['{"data": [ \n]}'] = "data",
      ['{"results":[],"next":null}'] = "results", ['{"n": 0, "response": {"items": []}}'] = "response.items" } do
      refused(("'%s' in it is an empty list; path = '%s' reads it, which has no record"):format(path, path), "e.json", text)
      assert.same({}, rows("e.json", text, { path = path }))
      assert.equal(1, #rows("e.json", text, { path = "" }))
      local ds = dataset()
      local _, message, code = ds:import("talks", scratch.file(at "e.json", text), { source = "s" })
      assert.equal("malformed", code, message)
    end
    assert.same({ { id = "a", notes = "[]" } }, rows("e.json", '{"id": "a", "notes": []}'))
    assert.same({ { data = "[]" } }, rows("e.jsonl", '{"data": []}\n'))
  end)

  it("case 78: records that are none are no empty text", function()
    local ds = dataset()
    local done, message = ds:import("talks", scratch.file(at "l.json", '[[{"id": "a"}]]'), { source = "s" })
    assert.is_nil(done)
    assert.matches("line 1, byte 2: a record is an object, not a list", message, 1, true)
  end)

  it("case 72: ids 1, 1.0 and 1e0 are one", function()
    local ds = dataset()
    local path = scratch.file(at "i.jsonl", '{"id":1,"place":"a"}\n{"id":1.0,"place":"b"}\n{"id":1e0,"place":"c"}\n{"id":10e-1}\n')
    assert(ds:import("talks", path, { source = "s" }))
    assert.same({ 1, "1" }, { ds.talks:count(), ds.talks:first().id })
    assert.same({ { v = "1" }, { v = "x" }, { v = "1.5" } }, rows("v.jsonl", '{"v":1.0}\n{"v":"x"}\n{"v":1.5}\n'))
  end)
end)
