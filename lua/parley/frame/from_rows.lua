--- Frames from rows: from row tables, whose types are found, or from lists of values, whose types are said.
-- A column's type is that of its values: integer, number, boolean or text; integers beside floats make
-- numbers. Anything else, or a mixture, is an error that names the row.

local core = require "parley.core"
local errors = require "parley.base.errors"
local lists = require "parley.base.lists"
local records = require "parley.base.records"
local public_call = require "parley.base.public_call"
local traits = require "parley.base.traits"

local from_rows = {}

local function type_of(value)
  local kind = type(value)
  if kind == "number" then return math.type(value) == "integer" and "integer" or "number" end
  if kind == "string" then return "text" end
  return kind == "boolean" and kind or nil
end

-- The type that holds both, or nil.
local function common(a, b)
  if a == b or b == nil then return a end
  if (a == "integer" and b == "number") or (a == "number" and b == "integer") then return "number" end
end

-- Rows end at a hole, or do not, as Lua pleases; and {n = 1} has none.
local function check_list(rows)
  local hole, key = lists.flaw(rows)
  if key ~= nil then errors.raise("bad_type.frame_key", { key = key }) end
  if hole then errors.raise("bad_argument.frame_hole", { at = hole }) end
end

local function check_row(row, at)
  if type(row) ~= "table" then
    errors.raise("bad_type.frame_row", { at = at, got = type(row) })
  end
  for name in pairs(row) do
    if type(name) ~= "string" then
      errors.raise("bad_argument.column_not_text", { at = at, name = records.first_key(row, records.is_no_text) })
    end
  end
end

-- All names, sorted, unless their order is given.
local function column_names(rows, given)
  if given then return given end
  local seen, names = {}, {}
  for _, row in public_call.each(rows) do
    for name in pairs(row) do
      if not seen[name] then seen[name], names[#names + 1] = true, name end
    end
  end
  table.sort(names)
  return names
end

local function check_given(given, rows)
  local known = {}
  for _, name in ipairs(given) do
    if type(name) ~= "string" or known[name] then
      errors.raise("bad_argument.frame_columns", { name = name })
    end
    known[name] = true
  end
  for at, row in ipairs(rows) do
    for name in pairs(row) do
      if not known[name] then
        local first = records.first_key(row, function(key) return not known[key] end)
        errors.raise("bad_argument.unlisted_column", { at = at, name = first, known = given })
      end
    end
  end
end

-- The values of one column and their type; a column without values is text.
local function column(rows, name)
  local values, found = {}, nil
  for at, row in ipairs(rows) do
    local value = row[name]
    if value ~= nil and value ~= core.null then
      local kind = type_of(value)
      if not kind then
        errors.raise("bad_type.frame_value", { at = at, name = name, got = type(value) })
      end
      local both = common(kind, found)
      if not both then errors.raise("bad_argument.mixed_types", { at = at, name = name, kind = kind,
        found = found }) end
      values[at], found = value, both
    end
  end
  if found == "number" then
    for at = 1, #rows do
      local value = values[at]
      if value ~= nil and math.tointeger(value + 0.0) ~= value and math.type(value) == "integer" then
        errors.raise("bad_argument.inexact_integer", { at = at, name = name, value = value })
      end
      values[at] = value and value + 0.0
    end
  end
  return values, found or "text"
end

--- Builds a Frame.
---@param rows table[] { {column = value, …}, … }
---@param options { columns: string[]? }? the columns in their order; sorted by name if absent
---@return parley.Frame
function from_rows.frame(rows, options)
  if type(rows) ~= "table" then errors.raise("bad_type.frame_rows", { got = type(rows) }) end
  options = require("parley.base.options").check(options, "parley.frame()", { "columns" })
  check_list(rows)
  for at, row in public_call.each(rows) do check_row(row, at) end
  if options.columns then check_given(options.columns, rows) end
  local names, types, columns = column_names(rows, options.columns), {}, {}
  for i, name in ipairs(names) do columns[i], types[i] = column(rows, name) end
  require "parley.frame.frame"          -- gives Frames their verbs
  return core.frame_new(names, types, #rows, columns)
end

-- The columns that take several, as traits are told them.
local function several_of(columns)
  local list = {}
  for _, described in ipairs(columns) do
    if described.several then list[#list + 1] = { name = described[1], several = true } end
  end
  return list
end

--- A Frame from rows that are lists.
---@param columns table[]  { name, type, several = true|nil } each
---@param rows any[][]        values in the order of the columns, nil where missing
---@return parley.Frame
function from_rows.lists(columns, rows)
  local names, types = {}, {}
  for c, described in ipairs(columns) do names[c], types[c] = described[1], described[2] end
  require "parley.frame.frame"          -- gives Frames their verbs
  return traits.keep(core.frame_of_rows(names, types, rows), several_of(columns))
end

return from_rows
