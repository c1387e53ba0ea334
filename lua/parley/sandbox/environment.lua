--- What a script in a sandbox finds: the globals, and what of Parley is among them.

local errors = require "parley.base.errors"
local membrane = require "parley.sandbox.membrane"

local environment = {}

local BASE = { "_VERSION", "assert", "error", "ipairs", "next", "pairs", "pcall", "rawequal", "rawget", "rawlen",
  "rawset", "select", "tonumber", "tostring", "type", "xpcall" }
local LIBRARIES = { "coroutine", "math", "string", "table", "utf8" }

-- Of the library: what neither writes, nor connects, nor takes addresses. Paths are looked at in C, where they are
-- opened.
local PARLEY = { "compare", "countries", "datasets", "diff", "frame", "help", "null", "open", "read", "reliability",
  "sniff", "version", "within" }

local function refuse(key, arguments) error(membrane.show(errors.new(key, arguments)), 0) end

local function copy_of(library)
  local copy = {}
  for name, value in next, library do copy[name] = value end
  return copy
end

-- A finalizer runs where no hook is called.
local function set_metatable(t, metatable)
  if type(metatable) == "table" and rawget(metatable, "__gc") ~= nil then
    refuse "misuse.sandbox_finalizer"
  end
  if membrane.is_real(t) then refuse("read_only.sandbox", { name = "metatable" }) end
  return setmetatable(t, metatable)
end

-- Metatables of what is not a table are those of the whole state, and those of Parley's classes are Parley's: none that
-- got here past the membrane is handed out.
local function get_metatable(value)
  if type(value) ~= "table" then return nil end
  local metatable = getmetatable(value)
  return not membrane.is_real(value) and metatable or nil
end

local function chunk_text(chunk)
  if type(chunk) ~= "function" then return chunk end
  local pieces = {}
  for piece in chunk do
    if piece == "" then break end
    if type(piece) ~= "string" then refuse("bad_type.sandbox_chunk", { got = type(piece) }) end
    pieces[#pieces + 1] = piece
  end
  return table.concat(pieces)
end

local function loader(compile, globals)
  return function(chunk, name, _, ...)
    local text = chunk_text(chunk)
    if type(text) ~= "string" then refuse("bad_type.sandbox_chunk", { got = type(text) }) end
    local where = globals
    if select("#", ...) > 0 then where = ... end
    return compile(text, type(name) == "string" and name or "=(load)", where)
  end
end

-- require, for the modules that the host has listed.
local function requirer(compile, globals, modules, parley)
  local loaded = { parley = parley }
  return function(name)
    if loaded[name] ~= nil then return loaded[name] end
    if type(name) ~= "string" or not modules[name] then
      refuse("no_name.sandbox_module", { name = tostring(name) })
    end
    local chunk, message = compile(modules[name], "=" .. name, globals)
    if not chunk then error(message, 0) end
    local value = chunk(name)
    loaded[name] = value == nil and true or value
    return loaded[name]
  end
end

local function shown_library(parley)
  local shown = {}
  for _, name in ipairs(PARLEY) do shown[name] = membrane.show(parley[name]) end
  return setmetatable(shown, { __metatable = false, __index = function(_, name)
    refuse("no_name.sandbox", { name = tostring(name) })
  end })
end

local function printer(say)
  return function(...)
    local texts = table.pack(...)
    for i = 1, texts.n do texts[i] = tostring(texts[i]) end
    say(table.concat(texts, "\t", 1, texts.n) .. "\n")
  end
end

--- The globals of a script.
---@param tools table  of csrc/lua/box.c
---@param parley table  the library
---@param ds parley.Dataset?
---@param modules table<string, string>  texts by name
---@return table
function environment.new(tools, parley, ds, modules)
  local globals = {}
  for _, name in ipairs(BASE) do globals[name] = _G[name] end
  for _, name in ipairs(LIBRARIES) do globals[name] = copy_of(_G[name]) end
  globals._G = globals
  globals.setmetatable, globals.getmetatable = set_metatable, get_metatable
  globals.load = loader(tools.compile, globals)
  globals.print = printer(tools.say)
  globals.collectgarbage = function(what)
    if what ~= "count" then refuse "misuse.sandbox_collector" end
    return tools.memory() / 1024
  end
  globals.parley, globals.ds = shown_library(parley), membrane.show(ds)
  globals.require = requirer(tools.compile, globals, modules, globals.parley)
  return globals
end

return environment
