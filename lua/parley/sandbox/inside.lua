--- What runs inside a sandbox before the script and after it: opens the dataset, calls the script, and makes its
-- results values that can be copied out. csrc/lua/box.c made the state, and calls the function that this module is.

local errors = require "parley.base.errors"
local parley = require "parley"
local environment = require "parley.sandbox.environment"
local membrane = require "parley.sandbox.membrane"
require "parley.frame.frame"

getmetatable("").__metatable = false

local function dataset_of(tools, wanted)
  if wanted.bundled then return assert(parley.open(wanted.bundled)) end
  if wanted.path then return assert(parley.open(wanted.path, { mode = "ro", schema = wanted.schema })) end
  if not wanted.copied then return nil end
  local store = require("parley.core").open(":memory:", { mode = "memory" })
  tools.fill(store)
  return assert(parley.attach(store, { schema = wanted.schema }))
end

-- A failure as plain values. The script may have raised anything.
local function failure_of(caught)
  if caught == "not enough memory" then return { out_of_memory = true } end
  local real = membrane.take(caught)
  if not errors.is(real) then
    return { code = "misuse", words = type(real) == "string" and real or nil, type = type(real) }
  end
  return { code = real.code, words = real.message, where = real.where }
end

-- Rows of a Frame or a query, of which nothing else can leave.
local function plain(value)
  local class = type(value) ~= "string" and getmetatable(value)
  local name = type(class) == "table" and class.__name
  if name == "parley.Query" then value, name = value:frame(), "parley.Frame" end
  if name ~= "parley.Frame" then return value end
  local columns, rows = table.move(value:columns(), 1, #value:columns(), 1, {}), {}
  for i = 1, value:count() do
    local row = {}
    for _, column in ipairs(columns) do row[column] = value[i][column] end
    rows[i] = row
  end
  return { frame = rows, columns = columns }
end

local function answer(ok, ...)
  if not ok then return { failure = failure_of((...)) } end
  local results = table.pack(...)
  for i = 1, results.n do results[i] = plain(membrane.take(results[i])) end
  return { results = results }
end

return function(tools, wanted)
  local globals = environment.new(tools, parley, dataset_of(tools, wanted), wanted.modules or {})
  local chunk, message = tools.compile(wanted.text, wanted.name, globals)
  if not chunk then return { failure = { code = "misuse", words = message } } end
  return answer(pcall(chunk, wanted.args))
end
