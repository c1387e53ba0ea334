--- The membrane of a sandbox: between the script and Parley, nothing passes as it is.
-- What Parley gives is *shown*: plain values as copies, objects of Parley's classes as stand-ins that have the methods
-- of the object and none of its fields, functions as functions that do the same on the way. What the script gives is
-- *taken*: stand-ins as what they stand for, tables as copies of their raw contents, so that no metamethod of the
-- script's runs inside Parley, functions as functions that show and take.
--
-- R1  An error crosses as every other value does.
-- R2  What is of no class that is listed here is not shown: a store, a cursor, a reader is nil to the script, or can
--     only be closed.
-- R3  Functions of Lua are kept in locals: the script has other tables of them.

local core = require "parley.core"
local errors = require "parley.base.errors"

local getmetatable, setmetatable, rawget, next, pairs, type = getmetatable, setmetatable, rawget, next, pairs, type
local pcall, error, tostring, pack, unpack = pcall, error, tostring, table.pack, table.unpack

local membrane = {}

--- ## Classes

-- Objects with fields that are insides: methods alone are shown.
local CLOSED = { ["parley.Dataset"] = true, ["parley.Query"] = true, ["parley.Frame"] = true }

-- Whose fields are what they have to say.
local OPEN = {}
for name in ("Error Row Record Rows Names ImportReport SheetReport MergeReport Template Help Diff Sniff Picture Within "
  .. "Catalogue Ending"):gmatch "%a+" do
  OPEN["parley." .. name] = true
end

--- Methods that a script is not shown, by class: those of a dataset that modules call, and what gives addresses.
---@type table<string, table<string, true>>
membrane.hidden = { ["parley.Dataset"] = {}, ["parley.Query"] = { arrow = true },
  ["parley.Frame"] = { arrow = true, count_values = true } }
for name in ("check_open view ensure ensure_all table_info claims_info rows_sql engine has_stored_index has_term "
  .. "term_codes meant some_word is_open row_count store_in attach"):gmatch "[%a_]+" do
  membrane.hidden["parley.Dataset"][name] = true
end

local function class_of(real)
  local metatable = getmetatable(real)
  if metatable == core.error_metatable then return "parley.Error" end
  return type(metatable) == "table" and rawget(metatable, "__name") or nil
end

--- ## What stands for what

local real_of = setmetatable({}, { __mode = "k" })        -- of what the script has
local shown_of = setmetatable({}, { __mode = "k" })       -- of what Parley has
local show, take

local function pair(real, shown)
  real_of[shown], shown_of[real] = real, shown
  return shown
end

local function all(with, ...)
  local values = pack(...)
  for i = 1, values.n do values[i] = with(values[i]) end
  return unpack(values, 1, values.n)
end

local function passed(with, ok, ...)
  if ok then return all(with, ...) end
  error(with((...)), 0)
end

-- Calls a function of Parley's with values of Parley's, and shows what comes.
local function cross(f, ...) return passed(show, pcall(f, ...)) end

--- ## Stand-ins

local function refuse_name(key) errors.raise("no_name.sandbox", { name = tostring(key) }) end

-- A field or method of an object, as Parley sees it.
local function field(real, key)
  local class = class_of(real)
  if CLOSED[class] then
    local insides = type(real) == "table" and rawget(real, key) ~= nil
    if insides or membrane.hidden[class][key] then refuse_name(key) end
  end
  local value = real[key]
  if type(value) == "function" and not (CLOSED[class] or OPEN[class]) then return nil end
  return value
end

local function entries(real)
  if CLOSED[class_of(real)] and not getmetatable(real).__pairs then errors.raise "misuse.sandbox_pairs" end
  local list = {}
  for key, value in pairs(real) do list[#list + 1] = { key, value } end
  return list
end

local StandIn = { __metatable = false }

function StandIn.__index(shown, key) return cross(field, real_of[shown], take(key)) end
function StandIn.__newindex(_, key) cross(errors.raise, "read_only.sandbox", { name = tostring(key) }) end
function StandIn.__len(shown) return cross(function(real) return #real end, real_of[shown]) end
function StandIn.__call(shown, ...) return cross(real_of[shown], all(take, ...)) end
function StandIn.__tostring(shown) return cross(tostring, real_of[shown]) end
function StandIn.__concat(a, b) return cross(function(x, y) return x .. y end, take(a), take(b)) end
function StandIn.__lt(a, b) return cross(function(x, y) return x < y end, take(a), take(b)) end
function StandIn.__le(a, b) return cross(function(x, y) return x <= y end, take(a), take(b)) end
function StandIn.__close(shown)
  local real = real_of[shown]
  local close = getmetatable(real).__close
  if close then cross(close, real) end
end

function StandIn.__pairs(shown)
  local list, at = cross(entries, real_of[shown]), 0
  return function()
    at = at + 1
    if list[at] then return list[at][1], list[at][2] end
  end
end

local Closer = { __metatable = false, __close = StandIn.__close }

--- ## From Parley to the script

local function show_table(real, memo)
  local copy = {}
  memo[real] = copy
  for key, value in next, real do
    if type(value) ~= "function" then
      local shown_key = show(key, memo)
      if shown_key ~= nil then copy[shown_key] = show(value, memo) end
    end
  end
  return copy
end

local function show_object(real)
  local class = class_of(real)
  if type(real) == "table" or class == "parley.Frame" or real == core.null then
    return pair(real, setmetatable({}, StandIn))
  end
  local metatable = getmetatable(real)
  if type(metatable) == "table" and metatable.__close then return pair(real, setmetatable({}, Closer)) end
  return nil
end

---@param value any of Parley's
---@param memo table? tables that are being copied
---@return any
function show(value, memo)
  local kind = type(value)
  if kind == "string" or kind == "number" or kind == "boolean" or kind == "nil" then return value end
  if kind == "thread" then return nil end
  if shown_of[value] ~= nil then return shown_of[value] end
  if kind == "function" then
    return pair(value, function(...) return cross(value, all(take, ...)) end)
  end
  if kind == "table" and getmetatable(value) == nil then
    memo = memo or {}
    return memo[value] or show_table(value, memo)
  end
  return show_object(value)
end

--- ## From the script to Parley

local function take_table(shown, memo)
  local copy = {}
  memo[shown] = copy
  for key, value in next, shown do
    copy[take(key, memo)] = take(value, memo)
  end
  return copy
end

---@param value any of the script's
---@param memo table? tables that are being copied
---@return any
function take(value, memo)
  local kind = type(value)
  if kind == "string" or kind == "number" or kind == "boolean" or kind == "nil" then return value end
  if real_of[value] ~= nil then return real_of[value] end
  if errors.is(value) then return value end          -- raised by a guarded function of Lua's libraries
  if kind == "table" then
    memo = memo or {}
    return memo[value] or take_table(value, memo)
  end
  if kind ~= "function" then error(show(errors.new("bad_type.sandbox_argument", { got = kind })), 0) end
  local real = function(...) return passed(take, pcall(value, all(show, ...))) end
  pair(real, value)
  return real
end

--- Whether a value is an object of Parley's itself, which no script should have.
---@param value any
---@return boolean
function membrane.is_real(value)
  local class = type(value) == "table" and class_of(value)
  return type(class) == "string" and (CLOSED[class] or OPEN[class]) and true or false
end

membrane.show = show
membrane.take = take

return membrane
