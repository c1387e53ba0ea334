-- CSV written in C is byte for byte what the plainest writer in Lua makes of the same rows, in every style.

local core = require "parley.core"
local export = require "parley.export.export"
local plain = require "parley.base.plain_text"
local scratch = require "spec.support.scratch"
local source = require "spec.support.source"
require "parley.frame.frame"

local HOSTILE = { ",", '"', "\n", "\r", "\r\n", " ", "", "x", "null", "\\", "é", "東", "\0", "\xff", "\xc3", "0", "1e5",
  ("word "):rep(20), ("x"):rep(63), ("x"):rep(64), ("y"):rep(65), ("z"):rep(200) .. ",", "'",
  ";", "\t", "|", "=", "+", "-", "@", "\v", "\f" }

local function random_text()
  local parts = {}
  for i = 1, math.random(0, 5) do parts[i] = HOSTILE[math.random(#HOSTILE)] end
  return table.concat(parts)
end

-- Numbers of every size and of few decimals; a Frame has no NaN and no -0.0.
local random_number
local function any_number()
  local kind = math.random(6)
  if kind == 1 then return (math.random() - 0.5) * 10.0 ^ math.random(-300, 300) end
  if kind == 2 then return math.random(-100000, 100000) / 10 ^ math.random(0, 12) end
  if kind == 3 then return (string.unpack("d", string.pack("j", math.random(0)))) end
  if kind == 4 then return math.random(-5, 5) + 0.0 end
  if kind == 5 then return math.random(1 << 53) / 10 ^ math.random(0, 22) end
  return 10.0 ^ math.random(-20, 20) * math.random(1, 9)
end

function random_number()
  local x = any_number() + 0.0
  return x == x and x or random_number()
end

local MAKERS = {
  text = random_text,
  number = random_number,
  integer = function() return math.random(0) >> math.random(0, 63) end,
  boolean = function() return math.random(2) == 1 end,
}
local KINDS = { "text", "number", "integer", "boolean" }

-- A random table: names, types, columns of values with gaps, their length.
local function random_table()
  local names, types, columns, n = {}, {}, {}, math.random(0, 40)
  for c = 1, math.random(1, 7) do
    names[c], types[c], columns[c] = random_text() .. c, KINDS[math.random(4)], {}
    for r = 1, n do columns[c][r] = math.random(5) > 1 and MAKERS[types[c]]() or nil end
  end
  return names, types, columns, n
end

-- The rules of csrc/text/csv_writer.h in Lua: W1 for texts, W3 for formulas.
local function cell(value, given)
  if value == nil then return "" end
  if type(value) ~= "string" then return plain.bare(value) end
  if given.formulas and value:find "^[%s\0]*[=+%-@\t\r]" then value = "'" .. value end
  if value == "" or value:find(given.delimiter or ",", 1, true) or value:find '[\n\r"]' or value:find "^ "
    or value:find " $" then
    return '"' .. value:gsub('"', '""') .. '"'
  end
  return value
end

local function written(names, columns, n, given)
  local lines = {}
  for r = 0, n do
    local cells = {}
    for c, name in ipairs(names) do
      if r == 0 then cells[c] = cell(name, given) else cells[c] = cell(columns[c][r], given) end
    end
    lines[r + 1] = table.concat(cells, given.delimiter or ",") .. (given.crlf and "\r\n" or "\n")
  end
  return (given.bom and "\u{feff}" or "") .. table.concat(lines)
end

local DELIMITERS = { ",", ";", "\t", "|", " " }

-- Options of a call, nil as often as not.
local function random_style()
  if math.random(2) == 1 then return nil end
  return { delimiter = math.random(3) > 1 and DELIMITERS[math.random(#DELIMITERS)] or nil, crlf = math.random(2) == 1,
    bom = math.random(4) == 1, formulas = math.random(2) == 1 and "text" or nil }
end

-- The table in Lua only, so that its rows are written one by one.
local function in_lua(names, types, columns, n)
  local heads, rows = {}, {}
  for c, name in ipairs(names) do heads[c] = name .. ":" .. types[c] end
  for r = 1, n do
    rows[r] = {}
    for c = 1, #names do rows[r][c] = columns[c][r] end
  end
  local src = source(heads, rows)
  src.names = names
  return src
end

-- The same as rows of SQLite.
local function in_sqlite(store, names, types, columns, n)
  local marks = ("?, "):rep(#names - 1) .. "?"
  local made = {}
  for c = 1, #names do made[c] = "c" .. c end
  store:exec(("DROP TABLE IF EXISTS t; CREATE TABLE t (%s)"):format(table.concat(made, ", ")))
  for r = 1, n do
    local params = { n = #names }
    for c = 1, #names do params[c] = columns[c][r] end
    store:run(("INSERT INTO t VALUES (%s)"):format(marks), params)
  end
  local src = {}
  function src.columns() return names end
  function src.types() return types end
  function src.each() return store:each("SELECT * FROM t ORDER BY rowid", nil, types) end
  return src
end

-- NaN cannot be kept by SQLite, and a column of nothing but whole numbers would stay one of numbers in a Frame.
local function storable(columns, n)
  for _, column in ipairs(columns) do
    for r = 1, n do
      if column[r] ~= column[r] then column[r] = nil end
    end
  end
end

describe("rows written in C", function()
  it("are as the rules say, of Lua, SQLite and Frames, in every style", function()
    math.randomseed(417)
    local store <close> = assert(core.open(":memory:", { mode = "memory" }))
    local bytes = 0
    for _ = 1, 300 do
      local names, types, columns, n = random_table()
      storable(columns, n)
      local given = random_style()
      local expected = written(names, columns, n, given or {})
      assert.equal(expected, export.to_string(in_lua(names, types, columns, n), "csv", given))
      assert.equal(expected, export.to_string(in_sqlite(store, names, types, columns, n), "csv", given))
      assert.equal(expected, export.to_string(core.frame_new(names, types, n, columns), "csv", given))
      bytes = bytes + #expected
    end
    assert.is_true(bytes > 100000)
  end)

  it("have numbers that are as short as they can be and read back", function()
    math.randomseed(418)
    local column, lines = {}, { "x" }
    for i = 1, 100000 do
      local x = random_number()
      column[i], lines[i + 1] = x, plain.number(x)
    end
    local given = export.to_string(core.frame_new({ "x" }, { "number" }, #column, { column }), "csv")
    assert.equal(table.concat(lines, "\n") .. "\n", given)
    for i = 2, #lines do
      local x, back = column[i - 1], tonumber(lines[i])
      assert.is_true(back == x or x == 1 / 0 or x == -1 / 0)
    end
  end)

  it("have the numbers at the borders", function()
    local numbers = { 1e15, 1e15 - 1, 999999999999999.9, 1e-4, 9.99e-5, 0.1 + 0.2, 2.0 ^ 53, -2.0 ^ 63, 5e-324,
      1.7976931348623157e308, 1 / 0, -1 / 0, -0.0, 0.0, 123456.789012345, 1e-9, 0.123456789 }
    local given = export.to_string(core.frame_new({ "x" }, { "number" }, #numbers, { numbers }), "csv")
    assert.equal("x\n1e+15\n999999999999999.0\n999999999999999.9\n0.0001\n9.99e-05\n0.30000000000000004\n"
      .. "9007199254740992.0\n-9.223372036854776e+18\n5e-324\n1.7976931348623157e+308\ninf\n-inf\n"
      .. "0.0\n0.0\n123456.789012345\n1e-09\n0.123456789\n", given)
  end)

  it("have the integers at the borders", function()
    local integers = { 0, 9, 10, 99, 100, -1, -10, math.maxinteger, math.mininteger, 1 << 53 }
    local given = export.to_string(core.frame_new({ "n" }, { "integer" }, #integers, { integers }), "csv")
    assert.equal("n\n0\n9\n10\n99\n100\n-1\n-10\n9223372036854775807\n-9223372036854775808\n9007199254740992\n", given)
  end)

  it("keep a decimal point in any locale", function()
    local before = os.setlocale(nil, "numeric")
    for _, name in ipairs { "de_DE.UTF-8", "fr_FR.UTF-8", "ps_AF.UTF-8" } do
      if os.setlocale(name, "numeric") then
        local given = export.to_string(core.frame_new({ "x" }, { "number" }, 2, { { 1 / 3, 1e300 } }), "csv")
        os.setlocale(before, "numeric")
        assert.equal("x\n0.3333333333333333\n1e+300\n", given)
      end
    end
  end)

  it("keep bytes of blobs, empty ones too", function()
    local store <close> = assert(core.open(":memory:", { mode = "memory" }))
    local src = { columns = function() return { "a", "b", "c" } end, types = function() return { "text", "text", "any" } end,
      each = function() return store:each("SELECT x'00ff2c', x'', 7", nil, { "text", "text", "boolean" }) end }
    assert.equal('a,b,c\n"\0\xff,","",7\n', export.to_string(src, "csv"))
  end)

  it("raise what a row raises, and leave nothing open", function()
    local store <close> = assert(core.open(":memory:", { mode = "memory" }))
    store:define("fails", 1, function(x)
      if x == 70000 then error("no further", 0) end
      return x
    end)
    local sql = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 80000) SELECT fails(i) FROM n"
    local src = { columns = function() return { "i" } end, types = function() return { "integer" } end,
      each = function() return store:each(sql, nil, { "integer" }) end }
    local done, message = pcall(export.to_string, src, "csv")
    assert.is_false(done)
    assert.equal("no further", message)
    store:exec "CREATE TABLE t (x); DROP TABLE t"
  end)

  it("refuse a table whose columns changed under the query", function()
    local store <close> = assert(core.open(":memory:", { mode = "memory" }))
    store:exec "CREATE TABLE t (a); INSERT INTO t VALUES (1)"
    local src = { columns = function() return { "a" } end, types = function() return { "integer" } end }
    function src.each()
      local step, state, control, closing = store:each("SELECT * FROM t")
      store:exec "ALTER TABLE t ADD COLUMN b"
      return step, state, control, closing
    end
    local done, message = pcall(export.to_string, src, "csv")
    assert.is_false(done)
    assert.equal("parley: the table changed under the query: it has 2 columns now, not 1", tostring(message))
  end)
end)

describe("a file written in C", function()
  local path, remove
  before_each(function() path, remove = scratch.folder() end)
  after_each(function() remove() end)

  it("is the string that would be made", function()
    local ds = require("parley").open()
    for _, name in ipairs { "demands", "outcomes", "sources", "terms" } do
      local q = ds:table(name)
      assert.is_true(q:save(path(name .. ".csv")))
      local file = assert(io.open(path(name .. ".csv"), "rb"))
      local text = file:read "a"
      file:close()
      assert.equal(q:to_csv(), text)
      assert.equal(q:frame():to_csv(), text)
      assert.is_true(#text > 500)
    end
  end)

  it("says when the disk is full", function()
    if not io.open("/dev/full", "wb") then return pending "no /dev/full here" end
    local file = assert(io.open("/dev/full", "wb"))
    file:setvbuf "no"
    local rows = core.frame_new({ "n" }, { "integer" }, 3, { { 1, 2, 3 } })
    local ok, message, code = core.write_csv(rows, 1, file)
    assert.is_nil(ok)
    assert.equal("No space left on device", message)
    assert.equal("full", code)
  end)

  it("needs a file that is open", function()
    local file = assert(io.open(path "x", "wb"))
    file:close()
    local done, message = pcall(core.write_csv, core.frame_new({ "n" }, { "integer" }, 1, { { 1 } }), 1, file)
    assert.is_false(done)
    assert.equal("parley: the file is closed", tostring(message))
  end)

  it("ends when its sink says no", function()
    local rows = core.frame_new({ "n" }, { "integer" }, 3, { { 1, 2, 3 } })
    local ok, message, code = core.write_csv(rows, 1, function() return nil, "enough", 7 end)
    assert.is_nil(ok)
    assert.equal("enough", message)
    assert.equal(7, code)
    assert.equal(0, select("#", core.write_csv({}, 1, print)))
  end)
end)
