-- Follows CONTRIBUTING's "How to add a scalar function" in a copy of the sources, builds it, and asks both engines.

local scratch = require "spec.support.scratch"

local lua = arg and arg[-1] or "lua5.4"
local clean = "env -u MAKEFLAGS -u MFLAGS -u MAKELEVEL -u LD_PRELOAD "

local function read(path)
  local file = assert(io.open(path, "rb"))
  local text = file:read "a"
  file:close()
  return text
end

local function run(command)
  local pipe = io.popen("(" .. command .. ") 2>&1")
  local output = pipe:read "a"
  local done = pipe:close()
  return output, done
end

-- The block of CONTRIBUTING for a file, without its indentation.
local function block(name)
  local found = read("CONTRIBUTING.md"):match("```c " .. name:gsub("%p", "%%%0") .. "\n(.-)\n *```")
  return (assert(found, "no block for " .. name):gsub("^   ", ""):gsub("\n   ", "\n"))
end

-- Sources and objects as they are, so that only what depends on the table is compiled again.
local function copy_of_sources(path)
  for _, command in ipairs {
    ("cp -a Makefile csrc lua tools '%s'"):format(path ""), ("mkdir -p '%s'"):format(path "build"),
    ("cp -a build/obj '%s'"):format(path "build/obj"),
  } do
    assert(os.execute(command))
  end
end

local function insert_before(path, mark, text)
  local whole = read(path)
  local at = assert(whole:find(mark, 1, true), mark)
  scratch.write(path, whole:sub(1, at - 1) .. text .. "\n\n" .. whole:sub(at))
end

local QUESTION = [[
local core, query_of = require "parley.core", require "spec.support.frame_query"
local f = core.frame_new({ "x" }, { "number" }, 3, { { 8.0, nil, -27.0 } })
for _, engine in ipairs { "columns", "sql" } do
  local values = query_of(f, engine == "sql" and engine or nil):select("cube_root(x) as v"):frame():values "v"
  print(engine, values[1], values[2], values[3])
end
print(select(2, pcall(function() return query_of(f):select "cube_rot(x)" end)))
]]

it("a scalar function is added as CONTRIBUTING says #tools", function()
  local path, remove = scratch.folder()
  finally(remove)
  copy_of_sources(path)
  insert_before(path "csrc/value/functions.def", "/* ---- text ---- */", block "functions.def")
  local meaning = path "csrc/value/number_functions.c"
  scratch.write(meaning, read(meaning) .. "\n" .. block "number_functions.c" .. "\n")

  local output, done = run(("%smake -s -C '%s' CFLAGS=-O0 build/parley/core.so"):format(clean, path ""))
  assert(done and not output:find "warning:", output)
  scratch.write(path "question.lua", QUESTION)
  local environment = ("LUA_PATH='%s;;' LUA_CPATH='%s;;'"):format(path "lua/?.lua;" .. path "lua/?/init.lua", path "build/?.so")
  local answer = run(("%s%s %s '%s'"):format(clean, environment, lua, path "question.lua"))
  assert.equal("columns\t2.0\tnil\t-3.0\nsql\t2.0\tnil\t-3.0\n", answer:match "^.-\n.-\n")
  assert.truthy(answer:find("did you mean 'cube_root'", 1, true), answer)
end)
