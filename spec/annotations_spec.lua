-- Every public name is described where it is written (a sentence, @param and @return) and occurs in the manual; the
-- types of the C module are those of the module. A name that is added without that fails here.

local original = require "spec.support.original"
local pages = require "spec.support.pages"
local parley = require "parley"
local public_names = require "tools.public_names"
local core = require "parley.core"
local short_forms = require "tools.short_forms"

local lua = arg and arg[-1] or "lua5.4"

local function sorted(list)
  table.sort(list)
  return list
end

-- Source ------------------------------------------------------------------------------------------------

local files = {}

-- The lines of the file a Lua function was written in.
local function lines_of(info)
  local path = info.source:match "^@(.*)"
  if not files[path] then
    files[path] = {}
    for line in io.lines(path) do table.insert(files[path], line) end
  end
  return files[path]
end

-- The comment right above a line, its text and its @tags: { text, params = {name = true}, returns }.
local function comment_above(lines, at)
  local found = { text = "", params = {}, returns = false }
  while at > 1 and lines[at - 1]:find "^%s*%-%-" do
    at = at - 1
    local line = lines[at]:gsub("^%s*%-%-+%s?", "")
    local param = line:match "^@param%s+(%S+)"
    if param then found.params[param:gsub("%?$", "")] = true end
    if line:find "^@return" then found.returns = true end
    if not line:find "^@" then found.text = line .. "\n" .. found.text end
  end
  return found
end

