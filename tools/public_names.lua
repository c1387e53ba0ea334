--- The public calls, as they are: every function that a user gets from `parley`, a dataset, a query, a Frame, a picture
-- or an Arrow stream, with where its docstring stands. The specs of annotations and tools/reference.lua share it.

package.path = "./?.lua;" .. package.path
local core = require "parley.core"
local original = require "spec.support.original"
local parley = require "parley"
local verbs = require "parley.query.verbs"
require "parley.frame.frame"          -- gives Frames their verbs

local public_names = {}

--- Methods that modules call, and a user has no need of: described, but in no manual.
public_names.internal = {
  ["parley"] = { "attach" },
  ["parley.Dataset"] = { "check_open", "view", "ensure", "ensure_all", "table_info", "claims_info", "rows_sql",
    "has_stored_index", "has_term", "term_codes", "meant", "some_word", "is_open", "row_count", "engine" },
  ["parley.Query"] = {}, ["parley.Frame"] = { "count_values" }, ["parley.Picture"] = {}, ["parley.ArrowStream"] = {},
  ["parley.Speaking"] = {},
}

--- What a value of each class is called in signatures, in the order of the classes.
public_names.classes = {
  { class = "parley" }, { class = "parley.Dataset", as = "ds" }, { class = "parley.Query", as = "q" },
  { class = "parley.Frame", as = "f" }, { class = "parley.Picture", as = "p" },
  { class = "parley.ArrowStream", as = "stream" },
}

-- The value of an upvalue of a function.
local function upvalue(f, name)
  for i = 1, math.huge do
    local found, value = debug.getupvalue(f, i)
    if found == name or not found then return value end
  end
end

--- The functions of a table by name, without metamethods.
---@param t table
---@return table<string, function>
function public_names.functions_of(t)
  local found = {}
  pcall(function() return t.nothing end)          -- after the first miss a class has what other rooms lend it
  for name, value in pairs(t) do
    if type(value) == "function" and not name:find "^__" then found[name] = value end
  end
  return found
end

local function dataset_methods()
  local ds <close> = parley.open ":memory:"
  local methods = {}
  assert(ds.add)          -- takes in the methods of parley.dataset_methods
  for _, class in ipairs { upvalue(getmetatable(ds).__index, "Dataset"), (require "parley.analysis") } do
    for name, method in pairs(class) do methods[name] = method end
  end
  return public_names.functions_of(methods)
end

-- What a verb takes is described in its file, where it becomes a step.
local function query_methods()
  local methods = public_names.functions_of(require("parley.query.query").Query)
  for _, names in ipairs { verbs.names, verbs.of_tables } do
    for _, name in ipairs(names) do methods[name] = verbs.of(name).apply end
  end
  return methods
end

local function picture_methods()
  local ds <close> = parley.open()
  return public_names.functions_of(getmetatable(ds:plot "timeline").__index)
end

local function stream_methods()
  local stream = parley.frame({ { a = 1 } }):arrow()
  return public_names.functions_of(getmetatable(stream).__index)
end

--- The functions of each class by name.
---@return table<string, table<string, function>>
function public_names.all()
  return {
    ["parley"] = public_names.functions_of(parley),
    ["parley.Dataset"] = dataset_methods(),
    ["parley.Query"] = query_methods(),
    ["parley.Frame"] = public_names.functions_of(core.frame_methods),
    ["parley.Picture"] = picture_methods(),
    ["parley.ArrowStream"] = stream_methods(),
  }
end

--- Whether a method is one that a user has no need of.
---@param class string
---@param name string
---@return boolean
function public_names.is_internal(class, name)
  for _, known in ipairs(public_names.internal[class]) do
    if known == name then return true end
  end
  return false
end

--- Names of a table's fields, sorted.
---@param t table<string, any>
---@return string[]
function public_names.names(t)
  local names = {}
  for name in pairs(t) do names[#names + 1] = name end
  table.sort(names)
  return names
end

-- What C gives is described in its file for editors.
local META = "lua/parley/meta/core.lua"

local function declared_at(class, name)
  local number, head = 0, ("function %s:%s("):format(class:match "[^.]+$", name)
  for line in io.lines(META) do
    number = number + 1
    if line:sub(1, #head) == head then return META, number end
  end
  error(("%s declares no %s:%s"):format(META, class, name))
end

--- Where a function is written: file and line of its head.
---@param class string
---@param name string
---@param fn function
---@return string path
---@return integer line
function public_names.place(class, name, fn)
  local info = debug.getinfo(original(fn), "S")
  if info.what == "C" then return declared_at(class, name) end
  return info.source:match "(lua/parley/.*)$", info.linedefined
end

return public_names
