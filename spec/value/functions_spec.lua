-- The table of functions: every entry has all its parts, and its example gives what it says on both engines.
-- Holds: query.functions

require "parley.base.errors"          -- makes the sentences
local core = require "parley.core"
local expr = require "parley.query.expr"
local query_of = require "spec.support.frame_query"
local functions = require "parley.query.functions"
local pages = require "spec.support.pages"
local plain_engine = require "spec.support.plain_engine"
local source = dofile "tools/source.lua"

-- The column over which the examples of aggregates and windows stand.
local SAMPLE = { n = 5, columns = { { name = "x", type = "integer", values = { 3, 1, nil, 2, 2 } } } }

local TYPES = { any = true, number = true, integer = true, text = true, date = true, boolean = true, countable = true,
  share = true, comparison = true, scale = true, whole = true, separator = true, choice = true }
local RESULTS = { same = true, ["same number"] = true, common = true, number = true, integer = true, text = true,
  date = true, boolean = true }

-- Kinds that expressions call.
local CALLED = { scalar = true, aggregate = true, window = true }

local function described()
  local list = {}
  for _, entry in ipairs(functions.all()) do
    if CALLED[entry.kind] then list[#list + 1] = entry end
  end
  return list
end

-- The parts of an entry of each kind.
local PARTS = { operator = { "says" }, measure = {}, sql_only = { "takes", "gives", "sqlite", "says" } }
for kind in pairs(CALLED) do PARTS[kind] = { "takes", "gives", "sqlite", "says", "example", "result" } end

-- What is wrong with the types of an entry, or nil.
local function fault_of_types(entry)
  if entry.kind == "operator" and entry.sqlite and not (entry.takes and entry.gives) then return "no types" end
  -- what no query can call may give what only its neighbour takes
  local packed = entry.kind == "sql_only" and entry.gives == "any"
  if entry.gives and not RESULTS[entry.gives] and not packed then return "gives " .. entry.gives end
  for _, parameter in ipairs(entry.parameters) do
    if not TYPES[parameter.type] then return "takes " .. parameter.type end
  end
end

-- What is wrong with the sentence and the example.
local function fault_of_words(entry)
  local sentence = entry.says or "a"
  if not sentence:find "^[%a%d'`]" or sentence:find "[%.;,]$" then return "no sentence without a full stop" end
  if entry.example and not entry.example:find(entry.name .. "(", 1, true) then return "an example of something else" end
end

local function depends_on_order(entry) return entry.sqlite:find "%$row" ~= nil or entry.sqlite:find "%$ordered" ~= nil end

-- What an entry lacks, or nil.
local function fault_of(entry)
  for _, field in ipairs(PARTS[entry.kind]) do
    if type(entry[field]) ~= "string" or entry[field] == "" and field ~= "takes" then return "no " .. field end
  end
  if CALLED[entry.kind] and depends_on_order(entry) ~= entry.ordered then return "ordered or not" end
  for _, form in ipairs { "", "_dates", "_item", "_day" } do
    local has, lacks = entry["postgres" .. form] ~= nil, entry.postgres_lacks ~= nil
    if entry["sqlite" .. form] and has == lacks or has and not entry["sqlite" .. form] then return "no text for PostgreSQL" .. form end
  end
  return fault_of_types(entry) or fault_of_words(entry)
end

local function sample_frame() return core.frame_new({ "x" }, { "integer" }, SAMPLE.n, { SAMPLE.columns[1].values }) end

-- The verbs in which an example stands; that of a window is over the one group of all rows.
local function steps_of(entry)
  local args = { entry.example .. " as v", n = 1 }
  if entry.kind == "window" then
    return { { verb = "by", args = { "1 as one", n = 1 } }, { verb = "with", args = args } }
  end
  return { { verb = entry.kind == "aggregate" and "summarise" or "select", args = args } }
end

local function literal(text)
  local node = expr.parse(text)
  if node.kind == "negate" then return -node.operand.value end
  return node.value
end

local function answer(entry, engine)
  local q = query_of(sample_frame(), engine)
  for _, step in ipairs(steps_of(entry)) do q = q[step.verb](q, step.args[1]) end
  return q:frame():values("v")[1]
end

local function plain_answer(entry)
  return plain_engine.answer({ table = SAMPLE, steps = steps_of(entry), columns = {} }).frame:values("v")[1]
end

local function same(a, b) return a == b and math.type(a) == math.type(b) end

-- SQL functions of a connection, SQLite's own left out.
local function added_names()
  local store, names = assert(core.open(":memory:", { mode = "memory" })), {}
  for row in store:rows "SELECT DISTINCT name FROM pragma_function_list WHERE NOT builtin" do names[row.name] = true end
  store:close()
  return names
end

-- The places in a module's text where the name of a node, or of anything, is compared with that of a function.
local function names_in(path, text)
  local found = {}
  for _, line in ipairs(source.lines(text, "lua")) do
    for name in line.code:gmatch "%f[%w_]name%s*[=~]=%s*[\"']([%w_]+)[\"']" do
      if functions.is_known(name) then found[#found + 1] = ("%s:%d: %s"):format(path, line.number, name) end
    end
  end
  return found
end

-- Tables of names that may be: the two ways to read a condition are the language's, and functions are called by them.
local NO_FUNCTIONS = { OTHER_READING = true }

-- The tables in a module's text whose keys, or items, are all names of functions: something of them that is no part of
-- their entries.
local function tables_in(path, text)
  local code, found = {}, {}
  for i, line in ipairs(source.lines(text, "lua")) do code[i] = line.code end
  for name, body in table.concat(code, "\n"):gmatch "([%u_]+)%s*=%s*(%b{})" do
    local outer, names, others = body:sub(2, -2):gsub("%b{}", ""):gsub("%b()", ""), {}, NO_FUNCTIONS[name] or false
    for key in ("," .. outer):gmatch "[,\n]%s*([%a_][%w_]*)%s*=%f[^=]" do
      names[#names + 1], others = key, others or not functions.is_known(key)
    end
    for item in ("," .. outer):gmatch "[,\n]%s*%[?[\"'](.-)[\"']" do
      names[#names + 1], others = item, others or not functions.is_known(item)
    end
    if #names > 0 and not others then found[#found + 1] = ("%s: %s: %s"):format(path, name, table.concat(names, " ")) end
  end
  return found
end

-- Files of C in which functions are registered with SQLite.
local function registering_files()
  local files = {}
  local pipe <close> = io.popen "grep -rlE 'sqlite3_create_(window_)?function' csrc | sort"
  for line in pipe:lines() do files[#files + 1] = line end
  return files
end

describe("the table of functions", function()
  it("has all parts of each entry", function()
    for _, entry in ipairs(functions.all()) do assert.is_nil(fault_of(entry), entry.kind .. " " .. entry.name) end
  end)

  it("fails where an entry lacks one", function()
    for _, entry in ipairs(functions.all()) do
      for _, field in ipairs(PARTS[entry.kind]) do
        local copy = setmetatable({ [field] = false }, { __index = entry })
        assert.equal("no " .. field, fault_of(copy), entry.name)
      end
    end
    local mean = functions.aggregates.mean
    assert.equal("gives money", fault_of(setmetatable({ gives = "money" }, { __index = mean })))
    assert.equal("takes money", fault_of(setmetatable({ parameters = { { type = "money" } } }, { __index = mean })))
    assert.equal("ordered or not", fault_of(setmetatable({ ordered = true }, { __index = mean })))
    assert.equal("an example of something else", fault_of(setmetatable({ example = "sum(x)" }, { __index = mean })))
  end)

  it("is all that SQL calls back: nothing is registered beside it but functions of the user's and refusals", function()
    assert.same({ "csrc/sqlite/bounds.c", "csrc/sqlite/functions.c", "csrc/sqlite/user_function.c" }, registering_files())
    local added = added_names()
    for _, entry in pairs(functions.sql_only) do assert.is_true(added[entry.sqlite:match "^[%l_]+"], entry.name) end
    for _, entry in pairs(functions.scalars) do
      if entry.called then assert.is_true(added["parley_" .. entry.name], entry.name) end
    end
    for _, name in ipairs { "text_lower", "edtf_week", "edtf_last", "edtf_surely", "checked_mul", "like_exact", "median",
      "mode_of_dates", "any_true", "corr", "rolling_mean" } do
      assert.is_true(added[name], name)
    end
  end)

  it("knows operators by their signs", function()
    assert.equal(functions.operators.add.operation, functions.operators["+"].operation)
    assert.equal("edtf_start($1)", functions.operators.first_day.sqlite)
    assert.is_nil(functions.operators.plus)
  end)

  for _, entry in ipairs(described()) do
    local what = entry.kind .. " " .. entry.name

    it(what .. " gives what its example says, on every engine", function()
      local wanted = literal(entry.result)
      for engine, value in pairs { columns = answer(entry), sql = answer(entry, "sql"), plain = plain_answer(entry) } do
        assert(same(wanted, value), ("%s: %s gives %s, not %s"):format(engine, entry.example, tostring(value), entry.result))
      end
    end)
  end

  it("is what doc/expressions.md lists", function()
    local page = require "tools.functions_page"
    assert.equal(page.written(page.read()), page.read())
    assert.truthy(page.read():find("| `sqrt(x)` |", 1, true))
  end)

  it("says what is particular to a function, so that no other module of queries asks for its name", function()
    local known = {}
    for _, path in ipairs(source.files("lua/parley/query", { "lua" })) do
      if path ~= "functions.lua" then
        for _, place in ipairs(names_in(path, pages.read("lua/parley/query/" .. path))) do known[#known + 1] = place end
      end
    end
    assert.same({}, known)
    local function planted(line) return names_in("planted.lua", "local x = 1\n" .. line .. "\n") end
    assert.same({ "planted.lua:2: date_diff" }, planted 'if node.name == "date_diff" then x = 2 end')
    assert.same({ "planted.lua:2: sum" }, planted 'x = made.name ~= "sum"')
    assert.same({}, planted 'x = info.name ~= "events" -- node.name == "sum"')
  end)

  it("says it in no table of another module of queries", function()
    local known = {}
    for _, path in ipairs(source.files("lua/parley/query", { "lua" })) do
      for _, place in ipairs(tables_in(path, pages.read("lua/parley/query/" .. path))) do known[#known + 1] = place end
    end
    assert.same({}, known)
    local function planted(text) return tables_in("planted.lua", text) end
    assert.same({ "planted.lua: MAKES: lower upper" },
      planted "local MAKES = {\n  lower = function(x) return f(x, false) end,\n  upper = { x = 2 },\n}")
    assert.same({ "planted.lua: LONG: exp power" }, planted 'local LONG = { "exp", "power" }')
    assert.same({ "planted.lua: LONG: if" }, planted 'local LONG = { ["if"] = true }')
    assert.same({}, planted 'local PARTS = { "left", "first" } -- X = { "exp" }')
  end)

  it("keeps of a text's words what a function has made of them, which is why what it never gives is known", function()
    local texts = { "", " Ceasefire\u{a0}", "ÇÉß ŒUVRE", "e\u{301}\u{323}", "ǅ İı ς Σ", "МИР\u{ad}", "\u{212b}ngström", "ﬁ" }
    for _, name in ipairs(functions.names(functions.scalars)) do
      local once, twice = name .. "(t) as once", ("%s(%s(t)) as twice"):format(name, name)
      for _, engine in ipairs(functions.scalars[name].letters and { "columns", "sql" } or {}) do
        local q = query_of(core.frame_new({ "t" }, { "text" }, #texts, { texts }), engine)
        for row in q:select(once, twice):rows() do assert.equal(row.once, row.twice, name) end
      end
    end
  end)

  it("names other functions by names that there are", function()
    for _, entry in ipairs(functions.all()) do
      for _, field in ipairs { "beside", "within", "span_low", "span_high" } do
        assert.is_true(not entry[field] or functions.scalars[entry[field]] ~= nil, entry.name)
      end
    end
    assert.same({ "year", "week_year" }, { functions.scalars.week.beside, functions.scalars.week.within })
    assert.same({ "days_low", "days_high" }, { functions.scalars.days.span_low, functions.scalars.days.span_high })
  end)

  it("has no name twice", function()
    local seen = {}
    for _, entry in ipairs(described()) do
      assert.is_nil(seen[entry.name], entry.name)
      seen[entry.name] = true
    end
  end)

  it("numbers the operations of the column engine one by one", function()
    local operation = 0
    for _, entry in ipairs(functions.all()) do
      if entry.kind == "operator" or entry.kind == "scalar" then
        assert.equal(operation, entry.operation, entry.name)
        operation = operation + 1
      end
    end
  end)

  it("fills SQL texts", function()
    assert.equal("f(a, b)", functions.fill("f($1, $2)", function(place) return place == "1" and "a" or "b" end))
    assert.equal("[*] [row] [day1]", functions.fill("$* $row $day1", function(place) return "[" .. place .. "]" end))
  end)

  it("knows what other tools call a function, by no name of its own", function()
    local seen = {}
    for _, entry in ipairs(functions.all()) do
      for word in (entry.elsewhere or ""):gmatch "%S+" do
        assert.is_nil(seen[word], word)
        assert.is_false(functions.is_known(word), word)
        seen[word] = true
      end
    end
    assert.equal("mean", functions.called_elsewhere("avg").name)
    assert.is_nil(functions.called_elsewhere "mean")
  end)

  it("takes argument lists apart", function()
    local substr = functions.scalars.substr
    assert.same({ 2, 3, "substr(x, from, n)" }, { substr.least, substr.most, substr.call })
    assert.same({ name = "n", type = "integer", optional = true }, functions.parameter(substr, 3))
    local coalesce = functions.scalars.coalesce
    assert.same({ 2, math.huge, "coalesce(a, b, …)" }, { coalesce.least, coalesce.most, coalesce.call })
    assert.equal("any", functions.parameter(coalesce, 9).type)
  end)
end)
