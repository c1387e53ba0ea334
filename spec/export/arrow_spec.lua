-- Arrow files and streams: apache-arrow reads them, where it is found (tools/deps.sh check), and every value, type,
-- missing value and batch is what the Frame has. Without it: their ends, and what is refused.
-- Holds: export.formats.arrow, export.formats.arrows

local core = require "parley.core"
local files = require "parley.base.files"
local parley = require "parley"
local scratch = require "spec.support.scratch"
require "parley.frame.frame"

local MODULES = (os.getenv "PARLEY_CHECK_MODULES") or "build/check/node_modules"

local function hex(text) return (text:gsub(".", function(byte) return ("%02x"):format(byte:byte()) end)) end

local function read(name)
  local file = assert(io.open(name, "rb"))
  local text = file:read "a"
  file:close()
  return text
end

-- What arrow_values.js has to write -------------------------------------------------------------------

local days = {}
for n, day in pairs { [0] = "1970-01-01", [-1] = "1969-12-31", [20241] = "2025-06-02" } do
  days[day] = n
end

local WRITE = {
  integer = tostring,
  number = function(x) return hex(string.pack(">d", x)) end,
  boolean = tostring,
  text = hex,
  date = hex,
  day = function(text) return ("%d"):format(days[text]) end,
}

local PLAIN = { integer = "Int64", number = "Float64", boolean = "Bool", text = "LargeUtf8", date = "LargeUtf8",
  day = "Date32<DAY>", bytes = "LargeBinary" }

local function all_days(values)
  for row = 1, values.n do
    if values[row] and not days[values[row]] then return false end
  end
  return true
end

