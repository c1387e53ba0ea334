--- Programs that run a copy of the build: its module of C, and files that were made beside it, spoilt or not.

local scratch = require "spec.support.scratch"

local lua = arg and arg[-1] or "lua5.4"
local ROOT = io.popen("pwd"):read "l"
local CORE = assert(package.searchpath("parley.core", package.cpath))

local built_copy = {}

local removals = {}

local function folder()
  local path, remove = scratch.folder()
  removals[#removals + 1] = remove
  return path
end

--- Removes what was made here, after each test.
function built_copy.remove()
  while removals[1] do table.remove(removals)() end
end

-- Where a file is that `make` makes.
local function place_of(name) return (os.getenv "PARLEY_BUILD" or ROOT .. "/build") .. "/parley/" .. name end

--- The bytes of a file that `make` makes.
function built_copy.bytes(name) return assert(scratch.read(place_of(name)), "make all") end

--- An environment in which `parley` is such a copy; each built file as a function makes it of its bytes, or not there
--- when that gives nil.
---@param spoil table<string, fun(bytes: string): string?>?
---@param sources string? folder with the Lua sources in "parley"; those of the checkout if absent
---@return string environment in front of a command
function built_copy.environment(spoil, sources)
  local path = folder()
  assert(os.execute(("mkdir %s && ln -s '%s' %s"):format(path "parley", CORE, path "parley/core.so")))
  for _, name in ipairs { "compiled.luac", "bundled.images" } do
    local bytes = built_copy.bytes(name)
    local spoilt = bytes
    if spoil and spoil[name] then spoilt = spoil[name](bytes) end
    if spoilt == bytes then          -- a file that was just written takes more memory where it is mapped
      assert(os.execute(("ln -s '%s' %s"):format(place_of(name), path("parley/" .. name))))
    elseif spoilt then
      scratch.write(path("parley/" .. name), spoilt)
    end
  end
  sources = sources or ROOT .. "/lua"
  return ("LUA_PATH='%s/?.lua;%s/?/init.lua' LUA_CPATH='%s/?.so'"):format(sources, sources, path "")
end

--- A copy of the Lua sources: gives the path of a file of "parley", and the folder.
function built_copy.sources()
  local path = folder()
  assert(os.execute(("cp -R lua/parley %s"):format(path "parley")))
  return function(name) return path("parley/" .. name) end, path ""
end

--- What a program prints in such an environment, errors with it.
function built_copy.printed(environment, program)
  local path = folder()
  scratch.write(path "program.lua", program)
  local pipe <close> = assert(io.popen(("%s %s %s 2>&1"):format(environment, lua, path "program.lua")))
  return (pipe:read "a")
end

return built_copy
