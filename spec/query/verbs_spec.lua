-- Verbs: building a query runs no statement and no pass, on tables of a dataset, of other files, and on Frames; it costs
-- nothing on a dataset that is closed or locked, and the query then fails when it runs.
-- Holds: query.verbs, query.steps.by

local core = require "parley.core"
local pages = require "spec.support.pages"
local parley = require "parley"
local scratch = require "spec.support.scratch"
local source = dofile "tools/source.lua"
local verbs = require "parley.query.verbs"

local at, remove
before_each(function() at, remove = scratch.folder() end)
after_each(function() remove() end)

-- A file of somebody else's: one column with whole numbers, one with numbers of both kinds, one with text among them.
local function foreign_file(path)
  local store <close> = assert(core.open(path, { mode = "rwc" }))
  store:exec [[CREATE TABLE t (id INTEGER PRIMARY KEY, k TEXT, n, odd);
    INSERT INTO t VALUES (1, 'a', 1, 1), (2, 'b', 2.5, 'n/a'), (3, 'a', 4, 7), (4, 'c', NULL, 2);
    CREATE TABLE u (k TEXT, label); INSERT INTO u VALUES ('a', 'first'), ('b', 'second')]]
  store:close()
  return path
end

local function foreign() return parley.open(foreign_file(at "other.db"), { schema = false, timeout = 0 }) end

-- What is called while a function runs: methods of stores, passes over columns.
local PASSES = { "column_run", "column_join", "column_stack" }

