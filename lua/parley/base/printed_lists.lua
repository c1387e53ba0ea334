--- Lists and rows that print what is in them, for the REPL.

local attachments = require "parley.base.attachments"
local core = require "parley.core"
local errors = require "parley.base.errors"

local printed = {}

local Names = { __name = "parley.Names" }

function Names:__tostring() return table.concat(self, ", ") end

--- A list of names that prints them.
---@param list string[]
---@return string[]
function printed.names(list) return setmetatable(list, Names) end

local Rows = { __name = "parley.Rows", __tostring = attachments.printed "parley.Rows" }
-- Verbs and ends that are asked of the list after all(), or a table of rows.
local LIST_SLIPS = {}
for name in ([[where select with by sort limit count sum mean median max min first one distinct summarise
  join union pivot frame save show columns filter group_by head]]):gmatch "%S+" do LIST_SLIPS[name] = true end

local rows_methods = attachments.onto("parley.Rows", {})
-- A list is asked for what is no item of it at the end of each loop, which is no reason to look for methods. What a
-- query could be asked for says where that goes.
function Rows.__index(_, name)
  if type(name) ~= "string" then return nil end
  if rows_methods[name] or not LIST_SLIPS[name] then return rows_methods[name] end
  errors.raise("no_name.rows", { name = name })
end
local printed_row = attachments.printed "parley.Row"
local columns_of = setmetatable({}, { __mode = "k" })      -- list or row -> its columns, for printing

--- The columns of a list of rows, or of one row, in their order.
---@param x table  what rows() or row() gave
---@return string[]
function printed.columns(x) return columns_of[x] end

--- A list of rows that prints as a table.
---@param list table[]
---@param columns string[]
---@return table[]
function printed.rows(list, columns)
  columns_of[list] = columns
  return setmetatable(list, Rows)
end

--- One row that prints as fields and values, and refuses to be assigned to.
---@param row table?
---@param columns string[]
---@return table?
function printed.row(row, columns)
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
function printed.plain_row(value)
  local meta = getmetatable(value)
  if type(value) ~= "table" or meta == nil then return type(value) == "table" and value or nil end
  if rawget(meta, "__newindex") ~= core.row_guard.__newindex then return nil end
  local own = {}
  for name, field in pairs(value) do own[name] = field end
  return own
end

return printed
