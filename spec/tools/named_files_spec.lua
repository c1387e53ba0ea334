-- Files and modules that comments and pages name are there: a comment that sends its reader nowhere is a lie.
-- What is looked for: paths with a folder of ours (csrc/base/run.c, query/steps/where.lua, storage/open_dataset), in comments
-- bare names of Lua and C files too (plan.lua), and modules (parley.query.bound, parley.base.errors.is).
-- Words in capitals stand for any name: query/steps/VERB.lua.

local pages = require "spec.support.pages"
local source = dofile "tools/source.lua"

local FOLDERS = { "bench", "csrc", "doc", "examples", "fuzz", "lua", "rockspec", "spec", "tools" }

-- Names that are known: each path with and without its extension, and each of its ends ("sort/sort.h", "sort.h").
-- The second table holds those of folders.
local function all_paths()
  local known, folders = {}, {}
  local function add(set, path)
    while path do
      set[path] = true
      path = path:match "^[^/]*/(.*)$"
    end
  end
  local function each(kind, use)
    local pipe <close> = assert(io.popen(("find %s -type %s"):format(table.concat(FOLDERS, " "), kind)))
    for path in pipe:lines() do use(path) end
  end
  each("d", function(path)
    add(folders, path)
    add(known, path)
  end)
  each("f", function(path)
    add(known, path)
    add(known, (path:gsub("%.%w+$", "")))
  end)
  return known, folders
end

local known, folders = all_paths()

-- Whether some known name fits one in which words in capitals stand for any name.
local function fits(name)
  local pattern = "^" .. name:gsub("[%-%.]", "%%%0"):gsub("%u%u+", "[%%w_-]+") .. "$"
  for path in pairs(known) do
    if path:find(pattern) then return true end
  end
  return false
end

local function is_known(name) return known[name] or name:find "%u%u" and fits(name) or false end

-- The name of a file or folder of ours that a word is meant to be, or nil: it begins with a folder that is known.
local function path_meant(word)
  local path = word:gsub("^%./", ""):gsub("[%.,]+$", ""):gsub("/$", "")
  local folder = path:match "^(.*)/[^/]*$"
  if not folder or path:find "^build/" then return nil end
  local named = path:find "%.%l+$" ~= nil      -- with an extension
  if named and folders[folder:match "^[^/]*"] or folders[folder] then return path end
end

-- The member of a module or of the front door that a dotted name means, or nil.
local function member(name)
  local module, key = name:match "^(.*)%.([%w_]+)$"
  if not module then return nil end
  local ok, value = pcall(require, module)
  if not ok then value = member(module) end
  ok, value = pcall(function() return value[key] end)
  if ok then return value end
end

local function is_module(name)
  if name == "parley.embedded" or name == "parley.h" then return true end
  return is_known((name:gsub("%.", "/"))) or package.searchpath(name, package.cpath) ~= nil or member(name) ~= nil
end

-- The first name in a text that leads nowhere: what it is, or nil.
local function lost_name(text, is_comment)
  for word in text:gmatch "%f[%w_./%-~<][%w_./%-]+" do
    local path = path_meant(word)
    if not path and is_comment and word:find "^[%w_-]+%.lua$" or word:find "^[%w_-]%w[%w_-]*%.c$" then path = word end
    if path and not is_known(path) then return path end
  end
  if not is_comment then return nil end
  for name in text:gmatch "%f[%w_./\"]parley%.[%w_.]*[%w_]" do
    local proper = not name:find "%.%u%l" and not name:find "%.%u$"      -- parley.Query is a class
    if proper and not is_module(name) then return name end
  end
end

-- What of a page is prose: without the blocks of code, whose files the page itself makes.
local function prose(text)
  return (text:gsub("\n```.-\n```%f[\n\0]", function(block) return (block:gsub("[^\n]", "")) end))
end

local function lost_in_page(text)
  local lost, number = {}, 0
  for line in (prose("\n" .. text):sub(2) .. "\n"):gmatch "(.-)\n" do
    number = number + 1
    for word in line:gmatch "`([^`]+)`" do
      local name = lost_name(word, false)
      if name then lost[#lost + 1] = ("%d: %s"):format(number, name) end
    end
  end
  return lost
end

local function lost_in_source(lines)
  local lost = {}
  for _, line in ipairs(lines) do
    local name = line.remark:find "[./]" and lost_name(line.remark, true)
    if name then lost[#lost + 1] = ("%d: %s"):format(line.number, name) end
  end
  return lost
end

local function put(all, path, list)
  for _, name in ipairs(list) do all[#all + 1] = path .. ":" .. name end
end

describe("names of files and modules #tools", function()
  it("in comments are there", function()
    local lost, read = {}, 0
    for _, folder in ipairs(FOLDERS) do
      for _, path in ipairs(source.files(folder, { "lua", "c", "h", "def" })) do
        path, read = folder .. "/" .. path, read + 1
        put(lost, path, lost_in_source(source.file(path)))
      end
    end
    assert.equal("", table.concat(lost, "\n"))
    assert.is_true(read > 500, read)
  end)

  it("on pages are there", function()
    local lost, paths = {}, { "CONTRIBUTING.md", "README.md" }
    for _, path in ipairs(source.files("doc", { "md" })) do paths[#paths + 1] = "doc/" .. path end
    for _, path in ipairs(paths) do put(lost, path, lost_in_page(pages.read(path))) end
    assert.equal("", table.concat(lost, "\n"))
  end)

  it("are found when they are not there", function()
    local text = table.concat({
      "-- parley.query.sql.as writes them; query/sql/steps/as.lua and parley.query.bound do not",
      "-- query/nowhere says so, query/bound as well", "-- see spec/edtf_spec.lua", "-- nowhere.lua; bound.lua",
      "-- parley.nowhere, parley.open, parley.countries.name and parley.base.errors.is", "-- query/steps/VERB.lua",
      "-- query/stairs/VERB.lua", 'local text = "query/nowhere.lua"  -- and/or', "-- parley.base.errors.nowhere" }, "\n")
    assert.same({ "1: parley.query.sql.as", "2: query/nowhere", "3: spec/edtf_spec.lua", "4: nowhere.lua",
      "5: parley.nowhere", "7: query/stairs/VERB.lua", "9: parley.base.errors.nowhere" },
      lost_in_source(source.lines(text, "lua")))
    assert.same({ "1: csrc/nowhere.h" }, lost_in_source(source.lines("/* csrc/nowhere.h and base/run.h */", "c")))
    assert.same({ "2: csrc/base/nowhere.c" }, lost_in_page("`csrc/base/run.c`\n`csrc/base/nowhere.c`\n```lua\n-- `doc/x.md`\n```"))
  end)
end)
