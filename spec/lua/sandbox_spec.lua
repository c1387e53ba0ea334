-- Sandboxes: what a script finds, what it gives back, and what it tries in vain. All that is tried stays in a folder of
-- its own. Holds: sandbox sandbox.inside sandbox.environment sandbox.membrane

local core = require "parley.core"
local errors = require "parley.base.errors"
local membrane = require "parley.sandbox.membrane"
local parley = require "parley"
local public_names = require "tools.public_names"

local folder, ds

setup(function()
  folder = os.tmpname()
  os.remove(folder)
  assert(os.execute(("mkdir %s %s/data %s/other"):format(folder, folder, folder)))
  ds = parley.open()
  for _, name in ipairs { "data", "other" } do
    assert(ds.talks:select("id", "place"):save(("%s/%s/talks.csv"):format(folder, name)))
  end
  assert(os.execute(("cd %s/data && ln -s ../other/talks.csv link.csv && ln -s ../other away && mkfifo pipe"):format(folder)))
end)

teardown(function()
  ds:close()
  os.execute("rm -rf " .. folder)
end)

-- The options with the dataset of these specs, and a time that does not make them slow.
local function with(given)
  local options = { dataset = ds, time_ms = 10000, memory = 64 << 20 }
  for name, value in pairs(given or {}) do options[name] = value end
  return options
end

local function run(text, given, args) return parley.sandbox(with(given)):run(text, args) end

local function failure(text, given)
  local ok, err = pcall(run, text, given)
  assert.is_false(ok)
  assert.is_true(errors.is(err))
  return err
end