-- `forms` says of a column, or at 1 of all, what cannot be seen in the Frame: "plain" text, "bytes"; dates = "day".
local function column_lines(lines, name, type, values, form)
  local coded = (type == "text" or type == "date") and form ~= "plain" and form ~= "day"
  local kind, write = PLAIN[form] or PLAIN[type], WRITE[form] or WRITE[type]
  local missing = 0
  for row = 1, values.n do missing = missing + (values[row] == nil and 1 or 0) end
  lines[#lines + 1] = ("%s %s %d %s"):format(hex(name),
    coded and ("Dictionary<Int32, %s>"):format(kind) or kind, missing,
    type == "date" and form ~= "day" and "parley.type=date" or "")
  for row = 1, values.n do lines[#lines + 1] = values[row] == nil and "-" or write(values[row]) end
end

local function expected(frame, batches, forms)
  local lines, types = { ("%d rows %d batches"):format(#frame, batches) }, frame:types()
  for i, name in ipairs(frame:columns()) do
    local values, form = frame:values(name), forms[name] or forms[1]
    if types[i] == "date" and forms.dates == "day" and all_days(values) then form = "day" end
    column_lines(lines, name, types[i], values, form)
  end
  return table.concat(lines, "\n") .. "\n"
end

-- Tables ----------------------------------------------------------------------------------------------

local TEXTS = { "", "x", "é", "東京", "\0", "a\nb", ("long "):rep(20), "🙂", "1", "true" }
local DATES = { "2025", "2025-06", "2025-06-02", "2025-06-02?", "2025-05-16/2025-06-02", "../2025", "1969-12-31" }
local DAYS = { "1970-01-01", "1969-12-31", "2025-06-02" }
local NUMBERS = { 0.0, 0.1, -1e308, 5e-324, 1 / 0, -1 / 0, 123456.75, 2.0 ^ 53 }
local INTEGERS = { 0, -1, math.maxinteger, math.mininteger, 1 << 40, 7 }

local function of(list) return function() return list[math.random(#list)] end end

local MAKE = {
  integer = of(INTEGERS), number = of(NUMBERS), boolean = function() return math.random(2) == 1 end,
  text = of(TEXTS), date = of(DATES), day = of(DAYS),
  counted = function(row) return row end,
  small = function() return math.random(200) end,
  cents = function() return math.random(0, 9999) / 100 end,
  unlike = function(row) return ("text %d of %d"):format(row, math.random(0)) end,
}
local TYPES = { day = "date", counted = "integer", small = "integer", cents = "number", unlike = "text" }
local KINDS = { "boolean", "cents", "counted", "date", "day", "integer", "number", "small", "text", "unlike" }

-- A column of each kind; each value is missing with the given chance.
local function sample(rows, gaps)
  local types, columns = {}, {}
  for i, kind in ipairs(KINDS) do
    types[i], columns[i] = TYPES[kind] or kind, {}
    for row = 1, rows do columns[i][row] = math.random() >= gaps and MAKE[kind](row) or nil end
    columns[i][1] = rows > 0 and MAKE[kind](1) or nil
    if kind == "boolean" and rows > 0 then columns[i][1] = true end
  end
  return core.frame_new(KINDS, types, rows, columns)
end

describe("an Arrow file", function()
  local path, remove
  before_each(function() path, remove = scratch.folder() end)
  after_each(function() remove() end)

  it("begins and ends as files of Arrow do, and a stream as streams do", function()
    local frame = sample(10, 0.3)
    local file, stream = frame:to_arrow(), frame:to_arrows()
    assert.equal("ARROW1\0\0\xff\xff\xff\xff", file:sub(1, 12))
    assert.equal("ARROW1", file:sub(-6))
    assert.equal("\xff\xff\xff\xff", stream:sub(1, 4))
    assert.equal("\xff\xff\xff\xff\0\0\0\0", stream:sub(-8))
    assert.is_true(frame:save(path "x.arrow") and frame:save(path "x.arrows"))
    assert.equal(file, read(path "x.arrow"))
    assert.equal(stream, read(path "x.arrows"))
  end)

  it("is the same of a query and of its Frame", function()
    local ds = parley.open()
    for _, name in ipairs { "demands", "outcomes", "talks" } do
      assert.equal(ds:table(name):to_arrow(), ds:table(name):frame():to_arrow())
    end
  end)

  it("has no text that the rows have no more", function()
    local rows = {}
    for i = 1, 100 do rows[i] = { id = "secret" .. i // 2, n = i } end
    local some = parley.frame(rows):where "n <= 60":frame()
    assert.is_nil(some:to_arrow():find("secret40", 1, true))
    assert.is_truthy(some:to_arrow():find("secret30", 1, true))
  end)

  it("refuses what no reader could take, and options that it has not", function()
    local function code(fn)
      local done, err = pcall(fn)
      assert.is_false(done)
      return err.code
    end
    local frame = sample(3, 0)
    assert.equal("empty", code(function() core.frame_new({}, {}, 0, {}):to_arrow() end))
    assert.equal("bad_encoding", code(function() core.frame_new({ "\xff" }, { "text" }, 1, { { "x" } }):to_arrow() end))
    assert.equal("no_option", code(function() frame:to_arrow { bom = true } end))
    assert.equal("no_option", code(function() frame:save(path "x.arrows", { bach = 2 }) end))
    assert.equal("bad_argument", code(function() frame:save(path "x.arrow", { batch = 0 }) end))
    assert.equal("no_name", code(function() frame:to_arrows { text = "codes" } end))
    assert.is_false(files.exists(path "x.arrow"))
  end)

  it("says when the disk is full or the file closed, and ends when its sink says no", function()
    local frame = sample(3, 0)
    local file = assert(io.open(path "x", "wb"))
    file:close()
    local done, message = pcall(core.write_arrow, frame, file, false)
    assert.is_false(done)
    assert.equal("parley: the file is closed", tostring(message))
    assert.same({ n = 3, nil, "enough", 7 },
      table.pack(core.write_arrow(frame, function() return nil, "enough", 7 end, true)))
    assert.has_error(function() core.write_arrow(frame, function() error("no", 0) end, true) end, "no")
    if not io.open("/dev/full", "wb") then return pending "no /dev/full here" end
    file = assert(io.open("/dev/full", "wb"))
    for _, rows in ipairs { 3, 100000 } do
      local ok, why, code = core.write_arrow(sample(rows, 0), file, false)
      if ok then ok, why, code = file:flush() end
      assert.is_nil(ok)
      assert.equal("No space left on device", why)
      assert.is_true(code == "full" or code == 28)
    end
    file:close()
  end)

  if not files.exists(MODULES .. "/apache-arrow/package.json") then
    pending("is not read by another: apache-arrow is missing (sh tools/deps.sh check)")
    return
  end

  -- Each of `cases` is a Frame, the options, the batches and the forms that are expected; as a file and as a stream.
  local function compare(cases)
    local names = {}
    for i, case in ipairs(cases) do
      for _, extension in ipairs { ".arrow", ".arrows" } do
        names[#names + 1] = path(i .. extension)
        assert(case[1]:save(names[#names], case[2]))
      end
    end
    local pipe = assert(io.popen(("env -u LD_PRELOAD node spec/export/arrow_values.js %s %s 2>&1")
      :format(MODULES, table.concat(names, " "))))
    local said = pipe:read "a"
    pipe:close()
    assert.equal("", said)
    for i, case in ipairs(cases) do
      local wanted = expected(case[1], case[3], case[4])
      for _, extension in ipairs { ".arrow", ".arrows" } do
        local got = read(path(i .. extension .. ".txt"))
        if got ~= wanted then assert.equal(wanted:sub(1, 2000), got:sub(1, 2000)) end
        assert.is_true(got == wanted)
      end
    end
  end

  it("is read by apache-arrow, value by value", function()
    local cases = {}
    for i, rows in ipairs { 1, 7, 8, 9, 63, 64, 65, 300 } do
      local gaps = ({ 0, 0.3, 0.9 })[i % 3 + 1]
      cases[#cases + 1] = { sample(rows, gaps), nil, 1, {} }
      cases[#cases + 1] = { sample(rows, gaps), { text = "plain" }, 1, { "plain" } }
      cases[#cases + 1] = { sample(rows, gaps), { batch = 5, dates = "day" }, math.ceil(rows / 5), { dates = "day" } }
    end
    local long = core.frame_new({ "t" }, { "text" }, 4, { { ("long "):rep(200000), "", ("é"):rep(300000), "x" } })
    cases[#cases + 1] = { long, nil, 1, {} }
    cases[#cases + 1] = { long, { text = "plain", batch = 1 }, 4, { "plain" } }
    compare(cases)
  end)

  it("holds tables without rows, all that is missing, and bytes that are no text", function()
    local empty = sample(0, 0)
    local missing = core.frame_new({ "t", "n", "d" }, { "text", "number", "date" }, 3, { {}, {}, {} })
    local bytes = core.frame_new({ "t\0é" }, { "text" }, 2, { { "\xff\xfe", "a" } })
    compare {
      { empty, { text = "plain" }, 1, { "plain" } }, { empty, nil, 1, {} }, -- the reader makes a batch where is none
      { missing, nil, 1, {} }, { missing, { text = "plain", dates = "day" }, 1, { "plain", dates = "day" } },
      { bytes, nil, 1, { "bytes" } },
    }
  end)

  it("is read in several batches, packed columns and shared dictionaries too", function()
    local large = sample(100100, 0.2)
    local few = large:where "counted % 100 = 1":frame()
    local middle = sample(20000, 0.2)
    compare { { large, nil, 2, { unlike = "plain" } }, { few, nil, 1, { unlike = "plain" } },
      { middle, { batch = 6667, dates = "day" }, 3, { dates = "day" } } }
  end)
end)
