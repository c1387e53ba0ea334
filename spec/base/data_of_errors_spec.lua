-- Errors are data: what needs a fact of a failure takes its code word, its key, its arguments or its place. No source
-- looks into a sentence, in Lua or in C.

local scratch = require "spec.support.scratch"
local source = dofile "tools/source.lua"

-- What a failure says is called by one of these names.
local SENTENCES = { "message", "messages", "reason", "sentence", "problem", "why", "why_not", "err", "wrong", "fault",
  "said", "explanation" }
local LOOKS = { "match", "gmatch", "find", "gsub", "sub" }

-- The functions that may, and what they cannot have otherwise.
local ALLOWED = {
  ["base/error_objects.lua"] = {
    ["objects.in_chunk"] = "Lua tells the line of a chunk that failed in its message alone",
  },
  ["repl/loop.lua"] = { is_begun = "Lua's compiler tells in its words alone that a chunk only lacks its end" },
}

local function is_one_of(list, word)
  for _, one in ipairs(list) do
    if one == word then return true end
  end
  return false
end

-- Whether a table is asked by what a failure says, or made by the words of one: a list of sentences acts on English.
local function looks_up(line)
  if line:find "%[%s*%(?%s*errors%.words" or line:find "%[%s*errors%.message" then return true end
  for inside in line:gmatch "[%w_%])](%b[])" do
    local name = inside:match "^%[%s*[%w_.]-([%w_]+)%s*%]$" or inside:match "^%[%s*tostring%(%s*[%w_.]-([%w_]+)%s*%)"
    if name and is_one_of(SENTENCES, name) then return true end
  end
  return false
end

-- Whether what a failure says is compared with words.
local function compares(line)
  for name, other in line:gmatch "([%w_]+)%s*[=~]=%s*(%S+)" do
    if is_one_of(SENTENCES, name) and (other:find "^[\"']." or other:find "^errors%.words") then return true end
  end
  for name in line:gmatch "[\"']%s*[=~]=%s*[%w_.]-([%w_]+)%f[^%w_]" do
    if is_one_of(SENTENCES, name) then return true end
  end
  return line:find "errors%.words%b()%s*[=~]=" ~= nil or line:find "errors%.words%s*\"[^\"]*\"%s*[=~]=" ~= nil
end

-- Whether a line of Lua looks into what a failure says.
local function looks_into(line)
  if looks_up(line) or compares(line) then return true end
  if line:find('[%w_]+%s*%(?%s*["\'][^"\']*parley: ') and line:find "g?sub%s*%(" then return true end
  if line:find 'g?match[%s("\']+[^"\']*parley: ' or line:find '["\']%^[^"\']*parley: ' then return true end
  for name, method in line:gmatch "([%w_]+)%s*:%s*(%l+)%s*[%(\"']" do
    if is_one_of(SENTENCES, name) and is_one_of(LOOKS, method) then return true end
  end
  for method, rest in line:gmatch "%f[%w_](%l+)%s*(%b())" do
    local name = rest:match "^%(%s*tostring%(%s*[%w_.]-([%w_]+)%s*%)" or rest:match "^%(%s*[%w_.]-([%w_]+)%s*,"
    if is_one_of(LOOKS, method) and name and is_one_of(SENTENCES, name) then return true end
  end
  local converted = line:match "tostring(%b())%s*:%s*%l+"
  local name = converted and converted:match "([%w_]+)%s*%)$"
  return name ~= nil and is_one_of(SENTENCES, name)
end

local function c_looks_into(line)
  return line:find "str%l*cmp%s*%([^;]*message" or line:find "strn?r?[cs][ht]%l*%s*%([^;]*message"
    or line:find "memcmp%s*%([^;]*message" or line:find "%f[%w_]strn?[cs][mt][pr]%s*%(.*sqlite3_err%l+"
end

-- { "file:line: text" } of lines that look into sentences outside the functions that may.
local function found_in(path, text, looks)
  local list, number, current = {}, 0, nil
  for line in (text .. "\n"):gmatch "([^\n]*)\n" do
    number = number + 1
    current = line:match "^function ([%w_.:]+)" or line:match "^local function ([%w_]+)" or current
    local code = line:gsub("%-%-.*$", "")
    local allowed = ALLOWED[path] and ALLOWED[path][current]
    if not allowed and looks(code) then list[#list + 1] = ("%s:%d: %s"):format(path, number, line) end
    if line == "end" then current = nil end
  end
  return list
end

local function found_below(root, extensions, looks, skip)
  local list = {}
  for _, path in ipairs(source.files(root, extensions, skip)) do
    for _, hit in ipairs(found_in(path, scratch.read(root .. "/" .. path), looks)) do list[#list + 1] = hit end
  end
  return list
end

describe("what failures say", function()
  it("is read by no source in Lua", function()
    assert.same({}, found_below("lua/parley", { "lua" }, looks_into, { "^base/messages/", "^bundled/istanbul" }))
  end)

  it("is read by no source in C", function()
    assert.same({}, found_below("csrc", { "c", "h" }, c_looks_into, {}))
  end)

  it("would be found, were it read", function()
    for _, line in ipairs { 'x = message:gsub("^parley: ", "")', "local at = err.message:find(name, 1, true)",
      'return (tostring(err):match "%d+")', 'text = (tostring(value):gsub("^.-parley: ", ""))',
      'if string.find(e.message, "locked") then', 'if match(tostring(why), "^data") then',
      'local reason = column.reason:gsub("^text: ", "")', "kept = wrong.reason:sub(3)",
      'local STAYS = { [errors.words "duplicate.row"] = true }', "if not changed and STAYS[entry.reason] then",
      "return ENDS[tostring(err)]", 'if entry.reason == "the header again" then', "if 'locked' == err.message then",
      'return why ~= errors.words "total"' } do
      assert.equal(1, #found_in("planted.lua", line, looks_into), line)
    end
    for _, line in ipairs { "local text = name:gsub('x', 'y')", 'print("parley: " .. message)',
      "return nil, err.message, err.code", "if err.code == 'busy' then", "self.reasons[kind] = entry",
      "if reason == nil then", "return list[problem.code]",
      "suggest.hint(name, names)" } do
      assert.equal(0, #found_in("planted.lua", line, looks_into), line)
    end
    assert.equal(1, #found_in("planted.c", '  if (strstr(err->message, "locked") != NULL) return;', c_looks_into))
    assert.equal(1, #found_in("planted.c", '  if (strcmp(err.message, "locked") == 0) return;', c_looks_into))
    assert.equal(1, #found_in("planted.c", "  return strcmp(told, sqlite3_errmsg(store->db)) == 0;", c_looks_into))
    assert.equal(0, #found_in("planted.c", "  lua_pushstring(L, err.message);", c_looks_into))
  end)

  it("is read by functions that are there and may, and by no others of their file", function()
    for path, functions in pairs(ALLOWED) do
      local text = scratch.read("lua/parley/" .. path)
      for name in pairs(functions) do assert.is_truthy(text:find("function " .. name .. "(", 1, true), name) end
    end
    local planted = "function objects.other(err)\n  return err.message:sub(1)\nend\n"
    assert.equal(1, #found_in("base/error_objects.lua", planted, looks_into))
  end)
end)