-- Names of a function's parameters, without self.
local function parameters(f)
  f = original(f)
  local names, info = {}, debug.getinfo(f, "u")
  for i = 1, info.nparams do
    local name = debug.getlocal(f, i)
    if name ~= "self" and name ~= "_" and not (i == 1 and (name == "f" or name == "ds" or name == "q")) then
      names[#names + 1] = name
    end
  end
  if info.isvararg then names[#names + 1] = "..." end
  return names
end

local function gives_something(lines, info)
  for at = info.linedefined, info.lastlinedefined do
    if lines[at]:find "%f[%w_]return%f[^%w_]" then return true end
  end
  return false
end

-- Whether a Lua function has a parameter of that name, by which it is described; also the one in front.
local function has_parameter(f, name)
  f = original(f)
  local info = debug.getinfo(f, "u")
  if name == "..." then return info.isvararg end
  for i = 1, info.nparams do
    if debug.getlocal(f, i) == name then return true end
  end
  return false
end

-- What is missing above a Lua function, or too much, as a list of complaints.
local function complaints_about(name, f)
  local info = debug.getinfo(original(f), "S")
  local lines, missing = lines_of(info), {}
  local comment = comment_above(lines, info.linedefined)
  local where = ("%s (%s:%d)"):format(name, info.short_src, info.linedefined)
  if not comment.text:find "%a.*%." then missing[1] = where .. " has no sentence above it" end
  for _, param in ipairs(parameters(f)) do
    if not comment.params[param] then missing[#missing + 1] = ("%s has no @param %s"):format(where, param) end
  end
  for _, param in ipairs(public_names.names(comment.params)) do
    if not has_parameter(f, param) then missing[#missing + 1] = ("%s has no parameter %s"):format(where, param) end
  end
  if gives_something(lines, info) and not comment.returns then missing[#missing + 1] = where .. " has no @return" end
  return missing
end

-- Public names ------------------------------------------------------------------------------------------

local names_of, functions_of = public_names.names, public_names.functions_of
local all, PUBLIC = public_names.all(), {}
for i, one in ipairs(public_names.classes) do PUBLIC[i] = { owner = one.class, functions = all[one.class] } end
local ds = parley.open ":memory:"

describe("public functions #tools", function()
  for _, public in ipairs(PUBLIC) do
    it(("of %s are described in the source"):format(public.owner), function()
      local missing = {}
      for _, name in ipairs(names_of(public.functions)) do
        local f = public.functions[name]
        if debug.getinfo(original(f), "S").what ~= "C" then
          local more = complaints_about(public.owner .. "." .. name, f)
          table.move(more, 1, #more, #missing + 1, missing)
        end
      end
      assert.same({}, missing)
    end)
  end

  it("of records are described in the source", function()
    local record, missing = require "parley.query.record", {}
    for _, name in ipairs(names_of(functions_of(record))) do
      local more = complaints_about("record." .. name, record[name])
      table.move(more, 1, #more, #missing + 1, missing)
    end
    assert.same({}, missing)
  end)

  it("are seen by these checks", function()
    assert.is_true(#names_of(all["parley.Dataset"]) > 20)
    assert.same({ "attach", "datasets", "frame", "open" }, (function()
      local found = {}
      for _, name in ipairs { "attach", "datasets", "frame", "open" } do found[#found + 1] = parley[name] and name end
      return found
    end)())
    local undocumented = load("return function(a, ...) return a end", "@spec/annotations_spec.lua")()
    assert.equal(4, #complaints_about("x", undocumented))
    local renamed = load("-- Gives it.\n---@param a any\n---@return any\nreturn function(b) return b end",
      "@spec/annotations_spec.lua")()
    assert.is_true(has_parameter(renamed, "b") and not has_parameter(renamed, "a"))
  end)
end)

-- The manual --------------------------------------------------------------------------------------------

-- The pages that somebody wrote: that of all calls has them anyway.
local manual = {}
for _, path in ipairs(pages.list()) do
  if path ~= "doc/reference.md" then manual[#manual + 1] = pages.read(path) end
end
manual = table.concat(manual, "\n")

-- A name counts as documented where it is called or quoted: `:name(`, `name{`, `ds:name`, `to_name`.
local function is_in_manual(name)
  return manual:find("[%.:`]" .. name .. "%s?[({\"]") ~= nil or manual:find("`" .. name .. "`", 1, true) ~= nil
    or manual:find("[%.:]" .. name .. "`") ~= nil
end

describe("the manual #tools", function()
  for _, public in ipairs(PUBLIC) do
    it(("has every function of %s"):format(public.owner), function()
      local missing = {}
      for _, name in ipairs(names_of(public.functions)) do
        if not public_names.is_internal(public.owner, name) and not is_in_manual(name) then missing[#missing + 1] = name end
      end
      assert.same({}, missing)
    end)
  end

  it("leaves out internal functions that there are, and no others", function()
    for _, public in ipairs(PUBLIC) do
      for _, name in ipairs(public_names.internal[public.owner]) do
        assert.truthy(public.functions[name], ("%s.%s is gone"):format(public.owner, name))
      end
    end
    assert.is_false(is_in_manual "no_such_function")
  end)
end)

describe("links of the manual #tools", function()
  for _, path in ipairs(pages.list()) do
    it("lead from " .. path .. " to files that there are", function()
      local folder = path:match "^(.*/)" or ""
      for target in pages.read(path):gmatch "%]%(([^)#%s]+)" do
        if not target:find "^%a+:" then
          local file = io.open(folder .. target)
          assert.truthy(file, ("%s links to %s"):format(path, target))
          file:close()
        end
      end
    end)
  end
end)

-- The C module --------------------------------------------------------------------------------------------

local META = "lua/parley/meta/core.lua"

-- Names of functions that the meta file declares on `owner`, with a described head each.
local function declared(owner)
  local lines, found = {}, {}
  for line in io.lines(META) do lines[#lines + 1] = line end
  for at, line in ipairs(lines) do
    local name, params, returns = line:match("^function " .. owner .. "[%.:]([%w_]+)%((.-)%) end$")
    if name then found[name] = { comment = comment_above(lines, at), params = params, line = at, returns = returns } end
  end
  return found
end

local function check_heads(functions)
  for name, head in pairs(functions) do
    local where = ("%s:%d: %s"):format(META, head.line, name)
    assert.truthy(head.comment.text:find "%a.*%.", where .. " has no sentence above it")
    for param in head.params:gmatch "[^, ]+" do
      assert.truthy(head.comment.params[param], ("%s has no @param %s"):format(where, param))
    end
  end
end

-- The methods of Frames before any Lua is added to them.
local function bare_frame_methods()
  local code = [[for n in pairs(require("parley.core").frame_methods) do print(n) end]]
  local names = {}
  for name in io.popen(("%s -e '%s'"):format(lua, code)):lines() do names[#names + 1] = name end
  return sorted(names)
end

describe("the types of parley.core #tools", function()
  it("name its functions", function()
    check_heads(declared "core")
    assert.same(names_of(functions_of(core)), names_of(declared "core"))
  end)

  it("name its other fields", function()
    local fields, there = {}, {}
    local text = pages.read(META):match "%-%-%-@class parley%.core\n(.-)\nlocal core"
    for name in text:gmatch "@field ([%w_]+)" do fields[#fields + 1] = name end
    for name, value in pairs(core) do
      if type(value) ~= "function" then there[#there + 1] = name end
    end
    assert.same(sorted(there), sorted(fields))
  end)

  it("name the methods of a store", function()
    check_heads(declared "Store")
    assert.same(names_of(functions_of(getmetatable(ds.store).__index)), names_of(declared "Store"))
  end)

  it("name the methods of a query: those written with it, and as fields those of verbs, of other rooms and of the table "
    .. "of functions", function()
    local class, text = require("parley.query.query").Query, pages.read "lua/parley/query/query.lua"
    assert.truthy(text:find("@class parley.Query: parley.ShortForms\n", 1, true))
    text = text .. pages.read(short_forms.path)
    assert(ds.talks.plot and ds.talks.total and ds.talks.quantile)          -- takes all of them in
    for name in pairs(class) do
      local written = text:find("function Query:" .. name .. "(", 1, true)
        or text:find("@field " .. name .. " fun(", 1, true)
      assert.is_truthy(written or name:find "^__", name .. " is not declared")
    end
  end)

  it("name the short forms as the tool writes them from the table of functions", function()
    assert.equal(short_forms.written(), pages.read(short_forms.path))
    assert.truthy(short_forms.written():find("@field quantile fun(self: parley.ShortForms, x: string, p: number): any\n", 1, true))
    assert.is_nil(short_forms.written():find("@field first", 1, true))          -- a query's method of that name is another
  end)

  it("name the methods of a Frame", function()
    check_heads(declared "Frame")
    assert.same(bare_frame_methods(), names_of(declared "Frame"))
  end)
end)
