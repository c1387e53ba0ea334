-- Binding: once per verb, on a tree of its own, without a look at the data.
-- Holds: query.bound, query.call_arguments, query.compared, query.home, query.items, query.lookups, query.operands,
--   query.computed_columns, query.frame_rows, query.operators, query.scalar_calls, query.typed_nodes,
--   query.unknown_names, query.walk

local both = require "spec.support.both_engines"
local core = require "parley.core"
local expr = require "parley.query.expr"
local pages = require "spec.support.pages"
local parley = require "parley"
local source = dofile "tools/source.lua"

local function dataset()
  local ds = assert(parley.open(":memory:"))
  ds:add("sources", { id = "s1", outlet = "Gazette", published = "2031-03-02" })
  ds:add("parties", { id = "hill", name = "Hill" }, { source = "s1" })
  ds:add("talks", { id = "t1", date = "2031-02-10", kind = "round" }, { source = "s1" })
  ds:add("demands", { id = "d1", party = "hill", topic = "ceasefire", talk = "t1", made = "2031-02-10" },
    { source = "s1" })
  ds:add("demands", { id = "d2", party = "hill", topic = "prisoners", talk = "t1" }, { source = "s1" })
  return ds
end

-- Calls f with a store whose statements are counted.
local function counted(ds, f)
  local store, calls = ds.store, {}
  local counting = setmetatable({}, { __index = function(_, name)
    if name == "dialect" then return nil end
    return function(_, ...)
      if name ~= "is_open" then calls[#calls + 1] = name end
      return store[name](store, ...)
    end
  end })
  rawset(ds, "store", counting)
  local done, message = pcall(f)
  rawset(ds, "store", store)
  assert(done, message)
  return calls
end

-- Everything a verb can be asked, on one query.
local function built(ds, other)
  local q = ds.demands:where { party = "hill", topic = "no such word" }:where("talk = 'no such id'")
    :with("talk.date as on_day"):join(ds.talks, { on = { talk = "id" } })
    :join(other, { on = "id", kind = "left" }):sort("made desc")
  q = q:search("word"):as_of("2031-05"):limit(5):distinct("party", "topic", "id"):select("id", "party", "topic")
  local pivoted = q:pivot { rows = "party", columns = "topic" }
  return pivoted:sort("party"):with("party .. '!' as loud"):limit(2), ds.demands:by("party"):count():where("count > 1"),
    ds.demands:where { id = "d1" }:claims():select("id"), ds.demands:where { party = parley.within "no such id" }
end

describe("a verb", function()
  it("asks the data nothing", function()
    local ds = dataset()
    local other = parley.frame { { id = "d1", weight = 2 } }
    assert.same({}, counted(ds, function() built(ds, other) end))
  end)

  it("costs nothing on a closed dataset, which is noticed when the query runs", function()
    local ds = dataset()
    local demands, talks = ds.demands, ds.talks
    ds:close()
    local q = demands:where { party = "nobody" }:where { party = parley.within "nobody" }
      :join(talks, { on = { talk = "id" } }):pivot { rows = "party", columns = "topic" }:sort("party"):limit(1)
    for _, ending in ipairs { "all", "frame", "count", "columns", "rows", "sql", "explain" } do
      assert.error_matches(function() return q[ending](q) end, "this dataset is closed; open it again with parley.open()", 1, true)
    end
  end)

  it("leaves what was parsed as it is, whatever it is bound to", function()
    local node = expr.parse("d = '2025' and d + 1 > 2 or n in (1, 'x') and not contains(n, 'x')", { n = 0 })
    local function copied(tree)
      if type(tree) ~= "table" then return tree end
      local copy = {}
      for k, v in pairs(tree) do copy[k] = copied(v) end
      return copy
    end
    local before = copied(node)
    local bind, frame_rows = require "parley.query.bind", require "parley.query.frame_rows"
    local f = core.frame_new({ "d", "n" }, { "date", "text" }, 1, { { "2025-01" }, { "x" } })
    pcall(bind.condition, { rows = frame_rows.link(f), lookups = {} }, node)
    assert.same(before, node)
    local good = expr.parse("d = '2025'")
    local typed = bind.condition({ rows = frame_rows.link(f), lookups = {} }, good)
    assert.same({ "date", "text" }, { typed.right.type, good.right.type })
  end)

  it("names the word or id that is not there when the query runs", function()
    local ds = dataset()
    local q = ds.demands:where { topic = "ceasefir" }
    assert.error_matches(function() q:count() end, "'ceasefir' is no topic; did you mean 'ceasefire'?", 1, true)
    local absent = ds.demands:where { talk = "t2" }
    assert.error_matches(function() absent:count() end, "nothing in talks has the id 't2'; did you mean 't1'?", 1, true)
    ds:add("talks", { id = "t2", kind = "round" }, { source = "s1" })
    assert.equal(0, absent:count())
  end)
end)

describe("a pivot", function()
  it("looks for its columns once in a run, and again in the next #file", function()
    local ds = dataset()
    local q = ds.demands:pivot { rows = "party", columns = "topic" }:sort("party"):limit(3)
    local function looked()
      local n = 0
      for _, name in ipairs(counted(ds, function() q:frame() end)) do if name == "each" then n = n + 1 end end
      return n
    end
    assert.equal(1, looked())
    assert.same({ "party", "ceasefire", "prisoners" }, { table.unpack(q:columns()) })
    ds:add("demands", { id = "d3", party = "hill", topic = "children" }, { source = "s1" })
    assert.same({ party = "hill", ceasefire = 1, children = 1, prisoners = 1 }, q:first())
  end)

  it("can be joined, on both engines, before its columns are known", function()
    local made = { { a = "x", k = "p" }, { a = "x", k = "q" }, { a = "y", k = "p" } }
    local on_columns, in_sql = require "parley.query.columns.frame_queries", require "parley.query.sql.frame_queries"
    for _, queries in ipairs { on_columns, in_sql } do
      local q = queries.of(parley.frame(made))
      local joined = q:join(q:pivot { rows = "a", columns = "k" }, { on = "a" }):where("q = 1"):select("a", "k", "p")
      assert.same({ { a = "x", k = "p", p = 1 }, { a = "x", k = "q", p = 1 } }, joined:sort("k"):all())
    end
    local ds = dataset()
    local wide = ds.demands:pivot { rows = "party", columns = "topic" }
    assert.same({ "d1", "d2" }, { table.unpack(ds.demands:join(wide, { on = "party" }):where("ceasefire = 1"):sort("id")
      :frame():values "id") })
    local f = parley.frame { { party = "hill", w = 1 } }
    assert.same({ party = "hill", w = 1, ceasefire = 1, prisoners = 1 }, f:join(wide, { on = "party" }):one())
  end)

  it("reports a mistake in what follows when the query runs", function()
    local q = parley.frame({ { a = "x" } }):pivot { rows = "a", columns = "a" }:where("z = 1")
    assert.error_matches(function() q:count() end, "no column 'z' in this query", 1, true)
  end)
end)

describe("a join", function()
  it("copies nothing until it runs #file", function()
    local ds = dataset()
    local function copies()
      return ds.store:values "SELECT count(*) FROM sqlite_temp_master WHERE name LIKE 'frame_%'"
    end
    local other <close> = assert(parley.open())
    local q = ds.demands:join(parley.frame { { id = "d1", weight = 2 } }, { on = "id" })
      :join(other.parties:select("id as party_of"), { on = { party = "party_of" }, kind = "left" })
    assert.equal(0, copies())
    assert.same({ "d1" }, { table.unpack(q:frame():values "id") })
    assert.equal(2, copies())
  end)
end)

describe("as()", function()
  it("is bound to the words of the cross-walk, so that an engine needs no codebook", function()
    local ds <close> = parley.open(":memory:")
    local step = ds.events:as("responses").bound.step
    local kind, topic = step.columns[4], step.columns[5]
    assert.same({ { "rejection", "reject" } }, kind.by_act)
    local found = {}
    for _, one in ipairs(topic.words) do found[one.scheme] = one end
    assert.same({ false, true }, { found["cameo-icews"].shapes, found.plover.shapes })
    local words = {}
    for _, one in ipairs(topic.words) do
      for _, row in ipairs(one.rows) do words[row[1]] = row[2] end
    end
    assert.same({ "civilians", "civilians" }, { words["1623"], words["REQUEST:assist:humanitarian:*"] })
    for _, room in ipairs { "as", "claims", "search" } do
      local file <close> = assert(io.open("lua/parley/query/sql/steps/" .. room .. ".lua"))
      assert.is_nil(file:read("a"):find("parley.codebook", 1, true), room)
    end
  end)
end)

describe("a chain of verbs", function()
  -- What a chain of n verbs takes: instructions of Lua, and bytes of memory with nothing collected. Counted, not timed, so
  -- that other programs do not show in it.
  local function cost(q, n)
    collectgarbage()
    collectgarbage "stop"
    local hundreds, before, chain = 0, collectgarbage "count", q
    debug.sethook(function() hundreds = hundreds + 1 end, "", 100)
    for i = 1, n // 4 do chain = chain:where("n > " .. i):with("n + 1 as n"):sort("n"):limit(1000) end
    debug.sethook()
    local bytes = (collectgarbage "count" - before) * 1024
    collectgarbage "restart"
    return hundreds * 100, bytes
  end

  it("costs what its verbs cost: twice as many take twice the instructions and twice the memory", function()
    local q = require("parley.query.columns.frame_queries").of(parley.frame { { n = 1, t = "a" } })
    cost(q, 40)
    local some, memory = cost(q, 200)
    local twice, twice_memory = cost(q, 400)
    assert.is_true(some < 200 * 2000, ("%d instructions for 200"):format(some))
    assert.is_true(memory < 200 * 12000, ("%d bytes for 200"):format(memory // 1))
    assert.is_true(twice < 2.02 * some, ("%d instructions for 200, %d for 400"):format(some, twice))
    assert.is_true(twice_memory < 2.05 * memory, ("%d bytes for 200, %d for 400"):format(memory // 1, twice_memory // 1))
  end)

  it("costs no more with each column that it has added", function()
    local function instructions(q, n)
      local hundreds, chain = 0, q
      debug.sethook(function() hundreds = hundreds + 1 end, "", 100)
      for i = 1, n do chain = chain:with("v + i as n" .. i) end
      debug.sethook()
      return hundreds * 100
    end
    local ds <close> = dataset()
    for name, q in pairs {
      frame = parley.frame({ { v = 1, i = 2 } }):where "v > 0", dataset = ds.demands:with("1 as v", "2 as i"),
    } do
      instructions(q, 400)          -- parses the texts
      local some = instructions(q, 100)
      local more = instructions(q, 400)
      assert.is_true(some < 100 * 3000, ("%s: %d instructions for 100"):format(name, some))
      assert.is_true(more < 4.2 * some, ("%s: %d instructions for 100, %d for 400"):format(name, some, more))
    end
  end)

  it("knows the columns it has added or replaced, however long it is, and each link its own", function()
    local f = parley.frame { { v = 1, i = 2 } }
    local first = f:with "v + i as n1"
    local chain, at_thirty = first, nil
    for k = 2, 60 do
      chain = chain:with(("n%d + i as n%d"):format(k - 1, k))
      if k % 7 == 0 then chain = chain:with("v + 1 as v", ("n%d + 1 as n%d"):format(k // 7, k // 7)) end
      at_thirty = at_thirty or k == 30 and chain
    end
    local columns = chain:columns()
    assert.same({ "i", "v", "n1", "n2" }, { table.unpack(columns, 1, 4) })
    assert.equal(62, #columns)
    assert.same({ v = 9, i = 2, n1 = 4, n8 = 18, n9 = 19, n60 = 121 },
      chain:select("v", "i", "n1", "n8", "n9", "n60"):one())
    assert.same({ v = 5, n1 = 4, n30 = 61 }, at_thirty:select("v", "n1", "n30"):one())
    assert.error_matches(function() at_thirty:where "n31 > 0" end, "no column 'n31' in this query", 1, true)
    assert.same({ n1 = 3, n2 = 10 }, first:with "10 as n2":select("n1", "n2"):one())
    assert.same({ a = 2 }, f:with("1 as a", "2 as a"):select "a":one())
  end)

  it("brings values to the type they are worked out in, in the bound tree, for every engine", function()
    local bind, frame_rows = require "parley.query.bind", require "parley.query.frame_rows"
    local f = parley.frame { { i = 1, x = 0.5, t = "a" } }
    local function bound_call(text)
      return bind.expression({ rows = frame_rows.link(f), lookups = {}, aggregates = true, text = text }, expr.parse(text))
    end
    local function converted(text)
      local list = {}
      for at, arg in ipairs(bound_call(text).args) do
        list[at] = arg.kind == "convert" and ("%s as %s"):format(arg.operand.type, arg.type) or arg.type
      end
      return table.concat(list, ", ")
    end
    assert.equal("integer as number, number", converted "coalesce(i, x)")
    assert.equal("boolean, number, integer as number", converted "if(i > 0, x, i)")
    assert.equal("integer as number, number, integer as number", converted "greatest(i, x, 2)")
    assert.equal("integer, integer", converted "coalesce(i, 2)")
    assert.equal("text, integer, number", converted "top(t, 2, x)")
    -- what is missing without a type has that of its place; beside others it has none of its own
    assert.equal("number", converted "sum(nil)")
    assert.equal("number", converted "abs(coalesce(nil, nil))")
    assert.equal("boolean", converted "any(nil)")
    assert.equal("text, integer", converted "lpad(nil, 3)")
    assert.equal("text, integer, number", converted "top(t, 1, nil)")
    assert.equal("null, integer", converted "coalesce(nil, 2)")
    assert.equal("null", converted "max(nil)")
    f = core.frame_new({ "d", "t", "i" }, { "date", "text", "integer" }, 2, { { "2025-01", "2024" }, { "x", "y" }, { 1 } })
    assert.equal("text, integer, date as integer", converted "top(t, 1, d)")
    assert.same({ "x 1.0 9.5" }, both.answers(function(q)
      return q:by("1 as one"):summarise("top(t, 1, d) as newest", "max(coalesce(i, 0.5)) as most",
        "max(if(i is nil, 9.5, i)) as other"):select("newest", "most", "other")
    end, f).rows)
  end)

  it("leaves no engine to say which types go together: what comes into one column is told by one rule", function()
    for _, room in ipairs { "lua/parley/query/columns", "lua/parley/query/sql" } do
      for _, path in ipairs(source.files(room, { "lua" })) do
        local text = pages.read(room .. "/" .. path)
        assert.is_nil(text:find('"bad_type.', 1, true), room .. "/" .. path .. " refuses a type")
        assert.is_nil(text:find("integer = true", 1, true), room .. "/" .. path .. " lists types that go together")
        assert.is_nil(text:find('node.type == "null"', 1, true), room .. "/" .. path .. " gives what is missing a type")
      end
    end
    local said = both.refusal(function(q) return q:unpivot { columns = { "i", "t" }, names = "n", values = "v" } end,
      parley.frame { { i = 1, t = "a" } })
    assert.truthy(said:find("'i' (integer) and 't' (text) cannot come into one", 1, true), said)
    assert.same({ "i 1.0", "x 0.5" }, both.answers(function(q)
      return q:unpivot { columns = { "i", "x" }, names = "n", values = "v" }
    end, parley.frame { { i = 1, x = 0.5 } }).rows)
  end)

  it("says in the bound tree what is to be computed once, whatever makes it large", function()
    local f = parley.frame { { v = 1, w = 2 }, { v = 3, w = 4 } }
    local function grown(q, how)
      for _ = 1, 12 do q = how(q) end
      return q
    end
    local function often(q)
      local found, rows = 0, rawget(q, "bound")
      while rows do
        found, rows = found + (rows.step and rows.step.once and 1 or 0), rows.before
      end
      return found
    end
    for _, how in ipairs {
      function(q) return q:with "v + v as v" end,
      function(q) return q:select("v + v as v", "w") end,
      function(q) return q:select("v as x", "w"):where("w > 0"):select("x + x as v", "w") end,
      function(q) return q:distinct("v + v as v", "w") end,
      function(q) return q:join(f:select("w"), { on = "w", kind = "semi" }):with "v + v as v" end,
      function(q) return q:unpivot { columns = { "v", "v_2" }, values = "v" }:where("name = 'v'"):select("v", "w") end,
    } do
      local before = function(q) return how(q:with("v + 0 as v_2")) end
      local found = both.answers(function(q)
        local last = grown(q, before)
        assert.is_true(often(last) > 0 and often(last) < 5, often(last))
        return last:select "w"
      end, f)
      assert.same({ "2", "4" }, found.rows)
    end
    assert.equal(0, often(f:with("v + v as v"):with("v * 2 as v")))
  end)

  it("computes once what is used often, on both engines", function()
    local f = parley.frame { { v = 1 }, { v = 3 } }
    for _, room in ipairs { "columns", "sql" } do
      local q = require("parley.query." .. room .. ".frame_queries").of(f)
      for _ = 1, 30 do q = q:with("v + v as v") end
      local from = os.clock()
      assert.same({ { v = 1 << 30 }, { v = 3 << 30 } }, q:all())
      assert.is_true(os.clock() - from < 1, room)
    end
  end)
end)