describe("a sandbox", function()
  it("gives back what a script returns", function()
    assert.same({ 1, "x", nil, true, n = 4 }, table.pack(run "return 1, 'x', nil, true"))
    assert.same({ { a = { 1.5 } } }, { run "return { a = { 1.5 } }" })
    local list = run "local list = {} list[1] = list return list"
    assert.equal(list, list[1])
    assert.equal(6, run "return ds.talks:count()")
    assert.equal("r1,r2", run "local ids = {} for row in ds.talks:where{kind = 'round'}:sort('id'):limit(2):rows() do \z
      ids[#ids + 1] = row.id end return table.concat(ids, ',')")
  end)

  it("gives queries and Frames back as Frames", function()
    local f = run "return ds.talks:select('id', 'place'):sort('id'):limit(1)"
    assert.same({ "id", "place" }, { table.unpack(f:columns()) })
    assert.equal("leaders", f[1].id)
  end)

  it("hands its argument over as a copy", function()
    local given = { 1, { 2 } }
    assert.equal(2, run("local list = ... list[1] = 9 return list[2][1]", nil, given))
    assert.equal(1, given[1])
  end)

  it("has the modules that the host lists", function()
    local modules = { half = "return function(n) return n // 2 end" }
    assert.equal(21, run("return require('half')(42)", { modules = modules }))
    assert.equal("no_name", failure("require 'io'", { modules = modules }).code)
  end)

  it("runs a file", function()
    local path = folder .. "/script.lua"
    local file <close> = assert(io.open(path, "w"))
    file:write("#!/usr/bin/env lua\nreturn ds.talks:count() + ...\n"):flush()
    assert.equal(7, parley.sandbox { dataset = ds }:run({ file = path }, 1))
    assert.equal("missing_file", select(2, pcall(run, { file = folder .. "/none.lua" })).code)
  end)

  it("opens a file again, and copies what is in memory", function()
    local path = folder .. "/own.db"
    assert(ds:save_as(path))
    local own <close> = parley.open(path)
    assert.equal(6, run("return ds.talks:count()", { dataset = own }))
    local mine <close> = parley.open ":memory:"
    mine:add("sources", { id = "s1", published = "2025-06-02" })
    assert.equal("s1", run("return ds.sources:first().id", { dataset = mine }))
    for _, one in ipairs { own, mine } do
      assert.equal("read_only", failure("ds:add('sources', { id = 's2' })", { dataset = one }).code)
    end
    assert.equal(1, mine.sources:count())
    assert.is_nil(parley.sandbox {}:run "return ds")
  end)

  it("tells what a script raised, with its line", function()
    local err = failure "\nds.talks:sort 'plaice'"
    assert.equal("no_column", err.code)
    assert.truthy(err.message:find("script:2: no column 'plaice'", 1, true))
    assert.truthy(failure("return 1 + nil").message:find("script:1: attempt to perform arithmetic", 1, true))
    assert.truthy(failure("error {}").message:find "raised a table")
    assert.truthy(failure("return (").message:find "unexpected symbol")
    assert.same({ false, "no_column", "parley.Error" }, { run "local ok, e = pcall(ds.talks.sort, ds.talks, 'plaice') \z
      return ok, e.code, tostring(e):find 'did you mean' and 'parley.Error'" })
  end)

  it("goes on being used after a failure", function()
    local box = parley.sandbox(with())
    assert.is_false((pcall(box.run, box, "error 'x'")))
    assert.equal(1, box:run "x = 1 return x")
    assert.is_nil(box:run "return x")
  end)

  it("lets callbacks of the script run inside Parley's calls", function()
    assert.equal(3, run "local n = 0 ds:define('twice', function(x) n = n + 1 return x * 2 end) \z
      return ds:sql('select twice(1) + 1 as x')[1].x")
    assert.truthy(failure("ds:define('bad', function() error 'mine' end) return ds:sql('select bad() as x')")
      .message:find "mine")
  end)

  it("refuses options that mean nothing", function()
    for _, options in ipairs { { time_ms = 0 }, { memory = -1 }, { memory = 1.5 }, { dataset = 1 }, { modules = { 1 } },
      { files = { read = folder .. "/none" } }, { files = { write = folder } }, { more = 1 } } do
      assert.is_false((pcall(parley.sandbox, options)))
    end
    assert.is_false((pcall(parley.sandbox, { dataset = ds:as_of "2025-06-01" })))
    assert.is_false((pcall(run, "return 1", nil, print)))
    assert.equal("bad_type", failure("return function() end").code)
    assert.equal("bad_type", failure("return ds").code)
    assert.equal("bad_type", failure("local t = {} for _ = 1, 200 do t = { t } end return t").code)
  end)
end)

describe("a script in a sandbox", function()
  -- Each expression is nil there.
  local MISSING = { "io", "os", "debug", "package", "dofile", "loadfile", "warn", "string.dump", "('').dump",
    "_G.io", "_ENV._G.os", "load('return io')()", "load('return _G.package')()", "getmetatable('')", "getmetatable(ds)",
    "getmetatable(ds.talks)", "getmetatable(ds.talks:frame())", "getmetatable(parley.null)", "getmetatable(print)",
    "rawget(ds, 'store')", "next(ds)", "rawlen(ds.talks:frame()) > 0 or nil",
    "getmetatable(select(2, pcall(ds.talks.sort, ds.talks, 'plaice')))",
    "getmetatable(select(2, pcall(string.rep)))", "coroutine.wrap(function() return io end)()" }

  it("has no libraries that reach out, and no insides", function()
    local texts = {}
    for i, expression in ipairs(MISSING) do
      texts[i] = ("if (function() return %s end)() ~= nil then found[#found + 1] = %q end"):format(expression, expression)
    end
    assert.same({}, run("local found = {} " .. table.concat(texts, " ") .. " return found"))
  end)

  -- Each ends with an error of this code.
  local REFUSED = {
    { "require 'parley.core'", "no_name" }, { "require 'parley.sandbox.membrane'", "no_name" },
    { "return ds.store", "no_name" }, { "return ds.schema", "no_name" }, { "return ds.functions", "no_name" },
    { "return ds:engine()", "no_name" }, { "return ds:ensure_all()", "no_name" }, { "return ds.talks.home", "no_name" },
    { "return ds.talks:frame():arrow()", "no_name" }, { "return parley.from_arrow(4096)", "no_name" },
    { "return parley.attach(ds)", "no_name" }, { "return parley.create('postgresql://x/y')", "no_name" },
    { "return parley.load('.')", "no_name" }, { "return parley.sandbox{}", "no_name" },
    { "return parley.progress(print)", "no_name" }, { "return parley.strict{}", "no_name" },
    { "ds.store = 1", "read_only" }, { "ds.talks.home = 1", "read_only" }, { "ds.talks.where = print", "read_only" },
    { "setmetatable(ds, {})", "misuse" },
    { "setmetatable({}, { __gc = print })", "misuse" }, { "load('\\27Lua')()", "misuse" }, { "load(1)", "bad_type" },
    { "collectgarbage 'stop'", "misuse" }, { "ds:sql(coroutine.create(print))", "bad_type" },
    { "ds:save_as('x.db')", "read_only" }, { "ds:sql \"attach 'x.db' as x\"", "read_only" },
    { "ds:sql 'pragma writable_schema = 1'", "read_only" }, { "ds:sql 'create temp table x(y)'", "read_only" },
    { "ds:sql \"select load_extension('x')\"", "sql" },
  }

  for _, one in ipairs(REFUSED) do
    it("cannot " .. one[1], function() assert.equal(one[2], failure(one[1]).code) end)
  end

  it("is shown no method that is not documented", function()
    for class, names in pairs(public_names.internal) do
      for _, name in ipairs(names) do
        local is_hidden = class == "parley" or not membrane.hidden[class] or membrane.hidden[class][name]
        assert(is_hidden, class .. "." .. name)
      end
    end
  end)

  it("cannot reach into Parley by metatables of its own", function()
    assert.equal(0, run [[
      local seen = 0
      local trap = setmetatable({ place = "Kyiv" }, { __index = function() seen = seen + 1 end,
        __pairs = function() seen = seen + 1 return next, {}, nil end, __eq = function() seen = seen + 1 end,
        __len = function() seen = seen + 1 return 1 end, __tostring = function() seen = seen + 1 return "x" end })
      pcall(function() return ds.talks:where(trap):count() end)
      pcall(function() return parley.frame({ trap }):count() end)
      return seen]])
  end)

  it("changes nothing that another script or the host sees", function()
    run "string.rep = nil table.concat = nil parley.frame = nil rawset(parley, 'open', print) pcall(rawset, ds, 'sql', 1)"
    assert.equal("xx", ("x"):rep(2))
    assert.equal(6, run "return ds.talks:count()")
    assert.equal("xx", run "string.rep = nil return ('x'):rep(2)")
  end)
end)

describe("the files of a sandbox", function()
  local function read(path, given) return ("return parley.read('%s/%s'):count()"):format(folder, path), given end

  it("are none unless a folder is stated", function()
    assert.equal("permission", failure(read "data/talks.csv").code)
    assert.equal(6, run(read("data/talks.csv", { files = { read = folder .. "/data" } })))
  end)

  for _, path in ipairs { "other/talks.csv", "data/../other/talks.csv", "data/link.csv", "data/away/talks.csv", "data/pipe" } do
    it("do not lead out by " .. path, function()
      local files = { files = { read = folder .. "/data" } }
      assert.equal("permission", failure(read(path, files)).code)
      assert.equal("permission", failure(("parley.open('%s/%s')"):format(folder, path), files).code)
      assert.equal("permission", failure(("parley.sniff('%s/%s')"):format(folder, path), files).code)
    end)
  end

  it("are no devices and no standard input", function()
    for _, path in ipairs { "/dev/zero", "/dev/stdin", "-" } do
      assert.equal("permission", failure(("parley.read(%q, { format = 'csv' })"):format(path),
        { files = { read = folder .. "/data" } }).code)
    end
  end)

  it("are not written", function()
    for _, text in ipairs { "ds.talks:save('%s/data/new.csv')", "ds.talks:frame():save('%s/data/new.csv')",
      "ds:save_as('%s/data/new.db')", "ds:dump('%s/data/new')", "ds:report('%s/data/new.html')",
      "ds:backup('%s/data/new.db')", "ds:save_package('%s/data/new')", "parley.open('%s/data/new.db', { mode = 'rwc' })",
      "ds:plot('timeline'):save('%s/data/new.svg')", "ds.talks:save('%s/data/new.xlsx')" } do
      local ok, result, message = pcall(run, "return " .. text:format(folder), { files = { read = folder .. "/data" } })
      assert(not ok or result == nil and message, text)
    end
    local found = core.list_folder(folder .. "/data")
    table.sort(found)
    assert.same({ "away", "link.csv", "pipe", "talks.csv" }, found)
  end)
end)

describe("the bounds of a sandbox", function()
  local ENDLESS = {
    "while true do end",
    "while true do pcall(function() while true do end end) end",
    "xpcall(function() while true do end end, function() while true do end end)",
    "while true do coroutine.resume(coroutine.create(function() while true do end end)) end",
    "local f = coroutine.wrap(function() pcall(function() while true do end end) end) while true do pcall(f) end",
    "local c <close> = setmetatable({}, { __close = function() while true do end end }) while true do end",
    "return ('a'):rep(30000):find(('a*'):rep(6) .. 'b')",
    "local s = ('a'):rep(100000) while true do s:gsub('a-b', '') end",
    "local s = ('z'):rep(1 << 22) return s:find(('z'):rep(1 << 21) .. 'a' .. ('z'):rep(1 << 20), 1, true)",
    "local t = {} for i = 1, 1 << 20 do t[i] = -i end while true do table.sort(t, function(a, b) return a < b end) end",
    "local t = {} for i = 1, 200000 do t[i] = '::a' .. i .. '::' end while true do load(table.concat(t)) end",
    "ds:sql 'with recursive n(i) as (select 1 union all select i + 1 from n) select max(i) as m from n'",
    "table.sort({ 3, 2, 1 }, function() while true do end end)",
    "return tostring(setmetatable({}, { __tostring = function() while true do end end }))",
    "ds:define('slow', function() while true do end end) ds:sql 'select slow() as x'",
    "for _ = 1, 1e9 do for row in ds.talks:rows() do local _ = row.id end end",
  }

  for _, text in ipairs(ENDLESS) do
    it("end " .. text:sub(1, 70), function()
      local before = os.clock()
      local ok, err = pcall(run, text, { time_ms = 60 })
      assert(not ok and (err.code == "limit" or err.code == "bad_pattern" or err.code == "misuse"), tostring(err))
      assert.is_true(os.clock() - before < 0.5)
    end)
  end

  it("do not let a loop in C go on", function()
    for _, text in ipairs { "table.move({}, 1, math.maxinteger - 1, 2)", "table.insert(long, 1, 1)", "table.remove(long, 1)",
      "table.concat(long)", "table.sort(long)", "table.concat({}, '', 1, 1 << 60)", "table.unpack(long)" } do
      failure("local long = setmetatable({}, { __len = function() return 1 << 60 end, __index = function() return '' end }) "
        .. text, { time_ms = 2000 })
    end
    assert.equal("", run "return (''):rep(math.maxinteger)")
  end)

  it("hold for memory", function()
    for _, text in ipairs { "local t = {} for i = 1, 1e9 do t[i] = i end", "return ('x'):rep(1 << 30)",
      "local s = 'x' while true do s = s .. s end", "local t = {} while true do t = { t } end",
      "while true do local t = {} for i = 1, 1e9 do t[i] = {} end end", "return ('x'):rep(1 << 20):rep(1 << 10)",
      "return string.format('%99.99f', 1):rep(1 << 20)", "coroutine.wrap(function() local t = {} while true do t = { t } end end)()",
      "return table.concat(setmetatable({}, { __index = function() return ('x'):rep(1 << 20) end }), '', 1, 10000)" } do
      assert.equal("limit", failure(text, { memory = 8 << 20 }).code)
    end
  end)

  it("hold within one function of SQL", function()
    local before = os.clock()
    for _, value in ipairs { "hex(zeroblob(1000000000))", "hex(randomblob(1000000000))",
      "replace(hex(zeroblob(1000000)), '0', hex(zeroblob(100000)))", "quote(zeroblob(1000000000))",
      "(with recursive n(i) as (select 1 union all select i + 1 from n limit 1000) \z
        select group_concat(hex(zeroblob(100000))) from n)" } do
      failure(("return ds:sql(%q)"):format("select length(" .. value .. ") as n"), { time_ms = 2000, memory = 32 << 20 })
    end
    assert.is_true(os.clock() - before < 8)      -- under sanitizers; else less than 2
  end)

  it("leave what can be caught to the script", function()
    assert.is_false(run("return (pcall(string.rep, 'x', 1 << 30))", { memory = 8 << 20 }))
    assert.is_false((run "local function f() return f() + 1 end return (pcall(f))"))
  end)
end)

describe("the strings of a sandbox", function()
  -- The same in both states.
  local EXPRESSIONS = {
    "('hello world'):gsub('o', '0')", "('abc'):gsub('', '-')", "('abc'):gsub('%w', '%0%0', 2)", "('a.b'):find('.', 1, true)",
    "('k=v, a=b'):gsub('(%w+)=(%w+)', '%2=%1')", "('x y'):match '(%S+) ()(%S+)'", "('abc'):find('b', -2)", "('abc'):find('', 10)",
    "('abc'):find('', 4)", "('aXb'):gsub('%u', { X = 'y' })", "('abc'):gsub('.', function(c) if c == 'b' then return 1 end end)",
    "('THE (quick) fox'):find '%((%a+)%)'", "('  x '):match '^%s*(.-)%s*$'",
    "('f(a(b)c)d'):match '%b()'", "('THE (q)'):gsub('%f[%a]%a+', 'w')",
    "('aaa'):gsub('^a', 'b')", "('a,b,,c'):gsub(',', ';', 0)", "('abc'):match('()', 2)", "('x'):rep(3, '-')", "('abab'):match '(ab)%1'",
    "('a\\0b'):find '\\0'", "('abc'):gsub('b*', 'x')", "string.rep(123, 2)", "('%d'):gsub('%%d', '%%s')",
    "(function() local t = {} for k, v in ('a=1, b=2'):gmatch '(%w+)=(%w+)' do t[#t + 1] = k .. v end return table.concat(t, ' ') end)()",
    "(function() local t = {} for p in ('abc'):gmatch '()' do t[#t + 1] = p end return table.concat(t, ' ') end)()",
    "(function() local t = {} for w in ('^a^b'):gmatch '^%a' do t[#t + 1] = w end return table.concat(t, ' ') end)()",
    "(function() local t = {} for w in ('one two'):gmatch('%a+', 3) do t[#t + 1] = w end return table.concat(t, ' ') end)()",
  }

  it("answer as Lua's", function()
    local texts = {}
    for i, expression in ipairs(EXPRESSIONS) do texts[i] = ("table.pack(%s)"):format(expression) end
    local text = "return {" .. table.concat(texts, ",") .. "}"
    local own, boxed = load(text)(), run(text)
    for i, expression in ipairs(EXPRESSIONS) do assert.same(own[i], boxed[i], expression) end
  end)

  it("refuse what is malformed", function()
    for _, pattern in ipairs { "(", "%", "[a", "%1", "(()", ")", "%f" } do
      assert.truthy(failure(("return ('x'):match(%q)"):format(pattern)).message:find "malformed pattern")
    end
    failure "('x'):gsub('x', '%9')"
    failure "('x'):gsub('x', '%y')"
    failure "('x'):gsub('x', print)()"
  end)
end)
