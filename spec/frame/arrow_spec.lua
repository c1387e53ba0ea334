-- Frames through the Arrow C interfaces: to another library in the process and back. The hosts do what takes C.

local core = require "parley.core"
local parley = require "parley"
local build = os.getenv "PARLEY_BUILD" or "build"

local function run(command)
  local pipe = io.popen(command .. " 2>&1; echo status $?")
  local output = pipe:read "a"
  pipe:close()
  return output
end

local function raised(fn, ...)
  local done, err = pcall(fn, ...)
  assert.is_false(done)
  return (err:gsub("^.-(parley: )", "%1"))
end

local NAMES = { "i", "x", "b", "t", "d", "none" }

local function sample()
  return core.frame_new(NAMES, { "integer", "number", "boolean", "text", "date", "any" }, 5, {
    { 1, nil, math.mininteger, 4, 5 }, { 1.5, 0 / 0, -0.0, 2, 1e300 }, { true, false, nil, true, false },
    { "a", "b", nil, "a\0c", "\xff" }, { "2025", "2025-06-02", nil, "2025-06~", "../2025" }, {} })
end

-- That two Frames have the same columns and values, 1 told from 1.0.
local function same(a, b)
  assert.same(a:columns(), b:columns())
  assert.same(a:types(), b:types())
  assert.equal(#a, #b)
  for _, name in ipairs(a:columns()) do
    local one, other = a:values(name), b:values(name)
    assert.same(one, other)
    for row = 1, one.n do assert.equal(math.type(one[row]), math.type(other[row])) end
  end
end

describe("a Frame that goes out and comes in", function()
  it("is the same, whatever the options", function()
    for _, options in ipairs { {}, { batch = 1 }, { batch = 2 }, { batch = 100 }, { text = "plain" },
      { text = "dictionary", batch = 3 }, { dates = "day" }, { dates = "text", text = "plain", batch = 4 } } do
      same(sample(), assert(parley.from_arrow(sample():arrow(options))))
    end
    same(sample(), parley.from_arrow(sample():arrow()))
  end)

  it("may have no rows and no columns", function()
    local empty = core.frame_new({ "a", "b" }, { "text", "date" }, 0, { {}, {} })
    same(empty, parley.from_arrow(empty:arrow()))
    assert.same({}, parley.from_arrow(core.frame_new({}, {}, 0, {}):arrow()):columns())
  end)

  it("keeps days that were asked for as days", function()
    local days = core.frame_new({ "d" }, { "date" }, 3, { { "2025-06-02", nil, "1969-12-31" } })
    same(days, parley.from_arrow(days:arrow { dates = "day" }))
    same(days, parley.from_arrow(days:arrow { dates = "day", batch = 1 }))
  end)

  it("keeps texts that hardly repeat", function()
    local texts = {}
    for row = 1, 70000 do texts[row] = row % 7000 > 0 and "text " .. row or nil end
    local f = core.frame_new({ "t" }, { "text" }, 70000, { texts })
    for _, options in ipairs { {}, { batch = 1000 }, { text = "plain" } } do
      local back = parley.from_arrow(f:arrow(options)):values "t"
      local wrong = 0
      for row = 1, 70000 do if back[row] ~= texts[row] then wrong = wrong + 1 end end
      assert.equal(0, wrong)
    end
  end)

  it("has its verbs and methods", function()
    local back = parley.from_arrow(parley.open().talks:frame():arrow())
    assert.equal(2, back:where("status = 'held' and round > 0"):count())
    assert.equal(back:count(), #parley.from_arrow(back:sort("id"):frame():arrow()))
  end)
end)

describe("a stream", function()
  it("is passed by its address", function()
    for _, how in ipairs { "address", "pointer" } do
      local stream = sample():arrow()
      same(sample(), assert(parley.from_arrow(stream[how](stream))))
      assert.equal("parley.ArrowStream (released)", tostring(stream))
    end
  end)

  it("outlives its Frame", function()
    local stream = sample():arrow()
    collectgarbage()
    collectgarbage()
    same(sample(), assert(parley.from_arrow(stream)))
  end)

  it("is read once", function()
    local stream = sample():arrow()
    assert.equal("parley.ArrowStream", tostring(stream))
    assert.truthy(parley.from_arrow(stream))
    assert.same({ n = 3, nil, "parley: the Arrow stream has been read or released", "closed" },
      table.pack(parley.from_arrow(stream)))
  end)

  it("can be released, closed and collected unread", function()
    local stream <close> = sample():arrow()
    stream:release()
    stream:release()
    assert.is_nil((parley.from_arrow(stream)))
    sample():arrow()
    collectgarbage()
  end)
end)

describe("mistakes", function()
  it("of options are named", function()
    local f = sample()
    assert.equal("parley: frame:arrow() has no option 'bach'; it has batch, dates and text", raised(f.arrow, f, { bach = 1 }))
    assert.equal("parley: frame:arrow() has no option '1'; it has batch, dates and text", raised(f.arrow, f, { 1 }))
    assert.equal("parley: batch is a number of rows, not 0", raised(f.arrow, f, { batch = 0 }))
    assert.equal("parley: batch is a number of rows, not 1.5", raised(f.arrow, f, { batch = 1.5 }))
    assert.equal("parley: dates is 'day' or 'text', not month", raised(f.arrow, f, { dates = "month" }))
    assert.equal("parley: text is 'plain' or 'dictionary', not true", raised(f.arrow, f, { text = true }))
    assert.equal("parley: arrow() takes a table of options, not a string", raised(f.arrow, f, "day"))
    assert.equal("parley: arrow() belongs to a Frame: call it with a colon, as in x:arrow(...)", raised(f.arrow, {}))
  end)

  it("of addresses are named", function()
    for _, wrong in ipairs { "talks", true, {}, 1.5 } do
      assert.equal("parley: from_arrow takes an Arrow stream, not a " .. type(wrong), raised(parley.from_arrow, wrong))
    end
    assert.equal("parley: from_arrow takes an Arrow stream, not a nil", raised(parley.from_arrow))
    for _, nowhere in ipairs { 0, 4097 } do
      assert.equal("parley: from_arrow was given an address at which nothing can be", raised(parley.from_arrow, nowhere))
    end
    local stream <close> = sample():arrow()
    assert.equal("parley: from_arrow takes the address of an ArrowSchema, not a userdata",
      raised(parley.from_arrow, stream, stream))
    assert.equal("parley: from_arrow takes the address of an ArrowArray, not a userdata",
      raised(parley.from_arrow, stream:pointer(), stream))
  end)

  it("cannot be made with addresses where the host lets scripts only read", function()
    local output = run(("LUA_PATH=';' LUA_CPATH=';' %s/host/embed_host readonly '%s'"):format(build, [[
      local parley = require "parley"
      local stream = parley.open().talks:frame():arrow()
      print(pcall(stream.address, stream))
      print(pcall(stream.pointer, stream))
      print(pcall(parley.from_arrow, 4096))
      print(#parley.from_arrow(stream))]]))
    local no = "false\tparley: the host program does not let scripts pass addresses\n"
    assert.equal(no .. no .. no .. "6\nstatus 0\n", (output:gsub("script:%d+: ", "")))
  end)
end)

describe("the interface in C", function()
  it("takes and gives every type, refuses what is malformed, and survives every failed allocation #host", function()
    local output = run(build .. "/host/arrow_host")
    assert.truthy(output:find "arrow_host: good\nstatus 0\n$", output)
    assert.truthy(output:find "with dictionaries: %d%d+ allocations failed in turn", output)
  end)

  it("is understood by DuckDB, and DuckDB by it #host", function()
    local output = run(build .. "/host/duckdb_host")
    if output:find "skipped" then return pending "DuckDB is not here: sh tools/deps.sh bench" end
    assert.truthy(output:find "^duckdb_host: good, with DuckDB v[%d.]+\nstatus 0\n$", output)
  end)
end)