local function calls_of(fn)
  local store <close> = assert(core.open(":memory:", { mode = "memory" }))
  local methods, kept, calls = debug.getmetatable(store).__index, {}, {}
  local function count(class, name)
    local call = class[name]
    kept[#kept + 1] = function() class[name] = call end
    class[name] = function(...)
      calls[#calls + 1] = name
      return call(...)
    end
  end
  local names = table.move(PASSES, 1, #PASSES, 1, {})
  for name in pairs(methods) do
    if name ~= "is_open" then count(methods, name) end
  end
  for _, name in ipairs(names) do count(core, name) end
  local done, problem = pcall(fn)
  for _, restore in ipairs(kept) do restore() end
  assert(done, problem)
  return calls
end

-- Each verb on rows with a text `k`, numbers `n` and a number `id`, and on others with `k`.
local EXAMPLES = {
  where = function(q) return q:where("n > 1 or contains(k, 'z')"):where { k = { "a", "b" } } end,
  select = function(q) return q:select("k", "n + 1 as more", "coalesce(n, 0) as there") end,
  with = function(q) return q:with("n * 2 as twice", "if(n > 2, k, 'small') as size") end,
  by = function(q) return q:by("k"):with("cumsum(n) as running", "row_number() as place") end,
  summarise = function(q) return q:by("k"):summarise("sum(n) as all_n", "max(n) as most", "median(n) as middle") end,
  sort = function(q) return q:sort("n desc", "id") end,
  limit = function(q) return q:sort("id"):limit(2) end,
  distinct = function(q) return q:distinct("k"):sort "k" end,
  pivot = function(q) return q:pivot { rows = "k", columns = "n > 2", values = "sum(n)", margins = true }:limit(9) end,
  join = function(q, other) return q:join(other, { on = "k", kind = "left" }):sort "id" end,
  union = function(q, other) return q:union(other):union(q):where "k = 'a'" end,
  unpivot = function(q) return q:unpivot { columns = { "id", "n" } }:where("value > 1") end,
  split = function(q) return q:split("k"):select("k") end,
  sample = function(q) return q:sample(2, 7):sort "id" end,
  complete = function(q) return q:complete { id = { 1, 9 } }:select("id", "k") end,
}

-- Those of tables of a dataset alone.
local OF_TABLES = {
  as = function(ds) return ds.events:as("talks"):where "text is not nil" end,
  search = function(ds) return ds.talks:search("word"):limit(3) end,
  as_of = function(ds) return ds.talks:as_of("2025-06"):where { kind = "round" } end,
  claims = function(ds) return ds.talks:where({ id = "t1" }):claims():select "source" end,
}

local ENDS = { "all", "frame", "count", "columns", "types", "sql", "explain", "notes" }

-- Words that are names of verbs too, where they stand for something else: file -> words.
local OTHER_WORDS = {
  ["columns/explain.lua"] = "windows distinct", ["columns/expression.lua"] = "join", ["expr.lua"] = "as",
  ["user_functions.lua"] = "as", ["sql/steps/split.lua"] = "split distinct",
}

-- The places in a module's text where a verb is known by its name: a string that is the name, or a field of a set.
local function names_in(path, text, allowed)
  local found, names = {}, table.move(verbs.of_tables, 1, #verbs.of_tables, #verbs.names + 1, { table.unpack(verbs.names) })
  names[#names + 1] = "windows"
  for _, line in ipairs(source.lines(text, "lua")) do
    for _, name in ipairs(names) do
      local set = line.bare:find("[{,]%s*" .. name .. "%s*=%s*true") or line.bare:find("^%s*" .. name .. "%s*=%s*true")
      for _, word in ipairs(line.strings) do set = set or word == name end
      if set and not (" " .. allowed .. " "):find(" " .. name .. " ", 1, true) then
        found[#found + 1] = ("%s:%d: %s"):format(path, line.number, name)
      end
    end
  end
  return found
end

local function refused(why, call, ...)
  local done, problem = pcall(call, ...)
  assert.is_false(done)
  assert.matches(why, tostring(problem), 1, true)
end

describe("a verb", function()
  it("has an example here", function()
    for _, name in ipairs(verbs.names) do assert.is_function(EXAMPLES[name], name) end
    for _, name in ipairs(verbs.of_tables) do assert.is_function(OF_TABLES[name], name) end
  end)

  it("is known by its name to its own files alone, and to the list of verbs", function()
    local known = {}
    for _, path in ipairs(source.files("lua/parley/query", { "lua" })) do
      local own = path:match "steps/(.*)%.lua$"
      local text = pages.read("lua/parley/query/" .. path)
      if path ~= "verbs.lua" then
        for _, place in ipairs(names_in(path, text, OTHER_WORDS[path] or own or "")) do known[#known + 1] = place end
      end
    end
    assert.same({}, known)
  end)

  it("is found where another module names it", function()
    local function planted(line) return names_in("planted.lua", "local x = 1\n" .. line .. "\n", "sort") end
    assert.same({ "planted.lua:2: limit" }, planted 'if step.verb == "limit" then x = 2 end')
    assert.same({ "planted.lua:2: where", "planted.lua:2: with" }, planted "local KEEPS = { with = true, where = true }")
    assert.same({ "planted.lua:2: union" }, planted "return bound.after(before, { verb = 'union' })")
    assert.same({ "planted.lua:2: windows" }, planted "  windows = true,")
    assert.same({}, planted 'if step.verb == "sort" and with == true then return join.bind("as it is") end  -- "limit"')
  end)

  it("is a step that explain names on both engines, unless it is a chain of others", function()
    local ds <close> = foreign()
    local f, other = ds.t:frame(), ds.u:frame()
    for name, build in pairs(EXAMPLES) do
      for _, q in ipairs { build(ds.t, ds.u), build(f, other) } do
        local steps = q:explain():match "\nsteps: ([^\n]*)\n"
        local wanted = name == "by" and "with() after by()" or name .. "()"
        local is_chain = not package.searchpath("parley.query.sql.steps." .. name, package.path) and name ~= "by"
        assert.is_true(is_chain or (steps or ""):find(wanted, 1, true) ~= nil, ("%s: %s"):format(name, steps))
      end
    end
  end)

  it("runs no statement on a table of another file, and none on a Frame", function()
    local ds <close> = foreign()
    local f, other = ds.t:frame(), ds.u:frame()
    for name, build in pairs(EXAMPLES) do
      assert.same({}, calls_of(function() build(ds.t, ds.u) end), name)
      assert.same({}, calls_of(function() build(ds.t, other) end), name)
      assert.same({}, calls_of(function() build(f, other) end), name)
      assert.same({}, calls_of(function() build(f, ds.u) end), name)
    end
    assert.are_not.same({}, calls_of(function() ds.t:sum "n" end))
    assert.are_not.same({}, calls_of(function() f:sum "n" end))
  end)

  it("runs no statement on a table of a dataset, nor on a view of it", function()
    local ds <close> = parley.open ":memory:"
    for _, shown in ipairs { ds, ds:as_of "2025-06-01", ds:with_policy { deny = {} }, parley.load "istanbul-2025" } do
      for name, build in pairs(OF_TABLES) do assert.same({}, calls_of(function() build(shown) end), name) end
      for name, build in pairs(EXAMPLES) do
        assert.same({}, calls_of(function()
          build(shown.talks:select("id as k", "round as n", "round as id"), shown.parties:select "id as k")
        end), name)
      end
    end
  end)

  it("gives of a table of another file what it gives of a Frame of its rows", function()
    local ds <close> = foreign()
    local f, other = ds.t:frame(), ds.u:frame()
    for name, build in pairs(EXAMPLES) do
      local plain = build(f, other):frame()
      for _, q in ipairs { build(ds.t, ds.u), build(ds.t, other), build(f, ds.u) } do
        assert.same(plain:columns(), q:columns(), name)
        assert.same(plain:types(), q:frame():types(), name)
        assert.same(plain:to_json(), q:frame():to_json(), name)
      end
    end
  end)

  it("is bound to what the columns hold when the query runs, with the verbs behind it", function()
    local ds <close> = foreign()
    local q = ds.t:with("odd as o"):select("o", "k"):where "o > 1"
    for _, ending in ipairs(ENDS) do
      refused("cannot compare o (text, since row 2 of t has 'n/a')", q[ending], q)
    end
    local joined = ds.u:join(ds.t, { on = "k" }):where "odd > 1"
    refused("cannot compare odd (text", joined.count, joined)
    refused("no column 'od'", ds.t.where, ds.t, "od > 1")
  end)

  it("splits what takes several beside a table of another file", function()
    local ds <close> = parley.open ":memory:"
    local other <close> = foreign()
    ds:add("sources", { id = "s1" })
    for _, id in ipairs { "a", "b" } do ds:add("parties", { id = id }, { source = "s1" }) end
    ds:add("statements", { id = "x", party = { "a", "b" } }, { source = "s1" })
    local q = ds.statements:join(other.u, { on = { id = "k" }, kind = "left" }):by("party"):count():sort "party"
    assert.equal('[{"party":"a","count":1},{"party":"b","count":1}]', (q:to_json():gsub("%s", "")))
  end)
end)

describe("building a query", function()
  it("costs nothing on a closed dataset; the query fails when it runs", function()
    local ds, other = parley.open ":memory:", foreign()
    ds:close()
    other:close()
    local queries = {}
    for _, build in pairs(EXAMPLES) do queries[#queries + 1] = build(other.t, other.u) end
    for _, build in pairs(OF_TABLES) do queries[#queries + 1] = build(ds) end
    for _, q in ipairs(queries) do
      for _, ending in ipairs(ENDS) do refused("this dataset is closed; open it again with parley.open()", q[ending], q) end
    end
  end)

  it("costs nothing on a locked dataset; the query fails when it runs", function()
    local ds <close> = foreign()
    local holder <close> = assert(core.open(at "other.db", { mode = "rw" }))
    holder:exec "BEGIN EXCLUSIVE"
    for name, build in pairs(EXAMPLES) do
      local q = build(ds.t, ds.u)
      local done, problem = pcall(q.count, q)
      assert.is_false(done, name)
      assert.equal("busy", problem.code, name)
    end
    holder:exec "ROLLBACK"
    assert.equal(2, EXAMPLES.limit(ds.t):count())
  end)
end)
