-- Frames: typed columns that no longer change, from a query or from Lua lists.
-- Holds: query.frame_cache, frame.from_rows

local core = require "parley.core"
local errors = require "parley.base.errors"
local scratch = require "spec.support.scratch"
local null = core.null
local host = (os.getenv "PARLEY_BUILD" or "build") .. "/host/frame_host"

local store
setup(function() store = assert(core.open(":memory:", { mode = "memory" })) end)
teardown(function() store:close() end)

local function raised(fn, ...)
  local done, err = pcall(fn, ...)
  assert.is_false(done)
  return errors.is(err) and tostring(err) or err
end

-- A Frame of one column "a" from the values given as SQL.
local function column(values, kind)
  return store:frame(("SELECT column1 AS a FROM (VALUES (%s))"):format(values:gsub("; ", "), (")), nil, nil,
    kind and { kind })
end

-- The type of that column and its values.
local function settled(values, kind)
  local f = column(values, kind)
  return f:types()[1], f:values "a"
end

-- The same with the type of each value told: 1 from 1.0.
local function exactly(expected_type, expected, kind, got)
  assert.equal(expected_type, kind)
  assert.same(expected, got)
  for i = 1, expected.n do assert.equal(math.type(expected[i]), math.type(got[i])) end
end

describe("columns of a query", function()
  it("keep what they were declared to be", function()
    local f = store:frame("SELECT 1, 2.5, 1, '2025-06', 'x' UNION ALL SELECT NULL, NULL, NULL, NULL, NULL", nil,
      { "i", "x", "b", "d", "t" }, { "integer", "number", "boolean", "date", "text" })
    assert.same({ "integer", "number", "boolean", "date", "text" }, f:types())
    assert.same({ "i", "x", "b", "d", "t" }, f:columns())
    assert.same({ i = 1, x = 2.5, b = true, d = "2025-06", t = "x" }, f[1])
    assert.same({}, f[2])
  end)

  it("find their type out when it was not declared", function()
    exactly("integer", { n = 3, 1, nil, 9007199254740993 }, settled "1; NULL; 9007199254740993")
    exactly("number", { n = 2, 0.5, -1e20 }, settled "0.5; -1e20")
    exactly("text", { n = 3, "a", "", "c" }, settled "'a'; ''; 'c'")
    exactly("text", { n = 2 }, settled "NULL; NULL")
    exactly("integer", { n = 2, math.mininteger, math.maxinteger },
      settled "-9223372036854775808; 9223372036854775807")
  end)

  it("become numbers when integers and reals are mixed and every integer is exact", function()
    exactly("number", { n = 3, 1.0, 2.5, 9007199254740992.0 }, settled "1; 2.5; 9007199254740992")
    exactly("number", { n = 3, nil, 2.5, 3.0 }, settled "NULL; 2.5; 3")
    exactly("text", { n = 2, "9007199254740993", "2.5" }, settled "9007199254740993; 2.5")
    exactly("text", { n = 2, "2.5", "9223372036854775807" }, settled "2.5; 9223372036854775807")
  end)

  it("become text when text is mixed in, every value as it was", function()
    exactly("text", { n = 4, "1", nil, "2.5", "x" }, settled "1; NULL; 2.5; 'x'")
    exactly("text", { n = 3, "1.0", "2", "x" }, settled "1.0; 2; 'x'")
    exactly("text", { n = 3, "0.1", "1e+20", "x" }, settled "0.1; 1e20; 'x'")
    exactly("text", { n = 2, "0.30000000000000004", "x" }, settled "0.1 + 0.2; 'x'")
    exactly("text", { n = 2, "x", "12" }, settled "'x'; 12")
  end)

  it("give up a declared type that the values do not have", function()
    exactly("text", { n = 3, "1", "soon", "2" }, settled("1; 'soon'; 2", "integer"))
    exactly("number", { n = 2, 1.0, 2.5 }, settled("1; 2.5", "integer"))
    exactly("integer", { n = 3, 1, 0, 2 }, settled("1; 0; 2", "boolean"))
    exactly("text", { n = 3, "1", "0", "x" }, settled("1; 0; 'x'", "boolean"))
    exactly("number", { n = 2, 1.0, 0.5 }, settled("1; 0.5", "boolean"))
    exactly("text", { n = 2, "2025-06", "in summer" }, settled("'2025-06'; 'in summer'", "date"))
    exactly("date", { n = 2, "2025", "2025-06" }, settled("2025; '2025-06'", "date"))
    exactly("text", { n = 2, "1", "2.5" }, settled("1; 2.5", "text"))
  end)

  it("keep text with its length, and blobs", function()
    exactly("text", { n = 3, "a\0b", "\0\xff", "" }, settled "CAST(x'610062' AS TEXT); x'00ff'; x''")
  end)

  it("hold many texts, repeated and not", function()
    local f = store:frame([[WITH RECURSIVE c(x) AS (SELECT 0 UNION ALL SELECT x + 1 FROM c LIMIT 100000)
      SELECT 'unique ' || x AS u, 'word ' || (x % 100) AS w, x % 3 = 0 AS b FROM c]], nil, nil,
      { "text", "text", "boolean" })
    assert.equal(100000, #f)
    local row, wrong = 0, 0
    for u, w, b in f:each() do
      if u ~= "unique " .. row or w ~= "word " .. row % 100 or b ~= (row % 3 == 0) then wrong = wrong + 1 end
      row = row + 1
    end
    assert.same({ 100000, 0 }, { row, wrong })
    for _, i in ipairs { 1, 2, 50000, 65537, 100000 } do
      assert.same({ u = "unique " .. i - 1, w = "word " .. (i - 1) % 100, b = (i - 1) % 3 == 0 }, f[i])
    end
  end)

  it("number as many as there are, also without rows", function()
    local f = store:frame "SELECT 1 AS a, 2 AS b WHERE 0"
    assert.equal(0, #f)
    assert.same({ "a", "b" }, f:columns())
    assert.same({ n = 0 }, f:values "a")
    assert.is_nil(f:first())
    assert.is_nil(f[1])
    assert.same({}, f:all())
  end)

  it("need a known type and a name each", function()
    assert.equal("parley: unknown column type 'int'; one of integer, number, boolean, date, text, any",
      raised(store.frame, store, "SELECT 1", nil, { "a" }, { "int" }))
    assert.equal("parley: the query has 1 columns, 2 names were given",
      raised(store.frame, store, "SELECT 1", nil, { "a", "b" }))
    assert.equal("parley: the name of column 1 is a boolean, not a text",
      raised(store.frame, store, "SELECT 1", nil, { true }))
  end)
end)

describe("a Frame", function()
  local f
  before_each(function()
    f = store:frame([[VALUES (1, 'a', 1), (NULL, 'b', 0), (3, NULL, NULL)]], nil, { "n", "t", "columns" },
      { "integer", "text", "boolean" })
  end)

  it("gives rows by number, nil beyond its ends", function()
    assert.same({ n = 1, t = "a", columns = true }, f[1])
    assert.same({ n = 3 }, f[3])
    assert.same({ n = 1, t = "a", columns = true }, f[1.0])
    for _, beyond in ipairs { 0, -1, 4, 1.5, math.mininteger, math.maxinteger, 1e300, 0 / 0 } do
      assert.is_nil(f[beyond])
    end
    assert.equal(3, #f)
    assert.equal(3, f:count())
  end)

  it("has methods for fields, and no columns", function()
    require "parley.frame.frame"          -- names what is missing
    assert.equal(core.frame_methods.columns, f.columns)
    assert.equal("parley: a Frame's column is reached with f:values('n'), or row by row as f[i].n",
      raised(function() return f.n end):match "parley: .*")
    assert.truthy(raised(function() return f:wher() end):find("a Frame has no 'wher'; did you mean 'where'?", 1, true))
    assert.is_nil(f[true])
  end)

  it("gives values by column", function()
    assert.same({ n = 3, 1, nil, 3 }, f:values "n")
    assert.same({ n = 3, "a", "b" }, f:values "t")
    assert.same({ n = 3, true, false }, f:values "columns")
    assert.equal("parley: no column 'm'", raised(f.values, f, "m"))
  end)

  it("is read row by row", function()
    local rows = {}
    for row in f:rows() do rows[#rows + 1] = row end
    assert.same({ { n = 1, t = "a", columns = true }, { t = "b", columns = false }, { n = 3 } }, rows)
    assert.same(rows, f:all())
    assert.same(rows[1], f:first())
  end)

  it("is read value by value, in the order asked for", function()
    local seen = {}
    for t, n in f:each("t", "n") do seen[#seen + 1] = { t, n } end
    assert.same({ "a", 1 }, seen[1])
    assert.same({ "b", nil }, seen[2])
    assert.equal(null, seen[3][1])
    assert.equal(3, seen[3][2])
    local step = f:each()
    assert.same({ 1, "a", true }, { step() })
    assert.same({ null, "b", false }, { step() })
    assert.equal("parley: no column 'm'", raised(f.each, f, "n", "m"))
  end)

  -- Everything that gives values, held against the lists the Frame was made of.
  local function check_reading(names, columns, rows)
    local big = core.frame_new(names, nil, rows, columns)
    local all, n, wrong = big:all(), 0, 0
    local function compare(row, i)
      for c, name in ipairs(names) do if row[name] ~= columns[c][i] then wrong = wrong + 1 end end
    end
    for row in big:rows() do
      n = n + 1
      compare(row, n)
      compare(all[n], n)
      compare(big[n], n)
      row[names[1]] = "changed"
    end
    compare(big:first(), 1)
    local i = 0
    for first, second in big:each(names[2], names[1]) do
      i = i + 1
      compare({ [names[1]] = second, [names[2]] = first ~= null and first or nil }, i)
      for c = 3, #names do wrong = wrong - (columns[c][i] ~= nil and 1 or 0) end
    end
    for c, name in ipairs(names) do assert.same(columns[c], (function(v) v.n = nil return v end)(big:values(name))) end
    assert.same({ rows, rows, rows, 0 }, { n, i, #all, wrong })
  end

  it("gives texts as they are, those that repeat and those that do not", function()
    local columns = { {}, {}, {}, {}, {} }
    for row = 1, 2000 do
      columns[1][row] = row
      columns[2][row] = row % 3 > 0 and ("a\0b\xff%d"):format(row % 7) or nil
      columns[3][row] = ("a text of its own, longer than forty characters: %d"):format(row)
      columns[4][row] = row % 5 == 0
      columns[5][row] = row % 2 == 0 and "" or ("\0"):rep(row % 9)
    end
    check_reading({ "i", "repeated", "own", "b", "empty" }, columns, 2000)
  end)

  it("gives rows of more columns than a function may have upvalues", function()
    for _, width in ipairs { 199, 200, 201, 251, 600 } do
      local names, columns = {}, {}
      for c = 1, width do
        names[c], columns[c] = "column " .. c, {}
        for row = 1, 9 do columns[c][row] = (row + c) % 4 > 0 and "text " .. row % 2 or nil end
      end
      check_reading(names, columns, 9)
    end
  end)

  it("gives nothing where all is missing", function()
    local empty = core.frame_new({ "a" }, { "text" }, 600, { {} })
    local n = 0
    for row in empty:rows() do
      n = n + 1
      assert.is_nil(next(row))
      assert.is_nil(next(empty[n]))
    end
    assert.equal(600, n)
    assert.same({ n = 600 }, empty:values "a")
  end)

  it("is read by two at once", function()
    local one, two = f:each "n", f:each "n"
    assert.equal(1, one())
    assert.equal(null, one())
    assert.equal(1, two())
    assert.equal(3, one())
    assert.is_nil(one())
    assert.is_nil(one())
    assert.equal(null, two())
  end)

  it("cannot be changed", function()
    assert.equal("parley: a Frame cannot be changed", raised(function() f[1] = {} end))
    assert.equal("parley: a Frame cannot be changed", raised(function() f.n = 1 end))
    assert.matches("a row cannot be changed: 'n'", raised(function() f[1].n = 99 end))
    f:columns()[1] = "other"
    assert.equal(1, f[1].n)
    assert.equal("n", f:columns()[1])
  end)

  it("outlives its store", function()
    local other = assert(core.open(":memory:", { mode = "memory" }))
    local kept = other:frame "SELECT 'kept' AS a"
    other:close()
    collectgarbage()
    assert.equal("kept", kept[1].a)
  end)

  it("tells the memory it takes", function()
    local small = store:frame "SELECT 1 AS a"
    local big = store:frame [[WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM c LIMIT 100000)
      SELECT x * 7919000000007 FROM c]]
    assert.is_true(small:bytes() > 0 and small:bytes() < 2000)
    assert.is_true(big:bytes() >= 800000 and big:bytes() < 810000)
  end)

  it("is collected in time, though Lua does not see its memory", function()
    -- in a program of its own: how much the specs before this one have left in memory decides when a cycle begins
    local at, remove = scratch.folder()
    finally(remove)
    local pipe = io.popen(scratch.script(at "frames.lua", [[
      local core = require "parley.core"
      local store = assert(core.open(":memory:", { mode = "memory" }))
      local weak, most = setmetatable({}, { __mode = "k" }), 0
      for _ = 1, 80 do
        weak[store:frame("WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM c LIMIT 50000)"
          .. " SELECT x * 7919000000007 FROM c")] = true
        local alive = 0
        for frame in pairs(weak) do -- one that was finalised takes nothing any more
          if frame:bytes() > 0 then alive = alive + 1 end
        end
        most = math.max(most, alive)
      end
      print(most)]]))
    local most = tonumber(pipe:read "a")
    pipe:close()
    assert.is_true(most < 20, most .. " Frames of 400 kB at a time")
  end)

  it("leaves a stopped collector alone", function()
    collectgarbage "stop"
    finally(function() collectgarbage "restart" end)
    local weak = setmetatable({}, { __mode = "k" })
    weak[store:frame [[WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM c LIMIT 50000)
      SELECT x * 7919000000007 FROM c]]] = true
    assert.is_false(collectgarbage "isrunning")
    assert.is_true(next(weak) ~= nil)
  end)
end)

describe("frame_new", function()
  it("makes a Frame from lists, nil and null missing", function()
    local f = core.frame_new({ "a", "b", "c" }, { "integer", "any", "date" }, 3,
      { { 1, nil, 3 }, { true, false, null }, { "2025-06", "2025", nil } })
    assert.same({ "integer", "boolean", "date" }, f:types())
    assert.same({ { a = 1, b = true, c = "2025-06" }, { b = false, c = "2025" }, { a = 3 } }, f:all())
  end)

  it("settles types as a query does, booleans apart from integers", function()
    local function settle(kind, ...)
      local f = core.frame_new({ "a" }, { kind }, select("#", ...), { { ... } })
      return f:types()[1], f:values "a"
    end
    exactly("number", { n = 2, 1.0, 2.5 }, settle("any", 1, 2.5))
    exactly("text", { n = 2, "true", "1" }, settle("any", true, 1))
    exactly("text", { n = 2, "1", "false" }, settle("any", 1, false))
    exactly("text", { n = 2, "0.5", "true" }, settle("any", 0.5, true))
    exactly("text", { n = 2, "false", "0.5" }, settle("any", false, 0.5))
    exactly("text", { n = 2, "false", "x" }, settle("any", false, "x"))
    exactly("text", { n = 2, "x", "true" }, settle("any", "x", true))
    exactly("boolean", { n = 2, true, false }, settle("boolean", true, 0))
    exactly("number", { n = 3, math.huge, -math.huge, 0.0 }, settle("any", math.huge, -math.huge, 0.0))
    exactly("text", { n = 2, "inf", "x" }, settle("any", math.huge, "x"))
  end)

  it("takes NaN for a missing value and gives zero no sign, as SQLite does", function()
    local f = core.frame_new({ "a" }, { "number" }, 3, { { 0 / 0, -0.0, 2.5 } })
    exactly("number", { n = 3, nil, 0.0, 2.5 }, f:types()[1], f:values "a")
    assert.equal(math.huge, 1 / f[2].a)
    assert.same({}, f[1])
    assert.equal("text", core.frame_new({ "a" }, nil, 1, { { 0 / 0 } }):types()[1])
    exactly("integer", { n = 2, nil, 1 }, core.frame_new({ "a" }, nil, 2, { { 0 / 0, 1 } }):types()[1],
      core.frame_new({ "a" }, nil, 2, { { 0 / 0, 1 } }):values "a")
    assert.equal(math.huge, 1 / store:frame("SELECT -0.0 AS a")[1].a)
    assert.is_nil(store:frame("SELECT 9e999 - 9e999 AS a")[1].a)
  end)

  it("needs no columns and no rows", function()
    assert.equal(0, #core.frame_new({}, {}, 0, {}))
    assert.same({}, core.frame_new({}, {}, 0, {}):columns())
    assert.equal(0, #core.frame_new({ "a" }, { "text" }, 0, { {} }))
  end)

  it("says what it cannot hold", function()
    assert.equal("parley: column 'a' cannot hold a table", raised(core.frame_new, { "a" }, nil, 1, { { {} } }))
    assert.equal("parley: column 2 has no list", raised(core.frame_new, { "a", "b" }, nil, 1, { { 1 } }))
    assert.equal("parley: the name of column 1 is a number, not a text", raised(core.frame_new, { 1 }, nil, 1, { {} }))
  end)
end)

describe("frame_of_rows", function()
  it("makes the Frame that columns make, from rows with gaps anywhere", function()
    local f = core.frame_of_rows({ "a", "b", "c" }, { "integer", "any", "date" },
      { { nil, nil, "2025-06" }, { 2, false }, {}, { null, true, "2025" } })
    assert.equal(4, #f)
    assert.same({ "integer", "boolean", "date" }, f:types())
    assert.same({ { c = "2025-06" }, { a = 2, b = false }, {}, { b = true, c = "2025" } }, f:all())
  end)

  it("needs no columns and no rows, and says what is no row", function()
    assert.equal(2, #core.frame_of_rows({ "a" }, { "text" }, { {}, {} }))
    assert.equal(0, #core.frame_of_rows({ "a" }, { "text" }, {}))
    assert.equal(0, #core.frame_of_rows({}, {}, {}))
    assert.equal("parley: row 2 is not a list", raised(core.frame_of_rows, { "a" }, nil, { { 1 }, 1 }))
    assert.equal("parley: column 'a' cannot hold a table", raised(core.frame_of_rows, { "a" }, nil, { { {} } }))
  end)
end)

describe("the engine without Lua", function()
  it("lays columns out as Arrow does, and survives every failed allocation #host", function()
    local pipe = io.popen(host .. " 2>&1; echo status $?")
    local output = pipe:read "a"
    pipe:close()
    assert.truthy(output:find "status 0\n$", output)
    assert.truthy(output:find "every type: %d%d+ allocations failed in turn", output)
  end)
end)
