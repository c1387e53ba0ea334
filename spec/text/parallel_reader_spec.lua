-- Files read in chunks, straight into columns: the same Frames, and the same messages, as reading record by record.

local lfs = require "lfs"
local parley = require "parley"
local read = require "parley.import.read"
local scratch = require "spec.support.scratch"
local host = require "spec.support.host"

local at, remove
before_each(function() at, remove = scratch.folder() end)
after_each(function() remove() end)

local function file(name, text) return scratch.file(at(name), text) end

-- All that can be seen of a Frame.
local function seen(frame)
  if not frame then return frame end
  local all = { names = frame:columns(), types = frame:types() }
  for i, name in ipairs(all.names) do
    local values = frame:values(name)
    all[i] = values
    for row = 1, values.n do
      if all.types[i] == "number" or all.types[i] == "integer" then
        values[row] = values[row] and ("%s %q"):format(math.type(values[row]), values[row])
      end
    end
  end
  return all
end

local function both(path, given)
  given = given or {}
  local wanted, message, code = read.by_record(path, given)
  message = message and tostring(message)          -- as a public call gives it
  local least = lfs.attributes(path, "size") // 200
  for _, how in ipairs { { 2 }, { 1, 7 + least }, { 2, 31 + least }, { 8, 100 + least } } do
    how = { threads = how[1], chunk = how[2] }
    local frame, why = read.by_column(path, given, how)
    if frame then assert.same(seen(wanted), seen(frame)) end
    if frame == nil then assert.equal(message, tostring(why)) end
    if frame == false then assert.is_nil(wanted) end
  end
  local frame, why, number = parley.read(path, given)
  assert.same({ seen(wanted), message and tostring(message), code }, { seen(frame), why, number })
  return frame, message
end

describe("reading by column", function()
  it("gives what reading by record gives, for random texts in order and out of it #host", function()
    local output, status = host "column_read_host"
    assert.equal("column_read_host: good\n", output)
    assert.equal(0, status)
  end)

  it("takes marks, line breaks of all kinds, blank lines, quotes and no last line break", function()
    both(file("a.csv", "\xEF\xBB\xBFa,b\r\n1,x\r\n\r\n2,\"y\r\nz\"\r3,\n\n4,\"\""))
    both(file("a.csv", "a\n\n1\n\n"))
    both(file("a.csv", "a\r\rb\r"))
    both(file("a.csv", "a,b"))
    both(file("a.csv", "a,b\n\n"))
    both(file("a.csv", "\n\na;b\n1;2"), { delimiter = ";" })
    both(file("a.tsv", "a\tb\n\"x\t1\"\n"))
    both(file("a.csv", "1,x\n2,y\n"), { header = false })
    both(file("a.csv", "\n1,x\n\n2,y"), { header = false, columns = { "n", "w" } })
  end)

  it("reads types, missing codes and dates as they are stated", function()
    local path = file("a.csv", "day,n,code,yes\n05/06/2025,-9, 007,y\n5.6.2025,3,+8,N\n,NA,5.0,\n")
    local f = both(path, { dates = "dmy", missing = { "NA", n = { "-9" } },
      types = { code = "integer", yes = "boolean" } })
    assert.same({ "date", "integer", "integer", "boolean" }, f:types())
    both(path, { dates = { day = "mdy" }, types = { n = "text" } })
    both(path, { dates = "mdy", short_years = 1950, missing = { "" } })
    both(path)
  end)

  it("says the same of what is wrong", function()
    local function refused(expected, text, given)
      local f, message = both(file("a.csv", text), given)
      assert.is_nil(f)
      assert.matches(expected, tostring(message), 1, true)
    end
    refused("line 3: 3 fields, not 2", "a,b\n1,2\n1,2,3\n")
    refused("line 4, byte 4 (field 2): a quote in a field", "a,b\n1,2\n\n1,x\"y\n1,2\n")
    refused("line 3: the quote that opens a field here is never closed", "a,b\n1,2\n1,\"x\n1,2\n")
    refused("not UTF-8: line 3 byte 4", "a,b\n1,2\n1,x\xFF\n")
    refused("line 3, column 'a': 'x' is not an integer", "a\n1\nx\n", { types = { a = "integer" } })
    refused("does not fit column 'day'", "day,n\n25/06/2025,1\n", { dates = "mdy" })
  end)

  it("gives near-unique texts, and columns whose type shows late", function()
    local lines = { "id,n,word,late,rare" }
    for i = 1, 40000 do
      lines[#lines + 1] = ("key-%d,%d,w%d,%s,%s"):format(i * 7919 % 100003, i, i % 50, i == 20011 and "x" or i,
        i == 30013 and "2025-06-02" or "")
    end
    assert.same({ "text", "integer", "text", "text", "date" }, both(file("a.csv", table.concat(lines, "\n"))):types())
  end)

  it("refuses early what does not fit into memory", function()
    local lines = { "n,w" }
    for i = 1, 60000 do lines[#lines + 1] = i .. ",word" end
    local f, message = parley.read(file("a.csv", table.concat(lines, "\n")), { memory = 100000 })
    assert.is_nil(f)
    assert.matches("rows take at least 0.0 GB", message, 1, true)
    assert.matches("ds:import()", message, 1, true)
  end)

  it("leaves packed, converted and generated texts to the other way", function()
    assert.is_false(read.by_column("x", { format = "csv", text = "a\n1\n" }))
    assert.is_false(read.by_column(file("a.csv", "a\nM\xFC\n"), { encoding = "windows-1252" }))
    assert.is_false(read.by_column(file("a.json", '[{"a": 1}]'), {}))
  end)
end)
