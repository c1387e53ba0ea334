-- Holds: base.messages

local codes = require "parley.base.codes"
local errors = require "parley.base.errors"
local messages = require "parley.base.messages"

local function lines_of(command)
  local pipe = assert(io.popen(command))
  local list = {}
  for line in pipe:lines() do list[#list + 1] = line end
  pipe:close()
  return list
end

local function read(path)
  local file = assert(io.open(path, "rb"))
  local text = file:read "a"
  file:close()
  return text
end

-- { path, text without comments } of the sources in Lua but the messages themselves, and of those in C.
local function sources()
  local list = {}
  for _, path in ipairs(lines_of "find lua -name '*.lua' | sort") do
    if not path:find "base/messages/" then
      list[#list + 1] = { path = path, text = ("\n" .. read(path)):gsub("%-%-[^\n]*", "") }
    end
  end
  for _, path in ipairs(lines_of "find csrc -name '*.[ch]' -o -name '*.def' | sort") do
    list[#list + 1] = { path = path, text = read(path):gsub("/%*.-%*/", "") }
  end
  assert.is_true(#list > 300)
  return list
end

local function words_of_c()
  local words = {}
  for word in read("csrc/base/error.h"):gmatch 'X%([%u_]+, "([%l_]+)"%)' do words[#words + 1] = word end
  assert.is_true(#words > 30)
  return words
end

-- The keys among `keys` that no source names.
local function unused(keys, files)
  local named, list = {}, {}
  for _, file in ipairs(files) do
    for key in file.text:gmatch '"([%l_]+%.?[%w_]*)"' do named[key] = true end
  end
  for key in pairs(keys) do
    if not named[key] then list[#list + 1] = key end
  end
  table.sort(list)
  return list
end

-- The keys that are raised or returned, but have no message.
local function missing(keys, files)
  local list = {}
  for _, file in ipairs(files) do
    for name, key in file.text:gmatch 'errors%.(%a+)%s*%(%s*"([^"]*)"' do
      local takes_key = name == "raise" or name == "fail" or name == "new"
      if takes_key and not keys[key] then list[#list + 1] = file.path .. ": " .. key end
    end
    for key in (file.path:find "%.[ch]$" and file.text or ""):gmatch '"([%l_]+%.[%l_]+)"' do
      local is_key = codes.by_name[errors.code(key)]
      if is_key and not keys[key] then list[#list + 1] = file.path .. ": " .. key end
    end
    -- of expressions: fail(text, pos, key), fail(scope, node, key), parser:fail(token, key)
    for arguments in (file.path:find "/query/" and file.text or ""):gmatch '[%s:.]fail%(([^\n"]*"[^"]*")' do
      local key = arguments:match '"(.*)"'
      if not keys[key] then list[#list + 1] = file.path .. ": " .. key end
    end
  end
  return list
end

describe("the code words", function()
  it("are those that C gives, and those of the messages", function()
    local used = {}
    for _, word in ipairs(words_of_c()) do used[word] = true end
    for key in pairs(messages) do used[key:match "^[^.]+"] = true end
    for word in pairs(used) do assert.is_truthy(codes.by_name[word], word .. " is no code word") end
    for _, entry in ipairs(codes.list) do assert.is_true(used[entry.code], entry.code .. " is never given") end
  end)

  it("are those that the header and the page for hosts name", function()
    local function named_in(text)
      local list = {}
      for word in text:gmatch 'the error%s+["`]([%l_]+)["`]' do list[#list + 1] = word end
      for word in text:gmatch 'the error "[%l_]+", or "([%l_]+)"' do list[#list + 1] = word end
      return list
    end
    assert.same({ "limit", "cancelled", "read_only" }, named_in(read "csrc/parley.h"))
    assert.same({ "cancelled" }, named_in(read "doc/embedding.md"))
    assert.same({ "canceled", "gone" }, named_in 'ends with the error "canceled", or "gone"')
    for _, path in ipairs { "csrc/parley.h", "doc/embedding.md" } do
      for _, word in ipairs(named_in(read(path))) do assert.is_truthy(codes.by_name[word], path .. ": " .. word) end
    end
  end)

  it("stand there once, with a meaning and a way out", function()
    local seen = {}
    for _, entry in ipairs(codes.list) do
      assert.is_nil(seen[entry.code], entry.code)
      seen[entry.code] = true
      assert.matches("^%u.*%.$", entry.meaning)
      assert.matches("^%u.*%.$", entry.remedy)
    end
  end)

  it("are of the world where C gives them for the system, a disk, a file or a limit", function()
    local function of_world(code) return codes.by_name[code].of_world == true end
    for _, code in ipairs { "missing_file", "permission", "full", "io", "busy", "corrupt", "newer", "out_of_memory",
      "limit" } do assert.is_true(of_world(code), code) end
    for _, code in ipairs { "no_column", "bad_argument", "sql", "misuse", "closed" } do
      assert.is_false(of_world(code), code)
    end
  end)

  it("are listed on the page of errors", function()
    local page = require "tools.errors_page"
    local text = page.read()
    assert.is_truthy(text:find(page.list(), 1, true), "doc/errors.md is stale: make docs")
    assert.equal(text, page.written(text))
  end)
end)

describe("the messages", function()
  it("have one sentence a key, in whatever room", function()
    local seen = {}
    for _, path in ipairs(lines_of "ls lua/parley/base/messages/*.lua") do
      for key in read(path):gmatch '%[("[^"]+")%]' do
        local is_variant = path:find "shell%.lua$" ~= nil          -- the same, as the program says it
        assert.is_true(is_variant or not seen[key], ("%s stands in %s and %s"):format(key, seen[key], path))
        seen[key] = not is_variant and path or seen[key]
      end
    end
  end)

  it("are there for every key, and each is used", function()
    assert.same({}, missing(messages, sources()))
    assert.same({}, unused(messages, sources()))
  end)

  it("have words for every hint, and each is used", function()
    local hints = require "parley.base.messages.hints"
    assert.same({}, unused(hints, sources()))
    for _, file in ipairs(sources()) do
      for key in file.text:gmatch 'hint%s*=[^\n]-{ key = "([^"]*)"' do assert.is_truthy(hints[key], file.path .. ": " .. key) end
    end
  end)

  it("have words for every phrase, and each is used", function()
    local phrases, hints = require "parley.base.messages.phrases", require "parley.base.messages.hints"
    assert.same({}, unused(phrases, sources()))
    for _, file in ipairs(sources()) do
      for key in file.text:gmatch '[%w_] = {%s*key = "([%l_]+)"' do
        assert.is_truthy(phrases[key] or hints[key], file.path .. ": " .. key)
      end
    end
  end)

  it("have the reasons that C names, and no others", function()
    local reasons = require "parley.base.messages.reasons"
    assert.same({}, unused(reasons, sources()))
    local function check(name) assert.is_truthy(reasons[name] or messages["bad_date." .. name], name) end
    for _, path in ipairs { "csrc/value/edtf.c", "csrc/value/lua_pattern.c", "csrc/value/odd_field.c" } do
      for _, maker in ipairs { "refuse", "malformed" } do
        for name in read(path):gmatch(maker .. '%(&?r, "([%l_]+)"') do check(name) end
      end
    end
    for name in read("csrc/value/odd_field.c"):gmatch 'return "([%l_]+)"' do check(name) end
    for name in read("csrc/value/edtf.c"):gmatch '{"[^"]+", "([%l_]+)"}' do check(name) end
  end)

  it("have keys that name in a few words what they are about", function()
    for key, sentence in pairs(messages) do
      local variant = key:match "%.(.*)" or ""
      assert.is_truthy(variant:match "^[%l_]*$" and select(2, variant:gsub("_", "")) <= 2, key .. " is long")
      for argument in sentence:gmatch "{(%a[%w_]*)}" do assert.matches("^%l[%l_]*$", argument, key) end
    end
  end)

  it("that are missing or unused are found", function()
    local planted = { { path = "planted.lua", text = 'errors.raise("no_column", {}) errors.fail("no_such.key")' } }
    assert.same({ "planted.lua: no_such.key" }, missing({ no_column = "" }, planted))
    planted[1] = { path = "planted.c", text = 'return parley_refuse_with(L, "no_such.key", "") + x("no_column.so");' }
    assert.same({ "planted.c: no_column.so" }, missing({}, planted))
    planted[1] = { path = "lua/parley/query/planted.lua", text = ' fail(scope, node, "no_such.word", {})' }
    assert.same({ "lua/parley/query/planted.lua: no_such.word" }, missing({}, planted))
    planted[1].text = 'errors.raise("no_column", {})'
    assert.same({ "bad_date.never" }, unused({ no_column = "", ["bad_date.never"] = "" }, planted))
  end)
end)
