--- A sandbox: scripts of strangers, each in a Lua state of its own with bounds of its own (csrc/lua/box.c), in which it
-- finds Parley and a dataset, and nothing else (parley.sandbox.environment).

local core = require "parley.core"
local errors = require "parley.base.errors"
local options = require "parley.base.options"
local public_call = require "parley.base.public_call"

local sandbox = {}

local TIME_MS, MEMORY = 5000, 256 << 20

---@class parley.Sandbox
local Sandbox = {}
local metatable = { __name = "parley.Sandbox", __index = Sandbox }

--- ## Making one

local function bound(value, name, default)
  if value == nil then return default end
  local fits = math.type(value) == "integer" and value > 0 and value < 1 << 40
  if not fits then errors.raise("bad_argument.sandbox_bound", { name = name, value = tostring(value) }) end
  return value
end

-- How the dataset is opened inside: by its name, its file, or as a copy of what is in memory.
local function source_of(ds)
  if ds == nil then return {} end
  if type(ds) ~= "table" or not (rawget(ds, "store") and rawget(ds, "schema")) then
    errors.raise("bad_type.sandbox_dataset", { got = type(ds) })
  end
  ds:check_open()
  if ds.parent then errors.raise "bad_argument.sandbox_view" end
  if ds.transaction then errors.raise "in_transaction.sandbox" end
  local schema = not ds.schema.parley and false or nil
  if ds.bundle then return { bundled = ds.bundle.name } end
  if ds.path and ds.store.dialect == nil then return { path = ds.path, schema = schema } end
  if ds.store.dialect ~= nil then errors.raise "bad_argument.sandbox_server" end
  return { copied = true, schema = schema, store = ds.store }
end

local function modules_of(given)
  if given == nil then return {} end
  for name, text in pairs(type(given) == "table" and given or { false }) do
    if type(name) ~= "string" or type(text) ~= "string" then errors.raise "bad_type.sandbox_modules" end
  end
  return given
end

local function readable(files)
  if files == nil then return nil end
  options.check(files, "files{}", { "read" })
  if files.read ~= nil and (type(files.read) ~= "string" or not core.is_folder(files.read)) then
    errors.raise("bad_argument.sandbox_folder", { folder = tostring(files.read) })
  end
  return files.read
end

--- A sandbox for scripts.
---@param given parley.SandboxOptions?
---@return parley.Sandbox
function sandbox.new(given)
  given = options.check(given, "parley.sandbox", { "dataset", "time_ms", "memory", "files", "modules" })
  source_of(given.dataset)
  return setmetatable({ dataset = given.dataset, modules = modules_of(given.modules), read = readable(given.files),
    time_ms = bound(given.time_ms, "time_ms", TIME_MS), memory = bound(given.memory, "memory", MEMORY) }, metatable)
end

--- ## Running

local function text_of(given)
  if type(given) == "string" then return given, "=script" end
  options.check(given, "run()", { "file" })
  if type(given.file) ~= "string" then errors.raise "bad_type.sandbox_script" end
  local file, message, code = io.open(given.file, "rb")
  if not file then error(errors.about(errors.of_system(message, code), given.file), 0) end
  local text = file:read "a"
  file:close()
  return (text:gsub("^#[^\n]*", "")), "@" .. given.file
end

-- Where the modules lie: the core in C, and the folder of those in Lua; nil in a host that has them in memory.
local function places()
  local front = package.searchpath("parley", package.path)
  return package.searchpath("parley.core", package.cpath), front and front:match "^(.*)/[^/]*$"
end

local function result(value)
  if type(value) ~= "table" or not value.frame then return value end
  return require("parley.frame.from_rows").frame(value.frame, { columns = value.columns })
end

--- Runs a script: its text, or `{file = path}`. It finds the dataset as `ds`, the library as `parley`, and `args` as
--- `...`. Gives what the script returns, copied.
--- Errors: limit, cancelled, misuse, and what the script raised.
--- See also: sandbox.
--- Example: parley.sandbox{dataset = ds}:run("return ds.talks:count()")
--- Example: parley.sandbox{time_ms = 200}:run("while true do end")
---@param text string|{ file: string }
---@param args any?  plain values: nil, booleans, numbers, strings, and tables of these
---@return any ...
function Sandbox:run(text, args)
  local source, name = text_of(text)
  local wanted = source_of(self.dataset)
  local from = wanted.store
  wanted.store = nil
  wanted.text, wanted.name, wanted.args, wanted.modules = source, name, args, self.modules
  local core_path, modules_folder = places()
  local answer = core.box_run { path = package.path, core = core_path, modules = modules_folder,
    time_ms = self.time_ms, memory = self.memory, from = from, wanted = wanted, dataset = wanted.path,
    read = self.read }
  local failure = answer.failure
  if failure and failure.out_of_memory then errors.raise("limit.memory", { bytes = self.memory }) end
  if failure then
    if not failure.words then errors.raise("misuse.sandbox_raised", { type = failure.type }) end
    local err = errors.of_parts(failure.code, { { words = failure.words } })
    errors.pass(errors.about(err, failure.where))
  end
  local results = answer.results
  for i = 1, results.n do results[i] = result(results[i]) end
  return table.unpack(results, 1, results.n)
end

Sandbox.run = public_call.of(Sandbox.run, "run")

return sandbox
