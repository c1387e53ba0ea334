-- Ends of queries, and what holds of a query whatever its verbs.
-- Holds: query.user_functions, query.explain, query.short_form_arguments, query.unknown_verbs

local scratch = require "spec.support.scratch"
local parley = require "parley"
local small = require "spec.support.small"

local message = scratch.refusal
local lists, dataset, frame = small.lists, small.dataset, small.frame

describe("ends", function()
  it("give rows, values, lists and single rows", function()
    local f = frame():select("id", "n", "side")
    assert.same({ id = "a", n = 3, side = "north" }, f:limit(1):all()[1])
    local seen = {}
    for id, n in f:limit(2):each("id", "n") do seen[#seen + 1] = { id, n } end
    assert.same({ { "a", 3 }, { "b", 1 } }, seen)
    assert.same({ id = "d", n = 1 }, f:where { id = "d" }:one())
    assert.is_nil(f:where { id = "zz" }:limit(1):frame()[1])
  end)

  it("give a missing first value as parley.null, so that the loop goes on", function()
    local values = {}
    for side in frame():sort("side"):each("side") do values[#values + 1] = side end
    assert.same({ "north", "north", "south", "south", parley.null }, values)
  end)

  it("go by number in pairs(), as a dataset does by the names of its tables, and show nothing within", function()
    local q = frame():sort("id"):select("id")
    for _, rows in ipairs { q, q:frame(), q:all() } do
      local seen = {}
      for number, row in pairs(rows) do seen[#seen + 1] = { number, row.id } end
      assert.same({ { 1, "a" }, { 2, "b" }, { 3, "c" }, { 4, "d" }, { 5, "e" } }, seen)
    end
    local ds, names = dataset(), {}
    for name, rows in pairs(ds) do
      names[#names + 1] = name
      assert.equal("parley.Query", getmetatable(rows).__name)
    end
    assert.same(ds.schema.names, names)
    assert.equal(1, ds:with_policy{ prefer = { "p1" } }.talks:where{ round = 1 }:count())
    local record = {}
    for name, value in pairs(ds.talks:get "t1") do record[name] = value end
    assert.equal(1, record.round)
    assert.truthy(message(function() pairs(ds.talks:by "round") end):find("by()", 1, true))
  end)

  it("insist on one row", function()
    local ds = dataset()
    assert.equal("t1", ds.talks:where { round = 1 }:one().id)
    assert.equal("parley: one() expects exactly one row of talks, but found none; use first() or all()",
      message(function() return ds.talks:where { round = 9 }:one() end))
    assert.equal("parley: one() expects exactly one row of demands, but found 3; use first() or all()",
      message(function() return ds.demands:one() end))
    assert.equal("t1", ds.talks:sort("id"):first().id)
    assert.is_nil(ds.talks:where { round = 9 }:first())
  end)

  it("get one record, which prints with its claims", function()
    local ds = dataset()
    local record = ds.demands:get("d1")
    assert.equal("2031-02-11", record.made)
    assert.truthy(tostring(record):find("made%s+2031%-02%-11%s+on_record_quote%s+2 claims"))
    assert.truthy(tostring(record):find("party%s+hill%s+narration%s+1 claim\n"))
    assert.truthy(tostring(ds.demands:as_of("2031-03-30"):get("d1")):find("made%s+2031%-02%-10%s+narration%s+1 claim\n"))
    assert.equal("parley: no 'd9' in demands; did you mean 'd1'?", message(function() return ds.demands:get("d9") end))
  end)

  it("release everything on break and on errors", function()
    local path = os.tmpname()
    os.remove(path)
    local ds = dataset()
    assert(ds:save_as(path))
    local copy = assert(parley.open(path))
    for _ in copy.demands:rows() do break end          -- luacheck: ignore 512
    pcall(function() for _ in copy.demands:rows() do error("stop") end end)
    copy:add("parties", { id = "glen", name = "Glen" }, { source = "p1" })
    copy:close()
    assert.equal(3, parley.open(path, { mode = "ro" }).parties:count())
    os.remove(path)
  end)

  it("notice a closed dataset", function()
    local ds = dataset()
    local q = ds.demands
    ds:close()
    for _, f in ipairs { function() return q:count() end, function() return q:where("party is nil"):all() end,
      function() return ds.demands:all() end, function() return ds:sql("select 1") end, function() return q:all() end } do
      assert.equal("parley: this dataset is closed; open it again with parley.open()", message(f))
    end
    assert.equal("parley.Dataset (closed)", tostring(ds))
  end)

  it("is printed in one line where it cannot be read", function()
    local ds = assert(parley.open(":memory:"))
    ds.store:exec "DROP TABLE events"
    assert.matches("^parley%.Dataset, which cannot be read: .*events[^\n]*$", tostring(ds))
    ds:close()
  end)
end)

describe("a query", function()
  it("is immutable and leaves its ancestors alone", function()
    local ds = dataset()
    local q = ds.demands:where { party = "vale" }
    local narrowed = q:where { topic = "prisoners" }
    assert.same({ 2, 1 }, { q:count(), narrowed:count() })
    assert.equal("parley: a query cannot be changed: 'x' was assigned; each verb returns a new query",
      message(function() q.x = 1 end))
    assert.equal("parley: a query has no 'wher'; did you mean 'where'?", message(function() return q:wher() end))
  end)

  it("can be built in a loop, deep", function()
    local q = frame():with("n as m")
    for _ = 1, 60 do q = q:with("m % 1000 + 1 as m"):where("m > 0") end
    assert.equal(5, q:count())
    local wide = frame():select("id", "n % 5 as x")
    for _ = 1, 25 do wide = wide:select("id", "(x + x) % 5 as x") end
    assert.equal(5, wide:count())
  end)

  it("runs every expression that may be written, however deep", function()
    local f = frame():limit(4)          -- so that conditions stand in a second SELECT
    local function nested(before, inner, after) return before:rep(14) .. inner .. after:rep(14) end
    local deep = {
      nested("trim(", "id", ")") .. " = 'a'", nested("coalesce(id, ", "id", ")") .. " = 'a'",
      nested("(1 + ", "n", ")") .. " > 0", nested("upper(", "id", ")") .. " = 'A'",
      nested("(1 % ", "n", ")") .. " is not nil", nested("not ", "n = 1", ""), nested("- ", "n", "") .. " != 0",
      nested("(n / ", "n", ")") .. " is not nil", nested("('x' .. ", "id", ")") .. " != ''",
      nested("round(", "share", ", 1)") .. " is nil or true",
    }
    for _, text in ipairs(deep) do assert.is_true(pcall(f.count, f:where(text)), text) end
    assert.equal(4, f:where(("n + "):rep(700) .. "n > 0"):count())
    assert.equal(4, f:where(("n > 0 and "):rep(700) .. "true"):count())
  end)

  it("takes functions of the user's #file", function()
    local ds = dataset()
    ds:define("shout", function(text) return text and text:upper() .. "!" end)
    ds:define("fail", function() error("on purpose", 0) end)
    assert.same({ { "HILL!" }, { "VALE!" } }, lists(ds.parties:select("shout(id) as s"):sort("s")))
    assert.truthy(message(function() return ds.parties:select("fail() as x"):all() end):find("on purpose", 1, true))
  end)
end)
