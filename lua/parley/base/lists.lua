--- Small comforts of the REPL: lists that print what is in them, and methods that notice a dot for a colon.

local core = require "parley.core"

local attachments = require "parley.base.attachments"
local errors = require "parley.base.errors"

local lists = {}

local Names = { __name = "parley.Names" }

function Names:__tostring() return table.concat(self, ", ") end

--- A list of names that prints them.
---@param list string[]
---@return string[]
function lists.names(list) return setmetatable(list, Names) end

--- The first key of a table, by its text, for which a test holds; nil: none. What a message names must not depend on
--- the order of a table.
---@param given table
---@param is_wrong fun(key: any): any
---@return any
function lists.first_key(given, is_wrong)
  local first
  for key in pairs(given) do
    if is_wrong(key) and (first == nil or tostring(key) < tostring(first)) then first = key end
  end
  return first
end

--- Goes through a table in the order of its keys as texts, so that what is found first does not change from run to run.
---@param given table
---@return fun(): any, any
function lists.by_key(given)
  local keys, at = {}, 0
  for key in pairs(given) do keys[#keys + 1] = key end
  table.sort(keys, function(a, b) return tostring(a) < tostring(b) end)
  return function()
    at = at + 1
    return keys[at], given[keys[at]]
  end
end

--- Whether a value is something other than text: of keys that should be names.
---@param key any
---@return boolean
function lists.is_no_text(key) return type(key) ~= "string" end

local Rows = { __name = "parley.Rows", __tostring = attachments.printed "parley.Rows" }
local printed_row = attachments.printed "parley.Row"
local columns_of = setmetatable({}, { __mode = "k" })      -- list or row -> its columns, for printing

--- The columns of a list of rows, or of one row, in their order.
---@param x table  what rows() or row() gave
---@return string[]
function lists.columns(x) return columns_of[x] end

--- One field of each record of a list.
---@param list table[]
---@param name string
---@return any[]
function lists.field(list, name)
  local values = {}
  for i, record in ipairs(list) do values[i] = record[name] end
  return values
end

--- What keeps a table from being a list: the place of its first hole, or a key that is no place.
---@param t table
---@return integer? hole, any key
function lists.flaw(t)
  local length, count, stray = 0, 0, nil
  for key in pairs(t) do
    if math.type(key) == "integer" and key >= 1 then
      length, count = math.max(length, key), count + 1
    elseif stray == nil or tostring(key) < tostring(stray) then
      stray = key
    end
  end
  if length == count then return nil, stray end
  for at = 1, length do
    if t[at] == nil then return at, stray end
  end
end

--- A list of rows that prints as a table.
---@param list table[]
---@param columns string[]
---@return table[]
function lists.rows(list, columns)
  columns_of[list] = columns
  return setmetatable(list, Rows)
end

--- One row that prints as fields and values, and refuses to be assigned to.
---@param row table?
---@param columns string[]
---@return table?
function lists.row(row, columns)
  if not row then return nil end
  local guarded = getmetatable(row) and row or core.guard_row(row)
  local guard = getmetatable(guarded)
  columns_of[guarded] = columns
  if not guard then return setmetatable(guarded, { __name = "parley.Row", __tostring = printed_row }) end
  guard.__name, guard.__tostring = "parley.Row", printed_row
  return guarded
end

function core.row_guard.__newindex(_, name) errors.raise("read_only.row", { name = tostring(name) }) end

--- A table without a metatable, or a plain copy of a row that was handed out; nil: another value.
---@param value any
---@return table?
function lists.plain_row(value)
  local meta = getmetatable(value)
  if type(value) ~= "table" or meta == nil then return type(value) == "table" and value or nil end
  if rawget(meta, "__newindex") ~= core.row_guard.__newindex then return nil end
  local own = {}
  for name, field in pairs(value) do own[name] = field end
  return own
end

--- Makes every method of a class say so when it was called with a dot.
---@param class table
---@param what string  a phrase: "a_query"
---@param is_one fun(x: any): boolean
---@return table class
function lists.colons(class, what, is_one)
  for name, method in pairs(class) do
    if type(method) == "function" and not name:find("^__") then
      class[name] = function(self, ...)
        if not is_one(self) then
          errors.raise("bad_argument.called_without_colon", { name = name, what = { key = what } })
        end
        return method(self, ...)
      end
    end
  end
  return class
end

return lists
